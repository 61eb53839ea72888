import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProcessStatus, RegionStatus } from "../../core/resources.ts";
import { isHealthy, type Unjudged, verdict } from "./verdict.ts";

const running: ProcessStatus = { name: "collector", pid: 1, state: "running", restarts: 0, since: 0, detail: null };

function region(name: string, change: Partial<RegionStatus> = {}): RegionStatus {
  const isOne = name === "one";
  return {
    name,
    configured: isOne ? "primary" : "standby",
    role: isOne ? "active" : "passive",
    reachable: true,
    heardAt: 0,
    health: { ok: true, detail: null },
    accepting: true,
    events: { acceptedTotal: 0, perSecond: 0, atRisk: 0 },
    database: { state: isOne ? "primary" : "standby", lagMs: 0, lagBytes: 0, synchronous: true, solo: false },
    mirror: { behindEvents: 0, behindMs: 0 },
    lake: { objects: 0, bytes: 0, events: 0, missingObjects: 0, completeUntil: 0, setAside: 0, damaged: 0 },
    processes: [running],
    ...change,
  };
}

function status(
  one: Partial<RegionStatus> = {},
  two: Partial<RegionStatus> = {},
  change: Partial<Unjudged> = {},
): Unjudged {
  return {
    at: 0,
    version: "0",
    epoch: 4,
    holder: "one",
    edge: { reachable: true, url: "http://127.0.0.1:1", processes: [] },
    witness: { reachable: true, processes: [] },
    regions: [region("one", one), region("two", two)],
    ...change,
  };
}

test("an installation in order is called so", () => {
  assert.equal(verdict(status()), "one is active (epoch 4); the other region is in step, and nothing is wrong.");
  assert.equal(isHealthy(status()), true);
});

test("each thing that is wrong is named in one sentence, and none passes as healthy", () => {
  const database = region("one").database;
  const cases: [Unjudged, RegExp][] = [
    [status({}, { reachable: false }), /two can't be reached: start it again/],
    [
      status({ accepting: false, health: { ok: false, detail: "the disk is full" } }),
      /one accepts no events: the disk is full/,
    ],
    [status({ database: { ...database, state: "down" } }), /database of one is down and should be primary/],
    [status({ database: { ...database, solo: true } }), /goes on alone/],
    [status({ database: { ...database, lagMs: 30_000 } }), /standby database is 30 s behind/],
    [
      status({}, { mirror: { behindEvents: 9, behindMs: 61_000 } }),
      /two lacks the other region's events of the last 61 s/,
    ],
    [
      status({}, { processes: [{ ...running, state: "failed", detail: "it keeps dying" }] }),
      /collector of two is failed \(it keeps dying\)/,
    ],
    [status({}, { health: { ok: false, detail: "no answer from query" } }), /two isn't well: no answer from query\.$/],
    [status({}, { health: { ok: false, detail: "it can't be read." } }), /two isn't well: it can't be read\.$/],
    [status({ lake: { ...region("one").lake, damaged: 2 } }), /2 damaged objects: run tandem lake verify/],
    [
      status({ events: { acceptedTotal: 9, perSecond: 0, atRisk: 3 } }),
      /3 events answered as degraded lie in one alone/,
    ],
    [status({}, {}, { edge: { reachable: false, url: "", processes: [] } }), /edge can't be reached/],
    [status({}, {}, { witness: { reachable: false, processes: [] } }), /witness can't be reached/],
    [
      status({}, {}, { abstaining: [{ voter: "witness", says: "The register /w can't be used: it isn't JSON." }] }),
      /one is active \(epoch 4\), but the witness doesn't vote.* it isn't JSON; .*tandem readmit witness --reason …\.$/,
    ],
    [
      status({ reachable: false }, {}, { holder: null, epoch: null, witness: { reachable: false, processes: [] } }),
      /The witness and one can't be reached; one of them back is enough: tandem start witness, or tandem start one\.$/,
    ],
    [
      status({}, {}, { holder: null, epoch: null }),
      /No region takes changes.*events are still accepted by one and two/,
    ],
  ];
  for (const [seen, expected] of cases) {
    assert.match(verdict(seen), expected);
    assert.equal(isHealthy(seen), false, verdict(seen));
  }
});

test("the gravest thing is told, and how many more there are", () => {
  const seen = status(
    {},
    { accepting: false, health: { ok: false, detail: null } },
    { witness: { reachable: false, processes: [] } },
  );
  assert.match(verdict(seen), /^one is active \(epoch 4\), but the witness can't be reached: .* \(and 1 more\)\.$/);
});

test("a region that the voters name but that can't be heard, or whose lease has run out, is never called active", () => {
  assert.match(verdict(status({ serving: true })), /^one is active \(epoch 4\); .* nothing is wrong\.$/);
  assert.match(verdict(status({ serving: false })), /^one is named by the voters \(epoch 4\), but takes no changes/);
  assert.equal(isHealthy(status({ serving: false })), false);
  assert.match(
    verdict(status({ reachable: false })),
    /^one is named by the voters \(epoch 4\), but one can't be reached/,
  );
});

test("an installation that isn't running is told as such, with how to start it", () => {
  const nothing = { edge: { reachable: false, url: "", processes: [] }, witness: { reachable: false, processes: [] } };
  const seen = status({ reachable: false }, { reachable: false }, { ...nothing, holder: null, epoch: null });
  assert.match(verdict(seen), /isn't running: tandem up starts it\.$/);
  assert.equal(isHealthy(seen), false);
});
