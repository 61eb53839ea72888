// Answers of statements by their text, values and what they read: exact, since files are immutable. Equal statements at the
// same time run once; the run is given up only when everyone who waited has gone. Bounded in entries and bytes.

export type CacheLimits = { entriesMax: number; bytesMax: number };
export const CACHE_LIMITS: CacheLimits = { entriesMax: 1_000, bytesMax: 48 * 1024 * 1024 };

export type Cached<T> = { value: T; cached: boolean };

export type AnswerCache<T> = {
  get(key: string, signal: AbortSignal | undefined, make: (signal: AbortSignal) => Promise<T>): Promise<Cached<T>>;
  hitRate(): number | null;
  counts(): { asked: number; hits: number };
};

type Flight<T> = { promise: Promise<T>; waiting: number; abort: AbortController };

export function createAnswerCache<T>(limits: CacheLimits = CACHE_LIMITS, sizeOf = sizeInBytes): AnswerCache<T> {
  const kept = new Map<string, { value: T; bytes: number }>();
  const flights = new Map<string, Flight<T>>();
  let bytes = 0;
  let asked = 0;
  let hits = 0;

  const keep = (key: string, value: T): void => {
    const size = sizeOf(value) + key.length;
    if (size > limits.bytesMax / 4) return;
    kept.set(key, { value, bytes: size });
    bytes += size;
    for (const [oldest, entry] of kept) {
      if (kept.size <= limits.entriesMax && bytes <= limits.bytesMax) break;
      kept.delete(oldest);
      bytes -= entry.bytes;
    }
  };
  const launch = (key: string, make: (signal: AbortSignal) => Promise<T>): Flight<T> => {
    const abort = new AbortController();
    const promise = make(abort.signal).then((value) => {
      if (!kept.has(key)) keep(key, value);
      return value;
    });
    const flight = { promise, waiting: 0, abort };
    flights.set(key, flight);
    const landed = (): void => void (flights.get(key) === flight && flights.delete(key));
    promise.then(landed, landed);
    return flight;
  };
  return {
    async get(key, signal, make) {
      asked += 1;
      const known = kept.get(key);
      if (known) {
        hits += 1;
        // The most recently used is the last to go.
        kept.delete(key);
        kept.set(key, known);
        return { value: known.value, cached: true };
      }
      const joined = flights.get(key);
      const flight = joined ?? launch(key, make);
      if (joined) hits += 1;
      flight.waiting += 1;
      const leave = (): void => {
        flight.waiting -= 1;
        if (flight.waiting > 0) return;
        // Nobody may join a run that is being given up.
        if (flights.get(key) === flight) flights.delete(key);
        flight.abort.abort();
      };
      if (signal?.aborted) leave();
      else signal?.addEventListener("abort", leave, { once: true });
      try {
        return { value: await flight.promise, cached: joined !== undefined };
      } finally {
        signal?.removeEventListener("abort", leave);
      }
    },
    hitRate: () => (asked === 0 ? null : hits / asked),
    counts: () => ({ asked, hits }),
  };
}

function sizeInBytes(value: unknown): number {
  return JSON.stringify(value).length;
}
