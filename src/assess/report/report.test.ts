import assert from "node:assert/strict";
import { test } from "node:test";
import { type Finding, judge, type Rule } from "../finding.ts";
import { applyWaivers } from "../waivers.ts";
import { sarif } from "./sarif.ts";
import { summary, table } from "./table.ts";

const rule = (id: string, more: Partial<Rule<string[]>> = {}): Rule<string[]> => ({
  id,
  title: `${id} holds`,
  severity: "error",
  why: "Because.",
  mend: "Mend it.",
  find: (bad) => bad.map((address) => ({ address, says: "it doesn't" })),
  ...more,
});

const found: Finding[] = judge([rule("A-1", { severity: "note" }), rule("B-1")], ["one", "two"]);

test("each broken place is a finding of its own", () => {
  assert.deepEqual(
    found.map(({ id, address }) => `${id} ${address}`),
    ["A-1 one", "A-1 two", "B-1 one", "B-1 two"],
  );
});

test("a waiver holds through its last day, for its place only, and no longer", () => {
  const waiver = { rule: "B-1", address: "two", reason: "moved in spring", expires: "2027-03-31" };
  const before = applyWaivers(found, [waiver], "2027-03-31");
  assert.deepEqual(
    before.waived.map(({ finding }) => finding.address),
    ["two"],
  );
  assert.equal(summary(before), "1 error, no warnings, 2 notes; 1 waived.");
  const after = applyWaivers(found, [waiver], "2027-04-01");
  assert.deepEqual(after.waived, []);
  assert.equal(after.open.filter(({ id }) => id === "WAIVER-1").length, 1);
});

test("a waiver that fits nothing is told", () => {
  const { open } = applyWaivers(found, [{ rule: "C-9", reason: "x", expires: "2099-01-01" }], "2027-01-01");
  assert.deepEqual(
    open.filter(({ id }) => id === "WAIVER-2").map(({ address }) => address),
    ["waivers: C-9"],
  );
});

test("the table begins with what is gravest and says why once per rule", () => {
  const text = table({ open: found, waived: [] });
  assert.ok(text.startsWith("✗ B-1"), text);
  assert.equal(text.match(/Why:/g)?.length, 2);
});

test("SARIF keeps a waived finding, suppressed with its reason", () => {
  const waiver = { rule: "B-1", reason: "moved in spring", expires: "2027-03-31" };
  const log = JSON.parse(sarif(applyWaivers(found, [waiver], "2027-01-01"), "blueprints/flagship.ts", "0.1.0"));
  const [run] = log.runs;
  assert.equal(log.version, "2.1.0");
  assert.deepEqual(
    run.tool.driver.rules.map(({ id }: { id: string }) => id),
    ["A-1", "B-1"],
  );
  for (const result of run.results) assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
  const [suppressed] = run.results.filter(({ suppressions }: { suppressions?: unknown }) => suppressions);
  assert.match(suppressed.suppressions[0].justification, /moved in spring \(until 2027-03-31\)/);
});
