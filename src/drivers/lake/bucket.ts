// A bucket as a directory: immutable objects by key, made once and whole. `put` is conditional (create only), atomic and on
// disk when it returns; two processes of a region may put and remove at the same time. On AWS this is S3 with If-None-Match.

import { randomBytes } from "node:crypto";
import {
  appendFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parseWatermarkKey } from "../../app/lake/watermark.ts";
import { Refused } from "../../core/errors.ts";
import { requireDiskSpace } from "../faults/region-faults.ts";

export type Listed = { key: string; bytes: number };

export type Bucket = {
  readonly directory: string;
  /** All objects, by key. */
  list(): Promise<Listed[]>;
  /** Grows with each change that was made through this driver; unchanged means that nothing was put or removed since. */
  version(): Promise<string>;
  /** The file behind a key, whether it is there or not. */
  path(key: string): string;
  /** "exists": an object of this name was there already and stands untouched. */
  put(key: string, source: { file: string } | { bytes: Uint8Array }): Promise<"created" | "exists">;
  read(key: string): Promise<Buffer | undefined>;
  has(key: string): Promise<boolean>;
  /** Removing what isn't there is no error. Remembered for a day, so that the other region's copy isn't fetched back. */
  remove(key: string): Promise<void>;
  removedLately(): Promise<Set<string>>;
  /** Takes a damaged object out of service into `damaged/` beside the bucket, whence it can be fetched or written again. */
  quarantine(key: string): Promise<boolean>;
};

const KEY = /^lake\/v1\/[A-Za-z0-9=~._/-]{1,300}$/;
const INCOMING = ".incoming";
const CHANGED = ".changed";
const REMOVED = ".removed.ndjson";
const UNFINISHED_KEPT_MS = 10 * 60_000;
const REMOVED_KEPT_MS = 24 * 3_600_000;
const REMOVED_FILE_BYTES_MAX = 4 * 1024 * 1024;

export async function openBucket(directory: string): Promise<Bucket> {
  await mkdir(join(directory, INCOMING), { recursive: true });
  await forgetUnfinished(join(directory, INCOMING));
  const path = (key: string): string => join(directory, safe(key));
  const changed = async (): Promise<void> => {
    const marker = join(directory, CHANGED);
    // Two changes within one tick of the clock must differ too: the length of the file grows with each.
    await appendFile(marker, ".");
    if ((await stat(marker)).size > 4_096) await writeFile(marker, "");
    await utimes(marker, new Date(), new Date());
  };
  return {
    directory,
    path,
    list: () => list(directory),
    version: async () => {
      const found = await stat(join(directory, CHANGED), { bigint: true }).catch(() => undefined);
      return found ? `${found.mtimeNs}-${found.size}` : "new";
    },
    has: async (key) => (await stat(path(key)).catch(() => undefined)) !== undefined,
    read: (key) => readFile(path(key)).catch((error) => (error.code === "ENOENT" ? undefined : Promise.reject(error))),
    put: async (key, source) => {
      const made = await put(directory, path(key), source);
      if (made === "created") await changed();
      return made;
    },
    remove: async (key) => {
      // Of watermarks the newest counts, so an older one that comes back does no harm.
      if (!parseWatermarkKey(key)) {
        await appendFile(join(directory, REMOVED), `${JSON.stringify({ key, at: Date.now() })}\n`);
      }
      await rm(path(key), { force: true });
      await changed();
    },
    removedLately: () => removedLately(join(directory, REMOVED)),
    quarantine: async (key) => {
      const damaged = join(dirname(directory), "damaged");
      await mkdir(damaged, { recursive: true });
      const name = `${key.replaceAll("/", "__")}.${Date.now()}`;
      const moved = await rename(path(key), join(damaged, name)).then(
        () => true,
        (error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? false : Promise.reject(error)),
      );
      if (moved) await changed();
      return moved;
    },
  };
}

/** What a process that was killed was about to put; another process of the region may be putting right now. */
async function forgetUnfinished(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const file = join(incoming, name);
    const facts = await stat(file).catch(() => undefined);
    if (facts && facts.mtimeMs < Date.now() - UNFINISHED_KEPT_MS) await rm(file, { force: true });
  }
}

function safe(key: string): string {
  if (KEY.test(key) && !key.includes("..") && !key.includes("//")) return key;
  throw new Refused(
    `"${key.slice(0, 80)}" is not the name of an object: it begins with lake/v1/ and goes on in plain letters.`,
  );
}

async function list(directory: string): Promise<Listed[]> {
  const entries = await readdir(join(directory, "lake"), { recursive: true, withFileTypes: true }).catch(() => []);
  const found: Listed[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const key = file.slice(directory.length + 1);
    // An object may be removed while the listing is made.
    const facts = KEY.test(key) ? await stat(file).catch(() => undefined) : undefined;
    if (facts) found.push({ key, bytes: facts.size });
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function put(
  directory: string,
  target: string,
  source: { file: string } | { bytes: Uint8Array },
): Promise<"created" | "exists"> {
  requireDiskSpace(target);
  const incoming = join(directory, INCOMING, `${randomBytes(8).toString("hex")}-${basename(target).slice(0, 40)}`);
  try {
    if ("file" in source) await rename(source.file, incoming);
    else await writeFile(incoming, source.bytes, { flag: "wx" });
    await sync(incoming, "r+");
    await makeDirectories(directory, dirname(target));
    // A hard link fails where the name exists: that is the condition, and it is atomic.
    await link(incoming, target);
    await sync(dirname(target), "r");
    return "created";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return "exists";
    throw error;
  } finally {
    await unlink(incoming).catch(() => undefined);
  }
}

/** Makes the directories below `root` that are missing, and puts each new name on disk. */
async function makeDirectories(root: string, directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true });
  if (first === undefined) return;
  for (let at = directory; at.length > root.length; at = dirname(at)) await sync(dirname(at), "r");
}

async function sync(file: string, flags: "r" | "r+"): Promise<void> {
  const handle = await open(file, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removedLately(file: string): Promise<Set<string>> {
  const text = await readFile(file, "utf8").catch(() => "");
  const since = Date.now() - REMOVED_KEPT_MS;
  const kept = text
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as { key: string; at: number })
    .filter(({ at }) => at >= since);
  if (text.length > REMOVED_FILE_BYTES_MAX) {
    await writeFile(`${file}.new`, kept.map((line) => `${JSON.stringify(line)}\n`).join(""));
    await rename(`${file}.new`, file);
  }
  return new Set(kept.map(({ key }) => key));
}
