// A plan is data: ordered, typed steps with pre- and post-conditions, a time budget each, and their explanation in words.
// The executor runs it, the simulator explores it, the command line and the runbooks print it.

import type { RegionName } from "../../core/origin.ts";
import type { Approval, PlanKind } from "../../core/recovery-view.ts";
import type { ConditionName } from "./conditions.ts";

export type Action =
  | "check"
  | "contend"
  | "yield"
  | "evict"
  | "promote"
  | "verify"
  | "scale"
  | "open"
  | "warm"
  | "announce"
  | "list-tail"
  | "keep-former"
  | "rebuild"
  | "follow"
  | "await-in-step"
  | "readmit-voter"
  /** Undoes `contend`: disarm, and resign a lease that was won. Never part of a plan's way forward. */
  | "release";

/** Where the work of a step is done, and so what it depends on. `other` is the region that may be lost. */
export type Home = "survivor" | "witness" | "other" | `aws:${string}`;
export type Plane = "data" | "control";

export type Step = {
  id: string;
  action: Action;
  title: string;
  /** What it does and why, in words for people. */
  explains: string;
  /** Ids of steps that come before. */
  needs: readonly string[];
  before: readonly ConditionName[];
  after: readonly ConditionName[];
  budgetMs: number;
  plane: Plane;
  home: Home;
  approval: Approval;
  /** Once begun, the way back is another plan: `stop` is refused from here on. */
  pointOfNoReturn?: true;
  /** Late or failed: `fail` ends the run, `go-on` notes it and takes the next step. */
  whenLate: "fail" | "go-on";
};

export type Plan = {
  kind: PlanKind;
  /** The region whose recoverer runs it. */
  to: RegionName;
  /** The other one. */
  from: RegionName;
  title: string;
  /** The epoch that was current when the plan was made: a higher one of another holder supersedes it. */
  aboveEpoch: number;
  /** Who must hold the lease for the effects: this region, or the peer (a region that rejoins follows). */
  leader: "self" | "peer" | "any";
  /** A fail-over takes its epoch marked solo, since it writes alone. */
  solo: boolean;
  /** Only for `readmit`: index of the voter. */
  voter: number | null;
  /** What a person has to know before it starts. */
  warnings: readonly string[];
  steps: readonly Step[];
};

export type Refusal = { refused: string; checks: readonly string[] };
