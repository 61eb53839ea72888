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
    const journals = runJournals(region);
    assert.deepEqual(await journals.load(), []);
    const written = ["one", "two", "three"].map((step) => journals.append("run-1", entry(step)));
    await Promise.all([...written, journals.append(null, entry("command"))]);
    await journals.append("run-2", entry("later"));
    assert.deepEqual(await runJournals(region).load(), [
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
    const journals = runJournals(region);
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

test("a damaged line within a journal is refused with its place, never passed over", async () => {
  const { region, end } = await regionForTest();
  try {
    const journals = runJournals(region);
    await journals.append("run-1", entry("one"));
    const file = join(region.directory, "recovery", "runs", "run-1.ndjson");
    await writeFile(file, `nonsense\n${JSON.stringify(entry("two"))}\n`);
    await assert.rejects(journals.load(), /Line 1 of the journal .*run-1\.ndjson/);
  } finally {
    await end();
  }
});
