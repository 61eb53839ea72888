// Values as HCL text, the way `terraform fmt` leaves them.
import { type Argument, type Expression, isExpression, type Step } from "./expression.ts";

/** `name = value`; a value may have several lines. */
export type Line = { readonly name: string; readonly value: string };

const LIST_WIDTH_MAX = 90;
const COMMENT_WIDTH_MAX = 110;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Assignments, `=` aligned over each run of lines that stand on one line, as `terraform fmt` has them. */
export function printLines(lines: readonly Line[], indent: string): string[] {
  const out: string[] = [];
  let run: Line[] = [];
  const close = () => {
    const width = Math.max(0, ...run.map((line) => line.name.length));
    out.push(...run.map((line) => `${indent}${line.name.padEnd(width)} = ${line.value}`));
    run = [];
  };
  for (const line of lines) {
    if (!line.value.includes("\n")) {
      run.push(line);
      continue;
    }
    close();
    out.push(`${indent}${line.name} = ${line.value}`);
  }
  close();
  return out;
}

/** A value that begins on a line indented by `indent`. */
export function printValue(value: Argument, indent: string): string {
  if (value === null) return "null";
  if (typeof value === "string") return printString([value], indent);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return printList(value, indent);
  if (isExpression(value)) return printExpression(value, indent);
  return printObject(Object.entries(value), indent);
}

function printList(values: readonly Argument[], indent: string): string {
  const flat = values.map((value) => printValue(value, `${indent}  `));
  const line = `[${flat.join(", ")}]`;
  if (!line.includes("\n") && line.length + indent.length <= LIST_WIDTH_MAX) return line;
  if (values.length === 1 && !isScalar(values[0] as Argument)) return `[${printValue(values[0] as Argument, indent)}]`;
  return `[\n${flat.map((text) => `${indent}  ${text},\n`).join("")}${indent}]`;
}

const isScalar = (value: Argument): boolean => typeof value !== "object" || value === null || isExpression(value);

function printObject(entries: readonly (readonly [string, Argument])[], indent: string): string {
  if (entries.length === 0) return "{}";
  const lines = entries.map(([name, value]) => ({
    name: IDENTIFIER.test(name) ? name : quoted(name),
    value: printValue(value, `${indent}  `),
  }));
  return `{\n${printLines(lines, `${indent}  `).join("\n")}\n${indent}}`;
}

function printExpression(expression: Expression, indent: string): string {
  switch (expression.kind) {
    case "ref":
      return printReference(expression.address, expression.path);
    case "text":
      return printString(expression.parts, indent);
    case "json":
      return `jsonencode(${printValue(expression.value, indent)})`;
    case "call":
      return `${expression.function}(${expression.arguments.map((one) => printValue(one, indent)).join(", ")})`;
  }
}

function printReference(address: string, path: readonly Step[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (typeof step === "string") return IDENTIFIER.test(step) ? `${text}.${step}` : `${text}[${quoted(step)}]`;
    if ("only" in step) return `one(${text})`;
    return `one([for each in ${text} : each if each.${step.where} == ${quoted(step.is)}])`;
  }, address);
}

/** A string of literals and expressions: quoted, or a heredoc where it has several whole lines. */
function printString(parts: readonly Argument[], indent: string): string {
  if (parts.length === 1 && typeof parts[0] !== "string") return printValue(parts[0] as Argument, indent);
  const text = parts.map((part) => (typeof part === "string" ? part : "")).join("");
  if (isDocument(parts, text)) return heredoc(parts, indent);
  return `"${parts.map((part) => (typeof part === "string" ? escaped(part) : `\${${printValue(part, indent)}}`)).join("")}"`;
}

/** Several whole lines of printable text. */
const isDocument = (parts: readonly Argument[], text: string): boolean =>
  text.indexOf("\n") < text.length - 1 &&
  text.includes("\n") &&
  typeof parts.at(-1) === "string" &&
  (parts.at(-1) as string).endsWith("\n") &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a heredoc has no escapes, so these can't stand in one.
  !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(text) &&
  !/^\s*TEXT$/m.test(text);

/** Not the flush form (<<-): that takes away indentation which may be the document's own. */
function heredoc(parts: readonly Argument[], indent: string): string {
  const body = parts
    .map((part) => (typeof part === "string" ? templated(part) : `\${${printValue(part, indent)}}`))
    .join("");
  return `<<TEXT\n${body}TEXT`;
}

export const quoted = (text: string): string => `"${escaped(text)}"`;

/** `${` and `%{` begin templates, so a literal one is doubled. */
const templated = (text: string): string => text.replaceAll("${", "$${").replaceAll("%{", "%%{");

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };
const escaped = (text: string): string =>
  templated(text).replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped.
    /[\u0000-\u001f\u007f"\\]/g,
    (character) => ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** A comment's lines, wrapped. */
export function comment(text: string, indent = ""): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ").filter((one) => one !== "")) {
      if (line !== "" && indent.length + line.length + word.length + 3 > COMMENT_WIDTH_MAX) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    if (line !== "") lines.push(line);
  }
  return lines.map((line) => `${indent}# ${line}`);
}
