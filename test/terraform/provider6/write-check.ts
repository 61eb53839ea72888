// A resource as a TypeScript object of the type that another binding gives it: arguments and blocks in camel case, what
// only Terraform knows as a value of any type.
import { type Blocks, RESOURCE_BLOCKS } from "../../../src/platform/terraform/aws/blocks.generated.ts";
import { type Argument, isExpression } from "../../../src/platform/terraform/language/expression.ts";
import type { Resource } from "../../../src/platform/terraform/language/graph.ts";

export type Declared = { readonly where: string; readonly resource: Resource };
type Types = ReadonlyMap<string, { readonly directory: string; readonly type: string }>;

export const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** One object for each resource, each below a comment that says where it is from. */
export function typeCheckText(declared: readonly Declared[], types: Types): string {
  const wanted = [...new Set(declared.map(({ resource }) => resource.type))].flatMap((type) => types.get(type) ?? []);
  const imports = wanted.map(
    ({ directory, type }) => `import type { ${type} } from "@cdktn/provider-aws/lib/${directory}/index.js";`,
  );
  const objects = declared.flatMap(({ where, resource }, index) => {
    const type = types.get(resource.type);
    if (!type) return [];
    return [
      `// ${where}\nexport const r${index}: ${type.type} = ${objectText(resource.args, RESOURCE_BLOCKS[resource.type] ?? {})};`,
    ];
  });
  return `${imports.join("\n")}\ndeclare const known: any;\n${objects.join("\n")}\n`;
}

function objectText(args: { readonly [name: string]: Argument }, nested: Blocks): string {
  const entries = Object.entries(args).map(
    ([name, value]) => `${JSON.stringify(camel(name))}: ${valueText(value, nested[name])}`,
  );
  return `{ ${entries.join(", ")} }`;
}

function valueText(value: Argument, nested: Blocks | undefined): string {
  if (isExpression(value)) return "known";
  if (Array.isArray(value))
    return `[${(value as readonly Argument[]).map((item) => valueText(item, nested)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return value === null ? "undefined" : JSON.stringify(value);
  // Below an argument that is no block, keys are the user's: tags, dimensions.
  if (nested === undefined) return "known";
  return objectText(value as { readonly [name: string]: Argument }, nested);
}
