// The part of the table of commands that is about the platform: a blueprint in, what builds it out.

import type { AssessOptions } from "./assess.ts";
import type { MakeCommand } from "./commands.ts";
import type { DiffOptions } from "./diff.ts";
import type { DoctorOptions } from "./doctor.ts";
import type { PromoteOptions } from "./promote.ts";
import type { SynthOptions } from "./synth.ts";

const ENVIRONMENT = "dev, qa, uat or prod (the one that the blueprint names)";

export function blueprintCommands(command: MakeCommand, done: (code: number) => void): void {
  command(
    "synth",
    "Write everything that builds the platform of a blueprint: the same bytes each time, nothing asked of any network.",
    [
      "synth --out platform",
      "synth A --out brief-a",
      "synth my-platform.ts --environment dev --out dev",
      "synth --list",
      "synth --check platform --release release.json",
    ],
  )
    .argument("[blueprint]", "A, B, C, D, E, flagship, or the path of your own", "flagship")
    .option("--out <dir>", "a directory that is empty, new, or an earlier synth's")
    .option("--list", "write nothing; say each file and why it is there")
    .option("--check <dir>", "write nothing; answer 1 where the directory isn't what the blueprint says")
    .option("--release <file>", "what was built: {version, commit, images}; else no cluster admits the image")
    .option("--environment <name>", ENVIRONMENT)
    .option("--force", "overwrite files that were changed by hand since the last synth")
    .option("--unprotected", "without protections against being destroyed: what is applied before it is taken down")
    .action(async (blueprint: string, options: SynthOptions) => {
      const { runSynth } = await import("./synth.ts");
      done(await runSynth(blueprint, options, process.stdout));
    });

  command(
    "diff",
    "Compare what was synthesized into a directory with the blueprint as it is now: what would be lost or replaced first.",
    ["diff platform", "diff dev --blueprint my-platform.ts --environment dev --json", "diff platform --unprotected"],
  )
    .argument("<dir>", "where an earlier synth wrote")
    .option("--blueprint <name>", "A, B, C, D, E, flagship, or the path of your own", "flagship")
    .option("--environment <name>", ENVIRONMENT)
    .option("--release <file>", "the release that it was synthesized with")
    .option("--unprotected", "compare with what `synth --unprotected` would write: which protections come off")
    .option("--json", "print the changes of resources as JSON")
    .action(async (directory: string, options: DiffOptions) => {
      const { runDiff } = await import("./diff.ts");
      done(await runDiff(directory, options, process.stdout));
    });

  command(
    "promote",
    "Bring a release to one region in a checked-out repository of manifests; --next says which region is due.",
    [
      "promote --tree ../deploy --environment dev --region ap-south-1 --release release.json",
      "promote --tree ../deploy --next seen.json",
    ],
  )
    .argument("[blueprint]", "A, B, C, D, E, flagship, or the path of your own", "flagship")
    .requiredOption("--tree <dir>", "the repository of manifests, checked out")
    .option("--environment <name>", ENVIRONMENT)
    .option("--region <name>", "whose folders are replaced")
    .option("--release <file>", "what was built: {version, commit, images}")
    .option("--next <file>", "print the next step as JSON; the file says what was seen of each region")
    .option("--force", "overwrite what was changed by hand, and skip the way that a release takes")
    .action(async (blueprint: string, options: PromoteOptions) => {
      const { runPromote } = await import("./promote.ts");
      done(await runPromote(blueprint, options, process.stdout));
    });

  command("init", "Write a blueprint to start from: every field with its default and what it means.", [
    "init my-platform.ts",
  ])
    .argument("[file]", "where to", "blueprint.ts")
    .action(async (file: string) => {
      const { runInit } = await import("./init.ts");
      done(await runInit(file, process.stdout));
    });

  command(
    "assess",
    "Judge a platform before any account sees it: what may flow, what survives, what it carries, what it costs.",
    ["assess", "assess C --only capacity,cost", "assess my-platform.ts --format sarif > tandem.sarif"],
  )
    .argument("[blueprint]", "A, B, C, D, E, flagship, or the path of your own", "flagship")
    .option("--environment <name>", ENVIRONMENT)
    .option("--only <parts>", "of flows, recoverability, capacity, cost, blueprint; with commas between")
    .option("--format <format>", "table, json, sarif, or svg: the picture of the flows (table)")
    .option("--prices <file>", "a price file in the shape of src/assess/cost/aws-prices.json")
    .option("--metrics <file>", "what was measured, for advice on sizes (docs/manual/assessing.md)")
    .option(
      "--drills <files>",
      "record.json of drills, with commas between: is the last one young enough, did they fit the RTO",
    )
    .action(async (blueprint: string, options: AssessOptions) => {
      const { runAssess } = await import("./assess.ts");
      done(await runAssess(blueprint, options, process.stdout));
    });

  command(
    "doctor",
    "Ask an AWS account what an apply would miss: quotas, regions, services, permissions. It only reads.",
    ["doctor --aws", "doctor A --aws --environment dev --json"],
  )
    .argument("[blueprint]", "A, B, C, D, E, flagship, or the path of your own", "flagship")
    .option("--aws", "ask the account that the AWS command line is signed in to")
    .option("--environment <name>", ENVIRONMENT)
    .option("--json", "print [{title, region, command, kind, says}]")
    .action(async (blueprint: string, options: DoctorOptions) => {
      const { runDoctor } = await import("./doctor.ts");
      done(await runDoctor(blueprint, options, process.stdout));
    });
}
