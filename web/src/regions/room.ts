// What the operations room concludes from what it was told: who serves, what may be done now and why not, what would be lost.
// Pure. The server checks all of it again.

import type { RecoveryRoom, RegionHeard } from "../../../src/core/recovery-room.ts";
import type { CheckView, PlanRefusal, PlanView, RecoveryView, RunView } from "../../../src/core/recovery-view.ts";
import type { UserRole } from "../../../src/core/resources.ts";

export type Sight = { region: string; view: RecoveryView; heardAt: number; heard: boolean };
export type ActionKind = "switch-over" | "fail-back" | "fail-over" | "evict";
/** `why` is undefined when it may be asked for. */
export type Action = { kind: ActionKind; to: string; plan: PlanView | undefined; why: string | undefined };

/** The newest view of a region, also one from before it fell silent. */
export function sightOf(room: RecoveryRoom, region: string): Sight | undefined {
  const found = room.regions.find((one) => one.region === region);
  const told = found && toldOf(found);
  return found && told ? { region, ...told, heard: found.kind === "heard" } : undefined;
}

const toldOf = (one: RegionHeard): { view: RecoveryView; heardAt: number } | null =>
  one.kind === "heard" ? { view: one.view, heardAt: one.heardAt } : one.last;

/** Who may take changes by its own lease, else by the voters' word; null when nobody says. */
export function activeOf(room: RecoveryRoom): string | null {
  const [writer] = room.guard.writers;
  if (room.guard.kind === "one" && writer) return writer.region;
  const holders = room.regions.flatMap((one) => (one.kind === "heard" ? [one.view.lease?.holder ?? null] : []));
  return holders.find((holder) => holder !== null) ?? null;
}

/** The region that would take over: not the active one, and heard if possible. */
export function targetOf(room: RecoveryRoom): string {
  const active = activeOf(room);
  const others = room.regions.filter((one) => one.region !== active);
  return (others.find((one) => one.kind === "heard") ?? others[0] ?? room.regions[0])?.region ?? room.from;
}

export const isRefusal = (plan: PlanView | PlanRefusal): plan is PlanRefusal => "refused" in plan;

/** Unknown counts as failed. */
export const isRed = (check: CheckView): boolean => check.state === "fail" || check.state === "unknown";

export function countChecks(checks: CheckView[]): Record<CheckView["state"], number> {
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 };
  for (const check of checks) counts[check.state] += 1;
  return counts;
}

const PLAN_OF = {
  "switch-over": "switchOver",
  "fail-back": "failBack",
  "fail-over": "failOver",
  evict: "evict",
} as const satisfies Record<ActionKind, keyof RecoveryView["planNow"]>;
const GRACEFUL: ActionKind[] = ["switch-over", "fail-back"];

/** Disabled with the reason, in the order in which a person would have to deal with them. */
export function actionOf(kind: ActionKind, room: RecoveryRoom, role: UserRole, stale: boolean): Action {
  const to = targetOf(room);
  const sight = sightOf(room, to);
  const told = sight?.view.planNow[PLAN_OF[kind]];
  const plan = told && !isRefusal(told) ? told : undefined;
  const why = (): string | undefined => {
    if (role === "analyst") return "Only operators and owners move regions; you are signed in as an analyst.";
    if (stale) return "This page isn't renewed, so nothing is started from it.";
    const silent = room.regions.find((one) => one.region === to && one.kind === "silent");
    if (silent?.kind === "silent") {
      return `${to} can't be heard from ${room.from}: ${silent.because}. Open the console of ${to} itself, or use the command line.`;
    }
    const run = runningIn(room);
    if (run) return `${run.title} is going on; one run at a time.`;
    if (told && isRefusal(told)) return told.refused;
    const red = checksOf(room, to).filter(isRed);
    if (GRACEFUL.includes(kind) && red.length > 0) {
      return `${red.length === 1 ? "A precondition doesn't" : `${red.length} preconditions don't`} pass: ${red.map(({ name }) => name).join(", ")}.`;
    }
    return plan ? undefined : "No plan is known yet.";
  };
  return { kind, to, plan, why: why() };
}

/** The run that goes on now, of whichever region. */
export function runningIn(room: RecoveryRoom): RunView | undefined {
  for (const one of room.regions) {
    const run = one.kind === "heard" ? one.view.run : null;
    if (run && run.endedAt === null) return run;
  }
  return undefined;
}

/** Of both regions, newest first, each once. */
export function historyOf(room: RecoveryRoom): RunView[] {
  const runs = new Map<string, RunView>();
  for (const one of room.regions) {
    for (const run of toldOf(one)?.view.history ?? []) if (!runs.has(run.id)) runs.set(run.id, run);
  }
  return [...runs.values()].sort((a, b) => b.startedAt - a.startedAt);
}

/** `solo`: the active region acknowledges changes alone, so those since then are in no other place. */
export type Loss = { events: number | null; ms: number | null; solo: boolean };

/**
 * What would be lost with the active region now, as the survivor knows it, else as the active one does. A region that can't be
 * heard knows nothing of now; but if nobody else can say, the survivor's last word about the lost one is the best there is.
 */
export function lossNow(room: RecoveryRoom): Loss {
  const active = activeOf(room);
  const [target, own] = [sightOf(room, targetOf(room)), active === null ? undefined : sightOf(room, active)];
  const heard = [target, own].filter((sight) => sight?.heard === true);
  const solo = heard.some((sight) => (sight?.view.lease?.solo.marked ?? 0) > 0);
  const known = heard.find((sight) => sight && sight.view.rpoNow.events !== null);
  return { events: null, ms: null, ...known?.view.rpoNow, solo };
}

/** As of now: what a silent region said of itself isn't known any more, and unknown counts as failed. */
export function checksOf(room: RecoveryRoom, region: string): CheckView[] {
  const sight = sightOf(room, region);
  if (!sight) return [];
  const since = Math.max(0, room.at - sight.heardAt);
  return sight.view.checks.map((check) => ({
    ...check,
    state: sight.heard ? check.state : "unknown",
    ageMs: check.ageMs === null ? null : check.ageMs + since,
    says: sight.heard ? check.says : `${region} can't be heard; before, it said: ${check.says}`,
  }));
}

/** What is typed to accept a loss; null when none is expected. */
export function lossWords({ events, solo }: Loss, plan: PlanView): string | null {
  if (events === null) return "LOSE UNKNOWN";
  if (events > 0) return `LOSE ${events} EVENTS`;
  return solo || plan.warnings.length > 0 ? "LOSE CHANGES" : null;
}

/** The longest pause still in force, as any region that can be heard tells it. */
export function pauseIn(room: RecoveryRoom, now: number): { until: number; reason: string | null } | undefined {
  let found: { until: number; reason: string | null } | undefined;
  for (const one of room.regions) {
    const automatic = toldOf(one)?.view.automatic;
    const until = automatic?.pausedUntil ?? 0;
    if (automatic && until > Math.max(now, found?.until ?? 0)) found = { until, reason: automatic.reason };
  }
  return found;
}
