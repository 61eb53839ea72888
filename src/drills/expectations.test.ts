// An expectation that can't fail is worth nothing: each is shown holding and not holding.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunView } from "../core/recovery-view.ts";
import type { Finding } from "../recovery/history/finding.ts";
import { type Facts, hold } from "./expectations.ts";
import { madeUpResult } from "./made-up-result.ts";
import type { Expectation } from "./scenario.ts";

const { judgement, measured } = madeUpResult();
const none = { lastBeforeMs: 1, firstAfterMs: null, outageMs: null, sinceFaultMs: null };
const run = (state: RunView["state"]) => ({ id: "r", plan: "fail-over", state, because: "", region: "south" }) as never;
const lost: Finding = {
  kind: "at-risk-and-lost",
  subject: "drill-e0/3",
  of: "write",
  region: null,
  operations: [3],
  detail: null,
};
const nothing = { tries: 0, ok: 0, failed: 0, unknown: 0 };
const broken: Finding = { ...lost, kind: "acknowledged-and-lost" };

const good: Facts = {
  judgement: {
    ...judgement,
    intents: { ...judgement.intents, ingest: { ...judgement.intents.write } },
    events: { ...judgement.events, degraded: 3 },
    findings: [lost],
  },
  first: "north",
  second: "south",
  activeAtEnd: "south",
  measured,
  moves: [run("finished")],
  roleMoved: true,
  refusals: { said: ["two of three voters can't be heard"], acknowledged: 0 },
  tail: new Set(["drill-e0/3"]),
  notInStep: null,
};
const refused: Facts["judgement"]["intents"]["ingest"] = { ...judgement.intents.write, acknowledged: 3 };

const TABLE: [Expectation, holding: Partial<Facts>, not: Partial<Facts>][] = [
  [{ kind: "no-violation" }, {}, { judgement: { ...good.judgement, findings: [broken], violations: 1 } }],
  [
    { kind: "no-violation" },
    {},
    { judgement: { ...judgement, tries: { ingest: nothing, write: nothing, read: nothing } } },
  ],
  [
    { kind: "none-of", finding: "lost-with-region" },
    {},
    { judgement: { ...judgement, counts: { ...judgement.counts, "lost-with-region": 1 } } },
  ],
  [{ kind: "active-is", region: "second" }, {}, { activeAtEnd: null }],
  [{ kind: "active-is", region: "first" }, { activeAtEnd: "north" }, {}],
  [{ kind: "writes-back-within", ms: 4_200 }, {}, { measured: [] }],
  [{ kind: "writes-back-within", ms: 5_000 }, {}, { measured: [{ ...measured[0]!, writes: none }] }],
  [{ kind: "writes-pause-at-most", ms: 4_200 }, {}, { measured: [...measured, { ...measured[0]!, writes: none }] }],
  [{ kind: "events-pause-at-most", ms: 4_200 }, {}, { measured: [] }],
  [
    { kind: "events-all-acknowledged" },
    {},
    { judgement: { ...good.judgement, intents: { ...judgement.intents, ingest: refused } } },
  ],
  [{ kind: "no-fail-over" }, { moves: [], roleMoved: false }, { moves: [], roleMoved: true }],
  [{ kind: "no-fail-over" }, { moves: [], roleMoved: false }, { roleMoved: false }],
  [{ kind: "fail-over-finished" }, {}, { moves: [] }],
  [{ kind: "fail-over-finished" }, {}, { moves: [run("finished"), run("failed")] }],
  [{ kind: "refused-and-said-why" }, {}, { refusals: { said: [], acknowledged: 0 } }],
  [{ kind: "refused-and-said-why" }, {}, { refusals: { said: ["no"], acknowledged: 1 } }],
  [{ kind: "refused-and-said-why" }, {}, { refusals: null }],
  [{ kind: "degraded-events" }, {}, { judgement }],
  [{ kind: "tail-listed" }, {}, { tail: new Set() }],
  [{ kind: "in-step-again" }, {}, { notInStep: "south: it doesn't answer" }],
];

for (const [expectation, holding, not] of TABLE) {
  test(`${JSON.stringify(expectation)} holds when it is so, and doesn't when it isn't or wasn't measured`, () => {
    const yes = hold(expectation, { ...good, ...holding });
    assert.ok(yes.holds, yes.says);
    const no = hold(expectation, { ...good, ...not });
    assert.ok(!no.holds, no.says);
    assert.ok(yes.says.length > 0 && no.says.length > 0);
  });
}

test("a pause that is a millisecond too long doesn't hold", () => {
  assert.ok(!hold({ kind: "writes-back-within", ms: 4_199 }, good).holds);
  assert.ok(!hold({ kind: "writes-pause-at-most", ms: 4_199 }, good).holds);
});
