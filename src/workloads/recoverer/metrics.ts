// What a recoverer tells of recovery when it is scraped, and what it counts of runs that end.

import type { RegionLayout } from "../../core/installation.ts";
import { PLAN_KINDS, type RecoveryView, type RunView } from "../../core/recovery-view.ts";
import { wallMs } from "../../drivers/clock.ts";
import { lastPassedDrill } from "../../drivers/evidence/drill-age.ts";
import type { MetricsRegistry } from "../../drivers/telemetry/registry.ts";

const OUTCOMES = ["finished", "failed", "stopped", "superseded"] as const satisfies RunView["state"][];

export function tellOfRecovery(metrics: MetricsRegistry, region: RegionLayout, view: () => RecoveryView): void {
  const passedAt = lastPassedDrill(region.directory);
  // From 0 on: what appears with its first run shows no increase.
  for (const plan of PLAN_KINDS) {
    for (const outcome of OUTCOMES) metrics.counter("tandem_recovery_runs_total", { plan, outcome });
    metrics.histogram("tandem_recovery_run_duration_seconds", { plan });
  }
  metrics.onScrape(async (tell) => {
    const { run, question, checks, automatic, tail } = view();
    for (const plan of PLAN_KINDS) {
      tell("tandem_recovery_run_active", { plan }, run !== null && run.endedAt === null && run.plan === plan);
    }
    const failing = checks.filter(({ state }) => state === "fail" || state === "unknown");
    tell("tandem_recovery_checks_failing", {}, failing.length);
    tell("tandem_recovery_automatic", {}, automatic.on);
    tell("tandem_recovery_waits_for_person", {}, question !== null);
    // An exported list was looked at; what remains of it is the former's files.
    tell("tandem_recovery_tail_writes", {}, tail === null || tail.exported ? 0 : tail.rows);
    const passed = await passedAt();
    tell("tandem_drill_age_seconds", {}, passed === undefined ? undefined : Math.max(0, wallMs() - passed) / 1_000);
  });
}

/** `traceId`: of the run's trace where that is exported. */
export function countRun(metrics: MetricsRegistry, run: RunView, traceId: string | undefined): void {
  const { plan, state: outcome } = run;
  metrics.counter("tandem_recovery_runs_total", { plan, outcome }).add();
  metrics.histogram("tandem_recovery_run_duration_seconds", { plan }).observe(run.elapsedMs / 1_000, traceId);
}
