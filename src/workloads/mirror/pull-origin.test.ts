import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { crc32 } from "node:zlib";
import { encodeFrameHeader } from "../../app/log/frame.ts";
import { type LogDisk, REAL_DISK } from "../../drivers/log/disk.ts";
import { openLogReader } from "../../drivers/log/log-reader.ts";
import { MirrorLog } from "../../drivers/log/mirror-log.ts";
import { peerAt } from "./peer.ts";
import { pullOrigin } from "./pull-origin.ts";

const ORIGIN = "there-1~1-abcdef";
const SEED = 77;
const FRAMES = Array.from({ length: 10 }, (_, offset) => frame(offset, `event ${offset}`));
const WHOLE = Buffer.concat(FRAMES);

const root = await mkdtemp(join(tmpdir(), "tandem-pull-"));
const cleanUps: (() => unknown)[] = [() => rm(root, { recursive: true, force: true })];
after(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
});

test("bytes that were changed on the way are never written, nor what follows them, and are never taken for a hole", async () => {
  for (const at of [0, 3, 40, WHOLE.length >> 1, WHOLE.length - 60]) {
    const changed = Buffer.from(WHOLE);
    changed[at] = (changed[at] as number) ^ 16;
    const { pull, directory } = await peerGiving(changed);
    await assert.rejects(pull(), /changed on the way/, `byte ${at}`);
    const texts = await textsIn(directory);
    assert.ok(texts.length <= Math.floor(at / (FRAMES[0] as Buffer).length), `byte ${at}`);
    assert.deepEqual(
      texts,
      texts.map((_, offset) => `event ${offset}`),
    );
  }
});

test("an answer in pieces of any size is put together, and the end of an ended origin is marked", async () => {
  for (const bytes of [1, 7, 36, 100]) {
    const { pull, directory, acks } = await peerGiving(WHOLE, { pieceBytes: bytes });
    assert.equal(await pull(), "finished");
    assert.deepEqual(
      await textsIn(directory),
      FRAMES.map((_, offset) => `event ${offset}`),
    );
    assert.ok(Math.max(...acks) <= 10);
  }
});

test("what the peer lost of an ended origin's tail stays here, where it was acknowledged", async () => {
  const { pull, directory } = await peerGiving(WHOLE, { end: 8 });
  assert.equal(await pull(), "finished");
  const reader = await openLogReader(directory);
  assert.deepEqual(await reader.bounds(), { from: 0, to: 10, sealed: true });
  await reader.close();
});

test("what isn't on disk is not acknowledged", async () => {
  const disk: LogDisk = {
    ...REAL_DISK,
    datasync: async (handle) => {
      // The header of the segment may pass; records may not.
      if ((await handle.stat()).size > 200) throw Object.assign(new Error("input/output error"), { code: "EIO" });
    },
  };
  const { pull, directory, acks } = await peerGiving(WHOLE, { disk });
  await assert.rejects(pull(), /input\/output error/);
  assert.deepEqual(acks, []);
  assert.deepEqual(await textsIn(directory), []);
});

let directories = 0;

async function peerGiving(bytes: Buffer, options: { pieceBytes?: number; disk?: LogDisk; end?: number } = {}) {
  const acks: number[] = [];
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://peer");
    const ack = searchParams.get("ack");
    if (ack !== null) {
      acks.push(Number(ack));
      return void response.writeHead(204).end();
    }
    response.writeHead(200, { "x-end": String(options.end ?? 10), "x-sealed": "true" });
    const pieceBytes = options.pieceBytes ?? bytes.length;
    for (let at = 0; at < bytes.length; at += pieceBytes) response.write(bytes.subarray(at, at + pieceBytes));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const peer = peerAt({ log: address, bucket: address }, "key");
  cleanUps.push(() => {
    peer.close();
    server.closeAllConnections();
    server.close();
  });
  const directory = join(root, String(directories++), ORIGIN);
  const mirror = await MirrorLog.open(directory, SEED, options.disk ? { disk: options.disk } : {});
  assert.ok(mirror !== "finished");
  const progress = { onStored: () => undefined, onPeerEnd: () => undefined, onHole: () => undefined };
  const { signal } = new AbortController();
  const pull = async () => {
    try {
      return await pullOrigin({ peer, origin: ORIGIN, seed: SEED, mirror, first: 0, progress, signal });
    } finally {
      await mirror.close();
    }
  };
  return { pull, directory, acks };
}

async function textsIn(directory: string): Promise<string[]> {
  const reader = await openLogReader(directory);
  const read = await reader.read(0, 1_000_000);
  await reader.close();
  return read.kind === "records" ? read.records.map(({ payload }) => Buffer.from(payload).toString()) : [];
}

function frame(offset: number, text: string): Buffer {
  const payload = Buffer.from(text);
  const header = { offset, count: 1, receivedAt: 1_000, payloadBytes: payload.length, payloadCrc: crc32(payload) };
  return Buffer.concat([encodeFrameHeader(header, SEED, crc32), payload]);
}
