// Finds a stretch of free loopback ports for tests and benchmarks, several of which run at the same time.

import { portsInUse } from "./ports.ts";

/** Systems hand out ports from 32768 (Linux) on by themselves; below, only other tests choose. */
const FIRST = 20_000;
const LAST = 32_000;
const TRIES_MAX = 200;

/** The first of `count` ports in a row that can all be taken now. */
export async function freePorts(count: number): Promise<number> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const first = FIRST + Math.floor((Math.random() * (LAST - FIRST)) / count) * count;
    const taken = await portsInUse(Array.from({ length: count }, (_, index) => first + index));
    if (taken.length === 0) return first;
  }
  throw new Error(`No ${count} free ports in a row were found between ${FIRST} and ${LAST}.`);
}
