// Keeps the bucket small: merges (active region only), removes what merged files replace, old watermarks, and the segments of
// logs that the lake holds. Nothing here is needed for a right answer; each step converges and may be cut off anywhere.

import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type MergePolicy, planMerges, type Seen } from "../../app/lake/merge-plan.ts";
import { planRelease, REPLACED_AGE_MS, removable } from "../../app/lake/release-plan.ts";
import { parseWatermarkKey, watermarkKey } from "../../app/lake/watermark.ts";
import type { Bucket, Listed } from "../../drivers/lake/bucket.ts";
import type { LakeIndex, LakeSnapshot } from "../../drivers/lake/lake-index.ts";
import { mergeFiles } from "../../drivers/lake/merge-files.ts";
import type { Telemetry } from "../../drivers/telemetry/telemetry.ts";
import type { OriginState } from "./flusher.ts";

/** An own log larger than this is released without waiting for the other region, which then catches up from objects. */
export const OWN_LOG_BYTES_MAX = 1024 ** 3;

export type TidyParts = {
  bucket: Bucket;
  index: LakeIndex;
  connection: DuckDBConnection;
  scratch: string;
  policy: MergePolicy;
  replacedAgeMs?: number;
  ownLogBytesMax?: number;
  now: () => number;
  /** The epoch while this region is active, else undefined. */
  activeEpoch: () => number | undefined;
  /** Throws where the peer can't be asked; then everything stays. */
  listPeer: () => Promise<Listed[]>;
  logs: () => Promise<OriginState[]>;
  releaseSegments: (originDirectory: string, belowOffset: number) => Promise<number>;
  log: (event: string, details?: Record<string, unknown>) => void;
  telemetry: Telemetry;
};

export type Tidy = {
  /** One round of everything. */
  round(): Promise<void>;
};

export function openTidy(parts: TidyParts): Tidy {
  const { bucket, index, now, log } = parts;
  const ageMs = parts.replacedAgeMs ?? REPLACED_AGE_MS;
  const merges = parts.telemetry.metrics.counter("tandem_lake_merges_total", {});
  const since = new Map<string, number>();

  const look = async (): Promise<Seen[]> => {
    const { objects } = await index.refresh();
    const keys = new Set(objects.map(({ key }) => key));
    for (const key of since.keys()) if (!keys.has(key)) since.delete(key);
    const seen: Seen[] = [];
    for (const object of objects) {
      const at = since.get(object.key) ?? (await stat(bucket.path(object.key)).catch(() => undefined))?.mtimeMs;
      if (at === undefined) continue;
      since.set(object.key, at);
      seen.push({ object, since: at });
    }
    return seen;
  };
  const merge = async (): Promise<void> => {
    for (const planned of planMerges(await look(), parts.policy, now())) {
      const epoch = parts.activeEpoch();
      if (epoch === undefined) return;
      const started = performance.now();
      const mayPut = (): boolean => parts.activeEpoch() === epoch;
      const { connection, scratch } = parts;
      const result = await mergeFiles({ connection, bucket, scratch, merge: planned, epoch, mayPut });
      const ms = Math.round(performance.now() - started);
      const { day, level, sources } = planned;
      if (result.kind === "damaged") log("lake-object-damaged", { keys: result.keys, because: "its digest is wrong" });
      else {
        merges.add();
        log("lake-merged", { day, level, sources: sources.length, ms, ...result });
      }
    }
  };
  const release = async (): Promise<void> => {
    const seen = await look();
    const snapshot = await index.refresh();
    await removeOldWatermarks(bucket, snapshot);
    const logs = await parts.logs();
    if (seen.length === 0) return;
    const peer = await parts.listPeer().catch((error: unknown) => error as Error);
    if (peer instanceof Error) return log("lake-release-waits", { because: peer.message });
    const inPeer = new Set(peer.map(({ key }) => key));
    const gone = removable(seen, inPeer, now(), ageMs);
    for (const { key } of gone) await bucket.remove(key);
    if (gone.length > 0) log("lake-sources-removed", { objects: gone.length });
    const kept = logs.map(({ origin, own, first, logBytes }) => ({ origin, own, first, bytes: logBytes }));
    const policy = { ownBytesMax: parts.ownLogBytesMax ?? OWN_LOG_BYTES_MAX, ageMs };
    for (const { origin, below } of planRelease(kept, seen, inPeer, policy, now())) {
      const directory = logs.find((one) => one.origin === origin)?.directory;
      const segments = directory === undefined ? 0 : await parts.releaseSegments(directory, below);
      if (segments > 0) log("log-released", { origin, below, segments });
    }
  };
  return {
    async round() {
      if (parts.activeEpoch() !== undefined) await merge();
      await release();
    },
  };
}

async function removeOldWatermarks(bucket: Bucket, { watermarks, watermarkKeys }: LakeSnapshot): Promise<void> {
  const newest = new Set([...watermarks.values()].map(watermarkKey));
  for (const key of watermarkKeys) if (parseWatermarkKey(key) && !newest.has(key)) await bucket.remove(key);
}
