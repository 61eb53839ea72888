// A former primary's cluster, which stays untouched until a plan says what becomes of it: it follows the new primary where its
// end lies in that one's history, and else it is kept aside, never deleted, and a copy of the new primary takes its place.

import { readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, Refused, Unavailable } from "../../core/errors.ts";
import { type Installation, peerOf, type RegionLayout } from "../../core/installation.ts";
import { printPosition } from "../../core/log-position.ts";
import { syncDirectory } from "../log/durable-file.ts";
import { writeOwned } from "./base-backup.ts";
import { adminClient } from "./connect.ts";
import { type ControlFile, readControlFile } from "./control-file.ts";
import { type Ends, endOf, parseEnds, readHistory, type ServerHistory } from "./history.ts";
import { inspectCluster, livePostmaster } from "./inspect.ts";
import { serverUser } from "./server-user.ts";
import { placesOf, slotOf } from "./settings.ts";

const PRIMARY_QUERY_MS_MAX = 2_000;

/** The cluster of a region as it lies on disk. `ends`: of its earlier timelines, as its own files say. */
export type OnDisk =
  | { kind: "absent" }
  | { kind: "present"; role: "primary" | "standby"; running: boolean; control: ControlFile; ends: Ends };

export async function readOnDisk(region: RegionLayout): Promise<OnDisk> {
  const { data } = placesOf(region);
  const cluster = await inspectCluster(data);
  if (cluster.kind === "absent") return cluster;
  const control = await readControlFile(data);
  const running = (await livePostmaster(data)) !== undefined;
  const name = `${control.timeline.toString(16).toUpperCase().padStart(8, "0")}.history`;
  const text = control.timeline <= 1 ? "" : await readFile(join(data, "pg_wal", name), "utf8").catch(() => "");
  return { kind: "present", role: cluster.role, running, control, ends: parseEnds(text) };
}

export type FormerVerdict =
  | { kind: "follows" }
  /** It holds what the new primary never had, or may do so: listed, kept aside, rebuilt. */
  | { kind: "diverged"; because: string };

/** Whether a former primary can follow the new one without a copy. Everything that isn't proven counts as diverged. */
export function judgeFormer(control: ControlFile, ownEnds: Ends, primary: ServerHistory): FormerVerdict {
  const diverged = (because: string): FormerVerdict => ({ kind: "diverged", because });
  if (control.systemId !== primary.systemId) return diverged("it belongs to another cluster");
  if (control.state !== "stopped") return diverged("it wasn't stopped in order");
  const end = endOf(primary, control.timeline);
  if (end === undefined) return diverged(`the new primary's history doesn't leave timeline ${control.timeline}`);
  if (control.checkpoint >= end) {
    const [own, theirs] = [printPosition(control.checkpoint), printPosition(end)];
    return diverged(`its log goes on to ${own}, and the new primary took over at ${theirs}`);
  }
  // Two histories may carry the same timeline number; they are the same one only when all before it is the same, too.
  const same = ownEnds.every((one, at) => {
    const theirs = primary.ends[at];
    return theirs?.timeline === one.timeline && theirs.end === one.end;
  });
  if (!same || (control.timeline > 1 && ownEnds.length === 0)) return diverged("the two have different histories");
  return { kind: "follows" };
}

/**
 * Turns a cleanly stopped former primary into a standby. Converges; throws `Refused` where it can't follow. The server itself
 * is started by its supervisor, which sees a standby from now on.
 */
export async function follow(installation: Installation, region: RegionLayout): Promise<void> {
  const { data } = placesOf(region);
  const found = await readOnDisk(region);
  if (found.kind === "absent") throw new Refused(`There is no cluster in ${data} that could follow.`, EXIT.missing);
  if (found.role === "standby") return;
  requireStopped(found, data);
  const peer = peerOf(installation, region.name);
  const primary = await adminClient(installation, peer.name, {
    applicationName: `${region.name} follow`,
    queryMsMax: PRIMARY_QUERY_MS_MAX,
    from: region.name,
  });
  try {
    const history = await readHistory(primary);
    if (history.standby) throw new Unavailable(`The database in ${peer.name} is a standby itself: nothing to follow.`);
    const verdict = judgeFormer(found.control, found.ends, history);
    if (verdict.kind === "diverged") {
      throw new Refused(`The former primary in ${region.name} can't follow ${peer.name}: ${verdict.because}.`);
    }
    const { rows } = await primary.query<{ status: string | null }>(
      "SELECT wal_status AS status FROM pg_replication_slots WHERE slot_name = $1",
      [slotOf(region.name)],
    );
    if (rows[0]?.status == null || rows[0].status === "lost") {
      throw new Refused(`The former primary in ${region.name} can't follow: ${peer.name} hasn't kept the log for it.`);
    }
  } finally {
    await primary.end().catch(() => undefined);
  }
  const user = serverUser();
  // Its own slots would hold back log for a standby that is a primary now.
  const slots = join(data, "pg_replslot");
  for (const name of await readdir(slots)) await rm(join(slots, name), { recursive: true, force: true });
  await writeOwned(join(data, "postgresql.auto.conf"), "", user);
  // Last: this is what makes it a standby, and its supervisor may start it from here on.
  await writeOwned(join(data, "standby.signal"), "", user);
  await syncDirectory(data);
}

const formerName = (region: RegionLayout, epoch: number): string => `${placesOf(region).data}.former-${epoch}`;

/** Where the former primary's files of this epoch are kept; undefined while there are none. */
export async function findFormer(region: RegionLayout, epoch: number): Promise<string | undefined> {
  const aside = formerName(region, epoch);
  return (await stat(aside).catch(() => undefined)) ? aside : undefined;
}

/** Epochs of which a former primary's files are kept here, oldest first. */
export async function listFormers(region: RegionLayout): Promise<{ epoch: number; directory: string }[]> {
  const names = await readdir(region.postgresDirectory).catch(() => []);
  return names
    .flatMap((name) => {
      const epoch = /^data\.former-(\d+)$/.exec(name)?.[1];
      return epoch === undefined ? [] : [{ epoch: Number(epoch), directory: join(region.postgresDirectory, name) }];
    })
    .sort((a, b) => a.epoch - b.epoch);
}

/** Renames the former primary's files aside. Its supervisor then finds no cluster, and copies the new primary. */
export async function keepFormer(region: RegionLayout, epoch: number): Promise<string> {
  const { data } = placesOf(region);
  const aside = formerName(region, epoch);
  const kept = await findFormer(region, epoch);
  const found = await readOnDisk(region);
  if (found.kind === "absent" || found.role === "standby") {
    if (kept) return kept;
    throw new Refused(`There is no former primary in ${data} to keep.`, EXIT.missing);
  }
  if (kept) {
    throw new Refused(
      `${kept} already holds a former primary. Export and drop it first: tandem recovery tail.`,
      EXIT.conflict,
    );
  }
  requireStopped(found, data);
  await rename(data, aside);
  await syncDirectory(region.postgresDirectory);
  return aside;
}

/** Deletes what `keepFormer` kept. Whoever calls has made sure that its list was exported. */
export async function dropFormer(region: RegionLayout, epoch: number): Promise<void> {
  await rm(formerName(region, epoch), { recursive: true, force: true });
}

function requireStopped(found: OnDisk & { kind: "present" }, data: string): void {
  if (found.running) throw new Unavailable(`The server on ${data} still runs. It is stopped when its lease ends.`);
}
