// Which request asked for a run, while the run is under way: its trace is linked to the request's.

import { parseTraceparent, type TraceContext } from "../../core/telemetry/trace-context.ts";

/** Runs end; one that was overtaken by a crash is forgotten in time. */
const KEPT_MAX = 100;

export function commandTraces() {
  const kept = new Map<string, TraceContext>();
  return {
    keep(run: string, traceparent: unknown): void {
      const context = parseTraceparent(traceparent);
      if (!context) return;
      kept.set(run, context);
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
    },
    take(run: string): TraceContext | undefined {
      const context = kept.get(run);
      kept.delete(run);
      return context;
    },
  };
}
