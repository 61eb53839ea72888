import assert from "node:assert/strict";
import { mkdir, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { FRAME_HEADER_BYTES, SEGMENT_HEADER_BYTES, segmentName } from "../../app/log/frame.ts";
import type { EventLog, LogRecord } from "../../app/log/port.ts";
import type { Installation, RegionLayout } from "../../core/installation.ts";
import { portsFrom } from "../../core/installation.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";
import { type Bucket, openBucket } from "../../drivers/lake/bucket.ts";
import { digestOf } from "../../drivers/lake/digest.ts";
import { openEventLog } from "../../drivers/log/event-log.ts";
import { openLogReader } from "../../drivers/log/log-reader.ts";
import { listOrigins } from "../../drivers/log/origins.ts";
import { releaseSegments } from "../../drivers/log/release.ts";
import { logRoutes } from "../../drivers/log/serve-log.ts";
import { freePorts } from "../../drivers/process/free-ports.ts";
import { unheardTelemetry } from "../../drivers/telemetry/telemetry.ts";
import type { RunningWorkload } from "../context.ts";
import { start } from "./start.ts";

const LINK_KEY = "0123456789abcdef".repeat(4);
const WAIT_MS = 5_000;

test("the peer's events are on disk here when it hears so, also after either side was away", async () => {
  const pair = await regions();
  const own = await pair.collector();
  const mirror = await pair.mirror(1);
  await fill(own.log, 0, 500);
  await own.acknowledged(500);
  assert.deepEqual(await texts(pair.mirrored(own.log.origin)), numbers(0, 500), "what was acknowledged is here");

  await mirror.stop();
  await fill(own.log, 500, 600);
  const again = await pair.mirror(1);
  await own.acknowledged(600);
  assert.deepEqual(await texts(pair.mirrored(own.log.origin)), numbers(0, 600), "a mirror that was away catches up");

  const { origin } = own.log;
  await own.crash();
  const next = await pair.collector();
  assert.notEqual(next.log.origin, origin);
  await fill(next.log, 0, 50);
  await next.acknowledged(50);
  const origins = async () => (await listOrigins(join(pair.directories[1], "log", "mirror"))).map((one) => one.sealed);
  await until(async () => (await origins()).join() === "true,false", "the ended origin is finished here too");
  assert.deepEqual(await texts(pair.mirrored(origin)), numbers(0, 600));
  await until(async () => (await pair.status(1)).mirror.behindEvents === 0, "the mirror says that it is level");
  await again.stop();
  await next.close();
});

test("a copy that a kill left torn is mended from the peer's log, and damage there costs only the damaged records", async () => {
  const pair = await regions();
  const own = await pair.collector();
  const mirror = await pair.mirror(1);
  await fill(own.log, 0, 20);
  await own.acknowledged(20);
  await mirror.stop();
  const copy = join(pair.mirrored(own.log.origin), segmentName(0));
  await truncate(copy, (await stat(copy)).size - 5);
  await fill(own.log, 20, 40);
  const source = await open(join(pair.directories[0], "log", "own", own.log.origin, segmentName(0)), "r+");
  const frameBytes = FRAME_HEADER_BYTES + "event 25".length;
  await source.write(Buffer.from("!"), 0, 1, SEGMENT_HEADER_BYTES + 25 * frameBytes - 10 + 40);
  await source.close();
  const again = await pair.mirror(1);
  await own.acknowledged(40);
  const reader = await openLogReader(pair.mirrored(own.log.origin));
  const read = await reader.read(0, 1_000_000);
  assert.ok(read.kind === "records");
  assert.deepEqual(
    read.damage.map(({ range }) => range),
    [{ from: 25, to: 26 }],
  );
  assert.deepEqual(read.records.map(textOf), [...numbers(0, 25), ...numbers(26, 40)]);
  await reader.close();
  await again.stop();
  await own.close();
});

test("a copy that is too far behind goes on where the peer's log begins now, and says what it lacks", async () => {
  const pair = await regions();
  const own = await pair.collector({ segmentBytesMax: 1_000 });
  const mirror = await pair.mirror(1);
  await fill(own.log, 0, 10);
  await own.acknowledged(10);
  await mirror.stop();
  for (let from = 10; from < 100; from += 10) await fill(own.log, from, from + 10);
  const kept = join(pair.directories[0], "log", "own", own.log.origin);
  assert.ok((await releaseSegments(kept, 60)) > 0);
  const again = await pair.mirror(1);
  await own.acknowledged(100);
  const reader = await openLogReader(pair.mirrored(own.log.origin));
  const read = await reader.read(0, 1_000_000);
  assert.ok(read.kind === "records");
  const [hole] = read.damage;
  assert.ok(hole && hole.range !== "unknown" && hole.range.from === 10 && hole.range.to <= 60);
  assert.equal(read.damage.length, 1);
  assert.deepEqual(read.records.map(textOf), [...numbers(0, 10), ...numbers(hole.range.to, 100)]);
  await reader.close();
  await again.stop();
  await own.close();
});

test("an ended origin that the peer has released wholly is finished here with what was copied, and its end is known", async () => {
  const pair = await regions();
  const own = await pair.collector();
  const mirror = await pair.mirror(1);
  await fill(own.log, 0, 10);
  await own.acknowledged(10);
  await mirror.stop();
  await fill(own.log, 10, 30);
  const { origin } = own.log;
  await own.crash();
  const next = await pair.collector();
  assert.equal(await releaseSegments(join(pair.directories[0], "log", "own", origin), 30), 1);
  const again = await pair.mirror(1);
  const reader = await openLogReader(pair.mirrored(origin));
  await until(async () => (await reader.bounds()).sealed, "the origin is finished here");
  assert.deepEqual(await reader.bounds(), { from: 0, to: 30, sealed: true });
  const read = await reader.read(0, 1_000_000);
  assert.ok(read.kind === "records");
  assert.deepEqual(read.records.map(textOf), numbers(0, 10));
  assert.deepEqual(
    read.damage.map(({ range }) => range),
    [{ from: 10, to: 30 }],
  );
  await reader.close();
  await again.stop();
  await next.close();
});

test("an object that either bucket lacks comes from the other, with the bytes that its name promises", async () => {
  const pair = await regions();
  const buckets = (await Promise.all(pair.directories.map((one) => openBucket(join(one, "bucket"))))) as [
    Bucket,
    Bucket,
  ];
  const first = object("first", 0);
  await buckets[0].put(first.key, { bytes: first.bytes });
  const mirrors = [await pair.mirror(0), await pair.mirror(1)];
  const second = object("second", 10);
  await buckets[1].put(second.key, { bytes: second.bytes });
  const liar = { key: object("promised", 20).key, bytes: Buffer.from("something else") };
  await mkdir(join(buckets[0].path(liar.key), ".."), { recursive: true });
  await writeFile(buckets[0].path(liar.key), liar.bytes);
  const third = object("third", 30);
  await buckets[0].put(third.key, { bytes: third.bytes });
  await until(async () => (await buckets[0].has(second.key)) && (await buckets[1].has(third.key)), "copied both ways");
  await until(async () => await buckets[1].has(first.key), "what was there before is copied too");
  assert.equal(await buckets[1].has(liar.key), false, "an object whose bytes differ from its name is not kept");
  await until(async () => (await pair.status(1)).missingObjects === 1, "it is still missing, and counted");
  assert.deepEqual(await readFile(buckets[0].path(second.key)), second.bytes);
  await Promise.all(mirrors.map((mirror) => mirror.stop()));
});

test("the bucket and the state are shown to the other region only, and nothing outside the bucket to anybody", async () => {
  const pair = await regions();
  const mirror = await pair.mirror(0);
  await writeFile(join(pair.directories[0], "secret"), "secret");
  const status = async (path: string, headers = linkHeaders(LINK_KEY)) =>
    (await fetch(`http://127.0.0.1:${pair.installation.regions[0].ports.mirror}${path}`, { headers })).status;
  for (const path of ["/link/bucket", "/link/bucket/lake/v1/x", "/internal/status"]) {
    assert.equal(await status(path, {}), 401, path);
    assert.equal(await status(path, linkHeaders("f".repeat(64))), 401, path);
  }
  for (const path of [
    "..%2fsecret",
    "lake%2fv1%2f..%2f..%2f..%2fsecret",
    "lake/v1/%2e%2e/%2e%2e/%2e%2e/secret",
    "%",
    "lake/v1",
  ]) {
    assert.equal(await status(`/link/bucket/${path}`), 404, path);
  }
  assert.equal(await status("/healthz", {}), 200);
  await mirror.stop();
});

const cleanUps: (() => Promise<void>)[] = [];
after(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
});

async function regions() {
  const root = await mkdtemp(join(tmpdir(), "tandem-mirror-"));
  cleanUps.push(() => rm(root, { recursive: true, force: true }));
  const ports = portsFrom(await freePorts(50)).regions;
  const region = (name: string, index: 0 | 1): RegionLayout => ({
    name,
    configured: index === 0 ? "primary" : "standby",
    directory: join(root, name),
    postgresDirectory: "",
    ports: ports[index],
  });
  const layouts: [RegionLayout, RegionLayout] = [region("ap-south-1", 0), region("ap-south-2", 1)];
  const installation: Installation = {
    format: 1,
    directory: root,
    edgePort: 0,
    witness: { directory: "", port: 0 },
    regions: layouts,
    linkKeyFile: "",
  };
  return {
    installation,
    directories: [layouts[0].directory, layouts[1].directory] as [string, string],
    mirrored: (origin: string) => join(layouts[1].directory, "log", "mirror", origin),
    mirror: async (index: 0 | 1): Promise<RunningWorkload> => {
      const peer = layouts[1 - index] as RegionLayout;
      let stopped: Promise<void> | undefined;
      const running = await start({
        installation,
        region: layouts[index],
        peer,
        linkKey: LINK_KEY,
        log: () => undefined,
        telemetry: unheardTelemetry(),
      });
      const stop = () => {
        stopped ??= running.stop();
        return stopped;
      };
      cleanUps.push(stop);
      return { stop };
    },
    collector: (options: { segmentBytesMax?: number } = {}) => collector(layouts[0], options),
    status: async (index: 0 | 1) => {
      const url = `http://127.0.0.1:${layouts[index].ports.mirror}/internal/status`;
      return (await (await fetch(url, { headers: linkHeaders(LINK_KEY) })).json()) as {
        mirror: { behindEvents: number | null };
        missingObjects: number | null;
      };
    },
  };
}

/** As much of a collector as the mirror sees. */
async function collector(region: RegionLayout, options: { segmentBytesMax?: number }) {
  const directory = join(region.directory, "log", "own");
  const log = await openEventLog({ directory, region: region.name, onNotice: () => undefined, ...options });
  let acknowledged = 0;
  const onAck = (origin: string, offset: number) => {
    if (origin === log.origin) acknowledged = Math.max(acknowledged, offset);
  };
  const routes = logRoutes({ directory, log, onAck });
  const server: Server = createServer((request, response) => void routes(request, response));
  await new Promise<void>((resolve) => server.listen(region.ports.collector, "127.0.0.1", resolve));
  assert.equal((server.address() as AddressInfo).port, region.ports.collector);
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= new Promise<void>((resolve) => {
      server.close(() => resolve(log.close()));
      server.closeAllConnections();
    });
    return closed;
  };
  cleanUps.push(close);
  return {
    log,
    close,
    acknowledged: (offset: number) => until(async () => acknowledged >= offset, `the peer acknowledges ${offset}`),
    /** What a kill leaves: no mark of a clean stop. */
    crash: async () => {
      await close();
      await rm(join(directory, log.origin, "clean"));
    },
  };
}

async function fill(log: EventLog, from: number, to: number): Promise<void> {
  const appended = numbers(from, to).map((text) =>
    log.append({ receivedAt: Date.now(), count: 1, payload: [Buffer.from("event "), Buffer.from(text)] }),
  );
  for (const result of await Promise.all(appended)) assert.equal(result.kind, "durable");
}

async function texts(directory: string): Promise<string[]> {
  const reader = await openLogReader(directory);
  const read = await reader.read(0, 10_000_000);
  await reader.close();
  assert.ok(read.kind === "records" && read.damage.length === 0);
  return read.records.map(textOf);
}

function textOf(record: LogRecord): string {
  const text = Buffer.from(record.payload).toString();
  assert.equal(text, `event ${record.offset}`);
  return text.slice("event ".length);
}

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => String(from + index));
}

function object(text: string, from: number) {
  const bytes = Buffer.from(text);
  const name = `${from}-${from + 10}.L0.e1.1of1.${digestOf(bytes)}.parquet`;
  return { key: `lake/v1/day=2026-11-21/ap-south-1~1-abcdef/${name}`, bytes };
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + WAIT_MS;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `not within ${WAIT_MS} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
