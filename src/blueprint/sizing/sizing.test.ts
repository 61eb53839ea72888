// The formulas: what they say of the briefs' own figures, and what holds of them for any.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cidrAt, overlap, subnetsOf, usableAddresses } from "./addresses.ts";
import { instanceShape } from "./instances.ts";
import { allocatable, nodesFor } from "./nodes.ts";
import { leftAfterZone, replicasFor, replicasSurvivingZone } from "./replicas.ts";
import * as stores from "./stores.ts";

test("500 requests/s at 50 a pod take 10 pods with nothing to spare, 15 at 70 %, and 23 to hold 70 % without a zone", () => {
  assert.equal(replicasFor(500, 50), 10);
  assert.equal(replicasFor(500, 50, 0.7), 15);
  assert.equal(replicasSurvivingZone(15), 23);
  assert.equal(replicasSurvivingZone(10), 15);
});

test("about three pods of half a processor fit on an m5.large", () => {
  const shape = instanceShape("m5.large");
  assert.ok(shape);
  assert.equal(Math.floor(allocatable(shape).cpuMillis / 500), 3);
});

test("500 messages/s of 1 KB for a day take 130 GB of broker disk before any room is left", () => {
  const perBroker = stores.brokerStorageGib(500 * 1_000, 24, 3);
  const withoutRoom = (500 * 1_000 * 86_400 * 3) / 3 / 1024 ** 3;
  assert.equal(perBroker, Math.ceil(withoutRoom / 0.85));
  assert.ok(Math.abs(withoutRoom * 3 * 1.0737 - 130) < 1);
});

test("100 GiB are full after 6.2 days of 500 rows a second", () => {
  const days = (100 * 1024 ** 3) / (500 * 86_400 * stores.ROW_BYTES);
  assert.equal(days.toFixed(1), "6.2");
  assert.ok(stores.relationalStorageGib(500, 7) > 100);
});

test("a database of 8 GiB takes 901 connections, and 500 requests/s keep 200 of them busy", () => {
  assert.equal(stores.connectionsMax(8), 901);
  assert.equal(stores.connectionsNeeded(500), 200);
});

test("an instance's name says its size, and one that can't be read is null", () => {
  assert.deepEqual(instanceShape("m5.large"), { vcpus: 2, memoryGib: 8, architecture: "amd64" });
  assert.deepEqual(instanceShape("cache.m6g.large"), { vcpus: 2, memoryGib: 8, architecture: "arm64" });
  assert.deepEqual(instanceShape("db.t4g.large"), { vcpus: 2, memoryGib: 8, architecture: "arm64" });
  assert.deepEqual(instanceShape("db.r7g.2xlarge"), { vcpus: 8, memoryGib: 64, architecture: "arm64" });
  assert.deepEqual(instanceShape("kafka.t3.small"), { vcpus: 2, memoryGib: 2, architecture: "amd64" });
  assert.deepEqual(instanceShape("m7g.large.search"), { vcpus: 2, memoryGib: 8, architecture: "arm64" });
  assert.equal(instanceShape("huge"), null);
  assert.equal(instanceShape("q9.large"), null);
});

test("what survives a zone has enough left without the fullest zone, and one fewer wouldn't", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (needed) => {
      const replicas = replicasSurvivingZone(needed);
      assert.ok(leftAfterZone(replicas) >= needed);
      assert.ok(leftAfterZone(replicas - 1) < needed);
    }),
  );
});

test("nodes that survive a zone hold all pods without one of their three zones", () => {
  const shape = instanceShape("m7g.large");
  assert.ok(shape);
  const demand = fc.record({
    pods: fc.integer({ min: 1, max: 5_000 }),
    cpuMillis: fc.integer({ min: 1, max: 1_000_000 }),
    memoryMib: fc.integer({ min: 1, max: 2_000_000 }),
  });
  fc.assert(
    fc.property(demand, (pods) => {
      const left = (nodesFor(pods, shape, true) / 3) * 2;
      const room = allocatable(shape);
      assert.ok(left * room.cpuMillis >= pods.cpuMillis);
      assert.ok(left * room.memoryMib >= pods.memoryMib);
      assert.ok(left * room.pods >= pods.pods);
    }),
  );
});

test("brokers are a multiple of three and carry the load without a zone", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000_000 }), (bytesPerSecond) => {
      const brokers = stores.brokers(bytesPerSecond, "kafka.m7g.large");
      assert.equal(brokers % 3, 0);
      assert.ok((brokers / 3) * 2 * stores.brokerMegabytesPerSecond("kafka.m7g.large") * 1e6 >= bytesPerSecond);
    }),
  );
});

test("a region's nine subnets lie inside its range, never overlap, and take a load balancer", () => {
  const regions = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 16, max: 20 }));
  fc.assert(
    fc.property(regions, ([second, prefix]) => {
      const cidr = `10.${second}.0.0/${prefix}`;
      const subnets = ([0, 1, 2] as const).flatMap((zone) => Object.values(subnetsOf(cidr, zone)));
      assert.equal(subnets.length, 9);
      subnets.forEach((one, index) => {
        assert.ok(overlap(one, cidr) && inside(one, cidr), `${one} in ${cidr}`);
        assert.ok(usableAddresses(one) >= 27);
        for (const other of subnets.slice(0, index)) assert.ok(!overlap(one, other), `${one} and ${other}`);
      });
    }),
  );
});

test("overlap is seen both ways, and neighbours don't overlap", () => {
  assert.ok(overlap("10.0.0.0/8", "10.200.3.0/24"));
  assert.ok(overlap("10.200.3.0/24", "10.0.0.0/8"));
  assert.ok(!overlap("10.0.0.0/16", "10.1.0.0/16"));
});

function inside(inner: string, outer: string): boolean {
  const prefix = Number(outer.split("/")[1]);
  const address = inner.split("/")[0] ?? "";
  const number = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return cidrAt(Math.floor(number / 2 ** (32 - prefix)) * 2 ** (32 - prefix), prefix) === outer;
}
