// One turn of a keeper: the arguments that every rule reads, and the effects as they come together.

import type { KeeperEffect } from "./keeper.ts";
import type { LeaseRules } from "./rules.ts";

export type Turn = {
  readonly nowMs: number;
  /** From 0 up to 1, drawn anew for each event. */
  readonly chance: number;
  readonly rules: LeaseRules;
  effects: KeeperEffect[];
};

/** The first attempt after a failed one: spread by chance, so that two contenders don't meet for ever. */
export function retryAtMs({ nowMs, chance, rules }: Turn): number {
  return nowMs + rules.times.retryMs * (1 + chance);
}
