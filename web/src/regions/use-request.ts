// One request that a dialog makes: it is under way, has failed with a problem, or is done.

import { useRef, useState } from "react";
import { type ApiProblem, asProblem } from "../api/client.ts";

export type RequestState = {
  busy: boolean;
  problem: ApiProblem | null;
  /** `key` is the request's Idempotency-Key. */
  run: (work: (key: string) => Promise<void>) => Promise<void>;
};

export function useRequest(): RequestState {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const key = useRef(newKey());
  return {
    busy,
    problem,
    async run(work) {
      setBusy(true);
      setProblem(null);
      try {
        await work(key.current);
      } catch (error) {
        const met = asProblem(error);
        // A refusal is an answer, and would be given again; whoever presses once more asks anew. Where nothing was answered, the
        // next press is the same command, which may have been taken already.
        if (met.status >= 400 && met.status < 500) key.current = newKey();
        setProblem(met);
      } finally {
        setBusy(false);
      }
    },
  };
}

const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join("-");
