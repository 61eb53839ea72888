import assert from "node:assert/strict";
import { test } from "node:test";
import { newProjectBody, projectPatchBody } from "./bodies.ts";
import { pointerOf, validate } from "./validate.ts";

test("a fault is told with its pointer, and an unknown member with the nearest one", () => {
  const checked = validate(projectPatchBody, { pairpolicy: "refuse", "a/b~c": 1 });
  assert.ok(!checked.ok);
  assert.deepEqual(checked.faults, [
    {
      pointer: "/pairpolicy",
      code: "unknown-member",
      detail: 'There is no member "pairpolicy" here. Did you mean "pairPolicy"?',
    },
    {
      pointer: "/a~1b~0c",
      code: "unknown-member",
      detail: 'There is no member "a/b~c" here; known are name, timeZone, acknowledgement, pairPolicy.',
    },
  ]);
});

test("names are trimmed, and have no control characters", () => {
  const checked = validate(newProjectBody, { name: "  Shop " });
  assert.ok(checked.ok && checked.value.name === "Shop");
  for (const name of ["", "   ", "a\u0000b", "x".repeat(81), 7]) assert.ok(!validate(newProjectBody, { name }).ok);
});

test("pointers follow RFC 6901", () => {
  assert.equal(pointerOf(["where", "all", 0, "a/b"]), "/where/all/0/a~1b");
});
