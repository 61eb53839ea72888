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
