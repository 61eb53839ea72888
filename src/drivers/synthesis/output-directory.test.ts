import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { differencesFrom, writeOutput } from "./output-directory.ts";

const directory = mkdtempSync(join(tmpdir(), "tandem-output-"));
after(() => rmSync(directory, { recursive: true, force: true }));
const files = new Map([
  ["a/one.txt", "1\n"],
  ["a/two.txt", "2\n"],
  ["three.txt", "3\n"],
]);

test("what was just written differs in nothing; then each file that changed, came or went is named", () => {
  writeOutput(directory, files, { force: false });
  assert.deepEqual(differencesFrom(directory, files), { changed: [], added: [], removed: [] });
  writeFileSync(join(directory, "a/one.txt"), "by hand\n");
  rmSync(join(directory, "a/two.txt"));
  const wanted = new Map([...files].filter(([path]) => path !== "three.txt")).set("four.txt", "4\n");
  assert.deepEqual(differencesFrom(directory, wanted), {
    changed: ["a/one.txt"],
    added: ["a/two.txt", "four.txt"],
    removed: ["three.txt"],
  });
});

test("a list of files that can't be read stops everything, with what to do, and nothing is written", () => {
  const damaged = join(directory, "damaged");
  writeOutput(damaged, files, { force: false });
  writeFileSync(join(damaged, "tandem.manifest.json"), "{");
  for (const use of [() => writeOutput(damaged, new Map(), { force: true }), () => differencesFrom(damaged, files)])
    assert.throws(use, { name: "Refused", message: /tandem\.manifest\.json can't be read.*empty directory/ });
  assert.equal(readFileSync(join(damaged, "three.txt"), "utf8"), "3\n");
});

test("a directory that doesn't exist differs in every file, and is not made", () => {
  const none = join(directory, "none");
  assert.deepEqual(differencesFrom(none, files), { changed: [], added: [...files.keys()], removed: [] });
  assert.deepEqual(differencesFrom(none, files).added.length, 3);
});
