// The share of requests that failed at a region lately, as the edge saw them: what the region's own health checks can't see. Pure;
// time is an argument.

const SLOT_MS = 1_000;
const SLOTS = 10;
/** With fewer requests a single failure would look like an outage. */
const REQUESTS_MIN = 20;

type Slot = { number: number; requests: number; failed: number };

export type ErrorShares = {
  note(region: string, failed: boolean, nowMs: number): void;
  /** From 0 to 1 over the last ten seconds; null with too few requests to tell. */
  of(region: string, nowMs: number): number | null;
};

export function errorShares(): ErrorShares {
  const regions = new Map<string, Slot[]>();
  return {
    note(region, failed, nowMs) {
      const number = Math.floor(nowMs / SLOT_MS);
      const slots = regions.get(region) ?? [];
      regions.set(region, slots);
      let slot = slots.at(-1);
      if (slot?.number !== number) {
        slot = { number, requests: 0, failed: 0 };
        slots.push(slot);
        if (slots.length > SLOTS) slots.shift();
      }
      slot.requests += 1;
      if (failed) slot.failed += 1;
    },
    of(region, nowMs) {
      const oldest = Math.floor(nowMs / SLOT_MS) - SLOTS;
      const recent = (regions.get(region) ?? []).filter(({ number }) => number > oldest);
      const requests = recent.reduce((sum, slot) => sum + slot.requests, 0);
      if (requests < REQUESTS_MIN) return null;
      return recent.reduce((sum, slot) => sum + slot.failed, 0) / requests;
    },
  };
}
