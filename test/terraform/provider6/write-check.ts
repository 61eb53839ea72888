// A resource as a TypeScript object of the type that another binding gives it: arguments and blocks in camel case, what
// only Terraform knows as a value of any type.
import { type Blocks, RESOURCE_BLOCKS } from "../../../src/platform/terraform/aws/blocks.generated.ts";
import { type Argument, isExpression } from "../../../src/platform/terraform/language/expression.ts";
import type { Resource } from "../../../src/platform/terraform/language/graph.ts";

export type Declared = { readonly where: string; readonly resource: Resource };
/** Interface → argument → the type that it is declared with. */
export type Shapes = ReadonlyMap<string, ReadonlyMap<string, string>>;
export type ConfigType = { readonly directory: string; readonly type: string; readonly shapes: Shapes };
type Types = ReadonlyMap<string, ConfigType>;

export const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The interfaces of a declaration file, as far as this check needs them. */
export function shapesOf(text: string): Shapes {
  const shapes = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = "", body = ""] of text.matchAll(/export interface (\w+)[^{]*\{([\s\S]*?)\n\}/g)) {
    const properties = [...body.matchAll(/readonly (\w+)\??: ([^;]+);/g)].map(
      ([, key = "", type = ""]) => [key, type] as const,
    );
    shapes.set(name, new Map(properties));
  }
  return shapes;
}

/** One object for each resource, each below a comment that says where it is from. */
export function typeCheckText(declared: readonly Declared[], types: Types): string {
  const wanted = [...new Set(declared.map(({ resource }) => resource.type))].flatMap((type) => types.get(type) ?? []);
  const imports = wanted.map(
    ({ directory, type }) => `import type { ${type} } from "@cdktn/provider-aws/lib/${directory}/index.js";`,
  );
  const objects = declared.flatMap(({ where, resource }, index) => {
    const type = types.get(resource.type);
    if (!type) return [];
    const object = objectText(resource.args, RESOURCE_BLOCKS[resource.type] ?? {}, type.shapes, type.type);
    return [`// ${where}\nexport const r${index}: ${type.type} = ${object};`];
  });
  return `${imports.join("\n")}\ndeclare const known: any;\n${objects.join("\n")}\n`;
}

type Args = { readonly [name: string]: Argument };

function objectText(args: Args, nested: Blocks, shapes: Shapes, shape: string): string {
  const entries = Object.entries(args).map(([name, value]) => {
    const declared = shapes.get(shape)?.get(camel(name)) ?? "";
    return `${JSON.stringify(camel(name))}: ${valueText(value, nested[name], shapes, declared)}`;
  });
  return `{ ${entries.join(", ")} }`;
}

function valueText(value: Argument, nested: Blocks | undefined, shapes: Shapes, declared: string): string {
  if (isExpression(value)) return "known";
  if (nested !== undefined) {
    // One block and a list of one block are the same HCL; this binding writes some as the one and some as the other.
    const blocks = (Array.isArray(value) ? value : [value]) as readonly Args[];
    const shape = /^\w+/.exec(declared)?.[0] ?? "";
    const texts = blocks.map((block) => (isExpression(block) ? "known" : objectText(block, nested, shapes, shape)));
    return declared.includes("[]") || texts.length !== 1 ? `[${texts.join(", ")}]` : (texts[0] ?? "known");
  }
  if (Array.isArray(value)) {
    return `[${(value as readonly Argument[]).map((item) => valueText(item, undefined, shapes, "")).join(", ")}]`;
  }
  if (value === null) return "undefined";
  // Below an argument that is no block, keys are the user's: tags, dimensions.
  return typeof value === "object" ? "known" : JSON.stringify(value);
}
