// One Kubernetes object of the output: where it belongs, why it is there, and the object itself, plain and frozen. The
// models of `kubernetes-models` validate nothing by themselves, so an object becomes a manifest only through here: what
// its schema refuses, a bad name, or a namespace that is missing or out of place is an error on the line that made it.
//
// KUBE-A `validate()` has passed. KUBE-B names are DNS names of at most 63 characters where other names are made of
// them, 253 elsewhere. KUBE-C cluster-wide kinds have no namespace, all others have one.
import { type CustomKind, isClusterScoped } from "./kinds.ts";

export type Wave = 0 | 1 | 2 | 3 | 4;
/** What each wave holds; the next begins when the one before is healthy. */
export const WAVES = {
  0: "custom resource definitions and namespaces",
  1: "controllers",
  2: "policies, secrets and nodes",
  3: "observability",
  4: "workloads",
} as const satisfies Record<Wave, string>;

export type KubernetesObject = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
  };
  /** `spec`, `data`, `rules`, ...: each kind has its own. */
  readonly [field: string]: unknown;
};

/** `component` is the directory: a workload's or an add-on's name. */
export type Place = { readonly component: string; readonly wave: Wave; readonly why: string };
export type Manifest = Place & { readonly object: KubernetesObject };

/** What `kubernetes-models` gives for every kind. */
export type KubernetesModel = { validate(): void; toJSON(): unknown };

export class ManifestError extends Error {
  override readonly name = "ManifestError";
}

export function manifest(place: Place, model: KubernetesModel): Manifest {
  // Undefined fields fall away, and nested models become plain.
  const object = plain(model);
  try {
    model.validate();
  } catch (cause) {
    throw new ManifestError(`${called(object)} is refused by its schema: ${refusals(cause, object)}`, { cause });
  }
  return checked(place, object, isClusterScoped(object.apiVersion, object.kind));
}

/** An object of a kind that no package knows: its type is written by hand, beside what would be refused of it. */
export function customManifest<T extends { metadata: object }>(
  place: Place,
  definition: CustomKind<T>,
  written: T,
): Manifest {
  const object = plain({ apiVersion: definition.apiVersion, kind: definition.kind, ...written });
  const problems = definition.problems(written);
  if (problems.length > 0) throw new ManifestError(`${called(object)} can't work: ${problems.join("; ")}`);
  return checked(place, object, definition.scope === "cluster");
}

/** Below a region's directory. Lower case, since some file systems hold names of two cases to be one. */
export const manifestPath = ({ component, object }: Manifest): string =>
  `${component}/${object.kind}.${object.metadata.name}.yaml`.toLowerCase();

/** How a message names an object: "Deployment tandem/collector". */
export const called = ({ kind, metadata }: KubernetesObject): string =>
  `${kind} ${metadata?.namespace === undefined ? "" : `${metadata.namespace}/`}${metadata?.name ?? "(no name)"}`;

/** Kinds whose name becomes a host's or a label's part, where 63 characters are the end. */
const SHORT_NAMES = new Set([
  "Namespace",
  "Service",
  "Deployment",
  "Rollout",
  "StatefulSet",
  "DaemonSet",
  "Job",
  "Pod",
]);
/** A CronJob's name gets eleven characters more for each run. */
const CRON_JOB_NAME_MAX = 52;
const SHORT_MAX = 63;
const LONG_MAX = 253;
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
/** The one family whose names may hold colons. */
const ROLE_NAME = /^[A-Za-z0-9:._-]+$/;

function checked(place: Place, object: KubernetesObject, clusterScoped: boolean): Manifest {
  const problems = [...nameProblems(object)];
  const { namespace } = object.metadata;
  if (clusterScoped && namespace !== undefined)
    problems.push(`it is of the whole cluster, so metadata.namespace "${namespace}" must go`);
  if (!clusterScoped && namespace === undefined) problems.push("metadata.namespace is missing");
  if (!LABEL.test(place.component)) problems.push(`"${place.component}" is no name of a component's directory`);
  if (problems.length > 0) throw new ManifestError(`${called(object)}: ${problems.join("; ")}`);
  return deepFreeze({ component: place.component, wave: place.wave, why: place.why, object });
}

function nameProblems({ kind, metadata }: KubernetesObject): string[] {
  const { name } = metadata ?? {};
  if (name === undefined || name === "") return ["metadata.name is missing"];
  if (/Role(Binding)?$/.test(kind)) return ROLE_NAME.test(name) ? [] : [`metadata.name "${name}" is no role's name`];
  const short = SHORT_NAMES.has(kind);
  const most = kind === "CronJob" ? CRON_JOB_NAME_MAX : short ? SHORT_MAX : LONG_MAX;
  if (name.length > most) return [`metadata.name "${name}" has ${name.length} characters and may have ${most}`];
  return (short ? LABEL : SUBDOMAIN).test(name) ? [] : [`metadata.name "${name}" is no DNS name (RFC 1123)`];
}

/** The schema's complaints with the value that each found, since its own messages leave that out. */
function refusals(cause: unknown, object: KubernetesObject): string {
  const errors = (cause as { errors?: { instancePath: string; message?: string }[] }).errors ?? [];
  if (errors.length === 0) return String((cause as Error).message);
  const lines = errors.map(({ instancePath, message }) => {
    const field = instancePath.slice(1).replaceAll("/", ".");
    return `${field === "" ? "it" : field} ${message} (found ${JSON.stringify(valueAt(object, instancePath))})`;
  });
  return [...new Set(lines)].join("; ");
}

const valueAt = (object: unknown, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], object);

const plain = (model: unknown): KubernetesObject => JSON.parse(JSON.stringify(model)) as KubernetesObject;

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
