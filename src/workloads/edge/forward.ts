// Carries one request to one region and says what came of it: an answer to pass on, or a reason to try another region.

import type { Agent, IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { request } from "node:http";
import { CLIENT_ADDRESS_HEADER, LINK_KEY_HEADER, REQUEST_ID_HEADER } from "../../core/installation.ts";

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
  /** Nothing reached the region, or it never answered. `sent` is false when it can't have begun to act. */
  | { kind: "failed"; sent: boolean; error: Error };

/** A request for a region: the client's, less what it may not say, plus what only the edge may. */
export function forwarded(
  incoming: IncomingMessage,
  body: Buffer,
  stamp: { linkKey: string; requestId: string },
): Forwarded {
  const named = (incoming.headers.connection ?? "").toLowerCase().split(/\s*,\s*/);
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (!NOT_FORWARDED.has(name) && !named.includes(name)) headers[name] = value;
  }
  headers[LINK_KEY_HEADER] = stamp.linkKey;
  headers[REQUEST_ID_HEADER] = stamp.requestId;
  headers[CLIENT_ADDRESS_HEADER] = incoming.socket.remoteAddress ?? "";
  headers["x-forwarded-host"] = incoming.headers.host ?? "";
  headers["x-forwarded-proto"] = "http";
  if (body.length > 0) headers["content-length"] = body.length;
  return { method: incoming.method ?? "GET", url: incoming.url ?? "/", headers, body };
}

/** One try at one region. Aborts when `signal` does. */
export function tryRegion(
  what: Forwarded,
  port: number,
  agent: Agent,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve) => {
    let connected = false;
    const outgoing = request(
      { host: "127.0.0.1", port, method: what.method, path: what.url, headers: what.headers, agent, signal },
      (response) => {
        clearTimeout(timer);
        resolve({ kind: "answer", response });
      },
    );
    const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    outgoing.on("socket", (socket) => {
      if (socket.connecting)
        socket.once("connect", () => {
          connected = true;
        });
      else connected = true;
    });
    outgoing.on("error", (error) => {
      clearTimeout(timer);
      resolve({ kind: "failed", sent: connected, error });
    });
    outgoing.end(what.body);
  });
}

/** Passes an answer on as it comes; the client's going away ends the region's work, and a region's death the client's answer. */
export function passOn(answer: IncomingMessage, client: ServerResponse, servedBy: string): void {
  const headers: IncomingHttpHeaders = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (name === "content-length" || !NOT_FORWARDED.has(name)) headers[name] = value;
  }
  client.writeHead(answer.statusCode ?? 502, { ...headers, "tandem-region": servedBy });
  answer.pipe(client);
  answer.on("error", () => client.destroy());
  answer.on("aborted", () => client.destroy());
  client.on("close", () => answer.destroy());
}
