// What a person writes: one object, everything in it optional, each default one that a senior engineer would choose.
// `defineBlueprint` checks its shape and names every problem at once; `resolve` (platform.ts) works out the rest.
import { z } from "zod";
import { knownFields } from "./known-fields.ts";
import { cluster } from "./schema/cluster.ts";
import { data, onPremises } from "./schema/data.ts";
import { edge, webTier } from "./schema/edge.ts";
import { existing, general, network, objectives, regions } from "./schema/general.ts";
import { notes, patches, renamed, waivers } from "./schema/notes.ts";
import { backups, cost, delivery, observability, recovery, secrets, security } from "./schema/operating.ts";

export const blueprintSchema = z.strictObject({
  ...general,
  regions,
  objectives,
  network,
  edge,
  webTier,
  cluster,
  data,
  onPremises,
  secrets,
  security,
  observability,
  delivery,
  backups,
  recovery,
  cost,
  existing,
  notes,
  patches,
  renamed,
  waivers,
});

export type BlueprintInput = z.input<typeof blueprintSchema>;
/** Every field present, defaults filled in; nothing derived yet. */
export type FilledBlueprint = z.output<typeof blueprintSchema>;

export const ENVIRONMENTS = ["dev", "qa", "uat", "prod"] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

/** Fields to change in one environment. Objects are merged; arrays, and ways with another `kind`, are replaced whole. */
export type Override<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Override<T[K]> } : T;

export type Blueprint = BlueprintInput & {
  environments?: Partial<Record<EnvironmentName, Override<Omit<BlueprintInput, "environment">>>>;
};

/** One thing wrong with a blueprint: the field, what was written there, what is wrong, and a way out. */
export type Problem = { field: string; value: unknown; wrong: string; instead: string };

export class BlueprintError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    const lines = problems.map(
      (one) =>
        `  ${one.field}${one.value === undefined ? "" : ` = ${JSON.stringify(one.value)}`}: ${one.wrong}. ${one.instead}`,
    );
    super(
      `The blueprint has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:\n${lines.join("\n")}`,
      options,
    );
    this.name = "BlueprintError";
    this.problems = problems;
  }
}

/** The blueprint itself, its shape checked in every environment. */
export function defineBlueprint(blueprint: Blueprint): Blueprint {
  const problems = [undefined, ...ENVIRONMENTS.filter((name) => blueprint.environments?.[name])].flatMap((name) => {
    const filled = fill(blueprint, name);
    return filled.kind === "filled" ? [] : filled.problems;
  });
  if (problems.length > 0) throw new BlueprintError(unique(problems));
  return blueprint;
}

export type Fill = { kind: "filled"; blueprint: FilledBlueprint } | { kind: "refused"; problems: readonly Problem[] };

/** The blueprint of one environment with every default filled in. Without a name: of the environment it names itself. */
export function fill(blueprint: Blueprint, environment?: EnvironmentName): Fill {
  const { environments, ...base } = blueprint;
  const name = environment ?? base.environment ?? "prod";
  const override = environments?.[name];
  const parsed = blueprintSchema.safeParse({
    ...(override ? (merge(base, override) as object) : base),
    environment: name,
  });
  if (parsed.success) return { kind: "filled", blueprint: parsed.data };
  return { kind: "refused", problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, base)) };
}

/** What `over` says, and `base` where it says nothing. */
export function merge(base: unknown, over: unknown): unknown {
  if (!isPlain(base) || !isPlain(over)) return over === undefined ? base : over;
  if ("kind" in over && "kind" in base && over.kind !== base.kind) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = merge(base[key], value);
  return merged;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function problemsOf(issue: z.core.$ZodIssue, blueprint: unknown): Problem[] {
  const field = issue.path.map(String).join(".");
  const value = issue.path.reduce<unknown>(
    (at, key) => (isPlain(at) || Array.isArray(at) ? (at as never)[key] : undefined),
    blueprint,
  );
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      field: [field, key].filter(Boolean).join("."),
      value: undefined,
      wrong: "no such field",
      instead: insteadOf(knownFields(blueprintSchema, issue.path, blueprint)),
    }));
  return [
    {
      field: field || "(the blueprint)",
      value,
      wrong: optionsOf(issue) ?? issue.message,
      instead: "docs/manual/blueprint.md says what may stand here",
    },
  ];
}

const insteadOf = (known: readonly string[]): string =>
  `${known.length === 0 ? "" : `Here may stand ${known.join(", ")}; `}docs/manual/blueprint.md says what each means`;

/** Of a choice between literals that aren't texts, the library says only that the input is invalid. */
function optionsOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return undefined;
  const values = issue.errors.map(([first]) => (first?.code === "invalid_value" ? first.values : undefined));
  if (values.some((one) => one === undefined)) return undefined;
  return `it is one of ${values
    .flatMap((one) => one ?? [])
    .map(String)
    .join(", ")}`;
}

function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [`${one.field}\n${one.wrong}`, one])).values()];
}
