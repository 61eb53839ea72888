// The sums that the README names for the reference platform are those that the assessor reckons.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { blueprint as flagship } from "../../blueprints/flagship.ts";
import { estimate } from "../../src/assess/cost/estimate.ts";
import { SHIPPED_PRICES } from "../../src/assess/cost/price.ts";
import { resolve } from "../../src/blueprint/platform.ts";
import { synthesizeTerraform } from "../../src/platform/terraform/stacks.ts";
import { root } from "./pages.ts";

/** The README rounds; what differs by more than this was true of another platform. */
const SHARE_MAX = 0.05;

const readme = readFileSync(join(root, "README.md"), "utf8");
const dollarsIn = (text: string): number[] =>
  [...text.matchAll(/\$([\d,]+)/g)].map(([, digits]) => Number(digits?.replaceAll(",", "")));

function monthOf(environment: "prod" | "dev") {
  const platform = resolve(flagship, environment);
  return estimate(platform, synthesizeTerraform(platform), SHIPPED_PRICES).onDemand;
}

function assertNear(said: number, reckoned: number, what: string): void {
  const share = Math.abs(said - reckoned) / reckoned;
  assert.ok(share <= SHARE_MAX, `${what}: the README says $${said}, and it is $${Math.round(reckoned)} now`);
}

test("a month of the reference platform costs what the README's table adds up to, and a quarter of it is likely only", () => {
  const { known, likely } = monthOf("prod");
  const rows = readme.split("\n").filter((line) => /^\| .*\| .*\$/.test(line));
  assert.equal(rows.length, 6);
  assertNear(
    rows.flatMap(dollarsIn).reduce((sum, one) => sum + one, 0),
    known + likely,
    "a month of prod",
  );
  assert.match(readme, /a quarter of them likely rather than known/);
  assert.equal(Math.round((likely / (known + likely)) * 4), 1);
});

test("a month of its smallest environment costs what the README says", () => {
  const [said] = dollarsIn(/`--environment dev` is about \$[\d,]+/.exec(readme)?.[0] ?? "");
  const { known, likely } = monthOf("dev");
  assertNear(said ?? 0, known + likely, "a month of dev");
});
