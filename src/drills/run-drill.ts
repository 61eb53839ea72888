// One drill, from the first client to the judgement: load runs throughout, the scenario's steps are taken, everything is healed
// and waited for, then what was promised is held against what is there.

import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DrillOutcome } from "../core/drills-view.ts";
import { Refused } from "../core/errors.ts";
import { type Installation, peerOf, regionOf } from "../core/installation.ts";
import type { RunView } from "../core/recovery-view.ts";
import { monotonicMs } from "../drivers/clock.ts";
import { listTails, readTail, recoveryDirectory, tailRows } from "../drivers/recovery/tails.ts";
import { type Judgement, judge } from "../recovery/history/check.ts";
import { writeName } from "../recovery/history/check-writes.ts";
import { type Operation, operationsOf } from "../recovery/history/entry.ts";
import type { FinalState } from "../recovery/history/final-state.ts";
import { outageOf } from "../recovery/history/outage.ts";
import { type RtoSplit, splitRto } from "../recovery/history/rto.ts";
import type { JournalEntry } from "../recovery/run/protocol.ts";
import { ClientsSeen } from "./clients-seen.ts";
import { type DrillProjects, prepareProjects, serialIn, signOut } from "./drill-projects.ts";
import { type Facts, type Held, hold, type Measured } from "./expectations.ts";
import { awaitInStep } from "./in-step.ts";
import { Load, type LoadOptions, writerNames } from "./load.ts";
import { Observer, type RegionSample } from "./observer.ts";
import { awaitCounted, eventsHeld, journalOf } from "./read-final-state.ts";
import { Recorder } from "./recorder.ts";
import type { Scenario } from "./scenario.ts";
import { BrokenOff, type FaultSpan, Stage, StepFailed } from "./stage.ts";
import { type Happening, Timeline } from "./timeline.ts";

const BEGIN_MS_MAX = 60_000;
const IN_STEP_MS_MAX = 180_000;
const COUNTED_MS_MAX = 60_000;
const NOTHING: FinalState = { events: [], journal: [], solo: [] };

export type DrillParts = {
  installation: Installation;
  linkKey: string;
  /** Where the history is written while it happens. */
  directory: string;
  /** Names the run in every id and every value that its clients send. */
  run: string;
  who: string;
  load: LoadOptions;
  print: (happening: Happening) => void;
  /** Broken off: everything is healed, then the drill ends. */
  signal: AbortSignal;
};

export type DrillResult = {
  run: string;
  scenario: Scenario;
  who: string;
  startedAt: number;
  beganAtMs: number;
  lastedMs: number;
  outcome: DrillOutcome;
  /** Where it stopped, when a step wasn't reached. */
  stoppedBecause: string | null;
  first: string;
  second: string;
  load: LoadOptions & { notSent: number };
  measured: Measured[];
  rto: RtoSplit[];
  held: Held[];
  judgement: Judgement;
  runs: (RunView & { region: string })[];
  faults: FaultSpan[];
  happenings: Happening[];
  samples: Map<string, RegionSample[]>;
  operations: Operation[];
  messages: unknown[];
};

export async function runDrill(parts: DrillParts, scenario: Scenario): Promise<DrillResult> {
  const { installation, linkKey, run } = parts;
  await mkdir(parts.directory, { recursive: true, mode: 0o700 });
  const timeline = new Timeline(parts.print);
  const observer = new Observer(installation, linkKey, timeline);
  try {
    const missing = await awaitInStep(parts, observer, BEGIN_MS_MAX, parts.signal);
    if (missing !== null) {
      throw new Refused(
        `A drill begins with both regions in step, and they aren't: ${missing}. 'tandem status' says more.`,
      );
    }
    const active = observer.active() as string;
    timeline.tell("drill", `${scenario.name} begins as ${run}: ${active} is active`);
    const projects = await prepareProjects(installation, linkKey, writerNames(parts.load));
    try {
      return await underLoad(parts, scenario, { timeline, observer, projects, active });
    } finally {
      await signOut(installation, projects);
    }
  } finally {
    await observer.stop();
  }
}

type Scene = { timeline: Timeline; observer: Observer; projects: DrillProjects; active: string };

async function underLoad(parts: DrillParts, scenario: Scenario, scene: Scene): Promise<DrillResult> {
  const { timeline, observer, projects } = scene;
  const { installation, run } = parts;
  const recorder = new Recorder(join(parts.directory, "history.ndjson"), run);
  const clients = new ClientsSeen(recorder, timeline);
  const load = new Load({ installation, projects, recorder, run }, parts.load);
  const deadline = AbortSignal.timeout(scenario.lastsMsMax);
  const signal = AbortSignal.any([parts.signal, deadline]);
  const stage = new Stage({ ...parts, signal, timeline, observer, clients }, scene.active);
  let stopped: Error | undefined;
  let notInStep: string | null = null;
  try {
    for (const step of scenario.steps) await stage.take(step);
  } catch (error) {
    const late = error instanceof BrokenOff && deadline.aborted && !parts.signal.aborted;
    stopped = late ? new StepFailed(`It took longer than its ${scenario.lastsMsMax / 1_000} s.`) : (error as Error);
    timeline.tell("drill", stopped.message);
  } finally {
    for (const failure of await stage.healAll()) timeline.tell("drill", `couldn't be healed: ${failure}`);
    notInStep = await awaitInStep(parts, observer, stopped ? IN_STEP_MS_MAX : 30_000, new AbortController().signal);
    if (notInStep !== null) timeline.tell("drill", `not in step at the end: ${notInStep}`);
    await load.stop();
    clients.stop();
    await recorder.close();
  }
  timeline.tell("drill", "the load has ended; what was promised is held against what is there");
  const known = stopped instanceof StepFailed || stopped instanceof BrokenOff || stopped instanceof Refused;
  if (stopped && !known) throw stopped;
  const story = { recorder, stage, stopped, notInStep, notSent: load.notSent };
  return await judged(parts, scenario, scene, story);
}

type Story = {
  recorder: Recorder;
  stage: Stage;
  stopped: Error | undefined;
  notInStep: string | null;
  notSent: number;
};

async function judged(parts: DrillParts, scenario: Scenario, scene: Scene, story: Story): Promise<DrillResult> {
  const { timeline, observer, projects } = scene;
  const { stage, recorder, stopped } = story;
  const untilMs = monotonicMs();
  const operations = operationsOf(recorder.entries);
  if (!Array.isArray(operations))
    throw new Error(`Bug: the drill's own history contradicts itself: ${operations.because}`);
  const state = await readFinalState(parts, observer, projects, operations, timeline).catch((error: Error) => error);
  // Without what is held nothing can be judged, and a drill that wasn't judged has failed; its evidence is kept all the more.
  const unread = state instanceof Error ? `What is held couldn't be read: ${state.message}` : null;
  if (unread !== null) timeline.tell("drill", unread);
  const judgement = state instanceof Error ? judge([], NOTHING) : judge(operations, state);
  const measured = measure(stage, operations, untilMs);
  const runs = [...observer.runs.values()].sort((a, b) => a.startedAt - b.startedAt);
  const facts: Facts = {
    judgement,
    first: stage.first,
    second: stage.second,
    activeAtEnd: observer.active(),
    measured,
    moves: runs.filter((one) => one.plan !== "rejoin" && one.plan !== "resume" && one.plan !== "readmit"),
    roleMoved: (observer.samples.get(stage.second) ?? []).some((one) => one.lease?.state === "held"),
    refusals: refusalsOf(stage, operations),
    tail: await tailOf(parts, timeline.beganAt),
    notInStep: story.notInStep,
  };
  const held = scenario.holds.map((expectation) => hold(expectation, facts));
  const allHold = unread === null && held.every((one) => one.holds);
  return {
    run: parts.run,
    scenario,
    who: parts.who,
    startedAt: timeline.beganAt,
    beganAtMs: timeline.beganAtMs,
    lastedMs: monotonicMs() - timeline.beganAtMs,
    outcome: stopped instanceof BrokenOff ? "broken-off" : stopped || !allHold ? "failed" : "passed",
    stoppedBecause: stopped?.message ?? unread,
    first: stage.first,
    second: stage.second,
    load: { ...parts.load, notSent: story.notSent },
    measured,
    rto: await splits(parts, measured, runs),
    held,
    judgement,
    runs,
    faults: stage.faults,
    happenings: timeline.happenings,
    samples: observer.samples,
    operations,
    messages: await messagesOf(parts.installation, timeline.beganAt),
  };
}

async function readFinalState(
  parts: DrillParts,
  observer: Observer,
  projects: DrillProjects,
  operations: readonly Operation[],
  timeline: Timeline,
): Promise<FinalState> {
  const { installation, run } = parts;
  const named = { name: run, startedAt: timeline.beganAt };
  const events: FinalState["events"][number][] = [];
  for (const { project } of [projects.region, projects.pair]) {
    const wanted = acknowledgedEvents(operations, project);
    for (const region of installation.regions) {
      await awaitCounted(parts, region, project, named, wanted, COUNTED_MS_MAX);
      events.push(await eventsHeld(parts, region, project, named));
    }
  }
  const active = observer.active();
  if (active === null) throw new Refused("No region is active at the end, so nobody's journal can be believed.");
  const journal = await journalOf(parts, regionOf(installation, active), run);
  return { events, journal, solo: observer.soloSpans() };
}

function acknowledgedEvents(operations: readonly Operation[], project: string): number {
  const ids = new Set<string>();
  for (const { ask, ending } of operations) {
    if (ending !== "ok" || ask.kind !== "ingest" || ask.project !== project) continue;
    for (const id of ask.ids) ids.add(id);
  }
  return ids.size;
}

/** Each measured deed until the next one. */
function measure(stage: Stage, operations: readonly Operation[], untilMs: number): Measured[] {
  const deeds = stage.deeds.filter((one) => one.measured);
  return deeds.map(({ words, atMs }, index) => {
    const endMs = deeds[index + 1]?.atMs ?? untilMs;
    const of = (kind: "write" | "ingest") => {
      const last = operations.findLast((one) => one.to === "edge" && one.ask.kind === kind && one.endedAtMs <= endMs);
      return outageOf(operations, kind, atMs, Math.min(endMs, last?.endedAtMs ?? endMs));
    };
    return { words, atMs, untilMs: endMs, writes: of("write"), events: of("ingest") };
  });
}

/** From the journals on disk: their entries carry instants of the clock that all processes share. */
async function splits(
  { installation }: DrillParts,
  measured: readonly Measured[],
  runs: readonly (RunView & { region: string })[],
): Promise<RtoSplit[]> {
  const found: RtoSplit[] = [];
  for (const run of runs) {
    if (run.plan === "rejoin" || run.plan === "resume" || run.plan === "readmit") continue;
    const file = join(recoveryDirectory(regionOf(installation, run.region)), "runs", `${run.id}.ndjson`);
    const text = await readFile(file, "utf8").catch(() => "");
    const entries = text.split("\n").flatMap((line) => (line.endsWith("}") ? [JSON.parse(line) as JournalEntry] : []));
    const begunAtMs = entries[0]?.atMs ?? 0;
    const deed = measured.findLast((one) => one.atMs <= begunAtMs);
    const split = deed && splitRto(entries, deed.atMs, deed.writes.firstAfterMs);
    if (split) found.push(split);
  }
  return found;
}

/** The time in which a region that may not act was left alone: from the last measured fault to the first healing after it. */
function refusalsOf(stage: Stage, operations: readonly Operation[]): Facts["refusals"] {
  const fromMs = stage.deeds.findLast((one) => one.measured)?.atMs;
  if (fromMs === undefined) return null;
  const untilMs = Math.min(...stage.faults.map((one) => one.untilMs ?? Number.POSITIVE_INFINITY));
  const acknowledged = operations.filter(
    ({ ending, ask, region, endedAtMs, invokedAtMs }) =>
      ending === "ok" &&
      ask.kind === "write" &&
      region === stage.second &&
      invokedAtMs >= fromMs &&
      endedAtMs <= untilMs,
  ).length;
  return { said: [...stage.said], acknowledged };
}

/** What the returned regions' lists name of this run's changes. */
async function tailOf({ installation, run }: DrillParts, since: number): Promise<Set<string>> {
  const names = new Set<string>();
  for (const region of installation.regions) {
    for (const epoch of await listTails(region)) {
      const tail = await readTail(region, epoch);
      if (!tail || tail.head.listedAt < since) continue;
      for await (const { after } of tailRows(region, epoch)) {
        const { id, name } = (after ?? {}) as { id?: unknown; name?: unknown };
        const serial = typeof name === "string" ? serialIn(name, run) : 0;
        if (typeof id === "string" && serial > 0) names.add(writeName(id, serial));
      }
    }
  }
  return names;
}

/** What was announced since the drill began, by either region. */
async function messagesOf(installation: Installation, since: number): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const region of [installation.regions[0], peerOf(installation, installation.regions[0].name)]) {
    const text = await readFile(join(recoveryDirectory(region), "messages.ndjson"), "utf8").catch(() => "");
    for (const line of text.split("\n")) {
      if (!line.endsWith("}")) continue;
      const message = JSON.parse(line) as { at?: number };
      if ((message.at ?? 0) >= since) found.push({ region: region.name, ...message });
    }
  }
  return found;
}
