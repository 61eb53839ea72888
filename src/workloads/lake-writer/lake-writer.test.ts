import assert from "node:assert/strict";
import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openLakeIndex } from "../../drivers/lake/lake-index.ts";
import { openEventLog } from "../../drivers/log/event-log.ts";
import {
  appendBatches,
  idsInLake,
  mirrorLog,
  type TestEvent,
  testRegion,
  testWriter,
  withDirectory,
} from "./test-region.ts";

const NOON = Date.UTC(2026, 10, 13, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const events = (prefix: string, count: number, at = NOON): TestEvent[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${String(index).padStart(3, "0")}`, at: at + index }));
const idsOf = (list: readonly TestEvent[]): string[] => list.map(({ id }) => id).sort();

test("each accepted event is in the lake once, however often the same log is written", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    const list = [...events("a", 30), ...events("b", 20, NOON - DAY)];
    await appendBatches(region, NOON + HOUR, [list.slice(0, 10), list.slice(10, 35), list.slice(35)]);
    for (let round = 0; round < 2; round++) {
      const writer = await testWriter(region);
      await writer.flush("own");
      await writer.flush("own");
      const { lake, ranges } = await writer.status();
      assert.deepEqual([lake.objects, lake.events, lake.setAside, lake.damaged], [2, 50, 0, 0]);
      assert.deepEqual([ranges[0]?.end, ranges[0]?.stored], [50, 50]);
      await writer.stop();
    }
    assert.deepEqual(await idsInLake(region.bucket, "keep repeats"), idsOf(list));
    const keys = (await region.bucket.list()).map(({ key }) => key);
    assert.equal(keys.filter((key) => key.includes("/watermarks/")).length, 1);
    assert.ok(
      keys.some((key) => /day=2026-11-12.*\.1of2\./.test(key)) &&
        keys.some((key) => /day=2026-11-13.*\.2of2\./.test(key)),
    );
  }));

test("a range with one of its days missing is written again, and nothing counts twice", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    const list = [...events("a", 5), ...events("b", 5, NOON - DAY)];
    await appendBatches(region, NOON, [list]);
    const writer = await testWriter(region);
    await writer.flush("own");
    const lost = (await region.bucket.list()).find(({ key }) => key.includes("day=2026-11-12"))?.key as string;
    await region.bucket.quarantine(lost);
    assert.equal((await writer.status()).lake.events, 0);
    await writer.flush("own");
    assert.ok(await region.bucket.has(lost));
    await writer.stop();
    assert.deepEqual(await idsInLake(region.bucket, "keep repeats"), idsOf(list));
  }));

test("what can't be converted is set aside with offset, reason and payload, once, and blocks nothing", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    await appendBatches(region, NOON, [events("a", 2)]);
    const log = await openEventLog({
      directory: join(region.directory, "log", "own"),
      region: region.name,
      onNotice: () => {},
    });
    await log.append({ receivedAt: NOON, count: 2, payload: [new TextEncoder().encode("nonsense")] });
    await log.close();
    await appendBatches(region, NOON, [events("c", 2)]);
    for (let round = 0; round < 2; round++) {
      const writer = await testWriter(region);
      await writer.flush("own");
      const { lake } = await writer.status();
      assert.deepEqual([lake.events, lake.setAside], [4, 2]);
      await writer.stop();
      for (const { key } of await region.bucket.list()) await region.bucket.quarantine(key);
    }
    const [file] = await readdir(join(region.directory, "aside"));
    const lines = (await readFile(join(region.directory, "aside", file as string), "utf8")).split("\n").filter(Boolean);
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)).map(({ offset, payload, payloadAt }) => [offset, payload ?? payloadAt]),
      [
        [2, Buffer.from("nonsense").toString("base64")],
        [3, 2],
      ],
    );
  }));

test("damaged offsets of a log are never covered, and the other region's copy fills them", () =>
  withDirectory(async (root) => {
    const [here, there] = [await testRegion(root, "ap-south-1"), await testRegion(root, "ap-south-2")];
    const list = events("a", 30);
    const origin = await appendBatches(here, NOON, [list.slice(0, 10), list.slice(10, 20), list.slice(20)]);
    await mirrorLog(here, there);
    const [segment] = await readdir(join(here.directory, "log", "own", origin)).then((names) =>
      names.filter((name) => name.endsWith(".segment")),
    );
    const path = join(here.directory, "log", "own", origin, segment as string);
    const bytes = await readFile(path);
    const inSecond = bytes.indexOf('"a015"');
    bytes.writeUInt8(bytes.readUInt8(inSecond + 2) ^ 4, inSecond + 2);
    await writeFile(path, bytes);

    const writer = await testWriter(here);
    await writer.flush("own");
    const { damage, lake } = await writer.status();
    assert.equal(lake.damaged, 1);
    assert.match(damage[0]?.what ?? "", /10-20$/);
    assert.deepEqual(await idsInLake(here.bucket), idsOf([...list.slice(0, 10), ...list.slice(20)]));

    const other = await testWriter(there);
    for (const { key } of await here.bucket.list()) {
      await there.bucket.put(key, { bytes: (await here.bucket.read(key)) as Buffer });
    }
    await other.flush("all");
    assert.deepEqual(await idsInLake(there.bucket, "keep repeats"), idsOf(list));
    for (const { key } of await there.bucket.list()) {
      await here.bucket.put(key, { bytes: (await there.bucket.read(key)) as Buffer });
    }
    const healed = await writer.status();
    assert.deepEqual([healed.lake.damaged, healed.lake.events, healed.ranges[0]?.stored], [0, 30, 30]);
    await writer.stop();
    await other.stop();
  }));

test("two regions that write the same mirrored log, in ranges of their own, count nothing twice", () =>
  withDirectory(async (root) => {
    const [here, there] = [await testRegion(root, "ap-south-1"), await testRegion(root, "ap-south-2")];
    const list = [...events("a", 40), ...events("b", 40, NOON - DAY)].sort((a, b) =>
      a.id.slice(1) < b.id.slice(1) ? -1 : 1,
    );
    const batches = Array.from({ length: 8 }, (_, index) => list.slice(index * 10, index * 10 + 10));
    await appendBatches(here, NOON, batches);
    await mirrorLog(here, there);
    for (const [region, rangeLogBytes] of [[here, 3_000] as const, [there, 5_000] as const]) {
      const writer = await testWriter(region, { rangeLogBytes });
      await writer.flush("all");
      await writer.stop();
    }
    const objects = (await there.bucket.list()).filter(({ key }) => key.endsWith(".parquet"));
    for (const { key } of objects) {
      await here.bucket.put(key, { bytes: (await there.bucket.read(key)) as Buffer });
      // Half-replicated, at every step: right at any time.
      assert.deepEqual(await idsInLake(here.bucket, "keep repeats"), idsOf(list));
    }
  }));

test("raw files become one of level 1, a past day one of level 2 without repeats, and late files join it", () =>
  withDirectory(async (root) => {
    const [here, there] = [await testRegion(root, "ap-south-1"), await testRegion(root, "ap-south-2")];
    const list = events("a", 40);
    const batches = Array.from({ length: 4 }, (_, index) => list.slice(index * 10, index * 10 + 10));
    await appendBatches(here, NOON, batches);
    let now = Date.now();
    const writer = await testWriter(here, {
      now: () => now,
      rangeLogBytes: 1,
      activeEpoch: () => 3,
      mergePolicy: { rawFilesMax: 4, settleMs: 1e15 },
      listPeer: () => here.bucket.list(),
    });
    await writer.flush("own");
    await writer.tidy();
    const levels = async () => {
      const { objects } = await openLakeIndex(here.bucket).refresh();
      return objects.map(({ level, epoch, rows }) => [level, epoch, rows]).sort();
    };
    assert.deepEqual(await levels(), [...Array(4).fill([0, 0, 10]), [1, 3, 40]]);
    assert.deepEqual(await idsInLake(here.bucket, "keep repeats"), idsOf(list));
    now = Date.now() + 61_000;
    await writer.tidy();
    assert.deepEqual(await levels(), [[1, 3, 40]]);
    await writer.stop();

    // The other region got some of the same events again (a client's re-send), and others of that day.
    const extra = [...list.slice(0, 5), ...events("z", 5)];
    await appendBatches(there, NOON + 1, [extra]);
    const second = await testWriter(there);
    await second.flush("own");
    await second.stop();
    for (const { key } of await there.bucket.list()) {
      await here.bucket.put(key, { bytes: (await there.bucket.read(key)) as Buffer });
    }
    const active = await testWriter(here, {
      now: () => now,
      activeEpoch: () => 3,
      mergePolicy: { settleMs: 0, quietMs: 0 },
      listPeer: () => here.bucket.list(),
    });
    now = Date.now() + 10_000;
    await active.tidy();
    assert.deepEqual(await idsInLake(here.bucket, "keep repeats"), idsOf([...list, ...events("z", 5)]));
    now = Date.now() + 61_000;
    await active.tidy();
    assert.deepEqual(await levels(), [[2, 3, 45]]);
    const complete = (await active.status()).lake.events;
    assert.equal(complete, 50);
    await active.stop();
  }));

test("sources stay while the replacement isn't in the other bucket, or is young, or the region is passive", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    await appendBatches(region, NOON, [events("a", 5), events("b", 5), events("c", 5)]);
    let epoch: number | undefined;
    let peer = async () => [] as { key: string; bytes: number }[];
    let now = Date.now();
    const writer = await testWriter(region, {
      now: () => now,
      rangeLogBytes: 1,
      activeEpoch: () => epoch,
      mergePolicy: { rawFilesMax: 3, settleMs: 1e15 },
      listPeer: () => peer(),
    });
    await writer.flush("own");
    const count = async () => (await region.bucket.list()).filter(({ key }) => key.endsWith(".parquet")).length;
    await writer.tidy();
    assert.equal(await count(), 3, "a passive region merges nothing");
    epoch = 1;
    await writer.tidy();
    assert.equal(await count(), 4);
    now = Date.now() + 61_000;
    await writer.tidy();
    assert.equal(await count(), 4, "the other bucket hasn't got it");
    peer = () => Promise.reject(new Error("away"));
    await writer.tidy();
    assert.equal(await count(), 4, "the other region can't be asked");
    peer = () => region.bucket.list();
    await writer.tidy();
    assert.equal(await count(), 1);
    assert.equal((await region.bucket.removedLately()).size, 3);
    await writer.stop();
  }));

test("a merge never reads a damaged file: it is set aside, and its range is written again from the log", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    await appendBatches(region, NOON, [events("a", 5), events("b", 5)]);
    const writer = await testWriter(region, {
      rangeLogBytes: 1,
      activeEpoch: () => 1,
      mergePolicy: { rawFilesMax: 2, settleMs: 1e15 },
    });
    await writer.flush("own");
    const [first] = (await region.bucket.list()).map(({ key }) => key);
    const file = region.bucket.path(first as string);
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    await writeFile(file, bytes);
    await writer.tidy();
    assert.equal(await region.bucket.has(first as string), false);
    assert.equal((await readdir(join(region.directory, "damaged"))).length, 1);
    await writer.flush("own");
    await writer.tidy();
    assert.equal((await openLakeIndex(region.bucket).refresh()).objects.filter(({ level }) => level === 1).length, 1);
    assert.deepEqual(await idsInLake(region.bucket, "keep repeats"), idsOf([...events("a", 5), ...events("b", 5)]));
    await writer.stop();
  }));

test("a log is released only below what the lake holds whole in both buckets", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    const batches = Array.from({ length: 20 }, (_, index) => events(`${index}-`, 5));
    const origin = await appendBatches(region, NOON, batches, 1_000);
    let now = Date.now();
    let peer: { key: string; bytes: number }[] = [];
    const writer = await testWriter(region, { now: () => now, listPeer: async () => peer });
    await writer.flush("own");
    const segments = async () =>
      (await readdir(join(region.directory, "log", "own", origin))).filter((name) => name.endsWith(".segment")).length;
    const before = await segments();
    assert.ok(before > 3);
    now = Date.now() + 61_000;
    await writer.tidy();
    assert.equal(await segments(), before);
    peer = await region.bucket.list();
    await writer.tidy();
    assert.ok((await segments()) < 3);
    const { ranges, lake } = await writer.status();
    assert.deepEqual([lake.events, ranges[0]?.stored], [100, 100]);
    await writer.stop();
  }));

test("the lake's steps are counted within a backlog: with each range that is put, and each watermark of an idle log", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    await appendBatches(
      region,
      NOON,
      Array.from({ length: 6 }, (_, batch) => events(`b${batch}-`, 2_000)),
    );
    let now = NOON + HOUR;
    const writer = await testWriter(region, { now: () => now, rangeRows: 2_000 });
    assert.equal(writer.steps(), 0);
    await writer.flush("own");
    const raw = (await region.bucket.list()).filter(({ key }) => key.endsWith(".parquet")).length;
    assert.ok(raw > 1, `a range is closed by its rows: ${raw} objects`);
    assert.ok(
      writer.steps() > raw,
      `${writer.steps()} steps of ${raw} ranges and the watermarks between and after them`,
    );
    const before = writer.steps();
    now += 11_000;
    await writer.flush("own");
    assert.equal(writer.steps(), before + 1);
    await writer.stop();
  }));

test("an idle origin's watermark moves on, and only the newest is kept", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    await appendBatches(region, NOON, [events("a", 3)]);
    let now = NOON + HOUR;
    const writer = await testWriter(region, { now: () => now });
    await writer.flush("own");
    const until = (await writer.status()).lake.completeUntil ?? 0;
    assert.ok(until > NOON && until <= now);
    now += 11_000;
    await writer.flush("own");
    assert.equal((await writer.status()).lake.completeUntil, until + 11_000);
    assert.equal((await region.bucket.list()).filter(({ key }) => key.includes("watermarks")).length, 1);
    await writer.stop();
  }));

test("an object whose footer can't be read is named and left out", () =>
  withDirectory(async (root) => {
    const region = await testRegion(root, "ap-south-1");
    await appendBatches(region, NOON, [events("a", 3)]);
    const writer = await testWriter(region);
    await writer.flush("own");
    const key = (await region.bucket.list()).find((listed) => listed.key.endsWith(".parquet"))?.key as string;
    await truncate(region.bucket.path(key), 100);
    const { objects, unusable } = await openLakeIndex(region.bucket).refresh();
    assert.deepEqual([objects.length, unusable.map((one) => one.key)], [0, [key]]);
    await writer.stop();
  }));

test("what a lost region never wrote is written from the mirror, but not before its time", () =>
  withDirectory(async (root) => {
    const [here, there] = [await testRegion(root, "ap-south-1"), await testRegion(root, "ap-south-2")];
    await appendBatches(here, NOON, [events("a", 10)]);
    await mirrorLog(here, there);
    let now = NOON;
    const said: string[] = [];
    const writer = await testWriter(there, { now: () => now, roundEveryMs: 5, log: (event) => said.push(event) });
    const deadline = performance.now() + 5_000;
    const until = async (isSo: () => Promise<boolean>) => {
      while (!(await isSo())) {
        assert.ok(performance.now() < deadline, "it didn't come to pass");
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    await until(async () => (await writer.status()).ranges.length === 1);
    now += 50_000;
    await writer.flush("own");
    assert.deepEqual(await idsInLake(there.bucket), []);
    await until(async () => {
      now += 1_000;
      return said.includes("lake-written-from-mirror");
    });
    assert.ok(now >= NOON + 60_000);
    assert.deepEqual(await idsInLake(there.bucket), idsOf(events("a", 10)));
    await writer.stop();
  }));
