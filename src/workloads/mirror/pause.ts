// Waiting that can be ended, and the back-off of everything that asks the peer.

const FIRST_MS = 100;
const MAX_MS = 3_000;

/** Returns early, without an error, when the signal is given. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}

/** Doubles from 0.1 s to 3 s; half of it is chance, so that two regions don't knock in step. */
export function backOffMs(failures: number, chance: number): number {
  const full = Math.min(MAX_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return full / 2 + (full / 2) * chance;
}
