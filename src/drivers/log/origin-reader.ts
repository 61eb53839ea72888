// Reads one origin's segments, also while another process writes them: frames whose checksums are right, in the order of
// their offsets, and the damage between them. Memory is bounded by one chunk; reading on needs no search.

import { basename } from "node:path";
import { FRAME_HEADER_BYTES, PAYLOAD_BYTES_MAX, SEGMENT_HEADER_BYTES } from "../../app/log/frame.ts";
import type { LogDamage } from "../../app/log/port.ts";
import { type FoundFrame, gapBefore, scan, type Walk } from "../../app/log/scan.ts";
import { Unavailable } from "../../core/errors.ts";
import { type OffsetRange, type OriginId, parseOrigin } from "../../core/origin.ts";
import { crc32 } from "./disk.ts";
import { OpenSegment } from "./open-segment.ts";
import { listSegments, readSealed } from "./origins.ts";

const READ_BYTES_MAX = PAYLOAD_BYTES_MAX + FRAME_HEADER_BYTES;
const READ_BYTES_MIN = 64 * 1024;
/** One to read from, one whose end is watched, one that is being left. */
const OPEN_SEGMENTS_MAX = 3;

/** The segment of a log that has none yet. */
const NOWHERE = -1;

export type FrameRead =
  | { kind: "frames"; frames: FoundFrame[]; damage: LogDamage[]; next: number; seed: number | undefined }
  | { kind: "released"; first: number };

type Place = { segment: number; walk: Walk };

export class OriginReader {
  readonly origin: OriginId;
  readonly #directory: string;
  #segments: number[] = [];
  #sealed: { end: number } | undefined;
  readonly #open = new Map<number, OpenSegment>();
  /** Where the last read ended. */
  #place: Place | undefined;
  /** How far the last segment is known to be whole. */
  #end: Place | undefined;
  #seed: number | undefined;
  /** One call at a time: they share the places. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(directory: string) {
    const origin = basename(directory);
    if (!parseOrigin(origin)) throw new RangeError(`${directory} is not the directory of an origin.`);
    this.origin = origin;
    this.#directory = directory;
  }

  bounds(): Promise<OffsetRange & { sealed: boolean }> {
    return this.#inTurn(() => this.#bounds());
  }

  /** Frames from the one that holds `offset` on, void ones too, none that begins at `below` or beyond. */
  read(offset: number, bytesMax: number, below?: number): Promise<FrameRead> {
    return this.#inTurn(() => this.#read(offset, Math.min(Math.max(bytesMax, 1), READ_BYTES_MAX), below));
  }

  /** Of the segment headers; undefined before there is one. */
  seed(): Promise<number | undefined> {
    return this.#inTurn(async () => {
      if (this.#seed === undefined) await this.#refresh();
      return this.#anySeed();
    });
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      for (const segment of this.#open.values()) await segment.close();
      this.#open.clear();
      this.#place = undefined;
    });
  }

  async #read(offset: number, bytesMax: number, below: number | undefined): Promise<FrameRead> {
    const start = this.#place?.walk.expected === offset ? this.#place : await this.#seek(offset);
    if ("kind" in start) return start;
    let place = start;
    const frames: FoundFrame[] = [];
    const damage: LogDamage[] = [];
    let bytesLeft = bytesMax;
    let bytesNeeded = 0;
    while (bytesLeft > 0 && place.segment !== NOWHERE) {
      const segment = await this.#segment(place.segment);
      if (!segment) {
        // Released while it was being read: the caller hears so, unless it has something to go on with.
        this.#place = undefined;
        if (frames.length === 0) return this.#read(offset, bytesMax, below);
        return { kind: "frames", frames, damage, next: place.walk.expected, seed: this.#seed };
      }
      const size = await segment.size();
      const available = size - place.walk.byte;
      const seed = segment.seed ?? (await this.#anySeed());
      if (available <= 0 || available < bytesNeeded || seed === undefined) {
        if (await this.#isGone(segment)) continue;
        const onward = await this.#behind(place, segment, size, damage);
        if (!onward) break;
        place = onward;
        bytesNeeded = 0;
        continue;
      }
      const chunk = await segment.chunk(
        place.walk.byte,
        Math.min(available, Math.max(bytesLeft, bytesNeeded, READ_BYTES_MIN)),
      );
      const result = scan(chunk, place.walk, {
        seed,
        crc32,
        check: "payloads",
        bytesMax: bytesLeft,
        ...(below !== undefined && { below }),
      });
      for (const frame of result.frames) {
        if (frame.header.offset + frame.header.count <= offset) continue;
        frames.push(frame);
        bytesLeft -= frame.bytes.length;
      }
      for (const found of result.damage) if (found.range.to > offset) damage.push(this.#named(found, segment.file));
      place = { segment: place.segment, walk: result.walk };
      if (result.stopped.kind === "enough") break;
      bytesNeeded = result.stopped.needBytes;
    }
    this.#place = place.segment === NOWHERE ? undefined : place;
    const next = Math.max(offset, place.walk.expected);
    return { kind: "frames", frames, damage, next, seed: this.#seed };
  }

  /** At the end of a segment, `size` bytes long when it was met: the place behind it, or undefined at the end of the log. */
  async #behind(place: Place, segment: OpenSegment, size: number, damage: LogDamage[]): Promise<Place | undefined> {
    let next = this.#segments.find((first) => first > place.segment);
    if (next === undefined) {
      await this.#refresh();
      next = this.#segments.find((first) => first > place.segment);
      if (next === undefined && !this.#sealed) return undefined;
      // The writer may have added records before it began the next file, or ended: look again.
      if ((await segment.size()) > size) return place;
    }
    const end = next ?? this.#sealed?.end ?? 0;
    const lost = gapBefore(end, place.walk);
    if (lost) damage.push(this.#named(lost, segment.file));
    const expected = Math.max(place.walk.expected, end);
    if (next !== undefined) return { segment: next, walk: { byte: SEGMENT_HEADER_BYTES, expected, bad: undefined } };
    return lost && { segment: place.segment, walk: { byte: place.walk.byte, expected, bad: undefined } };
  }

  async #seek(offset: number): Promise<Place | { kind: "released"; first: number }> {
    for (let tries = 0; tries < 3; tries++) {
      await this.#refresh();
      const first = this.#segments[0];
      if (first === undefined) {
        const end = this.#sealed?.end ?? 0;
        if (offset < end) return { kind: "released", first: end };
        return { segment: NOWHERE, walk: { byte: 0, expected: offset, bad: undefined } };
      }
      if (offset < first) return { kind: "released", first };
      const at = this.#segments.findLast((candidate) => candidate <= offset) as number;
      const segment = await this.#segment(at);
      if (!segment) continue;
      const seed = segment.seed ?? (await this.#anySeed());
      const start: Walk = { byte: SEGMENT_HEADER_BYTES, expected: at, bad: undefined };
      return { segment: at, walk: seed === undefined ? start : await segment.walkTo(offset, seed) };
    }
    throw new Unavailable(`find offset ${offset} of ${this.origin}: its segments keep being released`);
  }

  async #bounds(): Promise<OffsetRange & { sealed: boolean }> {
    await this.#refresh();
    const first = this.#segments[0];
    const last = this.#segments.at(-1);
    if (this.#sealed) return { from: first ?? this.#sealed.end, to: this.#sealed.end, sealed: true };
    if (first === undefined || last === undefined) return { from: 0, to: 0, sealed: false };
    const segment = await this.#segment(last);
    const seed = segment?.seed ?? (await this.#anySeed());
    if (!segment || seed === undefined) return { from: first, to: last, sealed: false };
    if (await this.#isGone(segment)) return this.#bounds();
    const known = this.#end?.segment === last ? this.#end.walk : undefined;
    const walk = await segment.walkTo(Number.POSITIVE_INFINITY, seed, known);
    this.#end = { segment: last, walk };
    return { from: first, to: walk.expected, sealed: false };
  }

  async #segment(first: number): Promise<OpenSegment | undefined> {
    const known = this.#open.get(first);
    if (known) return known;
    const opened = await OpenSegment.open(this.#directory, this.origin, first);
    if (!opened) {
      await this.#refresh();
      return undefined;
    }
    this.#seed ??= opened.seed;
    this.#open.set(first, opened);
    for (const [key, segment] of this.#open) {
      if (this.#open.size <= OPEN_SEGMENTS_MAX) break;
      this.#open.delete(key);
      await segment.close();
    }
    return opened;
  }

  async #isGone(segment: OpenSegment): Promise<boolean> {
    if (!(await segment.isGone())) return false;
    this.#open.delete(segment.first);
    if (this.#end?.segment === segment.first) this.#end = undefined;
    await segment.close();
    return true;
  }

  /** Every segment of an origin has the same seed, so that a file with a ruined header can still be read. */
  async #anySeed(): Promise<number | undefined> {
    for (const first of this.#segments) {
      if (this.#seed !== undefined) break;
      const segment = await OpenSegment.open(this.#directory, this.origin, first);
      this.#seed = segment?.seed;
      await segment?.close();
    }
    return this.#seed;
  }

  async #refresh(): Promise<void> {
    // In this order: a seal is written after the last segment.
    this.#sealed ??= await readSealed(this.#directory);
    this.#segments = await listSegments(this.#directory);
  }

  #named(found: { range: OffsetRange; byte: number; reason: string }, file: string): LogDamage {
    return { origin: this.origin, range: found.range, file, byte: found.byte, reason: found.reason };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}
