// Values as HCL text, the way `terraform fmt` leaves them.
import { type Argument, type Expression, isExpression, type Step } from "./expression.ts";

/** `name = value`; a value may have several lines. */
export type Line = { readonly name: string; readonly value: string };

const LINE_WIDTH_MAX = 100;
const COMMENT_WIDTH_MAX = 110;
/** Words that mean something else where a key stands. */
const KEYWORDS: ReadonlySet<string> = new Set(["for", "null", "true", "false"]);
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Assignments, `=` aligned over each run of lines that stand on one line, as `terraform fmt` has them. */
export function printLines(lines: readonly Line[], indent: string): string[] {
  const out: string[] = [];
  let run: Line[] = [];
  const close = () => {
    let width = 0;
    for (const { name } of run) width = Math.max(width, name.length);
    for (const { name, value } of run) out.push(`${indent}${name.padEnd(width)} = ${value}`);
    run = [];
  };
  for (const line of lines) {
    // To `terraform fmt` a heredoc is one line.
    if (line.value.startsWith("<<") || !line.value.includes("\n")) {
      run.push(line);
      continue;
    }
    close();
    out.push(`${indent}${line.name} = ${line.value}`);
  }
  close();
  return out;
}

/** A value that begins on a line indented by `indent`, and may go on over more lines. */
export function printValue(value: Argument, indent: string): string {
  if (typeof value === "string") return value.includes("\n") ? printString([value], indent) : quoted(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return printList(value, indent);
  if (isExpression(value)) return printExpression(value, indent);
  return printObject(Object.entries(value), indent);
}

/** The same on one line, however long. */
function printInline(value: Argument): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(printInline).join(", ")}]`;
  if (!isExpression(value)) {
    const entries = Object.entries(value).map(([name, one]) => `${printKey(name)} = ${printInline(one)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  switch (value.kind) {
    case "ref":
      return printReference(value.address, value.path);
    case "text":
      return value.parts.length === 1 && typeof value.parts[0] !== "string"
        ? printInline(value.parts[0] as Argument)
        : printTemplate(value.parts);
    case "json":
      return `jsonencode(${printInline(value.value)})`;
    case "call":
      return `${value.function}(${value.arguments.map(printInline).join(", ")})`;
  }
}

function printList(values: readonly Argument[], indent: string): string {
  if (values.length === 0) return "[]";
  if (!values.some(isObject)) {
    const line = printInline(values);
    if (indent.length + line.length <= LINE_WIDTH_MAX) return line;
  }
  const [only] = values;
  if (values.length === 1 && only !== undefined && (isObject(only) || Array.isArray(only)))
    return `[${printValue(only, indent)}]`;
  const inner = `${indent}  `;
  const lines = values.map((value) => {
    if (typeof value === "string" || isExpression(value)) return printInline(value);
    if (isLonger(value, LINE_WIDTH_MAX)) return printValue(value, inner);
    const short = printInline(value);
    return inner.length + short.length <= LINE_WIDTH_MAX ? short : printValue(value, inner);
  });
  return `[\n${lines.map((text) => `${inner}${text},\n`).join("")}${indent}]`;
}

/** Whether a value's own texts alone are longer; seldom does a policy need to be printed twice to find out. */
function isLonger(value: Argument, widthMax: number): boolean {
  let width = 0;
  const add = (one: Argument): boolean => {
    if (typeof one === "string") width += one.length;
    else if (typeof one === "object" && one !== null && !isExpression(one))
      for (const [name, inner] of Object.entries(one)) {
        if (!Array.isArray(one)) width += name.length;
        if (add(inner)) return true;
      }
    return width > widthMax;
  };
  return add(value);
}

const isObject = (value: Argument): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isExpression(value);

function printObject(entries: readonly (readonly [string, Argument])[], indent: string): string {
  if (entries.length === 0) return "{}";
  const inner = `${indent}  `;
  const lines = entries.map(([name, value]) => ({ name: printKey(name), value: printValue(value, inner) }));
  return `{\n${printLines(lines, inner).join("\n")}\n${indent}}`;
}

const printKey = (name: string): string => (IDENTIFIER.test(name) && !KEYWORDS.has(name) ? name : quoted(name));

function printExpression(expression: Expression, indent: string): string {
  switch (expression.kind) {
    case "text":
      return printString(expression.parts, indent);
    case "json":
      return wrapped("jsonencode", printValue(expression.value, indent), indent);
    case "call": {
      const [only] = expression.arguments;
      if (expression.arguments.length !== 1 || only === undefined) return printInline(expression);
      return wrapped(expression.function, printValue(only, indent), indent);
    }
    case "ref":
      return printInline(expression);
  }
}

/** A heredoc's end stands alone on its line. */
const wrapped = (name: string, text: string, indent: string): string =>
  `${name}(${text}${text.startsWith("<<") ? `\n${indent}` : ""})`;

function printReference(address: string, path: readonly Step[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (typeof step === "string") return IDENTIFIER.test(step) ? `${text}.${step}` : `${text}[${quoted(step)}]`;
    if ("only" in step) return `one(${text})`;
    return `one([for each in ${text} : each if each.${step.where} == ${quoted(step.is)}])`;
  }, address);
}

/** A string of literals and expressions: quoted, or a heredoc where it has several whole lines. */
function printString(all: readonly Argument[], indent: string): string {
  const parts = merged(all);
  if (parts.length === 1 && typeof parts[0] !== "string") return printValue(parts[0] as Argument, indent);
  return isDocument(parts) ? `<<TEXT\n${joined(parts, templated)}TEXT` : printTemplate(parts);
}

const printTemplate = (parts: readonly Argument[]): string => `"${joined(merged(parts), escaped)}"`;

/** Neighbouring literals made one: "%" and "{x}" apart would be escaped as neither. */
function merged(parts: readonly Argument[]): readonly Argument[] {
  const out: Argument[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (typeof part === "string" && typeof last === "string") out[out.length - 1] = last + part;
    else if (part !== "" || parts.length === 1) out.push(part);
  }
  return out;
}

/** Literals as `literal` writes them, between them the expressions. A `$` before an expression would read as `$${`. */
const joined = (parts: readonly Argument[], literal: (text: string) => string): string =>
  parts
    .map((part, index) => {
      if (typeof part !== "string") return `\${${printInline(part)}}`;
      const dollars = index < parts.length - 1 ? (/\$+$/.exec(part)?.[0] ?? "") : "";
      const rest = literal(part.slice(0, part.length - dollars.length));
      return dollars === "" ? rest : `${rest}\${"${dollars}"}`;
    })
    .join("");

/** Several whole lines of printable text. */
function isDocument(parts: readonly Argument[]): boolean {
  const text = parts.map((part) => (typeof part === "string" ? part : "")).join("");
  const last = parts.at(-1);
  if (typeof last !== "string" || !last.endsWith("\n") || text.indexOf("\n") === text.length - 1) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a heredoc has no escapes, so these can't stand in one.
  return !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text) && !/^\s*TEXT$/m.test(text);
}

export const quoted = (text: string): string => `"${escaped(text)}"`;

/** `${` and `%{` begin templates, so a literal one is doubled. */
const templated = (text: string): string => text.replace(/[$%](?=\{)/g, "$&$&");

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped.
const ESCAPED = /[\u0000-\u001f\u007f"\\]/g;
/** Most texts have nothing of all that. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same again.
const UNLIKE_ITSELF = /[\u0000-\u001f\u007f"\\{]/;
const escaped = (text: string): string =>
  UNLIKE_ITSELF.test(text)
    ? templated(text).replace(
        ESCAPED,
        (character) => ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
      )
    : text;

/** A line break inside a sentence, which was only somebody's wrapping. */
const WRAPPED = /([^.:;?!])\n(?![-*] |\d+\. )/g;

/** A comment's lines, wrapped. */
export function comment(text: string, indent = ""): string[] {
  const lines: string[] = [];
  for (const paragraph of text.replace(WRAPPED, "$1 ").split("\n")) {
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
