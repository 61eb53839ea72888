// The process around a simulated region's recoverer: looks, journals on a virtual disk, lends hands, and dies between any two of
// these. What is in the journal is what the next life knows.

import { isSeconded } from "../plan/second-person.ts";
import type { Command, CommandOutcome, JournalEntry, RecovererEffect, RecovererEvent } from "../run/protocol.ts";
import { newRecoverer, type Recoverer, recover } from "../run/recoverer.ts";
import { later } from "./agenda.ts";
import { draw, skewed } from "./chance.ts";
import { lendHand } from "./hands.ts";
import { type Process, shownMs, wakeInMs } from "./machine.ts";
import { observe } from "./observation.ts";
import { killPart } from "./supervisor.ts";
import { count, countRecoverer } from "./tally.ts";
import { otherOf, type Region, type World } from "./world.ts";

export type RecovererHost = {
  process: Process;
  recoverer: Recoverer | null;
  /** On the region's disk: per run what was written, in order; "" is the journal of commands without a run. */
  journals: Map<string, JournalEntry[]>;
  wakeAtMs: number;
  dueAtMs: number;
  commandsAsked: number;
  answered: Map<string, CommandOutcome>;
  warmedEpoch: number | null;
  announcedRuns: string[];
  /** How many more effects until the process dies between two of them; null: it doesn't. */
  diesIn: number | null;
  /** A person took part in this run: what may be lost by it was accepted. */
  askedOf(run: string): boolean;
};

/** In one world of so many, what a person begins waits for another one. */
const SECOND_PERSON_EVERY = 8;
const WALL_MS = 1_800_000_000_000;

export function makeRecovererHost(process: Process): RecovererHost {
  const journals = new Map<string, JournalEntry[]>();
  return {
    process,
    recoverer: null,
    journals,
    wakeAtMs: 0,
    dueAtMs: Number.POSITIVE_INFINITY,
    commandsAsked: 0,
    answered: new Map(),
    warmedEpoch: null,
    announcedRuns: [],
    diesIn: null,
    askedOf: (run) =>
      (journals.get(run) ?? []).some((line) => line.kind === "approved" || (line.kind === "begun" && !line.automatic)),
  };
}

export function startRecoverer(world: World, region: Region): void {
  const host = region.recoverer;
  const peer = otherOf(world, region);
  const secondPerson = world.seed % SECOND_PERSON_EVERY === 0;
  host.recoverer = newRecoverer(region.name, peer.name, { secondPerson });
  host.dueAtMs = Number.POSITIVE_INFINITY;
  host.diesIn = null;
  const journals = [...host.journals.values()].map((lines) => lines.slice());
  later(world.agenda, host.process, skewed(world.chance, 0.5, 120), () => {
    tellRecoverer(world, region, { kind: "loaded", at: wallMs(world), journals });
  });
}

export function command(world: World, region: Region, asked: Command): string {
  const id = `${region.name}-${region.recoverer.commandsAsked++}`;
  tellRecoverer(world, region, { kind: "command", id, command: asked });
  return id;
}

export function tellRecoverer(world: World, region: Region, event: RecovererEvent): void {
  const host = region.recoverer;
  const before = host.recoverer as Recoverer;
  countRecoverer(world.tally, before.state.kind, event.kind);
  const { recoverer, effects, wakeAtMs } = recover(
    before,
    event,
    localMs(world, region),
    draw(world.chance),
    world.engine.runRules,
  );
  host.recoverer = recoverer;
  if (world.trace && recoverer.state.kind !== before.state.kind) {
    world.note(region.place, `recoverer: ${before.state.kind} -> ${recoverer.state.kind}`);
  }
  for (const effect of effects) {
    if (host.diesIn !== null && host.diesIn-- <= 0) {
      host.diesIn = null;
      killPart(world, region, "recoverer");
      return;
    }
    act(world, region, effect);
  }
  host.wakeAtMs = wakeAtMs;
  wake(world, region);
}

function wake(world: World, region: Region): void {
  const host = region.recoverer;
  if (host.wakeAtMs >= host.dueAtMs || host.wakeAtMs === Number.POSITIVE_INFINITY) return;
  const dueAtMs = host.wakeAtMs;
  host.dueAtMs = dueAtMs;
  later(world.agenda, host.process, wakeInMs(dueAtMs - localMs(world, region), region.machine), () => {
    if (host.dueAtMs !== dueAtMs) return;
    host.dueAtMs = Number.POSITIVE_INFINITY;
    if (host.wakeAtMs <= localMs(world, region)) tellRecoverer(world, region, { kind: "tick" });
    else wake(world, region);
  });
}

function act(world: World, region: Region, effect: RecovererEffect): void {
  const host = region.recoverer;
  if (effect.kind === "observe") {
    const atMs = localMs(world, region);
    const at = wallMs(world);
    observe(world, region, effect.parts, effect.deadlineMs, (parts) =>
      tellRecoverer(world, region, { kind: "observed", request: effect.request, world: { atMs, at, parts } }),
    );
  } else if (effect.kind === "journal") journal(world, region, effect);
  else if (effect.kind === "do") {
    if (effect.action !== "release") {
      world.judge.acts(region, effect.step, isIntended(host, effect.run, effect.step));
      if (!isAgreed(host, effect.run)) {
        world.judge.break("E12", `${region.name} takes the step ${effect.step} before a second person has agreed`);
      }
    }
    if (world.trace) world.note(region.place, `does ${effect.step} of ${effect.run} under epoch ${effect.epoch}`);
    lendHand(world, region, effect, (handed) => {
      const { call } = effect;
      if (handed.ok) tellRecoverer(world, region, { kind: "effect-done", call, detail: handed.detail });
      else tellRecoverer(world, region, { kind: "effect-failed", call, because: handed.because, final: handed.final });
    });
  } else if (effect.kind === "answer") {
    host.answered.set(effect.command, effect.outcome);
    const { outcome } = effect;
    if (world.trace) {
      world.note(
        region.place,
        outcome.kind === "accepted" ? `accepts: ${outcome.says}` : `refuses: ${outcome.because}`,
      );
    }
  } else if (world.trace) world.note(region.place, `tells ${effect.what}: ${effect.says}`);
}

function isIntended(host: RecovererHost, run: string, step: string): boolean {
  return (host.journals.get(run) ?? []).some((line) => line.kind === "intent" && line.step === step);
}

/** E12: somebody else than the one who began it has approved it, where that is wanted. */
function isAgreed(host: RecovererHost, run: string): boolean {
  const lines = host.journals.get(run) ?? [];
  const begun = lines.find((line) => line.kind === "begun");
  if (begun?.kind !== "begun" || !isSeconded(begun.plan)) return true;
  return lines.some((line) => line.kind === "approved" && line.who !== begun.who);
}

/** Durable, then answered; a crash in between leaves the line and tells nobody. */
function journal(world: World, region: Region, effect: Extract<RecovererEffect, { kind: "journal" }>): void {
  const host = region.recoverer;
  later(world.agenda, host.process, skewed(world.chance, 0.2, 6), () => {
    const run = effect.run ?? "";
    const lines = host.journals.get(run) ?? [];
    if (lines.length === 0) host.journals.set(run, lines);
    lines.push(effect.line);
    journalled(world, region, effect.line, run);
    later(world.agenda, host.process, 0.1, () =>
      tellRecoverer(world, region, { kind: "journalled", entry: effect.entry }),
    );
  });
}

function journalled(world: World, region: Region, line: JournalEntry, run: string): void {
  const host = region.recoverer;
  const begun = host.journals.get(run)?.find((one) => one.kind === "begun");
  const plan = begun?.kind === "begun" ? begun.plan.kind : "?";
  if (world.trace)
    world.note(
      region.place,
      `journal ${run}: ${JSON.stringify({ ...line, plan: undefined, at: undefined, atMs: undefined })}`,
    );
  if (line.kind === "approved" && plan === "resume") world.judge.decides(region);
  if (line.kind !== "ended") return;
  count(world.tally.runs, `${plan} ${line.outcome}`);
  world.judge.runEnded(region, plan, line.outcome);
}

export function localMs(world: World, region: Region): number {
  return shownMs(region.machine, world.agenda.nowMs);
}

export function wallMs(world: World): number {
  return Math.round(WALL_MS + world.agenda.nowMs);
}
