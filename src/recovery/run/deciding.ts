// What a recoverer begins by itself: a fail-over when the holder is lost, an eviction when it is sick by two vantage points,
// finishing what two voters ask of this region, and the return of a former primary. And why it doesn't (R7).

import { assert } from "../../core/errors.ts";
import type { PlanKind } from "../../core/recovery-view.ts";
import { detect, dwellLeftMs, isDecided, type TroubleKind } from "../detector/detector.ts";
import { checkPlan } from "../plan/check-plan.ts";
import { planFor } from "../plan/plans.ts";
import { type Situation, situationOf } from "../plan/situation.ts";
import type { Plan, Refusal } from "../plan/step.ts";
import { MAJORITY } from "../register.ts";
import { write } from "./executor.ts";
import type { JournalEntry } from "./protocol.ts";
import { newRun, type Run } from "./run.ts";
import { type Recoverer, RUN_TIMES, stamp, type Turn, tell, wallMs } from "./turn.ts";

const PLAN_FOR: Record<TroubleKind, PlanKind> = { lost: "fail-over", idle: "resume", sick: "evict" };
/** Changes of role: a dwell applies to them, and a pause. */
const CHANGES_ROLE: readonly PlanKind[] = ["fail-over", "switch-over", "fail-back", "evict"];
/** An evicted region leaves its record to the one that evicts it for this long; then it serves again rather than nobody. */
const EVICTED_MS = 30_000;
/** Looks in a row that must find a former primary before it is brought back. */
const STRAY_LOOKS = 3;

/** While a run is under way the signals are still counted, and changes of role noticed. */
export function observeOnly({ r, nowMs }: Turn): void {
  r.detector = detect(r.detector, r.sight, { self: r.region, peer: r.peer }, nowMs);
}

/** A look has been taken in: what follows from it. */
export function decide(turn: Turn): void {
  const { r, nowMs, rules } = turn;
  const beatBefore = r.detector.signals.beat;
  observeOnly(turn);
  if (r.detector.signals.beat === "bad" && beatBefore !== "bad") {
    // Now it is about fractions of a second: look again soon, and not at everything.
    r.nextLookAtMs = Math.min(r.nextLookAtMs, nowMs + RUN_TIMES.suspectLookMs);
    r.nextFullLookAtMs = Math.max(r.nextFullLookAtMs, nowMs + RUN_TIMES.fullLookMs);
  }
  const { trouble } = r.detector;
  if (trouble === null) {
    if (r.state.kind === "suspecting") {
      r.state = { kind: "watching" };
      tell(turn, "suspicion-cleared", null, `${r.detector.holder ?? "the holder"} looks well again.`);
    }
    if (r.detector.condition !== "blind") r.blockedBecause = null;
    else if (r.sight.lease.value !== null) block(turn, blindSays(r));
    bringBack(turn);
    return;
  }
  if (r.state.kind === "watching") {
    r.state = { kind: "suspecting" };
    r.nextLookAtMs = nowMs;
  }
  if (!isDecided(trouble, nowMs, rules.hysteresisKept)) return;
  if (trouble.kind === "idle" && isEvicted(turn) && nowMs < trouble.sinceMs + EVICTED_MS) {
    block(turn, `The voters want ${r.region} to stop: for now the other region is to take over.`);
    return;
  }
  beginAutomatic(turn, PLAN_FOR[trouble.kind], REASONS[trouble.kind], trouble.sinceMs);
}

function isEvicted({ r: { sight } }: Turn): boolean {
  const lease = sight.lease.value;
  return lease !== null && lease.state !== "held" && lease.wanted >= MAJORITY;
}

const REASONS: Record<TroubleKind, string> = {
  lost: "the holder of the lease doesn't renew it any more",
  idle: "two voters name this region, and it doesn't serve",
  sick: "the holder renews its lease but fails its clients, seen from the edge and from here",
};

function beginAutomatic(turn: Turn, kind: PlanKind, reason: string, suspectedAtMs: number | null): void {
  const { r } = turn;
  const blocked = whyNotNow(turn, kind);
  if (blocked !== null) {
    block(turn, blocked);
    return;
  }
  const plan = planFor(kind, situationNow(r));
  if ("refused" in plan) {
    block(turn, plan.refused);
    return;
  }
  r.blockedBecause = null;
  begin(turn, plan, { automatic: true, who: `the recoverer of ${r.region}`, reason, command: null, suspectedAtMs });
}

/** Why a run would begin by itself now, were none under way; null where none would. */
export function wouldBegin(turn: Turn): string | null {
  const { r, nowMs, rules } = turn;
  const { trouble } = r.detector;
  if (trouble === null || !isDecided(trouble, nowMs, rules.hysteresisKept)) return null;
  if (trouble.kind === "idle" && isEvicted(turn)) return null;
  const kind = PLAN_FOR[trouble.kind];
  if (whyNotNow(turn, kind) !== null || "refused" in planFor(kind, situationNow(r))) return null;
  return REASONS[trouble.kind];
}

function whyNotNow({ r, nowMs, rules }: Turn, kind: PlanKind): string | null {
  const { paused } = r;
  const changes = CHANGES_ROLE.includes(kind);
  if (paused && wallMs(r, nowMs) < paused.untilAt && (changes || paused.everything)) {
    return `Automatic recovery is paused by ${paused.who}: ${paused.reason}.`;
  }
  if (nowMs < r.quietUntilMs)
    return `The last run failed; the next attempt is in ${Math.ceil(r.quietUntilMs - nowMs)} ms.`;
  const dwellMs = changes && rules.dwellKept ? dwellLeftMs(r.detector, nowMs) : 0;
  return dwellMs > 0
    ? `The role changed just now; the next automatic change is allowed in ${Math.ceil(dwellMs)} ms.`
    : null;
}

/** Said once per reason, however often it is met. */
function block(turn: Turn, because: string): void {
  const { r } = turn;
  const same = r.blockedBecause !== null && withoutFigures(r.blockedBecause) === withoutFigures(because);
  r.blockedBecause = because;
  if (!same) tell(turn, "nothing-done", null, because);
}

const withoutFigures = (text: string): string => text.replace(/\d+ ms/g, "");

export function blindSays({ region, sight }: Recoverer): string {
  if (sight.lease.value === null) return `The guardian of ${region} doesn't answer, so nothing can be decided here.`;
  return (
    "Two of three voters can't be heard; nobody can be made active safely from here. Restore the witness or the other region. " +
    "An active region that can't hear two voters either has stopped by itself."
  );
}

/** A region that isn't led here and has a former primary on its disk: it becomes the standby of the one that leads. */
function bringBack(turn: Turn): void {
  const { r, nowMs } = turn;
  const { database, lease } = r.sight;
  const former = database.value?.kind === "down" && database.value.onDisk === "primary";
  const led = r.detector.condition === "fine" && lease.value?.holder === r.peer && lease.value.state === "passive";
  r.strayLooks = former && led ? r.strayLooks + 1 : 0;
  if (r.strayLooks < STRAY_LOOKS || nowMs < r.quietUntilMs) return;
  beginAutomatic(turn, "rejoin", `${r.peer} leads, and a former primary lies here`, null);
}

export function situationNow(r: Recoverer, voter: number | null = null): Situation {
  const { region: self, peer } = r;
  const followFailed = r.followFailedEpoch !== null && r.followFailedEpoch === (r.sight.lease.value?.epoch ?? 0);
  const voterName = voter === null ? null : voterWords(r.voters[voter]);
  return situationOf(r.sight, { self, peer }, { voter, voterName, followFailed, loss: r.detector.loss });
}

/** The installation's third voter is the witness itself; the others are parts of regions. */
function voterWords(name: string | undefined): string | null {
  if (name === undefined) return null;
  return name === "witness" ? "the witness" : `the voter of ${name}`;
}

/** The plan as it would run, or why there is none: never from an older sight than the last one. */
export function planNow(r: Recoverer, kind: PlanKind, voter: number | null = null): Plan | Refusal {
  return planFor(kind, situationNow(r, voter));
}

type Begin = { automatic: boolean; who: string; reason: string; command: string | null; suspectedAtMs: number | null };

export function begin(turn: Turn, made: Plan, { automatic, who, reason, command, suspectedAtMs }: Begin): Run {
  const { r, rules } = turn;
  const plan = rules.arranged ? rules.arranged(made) : made;
  const wrong = rules.orderChecked ? checkPlan(plan) : [];
  assert(wrong.length === 0, `the plan ${plan.kind} is unsafe: ${wrong.join(" ")}`);
  const at = stamp(turn);
  const id = `${new Date(at.at).toISOString().replace(/[-:]|\.\d+/g, "")}-${plan.kind}-${chanceText(turn.chance)}`;
  const line = {
    ...at,
    kind: "begun",
    format: 1,
    run: id,
    region: r.region,
    plan,
    automatic,
    who,
    reason,
    command,
    suspectedAtMs,
  } satisfies JournalEntry;
  const run = newRun(line, !automatic, { kind: "looking", when: "before" });
  r.state = { kind: "running", run };
  tell(turn, "run-begun", id, `${plan.title}, by ${who}: ${reason}.`);
  write(turn, run, line, "look");
  return run;
}

const chanceText = (chance: number): string =>
  Math.floor(chance * 0x10000)
    .toString(16)
    .padStart(4, "0");
