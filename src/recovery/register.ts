// The register that a voter keeps: who holds which epoch, how often it has said so, and two marks. A voter is passive and has
// no clock; it only compares and sets, durably, before it answers (V1). Reads format 1, writes format 2.

import type { RegionName } from "../core/origin.ts";

/** `active` may write relational data; role is data, never code. */
export type Role = "active" | "passive";

export type Register = {
  format: 2;
  /** Grows with each change of role. */
  epoch: number;
  holder: RegionName;
  /** The run of the holder's guardian that took this epoch or was given it; empty where format 1 wrote it. */
  incarnation: string;
  /** Grows with each write of the holder within an epoch and never repeats: it proves that the holder was alive. */
  beat: number;
  /** `solo`: the holder writes without its standby. `wanted`: somebody wants the holder to stop. */
  marks: { solo: boolean; wanted: boolean };
};

/** A voter's answer: its register, or why it abstains (missing, unreadable, unreachable). */
export type Vote = { kind: "register"; register: Register } | { kind: "abstains"; because: string };

/** Who an epoch belongs to. It never changes within the epoch. */
export type Owner = { epoch: number; holder: RegionName; incarnation: string };

export const MAJORITY = 2;

/** What every voter holds when an installation is made: a name, and nobody's run. */
export function initialRegister(holder: RegionName): Register {
  return { format: 2, epoch: 1, holder, incarnation: "", beat: 0, marks: { solo: false, wanted: false } };
}

const REGION = /^[a-z0-9-]{1,32}$/;
const INCARNATION = /^[A-Za-z0-9._-]{0,64}$/;

/** A register read from a file or a request; a sentence instead where it can't be trusted. Newer formats are refused. */
export function parseRegister(value: unknown): Register | { because: string } {
  if (typeof value !== "object" || value === null) return { because: "it isn't a JSON object" };
  const { format, epoch, holder, incarnation = "", beat, marks } = value as Record<string, unknown>;
  if (typeof format !== "number") return { because: "it has no format number" };
  if (format !== 1 && format !== 2)
    return { because: `it has format ${format}, and this version reads up to format 2` };
  if (!isCount(epoch) || !isCount(beat)) return { because: "epoch and beat must be whole numbers from 0" };
  if (typeof holder !== "string" || !REGION.test(holder)) return { because: "its holder isn't a region" };
  if (typeof incarnation !== "string" || !INCARNATION.test(incarnation))
    return { because: "its incarnation isn't one" };
  const { solo, wanted } = (typeof marks === "object" && marks !== null ? marks : {}) as Record<string, unknown>;
  if (typeof solo !== "boolean" || typeof wanted !== "boolean") return { because: "its marks aren't true or false" };
  return { format: 2, epoch, holder, incarnation: format === 1 ? "" : incarnation, beat, marks: { solo, wanted } };
}

export function sameOwner(a: Owner, b: Owner): boolean {
  return a.epoch === b.epoch && a.holder === b.holder && a.incarnation === b.incarnation;
}

export function sameRegister(a: Register, b: Register): boolean {
  return sameOwner(a, b) && a.beat === b.beat && a.marks.solo === b.marks.solo && a.marks.wanted === b.marks.wanted;
}

export type SetOutcome = { kind: "set"; register: Register } | { kind: "differs"; present: Register };

/**
 * Compare and set (V2, V3): only what the writer has seen is replaced, never by an older epoch or an older beat of the same one,
 * and an epoch never changes its owner.
 */
export function compareAndSet(present: Register, expected: Register, next: Register): SetOutcome {
  const backwards = next.epoch < present.epoch || (next.epoch === present.epoch && next.beat < present.beat);
  const stolen = next.epoch === present.epoch && !sameOwner(next, present);
  if (!sameRegister(present, expected) || backwards || stolen) return { kind: "differs", present };
  return { kind: "set", register: next };
}

export type Majority = Owner & { solo: boolean };

/**
 * The owner that two of three voters name, at the highest epoch named twice (V4): the same epoch, region and incarnation.
 * `solo` when one of those says so; undefined without such a majority.
 */
export function agreed(votes: readonly Vote[]): Majority | undefined {
  let majority: Majority | undefined;
  for (const vote of votes) {
    if (vote.kind !== "register" || (majority && vote.register.epoch <= majority.epoch)) continue;
    const { epoch, holder, incarnation } = vote.register;
    let naming = 0;
    let solo = false;
    for (const other of votes) {
      if (other.kind !== "register" || !sameOwner(other.register, vote.register)) continue;
      naming += 1;
      solo ||= other.register.marks.solo;
    }
    if (naming >= MAJORITY) majority = { epoch, holder, incarnation, solo };
  }
  return majority;
}

/** A region's role as the voters have it. Without a majority nobody is active. */
export function roleOf(region: RegionName, votes: readonly Vote[]): Role {
  return agreed(votes)?.holder === region ? "active" : "passive";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
