import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { PAIR_WAIT_MS, PeerAcknowledgements } from "./peer-acknowledgements.ts";

const origin = "here~1-000000";
let end: number;
let changes: boolean[];
let peer: PeerAcknowledgements;

beforeEach((context) => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setInterval"] });
  end = 0;
  changes = [];
  peer = new PeerAcknowledgements({ origin, durableEnd: () => end }, (away) => changes.push(away));
  (context as { after(run: () => void): void }).after?.(() => peer.close());
});

const settled = async (promise: Promise<boolean>): Promise<boolean | "waiting"> =>
  Promise.race([promise, new Promise<"waiting">((resolve) => setImmediate(() => resolve("waiting")))]);

test("a wait ends when the peer has everything below its end, in any order of ends", async () => {
  end = 30;
  const [c, a, b] = [peer.confirmed(30), peer.confirmed(10), peer.confirmed(20)];
  peer.acknowledge(origin, 20);
  assert.deepEqual([await settled(a), await settled(b), await settled(c)], [true, true, "waiting"]);
  peer.acknowledge(origin, 30);
  assert.equal(await settled(c), true);
});

test("another origin's offsets, and offsets beyond the end, confirm nothing", async () => {
  end = 5;
  const wait = peer.confirmed(5);
  peer.acknowledge("here~2-000000", 100);
  peer.acknowledge(origin, 4);
  assert.equal(await settled(wait), "waiting");
  peer.acknowledge(origin, 1_000);
  end = 6;
  assert.equal(await settled(peer.confirmed(6)), "waiting");
});

test("without the peer a wait ends after its limit, and the next ones don't wait until it has caught up", async () => {
  end = 1;
  const wait = peer.confirmed(1);
  mock.timers.tick(PAIR_WAIT_MS - 100);
  assert.equal(await settled(wait), "waiting");
  mock.timers.tick(300);
  assert.equal(await settled(wait), false);
  assert.equal(await settled(peer.confirmed(1)), false);
  assert.deepEqual(changes, [true]);

  end = 1_000;
  mock.timers.tick(2_000);
  peer.acknowledge(origin, 500);
  assert.equal(peer.isAway, true, "it is back but far behind");
  peer.acknowledge(origin, 1_000);
  assert.deepEqual(changes, [true, false]);
});

test("events at risk are counted until the peer has them, through any number of answers", () => {
  end = 30_000;
  for (let i = 1; i <= 20_000; i += 1) peer.countAtRisk(i, 1);
  assert.equal(peer.atRisk, 20_000);
  peer.acknowledge(origin, 5_000);
  assert.equal(peer.atRisk, 15_000);
  peer.acknowledge(origin, 20_000);
  assert.equal(peer.atRisk, 0);
  peer.countAtRisk(20_000, 5);
  assert.equal(peer.atRisk, 0, "confirmed in the meantime");
});
