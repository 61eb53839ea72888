import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nearestName } from "./nearest-name.ts";
import { validate } from "./validate.ts";

const refused: [unknown, string, RegExp][] = [
  [{ kind: "total" }, "/kind", /Did you mean "totals"/],
  [{ kind: "totals", metric: ["visits"] }, "/metric", /Did you mean "metrics"/],
  [{ kind: "totals", metrics: ["bounces"] }, "/metrics/0", /bounces/],
  [{ kind: "breakdown", by: ["visit.sorce"] }, "/by/0", /Did you mean "visit.source"/],
  [{ kind: "breakdown", by: ["page"] }, "/by/0", /Did you mean "event.page"/],
  [{ kind: "breakdown" }, "/by", /one to three/],
  [{ kind: "breakdown", by: ["event.page"], limit: 1001 }, "/limit", /1000/],
  [{ kind: "timeseries", by: ["event.page"] }, "/by", /series/],
  [
    { kind: "totals", where: { field: "visit.contry", op: "is", value: ["IN"] } },
    "/where/field",
    /Did you mean "visit.country"/,
  ],
  [{ kind: "totals", where: { field: "event.page", op: "equals", value: ["/"] } }, "/where/op", /is, contains/],
  [
    { kind: "totals", where: { all: [{ field: "event.page", op: "gt", value: ["x"] }] } },
    "/where/all/0/value",
    /one number/,
  ],
  [{ kind: "totals", where: { field: "event.page", op: "exists", value: ["yes"] } }, "/where/value", /true/],
  [{ kind: "totals", range: "1week" }, "/range", /today/],
  [{ kind: "totals", metrics: ["visits"], order: [["pageviews", "desc"]] }, "/order/0/0", /not among/],
  [{ kind: "events", by: ["event.page"] }, "/by", /no dimensions/],
];

test("a wrong question is refused with the place and a way out", () => {
  for (const [sent, pointer, detail] of refused) {
    const result = validate(sent);
    assert.equal(result.kind, "problem", JSON.stringify(sent));
    if (result.kind !== "problem") continue;
    assert.equal(result.problem.status, 400);
    assert.equal(result.problem.pointer, pointer, `${JSON.stringify(sent)}: ${JSON.stringify(result.problem)}`);
    assert.match(result.problem.detail, detail);
  }
});

test("conditions are bounded in depth and number before anything recurses into them", () => {
  let deep: unknown = { field: "event.page", op: "is", value: ["/"] };
  for (let level = 0; level < 20_000; level += 1) deep = { not: deep };
  const wide = { any: Array.from({ length: 200 }, () => ({ field: "event.page", op: "is", value: ["/"] })) };
  for (const where of [deep, wide]) assert.equal(validate({ kind: "totals", where }).kind, "problem");
});

test("whatever is sent, the answer is a question or a problem of status 400", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (where, by) => {
      const result = validate({ kind: "breakdown", where, by });
      assert.ok(result.kind === "question" || result.problem.status === 400);
    }),
  );
});

test("only near names are suggested", () => {
  assert.equal(nearestName("vistors", ["visitors", "visits"]), "visitors");
  assert.equal(nearestName("xyz", ["visitors", "visits"]), undefined);
});
