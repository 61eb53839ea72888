// The register that a voter keeps. In this version its holder is set when an installation is made; leases and changes of
// role come with the recovery engine, on the same record.

import type { RegionName } from "../core/origin.ts";

/** `active` may write relational data; role is data, never code. */
export type Role = "active" | "passive";

export type Register = {
  format: 1;
  /** Grows with each change of role. */
  epoch: number;
  holder: RegionName;
  /** Never repeats; proves that the holder is alive once leases exist. */
  beat: number;
  marks: { solo: boolean; wanted: boolean };
};

/** A voter's answer: its register, or why it abstains (missing, unreadable, unreachable). */
export type Vote = { kind: "register"; register: Register } | { kind: "abstains"; because: string };

/** What every voter holds when an installation is made. */
export function initialRegister(holder: RegionName): Register {
  return { format: 1, epoch: 1, holder, beat: 0, marks: { solo: false, wanted: false } };
}

/** A register read from a file or a request; a sentence instead where it can't be trusted. Newer formats are refused. */
export function parseRegister(value: unknown): Register | { because: string } {
  if (typeof value !== "object" || value === null) return { because: "it isn't a JSON object" };
  const { format, epoch, holder, beat, marks } = value as Record<string, unknown>;
  if (typeof format !== "number") return { because: "it has no format number" };
  if (format !== 1) return { because: `it has format ${format}, and this version reads format 1` };
  if (!isCount(epoch) || !isCount(beat)) return { because: "epoch and beat must be whole numbers from 0" };
  if (typeof holder !== "string" || !/^[a-z0-9-]{1,32}$/.test(holder)) return { because: "its holder isn't a region" };
  const { solo, wanted } = (typeof marks === "object" && marks !== null ? marks : {}) as Record<string, unknown>;
  if (typeof solo !== "boolean" || typeof wanted !== "boolean") return { because: "its marks aren't true or false" };
  return { format: 1, epoch, holder, beat, marks: { solo, wanted } };
}

export function sameRegister(a: Register, b: Register): boolean {
  return (
    a.epoch === b.epoch &&
    a.holder === b.holder &&
    a.beat === b.beat &&
    a.marks.solo === b.marks.solo &&
    a.marks.wanted === b.marks.wanted
  );
}

export type SetOutcome = { kind: "set"; register: Register } | { kind: "differs"; present: Register };

/** Compare and set: only what the writer has seen is replaced, and never by an older epoch or an older beat of the same one. */
export function compareAndSet(present: Register, expected: Register, next: Register): SetOutcome {
  const backwards = next.epoch < present.epoch || (next.epoch === present.epoch && next.beat < present.beat);
  const stolen = next.epoch === present.epoch && next.holder !== present.holder;
  if (!sameRegister(present, expected) || backwards || stolen) return { kind: "differs", present };
  return { kind: "set", register: next };
}

/** The holder that two of three voters name, at the highest epoch named twice; undefined without such a majority. */
export function agreed(votes: Vote[]): { epoch: number; holder: RegionName; solo: boolean } | undefined {
  const registers = votes.flatMap((vote) => (vote.kind === "register" ? [vote.register] : []));
  const sorted = registers.sort((a, b) => b.epoch - a.epoch);
  for (const candidate of sorted) {
    const same = sorted.filter((other) => other.epoch === candidate.epoch && other.holder === candidate.holder);
    if (same.length >= 2) {
      return { epoch: candidate.epoch, holder: candidate.holder, solo: same.some((one) => one.marks.solo) };
    }
  }
  return undefined;
}

/** A region's role as the voters have it. Without a majority nobody is active. */
export function roleOf(region: RegionName, votes: Vote[]): Role {
  return agreed(votes)?.holder === region ? "active" : "passive";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
