// A page of a runbook as data, and as Markdown. Commands are never text: whoever reads the page and whoever checks it reads the
// same list.
import { type RunbookCommand, shellText, shellWord, variablesIn } from "./command.ts";

export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly numbered?: true }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "commands"; readonly commands: readonly RunbookCommand[] };

export type Section = {
  readonly title: string;
  /** Where links lead; else none. Unique within a page. */
  readonly anchor?: string;
  readonly blocks: readonly Block[];
};

/** A value that a person has to find and set before the commands can run. */
export type Input = { readonly name: string; readonly says: string; readonly example: string };

/** Whose role a page's commands need. A proof holds what on call types against that role's own policies. */
export type PageRole = { readonly kind: "on-call"; readonly name: string } | { readonly kind: "administrator" };

export type Page = {
  /** The file's name without its ending. */
  readonly name: string;
  readonly title: string;
  /** One sentence: what it is for and why it is there. */
  readonly why: string;
  /** None where no cloud is asked. */
  readonly role?: PageRole;
  readonly inputs: readonly Input[];
  readonly sections: readonly Section[];
};

export const text = (words: string): Block => ({ kind: "text", text: words });
export const list = (...items: readonly string[]): Block => ({ kind: "list", items });
export const steps = (...items: readonly string[]): Block => ({ kind: "list", items, numbered: true });
export const commands = (...all: readonly RunbookCommand[]): Block => ({ kind: "commands", commands: all });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: "table",
  head,
  rows,
});

export const commandsOf = ({ sections }: Pick<Page, "sections">): readonly RunbookCommand[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "commands" ? block.commands : [])));

/** Variables that a page's commands use before anything gives them a value: a page with one is refused by its test. */
export function unsetVariables(page: Page): readonly string[] {
  const known = new Set(page.inputs.map(({ name }) => name));
  const unset = new Set<string>();
  for (const command of commandsOf(page)) {
    for (const name of variablesIn(command)) if (!known.has(name)) unset.add(name);
    if (command.saves !== undefined) known.add(command.saves);
  }
  return [...unset];
}

export const anchorsOf = ({ sections }: Page): readonly string[] => sections.flatMap(({ anchor }) => anchor ?? []);

export function pageText(page: Page): string {
  const { title, why, role, inputs, sections } = page;
  return `${[
    `# ${title}`,
    why,
    ...(role === undefined ? [] : [`**Typed as:** ${roleText(role)}`]),
    ...(inputs.length === 0
      ? []
      : [
          "Set first, in the shell that everything below is typed into:",
          `\`\`\`sh\n${inputs.map(({ name, says, example }) => `export ${name}=${shellWord(example)}   # ${says}`).join("\n")}\n\`\`\``,
        ]),
    ...sections.flatMap(sectionText),
  ].join("\n\n")}\n`;
}

const roleText = (role: PageRole): string =>
  role.kind === "on-call"
    ? `\`${role.name}\`, the role of who is on call, which may do all of it.`
    : "an administrator of the blueprint, or the account's break-glass user (see break-glass.md). What only looks, mostly goes with the role of who is on call.";

const sectionText = ({ title, anchor, blocks }: Section): readonly string[] => [
  `## ${anchor === undefined ? "" : `<a id="${anchor}"></a>`}${title}`,
  ...blocks.map(blockText),
];

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "list":
      return block.items.map((item, index) => `${block.numbered ? `${index + 1}.` : "-"} ${item}`).join("\n");
    case "table":
      return [block.head, block.head.map(() => "---"), ...block.rows].map(rowText).join("\n");
    case "commands":
      return block.commands.map(commandText).join("\n\n");
  }
}

const rowText = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** What it is for, the command, what it answers. What changes something is marked, so that nobody runs it by the way. */
const commandText = (command: RunbookCommand): string =>
  [
    `**${command.effect === "changes" ? "Changes:" : "Look:"}** ${command.why}`,
    `\`\`\`sh\n${shellText(command)}\n\`\`\``,
    `Expect: ${command.expect}`,
  ].join("\n\n");
