// One top-level block as HCL: arguments first, nested blocks after them, what steers Terraform itself last.
import { type Blocks, DATA_BLOCKS, EPHEMERAL_BLOCKS, RESOURCE_BLOCKS } from "../aws/blocks.generated.ts";
import { type Argument, isExpression } from "./expression.ts";
import type { Arguments, ConditionContent, Item, LifecycleContent, Resource } from "./graph.ts";
import { comment, type Line, printLines, printValue, quoted } from "./print-value.ts";

const BLOCKS = { resource: RESOURCE_BLOCKS, data: DATA_BLOCKS, ephemeral: EPHEMERAL_BLOCKS };
const INDENT = "  ";

export function printItem(item: Item): string {
  switch (item.kind) {
    case "resource":
      return printResource(item);
    case "output":
      return block(`output ${quoted(item.name)}`, undefined, [
        line("description", item.description),
        line("value", item.value),
        ...(item.sensitive ? [line("sensitive", true)] : []),
      ]);
    case "variable":
      return block(
        `variable ${quoted(item.name)}`,
        undefined,
        [
          { name: "type", value: item.type },
          line("description", item.description),
          ...(item.default === undefined ? [] : [line("default", item.default)]),
          ...(item.sensitive ? [line("sensitive", true)] : []),
          ...(item.ephemeral ? [line("ephemeral", true)] : []),
        ],
        conditions("validation", item.validation),
      );
    case "moved":
      return block("moved", item.comment, [plain("from", item.from), plain("to", item.to)]);
    case "import":
      return block("import", item.comment, [plain("to", item.to), line("id", item.id)]);
    case "removed":
      return block(
        "removed",
        item.comment,
        [plain("from", item.from)],
        [nested("lifecycle", [line("destroy", item.destroy, `${INDENT}${INDENT}`)])],
      );
    case "check":
      return block(`check ${quoted(item.name)}`, item.comment, [], conditions("assert", item.assert));
  }
}

function printResource(resource: Resource): string {
  const blocks = BLOCKS[resource.mode][resource.type] ?? {};
  const body = printBody(resource.args, blocks, INDENT);
  const provider = resource.provider === undefined ? [] : [`${INDENT}provider = aws.${resource.provider}`];
  const parts = [
    ...provider.map((text) => [text]),
    ...body,
    ...printLifecycle(resource.lifecycle),
    ...(resource.dependsOn.length === 0
      ? []
      : [printLines([{ name: "depends_on", value: names(resource.dependsOn, INDENT) }], INDENT)]),
  ];
  return framed(`${resource.mode} ${quoted(resource.type)} ${quoted(resource.name)}`, resource.comment, parts);
}

/** The arguments as one part, then each nested block as a part of its own. */
function printBody(args: Arguments, blocks: Blocks, indent: string): string[][] {
  const lines: Line[] = [];
  const inside: string[][] = [];
  for (const [name, value] of Object.entries(args)) {
    const inner = blocks[name];
    if (inner === undefined) lines.push({ name, value: printValue(value, indent) });
    else if (!Array.isArray(value)) inside.push(printBlock(name, value, inner, indent));
    else for (const one of value) inside.push(printBlock(name, one, inner, indent));
  }
  return lines.length === 0 ? inside : [printLines(lines, indent), ...inside];
}

function printBlock(name: string, value: Argument, blocks: Blocks, indent: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isExpression(value)) {
    throw new Error(
      `The block ${name} was given ${JSON.stringify(value)}. A block is an object of arguments, or a list of such objects.`,
    );
  }
  const parts = printBody(value as Arguments, blocks, `${indent}${INDENT}`);
  if (parts.length === 0) return [`${indent}${name} {}`];
  return [`${indent}${name} {`, ...spaced(parts), `${indent}}`];
}

function printLifecycle(lifecycle: LifecycleContent): string[][] {
  const indent = `${INDENT}${INDENT}`;
  const lines: Line[] = [];
  if (lifecycle.createBeforeDestroy !== undefined)
    lines.push(line("create_before_destroy", lifecycle.createBeforeDestroy));
  if (lifecycle.preventDestroy !== undefined) lines.push(line("prevent_destroy", lifecycle.preventDestroy));
  if (lifecycle.ignoreChanges !== undefined) {
    const { ignoreChanges: ignored } = lifecycle;
    lines.push({ name: "ignore_changes", value: ignored === "all" ? "all" : names(ignored, indent) });
  }
  if (lifecycle.replaceTriggeredBy) {
    lines.push({
      name: "replace_triggered_by",
      value: names(
        lifecycle.replaceTriggeredBy.map((one) => printValue(one, indent)),
        indent,
      ),
    });
  }
  const checks = [
    ...conditions("precondition", lifecycle.precondition, indent),
    ...conditions("postcondition", lifecycle.postcondition, indent),
  ];
  const parts = [...(lines.length === 0 ? [] : [printLines(lines, indent)]), ...checks];
  return parts.length === 0 ? [] : [[`${INDENT}lifecycle {`, ...spaced(parts), `${INDENT}}`]];
}

/** References, not strings. */
function names(list: readonly string[], indent: string): string {
  const one = `[${list.join(", ")}]`;
  return one.length <= 80 ? one : `[\n${list.map((name) => `${indent}  ${name},\n`).join("")}${indent}]`;
}

const conditions = (name: string, list: readonly ConditionContent[] = [], indent = INDENT): string[][] =>
  list.map((one) => {
    const inner = `${indent}${INDENT}`;
    const lines = [line("condition", one.condition, inner), line("error_message", one.error_message, inner)];
    return [`${indent}${name} {`, ...printLines(lines, inner), `${indent}}`];
  });

const nested = (name: string, lines: readonly Line[]): string[] => [
  `${INDENT}${name} {`,
  ...printLines(lines, `${INDENT}${INDENT}`),
  `${INDENT}}`,
];

const block = (
  head: string,
  above: string | undefined,
  lines: readonly Line[],
  parts: readonly string[][] = [],
): string => framed(head, above, [...(lines.length === 0 ? [] : [printLines(lines, INDENT)]), ...parts]);

function framed(head: string, above: string | undefined, parts: readonly (readonly string[])[]): string {
  const body = parts.length === 0 ? [`${head} {}`] : [`${head} {`, ...spaced(parts), "}"];
  return [...(above === undefined ? [] : comment(above)), ...body].join("\n");
}

/** Parts with an empty line between them. */
function spaced(parts: readonly (readonly string[])[]): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    if (lines.length > 0) lines.push("");
    for (const line of part) lines.push(line);
  }
  return lines;
}

const line = (name: string, value: Argument, indent = INDENT): Line => ({ name, value: printValue(value, indent) });
const plain = (name: string, value: string): Line => ({ name, value });
