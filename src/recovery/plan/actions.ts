// What each action of a plan is: words, budget, conditions, and what it depends on. Plans are made of these rows.

import type { ConditionName } from "./conditions.ts";
import type { Action, Home, Plane, Step } from "./step.ts";

type ActionRow = {
  title: string;
  explains: string;
  before: readonly ConditionName[];
  after: readonly ConditionName[];
  budgetMs: number;
  plane: Plane;
  home: Home;
  whenLate: "fail" | "go-on";
  /** Whether there is something to do besides looking. */
  acts: boolean;
  /** How long what was done may take to show before it is done again. */
  showMsMax: number;
  /** Budgets and command texts of the AWS driver are that driver's work; here only what it will depend on. */
  aws: { plane: Plane; home: "survivor" | "witness" | "other" };
};

/** Most effects show at once; what others do for them, such as copying a database, takes longer. */
const SHOW_MS = 1_000;

const survivorData = { plane: "data", home: "survivor" } as const;

export const ACTIONS = {
  check: {
    title: "Check what the plan depends on",
    explains: "Two voters must be heard and this region's database must be there. Changes nothing.",
    before: ["guardian-answers", "two-voters-heard", "database-here"],
    after: ["guardian-answers", "two-voters-heard", "database-here"],
    budgetMs: 2_000,
    ...survivorData,
    whenLate: "fail",
    acts: false,
    showMsMax: SHOW_MS,
    aws: survivorData,
  },
  contend: {
    title: "Fence: take the lease under a new epoch",
    explains:
      "Waits until two voters have stood still for a whole lease with its margin, then takes the next epoch at two of three. " +
      "From then on the other region can neither answer a write nor renew; its watchdog has stopped its database.",
    before: ["two-voters-heard", "data-may-lead"],
    after: ["lease-taken"],
    budgetMs: 8_000,
    ...survivorData,
    whenLate: "fail",
    acts: true,
    showMsMax: 1_500,
    aws: survivorData,
  },
  yield: {
    title: "Hand over: the active region closes writes, stops its database cleanly and grants the next epoch",
    explains:
      "Asks the active region's guardian. It answers no more writes, stops PostgreSQL so that every change has reached the " +
      "standby, and only then names this region at the voters. If the stop isn't clean or takes too long, it goes on as before.",
    before: ["two-voters-heard", "peer-holds", "in-step", "peer-guardian-answers"],
    after: ["lease-taken"],
    budgetMs: 6_000,
    plane: "data",
    home: "other",
    whenLate: "fail",
    acts: true,
    showMsMax: 6_000,
    aws: { plane: "data", home: "other" },
  },
  evict: {
    title: "Evict: mark the holder as wanted at two voters",
    explains:
      "A holder that meets the mark at two voters stops writing, stops renewing and doesn't take its record again.",
    before: ["two-voters-heard"],
    after: ["evicted"],
    budgetMs: 5_000,
    ...survivorData,
    whenLate: "fail",
    acts: true,
    showMsMax: SHOW_MS,
    aws: survivorData,
  },
  promote: {
    title: "Promote this region's database",
    explains: "The standby replays what it has, becomes the primary, and records where the old epoch ended.",
    before: ["lease-held", "database-up"],
    after: ["database-primary", "epoch-recorded"],
    budgetMs: 10_000,
    ...survivorData,
    whenLate: "fail",
    acts: true,
    showMsMax: SHOW_MS,
    // Promotion of an RDS replica or an Aurora global cluster is a call to the control plane of the surviving region.
    aws: { plane: "control", home: "survivor" },
  },
  verify: {
    title: "Verify: write and read back under the new epoch",
    explains: "A real change is written and read back, as a client would see it. Nothing is opened before that.",
    before: ["lease-held", "database-primary", "epoch-recorded"],
    after: ["write-verified"],
    budgetMs: 5_000,
    ...survivorData,
    whenLate: "fail",
    acts: true,
    showMsMax: SHOW_MS,
    aws: survivorData,
  },
  scale: {
    title: "Make sure that this region can carry everything",
    explains:
      "All processes run and questions are answered in time. If not, the plan notes it and goes on: less is better than none.",
    before: [],
    after: ["capacity-here"],
    budgetMs: 3_000,
    ...survivorData,
    whenLate: "go-on",
    acts: true,
    showMsMax: SHOW_MS,
    aws: { plane: "control", home: "survivor" },
  },
  open: {
    title: "Route: open writes here",
    explains:
      "The lease is opened, /healthz/active answers 200, and the edge follows by itself. No control plane moves traffic.",
    before: ["lease-held", "database-primary", "write-verified"],
    after: ["lease-open", "serves-here"],
    budgetMs: 3_000,
    ...survivorData,
    whenLate: "fail",
    acts: true,
    showMsMax: SHOW_MS,
    aws: survivorData,
  },
  warm: {
    title: "Warm the caches",
    explains:
      "Asks each project's overview questions once, so that people don't meet cold caches. Failing it harms nobody.",
    before: [],
    after: ["caches-warm"],
    budgetMs: 10_000,
    ...survivorData,
    whenLate: "go-on",
    acts: true,
    showMsMax: SHOW_MS,
    aws: survivorData,
  },
  announce: {
    title: "Tell people",
    explains:
      "Sends the messages from the templates, each under one delivery id. Failing it changes nothing of the recovery.",
    before: [],
    after: ["announced"],
    budgetMs: 5_000,
    ...survivorData,
    whenLate: "go-on",
    acts: true,
    showMsMax: SHOW_MS,
    aws: survivorData,
  },
  "list-tail": {
    title: "List what the former primary had alone",
    explains:
      "Reads the journal of the former primary's data, apart from everything, and lists the changes that the new primary doesn't have.",
    before: ["peer-holds", "lease-not-here", "not-primary", "peer-database-primary"],
    after: ["tail-listed"],
    budgetMs: 120_000,
    ...survivorData,
    whenLate: "fail",
    acts: true,
    showMsMax: SHOW_MS,
    aws: survivorData,
  },
  "keep-former": {
    title: "Keep the former primary's data aside",
    explains:
      "Renames the data directory. It is never deleted here: it stays until its list was exported and a person drops it.",
    before: ["peer-holds", "lease-not-here", "not-primary", "tail-listed"],
    after: ["former-aside"],
    budgetMs: 15_000,
    ...survivorData,
    whenLate: "fail",
    acts: true,
    showMsMax: SHOW_MS,
    aws: survivorData,
  },
  rebuild: {
    title: "Rebuild the standby from the new primary",
    explains: "Copies the primary and follows it.",
    before: ["peer-holds", "lease-not-here", "former-aside", "peer-database-primary"],
    after: ["database-standby"],
    budgetMs: 600_000,
    plane: "data",
    home: "other",
    whenLate: "fail",
    acts: true,
    showMsMax: 60_000,
    aws: { plane: "control", home: "other" },
  },
  follow: {
    title: "Follow the new primary",
    explains:
      "The former primary stopped cleanly and its end lies in the new primary's history: it becomes a standby without a copy.",
    before: ["peer-holds", "lease-not-here", "not-primary", "peer-database-primary"],
    after: ["database-standby"],
    budgetMs: 60_000,
    plane: "data",
    home: "other",
    whenLate: "fail",
    acts: true,
    showMsMax: 20_000,
    aws: { plane: "control", home: "other" },
  },
  "await-in-step": {
    title: "Wait until the standby is in step",
    explains:
      "It streams, is close behind, and the mark `solo` is gone: from then on nothing acknowledged is lost with one region.",
    before: ["peer-holds"],
    after: ["in-step"],
    budgetMs: 600_000,
    plane: "data",
    home: "other",
    whenLate: "fail",
    acts: false,
    showMsMax: SHOW_MS,
    aws: { plane: "data", home: "other" },
  },
  "readmit-voter": {
    title: "Let the voter vote again",
    explains: "Gives the abstaining voter the record that the two others agree on.",
    before: ["guardian-answers", "others-agree", "voter-abstains"],
    after: ["voter-readmitted"],
    budgetMs: 5_000,
    plane: "data",
    home: "witness",
    whenLate: "fail",
    acts: true,
    showMsMax: SHOW_MS,
    aws: { plane: "data", home: "witness" },
  },
  release: {
    title: "Let go of the lease again",
    explains: "Undoes the fence of a run that was stopped before the database was promoted.",
    before: [],
    after: ["lease-not-here"],
    budgetMs: 10_000,
    ...survivorData,
    whenLate: "fail",
    acts: true,
    showMsMax: SHOW_MS,
    aws: survivorData,
  },
} as const satisfies Record<Action, ActionRow>;

export const actionOf = (action: Action): ActionRow => ACTIONS[action];

/** A step of this action; its id is the action's name unless told otherwise. */
export function stepOf(action: Action, needs: readonly string[], changes: Partial<Step> = {}): Step {
  const { title, explains, before, after, budgetMs, plane, home, whenLate } = actionOf(action);
  const row = { title, explains, before, after, budgetMs, plane, home, whenLate };
  return { id: action, action, needs, approval: "automatic", ...row, ...changes };
}
