// The history of a server's timelines: where each older one ended for it. What another server wrote beyond that end isn't in
// this server's history. Timeline numbers alone prove nothing; the identity of the cluster is compared beside them.

import type { Client } from "pg";
import { Unavailable } from "../../core/errors.ts";
import { type LogPosition, parsePosition } from "../../core/log-position.ts";

/** Ends of the earlier timelines, oldest first. Empty on the first timeline. */
export type Ends = { timeline: number; end: LogPosition }[];

export type ServerHistory = {
  systemId: string;
  standby: boolean;
  timeline: number;
  /** Of a primary: what it has written; of a standby: what it has replayed. */
  position: LogPosition;
  ends: Ends;
};

export async function readHistory(client: Client): Promise<ServerHistory> {
  const { rows } = await client.query<{ system: string; standby: boolean; timeline: number; position: string | null }>(
    `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system, pg_is_in_recovery() AS standby,
            CASE WHEN pg_is_in_recovery()
                 THEN greatest((SELECT received_tli FROM pg_stat_wal_receiver), (SELECT timeline_id FROM pg_control_checkpoint()))
                 ELSE ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int END AS timeline,
            CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END::text AS position`,
  );
  const [seen] = rows;
  const position = seen?.position == null ? 0n : parsePosition(seen.position);
  if (!seen || position === undefined) throw new Unavailable("The database didn't say where its history stands.");
  return {
    systemId: seen.system,
    standby: seen.standby,
    timeline: seen.timeline,
    position,
    ends: seen.timeline <= 1 ? [] : await readEnds(client, seen.timeline),
  };
}

async function readEnds(client: Client, timeline: number): Promise<Ends> {
  const name = `pg_wal/${timeline.toString(16).toUpperCase().padStart(8, "0")}.history`;
  const { rows } = await client.query<{ text: string | null }>("SELECT pg_read_file($1, true) AS text", [name]);
  return parseEnds(rows[0]?.text ?? "");
}

/** Lines of "timeline, where it ended, why", and comments. */
export function parseEnds(text: string): Ends {
  return text.split("\n").flatMap((line) => {
    const [timeline, end] = line.trim().split(/\s+/);
    const position = end === undefined ? undefined : parsePosition(end);
    return position === undefined || !/^\d+$/.test(timeline ?? "")
      ? []
      : [{ timeline: Number(timeline), end: position }];
  });
}

/** Where `timeline` ended for this server; undefined while it is the current one, or when it was never its own. */
export function endOf(history: ServerHistory, timeline: number): LogPosition | undefined {
  return history.ends.find((one) => one.timeline === timeline)?.end;
}
