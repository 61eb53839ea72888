// The current role of a region for a process that acts on it: asks the three voters each second, and lets two of them
// decide. Without a majority the last agreed role stands for a moment (a guardian that restarts), then it is unknown.

import type { Installation } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { agreed, type Role, type Vote } from "../../recovery/register.ts";
import { readVotes } from "./voters.ts";

const ROLE_POLL_MS = 1_000;
const ROLE_HELD_MS = 3_000;
const VOTE_TIMEOUT_MS = 700;

export type KnownRole =
  | { kind: "known"; role: Role; epoch: number; holder: RegionName; solo: boolean }
  | { kind: "unknown"; because: string };

export type RoleWatcher = {
  current(): KnownRole;
  /** As last heard, at most a poll old, in the order of `votersOf`; empty before the first round. */
  votes(): Vote[];
  /** Resolves when the voters have been asked once. */
  asked: Promise<void>;
  stop(): void;
};

export function watchRole(options: {
  installation: Installation;
  region: RegionName;
  linkKey: string;
  /** How often to ask; `ROLE_POLL_MS` where absent. */
  pollMs?: number;
}): RoleWatcher {
  const { installation, region, linkKey, pollMs = ROLE_POLL_MS } = options;
  let votes: Vote[] = [];
  let known: Extract<KnownRole, { kind: "known" }> | undefined;
  let knownAtMs = 0;
  let because = "the voters haven't been asked yet";
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const ask = async (): Promise<void> => {
    votes = await readVotes(installation, linkKey, VOTE_TIMEOUT_MS);
    const majority = agreed(votes);
    if (majority) {
      known = { kind: "known", role: majority.holder === region ? "active" : "passive", ...majority };
      knownAtMs = performance.now();
    } else {
      const silent = votes.flatMap((vote) => (vote.kind === "abstains" ? [vote.because] : []));
      because = `two of three voters don't agree${silent.length > 0 ? ` (${silent.join("; ")})` : ""}`;
    }
    if (!stopped) timer = setTimeout(ask, pollMs);
  };

  return {
    asked: ask(),
    votes: () => votes,
    current() {
      if (known && performance.now() - knownAtMs < ROLE_HELD_MS + pollMs) return known;
      return { kind: "unknown", because };
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
