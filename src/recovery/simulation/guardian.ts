// The guardian of a simulated region: drives the real keeper, its database's synchrony and its deep health, as the process does.

import { deepHealth } from "../detector/deep-health.ts";
import type { Confirmation } from "../lease/gate.ts";
import {
  type Keeper,
  type KeeperEffect,
  type KeeperEvent,
  keep,
  newKeeper,
  type Voter as VoterIndex,
} from "../lease/keeper.ts";
import { LEASE_TIMES } from "../lease/times.ts";
import { type LeaseView, leaseView } from "../lease/view.ts";
import type { Register, Vote } from "../register.ts";
import { nextSynchronyStep, type Seen, type Watched } from "../synchrony.ts";
import { later } from "./agenda.ts";
import { between, draw, skewed } from "./chance.ts";
import { isPrimaryUp, setWaiting, stop } from "./database.ts";
import { isUp, type Process, shownMs, wakeInMs } from "./machine.ts";
import { send } from "./network.ts";
import { killPart } from "./supervisor.ts";
import { countKeeper } from "./tally.ts";
import { setVoter, voteOf } from "./voter.ts";
import { stopNow, untilOf } from "./watchdog.ts";
import { placeOfVoter, type Region, type World } from "./world.ts";

export type Guardian = {
  process: Process;
  /** Null until it has started once; a dead guardian's is only its memory's ghost. */
  keeper: Keeper | null;
  runs: number;
  /** What its clock shows when the keeper wants to be woken, and the earliest wake that is already due. */
  wakeAtMs: number;
  dueAtMs: number;
  confirmsAsked: number;
  confirms: Map<string, (confirmation: Confirmation) => void>;
  watched: Watched | undefined;
  beatAtMs: number | null;
  watchdogHeardAtMs: number;
  heldEpoch: number;
  /** How many more effects until the process dies between two of them; null: it doesn't. */
  diesIn: number | null;
  /** Real time until which it was last seen open, and under which epoch: for the post-conditions of finished plans. */
  openSeen: { atMs: number; epoch: number };
};

const LOOK_MS = 500;
/** Under a lease until the first heartbeat has landed. */
const STARTING_LOOK_MS = 100;
const WATCHDOG_SILENT_MS_MAX = 1_500;
const ENTRY_BYTES = 200;
const BEAT_EVERY_LOOKS = 2;

export function makeGuardian(process: Process): Guardian {
  return {
    process,
    keeper: null,
    runs: 0,
    wakeAtMs: 0,
    dueAtMs: Number.POSITIVE_INFINITY,
    confirmsAsked: 0,
    confirms: new Map(),
    watched: undefined,
    beatAtMs: null,
    watchdogHeardAtMs: 0,
    heldEpoch: 0,
    diesIn: null,
    openSeen: { atMs: 0, epoch: 0 },
  };
}

export function startGuardian(world: World, region: Region): void {
  const { guardian } = region;
  const nowMs = shownMs(region.machine, world.agenda.nowMs);
  guardian.runs++;
  guardian.keeper = newKeeper(region.name, `${region.name[0]}${guardian.runs}`, nowMs);
  guardian.dueAtMs = Number.POSITIVE_INFINITY;
  guardian.confirms.clear();
  guardian.watched = undefined;
  guardian.beatAtMs = null;
  guardian.watchdogHeardAtMs = nowMs;
  guardian.heldEpoch = 0;
  tell(world, region, { kind: "tick" });
  later(world.agenda, guardian.process, between(world.chance, 1, LOOK_MS), () => look(world, region, 0));
}

/** Null while the guardian doesn't answer. */
export function viewOf(world: World, region: Region): LeaseView | null {
  const { guardian, machine } = region;
  if (guardian.keeper === null || !isUp(guardian.process)) return null;
  return leaseView(guardian.keeper, shownMs(machine, world.agenda.nowMs));
}

/** One event into the keeper, its effects into the world. */
export function tell(world: World, region: Region, told: KeeperEvent): string | null {
  const event = world.engine.wantedSeen ? told : unwanted(told);
  const { guardian, machine } = region;
  const before = guardian.keeper as Keeper;
  countKeeper(world.tally, before.kind, event.kind);
  const nowMs = shownMs(machine, world.agenda.nowMs);
  const { keeper, effects, wakeAtMs } = keep(before, event, nowMs, draw(world.chance), world.engine.leaseRules);
  guardian.keeper = keeper;
  if (keeper.kind !== before.kind) changed(world, region, before, keeper);
  if (keeper.kind === "held") {
    judgeRenewal(world, region, before, keeper, nowMs);
    if (keeper.tenure.epoch !== guardian.heldEpoch) {
      guardian.heldEpoch = keeper.tenure.epoch;
      world.judge.holds(region, keeper.tenure.epoch, keeper.incarnation);
    }
    if (keeper.gate === "open") {
      guardian.openSeen.atMs = world.agenda.nowMs;
      guardian.openSeen.epoch = keeper.tenure.epoch;
    }
  }
  let refused: string | null = null;
  for (const effect of effects) {
    if (guardian.diesIn !== null && guardian.diesIn-- <= 0) {
      guardian.diesIn = null;
      killPart(world, region, "guardian");
      return refused;
    }
    if (effect.kind === "refused" && effect.event === event.kind) refused = effect.because;
    act(world, region, effect);
  }
  guardian.wakeAtMs = wakeAtMs;
  wake(world, region, nowMs);
  return refused;
}

function judgeRenewal(
  world: World,
  region: Region,
  before: Keeper,
  after: Keeper & { kind: "held" },
  nowMs: number,
): void {
  if (before.kind !== "held" || before.tenure.epoch !== after.tenure.epoch) return;
  const lapsedMs = nowMs - before.tenure.untilMs;
  if (lapsedMs < 0 || after.tenure.untilMs <= nowMs) return;
  world.judge.break(
    "L3",
    `${region.name} renews epoch ${after.tenure.epoch}, whose lease ran out ${Math.round(lapsedMs)} ms ago`,
  );
}

/** What a guardian hears that doesn't know of the mark. */
function unwanted(event: KeeperEvent): KeeperEvent {
  const without = (register: Register): Register => ({ ...register, marks: { ...register.marks, wanted: false } });
  if (event.kind === "voter-read" && event.vote.kind === "register") {
    return { ...event, vote: { kind: "register", register: without(event.vote.register) } };
  }
  return event.kind === "voter-set" && event.outcome === "differs"
    ? { ...event, present: without(event.present) }
    : event;
}

/** One wake-up is due at a time; a later wish waits for it. */
function wake(world: World, region: Region, nowMs: number): void {
  const { guardian, machine } = region;
  if (guardian.wakeAtMs >= guardian.dueAtMs || guardian.wakeAtMs === Number.POSITIVE_INFINITY) return;
  const dueAtMs = guardian.wakeAtMs;
  guardian.dueAtMs = dueAtMs;
  later(world.agenda, guardian.process, wakeInMs(dueAtMs - nowMs, machine), () => {
    if (guardian.dueAtMs !== dueAtMs) return;
    guardian.dueAtMs = Number.POSITIVE_INFINITY;
    const now = shownMs(machine, world.agenda.nowMs);
    if (guardian.wakeAtMs <= now) tell(world, region, { kind: "tick" });
    else wake(world, region, now);
  });
}

function changed(world: World, region: Region, before: Keeper, after: Keeper): void {
  world.tally.roles++;
  if (world.trace) world.note(region.place, `keeper: ${before.kind} -> ${after.kind} (${after.because})`);
}

function act(world: World, region: Region, effect: KeeperEffect): void {
  const { guardian } = region;
  if (effect.kind === "read") readVoter(world, region, effect.voter, effect.request);
  else if (effect.kind === "set") sendSet(world, region, effect.voter, effect.request, effect.expected, effect.next);
  else if (effect.kind === "confirmed" || effect.kind === "unconfirmed") {
    const heard = guardian.confirms.get(effect.id);
    guardian.confirms.delete(effect.id);
    heard?.(effect);
  } else if (effect.kind === "watchdog") {
    const { epoch, untilMs } = effect;
    send(world.network, region.place, region.place, region.watchdog.process, () => {
      if (!untilOf(world, region, { epoch, untilMs })) return;
      send(world.network, region.place, region.place, guardian.process, () => {
        guardian.watchdogHeardAtMs = shownMs(region.machine, world.agenda.nowMs);
      });
    });
  } else if (effect.kind === "watchdog-stop") {
    send(world.network, region.place, region.place, region.watchdog.process, () => stopNow(world, region));
  } else if (effect.kind === "stop-database") {
    const { life } = guardian.process;
    stop(world, region.database, effect.mode, (clean) => {
      if (guardian.process.life !== life) return;
      later(world.agenda, guardian.process, 0.1, () => tell(world, region, { kind: "database-stopped", clean }));
    });
  } else if (effect.kind === "say" && world.trace) {
    world.note(region.place, `says ${effect.event} ${JSON.stringify(effect.details)}`);
  }
}

function readVoter(world: World, region: Region, voter: VoterIndex, request: number): void {
  const { network, agenda, voters } = world;
  const asked = voters[voter];
  const { process } = region.guardian;
  const answered = (vote: Vote): void => {
    tell(world, region, { kind: "voter-read", voter, request, vote });
  };
  later(agenda, process, LEASE_TIMES.voterMsMax, () => {
    if (isAsked(region, voter, request)) answered({ kind: "abstains", because: "it doesn't answer" });
    else agenda.happened--;
  });
  send(network, region.place, placeOfVoter(voter), asked.process, () => {
    const vote = voteOf(world, asked);
    send(network, placeOfVoter(voter), region.place, process, () => answered(vote));
  });
}

function sendSet(
  world: World,
  region: Region,
  voter: VoterIndex,
  request: number,
  expected: Register,
  next: Register,
): void {
  if (next.holder !== region.name) world.judge.grants(region, next.epoch);
  const { network, agenda, voters } = world;
  const asked = voters[voter];
  const { process } = region.guardian;
  const back = (event: KeeperEvent): void =>
    send(network, placeOfVoter(voter), region.place, process, () => {
      tell(world, region, event);
    });
  later(agenda, process, LEASE_TIMES.voterMsMax, () => {
    if (isAsked(region, voter, request)) tell(world, region, { kind: "voter-set", voter, request, outcome: "silent" });
    else agenda.happened--;
  });
  send(network, region.place, placeOfVoter(voter), asked.process, () =>
    setVoter(world, asked, expected, next, (outcome) => {
      if (outcome === null) back({ kind: "voter-set", voter, request, outcome: "silent", because: "it abstains" });
      else if (outcome.kind === "set") back({ kind: "voter-set", voter, request, outcome: "set" });
      else back({ kind: "voter-set", voter, request, outcome: "differs", present: outcome.present });
    }),
  );
}

function isAsked(region: Region, voter: VoterIndex, request: number): boolean {
  return region.guardian.keeper?.heard[voter].asked?.request === request;
}

/** `POST /lease/confirm`, asked by the console; runs `heard` in the guardian's process at the moment of its decision. */
export function confirmAt(
  world: World,
  region: Region,
  epoch: number,
  heard: (confirmation: Confirmation) => void,
): void {
  const { guardian } = region;
  send(world.network, region.place, region.place, guardian.process, () => {
    const id = String(guardian.confirmsAsked++);
    guardian.confirms.set(id, (confirmation) =>
      send(world.network, region.place, region.place, region.console, () => heard(confirmation)),
    );
    tell(world, region, { kind: "confirm", id, epoch });
  });
}

/** Twice a second: heartbeat, synchrony, deep health. */
function look(world: World, region: Region, looks: number): void {
  const { guardian, machine } = region;
  const nowMs = shownMs(machine, world.agenda.nowMs);
  const kind = guardian.keeper?.kind;
  if (kind === "held" || kind === "yielding") {
    if (looks % BEAT_EVERY_LOOKS === 0 || guardian.beatAtMs === null) beat(world, region);
    if (isPrimaryUp(region.database) && region.database.process.state === "running") {
      keepSynchrony(world, region, nowMs);
    }
    tell(world, region, { kind: "health", ...healthOf(world, region, nowMs) });
  } else guardian.watched = undefined;
  const starting = kind === "held" && guardian.beatAtMs === null;
  const nextMs = starting ? STARTING_LOOK_MS : LOOK_MS;
  later(world.agenda, guardian.process, nextMs / machine.rate, () => look(world, region, looks + 1));
}

/** A heartbeat waits for no standby. */
function beat(world: World, region: Region): void {
  const { database, guardian } = region;
  later(
    world.agenda,
    database.process,
    skewed(world.chance, 0.5, world.agenda.nowMs < database.slowUntilMs ? 3_000 : 20),
    () => {
      if (!isPrimaryUp(database)) return;
      later(world.agenda, guardian.process, 0.1, () => {
        guardian.beatAtMs = shownMs(region.machine, world.agenda.nowMs);
      });
    },
  );
}

function healthOf(_world: World, region: Region, nowMs: number): { ok: boolean; because: string } {
  const { guardian, database } = region;
  if (region.pretends !== null) return { ok: region.pretends, because: "its health check lies" };
  const answers = database.state === "up" && database.process.state === "running";
  if (!answers) guardian.beatAtMs = null;
  const health = deepHealth({
    database: !answers ? "down" : database.role === "primary" ? "primary" : "standby",
    beatAgeMs: guardian.beatAtMs === null ? null : nowMs - guardian.beatAtMs,
    waitingForStandby: false,
    watchdogAnswers: nowMs - guardian.watchdogHeardAtMs <= WATCHDOG_SILENT_MS_MAX,
    lakeAgeMs: null,
    peerLakeAgeMs: null,
  });
  return health.ok ? { ok: true, because: "" } : health;
}

function keepSynchrony(world: World, region: Region, nowMs: number): void {
  const { guardian, database } = region;
  const { stream } = database;
  const { solo } = leaseView(guardian.keeper as Keeper, nowMs);
  const seen: Seen = {
    waiting: database.waiting,
    standby:
      stream === null
        ? undefined
        : {
            streaming: stream.heard > 0,
            synchronous: database.waiting && stream.heard > 0,
            heard: `${stream.connection}/${stream.heard}`,
            behindBytes: Math.max(0, database.entries.length - stream.flushed) * ENTRY_BYTES,
            flushedBytes: stream.flushed * ENTRY_BYTES,
          },
    marked: solo.marked,
    unmarked: solo.unmarked,
  };
  const { step, watched } = nextSynchronyStep(seen, guardian.watched, nowMs);
  guardian.watched = watched;
  if (step === "none") return;
  if (world.trace) world.note(region.place, `synchrony: ${step} (marked ${solo.marked}, unmarked ${solo.unmarked})`);
  if (step === "mark-solo") tell(world, region, { kind: "mark", solo: true });
  else if (step === "clear-mark") tell(world, region, { kind: "mark", solo: false });
  else if (step === "go-alone") setWaiting(world, database, false);
  else if (step === "be-synchronous") setWaiting(world, database, true);
  else {
    // A checkpoint asked for now ends with the setting in force.
    later(world.agenda, database.process, skewed(world.chance, 2, 600), () => {
      if (!database.waiting) return;
      database.waits = true;
      later(world.agenda, guardian.process, 0.1, () => {
        if (guardian.watched !== undefined) guardian.watched.proven = true;
      });
    });
  }
}
