// A dashboard per region, made of the very alarms: a row per component, a graph per line of the catalogue with its
// threshold drawn in, so that what rings is what one looks at. In the witness a view of all regions at once, which asks
// CloudWatch in each of them and so shows what is left when one is gone.
import type { Region } from "../../../blueprint/platform.ts";
import { canaryName, dashboardName, METRICS_NAMESPACE } from "../../names/safety.ts";
import { RECOVERY_METRICS } from "../../observability/recovery-metrics.ts";
import { json } from "../language/expression.ts";
import { at, type Lookout } from "../lookout.ts";
import { type Alarm, dimensionsOf, type Watched } from "./alarms.ts";
import { regionsToWatch } from "./canaries.ts";

export const DASHBOARD_FILE = "dashboards";
const COMMENT = "What is looked at: a row per component, a graph per alarm, its threshold drawn in.";
/** A dashboard is 24 columns wide. */
const WIDTH = 8;
const HEIGHT = 6;
const PER_ROW = 3;
/** CloudWatch draws no more than 500 metrics in a dashboard's widget, and nobody sees more than a few. */
const CURVES_MAX = 24;

type Widget = Readonly<Record<string, unknown>>;

export function buildDashboard(watched: Watched, alarms: readonly Alarm[]): void {
  const { platform, stack, place } = watched.lookout;
  const components = [...new Set(alarms.map(({ rule }) => rule.component))];
  const rows = components.map((component) => ({
    title: component,
    graphs: graphsOf(
      alarms.filter(({ rule }) => rule.component === component),
      place.region,
    ),
  }));
  if (rows.length === 0) return;
  const name = place.edge ? "edge" : place.region;
  stack
    .file(DASHBOARD_FILE, COMMENT)
    .resource(
      "aws_cloudwatch_dashboard",
      place.edge ? "edge" : "region",
      { dashboard_name: dashboardName(platform, name), dashboard_body: json({ widgets: laidOut(rows) }) },
      at(watched.lookout as Lookout),
    );
}

/** One graph per line of the catalogue, a curve per resource. */
function graphsOf(alarms: readonly Alarm[], region: string): readonly Widget[] {
  const ids = [...new Set(alarms.map(({ rule }) => rule.id))];
  return ids.map((id) => {
    const same = alarms.filter(({ rule }) => rule.id === id).slice(0, CURVES_MAX);
    const { rule, subject } = same[0] as Alarm;
    return {
      type: "metric",
      properties: {
        title: rule.unit === "" ? rule.id : `${rule.id} (${rule.unit})`,
        region,
        view: "timeSeries",
        stacked: false,
        metrics: same.flatMap(curvesOf),
        annotations: { horizontal: [{ label: `alarm ${rule.comparison}`, value: rule.threshold(subject) }] },
      },
    };
  });
}

function curvesOf({ rule, subject, part }: Alarm, index: number): readonly unknown[] {
  const reading = typeof rule.reading === "function" ? rule.reading(subject) : rule.reading;
  const period = typeof rule.periodSeconds === "function" ? rule.periodSeconds(subject) : rule.periodSeconds;
  const dimensions = Object.entries(dimensionsOf(rule.dimensions(subject, part))).flat();
  const label = [subject.resource.name, part].filter((word) => word !== undefined).join(" ");
  if (reading.kind === "metric") {
    const { namespace, name, statistic } = reading.metric;
    return [[namespace, name, ...dimensions, { stat: statistic, period, label }]];
  }
  // Ids are unique in a graph, so each curve's own metrics get its number.
  const numbered = (name: string): string => `${name}${index}`;
  const names = Object.keys(reading.metrics);
  const expression = names.reduce(
    (text, name) => text.replaceAll(new RegExp(`\\b${name}\\b`, "g"), numbered(name)),
    reading.expression,
  );
  return [
    [{ expression, id: numbered("judged"), label, period }],
    ...Object.entries(reading.metrics).map(([name, metric]) => [
      metric.namespace,
      metric.name,
      ...dimensions,
      { id: numbered(name), stat: metric.statistic, period, visible: false },
    ]),
  ];
}

function laidOut(rows: readonly { readonly title: string; readonly graphs: readonly Widget[] }[]): readonly Widget[] {
  let y = 0;
  return rows.flatMap(({ title, graphs }) => {
    const heading = {
      type: "text",
      x: 0,
      y,
      width: PER_ROW * WIDTH,
      height: 1,
      properties: { markdown: `## ${title}` },
    };
    y += 1;
    const placed = graphs.map((graph, index) => ({
      ...graph,
      x: (index % PER_ROW) * WIDTH,
      y: y + Math.floor(index / PER_ROW) * HEIGHT,
      width: WIDTH,
      height: HEIGHT,
    }));
    y += Math.ceil(graphs.length / PER_ROW) * HEIGHT;
    return [heading, ...placed];
  });
}

/** The witness's view: what canaries see of each region, what each says of its own recovery, how much each carries. */
export function buildOverview(lookout: Lookout): void {
  const { platform, stack } = lookout;
  const regions = [platform.regions.primary, platform.regions.standby];
  const rows = [
    { title: "Seen from outside", graphs: [canaryGraph(lookout)] },
    { title: "Recovery", graphs: Object.keys(RECOVERY_METRICS).map((metric) => recoveryGraph(metric, regions)) },
    { title: "Traffic", graphs: regions.filter(({ holds }) => holds.entry).map(({ name }) => trafficGraph(name)) },
  ];
  stack.file(DASHBOARD_FILE, COMMENT).resource("aws_cloudwatch_dashboard", "overview", {
    dashboard_name: dashboardName(platform, "overview"),
    dashboard_body: json({ widgets: laidOut(rows) }),
  });
}

const canaryGraph = ({ platform, place }: Lookout): Widget => ({
  type: "metric",
  properties: {
    title: "canaries (% of visits)",
    region: place.region,
    view: "timeSeries",
    stacked: false,
    metrics: [
      ...regionsToWatch(platform, place.region).map((region) => canaryName(platform, { region })),
      canaryName(platform, "active"),
    ].map((name) => ["CloudWatchSynthetics", "SuccessPercent", "CanaryName", name, { stat: "Average", label: name }]),
  },
});

const recoveryGraph = (metric: string, regions: readonly Region[]): Widget => ({
  type: "metric",
  properties: {
    title: metric,
    region: regions[0]?.name,
    view: "timeSeries",
    stacked: false,
    metrics: regions.map(({ name }) => [
      METRICS_NAMESPACE,
      metric,
      "Region",
      name,
      { region: name, stat: "Maximum", label: name },
    ]),
  },
});

/** Searched for, because a load balancer's id is known to its own region's state alone. */
const trafficGraph = (region: string): Widget => ({
  type: "metric",
  properties: {
    title: `requests a minute in ${region}`,
    region,
    view: "timeSeries",
    stacked: true,
    metrics: [
      [
        {
          expression: `SEARCH('{AWS/ApplicationELB,LoadBalancer} MetricName="RequestCount"', 'Sum', 60)`,
          id: "requests",
        },
      ],
    ],
  },
});
