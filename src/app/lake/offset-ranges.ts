// Sets of offsets as ascending half-open ranges that neither touch nor overlap. Every function returns such a set.

import type { OffsetRange } from "../../core/origin.ts";

/** Any ranges, in any order, made into a set: sorted, joined, empty ones left out. */
export function union(ranges: readonly OffsetRange[]): OffsetRange[] {
  const sorted = ranges.filter((range) => range.to > range.from).sort((a, b) => a.from - b.from);
  const joined: OffsetRange[] = [];
  for (const { from, to } of sorted) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** What of `set` isn't in `without`; both are sets. */
export function subtract(set: readonly OffsetRange[], without: readonly OffsetRange[]): OffsetRange[] {
  const rest: OffsetRange[] = [];
  let index = firstEndingAfter(without, set[0]?.from ?? 0);
  for (const range of set) {
    let from = range.from;
    while (index > 0 && (without[index - 1] as OffsetRange).to > from) index -= 1;
    while (index < without.length && (without[index] as OffsetRange).to <= from) index += 1;
    for (; index < without.length && (without[index] as OffsetRange).from < range.to; index++) {
      const cut = without[index] as OffsetRange;
      if (cut.from > from) rest.push({ from, to: cut.from });
      from = Math.max(from, cut.to);
    }
    if (from < range.to) rest.push({ from, to: range.to });
  }
  return rest;
}

export function intersect(a: readonly OffsetRange[], b: readonly OffsetRange[]): OffsetRange[] {
  return subtract(a, subtract(a, b));
}

/** Whether every offset of `inner` lies in the set `outer`. */
export function contains(outer: readonly OffsetRange[], inner: OffsetRange): boolean {
  return inner.to <= inner.from || subtract([inner], outer).length === 0;
}

/** How many offsets a set holds. */
export function countOf(set: readonly OffsetRange[]): number {
  return set.reduce((sum, range) => sum + range.to - range.from, 0);
}

/** The end of the contiguous run that holds `from`; `from` itself where the set lacks it. */
export function contiguousEnd(set: readonly OffsetRange[], from: number): number {
  const index = firstEndingAfter(set, from);
  const range = set[index];
  return range && range.from <= from ? range.to : from;
}

/** Index of the first range that ends after `offset`: binary search, since a day can hold thousands of ranges. */
function firstEndingAfter(set: readonly OffsetRange[], offset: number): number {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] as OffsetRange).to > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
