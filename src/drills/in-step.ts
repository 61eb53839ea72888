// Whether an installation is whole: one region active, the other a synchronous standby with nothing behind, all well, and no
// plan running. A drill begins and ends there, so that its result is about its faults and about nothing else.

import { setTimeout as wait } from "node:timers/promises";
import type { Installation } from "../core/installation.ts";
import type { RegionStatus } from "../core/resources.ts";
import { type Memory, readStatus } from "../drivers/status/read-status.ts";
import type { Observer } from "./observer.ts";

const LOOK_MS = 500;
/** Looks in a row: a standby may be synchronous for a moment between two troubles. */
const LOOKS = 2;
/** With load running something is always on its way. */
const BEHIND_MS_MAX = 3_000;
const VIEW_AGE_MS_MAX = 2_000;

type World = { installation: Installation; linkKey: string };

/** null when it is so; else the first thing that isn't, in words. */
export async function whyNotInStep(world: World, memory: Memory, observer: Observer): Promise<string | null> {
  const status = await readStatus(world.installation, world.linkKey, memory);
  if (!status.edge.reachable) return "the edge doesn't answer";
  if (!status.witness.reachable) return "the witness doesn't answer";
  if (status.holder === null) return "no region holds the lease";
  for (const region of status.regions) {
    const because = whyNotWell(region);
    if (because) return `${region.name}: ${because}`;
  }
  const active = status.regions.find((one) => one.name === status.holder);
  if (active?.database.state !== "primary") return `${status.holder}'s database is no primary`;
  if (!active.database.synchronous || active.database.solo) return `${status.holder} writes alone`;
  if (observer.active() !== status.holder) return `${status.holder} holds the lease, and doesn't say that it is active`;
  return whyRecoveryIsBusy(world, observer);
}

function whyNotWell(region: RegionStatus): string | null {
  if (!region.reachable) return "it doesn't answer";
  if (!region.health.ok) return region.health.detail ?? "it isn't healthy";
  if (!region.accepting) return "it doesn't accept events";
  if (region.database.state === "down") return "its database is down";
  const { behindMs, behindEvents } = region.mirror;
  if (behindEvents === null) return "how far its copy of the other's log is behind isn't known";
  if ((behindMs ?? 0) > BEHIND_MS_MAX) return `its copy of the other's log is ${behindMs} ms behind`;
  return null;
}

function whyRecoveryIsBusy({ installation }: World, observer: Observer): string | null {
  for (const { name } of installation.regions) {
    const seen = observer.views.get(name);
    if (!seen) return `${name}'s recoverer doesn't answer`;
    const { run, question, at } = seen.view;
    if (Date.now() - at > VIEW_AGE_MS_MAX * 5) return `${name}'s recoverer hasn't looked for a while`;
    if (question) return `${name}'s recoverer asks: ${question.question}`;
    if (run && (run.state === "running" || run.state === "undoing" || run.state === "asking")) {
      return `${name} runs ${run.plan}: ${run.because}`;
    }
  }
  return null;
}

/** Waits for it; answers null, or what was still missing at the limit. */
export async function awaitInStep(
  world: World,
  observer: Observer,
  limitMs: number,
  signal: AbortSignal,
): Promise<string | null> {
  const end = performance.now() + limitMs;
  const memory: Memory = new Map();
  let inRow = 0;
  for (;;) {
    const because = await whyNotInStep(world, memory, observer);
    inRow = because === null ? inRow + 1 : 0;
    if (inRow >= LOOKS) return null;
    if (because !== null && (performance.now() > end || signal.aborted)) return because;
    await wait(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}
