// Chance of one simulated world: everything random in it follows from one 32-bit seed, so a seed is a replay.

/** The state of a small fast counter generator (sfc32): four words, 2^128 states, and only 32-bit arithmetic. */
export type Chance = { a: number; b: number; c: number; counter: number };

const WARM_UP_DRAWS = 12;

/** `stream` keeps the draws of different parts apart: a fault taken out of a schedule doesn't change the clients' draws. */
export function seeded(seed: number, stream = 0): Chance {
  const chance = { a: seed | 0, b: (seed ^ 0x9e3779b9) | 0, c: stream | 0, counter: 1 };
  for (let i = 0; i < WARM_UP_DRAWS; i++) draw(chance);
  return chance;
}

/** From 0 up to, not including, 1. */
export function draw(chance: Chance): number {
  const sum = (((chance.a + chance.b) | 0) + chance.counter) | 0;
  chance.counter = (chance.counter + 1) | 0;
  chance.a = chance.b ^ (chance.b >>> 9);
  chance.b = (chance.c + (chance.c << 3)) | 0;
  chance.c = (((chance.c << 21) | (chance.c >>> 11)) + sum) | 0;
  return (sum >>> 0) / 4_294_967_296;
}

export function between(chance: Chance, least: number, most: number): number {
  return least + (most - least) * draw(chance);
}

/** Many near the least, a few near the most: waits in the world have long tails. */
export function skewed(chance: Chance, least: number, most: number): number {
  const x = draw(chance);
  return least + (most - least) * x * x * x;
}

export function happens(chance: Chance, share: number): boolean {
  return draw(chance) < share;
}

export function pick<T>(chance: Chance, from: readonly T[]): T {
  const one = from[Math.floor(draw(chance) * from.length)];
  if (one === undefined) throw new RangeError("Nothing to pick from: the list is empty.");
  return one;
}
