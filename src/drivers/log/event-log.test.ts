import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { eventLogContract, type LogUnderTest } from "../../app/log/event-log-contract.ts";
import { FRAME_HEADER_BYTES, SEGMENT_HEADER_BYTES, segmentName } from "../../app/log/frame.ts";
import type { EventLog } from "../../app/log/port.ts";
import { Refused } from "../../core/errors.ts";
import { type LogDisk, REAL_DISK } from "./disk.ts";
import { type EventLogOptions, openEventLog } from "./event-log.ts";
import { openLogReader } from "./log-reader.ts";
import { listOrigins, listSegments, readSealed } from "./origins.ts";
import { releaseSegments } from "./release.ts";

const WAIT_MS = 5_000;
const root = await mkdtemp(join(tmpdir(), "tandem-log-"));
after(() => rm(root, { recursive: true, force: true }));
let directories = 0;

eventLogContract({ test, equal: assert.deepEqual }, async () => underTest(freshDirectory()));

async function underTest(directory: string): Promise<LogUnderTest> {
  const { log } = await open(directory);
  return {
    log,
    reader: (origin) => openLogReader(join(directory, origin)),
    reopen: async () => {
      await log.close();
      return underTest(directory);
    },
    discard: () => log.close(),
  };
}

test("after any sequence of stops, crashes and cuts, exactly the whole records are there, each in its origin", async () => {
  const step = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 8 }),
    end: fc.oneof(fc.constant("clean" as const), fc.double({ min: 0, max: 1, noNaN: true })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      const directory = freshDirectory();
      const expected = new Map<string, string[]>();
      for (const { sizes, end } of steps) {
        const { log } = await open(directory, { segmentBytesMax: 700, disk: NO_SYNC });
        const texts = expected.get(log.origin) ?? [];
        expected.set(log.origin, texts);
        for (const size of sizes) {
          const text = `${texts.length}`.padEnd(size, ".");
          assert.deepEqual(await log.append(record(text)), { kind: "durable", offset: texts.length });
          texts.push(text);
        }
        await log.close();
        if (end !== "clean") await crash(join(directory, log.origin), end, texts);
      }
      await (await open(directory, { disk: NO_SYNC })).log.close();
      for (const [origin, texts] of expected) assert.deepEqual(await allTexts(join(directory, origin)), texts, origin);
    }),
    { numRuns: 15 },
  );
});

/** As a power cut would: no mark of a clean stop, and the last segment cut anywhere behind its header. */
async function crash(directory: string, share: number, texts: string[]): Promise<void> {
  await rm(join(directory, "clean"));
  const last = (await listSegments(directory)).at(-1) ?? 0;
  const file = join(directory, segmentName(last));
  const size = (await readFile(file)).length;
  const cut = Math.floor(SEGMENT_HEADER_BYTES + (size - SEGMENT_HEADER_BYTES) * share);
  await truncate(file, cut);
  let whole = SEGMENT_HEADER_BYTES;
  for (let index = last; index < texts.length; index++) {
    whole += FRAME_HEADER_BYTES + (texts[index] as string).length;
    if (whole > cut) {
      texts.length = index;
      break;
    }
  }
}

test("what was cut off after an unclean stop is said, and the ended origin says where it ends", async () => {
  const directory = freshDirectory();
  const { log } = await open(directory);
  await log.append(record("first"));
  await log.append(record("second"));
  await log.close();
  const own = join(directory, log.origin);
  await rm(join(own, "clean"));
  await truncate(join(own, segmentName(0)), SEGMENT_HEADER_BYTES + 2 * FRAME_HEADER_BYTES + 5 + 3);
  const again = await open(directory);
  assert.match(again.notices.join("\n"), /ends at offset 1.* 39 bytes behind its last whole record were cut off/);
  assert.notEqual(again.log.origin, log.origin);
  assert.deepEqual(await readSealed(own), { end: 1 });
  await again.log.close();
});

test("a mark of a clean stop that doesn't fit the bytes is not believed", async () => {
  const directory = freshDirectory();
  const { log } = await open(directory);
  await log.append(record("first"));
  await log.append(record("second"));
  await log.close();
  await truncate(join(directory, log.origin, segmentName(0)), SEGMENT_HEADER_BYTES + FRAME_HEADER_BYTES + 5);
  const again = await open(directory);
  assert.notEqual(again.log.origin, log.origin);
  assert.deepEqual(await allTexts(join(directory, log.origin)), ["first"]);
  await again.log.close();
});

test("a second writer is told who has the log open, and a lock that a dead process left is taken over", async () => {
  const directory = freshDirectory();
  const { log } = await open(directory);
  await assert.rejects(open(directory), (error: Error) => {
    assert.ok(error instanceof Refused);
    assert.match(error.message, new RegExp(`process ${process.pid} has it open`));
    return true;
  });
  assert.equal((await log.append(record("still mine"))).kind, "durable");
  await log.close();
  // The number is in use again, by a process that began at another time.
  await writeFile(join(directory, "lock"), JSON.stringify({ pid: process.pid, started: "before" }));
  const again = await open(directory);
  await again.log.close();
  assert.deepEqual(
    (await readdir(directory)).filter((name) => name.startsWith("lock")),
    [],
  );
});

test("a log that refuses looks again, also when its first look comes while it is busy refusing", async () => {
  let looks = 0;
  const space = async () => {
    looks += 1;
    // Opened with room, then none; the look before the second write takes longer than the pause between retries.
    if (looks === 3) await new Promise((resolve) => setTimeout(resolve, 40));
    return { freeBytes: looks === 2 ? 0 : 10e9, totalBytes: 20e9 };
  };
  const disk: LogDisk = { ...NO_SYNC, space };
  const { log } = await open(freshDirectory(), { disk, retryEveryMs: 5, spaceCheckEveryMs: 0 });
  const large = { receivedAt: 1, count: 1, payload: [Buffer.alloc(9 * 1024 * 1024)] };
  const results = await Promise.all([log.append(large), log.append(large)]);
  assert.deepEqual(
    results.map(({ kind }) => kind),
    ["refused", "refused"],
  );
  await until(() => log.refusing() === undefined, "it accepts again");
  await log.close();
});

test("below the disk's floor events are refused with the reason, and accepted again by themselves", async () => {
  let freeBytes = 10e9;
  const disk: LogDisk = { ...REAL_DISK, space: async () => ({ freeBytes, totalBytes: 20e9 }) };
  const { log, notices } = await open(freshDirectory(), { disk, retryEveryMs: 5, spaceCheckEveryMs: 0 });
  assert.equal((await log.append(record("fits"))).kind, "durable");
  freeBytes = 0.9e9;
  const refused = await log.append(record("too much"));
  assert.ok(refused.kind === "refused");
  assert.match(refused.because, /858 MiB \(4\.5 %\) free.*1024 MiB and 5 %/);
  assert.equal(log.refusing(), refused.because);
  freeBytes = 10e9;
  await until(() => log.refusing() === undefined, "it accepts again");
  assert.deepEqual(await log.append(record("fits again")), { kind: "durable", offset: 1 });
  assert.equal(notices.length, 2);
  await log.close();
});

test("a write or sync that fails acknowledges nothing, gives no offset twice, and later appends are whole", async () => {
  for (const failing of ["writev", "datasync", "short"] as const) {
    let broken = false;
    const disk: LogDisk = {
      ...REAL_DISK,
      async writev(handle, chunks) {
        if (broken && failing === "writev") throw Object.assign(new Error("no space"), { code: "ENOSPC" });
        if (broken && failing === "short") return REAL_DISK.writev(handle, chunks.slice(0, 1));
        return REAL_DISK.writev(handle, chunks);
      },
      async datasync(handle) {
        if (broken) throw Object.assign(new Error("input/output error"), { code: "EIO" });
        return REAL_DISK.datasync(handle);
      },
    };
    const directory = freshDirectory();
    const { log } = await open(directory, { disk, retryEveryMs: 5 });
    const reader = await openLogReader(join(directory, log.origin));
    // Twice: the second failure meets a segment without a single record.
    for (const round of [0, 1]) {
      await log.append(record(`before ${round}`));
      const end = log.durableEnd();
      broken = true;
      const results = await Promise.all([log.append(record("lost")), log.append(record("lost too"))]);
      assert.deepEqual(
        results.map(({ kind }) => kind),
        ["refused", "refused"],
        failing,
      );
      assert.equal(log.durableEnd(), end);
      await reader.read(end, 1_000);
      broken = false;
      await until(() => log.refusing() === undefined, "it accepts again");
    }
    const last = await log.append(record("after"));
    assert.ok(last.kind === "durable" && last.offset >= 6, "the offsets that failed are given up");
    const { texts, damage } = await read(reader);
    assert.deepEqual(texts, ["before 0", "before 1", "after"], failing);
    assert.deepEqual(damage, [], "offsets that never held an event aren't damage");
    await reader.close();
    await log.close();
  }
});

test("more than the bound in flight is refused while the disk is busy, never held in memory", async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let first = true;
  const disk: LogDisk = {
    ...NO_SYNC,
    async writev(handle, chunks) {
      if (first) await held;
      first = false;
      return NO_SYNC.writev(handle, chunks);
    },
  };
  const { log } = await open(freshDirectory(), { disk });
  const payload = [Buffer.alloc(8 * 1024 * 1024)];
  const results = Array.from({ length: 9 }, () => log.append({ receivedAt: 0, count: 1, payload }));
  const ninth = await results[8];
  assert.ok(ninth?.kind === "refused");
  assert.match(ninth.because, /slower than the events/);
  letGo();
  assert.deepEqual(
    (await Promise.all(results.slice(0, 8))).map(({ kind }) => kind),
    Array(8).fill("durable"),
  );
  assert.equal((await log.append(record("room again"))).kind, "durable");
  await log.close();
});

test("closing finishes what was accepted", async () => {
  const directory = freshDirectory();
  const { log } = await open(directory);
  const accepted = Array.from({ length: 50 }, (_, index) => log.append(record(`${index}`)));
  await log.close();
  assert.ok((await Promise.all(accepted)).every(({ kind }) => kind === "durable"));
  assert.equal((await allTexts(join(directory, log.origin))).length, 50);
});

test("only whole segments below an offset are released, never the one being written", async () => {
  const directory = freshDirectory();
  const { log } = await open(directory, { segmentBytesMax: 1 });
  for (const text of ["a", "b", "c", "d"]) await log.append(record(text));
  const own = join(directory, log.origin);
  const reader = await openLogReader(own);
  assert.deepEqual(await listSegments(own), [0, 1, 2, 3]);
  assert.equal(await releaseSegments(own, 2), 2);
  assert.deepEqual(await listSegments(own), [2, 3]);
  assert.deepEqual(await reader.read(1, 100), { kind: "released", first: 2 });
  assert.equal(await releaseSegments(own, 4), 1, "the last segment of a live log stays");
  assert.deepEqual((await read(reader, 3)).texts, ["d"]);
  await reader.close();
  await log.close();
  await rm(join(own, "clean"));
  await (await open(directory)).log.close();
  assert.equal(await releaseSegments(own, 4), 1, "of an ended origin everything may go");
  const ended = await openLogReader(own);
  assert.deepEqual(await ended.bounds(), { from: 4, to: 4, sealed: true });
  assert.deepEqual(await ended.read(0, 100), { kind: "released", first: 4 });
  await ended.close();
});

test("everything that a writer acknowledged before kill -9 is there", async () => {
  const directory = freshDirectory();
  const script = fileURLToPath(new URL("../../../test/scenarios/append-for-ever.ts", import.meta.url));
  const child = spawn(process.execPath, [script, directory], { stdio: ["ignore", "pipe", "inherit"] });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === 3_000) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  // The child is gone and so is its hold on the log; a copy shows that opening doesn't depend on the place either.
  const copy = freshDirectory();
  await cp(directory, copy, { recursive: true });
  for (const place of [directory, copy]) {
    await (await open(place)).log.close();
    const [ended] = await listOrigins(place);
    assert.ok(ended?.sealed);
    const texts = await allTexts(ended.directory);
    assert.deepEqual(
      texts,
      texts.map((_, offset) => `event ${offset}`),
    );
    assert.ok(acknowledged.every((offset) => offset < texts.length));
    assert.ok(acknowledged.length >= 3_000);
  }
});

const NO_SYNC: LogDisk = { ...REAL_DISK, datasync: async () => undefined };

function freshDirectory(): string {
  return join(root, String(directories++), "own");
}

async function open(
  directory: string,
  options: Partial<EventLogOptions> = {},
): Promise<{ log: EventLog; notices: string[] }> {
  const notices: string[] = [];
  const onNotice = (notice: string) => void notices.push(notice);
  return { log: await openEventLog({ directory, region: "here-1", onNotice, ...options }), notices };
}

function record(text: string) {
  return { receivedAt: 1_000, count: 1, payload: [Buffer.from(text)] };
}

async function allTexts(directory: string): Promise<string[]> {
  const reader = await openLogReader(directory);
  const { texts, damage } = await read(reader);
  await reader.close();
  assert.deepEqual(damage, []);
  return texts;
}

async function read(reader: Awaited<ReturnType<typeof openLogReader>>, from = 0) {
  const texts: string[] = [];
  const damage: unknown[] = [];
  for (let at = from; ; ) {
    const result = await reader.read(at, 100_000);
    assert.ok(result.kind === "records");
    texts.push(...result.records.map(({ payload }) => Buffer.from(payload).toString()));
    damage.push(...result.damage);
    if (result.next === at) return { texts, damage };
    at = result.next;
  }
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const end = performance.now() + WAIT_MS;
  while (!holds()) {
    assert.ok(performance.now() < end, `not within ${WAIT_MS} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
