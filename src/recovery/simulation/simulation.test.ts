// A hundred worlds in the quick loop; test/simulation explores thousands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINE } from "./engine.ts";
import { explore } from "./explore.ts";
import { MUTANTS } from "./mutants.ts";
import { shrink } from "./shrink.ts";
import { simulate } from "./simulate.ts";
import { emptyTally } from "./tally.ts";

const QUICK_SEEDS = Array.from({ length: 100 }, (_, at) => at + 1);

test("R1 to R7 hold in a hundred fixed worlds", () => {
  const { failures, finished } = explore(QUICK_SEEDS, ENGINE);
  assert.deepEqual(failures, []);
  assert.ok(finished > 0);
});

test("a seed replays event by event", () => {
  const lines = (): string[] => {
    const trace: string[] = [];
    simulate({ seed: 14, engine: ENGINE, tally: emptyTally(), trace: (line) => trace.push(line) });
    return trace;
  };
  assert.deepEqual(lines(), lines());
});

test("a failing seed shrinks to the faults that matter", () => {
  const mutant = MUTANTS.find(({ name }) => name === "watchdog missing");
  assert.ok(mutant);
  const failed = simulate({ seed: 1, engine: mutant.engine, tally: emptyTally(), profile: "guardian paused" });
  assert.equal(failed.broken?.invariant, "R2");
  const noisy = simulate({
    seed: 1,
    engine: mutant.engine,
    tally: emptyTally(),
    profile: "guardian paused",
    faults: [...failed.faults, { kind: "jump", place: 1, byMs: 1, atMs: 200, forMs: 0 }],
  });
  const short = shrink(noisy, mutant.engine, "guardian paused");
  assert.equal(short.broken?.invariant, "R2");
  assert.deepEqual(
    short.faults.map(({ kind }) => kind),
    ["pause"],
  );
});
