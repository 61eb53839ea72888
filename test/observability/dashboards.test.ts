// The dashboards of every platform, and a broken one for each thing that the lint must find.
import assert from "node:assert/strict";
import { test } from "node:test";
import { alertsOf } from "../../src/platform/observability/alerts.ts";
import { CLUSTER_METRICS, PROGRAM_SERIES } from "../../src/platform/observability/catalogue.ts";
import { CLOUDWATCH_METRICS } from "../../src/platform/observability/cloudwatch-metrics.ts";
import {
  type GrafanaDashboard,
  type GrafanaPanel,
  grafanaDashboard,
} from "../../src/platform/observability/dashboard.ts";
import { dashboardsOf } from "../../src/platform/observability/dashboards.ts";
import { recordings } from "../../src/platform/observability/slo.ts";
import { lintDashboards } from "./dashboard-lint.ts";
import { PLATFORMS } from "./platforms.ts";

const KNOWN = new Set<string>([...PROGRAM_SERIES, ...Object.keys(CLUSTER_METRICS), ...Object.keys(CLOUDWATCH_METRICS)]);

test("no dashboard of any platform has a fault", () => {
  for (const [name, platform] of PLATFORMS) {
    const known = new Set([...KNOWN, ...recordings(platform).map(({ record }) => record)]);
    const made = dashboardsOf(platform).map((one) => grafanaDashboard(platform, one));
    assert.deepEqual(lintDashboards(made, known), [], name);
  }
});

test("every alert has a panel that draws its own expression, with its threshold", () => {
  for (const [name, platform] of PLATFORMS) {
    const panels = dashboardsOf(platform).flatMap(({ rows }) => rows.flatMap((row) => row.panels));
    for (const { id } of alertsOf(platform)) {
      const drawn = panels.filter((panel) => panel.alert === id);
      assert.equal(drawn.length, 1, `${name}: ${id}`);
      assert(drawn[0]?.threshold !== undefined, id);
    }
  }
});

const [, flagship] = PLATFORMS.find(([name]) => name === "flagship prod") ?? [];
assert(flagship);
const good = grafanaDashboard(flagship, dashboardsOf(flagship)[4] as never);
const known = new Set([...KNOWN, ...recordings(flagship).map(({ record }) => record)]);
/** The first panel that isn't a row, changed. */
const changed = (change: (panel: GrafanaPanel) => Partial<GrafanaPanel>): GrafanaDashboard => {
  const at = good.panels.findIndex(({ type }) => type !== "row");
  return {
    ...good,
    panels: good.panels.map((panel, index) => (index === at ? { ...panel, ...change(panel) } : panel)),
  };
};

const BROKEN: Readonly<Record<string, readonly [dashboards: readonly GrafanaDashboard[], says: RegExp]>> = {
  "two dashboards of one uid": [[good, good], /two dashboards have the uid/],
  "a uid that Grafana cuts": [[{ ...good, uid: "x".repeat(41) }], /its uid isn't/],
  "two panels of one id": [[changed(() => ({ id: 2 ** 31 })), changed(() => ({ id: 1 }))].slice(1), /share an id/],
  "a panel beyond the grid": [
    [changed(({ gridPos }) => ({ gridPos: { ...gridPos, x: 23, w: 4 } }))],
    /leaves the 24 columns/,
  ],
  "a panel over another": [[changed(({ gridPos }) => ({ gridPos: { ...gridPos, w: 12 } }))], /lies over/],
  "a panel without words": [[changed(() => ({ description: "" }))], /says nothing of itself/],
  "a panel without a unit": [[changed(() => ({ fieldConfig: { defaults: {}, overrides: [] } }))], /has no unit/],
  "a panel of one data source": [
    [changed(() => ({ datasource: { type: "prometheus", uid: "abc" } }))],
    /bound to one data source/,
  ],
  "a panel of a variable that isn't there": [
    [changed(() => ({ datasource: { type: "prometheus", uid: `\${other}` } }))],
    /which isn't there/,
  ],
  "a panel without a question": [[changed(() => ({ targets: [] }))], /asks nothing/],
  "two questions of one letter": [
    [changed(({ targets = [] }) => ({ targets: [...targets, ...targets] }))],
    /two queries of one refId/,
  ],
  "a question with a slip": [
    [changed(() => ({ targets: [{ refId: "A", expr: "sum(rate(up[5m])" }] }))],
    /can't be read/,
  ],
  "a metric that nobody exports": [
    [changed(() => ({ targets: [{ refId: "A", expr: "tandem_made_up" }] }))],
    /which nobody exports/,
  ],
};

for (const [what, [dashboards, says]] of Object.entries(BROKEN)) {
  test(`the lint finds ${what}`, () => {
    assert.match(lintDashboards(dashboards, known).join("\n"), says);
  });
}
