// From the provider's schema to TypeScript: what each resource takes, what can be read of it, and which of its
// arguments are blocks in HCL. Left out: what only the provider sets, what is deprecated, and attributes that look
// like blocks (`ingress` of aws_security_group): with those every key must be given, and the provider removes what
// others add; the standalone rule resources do it better.
import { CHOICES } from "../../../src/platform/terraform/aws/choices.ts";
import {
  type Attribute,
  type Block,
  type NestedBlock,
  PROVIDER_VERSION,
  type ProviderSchema,
  type SchemaType,
} from "./provider-schema.ts";

type Names = {
  readonly resources: readonly string[];
  readonly data: readonly string[];
  readonly ephemeral: readonly string[];
};
type Writing = {
  /** Text of an interface → its name, so that equal blocks are written once. */
  readonly interfaces: Map<string, string>;
  readonly taken: Set<string>;
  readonly out: string[];
  readonly banned: string[];
  /** Keys of CHOICES that no argument had yet. */
  readonly choices: Set<string>;
};

export function writeTypes(
  schema: ProviderSchema,
  names: Names,
): { readonly types: string; readonly tables: string; readonly banned: readonly string[] } {
  const writing: Writing = {
    interfaces: new Map(),
    taken: new Set(),
    out: [],
    banned: [],
    choices: new Set(Object.keys(CHOICES)),
  };
  const maps = [
    typeMap(writing, "ResourceTypes", names.resources, schema.resource_schemas, ""),
    typeMap(writing, "DataTypes", names.data, schema.data_source_schemas, "Data"),
    typeMap(writing, "EphemeralTypes", names.ephemeral, schema.ephemeral_resource_schemas, "Ephemeral"),
  ];
  if (writing.choices.size > 0) {
    throw new Error(
      `choices.ts names ${[...writing.choices].join(", ")}, which no resource of resource-types.ts takes. Correct the path, or take it out with its type.`,
    );
  }
  const blocks = writeBlocks(schema, names);
  const haveAddress = [
    ...names.resources.map((type) => [type, schema.resource_schemas[type]] as const),
    ...names.data.map((type) => [type, schema.data_source_schemas[type]] as const),
  ]
    .filter(([, found]) => found?.block.attributes?.address)
    .map(([type]) => type);
  const head = `// Written by \`npm run generate:terraform\` from the schema of hashicorp/aws ${PROVIDER_VERSION}; not edited by hand.\n`;
  const types = `${head}import type { Ref, RefList, RefMap, RefSet, Value } from "../language/expression.ts";

${[...maps, ...writing.out].join("\n")}`;
  const tables = `${head}
/** Types with an attribute called \`address\`, which a handle then means by that name. */
export const HAVE_ADDRESS: readonly string[] = ${JSON.stringify([...new Set(haveAddress)].sort())};

${blocks}`;
  return { types, tables, banned: writing.banned };
}

function typeMap(
  writing: Writing,
  name: string,
  types: readonly string[],
  schemas: ProviderSchema["resource_schemas"],
  prefix: string,
): string {
  const rows = types.map((type) => {
    const block = schemas[type]?.block;
    if (!block)
      throw new Error(
        `resource-types.ts names ${type}, which hashicorp/aws ${PROVIDER_VERSION} doesn't have (${name}).`,
      );
    const base = prefix + pascal(type.replace(/^aws_/, ""));
    const taken = named(writing, base, argumentLines(writing, block, [type]));
    const read = named(writing, `${base}Outputs`, outputLines(writing, block));
    return `  ${type}: { arguments: ${taken}; outputs: ${read} };`;
  });
  return `export interface ${name} {\n${rows.join("\n")}\n}\n`;
}

function argumentLines(writing: Writing, block: Block, path: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [name, attribute] of sorted(block.attributes)) {
    if (attribute.deprecated || (!attribute.required && !attribute.optional)) continue;
    if (path.length === 1 && (name === "tags_all" || (name === "id" && !attribute.required))) continue;
    const type = argumentType(writing, attribute, [...path, name]);
    if (type === undefined) writing.banned.push([...path, name].join("."));
    else lines.push(property(name, type, attribute.required === true));
  }
  for (const [name, nested] of sorted(block.block_types)) {
    if (nested.block.deprecated) continue;
    const inner = named(writing, pascal(name), argumentLines(writing, nested.block, [...path, name]));
    // Whether a list may hold more than one, the schema often doesn't say; a single block is an object in any case.
    const type =
      nested.nesting_mode === "map" ? `Readonly<Record<string, ${inner}>>` : `${inner} | readonly ${inner}[]`;
    lines.push(property(name, type, (nested.min_items ?? 0) > 0));
  }
  return lines;
}

function argumentType(writing: Writing, attribute: Attribute, path: readonly string[]): string | undefined {
  if (attribute.nested_type) {
    const { nesting_mode: mode, attributes } = attribute.nested_type;
    const inner = named(writing, pascal(path.at(-1) as string), argumentLines(writing, { attributes }, path));
    if (mode === "map") return `Value<Readonly<Record<string, ${inner}>>>`;
    return mode === "single" || mode === "group" ? inner : `readonly ${inner}[]`;
  }
  const type = attribute.type as SchemaType;
  if (attribute.sensitive || attribute.write_only) return `Ref<${plainType(type)}>`;
  const words = choicesFor(writing, path);
  if (words) {
    const union = words.map((word) => JSON.stringify(word)).join(" | ");
    // A reference may be to any string: what a provider reads, it has said rightly.
    const one = `${union} | Ref<string>`;
    return type === "string" ? one : `Value<readonly (${one})[]>`;
  }
  return valueType(type);
}

function choicesFor(writing: Writing, path: readonly string[]): readonly string[] | undefined {
  const key = path.join(".");
  writing.choices.delete(key);
  return (CHOICES as Readonly<Record<string, readonly string[]>>)[key];
}

/** What an argument of this type takes, or nothing when it is a list of objects in an attribute's clothes. */
function valueType(type: SchemaType): string | undefined {
  if (typeof type === "string") return `Value<${plainType(type)}>`;
  if (type[0] === "object") return undefined;
  const inner = valueType(type[1]);
  if (inner === undefined) return undefined;
  return type[0] === "map" ? `Value<Readonly<Record<string, ${inner}>>>` : `Value<readonly ${inner}[]>`;
}

function plainType(type: SchemaType): string {
  if (type === "bool") return "boolean";
  if (type === "dynamic") return "unknown";
  if (typeof type === "string") return type;
  if (type[0] === "object") return "unknown";
  return type[0] === "map" ? `Readonly<Record<string, ${plainType(type[1])}>>` : `readonly ${plainType(type[1])}[]`;
}

function outputLines(writing: Writing, block: Block): string[] {
  const lines: string[] = [];
  for (const [name, attribute] of sorted(block.attributes)) {
    if (attribute.deprecated || attribute.write_only) continue;
    lines.push(`  readonly ${name}: ${outputType(writing, name, attribute)};`);
  }
  for (const [name, nested] of sorted(block.block_types)) {
    if (nested.block.deprecated || name === "timeouts") continue;
    const inner = named(writing, `${pascal(name)}Outputs`, outputLines(writing, nested.block));
    lines.push(`  readonly ${name}: ${collected(nested.nesting_mode, inner)};`);
  }
  return lines;
}

function outputType(writing: Writing, name: string, attribute: Attribute): string {
  if (attribute.nested_type) {
    const { nesting_mode: mode, attributes } = attribute.nested_type;
    return collected(mode, named(writing, `${pascal(name)}Outputs`, outputLines(writing, { attributes })));
  }
  return readType(writing, name, attribute.type as SchemaType);
}

function readType(writing: Writing, name: string, type: SchemaType): string {
  if (typeof type === "string") return `Ref<${plainType(type)}>`;
  if (type[0] === "object") {
    const lines = Object.entries(type[1]).map(([key, inner]) => `  readonly ${key}: ${readType(writing, key, inner)};`);
    return named(writing, `${pascal(name)}Outputs`, lines);
  }
  if (type[0] === "map") return `RefMap<${plainType(type[1])}>`;
  return `${type[0] === "set" ? "RefSet" : "RefList"}<${readType(writing, name, type[1])}>`;
}

const collected = (mode: NestedBlock["nesting_mode"], inner: string): string => {
  if (mode === "single" || mode === "group") return inner;
  if (mode === "map") return `Readonly<Record<string, ${inner}>>`;
  return `${mode === "set" ? "RefSet" : "RefList"}<${inner}>`;
};

const property = (name: string, type: string, required: boolean): string =>
  required ? `  readonly ${name}: ${type};` : `  readonly ${name}?: ${type} | undefined;`;

/** The interface of these lines: one written before if there is one, else a new one under the first free name. */
function named(writing: Writing, wanted: string, lines: readonly string[]): string {
  const body = lines.length === 0 ? "Readonly<Record<string, never>>" : `{\n${lines.join("\n")}\n}`;
  const before = writing.interfaces.get(body);
  if (before) return before;
  let name = wanted;
  for (let number = 2; writing.taken.has(name); number++) name = `${wanted}${number}`;
  writing.taken.add(name);
  writing.interfaces.set(body, name);
  writing.out.push(lines.length === 0 ? `type ${name} = ${body};\n` : `interface ${name} ${body}\n`);
  return name;
}

/** Which arguments are blocks in HCL, and within them. Equal tables are written once, and refer to each other. */
function writeBlocks(schema: ProviderSchema, names: Names): string {
  const known = new Map<string, string>();
  const lines: string[] = [];
  const table = (block: Block): string => {
    const rows = sorted(block.block_types)
      .filter(([, nested]) => !nested.block.deprecated)
      .map(([name, nested]) => `${name}: ${table(nested.block)}`);
    if (rows.length === 0) return "leaf";
    const body = `{ ${rows.join(", ")} }`;
    const before = known.get(body);
    if (before) return before;
    const name = `b${known.size + 1}`;
    known.set(body, name);
    lines.push(`const ${name}: Blocks = ${body};`);
    return name;
  };
  const top = (name: string, types: readonly string[], schemas: ProviderSchema["resource_schemas"]): string =>
    `export const ${name}: Readonly<Record<string, Blocks>> = {\n${types.map((type) => `  ${type}: ${table(schemas[type]?.block ?? {})},`).join("\n")}\n};\n`;
  const tops = [
    top("RESOURCE_BLOCKS", names.resources, schema.resource_schemas),
    top("DATA_BLOCKS", names.data, schema.data_source_schemas),
    top("EPHEMERAL_BLOCKS", names.ephemeral, schema.ephemeral_resource_schemas),
  ];
  return `/** The arguments that HCL writes as blocks, and those within them. */\nexport interface Blocks {\n  readonly [name: string]: Blocks;\n}\nconst leaf: Blocks = {};\n${lines.join("\n")}\n\n${tops.join("\n")}`;
}

const sorted = <T>(record: Readonly<Record<string, T>> | undefined): [string, T][] =>
  Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

const pascal = (name: string): string =>
  name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
