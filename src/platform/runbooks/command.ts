// A command of a runbook is data: what is printed for people, parsed by tests and executed against the emulator is one and the
// same list of words. A word may name a variable of the shell as ${NAME}: a person set it, or a command before saved it.

export type Tool = "aws" | "kubectl" | "tandem" | "terraform" | "git" | "psql" | "curl" | "dig" | "awk" | "sleep";

export type RunbookCommand = {
  readonly tool: Tool;
  /** The words after the tool's name. */
  readonly argv: readonly string[];
  readonly effect: "reads" | "changes";
  /** What it is for: one sentence, printed above it. */
  readonly why: string;
  /** What it prints when all is well, in words. */
  readonly expect: string;
  /** A regular expression that its output then matches: checked where the emulator can run it. */
  readonly like?: string;
  /** The variable that its output is kept in. */
  readonly saves?: string;
};

type Rest = Omit<RunbookCommand, "tool" | "argv" | "effect">;

export const reads = (tool: Tool, argv: readonly string[], rest: Rest): RunbookCommand => ({
  tool,
  argv,
  effect: "reads",
  ...rest,
});
export const changes = (tool: Tool, argv: readonly string[], rest: Rest): RunbookCommand => ({
  tool,
  argv,
  effect: "changes",
  ...rest,
});

/** ${NAME}, or ${NAME#prefix}: the value without what it begins with, as POSIX shells have it. */
const VARIABLE = /\$\{([A-Z][A-Z0-9_]*)(?:#([^}]*))?\}/g;

/** A variable of the shell as it stands in a word; `without` is cut off the beginning of its value. */
export const variable = (name: string, without?: string): string =>
  `\${${name}${without === undefined ? "" : `#${without}`}}`;

/** The variables that a command needs before it can run. */
export const variablesIn = ({ argv }: Pick<RunbookCommand, "argv">): readonly string[] => [
  ...new Set(argv.flatMap((word) => [...word.matchAll(VARIABLE)].map(([, name]) => name as string))),
];

/** The words as a program gets them. Throws for a variable that nobody set. */
export const filledArgv = (
  { tool, argv }: Pick<RunbookCommand, "tool" | "argv">,
  values: Readonly<Record<string, string>>,
): string[] =>
  argv.map((word) =>
    word.replace(VARIABLE, (_, name: string, prefix = "") => {
      const value = values[name];
      if (value === undefined)
        throw new Error(
          `${tool} ${argv.join(" ")} needs $${name}, which no command before it saves and nobody fills in.`,
        );
      return value.startsWith(prefix) ? value.slice(prefix.length) : value;
    }),
  );

/** Nothing in it that a shell would read as anything but itself. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One word as a POSIX shell reads it back: variables in double quotes, all else in single ones or none. */
export function shellWord(word: string): string {
  if (PLAIN.test(word)) return word;
  const parts = word.split(/(\$\{[A-Z][A-Z0-9_]*(?:#[^}]*)?\})/);
  const mixed = parts.length > 1;
  if (mixed && parts.every((part, index) => index % 2 === 1 || MILD.test(part))) return `"${word}"`;
  return parts.map((part, index) => (index % 2 === 1 ? `"${part}"` : part === "" ? "" : singleQuoted(part))).join("");
}

/** Means itself between double quotes. */
const MILD = /^[^"\\`$!]*$/;
const singleQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const WIDTH_MAX = 110;
const INDENT = "  ";

/** The command as a person types it; options on lines of their own where one line would be too long. */
export function shellText(command: RunbookCommand): string {
  const { tool, argv, saves } = command;
  const close = saves === undefined ? "" : `) && echo "$${saves}"`;
  const open = saves === undefined ? tool : `${saves}=$(${tool}`;
  const line = `${[open, ...argv.map(shellWord)].join(" ")}${close}`;
  if (line.length <= WIDTH_MAX) return line;
  const lines: string[] = [open];
  for (const word of argv) {
    if (word.startsWith("--")) lines.push(shellWord(word));
    else lines.push(`${lines.pop()} ${shellWord(word)}`);
  }
  return `${lines.join(` \\\n${INDENT}`)}${close}`;
}
