// `tandem stop`, `kill` and `start`: what is done to processes from outside of `tandem up`.

import { setTimeout as wait } from "node:timers/promises";
import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import type { ProcessStatus } from "../core/resources.ts";
import { endProcess, isAlive } from "../drivers/process/identity.ts";
import { isHeld, letGo } from "../local/held.ts";
import { killWard } from "../local/kill-ward.ts";
import { type Ward, wardName, wardsOf } from "../local/processes.ts";
import { readSupervisorState } from "../local/supervisor-state.ts";
import { readUpHolder } from "../local/up-lock.ts";

const STOP_MS_MAX = 20_000;
const START_MS_MAX = 30_000;
const LOOK_MS = 50;

export async function runStop(installation: Installation, out: NodeJS.WriteStream): Promise<number> {
  const holder = readUpHolder(installation.directory);
  if (!holder) {
    out.write(`Tandem isn't running on ${installation.directory}.\n`);
    return EXIT.ok;
  }
  endProcess(holder, "SIGTERM");
  if (!(await until(() => !isAlive(holder), STOP_MS_MAX))) {
    throw new Refused(
      `Process ${holder.pid} ('tandem up') did not end within ${STOP_MS_MAX / 1_000} s. 'kill -9 ${holder.pid}' ends it; ` +
        "its processes then end by themselves.",
      EXIT.internal,
    );
  }
  out.write(`Stopped; the data is kept in ${installation.directory}.\n`);
  return EXIT.ok;
}

export async function runKill(installation: Installation, name: string, out: NodeJS.WriteStream): Promise<number> {
  const killed = await killWard(installation, wardNamed(installation, name));
  if (killed) out.write(`Killed ${name}: ${killed.join(", ")}. It is held down until 'tandem start ${name}'.\n`);
  else out.write(`${name} wasn't running; it is now held down. 'tandem start ${name}' lets it go.\n`);
  return EXIT.ok;
}

export async function runStart(installation: Installation, name: string, out: NodeJS.WriteStream): Promise<number> {
  const ward = wardNamed(installation, name);
  const before = readSupervisorState(installation, ward);
  if (!isHeld(installation, ward) && before?.state !== "failed" && before && isAlive(before)) {
    const gone = failedIn(before.processes);
    if (gone !== "") {
      out.write(
        `${name} runs, but for ${gone}. 'tandem kill ${name}', then 'tandem start ${name}', starts all of it anew; where it is ` +
          "the active region, the other one takes over meanwhile.\n",
      );
      return EXIT.findings;
    }
    out.write(`${name} is running already.\n`);
    return EXIT.ok;
  }
  letGo(installation, ward);
  if (!readUpHolder(installation.directory)) {
    throw new Refused(
      `${name} is no longer held down, but Tandem isn't running. 'tandem up' starts it with everything else.`,
      EXIT.missing,
    );
  }
  // A supervisor that gave up is ended; `tandem up` starts a new one.
  if (before?.state === "failed") endProcess(before, "SIGTERM");
  const running = () => {
    const state = readSupervisorState(installation, ward);
    return state !== undefined && state.startedAt !== before?.startedAt && state.state === "running";
  };
  if (!(await until(running, START_MS_MAX))) {
    throw new Refused(
      `${name} isn't ready after ${START_MS_MAX / 1_000} s. 'tandem status' says what it waits for.`,
      EXIT.missing,
    );
  }
  const failed = failedIn(readSupervisorState(installation, ward)?.processes ?? []);
  out.write(failed === "" ? `${name} runs again.\n` : `${name} runs, but for ${failed}.\n`);
  return failed === "" ? EXIT.ok : EXIT.findings;
}

/** Those that were given up, with why; empty when there are none. */
function failedIn(processes: readonly ProcessStatus[]): string {
  return processes
    .filter((one) => one.state === "failed")
    .map((one) => `${one.name} (${one.detail})`)
    .join(", ");
}

function wardNamed(installation: Installation, name: string): Ward {
  const wards = wardsOf(installation);
  const found = wards.find((ward) => wardName(ward) === name);
  if (found) return found;
  throw new Refused(`There is no region "${name}" here; there are ${wards.map(wardName).join(", ")}.`, EXIT.usage);
}

async function until(holds: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > end) return false;
    await wait(LOOK_MS);
  }
  return true;
}
