import assert from "node:assert/strict";
import { test } from "node:test";
import { defineBlueprint, fill } from "./blueprint.ts";
import { starterText } from "./starter.ts";

const FROM = "../src/blueprint/blueprint.ts";

test("the starting blueprint says what leaving everything out says", () => {
  const body = starterText(FROM).match(/export const blueprint = (defineBlueprint\([\s\S]*\));/)?.[1] ?? "";
  const blueprint = new Function("defineBlueprint", `return ${body}`)(defineBlueprint);
  assert.deepEqual(fill(blueprint), fill({}));
});

test("the starting blueprint explains every field it sets", () => {
  const lines = starterText(FROM).split("\n");
  const bare = lines.filter((line, index) => /^ {2}\w+: /.test(line) && !/^\s*\/\//.test(lines[index - 1] ?? ""));
  assert.deepEqual(bare, []);
});
