// The part of the table of commands that sends events elsewhere for a while.

import type { MakeCommand } from "./commands.ts";
import { openPlace } from "./place.ts";

export type DrainOptions = {
  share?: string;
  for: string;
  reason?: string;
  end?: boolean;
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
};

export function drainCommands(command: MakeCommand, done: (code: number) => void): void {
  command("drain", "Give a share of one region's events to the other one for a while; changes and questions stay.", [
    "drain",
    "drain ap-south-1 --share 25 --dry-run",
    "drain ap-south-1 --share 25 --for 10m --reason 'its disk is slow'",
    "drain --end --reason 'the disk is well'",
  ])
    .argument("[region]", "the region that gets fewer events; without one: what is in force, and what was")
    .option("--share <percent>", "how many percent of its events, 1 to 100")
    .option("--for <time>", "how long: 90s, 10m, up to 4h; it ends by itself", "10m")
    .option("--reason <text>", "why; people who look at the console see it")
    .option("--end", "end the drain that is in force now")
    .option("--dry-run", "say in figures what would change, and change nothing")
    .option("--yes", "don't ask")
    .option("--json", "print {drain, past}")
    .action(async (region: string | undefined, { data, ...options }: DrainOptions & { data?: string }) => {
      const { runDrain } = await import("./drain.ts");
      done(await runDrain(openPlace(data), region, options, process.stdout));
    });
}
