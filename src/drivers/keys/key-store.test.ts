import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import type { KeySnapshot } from "../../app/catalogue/port.ts";
import { type KeyStore, openKeyStore } from "./key-store.ts";

let directory: string;
let open: KeyStore[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tandem-keys-"));
  open = [];
});
afterEach(async () => {
  for (const store of open) await store.close();
  await rm(directory, { recursive: true });
});

const snapshot = (key: string, heartbeatAt: number | null): KeySnapshot => ({
  projects: [{ id: "shop", acknowledgement: "pair", pairPolicy: "refuse", keys: [key] }],
  heartbeatAt,
});

async function store(read: () => Promise<KeySnapshot>, now: () => number, notices: string[] = []): Promise<KeyStore> {
  const file = join(directory, "keys.json");
  const opened = await openKeyStore({ file, read, now, onNotice: (text) => notices.push(text) });
  open.push(opened);
  return opened;
}

test("a key tells its project, and is unknown for certain only while the heartbeat is younger than 5 s", async () => {
  let now = 1_000_000;
  const keys = await store(
    async () => snapshot("k", 1_000_000),
    () => now,
  );
  assert.deepEqual(keys.find("k"), { project: "shop", acknowledgement: "pair", pairPolicy: "refuse" });
  assert.equal(keys.find("other"), undefined);
  assert.equal(keys.find("__proto__"), undefined);
  now += 4_999;
  assert.equal(keys.isCurrent(), true);
  now += 1;
  assert.equal(keys.isCurrent(), false);
});

test("a database that never had a heartbeat proves nothing", async () => {
  const keys = await store(
    async () => snapshot("k", null),
    () => 0,
  );
  assert.equal(keys.isCurrent(), false);
});

test("the copy is owner-only on disk, and stands while the database is down", async () => {
  await store(
    async () => snapshot("k", 1),
    () => 1,
  );
  const file = join(directory, "keys.json");
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.equal(JSON.parse(await readFile(file, "utf8")).format, 1);

  const notices: string[] = [];
  const later = await store(
    () => Promise.reject(new Error("connection refused")),
    () => 1_000_000,
    notices,
  );
  assert.equal(later.find("k")?.project, "shop");
  assert.equal(later.isCurrent(), false);
  assert.equal(notices.length, 1);
  assert.match(notices[0] ?? "", /last copy stands.*connection refused/);
});

test("a damaged or newer copy is passed over, with a notice", async () => {
  for (const text of ["{", '{"format":2}', '{"format":1}']) {
    await writeFile(join(directory, "keys.json"), text);
    const notices: string[] = [];
    const keys = await store(
      async () => snapshot("k", 1),
      () => 1,
      notices,
    );
    assert.match(notices[0] ?? "", /can't be used/);
    assert.equal(keys.find("k")?.project, "shop");
  }
});

test("a key made a moment ago is found by refreshing, which strangers can't make happen without end", async () => {
  let now = 0;
  let reads = 0;
  const keys = await store(
    async () => {
      reads += 1;
      return snapshot(`k${reads}`, now);
    },
    () => now,
  );
  now += 300;
  await keys.refresh();
  assert.equal(keys.find("k2")?.project, "shop");
  assert.equal(keys.find("k1"), undefined, "a revoked key is gone");
  for (let i = 0; i < 100; i += 1) await keys.refresh();
  assert.equal(reads, 2);
});
