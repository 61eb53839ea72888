// The short drills, as a person would run them: what was promised holds on real processes, and the evidence can be checked.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { DrillRecord } from "../../src/drills/record.ts";
import { RunningInstallation } from "./running-installation.ts";

/** Fewer events than usual: the tests' machine is busy, and a drill is judged by its promises, not by its speed. */
const RATE = "200";

let tandem: RunningInstallation;

before(async () => {
  tandem = await RunningInstallation.prepare();
  await tandem.start();
});
after(() => tandem.remove());

async function drilled(scenario: string): Promise<DrillRecord> {
  const { code, stdout, stderr } = await tandem.tandem("drill", scenario, "--rate", RATE, "--yes", "--json");
  if (stdout === "") throw new Error(`tandem drill ${scenario} ended with ${code}: ${stderr}`);
  const record = JSON.parse(stdout) as DrillRecord;
  const failed = record.held.filter((one) => !one.holds).map((one) => `${one.words}: ${one.says}`);
  assert.deepEqual(failed, [], record.summary.verdict);
  assert.equal(record.summary.outcome, "passed", record.summary.verdict);
  assert.equal(code, 0);
  return record;
}

test("the loss of a region loses nothing that was promised, and is over within seconds", async () => {
  const record = await drilled("region-loss");
  assert.equal(record.summary.lostEvents, 0);
  assert.equal(record.summary.lostWrites, 0);
  assert.ok(record.intents.write.acknowledged > 0 && record.events.pair > 0);
  const [split] = record.rto;
  assert.ok(split?.totalMs, "the terms are measured");
  const before = Object.entries(split.terms).filter(([term]) => term !== "warm");
  const sumMs = before.reduce((sum, [, ms]) => sum + (ms ?? 0), 0);
  assert.ok(Math.abs(sumMs - split.totalMs) < 5, `the terms add up: ${sumMs} and ${split.totalMs} ms`);
});

test("evidence is whole in the data directory and in both buckets", async () => {
  const { stdout } = await tandem.tandem("drills", "--json");
  const [past] = (JSON.parse(stdout) as { past: { id: string }[] }).past;
  assert.ok(past);
  const data = join(tandem.directory, "data");
  for (const place of ["evidence", "ap-south-1/bucket/evidence", "ap-south-2/bucket/evidence"]) {
    const directory = join(data, place, past.id);
    assert.ok(existsSync(join(directory, "history.ndjson.gz")), directory);
    const verified = await tandem.tandem("drills", "verify", directory);
    assert.equal(verified.code, 0, verified.stdout + verified.stderr);
  }
});

test("a region that is cut off stops by itself before the other begins", async () => {
  const { writers } = await drilled("full-partition");
  const [first, second] = writers;
  assert.equal(writers.length, 2);
  assert.ok(first && second && first.untilMs < second.fromMs && first.epoch < second.epoch);
});

test("a survivor without the witness doesn't act, and says why", async () => {
  const { held } = await drilled("witness-then-region-loss");
  assert.match(held.find((one) => one.words.includes("says why"))?.says ?? "", /voters|witness/);
});
