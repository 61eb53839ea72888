import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { FRAME_HEADER_BYTES, SEGMENT_HEADER_BYTES, segmentName } from "../../app/log/frame.ts";
import { type LogDisk, REAL_DISK } from "./disk.ts";
import { openEventLog } from "./event-log.ts";
import { releaseSegments } from "./release.ts";
import { logRoutes } from "./serve-log.ts";

const root = await mkdtemp(join(tmpdir(), "tandem-serve-"));
const cleanUps: (() => Promise<void>)[] = [() => rm(root, { recursive: true, force: true })];
after(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
});
let directories = 0;

test("the peer gets the frames byte for byte as they lie on disk, from the record that holds the offset on", async () => {
  const { log, get, directory } = await served();
  for (const text of ["one", "two", "three"]) await log.append(record(text, 2));
  const file = await readFile(join(directory, log.origin, segmentName(0)));
  const all = await get(`/link/log/${log.origin}?from=0`);
  assert.equal(all.status, 200);
  assert.deepEqual(Buffer.from(await all.arrayBuffer()), file.subarray(SEGMENT_HEADER_BYTES));
  assert.deepEqual(
    ["x-from", "x-next", "x-end"].map((name) => all.headers.get(name)),
    ["0", "6", "6"],
  );
  const part = await get(`/link/log/${log.origin}?from=3`);
  assert.equal(part.headers.get("x-from"), "2");
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), file.subarray(SEGMENT_HEADER_BYTES + FRAME_HEADER_BYTES + 3));
});

test("a request at the end waits for news and is answered with it, or with 204 when its time is over", async () => {
  const { log, get } = await served();
  assert.equal((await get(`/link/log/${log.origin}?from=0&wait=20`)).status, 204);
  assert.equal((await get(`/link/log/${log.origin}?from=0`)).status, 204);
  const waiting = get(`/link/log/${log.origin}?from=0&wait=5000`);
  await log.append(record("news", 1));
  const answer = await waiting;
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("x-end"), "1");
});

test("what is written but not yet durable is not shown to the peer", async () => {
  let sync: () => void = () => undefined;
  let hold = false;
  const disk: LogDisk = {
    ...REAL_DISK,
    datasync: (handle) =>
      hold
        ? new Promise<void>((resolve) => {
            sync = resolve;
          })
        : REAL_DISK.datasync(handle),
  };
  const { log, get } = await served({ disk });
  await log.append(record("durable", 1));
  hold = true;
  const appended = log.append(record("on its way", 1));
  const waiting = get(`/link/log/${log.origin}?from=1&wait=5000`);
  const early = await get(`/link/log/${log.origin}?from=0`);
  assert.equal((await early.arrayBuffer()).byteLength, FRAME_HEADER_BYTES + "durable".length);
  assert.equal(early.headers.get("x-end"), "1");
  hold = false;
  sync();
  await appended;
  assert.equal((await waiting).headers.get("x-end"), "2");
});

test("the peer's acknowledgement is passed on, and an unknown or released place is told from an empty one", async () => {
  const { log, get, acks, directory } = await served({ segmentBytesMax: 1 });
  for (const text of ["a", "b", "c"]) await log.append(record(text, 1));
  assert.equal((await get(`/link/log/${log.origin}?ack=2`)).status, 204);
  assert.deepEqual(acks, [[log.origin, 2]]);
  assert.equal((await get("/link/log/here-1~99-abcdef?from=0")).status, 404);
  assert.equal((await get("/link/log/..%2f..%2fsecret?from=0")).status, 404);
  await releaseSegments(join(directory, log.origin), 2);
  for (const stream of ["", "&stream=1"]) {
    const gone = await get(`/link/log/${log.origin}?from=0${stream}`);
    assert.equal(gone.status, 410);
    assert.deepEqual(await gone.json(), { first: 2 });
  }
  const listed = (await (await get("/link/log")).json()) as { origins: Record<string, unknown>[] };
  const [{ seed, ...origin }] = listed.origins as [Record<string, unknown>];
  assert.deepEqual(origin, { origin: log.origin, first: 2, end: 3, sealed: false });
  assert.equal(typeof seed, "number");
  assert.equal((await get("/elsewhere")).status, 418, "other paths are left to the caller");
});

test("a stream gives what is there and what comes, tells how far the log is, and ends when the server closes", async () => {
  const { log, get, server } = await served();
  await log.append(record("there", 1));
  const { body } = await get(`/link/log/${log.origin}?from=0&stream=1`);
  assert.ok(body);
  let text = "";
  let appended = false;
  for await (const part of body) {
    text += Buffer.from(part).toString("latin1");
    if (text.includes("there") && !appended) {
      appended = true;
      await log.append(record("comes", 1));
    }
    if (text.includes("comes")) server.close();
  }
  assert.ok(text.indexOf("there") < text.indexOf("comes"));
  const frames = text.split("\xf5TF\x01").length - 1;
  assert.ok(frames >= 3, "two records and at least one beat");
});

test("a peer that doesn't read costs disk, never memory", async () => {
  const { log, server, port } = await served({ disk: { ...REAL_DISK, datasync: async () => undefined } });
  let serving: Socket | undefined;
  server.once("connection", (socket) => {
    serving = socket;
  });
  const socket = connect(port, "127.0.0.1");
  socket.pause();
  socket.write(`GET /link/log/${log.origin}?from=0&stream=1 HTTP/1.1\r\nhost: link\r\n\r\n`);
  const payload = [Buffer.alloc(1024 * 1024)];
  let waitingMost = 0;
  await log.append({ receivedAt: 0, count: 1, payload });
  // The answer must be under way before the log grows faster than it is read.
  for (const end = performance.now() + 5_000; !serving?.bytesWritten && performance.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  for (let megabyte = 0; megabyte < 48; megabyte++) {
    assert.equal((await log.append({ receivedAt: 0, count: 1, payload })).kind, "durable");
    waitingMost = Math.max(waitingMost, serving?.writableLength ?? 0);
  }
  assert.ok(waitingMost > 0, "the peer was being served");
  assert.ok(waitingMost <= 4 * 1024 * 1024, `${waitingMost} bytes were waiting in memory`);
  socket.destroy();
});

function record(text: string, count: number) {
  return { receivedAt: 1_000, count, payload: [Buffer.from(text)] };
}

async function served(options: { disk?: LogDisk; segmentBytesMax?: number } = {}) {
  const directory = join(root, String(directories++));
  const log = await openEventLog({ directory, region: "here-1", onNotice: () => undefined, ...options });
  const acks: [string, number][] = [];
  const routes = logRoutes({ directory, log, onAck: (...ack) => void acks.push(ack) });
  const server = createServer(async (request, response) => {
    if (!(await routes(request, response))) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  cleanUps.push(async () => {
    server.closeAllConnections();
    server.close();
    await log.close();
  });
  return { directory, log, acks, server, port, get: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) };
}
