// Lets the peer read this region's own logs over HTTP: the frames as they lie on disk, never beyond what is durable, and
// only frames whose checksums are right. Whoever mounts it checks the link key first.

import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { EventLog } from "../../app/log/port.ts";
import { type OriginId, parseOrigin } from "../../core/origin.ts";
import { OriginReader } from "./origin-reader.ts";
import { listOrigins } from "./origins.ts";
import { joined, newsOrEnd, streamLog } from "./stream-log.ts";

const ANSWER_BYTES_MAX = 4 * 1024 * 1024;
const WAIT_MS_MAX = 30_000;
const PATH = "/link/log";

export type ServedOrigin = { origin: OriginId; first: number; end: number; sealed: boolean; seed: number | null };

export type LogRoutesOptions = {
  /** …/log/own */
  directory: string;
  log: EventLog;
  /** The peer has everything of the origin below `offset` on disk. */
  onAck: (origin: OriginId, offset: number) => void;
};

/** Answers requests under /link/log and says so; other requests are left alone (false). */
export function logRoutes(
  options: LogRoutesOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const readers = new Map<OriginId, OriginReader>();
  const readerOf = (origin: OriginId): OriginReader => {
    const known = readers.get(origin) ?? new OriginReader(join(options.directory, origin));
    readers.set(origin, known);
    return known;
  };
  return async (request, response) => {
    const url = new URL(request.url ?? "/", "http://link");
    if (url.pathname !== PATH && !url.pathname.startsWith(`${PATH}/`)) return false;
    if (request.method !== "GET") return answer(response, 405, { detail: "Only GET is answered here." });
    if (url.pathname === PATH) return answer(response, 200, { origins: await served(options, readerOf) });
    const origin = url.pathname.slice(PATH.length + 1).replaceAll("%7E", "~");
    const found = await find(options, origin);
    if (!found)
      return answer(response, 404, { detail: `There is no origin "${origin}" here; ${PATH} lists those there are.` });
    const [from, ack, wait] = ["from", "ack", "wait"].map((name) => number(url.searchParams.get(name)));
    if (ack !== undefined) options.onAck(origin, ack);
    if (from === undefined) return empty(response);
    if (url.searchParams.get("stream") === "1") {
      return streamLog({ directory: join(options.directory, origin), log: options.log, from }, response);
    }
    const end = () => (origin === options.log.origin ? options.log.durableEnd() : undefined);
    if (wait !== undefined && end() !== undefined && (end() as number) <= from) {
      await newsOrEnd(options.log, from, Math.min(wait, WAIT_MS_MAX), response);
    }
    if (response.destroyed) return true;
    return frames(readerOf(origin), from, end(), found.sealed, response);
  };
}

/** The live origin is asked for hundreds of times a second: no look at the disk for it. */
async function find(options: LogRoutesOptions, origin: string): Promise<{ sealed: boolean } | undefined> {
  if (origin === options.log.origin) return { sealed: false };
  if (!parseOrigin(origin)) return undefined;
  return (await listOrigins(options.directory)).find((candidate) => candidate.origin === origin);
}

async function served(
  options: LogRoutesOptions,
  readerOf: (origin: OriginId) => OriginReader,
): Promise<ServedOrigin[]> {
  const origins: ServedOrigin[] = [];
  for (const { origin } of await listOrigins(options.directory)) {
    const reader = readerOf(origin);
    const bounds = await reader.bounds();
    const live = origin === options.log.origin;
    const end = live ? options.log.durableEnd() : bounds.to;
    origins.push({ origin, first: bounds.from, end, sealed: bounds.sealed, seed: (await reader.seed()) ?? null });
    // Ended origins are read once, when the peer catches up; no file stays open for them.
    if (!live) await reader.close();
  }
  return origins;
}

async function frames(
  reader: OriginReader,
  from: number,
  end: number | undefined,
  sealed: boolean,
  response: ServerResponse,
): Promise<true> {
  const read = await reader.read(from, ANSWER_BYTES_MAX, end);
  if (read.kind === "released") return answer(response, 410, { first: read.first });
  // `next` may lie beyond the last frame where something between can't be read: the peer goes on behind it.
  const next = end === undefined ? read.next : Math.min(read.next, Math.max(from, end));
  if (next <= from && read.frames.length === 0) return empty(response);
  const body = joined(read.frames);
  const first = read.frames[0]?.header.offset ?? next;
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-length": body.reduce((sum, part) => sum + part.length, 0),
    "x-from": String(first),
    "x-next": String(next),
    "x-end": String(end ?? (await reader.bounds()).to),
    "x-sealed": String(sealed),
  });
  for (const part of body) response.write(part);
  response.end();
  return true;
}

function number(text: string | null): number | undefined {
  if (text === null) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function empty(response: ServerResponse): true {
  response.writeHead(204).end();
  return true;
}

function answer(response: ServerResponse, status: number, body: unknown): true {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  return true;
}
