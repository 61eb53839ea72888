import assert from "node:assert/strict";
import { test } from "node:test";
import { property as forAll, integer, assert as property } from "fast-check";
import { nodeShape, pack } from "./packing.ts";

const large = nodeShape("m5.large")!;

test("three pods of half a processor fit a node of two, beside what runs on every node", () => {
  const one = { name: "api", cpuMillis: 500, memoryMib: 1_024 };
  assert.equal(pack([{ ...one, count: 3 }], large, 1).nodes, 1);
  assert.equal(pack([{ ...one, count: 4 }], large, 1).nodes, 2);
});

test("a pod that no node can hold is named, not dropped", () => {
  const packed = pack([{ name: "giant", count: 1, cpuMillis: 9_000, memoryMib: 64 }], large);
  assert.deepEqual(packed, { nodes: 0, perZone: [0, 0, 0], left: ["giant"] });
});

test("no node is given more than it has, and more pods never need fewer nodes", () => {
  property(
    forAll(
      integer({ min: 1, max: 80 }),
      integer({ min: 50, max: 1_500 }),
      integer({ min: 64, max: 4_000 }),
      (count, cpuMillis, memoryMib) => {
        const set = { name: "pod", cpuMillis, memoryMib };
        const { nodes, perZone } = pack([{ ...set, count }], large);
        const most = Math.max(...perZone);
        const inBusiest = Math.ceil(count / 3);
        assert.ok(most * large.cpuMillis >= inBusiest * cpuMillis);
        assert.ok(most * large.memoryMib >= inBusiest * memoryMib);
        assert.ok(pack([{ ...set, count: count + 1 }], large).nodes >= nodes);
      },
    ),
  );
});

test("an unknown type has no shape", () => {
  assert.equal(nodeShape("z9.quark"), undefined);
});
