// The region's copy of the write keys: read from the regional database every two seconds, kept in an owner-only file, and
// loaded from it at start, so that ingest goes on while the database is down. It always knows how old it can be at most.

import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import type { KeySnapshot } from "../../app/catalogue/port.ts";
import type { AcknowledgementClass, PairPolicy } from "../../core/resources.ts";
import type { InstantMs } from "../../core/time.ts";

export type KeyOwner = { project: string; acknowledgement: AcknowledgementClass; pairPolicy: PairPolicy };

export type KeyStoreOptions = {
  /** `keys.json` of the region. */
  file: string;
  /** Reads the regional database; may throw. */
  read(): Promise<KeySnapshot>;
  now?: () => InstantMs;
  onNotice(text: string): void;
};

export type KeyStore = {
  find(key: string): KeyOwner | undefined;
  /** Whether an unknown key is really unknown: the copy is less than 5 s behind the active region. */
  isCurrent(): boolean;
  /** Reads again now if it hasn't been done just before; resolves after at most half a second. */
  refresh(): Promise<void>;
  status(): { asOf: InstantMs | null; projects: number };
  close(): Promise<void>;
};

/** A 401 makes SDKs drop events for good, so it is given only while the copy is younger than this. */
const BEHIND_MAX_MS = 5_000;
/** With a heartbeat each second and its way to a standby, a copy is 3 to 4 s old at most while all is well. */
const POLL_MS = 2_000;
/** Unknown keys can't make the collector ask the database more often than this. */
const REFRESH_PAUSE_MS = 200;
const REFRESH_WAIT_MS = 500;
const READ_WAIT_MS = 5_000;

type KeyFile = { format: 1; snapshot: KeySnapshot };

export async function openKeyStore(options: KeyStoreOptions): Promise<KeyStore> {
  const now = options.now ?? Date.now;
  let snapshot: KeySnapshot = (await load(options)) ?? { projects: [], heartbeatAt: null };
  let owners = ownersOf(snapshot);
  let written = JSON.stringify(snapshot.projects);
  let readAt = 0;
  let failing = false;
  let closed = false;
  let reading: Promise<void> | undefined;

  async function readOnce(): Promise<void> {
    readAt = now();
    try {
      const next = await within(options.read(), READ_WAIT_MS);
      if (closed) return;
      owners = ownersOf(next);
      snapshot = next;
      if (failing) options.onNotice("The write keys can be read from the database again.");
      failing = false;
      const text = JSON.stringify(next.projects);
      if (text === written) return;
      await save(options.file, next);
      written = text;
    } catch (error) {
      if (!failing && !closed) {
        options.onNotice(
          `Tried to refresh the write keys and will try again; the last copy stands. ${messageOf(error)}`,
        );
      }
      failing = true;
    }
  }

  function readShared(): Promise<void> {
    reading ??= readOnce().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  await within(readShared(), REFRESH_WAIT_MS).catch(() => undefined);
  const timer = setInterval(() => void readShared(), POLL_MS);
  return {
    find: (key) => owners.get(key),
    isCurrent: () => snapshot.heartbeatAt !== null && now() - snapshot.heartbeatAt < BEHIND_MAX_MS,
    refresh: async () => {
      if (!reading && now() - readAt < REFRESH_PAUSE_MS) return;
      await within(readShared(), REFRESH_WAIT_MS).catch(() => undefined);
    },
    status: () => ({ asOf: snapshot.heartbeatAt, projects: snapshot.projects.length }),
    close: async () => {
      closed = true;
      clearInterval(timer);
      await reading;
    },
  };
}

function ownersOf(snapshot: KeySnapshot): Map<string, KeyOwner> {
  const owners = new Map<string, KeyOwner>();
  for (const { id, acknowledgement, pairPolicy, keys } of snapshot.projects) {
    for (const key of keys) owners.set(key, { project: id, acknowledgement, pairPolicy });
  }
  return owners;
}

/** Undefined where there is no file yet, or where it can't be used: the database then has to answer first. */
async function load({ file, onNotice }: KeyStoreOptions): Promise<KeySnapshot | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const read = JSON.parse(text) as KeyFile;
    if (read.format !== 1) throw new Error(`format ${read.format} is newer than this program knows (1)`);
    ownersOf(read.snapshot);
    return read.snapshot;
  } catch (error) {
    onNotice(`${file} can't be used and will be written anew from the database. ${messageOf(error)}`);
    return undefined;
  }
}

async function save(file: string, snapshot: KeySnapshot): Promise<void> {
  const content: KeyFile = { format: 1, snapshot };
  await writeFile(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
