// The part of the table of commands that moves the role between regions, and tells what was done.

import { Option } from "commander";
import type { MakeCommand } from "./commands.ts";
import { openPlace } from "./place.ts";
import type { RunbookOptions } from "./runbook.ts";

type Data = { data?: string };
type Json = Data & { json?: boolean };
type Starting = Data & {
  to?: string;
  reason?: string;
  dryRun?: boolean;
  yes?: boolean;
  lose?: string;
  accept?: string[];
  detach?: boolean;
};

export function recoveryCommands(command: MakeCommand, done: (code: number) => void): void {
  moving(command, done);
  deciding(command, done);
  looking(command, done);
  reading(command, done);
}

/** What every command that starts a plan takes. */
function starting(command: ReturnType<MakeCommand>): ReturnType<MakeCommand> {
  return command
    .option("--reason <text>", "why; always asked for but with --dry-run, and kept with the run")
    .option("--dry-run", "print the plan as it would run now, with what it depends on, and change nothing")
    .option("--yes", "don't ask")
    .option("--accept <check...>", "go on although these checks fail, each by its name")
    .option("--detach", "don't wait for the end of the run");
}

function moving(command: MakeCommand, done: (code: number) => void): void {
  starting(
    command("failover", "Make the surviving region active because the active one is lost. Asks before it acts.", [
      "failover --dry-run",
      "failover --reason 'ap-south-1 is down'",
      "failover --to ap-south-2 --lose 3 --yes --reason 'power is out until tomorrow'",
    ]),
  )
    .option("--to <region>", "the region that becomes active (else the one that isn't)")
    .option(
      "--lose <n>",
      "accept the loss of up to so many acknowledged changes or events; 'unknown' where nobody can tell",
    )
    .action(async ({ data, ...options }: Starting) => {
      const { runPlan } = await import("./recovery.ts");
      done(await runPlan(openPlace(data), "fail-over", options));
    });

  starting(
    command("switchover", "Hand the role over in order: nothing is lost, changes pause for up to 2 s, events don't.", [
      "switchover --dry-run",
      "switchover --to ap-south-2 --reason 'maintenance in ap-south-1'",
    ]),
  )
    .option("--to <region>", "the region that becomes active (else the one that isn't)")
    .action(async ({ data, ...options }: Starting) => {
      const { runPlan } = await import("./recovery.ts");
      done(await runPlan(openPlace(data), "switch-over", options));
    });

  starting(
    command("failback", "Hand the role back to the region that is configured as the primary, once it is in step.", [
      "failback --dry-run",
      "failback --reason 'ap-south-1 is repaired'",
    ]),
  ).action(async ({ data, ...options }: Starting) => {
    const { runPlan } = await import("./recovery.ts");
    done(await runPlan(openPlace(data), "fail-back", options));
  });

  starting(
    command("evict", "Take the role from a region that still holds it and is sick. Asks before it acts.", [
      "evict ap-south-1 --reason 'every second request fails'",
    ]).argument("<region>", "the region that is to stop"),
  )
    .option(
      "--lose <n>",
      "accept the loss of up to so many acknowledged changes or events; 'unknown' where nobody can tell",
    )
    .action(async (region: string, { data, ...options }: Starting) => {
      const { runPlan } = await import("./recovery.ts");
      done(await runPlan(openPlace(data), "evict", { ...options, evict: region }));
    });

  starting(
    command("readmit", "Let a voter vote again that lost its record or came back with an old one.", [
      "readmit witness --reason 'its disk was replaced'",
    ]).argument("<voter>", "a region's name, or witness"),
  ).action(async (voter: string, { data, ...options }: Starting) => {
    const { runPlan } = await import("./recovery.ts");
    done(await runPlan(openPlace(data), "readmit", { ...options, voter }));
  });
}

function deciding(command: MakeCommand, done: (code: number) => void): void {
  command("approve", "Let a run go on that waits for a person.", ["approve RUN --reason 'the loss is accepted'"])
    .argument("<run>", "its id, as 'tandem history' and 'tandem status' show it")
    .option("--reason <text>", "why; always asked for, and kept with the run")
    .option("--yes", "don't ask")
    .action(async (run: string, { data, ...options }: Starting) => {
      const { runDecision } = await import("./recovery.ts");
      done(await runDecision(openPlace(data), "approve", run, options));
    });

  command("abort", "Stop a run before its point of no return; what it took is let go of.", [
    "abort RUN --reason 'ap-south-1 is back'",
  ])
    .argument("<run>", "its id, as 'tandem history' and 'tandem status' show it")
    .option("--reason <text>", "why; always asked for, and kept with the run")
    .action(async (run: string, { data, ...options }: Starting) => {
      const { runDecision } = await import("./recovery.ts");
      done(await runDecision(openPlace(data), "stop", run, options));
    });

  command("pause-automatic", "Keep both regions from failing over by themselves for a while; people still may.", [
    "pause-automatic --for 30m --reason 'network work'",
  ])
    .requiredOption("--for <time>", "how long: 90s, 30m, up to 4h")
    .option("--reason <text>", "why; always asked for, and people who look at the console see it")
    .action(async ({ data, ...options }: Data & { for: string; reason?: string }) => {
      const { runPause } = await import("./recovery.ts");
      done(await runPause(openPlace(data), options));
    });

  command("resume-automatic", "End a pause of automatic fail-over now.", [
    "resume-automatic --reason 'the work is done'",
  ])
    .option("--reason <text>", "why; always asked for")
    .action(async ({ data, ...options }: Data & { reason?: string }) => {
      const { runPause } = await import("./recovery.ts");
      done(await runPause(openPlace(data), options));
    });
}

function looking(command: MakeCommand, done: (code: number) => void): void {
  command("history", "List what recovery did, newest first; or one run, step by step.", [
    "history",
    "history RUN --json",
  ])
    .argument("[run]", "a run's id")
    .option("--json", "print RunViews")
    .action(async (run: string | undefined, { data, ...options }: Json) => {
      const { runHistory } = await import("./recovery-history.ts");
      done(await runHistory(openPlace(data), run, options, process.stdout));
    });

  command(
    "recovery",
    "What a region that came back had and never sent: 'recovery tail' lists it, exports it, and drops the old files.",
    ["recovery tail", "recovery tail --export lost.ndjson", "recovery tail --drop --yes"],
  )
    .argument("<what>", "tail")
    .option("--region <name>", "the region that came back; else the one with a list")
    .addOption(new Option("--epoch <n>", "the list of this epoch; else the newest that nobody has exported"))
    .option("--export <file>", "write the changes to a file, one JSON object a line; '-' for standard output")
    .option("--drop", "delete the former primary's files, once its list is exported; asks")
    .option("--yes", "don't ask")
    .option("--json", "print the list as it is")
    .action(async (what: string, { data, ...options }: TailOptions & Data) => {
      const { runTail } = await import("./recovery-tail.ts");
      done(await runTail(openPlace(data), what, options, process.stdout));
    });
}

function reading(command: MakeCommand, done: (code: number) => void): void {
  command("runbook", "Print what to do when something is wrong: of this installation, or of a blueprint's platform.", [
    "runbook",
    "runbook fail-over-to-ap-south-2",
    "runbook --list",
    "runbook secrets --blueprint flagship --environment prod",
  ])
    .argument("[page]", "its name; start-here without one")
    .option("--list", "the names of all pages, and what each is for")
    .option("--blueprint <name>", "A, B, C, D, E, flagship, or the path of your own: the pages of its platform on AWS")
    .option("--environment <name>", "dev, qa, uat or prod (the one that the blueprint names)")
    .action(async (page: string | undefined, options: RunbookOptions) => {
      const { runRunbook } = await import("./runbook.ts");
      done(await runRunbook(page, options, process.stdout));
    });
}

export type TailOptions = {
  region?: string;
  epoch?: string;
  export?: string;
  drop?: boolean;
  yes?: boolean;
  json?: boolean;
};
