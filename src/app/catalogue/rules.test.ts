import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isTimeZone, mayAs, PROJECT_ID, projectId } from "./rules.ts";

test("a project's id is its name in plain letters, and another one where that is taken or empty", () => {
  const cases: [name: string, taken: string[], id: string][] = [
    ["My Shop!", [], "my-shop"],
    ["Böök Shop", [], "book-shop"],
    ["日本", [], "project-a1b2c3"],
    ["--", [], "project-a1b2c3"],
    ["My Shop", ["my-shop"], "my-shop-a1b2c3"],
    ["x".repeat(60), [], "x".repeat(24)],
  ];
  for (const [name, taken, id] of cases)
    assert.equal(
      projectId(name, (one) => taken.includes(one), "a1b2c3d4"),
      id,
    );
});

test("whatever the name, the id is safe in an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (name, taken) => {
      assert.match(
        projectId(name, () => taken, "0123456789"),
        PROJECT_ID,
      );
    }),
  );
});

test("time zones are names of the IANA database, not offsets", () => {
  for (const name of ["UTC", "Asia/Kolkata", "America/St_Johns", "Asia/Kathmandu"]) assert.ok(isTimeZone(name), name);
  for (const name of ["", "Mars/Olympus", "+05:30", "Etc/GMT+5", "../etc"]) assert.ok(!isTimeZone(name), name);
});

test("an operator may do all that an analyst may, an owner all that an operator may, and nobody more than that", () => {
  const roles = ["analyst", "operator", "owner"] as const;
  for (const [rank, has] of roles.entries()) {
    for (const [wanted, needed] of roles.entries())
      assert.equal(mayAs(has, needed), rank >= wanted, `${has} ${needed}`);
  }
});
