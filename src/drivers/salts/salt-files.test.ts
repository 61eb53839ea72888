import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { addDays, DAY_MS, dayStart } from "../../core/time.ts";
import { destroyOldSalts, listSalts, putSalt, readSalt } from "./salt-files.ts";
import { saltReader } from "./salt-reader.ts";

const TODAY = "2026-11-21";
const NOON = dayStart(TODAY) + DAY_MS / 2;
let root = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "tandem-salts-"));
});
after(() => rm(root, { recursive: true, force: true }));
const home = () => mkdtemp(join(root, "home-"));
const salt = (fill: number) => Buffer.alloc(32, fill);

test("a salt is frozen once its day has begun, and may be replaced by the active region's before that", async () => {
  const directory = await home();
  const tomorrow = addDays(TODAY, 1);
  assert.equal(await putSalt(directory, TODAY, salt(1), { now: NOON, replace: true }), true);
  assert.equal(await putSalt(directory, TODAY, salt(2), { now: NOON, replace: true }), false);
  assert.deepEqual(await readSalt(directory, TODAY), salt(1));
  await putSalt(directory, tomorrow, salt(3), { now: NOON, replace: false });
  assert.equal(await putSalt(directory, tomorrow, salt(4), { now: NOON, replace: false }), false);
  assert.equal(await putSalt(directory, tomorrow, salt(4), { now: NOON, replace: true }), true);
  assert.equal(await putSalt(directory, tomorrow, salt(5), { now: dayStart(tomorrow), replace: true }), false);
});

test("a salt is for its owner's eyes only, and nothing else lies beside it", async () => {
  const directory = join(await home(), "salts");
  await Promise.all(
    Array.from({ length: 8 }, (_, one) => putSalt(directory, TODAY, salt(one), { now: NOON, replace: false })),
  );
  assert.deepEqual(await readdir(directory), [TODAY]);
  assert.equal((await stat(join(directory, TODAY))).mode & 0o777, 0o600);
  assert.equal((await stat(directory)).mode & 0o777, 0o700);
});

test("a salt is destroyed 48 h after its day began, not before", async () => {
  const directory = await home();
  for (const day of ["2026-11-19", "2026-11-20", TODAY])
    await putSalt(directory, day, salt(7), { now: NOON, replace: false });
  assert.deepEqual(await destroyOldSalts(directory, dayStart(TODAY) - 1), []);
  assert.deepEqual(await destroyOldSalts(directory, dayStart(TODAY)), ["2026-11-19"]);
  assert.deepEqual(await listSalts(directory), ["2026-11-20", TODAY]);
});

test("names that aren't days are no salts, whatever they point at", async () => {
  const directory = await home();
  await mkdir(join(directory, "other"));
  for (const day of ["../salts", "2026-1-1", "other", ""]) {
    assert.equal(await readSalt(directory, day), undefined);
    assert.equal(saltReader(directory)(day), undefined);
    await assert.rejects(putSalt(directory, day, salt(1), { now: NOON, replace: false }), RangeError);
  }
});

test("the reader keeps what it has read and looks again for what was missing", async () => {
  const directory = await home();
  let nowMs = 0;
  const saltOf = saltReader(directory, () => nowMs);
  assert.equal(saltOf(TODAY), undefined);
  await putSalt(directory, TODAY, salt(9), { now: NOON, replace: false });
  assert.equal(saltOf(TODAY), undefined);
  nowMs = 1_000;
  assert.deepEqual(saltOf(TODAY), salt(9));
  await rm(join(directory, TODAY));
  assert.deepEqual(saltOf(TODAY), salt(9));
  for (let ahead = 1; ahead <= 6; ahead += 1) saltOf(addDays(TODAY, ahead));
  assert.equal(saltOf(TODAY), undefined);
});
