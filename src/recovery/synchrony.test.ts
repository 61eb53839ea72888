import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nextSynchronyStep, type Seen, type SeenStandby, STANDBY_AWAY_MS, type Watched } from "./synchrony.ts";

const LOOK_MS = 500;
const here = (heard: string, behindBytes = 0): SeenStandby => ({
  streaming: true,
  synchronous: true,
  heard,
  behindBytes,
  flushedBytes: 10_000_000 - behindBytes,
});

test("S1: a standby away for 2 s is written down by two voters before anyone writes alone", () => {
  const lost = { waiting: true, standby: undefined, marked: 0, unmarked: 3 };
  const first = nextSynchronyStep(lost, undefined, 0);
  assert.equal(first.step, "none");
  assert.equal(nextSynchronyStep(lost, first.watched, STANDBY_AWAY_MS - 1).step, "none");
  assert.equal(nextSynchronyStep(lost, first.watched, STANDBY_AWAY_MS).step, "mark-solo");
  assert.equal(nextSynchronyStep({ ...lost, marked: 1 }, first.watched, STANDBY_AWAY_MS).step, "mark-solo");
  assert.equal(nextSynchronyStep({ ...lost, marked: 2 }, first.watched, STANDBY_AWAY_MS).step, "go-alone");
});

test("S1: a mark that is being cleared lets nobody write alone, however many voters still show it", () => {
  const told = { waiting: true, marked: 3, unmarked: 0 };
  let look = nextSynchronyStep({ ...told, standby: here("0") }, undefined, 0);
  look.watched.proven = true;
  for (let at = 1; look.step !== "clear-mark"; at += 1) {
    assert.ok(at < 10);
    look = nextSynchronyStep({ ...told, standby: here(String(at)) }, look.watched, at * LOOK_MS);
  }
  // The round that clears it reached one voter, and at once the links and the standby are gone.
  const lost = { waiting: true, standby: undefined, marked: 2, unmarked: 1 };
  const awayAtMs = look.watched.heardAtMs + STANDBY_AWAY_MS;
  look = nextSynchronyStep(lost, look.watched, awayAtMs);
  assert.equal(look.step, "mark-solo");
  look = nextSynchronyStep(lost, look.watched, awayAtMs + LOOK_MS);
  assert.equal(look.step, "go-alone");
});

test("a connection that says nothing for 2 s is away, too", () => {
  const stuck = { waiting: true, standby: here("same"), marked: 0, unmarked: 3 };
  const { watched } = nextSynchronyStep(stuck, undefined, 0);
  assert.equal(nextSynchronyStep(stuck, watched, STANDBY_AWAY_MS).step, "mark-solo");
  const talking = { ...stuck, standby: here("news") };
  assert.equal(nextSynchronyStep(talking, watched, STANDBY_AWAY_MS).step, "none");
});

test("S2: alone ends when the standby has caught up, and the mark goes last", () => {
  const alone = { waiting: false, standby: here("1", 9_999_999), marked: 3, unmarked: 0 };
  let look = nextSynchronyStep(alone, undefined, 0);
  assert.equal(look.step, "none");
  look = nextSynchronyStep({ ...alone, standby: here("2", 512) }, look.watched, LOOK_MS);
  assert.equal(look.step, "be-synchronous");
  look = nextSynchronyStep({ ...alone, waiting: true, standby: here("3", 512) }, look.watched, 2 * LOOK_MS);
  assert.equal(look.step, "prove-waiting");
  look.watched.proven = true;
  look = nextSynchronyStep({ ...alone, waiting: true, standby: here("4") }, look.watched, 3 * LOOK_MS);
  assert.equal(look.step, "none");
  look = nextSynchronyStep({ ...alone, waiting: true, standby: here("5") }, look.watched, 4 * LOOK_MS);
  assert.equal(look.step, "clear-mark");
});

test("S2: however long the setting says so, the mark stays until commits are shown to wait, and each time anew", () => {
  const told = { waiting: true, marked: 3, unmarked: 0 };
  let look = nextSynchronyStep({ ...told, standby: here("0") }, undefined, 0);
  for (let at = 1; at < 10; at += 1) {
    assert.equal(look.step, "prove-waiting");
    look = nextSynchronyStep({ ...told, standby: here(String(at)) }, look.watched, at * LOOK_MS);
  }
  look.watched.proven = true;
  look = nextSynchronyStep({ ...told, waiting: false, standby: undefined }, look.watched, 10 * LOOK_MS);
  look = nextSynchronyStep({ ...told, standby: here("11") }, look.watched, 11 * LOOK_MS);
  assert.equal(look.step, "prove-waiting");
});

test("S2: a busy primary and a far standby end the mark when what came before the proof is flushed, not when nothing is under way", () => {
  const far = (look: number, flushedBytes: number): Seen => ({
    waiting: true,
    standby: { ...here(String(look)), behindBytes: 10_000 + look * 1_000 - flushedBytes, flushedBytes },
    marked: 3,
    unmarked: 0,
  });
  let { watched } = nextSynchronyStep(far(0, 0), undefined, 0);
  watched.proven = true;
  const steps = [];
  // Always 4,000 bytes and more are under way; what was written at the proof, 11,000 bytes, is flushed at the fifth look.
  for (const [index, flushed] of [2_000, 5_000, 8_000, 10_999, 11_000, 12_000].entries()) {
    const look = nextSynchronyStep(far(index + 1, flushed), watched, (index + 1) * LOOK_MS);
    watched = look.watched;
    steps.push(look.step);
  }
  assert.deepEqual(steps, ["none", "none", "none", "none", "none", "clear-mark"]);
});

type World = { waiting: boolean; waits: boolean; up: boolean; heard: number; behind: number; marked: boolean[] };

/** The world as the steps change it: each voter may be out of reach, the standby comes, goes and falls behind. */
function act(world: World, step: string, reachable: boolean[]): void {
  if (step === "mark-solo") world.marked = world.marked.map((was, index) => was || reachable[index] === true);
  if (step === "clear-mark") world.marked = world.marked.map((was, index) => was && reachable[index] !== true);
  if (step === "go-alone") world.waiting = world.waits = false;
  if (step === "be-synchronous") world.waiting = true;
}

test("S1, S2: whatever comes and goes, nobody writes alone unmarked, and a quiet pair ends synchronous and unmarked", () => {
  const round = fc.record({
    up: fc.boolean(),
    behind: fc.constantFrom(0, 0, 100, 5_000_000),
    reach: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    restart: fc.boolean(),
    /** Whether the server gets round to doing what its setting says. */
    takesUp: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(round, { maxLength: 60 }), (rounds) => {
      const world: World = { waiting: true, waits: true, up: true, heard: 0, behind: 0, marked: [false, false, false] };
      let watched: Watched | undefined;
      const quiet = { up: true, behind: 0, reach: [true, true, true], restart: false, takesUp: true };
      const all = [...rounds, ...Array.from({ length: 12 }, () => quiet)];
      for (const [index, { up, behind, reach, restart, takesUp }] of all.entries()) {
        if (restart) watched = undefined;
        if (takesUp) world.waits = world.waiting;
        world.heard += up ? 1 : 0;
        const heardOf = world.marked.filter((_, voter) => reach[voter]);
        const marked = heardOf.filter((one) => one).length;
        const standby = up ? { ...here(String(world.heard), behind), synchronous: world.waiting } : undefined;
        const seen: Seen = { waiting: world.waiting, standby, marked, unmarked: heardOf.length - marked };
        const look = nextSynchronyStep(seen, watched, index * LOOK_MS);
        watched = look.watched;
        act(world, look.step, reach);
        if (look.step === "prove-waiting" && world.waits) watched.proven = true;
        if (!world.waits) assert.ok(world.marked.filter((one) => one).length >= 2, "alone without two marks");
      }
      assert.deepEqual([world.waiting, world.marked], [true, [false, false, false]]);
    }),
  );
});
