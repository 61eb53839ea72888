// Where a request carries its write key: Basic auth (the colon is optional), X-Write-Key, ?writeKey=, or the body.

import type { IncomingMessage } from "node:http";

const KEY_CHARACTERS_MAX = 255;
const REMEMBERED_MAX = 1_000;
const remembered = new Map<string, string | undefined>();

/** The one in the headers or the query, if there is one. */
export function writeKeyIn(request: IncomingMessage, query: string): string | undefined {
  const { authorization } = request.headers;
  return bounded(
    (authorization === undefined ? undefined : fromBasic(authorization)) ??
      single(request.headers["x-write-key"]) ??
      (query === "" ? undefined : new URLSearchParams(query).get("writeKey") || undefined),
  );
}

/** The one that a parsed body carries, if it does. */
export function writeKeyOf(body: unknown): string | undefined {
  const key = typeof body === "object" && body !== null ? (body as Record<string, unknown>).writeKey : undefined;
  return typeof key === "string" && key !== "" ? bounded(key) : undefined;
}

function bounded(key: string | undefined): string | undefined {
  return key !== undefined && key.length <= KEY_CHARACTERS_MAX ? key : undefined;
}

/** SDKs send the same header with each request, so the few there are are remembered. */
function fromBasic(authorization: string): string | undefined {
  if (remembered.has(authorization)) return remembered.get(authorization);
  const encoded = /^basic +([a-z0-9+/=_-]+) *$/i.exec(authorization)?.[1];
  const key =
    encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString("utf8").split(":", 1)[0] || undefined;
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  if (authorization.length <= 2 * KEY_CHARACTERS_MAX) remembered.set(authorization, key);
  return key;
}

function single(header: string | string[] | undefined): string | undefined {
  const value = Array.isArray(header) ? header[0] : header;
  return value === "" ? undefined : value;
}
