// What every process tells of itself, under the names that Prometheus's clients have for it. Read at the scrape only: a sampled
// event-loop delay would wake twenty idle processes a hundred times a second.

import { readdir } from "node:fs/promises";
import { PerformanceObserver, performance } from "node:perf_hooks";
import type { MetricsRegistry } from "./registry.ts";

export function tellOfProcess(metrics: MetricsRegistry, version: string): void {
  const collections = metrics.counter("nodejs_gc_duration_seconds_total", {});
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collections.add(duration / 1_000);
  }).observe({ entryTypes: ["gc"] });
  const startedAt = performance.timeOrigin / 1_000;
  let loop = performance.eventLoopUtilization();
  metrics.onScrape(async (tell) => {
    const asked = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
    tell("nodejs_eventloop_lag_seconds", {}, (performance.now() - asked) / 1_000);
    const now = performance.eventLoopUtilization();
    tell("nodejs_eventloop_utilization", {}, performance.eventLoopUtilization(now, loop).utilization);
    loop = now;
    const { user, system } = process.cpuUsage();
    const memory = process.memoryUsage();
    tell("tandem_build_info", { version }, 1);
    tell("process_cpu_seconds_total", {}, (user + system) / 1_000_000);
    tell("process_resident_memory_bytes", {}, memory.rss);
    tell("process_start_time_seconds", {}, startedAt);
    tell("process_open_fds", {}, await openFiles());
    tell("nodejs_heap_size_used_bytes", {}, memory.heapUsed);
    tell("nodejs_heap_size_total_bytes", {}, memory.heapTotal);
    tell("nodejs_external_memory_bytes", {}, memory.external);
  });
}

async function openFiles(): Promise<number | undefined> {
  try {
    // The directory itself is open while it is read.
    return (await readdir("/proc/self/fd")).length - 1;
  } catch {
    return undefined;
  }
}
