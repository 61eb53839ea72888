// A region in a temporary directory for tests of the lake: a real log, a real bucket, real Parquet; only the clock and the
// peer are handed in.

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeIngestRecord } from "../../app/events/ingest-record.ts";
import { NO_USER_AGENT } from "../../app/events/user-agent.ts";
import { MERGE_POLICY, type MergePolicy } from "../../app/lake/merge-plan.ts";
import { planRead } from "../../app/lake/plan-read.ts";
import { openAsideFiles } from "../../drivers/lake/aside.ts";
import { type Bucket, type Listed, openBucket } from "../../drivers/lake/bucket.ts";
import { literal, openLakeDatabase } from "../../drivers/lake/lake-database.ts";
import { openLakeIndex } from "../../drivers/lake/lake-index.ts";
import { openEventLog } from "../../drivers/log/event-log.ts";
import { openLogReader } from "../../drivers/log/log-reader.ts";
import { listOrigins } from "../../drivers/log/origins.ts";
import { releaseSegments } from "../../drivers/log/release.ts";
import { unheardTelemetry } from "../../drivers/telemetry/telemetry.ts";
import { FLUSH_POLICY, type FlushPolicy } from "./flusher.ts";
import { type LakeWriter, runLakeWriter } from "./lake-writer.ts";

export type TestRegion = { name: string; directory: string; bucket: Bucket };

export async function withDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), "tandem-lake-"));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

export async function testRegion(root: string, name: string): Promise<TestRegion> {
  const directory = join(root, name);
  return { name, directory, bucket: await openBucket(join(directory, "bucket")) };
}

export type TestEvent = { id: string; at: number };

/** Appends each batch as one record, received at `receivedAt`, and closes the log again. */
export async function appendBatches(
  region: TestRegion,
  receivedAt: number,
  batches: readonly (readonly TestEvent[])[],
  segmentBytesMax?: number,
): Promise<string> {
  const log = await openEventLog({
    directory: join(region.directory, "log", "own"),
    region: region.name,
    onNotice: () => {},
    ...(segmentBytesMax !== undefined && { segmentBytesMax }),
  });
  try {
    // One after the other, so that each is a write of its own and segments fill up.
    for (const events of batches) {
      const batch = events.map(({ id, at }) => ({
        type: "page",
        messageId: id,
        anonymousId: `device-${id.length}`,
        originalTimestamp: new Date(at).toISOString(),
        properties: { url: `https://example.org/${id}` },
      }));
      const header = { v: 1, project: "shop", kind: "batch", receivedAt, requestId: "request" } as const;
      const payload = encodeIngestRecord(header, new TextEncoder().encode(JSON.stringify({ batch })));
      const answer = await log.append({ receivedAt, count: events.length, payload });
      if (answer.kind !== "durable") throw new Error(`not accepted: ${answer.because}`);
    }
    return log.origin;
  } finally {
    await log.close();
  }
}

/** As the mirror leaves it: the same files. */
export async function mirrorLog(from: TestRegion, to: TestRegion): Promise<void> {
  await cp(join(from.directory, "log", "own"), join(to.directory, "log", "mirror"), { recursive: true });
}

export type WriterOptions = {
  now?: () => number;
  policy?: Partial<FlushPolicy>;
  mergePolicy?: Partial<MergePolicy>;
  activeEpoch?: () => number | undefined;
  listPeer?: () => Promise<Listed[]>;
  replacedAgeMs?: number;
  rangeLogBytes?: number;
  rangeRows?: number;
  /** So that it acts by itself. */
  roundEveryMs?: number;
  log?: (event: string, details?: Record<string, unknown>) => void;
};

/** A writer that acts only when it is told to, unless `roundEveryMs` is given. */
export async function testWriter(region: TestRegion, options: WriterOptions = {}): Promise<LakeWriter> {
  const logDirectory = join(region.directory, "log");
  return runLakeWriter({
    bucket: region.bucket,
    index: openLakeIndex(region.bucket),
    database: await openLakeDatabase(join(region.directory, "cache", "lake-writer")),
    aside: await openAsideFiles(join(region.directory, "aside")),
    parseUserAgent: () => NO_USER_AGENT,
    listLogs: async () => ({
      own: await listOrigins(join(logDirectory, "own")),
      mirror: await listOrigins(join(logDirectory, "mirror")),
    }),
    openReader: openLogReader,
    telemetry: unheardTelemetry(),
    region: region.name,
    releaseSegments,
    listPeer: options.listPeer ?? (() => Promise.reject(new Error("the peer is away"))),
    activeEpoch: options.activeEpoch ?? (() => undefined),
    policy: { ...FLUSH_POLICY, ...options.policy },
    mergePolicy: { ...MERGE_POLICY, ...options.mergePolicy },
    roundEveryMs: options.roundEveryMs ?? 3_600_000,
    tidyEveryMs: 3_600_000,
    now: options.now ?? (() => Date.now()),
    log: options.log ?? (() => {}),
    ...(options.replacedAgeMs !== undefined && { replacedAgeMs: options.replacedAgeMs }),
    ...(options.rangeLogBytes !== undefined && { rangeLogBytes: options.rangeLogBytes }),
    ...(options.rangeRows !== undefined && { rangeRows: options.rangeRows }),
  });
}

/** The message ids that a reader who follows `planRead` finds, in order; repeats left in on purpose. */
export async function idsInLake(bucket: Bucket, dedupe: "dedupe" | "keep repeats" = "dedupe"): Promise<string[]> {
  const { objects } = await openLakeIndex(bucket).refresh();
  const ids: string[] = [];
  await withDirectory(async (scratch) => {
    const database = await openLakeDatabase(scratch);
    const connection = await database.connect();
    for (const read of planRead(objects).values()) {
      const ofDay: string[] = [];
      for (const { object, take } of read.files) {
        const ranges = take === "all" ? object.cover : take;
        const where = ranges
          .map(({ origin, from, to }) => `(origin = ${literal(origin)} AND "offset" >= ${from} AND "offset" < ${to})`)
          .join(" OR ");
        const file = literal(bucket.path(object.key));
        const rows = await connection.runAndReadAll(`SELECT message_id FROM read_parquet(${file}) WHERE ${where}`);
        ofDay.push(...rows.getRows().map(([id]) => String(id)));
      }
      ids.push(...(dedupe === "dedupe" && read.dedupe ? new Set(ofDay) : ofDay));
    }
    connection.closeSync();
    database.close();
  });
  return ids.sort();
}
