// What a workload is told that is no secret and known beforehand: the environment of its container.
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { Workload } from "../../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { clusterDomain } from "../../names/dns.ts";
import { POD_PATHS, POOLER_HOST } from "../../names/kubernetes.ts";
import { otlpEndpoint } from "../../names/observability.ts";
import { type KubernetesSite, metadataOf, placeOf, speaksToPooler } from "./site.ts";

export const settingsName = (workload: Pick<Workload, "name">): string => `${workload.name}-settings`;

/** On the pod template, so that a change of the settings is a roll-out. */
export const SETTINGS_ANNOTATION = "tandem/settings";

export function settingsOf({ platform, region, peer }: KubernetesSite, workload: Workload): Record<string, string> {
  const metrics = workload.ports.find(({ name }) => name === "metrics");
  const traced = platform.observability.tracing !== "none" && workload.ports.length > 0;
  return {
    TANDEM_REGION: region.name,
    TANDEM_PEER_REGION: peer.name,
    TANDEM_DATA: POD_PATHS.data,
    TANDEM_SECRETS_DIRECTORY: POD_PATHS.secrets,
    TANDEM_FACTS_DIRECTORY: POD_PATHS.region,
    ...(workload.access.some(({ to }) => to === "peer")
      ? { TANDEM_PEER_DOMAIN: clusterDomain(platform, peer.name) }
      : {}),
    ...(speaksToPooler(platform, workload) ? { TANDEM_DATABASE_HOST: POOLER_HOST } : {}),
    ...(workload.ports.length > 0 ? { TANDEM_TLS_DIRECTORY: POD_PATHS.tls } : {}),
    ...(metrics ? { TANDEM_METRICS_PORT: String(metrics.port) } : {}),
    ...(traced ? tracing(workload) : {}),
  };
}

/** One request in a hundred is traced; recovery always is. An assumption: X-Ray asks its price for each trace. */
const TRACED_SHARE = "0.01";

/** Where strangers come in their own wish to be traced is passed over; behind that, what was begun is carried on. */
const tracing = ({ name, entrances }: Workload): Record<string, string> => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint(),
  OTEL_SERVICE_NAME: `tandem-${name}`,
  OTEL_TRACES_SAMPLER: entrances.length > 0 ? "traceidratio" : "parentbased_traceidratio",
  OTEL_TRACES_SAMPLER_ARG: TRACED_SHARE,
});

export const settingsManifest = (site: KubernetesSite, workload: Workload): Manifest =>
  manifest(
    placeOf(
      workload,
      `The settings of ${workload.name}; what differs between the regions is its region's name and the other's.`,
    ),
    new ConfigMap({ metadata: metadataOf(site, workload, settingsName(workload)), data: settingsOf(site, workload) }),
  );

/** FNV-1a of 32 bits: enough to see that something changed, and nothing rests on it. */
export function fingerprint(value: unknown): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(value)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
