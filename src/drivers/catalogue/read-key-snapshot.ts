// The collector's copy of the write keys, and how old it can be at most: the heartbeat travels by the same replication.

import type pg from "pg";
import type { KeySnapshot } from "../../app/catalogue/port.ts";
import { readFailure } from "./failures.ts";
import { ask } from "./question.ts";

/** Works on a standby. The heartbeat is read first, so that the keys are at least as new as it says. */
export async function readKeySnapshot(pool: pg.Pool): Promise<KeySnapshot> {
  try {
    const [heartbeat] = await ask<{ at: number | null }>(pool, "heartbeat");
    const projects = await ask<KeySnapshot["projects"][number]>(pool, "key-snapshot");
    return { projects, heartbeatAt: heartbeat?.at ?? null };
  } catch (error) {
    throw readFailure(error, "Tried to read the write keys");
  }
}
