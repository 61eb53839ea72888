// What the collector counts since its start, for `tandem status`.

/** The rate is the mean of this many whole seconds. */
const RATE_SECONDS = 5;

export class Counters {
  acceptedTotal = 0;
  /** Requests answered with a problem, by its code, and single events refused, by theirs. */
  readonly refused: Record<string, number> = {};
  private readonly seconds = new Array<number>(RATE_SECONDS + 1).fill(0);
  private second = 0;

  accepted(events: number, at: number): void {
    this.acceptedTotal += events;
    this.roll(at);
    const slot = this.second % this.seconds.length;
    this.seconds[slot] = (this.seconds[slot] ?? 0) + events;
  }

  refuse(code: string, count = 1): void {
    this.refused[code] = (this.refused[code] ?? 0) + count;
  }

  /** Events a second over the last whole seconds. `at` in milliseconds of any steady clock. */
  perSecond(at: number): number {
    this.roll(at);
    const running = this.seconds[this.second % this.seconds.length] ?? 0;
    return (this.seconds.reduce((sum, events) => sum + events, 0) - running) / RATE_SECONDS;
  }

  private roll(at: number): void {
    const second = Math.floor(at / 1000);
    const steps = Math.min(this.seconds.length, second - this.second);
    for (let step = 1; step <= steps; step += 1) this.seconds[(second - steps + step) % this.seconds.length] = 0;
    this.second = Math.max(second, this.second);
  }
}
