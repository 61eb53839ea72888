// Journals of runs: one file a run, one line an entry, on disk before the effect that follows. A torn last line is what was
// being written at the end of the process before: it is cut off. A run whose journal is damaged elsewhere is put aside and said,
// and recovery goes on without it: what the world is like is observed anyway. What a run did outlives its region: finished journals are
// copied to both buckets.

import { mkdir, open, readdir, readFile, rename, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import type { RegionLayout } from "../../core/installation.ts";
import type { JournalEntry } from "../../recovery/run/protocol.ts";
import { requireDiskSpace } from "../faults/region-faults.ts";
import { syncDirectory } from "../log/durable-file.ts";
import { recoveryDirectory } from "./tails.ts";

/** Commands that belong to no run. */
const COMMANDS = "commands";
const RUN_ID = /^[A-Za-z0-9._-]{1,64}$/;
/** The newest journals that a recoverer reads at its start. */
const LOADED_MAX = 100;
const FILE_BYTES_MAX = 4 * 1024 * 1024;

export type RunJournals = {
  /** Every journal, each in the order it was written; the commands' last. */
  load(): Promise<JournalEntry[][]>;
  /** Durable when it resolves. Entries of one run are written in the order of the calls. */
  append(run: string | null, entry: JournalEntry): Promise<void>;
};

/** `onDamaged` hears a sentence for each journal that can't be read whole. */
export function runJournals(region: RegionLayout, onDamaged: (says: string) => void): RunJournals {
  const directory = join(recoveryDirectory(region), "runs");
  const fileOf = (run: string | null): string => {
    const name = run ?? COMMANDS;
    if (!RUN_ID.test(name)) throw new Error(`Bug: "${name}" can't be a run's id`);
    return join(directory, `${name}.ndjson`);
  };
  let last: Promise<void> = Promise.resolve();

  const write = async (run: string | null, entry: JournalEntry): Promise<void> => {
    await mkdir(directory, { recursive: true });
    const path = fileOf(run);
    let size = (await stat(path).catch(() => undefined))?.size;
    if (run === null && (size ?? 0) > FILE_BYTES_MAX) {
      // The commands' file would grow for ever; the one before it is kept.
      await rename(path, `${path}.before`);
      size = undefined;
    }
    const file = await open(path, "a", 0o600);
    try {
      requireDiskSpace(path);
      await file.appendFile(`${JSON.stringify(entry)}\n`);
      await file.datasync();
    } catch (error) {
      // A part of a line would join the next one.
      await file.truncate(size ?? 0).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    if (size === undefined) await syncDirectory(directory);
  };

  return {
    async load() {
      const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith(".ndjson"));
      const runs = names.filter((name) => name !== `${COMMANDS}.ndjson`);
      const dated = await Promise.all(
        runs.map(async (name) => ({ name, atMs: (await stat(join(directory, name))).mtimeMs })),
      );
      dated.sort((a, b) => a.atMs - b.atMs);
      const files = dated.slice(-LOADED_MAX).map(({ name }) => name);
      if (names.length > runs.length) files.push(`${COMMANDS}.ndjson`);
      const journals = await Promise.all(
        files.map(async (name) => {
          const path = join(directory, name);
          const { entries, unread } = await readJournal(path);
          if (unread.length === 0) return entries;
          const where = `Line ${unread.join(", ")} of the journal ${path} can't be read`;
          if (name === `${COMMANDS}.ndjson`) {
            onDamaged(`${where}; the commands in its other lines, pauses too, still stand.`);
            return entries;
          }
          await rename(path, `${path}.damaged`);
          onDamaged(`${where}, so what that run did isn't known. It is kept as ${name}.damaged.`);
          return [];
        }),
      );
      return journals.filter((entries) => entries.length > 0);
    },
    append(run, entry) {
      const next = last.then(() => write(run, entry));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** `unread` numbers the lines that aren't JSON, from 1. */
async function readJournal(path: string): Promise<{ entries: JournalEntry[]; unread: number[] }> {
  const bytes = await readFile(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  // A torn line would join the next one that is appended.
  if (whole < bytes.length) await truncate(path, whole);
  const entries: JournalEntry[] = [];
  const unread: number[] = [];
  for (const [index, line] of bytes.subarray(0, whole).toString("utf8").split("\n").entries()) {
    if (line === "") continue;
    try {
      entries.push(JSON.parse(line) as JournalEntry);
    } catch {
      unread.push(index + 1);
    }
  }
  return { entries, unread };
}
