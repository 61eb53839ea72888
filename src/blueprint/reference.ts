// The blueprint's reference, made from the schema: every field with what it means, what may stand there and what it is
// when left out. The manual's page and the file that `tandem init` writes say the same words.
import { z } from "zod";
import { blueprintSchema } from "./blueprint.ts";

/** What a JSON schema says of one field. */
export type Described = {
  description?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  items?: Described;
  prefixItems?: Described[];
  oneOf?: Described[];
  anyOf?: Described[];
  properties?: Record<string, Described>;
};

export type Field = {
  /** Such as "data.relational (rds).iops". */
  readonly path: string;
  readonly about: string;
  readonly takes: string;
  /** As JSON; null where it has none. */
  readonly otherwise: string | null;
};

/** Every field in the order of the schema, the ways of a union one after the other. */
export function fieldsOf(): readonly Field[] {
  const schema = z.toJSONSchema(blueprintSchema, { io: "input", unrepresentable: "any" }) as Described;
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => walk(name, field));
}

/** A default that is the whole of a part says nothing that its fields don't. */
const ownDefault = (field: Described): string | null =>
  field.default === undefined || field.properties !== undefined ? null : JSON.stringify(field.default);

function walk(path: string, field: Described): Field[] {
  const own: Field = { path, about: field.description ?? "", takes: takes(field), otherwise: ownDefault(field) };
  const ways = waysOf(field);
  if (ways) return [own, ...ways.flatMap(({ kind, fields }) => inner(`${path} (${kind})`, fields))];
  if (field.items?.properties) return [own, ...inner(`${path}[]`, field.items.properties)];
  return [own, ...inner(path, field.properties ?? {})];
}

const inner = (path: string, fields: Record<string, Described>): Field[] =>
  Object.entries(fields).flatMap(([name, field]) => (name === "kind" ? [] : walk(`${path}.${name}`, field)));

function waysOf(field: Described): { kind: string; fields: Record<string, Described> }[] | null {
  const ways = field.oneOf ?? field.anyOf;
  if (!ways?.every((way) => way.properties?.kind?.const !== undefined)) return null;
  return ways.map((way) => ({ kind: String(way.properties?.kind?.const), fields: way.properties ?? {} }));
}

/** What may stand in a field, in words. */
function takes(field: Described): string {
  const ways = waysOf(field);
  if (ways) return `one of ${ways.map(({ kind }) => `\`${kind}\``).join(", ")}`;
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map((one) => `\`${JSON.stringify(one)}\``).join(", ");
  const choices = field.oneOf ?? field.anyOf;
  if (choices) return choices.map(takes).join(", ");
  if (field.prefixItems) return `${field.prefixItems.length} of: text`;
  if (field.items) return field.items.properties ? "a list" : `a list of: ${takes(field.items)}`;
  if (field.type === "integer" || field.type === "number")
    return `${field.type === "integer" ? "a whole number" : "a number"} from ${field.minimum} to ${field.maximum}`;
  if (field.type === "boolean") return "`true`, `false`";
  if (field.type === "string") return "text";
  return field.properties || field.type === "object" ? "a part" : "anything that JSON holds";
}

/** The table of one top-level part, or of the fields that have no part. */
export function referenceTable(): string {
  const rows = fieldsOf().map(
    ({ path, about, takes: may, otherwise }) =>
      `| \`${path}\` | ${cell(about)} | ${cell(may)} | ${otherwise === null ? "" : `\`${cell(otherwise)}\``} |`,
  );
  return ["| Field | What it is | What may stand there | Left out |", "| -- | -- | -- | -- |", ...rows].join("\n");
}

const cell = (text: string): string => text.replaceAll("|", "\\|");
