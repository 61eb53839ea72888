// What one observation sees of a region's PostgreSQL. One connection is kept, since recovery looks all day; a server that hangs
// costs one look and never piles up questions.

import type { Client } from "pg";
import type { Installation, RegionLayout } from "../../core/installation.ts";
import { peerOf } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import type { SeenDatabase } from "../../recovery/plan/world.ts";
import { adminClient } from "../postgres/connect.ts";
import { judgeFormer, readOnDisk } from "../postgres/former.ts";
import { readHistory } from "../postgres/history.ts";
import { seeServer } from "../postgres/replication.ts";
import { slotOf } from "../postgres/settings.ts";
import { listedEpoch } from "./tails.ts";

const CONNECT_MS_MAX = 600;
const QUERY_MS_MAX = 800;

export type DatabaseEye = {
  /** null: it can't be told (it hangs, it is starting). The server's own region sees a stopped one on disk, too. */
  see(): Promise<SeenDatabase | null>;
  /** The connection, for another short question; throws when there is none to be had. */
  client(): Promise<Client>;
  close(): void;
};

type Options = {
  installation: Installation;
  /** Whose server. */
  region: RegionLayout;
  /** Who looks. */
  from: RegionName;
  /** Of the own region's eye: the peer's, which knows the history that a former primary is compared with. */
  peerEye?: DatabaseEye;
};

export function databaseEye(options: Options): DatabaseEye {
  const { installation, region, from } = options;
  const peer = peerOf(installation, region.name).name;
  let kept: Client | undefined;
  let looking: Promise<SeenDatabase | null> | undefined;

  const drop = (): void => {
    const client = kept;
    kept = undefined;
    // Not awaited: a server that hangs doesn't answer to this either.
    void client?.end().catch(() => undefined);
  };
  const client = async (): Promise<Client> => {
    kept ??= await adminClient(installation, region.name, {
      applicationName: `recoverer of ${from}`,
      queryMsMax: QUERY_MS_MAX,
      connectMsMax: CONNECT_MS_MAX,
      from,
    });
    return kept;
  };
  const look = async (): Promise<SeenDatabase | null> => {
    try {
      return await seeRunning(await client(), peer);
    } catch (error) {
      drop();
      if (from !== region.name) return null;
      return await seeStopped(options, error as Error & { code?: string });
    }
  };
  return {
    client,
    see() {
      looking ??= look()
        .catch(() => null)
        .finally(() => {
          looking = undefined;
        });
      return looking;
    },
    close: drop,
  };
}

async function seeRunning(client: Client, peer: RegionName): Promise<SeenDatabase> {
  const seen = await seeServer(client, peer);
  const rows = await readMarks(client);
  if (seen.kind === "standby") {
    const { streaming, lagMs, lagBytes } = seen;
    return { kind: "standby", streaming, lagMs, lagBytes, beatAgeMs: rows?.beatAgeMs ?? null };
  }
  const { standby } = seen;
  return {
    kind: "primary",
    writable: rows?.writable ?? true,
    beatAgeMs: rows?.beatAgeMs ?? null,
    recordedEpoch: rows?.recorded ?? null,
    verifiedEpoch: rows?.verified ?? null,
    standby: standby
      ? {
          streaming: standby.streaming,
          synchronous: seen.waiting && standby.synchronous,
          lagMs: standby.lagMs,
          lagBytes: standby.behindBytes,
        }
      : null,
  };
}

type Marks = { writable: boolean; beatAgeMs: number | null; recorded: number | null; verified: number | null };

/** Heartbeat and epochs; undefined while the catalogue's tables aren't there yet. */
async function readMarks(client: Client): Promise<Marks | undefined> {
  try {
    const { rows } = await client.query<Marks>({
      name: "recovery-marks",
      text: `SELECT current_setting('transaction_read_only') = 'off' AS writable,
              (SELECT greatest(extract(epoch FROM clock_timestamp() - at) * 1000, 0)::float8 FROM heartbeat WHERE id = 1) AS "beatAgeMs",
              (SELECT max(epoch)::float8 FROM epochs) AS recorded,
              (SELECT max(epoch)::float8 FROM epochs WHERE verified_at IS NOT NULL) AS verified`,
    });
    return rows[0];
  } catch (error) {
    if ((error as { code?: string }).code === "42P01") return undefined;
    throw error;
  }
}

/** Nobody accepts connections: what lies on disk says what it was. A server that is starting is neither up nor down. */
async function seeStopped(options: Options, error: Error & { code?: string }): Promise<SeenDatabase | null> {
  const { region, peerEye } = options;
  const found = await readOnDisk(region);
  const because = error.code === "ECONNREFUSED" ? "PostgreSQL doesn't run" : error.message;
  if (found.kind === "absent") {
    return {
      kind: "down",
      onDisk: "absent",
      stoppedCleanly: null,
      endsInPeerHistory: null,
      tailListed: false,
      because,
    };
  }
  if (found.running) return null;
  return {
    kind: "down",
    onDisk: found.role,
    stoppedCleanly: found.role === "primary" ? found.control.state === "stopped" : null,
    endsInPeerHistory: found.role === "primary" && peerEye ? await endsIn(region, found, peerEye) : null,
    tailListed: found.role === "primary" && (await listedEpoch(region, found.control)) !== undefined,
    because,
  };
}

async function endsIn(
  region: RegionLayout,
  found: Extract<Awaited<ReturnType<typeof readOnDisk>>, { kind: "present" }>,
  peerEye: DatabaseEye,
): Promise<boolean | null> {
  try {
    const client = await peerEye.client();
    const history = await readHistory(client);
    if (history.standby) return null;
    if (judgeFormer(found.control, found.ends, history).kind !== "follows") return false;
    // Without the log from its end on, it can't follow although it might.
    const { rows } = await client.query<{ status: string | null }>(
      "SELECT wal_status AS status FROM pg_replication_slots WHERE slot_name = $1",
      [slotOf(region.name)],
    );
    return rows[0]?.status != null && rows[0].status !== "lost";
  } catch {
    return null;
  }
}
