// The other region's bucket as its mirror lists it.

import { Unavailable } from "../../core/errors.ts";
import { insideOrigin } from "../http/inside.ts";
import { linkHeaders } from "../http/serve.ts";
import type { Listed } from "./bucket.ts";

const TIMEOUT_MS = 5_000;
/** Pages of at least one key each: a listing that never ends is a fault of the peer. */
const PAGES_MAX = 10_000;

/** Throws `Unavailable` where the peer can't be asked. */
export async function listPeerBucket(mirrorPort: number, linkKey: string): Promise<Listed[]> {
  const listed: Listed[] = [];
  let after = "";
  for (let page = 0; page < PAGES_MAX; page++) {
    const { objects, more } = await ask(mirrorPort, linkKey, after);
    listed.push(...objects);
    const last = objects.at(-1);
    if (!more || last === undefined) return listed;
    after = last.key;
  }
  throw new Unavailable(`list the other region's bucket on port ${mirrorPort}: the listing doesn't end`);
}

async function ask(port: number, linkKey: string, after: string): Promise<{ objects: Listed[]; more: boolean }> {
  const url = `${insideOrigin(port)}/link/bucket?after=${encodeURIComponent(after)}`;
  try {
    const response = await fetch(url, { headers: linkHeaders(linkKey), signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Unavailable(`it answered ${response.status}`);
    const body = (await response.json()) as { objects?: Listed[]; more?: boolean };
    return { objects: body.objects ?? [], more: body.more ?? false };
  } catch (cause) {
    throw new Unavailable(`list the other region's bucket on port ${port}`, { cause });
  }
}
