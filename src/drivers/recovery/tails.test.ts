import assert from "node:assert/strict";
import { test } from "node:test";
import type { ControlFile } from "../postgres/control-file.ts";
import type { PutRows, TailRow } from "../postgres/journal-tail.ts";
import {
  listedEpoch,
  listTails,
  markExported,
  newestTail,
  readTail,
  readTailPage,
  tailRows,
  writeTail,
} from "./tails.ts";
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

const rows =
  (...ids: number[]) =>
  (put: PutRows): Promise<void> =>
    put(ids.map(row));

test("a list is found again for exactly the data directory that it was read from", async () => {
  const { region, end } = await regionForTest();
  try {
    await writeTail(region, 3, control, rows(8, 9));
    assert.equal(await listedEpoch(region, control), 3);
    assert.equal(await listedEpoch(region, { ...control, checkpoint: 91n }), undefined);
    const tail = await readTail(region, 3);
    assert.deepEqual([tail?.head.rows, tail?.exportedAt], [2, null]);
    assert.deepEqual(await readTailPage(region, 3), { rows: [row(8), row(9)], next: null });
    assert.equal(await readTail(region, 4), undefined);
  } finally {
    await end();
  }
});

test("what nobody has exported comes first, however old; then the newest", async () => {
  const { region, end } = await regionForTest();
  try {
    assert.equal(await newestTail(region), undefined);
    await writeTail(region, 3, control, rows(8));
    await writeTail(region, 5, control, rows());
    assert.equal((await newestTail(region))?.head.epoch, 3);
    await markExported(region, 3, 1, "olga");
    assert.equal((await newestTail(region))?.head.epoch, 5);
    assert.deepEqual(await listTails(region), [3, 5]);
    await assert.rejects(markExported(region, 4, 1, "olga"), /no list of epoch 4/);
    // Listed anew, it is to be looked at anew.
    await writeTail(region, 3, control, rows(8, 9));
    assert.equal((await newestTail(region))?.head.rows, 2);
  } finally {
    await end();
  }
});

test("a list of a quarter of a million changes is kept whole, page by page, and a part of it doesn't count as exported", async () => {
  const { region, end } = await regionForTest();
  const [pages, pageRows] = [250, 1_000];
  try {
    const written = await writeTail(region, 3, control, async (put) => {
      for (let page = 0; page < pages; page += 1) {
        await put(Array.from({ length: pageRows }, (_, index) => row(page * pageRows + index)));
      }
    });
    assert.equal(written, pages * pageRows);
    assert.equal((await readTail(region, 3))?.head.rows, written);
    let id = 0;
    for await (const found of tailRows(region, 3)) {
      if (found.id !== id) assert.fail(`${found.id} where ${id} should be`);
      id += 1;
    }
    assert.equal(id, written);
    const { rows: first, next } = await readTailPage(region, 3);
    assert.equal(first.length, 1_000);
    assert.deepEqual((await readTailPage(region, 3, next ?? 0)).rows[0], row(1_000));
    await assert.rejects(markExported(region, 3, 100_000, "olga"), /holds 250000 changes, and 100000 of them were/);
    assert.equal((await readTail(region, 3))?.exportedAt, null);
    await markExported(region, 3, written, "olga");
  } finally {
    await end();
  }
});

test("a list that breaks off while it is made isn't there, and the one before it still is", async () => {
  const { region, end } = await regionForTest();
  try {
    await writeTail(region, 3, control, rows(8));
    const broken = writeTail(region, 3, control, async (put) => {
      await put([row(8), row(9)]);
      throw new Error("the former primary's copy went away");
    });
    await assert.rejects(broken, /went away/);
    assert.deepEqual((await readTailPage(region, 3)).rows, [row(8)]);
    assert.deepEqual(await listTails(region), [3]);
  } finally {
    await end();
  }
});

test("a page holds no more than some megabytes, but always a row", async () => {
  const { region, end } = await regionForTest();
  const large = (id: number): TailRow => ({ ...row(id), after: { text: "x".repeat(3 * 1024 * 1024) } });
  try {
    await writeTail(region, 3, control, async (put) => {
      for (const id of [1, 2, 3]) await put([large(id)]);
    });
    const { rows: first, next } = await readTailPage(region, 3);
    assert.deepEqual(
      first.map(({ id }) => id),
      [1, 2],
    );
    assert.deepEqual(
      (await readTailPage(region, 3, next ?? 0)).rows.map(({ id }) => id),
      [3],
    );
  } finally {
    await end();
  }
});
