// Who may call whom inside the mesh: the blueprint's declared calls, by the callers' own certificates. All of it is decided
// at the connection, by the node's tunnel; nothing needs to look into requests, so there is no waypoint.
//
// MESH-1 whoever isn't named is refused. MESH-2 a port is open to callers without a certificate of the mesh only where a
// declared flow comes from outside it: the load balancer, the other region, Prometheus; and then only from their addresses.
import { AuthorizationPolicy } from "@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy";
import { PeerAuthentication } from "@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication";
import type { Region } from "../../../blueprint/platform.ts";
import { PORTS } from "../../../blueprint/workload-table.ts";
import type { Workload } from "../../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { INNER_GATEWAY, selectorOf } from "../../names/kubernetes.ts";
import { rangeOf } from "../../names/network.ts";
import { calledByPeer, watchedByPeer } from "../../names/peer.ts";
import type { Site } from "../addons/application.ts";
import { DIRECT_ROUTES } from "../workloads/services.ts";

const COMPONENT = "mesh";
const place = (why: string) => ({ component: COMPONENT, wave: 2, why }) as const;
const inMesh = (namespace: string, account: string): string => `cluster.local/ns/${namespace}/sa/${account}`;

type Rule = {
  from: [{ source: { principals: string[] } | { ipBlocks: string[] } }];
  to: [{ operation: { ports: string[] } }];
};
type From = { readonly principals: string[] } | { readonly ipBlocks: string[] };

export function meshManifests(site: Site): readonly Manifest[] {
  if (site.platform.cluster.mesh === "none") return [];
  return [
    manifest(
      place("Without a certificate of the mesh nobody gets through to a workload."),
      new PeerAuthentication({
        metadata: { name: "default", namespace: WORKLOAD_NAMESPACE },
        spec: { mtls: { mode: "STRICT" } },
      }),
    ),
    manifest(
      place("Whoever isn't named is refused: it allows nothing, and others allow what was declared."),
      new AuthorizationPolicy({
        metadata: { name: "refuse-all", namespace: WORKLOAD_NAMESPACE },
        spec: {},
      }),
    ),
    ...site.platform.workloads.filter(({ ports }) => ports.length > 0).flatMap((one) => guarded(site, one)),
  ];
}

function guarded(site: Site, workload: Workload): readonly Manifest[] {
  const outside = outsidersOf(site, workload);
  const served = portOf(workload);
  const insiders = insidersOf(site, workload);
  const rules: Rule[] = [
    ...(served !== undefined && insiders.length > 0 ? [rule({ principals: insiders }, served)] : []),
    ...outside.map(({ ipBlocks, port }) => rule({ ipBlocks }, port)),
  ];
  const ports = [...new Set(outside.map(({ port }) => port))];
  const metadata = { name: workload.name, namespace: WORKLOAD_NAMESPACE };
  const selector = { matchLabels: { ...selectorOf(workload) } };
  return [
    ...(ports.length === 0
      ? []
      : [
          manifest(
            place(
              `Ports of ${workload.name} that are called from outside the mesh; the rules beside it say from where.`,
            ),
            new PeerAuthentication({
              metadata,
              spec: {
                selector,
                mtls: { mode: "STRICT" },
                portLevelMtls: Object.fromEntries(ports.map((port) => [String(port), { mode: "PERMISSIVE" as const }])),
              },
            }),
          ),
        ]),
    manifest(
      place(`Who may call ${workload.name}: those whom the blueprint declares.`),
      new AuthorizationPolicy({ metadata, spec: { selector, action: "ALLOW", rules } }),
    ),
  ];
}

const rule = (source: From, port: number): Rule => ({
  from: [{ source }],
  to: [{ operation: { ports: [String(port)] } }],
});

const portOf = (workload: Workload): number | undefined => workload.ports.find(({ name }) => name === "http")?.port;

/** Workloads that declare the call, and the inner gateway for what answers the web and the API. */
function insidersOf({ platform }: Site, workload: Workload): string[] {
  const callers = platform.workloads.filter(({ access }) =>
    access.some((one) => one.to === "workload" && one.name === workload.name),
  );
  const byGateway = workload.entrances.some((route) => !DIRECT_ROUTES.includes(route));
  return [
    ...callers.map(({ name }) => inMesh(WORKLOAD_NAMESPACE, name)),
    ...(byGateway ? [inMesh(INNER_GATEWAY.namespace, INNER_GATEWAY.service)] : []),
  ];
}

function outsidersOf(site: Site, workload: Workload): readonly { ipBlocks: string[]; port: number }[] {
  const { platform, region } = site;
  const served = portOf(workload);
  const direct = workload.entrances.some((route) => DIRECT_ROUTES.includes(route)) && region.holds.entry;
  return [
    { ipBlocks: [rangeOf(platform, region, "private")], port: PORTS.metrics },
    ...(served !== undefined && direct
      ? [
          {
            ipBlocks: [rangeOf(platform, region, platform.webTier.kind === "nginx" ? "private" : "public")],
            port: served,
          },
        ]
      : []),
    ...(watchedByPeer(platform, workload)
      ? [{ ipBlocks: [rangeOf(platform, peerOf(site), "private")], port: PORTS.metrics }]
      : []),
    ...(served !== undefined && calledByPeer(platform, workload)
      ? [{ ipBlocks: [rangeOf(platform, peerOf(site), "private")], port: served }]
      : []),
  ];
}

const peerOf = ({ platform: { regions }, region }: Site): Region =>
  region.configured === "primary" ? regions.standby : regions.primary;
