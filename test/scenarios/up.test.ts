// `tandem up` as a person meets it: starts, says where to look, stops without leaving anything, starts again; and refuses
// what can't work with a sentence, harming nothing.

import assert from "node:assert/strict";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { getPriority } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { processesOf, stateOf, WARDS } from "./installation-processes.ts";
import { RunningInstallation } from "./running-installation.ts";

const START_MAX_MS = 60_000;
/** DESIGN asks for 5 s on an idle machine; the test machine may be busy with other suites. */
const LATER_START_MAX_MS = 20_000;
const STOP_MAX_MS = 15_000;

let tandem: RunningInstallation;
let data = "";
let groups: number[] = [];

before(async () => {
  tandem = await RunningInstallation.prepare();
  data = join(tandem.directory, "data");
});
after(() => tandem.remove());

const refusedUp = async (code: number, words: RegExp, ...options: string[]) => {
  const { code: exit, stdout, stderr } = await tandem.tandem("up", ...options);
  assert.equal(exit, code, `${stdout}\n${stderr}`);
  assert.match(stderr, words);
  assert.doesNotMatch(stderr, /\n\s+at /);
};

test("a port in use is refused by name, before anything is made or started", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(tandem.port + 22, "127.0.0.1", resolve));
  await refusedUp(75, new RegExp(`Port ${tandem.port + 22} .* in use`), "--port", String(tandem.port));
  await new Promise((resolve) => server.close(resolve));
  await assert.rejects(readFile(join(data, "installation.json")), { code: "ENOENT" });
});

test("one command starts both regions, witness and edge, and ends with a link that signs in", async () => {
  const began = performance.now();
  await tandem.start();
  assert.ok(performance.now() - began < START_MAX_MS);
  await tandem.until("the sign-in link is printed", 30_000, async () => tandem.output.includes("/welcome#"));
  const status = await tandem.status();
  assert.equal(status.holder, "ap-south-1");
  assert.ok(status.regions.every((region) => region.processes.every((one) => one.state === "running")));
  const page = await fetch(`${tandem.url}/`);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<div id=/);
  groups = await Promise.all(WARDS.map(async (ward) => (await stateOf(data, ward)).pid));
  assert.equal(new Set(groups).size, WARDS.length, "a supervisor each");
  for (const pid of groups) assert.ok(processesOf(data, groups).some((one) => one.pid === pid && one.group === pid));
});

test("when the processor is short, what moves data steps back for what keeps the lease", async () => {
  const { processes } = await stateOf(data, "ap-south-1");
  const niceOf = (name: string): number => {
    const pid = processes.find((one) => one.name === name)?.pid;
    assert.ok(pid, `${name} doesn't run`);
    return getPriority(pid);
  };
  const keeps = ["guardian", "watchdog", "recoverer", "postgres"].map(niceOf);
  const moves = ["collector", "mirror", "lake-writer", "query"].map(niceOf);
  assert.ok(Math.max(...keeps) < Math.min(...moves), `nice ${keeps} and ${moves}`);
  assert.equal(new Set(moves).size, 1, "they stand to each other as if there were no such order");
});

test("a second start on the same data is refused and names the first", () =>
  refusedUp(75, new RegExp(`already running.*process \\d+.*127\\.0\\.0\\.1:${tandem.port}`)));

test("--fresh is refused while it runs, and without --yes where nobody can be asked", async () => {
  await refusedUp(64, /--yes/, "--fresh");
  await refusedUp(75, /already running/, "--fresh", "--yes");
});

test("Ctrl-C stops everything in time, and no process is left", async () => {
  const began = performance.now();
  assert.equal(await tandem.stop(), 0);
  assert.ok(performance.now() - began < STOP_MAX_MS, `${performance.now() - began} ms`);
  await tandem.until("no process is left", 3_000, async () => processesOf(data, groups).length === 0);
});

test("a damaged description is refused and left as it is", async () => {
  const file = join(data, "installation.json");
  await rename(file, `${file}.kept`);
  await writeFile(file, "{ this is not");
  await refusedUp(65, /installation\.json is damaged/);
  assert.equal(await readFile(file, "utf8"), "{ this is not");
  await rename(`${file}.kept`, file);
});

test("a second start keeps the data and is quick; 'tandem stop' ends it as Ctrl-C does", async () => {
  const key = await tandem.linkKey();
  tandem.output = "";
  const began = performance.now();
  await tandem.start();
  assert.ok(performance.now() - began < LATER_START_MAX_MS, `${performance.now() - began} ms`);
  assert.equal(await tandem.linkKey(), key);
  assert.match(await tandem.writeKey("web"), /^wk_/);
  const stopped = await tandem.tandem("stop");
  assert.equal(stopped.code, 0, stopped.stderr);
  assert.equal(await tandem.stop(), 0);
  await tandem.until("no process is left", 3_000, async () => processesOf(data, groups).length === 0);
});
