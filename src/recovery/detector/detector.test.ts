import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { SeenDatabase, SeenLease, Sight } from "../plan/world.ts";
import type { Vote } from "../register.ts";
import { deepHealth, HEALTH_LIMITS, type HealthSeen } from "./deep-health.ts";
import {
  type Detector,
  DWELL_MS,
  detect,
  dwellLeftMs,
  HYSTERESIS,
  isDecided,
  newDetector,
  weightOf,
} from "./detector.ts";
import { DETECTOR_LIMITS, SIGNAL_NAMES, SIGNALS, type Signals } from "./signals.ts";

const FORMER: SeenDatabase = {
  kind: "down",
  onDisk: "primary",
  stoppedCleanly: true,
  endsInPeerHistory: null,
  tailListed: false,
  because: "it waits for the lease",
};
const WHO = { self: "south", peer: "north" };
const vote: Vote = {
  kind: "register",
  register: { format: 2, epoch: 7, holder: "north", incarnation: "a", beat: 1, marks: { solo: false, wanted: false } },
};
const named = (holder: string, epoch: number): Vote => ({
  kind: "register",
  register: { format: 2, epoch, holder, incarnation: "a", beat: 1, marks: { solo: false, wanted: false } },
});
const silent: Vote = { kind: "abstains", because: "away" };

type Look = {
  still?: (number | null)[];
  lease?: Partial<SeenLease> | null;
  guardian?: boolean;
  errorShare?: number | null;
  edgeActive?: string | null;
  beatAgeMs?: number;
  /** This region has a primary on its disk. */
  primary?: boolean;
  atMs?: number;
};

function sight({
  still = [100, 100, 100],
  lease = {},
  guardian = true,
  errorShare = 0,
  edgeActive = "north",
  beatAgeMs = 500,
  primary = false,
  atMs = 0,
}: Look): Sight {
  const seen: SeenLease = {
    region: "south",
    incarnation: "s",
    state: "passive",
    epoch: 7,
    holder: "north",
    remainingMs: null,
    open: false,
    solo: { marked: 0, unmarked: 3 },
    wanted: 0,
    stillMs: still,
    votes: still.map((ms) => (ms === null ? silent : vote)),
    seenPeerIncarnation: null,
    because: "",
    ...lease,
  };
  return {
    lease: { value: lease === null ? null : seen, atMs },
    database: {
      value: primary ? FORMER : { kind: "standby", streaming: true, lagMs: 0, lagBytes: 0, beatAgeMs },
      atMs,
    },
    peer: {
      value: {
        guardian,
        console: guardian,
        collector: guardian,
        lease: null,
        database: null,
        lakeAgeMs: null,
        behindEvents: 2,
        behindMs: 9,
      },
      atMs,
    },
    edge: { value: { active: edgeActive, epoch: 7, errorShare }, atMs },
    lake: { value: { advancedMs: 3_000, atRiskEvents: 0 }, atMs },
    processes: { value: null, atMs },
  };
}

function looks(each: Look[], everyMs = 150, before: Detector = newDetector()): Detector {
  return each.reduce(
    (detector, one, index) => detect(detector, sight({ ...one, atMs: index * everyMs }), WHO, index * everyMs),
    before,
  );
}

const times = (count: number, one: Look): Look[] => Array.from({ length: count }, () => one);

test("what one look says (D1, D8)", () => {
  const table: [string, Look, Detector["condition"]][] = [
    ["the holder renews", {}, "fine"],
    ["it doesn't, and its guardian is silent", { still: [1_500, 1_500, null], guardian: false }, "lost"],
    ["it doesn't, and its guardian answers: not yet", { still: [1_500, 1_500, 1_500] }, "fine"],
    ["it hasn't for two seconds: the voters are enough", { still: [2_100, 2_100, 2_100] }, "lost"],
    [
      "it is unreachable from here, and the voters see it",
      { guardian: false, edgeActive: null, beatAgeMs: 60_000 },
      "fine",
    ],
    ["only one voter is heard", { still: [null, 9_000, null], guardian: false }, "blind"],
    ["one voter stands still, the others move", { still: [100, 9_000, 100], guardian: false }, "fine"],
    ["the own guardian is silent", { lease: null }, "blind"],
    ["it renews and fails its clients, and its database stands still", { errorShare: 0.9, beatAgeMs: 20_000 }, "sick"],
    ["it renews and fails clients, seen from the edge alone", { errorShare: 0.9 }, "fine"],
    ["this region holds an open lease", { lease: { state: "held", holder: "south", open: true } }, "serving"],
    ["this region holds a closed one", { lease: { state: "held", holder: "south" } }, "idle"],
    [
      "this region holds a closed one, and its PostgreSQL isn't up",
      { lease: { state: "held", holder: "south" }, primary: true },
      "starting",
    ],
    ["this region is named and nobody renews", { lease: { holder: "south" }, still: [3_000, 3_000, 3_000] }, "idle"],
    [
      "nobody is named twice, and the newest record names this region, which has its primary",
      {
        lease: { holder: null, votes: [named("north", 2), named("south", 3), silent] },
        still: [3_000, 3_000, null],
        primary: true,
      },
      "idle",
    ],
    [
      "the same with a standby: it was only an attempt",
      { lease: { holder: null, votes: [named("north", 2), named("south", 3), silent] }, still: [3_000, 3_000, null] },
      "lost",
    ],
    ["nobody is named", { lease: { holder: null }, still: [3_000, 3_000, 3_000] }, "lost"],
  ];
  for (const [name, one, wanted] of table) assert.equal(looks([one]).condition, wanted, name);
});

test("a loss is decided before a fence could complete, and not by a look or two (R7, D2, D4)", () => {
  const gone = { still: [2_100, 2_100, null], guardian: false };
  for (const [count, decided] of [
    [1, false],
    [2, false],
    [3, true],
  ] as const) {
    const { trouble } = looks(times(count, gone));
    assert.ok(trouble);
    assert.equal(isDecided(trouble, (count - 1) * 150), decided, `${count} looks`);
  }
  const slowestMs = DETECTOR_LIMITS.stillLongMs + 500 + HYSTERESIS.lost.looksMin * 150;
  assert.ok(slowestMs < 3_310, `${slowestMs} ms`);
});

test("a suspicion clears after good looks in a row; what can't be told clears nothing (D1, D2)", () => {
  const gone = { still: [2_100, 2_100, null], guardian: false };
  const suspected = looks(times(2, gone));
  assert.ok(looks(times(5, { lease: null }), 150, suspected).trouble);
  assert.ok(looks(times(2, {}), 150, suspected).trouble);
  assert.equal(looks(times(3, {}), 150, suspected).trouble, null);
});

test("a link that flaps faster than the looks in a row decides nothing (R7, D2)", () => {
  const gone = { still: [2_100, 2_100, null], guardian: false };
  let detector = newDetector();
  for (let time = 0; time < 200; time += 1) {
    const atMs = time * 150;
    detector = detect(detector, sight({ ...(time % 3 === 2 ? {} : gone), atMs }), WHO, atMs);
    if (detector.trouble) assert.ok(!isDecided(detector.trouble, atMs));
  }
});

test("no single vantage point decides a loss but the voters', and nothing does while they see the beat (D1)", () => {
  const any = fc.record({
    guardian: fc.boolean(),
    errorShare: fc.constantFrom(0, 0.9, null),
    edgeActive: fc.constantFrom("north", "south", null),
    beatAgeMs: fc.constantFrom(100, 60_000),
  });
  fc.assert(fc.property(any, (one) => assert.notEqual(looks([{ ...one, still: [400, 600, 300] }]).condition, "lost")));
  for (const name of SIGNAL_NAMES) {
    const one = Object.fromEntries(SIGNAL_NAMES.map((each) => [each, each === name ? "bad" : "good"])) as Signals;
    assert.ok(weightOf(one) < DETECTOR_LIMITS.lostWeightMin, name);
  }
  const vantage = new Set(SIGNAL_NAMES.map((name) => SIGNALS[name].vantage));
  assert.ok(vantage.size >= 4);
});

test("old readings say nothing (D1)", () => {
  const old = detect(newDetector(), sight({ still: [9_000, 9_000, 9_000], guardian: false, atMs: 0 }), WHO, 60_000);
  assert.deepEqual([old.signals.beat, old.signals.guardian, old.signals.edge], ["unknown", "unknown", "unknown"]);
});

test("a change of role starts the dwell; the first look and a newer epoch of the same holder don't (R7, D3)", () => {
  let detector = looks([{}, { lease: { epoch: 8 } }]);
  assert.equal(dwellLeftMs(detector, 300), 0);
  detector = detect(detector, sight({ lease: { holder: "south", epoch: 9 } }), WHO, 1_000);
  assert.equal(dwellLeftMs(detector, 1_000), DWELL_MS);
  assert.equal(dwellLeftMs(detector, 1_000 + DWELL_MS), 0);
});

test("what the other region had alone stays known after it was lost", () => {
  const seen = looks([{}]);
  const after = looks(times(3, { still: [2_100, 2_100, null], guardian: false }), 150, seen);
  assert.deepEqual(after.loss, { events: 2, ms: 0 });
});

test("deep health: whether a holder can really write, and whether its lake advances while the other's does (D10)", () => {
  const well: HealthSeen = {
    database: "primary",
    beatAgeMs: 900,
    waitingForStandby: false,
    watchdogAnswers: true,
    lakeAgeMs: 9_000,
    peerLakeAgeMs: 8_000,
  };
  const table: [Partial<HealthSeen>, RegExp | null][] = [
    [{}, null],
    [{ watchdogAnswers: false }, /watchdog/],
    [{ database: "down" }, /doesn't answer/],
    [{ database: "standby" }, /still a standby/],
    [{ beatAgeMs: null }, /no heartbeat/],
    [{ beatAgeMs: HEALTH_LIMITS.beatAgeMsMax + 1 }, /heartbeat landed/],
    // The standby is away: commits wait until two voters carry `solo`, which isn't this region's illness.
    [{ beatAgeMs: HEALTH_LIMITS.beatAgeMsMax + 1, waitingForStandby: true }, null],
    [{ beatAgeMs: HEALTH_LIMITS.beatAgeWaitingMsMax + 1, waitingForStandby: true }, /heartbeat landed/],
    [{ lakeAgeMs: 100_000 }, /lake hasn't advanced/],
    [{ lakeAgeMs: 100_000, peerLakeAgeMs: 100_000 }, null],
    [{ lakeAgeMs: 100_000, peerLakeAgeMs: null }, null],
    [{ lakeAgeMs: null }, null],
  ];
  for (const [changes, wanted] of table) {
    const health = deepHealth({ ...well, ...changes });
    if (wanted === null) assert.deepEqual(health, { ok: true }, JSON.stringify(changes));
    else assert.ok(!health.ok && wanted.test(health.because), JSON.stringify(changes));
  }
});
