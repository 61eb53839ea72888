// The scheduler's rule for spread constraints, as its documentation gives it, played through the loss of a zone: what is
// left must be able to carry all replicas. (A model of one rule; no scheduler ran.)
import assert from "node:assert/strict";
import { test } from "node:test";
import { spreadOf, ZONE_KEY } from "./spread.ts";

const constraint =
  spreadOf({ app: "a" }, "Deployment").find(({ topologyKey }) => topologyKey === ZONE_KEY) ?? assert.fail();
const ZONES = ["a", "b", "c"] as const;
type Zone = (typeof ZONES)[number];
type Cluster = { pods: Record<Zone, number>; tainted: ReadonlySet<Zone> };

/** Where the next pod may go: no zone may get ahead of the emptiest one by more than maxSkew. */
function allowed(
  { pods, tainted }: Cluster,
  { maxSkew, minDomains, nodeTaintsPolicy }: { maxSkew: number; minDomains?: number; nodeTaintsPolicy?: string },
): Zone[] {
  const eligible = ZONES.filter((zone) => nodeTaintsPolicy !== "Honor" || !tainted.has(zone));
  const least = eligible.length < (minDomains ?? 1) ? 0 : Math.min(...eligible.map((zone) => pods[zone]));
  return eligible.filter((zone) => !tainted.has(zone) && pods[zone] + 1 - least <= maxSkew);
}

function placed(replicas: number, from: Cluster, rule: Parameters<typeof allowed>[1]): number {
  const cluster = { ...from, pods: { ...from.pods } };
  const total = () => ZONES.reduce((sum, zone) => sum + cluster.pods[zone], 0);
  while (total() < replicas) {
    const [zone] = allowed(cluster, rule).sort((one, other) => cluster.pods[one] - cluster.pods[other]);
    if (zone === undefined) return total();
    cluster.pods[zone] += 1;
  }
  return total();
}

const fresh: Cluster = { pods: { a: 0, b: 0, c: 0 }, tainted: new Set() };
/** Zone c is gone: its nodes carry the taint of what can't be reached, its pods are deleted. */
const afterLoss = (each: number): Cluster => ({ pods: { a: each, b: each, c: 0 }, tainted: new Set<Zone>(["c"]) });

test("replicas stand evenly in three zones", () => {
  for (const replicas of [3, 5, 15]) assert.equal(placed(replicas, fresh, constraint), replicas);
});

test("after the loss of a zone the other two take on all replicas", () => {
  for (const each of [1, 2, 5]) assert.equal(placed(each * 3, afterLoss(each), constraint), each * 3);
});

test("a demand for three zones, or counting a lost zone's nodes, would leave the lost third unplaced", () => {
  assert.equal(placed(15, afterLoss(5), { ...constraint, minDomains: 3 }), 10);
  assert.equal(placed(15, afterLoss(5), { ...constraint, nodeTaintsPolicy: "Ignore" }), 10);
});
