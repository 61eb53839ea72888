// A dashboard of Grafana as we write it: rows of panels of fixed widths, laid out and numbered by a program, so that none
// overlaps and no id is given twice. Types are our own, of the few fields that are used (decision 0046).
import type { Platform } from "../../blueprint/platform.ts";
import { DATA_SOURCES } from "../names/observability.ts";
import type { DashboardName, Unit } from "./alert.ts";
import { dashboardUid } from "./dashboard-names.ts";

/** Which kind of data source a panel asks; each is a variable of the dashboard. */
export type SourceKind = "prometheus" | "cloudwatch" | "opensearch";
export type Query =
  | { readonly kind: "prometheus"; readonly expr: string; readonly legend: string }
  | { readonly kind: "cloudwatch-logs"; readonly groups: readonly string[]; readonly expression: string }
  | { readonly kind: "opensearch"; readonly query: string };

export type Panel = {
  readonly title: string;
  readonly says: string;
  readonly unit: Unit;
  readonly view: "timeseries" | "stat" | "logs" | "table";
  readonly width: 4 | 6 | 8 | 12 | 24;
  readonly queries: readonly Query[];
  /** Where it turns red. */
  readonly threshold?: { readonly value: number; readonly red: "above" | "below" };
  /** The alert that it draws. */
  readonly alert?: string;
};
export type Row = { readonly title: string; readonly panels: readonly Panel[] };
export type Dashboard = {
  readonly name: DashboardName;
  readonly title: string;
  readonly says: string;
  readonly rows: readonly Row[];
};

export const GRID_COLUMNS = 24;
const HEIGHTS: Readonly<Record<Panel["view"], number>> = { timeseries: 8, stat: 4, logs: 12, table: 8 };

/** Grafana's names of units. */
const UNITS: Readonly<Record<Unit, string>> = {
  seconds: "s",
  milliseconds: "ms",
  bytes: "bytes",
  share: "percentunit",
  percent: "percent",
  events: "short",
  "events/s": "cps",
  "requests/s": "reqps",
  "bytes/s": "Bps",
  count: "short",
  "yes or no": "bool_yes_no",
  usd: "currencyUSD",
};

export type GridPos = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type GrafanaPanel = {
  readonly id: number;
  readonly type: "row" | "timeseries" | "stat" | "logs" | "table";
  readonly title: string;
  readonly description?: string;
  readonly gridPos: GridPos;
  readonly datasource?: { readonly type: string; readonly uid: string };
  readonly targets?: readonly Readonly<Record<string, unknown>>[];
  readonly fieldConfig?: { readonly defaults: Readonly<Record<string, unknown>>; readonly overrides: readonly [] };
  readonly options?: Readonly<Record<string, unknown>>;
};
export type GrafanaVariable = {
  readonly name: string;
  readonly label: string;
  readonly type: "datasource" | "query";
  readonly [field: string]: unknown;
};
export type GrafanaDashboard = {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly schemaVersion: number;
  readonly version: number;
  readonly editable: false;
  readonly graphTooltip: number;
  readonly refresh: string;
  readonly timezone: "utc";
  readonly time: { readonly from: string; readonly to: string };
  readonly templating: { readonly list: readonly GrafanaVariable[] };
  readonly panels: readonly GrafanaPanel[];
  readonly links: readonly Readonly<Record<string, unknown>>[];
};

export function grafanaDashboard(platform: Platform, dashboard: Dashboard): GrafanaDashboard {
  return {
    uid: dashboardUid(dashboard.name),
    title: `${platform.name}: ${dashboard.title}`,
    description: dashboard.says,
    tags: ["tandem", platform.name],
    // What Grafana 11 to 13 read without migrating anything that we use.
    schemaVersion: 39,
    version: 1,
    editable: false,
    graphTooltip: 1,
    refresh: "30s",
    timezone: "utc",
    time: { from: "now-3h", to: "now" },
    templating: { list: variablesOf(dashboard) },
    panels: laidOut(dashboard.rows),
    links: [
      {
        type: "dashboards",
        tags: ["tandem"],
        asDropdown: true,
        title: "Other dashboards",
        includeVars: true,
        keepTime: true,
      },
    ],
  };
}

const SOURCES: Readonly<
  Record<
    SourceKind,
    { readonly variable: string; readonly type: string; readonly first: string; readonly label: string }
  >
> = {
  prometheus: { variable: "prometheus", type: "prometheus", first: DATA_SOURCES.prometheus, label: "Prometheus" },
  cloudwatch: { variable: "cloudwatch", type: "cloudwatch", first: DATA_SOURCES.cloudWatch, label: "CloudWatch" },
  opensearch: {
    variable: "opensearch",
    type: "grafana-opensearch-datasource",
    first: DATA_SOURCES.search,
    label: "OpenSearch",
  },
};
const sourceOf = ({ kind }: Query): SourceKind => (kind === "cloudwatch-logs" ? "cloudwatch" : kind);

function variablesOf({ rows }: Dashboard): readonly GrafanaVariable[] {
  const kinds = new Set(rows.flatMap(({ panels }) => panels.flatMap(({ queries }) => queries.map(sourceOf))));
  const sources = [...kinds].map((kind): GrafanaVariable => {
    const { variable, type, first, label } = SOURCES[kind];
    return {
      name: variable,
      label,
      type: "datasource",
      query: type,
      current: { text: label, value: first },
      hide: 0,
      regex: "",
    };
  });
  if (!kinds.has("prometheus")) return sources;
  const region: GrafanaVariable = {
    name: "region",
    label: "Region",
    type: "query",
    datasource: { type: "prometheus", uid: `\${${SOURCES.prometheus.variable}}` },
    query: { query: "label_values(tandem_build_info, region)", refId: "region" },
    refresh: 2,
    multi: true,
    includeAll: true,
    // A series of AWS or of the cluster carries no region: with all chosen it matches too.
    allValue: ".*",
    current: { text: "All", value: "$__all" },
    hide: 0,
  };
  return [...sources, region];
}

function laidOut(rows: readonly Row[]): readonly GrafanaPanel[] {
  const placed: GrafanaPanel[] = [];
  let y = 0;
  for (const { title, panels } of rows) {
    placed.push({ id: placed.length + 1, type: "row", title, gridPos: { x: 0, y, w: GRID_COLUMNS, h: 1 } });
    y += 1;
    let x = 0;
    let tallest = 0;
    for (const panel of panels) {
      const height = HEIGHTS[panel.view];
      if (x + panel.width > GRID_COLUMNS) {
        x = 0;
        y += tallest;
        tallest = 0;
      }
      placed.push(panelOf(panel, placed.length + 1, { x, y, w: panel.width, h: height }));
      x += panel.width;
      tallest = Math.max(tallest, height);
    }
    y += tallest;
  }
  return placed;
}

function panelOf(panel: Panel, id: number, gridPos: GridPos): GrafanaPanel {
  const [first] = panel.queries;
  const kind = first === undefined ? "prometheus" : sourceOf(first);
  const datasource = { type: SOURCES[kind].type, uid: `\${${SOURCES[kind].variable}}` };
  return {
    id,
    type: panel.view,
    title: panel.title,
    description: panel.says,
    gridPos,
    datasource,
    targets: panel.queries.map((query, index) => ({ refId: letter(index), datasource, ...targetOf(query, panel) })),
    ...(panel.view === "logs"
      ? { options: { showTime: true, wrapLogMessage: true, sortOrder: "Descending", dedupStrategy: "none" } }
      : { fieldConfig: { defaults: defaultsOf(panel), overrides: [] } }),
  };
}
const letter = (index: number): string => String.fromCharCode(65 + index);

function targetOf(query: Query, { view }: Panel): Readonly<Record<string, unknown>> {
  switch (query.kind) {
    case "prometheus":
      return {
        expr: query.expr,
        legendFormat: query.legend,
        range: view !== "stat",
        instant: view === "stat",
        exemplar: view === "timeseries",
      };
    case "cloudwatch-logs":
      return {
        queryMode: "Logs",
        region: "default",
        expression: query.expression,
        logGroups: query.groups.map((name) => ({ name })),
      };
    case "opensearch":
      return { query: query.query, queryType: "lucene", metrics: [{ id: "1", type: "logs" }], timeField: "@timestamp" };
  }
}

function defaultsOf({ unit, threshold, view }: Panel): Readonly<Record<string, unknown>> {
  const steps =
    threshold === undefined
      ? [{ color: "green", value: null }]
      : threshold.red === "above"
        ? [
            { color: "green", value: null },
            { color: "red", value: threshold.value },
          ]
        : [
            { color: "red", value: null },
            { color: "green", value: threshold.value },
          ];
  return {
    unit: UNITS[unit],
    ...(unit === "share" || unit === "percent" ? { min: 0 } : {}),
    thresholds: { mode: "absolute", steps },
    ...(view === "timeseries" && threshold !== undefined ? { custom: { thresholdsStyle: { mode: "dashed" } } } : {}),
  };
}
