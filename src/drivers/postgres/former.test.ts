import assert from "node:assert/strict";
import { test } from "node:test";
import type { ControlFile } from "./control-file.ts";
import { judgeFormer } from "./former.ts";
import { parseEnds, type ServerHistory } from "./history.ts";

const stopped: ControlFile = { systemId: "7", state: "stopped", checkpoint: 90n, timeline: 2 };
const ownEnds = [{ timeline: 1, end: 50n }];
const primary: ServerHistory = {
  systemId: "7",
  standby: false,
  timeline: 3,
  position: 200n,
  ends: [
    { timeline: 1, end: 50n },
    { timeline: 2, end: 100n },
  ],
};
const kindOf = (control: Partial<ControlFile>, ends = ownEnds, theirs: Partial<ServerHistory> = {}) =>
  judgeFormer({ ...stopped, ...control }, ends, { ...primary, ...theirs }).kind;

test("a former primary follows only when its clean end is proven to lie in the new primary's history", () => {
  assert.equal(kindOf({}), "follows");
  assert.equal(kindOf({ timeline: 1, checkpoint: 40n }, []), "follows");
  assert.equal(kindOf({ systemId: "8" }), "diverged");
  assert.equal(kindOf({ state: "running" }), "diverged");
  assert.equal(kindOf({ checkpoint: 100n }), "diverged");
  assert.equal(kindOf({ timeline: 3 }), "diverged");
  assert.equal(kindOf({ timeline: 9 }), "diverged");
});

test("two histories with the same timeline numbers and different ends are different histories", () => {
  assert.equal(kindOf({}, [{ timeline: 1, end: 49n }]), "diverged");
  // A timeline above the first has a past; when its file is gone, nothing is proven.
  assert.equal(kindOf({}, []), "diverged");
});

test("a history file gives the end of each timeline, and its comments are passed over", () => {
  const text =
    "1\t0/3000110\tno recovery target specified\n\n# a comment\n2\t0/5000000\tbefore 2000-01-01 00:00:00+00\n";
  assert.deepEqual(parseEnds(text), [
    { timeline: 1, end: 0x3000110n },
    { timeline: 2, end: 0x5000000n },
  ]);
  assert.deepEqual(parseEnds(""), []);
});
