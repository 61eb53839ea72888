// How the processes of a region share one asking of the voters: the guardian tells what it heard last and how its own lease
// stands, and holds the answer back until that changes. Beats are no news: an answer goes out when a role, an epoch, a mark or
// the lease's state does. Truth about roles stays with two of three voters: what is told are their votes, never a conclusion.

import type { LeaseView } from "../../recovery/lease/view.ts";
import type { Vote } from "../../recovery/register.ts";
import { parseRegister } from "../../recovery/register.ts";
import type { Conversation } from "../http/conversation.ts";

export const HEARD_VOTES_PATH = "/votes";

/** How long a guardian holds an answer back; with the pause of a guardian that hangs it stays below the time a role is held. */
export const HELD_MS_MAX = 2_000;
const ANSWER_MS_MAX = 700;
const VOTERS = 3;

/** `at`: when the guardian said so, on the machine's monotonic clock; the lease's remaining time counts from there. */
export type HeardVotes = { votes: Vote[]; tag: string; lease: LeaseView; at: number };

/** The guardian's side. `tell` answers at once while the asker has seen something else. */
export function votesTeller(now: () => { lease: LeaseView; at: number }): {
  /** Something may have changed: whoever waits is told if it did. */
  changed(): void;
  tell(url: URL): Promise<HeardVotes>;
} {
  let last = "";
  const waiting = new Set<() => void>();
  const current = (): HeardVotes => {
    const { lease, at } = now();
    return { votes: lease.votes, tag: tagOf(lease), lease, at };
  };
  return {
    changed() {
      const tag = tagOf(now().lease);
      if (tag === last) return;
      last = tag;
      for (const wake of waiting) wake();
    },
    async tell(url) {
      const given = Number(url.searchParams.get("wait") ?? HELD_MS_MAX);
      const waitMs = Math.min(HELD_MS_MAX, given >= 0 ? given : HELD_MS_MAX);
      const answer = current();
      if (url.searchParams.get("seen") !== answer.tag) return answer;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, waitMs);
        waiting.add(done);
      });
      return current();
    },
  };
}

/** The other processes' side: undefined when the guardian can't be heard. It holds its answer back for `waitMs` at most. */
export async function hearVotes(
  guardian: Conversation,
  { seen, waitMs = HELD_MS_MAX }: { seen: string | undefined; waitMs?: number },
): Promise<HeardVotes | undefined> {
  try {
    const query = new URLSearchParams({ wait: String(waitMs), ...(seen === undefined ? {} : { seen }) });
    const path = `${HEARD_VOTES_PATH}?${query}`;
    const { status, body } = await guardian.ask("GET", path, undefined, waitMs + ANSWER_MS_MAX);
    if (status !== 200) return undefined;
    const { votes, tag, lease, at } = JSON.parse(body) as {
      votes: { kind: string; register?: unknown; because?: unknown }[];
      tag: string;
      lease: LeaseView;
      at: number;
    };
    if (!Array.isArray(votes) || votes.length !== VOTERS || typeof tag !== "string") return undefined;
    if (typeof lease?.state !== "string" || typeof at !== "number") return undefined;
    return { votes: votes.map(parseVote), tag, lease, at };
  } catch {
    // The voters can be asked without it.
    return undefined;
  }
}

function parseVote({ kind, register, because }: { kind: string; register?: unknown; because?: unknown }): Vote {
  if (kind !== "register") return { kind: "abstains", because: String(because) };
  const parsed = parseRegister(register);
  return "because" in parsed ? { kind: "abstains", because: parsed.because } : { kind: "register", register: parsed };
}

function tagOf({ state, epoch, open, wanted, votes }: LeaseView): string {
  const heard = votes.map((vote) => {
    if (vote.kind !== "register") return "-";
    const { epoch, holder, incarnation, marks } = vote.register;
    return `${epoch} ${holder} ${incarnation} ${Number(marks.solo)}${Number(marks.wanted)}`;
  });
  return [state, epoch, open, wanted, ...heard].join(",");
}
