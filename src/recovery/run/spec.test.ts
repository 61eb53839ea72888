// SPEC.md's parts 6 to 9 against the code: its tables are made from the code's own, and each rule is named by a test.
// With TANDEM_WRITE_SPEC=1 the tables are written instead of compared.
import assert from "node:assert/strict";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ACTIONS } from "../plan/actions.ts";
import { planBudgetMs } from "../plan/explain-plan.ts";
import { PLANS } from "../plan/test-situations.ts";
import { TABLE } from "./recoverer.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const file = join(root, "src/recovery/SPEC.md");

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => "--")), ...rows.map(row)].join("\n");
const names = (all: readonly string[]): string => (all.length === 0 ? "" : all.map((name) => `\`${name}\``).join(" "));

function plansTable(): string {
  const rows = PLANS.map(([name, plan]) => {
    const steps = plan.steps.map((step) => {
      const marks = [step.pointOfNoReturn ? "**no way back**" : "", step.whenLate === "go-on" ? "may be skipped" : ""];
      const said = marks.filter((mark) => mark !== "");
      return said.length === 0 ? step.id : `${step.id} (${said.join(", ")})`;
    });
    return [name, steps.join(" → "), String(planBudgetMs(plan))];
  });
  return table(["Plan", "Steps", "Budget, ms"], rows);
}

function actionsTable(): string {
  const rows = Object.entries(ACTIONS).map(([name, action]) => [
    name,
    names(action.before),
    names(action.after),
    String(action.budgetMs),
    `${action.plane}, ${action.home}`,
    `${action.aws.plane}, ${action.aws.home}`,
  ]);
  return table(
    ["Action", "Needs to be so before", "Is seen to be so after", "Budget, ms", "Depends on", "On AWS"],
    rows,
  );
}

function statesTable(): string {
  const rows = Object.entries(TABLE).flatMap(([state, cells]) =>
    Object.entries(cells).map(([event, cell], index) => [index === 0 ? `**${state}**` : "", event, cell.says]),
  );
  return table(["State", "Event", "What happens"], rows);
}

const TABLES: Record<string, () => string> = { plans: plansTable, actions: actionsTable, recoverer: statesTable };

test("the tables of plans, actions and states in SPEC.md are the code's", () => {
  let text = readFileSync(file, "utf8");
  for (const [name, make] of Object.entries(TABLES)) {
    const marked = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
    assert.ok(marked.test(text), `SPEC.md has no place for the table of ${name}`);
    const next = text.replace(marked, (_, begin: string, end: string) => `${begin}${make()}\n${end}`);
    if (process.env.TANDEM_WRITE_SPEC !== "1")
      assert.ok(text === next, `the table of ${name} differs; TANDEM_WRITE_SPEC=1 writes it`);
    text = next;
  }
  if (process.env.TANDEM_WRITE_SPEC === "1") writeFileSync(file, text);
});

test("each rule of the plans, the detector, the executor and the tail is named by a test, and each one named is a rule", () => {
  const text = readFileSync(file, "utf8");
  const rules = new Set([...text.matchAll(/^- \*\*([PDET]\d+)\*\*/gm)].map((match) => match[1] as string));
  assert.ok(rules.size > 20, `${rules.size} rules`);
  const named = new Set<string>();
  for (const path of globSync(["src/recovery/{plan,detector,run}/*.test.ts", "test/scenarios/*.test.ts"], {
    cwd: root,
  })) {
    const code = readFileSync(join(root, path), "utf8");
    for (const title of code.matchAll(/\btest\(\s*"((?:[^"\\]|\\.)*)"/g)) {
      for (const cited of (title[1] as string).matchAll(/\b([PDET]\d+)\b/g)) named.add(cited[1] as string);
    }
  }
  assert.deepEqual(
    [...rules].filter((rule) => !named.has(rule)),
    [],
    "no test names them",
  );
  assert.deepEqual(
    [...named].filter((rule) => !rules.has(rule)),
    [],
    "SPEC.md doesn't have them",
  );
});

test("each test file that SPEC.md names exists", () => {
  const text = readFileSync(file, "utf8");
  const part = text.slice(text.indexOf("## 6"));
  const missing = [...part.matchAll(/`((?:src|test|bench)\/[\w./-]+\.ts)`/g)]
    .map((match) => match[1] as string)
    .filter((path) => globSync(path, { cwd: root }).length === 0);
  assert.deepEqual(missing, []);
});
