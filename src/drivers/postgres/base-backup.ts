// A copy of the primary's cluster as the start of a standby: PostgreSQL's low-level backup, pg_backup_start → copy →
// pg_backup_stop in one session, without the programs that the npm package leaves out. Both regions' files lie on this
// machine; what is written while we copy comes through the replication slot afterwards.

import { chown, copyFile, lstat, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { Refused, Unavailable } from "../../core/errors.ts";
import { type Installation, peerOf, type RegionLayout } from "../../core/installation.ts";
import { adminClient } from "./connect.ts";
import type { ServerUser } from "./server-user.ts";
import { placesOf, slotOf } from "./settings.ts";

const PRIMARY_MS_MAX = 60_000;
const PRIMARY_RETRY_MS = 200;
const BACKUP_QUERY_MS_MAX = 60_000;
const COPIES_AT_ONCE = 8;

/** Directories that are copied empty: they are rebuilt, streamed, or mean something only to the running primary. */
const EMPTY = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
]);
const LEFT_OUT =
  /^(?:postmaster\.(?:pid|opts)|postgresql\.auto\.conf|standby\.signal|backup_label|tablespace_map|pg_internal\.init|pgsql_tmp.*)$/;
/** Copied last, as the manual asks: it says where replay must begin at the latest. */
const CONTROL = join("global", "pg_control");

/** Waits for the primary, reserves its log in this region's slot, copies, and puts the copy in place in one rename. */
export async function copyPrimary(options: {
  installation: Installation;
  region: RegionLayout;
  user: ServerUser;
  onStep: (text: string) => void;
}): Promise<void> {
  const { installation, region, user, onStep } = options;
  const peer = peerOf(installation, region.name);
  const { data } = placesOf(region);
  const incoming = `${data}.incoming`;
  await rm(incoming, { recursive: true, force: true });
  onStep(`waiting for the primary in ${peer.name}`);
  const primary = await waitForPrimary(installation, peer, region);
  try {
    onStep(`copying the catalogue from ${peer.name}`);
    await reserveSlot(primary, slotOf(region.name));
    await primary.query("SELECT pg_backup_start('tandem standby', true)");
    await copyTree(placesOf(peer).data, incoming, user);
    const stopped = await primary.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop(false)");
    const label = stopped.rows[0]?.labelfile;
    if (!label) throw new Unavailable(`The primary in ${peer.name} ended the base backup without a label.`);
    await writeOwned(join(incoming, "backup_label"), label, user);
    await writeOwned(join(incoming, "standby.signal"), "", user);
    await writeOwned(join(incoming, "postgresql.auto.conf"), "", user);
    await rename(incoming, data);
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    throw error instanceof Refused || error instanceof Unavailable
      ? error
      : new Unavailable(`copy the catalogue from ${peer.name} to ${region.name}`, { cause: error });
  } finally {
    await primary.end().catch(() => undefined);
  }
}

async function waitForPrimary(installation: Installation, peer: RegionLayout, region: RegionLayout): Promise<Client> {
  const untilMs = performance.now() + PRIMARY_MS_MAX;
  for (;;) {
    try {
      const client = await adminClient(installation, peer.name, {
        applicationName: `${region.name} base backup`,
        from: region.name,
        queryMsMax: BACKUP_QUERY_MS_MAX,
      });
      const { rows } = await client.query<{ standby: boolean }>("SELECT pg_is_in_recovery() AS standby");
      if (rows[0]?.standby === false) return client;
      await client.end();
      throw new Unavailable(`The PostgreSQL in ${peer.name} is a standby itself, so there is nothing to copy from.`);
    } catch (error) {
      if (performance.now() > untilMs) {
        throw new Unavailable(
          `The primary in ${peer.name} (port ${peer.ports.postgres}) didn't accept ${region.name} within ` +
            `${PRIMARY_MS_MAX / 1_000} s. Is that region running?`,
          { cause: error },
        );
      }
    }
    await wait(PRIMARY_RETRY_MS);
  }
}

/** A fresh slot, so that the log from this backup on is kept for us. */
async function reserveSlot(primary: Client, slot: string): Promise<void> {
  await primary.query(
    "SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = $1 AND active_pid IS NOT NULL",
    [slot],
  );
  await primary.query("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1", [
    slot,
  ]);
  await primary.query("SELECT pg_create_physical_replication_slot($1, true)", [slot]);
}

async function copyTree(from: string, to: string, user: ServerUser): Promise<void> {
  const files: string[] = [];
  await makeOwned(to, user);
  await copyDirectories(from, to, "", user, files);
  let next = 0;
  const copyNext = async (): Promise<void> => {
    while (next < files.length) {
      const file = files[next++] as string;
      await copyOne(join(from, file), join(to, file), user);
    }
  };
  await Promise.all(Array.from({ length: COPIES_AT_ONCE }, copyNext));
  await copyOne(join(from, CONTROL), join(to, CONTROL), user);
}

async function copyDirectories(
  from: string,
  to: string,
  below: string,
  user: ServerUser,
  files: string[],
): Promise<void> {
  for (const entry of await entriesOf(join(from, below))) {
    const path = join(below, entry.name);
    if (LEFT_OUT.test(entry.name) || path === CONTROL) continue;
    if (!entry.isDirectory()) {
      files.push(path);
      continue;
    }
    await makeOwned(join(to, path), user);
    if (!EMPTY.has(path)) await copyDirectories(from, to, path, user, files);
  }
  if (below === "") for (const name of ["archive_status", "summaries"]) await makeOwned(join(to, "pg_wal", name), user);
}

/** A file that vanishes while we copy was dropped by the primary; replay drops it here, too. */
async function copyOne(from: string, to: string, user: ServerUser): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" && !(await exists(from))) return;
    throw error;
  }
  if (user) await chown(to, user.uid, user.gid);
}

async function entriesOf(directory: string) {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" && !(await exists(directory))) return [];
    throw error;
  }
}

const exists = async (path: string): Promise<boolean> => (await lstat(path).catch(() => undefined)) !== undefined;

async function makeOwned(directory: string, user: ServerUser): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (user) await chown(directory, user.uid, user.gid);
}

export async function writeOwned(path: string, text: string, user: ServerUser): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  if (user) await chown(path, user.uid, user.gid);
}
