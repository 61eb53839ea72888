// The current role of a region, and its lease, for a process that acts on them: heard from the region's guardian, which answers
// as soon as something changes; where it is silent the three voters are asked each second, and nothing is known of the lease.
// Without a majority the last agreed role stands for a moment (a guardian that restarts), then it is unknown.

import type { Installation } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import type { LeaseView } from "../../recovery/lease/view.ts";
import { agreed, type Role, type Vote } from "../../recovery/register.ts";
import { monotonicMs } from "../clock.ts";
import { converse } from "../http/conversation.ts";
import { linkHeaders } from "../http/link-key.ts";
import { type HeardVotes, hearVotes } from "./heard-votes.ts";
import { readVotes } from "./voters.ts";

const ROLE_POLL_MS = 1_000;
/** A guardian that was started again is heard at once: writes wait for it. */
const GUARDIAN_RETRY_MS = 100;
const ROLE_HELD_MS = 3_000;
const VOTE_TIMEOUT_MS = 700;

export type KnownRole =
  | { kind: "known"; role: Role; epoch: number; holder: RegionName; solo: boolean }
  | { kind: "unknown"; because: string };

export type RoleWatcher = {
  current(): KnownRole;
  /** As the guardian told it last, less the time since; undefined while the guardian can't be heard. */
  lease(): LeaseView | undefined;
  /** As last heard, at most a poll old, in the order of `votersOf`; empty before the first round. */
  votes(): Vote[];
  /** Resolves when guardian or voters have been asked once. */
  asked: Promise<void>;
  stop(): void;
};

/** `freshMs`: how old a lease may be told at most; a process that turns writes away by it wants less than its length. */
export function followRole(options: {
  installation: Installation;
  region: RegionName;
  guardianPort: number;
  linkKey: string;
  freshMs?: number;
}): RoleWatcher {
  const { installation, region, linkKey, guardianPort, freshMs } = options;
  const guardian = converse(guardianPort, linkHeaders(linkKey));
  let ended = false;
  const known = memory(region);
  let votes: Vote[] = [];
  let heard: HeardVotes | undefined;
  let votersAskedAtMs = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const ask = async (): Promise<void> => {
    const wanted = { seen: heard?.tag, ...(freshMs === undefined ? {} : { waitMs: freshMs }) };
    const told = await hearVotes(guardian, wanted);
    if (ended) return;
    heard = told;
    const nowMs = performance.now();
    if (told) {
      votes = told.votes;
      known.learn(votes);
    } else if (nowMs - votersAskedAtMs >= ROLE_POLL_MS) {
      votersAskedAtMs = nowMs;
      votes = await readVotes(installation, linkKey, VOTE_TIMEOUT_MS, region);
      if (ended) return;
      known.learn(votes);
    }
    timer = setTimeout(ask, told ? 0 : GUARDIAN_RETRY_MS);
  };

  return {
    asked: ask(),
    votes: () => votes,
    current: known.current,
    lease: () => heard && since(heard),
    stop() {
      clearTimeout(timer);
      ended = true;
      guardian.close();
    },
  };
}

function since({ lease, at }: HeardVotes): LeaseView {
  const { remainingMs } = lease;
  return { ...lease, remainingMs: remainingMs === null ? null : remainingMs - (monotonicMs() - at) };
}

function memory(region: RegionName): { learn(votes: Vote[]): void; current(): KnownRole } {
  let known: Extract<KnownRole, { kind: "known" }> | undefined;
  let knownAtMs = 0;
  let because = "the voters haven't been asked yet";
  return {
    learn(votes) {
      const majority = agreed(votes);
      if (majority) {
        const { epoch, holder, solo } = majority;
        known = { kind: "known", role: holder === region ? "active" : "passive", epoch, holder, solo };
        knownAtMs = performance.now();
        return;
      }
      const silent = votes.flatMap((vote) => (vote.kind === "abstains" ? [vote.because] : []));
      because = `two of three voters don't agree${silent.length > 0 ? ` (${silent.join("; ")})` : ""}`;
    },
    current() {
      if (known && performance.now() - knownAtMs < ROLE_HELD_MS + ROLE_POLL_MS) return known;
      return { kind: "unknown", because };
    },
  };
}
