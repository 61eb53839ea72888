// One thing that is loaded, with the habits of the house: superseded requests are cancelled, what was shown stays (dimmed)
// until the new arrives, and a failure belongs to its tile alone. At most six requests run at the same time.

import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer, Question } from "../../../src/core/question.ts";
import { ask } from "../api/calls.ts";
import { type ApiProblem, asProblem } from "../api/client.ts";

export type Loaded<T> = {
  data: T | undefined;
  problem: ApiProblem | undefined;
  /** The data belongs to an earlier question: show it dimmed. */
  stale: boolean;
  busy: boolean;
  retry: () => void;
};

const RUNNING_MAX = 6;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  if (running >= RUNNING_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    signal.throwIfAborted();
    return await task();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Loads when `key` changes and again, quietly, with each `beat`. key null: nothing to load yet. */
export function useLoad<T>(key: string | null, beat: number, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string | null; data?: T; problem?: ApiProblem }>({ key: null });
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  const flight = useRef<AbortController | null>(null);

  const start = useCallback((wanted: string) => {
    const controller = new AbortController();
    flight.current = controller;
    setBusy(true);
    const land = (next: (before: { data?: T }) => { data?: T; problem?: ApiProblem }) => {
      if (controller.signal.aborted) return;
      flight.current = null;
      setState((before) => ({ ...next(before), key: wanted }));
      setBusy(false);
    };
    inTurn(controller.signal, () => latest.current(controller.signal)).then(
      (data) => land(() => ({ data })),
      // What is on the screen stays when its renewal fails; the failure is shown with it.
      (error) => land(({ data }) => ({ ...(data === undefined ? {} : { data }), problem: asProblem(error) })),
    );
    return controller;
  }, []);

  useEffect(() => {
    if (key === null) return;
    start(key);
    return () => flight.current?.abort();
  }, [key, tries]);
  // A beat never cancels a load that is still under way: a slow answer would then never arrive.
  useEffect(() => {
    if (key !== null && beat > 0 && (!flight.current || flight.current.signal.aborted)) start(key);
  }, [beat]);

  const retry = useCallback(() => setTries((before) => before + 1), []);
  return {
    data: state.data,
    problem: state.problem,
    stale: state.data !== undefined && key !== null && state.key !== key,
    busy,
    retry,
  };
}

export function useAnswer(project: string, question: Question | null, beat = 0): Loaded<Answer> {
  const key = question ? `${project} ${JSON.stringify(question)}` : null;
  return useLoad(key, beat, (signal) => ask(project, question as Question, signal));
}
