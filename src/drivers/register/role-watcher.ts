// The current role of a region for a process that acts on it: the three voters are asked each second, and two of them decide.
// Without a majority the last agreed role stands for a moment (a guardian that restarts), then it is unknown. The guardian
// asks the voters itself; the region's other processes hear its votes from it, and ask the voters where it doesn't answer.

import type { Installation } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { agreed, type Role, type Vote } from "../../recovery/register.ts";
import { hearVotes } from "./heard-votes.ts";
import { type OwnVote, readVotes } from "./voters.ts";

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
  /** The guardian's own register, read without a connection. */
  own?: OwnVote;
  onVotes?: (votes: Vote[]) => void;
}): RoleWatcher {
  const { installation, linkKey, own, onVotes } = options;
  return watch(options, async () => {
    const votes = await readVotes(installation, linkKey, VOTE_TIMEOUT_MS, own);
    onVotes?.(votes);
    return { votes, pauseMs: options.pollMs ?? ROLE_POLL_MS };
  });
}

/** The same through this region's guardian, which answers as soon as a vote changes: one question every few seconds. */
export function followRole(options: {
  installation: Installation;
  region: RegionName;
  guardianPort: number;
  linkKey: string;
}): RoleWatcher {
  const { installation, linkKey, guardianPort } = options;
  const ended = new AbortController();
  let seen: string | undefined;
  const watcher = watch(options, async () => {
    const heard = await hearVotes(guardianPort, linkKey, seen, ended.signal);
    seen = heard?.tag;
    if (heard) return { votes: heard.votes, pauseMs: 0 };
    return { votes: await readVotes(installation, linkKey, VOTE_TIMEOUT_MS), pauseMs: ROLE_POLL_MS };
  });
  return {
    ...watcher,
    stop() {
      watcher.stop();
      ended.abort();
    },
  };
}

function watch(
  { region, pollMs = ROLE_POLL_MS }: { region: RegionName; pollMs?: number },
  askVotes: () => Promise<{ votes: Vote[]; pauseMs: number }>,
): RoleWatcher {
  let votes: Vote[] = [];
  let known: Extract<KnownRole, { kind: "known" }> | undefined;
  let knownAtMs = 0;
  let because = "the voters haven't been asked yet";
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const ask = async (): Promise<void> => {
    const heard = await askVotes();
    if (stopped) return;
    votes = heard.votes;
    const majority = agreed(votes);
    if (majority) {
      const { epoch, holder, solo } = majority;
      known = { kind: "known", role: holder === region ? "active" : "passive", epoch, holder, solo };
      knownAtMs = performance.now();
    } else {
      const silent = votes.flatMap((vote) => (vote.kind === "abstains" ? [vote.because] : []));
      because = `two of three voters don't agree${silent.length > 0 ? ` (${silent.join("; ")})` : ""}`;
    }
    timer = setTimeout(ask, heard.pauseMs);
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
