// One answer that goes on for as long as the peer listens: frames follow as soon as they are durable, so that an event
// reaches the peer in half a round trip. A slow peer costs disk, never memory: nothing is read until the socket has room.

import type { ServerResponse } from "node:http";
import { encodeFrameHeader } from "../../app/log/frame.ts";
import type { EventLog } from "../../app/log/port.ts";
import type { FoundFrame } from "../../app/log/scan.ts";
import { crc32 } from "./disk.ts";
import { OriginReader } from "./origin-reader.ts";

const STREAM_READ_BYTES = 1024 * 1024;
/** How often a listener hears how far the log has come, also when nothing does come: silence means that the link is dead. */
const STREAM_BEAT_MS = 1_000;

export type StreamOptions = { directory: string; log: EventLog; from: number };

/** Of the live origin the stream never ends; of an ended one it ends with its last record, `x-end` saying where that is. */
export async function streamLog(options: StreamOptions, response: ServerResponse): Promise<true> {
  const reader = new OriginReader(options.directory);
  try {
    const { from: first, to, sealed } = await reader.bounds();
    if (options.from < first) {
      response.writeHead(410, { "content-type": "application/json" }).end(JSON.stringify({ first }));
      return true;
    }
    response.writeHead(200, {
      "content-type": "application/octet-stream",
      "x-from": String(options.from),
      "x-end": String(sealed ? to : options.log.durableEnd()),
      "x-sealed": String(sealed),
      "cache-control": "no-store",
    });
    response.flushHeaders();
    if (sealed) await sendAll(reader, options.from, response);
    else await follow(reader, options, response);
  } finally {
    await reader.close();
  }
  return true;
}

async function sendAll(reader: OriginReader, from: number, response: ServerResponse): Promise<void> {
  let at = from;
  while (!response.destroyed) {
    const read = await reader.read(at, STREAM_READ_BYTES);
    // Released while it was being sent: the peer asks again and hears where the log begins now.
    if (read.kind === "released") return void response.destroy();
    if (read.next <= at) break;
    await send(joined(read.frames), response);
    at = read.next;
  }
  response.end();
}

async function follow(reader: OriginReader, { log, from }: StreamOptions, response: ServerResponse): Promise<void> {
  let at = from;
  let beatAt = Number.NEGATIVE_INFINITY;
  const seed = (await reader.seed()) ?? 0;
  while (!response.destroyed) {
    const end = log.durableEnd();
    const before = at;
    if (end > at) {
      const read = await reader.read(at, STREAM_READ_BYTES, end);
      if (read.kind === "released") return void response.destroy();
      await send(joined(read.frames), response);
      at = Math.max(at, Math.min(read.next, end));
    }
    if (performance.now() - beatAt >= STREAM_BEAT_MS) {
      beatAt = performance.now();
      await send([beat(at, log.durableEnd(), seed)], response);
    }
    const untilBeatMs = Math.max(1, beatAt + STREAM_BEAT_MS - performance.now());
    // Where nothing could be read although something is durable, only a later record can show what is lost.
    if (at !== before || (await newsOrEnd(log, Math.max(at, end), untilBeatMs, response))) continue;
    // Whoever stops a collector ends its streams; one that was forgotten ends with its next beat.
    if (isClosing(response)) return void response.end();
  }
}

/** A server that has stopped listening waits for its answers to end. */
function isClosing(response: ServerResponse): boolean {
  const { server } = (response.socket ?? {}) as { server?: { listening: boolean } };
  return server?.listening === false;
}

/** A frame without events and without offsets; its time field carries the durable end. It is never written to disk. */
function beat(at: number, end: number, seed: number): Uint8Array {
  return encodeFrameHeader({ offset: at, count: 0, receivedAt: end, payloadBytes: 0, payloadCrc: 0 }, seed, crc32);
}

async function send(parts: Uint8Array[], response: ServerResponse): Promise<void> {
  for (const part of parts) {
    if (response.destroyed || response.write(part)) continue;
    await new Promise<void>((resolve) => {
      const done = () => {
        response.off("drain", done);
        response.off("close", done);
        resolve();
      };
      response.once("drain", done);
      response.once("close", done);
      if (response.destroyed) done();
    });
  }
}

/** Until something durable lies beyond `from` (true), the time is over, or the asker has gone. */
export function newsOrEnd(log: EventLog, from: number, waitMs: number, response: ServerResponse): Promise<boolean> {
  if (log.durableEnd() > from || response.destroyed) return Promise.resolve(log.durableEnd() > from);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      response.off("close", done);
      resolve(log.durableEnd() > from);
    };
    const timer = setTimeout(done, waitMs);
    const stop = log.onDurable((end) => {
      if (end > from) done();
    });
    response.once("close", done);
  });
}

/** Frames that lie side by side in memory become one part. */
export function joined(found: FoundFrame[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (const { bytes } of found) {
    const last = parts.at(-1);
    if (last && last.buffer === bytes.buffer && last.byteOffset + last.length === bytes.byteOffset) {
      parts[parts.length - 1] = new Uint8Array(last.buffer, last.byteOffset, last.length + bytes.length);
    } else parts.push(bytes);
  }
  return parts;
}
