// A guardian's lines to the three voters: its own region's without a connection, the others over their links. Each answer comes
// back within the voter's limit, and what doesn't come counts as silence.

import type { RegisterFile } from "../../drivers/register/register-file.ts";
import { converseWithVoter, type VoterSet, votersOf } from "../../drivers/register/voters.ts";
import type { Voter } from "../../recovery/lease/keeper.ts";
import { LEASE_TIMES } from "../../recovery/lease/times.ts";
import type { Register, Vote } from "../../recovery/register.ts";
import type { WorkloadContext } from "../context.ts";

export type VoterLine = {
  read(): Promise<Vote>;
  set(expected: Register, next: Register): Promise<VoterSet>;
  close(): void;
};

const { voterMsMax } = LEASE_TIMES;

/** In the order of the installation: its two regions, then the witness. Nothing here ever throws. */
export function voterLines(
  { installation, region, linkKey }: WorkloadContext,
  own: RegisterFile,
): Record<Voter, VoterLine> {
  const lines = votersOf(installation, region.name).map((voter) =>
    voter.name === region.name ? nearLine(voter.name, own) : farLine(converseWithVoter(voter, linkKey, voterMsMax)),
  );
  const [first, second, witness] = lines as [VoterLine, VoterLine, VoterLine];
  return { 0: first, 1: second, 2: witness };
}

function farLine({ read, set, close }: ReturnType<typeof converseWithVoter>): VoterLine {
  return { read, set: (expected, next) => set({ expected, next }), close };
}

/** A disk that stands still must not hold up the guardian, nor gather work: one request at a time, and a limit for each. */
function nearLine(name: string, own: RegisterFile): VoterLine {
  let busy = false;
  const late = (why: string) => ({ kind: "late" as const, because: `${name}: ${why}` });
  const within = async <T>(work: () => Promise<T>): Promise<T | { kind: "late"; because: string }> => {
    if (busy) return late("its disk hasn't finished the last request");
    busy = true;
    return await new Promise((resolve) => {
      const overdue = setTimeout(() => resolve(late("its disk didn't answer in time")), voterMsMax);
      work()
        .then(resolve, (error: Error) => resolve(late(error.message)))
        .finally(() => {
          busy = false;
          clearTimeout(overdue);
        });
    });
  };
  return {
    async read() {
      const vote = await within(() => own.read());
      return vote.kind === "late" ? { kind: "abstains", because: vote.because } : vote;
    },
    async set(expected, next) {
      const outcome = await within(() => own.set(expected, next));
      if (outcome.kind === "set" || outcome.kind === "differs") return outcome;
      return { kind: "silent", because: outcome.because };
    },
    // The register is closed by whoever opened it.
    close: () => undefined,
  };
}
