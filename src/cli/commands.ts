// The table of commands: what each is called, takes, prints and answers. What they do lies in a file each.

import { Command, CommanderError, Option } from "commander";
import { EXIT } from "../core/errors.ts";
import type { UserRole } from "../core/resources.ts";
import { blueprintCommands } from "./blueprint-commands.ts";
import { drainCommands } from "./drain-commands.ts";
import { drillCommands } from "./drill-commands.ts";
import { reportFailure } from "./failure.ts";
import { faultCommands } from "./fault-commands.ts";
import { openPlace } from "./place.ts";
import { recoveryCommands } from "./recovery-commands.ts";
import { VERSION } from "./version.ts";

const EXIT_CODES = `
Exit codes: 0 done · 1 something was found wrong · 64 wrong arguments · 65 bad input or damaged data · 69 something is
missing or not running · 70 a fault of Tandem · 74 the disk is full · 75 taken by another process · 77 refused · 130 interrupted`;

type Data = { data?: string };
type Json = Data & { json?: boolean };

export async function runCommand(argv: string[]): Promise<number> {
  let code: number = EXIT.ok;
  const done = (answer: number) => {
    code = answer;
  };
  const program = commandTable(done);
  try {
    if (argv.length === 0) program.help();
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(error, process.stderr);
    return error.exitCode === 0 || error.code === "commander.help" ? EXIT.ok : EXIT.usage;
  }
}

/** Every command with its words; the tests of the runbooks parse with it. */
export function commandTable(done: (code: number) => void): Command {
  const program = new Command("tandem")
    .description(
      "Two complete analytics regions, a witness and an edge on this machine; and the platform on AWS that one blueprint describes.",
    )
    .version(VERSION, "-V, --version", "print the version")
    .showHelpAfterError("'tandem help COMMAND' explains it.")
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText("after", EXIT_CODES);

  const anywhere: MakeCommand = (name, sentence, examples) =>
    program
      .command(name)
      .description(sentence)
      .exitOverride()
      .showHelpAfterError(`'tandem help ${name}' explains it.`)
      .addHelpText("after", `\nExamples:\n${examples.map((one) => `  $ tandem ${one}`).join("\n")}\n${EXIT_CODES}`);
  const command: MakeCommand = (name, sentence, examples) =>
    anywhere(name, sentence, examples).addOption(
      new Option("--data <dir>", "the installation's directory (else TANDEM_DATA, else .tandem in the clone)"),
    );

  program.commandsGroup("Run it:");
  running(command, done);
  program.commandsGroup("Move the active region, and see what was done:");
  recoveryCommands(command, done);
  drainCommands(command, done);
  program.commandsGroup("Send to it, ask it:");
  asking(command, done);
  program.commandsGroup("Break it on purpose, and prove that what was promised holds:");
  drillCommands(command, done);
  faultCommands(command, done);
  program.commandsGroup("Describe, judge and write the platform on AWS:");
  blueprintCommands(anywhere, done);
  return program;
}

export type MakeCommand = (name: string, sentence: string, examples: string[]) => Command;

/** Commands about the processes. */
function running(command: MakeCommand, done: (code: number) => void): void {
  command("up", "Start everything, show each step, and run until Ctrl-C. Data is kept from one start to the next.", [
    "up",
    "up --demo",
    "up --data /srv/tandem --port 5600",
    "up --fresh --yes",
  ])
    .option("--port <n>", "first of 50 ports on 127.0.0.1 (4600, or as last time)")
    .option("--fresh", "delete the installation's data first; asks")
    .option("--yes", "don't ask")
    .option("--demo", "add a lively, labelled synthetic shop that keeps sending")
    .action(async (options: Data & { port?: string; fresh?: boolean; yes?: boolean; demo?: boolean }) => {
      const { runUp } = await import("./up.ts");
      done(await runUp(options));
    });

  command("status", "Say who serves, what is behind, which processes run, and what to do about it.", [
    "status",
    "status --json",
    "status --watch",
  ])
    .option("--json", "print an InstallationStatus")
    .option("--watch", "again every second until Ctrl-C")
    .action(async (options: Json & { watch?: boolean }) => {
      const { runStatus } = await import("./status.ts");
      done(await runStatus(openPlace(options.data), options, process.stdout));
    });

  command("stop", "Stop a running 'tandem up' cleanly, as its Ctrl-C would. The data is kept.", ["stop"]).action(
    async (options: Data) => {
      const { runStop } = await import("./regions.ts");
      done(await runStop(openPlace(options.data).installation, process.stdout));
    },
  );

  command("kill", "SIGKILL every process of a region at once, and hold it down until 'tandem start'.", [
    "kill ap-south-1",
  ])
    .argument("<region>", "ap-south-1 or ap-south-2; witness, edge and network work too")
    .action(async (name: string, options: Data) => {
      const { runKill } = await import("./regions.ts");
      done(await runKill(openPlace(options.data).installation, name, process.stdout));
    });

  command("start", "Start a region again that was killed or has failed.", ["start ap-south-1"])
    .argument("<region>", "ap-south-1 or ap-south-2; witness, edge and network work too")
    .action(async (name: string, options: Data) => {
      const { runStart } = await import("./regions.ts");
      done(await runStart(openPlace(options.data).installation, name, process.stdout));
    });

  command("sign-in-link", "Print a link that signs one person in, once.", [
    "sign-in-link",
    "sign-in-link --name olga --role operator",
  ])
    .option("--name <name>", "for whom; made where there is none of that name (default: the owner)")
    .addOption(
      new Option("--role <role>", "of a new person: what they may do").choices(["owner", "operator", "analyst"]),
    )
    .option("--json", "print {url, expiresAt}")
    .action(async ({ data, ...options }: Json & { name?: string; role?: UserRole }) => {
      const { runSignInLink } = await import("./projects.ts");
      done(await runSignInLink(openPlace(data), options, process.stdout));
    });
}

/** Commands about the data. */
function asking(command: MakeCommand, done: (code: number) => void): void {
  command("projects", "List the projects with their write keys.", ["projects", "projects --json"])
    .option("--json", "print {projects: […]}")
    .action(async (options: Json) => {
      const { runProjects } = await import("./projects.ts");
      done(await runProjects(openPlace(options.data), options.json ?? false, process.stdout));
    });

  command("import", "Send files to the collector: resumable, and a second run adds nothing.", [
    "import access.log",
    "import access.log.2.gz events.ndjson --project shop",
    "import access.log --host www.example.com",
  ])
    .argument("<files...>", "combined access logs or NDJSON of Segment events, gzip or not")
    .option("--project <id>", "the project that takes the events", "web")
    .option("--key <key>", "a write key of it; else its first")
    .addOption(
      new Option("--format <format>", "what the files hold").choices(["auto", "combined", "ndjson"]).default("auto"),
    )
    .option("--host <host>", "the site's host name, for access logs without one")
    .option("--json", "print one object per file")
    .action(async (files: string[], options: ImportOptions) => {
      const { runImport } = await import("./import.ts");
      const { data, json, ...rest } = options;
      const request = { files, ...openPlace(data), ...rest, json: json ?? false };
      done(await runImport(request, process.stdout, process.stderr));
    });

  command("query", "Ask a question and print its answer; the manual's chapter on questions has the language.", [
    `query web '{"kind":"totals","range":"7d+today"}'`,
    "query web --file question.json",
  ])
    .argument("<project>", "the project's id")
    .argument("[question]", "the question as JSON")
    .option("--file <file>", "read the question from a file, or from standard input with -")
    .option("--json", "print the whole answer instead of a table")
    .action(async (project: string, question: string | undefined, options: Json & { file?: string }) => {
      const { runQuery } = await import("./query.ts");
      done(await runQuery(openPlace(options.data), { project, question, ...options }, process.stdout));
    });

  command("trace", "Follow one event through the platform: received, mirrored, stored, merged, counted.", [
    "trace 0d4f6c1e-… --project web",
  ])
    .argument("<message-id>", "the event's messageId")
    .option("--project <id>", "the project it was sent to", "web")
    .option("--json", "print a Trace")
    .action(async (messageId: string, options: Json & { project: string }) => {
      const { runTrace } = await import("./trace.ts");
      done(await runTrace(openPlace(options.data), messageId, options, process.stdout));
    });

  command(
    "lake",
    "Prove what the lake holds: 'lake verify' reads every object and checks ranges, digests and counts.",
    ["lake verify", "lake verify --region ap-south-2 --json"],
  )
    .argument("<what>", "verify")
    .option("--region <name>", "one region's bucket; else both")
    .option("--json", "print the findings")
    .action(async (what: string, options: Json & { region?: string }) => {
      const { runLake } = await import("./lake.ts");
      done(await runLake(openPlace(options.data).installation, what, options, process.stdout));
    });

  command("version", "Print the version.", ["version"])
    .option("--json", "print {tandem, node}")
    .action((options: Json) => {
      process.stdout.write(
        options.json ? `${JSON.stringify({ tandem: VERSION, node: process.version })}\n` : `${VERSION}\n`,
      );
    });
}

type ImportOptions = Json & {
  project: string;
  key?: string;
  format: "auto" | "combined" | "ndjson";
  host?: string;
};
