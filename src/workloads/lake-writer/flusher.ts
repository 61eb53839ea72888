// Decides when a log is written to the lake: the own one at 8 MiB or 30 s, the other region's only where its objects haven't
// come 60 s after its events were received here. One round at a time; a round without news costs a listing of the log.

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { completeRanges } from "../../app/lake/complete.ts";
import { contiguousEnd } from "../../app/lake/offset-ranges.ts";
import { isNewer, type Watermark, watermarkKey } from "../../app/lake/watermark.ts";
import type { LogDamage, LogReader } from "../../app/log/port.ts";
import type { OffsetRange, OriginId } from "../../core/origin.ts";
import type { Bucket } from "../../drivers/lake/bucket.ts";
import type { LakeIndex } from "../../drivers/lake/lake-index.ts";
import type { RangeWriter } from "../../drivers/lake/write-range.ts";
import type { OriginDirectory } from "../../drivers/log/origins.ts";
import { type OriginWriter, type OriginWriterParts, originWriter, RANGE_LOG_BYTES } from "./origin-writer.ts";

export type FlushPolicy = {
  ownAgeMsMax: number;
  ownLogBytesMax: number;
  /** After receipt here, before a range of the other region's is written from the mirror. */
  mirrorAgeMs: number;
  mirrorEveryMs: number;
  watermarkEveryMs: number;
};

export const FLUSH_POLICY: FlushPolicy = {
  ownAgeMsMax: 30_000,
  ownLogBytesMax: RANGE_LOG_BYTES,
  mirrorAgeMs: 60_000,
  mirrorEveryMs: 10_000,
  watermarkEveryMs: 10_000,
};

/** A record is stamped with its receipt a moment before it is in the log. */
const RECEIPT_TO_LOG_MS = 1_000;

export type FlusherParts = Omit<OriginWriterParts, "reader" | "onDamage"> & {
  bucket: Bucket;
  index: LakeIndex;
  listLogs: () => Promise<{ own: OriginDirectory[]; mirror: OriginDirectory[] }>;
  openReader: (originDirectory: string) => Promise<LogReader>;
  policy: FlushPolicy;
  log: (event: string, details?: Record<string, unknown>) => void;
};

export type OriginState = {
  origin: OriginId;
  own: boolean;
  directory: string;
  /** Kept in the log here. */
  first: number;
  end: number;
  /** Everything from `first` to here lies whole in this bucket. */
  stored: number;
  logBytes: number;
  damage: LogDamage[];
};

export type Flusher = {
  /** One look; writes what is due. False when no log has grown since the last one. */
  round(): Promise<boolean>;
  /** Writes everything that the logs hold, whatever its age; `own` alone where the other region is to write its own. */
  flush(which: "own" | "all"): Promise<void>;
  states(): Promise<OriginState[]>;
  /** Ranges and watermarks of its own logs that this process has put: it grows while the lake advances, also within a long backlog. */
  steps(): number;
  close(): Promise<void>;
};

type Followed = {
  writer: OriginWriter;
  own: boolean;
  directory: string;
  sealed: boolean;
  sizeWritten: number;
  sizeSeen: number;
  writtenAt: number;
  watermark: Watermark | undefined;
  /** Mirrors: what the log's end was, and when; the oldest first. */
  ends: { at: number; end: number }[];
  mirrorLookedAt: number;
};

export function openFlusher(parts: FlusherParts): Flusher {
  const { bucket, index, policy, now, log } = parts;
  const followed = new Map<string, Followed>();
  let steps = 0;
  const writer: RangeWriter = {
    ...parts.writer,
    async finish(range, emptyDay) {
      const made = await parts.writer.finish(range, emptyDay);
      steps += 1;
      return made;
    },
  };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const follow = async (): Promise<Followed[]> => {
    const { own, mirror } = await parts.listLogs();
    for (const [list, isOwn] of [[own, true] as const, [mirror, false] as const]) {
      for (const { directory, sealed } of list) {
        const known = followed.get(directory);
        if (known) known.sealed = sealed;
        else followed.set(directory, await begin(isOwn ? { ...parts, writer } : parts, directory, isOwn, sealed));
      }
    }
    const present = new Set([...own, ...mirror].map(({ directory }) => directory));
    for (const [directory, one] of followed) {
      if (present.has(directory)) continue;
      followed.delete(directory);
      await one.writer.close();
    }
    return [...followed.values()];
  };
  const completeOf = async (origin: OriginId): Promise<readonly OffsetRange[]> =>
    completeRanges((await index.refresh()).objects).get(origin) ?? [];

  const writeOwn = async (one: Followed, size: number): Promise<void> => {
    const at = now();
    const { to } = await one.writer.bounds();
    const started = performance.now();
    const written = await one.writer.write(await completeOf(one.writer.origin), Number.MAX_SAFE_INTEGER);
    one.sizeWritten = size;
    one.writtenAt = at;
    if (written.length > 0) {
      const offsets = written.reduce((sum, range) => sum + range.to - range.from, 0);
      const ms = Math.round(performance.now() - started);
      log("lake-written", { origin: one.writer.origin, ranges: written.length, offsets, ms });
    }
    await putWatermark(one, at, to);
  };
  /** `end` is what the log held at the instant `at`. Where damage keeps some of it out of the lake, nothing is promised. */
  const putWatermark = async (one: Followed, at: number, end: number): Promise<void> => {
    const { from } = await one.writer.bounds();
    const offset = contiguousEnd(await completeOf(one.writer.origin), from);
    const watermark = { origin: one.writer.origin, offset, at: at - RECEIPT_TO_LOG_MS };
    if (offset < end || (one.watermark && !isNewer(watermark, one.watermark))) return;
    await bucket.put(watermarkKey(watermark), {
      bytes: Buffer.from(`${JSON.stringify({ format: 1, ...watermark })}\n`),
    });
    if (one.watermark) await bucket.remove(watermarkKey(one.watermark));
    one.watermark = watermark;
    if (one.own) steps += 1;
  };

  const roundOwn = async (one: Followed): Promise<boolean> => {
    const size = await sizeOf(one.directory);
    const at = now();
    const news = size !== one.sizeSeen;
    one.sizeSeen = size;
    const grown = size - one.sizeWritten;
    const due = grown >= policy.ownLogBytesMax || at - one.writtenAt >= policy.ownAgeMsMax;
    if (grown !== 0 && (due || one.sealed)) await writeOwn(one, size);
    else if (grown === 0 && !one.sealed && at - (one.watermark?.at ?? 0) >= policy.watermarkEveryMs) {
      await putWatermark(one, at, (await one.writer.bounds()).to);
    }
    return news;
  };
  const roundMirror = async (one: Followed): Promise<void> => {
    const at = now();
    if (at - one.mirrorLookedAt < policy.mirrorEveryMs) return;
    one.mirrorLookedAt = at;
    const { to } = await one.writer.bounds();
    one.ends.push({ at, end: to });
    let until = 0;
    while (one.ends[0] && at - one.ends[0].at >= policy.mirrorAgeMs) until = (one.ends.shift() as { end: number }).end;
    if (until === 0) return;
    // What was seen so long ago stays due until it is written.
    one.ends.unshift({ at: at - policy.mirrorAgeMs, end: until });
    const written = await one.writer.write(await completeOf(one.writer.origin), until);
    if (written.length > 0) log("lake-written-from-mirror", { origin: one.writer.origin, ranges: written });
  };

  return {
    round: () =>
      inTurn(async () => {
        let grown = false;
        for (const one of await follow()) {
          if (one.own) grown = (await roundOwn(one)) || grown;
          else await roundMirror(one);
        }
        return grown;
      }),
    flush: (which) =>
      inTurn(async () => {
        for (const one of await follow()) {
          if (one.own) await writeOwn(one, await sizeOf(one.directory));
          else if (which === "all") {
            await one.writer.write(await completeOf(one.writer.origin), Number.MAX_SAFE_INTEGER);
          }
        }
      }),
    states: async () => {
      const complete = completeRanges((await index.refresh()).objects);
      return Promise.all([...followed.values()].map((one) => stateOf(one, complete.get(one.writer.origin) ?? [])));
    },
    steps: () => steps,
    close: () =>
      inTurn(async () => {
        for (const one of followed.values()) await one.writer.close();
      }),
  };
}

async function begin(parts: FlusherParts, directory: string, own: boolean, sealed: boolean): Promise<Followed> {
  const reader = await parts.openReader(directory);
  const writer = originWriter({
    ...parts,
    reader,
    onDamage: ({ origin, range, file, byte, reason }) =>
      parts.log("log-damage", { origin, range, file: file.split("/").slice(-2).join("/"), byte, reason }),
  });
  const watermark = (await parts.index.refresh()).watermarks.get(reader.origin);
  return {
    writer,
    own,
    directory,
    sealed,
    sizeWritten: 0,
    sizeSeen: 0,
    writtenAt: parts.now(),
    watermark,
    ends: [],
    mirrorLookedAt: 0,
  };
}

async function stateOf(one: Followed, complete: readonly OffsetRange[]): Promise<OriginState> {
  const { from, to } = await one.writer.bounds();
  return {
    origin: one.writer.origin,
    own: one.own,
    directory: one.directory,
    first: from,
    end: to,
    stored: contiguousEnd(complete, from),
    logBytes: await sizeOf(one.directory),
    damage: one.writer.damage(complete),
  };
}

/** Of an origin's segments together. Only a change of it means news. */
async function sizeOf(directory: string): Promise<number> {
  let size = 0;
  for (const name of await readdir(directory)) {
    // A segment may be released while the sizes are taken.
    if (name.endsWith(".segment")) size += (await stat(join(directory, name)).catch(() => ({ size: 0 }))).size;
  }
  return size;
}
