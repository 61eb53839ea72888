import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ALARMS } from "./alarms.ts";
import { alarmPage } from "./runbook.ts";

test("every line of the catalogue says what is wrong, who answers, where its threshold comes from and what to look at", () => {
  for (const rule of ALARMS) {
    for (const words of [rule.says, rule.formula, rule.first, rule.owner, rule.component]) {
      assert(words.length > 3, `${rule.id} leaves a person on call alone`);
    }
    assert.match(rule.id, /^[a-z]+(-[a-z]+)*$/);
    assert(rule.datapoints.beyond <= rule.datapoints.of, rule.id);
  }
});

test("a line is about one type of resource; two lines share a name only when they are the same for two types", () => {
  const keys = ALARMS.map(({ id, on }) => `${id} ${on}`);
  assert.equal(new Set(keys).size, keys.length);
});

test("metrics in a formula are those that the line names, and all of them are used", () => {
  for (const rule of ALARMS) {
    if (typeof rule.reading === "function" || rule.reading.kind === "metric") continue;
    const words = new Set(rule.reading.expression.match(/[a-z]+/g));
    assert.deepEqual(words, new Set(Object.keys(rule.reading.metrics)), rule.id);
  }
});

test("docs/manual/alarms.md is the catalogue as it is; TANDEM_WRITE_DOCS=1 writes it", () => {
  const path = fileURLToPath(new URL("../../../docs/manual/alarms.md", import.meta.url));
  if (process.env.TANDEM_WRITE_DOCS === "1") writeFileSync(path, alarmPage());
  assert.equal(readFileSync(path, "utf8"), alarmPage());
});
