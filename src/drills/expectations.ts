// Judges what must hold after a drill. Each expectation is answered with a sentence, whether it holds or not; what wasn't
// measured doesn't hold.

import type { RunView } from "../core/recovery-view.ts";
import type { Judgement } from "../recovery/history/check.ts";
import { explain, isViolation } from "../recovery/history/finding.ts";
import type { Outage } from "../recovery/history/outage.ts";
import { type Expectation, expectationWords } from "./scenario.ts";

/** One deed whose consequences were measured from outside. */
export type Measured = { words: string; atMs: number; untilMs: number; writes: Outage; events: Outage };

export type Facts = {
  judgement: Judgement;
  first: string;
  second: string;
  activeAtEnd: string | null;
  measured: readonly Measured[];
  /** Runs of plans that move the active role, begun since the drill did. */
  moves: readonly (RunView & { region: string })[];
  /** Whether another region than the first was ever seen with a lease. */
  roleMoved: boolean;
  /** What recoverers said instead of acting, and the writes that the second region acknowledged meanwhile. */
  refusals: { said: readonly string[]; acknowledged: number } | null;
  /** Writes in the lists of what a returned region had alone, as "register/serial". */
  tail: ReadonlySet<string>;
  /** null: they are; else what is missing. */
  notInStep: string | null;
};

export type Held = { words: string; holds: boolean; says: string };

export function hold(expectation: Expectation, facts: Facts): Held {
  const { holds, says } = look(expectation, facts);
  return { words: expectationWords(expectation), holds, says };
}

type Looked = { holds: boolean; says: string };

function look(one: Expectation, facts: Facts): Looked {
  const { judgement } = facts;
  switch (one.kind) {
    case "no-violation": {
      const first = judgement.findings.find(isViolation);
      const judged = operations(judgement);
      if (!first) return { holds: judged > 0, says: `${judged} operations were judged` };
      return { holds: false, says: `${judgement.violations} broken promises. ${explain(first)}` };
    }
    case "none-of":
      return { holds: judgement.counts[one.finding] === 0, says: `${judgement.counts[one.finding]} of them` };
    case "active-is": {
      const wanted = facts[one.region];
      return { holds: facts.activeAtEnd === wanted, says: `${facts.activeAtEnd ?? "no region"} is active` };
    }
    case "writes-back-within":
      return within(facts.measured[0]?.writes, one.ms);
    case "writes-pause-at-most":
      return longest(facts.measured, "writes", one.ms);
    case "events-pause-at-most":
      return longest(facts.measured, "events", one.ms);
    case "events-all-acknowledged": {
      const { intents, acknowledged } = judgement.intents.ingest;
      return { holds: intents > 0 && acknowledged === intents, says: `${acknowledged} of ${intents} batches were` };
    }
    case "no-fail-over": {
      const moved = facts.moves[0];
      if (moved) return { holds: false, says: `${moved.region} began ${moved.plan} ${moved.id}: ${moved.because}` };
      return { holds: !facts.roleMoved, says: facts.roleMoved ? "another region held the lease" : "none was begun" };
    }
    case "fail-over-finished":
      return finished(facts);
    case "refused-and-said-why": {
      const { said = [], acknowledged = 0 } = facts.refusals ?? {};
      if (acknowledged > 0) return { holds: false, says: `it acknowledged ${acknowledged} changes meanwhile` };
      return { holds: said.length > 0, says: said.length > 0 ? said.join(" ") : "it said nothing" };
    }
    case "degraded-events":
      return { holds: judgement.events.degraded > 0, says: `${judgement.events.degraded} events were` };
    case "tail-listed":
      return tailListed(facts);
    case "in-step-again":
      return { holds: facts.notInStep === null, says: facts.notInStep ?? "they are" };
  }
}

const operations = ({ tries }: Judgement): number => tries.ingest.tries + tries.write.tries + tries.read.tries;

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

function within(outage: Outage | undefined, msMax: number): Looked {
  if (!outage || outage.outageMs === null) return { holds: false, says: "they weren't acknowledged again" };
  return { holds: outage.outageMs <= msMax, says: `after ${seconds(outage.outageMs)}` };
}

function longest(measured: readonly Measured[], of: "writes" | "events", msMax: number): Looked {
  const pauses = measured.map((one) => one[of].outageMs);
  if (pauses.length === 0 || pauses.includes(null))
    return { holds: false, says: "the pause has no end, or none was seen" };
  const longestMs = Math.max(...pauses.map((one) => one ?? 0));
  return { holds: longestMs <= msMax, says: `the longest was ${seconds(longestMs)}` };
}

function finished({ moves }: Facts): Looked {
  const bad = moves.find((one) => one.state !== "finished");
  if (bad) return { holds: false, says: `${bad.plan} ${bad.id} is ${bad.state}: ${bad.because}` };
  return { holds: moves.length > 0, says: moves.length > 0 ? `${moves.length} did` : "none was begun" };
}

function tailListed({ judgement, tail }: Facts): Looked {
  const lost = judgement.findings.filter(
    ({ kind, of }) => of === "write" && (kind === "at-risk-and-lost" || kind === "acknowledged-and-lost"),
  );
  const missing = lost.find((one) => !tail.has(one.subject));
  if (missing) return { holds: false, says: `${missing.subject} is lost, and in no list` };
  return { holds: true, says: `${lost.length} lost, ${tail.size} listed` };
}
