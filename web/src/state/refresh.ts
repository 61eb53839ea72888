// The beat of live pages: a number that grows every few seconds while the page is visible, so hidden tabs ask nothing.

import { useEffect, useState } from "react";

export function useBeat(everyMs: number, running = true): number {
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    if (!running) return;
    const tick = () => {
      if (document.visibilityState === "visible") setBeat((before) => before + 1);
    };
    const timer = setInterval(tick, everyMs);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [everyMs, running]);
  return beat;
}

/** The time now, renewed with each beat. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
