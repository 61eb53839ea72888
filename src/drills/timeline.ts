// What happens in a drill, in the order of happening, on one clock: printed live, kept for the report and its picture.

import { monotonicMs } from "../drivers/clock.ts";

/** Which row of the picture a happening belongs to; "drill": the drill's own doings. */
export type Lane = "drill" | "fault" | "client" | "edge" | "witness" | `region ${string}` | `run ${string}`;

export type Happening = { afterMs: number; lane: Lane; text: string };

const HAPPENINGS_MAX = 5_000;

export class Timeline {
  readonly happenings: Happening[] = [];
  readonly beganAtMs = monotonicMs();
  readonly beganAt = Date.now();
  readonly #print: (happening: Happening) => void;

  constructor(print: (happening: Happening) => void) {
    this.#print = print;
  }

  /** `atMs`: when it was, on the monotonic clock, if that isn't now. */
  tell(lane: Lane, text: string, atMs = monotonicMs()): void {
    const happening = { afterMs: atMs - this.beganAtMs, lane, text };
    if (this.happenings.length < HAPPENINGS_MAX) this.happenings.push(happening);
    this.#print(happening);
  }

  /** What others tell by the wall clock, on this clock: exact as long as nobody sets the machine's. */
  monotonicOf(wallMs: number): number {
    return this.beganAtMs + (wallMs - this.beganAt);
  }
}

/** "+12.345": seconds since the drill began. */
export const clockText = (afterMs: number): string => `+${(afterMs / 1_000).toFixed(3)}`;
