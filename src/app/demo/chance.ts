// Seeded chance for synthetic data: the same seed gives the same shop on every machine. Never for secrets.

export type Chance = {
  /** 0 ≤ x < 1. */
  next(): number;
  between(low: number, high: number): number;
  /** low ≤ n ≤ high, whole. */
  whole(low: number, high: number): number;
  /** One of the items, by weight. */
  pick<T>(items: readonly (readonly [T, number])[]): T;
  hex(digits: number): string;
};

/** mulberry32, a small public-domain generator with 32 bits of state. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    pick: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return items[items.length - 1]![0];
    },
    hex: (digits) => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join(""),
  };
}
