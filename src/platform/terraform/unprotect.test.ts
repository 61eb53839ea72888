import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { resolve } from "../../blueprint/platform.ts";
import { filesOf, synthesizeTerraform } from "./stacks.ts";
import { unprotect } from "./unprotect.ts";

test("nothing is left that keeps a platform from being taken down but what must be decided by hand", () => {
  const stacks = unprotect(synthesizeTerraform(resolve(flagship)));
  const text = [...filesOf(stacks).entries()]
    .filter(([path]) => path.endsWith(".tf"))
    .map(([, each]) => each)
    .join("\n");
  assert.doesNotMatch(text, /prevent_destroy\s+= true/);
  assert.doesNotMatch(text, /deletion_protection(_enabled)?\s+= true/);
  assert.doesNotMatch(text, /force_destroy\s+= false/);
  assert.match(text, /final_snapshot_identifier/);
});

test("nothing else is changed: the same resources with the same other arguments", () => {
  const before = synthesizeTerraform(resolve(flagship));
  const after = unprotect(before);
  assert.deepEqual(
    after.map(({ resources }) => resources.map(({ address }) => address)),
    before.map(({ resources }) => resources.map(({ address }) => address)),
  );
});
