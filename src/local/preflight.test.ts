import assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { EXIT } from "../core/errors.ts";
import { ensureInstallation, layOut, readLinkKey } from "../drivers/installation.ts";
import { checkPort, checkPorts, planInstallation } from "./preflight.ts";
import { removeInstallation } from "./remove-installation.ts";
import { takeUpLock } from "./up-lock.ts";

const root = mkdtempSync(join(tmpdir(), "tandem-preflight-"));
after(() => rmSync(root, { recursive: true, force: true }));
let serial = 0;
const place = () => join(root, String(serial++));

const refusal = (exitCode: number, words: RegExp) => (error: Error & { exitCode?: number }) => {
  assert.equal(error.name, "Refused");
  assert.equal(error.exitCode, exitCode);
  assert.match(error.message, words);
  return true;
};

const make = (directory: string) => {
  ensureInstallation(layOut(directory, 25_000, (region) => join(region.directory, "postgres")));
  return directory;
};

test("a new installation has an owner-only key of 64 hex digits, and a second start keeps it", () => {
  const directory = make(place());
  const { installation, isNew } = planInstallation(directory, undefined);
  assert.equal(isNew, false);
  const key = readLinkKey(installation);
  assert.match(key, /^[0-9a-f]{64}$/);
  assert.equal(statSync(installation.linkKeyFile).mode & 0o777, 0o600);
  ensureInstallation(installation);
  assert.equal(readLinkKey(installation), key);
});

test("the ports of the last start are kept unless others are named", () => {
  const directory = make(place());
  assert.equal(planInstallation(directory, undefined).installation.edgePort, 25_000);
  const moved = planInstallation(directory, 26_000).installation;
  assert.deepEqual([moved.edgePort, moved.regions[1].ports.postgres], [26_000, 26_026]);
});

test("a moved data directory is found where it is now", () => {
  const directory = make(place());
  const elsewhere = place();
  renameSync(directory, elsewhere);
  const { installation } = planInstallation(elsewhere, undefined);
  assert.equal(installation.regions[0].postgresDirectory, join(elsewhere, "ap-south-1", "postgres"));
});

test("a directory with something else in it is refused and left as it was", () => {
  const directory = place();
  mkdirSync(directory);
  writeFileSync(join(directory, "thesis.txt"), "years of work");
  assert.throws(() => planInstallation(directory, undefined), refusal(EXIT.badInput, /holds no Tandem installation/));
  assert.deepEqual(readdirSync(directory), ["thesis.txt"]);
});

test("a damaged or newer description is refused with its file's name", () => {
  const directory = make(place());
  const file = join(directory, "installation.json");
  const whole = readFileSync(file, "utf8");
  for (const [text, words] of [
    ["", /not JSON/],
    [whole.slice(0, 100), /not JSON/],
    ["[]", /no format number/],
    ['{"format":1}', /regions/],
    ['{"format":2}', /newer version/],
    ["null", /no object/],
  ] as const) {
    writeFileSync(file, text);
    assert.throws(() => planInstallation(directory, undefined), refusal(EXIT.badInput, words));
    assert.equal(readFileSync(file, "utf8"), text);
  }
});

test("a missing or cut link key is refused, never made anew beside old data", () => {
  const directory = make(place());
  writeFileSync(join(directory, "link.key"), "abc");
  assert.throws(() => planInstallation(directory, undefined), refusal(EXIT.badInput, /link\.key is damaged/));
});

test("a port that isn't one is a usage error", () => {
  for (const text of ["", "0", "80", "65530", "4600.5", "x", "-1"]) {
    assert.throws(() => checkPort(text), refusal(EXIT.usage, /--port/));
  }
  assert.equal(checkPort("4600"), 4600);
});

test("a port in use is named before anything starts, wherever it lies among all of them", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const installation = layOut("/nowhere", port - 49, ({ directory }) => directory);
  try {
    await assert.rejects(checkPorts(installation), (error: Error & { exitCode?: number }) => {
      assert.equal(error.exitCode, EXIT.conflict);
      assert.match(error.message, new RegExp(`Tandem needs ports ${port - 49} to ${port}`));
      return true;
    });
  } finally {
    server.close();
  }
});

test("a second start on the same data is refused and names the first", () => {
  const directory = make(place());
  const unlock = takeUpLock(directory, 25_000);
  assert.throws(
    () => takeUpLock(directory, 26_000),
    refusal(EXIT.conflict, new RegExp(`process ${process.pid}.*127\\.0\\.0\\.1:25000`)),
  );
  unlock();
  takeUpLock(directory, 26_000)();
});

test("a lock left by a dead process is no lock", () => {
  const directory = make(place());
  writeFileSync(join(directory, "up.lock"), JSON.stringify({ pid: process.pid, began: "another life", edgePort: 1 }));
  takeUpLock(directory, 25_000)();
});

test("--fresh deletes what Tandem made and nothing else", async () => {
  const directory = make(place());
  writeFileSync(join(directory, "mine.txt"), "keep me");
  await removeInstallation(directory);
  assert.deepEqual(readdirSync(directory), ["mine.txt"]);

  const other = place();
  mkdirSync(other);
  writeFileSync(join(other, "installation.json"), "{}");
  await assert.rejects(removeInstallation(other), refusal(EXIT.badInput, /nothing was deleted/));
  assert.deepEqual(readdirSync(other), ["installation.json"]);
});
