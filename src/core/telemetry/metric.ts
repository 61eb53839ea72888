// What a metric's definition says. The catalogue of the program's metrics is `metrics.ts`.

/** The processes of the program, by the names of their workloads. */
export const EXPORTERS = [
  "edge",
  "witness",
  "network",
  "console",
  "collector",
  "query",
  "guardian",
  "mirror",
  "lake-writer",
  "recoverer",
  "watchdog",
] as const;
export type Exporter = (typeof EXPORTERS)[number];

type MetricKind = "counter" | "gauge" | "histogram";

type MetricUnit =
  | "seconds"
  | "bytes"
  | "events"
  | "requests"
  | "writes"
  | "objects"
  | "rows"
  | "rounds"
  | "runs"
  | "voters"
  | "items"
  | "ratio"
  | "number"
  /** 1 or 0. */
  | "truth";

export type MetricDefinition = {
  /** Prometheus's conventions: prefix, base unit, `_total` for what only grows. */
  readonly name: string;
  readonly kind: MetricKind;
  readonly unit: MetricUnit;
  /** One sentence; the text that `/metrics` prints and the manual's table. */
  readonly help: string;
  readonly labels: readonly string[];
  readonly exportedBy: readonly Exporter[];
  /** Upper bounds of a histogram, ascending, without the infinite one. */
  readonly buckets?: readonly number[];
  readonly from: "program";
  /** When there is something to export; absent: from the start of the process on. */
  readonly when?: string;
};
