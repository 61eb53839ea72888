import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprintNames } from "../terraform/synthesized.ts";
import { refusals } from "./kinds.ts";
import { kindKey, literalsOf, uniqueByText } from "./literals.ts";
import { mutationsOf } from "./mutations.ts";
import { rendered } from "./rendered.ts";

for (const name of blueprintNames()) {
  // The other environments are in `npm run proof:kubernetes`, with the compiler.
  test(`${name}: every object, read back from its text, passes its own kind's validator`, async () => {
    const objects = uniqueByText(await rendered(name, "prod"));
    assert.ok(objects.length > 100, String(objects.length));
    for (const { where, object } of objects) assert.deepEqual(await refusals(object), [], where);
  });
}

test("validators find mistakes of type and of words; a field that doesn't exist is the compiler's to find", async () => {
  const objects = uniqueByText(await rendered("B", "prod"));
  const found = { types: 0, types_missed: 0 };
  for (const [, [first]] of Map.groupBy(objects, ({ object }) => kindKey(object))) {
    if (first === undefined) continue;
    for (const { what, object } of mutationsOf(first.object)) {
      if (!what.includes("a text for a")) continue;
      found[(await refusals(object)).length > 0 ? "types" : "types_missed"] += 1;
    }
  }
  assert.ok(found.types > 20 && found.types > found.types_missed * 5, JSON.stringify(found));
});

test("a literal names the type of its kind, whoever's it is", () => {
  const pool = { apiVersion: "karpenter.sh/v1", kind: "NodePool", metadata: { name: "x" } };
  assert.match(
    literalsOf([pool], "../src"),
    /^import type \{ INodePool \} from "@kubernetes-models\/karpenter\/karpenter.sh\/v1\/NodePool";/,
  );
  const schedule = { apiVersion: "velero.io/v1", kind: "Schedule", metadata: { name: "x", namespace: "y" } };
  assert.match(
    literalsOf([schedule], "../src"),
    /^import type \{ Schedule \} from "..\/src\/kubernetes\/crds\/velero.ts";/,
  );
  assert.throws(
    () => literalsOf([{ apiVersion: "nobody.example/v1", kind: "Thing", metadata: { name: "x" } }], ""),
    /No package is known/,
  );
});
