import assert from "node:assert/strict";
import { test } from "node:test";
import { EXIT } from "../../../core/errors.ts";
import { FIXTURES, stacksOf } from "./fixtures.ts";
import { REFUSALS, RefusedByAws, refusalsOf, refusalText, refuseWhatAwsRefuses } from "./table.ts";

const ruleOf = (id: string) => REFUSALS.filter((rule) => rule.id === id);

for (const { rule, breaks, allows } of FIXTURES) {
  test(`${rule}: what breaks it is seen`, () => {
    const found = refusalsOf(stacksOf(breaks), ruleOf(rule));
    assert.notEqual(found.length, 0);
    assert.ok(found.every(({ address, because }) => address !== "" && because !== ""));
  });
  test(`${rule}: what is mended is left alone`, () => {
    assert.deepEqual(
      refusalsOf(stacksOf(allows), ruleOf(rule)).map(({ because }) => because),
      [],
    );
  });
}

test("every rule has a fixture that breaks it, and an id of its own", () => {
  const ids = REFUSALS.map(({ id }) => id);
  assert.deepEqual([...new Set(ids)], ids);
  assert.deepEqual(new Set(FIXTURES.map(({ rule }) => rule)), new Set(ids));
});

test("what is refused is told with what AWS says, where that was read, and a way out", () => {
  const [found] = refusalsOf(
    stacksOf([
      ["aws_sqs_queue.a", { name: "work" }],
      ["aws_sqs_queue.b", { name: "work" }],
    ]),
  );
  assert.ok(found);
  for (const part of [found.stack, found.address, found.rule.says, found.rule.source.where, found.rule.mend]) {
    assert.ok(refusalText(found).includes(part));
  }
});

test("a platform that AWS would refuse is refused here, every place at once", () => {
  const both = FIXTURES.slice(0, 2).flatMap(({ breaks }) => stacksOf(breaks));
  assert.throws(
    () => refuseWhatAwsRefuses(both.map((stack, index) => ({ ...stack, name: `fixture-${index}` }))),
    (error) => error instanceof RefusedByAws && error.found.length >= 2 && error.exitCode === EXIT.badInput,
  );
  refuseWhatAwsRefuses([]);
});
