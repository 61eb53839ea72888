// What a former primary acknowledged or committed and its successor never had: read from a copy of its files, on a server of
// its own that nobody else can reach, so that the files themselves stay as they were found.

import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { type Installation, peerOf, type RegionLayout } from "../../core/installation.ts";
import { freePorts } from "../process/free-ports.ts";
import { writeOwned } from "./base-backup.ts";
import { binariesFor } from "./cluster.ts";
import { adminClient, isolatedClient } from "./connect.ts";
import { runProgram } from "./run-program.ts";
import { runServer } from "./server.ts";
import { serverUser } from "./server-user.ts";
import { ADMIN_USER, settingsText } from "./settings.ts";

/** One change that is in the former primary's journal alone. */
export type TailRow = {
  id: number;
  epoch: number;
  who: string;
  what: string;
  before: unknown;
  after: unknown;
  at: number;
  idempotencyKey: string | null;
};

const QUERY_MS_MAX = 10_000;
const PAGE_ROWS = 1_000;

/** Takes some rows of a list; the next ones come when it resolves. */
export type PutRows = (rows: TailRow[]) => Promise<void>;

/**
 * `former`: the directory of the former primary's cluster, stopped. Nothing in it is changed. `put` is given every row that is
 * missing in the new primary, oldest first, a page at a time: a list has no greatest length.
 */
export async function listTail(
  installation: Installation,
  region: RegionLayout,
  former: string,
  put: PutRows,
): Promise<void> {
  const scratch = join(region.postgresDirectory, "data.scratch");
  const user = serverUser();
  await rm(scratch, { recursive: true, force: true });
  try {
    await runProgram("cp", ["-a", former, scratch], { user, cwd: region.postgresDirectory });
    for (const name of ["postmaster.pid", "standby.signal", "recovery.signal"])
      await rm(join(scratch, name), { force: true });
    const slots = join(scratch, "pg_replslot");
    for (const name of await readdir(slots)) await rm(join(slots, name), { recursive: true, force: true });
    const port = await freePorts(1);
    await writeOwned(join(scratch, "postgresql.auto.conf"), "", user);
    await writeOwned(join(scratch, "postgresql.conf"), settingsText(installation, region) + isolation(port), user);
    await writeOwned(join(scratch, "pg_hba.conf"), `host all ${ADMIN_USER} 127.0.0.1/32 scram-sha-256\n`, user);
    const { postgres } = await binariesFor(installation, user);
    const ignore = () => undefined;
    const server = await runServer({ postgres, data: scratch, user, onExit: ignore, onLine: ignore });
    try {
      await compare(installation, region, port, put);
    } finally {
      await server.stop("immediate");
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Later lines win: nobody replicates from it, nobody writes to it, nothing waits. */
const isolation = (port: number): string => `port = ${port}
cluster_name = 'tandem tail'
synchronous_standby_names = ''
primary_conninfo = ''
primary_slot_name = ''
max_wal_senders = 0
default_transaction_read_only = on
autovacuum = off
max_connections = 5
`;

async function compare(installation: Installation, region: RegionLayout, port: number, put: PutRows): Promise<void> {
  const former = await isolatedClient(installation, port, QUERY_MS_MAX);
  try {
    const primary = await adminClient(installation, peerOf(installation, region.name).name, {
      applicationName: `${region.name} tail`,
      queryMsMax: QUERY_MS_MAX,
      from: region.name,
    });
    try {
      await putMissing(former, primary, put);
    } finally {
      await primary.end().catch(() => undefined);
    }
  } finally {
    await former.end().catch(() => undefined);
  }
}

/** A row is the same where id and epoch are, since only one region writes in an epoch. */
type Name = Pick<TailRow, "id" | "epoch">;

async function putMissing(former: Client, primary: Client, put: PutRows): Promise<void> {
  let after = await lastCommon(former, primary);
  for (;;) {
    const { rows } = await former.query<TailRow>(
      `SELECT id::float8 AS id, epoch::float8 AS epoch, who, what, before, after,
              floor(extract(epoch FROM at) * 1000)::float8 AS at, idempotency_key AS "idempotencyKey"
         FROM journal WHERE id > $1 ORDER BY id LIMIT $2`,
      [after, PAGE_ROWS],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const missing = await missingOf(rows, primary);
    if (missing.length > 0) await put(missing);
  }
}

/**
 * From the newest backwards, until a whole page is known in the new primary: histories differ in their ends only. The id below
 * which nothing is missing; 0 where the two have nothing in common.
 */
async function lastCommon(former: Client, primary: Client): Promise<number> {
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const { rows } = await former.query<Name>(
      "SELECT id::float8 AS id, epoch::float8 AS epoch FROM journal WHERE id < $1 ORDER BY id DESC LIMIT $2",
      [below, PAGE_ROWS],
    );
    const [newest, oldest] = [rows[0], rows.at(-1)];
    if (!newest || !oldest) return 0;
    if ((await missingOf(rows, primary)).length === 0) return newest.id;
    below = oldest.id;
  }
}

async function missingOf<Row extends Name>(rows: Row[], primary: Client): Promise<Row[]> {
  const ids = rows.map(({ id }) => id);
  const known = await primary.query<Name>(
    "SELECT id::float8 AS id, epoch::float8 AS epoch FROM journal WHERE id BETWEEN $1 AND $2",
    [Math.min(...ids), Math.max(...ids)],
  );
  const there = new Set(known.rows.map(({ id, epoch }) => `${id} ${epoch}`));
  return rows.filter(({ id, epoch }) => !there.has(`${id} ${epoch}`));
}
