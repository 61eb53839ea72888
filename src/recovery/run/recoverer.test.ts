import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { SeenDatabase } from "../plan/world.ts";
import type { Command, RecovererEffect } from "./protocol.ts";
import { RUN_RULES } from "./rules.ts";
import {
  ask,
  feed,
  isIdle,
  lines,
  PEER,
  runFor,
  runUntil,
  SELF,
  start,
  type TestWorld,
  testWorld,
} from "./test-world.ts";
import { recoveryView } from "./view.ts";

const done = (world: TestWorld): string[] =>
  lines(world).flatMap((line) => (line.kind === "done" || line.kind === "skipped" ? [line.step] : []));
const actions = (world: TestWorld): string[] =>
  world.effects.flatMap((effect) => (effect.kind === "do" ? [effect.action] : []));
const told = (world: TestWorld): string[] =>
  world.effects.flatMap((effect) => (effect.kind === "tell" ? [effect.says] : []));
const view = (world: TestWorld) => recoveryView(world.recoverer, world.nowMs);
const TAKE_OVER = ["check", "contend", "promote", "verify", "scale", "open", "warm", "announce"];

const FORMER: SeenDatabase = {
  kind: "down",
  onDisk: "primary",
  stoppedCleanly: false,
  endsInPeerHistory: false,
  tailListed: false,
  because: "it waits for the lease",
};

/** North stops for ever, three seconds from now. */
function lose(world: TestWorld): number {
  runFor(world, 3_000);
  world.peerUpUntilMs = world.nowMs;
  return world.nowMs;
}

function startCommand(world: TestWorld, plan: string, more: Partial<Command> = {}): Command {
  return { kind: "start", plan, who: "ada", reason: "a test", seen: view(world).stateVersion, ...more } as Command;
}

function approveCommand(world: TestWorld, more: Partial<Command> = {}): Command {
  const { question, stateVersion: seen } = view(world);
  return { kind: "approve", run: question?.run, who: "ada", reason: "the disk burnt", seen, ...more } as Command;
}

test("a lost holder is followed by the whole plan, in order, and decided before the fence could complete (R2, R5, D4)", () => {
  const world = testWorld();
  const lostAtMs = lose(world);
  runUntil(world, isIdle);
  assert.deepEqual(done(world), TAKE_OVER);
  assert.deepEqual(world.broken, []);
  const [begun] = lines(world);
  assert.ok(begun?.kind === "begun" && begun.automatic && begun.plan.kind === "fail-over");
  assert.ok(begun.atMs - lostAtMs < 3_000, `decided after ${begun.atMs - lostAtMs} ms`);
  assert.ok(world.nowMs - lostAtMs < 4_500, `active after ${world.nowMs - lostAtMs} ms`);
  assert.deepEqual([world.held, world.open, world.epoch, world.solo], [true, true, 8, true]);
  assert.equal(view(world).history[0]?.state, "finished");
});

test("a crash between any two effects of a fail-over gives the same end (R6, E1, E2)", () => {
  const whole = testWorld();
  lose(whole);
  runUntil(whole, isIdle);
  const total = whole.effectsDone;
  for (let dieAt = 1; dieAt <= total; dieAt += 1) {
    const world = testWorld({ dieAt });
    lose(world);
    world.dieAt = dieAt;
    runUntil(world, (now) => now.open && isIdle(now), 120_000);
    assert.deepEqual(world.broken, [], `died at effect ${dieAt}`);
    assert.deepEqual([world.epoch, world.database.kind, world.holder], [8, "primary", SELF], `died at effect ${dieAt}`);
    // One run, or a run that had only just been thought of and a second one.
    assert.equal(world.journals.size, 1, `died at effect ${dieAt}`);
  }
});

test("answers that come twice, late, or in another order change nothing (R3, R6, E3)", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 5, maxLength: 20 }),
      fc.boolean(),
      (delays, twice) => {
        const world = testWorld({ twice, delayMs: (order) => delays[order % delays.length] as number });
        lose(world);
        runUntil(world, isIdle, 120_000);
        assert.deepEqual(world.broken, []);
        assert.deepEqual([world.epoch, world.open, world.database.kind], [8, true, "primary"]);
        assert.equal(view(world).history.length, 1);
      },
    ),
    { numRuns: 60 },
  );
});

test("nothing given is changed: the same event twice gives the same answer twice", () => {
  const world = testWorld();
  lose(world);
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "running");
  const before = JSON.stringify(world.recoverer);
  const frozen = world.recoverer;
  feed(world, { kind: "tick" });
  assert.equal(JSON.stringify(frozen), before);
});

test("a holder that renews again before the fence ends the run, and nothing was changed (E5, E11)", () => {
  const world = testWorld();
  lose(world);
  runUntil(world, ({ contending }) => contending !== null);
  world.peerUpUntilMs = Number.POSITIVE_INFINITY;
  runUntil(world, isIdle);
  assert.equal(view(world).history[0]?.state, "superseded");
  assert.deepEqual([world.held, world.contending, world.epoch, world.database.kind], [false, null, 7, "standby"]);
});

test("with two voters silent nobody is made active, and it says why (R5, D5)", () => {
  const world = testWorld();
  runFor(world, 3_000);
  world.heard = [false, true, false];
  world.peerUpUntilMs = world.nowMs;
  runFor(world, 60_000);
  assert.deepEqual(actions(world), []);
  assert.match(view(world).verdict.says, /Two of three voters can't be heard; nobody can be made active safely/);
  assert.ok(told(world).some((text) => text.includes("Two of three voters")));
  ask(world, "c1", startCommand(world, "fail-over"));
  runFor(world, 100);
  const outcome = world.answers.get("c1");
  assert.ok(outcome?.kind === "refused" && /Restore the witness/.test(outcome.because));
});

test("a standby that a voter calls left behind is promoted only by a person (R4, D7)", () => {
  const world = testWorld({ solo: true });
  lose(world);
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  runFor(world, 20_000);
  assert.deepEqual(actions(world), []);
  const { question } = view(world);
  assert.match(question?.question ?? "", /writing alone.*4 events.*Approve/);
  ask(world, "yes", approveCommand(world));
  runUntil(world, isIdle);
  assert.deepEqual([world.open, world.epoch], [true, 8]);
  assert.ok(lines(world).some((line) => line.kind === "approved" && line.who === "ada"));
});

test("a question is answered only upon the state that it stands in, by somebody who says why (E8)", () => {
  const world = testWorld({ solo: true });
  lose(world);
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  const old = approveCommand(world);
  // A second voter falls silent: who looked before this accepted something else.
  world.heard = [true, false, false];
  runFor(world, 2_000);
  for (const [id, command] of [
    ["old", old],
    ["no reason", approveCommand(world, { reason: " " })],
  ] as const) {
    ask(world, id, command);
    runFor(world, 100);
    const outcome = world.answers.get(id);
    assert.ok(outcome?.kind === "refused" && /Look again|Say who/.test(outcome.because), id);
    assert.equal(world.recoverer.state.kind, "asking", id);
  }
  assert.deepEqual(actions(world), []);
  world.heard = [true, false, true];
  runFor(world, 2_000);
  ask(world, "yes", approveCommand(world));
  runUntil(world, isIdle);
  assert.equal(world.open, true);
});

test("a question that waited for an hour is approved as one that waited for a second: nobody's thinking is the run's time (E6)", () => {
  const world = testWorld({ solo: true });
  lose(world);
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  runFor(world, 3_600_000);
  ask(world, "yes", approveCommand(world));
  runUntil(world, isIdle);
  assert.deepEqual([world.open, view(world).history[0]?.state], [true, "finished"]);
});

test("a question survives a restart, is asked once, and ends when the holder returns (E2)", () => {
  const world = testWorld({ solo: true });
  lose(world);
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  start(world);
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  assert.equal(lines(world).filter((line) => line.kind === "asked").length, 1);
  world.peerUpUntilMs = Number.POSITIVE_INFINITY;
  runUntil(world, isIdle);
  assert.equal(view(world).history[0]?.state, "superseded");
});

test("a run ends when the other region holds a higher epoch, and promotes nothing (R3, E5)", () => {
  const world = testWorld();
  lose(world);
  runUntil(world, ({ held }) => held);
  world.held = false;
  world.holder = PEER;
  world.epoch = 12;
  world.peerUpUntilMs = Number.POSITIVE_INFINITY;
  runUntil(world, isIdle);
  assert.equal(view(world).history[0]?.state, "superseded");
  assert.equal(world.database.kind, "standby");
});

test("a newer epoch of the own region is taken on: what was promised under the older one is done again under it (E5)", () => {
  const world = testWorld();
  lose(world);
  runUntil(world, (now) => now.database.kind === "primary" && now.database.verifiedEpoch === 8);
  world.epoch = 9;
  runUntil(world, isIdle);
  assert.deepEqual([world.open, world.epoch], [true, 9]);
  assert.ok(world.database.kind === "primary" && world.database.verifiedEpoch === 9);
  assert.deepEqual(world.broken, []);
  assert.ok(lines(world).some((line) => line.kind === "epoch" && line.epoch === 9));
});

test("a newer record of the other region, at whatever voter, ends a run before it takes anything (R4)", () => {
  const world = testWorld();
  lose(world);
  runUntil(world, ({ contending }) => contending !== null);
  world.loneEpoch = 9;
  runUntil(world, ({ recoverer }) => recoverer.history.length > 0);
  assert.deepEqual([world.held, view(world).history[0]?.state], [false, "superseded"]);
  assert.match(view(world).history[0]?.because ?? "", /epoch 9 of north/);
});

test("a refusal is followed by a new look, so that asking again is answered by what is so", () => {
  const world = testWorld({ solo: true });
  runFor(world, 6_000);
  ask(world, "early", startCommand(world, "switch-over"));
  world.solo = false;
  runFor(world, 400);
  ask(world, "again", startCommand(world, "switch-over"));
  runFor(world, 200);
  assert.deepEqual([world.answers.get("early")?.kind, world.answers.get("again")?.kind], ["refused", "accepted"]);
});

test("a lease that is lost in the middle is contended for again (E10)", () => {
  const world = testWorld();
  lose(world);
  runUntil(world, ({ database }) => database.kind === "primary");
  world.held = false;
  runUntil(world, (now) => now.open && isIdle(now));
  assert.equal(world.epoch, 9);
  assert.deepEqual(world.broken, []);
});

test("a person may stop a run before its point of no return; what it took is let go of, and nothing begins by itself for a while (E7, E11)", () => {
  const world = testWorld();
  lose(world);
  runUntil(world, ({ contending }) => contending !== null);
  const { run } = view(world);
  assert.equal(run?.stoppable, true);
  ask(world, "stop", { kind: "stop", run: run?.id as string, who: "ada", reason: "not yet" });
  runUntil(world, isIdle);
  assert.deepEqual([world.contending, world.held, view(world).history[0]?.state], [null, false, "stopped"]);
  assert.ok(actions(world).includes("release"));
  runFor(world, 60_000);
  assert.equal(world.held, false);
  assert.match(view(world).automatic.reason ?? "", /ada/);
  ask(world, "on", { kind: "resume-automatic", who: "ada", reason: "now" });
  runUntil(world, ({ open }) => open);
});

test("after the point of no return a stop is refused, and says what happens instead (E7)", () => {
  const world = testWorld();
  lose(world);
  runUntil(world, () => actions(world).includes("promote"));
  ask(world, "stop", { kind: "stop", run: view(world).run?.id as string, who: "ada", reason: "oh no" });
  runFor(world, 100);
  const outcome = world.answers.get("stop");
  assert.ok(outcome?.kind === "refused" && /way back is closed.*switch over/.test(outcome.because));
});

test("a switch-over hands over, and the check and the capacity come before the pause (P1)", () => {
  const world = testWorld();
  runFor(world, 6_000);
  ask(world, "go", startCommand(world, "switch-over"));
  runUntil(world, isIdle);
  assert.deepEqual(world.answers.get("go")?.kind, "accepted");
  assert.deepEqual(done(world), ["check", "scale", "yield", "promote", "verify", "open", "warm", "announce"]);
  assert.deepEqual([world.open, world.epoch, world.broken], [true, 8, []]);
});

test("a switch-over is refused while a check fails or can't be told, with its name (E4, E8)", () => {
  const world = testWorld({ solo: true });
  runFor(world, 6_000);
  ask(world, "solo", startCommand(world, "switch-over"));
  world.solo = false;
  world.database = { kind: "standby", streaming: true, lagMs: null, lagBytes: null, beatAgeMs: null };
  runFor(world, 6_000);
  ask(world, "unknown", startCommand(world, "switch-over"));
  runFor(world, 100);
  for (const [id, wanted] of [
    ["solo", /solo/],
    ["unknown", /in-step \(unknown, which counts as failed\)/],
  ] as const) {
    const outcome = world.answers.get(id);
    assert.ok(outcome?.kind === "refused" && wanted.test(outcome.because), JSON.stringify(outcome));
  }
  assert.deepEqual(actions(world), []);
});

test("a hand-over that the other side gives up fails the run and changes nothing", () => {
  const world = testWorld();
  world.failing.set("yield", { because: "its PostgreSQL didn't stop cleanly; north goes on", final: true });
  runFor(world, 6_000);
  ask(world, "go", startCommand(world, "switch-over"));
  runUntil(world, isIdle);
  assert.deepEqual([view(world).history[0]?.state, world.holder, world.epoch], ["failed", PEER, 7]);
  assert.match(view(world).history[0]?.because ?? "", /north goes on/);
});

test("a former primary that returns is listed, kept aside and rebuilt by itself (R7, T1)", () => {
  const world = testWorld({ database: FORMER, solo: true });
  runUntil(world, isIdle);
  assert.deepEqual(done(world), ["check", "list-tail", "keep-former", "rebuild", "await-in-step"]);
  assert.deepEqual([world.held, world.broken, world.database.kind], [false, [], "standby"]);
});

test("a former primary that stopped cleanly follows without a copy; one that can't is copied the next time (T2)", () => {
  const clean: SeenDatabase = { ...FORMER, stoppedCleanly: true, endsInPeerHistory: true } as SeenDatabase;
  const world = testWorld({ database: clean, solo: true });
  runUntil(world, isIdle);
  assert.deepEqual(done(world), ["check", "follow", "await-in-step"]);
  const stubborn = testWorld({ database: clean, solo: true });
  stubborn.failing.set("follow", { because: "requested timeline isn't a child", final: true });
  runUntil(stubborn, (now) => now.database.kind === "standby" && isIdle(now), 120_000);
  assert.deepEqual(actions(stubborn), ["follow", "list-tail", "keep-former", "rebuild"]);
});

test("a crash between any two effects of a return gives the same end, and the tail is listed before anything is moved (T1, E2)", () => {
  for (let dieAt = 1; dieAt <= 40; dieAt += 1) {
    const world = testWorld({ database: FORMER, solo: true, dieAt });
    runUntil(world, (now) => now.database.kind === "standby" && isIdle(now), 120_000);
    assert.deepEqual(world.broken, []);
  }
});

test("a region that waits to be in step takes over when its leader is lost meanwhile (R5)", () => {
  const world = testWorld({ database: FORMER });
  runUntil(world, ({ database }) => database.kind === "standby");
  world.database = { kind: "standby", streaming: false, lagMs: null, lagBytes: null, beatAgeMs: 400 };
  runFor(world, 12_000);
  assert.equal(view(world).run?.plan, "rejoin");
  const lostAtMs = world.nowMs;
  world.peerUpUntilMs = lostAtMs;
  runUntil(world, ({ open }) => open, 12_000);
  assert.deepEqual(world.broken, []);
});

test("a hand-over whose giver is lost in the middle becomes a fail-over, and one that isn't given is asked for once (R5)", () => {
  const world = testWorld();
  runFor(world, 6_000);
  world.silent.add("yield");
  ask(world, "go", startCommand(world, "switch-over"));
  runUntil(world, () => actions(world).includes("yield"));
  world.peerUpUntilMs = world.nowMs;
  const lostAtMs = world.nowMs;
  runUntil(world, ({ open }) => open, 12_000);
  assert.ok(world.nowMs - lostAtMs < 6_000);
  assert.equal(actions(world).filter((action) => action === "yield").length, 1);
  assert.deepEqual(world.broken, []);
});

test("a fail-back brings the old region into step first, then switches over, in one plan", () => {
  const world = testWorld({ database: FORMER, solo: true });
  runFor(world, 700);
  ask(world, "back", startCommand(world, "fail-back"));
  runUntil(world, isIdle);
  const steps = ["list-tail", "keep-former", "rebuild", "await-in-step", "scale", "yield", "promote", "verify", "open"];
  assert.deepEqual(done(world), ["check", ...steps, "warm", "announce"]);
  assert.deepEqual([world.open, world.holder, world.broken], [true, SELF, []]);
});

test("a holder that renews can't be failed over, but evicted (P5)", () => {
  const world = testWorld();
  runFor(world, 6_000);
  ask(world, "over", startCommand(world, "fail-over"));
  runFor(world, 100);
  const outcome = world.answers.get("over");
  assert.ok(outcome?.kind === "refused" && /renews its lease.*evict/s.test(outcome.because), JSON.stringify(outcome));
  ask(world, "evict", startCommand(world, "evict"));
  runUntil(world, isIdle);
  assert.deepEqual(done(world), ["check", "evict", ...TAKE_OVER.slice(1)]);
  assert.deepEqual([world.open, world.epoch, world.broken], [true, 8, []]);
});

test("a holder that takes another epoch before it is displaced is marked again, for that epoch", () => {
  const world = testWorld();
  runFor(world, 6_000);
  ask(world, "evict", startCommand(world, "evict"));
  runUntil(world, ({ contending }) => contending !== null);
  world.epoch = 8;
  world.wanted = false;
  world.peerUpUntilMs = Number.POSITIVE_INFINITY;
  runUntil(world, isIdle);
  assert.deepEqual([world.epoch, world.holder, view(world).history[0]?.state], [9, SELF, "finished"]);
  assert.equal(actions(world).filter((action) => action === "evict").length, 2);
});

test("a region that two voters want to stop leaves its record to the other one, and takes it again only when nobody comes", () => {
  const world = testWorld({
    holder: SELF,
    wanted: true,
    database: { ...FORMER, stoppedCleanly: true } as SeenDatabase,
  });
  runFor(world, 20_000);
  assert.deepEqual(actions(world), []);
  assert.match(view(world).verdict.says, /want south to stop/);
  runUntil(world, ({ held }) => held, 20_000);
});

test("a voter votes again only when a person says so", () => {
  const world = testWorld();
  world.heard = [true, true, false];
  runFor(world, 20_000);
  assert.deepEqual(actions(world), []);
  ask(world, "v", startCommand(world, "readmit", { voter: 2 } as Partial<Command>));
  runUntil(world, isIdle);
  assert.deepEqual(world.heard, [true, true, true]);
});

test("a region that two voters name and that doesn't serve finishes what makes it active (D9)", () => {
  const world = testWorld({
    holder: SELF,
    held: true,
    database: { kind: "standby", streaming: false, lagMs: null, lagBytes: null, beatAgeMs: null },
  });
  runUntil(world, (now) => now.open && isIdle(now));
  assert.deepEqual(world.broken, []);
  assert.equal(view(world).history[0]?.plan, "resume");
});

test("a primary that waits for the lease is no reason to wait with the lease, and nothing is let go of (D9)", () => {
  const world = testWorld({ holder: SELF, database: { ...FORMER, stoppedCleanly: true } as SeenDatabase });
  runUntil(world, ({ held }) => held);
  world.database = {
    kind: "primary",
    writable: true,
    beatAgeMs: 100,
    recordedEpoch: 7,
    verifiedEpoch: 7,
    standby: null,
  };
  runUntil(world, (now) => now.open && isIdle(now));
  assert.ok(!actions(world).includes("release"));
  assert.deepEqual(world.broken, []);
});

test("a command for a state that has passed is refused; one that comes twice has one effect and one answer (E8)", () => {
  const world = testWorld();
  runFor(world, 6_000);
  const old = startCommand(world, "switch-over");
  world.epoch = 9;
  runFor(world, 1_000);
  ask(world, "old", old);
  runFor(world, 100);
  const outcome = world.answers.get("old");
  assert.ok(outcome?.kind === "refused" && /changed since/.test(outcome.because));
  const fresh = startCommand(world, "switch-over");
  for (let time = 0; time < 3; time += 1) ask(world, "fresh", fresh);
  runUntil(world, isIdle);
  ask(world, "fresh", fresh);
  runFor(world, 1_000);
  assert.equal(world.journals.size, 2);
  assert.equal(actions(world).filter((action) => action === "yield").length, 1);
});

test("a command whose recoverer was killed before it answered finds its run when it comes again (E8)", () => {
  let found = 0;
  for (let dieAfter = 1; dieAfter <= 12; dieAfter += 1) {
    const world = testWorld();
    runFor(world, 6_000);
    const command = startCommand(world, "switch-over");
    world.dieAt = world.effectsDone + dieAfter;
    ask(world, "asked", command);
    runUntil(world, ({ dieAt }) => dieAt === null);
    world.answers.clear();
    ask(world, "asked", command);
    runFor(world, 100);
    const outcome = world.answers.get("asked");
    const begun = lines(world).find((line) => line.kind === "begun");
    if (!begun) continue;
    found += 1;
    assert.ok(
      outcome?.kind === "accepted" && outcome.run === begun.run,
      `died ${dieAfter} effects later: ${JSON.stringify(outcome)}`,
    );
    assert.equal(world.journals.size, 1);
  }
  assert.ok(found >= 8, `only ${found} crashes came after the run had begun`);
});

test("one run at a time (E8)", () => {
  const world = testWorld();
  runFor(world, 6_000);
  ask(world, "first", startCommand(world, "switch-over"));
  ask(world, "second", startCommand(world, "evict"));
  runUntil(world, isIdle);
  const outcome = world.answers.get("second");
  assert.ok(outcome?.kind === "refused" && /one run/.test(outcome.because));
});

test("a pause has an end within four hours, outlives a restart, and holds off a fail-over but not the way back (D6)", () => {
  const world = testWorld();
  runFor(world, 3_000);
  const untilMs = view(world).at + 60_000;
  const pause = { kind: "pause-automatic", who: "ada", reason: "the network is being moved" } as const;
  ask(world, "long", { ...pause, untilMs: untilMs + 5 * 3_600_000 });
  ask(world, "good", { ...pause, untilMs });
  runFor(world, 100);
  assert.deepEqual([world.answers.get("long")?.kind, world.answers.get("good")?.kind], ["refused", "accepted"]);
  start(world);
  const lostAtMs = lose(world);
  runFor(world, 20_000);
  assert.equal(world.held, false);
  assert.match(view(world).verdict.says, /paused by ada/);
  runUntil(world, ({ open }) => open, 80_000);
  assert.ok(world.nowMs > lostAtMs + 30_000);
});

test("after a change of role nothing changes it again by itself before the dwell has passed (R7, D3)", () => {
  const world = testWorld({ holder: SELF });
  world.holder = PEER;
  runFor(world, 2_000);
  world.holder = "east";
  runFor(world, 1_000);
  world.holder = PEER;
  const changedAtMs = world.nowMs;
  runFor(world, 1_000);
  world.peerUpUntilMs = world.nowMs;
  runUntil(world, ({ contending }) => contending !== null);
  assert.ok(world.nowMs - changedAtMs >= 10_000, `after ${world.nowMs - changedAtMs} ms`);
});

test("before the point of no return a step that is out of time ends the run, and the lease is let go of (E6, E11)", () => {
  const world = testWorld();
  world.failing.set("contend", { because: "the guardian is asleep", final: false });
  lose(world);
  runUntil(world, isIdle);
  const [run] = view(world).history;
  assert.equal(run?.state, "failed");
  assert.match(run?.because ?? "", /guardian is asleep/);
  assert.deepEqual([world.contending, world.held], [null, false]);
});

test("past it a step gets more time than its budget, since giving up would leave nobody active (E6)", () => {
  const world = testWorld();
  world.failing.set("verify", { because: "the disk is slow", final: false });
  lose(world);
  runUntil(world, ({ database }) => database.kind === "primary");
  runFor(world, 20_000);
  assert.equal(world.recoverer.state.kind, "running");
  assert.ok(told(world).some((text) => /more than 5000 ms/.test(text)));
  world.failing.clear();
  runUntil(world, (now) => now.open && isIdle(now));
  assert.deepEqual(world.broken, []);
});

test("what only helps doesn't hold up the plan: no capacity, no warm caches, nobody told (E6)", () => {
  const world = testWorld();
  world.processes = { ...world.processes, failing: ["query"], answering: false };
  world.failing
    .set("warm", { because: "no answer", final: true })
    .set("announce", { because: "no way out", final: true });
  lose(world);
  runUntil(world, isIdle);
  assert.equal(world.open, true);
  const skipped = lines(world).flatMap((line) => (line.kind === "skipped" ? [line.step] : []));
  assert.deepEqual(skipped, ["scale", "warm", "announce"]);
});

test("an effect that is never answered is given up after its time and looked at (E6)", () => {
  const world = testWorld();
  world.silent.add("verify");
  lose(world);
  runUntil(world, () => actions(world).includes("verify"));
  world.silent.clear();
  runUntil(world, isIdle, 60_000);
  assert.equal(world.open, true);
});

test("a run always says what it waits for (E9)", () => {
  const world = testWorld();
  lose(world);
  const seen = new Set<string>();
  runUntil(world, (now) => {
    const { run } = view(now);
    if (run) {
      assert.notEqual(run.because, "");
      seen.add(run.because);
    }
    return isIdle(now);
  });
  assert.ok(
    [...seen].some((text) => /^Fence.*waiting until this region holds the lease/.test(text)),
    [...seen].join("\n"),
  );
});

test("each broken rule shows: without it, what it forbids happens", () => {
  const notWritten = testWorld({ rules: { ...RUN_RULES, journalFirst: false } });
  lose(notWritten);
  runUntil(notWritten, ({ open }) => open);
  assert.ok(notWritten.broken.some((text) => text.startsWith("R6")));
  const swapped = { ...RUN_RULES, arranged: swap("verify", "open") };
  const refused = testWorld({ rules: swapped });
  assert.throws(() => {
    lose(refused);
    runUntil(refused, ({ open }) => open);
  }, /is unsafe/);
  const early = testWorld({ rules: { ...swapped, orderChecked: false, preconditionsChecked: false } });
  lose(early);
  runUntil(early, ({ open }) => open);
  assert.ok(early.broken.some((text) => text.startsWith("R2")));
  const hasty = testWorld({ solo: true, rules: { ...RUN_RULES, soloAsked: false } });
  lose(hasty);
  runUntil(hasty, ({ open }) => open);
});

function swap(one: string, other: string): NonNullable<typeof RUN_RULES.arranged> {
  return (plan) => {
    const steps = [...plan.steps];
    const [a, b] = [steps.findIndex((step) => step.id === one), steps.findIndex((step) => step.id === other)];
    if (a < 0 || b < 0) return plan;
    [steps[a], steps[b]] = [steps[b] as (typeof steps)[0], steps[a] as (typeof steps)[0]];
    return { ...plan, steps };
  };
}

test("a fail-over's effects all carry the epoch that it took (R3, E5)", () => {
  const world = testWorld();
  lose(world);
  runUntil(world, isIdle);
  const dos = world.effects.filter(
    (effect): effect is Extract<RecovererEffect, { kind: "do" }> => effect.kind === "do",
  );
  for (const effect of dos) assert.equal(effect.epoch, effect.action === "contend" ? 0 : 8, effect.action);
});

test("with a second person wanted, what one person begins waits for another one, wherever either of them sits (E12, P6)", () => {
  const world = testWorld({ secondPerson: true });
  runFor(world, 6_000);
  ask(world, "go", startCommand(world, "switch-over"));
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  runFor(world, 5_000);
  const taken = world.answers.get("go");
  assert.match(taken?.kind === "accepted" ? taken.says : "", /waits for another person/);
  assert.match(view(world).question?.question ?? "", /ada wants it: "a test".*Another person/);
  for (const who of ["ada", "Ada (console of north)", "ada (command line)"]) {
    ask(world, who, approveCommand(world, { who }));
    runFor(world, 100);
    assert.equal(world.answers.get(who)?.kind, "refused", who);
  }
  // A restart forgets neither the question nor who began it.
  start(world);
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  runFor(world, 5_000);
  assert.deepEqual(actions(world), []);
  ask(world, "yes", approveCommand(world, { who: "grace (console of north)" }));
  runUntil(world, isIdle);
  assert.deepEqual([world.open, view(world).history[0]?.state], [true, "finished"]);
  assert.equal(lines(world).filter((line) => line.kind === "asked").length, 1);
});

test("a run that no second person approves ends unstarted within ten minutes, and isn't taken up again (E12)", () => {
  const world = testWorld({ secondPerson: true });
  runFor(world, 6_000);
  ask(world, "go", startCommand(world, "switch-over"));
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  runFor(world, 599_000);
  assert.equal(world.recoverer.state.kind, "asking");
  runUntil(world, isIdle, 5_000);
  start(world);
  runFor(world, 5_000);
  assert.deepEqual([view(world).history[0]?.state, actions(world)], ["stopped", []]);
  assert.match(view(world).history[0]?.because ?? "", /nobody else approved it/);
});

test("what waits for a second person is stopped without holding off what begins by itself, also over a restart (E12)", () => {
  const world = testWorld({ secondPerson: true });
  runFor(world, 6_000);
  assert.ok("steps" in view(world).planNow.switchOver);
  ask(world, "go", startCommand(world, "switch-over"));
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  ask(world, "no", { kind: "stop", run: view(world).run?.id ?? "", who: "ada", reason: "not tonight" });
  runUntil(world, isIdle);
  for (const restarts of [false, true]) {
    if (restarts) start(world);
    runFor(world, 6_000);
    assert.equal(view(world).automatic.on, true);
  }
  lose(world);
  runUntil(world, ({ open }) => open);
});

test("a second person that is awaited doesn't delay an automatic fail-over (E12, R5)", () => {
  const world = testWorld({ secondPerson: true });
  runFor(world, 6_000);
  ask(world, "go", startCommand(world, "switch-over"));
  runUntil(world, ({ recoverer }) => recoverer.state.kind === "asking");
  const lostAtMs = lose(world);
  runUntil(world, ({ open }) => open);
  assert.ok(world.nowMs - lostAtMs < 5_000, `active after ${world.nowMs - lostAtMs} ms`);
  runUntil(world, isIdle);
  const [automatic, waited] = view(world).history;
  assert.deepEqual([automatic?.plan, automatic?.automatic, automatic?.state], ["fail-over", true, "finished"]);
  assert.deepEqual([waited?.plan, waited?.state], ["switch-over", "stopped"]);
});
