// `npm run proof:observability`: Prometheus's own programs judge everything that is generated, then watch a live pair of regions
// through the loss of one. `-- --checks` or `-- --live` does one half, `-- --blueprint A` checks one blueprint. Needs Debian's
// prometheus and prometheus-alertmanager; it says what is missing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { RunningInstallation } from "../scenarios/running-installation.ts";
import { checkFiles } from "./checks.ts";
import { watchDrill } from "./live.ts";
import { BLUEPRINTS, platformOf } from "./platforms.ts";
import { hasFluentBit, Missing, requireTools } from "./tools.ts";

const LIVE_MS_MAX = 420_000;
const { values } = parseArgs({
  options: {
    checks: { type: "boolean" },
    live: { type: "boolean" },
    blueprint: { type: "string" },
    verbose: { type: "boolean" },
    keep: { type: "boolean" },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
const work = mkdtempSync(join(tmpdir(), "tandem-observability-"));
let faults = 0;
try {
  for (const line of requireTools()) say(line);
  if (!hasFluentBit()) say("fluent-bit isn't here (Debian has none): its configuration is checked by nobody but us.");
  if (values.live !== true) await checks();
  if (values.checks !== true) await live();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  say(error.message);
  faults += 1;
} finally {
  if (values.keep === true) say(`Kept: ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
say(faults === 0 ? "All of it holds." : `${faults} of it don't hold.`);
process.exitCode = faults === 0 ? 0 : 1;

async function checks(): Promise<void> {
  for (const name of values.blueprint === undefined ? BLUEPRINTS : [values.blueprint]) {
    for await (const { what, count, faults: found, ms } of checkFiles(await platformOf(name), join(work, name))) {
      say(`${found.length === 0 ? "holds  " : "DOESN'T"} ${name}: ${count} ${what}, ${seconds(ms)}`);
      for (const fault of found) say(fault);
      faults += found.length;
    }
  }
}

async function live(): Promise<void> {
  const began = performance.now();
  const running = await RunningInstallation.prepare();
  const late = setTimeout(() => {
    say(`The live half isn't done within ${seconds(LIVE_MS_MAX)}.`);
    void running.remove().finally(() => process.exit(1));
  }, LIVE_MS_MAX);
  try {
    await running.start();
    say(`Both regions are up after ${seconds(performance.now() - began)}.`);
    for (const { holds, words } of await watchDrill(await platformOf("flagship"), running, work, (line) => {
      if (values.verbose === true || line.startsWith("alerting:"))
        say(`${seconds(performance.now() - began).padStart(8)}  ${line}`);
    })) {
      say(`${holds ? "holds  " : "DOESN'T"} ${words}`);
      if (!holds) faults += 1;
    }
  } finally {
    clearTimeout(late);
    await running.remove();
  }
  say(`The live half took ${seconds(performance.now() - began)}.`);
}
