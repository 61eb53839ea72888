import assert from "node:assert/strict";
import { test } from "node:test";
import { Refused } from "../core/errors.ts";
import { parseRelease } from "./release.ts";

const release = { version: "1.4.0", commit: "0f".repeat(20), images: { app: `sha256:${"ab".repeat(32)}` } };

test("a release is read as it was written", () => {
  assert.deepEqual(parseRelease(JSON.stringify(release), "a test"), release);
});

test("a release that doesn't name exactly what was built is refused, each field by name", () => {
  const table: [string, unknown, RegExp][] = [
    ["no JSON", "{", /isn't JSON/],
    ["a list", [], /isn't an object/],
    [
      "a version with a build part, which no tag may hold",
      { ...release, version: "1.4.0+7" },
      /version = "1\.4\.0\+7"/,
    ],
    ["a short commit", { ...release, commit: "abc1234" }, /commit = "abc1234"/],
    ["a tag where a digest belongs", { ...release, images: { app: "latest" } }, /images\.app = "latest"/],
    ["no digest", { ...release, images: {} }, /images\.app = undefined/],
    ["no images", { ...release, images: undefined }, /images: must hold/],
    [
      "an image that isn't ours",
      { ...release, images: { ...release.images, web: "sha256:" } },
      /images\.web: no image/,
    ],
    ["a field that nobody reads", { ...release, notes: "x" }, /notes: no such field/],
  ];
  for (const [what, given, says] of table) {
    const text = typeof given === "string" ? given : JSON.stringify(given);
    assert.throws(
      () => parseRelease(text, "release.json"),
      (error: unknown) =>
        error instanceof Refused && error.message.startsWith("release.json") && says.test(error.message),
      what,
    );
  }
});
