// Two regions and a witness, as small as the recoverer's tests need them: what is observed, what hands do, virtual time. The
// hands refuse older epochs as real ones do, and note whatever would have been unsafe (R2, R3) as broken.

import type { SeenDatabase, SeenLease, World, WorldPart, WorldParts } from "../plan/world.ts";
import type { Vote } from "../register.ts";
import type { Command, CommandOutcome, JournalEntry, RecovererEffect, RecovererEvent } from "./protocol.ts";
import { newRecoverer, type Recoverer, recover } from "./recoverer.ts";
import { RUN_RULES, type RunRules } from "./rules.ts";

export const SELF = "south";
export const PEER = "north";
const STILL_MS = 3_310;
const WALL_MS = 1_800_000_000_000;

type Pending = { atMs: number; order: number; event: RecovererEvent };

export type TestWorld = {
  nowMs: number;
  recoverer: Recoverer;
  rules: RunRules;
  wakeAtMs: number;
  queue: Pending[];
  order: number;
  journals: Map<string, JournalEntry[]>;
  effects: RecovererEffect[];
  broken: string[];
  answers: Map<string, CommandOutcome>;
  /** The voters' record. */
  epoch: number;
  holder: string;
  solo: boolean;
  wanted: boolean;
  /** The peer renews until then. */
  peerUpUntilMs: number;
  peerReachable: boolean;
  heard: [boolean, boolean, boolean];
  secondPerson: boolean;
  /** The first voter shows this epoch of the peer instead; null: it agrees with the others. */
  loneEpoch: number | null;
  guardianUp: boolean;
  held: boolean;
  open: boolean;
  contending: { above: number; solo: boolean } | null;
  database: SeenDatabase;
  peerDatabase: SeenDatabase | null;
  peerOpen: boolean;
  processes: WorldParts["processes"];
  errorShare: number | null;
  /** Actions that fail when done, with their reason; removed by the test. */
  failing: Map<string, { because: string; final: boolean }>;
  silent: Set<string>;
  /** The process dies before it carries out the effect with this number. */
  dieAt: number | null;
  effectsDone: number;
  /** Answers come twice, or in another order. */
  twice: boolean;
  delayMs: (order: number) => number;
};

const PRIMARY = {
  kind: "primary",
  writable: true,
  beatAgeMs: 300,
  recordedEpoch: 7,
  verifiedEpoch: 7,
  standby: { streaming: true, synchronous: true, lagMs: 0, lagBytes: 0 },
} as const satisfies SeenDatabase;
const STANDBY: SeenDatabase = { kind: "standby", streaming: true, lagMs: 0, lagBytes: 0, beatAgeMs: 400 };

export function testWorld(changes: Partial<TestWorld> = {}): TestWorld {
  const world: TestWorld = {
    nowMs: 50_000,
    secondPerson: false,
    recoverer: newRecoverer(SELF, PEER),
    rules: RUN_RULES,
    wakeAtMs: 0,
    queue: [],
    order: 0,
    journals: new Map(),
    effects: [],
    broken: [],
    answers: new Map(),
    epoch: 7,
    holder: PEER,
    solo: false,
    wanted: false,
    peerUpUntilMs: Number.POSITIVE_INFINITY,
    peerReachable: true,
    heard: [true, true, true],
    loneEpoch: null,
    guardianUp: true,
    held: false,
    open: false,
    contending: null,
    database: STANDBY,
    peerDatabase: PRIMARY,
    peerOpen: true,
    processes: {
      wanted: 9,
      running: 9,
      failing: [],
      accepting: true,
      answering: true,
      active: false,
      warmedEpoch: null,
      announcedRuns: [],
      tail: null,
    },
    errorShare: 0,
    failing: new Map(),
    silent: new Set(),
    dieAt: null,
    effectsDone: 0,
    twice: false,
    delayMs: () => 5,
    ...changes,
  };
  start(world);
  return world;
}

/** A process that starts, or starts again: all it has is the journals. */
export function start(world: TestWorld): void {
  world.recoverer = newRecoverer(SELF, PEER, { secondPerson: world.secondPerson });
  world.queue = [];
  world.dieAt = null;
  feed(world, { kind: "loaded", at: WALL_MS + world.nowMs, journals: [...world.journals.values()] });
}

export function feed(world: TestWorld, event: RecovererEvent): void {
  const chance = ((world.order * 2_654_435_761) % 1_000) / 1_000;
  const next = recover(world.recoverer, event, world.nowMs, chance, world.rules);
  world.recoverer = next.recoverer;
  world.wakeAtMs = next.wakeAtMs;
  for (const effect of next.effects) {
    world.effectsDone += 1;
    if (world.dieAt !== null && world.effectsDone >= world.dieAt) {
      start(world);
      return;
    }
    world.effects.push(effect);
    carryOut(world, effect);
  }
}

export function ask(world: TestWorld, id: string, command: Command): void {
  feed(world, { kind: "command", id, command });
}

/** Lets time pass until `until` holds; throws after `msMax` of virtual time. */
export function runUntil(world: TestWorld, until: (world: TestWorld) => boolean, msMax = 60_000): void {
  const endMs = world.nowMs + msMax;
  while (!until(world)) {
    if (world.nowMs >= endMs) {
      const { state } = world.recoverer;
      const because =
        "run" in state
          ? `${state.run.plan.steps[state.run.index]?.id}: ${state.run.because}`
          : world.recoverer.blockedBecause;
      throw new Error(`Not so within ${msMax} ms: ${until}. It is ${state.kind}: ${because}`);
    }
    step(world);
  }
}

export function runFor(world: TestWorld, ms: number): void {
  const endMs = world.nowMs + ms;
  while (world.nowMs < endMs) step(world, endMs);
}

function step(world: TestWorld, endMs = Number.POSITIVE_INFINITY): void {
  world.queue.sort((a, b) => a.atMs - b.atMs || a.order - b.order);
  const next = world.queue[0];
  const atMs = Math.min(
    next?.atMs ?? Number.POSITIVE_INFINITY,
    Math.max(world.wakeAtMs, world.nowMs + 1),
    world.nowMs + 1_000,
    endMs,
  );
  world.nowMs = Math.max(world.nowMs, atMs);
  live(world);
  if (next && next.atMs <= world.nowMs) {
    world.queue.shift();
    feed(world, next.event);
  } else feed(world, { kind: "tick" });
}

/** What the two regions do by themselves. */
function live(world: TestWorld): void {
  const still = world.nowMs - world.peerUpUntilMs;
  if (world.wanted && world.holder === PEER) world.peerUpUntilMs = Math.min(world.peerUpUntilMs, world.nowMs);
  const { contending } = world;
  const heard = world.heard.filter((one) => one).length;
  const own = world.holder === SELF;
  if (contending && world.guardianUp && heard >= 2 && !world.held) {
    // It gives way to another's newer record, not to its own.
    if (own || (world.epoch <= contending.above && still >= STILL_MS)) take(world, contending.solo);
  }
}

function take(world: TestWorld, solo: boolean): void {
  world.epoch += 1;
  world.holder = SELF;
  world.held = true;
  world.open = false;
  world.solo = solo;
  world.wanted = false;
  world.contending = null;
}

function lease(world: TestWorld): SeenLease | null {
  if (!world.guardianUp) return null;
  const stillMs = Math.max(0, world.holder === PEER ? world.nowMs - world.peerUpUntilMs : world.held ? 0 : world.nowMs);
  const marks = { solo: world.solo, wanted: world.wanted };
  const heard = world.heard.filter((one) => one).length;
  return {
    region: SELF,
    incarnation: "south-1",
    state: world.held ? "held" : world.contending ? "contending" : "passive",
    epoch: world.epoch,
    holder: heard >= 2 ? world.holder : null,
    remainingMs: world.held ? 2_500 : null,
    open: world.open,
    solo: world.solo ? { marked: heard, unmarked: 0 } : { marked: 0, unmarked: heard },
    wanted: world.wanted ? heard : 0,
    stillMs: world.heard.map((one) => (one ? stillMs + 100 : null)),
    votes: world.heard.map((one, voter): Vote => {
      if (!one) return { kind: "abstains", because: "it can't be reached" };
      const lone = voter === 0 ? world.loneEpoch : null;
      const [epoch, holder] = lone === null ? [world.epoch, world.holder] : [lone, PEER];
      return { kind: "register", register: { format: 2, epoch, holder, incarnation: "x", beat: 1, marks } };
    }),
    seenPeerIncarnation: "north-1",
    because: "so the test says",
  };
}

function observe(world: TestWorld, parts: readonly WorldPart[]): World {
  const up = world.nowMs <= world.peerUpUntilMs && world.peerReachable;
  const own = lease(world);
  const ways: { [P in WorldPart]: () => WorldParts[P] | null } = {
    lease: () => own,
    database: () => world.database,
    peer: () => ({
      guardian: up,
      console: up,
      collector: up,
      lease: up
        ? {
            ...(lease(world) ?? fakeLease()),
            region: PEER,
            state: world.holder === PEER ? "held" : "passive",
            open: world.peerOpen,
          }
        : null,
      database: up || world.peerDatabase !== PRIMARY ? world.peerDatabase : null,
      lakeAgeMs: up ? 3_000 : null,
      behindEvents: up ? 4 : null,
      behindMs: up ? 20 : null,
    }),
    edge: () => ({ active: up ? PEER : null, epoch: world.epoch, errorShare: world.errorShare }),
    lake: () => ({ advancedMs: 4_000, atRiskEvents: 0 }),
    processes: () => ({ ...world.processes, active: world.held && world.open }),
  };
  const seen: World = { atMs: world.nowMs, at: WALL_MS + world.nowMs, parts: {} };
  for (const part of parts) Object.assign(seen.parts, { [part]: ways[part]() });
  return seen;
}

const fakeLease = (): SeenLease => lease(testWorld()) as SeenLease;

function carryOut(world: TestWorld, effect: RecovererEffect): void {
  if (effect.kind === "observe")
    answer(world, { kind: "observed", request: effect.request, world: observe(world, effect.parts) });
  else if (effect.kind === "journal") {
    const name = effect.run ?? "";
    world.journals.set(name, [...(world.journals.get(name) ?? []), effect.line]);
    answer(world, { kind: "journalled", entry: effect.entry });
  } else if (effect.kind === "answer") world.answers.set(effect.command, effect.outcome);
  else if (effect.kind === "do") lend(world, effect);
}

type Do = Extract<RecovererEffect, { kind: "do" }>;

function lend(world: TestWorld, effect: Do): void {
  if (world.silent.has(effect.action)) return;
  if (
    effect.step !== "release" &&
    !(world.journals.get(effect.run) ?? []).some((line) => line.kind === "intent" && line.step === effect.step)
  ) {
    world.broken.push(`R6: ${effect.step} was done before its intent was durable`);
  }
  const failing = world.failing.get(effect.action);
  const refused = failing ? failing : hand(world, effect);
  const { call } = effect;
  if (refused === null) answer(world, { kind: "effect-done", call, detail: "" });
  else answer(world, { kind: "effect-failed", call, ...refused });
}

const no = (because: string, final = false) => ({ because, final });

function hand(
  world: TestWorld,
  { action, epoch, run, with: { above, solo } }: Do,
): { because: string; final: boolean } | null {
  const fenced = world.held && world.epoch === epoch;
  switch (action) {
    case "contend":
      if (!world.guardianUp) return no("the guardian doesn't answer");
      if (!world.held) world.contending = { above, solo };
      return null;
    case "release":
      world.contending = null;
      world.held = false;
      return null;
    case "yield":
      if (world.holder !== PEER || world.epoch !== above) return no(`the epoch is ${world.epoch}`);
      world.peerDatabase = {
        kind: "down",
        onDisk: "primary",
        stoppedCleanly: true,
        endsInPeerHistory: null,
        tailListed: false,
        because: "stopped",
      };
      take(world, solo);
      return null;
    case "evict":
      world.wanted = true;
      return null;
    case "promote":
      if (!fenced)
        return refuseStale(
          world,
          `promoted under epoch ${epoch} while ${world.epoch} was ${world.held ? "held" : "not held"}`,
        );
      world.database = { ...PRIMARY, recordedEpoch: epoch, verifiedEpoch: null, standby: null };
      return null;
    case "verify":
      if (world.database.kind !== "primary") return no("it isn't a primary");
      world.database = { ...world.database, verifiedEpoch: epoch, recordedEpoch: epoch };
      return null;
    case "open":
      if (!fenced) return refuseStale(world, `opened under epoch ${epoch}`);
      if (world.database.kind !== "primary" || world.database.verifiedEpoch !== epoch)
        world.broken.push("R2: opened before it was verified");
      world.open = true;
      return null;
    case "scale":
      return null;
    case "warm":
      world.processes = { ...world.processes, warmedEpoch: epoch };
      return null;
    case "announce":
      world.processes = { ...world.processes, announcedRuns: [...world.processes.announcedRuns, run] };
      return null;
    case "list-tail":
      if (world.database.kind === "down") world.database = { ...world.database, tailListed: true };
      return null;
    case "keep-former":
      if (world.database.kind === "down" && world.database.onDisk === "primary" && !world.database.tailListed)
        world.broken.push("the tail wasn't listed");
      world.database = {
        kind: "down",
        onDisk: "absent",
        stoppedCleanly: null,
        endsInPeerHistory: null,
        tailListed: false,
        because: "kept aside",
      };
      return null;
    case "rebuild":
    case "follow":
      world.database = STANDBY;
      world.solo = false;
      return null;
    case "readmit-voter":
      world.heard = [true, true, true];
      return null;
    default:
      return no(`nobody can ${action}`);
  }
}

/** The receivers refuse older epochs; that it was tried at all isn't broken, since the world moves on. */
function refuseStale(world: TestWorld, what: string): { because: string; final: boolean } {
  return no(`${what}; the epoch is ${world.epoch}`);
}

function answer(world: TestWorld, event: RecovererEvent): void {
  const order = world.order;
  world.order += 1;
  world.queue.push({ atMs: world.nowMs + world.delayMs(order), order, event });
  if (world.twice) world.queue.push({ atMs: world.nowMs + 3 * world.delayMs(order + 1), order: order + 0.5, event });
}

export const isIdle = ({ recoverer }: TestWorld): boolean =>
  (recoverer.state.kind === "watching" || recoverer.state.kind === "suspecting") && recoverer.history.length > 0;

export const lines = (world: TestWorld, run?: string): JournalEntry[] =>
  [...world.journals].filter(([name]) => name !== "" && (run === undefined || name === run)).flatMap(([, all]) => all);
