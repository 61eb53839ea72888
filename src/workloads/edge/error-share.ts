// The share of requests that failed at a region lately, as the edge saw them: what the region's own health checks can't see. A drain
// must not change it, since recovery decides by it: requests with events that a drain kept from a region count as those did that it
// got in the same time. Pure; time is an argument.

const SLOT_MS = 1_000;
const SLOTS = 10;
/** With fewer requests a single failure would look like an outage. */
const REQUESTS_MIN = 20;
/** With fewer requests with events than these, drained ones count as answered well: a drain accuses nobody. */
const SAMPLE_MIN = 5;

type Slot = { number: number; requests: number; failed: number; ingest: number; ingestFailed: number; drained: number };

export type ErrorShares = {
  note(region: string, what: { failed: boolean; ingest: boolean }, nowMs: number): void;
  /** A request with events that would have been the region's, and that a drain gave to the other one. */
  noteDrained(region: string, nowMs: number): void;
  /** From 0 to 1 over the last ten seconds; null with too few requests to tell. */
  of(region: string, nowMs: number): number | null;
};

export function errorShares(): ErrorShares {
  const regions = new Map<string, Slot[]>();
  const slotOf = (region: string, nowMs: number): Slot => {
    const number = Math.floor(nowMs / SLOT_MS);
    const slots = regions.get(region) ?? [];
    regions.set(region, slots);
    let slot = slots.at(-1);
    if (slot?.number !== number) {
      slot = { number, requests: 0, failed: 0, ingest: 0, ingestFailed: 0, drained: 0 };
      slots.push(slot);
      if (slots.length > SLOTS) slots.shift();
    }
    return slot;
  };
  return {
    note(region, { failed, ingest }, nowMs) {
      const slot = slotOf(region, nowMs);
      slot.requests += 1;
      if (failed) slot.failed += 1;
      if (ingest) slot.ingest += 1;
      if (ingest && failed) slot.ingestFailed += 1;
    },
    noteDrained(region, nowMs) {
      slotOf(region, nowMs).drained += 1;
    },
    of(region, nowMs) {
      const oldest = Math.floor(nowMs / SLOT_MS) - SLOTS;
      const recent = (regions.get(region) ?? []).filter(({ number }) => number > oldest);
      const sum = (part: Exclude<keyof Slot, "number">) => recent.reduce((total, slot) => total + slot[part], 0);
      const [drained, ingest] = [sum("drained"), sum("ingest")];
      const requests = sum("requests") + drained;
      if (requests < REQUESTS_MIN) return null;
      const drainedFailed = ingest < SAMPLE_MIN ? 0 : (drained * sum("ingestFailed")) / ingest;
      return (sum("failed") + drainedFailed) / requests;
    },
  };
}
