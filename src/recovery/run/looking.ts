// When the recoverer looks at the world, at which parts, and what becomes of the answers. One observation at a time.

import { conditionOf } from "../plan/conditions.ts";
import type { Step } from "../plan/step.ts";
import { type Sight, WORLD_PARTS, type World, type WorldPart } from "../plan/world.ts";
import { awaitsSecond } from "./second-question.ts";
import { number, RUN_TIMES, type Turn } from "./turn.ts";

/** A watching region asks its own guardian, which sees the beat; the other region's processes when that is missing. */
const LIGHT: readonly WorldPart[] = ["lease"];
const LIGHT_WITH_DATABASE: readonly WorldPart[] = ["lease", "database"];
const NO_BEAT: readonly WorldPart[] = ["lease", "peer"];
/** Without the other region, whose probes may take as long as they may. */
const SUSPECT: readonly WorldPart[] = ["lease", "database"];
export const LEASE_ONLY: readonly WorldPart[] = ["lease"];

export const NOTHING_SEEN: Sight = {
  lease: { value: null, atMs: Number.NEGATIVE_INFINITY },
  database: { value: null, atMs: Number.NEGATIVE_INFINITY },
  peer: { value: null, atMs: Number.NEGATIVE_INFINITY },
  edge: { value: null, atMs: Number.NEGATIVE_INFINITY },
  lake: { value: null, atMs: Number.NEGATIVE_INFINITY },
  processes: { value: null, atMs: Number.NEGATIVE_INFINITY },
};

/** Asks for an observation, unless one is under way that hasn't run out. */
export function look(turn: Turn, parts: readonly WorldPart[]): void {
  const { r, nowMs } = turn;
  if (r.look && nowMs < r.look.deadlineMs) return;
  const request = number(turn);
  const deadlineMs = nowMs + RUN_TIMES.observeMsMax;
  r.look = { request, parts, deadlineMs };
  turn.effects.push({ kind: "observe", request, parts, deadlineMs });
}

/** Whether this answers the observation that was asked for last; if so, what it saw is known from now on. */
export function takeIn(turn: Turn, request: number, world: World): boolean {
  const { r } = turn;
  if (r.look?.request !== request) return false;
  r.look = null;
  r.wallOffsetMs = world.at - world.atMs;
  r.sight = merge(r.sight, world);
  return true;
}

function merge(before: Sight, { atMs, parts }: World): Sight {
  const sight: Sight = { ...before };
  if (parts.lease !== undefined) sight.lease = { value: parts.lease, atMs };
  if (parts.database !== undefined) sight.database = { value: parts.database, atMs };
  if (parts.peer !== undefined) sight.peer = { value: parts.peer, atMs };
  if (parts.edge !== undefined) sight.edge = { value: parts.edge, atMs };
  if (parts.lake !== undefined) sight.lake = { value: parts.lake, atMs };
  if (parts.processes !== undefined) sight.processes = { value: parts.processes, atMs };
  return sight;
}

/** The looks of a region that isn't running a plan; light ones mostly, so that watching costs next to nothing. */
export function lookWhenDue(turn: Turn): void {
  const { r, nowMs } = turn;
  if (r.look && nowMs < r.look.deadlineMs) return;
  if (nowMs < r.nextLookAtMs) return;
  // A run that waits for a second person holds up nothing: what would begin by itself is looked for as ever.
  const waits = r.state.kind === "asking" && awaitsSecond(r.state.run) && r.detector.trouble !== null;
  const suspecting = r.state.kind === "suspecting" || waits;
  const noBeat = r.detector.signals.beat === "bad";
  r.nextLookAtMs = nowMs + (suspecting || noBeat ? RUN_TIMES.suspectLookMs : RUN_TIMES.lookMs);
  if (nowMs >= r.nextFullLookAtMs) {
    r.nextFullLookAtMs = nowMs + RUN_TIMES.fullLookMs;
    look(turn, WORLD_PARTS);
  } else if (suspecting) look(turn, SUSPECT);
  else if (noBeat) look(turn, NO_BEAT);
  else look(turn, isDatabaseSettled(turn) ? LIGHT : LIGHT_WITH_DATABASE);
}

/** A standby in a passive region, a primary in an active one. */
function isDatabaseSettled({ r: { sight } }: Turn): boolean {
  const held = sight.lease.value?.state === "held";
  return sight.database.value?.kind === (held ? "primary" : "standby");
}

/** What has to be seen to judge a step, and the one after it, so that a step that is done takes one look. */
export function partsOf(steps: readonly (Step | undefined)[]): WorldPart[] {
  const parts = new Set<WorldPart>(LEASE_ONLY);
  for (const step of steps) {
    if (!step) continue;
    for (const name of step.before) for (const part of conditionOf(name).reads) parts.add(part);
    for (const name of step.after) for (const part of conditionOf(name).reads) parts.add(part);
  }
  return [...parts];
}
