// The metrics of one process: counted in memory as plain numbers, read from the process's own state when somebody scrapes. Only
// names and labels of the catalogue compile. Nothing runs between scrapes.

import { performance } from "node:perf_hooks";
import type { Family, Sample, TextFormat } from "../../core/telemetry/exposition.ts";
import { metricsText } from "../../core/telemetry/exposition.ts";
import {
  type LabelsOf,
  METRIC_NAMES,
  type MetricName,
  metricDefinition,
  type NamesOf,
} from "../../core/telemetry/metrics.ts";

export type Counter = { add(count?: number): void };
export type Histogram = {
  /** `traceId`: of a trace that is exported; it becomes the exemplar of the value's bucket. */
  observe(value: number, traceId?: string): void;
};

/** Tells the value of a metric as it is at the scrape; undefined: there is nothing to tell now. */
export type Tell = <N extends NamesOf<"gauge" | "counter">>(
  name: N,
  labels: LabelsOf<N>,
  value: number | boolean | null | undefined,
) => void;
type Reader = (tell: Tell) => void | Promise<void>;

/** More label values than this of one metric are a defect: a name of somebody's became a label. */
const SERIES_MAX = 500;
/** Of reading the state at a scrape; a scraper waits ten seconds. */
const READ_MS_MAX = 3_000;

type Series = { labels: Readonly<Record<string, string>>; value: number };
type HistogramSeries = Extract<Sample, { kind: "histogram" }> & {
  counts: number[];
  exemplars: { traceId: string; value: number; at: number }[];
};

export class MetricsRegistry {
  readonly #counted = new Map<string, Map<string, Series>>();
  readonly #histograms = new Map<string, Map<string, HistogramSeries>>();
  readonly #readers: Reader[] = [];
  readonly #onReaderFailed: (error: Error) => void;

  constructor(onReaderFailed: (error: Error) => void) {
    this.#onReaderFailed = onReaderFailed;
  }

  /** The counter with these labels, from 0 on; kept by whoever counts often. */
  counter<N extends NamesOf<"counter">>(name: N, labels: LabelsOf<N>): Counter {
    const series = seriesIn(this.#counted, name, labels, (kept): Series => ({ labels: kept, value: 0 }));
    return {
      add(count = 1) {
        series.value += count;
      },
    };
  }

  histogram<N extends NamesOf<"histogram">>(name: N, labels: LabelsOf<N>): Histogram {
    const bounds = metricDefinition(name).buckets ?? [];
    const series = seriesIn(
      this.#histograms,
      name,
      labels,
      (kept): HistogramSeries => ({
        kind: "histogram",
        labels: kept,
        counts: new Array<number>(bounds.length + 1).fill(0),
        sum: 0,
        exemplars: [],
      }),
    );
    return {
      observe(value, traceId) {
        let index = 0;
        while (index < bounds.length && value > (bounds[index] as number)) index += 1;
        series.counts[index] = (series.counts[index] as number) + 1;
        series.sum += value;
        if (traceId !== undefined) series.exemplars[index] = { traceId, value, at: Date.now() };
      },
    };
  }

  /** Called at each scrape. What it tells of a counter is its whole count. */
  onScrape(reader: Reader): void {
    this.#readers.push(reader);
  }

  async text(format: TextFormat): Promise<string> {
    return metricsText(await this.families(), format);
  }

  async families(): Promise<Family[]> {
    const told = new Map<string, Map<string, Series>>();
    const tell: Tell = (name, labels, value) => {
      if (value === null || value === undefined) return;
      seriesIn(told, name, labels, (kept) => ({ labels: kept, value: 0 })).value = Number(value);
    };
    await Promise.all(this.#readers.map((reader) => this.#read(reader, tell)));
    return METRIC_NAMES.map((name) => ({
      definition: metricDefinition(name),
      samples: [
        ...values(this.#counted.get(name)),
        ...values(told.get(name)),
        ...(this.#histograms.get(name)?.values() ?? []),
      ],
    }));
  }

  /** A part that can't be read is left out of this scrape, and the rest still told. */
  async #read(reader: Reader, tell: Tell): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    try {
      const overdue = new Promise<never>((_, reject) => {
        late = setTimeout(() => reject(new Error(`not read within ${READ_MS_MAX} ms`)), READ_MS_MAX);
      });
      await Promise.race([reader(tell), overdue]);
    } catch (error) {
      this.#onReaderFailed(error as Error);
    } finally {
      clearTimeout(late);
    }
  }
}

const values = (series: Map<string, Series> | undefined): Sample[] =>
  [...(series?.values() ?? [])].map(({ labels, value }) => ({ kind: "value", labels, value }));

function seriesIn<S, N extends MetricName>(
  all: Map<string, Map<string, S>>,
  name: N,
  labels: LabelsOf<N>,
  make: (labels: Readonly<Record<string, string>>) => S,
): S {
  const ofName = all.get(name) ?? new Map<string, S>();
  all.set(name, ofName);
  const given = labels as Readonly<Record<string, string>>;
  const names = metricDefinition(name).labels;
  const key = names.map((label) => given[label] ?? "").join("\u0000");
  let series = ofName.get(key);
  if (!series) {
    if (ofName.size >= SERIES_MAX) {
      throw new RangeError(`${name} has ${SERIES_MAX} series already; a label of it takes too many values.`);
    }
    // In the catalogue's order, whatever order they were given in.
    series = make(Object.fromEntries(names.map((label) => [label, given[label] ?? ""])));
    ofName.set(key, series);
  }
  return series;
}

/** Seconds since `began`, of `performance.now()`. */
export const secondsSince = (began: number): number => (performance.now() - began) / 1_000;
