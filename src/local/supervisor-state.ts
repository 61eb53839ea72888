// What a supervisor tells the rest of the machine: run/supervisor.json (atomic), read by `tandem up`, `status` and `kill`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Installation } from "../core/installation.ts";
import type { ProcessStatus } from "../core/resources.ts";
import type { InstantMs } from "../core/time.ts";
import { writeWhole } from "../drivers/installation.ts";
import type { ProcessIdentity } from "../drivers/process/identity.ts";
import { runDirectory, type Ward } from "./processes.ts";

export type SupervisorState = {
  format: 1;
  pid: number;
  /** Tells this supervisor from a later process with the same number. */
  began: string;
  startedAt: InstantMs;
  /** "failed": a process kept dying, so everything here was stopped; `tandem start` tries again. */
  state: "starting" | "running" | "stopping" | "failed";
  detail: string | null;
  processes: ProcessStatus[];
  /** So that a successor can end what this one left behind. */
  identities: Record<string, ProcessIdentity>;
};

const stateFile = (installation: Installation, ward: Ward) => join(runDirectory(installation, ward), "supervisor.json");

/** Undefined when there is none, or it can't be read: then nothing is known, and nothing is ended on its word. */
export function readSupervisorState(installation: Installation, ward: Ward): SupervisorState | undefined {
  try {
    const value = JSON.parse(readFileSync(stateFile(installation, ward), "utf8")) as SupervisorState;
    return value.format === 1 && Array.isArray(value.processes) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function writeSupervisorState(installation: Installation, ward: Ward, state: SupervisorState): void {
  try {
    writeWhole(stateFile(installation, ward), `${JSON.stringify(state)}\n`);
  } catch {
    // A full disk must not stop a supervisor; `tandem status` then shows an older state.
  }
}
