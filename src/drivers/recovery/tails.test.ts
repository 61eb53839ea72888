import assert from "node:assert/strict";
import { test } from "node:test";
import type { ControlFile } from "../postgres/control-file.ts";
import type { TailRow } from "../postgres/journal-tail.ts";
import { listedEpoch, listTails, markExported, newestTail, readTail, writeTail } from "./tails.ts";
import { regionForTest } from "./test-region.ts";

const control: ControlFile = { systemId: "7", state: "running", checkpoint: 90n, timeline: 2 };
const row = (id: number): TailRow => ({
  id,
  epoch: 2,
  who: "user:1",
  what: "create a project",
  before: null,
  after: { id: "shop" },
  at: 1_700_000_000_000,
  idempotencyKey: null,
});

test("a list is found again for exactly the data directory that it was read from", async () => {
  const { region, end } = await regionForTest();
  try {
    await writeTail(region, 3, control, [row(8), row(9)]);
    assert.equal(await listedEpoch(region, control), 3);
    assert.equal(await listedEpoch(region, { ...control, checkpoint: 91n }), undefined);
    const tail = await readTail(region, 3);
    assert.deepEqual([tail?.rows, tail?.head.rows, tail?.exportedAt], [[row(8), row(9)], 2, null]);
  } finally {
    await end();
  }
});

test("what nobody has exported comes first, however old; then the newest", async () => {
  const { region, end } = await regionForTest();
  try {
    assert.equal(await newestTail(region), undefined);
    await writeTail(region, 3, control, [row(8)]);
    await writeTail(region, 5, control, []);
    assert.equal((await newestTail(region))?.head.epoch, 3);
    await markExported(region, 3, "olga");
    assert.equal((await newestTail(region))?.head.epoch, 5);
    assert.deepEqual(await listTails(region), [3, 5]);
    await assert.rejects(markExported(region, 4, "olga"), /no list of epoch 4/);
    // Listed anew, it is to be looked at anew.
    await writeTail(region, 3, control, [row(8), row(9)]);
    assert.equal((await newestTail(region))?.head.rows, 2);
  } finally {
    await end();
  }
});
