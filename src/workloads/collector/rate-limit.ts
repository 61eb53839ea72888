// A token bucket per project: one token an event, refilled steadily, holding at most one second's worth.

export type RateLimit = { eventsPerSecond: number };

/** Far above what one collector can take: it protects the other projects of a region, not the machine. */
export const RATE_LIMIT: RateLimit = { eventsPerSecond: 100_000 };

type Bucket = { tokens: number; at: number };

export class RateLimits {
  private readonly buckets = new Map<string, Bucket>();
  private readonly limit: RateLimit;
  constructor(limit: RateLimit) {
    this.limit = limit;
  }

  /** 0 when the events may pass; else the whole seconds after which they may. `at` in milliseconds of any steady clock. */
  take(project: string, events: number, at: number): number {
    const rate = this.limit.eventsPerSecond;
    const bucket = this.buckets.get(project) ?? { tokens: rate, at };
    this.buckets.set(project, bucket);
    bucket.tokens = Math.min(rate, bucket.tokens + ((at - bucket.at) / 1000) * rate);
    bucket.at = at;
    // A batch larger than the whole bucket passes when it is full, and is paid off afterwards.
    const needed = Math.min(events, rate);
    if (bucket.tokens < needed) return Math.max(1, Math.ceil((needed - bucket.tokens) / rate));
    bucket.tokens -= events;
    return 0;
  }
}
