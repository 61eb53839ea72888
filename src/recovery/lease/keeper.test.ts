// One keeper and three voters played by hand: an example for each rule of the lease.
import assert from "node:assert/strict";
import { test } from "node:test";
import { initialRegister, type Register } from "../register.ts";
import { type Keeper, type KeeperEffect, type KeeperEvent, keep, newKeeper, type Voter } from "./keeper.ts";
import { LEASE_RULES, type LeaseRules } from "./rules.ts";
import { LEASE_TIMES, stillMsMin } from "./times.ts";
import { leaseView } from "./view.ts";

const RUN = "run-1";
const STILL_MS = stillMsMin(LEASE_TIMES);
const voters = [0, 1, 2] as const;
type Set = KeeperEffect & { kind: "set" };

const register = (epoch: number, holder: string, change: Partial<Register> = {}): Register => ({
  ...initialRegister(holder),
  epoch,
  incarnation: "before",
  ...change,
});
const marked = (marks: Partial<Register["marks"]>) => ({ marks: { solo: false, wanted: false, ...marks } });

/** The keeper of north, driven by hand; its voters answer when the test says so. */
class Bench {
  nowMs = 10_000;
  keeper: Keeper = newKeeper("north", RUN, 10_000);
  /** Of the last event. */
  effects: readonly KeeperEffect[] = [];
  chance = 0;
  private readonly rules: LeaseRules;

  constructor(rules: Partial<LeaseRules> = {}) {
    this.rules = { ...LEASE_RULES, ...rules };
    this.give({ kind: "tick" });
  }

  give(event: KeeperEvent): void {
    const kept = keep(this.keeper, event, this.nowMs, this.chance, this.rules);
    assert.ok(kept.wakeAtMs > this.nowMs, "a keeper that asks to be woken in the past would spin");
    this.keeper = kept.keeper;
    this.effects = kept.effects;
  }

  /** Time passes, woken when it asks for it. Every effect on the way. */
  wait(forMs: number): KeeperEffect[] {
    const untilMs = this.nowMs + forMs;
    const effects: KeeperEffect[] = [];
    while (this.keeper.wakeAtMs <= untilMs) {
      this.nowMs = Math.max(this.nowMs, this.keeper.wakeAtMs);
      this.give({ kind: "tick" });
      effects.push(...this.effects);
    }
    this.nowMs = untilMs;
    return effects;
  }

  /** A voter answers the reading that it owes. */
  says(voter: Voter, present: Register): void {
    const asked = this.keeper.heard[voter].asked;
    assert.ok(asked && asked.next === null, `voter ${voter} isn't being read`);
    this.give({ kind: "voter-read", voter, request: asked.request, vote: { kind: "register", register: present } });
  }

  /** Voters answer the writing that they owe with "set". */
  sets(...answering: Voter[]): void {
    for (const voter of answering) this.give({ kind: "voter-set", voter, request: this.owed(voter), outcome: "set" });
  }

  differs(voter: Voter, present: Register): void {
    this.give({ kind: "voter-set", voter, request: this.owed(voter), outcome: "differs", present });
  }

  silent(voter: Voter): void {
    this.give({ kind: "voter-set", voter, request: this.owed(voter), outcome: "silent" });
  }

  /** Reads of all voters that are asked now or next, answered alike for `forMs`. */
  reading(forMs: number, ...present: (Register | null)[]): Set[] {
    const untilMs = this.nowMs + forMs;
    const written: Set[] = [];
    while (true) {
      for (const voter of voters) {
        const one = present[voter];
        if (this.keeper.heard[voter].asked?.next !== null || !one) continue;
        this.says(voter, one);
        written.push(...this.written());
      }
      if (this.keeper.wakeAtMs > untilMs || written.length > 0) break;
      this.nowMs = Math.max(this.nowMs, this.keeper.wakeAtMs);
      this.give({ kind: "tick" });
      written.push(...this.written());
      if (written.length > 0) break;
    }
    if (written.length === 0) this.nowMs = untilMs;
    return written;
  }

  written(): Set[] {
    return this.effects.flatMap((effect) => (effect.kind === "set" ? [effect] : []));
  }

  kinds(): string[] {
    return this.effects.flatMap(({ kind }) => (kind === "say" ? [] : [kind]));
  }

  view() {
    return leaseView(this.keeper, this.nowMs);
  }

  owed(voter: Voter): number {
    const asked = this.keeper.heard[voter].asked;
    assert.ok(asked?.next, `voter ${voter} isn't being written`);
    return asked.request;
  }

  /** Holds epoch 6 after a re-take, healthy and open, with all three voters renewed. */
  static holding(rules: Partial<LeaseRules> = {}): Bench {
    const bench = new Bench(rules);
    for (const voter of [0, 1] as const) bench.says(voter, register(5, "north"));
    bench.sets(0, 1);
    bench.says(2, register(5, "north"));
    bench.give({ kind: "health", ok: true, because: "" });
    // The first round, begun at once, leaves the third voter to the second one (L8) unless it was read before.
    for (let round = 0; round < 2; round += 1) {
      for (const voter of voters) if (bench.keeper.heard[voter].asked?.next) bench.sets(voter);
      bench.wait(LEASE_TIMES.beatMs);
    }
    bench.sets(0, 1, 2);
    assert.equal(bench.view().solo.unmarked, 3);
    assert.equal(bench.view().open, true);
    return bench;
  }

  tenure() {
    assert.ok(this.keeper.kind === "held" || this.keeper.kind === "yielding", this.keeper.kind);
    return this.keeper.tenure;
  }
}

test("R7, L6: the region that two voters name takes its own record again at once, keeps `solo`, and opens when healthy", () => {
  const bench = new Bench();
  bench.says(0, register(5, "north", marked({ solo: true })));
  assert.deepEqual(bench.written(), []);
  bench.says(1, register(5, "north"));
  const written = bench.written();
  assert.deepEqual(
    written.map(({ voter, next }) => [voter, next.epoch, next.incarnation, next.beat, next.marks.solo]),
    [
      [0, 6, RUN, 0, true],
      [1, 6, RUN, 0, true],
    ],
  );
  bench.sets(0);
  assert.equal(bench.view().state, "contending");
  bench.sets(1);
  assert.deepEqual([bench.view().state, bench.view().epoch, bench.view().open], ["held", 6, false]);
  bench.give({ kind: "health", ok: false, because: "it is starting" });
  assert.equal(bench.view().open, false);
  bench.give({ kind: "health", ok: true, because: "" });
  assert.equal(bench.view().open, true);
});

test("R7: a region that nobody names stays passive, however long", () => {
  const bench = new Bench();
  const others = [register(5, "south"), register(5, "south"), register(5, "south")];
  assert.deepEqual(bench.reading(60_000, ...others), []);
  assert.equal(bench.view().state, "passive");
});

test("L6: what two voters want stopped isn't taken again; one mark isn't enough unless the third voter can't be heard", () => {
  const plain = register(5, "north");
  const wanted = register(5, "north", marked({ wanted: true }));
  const table: [Register, Register, Register | null, boolean][] = [
    [wanted, wanted, plain, false],
    [wanted, plain, null, false],
    [wanted, plain, plain, true],
    [plain, plain, null, true],
  ];
  for (const [first, second, third, takes] of table) {
    const bench = new Bench();
    if (third) bench.says(2, third);
    bench.says(0, first);
    const written = [...bench.written()];
    bench.says(1, second);
    written.push(...bench.written());
    if (written.length === 0) written.push(...bench.reading(5_000, first, second, third));
    assert.equal(written.length > 0, takes, JSON.stringify([first.marks, second.marks, third?.marks]));
    // Somebody's mark isn't washed off by a restart.
    for (const { expected, next } of written) assert.equal(next.marks.wanted, expected.marks.wanted);
  }
});

test("L6: an epoch is adopted only by the very run that it was given to, and never one that this run has held", () => {
  const given = register(5, "north", { incarnation: RUN, ...marked({ solo: true }) });
  const adopts = new Bench();
  assert.deepEqual(
    adopts.reading(0, given, given).map(({ next }) => [next.epoch, next.beat]),
    [
      [5, 1],
      [5, 1],
    ],
  );
  adopts.sets(0, 1);
  assert.deepEqual([adopts.view().epoch, adopts.view().open], [5, false]);
  adopts.give({ kind: "health", ok: true, because: "" });
  assert.equal(adopts.view().open, false, "a plan opens what was given");

  const other = new Bench();
  const elsewhere = { ...given, incarnation: "run-0" };
  assert.deepEqual(
    other.reading(0, elsewhere, elsewhere).map(({ next }) => next.epoch),
    [6, 6],
  );

  const lapsed = Bench.holding();
  lapsed.wait(LEASE_TIMES.leaseMs);
  lapsed.give({ kind: "database-stopped", clean: false });
  const own = lapsed.keeper.heard[0].last as Register;
  assert.equal(own.epoch, 6);
  assert.deepEqual(
    lapsed.reading(2_000, own, own).map(({ next }) => next.epoch),
    [7, 7],
  );
});

test("L4: a contender changes nothing until two voters have stood still for longer than any lease, and writes only those", () => {
  const bench = new Bench();
  const first = register(5, "south", { beat: 8 });
  bench.reading(0, first, first, first);
  bench.give({ kind: "contend", why: "south looks dead", above: 5, solo: true });
  assert.deepEqual(bench.reading(1_000, first, first, first), []);
  const beaten = { ...first, beat: 9 };
  const written = bench.reading(STILL_MS, first, beaten, first);
  assert.deepEqual(
    written.map(({ voter, expected, next }) => [voter, expected.beat, next.epoch, next.holder, next.marks.solo]),
    [
      [0, 8, 6, "north", true],
      [2, 8, 6, "north", true],
    ],
  );
  assert.ok(bench.nowMs >= 10_000 + STILL_MS, `${bench.nowMs}`);
  assert.ok(bench.nowMs < 10_000 + STILL_MS + 50, "and it is woken in time");
});

test("L4: a mark isn't a beat, silence isn't one either, and a silent voter isn't written", () => {
  const bench = new Bench();
  const first = register(5, "south");
  bench.reading(0, first, first, first);
  bench.give({ kind: "contend", why: "south looks dead", above: 5, solo: true });
  bench.reading(1_000, first, null, first);
  const wanted = { ...first, ...marked({ wanted: true }) };
  const written = bench.reading(STILL_MS, wanted, null, first);
  assert.deepEqual(
    written.map(({ voter, expected, next }) => [voter, expected.marks.wanted, next.marks.wanted]),
    [
      [0, true, false],
      [2, false, false],
    ],
  );
});

test("L5: an attempt goes above every epoch that any voter has shown", () => {
  const bench = new Bench();
  const old = register(5, "south");
  bench.give({ kind: "contend", why: "south looks dead", above: 5, solo: true });
  const written = bench.reading(STILL_MS + 600, old, old, register(9, "north", { incarnation: "before" }));
  assert.ok(written.length >= 2);
  for (const { next } of written) assert.equal(next.epoch, 10);
});

test("L2, L6: one voter isn't enough; what this run wrote there counts as still at the next try", () => {
  const bench = new Bench();
  const first = register(5, "south");
  bench.give({ kind: "contend", why: "south looks dead", above: 5, solo: true });
  bench.reading(STILL_MS + 600, first, first, first);
  bench.sets(0);
  const beaten = { ...first, beat: 1 };
  bench.differs(1, beaten);
  bench.differs(2, beaten);
  assert.equal(bench.view().state, "contending");
  const own = bench.keeper.heard[0].last as Register;
  assert.equal(own.epoch, 6);
  const since = bench.nowMs;
  const again = bench.reading(2 * STILL_MS, own, beaten, null);
  assert.deepEqual(
    again.map(({ voter, next }) => [voter, next.epoch]),
    [
      [0, 7],
      [1, 7],
    ],
  );
  assert.ok(bench.nowMs - since >= STILL_MS);
});

test("R3: a contender that was told to displace an epoch doesn't displace a newer one", () => {
  const bench = new Bench();
  bench.give({ kind: "contend", why: "south looks dead", above: 5, solo: true });
  const newer = register(6, "south");
  assert.deepEqual(bench.reading(20_000, newer, newer, newer), []);
  assert.equal(bench.view().state, "passive");
});

test("R4: a holder that wrote alone is displaced only when a person accepts it", () => {
  for (const overSolo of [false, true]) {
    const bench = new Bench();
    const solo = register(5, "south", marked({ solo: true }));
    bench.give({ kind: "contend", why: "south looks dead", above: 5, solo: true, overSolo });
    assert.equal(bench.reading(STILL_MS + 600, solo, solo, solo).length > 0, overSolo);
  }
});

test("L1: a lease runs from before its round was sent, however late the answers are", () => {
  const bench = Bench.holding();
  bench.wait(LEASE_TIMES.beatMs);
  const sentAtMs = bench.nowMs;
  bench.wait(600);
  bench.sets(0, 1);
  assert.ok(Math.abs(bench.tenure().untilMs - (sentAtMs + LEASE_TIMES.leaseMs)) < 1);
});

test("L2: a renewal takes two answers to the same round", () => {
  const bench = Bench.holding();
  const { untilMs } = bench.tenure();
  for (const answering of [0, 1, 2, 0] as const) {
    bench.wait(LEASE_TIMES.voterMsMax + 2 * LEASE_TIMES.retryMs);
    if (bench.keeper.kind !== "held") break;
    bench.sets(answering);
  }
  assert.equal(bench.keeper.kind, "ending");
  assert.ok(bench.nowMs >= untilMs);
});

test("L3: a holder whose lease has run out stops by itself, and no late answer revives it", () => {
  const bench = Bench.holding();
  bench.give({ kind: "confirm", id: "write", epoch: 6 });
  const requests = voters.map((voter) => bench.owed(voter));
  // The process stands still; its clock doesn't. The answers are there when it goes on.
  bench.nowMs += LEASE_TIMES.leaseMs;
  bench.give({ kind: "voter-set", voter: 0, request: requests[0] as number, outcome: "set" });
  assert.deepEqual(bench.kinds().slice(0, 3), ["unconfirmed", "watchdog-stop", "stop-database"]);
  bench.give({ kind: "voter-set", voter: 1, request: requests[1] as number, outcome: "set" });
  assert.deepEqual([bench.view().state, bench.view().remainingMs], ["ending", null]);
  bench.give({ kind: "database-stopped", clean: false });
  assert.equal(bench.view().state, "passive");
});

test("L7: a write is confirmed by the next round to begin, all that wait by the same one", () => {
  const bench = Bench.holding();
  bench.wait(LEASE_TIMES.beatMs);
  assert.notEqual(bench.tenure().round, null);
  bench.give({ kind: "confirm", id: "one", epoch: 6 });
  bench.give({ kind: "confirm", id: "two", epoch: 6 });
  bench.sets(0);
  bench.give({ kind: "voter-set", voter: 1, request: bench.owed(1), outcome: "set" });
  assert.ok(
    !bench.kinds().includes("confirmed"),
    "the present round may have been sent before the write was committed",
  );
  assert.equal(bench.written().length, 2, "the next one begins at once, without the voter that owes an answer");
  bench.sets(0, 1);
  assert.deepEqual(
    bench.effects.filter(({ kind }) => kind === "confirmed"),
    [
      { kind: "confirmed", id: "one", epoch: 6 },
      { kind: "confirmed", id: "two", epoch: 6 },
    ],
  );
});

test("L7: without two answers a write is never confirmed, and somebody is told in time", () => {
  const bench = Bench.holding();
  bench.give({ kind: "confirm", id: "write", epoch: 6 });
  const effects = bench.wait(LEASE_TIMES.confirmMsMax);
  assert.deepEqual(
    effects.filter(({ kind }) => kind === "confirmed" || kind === "unconfirmed").map(({ kind }) => kind),
    ["unconfirmed"],
  );
  bench.give({ kind: "confirm", id: "old", epoch: 5 });
  assert.deepEqual(bench.kinds(), ["unconfirmed"]);
});

test("L8: a voter that shows another's higher epoch is outbid where the own records stand, then written over", () => {
  const bench = Bench.holding();
  bench.wait(LEASE_TIMES.beatMs);
  bench.sets(0, 1);
  const grabbed = register(8, "south", { incarnation: "theirs" });
  bench.differs(2, grabbed);
  bench.give({ kind: "tick" });
  const raised = bench.tenure().round;
  assert.deepEqual([raised?.epoch, raised?.requests[2]], [9, null], "first where the own records stand");
  bench.sets(0, 1);
  assert.deepEqual([bench.view().epoch, bench.view().open], [9, true]);
  bench.wait(LEASE_TIMES.beatMs);
  bench.says(2, grabbed);
  bench.sets(0, 1);
  bench.wait(LEASE_TIMES.beatMs);
  assert.deepEqual(bench.keeper.heard[2].asked?.next?.epoch, 9);
  bench.sets(2);
  bench.sets(0);
  assert.notEqual(bench.tenure().round, null, "a voter that was written over doesn't count in that round");
  bench.sets(1);
  assert.equal(bench.view().solo.unmarked, 3);
});

test("L8, L10: a holder whose clock stood still while another took over renews nothing and stops", () => {
  const bench = Bench.holding();
  bench.wait(LEASE_TIMES.beatMs);
  const taken = register(7, "south", { incarnation: "theirs" });
  bench.differs(0, taken);
  assert.equal(bench.view().state, "held");
  bench.differs(1, taken);
  assert.equal(bench.view().state, "ending");
  assert.deepEqual(bench.written(), []);
});

test("L8: another's record isn't written over by the round that follows its discovery, only after that one", () => {
  for (const [repairs, over] of [
    ["after-own-round", false],
    ["at-once", true],
  ] as const) {
    const bench = Bench.holding({ repairs });
    bench.wait(LEASE_TIMES.beatMs);
    bench.sets(1);
    bench.differs(2, register(7, "south", { incarnation: "theirs" }));
    bench.sets(0);
    const written = bench.written();
    assert.deepEqual([...new Set(written.map(({ next }) => next.epoch))], [8]);
    assert.equal(
      written.some(({ voter }) => voter === 2),
      over,
      repairs,
    );
  }
});

test("L8, L9: a displaced holder that is given an epoch goes on under it only as somebody new, never as the holder it was", () => {
  const bench = Bench.holding();
  bench.wait(LEASE_TIMES.beatMs);
  // Its clock stood still while south took epoch 7 and gave epoch 8 to the very run that thinks that it holds epoch 6.
  const given = register(8, "north", { incarnation: RUN, ...marked({ solo: true }) });
  bench.differs(0, given);
  bench.differs(1, given);
  assert.equal(bench.view().state, "ending");
  bench.give({ kind: "database-stopped", clean: true });
  bench.sets(0, 1);
  assert.deepEqual([bench.view().epoch, bench.view().open], [8, false]);
});

test("L9: a hand-over stops the database cleanly while it renews, and only then writes the receiver's name", () => {
  const bench = Bench.holding();
  bench.give({ kind: "confirm", id: "last", epoch: 6 });
  bench.give({ kind: "yield", epoch: 6, to: "south", incarnation: "theirs" });
  assert.deepEqual(bench.kinds(), ["stop-database"]);
  assert.equal(bench.view().open, false);
  bench.sets(0, 1, 2);
  bench.wait(LEASE_TIMES.beatMs);
  bench.sets(0, 1, 2);
  bench.give({ kind: "database-stopped", clean: true });
  const granted = bench.written();
  assert.deepEqual(
    granted.map(({ next }) => [next.epoch, next.holder, next.incarnation, next.beat, next.marks.solo]),
    voters.map(() => [7, "south", "theirs", 0, true]),
  );
  assert.equal(bench.view().remainingMs, null, "the lease is given up before the name is written");
  bench.sets(0, 1);
  assert.deepEqual([bench.view().state, bench.view().holder], ["passive", "south"]);
});

test("L9: what was committed before the stop is still confirmed under the old epoch", () => {
  const bench = Bench.holding();
  bench.give({ kind: "yield", epoch: 6, to: "south", incarnation: "theirs" });
  bench.give({ kind: "confirm", id: "last", epoch: 6 });
  bench.give({ kind: "database-stopped", clean: true });
  bench.sets(0, 1);
  assert.ok(bench.effects.some((effect) => effect.kind === "confirmed" && effect.id === "last"));
  assert.equal(bench.view().state, "ending");
});

test("R4, L9: a hand-over that was asked for in step and is heard late is refused while the holder writes alone", () => {
  const bench = Bench.holding();
  bench.give({ kind: "mark", solo: true });
  bench.give({ kind: "yield", epoch: 6, to: "south", incarnation: "theirs" });
  assert.ok(bench.effects.some((effect) => effect.kind === "refused" && /alone/.test(effect.because)));
  assert.deepEqual([bench.view().state, bench.view().open], ["held", true]);
  bench.give({ kind: "mark", solo: false });
  bench.give({ kind: "yield", epoch: 6, to: "south", incarnation: "theirs" });
  assert.equal(bench.view().state, "yielding");
});

test("L9: a stop that isn't clean, or takes too long, gives the hand-over up; the lease was never interrupted", () => {
  const unclean = Bench.holding();
  unclean.give({ kind: "yield", epoch: 6, to: "south", incarnation: "theirs" });
  unclean.give({ kind: "database-stopped", clean: false });
  assert.deepEqual([unclean.view().state, unclean.view().epoch, unclean.view().open], ["held", 6, false]);
  unclean.give({ kind: "health", ok: true, because: "" });
  assert.equal(unclean.view().open, true);

  const slow = Bench.holding();
  slow.give({ kind: "yield", epoch: 6, to: "south", incarnation: "theirs" });
  for (let atMs = 0; atMs < LEASE_TIMES.yieldMsMax; atMs += LEASE_TIMES.beatMs) {
    slow.wait(LEASE_TIMES.beatMs);
    if (slow.keeper.heard[0].asked) slow.sets(0, 1, 2);
  }
  assert.equal(slow.view().state, "held");
});

test("L10: two voters that want the holder to stop stop it, in order while its lease lasts and at once afterwards", () => {
  const bench = Bench.holding();
  bench.wait(LEASE_TIMES.beatMs);
  const wanted = (voter: Voter) => {
    const last = bench.keeper.heard[voter].last as Register;
    return { ...last, ...marked({ wanted: true }) };
  };
  bench.differs(0, wanted(0));
  assert.equal(bench.view().state, "held", "one is not enough");
  assert.equal(bench.written()[0]?.next.marks.wanted, true, "and its mark isn't washed off");
  bench.differs(1, wanted(1));
  assert.deepEqual(bench.kinds().slice(-1), ["stop-database"]);
  assert.ok(bench.effects.some((effect) => effect.kind === "stop-database" && effect.mode === "fast"));
  const effects = bench.wait(LEASE_TIMES.leaseMs);
  assert.ok(effects.some((effect) => effect.kind === "stop-database" && effect.mode === "immediate"));
  bench.give({ kind: "database-stopped", clean: true });
  const left = register(6, "north", { incarnation: RUN, ...marked({ wanted: true }) });
  assert.deepEqual(bench.reading(60_000, left, left, left), []);
});

test("R5, L10: a holder that is unhealthy for too long stops and stays away, so that the other one can take over", () => {
  const bench = Bench.holding();
  bench.give({ kind: "health", ok: false, because: "it can't write" });
  const renewing = () => {
    bench.wait(100);
    for (const voter of voters) if (bench.keeper.heard[voter].asked?.next) bench.sets(voter);
  };
  const sinceMs = bench.nowMs;
  while (bench.keeper.kind === "held") renewing();
  assert.ok(
    bench.nowMs - sinceMs >= LEASE_TIMES.unhealthyMsMax && bench.nowMs - sinceMs < LEASE_TIMES.unhealthyMsMax + 200,
  );
  bench.give({ kind: "database-stopped", clean: false });
  const left = bench.keeper.heard[0].last as Register;
  const awayFromMs = bench.nowMs;
  assert.ok(bench.reading(2 * LEASE_TIMES.sickMs, left, left, null).length > 0);
  assert.ok(bench.nowMs - awayFromMs >= LEASE_TIMES.sickMs - 300);
});

test("a database that needs long to start is given twice as long each time", () => {
  const bench = new Bench();
  const lasted: number[] = [];
  for (let start = 0; start < 3; start += 1) {
    const named = bench.keeper.heard[0].last ?? register(5, "north");
    while (bench.keeper.kind !== "held") {
      bench.reading(1_000, named, named, null);
      for (const voter of [0, 1] as const) if (bench.keeper.heard[voter].asked?.next) bench.sets(voter);
    }
    const sinceMs = bench.nowMs;
    while (bench.keeper.kind === "held") {
      bench.wait(100);
      for (const voter of [0, 1] as const) if (bench.keeper.heard[voter].asked?.next) bench.sets(voter);
    }
    lasted.push(Math.round((bench.nowMs - sinceMs) / 1_000));
    bench.give({ kind: "database-stopped", clean: false });
  }
  assert.deepEqual(lasted, [10, 20, 40]);
});

test("V5: a voter that moved backwards counts for nothing until it shows as much again", () => {
  const bench = Bench.holding();
  bench.wait(LEASE_TIMES.beatMs);
  bench.sets(0, 1);
  const last = bench.keeper.heard[2].last as Register;
  bench.differs(2, { ...last, beat: last.beat - 1 });
  const [, , vote] = bench.view().votes;
  assert.match(vote.kind === "abstains" ? vote.because : "", /backwards/);
  bench.wait(LEASE_TIMES.beatMs);
  assert.equal(bench.keeper.heard[2].asked?.next, null, "it is read, not written");
  bench.says(2, last);
  assert.equal(bench.view().votes[2].kind, "register");
});

test("a voter that owes an answer is left out of the next round, and given up after a while", () => {
  const bench = Bench.holding();
  bench.wait(LEASE_TIMES.beatMs);
  bench.sets(0, 1);
  bench.wait(LEASE_TIMES.beatMs);
  assert.equal(bench.tenure().round?.requests[2], null);
  bench.sets(0, 1);
  bench.wait(LEASE_TIMES.beatMs);
  assert.notEqual(bench.tenure().round?.requests[2], null);
});

test("a voter that refuses at once isn't asked in a loop", () => {
  const bench = Bench.holding();
  let asked = 0;
  const untilMs = bench.nowMs + 2_000;
  bench.give({ kind: "confirm", id: "write", epoch: 6 });
  while (bench.nowMs < untilMs && bench.keeper.kind === "held") {
    for (const voter of voters) {
      if (!bench.keeper.heard[voter].asked?.next) continue;
      bench.silent(voter);
      asked += 1;
    }
    bench.wait(10);
  }
  assert.ok(asked <= 3 * (2_000 / LEASE_TIMES.retryMs), `${asked}`);
});

test("S1: the mark `solo` rides on a round of its own, and the view counts who carries it", () => {
  const bench = Bench.holding();
  bench.give({ kind: "mark", solo: true });
  assert.deepEqual(
    bench.written().map(({ next }) => next.marks.solo),
    [true, true, true],
  );
  bench.sets(0);
  assert.deepEqual(bench.view().solo, { marked: 1, unmarked: 2 });
  bench.sets(1);
  assert.deepEqual(bench.view().solo, { marked: 2, unmarked: 1 });
});

test("R3: what is asked for an epoch that is over, or of a region without a lease, is refused in words", () => {
  const holder = Bench.holding();
  const late: KeeperEvent[] = [
    { kind: "open", epoch: 5 },
    { kind: "close", epoch: 5 },
    { kind: "yield", epoch: 5, to: "south", incarnation: "theirs" },
    { kind: "resign", epoch: 5, because: "a person says so" },
  ];
  for (const event of late) {
    const before = holder.keeper;
    holder.give(event);
    assert.deepEqual(holder.kinds(), ["refused"], event.kind);
    assert.equal(holder.keeper, before);
  }
  const passive = new Bench();
  for (const event of [...late, { kind: "mark", solo: true } as const]) {
    passive.give(event);
    assert.deepEqual(passive.kinds(), ["refused"], event.kind);
  }
});

test("the watchdog is told each new end of the lease before anything is confirmed, and never a later one than is held", () => {
  const bench = Bench.holding();
  for (let round = 0; round < 8; round += 1) {
    bench.wait(LEASE_TIMES.beatMs);
    const told = [];
    for (const voter of voters) {
      bench.sets(voter);
      told.push(...bench.effects);
    }
    const until = told.find((effect) => effect.kind === "watchdog");
    assert.ok(until?.kind === "watchdog" && until.untilMs <= bench.tenure().untilMs && until.untilMs > bench.nowMs);
  }
});
