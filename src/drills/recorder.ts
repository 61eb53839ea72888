// Writes down what every client does, as it happens: a line when it asks, a line when it knows. The lines are the history; the
// same entries stay in memory for the checker, which is bounded by the drill's length and rate.

import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { monotonicMs } from "../drivers/clock.ts";
import { type Ask, type Ending, HISTORY_FORMAT, type HistoryEntry, type Promised } from "../recovery/history/entry.ts";

/** A drill that goes on for longer says so and takes no more: 24 hours at 100 operations a second would be too many. */
const ENTRIES_MAX = 4_000_000;

export type Told =
  | { kind: "ok"; region: string | null; promised: Promised }
  | { kind: "fail"; because: string }
  | { kind: "unknown"; because: string };

/** One try under way: tell its end once. */
export type Try = { readonly operation: number; end(told: Told): void };

export class Recorder {
  readonly entries: HistoryEntry[] = [];
  readonly #file: WriteStream;
  readonly #listeners: ((entry: Ending, ask: Ask, to: string) => void)[] = [];
  #operations = 0;
  #failure: Error | undefined;

  constructor(path: string, run: string) {
    this.#file = createWriteStream(path, { mode: 0o600 });
    this.#file.on("error", (error) => {
      this.#failure = error;
    });
    this.#file.write(`${JSON.stringify({ format: HISTORY_FORMAT, run })}\n`);
  }

  begin(client: string, to: string, intent: string, ask: Ask): Try {
    this.#operations += 1;
    const operation = this.#operations;
    this.#write({ kind: "invoke", operation, client, to, intent, ask, ...now() });
    return {
      operation,
      end: (told) => {
        const entry: Ending = { operation, ...now(), ...told };
        this.#write(entry);
        for (const listener of this.#listeners) listener(entry, ask, to);
      },
    };
  }

  onEnd(listener: (entry: Ending, ask: Ask, to: string) => void): void {
    this.#listeners.push(listener);
  }

  /** On disk when it returns. */
  async close(): Promise<void> {
    this.#file.end();
    await finished(this.#file);
    if (this.#failure) throw this.#failure;
  }

  #write(entry: HistoryEntry): void {
    if (this.#failure) throw this.#failure;
    if (this.entries.length >= ENTRIES_MAX) throw new RangeError(`A history holds at most ${ENTRIES_MAX} entries.`);
    this.entries.push(entry);
    this.#file.write(`${JSON.stringify(entry)}\n`);
  }
}

const now = () => ({ atMs: monotonicMs(), wallMs: Date.now() });
