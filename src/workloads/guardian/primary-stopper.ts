// Stops this region's primary when the keeper says so: one stop at a time; a second one, more urgent, hurries the first.

import { type StopMode, stopPrimary } from "../../drivers/postgres/running-primary.ts";

export type PrimaryStopper = {
  /** `onStopped` hears once of each stop that began, also when nothing ran. */
  stop(mode: StopMode): void;
  /** Resolves when no stop is under way. */
  idle(): Promise<void>;
};

export function primaryStopper(data: string, onStopped: (clean: boolean) => void): PrimaryStopper {
  let under: { hurry: AbortController; ended: Promise<void> } | undefined;
  return {
    stop(mode) {
      if (under) {
        if (mode === "immediate") under.hurry.abort();
        return;
      }
      const hurry = new AbortController();
      const ended = stopPrimary(data, mode, hurry.signal)
        .then(
          ({ clean }) => clean,
          // Whether it stopped isn't known, so it counts as not clean; the keeper asks again, and the watchdog has its deadline.
          () => false,
        )
        .then((clean) => {
          under = undefined;
          onStopped(clean);
        });
      under = { hurry, ended };
    },
    idle: () => under?.ended ?? Promise.resolve(),
  };
}
