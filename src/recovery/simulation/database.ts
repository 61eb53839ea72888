// A region's PostgreSQL as recovery meets it: a history that survives crashes, commits that may wait for a standby, promotion,
// clean and unclean ends. A history is a list of entries, each made once in the world, so that equal last entries at equal
// positions mean equal histories.

import { later } from "./agenda.ts";
import { between, happens, skewed } from "./chance.ts";
import { isUp, kill, type Process, revive } from "./machine.ts";
import type { Place } from "./network.ts";
import { type Following, type Stream, shipHistory, startFollowing } from "./replication.ts";
import type { World } from "./world.ts";

type Waiter = { position: number; done: (waited: boolean) => void };

export type Database = {
  place: Place;
  process: Process;
  /** What the data directory says; it alone decides what a start makes of it. */
  role: "primary" | "standby" | "absent";
  state: "down" | "starting" | "up" | "stopping";
  stoppedCleanly: boolean;
  promoting: boolean;
  entries: number[];
  /** The setting, and what commits do: they take it up a little later (the checkpointer carries it). */
  waiting: boolean;
  waits: boolean;
  waiters: Waiter[];
  stream: Stream | null;
  following: Following | null;
  /** It asked to follow and was told that its history has left the primary's. */
  cantFollow: boolean;
  /** A rebuild, a renaming or the like has its data directory in hand: nobody starts it meanwhile. */
  inHand: boolean;
  /** Epoch under which a real write was last written and read back here. */
  verifiedEpoch: number | null;
  /** The newest epoch whose beginning is recorded here. */
  recordedEpoch: number | null;
  tailListed: boolean;
  /** Former data directories, kept for their tails. */
  kept: number[][];
  slowUntilMs: number;
};

const FSYNC_MS_MIN = 0.2;
const FSYNC_MS_MAX = 4;
const FSYNC_SLOW_MS_MAX = 1_500;
const STOP_LOOK_MS = 25;

export function makeDatabase(place: Place, process: Process, role: "primary" | "standby"): Database {
  return {
    place,
    process,
    role,
    state: "down",
    stoppedCleanly: true,
    promoting: false,
    entries: [],
    waiting: role === "primary",
    waits: role === "primary",
    waiters: [],
    stream: null,
    following: null,
    cantFollow: false,
    inHand: false,
    verifiedEpoch: null,
    recordedEpoch: 1,
    tailListed: false,
    kept: [],
    slowUntilMs: 0,
  };
}

export function isPrimaryUp(database: Database): boolean {
  return database.state === "up" && database.role === "primary";
}

/** An entry that no client wrote: a promotion, a checkpoint at the end or after a crash. */
export function ownEntry(world: World): number {
  return -world.entriesMade++ - 1;
}

/**
 * `done` runs when COMMIT returns, and says whether the standby had flushed it; never where the server ends first, which the
 * client must take as unknown.
 */
export function commit(world: World, database: Database, entry: number, done: (waited: boolean) => void): void {
  later(world.agenda, database.process, fsyncMs(world, database), () => {
    if (!isPrimaryUp(database)) return;
    database.entries.push(entry);
    shipHistory(world, database);
    if (database.waits) database.waiters.push({ position: database.entries.length, done });
    else done(false);
  });
}

/** Lets go whoever waited for a position that the standby has flushed by now. */
export function letGo(database: Database, flushed: number): void {
  const { waiters } = database;
  if (waiters.length === 0) return;
  const free = waiters.filter((waiter) => waiter.position <= flushed);
  if (free.length === 0) return;
  database.waiters = waiters.filter((waiter) => waiter.position > flushed);
  for (const waiter of free) waiter.done(flushed !== Number.POSITIVE_INFINITY);
}

/** The setting holds at once for who asks for it, and a little later for those who commit. */
export function setWaiting(world: World, database: Database, waiting: boolean): void {
  database.waiting = waiting;
  const inMs = happens(world.chance, 0.1) ? skewed(world.chance, 50, 3_000) : between(world.chance, 1, 30);
  later(world.agenda, database.process, inMs, () => {
    if (database.waiting !== waiting) return;
    database.waits = waiting;
    if (!waiting) letGo(database, Number.POSITIVE_INFINITY);
  });
}

export function start(world: World, database: Database): void {
  if (database.state !== "down" || database.role === "absent") return;
  database.state = "starting";
  later(world.agenda, database.process, skewed(world.chance, 30, 900), () => {
    if (database.state !== "starting") return;
    database.state = "up";
    database.waits = database.waiting;
    world.note(database.place, `postgres is up as a ${database.role} with ${database.entries.length} entries`);
    if (database.role === "standby") startFollowing(world, database);
    // Recovery ends with a checkpoint of its own, even where nothing had to be recovered.
    else if (!database.stoppedCleanly) database.entries.push(ownEntry(world));
    database.stoppedCleanly = false;
  });
}

/** A stop that was asked for. Fast: the standby gets everything first, while it listens. `done` tells whether it ended cleanly. */
export function stop(
  world: World,
  database: Database,
  mode: "fast" | "immediate",
  done: (clean: boolean) => void,
): void {
  if (database.state === "down") {
    later(world.agenda, null, 1, () => done(database.stoppedCleanly));
    return;
  }
  if (mode === "immediate" || database.state === "starting" || database.promoting) {
    later(world.agenda, null, between(world.chance, 1, 20), () => {
      const clean = database.state === "down" && database.stoppedCleanly;
      if (!clean) endDatabase(world, database, false);
      done(clean);
    });
    return;
  }
  if (database.state !== "stopping") {
    database.state = "stopping";
    database.waiters = [];
    if (database.role === "primary") {
      database.entries.push(ownEntry(world));
      shipHistory(world, database);
    }
  }
  const look = (): void => {
    if (database.state !== "stopping") {
      done(database.state === "down" && database.stoppedCleanly);
      return;
    }
    const { stream, process } = database;
    if (!isUp(process)) {
      later(world.agenda, null, STOP_LOOK_MS, look);
      return;
    }
    if (stream !== null && stream.flushed < database.entries.length) {
      later(world.agenda, null, STOP_LOOK_MS, look);
      return;
    }
    endDatabase(world, database, true);
    done(true);
  };
  later(world.agenda, null, skewed(world.chance, 15, 400), look);
}

/** The server is gone, whatever it was doing. Its history stays. */
export function endDatabase(world: World, database: Database, clean: boolean): void {
  if (database.state !== "down") world.note(database.place, `postgres has ended ${clean ? "cleanly" : "uncleanly"}`);
  kill(database.process);
  revive(database.process, world.agenda.nowMs);
  database.state = "down";
  database.stoppedCleanly = clean;
  database.promoting = false;
  database.waiters = [];
  database.stream = null;
  database.following = null;
  world.databaseEnded(database.place);
}

/** `done` runs when it can be written. `solo`: it won't wait for a standby. */
export function promote(world: World, database: Database, solo: boolean, done: () => void): void {
  if (database.state !== "up" || database.role !== "standby" || database.promoting) return;
  database.promoting = true;
  database.following = null;
  later(world.agenda, database.process, skewed(world.chance, 40, 500), () => {
    database.promoting = false;
    database.tailListed = false;
    database.role = "primary";
    database.waiting = !solo;
    database.waits = !solo;
    database.stream = null;
    database.entries.push(ownEntry(world));
    done();
  });
}

/** A base backup of the primary that streams from now on. `done(false)` where that ended before the backup did. */
export function rebuild(world: World, database: Database, source: Database, done: (ok: boolean) => void): void {
  database.inHand = true;
  const { life } = source.process;
  later(world.agenda, null, skewed(world.chance, 200, 2_500), () => {
    database.inHand = false;
    const ok = source.process.life === life && isPrimaryUp(source) && database.state === "down";
    if (ok) {
      database.entries = source.entries.slice();
      database.role = "standby";
      database.stoppedCleanly = true;
      database.cantFollow = false;
      database.recordedEpoch = source.recordedEpoch;
    }
    done(ok);
  });
}

/** The former data directory is renamed, never deleted: its tail is a person's to judge. */
export function keepFormer(database: Database): void {
  if (database.role === "absent") return;
  database.kept.push(database.entries);
  database.entries = [];
  database.tailListed = false;
  database.recordedEpoch = null;
  database.role = "absent";
}

/** The whole of `inner` is the beginning of `outer`. */
export function liesIn(inner: readonly number[], outer: readonly number[]): boolean {
  const { length } = inner;
  return length <= outer.length && (length === 0 || inner[length - 1] === outer[length - 1]);
}

export function fsyncMs(world: World, database: Database): number {
  const slow = world.agenda.nowMs < database.slowUntilMs;
  return skewed(world.chance, FSYNC_MS_MIN, slow ? FSYNC_SLOW_MS_MAX : FSYNC_MS_MAX);
}
