// The checklist before a plan: each condition that it would depend on, as it was seen last. Unknown counts as failed.

import type { CheckView, PlanKind } from "../../core/recovery-view.ts";
import { type ConditionName, conditionOf } from "../plan/conditions.ts";
import type { Recoverer } from "./turn.ts";

/** `hard`: can't be accepted. `soft`: a person may accept it by name. `told`: shown, decides nothing for this plan. */
type Weight = "hard" | "soft" | "told";

type Row = { name: ConditionName; planned: Weight; unplanned: Weight };

const ROWS: readonly Row[] = [
  { name: "guardian-answers", planned: "hard", unplanned: "hard" },
  { name: "two-voters-heard", planned: "hard", unplanned: "hard" },
  { name: "database-here", planned: "hard", unplanned: "hard" },
  { name: "peer-guardian-answers", planned: "hard", unplanned: "told" },
  { name: "peer-database-primary", planned: "hard", unplanned: "told" },
  { name: "in-step", planned: "hard", unplanned: "told" },
  { name: "capacity-here", planned: "soft", unplanned: "soft" },
  { name: "accepts-events", planned: "soft", unplanned: "soft" },
];

const WEIGHTS: Record<PlanKind, "planned" | "unplanned" | null> = {
  "switch-over": "planned",
  "fail-over": "unplanned",
  evict: "unplanned",
  // They wait for what they need, or change no role.
  "fail-back": null,
  rejoin: null,
  resume: null,
  readmit: null,
};

/** A reading that is older doesn't count. */
export const CHECK_AGE_MS_MAX = 15_000;

/** Whether a plan of this kind is refused while the check doesn't pass; a soft one may be accepted. */
export function isDecisive(name: string, plan: PlanKind): boolean {
  const column = WEIGHTS[plan];
  const row = ROWS.find((one) => one.name === name);
  return column !== null && row !== undefined && row[column] !== "told";
}

export type CheckState = CheckView & { weight: Weight };

export function checksOf(r: Recoverer, nowMs: number, kind: PlanKind | null): CheckState[] {
  const { sight, region: self, peer } = r;
  const lease = sight.lease.value;
  const about = { self, peer, run: "", epoch: lease?.epoch ?? 0, aboveEpoch: lease?.epoch ?? 0, voter: null };
  const column = kind === null ? null : WEIGHTS[kind];
  return ROWS.map(({ name, planned, unplanned }) => {
    const condition = conditionOf(name);
    let ageMs = 0;
    for (const part of condition.reads) ageMs = Math.max(ageMs, nowMs - sight[part].atMs);
    const old = ageMs > CHECK_AGE_MS_MAX;
    const holds = old ? "unknown" : condition.holds(sight, about);
    const weight = column === null ? "told" : column === "planned" ? planned : unplanned;
    return {
      name,
      state: holds === "yes" ? "pass" : holds === "no" ? "fail" : "unknown",
      value: readingOf(name, r),
      ageMs: Number.isFinite(ageMs) ? Math.round(ageMs) : null,
      says:
        holds === "yes"
          ? condition.says
          : holds === "no"
            ? `not so: ${condition.says}`
            : `it can't be told whether ${condition.says}`,
      weight,
    };
  });
}

function readingOf(name: ConditionName, { sight }: Recoverer): string | null {
  const { lease, database, peer, processes } = sight;
  switch (name) {
    case "two-voters-heard":
      return lease.value ? `${lease.value.votes.filter((vote) => vote.kind === "register").length} of 3` : null;
    case "database-here":
      return database.value?.kind === "down" ? database.value.because : (database.value?.kind ?? null);
    case "in-step": {
      if (database.value?.kind !== "standby") return null;
      const { lagMs, lagBytes } = database.value;
      return `${lagMs === null ? "?" : Math.round(lagMs)} ms, ${lagBytes ?? "?"} bytes behind`;
    }
    case "peer-guardian-answers":
      return peer.value?.lease ? peer.value.lease.state : null;
    case "peer-database-primary":
      return peer.value?.database?.kind ?? null;
    case "capacity-here":
      return processes.value ? `${processes.value.running} of ${processes.value.wanted} processes` : null;
    default:
      return null;
  }
}
