// A voter on a disk that tears, loses and restores: the real compare-and-set, made durable before it answers.

import { compareAndSet, parseRegister, type Register, type SetOutcome, type Vote } from "../register.ts";
import { later } from "./agenda.ts";
import { happens, skewed } from "./chance.ts";
import type { Process } from "./machine.ts";
import type { World } from "./world.ts";

export type VoterDisk =
  | { kind: "register"; register: Register }
  /** Neither the old record nor the new one. */
  | { kind: "torn" }
  | { kind: "missing" }
  /** An older copy was put back; the driver notices by the file itself, and abstains. */
  | { kind: "restored"; register: Register };

export type Voter = {
  index: number;
  /** Serves it: a region's guardian, or the witness. */
  process: Process;
  disk: VoterDisk;
  /** What it was some time ago, for a fault that puts it back. */
  older: Register;
  rememberedAtMs: number;
  slowUntilMs: number;
};

const FSYNC_MS_MIN = 0.2;
const FSYNC_MS_MAX = 5;
const FSYNC_SLOW_MS_MAX = 1_200;
const REMEMBER_MS = 4_000;

export function makeVoter(index: number, process: Process, register: Register): Voter {
  const disk: VoterDisk = { kind: "register", register };
  return { index, process, disk, older: register, rememberedAtMs: 0, slowUntilMs: 0 };
}

export function voteOf(world: World, voter: Voter): Vote {
  const { disk } = voter;
  if (disk.kind === "register") return { kind: "register", register: disk.register };
  if (disk.kind === "restored" && world.engine.driver.trustRestored)
    return { kind: "register", register: disk.register };
  if (disk.kind === "torn") {
    const parsed = parseRegister({ format: 2, epoch: 3, holder: "" });
    return { kind: "abstains", because: "because" in parsed ? parsed.because : "it is torn" };
  }
  return { kind: "abstains", because: disk.kind === "missing" ? "its register is missing" : "it is a restored copy" };
}

/** Answers once it is durable; null when it abstains. Never, when its process ends first. */
export function setVoter(
  world: World,
  voter: Voter,
  expected: Register,
  next: Register,
  answer: (outcome: SetOutcome | null) => void,
): void {
  const slow = world.agenda.nowMs < voter.slowUntilMs;
  const fsyncMs = skewed(world.chance, FSYNC_MS_MIN, slow ? FSYNC_SLOW_MS_MAX : FSYNC_MS_MAX);
  later(world.agenda, voter.process, fsyncMs, () => {
    const vote = voteOf(world, voter);
    if (vote.kind === "abstains") {
      answer(null);
      return;
    }
    const outcome = compareAndSet(vote.register, expected, next);
    if (outcome.kind === "set") {
      if (world.agenda.nowMs - voter.rememberedAtMs > REMEMBER_MS) remember(world, voter, vote.register);
      voter.disk = { kind: "register", register: next };
      world.judge.voterSet(voter, next);
      // A crash between the disk and the answer: what was asked for has happened, and nobody is told.
      if (world.weather.losesAnswers && happens(world.chance, 0.02)) return;
    }
    answer(outcome);
  });
}

/** To an abstaining voter only: what the two others agree on. */
export function readmitVoter(world: World, voter: Voter, register: Register): boolean {
  if (voteOf(world, voter).kind !== "abstains") return false;
  voter.disk = { kind: "register", register };
  return true;
}

function remember(world: World, voter: Voter, register: Register): void {
  voter.older = register;
  voter.rememberedAtMs = world.agenda.nowMs;
}
