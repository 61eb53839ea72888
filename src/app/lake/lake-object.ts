// The names of the lake's objects, and what a name and a footer say about an object. Pure.
//
// A raw object's name says everything about its cover; a merged one's cover lies in its footer (`parseFooter`).

import type { OriginId } from "../../core/origin.ts";
import { parseOrigin } from "../../core/origin.ts";
import type { InstantMs, UtcDay } from "../../core/time.ts";

/** The format that this version writes under `tandem.format`; it reads this one and, once there is one, the one before. */
export const LAKE_FORMAT = 1;
export const OBJECTS_PREFIX = "lake/v1/day=";

/** Offsets [from, to) of one origin. */
export type Cover = { origin: OriginId; from: number; to: number };

/**
 * A range that was written at once, and the number of days its events fall into. `parts` 1: nothing of the range lies in
 * any other day, and neighbours of that kind are joined. Else the range keeps its limits for ever, since it is whole only
 * where `parts` days hold the same range.
 */
export type CoverEntry = Cover & { parts: number };

export type LakeObject = {
  key: string;
  /** UTC day of the events' original timestamps as sent: where repeats of an event can be. Not when they happened. */
  day: UtcDay;
  /** 0 raw, 1 merged within an origin, 2 the day. */
  level: 0 | 1 | 2;
  epoch: number;
  cover: CoverEntry[];
  /** Raw objects: which of the days of the range this is, from 1. */
  part: { index: number; of: number } | null;
  /** First 16 hex digits of the SHA-256 of the object's bytes. */
  digest: string;
  bytes: number;
  rows: number;
  /** First and last corrected time of its rows, both included; null without rows. Questions pick files by this. */
  time: { first: InstantMs; last: InstantMs } | null;
};

/** What the name alone tells; a merged object's cover isn't in it. */
export type LakeKey = Pick<LakeObject, "key" | "day" | "level" | "epoch" | "part" | "digest"> & {
  cover: CoverEntry[] | "in footer";
};

const NUMBER = "(0|[1-9]\\d{0,15})";
const DAY = "(\\d{4}-\\d{2}-\\d{2})";
const RAW = new RegExp(
  `^lake/v1/day=${DAY}/([^/]+)/${NUMBER}-${NUMBER}\\.L(0)\\.e${NUMBER}\\.${NUMBER}of${NUMBER}\\.([0-9a-f]{16})\\.parquet$`,
);
const MERGED = new RegExp(`^lake/v1/day=${DAY}/merged/L([12])\\.e${NUMBER}\\.[0-9a-f]{16}\\.([0-9a-f]{16})\\.parquet$`);

/** undefined for whatever isn't an object of events: watermarks, strangers. */
export function parseLakeKey(key: string): LakeKey | undefined {
  const raw = RAW.exec(key);
  if (raw) {
    const [, day, origin, from, to, , epoch, index, of, digest] = raw as unknown as string[];
    const cover = { origin: origin as string, from: Number(from), to: Number(to), parts: Number(of) };
    const part = { index: Number(index), of: Number(of) };
    if (!parseOrigin(cover.origin) || cover.to <= cover.from || part.index < 1 || part.index > part.of)
      return undefined;
    return { key, day: day as UtcDay, level: 0, epoch: Number(epoch), cover: [cover], part, digest: digest as string };
  }
  const merged = MERGED.exec(key);
  if (!merged) return undefined;
  const [, day, level, epoch, digest] = merged as unknown as string[];
  return {
    key,
    day: day as UtcDay,
    level: Number(level) as 1 | 2,
    epoch: Number(epoch),
    cover: "in footer",
    part: null,
    digest: digest as string,
  };
}

export type NameFacts =
  | { kind: "raw"; day: UtcDay; cover: Cover; epoch: number; part: { index: number; of: number }; digest: string }
  /** `coverDigest`: of the cover as the footer spells it, as `digest` of the bytes. */
  | { kind: "merged"; day: UtcDay; level: 1 | 2; epoch: number; coverDigest: string; digest: string };

export function lakeKey(facts: NameFacts): string {
  const day = `${OBJECTS_PREFIX}${facts.day}`;
  if (facts.kind === "merged") {
    return `${day}/merged/L${facts.level}.e${facts.epoch}.${facts.coverDigest}.${facts.digest}.parquet`;
  }
  const { cover, part } = facts;
  return `${day}/${cover.origin}/${cover.from}-${cover.to}.L0.e${facts.epoch}.${part.index}of${part.of}.${facts.digest}.parquet`;
}

/** What every object carries in its footer, as Parquet key-value metadata. */
export function footerFacts(cover: readonly CoverEntry[], time: LakeObject["time"]): Record<string, string> {
  return {
    "tandem.format": String(LAKE_FORMAT),
    "tandem.cover": JSON.stringify(cover.map(({ origin, from, to, parts }) => ({ origin, from, to, parts }))),
    "tandem.time": JSON.stringify(time === null ? [] : [time.first, time.last]),
  };
}

export type ParsedFooter = Pick<LakeObject, "cover" | "time"> | { because: string };

/** The footer's facts, or a sentence that says why it can't be used. */
export function parseFooter(facts: ReadonlyMap<string, string>): ParsedFooter {
  const format = Number(facts.get("tandem.format"));
  if (!Number.isInteger(format) || format < 1) return { because: "its footer has no format number of Tandem's" };
  if (format > LAKE_FORMAT) {
    return {
      because: `it has format ${format}, and this version of Tandem reads formats up to ${LAKE_FORMAT}; use a newer version`,
    };
  }
  const cover = parseJson(facts.get("tandem.cover"));
  if (!Array.isArray(cover) || cover.length === 0 || !cover.every(isCoverEntry)) {
    return { because: "the cover in its footer can't be read" };
  }
  const time = parseJson(facts.get("tandem.time"));
  if (!Array.isArray(time) || !(time.length === 0 || (time.length === 2 && time.every(Number.isFinite)))) {
    return { because: "the time span in its footer can't be read" };
  }
  return { cover, time: time.length === 0 ? null : { first: time[0], last: time[1] } };
}

function isCoverEntry(value: unknown): value is CoverEntry {
  const { origin, from, to, parts } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof origin === "string" &&
    parseOrigin(origin) !== undefined &&
    Number.isSafeInteger(from) &&
    Number.isSafeInteger(to) &&
    Number.isSafeInteger(parts) &&
    0 <= (from as number) &&
    (from as number) < (to as number) &&
    (parts as number) >= 1
  );
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
