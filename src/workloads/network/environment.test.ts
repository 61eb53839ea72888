import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { layOut } from "../../drivers/installation.ts";
import { endProcess, identify, type ProcessIdentity } from "../../drivers/process/identity.ts";
import { askedFault, askedPause } from "./asked.ts";
import { FAULTS_MAX, openEnvironment } from "./environment.ts";

const holder = mkdtempSync(join(tmpdir(), "tandem-environment-"));
const children: ChildProcess[] = [];
const inners: ProcessIdentity[] = [];
after(() => {
  for (const child of children) child.kill("SIGKILL");
  for (const identity of inners) endProcess(identity);
  rmSync(holder, { recursive: true });
});
let serial = 0;
const file = () => join(holder, `${serial++}.json`);

const until = async (what: string, holds: () => boolean) => {
  const end = performance.now() + 5_000;
  while (!holds()) {
    assert.ok(performance.now() < end, what);
    await wait(10);
  }
};

const cut = (id: string, forMs = 60_000) => {
  const installation = layOut("/data", 5_000, ({ directory }) => directory);
  const fault = askedFault(
    { id, ways: [{ from: "ap-south-1", to: "witness" }], trouble: { kind: "cut" }, forMs },
    installation,
    Date.now(),
  );
  assert.ok(!("wrong" in fault), JSON.stringify(fault));
  return fault;
};

test("a fault ends by itself, and its end is told", async () => {
  const told: number[] = [];
  const environment = openEnvironment(file(), (faults) => told.push(faults.length));
  assert.equal(environment.addFault(cut("short", 100)), true);
  await until("ended", () => told.at(-1) === 0);
  assert.deepEqual(told, [0, 1, 0]);
  environment.close();
});

test("a new process goes on with the faults of the one before, and ends them when they are due", async () => {
  const path = file();
  const before = openEnvironment(path, () => {});
  before.addFault(cut("long"));
  before.addFault(cut("short", 150));
  before.close();
  const told: string[][] = [];
  const environment = openEnvironment(path, (faults) => told.push(faults.map(({ id }) => id)));
  assert.deepEqual(told[0], ["long", "short"]);
  await until("short ended", () => told.at(-1)?.join() === "long");
  environment.heal("long");
  environment.heal("long");
  assert.deepEqual(environment.faults(), []);
  environment.close();
});

/** Sessions of their own and /proc: where they aren't, stopping is proved by the scenarios alone. */
const onLinux = { skip: process.platform === "linux" ? false : "needs setsid and /proc" };

test("a process that is stopped stands still with all it has started, and goes on in the end", onLinux, async () => {
  const { parent, all } = await family();
  const environment = openEnvironment(file(), () => {});
  const now = Date.now();
  const pause = { id: "p", what: "a family", since: now, endsAt: now + 60_000 };
  environment.pause(pause, [parent]);
  await until("both stand still", () => all.every((pid) => stateOf(pid) === "T"));
  assert.deepEqual(environment.pauses(), [pause]);
  environment.pause({ ...pause, endsAt: Date.now() + 200 }, [parent]);
  await until("both go on", () => all.every((pid) => stateOf(pid) !== "T"));
  assert.deepEqual(environment.pauses(), []);
  environment.close();
});

test("nobody stays stopped when the network ends, cleanly or not", onLinux, async () => {
  const { parent, all } = await family();
  const path = file();
  const environment = openEnvironment(path, () => {});
  const now = Date.now();
  environment.pause({ id: "p", what: "a family", since: now, endsAt: now + 300 }, [parent]);
  environment.close();
  assert.ok(all.every((pid) => stateOf(pid) !== "T"));
  environment.pause({ id: "p", what: "a family", since: now, endsAt: now + 300 }, [parent]);
  // As after a kill: the next one reads who was stopped.
  const next = openEnvironment(path, () => {});
  await until("they go on", () => all.every((pid) => stateOf(pid) !== "T"));
  next.close();
});

test("there is an end to how many faults may stand, and the same id takes no second place", () => {
  const environment = openEnvironment(file(), () => {});
  for (let count = 0; count < FAULTS_MAX; count += 1) assert.equal(environment.addFault(cut(`f${count}`)), true);
  assert.equal(environment.addFault(cut("one-more")), false);
  assert.equal(environment.addFault(cut("f0")), true);
  environment.heal();
  assert.deepEqual(environment.faults(), []);
  environment.close();
});

test("what can't be done is answered with a sentence", () => {
  const installation = layOut("/data", 5_000, ({ directory }) => directory);
  const good = { id: "a", ways: [{ from: "ap-south-1", to: "ap-south-2" }], trouble: { kind: "cut" }, forMs: 1_000 };
  const wrong: [object | undefined, RegExp][] = [
    [undefined, /`id`/],
    [{ ...good, id: "../x" }, /`id`/],
    [{ ...good, forMs: 3_600_000 }, /`forMs`/],
    [{ ...good, forMs: "10" }, /`forMs`/],
    [{ ...good, ways: [{ from: "ap-south-1", to: "mars" }] }, /places are ap-south-1/],
    [{ ...good, ways: [] }, /`ways`/],
    [{ ...good, services: ["pigeon"] }, /`services`/],
    [{ ...good, trouble: { kind: "slow", latencyMs: -1 } }, /`trouble`/],
    [{ ...good, trouble: { kind: "flap", periodMs: 1, downShare: 0.5 } }, /`trouble`/],
    [{ ...good, trouble: { kind: "melt" } }, /`trouble`/],
  ];
  for (const [body, words] of wrong) {
    const fault = askedFault(body, installation, 0);
    assert.ok("wrong" in fault, JSON.stringify(body));
    assert.match(fault.wrong, words);
  }
  assert.ok("wrong" in askedPause({ id: "a", forMs: 500, processes: [{ pid: 1, began: "x" }] }, 0));
  assert.ok("wrong" in askedPause({ id: "a", forMs: 500, processes: [] }, 0));
});

/** A shell and a child of it that leads a session of its own, as PostgreSQL's servers do. */
async function family(): Promise<{ parent: ProcessIdentity; all: number[] }> {
  const child = spawn("/bin/sh", ["-c", "setsid sleep 60 & echo $!; wait"], { stdio: ["ignore", "pipe", "ignore"] });
  children.push(child);
  const [line] = (await new Promise<Buffer>((resolve) => child.stdout.once("data", resolve))).toString().split("\n");
  const inner = Number(line);
  await until("both live", () => identify(inner) !== undefined);
  inners.push(identify(inner) as ProcessIdentity);
  // The inner one holds the other end, and this file must not wait for it.
  child.stdout.destroy();
  return { parent: identify(child.pid as number) as ProcessIdentity, all: [child.pid as number, inner] };
}

function stateOf(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[0];
}
