// What the recoverer shows of itself: the verdict in a sentence, what it sees, the plans as they would run now, the run under way.

import type {
  LeaseSeen,
  PlanKind,
  PlanRefusal,
  PlanView,
  RecoveryView,
  RunView,
  SignalView,
  StepView,
  VerdictView,
} from "../../core/recovery-view.ts";
import { traceIdOfRun } from "../../core/telemetry/trace-context.ts";
import { dwellLeftMs } from "../detector/detector.ts";
import { SIGNAL_NAMES, signalOf } from "../detector/signals.ts";
import { planBudgetMs, planView } from "../plan/explain-plan.ts";
import { withSecondPerson } from "../plan/second-person.ts";
import type { SeenLease } from "../plan/world.ts";
import type { Vote } from "../register.ts";
import { checksOf } from "./checks.ts";
import { pastReturnSays } from "./commands.ts";
import { blindSays, planNow } from "./deciding.ts";
import { type EndedRun, isPastReturn, type Run } from "./run.ts";
import { type Recoverer, wallMs } from "./turn.ts";
import { stateVersion } from "./version.ts";

/** `nowMs` is on the clock of the events. */
export function recoveryView(r: Recoverer, nowMs: number): RecoveryView {
  const { sight, detector, state, paused } = r;
  const lease = sight.lease.value;
  const pausedNow = paused !== null && wallMs(r, nowMs) < paused.untilAt;
  const run = "run" in state ? runView(r, state.run, nowMs) : null;
  return {
    region: r.region,
    peer: r.peer,
    at: wallMs(r, nowMs),
    stateVersion: stateVersion(r, nowMs),
    lease: lease ? leaseSeen(lease, r.voters) : null,
    verdict: verdictOf(r, nowMs),
    signals: SIGNAL_NAMES.map((name): SignalView => {
      const { says, weight } = signalOf(name);
      return { name, says, state: detector.signals[name], weight, looks: detector.looks[name] ?? 0 };
    }),
    checks: checksOf(r, nowMs, null).map(({ weight: _, ...check }) => check),
    objectives: r.objectives,
    rpoNow: rpoNow(r),
    automatic: {
      on: !pausedNow,
      pausedUntil: pausedNow ? paused.untilAt : null,
      reason: pausedNow ? `${paused.who}: ${paused.reason}` : null,
    },
    planNow: {
      failOver: planOrRefusal(r, "fail-over"),
      switchOver: planOrRefusal(r, "switch-over"),
      failBack: planOrRefusal(r, "fail-back"),
      evict: planOrRefusal(r, "evict"),
    },
    run,
    question:
      state.kind === "asking" && run
        ? { run: state.run.id, question: state.run.because, since: run.startedAt, plan: planView(state.run.plan) }
        : null,
    history: r.history.map(endedView),
    tail: sight.processes.value?.tail ?? null,
  };
}

function planOrRefusal(r: Recoverer, kind: PlanKind): PlanView | PlanRefusal {
  const plan = planNow(r, kind);
  if ("refused" in plan) return { refused: plan.refused, checks: [...plan.checks] };
  // A fail-over is shown as it would begin by itself; the others only people begin.
  return planView(r.secondPerson && kind !== "fail-over" ? withSecondPerson(plan) : plan);
}

function leaseSeen(lease: SeenLease, names: readonly string[]): LeaseSeen {
  const { state, epoch, holder, remainingMs, open, solo, wanted, because } = lease;
  const voters = lease.votes.map((vote, index) => ({
    name: names[index] ?? `voter ${index}`,
    says: saysOf(vote),
    heard: vote.kind === "register",
    stillMs: lease.stillMs[index] ?? null,
  }));
  return { state, epoch, holder, remainingMs, open, solo, wanted, voters, because };
}

function saysOf(vote: Vote): string {
  if (vote.kind === "abstains") return `abstains: ${vote.because}`;
  const { epoch, holder, beat, marks } = vote.register;
  const flags = [marks.solo ? "solo" : "", marks.wanted ? "wanted" : ""].filter((flag) => flag !== "");
  return [`epoch ${epoch}`, holder, `beat ${beat}`, ...flags].join(", ");
}

/** What would be lost if the active region were lost now, as far as it can be seen from here. */
function rpoNow({ sight, detector }: Recoverer): RecoveryView["rpoNow"] {
  const lease = sight.lease.value;
  if (lease?.state !== "held") return detector.loss;
  const database = sight.database.value;
  const standby = database?.kind === "primary" ? database.standby : null;
  const covered = standby?.synchronous === true && lease.solo.marked === 0;
  return { events: sight.lake.value?.atRiskEvents ?? null, ms: covered ? 0 : (standby?.lagMs ?? null) };
}

function verdictOf(r: Recoverer, nowMs: number): VerdictView {
  const { state, detector, sight, region, peer } = r;
  const lease = sight.lease.value;
  if (state.kind === "loading")
    return { level: "unknown", says: `The recoverer of ${region} is reading its journals.` };
  if (state.kind === "asking") return { level: "bad", says: `A decision is wanted: ${state.run.because}` };
  if ("run" in state)
    return { level: "warn", says: `${state.run.plan.title} is under way. ${sentence(state.run.because)}` };
  const blocked = r.blockedBecause === null ? "" : ` ${r.blockedBecause}`;
  switch (detector.condition) {
    case "blind":
      return { level: "unknown", says: blindSays(r) };
    case "serving": {
      const alone = (lease?.solo.marked ?? 0) > 0;
      const says = `${region} is active under epoch ${lease?.epoch}`;
      if (alone) return { level: "warn", says: `${says} and writes alone: its loss now would lose changes.` };
      return { level: "ok", says: `${says}; ${peer} is in step. Its loss would lose no acknowledged change.` };
    }
    case "starting":
      return {
        level: "warn",
        says: `${region} holds the lease of epoch ${lease?.epoch}, and its PostgreSQL isn't up yet.`,
      };
    case "fine":
      if (detector.trouble)
        return {
          level: "warn",
          says: `${peer} is active under epoch ${lease?.epoch} again; it is still watched closely.`,
        };
      if ((lease?.solo.marked ?? 0) > 0) {
        return {
          level: "warn",
          says: `${peer} is active under epoch ${lease?.epoch} and writes alone; ${region} isn't in step yet.`,
        };
      }
      return { level: "ok", says: `${peer} is active under epoch ${lease?.epoch}; ${region} stands by.` };
    case "lost":
      return {
        level: "bad",
        says: `${lease?.holder ?? "Nobody"} renews no lease; ${region} would take over.${blocked}${dwellSays(r, nowMs)}`,
      };
    case "idle":
      return { level: "warn", says: `Two voters name ${region}, and it doesn't serve yet.${blocked}` };
    case "sick":
      return { level: "bad", says: `${peer} renews its lease but fails its clients.${blocked}` };
  }
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? "" : "."}`;

function dwellSays({ detector, blockedBecause }: Recoverer, nowMs: number): string {
  const leftMs = dwellLeftMs(detector, nowMs);
  return leftMs > 0 && blockedBecause === null ? ` The role changed just now; ${Math.ceil(leftMs)} ms are left.` : "";
}

export function runView(r: Recoverer, run: Run, nowMs: number): RunView {
  const past = isPastReturn(run);
  const { kind } = r.state;
  const state = kind === "asking" ? "asking" : kind === "undoing" ? "undoing" : "running";
  return {
    ...common(run, nowMs),
    state: r.state.kind === "ended" ? r.state.outcome : state,
    endedAt: r.state.kind === "ended" ? wallMs(r, r.state.endedAtMs) : null,
    elapsedMs: Math.max(0, nowMs - run.startedAtMs),
    because: run.because,
    stoppable: !past && (kind === "running" || kind === "asking"),
    stopSays: past
      ? pastReturnSays(run)
      : "It can still be stopped: what it took is let go of, and nothing has changed.",
  };
}

function endedView({ run, outcome, because, endedAtMs, endedAt }: EndedRun): RunView {
  return {
    ...common(run, endedAtMs),
    state: outcome,
    endedAt,
    elapsedMs: Math.max(0, endedAtMs - run.startedAtMs),
    because,
    stoppable: false,
    stopSays: "It is over.",
  };
}

function common(run: Run, nowMs: number) {
  const { plan } = run;
  // Of the run's own times: those of another boot keep their distances.
  const wall = (ms: number): number => Math.round(run.startedAt + (ms - run.startedAtMs));
  const steps = plan.steps.map((step, index): StepView => {
    const at = run.steps[index];
    const startedAtMs = at?.startedAtMs ?? null;
    return {
      id: step.id,
      action: step.action,
      title: step.title,
      explains: step.explains,
      state: at?.state ?? "waiting",
      approval: step.approval,
      pointOfNoReturn: step.pointOfNoReturn === true,
      startedAt: startedAtMs === null ? null : wall(startedAtMs),
      elapsedMs: startedAtMs === null ? null : Math.max(0, (at?.endedAtMs ?? nowMs) - startedAtMs),
      budgetMs: step.budgetMs,
      because: at?.because ?? (index === run.index && at?.state === "running" ? run.because : null),
    };
  });
  return {
    id: run.id,
    traceId: traceIdOfRun(run.id),
    plan: plan.kind,
    title: plan.title,
    to: plan.to,
    automatic: run.automatic,
    who: run.who,
    reason: run.reason,
    epoch: run.epoch,
    startedAt: run.startedAt,
    suspectedAt: run.suspectedAtMs === null ? null : wall(run.suspectedAtMs),
    budgetMs: planBudgetMs(plan),
    steps,
  };
}
