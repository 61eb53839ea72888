// Makes a standby the primary, and says where the history before it ended. May be repeated: a primary stays one.

import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { Unavailable } from "../../core/errors.ts";
import { type LogPosition, parsePosition, printPosition } from "../../core/log-position.ts";
import type { RegionName } from "../../core/origin.ts";
import { readHistory } from "./history.ts";
import { setWaiting } from "./replication.ts";
import { slotOf } from "./settings.ts";

const PROMOTE_MS_MAX = 8_000;
const PROMOTE_LOOK_MS = 10;

export type Promoted = { timeline: number; wasPrimary: boolean };

/**
 * `alone`: the epoch was taken `solo`, so commits don't wait for a standby that may be dead. A slot for `peer` is made before,
 * so that the log from this point on is kept for it and a peer that was stopped in order can follow without a copy.
 */
export async function promote(client: Client, peer: RegionName, { alone }: { alone: boolean }): Promise<Promoted> {
  const before = await readHistory(client);
  // ALTER SYSTEM writes no log, so a standby may do it: the first commit of the new primary finds it in force.
  if (alone) await setWaiting(client, undefined);
  if (before.standby) {
    await freshSlot(client, slotOf(peer));
    await promoteStandby(client);
  }
  const after = await readHistory(client);
  return { timeline: after.timeline, wasPrimary: !before.standby };
}

/** Asks, and looks often: waiting inside of `pg_promote` would look ten times a second only. */
async function promoteStandby(client: Client): Promise<void> {
  const untilMs = performance.now() + PROMOTE_MS_MAX;
  await client.query("SELECT pg_promote(false)");
  for (;;) {
    const { rows } = await client.query<{ standby: boolean }>("SELECT pg_is_in_recovery() AS standby");
    if (rows[0]?.standby === false) return;
    if (performance.now() > untilMs) {
      throw new Unavailable(`Tried to promote the database: it was still a standby after ${PROMOTE_MS_MAX} ms.`);
    }
    await wait(PROMOTE_LOOK_MS);
  }
}

/** A slot that keeps the log from here on; one of an earlier time would keep too much, or is lost already. */
async function freshSlot(client: Client, slot: string): Promise<void> {
  await client.query(
    "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1 AND NOT active",
    [slot],
  );
  await client.query(
    `SELECT pg_create_physical_replication_slot($1, true)
      WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = $1)`,
    [slot],
  );
}

/**
 * Writes down where an epoch began, once; every token of an older epoch is judged by it. After a promotion that is the end of
 * the timeline before, also when the process that promoted died before it could write this; an epoch that was merely taken
 * again begins here. Doesn't wait for a standby: the row travels with the log like everything else.
 */
export async function recordEpoch(client: Client, epoch: number, region: RegionName): Promise<LogPosition> {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL synchronous_commit = local");
    const { rows } = await client.query<{ last: string | null }>("SELECT max(began_lsn)::text AS last FROM epochs");
    const history = await readHistory(client);
    const promotedAt = history.ends.at(-1)?.end ?? 0n;
    const last = parsePosition(rows[0]?.last ?? "") ?? -1n;
    const beganAt = promotedAt > last ? promotedAt : history.position;
    await client.query(
      "INSERT INTO epochs (epoch, region, began_lsn, at) VALUES ($1, $2, $3, now()) ON CONFLICT (epoch) DO NOTHING",
      [epoch, region, printPosition(beganAt)],
    );
    await client.query("COMMIT");
    return beganAt;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
