// When a keeper must be woken at the latest, whatever else happens. Never in the past: a keeper that has just settled has done
// what was due, and what it couldn't do waits for an answer.

import type { Confirm, Contending, Ending, Keeper } from "./keeper.ts";
import { sickAfterMs, type Tenant } from "./renewal.ts";
import type { LeaseRules } from "./rules.ts";
import { isOwn, VOTERS } from "./stillness.ts";
import { stillMsMin } from "./times.ts";

/** A comparison of times that were added up in another order may miss by a last bit. */
const ROUNDING_MS = 0.01;

export function wakeAtMs(keeper: Keeper, nowMs: number, rules: LeaseRules): number {
  const overdueAtMs = firstOverdueMs(keeper, rules);
  return Math.max(Math.min(overdueAtMs, ownWakeMs(keeper, nowMs, rules)), nowMs + ROUNDING_MS);
}

function ownWakeMs(keeper: Keeper, nowMs: number, rules: LeaseRules): number {
  if (keeper.kind === "passive") return keeper.nextAskAtMs;
  if (keeper.kind === "contending") return attemptAtMs(keeper, nowMs, rules);
  if (keeper.kind === "ending") return endingWakeMs(keeper, nowMs);
  const renewAtMs = renewalWakeMs(keeper, rules);
  if (keeper.kind === "yielding") {
    return keeper.stopped ? renewAtMs : Math.min(renewAtMs, keeper.sinceMs + rules.times.yieldMsMax);
  }
  if (keeper.health.ok) return renewAtMs;
  const badSinceMs = Math.max(keeper.health.sinceMs, keeper.tenure.takenAtMs);
  return Math.min(renewAtMs, badSinceMs + sickAfterMs(keeper.healthyOnce, keeper.startsFailed, rules.times));
}

function firstOverdueMs({ heard }: Keeper, { times }: LeaseRules): number {
  let firstMs = Number.MAX_SAFE_INTEGER;
  for (const { asked } of heard) if (asked) firstMs = Math.min(firstMs, asked.sentAtMs + times.voterMsMax);
  return firstMs;
}

function attemptAtMs(keeper: Contending, nowMs: number, rules: LeaseRules): number {
  if (keeper.round) return Number.MAX_SAFE_INTEGER;
  const stillAtMs: number[] = [];
  for (const voter of VOTERS) {
    const { asked, last, because, stillSinceMs } = keeper.heard[voter];
    if (asked || !last || because !== null) continue;
    const own = isOwn(keeper, last) && last.epoch > keeper.pastEpoch;
    stillAtMs.push(own ? nowMs : stillSinceMs + stillMsMin(rules.times) + ROUNDING_MS);
  }
  const enoughAtMs = stillAtMs.sort((a, b) => a - b)[rules.stillMin - 1];
  if (keeper.aim.kind !== "displace" || enoughAtMs === undefined) return keeper.nextAskAtMs;
  const atMs = Math.max(enoughAtMs, keeper.retryAtMs);
  return atMs > nowMs ? Math.min(atMs, keeper.nextAskAtMs) : keeper.nextAskAtMs;
}

function renewalWakeMs({ tenure, nextAskAtMs, retryAtMs }: Tenant, { times }: LeaseRules): number {
  const { round, waiting, joined, untilMs } = tenure;
  let atMs = Math.min(untilMs, expiryMs(waiting, times.confirmMsMax), expiryMs(joined, times.confirmMsMax));
  if (!round) atMs = Math.min(atMs, waiting.length > 0 ? retryAtMs : Math.max(nextAskAtMs, retryAtMs));
  return atMs;
}

/** They wait in the order they came, but for those that a failed round put back in front, which are older still. */
function expiryMs(confirms: readonly Confirm[], confirmMsMax: number): number {
  const first = confirms[0];
  return first ? first.askedAtMs + confirmMsMax : Number.MAX_SAFE_INTEGER;
}

function endingWakeMs({ task, nextAskAtMs, retryAtMs }: Ending, nowMs: number): number {
  if (task.kind === "grant") return retryAtMs > nowMs ? Math.min(task.untilMs, retryAtMs) : task.untilMs;
  const stopAtMs = task.mode === "fast" ? Math.min(task.untilMs, task.againAtMs) : task.againAtMs;
  return Math.min(stopAtMs, nextAskAtMs);
}
