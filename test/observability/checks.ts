// What Prometheus's own programs say of a platform's files: rules, their unit tests, every query of every dashboard, the
// configuration of Alertmanager, and where it sends each alert.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Platform } from "../../src/blueprint/platform.ts";
import { dashboardsOf } from "../../src/platform/observability/dashboards.ts";
import { observabilityFiles, watchedRegions } from "../../src/platform/observability/observability-files.ts";
import { routeTests } from "../../src/platform/observability/route-tests.ts";
import { RULE_FILES } from "../../src/platform/observability/rules.ts";
import { withoutVariables } from "./promql.ts";
import { run } from "./tools.ts";

export type Checked = {
  readonly what: string;
  readonly count: number;
  readonly faults: readonly string[];
  readonly ms: number;
};

export async function* checkFiles(platform: Platform, folder: string): AsyncGenerator<Checked> {
  for (const { path, text } of observabilityFiles(platform)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const rules = join(folder, "observability/rules");
  yield await timed("rules that promtool accepts", async () => {
    const { code, said } = await run(
      "promtool",
      ["check", "rules", ...RULE_FILES.map((file) => `${file}.yaml`)],
      rules,
    );
    const count = [...said.matchAll(/(\d+) rules found/g)].reduce((sum, [, found]) => sum + Number(found), 0);
    return { count, faults: code === 0 ? [] : [said] };
  });
  yield await timed("queries of dashboards that promtool type-checks", () => checkQueries(platform, rules));
  for (const file of RULE_FILES) {
    yield await timed(`unit tests of ${file}`, async () => {
      const { code, said } = await run("promtool", ["test", "rules", `${file}.test.yaml`], rules);
      const text = observabilityFiles(platform).find(({ path }) => path.endsWith(`/${file}.test.yaml`))?.text ?? "";
      return { count: text.split("alertname:").length - 1, faults: code === 0 ? [] : [said] };
    });
  }
  yield await timed("alerts that reach whom they must", () =>
    checkRoutes(platform, join(folder, "observability/alertmanager")),
  );
}

/** Each query as a throw-away recording rule, because only a rule's expression is type-checked. */
async function checkQueries(platform: Platform, folder: string): Promise<{ count: number; faults: string[] }> {
  const expressions = dashboardsOf(platform).flatMap(({ rows }) =>
    rows.flatMap(({ panels }) =>
      panels.flatMap(({ queries }) => queries.flatMap((one) => (one.kind === "prometheus" ? [one.expr] : []))),
    ),
  );
  const rules = expressions.map((expr, index) => ({ record: `query:${index}`, expr: withoutVariables(expr) }));
  writeFileSync(join(folder, "queries.yaml"), JSON.stringify({ groups: [{ name: "queries", rules }] }));
  const { code, said } = await run("promtool", ["check", "rules", "queries.yaml"], folder);
  return { count: rules.length, faults: code === 0 ? [] : [said] };
}

async function checkRoutes(platform: Platform, folder: string): Promise<{ count: number; faults: string[] }> {
  const faults: string[] = [];
  let count = 0;
  for (const { name } of watchedRegions(platform)) {
    const file = `${name}.yaml`;
    const checked = await run("amtool", ["check-config", file], folder);
    if (checked.code !== 0) faults.push(checked.said);
    for (const { labels, receiver } of routeTests(platform)) {
      const words = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
      const { code, said } = await run(
        "amtool",
        ["config", "routes", "test", `--config.file=${file}`, `--verify.receivers=${receiver}`, ...words],
        folder,
      );
      count += 1;
      if (code !== 0) faults.push(`${labels.alertname}: ${said}`);
    }
  }
  return { count, faults };
}

async function timed(what: string, check: () => Promise<{ count: number; faults: string[] }>): Promise<Checked> {
  const began = performance.now();
  const { count, faults } = await check();
  return {
    what,
    count,
    faults: count === 0 ? [...faults, "there was nothing to check"] : faults,
    ms: performance.now() - began,
  };
}
