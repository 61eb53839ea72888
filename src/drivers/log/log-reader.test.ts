import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { FRAME_HEADER_BYTES, SEGMENT_HEADER_BYTES, segmentName } from "../../app/log/frame.ts";
import type { LogDamage, LogReader } from "../../app/log/port.ts";
import type { OffsetRange } from "../../core/origin.ts";
import { type LogDisk, REAL_DISK } from "./disk.ts";
import { openEventLog } from "./event-log.ts";
import { openLogReader } from "./log-reader.ts";
import { listSegments, seal } from "./origins.ts";

const root = await mkdtemp(join(tmpdir(), "tandem-reader-"));
after(() => rm(root, { recursive: true, force: true }));
let directories = 0;

test("any flipped bit on disk costs at most the record that it lies in, in every segment and at its ends", async () => {
  const texts = Array.from({ length: 12 }, (_, index) => `record ${index} ${"x".repeat(index * 7)}`);
  const ended = await endedLog(texts, 300);
  const segments = await listSegments(ended);
  assert.ok(segments.length >= 3);
  const bytesOf = new Map<number, Buffer>();
  for (const first of segments) bytesOf.set(first, await readFile(join(ended, segmentName(first))));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(segments.length - 1),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.nat(7),
      async (index, share, bit) => {
        const first = segments[index] as number;
        const whole = bytesOf.get(first) as Buffer;
        const byte = Math.floor(whole.length * share);
        const flipped = Buffer.from(whole);
        flipped[byte] = (flipped[byte] as number) ^ (1 << bit);
        const file = join(ended, segmentName(first));
        await writeFile(file, flipped);
        const { records, damage } = await readAll(ended, 0, 200);
        await writeFile(file, whole);
        const lost = byte < SEGMENT_HEADER_BYTES ? undefined : recordAt(texts, first, byte);
        assert.deepEqual(
          records,
          texts.map((text, offset) => ({ text, offset })).filter(({ offset }) => offset !== lost),
        );
        assert.deepEqual(
          damage.map((one) => one.range),
          lost === undefined ? [] : [{ from: lost, to: lost + 1 }],
        );
        for (const one of damage) assert.equal(one.file, file);
      },
    ),
    { numRuns: 150 },
  );
});

test("a segment whose header is wholly ruined costs nothing while another segment of the origin knows the seed", async () => {
  const texts = ["a", "b", "c", "d"];
  const ended = await endedLog(texts, 1);
  await overwrite(join(ended, segmentName(1)), 0, Buffer.alloc(SEGMENT_HEADER_BYTES));
  const { records, damage } = await readAll(ended, 0, 1_000);
  assert.deepEqual(
    records.map(({ text }) => text),
    texts,
  );
  assert.deepEqual(damage, []);
});

test("a segment that is lost is named with all its offsets, and reading goes on behind it", async () => {
  const ended = await endedLog(["a", "b", "c", "d"], 1);
  await rm(join(ended, segmentName(1)));
  const { records, damage } = await readAll(ended, 0, 1_000);
  assert.deepEqual(
    records.map(({ offset }) => offset),
    [0, 2, 3],
  );
  assert.deepEqual(
    damage.map((one) => one.range),
    [{ from: 1, to: 2 }],
  );
});

test("a last record that can't be read is just the end while its log lives, and damage once something follows", async () => {
  const directory = join(root, String(directories++));
  const log = await openEventLog({ directory, region: "here-1", onNotice: () => undefined });
  const own = join(directory, log.origin);
  await log.append(record("first"));
  await log.append(record("second"));
  await overwrite(join(own, segmentName(0)), SEGMENT_HEADER_BYTES + 2 * FRAME_HEADER_BYTES + 5 + 1, Buffer.from("?"));
  const reader = await openLogReader(own);
  const before = await reader.read(0, 1_000);
  assert.ok(before.kind === "records");
  assert.deepEqual([before.records.length, before.damage.length, before.next], [1, 0, 1]);
  await log.append(record("third"));
  const behind = await reader.read(1, 1_000);
  assert.ok(behind.kind === "records");
  assert.deepEqual(
    behind.records.map(({ offset }) => offset),
    [2],
  );
  assert.deepEqual(
    behind.damage.map((one) => one.range),
    [{ from: 1, to: 2 }],
  );
  await reader.close();
  await log.close();
});

test("a reader keeps up with a writer through many segments and sees every record once, in order", async () => {
  const directory = join(root, String(directories++));
  const log = await openEventLog({
    directory,
    region: "here-1",
    onNotice: () => undefined,
    segmentBytesMax: 2_000,
    disk: NO_SYNC,
  });
  const reader = await openLogReader(join(directory, log.origin));
  const wanted = 2_000;
  const writing = (async () => {
    for (let index = 0; index < wanted; index++) {
      const appended = log.append(record(`event ${index}`));
      if (index % 7 === 0) await appended;
    }
  })();
  let at = 0;
  while (at < wanted) {
    const read = await reader.read(at, 5_000);
    assert.ok(read.kind === "records");
    assert.deepEqual(read.damage, []);
    for (const { offset, payload } of read.records) {
      assert.equal(offset, at++);
      assert.equal(Buffer.from(payload).toString(), `event ${offset}`);
    }
    assert.equal(read.next, at);
    assert.ok((await reader.bounds()).to >= at);
  }
  await writing;
  await reader.close();
  await log.close();
});

test("reading on costs no search: a long log read in small pieces takes about one pass over its bytes", async () => {
  const texts = Array.from({ length: 3_000 }, (_, index) => `${index}`.padEnd(500, "."));
  const ended = await endedLog(texts, 64 * 1024 * 1024);
  const began = performance.now();
  const once = await readAll(ended, 0, 4 * 1024 * 1024);
  const onceMs = performance.now() - began;
  const pieces = await readAll(ended, 0, 500);
  const piecesMs = performance.now() - began - onceMs;
  assert.equal(once.records.length, 3_000);
  assert.equal(pieces.records.length, 3_000);
  // A search from the start for each of the 3,000 pieces would read 2 GB.
  assert.ok(piecesMs < 50 * onceMs + 1_500, `${piecesMs} ms in pieces, ${onceMs} ms at once`);
  const reader = await openLogReader(ended);
  for (const offset of [2_999, 0, 1_500, 17]) {
    const read = await reader.read(offset, 1);
    assert.ok(read.kind === "records");
    assert.deepEqual(
      read.records.map((one) => one.offset),
      [offset],
    );
  }
  await reader.close();
});

test("a reader of an origin without segments waits at its beginning", async () => {
  const reader = await openLogReader(join(root, "there-1~1-abcdef"));
  assert.deepEqual(await reader.bounds(), { from: 0, to: 0, sealed: false });
  assert.deepEqual(await reader.read(0, 100), { kind: "records", records: [], damage: [], next: 0 });
  await reader.close();
});

const NO_SYNC: LogDisk = { ...REAL_DISK, datasync: async () => undefined };

/** A log that has ended, in a directory of its own, one event a record. */
async function endedLog(texts: string[], segmentBytesMax: number): Promise<string> {
  const directory = join(root, String(directories++));
  const log = await openEventLog({
    directory,
    region: "here-1",
    onNotice: () => undefined,
    segmentBytesMax,
    disk: NO_SYNC,
  });
  const appended = [];
  for (const text of texts) {
    appended.push(log.append(record(text)));
    if (segmentBytesMax < 1_000) await appended.at(-1);
  }
  await Promise.all(appended);
  await log.close();
  const copy = join(directory, "copy", log.origin);
  await cp(join(directory, log.origin), copy, { recursive: true });
  await seal(copy, texts.length);
  return copy;
}

/** The offset of the record that a byte of a segment lies in. */
function recordAt(texts: string[], first: number, byte: number): number {
  let end = SEGMENT_HEADER_BYTES;
  for (let offset = first; ; offset++) {
    end += FRAME_HEADER_BYTES + (texts[offset] as string).length;
    if (byte < end) return offset;
  }
}

async function readAll(directory: string, from: number, bytesMax: number) {
  const reader: LogReader = await openLogReader(directory);
  const records: { text: string; offset: number }[] = [];
  const damage: (LogDamage & { range: OffsetRange | "unknown" })[] = [];
  for (let at = from; ; ) {
    const read = await reader.read(at, bytesMax);
    assert.ok(read.kind === "records");
    for (const { offset, payload } of read.records) records.push({ text: Buffer.from(payload).toString(), offset });
    damage.push(...read.damage);
    if (read.next === at) break;
    at = read.next;
  }
  await reader.close();
  return { records, damage };
}

function record(text: string) {
  return { receivedAt: 1_000, count: 1, payload: [Buffer.from(text)] };
}

async function overwrite(file: string, at: number, bytes: Buffer): Promise<void> {
  const whole = await readFile(file);
  bytes.copy(whole, at);
  await writeFile(file, whole);
}
