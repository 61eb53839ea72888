// Which offsets lie whole in a bucket, all days of them. Pure. The tail, the release of logs and freshness stand on this.
//
// A range whose events fall into n days is whole only where n days hold the same range: the others may still be on their
// way from the other region. A day alone says nothing about that, so `planRead` never needs it.

import type { OffsetRange, OriginId } from "../../core/origin.ts";
import type { UtcDay } from "../../core/time.ts";
import type { LakeObject } from "./lake-object.ts";
import { union } from "./offset-ranges.ts";

export function completeRanges(objects: readonly Pick<LakeObject, "day" | "cover">[]): Map<OriginId, OffsetRange[]> {
  const whole = new Map<OriginId, OffsetRange[]>();
  const seen = new Map<string, Set<UtcDay>>();
  const add = (origin: OriginId, from: number, to: number): void => {
    const known = whole.get(origin);
    if (known) known.push({ from, to });
    else whole.set(origin, [{ from, to }]);
  };
  for (const { day, cover } of objects) {
    for (const { origin, from, to, parts } of cover) {
      if (parts === 1) {
        add(origin, from, to);
        continue;
      }
      const range = `${origin}/${from}-${to}/${parts}`;
      const days = seen.get(range) ?? new Set();
      seen.set(range, days.add(day));
      if (days.size === parts) add(origin, from, to);
    }
  }
  for (const [origin, ranges] of whole) whole.set(origin, union(ranges));
  return whole;
}
