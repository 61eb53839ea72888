// The part of the table of commands that proves things: drills and their evidence.

import { EXIT, Refused } from "../core/errors.ts";
import type { MakeCommand } from "./commands.ts";
import type { DrillCommandOptions } from "./drill.ts";
import { openPlace } from "./place.ts";

type Data = { data?: string };

export function drillCommands(command: MakeCommand, done: (code: number) => void): void {
  command(
    "drill",
    "Break something on purpose, under load, and prove that what was promised holds. 'tandem drills' lists the scenarios.",
    ["drill region-loss", "drill switch-over --yes", "drill cycle --rate 200 --yes --json"],
  )
    .argument("<scenario>", "its name")
    .option("--rate <n>", "events a second (500)")
    .option("--repeat <n>", "so many times, one after the other")
    .option("--who <name>", "who asks for it, for the record (your user name)")
    .option("--yes", "don't ask")
    .option("--json", "print the record instead of the live timeline")
    .action(async (scenario: string, options: Data & DrillCommandOptions) => {
      const { runDrillCommand } = await import("./drill.ts");
      done(await runDrillCommand(openPlace(options.data), scenario, options, process.stdout));
    });

  command(
    "drills",
    "List the drills there are and those of the past; 'drills verify DIR' checks evidence, 'drills key' prints the key that signs it.",
    [
      "drills",
      "drills verify .tandem/evidence/region-loss-20261121T140000Z",
      "drills key > tandem-evidence.pem",
      "drills verify copy-of-evidence --key tandem-evidence.pem",
    ],
  )
    .argument("[what]", "verify, or key")
    .argument("[directory]", "of the evidence to verify")
    .option("--key <file>", "the public key that it has to be signed with (the one beside it)")
    .option("--json", "print {scenarios, running, past}, or the verification")
    .action(
      async (
        what: string | undefined,
        directory: string | undefined,
        options: Data & { json?: boolean; key?: string },
      ) => {
        const { runDrills, runKey, runVerify } = await import("./drills.ts");
        if (what === "verify") return done(await runVerify(directory, options, process.stdout));
        if (what !== undefined && what !== "key")
          throw new Refused(
            `'tandem drills' lists, 'drills verify DIR' checks, 'drills key' prints; "${what}" is none.`,
            EXIT.usage,
          );
        const { installation } = openPlace(options.data);
        done(
          what === "key"
            ? runKey(installation, process.stdout)
            : await runDrills(installation, options, process.stdout),
        );
      },
    );
}
