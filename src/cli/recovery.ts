// `tandem failover`, `switchover`, `failback`, `evict`, `readmit`, `approve`, `abort`, `pause-automatic`: what a person asks of
// recovery. The recoverer of the region that is to act decides and checks again; here a person sees the plan and confirms.

import { userInfo } from "node:os";
import { createInterface } from "node:readline/promises";
import { setTimeout as wait } from "node:timers/promises";
import { EXIT, Refused } from "../core/errors.ts";
import { peerOf, type RegionLayout, regionOf } from "../core/installation.ts";
import type { CheckView, PlanKind, PlanRefusal, PlanView, RecoveryView, RunView } from "../core/recovery-view.ts";
import { isDecisive } from "../recovery/run/checks.ts";
import type { Command } from "../recovery/run/protocol.ts";
import { RUN_TIMES } from "../recovery/run/turn.ts";
import { askRecoverer, commandRecoverer, type HeardView, heardViews, type Place } from "./ask-recoverers.ts";
import { planText, readmitText, refusalText, runText, stepLine } from "./recovery-text.ts";

type StartedPlan = Exclude<PlanKind, "rejoin" | "resume">;
type Options = {
  to?: string;
  reason?: string;
  dryRun?: boolean;
  yes?: boolean;
  lose?: string;
  accept?: string[];
  detach?: boolean;
  evict?: string;
  voter?: string;
};

const LOOK_MS = 150;
/** A recoverer that watches looks at everything every five seconds; its looks may take one and a half. */
const SEEN_ANEW_MS_MAX = RUN_TIMES.fullLookMs + 2 * RUN_TIMES.observeMsMax;
/** The longest plan rebuilds a standby; nobody waits for longer than this at a terminal. */
const FOLLOW_MS_MAX = 15 * 60_000;

export async function runPlan(place: Place, plan: StartedPlan, options: Options): Promise<number> {
  // Before anything is asked of anybody: nobody types a region's name only to be sent back for a reason.
  const reason = options.dryRun ? "" : reasonOf(options.reason);
  const views = await heardViews(place);
  const target = targetOf(place, views, plan, options);
  const view = await seenAnew(place, target, viewOf(views, target, options.to), plan);
  const planned = plannedIn(view, plan);
  if (planned && "refused" in planned) throw new Refused(refusalText(planned, view.checks), EXIT.refused);
  if (planned) process.stdout.write(`${planText(planned, view.checks, (name) => isDecisive(name, plan))}\n`);
  if (options.voter !== undefined) {
    voterIndex(place, options.voter);
    process.stdout.write(`${readmitText(view, options.voter)}\n`);
  }
  if (options.dryRun) return EXIT.ok;
  const confirm = {
    ...(losses(options.lose, view, plan) ? { lose: true } : {}),
    ...(options.accept ? { checks: options.accept } : {}),
  };
  await agree(target.name, options.yes ?? false);
  const command: Command = {
    kind: "start",
    plan,
    who: who(),
    reason,
    seen: view.stateVersion,
    confirm,
    ...(options.voter === undefined ? {} : { voter: voterIndex(place, options.voter) }),
  };
  const { run, says } = await commandRecoverer(place, target, command);
  process.stdout.write(`${says}${run ? ` Its run is ${run}.` : ""}\n`);
  return run && !options.detach ? await follow(place, target, run) : EXIT.ok;
}

/** The region whose recoverer runs the plan. */
function targetOf(place: Place, views: HeardView[], plan: StartedPlan, { to, evict, voter }: Options): RegionLayout {
  const { installation } = place;
  if (plan === "evict") return peerOf(installation, named(place, evict ?? "").name);
  if (plan === "fail-back")
    return installation.regions.find(({ configured }) => configured === "primary") ?? installation.regions[0];
  if (plan === "readmit") {
    // A voter doesn't readmit itself where another region can be asked.
    const heard = views.filter(({ view }) => view !== undefined);
    const other = heard.find(({ region }) => region.name !== voter) ?? heard[0];
    if (!other) throw nobodyAnswers();
    return other.region;
  }
  if (to !== undefined) return named(place, to);
  const holder = views.map(({ view }) => view?.lease?.holder).find((one) => one != null);
  if (views.every(({ view }) => view === undefined)) throw nobodyAnswers();
  if (holder == null) {
    throw new Refused("Which region is active isn't known here, so say which one is to be: --to REGION.", EXIT.usage);
  }
  return peerOf(installation, holder);
}

const nobodyAnswers = (): Refused =>
  new Refused(
    "No region's recoverer answers. Is the installation running? 'tandem status' says; 'tandem up' starts it.",
    EXIT.missing,
  );

function named({ installation }: Place, name: string): RegionLayout {
  const found = installation.regions.find((region) => region.name === name);
  if (found) return regionOf(installation, name);
  const names = installation.regions.map((region) => region.name).join(" and ");
  throw new Refused(`There is no region "${name}" in this installation; there are ${names}.`, EXIT.usage);
}

function viewOf(views: HeardView[], target: RegionLayout, to?: string): RecoveryView {
  const found = views.find(({ region }) => region.name === target.name)?.view;
  if (found) return found;
  // Who comes after the engine has acted must not read that the lost region is needed: nothing is left to do.
  const { lease } = views.find(({ view }) => view !== undefined)?.view ?? {};
  const active = lease?.holder != null && lease.holder !== target.name && to === undefined;
  throw new Refused(
    `${active ? `${lease.holder} is the active region (epoch ${lease.epoch}), so this would go to ${target.name}. ` : ""}` +
      `The recoverer of ${target.name} doesn't answer, and it is the one that would act. 'tandem status' says how that region ` +
      `is; 'tandem start ${target.name}' starts it.`,
    EXIT.missing,
  );
}

/** A check that stands in the plan's way is told only of a look that began after the command was given: what was seen before may have passed. */
async function seenAnew(
  place: Place,
  target: RegionLayout,
  first: RecoveryView,
  plan: StartedPlan,
): Promise<RecoveryView> {
  const givenMs = performance.now();
  let view = first;
  let seenMs = givenMs;
  const isOld = ({ name, state, ageMs }: CheckView): boolean =>
    state !== "pass" && isDecisive(name, plan) && (ageMs === null || seenMs - ageMs < givenMs);
  while (view.run === null && view.checks.some(isOld) && seenMs - givenMs < SEEN_ANEW_MS_MAX) {
    await wait(LOOK_MS);
    view = viewOf(await heardViews(place), target);
    seenMs = performance.now();
  }
  return view;
}

function plannedIn({ planNow }: RecoveryView, plan: StartedPlan): PlanView | PlanRefusal | undefined {
  if (plan === "fail-over") return planNow.failOver;
  if (plan === "switch-over") return planNow.switchOver;
  if (plan === "fail-back") return planNow.failBack;
  return plan === "evict" ? planNow.evict : undefined;
}

/** Whether the person accepts a loss, and that it is no larger than what they named. */
function losses(named: string | undefined, { rpoNow }: RecoveryView, plan: StartedPlan): boolean {
  if (named === undefined || (plan !== "fail-over" && plan !== "evict")) return false;
  if (named === "unknown") return true;
  const accepted = /^\d{1,12}$/.test(named) ? Number(named) : undefined;
  if (accepted === undefined)
    throw new Refused(`--lose takes a number, or 'unknown'; "${named}" is neither.`, EXIT.usage);
  if (rpoNow.events === null) {
    throw new Refused("How much would be lost isn't known now. If you accept that, say --lose unknown.", EXIT.refused);
  }
  if (rpoNow.events > accepted) {
    throw new Refused(
      `${rpoNow.events} events would be lost now, and --lose names ${accepted}. Nothing was done.`,
      EXIT.refused,
    );
  }
  return true;
}

/** A person types the region's name; a program says --yes. */
async function agree(region: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) {
    throw new Refused(
      "This changes who is active, or what the voters say. Without a terminal to ask on, confirm it with --yes.",
      EXIT.refused,
    );
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const typed = await asking.question(`Type ${region} to go on: `);
    if (typed.trim() !== region) throw new Refused("Nothing was done.", EXIT.refused);
  } finally {
    asking.close();
  }
}

function voterIndex({ installation }: Place, voter: string): number {
  const index = [...installation.regions.map(({ name }) => name), "witness"].indexOf(voter);
  if (index >= 0) return index;
  throw new Refused(`There is no voter "${voter}"; there are the two regions' and the witness's.`, EXIT.usage);
}

export const who = (): string => `${userInfo().username} (command line)`;

function reasonOf(reason: string | undefined): string {
  if (reason !== undefined && reason.trim() !== "") return reason;
  throw new Refused(
    "Say why with --reason 'text': it is kept with the run, and the next person on call reads it. --dry-run shows a plan without one.",
    EXIT.usage,
  );
}

/** Shows each step as it begins and ends, until the run is over. */
async function follow(place: Place, region: RegionLayout, id: string): Promise<number> {
  const shown = new Map<string, string>();
  const untilMs = performance.now() + FOLLOW_MS_MAX;
  let asked = false;
  while (performance.now() < untilMs) {
    const run = await runOf(place, region, id);
    for (const step of run?.steps ?? []) {
      if (step.state === "waiting" || step.state === "running" || shown.get(step.id) === step.state) continue;
      shown.set(step.id, step.state);
      process.stdout.write(`${stepLine(step)}\n`);
    }
    if (run?.state === "asking" && !asked) {
      asked = true;
      process.stdout.write(
        `It waits for a person: ${run.because}\n  tandem approve ${id} --reason '…'   or   tandem abort ${id} --reason '…'\n`,
      );
    }
    if (run && run.endedAt !== null) {
      process.stdout.write(
        `${run.title}: ${run.state} after ${(run.elapsedMs / 1_000).toFixed(1)} s, ${run.because}.\n`,
      );
      return run.state === "finished" ? EXIT.ok : EXIT.findings;
    }
    await wait(LOOK_MS);
  }
  throw new Refused(`The run ${id} goes on. 'tandem history ${id}' shows it.`, EXIT.findings);
}

export async function runOf(place: Place, region: RegionLayout, id: string): Promise<RunView | undefined> {
  const answer = await askRecoverer<RunView>(place, region, `/runs/${encodeURIComponent(id)}`);
  return answer?.status === 200 ? answer.told : undefined;
}

export async function runDecision(
  place: Place,
  kind: "approve" | "stop",
  id: string,
  options: { reason?: string; yes?: boolean },
): Promise<number> {
  for (const region of place.installation.regions) {
    const run = await runOf(place, region, id);
    if (!run) continue;
    const by = { run: id, who: who(), reason: reasonOf(options.reason) };
    if (kind === "stop") {
      const { says } = await commandRecoverer(place, region, { kind, ...by });
      process.stdout.write(`${says}\n`);
      return EXIT.ok;
    }
    // The state that the question stands in, as it was before the person read it.
    const { stateVersion: seen } = viewOf(await heardViews(place), region);
    process.stdout.write(`${runText(run)}\n`);
    await agree(run.to, options.yes ?? false);
    const { says } = await commandRecoverer(place, region, { kind, ...by, seen });
    process.stdout.write(`${says}\n`);
    return await follow(place, region, id);
  }
  throw new Refused(`No recoverer that answers knows of a run "${id}". 'tandem history' lists them.`, EXIT.missing);
}

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** With `for`: pauses automatic fail-over; without: ends the pause. Either region may act next, so both are told. */
export async function runPause(place: Place, options: { for?: string; reason?: string }): Promise<number> {
  const by = { who: who(), reason: reasonOf(options.reason) };
  const command: Command =
    options.for === undefined
      ? { kind: "resume-automatic", ...by }
      : { kind: "pause-automatic", untilMs: Date.now() + durationMs(options.for), ...by };
  let failed: Error | undefined;
  let isTaken = false;
  for (const region of place.installation.regions) {
    try {
      const { says } = await commandRecoverer(place, region, command);
      isTaken = true;
      process.stdout.write(`${region.name}: ${says}\n`);
    } catch (error) {
      failed = error as Error;
      process.stdout.write(`${region.name}: ${failed.message}\n`);
    }
  }
  if (command.kind === "pause-automatic" && isTaken)
    process.stdout.write(
      `Until ${new Date(command.untilMs).toISOString()}; 'tandem resume-automatic' ends it before.\n`,
    );
  return failed ? EXIT.findings : EXIT.ok;
}

function durationMs(text: string): number {
  const [, number, unit] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  const ms = Number(number) * (UNITS[unit ?? ""] ?? Number.NaN);
  if (ms > 0 && ms <= RUN_TIMES.pauseMsMax) return ms;
  const hours = RUN_TIMES.pauseMsMax / 3_600_000;
  throw new Refused(`--for takes a time such as 90s, 30m or 2h, up to ${hours}h; "${text}" isn't one.`, EXIT.usage);
}
