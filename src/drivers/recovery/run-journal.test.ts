import assert from "node:assert/strict";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { JournalEntry } from "../../recovery/run/protocol.ts";
import { runJournals } from "./run-journal.ts";
import { regionForTest } from "./test-region.ts";

const entry = (step: string): JournalEntry => ({ atMs: 1, at: 2, kind: "skipped", step, because: "the test says so" });

test("what was appended is read again in its order, each run apart and the commands last", async () => {
  const { region, end } = await regionForTest();
  try {
    const journals = runJournals(region, assert.fail);
    assert.deepEqual(await journals.load(), []);
    const written = ["one", "two", "three"].map((step) => journals.append("run-1", entry(step)));
    await Promise.all([...written, journals.append(null, entry("command"))]);
    await journals.append("run-2", entry("later"));
    assert.deepEqual(await runJournals(region, assert.fail).load(), [
      ["one", "two", "three"].map(entry),
      [entry("later")],
      [entry("command")],
    ]);
  } finally {
    await end();
  }
});

test("a torn last line is cut off, and what is appended afterwards is whole", async () => {
  const { region, end } = await regionForTest();
  try {
    const journals = runJournals(region, assert.fail);
    await journals.append("run-1", entry("one"));
    const file = join(region.directory, "recovery", "runs", "run-1.ndjson");
    await appendFile(file, '{"atMs":1,"at":2,"kind":"ski');
    assert.deepEqual(await journals.load(), [[entry("one")]]);
    await journals.append("run-1", entry("two"));
    assert.deepEqual(await journals.load(), [[entry("one"), entry("two")]]);
    assert.equal((await readFile(file, "utf8")).split("\n").length, 3);
  } finally {
    await end();
  }
});

test("a run whose journal is damaged is put aside and said; the commands that can be read still stand", async () => {
  const { region, end } = await regionForTest();
  try {
    const told: string[] = [];
    const journals = runJournals(region, (says) => told.push(says));
    await journals.append("run-1", entry("one"));
    await journals.append("run-2", entry("two"));
    await journals.append(null, entry("three"));
    const directory = join(region.directory, "recovery", "runs");
    const damaged = `nonsense\n${JSON.stringify(entry("four"))}\n`;
    await writeFile(join(directory, "run-1.ndjson"), damaged);
    await writeFile(join(directory, "commands.ndjson"), damaged);
    assert.deepEqual(await journals.load(), [[entry("two")], [entry("four")]]);
    assert.equal(await readFile(join(directory, "run-1.ndjson.damaged"), "utf8"), damaged);
    assert.match(
      told.join(" "),
      /Line 1 of the journal .*run-1\.ndjson can't be read, so what that run did isn't known/,
    );
    assert.match(
      told.join(" "),
      /Line 1 of the journal .*commands\.ndjson can't be read; the commands in its other lines/,
    );
  } finally {
    await end();
  }
});
