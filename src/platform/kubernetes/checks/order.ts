// Checks of what comes before what, and of the two regions beside each other.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { groupOf } from "../../manifest/kinds.ts";
import { called, type Manifest } from "../../manifest/manifest.ts";
import { CHARTS, type Chart, type ChartName, chartsOf } from "../../names/charts.ts";
import { rangeOf, TIERS } from "../../names/network.ts";
import { type Check, type Checked, type Cluster, type Found, inEach } from "./check.ts";

const of = ({ object }: Manifest, says: string) => ({ object: called(object), says });

/** Groups that every cluster has: Kubernetes' own. All others are somebody's definitions. */
const BUILT_IN = /^$|^(apps|batch|autoscaling|policy)$|\.k8s\.io$/;
/** Of the Kubernetes project, and yet installed by somebody. */
const INSTALLED = new Set(["gateway.networking.k8s.io", "snapshot.storage.k8s.io"]);
/** What EKS's own add-ons bring, which Terraform installs before anything else. */
const BY_EKS = new Set(["snapshot.storage.k8s.io"]);

export const ORDER: readonly Check[] = [
  {
    id: "KUBE-18",
    severity: "error",
    holds: "A custom resource comes after its definition, and everything after its namespace",
    why: "A sync of an object whose kind isn't known yet fails, and on a new cluster it fails each time.",
    mend: "Give the manifest a later wave than the chart's in names/charts.ts, or add the chart to the platform.",
    find: inEach(({ manifests, graph }, { platform }) => {
      const charts = chartsOf(platform).map((name): Chart => CHARTS[name as ChartName]);
      return manifests.flatMap((one) => {
        const { apiVersion, kind, metadata } = one.object;
        const group = groupOf(apiVersion);
        const namespace =
          metadata.namespace === undefined
            ? undefined
            : manifests.find(
                ({ object }) => object.kind === "Namespace" && object.metadata.name === metadata.namespace,
              );
        const early =
          namespace !== undefined && namespace.wave > one.wave
            ? [of(one, `is of wave ${one.wave}, and its namespace of wave ${namespace.wave}`)]
            : [];
        if ((BUILT_IN.test(group) && !INSTALLED.has(group)) || BY_EKS.has(group)) return early;
        if (graph.ofKind("CustomResourceDefinition").some(({ spec }) => (spec as { group?: string }).group === group))
          return early;
        const bringing = charts.filter(({ definitions }) => definitions.some((name) => name.endsWith(`.${group}`)));
        if (bringing.length === 0)
          return [...early, of(one, `is a ${kind} of ${group}, and no chart of this platform brings its definition`)];
        const first = Math.min(...bringing.map(({ wave }) => (wave === "bootstrap" ? -1 : wave)));
        return first <= one.wave
          ? early
          : [...early, of(one, `is of wave ${one.wave}, and its definition comes in wave ${first}`)];
      });
    }),
  },
  {
    id: "KUBE-22",
    severity: "error",
    holds:
      "Both regions run the same, but for what must differ: names, addresses, and how many there are before a fail-over",
    why: "The standby is the one that must carry everything tomorrow: a difference that nobody meant is found out then.",
    mend: "Derive the value from the region, or add its place to the allowed ones with a reason.",
    find: parity,
  },
];

/** What a region that sleeps goes without until Terraform has built it up: OpenSearch, and so the logs' way there. */
const ABSENT_WHILE_ASLEEP =
  /(ExternalSecret (logging|observability)\/search-address|ConfigMap logging\/fluent-bit|Application argocd\/fluent-bit-chart)$/;

/** Kind → places in it that may differ, as the path of the first part that does. */
const MAY_DIFFER: readonly { readonly kinds: RegExp; readonly path: RegExp; readonly why: string }[] = [
  {
    kinds: /^Application$/,
    path: /\.grafana\.(envValueFrom\.SEARCH_HOST|grafana\.ini\.(auth\.sigv4_auth_enabled)|additionalDataSources\.\d+)$/,
    why: "a sleeping region has no OpenSearch for Grafana to ask",
  },
  {
    kinds: /^(Deployment|Rollout|StatefulSet)$/,
    path: /^spec\.replicas$/,
    why: "a standby that is smaller, or asleep",
  },
  { kinds: /^HorizontalPodAutoscaler$/, path: /^spec\.(minReplicas|maxReplicas)$/, why: "a standby that is smaller" },
  {
    kinds: /^ScaledObject$/,
    path: /^(spec\.(minReplicaCount|maxReplicaCount|fallback\.replicas)|metadata\.annotations.*)$/,
    why: "a standby that is smaller, or asleep",
  },
  {
    kinds: /^CronJob$/,
    path: /^spec\.(suspend|schedule)$/,
    why: "a sleeping region runs no jobs; both don't dump at once",
  },
  { kinds: /^ResourceQuota$/, path: /^spec\.hard\..*$/, why: "it follows the sizes" },
  {
    kinds: /^(Deployment|Rollout|StatefulSet|CronJob)$/,
    path: /\.metadata\.annotations\.tandem\/settings$/,
    why: "the fingerprint of settings that hold the regions' names",
  },
  {
    kinds: /^Application$/,
    path: /\.podAnnotations\.tandem\/configuration$/,
    why: "the fingerprint of a configuration that holds the region's name; the configurations themselves are compared",
  },
];

function parity({ platform, clusters }: Checked): readonly Found[] {
  const [one, other] = clusters;
  if (one === undefined || other === undefined) return [];
  const [mine, theirs] = [comparable(platform, one), comparable(platform, other)];
  const region = other.region.name;
  const asleep = [one, other].some((cluster) => cluster.region.holds.nodes === "none");
  const excused = (key: string): boolean => asleep && ABSENT_WHILE_ASLEEP.test(key);
  const missing = (from: Comparable, where: Comparable, name: string) =>
    [...from.keys()]
      .filter((key) => !where.has(key) && !excused(key))
      .map((key) => ({ region: name, object: key, says: "is in the other region and not here" }));
  const differing = [...mine].flatMap(([key, object]) => {
    const twin = theirs.get(key);
    // Word for word the same, as rules that name both regions are.
    if (twin === undefined || excused(key) || object.text === twin.text) return [];
    const kind = key.split(" ")[0] ?? "";
    return differences(object.plain, twin.plain, "")
      .filter(({ path }) => !MAY_DIFFER.some((allowed) => allowed.kinds.test(kind) && allowed.path.test(path)))
      .map(({ path, left, right }) => ({
        region,
        object: key,
        says: `has ${short(right)} at ${path}, and ${one.region.name} has ${short(left)}`,
      }));
  });
  return [...missing(mine, theirs, region), ...missing(theirs, mine, one.region.name), ...differing];
}

type Comparable = ReadonlyMap<string, { readonly text: string; readonly plain: unknown }>;

/** Objects by name, with what a region must call its own replaced by words for it. */
function comparable(platform: Platform, { region, manifests }: Cluster): Comparable {
  const peer = region.configured === "primary" ? platform.regions.standby : platform.regions.primary;
  const words: readonly (readonly [string, string])[] = [
    ...rangesOf(platform, region).map((range, index) => [range, `<own range ${index}>`] as const),
    ...rangesOf(platform, peer).map((range, index) => [range, `<peer range ${index}>`] as const),
    ...region.zones.map(({ id, letter }) => [id, `<own zone ${letter}>`] as const),
    [region.name, "<own region>"],
    [peer.name, "<peer region>"],
  ];
  return new Map(
    manifests.map(({ object }) => {
      const text = JSON.stringify(object);
      const neutral = words.reduce((all, [value, word]) => all.replaceAll(value, word), text);
      const plain = JSON.parse(neutral) as Manifest["object"];
      return [called(plain), { text, plain }];
    }),
  );
}

const rangesOf = (platform: Platform, region: Region): readonly string[] => [
  ...TIERS.map((tier) => rangeOf(platform, region, tier)),
  ...region.zones.flatMap(({ subnets }) => Object.values(subnets)),
  region.cidr,
];

type Difference = { readonly path: string; readonly left: unknown; readonly right: unknown };

function differences(left: unknown, right: unknown, path: string): readonly Difference[] {
  if (left === right) return [];
  if (!isTree(left) || !isTree(right) || Array.isArray(left) !== Array.isArray(right)) return [{ path, left, right }];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) =>
    differences(
      (left as Record<string, unknown>)[key],
      (right as Record<string, unknown>)[key],
      path === "" ? key : `${path}.${key}`,
    ),
  );
}

const isTree = (value: unknown): value is object => typeof value === "object" && value !== null;
const SHORT_MAX = 80;
function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > SHORT_MAX ? `${text.slice(0, SHORT_MAX)}…` : text;
}
