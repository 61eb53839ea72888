// From signals to a decision: what is wrong, for how many looks in a row, and whether that is enough (R7: hysteresis, dwell).
// The voters decide a loss and are what the fence waits for, so being early costs nothing and being late costs seconds.

import type { RegionName } from "../../core/origin.ts";
import { isPrimaryHere, newestRecord, votersHeard } from "../plan/conditions.ts";
import { renews } from "../plan/situation.ts";
import type { Sight } from "../plan/world.ts";
import { DETECTOR_LIMITS, type DetectorLimits, judgeSignals, SIGNAL_NAMES, SIGNALS, type Signals } from "./signals.ts";

/**
 * `serving`: this region holds an open lease. `starting`: it holds one, and its PostgreSQL isn't up yet. `fine`: the other one renews. `blind`: this region can't tell, for want of its own
 * guardian or of two voters. `lost`: nobody renews. `idle`: two voters name this region, and it doesn't serve. `sick`: the
 * holder renews but doesn't serve.
 */
export type Condition = "serving" | "starting" | "fine" | "blind" | "lost" | "idle" | "sick";

/** What calls for a plan. */
export type TroubleKind = "lost" | "idle" | "sick";

/** How many looks in a row, and for how long, before a trouble is acted on. */
export const HYSTERESIS: Record<TroubleKind, { looksMin: number; sinceMsMin: number }> = {
  // Three missing beats are three looks already; two more make sure that it isn't this process that stood still.
  lost: { looksMin: 3, sinceMsMin: 200 },
  // A guardian takes its own record again by itself, and opens it once PostgreSQL has started.
  idle: { looksMin: 4, sinceMsMin: 2_000 },
  sick: { looksMin: 20, sinceMsMin: 15_000 },
};
/** Good looks in a row that clear a trouble. */
const CLEAR_LOOKS = 3;
/** No automatic change of role within this time after the last one. */
export const DWELL_MS = 10_000;

export type Trouble = { kind: TroubleKind; sinceMs: number; looks: number; goodLooks: number };

export type Detector = {
  condition: Condition;
  signals: Signals;
  /** Looks in a row with the state that a signal has now. */
  looks: Record<string, number>;
  trouble: Trouble | null;
  /** The region that two voters named last, and when that changed while this process looked. */
  holder: RegionName | null;
  roleChangedAtMs: number | null;
  /** What the other region had alone when it was last seen. */
  loss: { events: number | null; ms: number | null };
};

export const newDetector = (): Detector => ({
  condition: "blind",
  signals: Object.fromEntries(SIGNAL_NAMES.map((name) => [name, "unknown"])) as Signals,
  looks: {},
  trouble: null,
  holder: null,
  roleChangedAtMs: null,
  loss: { events: null, ms: null },
});

type Who = { self: RegionName; peer: RegionName };

/** One look. */
export function detect(
  before: Detector,
  sight: Sight,
  who: Who,
  nowMs: number,
  limits: DetectorLimits = DETECTOR_LIMITS,
): Detector {
  const signals = judgeSignals(sight, who, nowMs, limits);
  const looks: Record<string, number> = {};
  for (const name of SIGNAL_NAMES) {
    looks[name] = signals[name] === before.signals[name] ? (before.looks[name] ?? 0) + 1 : 1;
  }
  const condition = conditionOf(sight, who, signals, limits);
  const holder = sight.lease.value?.holder ?? before.holder;
  const changed = before.holder !== null && holder !== before.holder;
  return {
    condition,
    signals,
    looks,
    trouble: nextTrouble(before.trouble, condition, nowMs),
    holder,
    roleChangedAtMs: changed ? nowMs : before.roleChangedAtMs,
    loss: lossOf(sight, who) ?? before.loss,
  };
}

function conditionOf(
  { lease: { value: lease }, database }: Sight,
  { self }: Who,
  signals: Signals,
  limits: DetectorLimits,
): Condition {
  if (lease === null) return "blind";
  // A database that doesn't come up isn't helped by a plan: the guardian gives the lease up then.
  const up = database.value !== null && database.value.kind !== "down";
  if (lease.state === "held") return lease.open ? "serving" : up ? "idle" : "starting";
  if (lease.state === "yielding") return "serving";
  if (votersHeard(lease) < 2) return "blind";
  const beats = renews(lease);
  if (lease.holder === self) return beats === true ? "fine" : "idle";
  // No two voters agree: whom the newest record names, and who has a primary, may go on when a person says so.
  const own = lease.holder === null && newestRecord(lease)?.holder === self && isPrimaryHere(database.value);
  if (own && beats === false) return "idle";
  if (signals.beat === "bad") return weightOf(signals) >= limits.lostWeightMin ? "lost" : "fine";
  if (beats === null) return "blind";
  return signals.errors === "bad" && weightOf(signals) >= limits.sickWeightMin ? "sick" : "fine";
}

/** The weights of the bad signals together. */
export function weightOf(signals: Signals): number {
  let sum = 0;
  for (const name of SIGNAL_NAMES) if (signals[name] === "bad") sum += SIGNALS[name].weight;
  return sum;
}

function nextTrouble(before: Trouble | null, condition: Condition, nowMs: number): Trouble | null {
  const kind = condition === "lost" || condition === "idle" || condition === "sick" ? condition : null;
  if (kind === null) {
    if (before === null) return null;
    // Not being able to tell clears nothing and adds nothing.
    if (condition === "blind") return before;
    return before.goodLooks + 1 >= CLEAR_LOOKS ? null : { ...before, looks: 0, goodLooks: before.goodLooks + 1 };
  }
  if (before === null || before.kind !== kind) return { kind, sinceMs: nowMs, looks: 1, goodLooks: 0 };
  return { ...before, looks: before.looks + 1, goodLooks: 0 };
}

export function isDecided(trouble: Trouble, nowMs: number, hysteresisKept = true): boolean {
  if (!hysteresisKept) return true;
  const { looksMin, sinceMsMin } = HYSTERESIS[trouble.kind];
  return trouble.looks >= looksMin && nowMs - trouble.sinceMs >= sinceMsMin;
}

/** How long no automatic change of role is allowed yet; 0 when it is. */
export function dwellLeftMs({ roleChangedAtMs }: Detector, nowMs: number): number {
  return roleChangedAtMs === null ? 0 : Math.max(0, roleChangedAtMs + DWELL_MS - nowMs);
}

/** As long as the other region is seen; afterwards the last that was known stands. */
function lossOf(
  { peer: { value: peer }, database: { value: database }, lease }: Sight,
  who: Who,
): Detector["loss"] | null {
  if (peer === null || !peer.guardian || lease.value?.holder !== who.peer) return null;
  const standbyMs = database?.kind === "standby" && database.streaming ? database.lagMs : null;
  const alone = (lease.value.solo.marked ?? 0) > 0;
  return { events: peer.behindEvents, ms: alone ? (standbyMs ?? peer.behindMs) : 0 };
}
