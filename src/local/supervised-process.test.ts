import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { Refused, Unavailable } from "../core/errors.ts";
import { type Ending, type Launched, supervise } from "./supervised-process.ts";

/** A process made of promises; the test decides when it is ready and how it ends. */
class FakeLaunch {
  readonly launched: { ready: () => void; end: (ending: Ending) => void }[] = [];
  failWith: Error | undefined;
  readonly launch = async (): Promise<Launched> => {
    if (this.failWith) throw this.failWith;
    const ready = Promise.withResolvers<void>();
    const exited = Promise.withResolvers<Ending>();
    this.launched.push({ ready: ready.resolve, end: exited.resolve });
    const stop = () => exited.resolve({ kind: "died", detail: "stopped" });
    return { pid: 1_000 + this.launched.length, ready: ready.promise, exited: exited.promise, stop };
  };
}

const begin = () => {
  const fake = new FakeLaunch();
  const gaveUp: string[] = [];
  const one = supervise("collector", fake.launch, { onChange: () => {}, onGiveUp: (detail) => gaveUp.push(detail) });
  const until = async (what: string, holds: () => boolean) => {
    const end = performance.now() + 2_000;
    while (!holds()) {
      assert.ok(performance.now() < end, `not reached: ${what}; ${JSON.stringify(one.status())}`);
      await turn();
    }
  };
  return { fake, one, gaveUp, until };
};

test("a process is running only once it has said that it is ready", async () => {
  const { fake, one, until } = begin();
  one.start();
  await until("launched", () => one.status().pid === 1_001);
  assert.equal(one.status().state, "starting");
  fake.launched[0]?.ready();
  await until("running", () => one.status().state === "running");
  await one.stop();
  assert.deepEqual([one.status().state, one.status().pid], ["stopped", null]);
});

test("a dead process is started again, and its state says why it died", async () => {
  const { fake, one, until } = begin();
  one.start();
  await until("launched", () => fake.launched.length === 1);
  fake.launched[0]?.end({ kind: "died", detail: "was ended by SIGKILL" });
  await until("restarting", () => one.status().state === "restarting");
  assert.match(one.status().detail ?? "", /SIGKILL/);
  await until("launched again", () => fake.launched.length === 2);
  assert.equal(one.status().restarts, 1);
  await one.stop();
});

test("one that keeps dying gives up after eight deaths, and says so once", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { fake, one, gaveUp, until } = begin();
  one.start();
  for (let death = 0; death < 8; death += 1) {
    await until("launched", () => {
      context.mock.timers.tick(5_000);
      return fake.launched.length === death + 1;
    });
    fake.launched[death]?.end({ kind: "died", detail: "ended with exit code 70" });
  }
  await until("failed", () => one.status().state === "failed");
  assert.equal(gaveUp.length, 1);
  assert.match(gaveUp[0] ?? "", /collector died 8 times in two minutes: ended with exit code 70/);
  assert.equal(fake.launched.length, 8);
});

test("a refusal that nothing can heal is shown and not tried again", async () => {
  const { fake, one, until } = begin();
  fake.failWith = new Refused("the cluster is damaged");
  one.start();
  await until("failed", () => one.status().state === "failed");
  assert.deepEqual([one.status().detail, one.status().restarts], ["the cluster is damaged", 0]);
});

test("what may heal is tried again without ever counting as a death", async () => {
  const { fake, one, gaveUp, until } = begin();
  fake.failWith = new Unavailable("the primary isn't up");
  one.start();
  await until("waiting", () => one.status().state === "restarting");
  fake.failWith = undefined;
  await until("launched", () => fake.launched.length === 1);
  assert.deepEqual(gaveUp, []);
  await one.stop();
});

test("a stop during a pause before a restart starts nothing more", async () => {
  const { fake, one, until } = begin();
  one.start();
  await until("launched", () => fake.launched.length === 1);
  fake.launched[0]?.end({ kind: "died", detail: "gone" });
  await until("restarting", () => one.status().state === "restarting");
  await one.stop();
  assert.equal(fake.launched.length, 1);
  assert.equal(one.status().state, "stopped");
});
