import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { resolve } from "../../blueprint/platform.ts";
import { synthesizeTerraform } from "../../platform/terraform/stacks.ts";
import { judge } from "../finding.ts";
import { coldRebuild } from "./cold-rebuild.ts";
import { readDrillRecords } from "./drill-records.ts";
import { recoverabilityPage } from "./page.ts";
import { recoveryTime } from "./plans-and-drills.ts";
import { RECOVERABILITY_RULES } from "./rules.ts";
import { isStateless, STORES } from "./stores.ts";
import { BREAKINGS } from "./test-breakings.ts";
import type { Recoverable } from "./view.ts";

const BLUEPRINTS = { flagship, A, B, C, D, E } as const;
const ENVIRONMENTS = ["dev", "qa", "uat", "prod"] as const;
type Name = keyof typeof BLUEPRINTS;

const known = new Map<string, Recoverable>();
function subjectOf(name: Name, environment: (typeof ENVIRONMENTS)[number] = "prod"): Recoverable {
  const before = known.get(`${name} ${environment}`);
  if (before) return before;
  const platform = resolve(BLUEPRINTS[name], environment);
  const subject = { platform, stacks: synthesizeTerraform(platform) };
  known.set(`${name} ${environment}`, subject);
  return subject;
}
const ruleOf = (id: string) => RECOVERABILITY_RULES.filter((rule) => rule.id === id);

for (const { rule, how, of = "flagship", sound, breaks } of BREAKINGS) {
  test(`${rule} sees ${how}`, () => {
    const before = sound ? sound(subjectOf(of)) : subjectOf(of);
    assert.deepEqual(
      judge(ruleOf(rule), before).map(({ address, says }) => `${address}: ${says}`),
      [],
      "a sound platform is left alone",
    );
    const found = judge(ruleOf(rule), breaks(before));
    assert.notEqual(found.length, 0);
    for (const { address, says } of found) assert(address.length > 3 && says.length > 3);
  });
}

test("every rule has a way to break it, an id of its own, and words for a person on call", () => {
  const ids = RECOVERABILITY_RULES.map(({ id }) => id);
  assert.deepEqual(ids.toSorted(), [...new Set(ids)].toSorted());
  assert.deepEqual(new Set(BREAKINGS.map(({ rule }) => rule)), new Set(ids));
  for (const { id, title, why, mend } of RECOVERABILITY_RULES) {
    assert.match(id, /^RECOVER-\d\d$/);
    for (const words of [title, why, mend]) assert(words.length > 10, `${id} leaves a person on call alone`);
  }
});

for (const name of Object.keys(BLUEPRINTS) as Name[]) {
  test(`blueprint ${name} breaks no rule whose severity is error, in any environment`, () => {
    for (const environment of ENVIRONMENTS) {
      const errors = judge(RECOVERABILITY_RULES, subjectOf(name, environment))
        .filter(({ severity }) => severity === "error")
        .map(({ id, address, says }) => `${environment} ${id} ${address}: ${says}`);
      assert.deepEqual(errors, []);
    }
  });
}

test("of drills' records the passed ones count: the newest day, and the nearest rank of their times", () => {
  const record = (outcome: string, day: number, rtoMs: number | null) =>
    JSON.stringify({ format: 1, summary: { outcome, startedAt: Date.UTC(2026, 10, day), rtoMs } });
  assert.deepEqual(readDrillRecords([record("passed", 3, 9_000), record("passed", 1, 4_000), record("failed", 9, 1)]), {
    on: "2026-11-03",
    rtoSecondsP95: 9,
  });
  assert.equal(readDrillRecords([record("failed", 9, 1)]), undefined);
  assert.throws(() => readDrillRecords([JSON.stringify({ format: 2 })]));
});

test("no type both holds data and holds none", () => {
  assert.deepEqual(Object.keys(STORES).filter(isStateless), []);
});

test("the time of a fail-over is the sum of its parts, and longer where the standby runs nothing", () => {
  const warm = recoveryTime(subjectOf("flagship"), "usualSeconds");
  const dark = recoveryTime(subjectOf("B"), "usualSeconds");
  assert(warm && dark && dark.seconds > warm.seconds);
  assert.match(dark.says, /a person/);
  assert.equal(recoveryTime(subjectOf("C"), "usualSeconds"), undefined);
});

test("a cold region takes at least as long as the slowest thing in it, and the chain says what that waits for", () => {
  const { seconds, says } = coldRebuild(subjectOf("C"));
  assert(seconds > 3_600, says);
  assert.match(says, /db_instance\.main → /);
});

test("docs/manual/recoverability-rules.md is the table as it is; TANDEM_WRITE_DOCS=1 writes it", () => {
  const path = fileURLToPath(new URL("../../../docs/manual/recoverability-rules.md", import.meta.url));
  if (process.env.TANDEM_WRITE_DOCS === "1") writeFileSync(path, recoverabilityPage());
  assert.equal(readFileSync(path, "utf8"), recoverabilityPage());
});
