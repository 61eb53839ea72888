// An add-on as Argo CD installs it: a chart of the region's own registry at its pinned version, with values that name the
// region's own images. The Application's name has a suffix, since the component that holds it has an Application too.
//
// ADDON-1 every chart comes from the region's own registry, at the version of the table. ADDON-2 what a chart defines is
// never pruned: with a definition would go all objects of its kind.
import { Application } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application";
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { type Manifest, manifest, type Wave } from "../../manifest/manifest.ts";
import { baseName } from "../../names/base.ts";
import { CHARTS, type Chart, type ChartName, chartTitle } from "../../names/charts.ts";
import { ARGO_NAMESPACE, PLATFORM_PROJECT } from "../../names/delivery.ts";
import { ADDON_ACCOUNTS, type AddonIdentity, addonRoleArn } from "../../names/identity.ts";
import { registryHost } from "../../names/images.ts";

export type Site = { readonly platform: Platform; readonly region: Region };

export type Addon<Values> = {
  readonly chart: Exclude<ChartName, "argo-cd">;
  readonly namespace: string;
  readonly why: string;
  readonly values: Values;
  /** Fields that a controller writes into an object of the chart: to put them back would be a fight without end. */
  readonly leaves?: readonly {
    readonly group: string;
    readonly kind: string;
    readonly jqPathExpressions: readonly string[];
  }[];
};

const ownCluster = "https://kubernetes.default.svc";
const RETRIES_MAX = 10;
const HISTORY_MAX = 3;

/** `Values` is a type of what we set of the chart's values, written beside the add-on. */
export function addonApplication<Values extends object>({ platform, region }: Site, addon: Addon<Values>): Manifest {
  const { version, wave }: Chart = CHARTS[addon.chart];
  return manifest(
    { component: addon.chart, wave: wave as Wave, why: addon.why },
    new Application({
      metadata: {
        name: `${addon.chart}-chart`,
        namespace: ARGO_NAMESPACE,
        annotations: { "argocd.argoproj.io/sync-wave": String(wave) },
      },
      spec: {
        project: PLATFORM_PROJECT,
        source: {
          repoURL: `${registryHost(platform, region)}/${baseName(platform)}/charts`,
          chart: chartTitle(addon.chart),
          targetRevision: version,
          helm: { releaseName: addon.chart, valuesObject: plain(addon.values) },
        },
        destination: { server: ownCluster, namespace: addon.namespace },
        revisionHistoryLimit: HISTORY_MAX,
        syncPolicy: {
          // A definition that vanished from a chart is looked at by a person, who sees what would go with it.
          automated: { prune: !ownsDefinitions(addon.chart), selfHeal: true },
          syncOptions: [
            "ServerSideApply=true",
            "RespectIgnoreDifferences=true",
            "SkipDryRunOnMissingResource=true",
            ...(ownsDefinitions(addon.chart) ? ["Prune=false", "Delete=false"] : ["PruneLast=true"]),
          ],
          retry: { limit: RETRIES_MAX, backoff: { duration: "10s", factor: 2, maxDuration: "5m" } },
        },
        ...(addon.leaves === undefined
          ? {}
          : {
              ignoreDifferences: addon.leaves.map((one) => ({
                ...one,
                jqPathExpressions: [...one.jqPathExpressions],
              })),
            }),
      },
    }),
  );
}

const ownsDefinitions = (chart: ChartName): boolean => CHARTS[chart].definitions.length > 0;

/** A ServiceAccount of the name that its role trusts; by IRSA it names the role, by Pod Identity EKS knows it already. */
export function serviceAccount({ platform, region }: Site, identity: AddonIdentity) {
  return {
    create: true,
    name: ADDON_ACCOUNTS[identity].name,
    annotations: roleAnnotations({ platform, region }, identity),
  } as const;
}

export const roleAnnotations = ({ platform, region }: Site, identity: AddonIdentity): Record<string, string> =>
  platform.cluster.identity === "irsa"
    ? { "eks.amazonaws.com/role-arn": addonRoleArn(platform, region, identity) }
    : {};

export type ServiceAccountValues = ReturnType<typeof serviceAccount>;

/** Without what is undefined, and without any object shared with a table. */
const plain = (values: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(values)) as Record<string, unknown>;
