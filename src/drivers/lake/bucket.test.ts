import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Refused } from "../../core/errors.ts";
import { type Bucket, openBucket } from "./bucket.ts";

async function withBucket(work: (bucket: Bucket, root: string) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "tandem-bucket-"));
  try {
    await work(await openBucket(join(root, "bucket")), root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
const KEY = "lake/v1/day=2026-11-13/a~1-000000/0-1.L0.e0.1of1.0123456789abcdef.parquet";

test("of many that put the same name, one makes it and the content never changes again", () =>
  withBucket(async (bucket, root) => {
    await writeFile(join(root, "file"), "from a file");
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, (_, index) => bucket.put(KEY, { bytes: Buffer.from(`writer ${index}`) })),
      bucket.put(KEY, { file: join(root, "file") }),
    ]);
    assert.equal(answers.filter((answer) => answer === "created").length, 1);
    const content = String(await bucket.read(KEY));
    assert.equal(await bucket.put(KEY, { bytes: Buffer.from("later") }), "exists");
    assert.equal(String(await bucket.read(KEY)), content);
    assert.deepEqual(await readdir(join(bucket.directory, ".incoming")), []);
    assert.deepEqual(await bucket.list(), [{ key: KEY, bytes: content.length }]);
  }));

test("the version changes with each put, removal and quarantine, and with nothing else", () =>
  withBucket(async (bucket) => {
    const changes = [
      () => bucket.put(KEY, { bytes: Buffer.from("1") }),
      () => bucket.quarantine(KEY),
      () => bucket.put(KEY, { bytes: Buffer.from("1") }),
      () => bucket.remove(KEY),
    ];
    for (const change of changes) {
      const before = await bucket.version();
      await bucket.list();
      await bucket.has(KEY);
      assert.equal(await bucket.version(), before);
      await change();
      assert.notEqual(await bucket.version(), before);
    }
    await bucket.put(KEY, { bytes: Buffer.from("1") });
    const before = await bucket.version();
    await bucket.put(KEY, { bytes: Buffer.from("2") });
    assert.equal(await bucket.version(), before, "nothing was put");
  }));

test("what was removed on purpose is remembered, what was quarantined is not", () =>
  withBucket(async (bucket, root) => {
    const other = KEY.replace("0-1", "1-2");
    for (const key of [KEY, other]) await bucket.put(key, { bytes: Buffer.from(key) });
    await bucket.remove(KEY);
    assert.equal(await bucket.quarantine(other), true);
    assert.equal(await bucket.quarantine(other), false);
    assert.deepEqual([...(await bucket.removedLately())], [KEY]);
    assert.deepEqual(await bucket.list(), []);
    assert.equal((await readdir(join(root, "damaged"))).length, 1);
  }));

test("no name leads out of the bucket", () =>
  withBucket(async (bucket) => {
    for (const key of ["lake/v1/../../x", "../x", "/etc/passwd", "lake/v1//x", "lake/v2/x", "lake/v1/a b"]) {
      await assert.rejects(async () => bucket.read(key), Refused);
    }
  }));
