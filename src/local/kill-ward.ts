// SIGKILL to every process of a ward at once; it stays down until it is let go.

import { setTimeout as wait } from "node:timers/promises";
import { Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import type { InstantMs } from "../core/time.ts";
import { endGroup, endProcess, groupIsAlive, isAlive } from "../drivers/process/identity.ts";
import { hold } from "./held.ts";
import { type Ward, wardName } from "./processes.ts";
import { readSupervisorState } from "./supervisor-state.ts";

const GONE_MS_MAX = 20_000;
const LOOK_MS = 10;

/** The names of the processes that were killed; undefined when it wasn't running. `endsAt`: it is let go by itself then. */
export async function killWard(
  installation: Installation,
  ward: Ward,
  endsAt?: InstantMs,
): Promise<string[] | undefined> {
  const state = readSupervisorState(installation, ward);
  // First the mark, then the deed: `tandem up` must not start it again in between.
  hold(installation, ward, endsAt);
  const supervisor = state && { pid: state.pid, began: state.began };
  if (!state || !supervisor || !isAlive(supervisor)) return undefined;
  endGroup(supervisor.pid);
  for (const identity of Object.values(state.identities)) endProcess(identity);
  const giveUpAtMs = performance.now() + GONE_MS_MAX;
  while (isAlive(supervisor) || groupIsAlive(supervisor.pid)) {
    if (performance.now() > giveUpAtMs) {
      throw new Refused(`Some process of ${wardName(ward)} did not end. Are you the user who started it?`);
    }
    await wait(LOOK_MS);
  }
  return state.processes.map(({ name }) => name);
}
