// What Grafana takes without a word and then shows wrongly, or not at all. It has no validator that runs without a server, so
// these are our own rules, each with a broken dashboard in the tests.
import type { GrafanaDashboard, GrafanaPanel, GridPos } from "../../src/platform/observability/dashboard.ts";
import { readPromql } from "./promql.ts";

const COLUMNS = 24;
const overlap = (a: GridPos, b: GridPos): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** `known`: every metric that somebody exports. */
export function lintDashboards(dashboards: readonly GrafanaDashboard[], known: ReadonlySet<string>): readonly string[] {
  const uids = dashboards.map(({ uid }) => uid);
  const twice = uids
    .filter((uid, index) => uids.indexOf(uid) !== index)
    .map((uid) => `two dashboards have the uid ${uid}`);
  return [...twice, ...dashboards.flatMap((one) => lint(one, known).map((says) => `${one.uid}: ${says}`))];
}

function lint({ panels, templating, uid }: GrafanaDashboard, known: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  if (!/^[a-z0-9-]{1,40}$/.test(uid)) found.push("its uid isn't of 1 to 40 small letters, digits and hyphens");
  const ids = panels.map(({ id }) => id);
  if (new Set(ids).size !== ids.length || ids.some((id) => id < 1)) found.push("panels share an id, or have none");
  panels.forEach((panel, index) => {
    const { x, w, h } = panel.gridPos;
    if (x < 0 || w < 1 || h < 1 || x + w > COLUMNS) found.push(`"${panel.title}" leaves the ${COLUMNS} columns`);
    for (const other of panels.slice(index + 1)) {
      if (overlap(panel.gridPos, other.gridPos)) found.push(`"${panel.title}" lies over "${other.title}"`);
    }
    if (panel.type !== "row")
      found.push(
        ...lintPanel(
          panel,
          templating.list.map(({ name }) => name),
          known,
        ),
      );
  });
  return found;
}

function lintPanel(panel: GrafanaPanel, variables: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const { title, description, type, fieldConfig, datasource, targets = [] } = panel;
  const found: string[] = [];
  if (!description) found.push(`"${title}" says nothing of itself`);
  if (type !== "logs" && !fieldConfig?.defaults.unit) found.push(`"${title}" has no unit`);
  const variable = /^\$\{(\w+)\}$/.exec(datasource?.uid ?? "")?.[1];
  if (variable === undefined) found.push(`"${title}" is bound to one data source, so it shows one region for ever`);
  else if (!variables.includes(variable)) found.push(`"${title}" asks the variable ${variable}, which isn't there`);
  if (targets.length === 0) found.push(`"${title}" asks nothing`);
  const references = targets.map(({ refId }) => refId);
  if (new Set(references).size !== references.length) found.push(`"${title}" has two queries of one refId`);
  for (const { expr } of targets) {
    if (typeof expr !== "string") continue;
    const read = readPromql(expr);
    if (read.kind === "broken") found.push(`"${title}" asks what can't be read, near ${JSON.stringify(read.near)}`);
    else
      for (const name of read.metrics.filter((one) => !known.has(one)))
        found.push(`"${title}" asks for ${name}, which nobody exports`);
  }
  return found;
}
