// Lets the peer read this region's bucket: its listing, held back until it changes, and its objects.

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { Refused } from "../../core/errors.ts";
import type { Bucket, Listed } from "../../drivers/lake/bucket.ts";
import { pause } from "./pause.ts";

const PAGE_OBJECTS_MAX = 10_000;
const WAIT_MS_MAX = 30_000;
const LOOK_EVERY_MS = 750;
export const BUCKET_PATH = "/link/bucket";

export type BucketPage = { version: string; objects: Listed[]; more: boolean };

/** Answers a GET under /link/bucket whose link key was found right. */
export function bucketRoutes(bucket: Bucket): (url: URL, response: ServerResponse) => Promise<void> {
  return (url, response) => {
    if (url.pathname === BUCKET_PATH) return page(bucket, url.searchParams, response);
    return object(bucket, decoded(url.pathname.slice(BUCKET_PATH.length + 1)), response);
  };
}

async function page(bucket: Bucket, query: URLSearchParams, response: ServerResponse): Promise<void> {
  const after = query.get("after") ?? "";
  const seen = query.get("seen");
  const waitMs = Math.min(Number(query.get("wait")) || 0, WAIT_MS_MAX);
  // Taken before the listing: a change in between is in the listing or in the next version, never in neither.
  let version = await bucket.version();
  if (seen !== null) {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const until = performance.now() + waitMs;
    while (version === seen && performance.now() < until && !gone.signal.aborted) {
      await pause(LOOK_EVERY_MS, gone.signal);
      version = await bucket.version();
    }
    if (response.destroyed) return;
    if (version === seen) return void response.writeHead(204).end();
  }
  const behind = (await bucket.list()).filter(({ key }) => key > after);
  const objects = behind.slice(0, PAGE_OBJECTS_MAX);
  const answer: BucketPage = { version, objects, more: behind.length > objects.length };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
}

async function object(bucket: Bucket, key: string, response: ServerResponse): Promise<void> {
  const handle = await open(pathOf(bucket, key) ?? "", "r").catch(() => undefined);
  if (!handle) {
    const detail = `There is no object "${key.slice(0, 100)}" in this bucket; ${BUCKET_PATH} lists those there are.`;
    response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify({ detail }));
    return;
  }
  const { size } = await handle.stat();
  response.writeHead(200, { "content-type": "application/octet-stream", "content-length": size });
  // The stream closes the handle, whichever side ends first.
  await pipeline(createReadStream("", { fd: handle }), response).catch(() => response.destroy());
}

/** A name that can't be decoded is nobody's. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** undefined for a name that no object can have; the bucket's own rule keeps every path inside its directory. */
function pathOf(bucket: Bucket, key: string): string | undefined {
  try {
    return bucket.path(key);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
