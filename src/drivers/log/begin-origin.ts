// Which origin a log goes on with: the last one after a clean stop, a new one after any other. Ended ones are sealed.

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type OriginId, originId, parseOrigin, type RegionName } from "../../core/origin.ts";
import type { LogDisk } from "./disk.ts";
import { makeDirectory } from "./durable-file.ts";
import { OpenSegment } from "./open-segment.ts";
import { listOrigins, type OriginDirectory, readCleanStop, removeCleanStop, seal } from "./origins.ts";
import { recoverTail } from "./recover.ts";
import { SegmentFile } from "./segment-file.ts";

export type Beginning = { origin: OriginId; segment: SegmentFile; seed: number; end: number };

export async function beginOrContinue(
  logDirectory: string,
  region: RegionName,
  onNotice: (notice: string) => void,
  disk: LogDisk,
): Promise<Beginning> {
  const origins = await listOrigins(logDirectory);
  const open = origins.filter((origin) => !origin.sealed);
  const last = open.at(-1);
  const continued = last === undefined ? undefined : await continueCleanly(last, disk);
  for (const origin of open) {
    if (continued?.origin !== origin.origin) await end(origin, onNotice);
  }
  if (continued) return continued;
  const incarnations = origins.map((origin) => parseOrigin(origin.origin)?.incarnation ?? 0);
  const origin = originId(region, Math.max(0, ...incarnations) + 1, randomBytes(3).toString("hex"));
  const directory = join(logDirectory, origin);
  await makeDirectory(directory);
  const seed = randomBytes(4).readUInt32LE();
  const segment = await SegmentFile.create(directory, { origin, first: 0, seed }, disk);
  return { origin, segment, seed, end: 0 };
}

/** Only where the marker of a clean stop fits the last segment to the byte. The marker goes before anything is written. */
async function continueCleanly({ origin, directory }: OriginDirectory, disk: LogDisk): Promise<Beginning | undefined> {
  const stop = await readCleanStop(directory);
  if (!stop) return undefined;
  const segment = await OpenSegment.open(directory, origin, stop.segment);
  const seed = segment?.seed;
  const bytes = await segment?.size();
  await segment?.close();
  if (seed === undefined || bytes !== stop.bytes) return undefined;
  await removeCleanStop(directory);
  return { origin, segment: await SegmentFile.goOn(directory, stop.segment, bytes, disk), seed, end: stop.end };
}

async function end({ origin, directory }: OriginDirectory, onNotice: (notice: string) => void): Promise<void> {
  const recovered = await recoverTail(directory, origin);
  await seal(directory, recovered.end);
  await removeCleanStop(directory);
  for (const damage of recovered.damage) {
    const range = `${damage.range.from} to ${damage.range.to - 1}`;
    onNotice(
      `Offsets ${range} of ${origin} can't be read (${damage.reason}, at byte ${damage.byte} of its last segment).`,
    );
  }
  const torn =
    recovered.tornBytes > 0 ? ` ${recovered.tornBytes} bytes behind its last whole record were cut off.` : "";
  onNotice(`${origin} was not stopped cleanly: it ends at offset ${recovered.end}, and a new origin begins.${torn}`);
}
