// What the drill's clients have been told so far, for waits and for the live timeline: who acknowledged the newest change, and
// when silence begins and ends.

import { monotonicMs } from "../drivers/clock.ts";
import type { Ask, Ending } from "../recovery/history/entry.ts";
import type { Recorder } from "./recorder.ts";
import type { Timeline } from "./timeline.ts";

/** Longer without an acknowledged change is told as a silence. */
const SILENCE_MS = 1_000;
const LOOK_MS = 100;

export class ClientsSeen {
  /** Per region that answered through the edge: the end of its newest acknowledged change. */
  readonly newestWriteAtMs = new Map<string, number>();
  readonly #timeline: Timeline;
  readonly #timer: NodeJS.Timeout;
  readonly #newest: Record<"write" | "ingest", number>;
  readonly #silent: Record<"write" | "ingest", boolean> = { write: false, ingest: false };
  #by: string | null = null;

  constructor(recorder: Recorder, timeline: Timeline) {
    this.#timeline = timeline;
    this.#newest = { write: monotonicMs(), ingest: monotonicMs() };
    recorder.onEnd((entry, ask, to) => this.#hear(entry, ask, to));
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  newestWriteMs(): number {
    return Math.max(0, ...this.newestWriteAtMs.values());
  }

  #hear(entry: Ending, ask: Ask, to: string): void {
    if (entry.kind !== "ok" || to !== "edge" || ask.kind === "read") return;
    const { kind } = ask;
    if (this.#silent[kind]) {
      this.#silent[kind] = false;
      const what =
        kind === "write"
          ? `a change is acknowledged again${entry.region ? ` by ${entry.region}` : ""}`
          : "events are acknowledged again";
      this.#timeline.tell(
        "client",
        `${what} after ${Math.round(entry.atMs - this.#newest[kind])} ms of silence`,
        entry.atMs,
      );
    } else if (kind === "write" && entry.region !== null && this.#by !== null && entry.region !== this.#by) {
      this.#timeline.tell("client", `changes are acknowledged by ${entry.region} now`, entry.atMs);
    }
    if (kind === "write" && entry.region !== null) {
      this.#by = entry.region;
      this.newestWriteAtMs.set(entry.region, entry.atMs);
    }
    this.#newest[kind] = entry.atMs;
  }

  #look(): void {
    for (const kind of ["write", "ingest"] as const) {
      if (this.#silent[kind] || monotonicMs() - this.#newest[kind] < SILENCE_MS) continue;
      this.#silent[kind] = true;
      const what = kind === "write" ? "no change has been acknowledged" : "no event has been acknowledged";
      this.#timeline.tell("client", `${what} for ${SILENCE_MS} ms`);
    }
  }
}
