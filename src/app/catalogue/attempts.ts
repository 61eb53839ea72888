// Limits the guessing of passwords: so many failures per name and per address in a window, then a wait. In memory of one
// process and bounded; a restart forgets, which costs an attacker a restart of ours per window.

import type { InstantMs } from "../../core/time.ts";

export const ATTEMPT_WINDOW_MS = 15 * 60_000;
export const FAILURES_PER_NAME_MAX = 10;
export const FAILURES_PER_ADDRESS_MAX = 50;
const SUBJECTS_MAX = 10_000;

type Window = { began: InstantMs; failures: number };

export type Attempts = {
  /** Milliseconds to wait before the next try, 0 for none. */
  waitMs(subject: string, limit: number, at: InstantMs): number;
  /** Counted before the password is looked at, so that tries sent side by side can't pass the limit together. */
  begin(subject: string, at: InstantMs): void;
  /** The right password was given: the subject's failures are forgotten. */
  succeeded(subject: string): void;
  /** This one try was none; the subject's others stay counted. */
  takeBack(subject: string): void;
};

export function trackAttempts(): Attempts {
  const windows = new Map<string, Window>();
  const current = (subject: string, at: InstantMs): Window | undefined => {
    const window = windows.get(subject);
    return window && at - window.began < ATTEMPT_WINDOW_MS ? window : undefined;
  };
  return {
    waitMs(subject, limit, at) {
      const window = current(subject, at);
      return window && window.failures >= limit ? window.began + ATTEMPT_WINDOW_MS - at : 0;
    },
    begin(subject, at) {
      const window = current(subject, at) ?? { began: at, failures: 0 };
      windows.delete(subject);
      windows.set(subject, { began: window.began, failures: window.failures + 1 });
      const oldest = windows.keys().next().value;
      if (windows.size > SUBJECTS_MAX && oldest !== undefined) windows.delete(oldest);
    },
    succeeded(subject) {
      windows.delete(subject);
    },
    takeBack(subject) {
      const window = windows.get(subject);
      if (window && window.failures > 0) window.failures -= 1;
    },
  };
}
