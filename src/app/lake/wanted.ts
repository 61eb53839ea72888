// What of the other bucket is to be copied here. Pure. Raw and merged objects first and watermarks last, so that a watermark
// seldom arrives before what it speaks of; nobody relies on that.

import { parseLakeKey } from "./lake-object.ts";
import { isNewer, newestWatermarks, parseWatermarkKey, type Watermark, watermarkKey } from "./watermark.ts";

/** `removedLately`: keys that this region let go of because others replace them; the peer may not have done so yet. */
export function wantedFromPeer(
  peerKeys: readonly string[],
  ownKeys: readonly string[],
  removedLately: ReadonlySet<string>,
): string[] {
  const own = new Set(ownKeys);
  const objects = peerKeys.filter((key) => parseLakeKey(key) && !own.has(key) && !removedLately.has(key));
  const here = newestWatermarks(watermarksOf(ownKeys));
  const watermarks = [...newestWatermarks(watermarksOf(peerKeys)).values()].filter((watermark) => {
    const known = here.get(watermark.origin);
    return known === undefined || isNewer(watermark, known);
  });
  return [...objects, ...watermarks.map(watermarkKey)];
}

function watermarksOf(keys: readonly string[]): Watermark[] {
  return keys.flatMap((key) => {
    const watermark = parseWatermarkKey(key);
    return watermark ? [watermark] : [];
  });
}
