// Plain data as YAML that people read: block style, two spaces, quotes only where a reader of YAML 1.1 or 1.2 would take a
// text for something else. The `yaml` package writes the same at a twentieth of the speed, which a synth of hundreds of
// objects can't afford; its parser checks this writer on arbitrary data (yaml-text.test.ts).

export const yamlText = (value: { readonly [key: string]: unknown }): string => `${mapping(value, "")}\n`;

function mapping(value: Readonly<Record<string, unknown>>, indent: string): string {
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => `${scalar(key)}:${after(inner, indent)}`)
    .join(`\n${indent}`);
}

/** What stands behind "key:": on the same line when it is short, below and further in when it isn't. */
function after(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value) && value.length > 0)
    return `\n${deeper}${value.map((item) => `- ${element(item, `${deeper}  `)}`).join(`\n${deeper}`)}`;
  if (isMapping(value) && Object.keys(value).length > 0) return `\n${deeper}${mapping(value, deeper)}`;
  return ` ${leaf(value, deeper)}`;
}

/** An item of a list, whose first line stands behind the dash. */
function element(value: unknown, indent: string): string {
  if (Array.isArray(value) && value.length > 0)
    return value.map((item) => `- ${element(item, `${indent}  `)}`).join(`\n${indent}`);
  if (isMapping(value) && Object.keys(value).length > 0) return mapping(value, indent);
  return leaf(value, indent);
}

function leaf(value: unknown, indent: string): string {
  if (typeof value === "string") return isBlock(value) ? block(value, indent) : scalar(value);
  if (Array.isArray(value)) return "[]";
  if (isMapping(value)) return "{}";
  return JSON.stringify(value);
}

/** Words that some version of YAML reads as a truth or as nothing. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?[\d_].*)$/i;
/** Words of harmless signs, with single spaces between; a colon only inside of a word. */
const PLAIN =
  /^[A-Za-z/](?:[\w./@+;%$~=()<>^*?|&'-]|[,:](?=[\w/]))*(?: [\w./@+(<>=$'](?:[\w./@+;%$~=()<>^*?|&'-]|[,:](?=[\w/]))*,?)*$/;

const scalar = (text: string): string =>
  PLAIN.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text).replaceAll("\u007f", "\\u007f");

/** Several lines of ordinary text, which a block keeps as they are. */
const isBlock = (text: string): boolean =>
  text.includes("\n") &&
  !/^\s|[^\S\n]\n|[^\S\n]$|\n\n$|^\n|[^\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe]/.test(text) &&
  text !== "\n";

function block(text: string, indent: string): string {
  const ends = text.endsWith("\n");
  const lines = (ends ? text.slice(0, -1) : text).split("\n");
  return `|${ends ? "" : "-"}\n${lines.map((line) => (line === "" ? "" : `${indent}${line}`)).join("\n")}`;
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
