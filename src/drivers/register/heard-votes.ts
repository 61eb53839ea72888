// How the processes of a region share one asking of the voters: the guardian tells what it heard last, and holds the answer back
// until that changes. Truth stays with two of three voters: what is told are their votes, never a conclusion.

import type { Vote } from "../../recovery/register.ts";
import { parseRegister } from "../../recovery/register.ts";
import { ask } from "../http/ask.ts";
import { linkHeaders } from "../http/serve.ts";

export const HEARD_VOTES_PATH = "/votes";

/** How long a guardian holds an answer back; with the pause of a guardian that hangs it stays below the time a role is held. */
export const HELD_MS_MAX = 2_000;
const ANSWER_MS_MAX = 700;
const VOTERS = 3;

export type HeardVotes = { votes: Vote[]; tag: string };

/** The guardian's side. `tell` answers at once while the asker has seen something else. */
export function votesTeller(): { heard(votes: Vote[]): void; tell(url: URL): Promise<HeardVotes> } {
  let last: HeardVotes = { votes: [], tag: "" };
  const waiting = new Set<() => void>();
  return {
    heard(votes) {
      const tag = tagOf(votes);
      if (tag === last.tag) return;
      last = { votes, tag };
      for (const wake of waiting) wake();
    },
    async tell(url) {
      if (last.tag === "" || url.searchParams.get("seen") === last.tag) {
        await new Promise<void>((resolve) => {
          const done = () => {
            clearTimeout(timer);
            waiting.delete(done);
            resolve();
          };
          const timer = setTimeout(done, HELD_MS_MAX);
          waiting.add(done);
        });
      }
      return last;
    },
  };
}

/** The other processes' side: undefined when the guardian can't be heard, or has heard nobody itself yet. */
export async function hearVotes(
  port: number,
  linkKey: string,
  seen: string | undefined,
  signal: AbortSignal,
): Promise<HeardVotes | undefined> {
  try {
    const path = seen === undefined ? HEARD_VOTES_PATH : `${HEARD_VOTES_PATH}?seen=${encodeURIComponent(seen)}`;
    const { status, body } = await ask(port, path, linkHeaders(linkKey), HELD_MS_MAX + ANSWER_MS_MAX, signal);
    if (status !== 200) return undefined;
    const { votes, tag } = JSON.parse(body) as {
      votes: { kind: string; register?: unknown; because?: unknown }[];
      tag: string;
    };
    if (!Array.isArray(votes) || votes.length !== VOTERS || typeof tag !== "string") return undefined;
    return { votes: votes.map(parseVote), tag };
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

/** Which votes these are; a beat alone is no news, since it says nothing about roles. */
function tagOf(votes: Vote[]): string {
  return votes
    .map((vote) =>
      vote.kind === "register"
        ? `${vote.register.epoch} ${vote.register.holder} ${Number(vote.register.marks.solo)}${Number(vote.register.marks.wanted)}`
        : "-",
    )
    .join(",");
}
