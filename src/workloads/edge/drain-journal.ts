// Who drained which region, when and why: a line before a drain begins and one when it ends, in <data>/edge/drains.ndjson. It is the
// edge's own setting and no fact about the regions, so it lies with the edge and not with them: a restarted edge finds in it a drain
// whose time isn't up, also while both regions are silent. A file that is lost costs the drain, and events go the usual way.

import { open, readFile, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Drain, PastDrain } from "../../core/drain.ts";
import type { InstantMs } from "../../core/time.ts";
import { makeDirectory, syncDirectory } from "../../drivers/log/durable-file.ts";

const FILE_BYTES_MAX = 4 * 1024 * 1024;
const PAST_MAX = 20;

type Line = ({ kind: "begun"; format: 1 } & Drain) | { kind: "ended"; id: string; at: InstantMs; because: string };

export type DrainJournal = {
  /** The one without an end, whether its time is up or not. */
  read(): Promise<{ standing: Drain | null; past: PastDrain[] }>;
  /** Durable when it resolves. */
  append(line: Line): Promise<void>;
};

export function drainJournal(file: string): DrainJournal {
  return {
    async read() {
      const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return "";
        throw error;
      });
      let standing: Drain | null = null;
      const past: PastDrain[] = [];
      for (const line of text.split("\n").flatMap(parsed)) {
        if (line.kind === "begun") {
          const { kind: _, format: __, ...drain } = line;
          standing = drain;
        } else if (standing?.id === line.id) {
          past.push({ ...standing, endedAt: line.at, ended: line.because });
          standing = null;
        }
      }
      return { standing, past: past.reverse().slice(0, PAST_MAX) };
    },
    async append(line) {
      await makeDirectory(dirname(file));
      const size = (await stat(file).catch(() => undefined))?.size;
      // The one before is kept. Nothing stands when a drain begins, so the new one holds all that counts.
      const grown = line.kind === "begun" && (size ?? 0) > FILE_BYTES_MAX;
      if (grown) await rename(file, `${file}.before`);
      const handle = await open(file, "a", 0o600);
      try {
        // The line break comes first: what is left of a line that was being written when the edge died joins no other.
        await handle.appendFile(`\n${JSON.stringify(line)}`);
        await handle.datasync();
      } finally {
        await handle.close();
      }
      if (size === undefined || grown) await syncDirectory(dirname(file));
    },
  };
}

/** A line that was being written when the edge died says nothing: what it told hadn't begun. */
function parsed(text: string): Line[] {
  try {
    const line = JSON.parse(text) as Line;
    return line.kind === "ended" || (line.kind === "begun" && line.format === 1) ? [line] : [];
  } catch {
    return [];
  }
}
