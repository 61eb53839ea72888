// The keeper of a region's lease: what a guardian knows of the three voters, and what it does about it. Sans I/O: events in,
// effects out, time and chance as arguments; plain data that survives JSON. SPEC.md part 3 says why it is safe.

import type { RegionName } from "../../core/origin.ts";
import type { Register, Vote } from "../register.ts";
import { settleContending, settlePassive } from "./contention.ts";
import { settleEnding, settleYielding } from "./handing-over.ts";
import { end, hasLapsed, isDisplaced, isWanted, settleRenewal, sickness } from "./renewal.ts";
import { LEASE_RULES } from "./rules.ts";
import { UNHEARD } from "./stillness.ts";
import { type Cell, TABLE } from "./table.ts";
import type { Turn } from "./turn.ts";
import { wakeAtMs } from "./wake.ts";

/** In the order of the installation: its two regions, then the witness. */
export type Voter = 0 | 1 | 2;

/** What is known of one voter. */
export type Heard = {
  /** As it said last; null before it ever did. */
  last: Register | null;
  /** Why it can't be counted now: silent, abstaining, or moved backwards. Null while it answers. */
  because: string | null;
  /** V5: it showed less than it had shown before. It abstains until it shows as much again. */
  backwards: boolean;
  /** When the answer came that first showed this owner and beat; the voter has stood still since. */
  stillSinceMs: number;
  answeredAtMs: number;
  /** The request that it hasn't answered yet; `next` is null when it was only read. */
  asked: { request: number; sentAtMs: number; next: Register | null } | null;
};

/** A write of one owner and beat to several voters at once. */
export type Round = {
  epoch: number;
  beat: number;
  /** L1: the moment before the first of its messages was sent. */
  sentAtMs: number;
  /** Of each voter: the request that belongs to this round, whether its answer counts, and whether it answered "set" and counts. */
  requests: readonly [number | null, number | null, number | null];
  counts: readonly [boolean, boolean, boolean];
  set: readonly [boolean, boolean, boolean];
  /** How often a voter's unexpected answer was met with another request in this round. */
  resent: number;
};

export type Confirm = { id: string; epoch: number; askedAtMs: number };

/** The right to write, and how it is kept. */
export type Tenure = {
  epoch: number;
  /** The epoch that it began with; `epoch` grows when a higher one is met. */
  takenEpoch: number;
  untilMs: number;
  takenAtMs: number;
  /** When the last round was sent that got two answers. */
  countedSentAtMs: number;
  /** What the next round writes; above `epoch` once a higher one was met (L8). */
  nextEpoch: number;
  beat: number;
  solo: boolean;
  round: Round | null;
  /** L7: they join the next round to begin. */
  waiting: readonly Confirm[];
  /** Those that joined the present round. */
  joined: readonly Confirm[];
  /** Until when the watchdog was told that PostgreSQL may run. */
  toldUntilMs: number;
};

export type Common = {
  region: RegionName;
  incarnation: string;
  heard: readonly [Heard, Heard, Heard];
  nextRequest: number;
  /** When the voters are read or written next. */
  nextAskAtMs: number;
  /** No attempt to take an epoch before this. */
  retryAtMs: number;
  /** The highest epoch that this run has held or given away. It is never renewed or adopted again. */
  pastEpoch: number;
  /** Until when a region that stopped because it was sick stays away; 0 when it needn't. */
  awayUntilMs: number;
  /** How many starts in a row never became healthy. */
  startsFailed: number;
  /** When it has something to do at the latest. */
  wakeAtMs: number;
  /** The state in words: why it is as it is. */
  because: string;
};

/** What a contender is after: its own record again, one that was given to it, or another's. */
export type Aim =
  | { kind: "retake"; solo: boolean }
  | { kind: "adopt"; epoch: number; solo: boolean }
  | { kind: "displace"; why: string; above: number; solo: boolean; overSolo?: boolean };

/** Whether relational writes are let in. After a re-take they are as soon as the region is healthy; else a plan says so. */
export type Gate = "open" | "closed" | "when-healthy";

export type Passive = Common & { kind: "passive" };
export type Contending = Common & { kind: "contending"; aim: Aim; round: Round | null };
export type Held = Common & {
  kind: "held";
  tenure: Tenure;
  gate: Gate;
  health: { ok: boolean; sinceMs: number; because: string };
  /** Whether it has been healthy since it took the lease, or since its database was last started. */
  healthyOnce: boolean;
};
/** Renewing until the database has stopped cleanly; then the lease is given up and the receiver's name is written. */
export type Yielding = Common & {
  kind: "yielding";
  tenure: Tenure;
  to: RegionName;
  toIncarnation: string;
  sinceMs: number;
  /** As it was before, for when the hand-over is given up. */
  gate: Gate;
  stopped: boolean;
};
/** Without a lease, and not yet passive: its database is being stopped, or the receiver's name is being written. */
export type Ending = Common & {
  kind: "ending";
  epoch: number;
  task:
    | {
        kind: "stop";
        mode: "fast" | "immediate";
        /** The end of the lease: a database that hasn't stopped by then is stopped at once. */
        untilMs: number;
        againAtMs: number;
      }
    | { kind: "grant"; to: RegionName; toIncarnation: string; round: Round; untilMs: number };
};
export type Keeper = Passive | Contending | Held | Yielding | Ending;

export type KeeperEvent =
  /** Time has passed; send one at `wakeAtMs`, or sooner. */
  | { kind: "tick" }
  | { kind: "voter-read"; voter: Voter; request: number; vote: Vote }
  | { kind: "voter-set"; voter: Voter; request: number; outcome: "set" }
  | { kind: "voter-set"; voter: Voter; request: number; outcome: "differs"; present: Register }
  | { kind: "voter-set"; voter: Voter; request: number; outcome: "silent"; because?: string }
  /** The deep health of this region. A probe that doesn't answer in time is the driver's to report as bad. */
  | { kind: "health"; ok: boolean; because: string }
  /** A plan asks to displace the holder of an epoch not above `above`; `overSolo`: even where a voter says that it wrote alone. */
  | { kind: "contend"; why: string; above: number; solo: boolean; overSolo?: boolean }
  | { kind: "disarm" }
  | { kind: "open"; epoch: number }
  | { kind: "close"; epoch: number }
  | { kind: "mark"; solo: boolean }
  | { kind: "yield"; epoch: number; to: RegionName; incarnation: string }
  | { kind: "resign"; epoch: number; because: string }
  /** A write of this epoch has been committed: may it be answered? */
  | { kind: "confirm"; id: string; epoch: number }
  | { kind: "database-stopped"; clean: boolean };

export type KeeperEffect =
  | { kind: "read"; voter: Voter; request: number }
  | { kind: "set"; voter: Voter; request: number; expected: Register; next: Register }
  | { kind: "confirmed"; id: string; epoch: number }
  | { kind: "unconfirmed"; id: string; because: string }
  /** PostgreSQL may run as a primary until then, on the clock that `nowMs` is read from. */
  | { kind: "watchdog"; epoch: number; untilMs: number }
  /** From now on it may not. */
  | { kind: "watchdog-stop" }
  /** Answered by `database-stopped`, also when it wasn't running. May come again: it converges. */
  | { kind: "stop-database"; mode: "fast" | "immediate" }
  /** The event was asked for by somebody and isn't done; nothing has changed. */
  | { kind: "refused"; event: KeeperEvent["kind"]; because: string }
  | { kind: "say"; event: string; details: Record<string, string | number | boolean | null> };

export type Kept = { keeper: Keeper; effects: readonly KeeperEffect[]; wakeAtMs: number };

const NOTHING: readonly KeeperEffect[] = [];

/** A guardian's run begins: it knows nothing, and asks at once. */
export function newKeeper(region: RegionName, incarnation: string, nowMs: number): Keeper {
  return {
    kind: "passive",
    region,
    incarnation,
    heard: [UNHEARD, UNHEARD, UNHEARD],
    nextRequest: 1,
    nextAskAtMs: nowMs,
    retryAtMs: nowMs,
    pastEpoch: 0,
    awayUntilMs: nowMs,
    startsFailed: 0,
    wakeAtMs: nowMs,
    because: "it has just started and asks the voters",
  };
}

/**
 * One turn: an event, and whatever has become due since the last one. `nowMs` is monotonic and never goes back; `chance` is
 * drawn anew for each event, from 0 up to 1. Production leaves `rules` out.
 */
export function keep(before: Keeper, event: KeeperEvent, nowMs: number, chance: number, rules = LEASE_RULES): Kept {
  if (event.kind === "tick" && nowMs < before.wakeAtMs) {
    return { keeper: before, effects: NOTHING, wakeAtMs: before.wakeAtMs };
  }
  const turn: Turn = { nowMs, chance, rules, effects: [] };
  // L3: whatever the event says, a lease that has run out comes first.
  const present = endIfOver(before, turn);
  const cell = TABLE[present.kind][event.kind] as Cell<Keeper["kind"], KeeperEvent["kind"]>;
  const keeper = settle(cell.act(present as never, event as never, turn), turn);
  const nextMs = wakeAtMs(keeper, nowMs, rules);
  return {
    keeper: keeper.wakeAtMs === nextMs ? keeper : { ...keeper, wakeAtMs: nextMs },
    effects: turn.effects,
    wakeAtMs: nextMs,
  };
}

function settle(keeper: Keeper, turn: Turn): Keeper {
  if (keeper.kind === "passive") return settlePassive(keeper, turn);
  if (keeper.kind === "contending") return settleContending(keeper, turn);
  if (keeper.kind === "ending") return settleEnding(keeper, turn);
  if (isDisplaced(keeper)) return end(keeper, "immediate", "two voters name another holder and a higher epoch", turn);
  return keeper.kind === "yielding" ? settleYielding(keeper, turn) : stopIfMust(settleRenewal(keeper, turn), turn);
}

function endIfOver(keeper: Keeper, turn: Turn): Keeper {
  if (keeper.kind !== "held" && keeper.kind !== "yielding") return keeper;
  if (!hasLapsed(keeper, turn)) return keeper;
  return end(
    keeper,
    "immediate",
    `the lease of epoch ${keeper.tenure.epoch} ran out before two voters renewed it`,
    turn,
  );
}

/** The two reasons to stop although it could renew: two voters want it to, or it has been sick for too long. */
function stopIfMust(keeper: Held, turn: Turn): Keeper {
  if (isWanted(keeper)) return end(keeper, "fast", "two voters carry the mark `wanted`", turn);
  const sick = sickness(keeper, turn);
  if (sick === undefined) return keeper;
  const awayUntilMs = turn.nowMs + turn.rules.times.sickMs;
  const startsFailed = keeper.healthyOnce ? 0 : keeper.startsFailed + 1;
  return { ...end(keeper, "immediate", sick, turn), awayUntilMs, startsFailed };
}
