// Checks of what a start asks for: a region that is cut off from the internet still starts every pod that it ran before.
import type { IContainer } from "kubernetes-models/v1/Container";
import { called, type KubernetesObject } from "../../manifest/manifest.ts";
import { type Check, inEach } from "./check.ts";
import { containersOf, type Graph, specOf } from "./graph.ts";

const FETCHES =
  /\b(git clone|pip3? install|npm (ci|i|install)|npx|apt(-get)? install|apk add|(micro)?dnf|yum|helm (pull|install|repo)|go install)\b/;
/** The cluster's own services, and AWS's, which answer inside the region. */
const AT_HOME = /(^|\.)(svc|svc\.cluster\.local|amazonaws\.com)$/;
/** Settings by which programs fetch for themselves, as variables and as the values of charts. */
const FETCHING_VARIABLES = /^GF_(INSTALL_PLUGINS|PLUGINS_PREINSTALL(_SYNC)?)$/;
const FETCHING_VALUES = /^(plugins|preinstall|preinstall_sync|installPlugins|gnetId)$/;

export const STARTING: readonly Check[] = [
  {
    id: "KUBE-26",
    severity: "error",
    holds: "Nothing is fetched from the internet when a pod starts",
    why: "A region that is cut off starts with less than it had, just when people look.",
    mend: "Put it into an image of the region's own registry: `adds` of names/upstream-images.ts makes a pipeline do so.",
    find: inEach(({ graph }) => [...fetchedByPods(graph), ...graph.ofKind("Application").flatMap(fetchedByChart)]),
  },
];

type Variable = { name: string; value?: string };

const fetchedByPods = ({ pods }: Graph) =>
  pods.flatMap((one) =>
    containersOf(one).flatMap(({ name, command = [], args = [], env = [] }: IContainer) => {
      const fetched = fetchedBy([...command, ...args].join(" "));
      const variable = (env as readonly Variable[]).find(
        (each) => FETCHING_VARIABLES.test(each.name) && each.value !== "",
      );
      return [fetched, variable?.name]
        .filter((found) => found !== undefined)
        .map((found) => ({ object: one.called, says: `starts ${name} with ${found}` }));
    }),
  );

/** The word that fetches, or the address outside that something is asked of. */
function fetchedBy(text: string): string | undefined {
  const tool = FETCHES.exec(text)?.[0];
  if (tool !== undefined || !/\b(curl|wget)\b/.test(text)) return tool;
  return [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host = ""]) => host).find((host) => !AT_HOME.test(host));
}

type Values = { source?: { helm?: { valuesObject?: unknown } } };
type GrafanaValues = {
  enabled?: boolean;
  "grafana.ini"?: { plugins?: { preinstall_disabled?: boolean; preinstall_auto_update?: boolean } };
};

function fetchedByChart(application: KubernetesObject) {
  const values = specOf<Values>(application).source?.helm?.valuesObject ?? {};
  const says = (what: string) => ({ object: called(application), says: what });
  const { grafana } = values as { grafana?: GrafanaValues };
  const plugins = grafana?.["grafana.ini"]?.plugins;
  // Left to itself Grafana asks its catalogue for a list of its own at each start, and for newer ones of what it has.
  const asks =
    grafana?.enabled === true && !(plugins?.preinstall_disabled === true && plugins.preinstall_auto_update === false);
  return [
    ...fetchingValues(values, "").map((path) => says(`has a chart fetch ${path}`)),
    ...(asks ? [says("lets Grafana ask its catalogue for plug-ins")] : []),
  ];
}

function fetchingValues(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path === "" ? key : `${path}.${key}`;
    // A path is where to look, not what to fetch.
    const isFilled =
      (typeof inner === "string" && inner !== "" && !inner.startsWith("/")) ||
      typeof inner === "number" ||
      (Array.isArray(inner) && inner.length > 0);
    return FETCHING_VALUES.test(key) && isFilled ? [here] : fetchingValues(inner, here);
  });
}
