// A run that has ended, as a trace: one span for the run and one for each step that was begun. It is made from the run's record at
// its end, so that a run which two processes carried out, one after the other's crash, is whole; and its id follows from the run's.

import type { RunView } from "../../core/recovery-view.ts";
import type { TraceContext } from "../../core/telemetry/trace-context.ts";
import type { Tracer } from "../../drivers/telemetry/tracer.ts";

/** `command`: of the request that asked for it. Returns the run's own context; undefined while tracing is off. */
export function traceRun(tracer: Tracer, run: RunView, command: TraceContext | undefined): TraceContext | undefined {
  if (!tracer.on) return undefined;
  const root = tracer.start("recovery run", {
    traceId: run.traceId,
    startMs: run.startedAt,
    links: command ? [command] : [],
    attributes: {
      "tandem.run": run.id,
      "tandem.plan": run.plan,
      "tandem.to": run.to,
      "tandem.epoch": run.epoch,
      "tandem.outcome": run.state,
    },
  });
  for (const step of run.steps) {
    if (step.startedAt === null) continue;
    const span = tracer.start("recovery step", {
      parent: root.context,
      startMs: step.startedAt,
      attributes: {
        "tandem.run": run.id,
        "tandem.step": step.id,
        "tandem.action": step.action,
        "tandem.outcome": step.state,
      },
    });
    const failed = step.state === "failed" || step.state === "running" ? (step.because ?? step.state) : undefined;
    span.end({ failed, endMs: step.startedAt + (step.elapsedMs ?? 0) });
  }
  const endMs = run.endedAt ?? run.startedAt + run.elapsedMs;
  root.end({ failed: run.state === "finished" ? undefined : run.because, endMs });
  return root.context;
}
