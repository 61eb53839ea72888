// Every command of kubectl that a runbook prints is about something that the manifests make: its kind, its name, its namespace, in
// the cluster that its context names, and the field that it changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Platform, Region } from "../../src/blueprint/platform.ts";
import { LEFT_TO_RECOVERY } from "../../src/platform/gitops/application-sets.ts";
import { clusterManifests } from "../../src/platform/kubernetes/cluster.ts";
import type { KubernetesObject } from "../../src/platform/manifest/manifest.ts";
import { clusterName } from "../../src/platform/names/cluster.ts";
import { WORKLOAD_NAMESPACE } from "../../src/platform/names/identity.ts";
import { filledArgv } from "../../src/platform/runbooks/command.ts";
import { everyBook, printedIn } from "./every-command.ts";

/** Kinds that nobody writes as manifests, and why they are there all the same. */
const MADE_BY_OTHERS: Readonly<Record<string, string>> = {
  pods: "their controllers make them",
  events: "the cluster makes them",
  nodes: "they join by themselves",
  "applications.argoproj.io": "the bootstrap makes the first, application sets the others",
};
const READS = ["get", "describe", "logs", "config"];
const CHANGES = ["patch", "scale", "annotate", "create"];

/** "horizontalpodautoscalers.autoscaling", as kubectl writes a kind out. */
const written = ({ apiVersion, kind }: KubernetesObject): string => {
  const plural = kind
    .toLowerCase()
    .replace(/(s|x|ch)$/, "$1e")
    .replace(/y$/, "ie");
  const group = apiVersion.includes("/") ? `.${apiVersion.split("/")[0]}` : "";
  return `${plural}s${group}`;
};

type Said = {
  readonly verb: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly options: Map<string, string>;
};
const WITH_VALUE = [
  "--context",
  "--namespace",
  "--output",
  "--type",
  "--patch",
  "--field-selector",
  "--sort-by",
  "--label-columns",
  "--raw",
];

function said(argv: readonly string[]): Said {
  const options = new Map<string, string>();
  const words: string[] = [];
  for (const [index, word] of argv.entries()) {
    if (WITH_VALUE.includes(argv[index - 1] ?? "")) continue;
    const equals = word.indexOf("=");
    if (!word.startsWith("--")) words.push(word);
    else if (equals > 0) options.set(word.slice(0, equals), word.slice(equals + 1));
    else if (WITH_VALUE.includes(word)) options.set(word, argv[index + 1] as string);
    else options.set(word, "");
  }
  const [verb = "", kind = "", name] = words;
  return { verb, kind, name, options };
}

const objectsOf = new Map<string, readonly KubernetesObject[]>();
function objectsIn(of: string, platform: Platform, region: Region): readonly KubernetesObject[] {
  const key = `${of} ${region.name}`;
  const made = objectsOf.get(key) ?? clusterManifests(platform, region, null).map(({ object }) => object);
  objectsOf.set(key, made);
  return made;
}

/** Why a command can't be carried out against these objects. */
function problem(
  argv: readonly string[],
  effect: "reads" | "changes",
  objects: readonly KubernetesObject[],
): string | undefined {
  const { verb, kind, name, options } = said(argv);
  if (verb === "config") return undefined;
  if (!(effect === "reads" ? READS : CHANGES).includes(verb))
    return `${verb} isn't what ${effect === "reads" ? "looks" : "changes"}`;
  if (options.has("--raw") || kind in MADE_BY_OTHERS) return undefined;
  const from = options.get("--from")?.split("/") ?? [];
  const [wanted, wantedName] = verb === "create" ? [`${from[0]}s.batch`, from[1]] : [kind, name];
  const namespace = options.get("--namespace");
  const same = objects.filter((object) => written(object) === wanted && object.metadata.namespace === namespace);
  if (same.length === 0) return `no manifest is a ${wanted} in ${namespace ?? "the cluster"}`;
  if (wantedName === undefined || wantedName.includes("=")) return undefined;
  const found = same.find(({ metadata }) => metadata.name === wantedName);
  if (found === undefined) return `no ${wanted} is called ${wantedName}`;
  const patch = options.get("--patch");
  if (patch === undefined) return undefined;
  const fields = Object.keys((JSON.parse(patch) as { spec: object }).spec);
  const missing = fields.filter((field) => !(field in (found.spec as object)));
  return missing.length > 0 ? `${wantedName} has no ${missing.join(", ")}` : undefined;
}

test("every kubectl of every page is about what the manifests make", async () => {
  const books = await everyBook();
  const wrong = new Set<string>();
  let checked = 0;
  for (const { of, page, command } of printedIn(books)) {
    const platform = books.find((book) => book.of === of)?.platform;
    if (command.tool !== "kubectl" || !platform) continue;
    const { primary, standby } = platform.regions;
    for (const region of [primary, standby]) {
      if (!region.holds.cluster) continue;
      const argv = filledArgv(command, { REGION: region.name, CLUSTER_API: "https://x" });
      const context = said(argv).options.get("--context");
      if (context === undefined ? command.argv[0] !== "config" : context !== clusterName(platform, region)) continue;
      checked += 1;
      const because = problem(argv, command.effect, objectsIn(of, platform, region));
      if (because !== undefined && command.argv[0] !== "config")
        wrong.add(`${of}, ${page.name}: kubectl ${argv.join(" ")}: ${because}`);
    }
  }
  assert.deepEqual([...wrong], []);
  assert.ok(checked > 200, `${checked} commands`);
});

test("every kubectl names the cluster that it means", async () => {
  for (const { of, page, command } of printedIn(await everyBook()))
    if (command.tool === "kubectl" && command.argv[0] !== "config")
      assert.ok(command.argv.includes("--context"), `${of}, ${page.name}: kubectl ${command.argv.join(" ")}`);
});

test("a kind, a name, a namespace or a field that isn't there is found", () => {
  const objects: KubernetesObject[] = [
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name: "query", namespace: "tandem" },
      spec: { minReplicas: 3 },
    },
  ];
  const patch = (kind: string, name: string, namespace: string, spec: object) =>
    problem(["patch", kind, name, "--patch", JSON.stringify({ spec }), "--namespace", namespace], "changes", objects);
  const hpa = "horizontalpodautoscalers.autoscaling";
  assert.equal(patch(hpa, "query", "tandem", { minReplicas: 9 }), undefined);
  assert.match(patch("scaledobjects.keda.sh", "query", "tandem", {}) ?? "", /no manifest is a/);
  assert.match(patch(hpa, "queries", "tandem", {}) ?? "", /is called/);
  assert.match(patch(hpa, "query", "default", {}) ?? "", /in default/);
  assert.match(patch(hpa, "query", "tandem", { minReplicaCount: 9 }) ?? "", /has no minReplicaCount/);
  assert.match(problem(["delete", hpa, "query", "--namespace", "tandem"], "reads", objects) ?? "", /isn't what looks/);
});

/** The fields that a command changes, as Argo CD points at them. */
function changed(argv: readonly string[]): readonly string[] {
  const { verb, options } = said(argv);
  if (verb === "scale") return ["/spec/replicas"];
  const patch = options.get("--patch");
  if (patch !== undefined)
    return Object.keys((JSON.parse(patch) as { spec: object }).spec).map((one) => `/spec/${one}`);
  // One that Git doesn't have stays; one that Git has, and a page takes away, would come back.
  const removed = argv.find((word) => /^[a-z.]+\/[a-z-]+-$/.test(word))?.slice(0, -1);
  return removed === undefined ? [] : [`/metadata/annotations/${removed.replaceAll("~", "~0").replaceAll("/", "~1")}`];
}
const plural = ({ group, kind }: { group: string; kind: string }): string => `${kind.toLowerCase()}s.${group}`;
const leftAlone = new Set<string>(
  LEFT_TO_RECOVERY.flatMap((one) => one.jsonPointers.map((pointer) => `${plural(one)} ${pointer}`)),
);

test("what a page changes among the workloads isn't put back by Argo CD minutes later", async () => {
  const put = new Set<string>();
  let looked = 0;
  for (const { of, page, command } of printedIn(await everyBook())) {
    if (command.tool !== "kubectl" || command.effect !== "changes") continue;
    const { kind, options } = said(command.argv);
    if (options.get("--namespace") !== WORKLOAD_NAMESPACE) continue;
    for (const field of changed(command.argv)) {
      looked += 1;
      if (!leftAlone.has(`${kind} ${field}`)) put.add(`${of}, ${page.name}: ${kind} ${field}`);
    }
  }
  assert.deepEqual([...put], []);
  assert.ok(looked > 50, `${looked} changes`);
});

/** What EKS's policy of viewers lets look at anywhere: kinds of these groups, but neither nodes nor Secrets. */
const VIEWED = ["", "apps", "autoscaling", "batch", "networking.k8s.io", "policy"];
const VERBS: Readonly<Record<string, { readonly verb: string; readonly below?: string }>> = {
  get: { verb: "get" },
  describe: { verb: "get" },
  patch: { verb: "patch" },
  annotate: { verb: "patch" },
  scale: { verb: "patch", below: "/scale" },
};
type Rule = {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly verbs: readonly string[];
};

/** Why who is on call may not type it. */
function withheld(argv: readonly string[], objects: readonly KubernetesObject[]): string | undefined {
  const { verb, kind, options } = said(argv);
  if (options.has("--raw") || verb === "config") return undefined;
  const wanted = VERBS[verb] ?? { verb };
  const [resource = "", ...rest] = (verb === "create" ? `${kind}s.batch` : kind).split(".");
  const group = rest.join(".");
  const namespace = options.get("--namespace");
  if (wanted.verb === "get" && VIEWED.includes(group) && !["nodes", "secrets"].includes(resource)) return undefined;
  const granted = objects
    .filter(
      (one) =>
        one.metadata.name.startsWith("on-call") &&
        (one.kind === "ClusterRole" || (one.kind === "Role" && one.metadata.namespace === namespace)),
    )
    .flatMap((one) => one.rules as readonly Rule[])
    .some(
      ({ apiGroups = [], resources = [], verbs }) =>
        apiGroups.includes(group) &&
        verbs.includes(wanted.verb) &&
        (resources.includes("*") || resources.includes(`${resource}${wanted.below ?? ""}`)),
    );
  return granted ? undefined : `${wanted.verb} of ${resource}${wanted.below ?? ""}.${group} in ${namespace}`;
}

test("inside the clusters, too, who is on call may type what is theirs", async () => {
  const books = await everyBook();
  const refused = new Set<string>();
  let looked = 0;
  for (const { of, page, command } of printedIn(books)) {
    const platform = books.find((book) => book.of === of)?.platform;
    if (command.tool !== "kubectl" || !platform || page.role?.kind !== "on-call") continue;
    looked += 1;
    const why = withheld(
      filledArgv(command, { REGION: "x", CLUSTER_API: "https://x" }),
      objectsIn(of, platform, platform.regions.primary),
    );
    if (why !== undefined) refused.add(`${of}, ${page.name}: ${why}`);
  }
  assert.deepEqual([...refused], []);
  assert.ok(looked > 200, `${looked} commands`);
});

test("a right that nobody gave is found, and what nobody on call shall have isn't given", async () => {
  for (const { of, platform } of await everyBook()) {
    if (platform === null) continue;
    const objects = objectsIn(of, platform, platform.regions.primary);
    for (const never of [
      ["get", "secrets", "console-credentials", "--namespace", "tandem"],
      ["delete", "namespaces", "tandem"],
      ["create", "rolebinding", "mine", "--namespace", "tandem"],
      ["patch", "deployments.apps", "worker", "--namespace", "tandem"],
      ["scale", "deployments.apps", "coredns", "--replicas=0", "--namespace", "kube-system"],
    ])
      assert.notEqual(withheld(never, objects), undefined, `${of}: ${never.join(" ")}`);
    const rules = objects
      .filter(({ kind, metadata }) => /Role$/.test(kind) && metadata.name.startsWith("on-call"))
      .flatMap((one) => one.rules as readonly Rule[]);
    for (const { apiGroups = [], resources = [] } of rules)
      assert.ok(
        !apiGroups.includes("") || !resources.some((one) => /\*|secrets|exec|attach|serviceaccounts/.test(one)),
        of,
      );
  }
});
