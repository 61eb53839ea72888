// Journals of runs: one file a run, one line an entry, on disk before the effect that follows. A torn last line is what was
// being written at the end of the process before: it is cut off. What a run did outlives its region: finished journals are
// copied to both buckets.

import { mkdir, open, readdir, readFile, rename, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, Refused } from "../../core/errors.ts";
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

export function runJournals(region: RegionLayout): RunJournals {
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
      return await Promise.all(files.map((name) => readJournal(join(directory, name))));
    },
    append(run, entry) {
      const next = last.then(() => write(run, entry));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function readJournal(path: string): Promise<JournalEntry[]> {
  const bytes = await readFile(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  // A torn line would join the next one that is appended.
  if (whole < bytes.length) await truncate(path, whole);
  const lines = bytes
    .subarray(0, whole)
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as JournalEntry;
    } catch (error) {
      throw new Refused(
        `Line ${index + 1} of the journal ${path} can't be read, so what that run did isn't known. Move the file aside, look at ` +
          "`tandem status`, and start a plan by hand if one is needed.",
        EXIT.badInput,
        { cause: error },
      );
    }
  });
}
