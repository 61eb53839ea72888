// A command of `tandem` as somebody would type it: split into words as a shell does, and put to the program's own table. Nothing
// is carried out. What the table leaves to the commands themselves (names of drills, faults, pages, places) is asked of their lists.
import { type Command, CommanderError } from "commander";
import { choosePlatform } from "../../src/cli/chosen-platform.ts";
import { commandTable } from "../../src/cli/commands.ts";
import { SCENARIOS, scenarioNamed } from "../../src/drills/scenarios.ts";
import { localPages } from "../../src/platform/runbooks/local-pages.ts";
import { runbookPages } from "../../src/platform/runbooks/runbooks.ts";
import { type Given, readFault } from "../../src/recovery/faults/read-fault.ts";

type Parsed = { readonly name: string; readonly words: readonly string[]; readonly options: Given };

/** The program with its own table; nothing is carried out, and nothing is printed. */
function parser(parsed: (one: Parsed) => void): Command {
  const program = commandTable(() => {});
  const quiet = { writeOut: () => {}, writeErr: () => {} };
  for (const command of [program, ...program.commands])
    command
      .configureOutput(quiet)
      .exitOverride()
      .action(() => parsed({ name: command.name(), words: command.args, options: command.opts<Given>() }));
  return program;
}

/** Why the program wouldn't take it; undefined when it does. */
export async function refusal(argv: readonly string[]): Promise<string | undefined> {
  let one: Parsed | undefined;
  try {
    await parser((parsed) => {
      one = parsed;
    }).parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return ["commander.version", "commander.helpDisplayed", "commander.help"].includes(error.code)
      ? undefined
      : error.message;
  }
  return one && (await nameless(one));
}

export const commandNames = (): readonly string[] => commandTable(() => {}).commands.map((command) => command.name());

/** What `tandem help COMMAND` gives as examples, without the `tandem`. */
export function examplesOf(name: string): readonly string[] {
  let help = "";
  const command = commandTable(() => {}).commands.find((one) => one.name() === name);
  const keep = (text: string) => {
    help += text;
  };
  command?.configureOutput({ writeOut: keep }).outputHelp();
  return [...help.matchAll(/^ {2}\$ tandem (.+)$/gm)].map(([, words]) => words as string);
}

const PLACE = /^(?:[a-z]{2}-[a-z]+-\d|witness|edge|network)$/;
const LOCAL = { primary: "ap-south-1", standby: "ap-south-2", data: "/srv/tandem" };

/** Whoever moves the role, or keeps it from moving, says why. */
const WITH_REASON = new Set(
  "failover switchover failback evict readmit approve abort pause-automatic resume-automatic".split(" "),
);

/** Of the names that a command looks up itself: which one it wouldn't find. */
async function nameless({ name, words, options }: Parsed): Promise<string | undefined> {
  const [first = ""] = words;
  if (WITH_REASON.has(name) && !options.reason && !options.dryRun) return "it wants --reason";
  if (name === "drain" && (first || options.end) && !options.reason && !options.dryRun) return "it wants --reason";
  if (name === "drill" && !scenarioNamed(first))
    return `there is no drill ${first}; there are ${SCENARIOS.map((one) => one.name).join(", ")}`;
  if (name === "fault") {
    const { for: _lasting, data: _data, ...given } = options;
    const other = given.region === "ap-south-2" ? "ap-south-1" : "ap-south-2";
    const fault = readFault(first, given, { regions: [String(given.region ?? "ap-south-1"), other] });
    return "because" in fault ? fault.because : undefined;
  }
  if ((name === "kill" || name === "start") && !PLACE.test(first)) return `there is no place ${first}`;
  if (name === "runbook" && first !== "") {
    const { blueprint, environment } = options as { blueprint?: string; environment?: string };
    const pages =
      blueprint === undefined ? localPages(LOCAL) : runbookPages(await choosePlatform(blueprint, environment));
    if (!pages.some((page) => page.name === first)) return `there is no page ${first}`;
  }
  return undefined;
}

/** Quotes are the shell's; a comment, a pipe or a redirection ends the command. */
export function wordsOf(text: string): string[] {
  const words = (text.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []).map((word) =>
    /^['"]/.test(word)
      ? { word: word.slice(1, -1), isQuoted: true }
      : { word: word.replaceAll("'", ""), isQuoted: false },
  );
  const end = words.findIndex(({ word, isQuoted }) => !isQuoted && /^(?:#|\||\d?>|&&|;|\)$)/.test(word));
  return words.slice(0, end < 0 ? undefined : end).map(({ word }) => word);
}
