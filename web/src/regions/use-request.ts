// One request that a dialog makes: it is under way, has failed with a problem, or is done.

import { useState } from "react";
import { type ApiProblem, asProblem } from "../api/client.ts";

export type RequestState = {
  busy: boolean;
  problem: ApiProblem | null;
  forget: () => void;
  run: (work: () => Promise<void>) => Promise<void>;
};

export function useRequest(): RequestState {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  return {
    busy,
    problem,
    forget: () => setProblem(null),
    async run(work) {
      setBusy(true);
      setProblem(null);
      try {
        await work();
      } catch (error) {
        setProblem(asProblem(error));
      } finally {
        setBusy(false);
      }
    },
  };
}

/** For an Idempotency-Key: one for each time that a dialog is opened. */
export const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join("-");
