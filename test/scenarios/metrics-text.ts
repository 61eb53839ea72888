// A strict reader of what /metrics answers, in both formats: whatever a scraper would refuse or misread is an error here.

export type ReadSample = {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
  exemplar: { traceId: string; value: number; at: number } | undefined;
};
export type ReadFamily = { name: string; kind: string; help: string; samples: ReadSample[] };

const SAMPLE =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*?)\})? (-?[0-9.]+(?:e[+-]?[0-9]+)?|[+-]Inf|NaN)(?: # \{trace_id="([0-9a-f]{32})"\} ([0-9.e+-]+) ([0-9]+\.[0-9]{3}))?$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\n"])*)"(?:,|$)/y;
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  histogram: ["_bucket", "_sum", "_count"],
  gauge: [""],
};

/** Throws at the first line that isn't as the format says. */
export function readMetrics(text: string, format: "prometheus" | "openmetrics"): ReadFamily[] {
  const lines = text.split("\n");
  if (lines.pop() !== "") throw new Error("The text doesn't end with a line feed.");
  if (format === "openmetrics" && lines.pop() !== "# EOF") throw new Error("OpenMetrics ends with # EOF.");
  const families: ReadFamily[] = [];
  for (let index = 0; index < lines.length; ) {
    const help = /^# HELP (\S+) (.+)$/.exec(lines[index] ?? "");
    const type = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(lines[index + 1] ?? "");
    if (!help || !type || help[1] !== type[1]) throw new Error(`No HELP and TYPE where one begins: ${lines[index]}`);
    const family: ReadFamily = { name: type[1] ?? "", kind: type[2] ?? "", help: help[2] ?? "", samples: [] };
    if (families.some(({ name }) => name === family.name)) throw new Error(`${family.name} comes twice.`);
    for (index += 2; index < lines.length && !lines[index]?.startsWith("#"); index += 1) {
      family.samples.push(readSample(lines[index] ?? "", family, format));
    }
    checkFamily(family);
    families.push(family);
  }
  return families;
}

function readSample(line: string, { name: family, kind }: ReadFamily, format: string): ReadSample {
  const match = SAMPLE.exec(line);
  if (!match) throw new Error(`No sample: ${line}`);
  const [, name = "", labels, value = "", traceId, exemplarValue, at] = match;
  const suffixes = kind === "counter" ? [format === "openmetrics" ? "_total" : ""] : (SUFFIXES[kind] ?? []);
  if (!suffixes.some((suffix) => family + suffix === name)) throw new Error(`${name} isn't of ${family}.`);
  if (traceId !== undefined && (format !== "openmetrics" || !name.endsWith("_bucket"))) {
    throw new Error(`An exemplar where none may be: ${line}`);
  }
  const exemplar = traceId === undefined ? undefined : { traceId, value: Number(exemplarValue), at: Number(at) };
  return { name, labels: readLabels(labels ?? ""), value: numberOf(value), exemplar };
}

function readLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const match = LABEL.exec(text);
    if (!match) throw new Error(`No labels: ${text}`);
    const [, name = "", value = ""] = match;
    if (name in labels) throw new Error(`${name} comes twice in ${text}`);
    labels[name] = value;
  }
  return labels;
}

const numberOf = (text: string): number => (text === "+Inf" ? Number.POSITIVE_INFINITY : Number(text));

/** No series twice; a histogram's buckets grow, and the last one is its count. */
function checkFamily({ name, kind, samples }: ReadFamily): void {
  if (samples.length === 0) throw new Error(`${name} has no sample.`);
  const seen = new Set<string>();
  for (const sample of samples) {
    const key = `${sample.name} ${JSON.stringify(sample.labels)}`;
    if (seen.has(key)) throw new Error(`Twice: ${key}`);
    seen.add(key);
  }
  if (kind !== "histogram") return;
  const buckets = Map.groupBy(
    samples.filter((sample) => sample.name.endsWith("_bucket")),
    ({ labels: { le: _, ...rest } }) => JSON.stringify(rest),
  );
  for (const [labels, series] of buckets) {
    const bounds = series.map((sample) => numberOf(sample.labels.le ?? ""));
    if (bounds.at(-1) !== Number.POSITIVE_INFINITY) throw new Error(`${name} ${labels} has no infinite bucket.`);
    for (let index = 1; index < series.length; index += 1) {
      const [one, next] = [series[index - 1], series[index]] as [ReadSample, ReadSample];
      if (next.value < one.value || (bounds[index] as number) <= (bounds[index - 1] as number)) {
        throw new Error(`${name} ${labels}: buckets don't grow.`);
      }
    }
    const count = samples.find((one) => one.name.endsWith("_count") && JSON.stringify(one.labels) === labels);
    if (count?.value !== series.at(-1)?.value) throw new Error(`${name} ${labels}: the count isn't the last bucket's.`);
  }
}
