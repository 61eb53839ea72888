// The part of the table of commands that breaks things on purpose.

import { FAULT_NAMES, FAULTS, type Parameter } from "../recovery/faults/catalogue.ts";
import { type Given, optionOf } from "../recovery/faults/read-fault.ts";
import type { MakeCommand } from "./commands.ts";
import { openPlace } from "./place.ts";

type Data = { data?: string };

export function faultCommands(command: MakeCommand, done: (code: number) => void): void {
  const fault = command("fault", "Make something go wrong on purpose, for a time; 'tandem faults' lists what can.", [
    "fault cut --for 10s",
    "fault slow --latency-ms 25 --services postgres --for 2m",
    "fault kill --region ap-south-1 --silent",
    "fault stop --region ap-south-1 --process guardian --for 5s",
  ]).argument("<name>", FAULT_NAMES.join(", "));
  for (const [key, parameter] of allParameters()) {
    fault.option(`${optionOf(key)}${parameter.kind === "flag" ? "" : " <value>"}`, parameter.words);
  }
  fault
    .option("--for <time>", "how long it lasts, 100ms to 10m (60s)")
    .action(async (name: string, { data, ...given }: Data & Given) => {
      const { runFault } = await import("./fault.ts");
      done(await runFault(openPlace(data as string | undefined), name, given, process.stdout));
    });

  command("faults", "List the faults that can be made, with their options, and those that stand now.", ["faults"])
    .option("--json", "print {catalogue, standing}")
    .action(async (options: Data & { json?: boolean }) => {
      const { runFaults } = await import("./fault.ts");
      done(await runFaults(openPlace(options.data), options.json ?? false, process.stdout));
    });

  command("heal", "End every fault, and let go of whatever 'tandem kill' holds down.", ["heal"]).action(
    async (options: Data) => {
      const { runHeal } = await import("./fault.ts");
      done(await runHeal(openPlace(options.data), process.stdout));
    },
  );
}

/** One option for each name, with the words of all faults that have it. */
function allParameters(): Map<string, Parameter> {
  const all = new Map<string, Parameter>();
  for (const name of FAULT_NAMES) {
    for (const [key, parameter] of Object.entries<Parameter>(FAULTS[name].parameters)) {
      const known = all.get(key);
      const isNew = known && known.words !== parameter.words;
      all.set(key, isNew ? { ...known, words: `${known.words}; ${parameter.words}` } : (known ?? parameter));
    }
  }
  return all;
}
