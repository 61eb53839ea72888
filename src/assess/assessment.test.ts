import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as flagship } from "../../blueprints/flagship.ts";
import { resolve } from "../blueprint/platform.ts";
import { synthesizeTerraform } from "../platform/terraform/stacks.ts";
import { assess, PARTS, type Part } from "./assessment.ts";
import { SHIPPED_PRICES } from "./cost/price.ts";

const today = "2026-11-21";
const assessed = (waivers: NonNullable<typeof flagship.waivers>, parts: readonly Part[] = PARTS) => {
  const platform = resolve({ ...flagship, waivers });
  return assess(platform, synthesizeTerraform(platform), { parts, prices: SHIPPED_PRICES, today });
};

test("the flagship has no error that isn't waived for a reason and a time", () => {
  assert.deepEqual(
    assessed(flagship.waivers ?? []).open.filter(({ severity }) => severity === "error"),
    [],
  );
});

test("a waiver counts in the part that its rule belongs to, and nowhere else", () => {
  const waiver = { rule: "CAP-5", reason: "a minute at the busiest hour is accepted", expires: "2027-06-30" };
  const whole = assessed([waiver]);
  assert.ok(whole.waived.length > 0);
  assert.ok(!whole.open.some(({ id }) => id === "CAP-5" || id.startsWith("WAIVER")));
  assert.ok(!assessed([waiver], ["cost"]).open.some(({ id }) => id.startsWith("WAIVER")));
});

test("a waiver of a rule that no part has is said, whatever was asked for", () => {
  const { open } = assessed([{ rule: "CPA-5", reason: "a slip", expires: "2027-06-30" }], ["cost"]);
  assert.ok(open.some(({ id, address }) => id === "WAIVER-2" && address.includes("CPA-5")));
});

test("an expired waiver is an error", () => {
  const { open } = assessed([{ rule: "CAP-5", reason: "until spring", expires: "2026-11-20" }]);
  assert.ok(open.some(({ id, severity }) => id === "WAIVER-1" && severity === "error"));
});

test("a month above the budget, a price that nobody knows, and a capability that nobody confirmed are each said", () => {
  const platform = resolve({ ...flagship, cost: { ...flagship.cost, monthlyBudgetUsd: 1 } });
  const stacks = synthesizeTerraform(platform);
  const bare = { asOf: "2027-01-01", warnings: [], entries: new Map() };
  const ids = (prices: typeof SHIPPED_PRICES) =>
    new Set(assess(platform, stacks, { parts: ["cost", "blueprint"], prices, today }).open.map(({ id }) => id));
  assert.ok(ids(SHIPPED_PRICES).has("COST-1"));
  assert.ok(ids(bare).has("COST-2"));
  assert.ok(ids(SHIPPED_PRICES).has("BLUEPRINT-1"));
  assert.ok(!ids(bare).has("COST-1"));
});
