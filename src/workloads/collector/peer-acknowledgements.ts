// Waits for the other region's copy: class `pair` is answered once the peer's mirror has the event on disk. When the peer is
// known to be away no request waits for it; it counts as back when it has caught up to where this log was a second ago.

import type { EventLog } from "../../app/log/port.ts";
import type { OriginId } from "../../core/origin.ts";

/** How long a `pair` request waits before the project's policy decides. */
export const PAIR_WAIT_MS = 1_000;
const TICK_MS = 100;
/** Waits end on a tick, so that thousands of waiters share one timer. */
const TICKS_MAX = PAIR_WAIT_MS / TICK_MS;
/** Beyond this many answers at risk, neighbours are counted together: none is forgotten, some are freed a little later. */
const AT_RISK_ENTRIES_MAX = 10_000;

type Waiter = { end: number; ticks: number; resolve: (confirmed: boolean) => void };

export class PeerAcknowledgements {
  /** The peer has everything below this on disk. */
  private acknowledged = 0;
  private waiters: Waiter[] = [];
  private away = false;
  /** The durable end at the last ticks, oldest first. */
  private readonly ends: number[] = [];
  private readonly degraded: { end: number; count: number }[] = [];
  private atRiskCount = 0;
  /** Runs only while a request waits or the peer is away: an idle collector wakes for nothing. */
  private timer: NodeJS.Timeout | undefined;
  private readonly log: Pick<EventLog, "origin" | "durableEnd">;
  private readonly onChange: (away: boolean) => void;

  constructor(log: Pick<EventLog, "origin" | "durableEnd">, onChange: (away: boolean) => void) {
    this.log = log;
    this.onChange = onChange;
  }

  /** The peer's mirror says that it has everything of an origin below an offset. */
  acknowledge(origin: OriginId, offset: number): void {
    if (origin !== this.log.origin || offset < this.acknowledged) return;
    // An offset from beyond the end would confirm events that nobody has.
    this.acknowledged = Math.min(offset, this.log.durableEnd());
    if (this.away && this.acknowledged >= (this.ends[0] ?? this.log.durableEnd())) this.become(false);
    const first = this.waiters.findIndex((waiter) => waiter.end > this.acknowledged);
    // Appends end in the order of their offsets, so the confirmed waiters are the first ones.
    for (const waiter of this.waiters.splice(0, first === -1 ? this.waiters.length : first)) waiter.resolve(true);
    while (this.degraded[0] && this.degraded[0].end <= this.acknowledged) {
      this.atRiskCount -= (this.degraded.shift() as { count: number }).count;
    }
  }

  /** Whether the peer has everything below `end`, waiting for it if there is hope. */
  confirmed(end: number): Promise<boolean> {
    if (end <= this.acknowledged) return Promise.resolve(true);
    if (this.away) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiter = { end, ticks: 0, resolve };
      let at = this.waiters.length;
      while (at > 0 && (this.waiters[at - 1] as Waiter).end > end) at -= 1;
      this.waiters.splice(at, 0, waiter);
      this.timer ??= setInterval(() => this.tick(), TICK_MS);
    });
  }

  /** Events that were answered as `pair; degraded` and that the peer still hasn't. */
  get atRisk(): number {
    return this.atRiskCount;
  }

  get isAway(): boolean {
    return this.away;
  }

  countAtRisk(end: number, count: number): void {
    if (end <= this.acknowledged) return;
    this.atRiskCount += count;
    const last = this.degraded.at(-1);
    if (last && this.degraded.length >= AT_RISK_ENTRIES_MAX) {
      last.end = Math.max(last.end, end);
      last.count += count;
      return;
    }
    this.degraded.push({ end, count });
  }

  close(): void {
    clearInterval(this.timer);
    for (const waiter of this.waiters.splice(0)) waiter.resolve(false);
  }

  private tick(): void {
    if (this.waiters.length === 0 && !this.away) {
      clearInterval(this.timer);
      this.timer = undefined;
      this.ends.length = 0;
      return;
    }
    this.ends.push(this.log.durableEnd());
    if (this.ends.length > TICKS_MAX) this.ends.shift();
    for (const waiter of this.waiters) waiter.ticks += 1;
    if (!this.waiters.some((waiter) => waiter.ticks > TICKS_MAX)) return;
    this.become(true);
    for (const waiter of this.waiters.splice(0)) waiter.resolve(false);
  }

  private become(away: boolean): void {
    if (this.away === away) return;
    this.away = away;
    this.onChange(away);
  }
}
