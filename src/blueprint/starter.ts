// The blueprint that `tandem init` writes: every field with its default and what it means, made from the schema itself.
import { z } from "zod";
import { blueprintSchema, fill } from "./blueprint.ts";

type Schema = {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
};

const WIDTH_MAX = 116;
/** Left to the person who fills it in: they describe one company's change over time. */
const LEFT_OUT = new Set(["notes", "patches", "renamed"]);

/** TypeScript text; `from` is where it imports defineBlueprint from. */
export function starterText(from: string): string {
  const filled = fill({});
  if (filled.kind === "refused")
    throw new Error(`The blueprint's own defaults are refused: ${JSON.stringify(filled.problems)}`);
  const schema = z.toJSONSchema(blueprintSchema, { io: "input", unrepresentable: "any", reused: "inline" }) as Schema;
  return `// A blueprint: one description of the whole platform. Each field here has its default; change what differs and delete
// what doesn't. Then: tandem synth THIS_FILE --out platform
import { defineBlueprint } from ${JSON.stringify(from)};

export const blueprint = defineBlueprint({
${fieldLines(schema, filled.blueprint as Readonly<Record<string, unknown>>, "  ").join("\n")}

  // environments: { dev: { … } } changes any of the fields above in one environment: dev, qa, uat or prod.
});
`;
}

function fieldLines(schema: Schema, values: Readonly<Record<string, unknown>>, indent: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field], index) => {
    if (LEFT_OUT.has(name) && indent === "  ") return [];
    const value = values[name];
    const above = [
      ...(index > 0 && (isPart(field) || indent === "  ") ? [""] : []),
      ...prose([field.description, wayText(field)].filter(Boolean).join(" "), indent),
    ];
    if (value === undefined) return [...above, `${indent}// ${name}: left out, so it is derived or absent.`];
    if (isPart(field) && isPlain(value)) {
      return [...above, `${indent}${name}: {`, ...fieldLines(field, value, `${indent}  `), `${indent}},`];
    }
    return [...above, `${indent}${name}: ${literal(value, indent)},`];
  });
}

const isPart = (schema: Schema): boolean => schema.properties !== undefined;
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** "One of …", for words and for ways. */
function wayText({ enum: words, oneOf, anyOf }: Schema): string | undefined {
  const ways = oneOf ?? anyOf;
  const named =
    words ?? ways?.map((way) => way.properties?.kind?.const ?? way.const).filter((word) => word !== undefined);
  if (named === undefined || named.length < 2) return undefined;
  return `One of ${named.map((word) => JSON.stringify(word)).join(", ")}.`;
}

function literal(value: unknown, indent: string): string {
  if (Array.isArray(value))
    return value.length === 0
      ? "[]"
      : folded(
          value.map((one) => literal(one, `${indent}  `)),
          "[",
          "]",
          indent,
        );
  if (!isPlain(value)) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  if (entries.length === 0) return "{}";
  return folded(
    entries.map(([name, one]) => `${key(name)}: ${literal(one, `${indent}  `)}`),
    "{ ",
    " }",
    indent,
  );
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** On one line where it fits. */
function folded(parts: readonly string[], open: string, close: string, indent: string): string {
  const line = `${open}${parts.join(", ")}${close}`;
  if (line.length + indent.length < WIDTH_MAX - 20 && !line.includes("\n")) return line;
  return `${open.trim()}\n${parts.map((part) => `${indent}  ${part},\n`).join("")}${indent}${close.trim()}`;
}

function prose(text: string, indent: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && indent.length + last.length + word.length + 4 <= WIDTH_MAX)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}// ${line}`);
}
