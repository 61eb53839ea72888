// Carries one request to one region and says what came of it: an answer to pass on, or a reason to try another region.

import type { Agent, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import {
  CLIENT_ADDRESS_HEADER,
  LINK_KEY_HEADER,
  RECEIVED_AT_HEADER,
  REQUEST_ID_HEADER,
} from "../../core/installation.ts";
import type { InstantMs } from "../../core/time.ts";
import { insideRequest } from "../../drivers/http/inside.ts";

/** RFC 9110 section 7.6.1, and what only the edge itself may say to a region. */
const NOT_FORWARDED = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "expect",
  "content-length",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-for",
  LINK_KEY_HEADER,
  REQUEST_ID_HEADER,
  RECEIVED_AT_HEADER,
  CLIENT_ADDRESS_HEADER,
]);

export type Forwarded = {
  method: string;
  url: string;
  headers: OutgoingHttpHeaders;
  body: Buffer;
};

export type Outcome =
  | { kind: "answer"; response: IncomingMessage }
  /**
   * Nothing reached the region, or it never answered. `sent` is false when it can't have begun to act; `late` when it was our
   * own limit that ended the try, which says nothing about the region: all connections to it may be in use.
   */
  | { kind: "failed"; sent: boolean; late: boolean; error: Error };

/** A request for a region: the client's, less what it may not say, plus what only the edge may. */
export function forwarded(
  incoming: IncomingMessage,
  body: Buffer,
  stamp: { linkKey: string; requestId: string; receivedAt: InstantMs },
): Forwarded {
  const named = (incoming.headers.connection ?? "").toLowerCase().split(/\s*,\s*/);
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (!NOT_FORWARDED.has(name) && !named.includes(name)) headers[name] = value;
  }
  headers[LINK_KEY_HEADER] = stamp.linkKey;
  headers[REQUEST_ID_HEADER] = stamp.requestId;
  headers[RECEIVED_AT_HEADER] = String(stamp.receivedAt);
  headers[CLIENT_ADDRESS_HEADER] = incoming.socket.remoteAddress ?? "";
  headers["x-forwarded-host"] = incoming.headers.host ?? "";
  headers["x-forwarded-proto"] = "http";
  if (body.length > 0) headers["content-length"] = body.length;
  return { method: incoming.method ?? "GET", url: incoming.url ?? "/", headers, body };
}

/** One try at one region. Aborts when `signal` does. */
export function tryRegion(
  what: Forwarded,
  { port, agent }: { port: number; agent: Agent },
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve) => {
    let connected = false;
    let late = false;
    const outgoing = insideRequest(
      { port, method: what.method, path: what.url, headers: what.headers, agent, signal },
      (response) => {
        clearTimeout(timer);
        resolve({ kind: "answer", response });
      },
    );
    const timer = setTimeout(() => {
      late = true;
      outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`));
    }, timeoutMs);
    outgoing.on("socket", (socket) => {
      if (socket.connecting)
        socket.once("connect", () => {
          connected = true;
        });
      else connected = true;
    });
    outgoing.on("error", (error) => {
      clearTimeout(timer);
      resolve({ kind: "failed", sent: connected, late, error });
    });
    outgoing.end(what.body);
  });
}

const KEPT_BYTES_MAX = 64 * 1024;
const KEPT_WAIT_MS = 1_000;

/** An answer put by while another region is tried. */
export type Kept = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** undefined for one that is long, late or breaks off. */
export async function keep(answer: IncomingMessage, servedBy: string): Promise<Kept | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  const late = setTimeout(() => answer.destroy(new Error("late")), KEPT_WAIT_MS);
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > KEPT_BYTES_MAX) return undefined;
    }
  } catch {
    return undefined;
  } finally {
    clearTimeout(late);
  }
  return { status: answer.statusCode ?? 502, headers: headersFor(answer, servedBy), body: Buffer.concat(chunks) };
}

export function giveKept(kept: Kept, client: ServerResponse): void {
  client.writeHead(kept.status, kept.headers);
  client.end(client.req.method === "HEAD" ? undefined : kept.body);
}

/** Passes an answer on as it comes; the client's going away ends the region's work, and a region's death the client's answer. */
export function passOn(answer: IncomingMessage, client: ServerResponse, servedBy: string): void {
  client.writeHead(answer.statusCode ?? 502, headersFor(answer, servedBy));
  answer.pipe(client);
  answer.on("error", () => client.destroy());
  answer.on("aborted", () => client.destroy());
  client.on("close", () => answer.destroy());
}

function headersFor(answer: IncomingMessage, servedBy: string): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (name === "content-length" || !NOT_FORWARDED.has(name)) headers[name] = value;
  }
  headers["tandem-region"] = servedBy;
  return headers;
}
