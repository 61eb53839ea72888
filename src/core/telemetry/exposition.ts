// Metrics as the text that Prometheus scrapes: its own format 0.0.4, and OpenMetrics 1.0.0 with exemplars, by the Accept header.
// https://prometheus.io/docs/instrumenting/exposition_formats/ and https://github.com/prometheus/OpenMetrics

import type { InstantMs } from "../time.ts";
import type { MetricDefinition } from "./metric.ts";

type Exemplar = { traceId: string; value: number; at: InstantMs };

export type Sample =
  | { kind: "value"; labels: Readonly<Record<string, string>>; value: number }
  | {
      kind: "histogram";
      labels: Readonly<Record<string, string>>;
      /** One more than there are bounds, the last for what is above all; not cumulated. */
      counts: readonly number[];
      sum: number;
      exemplars: readonly (Exemplar | undefined)[];
    };

export type Family = { definition: MetricDefinition; samples: readonly Sample[] };

export type TextFormat = "prometheus" | "openmetrics";

export const CONTENT_TYPES: Readonly<Record<TextFormat, string>> = {
  prometheus: "text/plain; version=0.0.4; charset=utf-8",
  openmetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8",
};

/** OpenMetrics only for whoever asks for it by name. */
export function formatFor(accept: string | undefined): TextFormat {
  return accept?.includes("application/openmetrics-text") ? "openmetrics" : "prometheus";
}

export function metricsText(families: readonly Family[], format: TextFormat): string {
  const lines: string[] = [];
  for (const family of families) if (family.samples.length > 0) addFamily(lines, family, format);
  if (format === "openmetrics") lines.push("# EOF");
  return `${lines.join("\n")}\n`;
}

function addFamily(lines: string[], { definition, samples }: Family, format: TextFormat): void {
  const { name, kind, help } = definition;
  // In OpenMetrics a counter's family has no suffix; only its sample has.
  const family = format === "openmetrics" && kind === "counter" ? name.replace(/_total$/, "") : name;
  lines.push(`# HELP ${family} ${escapedHelp(help, format)}`, `# TYPE ${family} ${kind}`);
  for (const sample of samples) {
    if (sample.kind === "value") lines.push(`${name}${labelsText(sample.labels)} ${numberText(sample.value)}`);
    else addHistogram(lines, name, definition.buckets ?? [], sample, format);
  }
}

function addHistogram(
  lines: string[],
  name: string,
  bounds: readonly number[],
  sample: Extract<Sample, { kind: "histogram" }>,
  format: TextFormat,
): void {
  let below = 0;
  for (const [index, count] of sample.counts.entries()) {
    below += count;
    const bound = bounds[index];
    const le = bound === undefined ? "+Inf" : boundText(bound, format);
    const exemplar = format === "openmetrics" ? exemplarText(sample.exemplars[index]) : "";
    lines.push(`${name}_bucket${labelsText({ ...sample.labels, le })} ${below}${exemplar}`);
  }
  lines.push(`${name}_sum${labelsText(sample.labels)} ${numberText(sample.sum)}`);
  lines.push(`${name}_count${labelsText(sample.labels)} ${below}`);
}

/** OpenMetrics wants canonical numbers in bounds: "1.0", where Prometheus's own clients write "1". */
function boundText(bound: number, format: TextFormat): string {
  return format === "openmetrics" && Number.isInteger(bound) ? `${bound}.0` : numberText(bound);
}

function exemplarText(exemplar: Exemplar | undefined): string {
  if (!exemplar) return "";
  return ` # {trace_id="${exemplar.traceId}"} ${numberText(exemplar.value)} ${(exemplar.at / 1_000).toFixed(3)}`;
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapedLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

const escapedLabel = (value: string): string => value.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/"/g, '\\"');

function escapedHelp(help: string, format: TextFormat): string {
  const text = help.replace(/\\/g, "\\\\").replace(/\n/g, "\\n");
  return format === "openmetrics" ? text.replace(/"/g, '\\"') : text;
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (value === Number.POSITIVE_INFINITY) return "+Inf";
  if (value === Number.NEGATIVE_INFINITY) return "-Inf";
  return String(value);
}
