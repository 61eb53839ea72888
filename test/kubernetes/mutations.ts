// Mistakes, made on purpose in copies of real objects: each must be found by the kind's validator or by the compiler. A
// proof that can't fail would prove nothing.
import type { KubernetesObject } from "../../src/platform/manifest/manifest.ts";

export type Mutation = { readonly what: string; readonly object: KubernetesObject };
type Json = Record<string, unknown>;

/** Fields whose content the API leaves free; inside them nothing can be wrong. */
const FREE = new Set([
  "labels",
  "annotations",
  "data",
  "stringData",
  "valuesObject",
  "parameters",
  "matchLabels",
  "config",
]);

/** Mistakes of every sort that fits the object. */
export function mutationsOf(object: KubernetesObject): readonly Mutation[] {
  const body =
    "spec" in object
      ? "spec"
      : Object.keys(object).find((key) => isMapping(object[key]) && key !== "metadata" && !FREE.has(key));
  const found: (Mutation | undefined)[] = [
    change(object, "a field that doesn't exist", [], (root) => set(root, "unheardOf", true)),
    change(object, "metadata with a misspelt field", ["metadata"], (metadata) => set(metadata, "lables", { app: "x" })),
    ...(body === undefined
      ? []
      : [
          change(object, `a field of ${body} that doesn't exist`, [body], (inner) =>
            set(inner, "unheardOf", { deep: 1 }),
          ),
        ]),
    wrongType(object, "number", "many"),
    wrongType(object, "boolean", "perhaps"),
    wrongType(object, "list", "one"),
    ENUMS[object.kind]?.(object),
    MISSING[object.kind]?.(object),
  ];
  return found.filter((one) => one !== undefined);
}

/** A word that isn't one of those that the kind allows. */
const ENUMS: Readonly<Record<string, (object: KubernetesObject) => Mutation | undefined>> = {
  NodePool: (object) =>
    change(object, "a misspelt policy", ["spec", "disruption"], (one) =>
      set(one, "consolidationPolicy", "WhenUnderutilized"),
    ),
  EC2NodeClass: (object) =>
    change(object, "optional tokens, misspelt", ["spec", "metadataOptions"], (one) => set(one, "httpTokens", "maybe")),
  PeerAuthentication: (object) =>
    change(object, "a misspelt mode", ["spec", "mtls"], (one) => set(one, "mode", "STRIKT")),
  AuthorizationPolicy: (object) => change(object, "a misspelt action", ["spec"], (one) => set(one, "action", "PERMIT")),
  Service: (object) => change(object, "a type that doesn't exist", ["spec"], (one) => set(one, "type", "ClusterIp")),
  CronJob: (object) => change(object, "a misspelt policy", ["spec"], (one) => set(one, "concurrencyPolicy", "Never")),
  BackupStorageLocation: (object) =>
    change(object, "a bucket's name with capitals", ["spec", "objectStorage"], (one) => set(one, "bucket", "Backups")),
};

/** A field that can't be left out. */
const MISSING: Readonly<Record<string, (object: KubernetesObject) => Mutation | undefined>> = {
  Application: (object) => change(object, "no destination", ["spec"], (one) => drop(one, "destination")),
  NodePool: (object) =>
    change(object, "no node class", ["spec", "template", "spec"], (one) => drop(one, "nodeClassRef")),
  Deployment: (object) => change(object, "no template", ["spec"], (one) => drop(one, "template")),
  Certificate: (object) => change(object, "no issuer", ["spec"], (one) => drop(one, "issuerRef")),
  HorizontalPodAutoscaler: (object) => change(object, "no target", ["spec"], (one) => drop(one, "scaleTargetRef")),
};

/** The first value of a type, deep in the object, replaced by a text of no meaning. */
function wrongType(object: KubernetesObject, type: "number" | "boolean" | "list", text: string): Mutation | undefined {
  const path = find(object, (value) =>
    type === "list" ? Array.isArray(value) && value.length > 0 : typeof value === type,
  );
  const key = path?.at(-1);
  if (path === undefined || key === undefined) return undefined;
  return change(object, `${path.join(".")}: a text for a ${type}`, path.slice(0, -1), (parent) =>
    set(parent, key, text),
  );
}

function find(
  value: unknown,
  fits: (value: unknown) => boolean,
  path: readonly string[] = [],
): readonly string[] | undefined {
  if (path.length > 0 && fits(value)) return path;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    // A port or a share may be a text by right.
    if (FREE.has(key) || INT_OR_STRING.has(key)) continue;
    const found = find(inner, fits, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
const INT_OR_STRING = new Set([
  "port",
  "targetPort",
  "maxUnavailable",
  "minAvailable",
  "maxSurge",
  "value",
  "count",
  "failureLimit",
  "inconclusiveLimit",
  "consecutiveErrorLimit",
]);

function change(
  object: KubernetesObject,
  what: string,
  path: readonly string[],
  mutate: (parent: Json) => void,
): Mutation | undefined {
  const copy = structuredClone(object) as unknown as Json;
  let at: unknown = copy;
  for (const key of path) at = (at as Json | undefined)?.[key];
  if (typeof at !== "object" || at === null) return undefined;
  mutate(at as Json);
  return { what: `${object.kind} ${object.metadata.name}: ${what}`, object: copy as unknown as KubernetesObject };
}

const set = (parent: Json, key: string, value: unknown): void => {
  parent[key] = value;
};
const drop = (parent: Json, key: string): void => {
  delete parent[key];
};
const isMapping = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
