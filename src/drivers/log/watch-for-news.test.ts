import assert from "node:assert/strict";
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { watchForNews } from "./watch-for-news.ts";

const linux = process.platform === "linux";

test("a file that grows is told once; a directory that can't be watched is no promise", async () => {
  const directory = await mkdtemp(join(tmpdir(), "tandem-news-"));
  try {
    const file = join(directory, "a.segment");
    await writeFile(file, "x");
    let told = 0;
    const news = Promise.withResolvers<void>();
    const watch = watchForNews([directory], () => {
      told += 1;
      news.resolve();
    });
    assert.equal(watch.covers, linux);
    if (linux) {
      await appendFile(file, "y");
      await news.promise;
      await appendFile(file, "z");
    }
    watch.close();
    watch.close();
    assert.equal(told, linux ? 1 : 0);
    const nowhere = watchForNews([directory, join(directory, "absent")], () => assert.fail("nothing happened"));
    assert.equal(nowhere.covers, false);
    nowhere.close();
  } finally {
    await rm(directory, { recursive: true });
  }
});
