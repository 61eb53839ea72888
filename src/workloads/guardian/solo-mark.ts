// Sets and clears the mark `solo` at the voters, each by compare-and-set on what that voter said just before.

import type { Installation } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { readVotes, setVote, votersOf } from "../../drivers/register/voters.ts";
import { agreed, type Register, type Vote } from "../../recovery/register.ts";

const VOTER_MS_MAX = 700;

export type Marks = { marked: number; unmarked: number };

/** The registers of the epoch that this region holds; empty unless two of three say that it holds one. */
function held(votes: Vote[], region: RegionName): { index: number; register: Register }[] {
  const majority = agreed(votes);
  if (majority?.holder !== region) return [];
  return votes.flatMap((vote, index) =>
    vote.kind === "register" && vote.register.epoch === majority.epoch && vote.register.holder === region
      ? [{ index, register: vote.register }]
      : [],
  );
}

/** How the voters of the epoch that `region` holds stand; nobody counts when it doesn't hold one. */
export function marksIn(votes: Vote[], region: RegionName): Marks {
  const registers = held(votes, region);
  const marked = registers.filter(({ register }) => register.marks.solo).length;
  return { marked, unmarked: registers.length - marked };
}

export type SoloMark = {
  /** Asks the voters now. */
  read(): Promise<Vote[]>;
  /** Brings every voter that answers to `solo`; answers how it stands afterwards. */
  set(solo: boolean, votes: Vote[]): Promise<Marks>;
};

export function soloMark(installation: Installation, region: RegionName, linkKey: string): SoloMark {
  const voters = votersOf(installation);
  return {
    read: () => readVotes(installation, linkKey, VOTER_MS_MAX),
    async set(solo, votes) {
      const outcomes = await Promise.all(
        held(votes, region).map(async ({ index, register }) => {
          const voter = voters[index];
          if (!voter || register.marks.solo === solo) return register.marks.solo;
          const next = { ...register, marks: { ...register.marks, solo } };
          const done = await setVote(voter, linkKey, { expected: register, next }, VOTER_MS_MAX);
          return done ? solo : register.marks.solo;
        }),
      );
      const marked = outcomes.filter((outcome) => outcome).length;
      return { marked, unmarked: outcomes.length - marked };
    },
  };
}
