// What a process tells of itself while it runs: metrics, spans and the level of its log lines, opened once by whoever starts it.

import type { Exporter } from "../../core/telemetry/metric.ts";
import { tellOfProcess } from "./process-metrics.ts";
import { MetricsRegistry } from "./registry.ts";
import { NO_TRACER, openTracer, type Tracer } from "./tracer.ts";

export type Telemetry = { metrics: MetricsRegistry; tracer: Tracer };

type TelemetryOptions = {
  /** The process's name; it becomes OpenTelemetry's service.name. */
  workload: string;
  region: string | undefined;
  version: string;
  environment: NodeJS.ProcessEnv;
  log: (event: string, details?: Record<string, unknown>) => void;
};

export async function openTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const { workload, region, version, environment, log } = options;
  const metrics = new MetricsRegistry((error) => log("scrape-incomplete", { because: error.message }));
  tellOfProcess(metrics, version);
  const resource = {
    "service.name": environment.OTEL_SERVICE_NAME ?? `tandem-${workload}`,
    "service.version": version,
    ...(region === undefined ? {} : { "cloud.region": region }),
  };
  const always: Exporter = "recoverer";
  return { metrics, tracer: await openTracer(resource, environment, workload === always) };
}

/** For a part of the program that is run by itself, in a test or a benchmark: counted, and scraped by nobody. */
export function unheardTelemetry(): Telemetry {
  return { metrics: new MetricsRegistry(() => undefined), tracer: NO_TRACER };
}
