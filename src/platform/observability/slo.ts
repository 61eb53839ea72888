// Service-level objectives and what follows from them: recording rules of the share of bad answers over six windows, and
// alerts on the speed at which the error budget burns, each over a long window and a short one, so that it rings soon and
// stops soon. Factors and windows are those of Google's SRE workbook, chapter 5, table 5-8 (14.4 over 1 h, 6 over 6 h, 1 over
// 3 d), with 3 over 1 d between, as kube-prometheus has it.
import type { Platform } from "../../blueprint/platform.ts";
import type { Owner } from "./alarm-rule.ts";
import { type Alert, type DashboardName, type Proof, type Told, told } from "./alert.ts";
import { metric } from "./catalogue.ts";

type Window = "5m" | "30m" | "1h" | "2h" | "6h" | "1d" | "3d";
export const WINDOWS: readonly Window[] = ["5m", "30m", "1h", "2h", "6h", "1d", "3d"];

export type Objective = {
  readonly id: string;
  readonly says: string;
  readonly owner: Owner;
  readonly dashboard: DashboardName;
  /** The share that must be good, of a month. */
  readonly target: Told<number>;
  /** Where the target and the bound of "good" come from. */
  readonly formula: string;
  /** The share of bad ones in a window. */
  readonly bad: (window: Window, platform: Platform) => string;
  /** What is recorded before the windows. */
  readonly also?: readonly Recording[];
  /** What the unit tests feed in: all is bad, or all is well. */
  readonly series: (bad: boolean, samples: number) => Readonly<Record<string, string>>;
};

const REQUESTS = metric("tandem_http_requests_total");
const share = (bad: string, all: string): string => `sum by (region) (${bad}) / sum by (region) (${all})`;
const of = (name: string, labels: string): string => `${name}{region="%region%",${labels}}`;
/** Health checks of a passive region answer 503 all day, on purpose. */
const NO_HEALTH = 'route!~"/healthz.*|/internal.*|/link.*|/metrics"';

const ACTIVE = metric("tandem_lease_open");

/** `whose`: any region's answers count, or the active one's alone, since a passive one refuses changes on purpose. */
function answered(job: "collector" | "console", whose: "any" | "active") {
  const all = `job="${job}",${NO_HEALTH}`;
  const where = whose === "any" ? "" : ` and on (region) (max by (region) (${ACTIVE}{job="guardian"}) == 1)`;
  return {
    bad: (window: Window): string =>
      `${share(`rate(${REQUESTS}{${all},code=~"5.."}[${window}])`, `rate(${REQUESTS}{${all}}[${window}])`)}${where}`,
    series: (bad: boolean, samples: number) => ({
      [of(REQUESTS, `job="${job}",route="/v1/batch",code="503"`)]: `0+${bad ? 60 : 0}x${samples}`,
      [of(REQUESTS, `job="${job}",route="/v1/batch",code="200"`)]: `0+60x${samples}`,
      [of(REQUESTS, `job="${job}",route="/healthz/active",code="503"`)]: `0+60x${samples}`,
      ...(whose === "active" && { [of(ACTIVE, 'job="guardian"')]: `1x${samples}` }),
    }),
  };
}

function faster(histogram: "tandem_acknowledge_duration_seconds" | "tandem_query_duration_seconds", seconds: string) {
  const [bucket, count] = [metric(`${histogram}_bucket`), metric(`${histogram}_count`)];
  // OpenMetrics spells a whole bound "1.0" and Prometheus 3 stores it so; older ones scraping plain text have "1".
  const quick = `le=~"${seconds}(\\\\.0)?"`;
  return {
    bad: (window: Window): string =>
      `1 - ${share(`rate(${bucket}{${quick}}[${window}])`, `rate(${count}[${window}])`)}`,
    series: (bad: boolean, samples: number) => ({
      [of(bucket, `le="${seconds}"`)]: `0+${bad ? 30 : 60}x${samples}`,
      [of(count, 'job="any"')]: `0+60x${samples}`,
    }),
  };
}

/** Recorded first, because a window of days over a subquery would be worked out anew at each evaluation. */
const BAD_NOW = "slo:freshness:bad_now";
/** Of what is measured as a gauge, the share of time in which it was bad. */
function within(name: "tandem_query_freshness_seconds", seconds: number) {
  const gauge = metric(name);
  return {
    also: [{ record: BAD_NOW, expr: `max by (region) (${gauge}) > bool ${seconds}` }],
    bad: (window: Window): string => `avg_over_time(${BAD_NOW}[${window}])`,
    series: (bad: boolean, samples: number) => ({
      [of(gauge, 'origin_region="any"')]: `${bad ? 2 * seconds : 1}x${samples}`,
    }),
  };
}

/** Answers that need a person's patience: the bucket of the catalogue above the slowest panel's objective (0.8 s, filtered). */
const QUESTION_SECONDS = "1";
/** The bucket of the catalogue that holds both regions' disks, the round trip between them, and a busy moment. */
const ACKNOWLEDGE_SECONDS = "0.25";
/** A file of the lake is written every 30 s, and the tail serves what is younger: a minute is twice that. */
const FRESH_SECONDS = 60;
const QUICK_SHARE = 0.99;

export const OBJECTIVES: readonly Objective[] = [
  {
    id: "ingest-availability",
    says: "Events are answered without an error of ours",
    owner: "platform",
    dashboard: "ingest",
    target: ({ objectives }) => objectives.availability,
    formula: "the blueprint's availability",
    ...answered("collector", "any"),
  },
  {
    id: "api-availability",
    says: "The console and the API answer without an error of ours",
    owner: "platform",
    dashboard: "overview",
    target: ({ objectives }) => objectives.availability,
    formula: "the blueprint's availability",
    ...answered("console", "active"),
  },
  {
    id: "ingest-latency",
    says: "Events are made durable and answered within 250 ms",
    owner: "platform",
    dashboard: "ingest",
    target: QUICK_SHARE,
    formula: "99 %, and the bucket above a round trip between the regions",
    ...faster("tandem_acknowledge_duration_seconds", ACKNOWLEDGE_SECONDS),
  },
  {
    id: "query-latency",
    says: "Questions are answered within a second",
    owner: "platform",
    dashboard: "query",
    target: QUICK_SHARE,
    formula: "99 %, and the bucket above the slowest filtered panel (800 ms)",
    ...faster("tandem_query_duration_seconds", QUESTION_SECONDS),
  },
  {
    id: "freshness",
    says: "Answers hold every event that is older than a minute",
    owner: "data",
    dashboard: "data",
    target: QUICK_SHARE,
    formula: "99 % of the time, and twice the half minute after which a file of the lake is written",
    ...within("tandem_query_freshness_seconds", FRESH_SECONDS),
  },
];

export const badShare = (id: string, window: Window): string =>
  `slo:${id.replaceAll("-", "_")}:bad_share_rate${window}`;

export type Recording = { readonly record: string; readonly expr: string; readonly labels?: Record<string, string> };

export const recordings = (platform: Platform): readonly Recording[] =>
  OBJECTIVES.flatMap(({ id, also = [], bad }) => [
    ...also,
    ...WINDOWS.map((window) => ({
      record: badShare(id, window),
      expr: bad(window, platform),
      labels: { objective: id },
    })),
  ]);

type Speed = {
  readonly name: string;
  readonly factor: number;
  readonly long: Window;
  readonly short: Window;
  readonly severity: "page" | "ticket";
  readonly budget: string;
  readonly minutes: number;
  /** Between the samples of its unit test, which would take minutes at a scrape's pace. */
  readonly everySeconds: number;
};
export const SPEEDS: readonly Speed[] = [
  {
    name: "fast",
    factor: 14.4,
    long: "1h",
    short: "5m",
    severity: "page",
    budget: "2 % of a month's in an hour",
    minutes: 60,
    everySeconds: 60,
  },
  {
    name: "steady",
    factor: 6,
    long: "6h",
    short: "30m",
    severity: "page",
    budget: "5 % of a month's in six hours",
    minutes: 360,
    everySeconds: 60,
  },
  {
    name: "slow",
    factor: 3,
    long: "1d",
    short: "2h",
    severity: "ticket",
    budget: "10 % of a month's in a day",
    minutes: 1_440,
    everySeconds: 300,
  },
  {
    name: "creeping",
    factor: 1,
    long: "3d",
    short: "6h",
    severity: "ticket",
    budget: "10 % of a month's in three days",
    minutes: 4_320,
    everySeconds: 300,
  },
];

export const BURN_ALERTS: readonly Alert[] = OBJECTIVES.flatMap((objective) =>
  SPEEDS.map((speed): Alert => burnAlert(objective, speed)),
);

function burnAlert(objective: Objective, speed: Speed): Alert {
  const { id } = objective;
  const threshold = (platform: Platform): number => speed.factor * (1 - told(platform, objective.target));
  return {
    id: `${id}-${speed.name}`,
    component: "objectives",
    owner: objective.owner,
    severity: speed.severity,
    incident: "region",
    follows: "region-lost",
    says: `${objective.says}: in %region% the error budget burns ${speed.factor} times as fast as it may (${speed.budget})`,
    first:
      "The dashboard shows which answers are bad and since when: a release (roll back), a store (its own alerts), a client (rate limits)? Spend the first five minutes on that alone.",
    reading: badShare(id, speed.long),
    unit: "share",
    comparison: ">",
    threshold,
    and: (platform) => `on (region) (${badShare(id, speed.short)} > ${Number(threshold(platform).toPrecision(12))})`,
    formula: `${speed.factor} × (1 − objective), over ${speed.long} and over ${speed.short}; ${objective.formula}`,
    lastsSeconds: speed.severity === "page" ? 120 : 900,
    because: "the windows themselves hold out single errors; this bridges one missed evaluation",
    dashboard: objective.dashboard,
    proof: burnProof(objective, speed),
  };
}

/** Everything is bad for the whole window, against: everything is well. */
function burnProof(objective: Objective, { minutes, everySeconds }: Speed): Proof {
  const atSeconds = (minutes + 30) * 60;
  const samples = Math.ceil(atSeconds / everySeconds) + 1;
  return {
    everySeconds,
    atSeconds,
    fires: objective.series(true, samples),
    quiet: objective.series(false, samples),
    labels: { region: "%region%", objective: objective.id },
  };
}
