// What a server says about replication, and the one thing a guardian changes there: whether commits wait for the standby.

import type { Client } from "pg";
import type { RegionName } from "../../core/origin.ts";
import type { SeenStandby } from "../../recovery/synchrony.ts";
import { quotedName } from "./settings.ts";

export type SeenServer =
  | { kind: "primary"; waiting: boolean; standby: (SeenStandby & { lagMs: number }) | undefined }
  | { kind: "standby"; streaming: boolean; lagMs: number | null; lagBytes: number | null };

const wasStandby = new WeakMap<Client, boolean>();

/** One look at a server; the peer is the only standby that counts. Prepared statements: a guardian looks all day. */
export async function seeServer(client: Client, peer: RegionName): Promise<SeenServer> {
  // A primary never becomes a standby on the same connection; a standby may be promoted.
  if (wasStandby.get(client) !== false) {
    const { rows } = await client.query<{ standby: boolean }>({
      name: "is-standby",
      text: "SELECT pg_is_in_recovery() AS standby",
    });
    wasStandby.set(client, rows[0]?.standby === true);
  }
  return wasStandby.get(client) === true ? await seeFromStandby(client) : await seeFromPrimary(client, peer);
}

async function seeFromPrimary(client: Client, peer: RegionName): Promise<SeenServer> {
  const { rows } = await client.query<{
    waiting: boolean;
    state: string | null;
    sync_state: string | null;
    heard: string | null;
    behind: string | null;
    flushed: string | null;
    lag_ms: number | null;
  }>({
    name: "see-from-primary",
    text: `SELECT current_setting('synchronous_standby_names') <> '' AS waiting, r.state, r.sync_state,
            r.reply_time::text || ' ' || r.flush_lsn::text AS heard,
            greatest(pg_wal_lsn_diff(pg_current_wal_flush_lsn(), r.flush_lsn), 0)::text AS behind,
            pg_wal_lsn_diff(r.flush_lsn, '0/0')::text AS flushed,
            (extract(epoch FROM coalesce(r.flush_lag, interval '0')) * 1000)::float8 AS lag_ms
       FROM (SELECT 1) AS one LEFT JOIN pg_stat_replication AS r
         ON r.application_name = $1 AND r.state IN ('streaming', 'catchup')
      ORDER BY r.backend_start DESC NULLS LAST LIMIT 1`,
    values: [peer],
  });
  const seen = rows[0];
  if (!seen) return { kind: "primary", waiting: true, standby: undefined };
  if (seen.state === null || seen.heard === null || seen.behind === null) {
    return { kind: "primary", waiting: seen.waiting, standby: undefined };
  }
  const behindBytes = Number(seen.behind);
  const standby = {
    streaming: seen.state === "streaming",
    synchronous: seen.sync_state === "sync",
    heard: seen.heard,
    behindBytes,
    flushedBytes: Number(seen.flushed),
    lagMs: behindBytes === 0 ? 0 : (seen.lag_ms ?? 0),
  };
  return { kind: "primary", waiting: seen.waiting, standby };
}

/** Streaming and everything replayed: no lag. Else the age of what was replayed last. */
async function seeFromStandby(client: Client): Promise<SeenServer> {
  const { rows } = await client.query<{ streaming: boolean; behind: string | null; age_ms: number | null }>({
    name: "see-from-standby",
    text: `SELECT EXISTS (SELECT FROM pg_stat_wal_receiver WHERE status = 'streaming') AS streaming,
            pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())::text AS behind,
            (extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::float8 AS age_ms`,
  });
  const seen = rows[0];
  const lagBytes = seen?.behind == null ? null : Math.max(0, Number(seen.behind));
  const current = seen?.streaming === true && lagBytes === 0;
  return {
    kind: "standby",
    streaming: seen?.streaming === true,
    lagBytes,
    lagMs: current ? 0 : (seen?.age_ms ?? null),
  };
}

/** Lasts over a restart. Sessions take it up at their next statement or while they wait: a waiting commit is let go. */
export async function setWaiting(client: Client, standby: RegionName | undefined): Promise<void> {
  // ALTER SYSTEM takes no bound values; region names are letters, digits and hyphens (core/origin.ts).
  const names = standby === undefined ? "" : quotedName(standby);
  await client.query(`ALTER SYSTEM SET synchronous_standby_names = '${names}'`);
  await client.query("SELECT pg_reload_conf()");
}

/**
 * Resolves when commits do what `synchronous_standby_names` says. The checkpointer tells them, and it looks at its
 * configuration before each checkpoint: one asked for after the reload ends with the setting in force. Throws when that takes
 * longer than the client's limit.
 */
export async function proveWaiting(client: Client): Promise<void> {
  await client.query("CHECKPOINT");
}
