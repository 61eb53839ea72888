// A watermark is an object without content worth reading: its name says that everything of an origin below `offset` was in
// objects when `at` had come. It promises that those objects were written, never that this bucket has got them already.

import { type OriginId, parseOrigin } from "../../core/origin.ts";
import type { InstantMs } from "../../core/time.ts";

export const WATERMARKS_PREFIX = "lake/v1/watermarks/";

export type Watermark = { origin: OriginId; offset: number; at: InstantMs };

const NAME = /^lake\/v1\/watermarks\/([^/]+)\/(0|[1-9]\d{0,15})-(\d{1,15})\.json$/;

export function watermarkKey({ origin, offset, at }: Watermark): string {
  return `${WATERMARKS_PREFIX}${origin}/${offset}-${at}.json`;
}

export function parseWatermarkKey(key: string): Watermark | undefined {
  const match = NAME.exec(key);
  if (!match || !parseOrigin(match[1] as string)) return undefined;
  return { origin: match[1] as string, offset: Number(match[2]), at: Number(match[3]) };
}

/** The furthest watermark of each origin, by instant and then by offset; the others say nothing more. */
export function newestWatermarks(watermarks: Iterable<Watermark>): Map<OriginId, Watermark> {
  const newest = new Map<OriginId, Watermark>();
  for (const watermark of watermarks) {
    const known = newest.get(watermark.origin);
    if (!known || isNewer(watermark, known)) newest.set(watermark.origin, watermark);
  }
  return newest;
}

export function isNewer(a: Watermark, b: Watermark): boolean {
  return a.at > b.at || (a.at === b.at && a.offset > b.offset);
}
