// Nginx's configuration language, written: directives, blocks and comments, indented, with each argument quoted where it
// must be. It promises that what was meant literally is read literally: a `$` begins a variable only where the author
// says so. No library on npm that writes this language is kept (decision 0047).

/** Where `$name` stands for a variable. */
type Interpolated = { readonly kind: "interpolated"; readonly text: string };
/** A regular expression, in which `$` is an anchor. */
type Pattern = { readonly kind: "pattern"; readonly text: string };
/** A plain string is literal. */
export type Argument = string | number | Interpolated | Pattern;

export type Directive = {
  readonly name: string;
  readonly args: readonly Argument[];
  /** Of a block; undefined where a semicolon ends it. */
  readonly children?: readonly Directive[];
  /** Sentences above it, for whoever reads the file on an instance. */
  readonly comment?: string;
};

export class NginxSyntaxError extends Error {
  override readonly name = "NginxSyntaxError";
}

export const withVariables = (text: string): Interpolated => ({ kind: "interpolated", text });
export const pattern = (text: string): Pattern => ({ kind: "pattern", text });

export const directive = (name: string, ...args: Argument[]): Directive => ({ name, args });

export const block = (name: string, args: readonly Argument[], children: readonly Directive[]): Directive => ({
  name,
  args,
  children,
});

export const commented = (comment: string, about: Directive): Directive => ({ ...about, comment });

/** The text of a file. */
export function written(directives: readonly Directive[], header: readonly string[] = []): string {
  const lines = header.map((line) => commentLine("", line));
  for (const one of directives) addLines(lines, one, "");
  return `${lines.join("\n")}\n`;
}

function addLines(lines: string[], one: Directive, indent: string): void {
  if (one.comment !== undefined) lines.push(commentLine(indent, one.comment));
  const head = [name(one), ...one.args.map(argument)].join(" ");
  if (one.children === undefined) {
    lines.push(`${indent}${head};`);
    return;
  }
  if (one.children.length === 0) {
    lines.push(`${indent}${head} {}`);
    return;
  }
  lines.push(`${indent}${head} {`);
  for (const child of one.children) addLines(lines, child, `${indent}  `);
  lines.push(`${indent}}`);
}

/** Of a map or a geo the "name" is what is looked up, and may be anything. */
function name({ name: given }: Directive): string {
  return /^[a-z_]+$/.test(given) ? given : argument(pattern(given));
}

function commentLine(indent: string, text: string): string {
  refuseControls(text);
  return `${indent}# ${text}`;
}

/** These mean something to Nginx outside of quotes, or are too rare to be worth a thought. */
const BARE = /^[A-Za-z0-9_.,/:=@*%+^~|?()$[\]!<>&-]+$/;

function argument(given: Argument): string {
  const text = typeof given === "object" ? given.text : String(given);
  refuseControls(text);
  if (typeof given === "string" && given.includes("$")) {
    throw new NginxSyntaxError(
      `"${given}" has a $, which Nginx takes for the beginning of a variable. Say withVariables() if it is one; a literal $ can't be written.`,
    );
  }
  if (BARE.test(text)) return text;
  // Nginx reads a backslash before these as an escape, also between single quotes, and leaves it where it is elsewhere.
  const escaped = text.replace(/\\(?=["'\\trn]|$)/g, "\\\\");
  return text.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}

function refuseControls(text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(text)) {
    throw new NginxSyntaxError(`${JSON.stringify(text)} has a control character. Write it on one line, without tabs.`);
  }
}
