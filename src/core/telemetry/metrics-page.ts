// The manual's page of what the processes tell of themselves, printed from the catalogues.

import { LOG_EVENTS, type LogEvent } from "./log-events.ts";
import { EXPORTERS, type MetricDefinition } from "./metric.ts";
import { METRIC_NAMES, metricDefinition } from "./metrics.ts";
import { SPANS } from "./spans.ts";

export function metricsPage(): string {
  const metrics = METRIC_NAMES.map(metricDefinition);
  return `# What the processes tell of themselves

Metrics, traces and log lines, for whoever watches an installation or writes a rule. This page is printed from the catalogues in
\`src/core/telemetry\`; a live installation is held against them (\`test/scenarios/telemetry.test.ts\`).

\`\`\`sh
curl http://127.0.0.1:4613/metrics                                              # the first region's guardian
curl -H 'Accept: application/openmetrics-text' http://127.0.0.1:4611/metrics    # with exemplars
OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 npm start                     # traces to a collector
\`\`\`

## Metrics

Every process answers \`GET /metrics\` on its own port to whoever asks from this machine, as Prometheus's text (0.0.4) or as
OpenMetrics with exemplars. With \`TANDEM_METRICS_PORT\` it answers on that port instead, to whoever can reach it, and no longer on
its own one: that is how pods are scraped. Ports are in \`docs/ARCHITECTURE.md\`. The labels \`region\`, \`environment\` and \`job\` are
the scraper's to set.

${table(
  ["Metric", "Kind", "Labels", "Exported by", "Meaning"],
  metrics.map((metric) => [
    `\`${metric.name}\``,
    metric.kind,
    metric.labels.map((label) => `\`${label}\``).join(" "),
    exporters(metric),
    metric.help + (metric.when === undefined ? "" : ` Told when ${metric.when}.`),
  ]),
)}

## Traces

Off until \`OTEL_EXPORTER_OTLP_ENDPOINT\` names a collector (OTLP over HTTP); then OpenTelemetry's standard variables are obeyed, among
them \`OTEL_TRACES_SAMPLER\` and \`OTEL_TRACES_SAMPLER_ARG\`. A client's \`traceparent\` (W3C) is taken up by the edge and the collector;
a client that sets its sampled flag is believed unless the sampler is \`traceidratio\`. The record in the log carries the context, so
the lake writer of whichever region writes it goes on with the trace. A recovery run is always traced; its trace id follows from its
id and stands in its record, in \`tandem history\` and in the evidence of drills. \`tandem trace\` names the trace that brought an event
while its record is in the log. AWS X-Ray takes W3C ids from a collector (CloudWatch agent 1.300030.0, ADOT collector 0.34.0 or newer:
[AWS, 27 October 2023](https://aws.amazon.com/about-aws/whats-new/2023/10/aws-x-ray-w3c-format-trace-ids-distributed-tracing/)).
There is no queue of tasks in the program yet, so no trace runs through one.

${table(
  ["Span", "Made by", "Attributes", "Meaning"],
  Object.entries(SPANS).map(([name, { madeBy, attributes, help }]) => [
    name,
    madeBy.join(", "),
    attributes.map((one) => `\`${one}\``).join(" "),
    help,
  ]),
)}

## Log lines

One JSON object a line: \`at\`, \`level\`, \`event\`, \`workload\`, \`region\`, then what belongs to the event, \`trace_id\` where there is one.
\`error\`: a person looks soon; \`warn\`: look when something else is wrong; \`info\`: nobody needs to. No line holds a secret, an address
or anything of an event's body.

${table(
  ["Event", "Level", "Meaning"],
  Object.entries<LogEvent>(LOG_EVENTS).map(([name, { level, help }]) => [`\`${name}\``, level, help]),
)}
`;
}

function exporters({ exportedBy }: MetricDefinition): string {
  return exportedBy.length === EXPORTERS.length ? "all" : exportedBy.join(", ");
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}
