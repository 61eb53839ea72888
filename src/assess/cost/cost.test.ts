import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { defineBlueprint } from "../../blueprint/blueprint.ts";
import { resolve } from "../../blueprint/platform.ts";
import { synthesizeTerraform } from "../../platform/terraform/stacks.ts";
import { estimate } from "./estimate.ts";
import { readPriceBook, SHIPPED_PRICES } from "./price.ts";
import { recoveryClasses } from "./recovery-classes.ts";
import { advise, type Measurements, resized } from "./right-sizing.ts";

const platform = resolve(flagship);
const plain = resolve(defineBlueprint({ name: "plain" }));
const stacks = synthesizeTerraform(platform);
const shipped = estimate(platform, stacks, SHIPPED_PRICES);

test("what has no price is listed and never counted as nothing", () => {
  const empty = readPriceBook(
    JSON.stringify({
      format: 1,
      asOf: "2027-01-01",
      currency: "USD",
      basis: "",
      confidence: {},
      warnings: [],
      entries: [],
    }),
  );
  const { onDemand, lines } = estimate(platform, stacks, empty);
  assert.deepEqual({ ...onDemand, unknown: 0 }, { known: 0, likely: 0, unknown: 0 });
  assert.equal(onDemand.unknown, lines.length);
  assert.equal(shipped.lines.length, lines.length);
});

test("another region's price is an assumption, kept apart from what is known", () => {
  assert.ok(shipped.onDemand.likely > 0);
  const likely = shipped.lines.filter(({ price }) => price.kind === "unknown");
  assert.ok(likely.every(({ region }) => region !== "us-east-1"));
  const sum = shipped.byComponent.reduce((total, { sum: { known, likely: guessed } }) => total + known + guessed, 0);
  assert.ok(Math.abs(sum - shipped.onDemand.known - shipped.onDemand.likely) < 0.01);
});

test("a book that somebody brings replaces ours", () => {
  const entry = {
    sku: "nat.hour",
    region: "ap-south-1",
    unit: "gateway-hour",
    usd: 10,
    asOf: "2027",
    confidence: "documented",
  };
  const own = readPriceBook(
    JSON.stringify({
      format: 1,
      asOf: "2027",
      currency: "USD",
      basis: "",
      confidence: {},
      warnings: [],
      entries: [entry],
    }),
  );
  const gateways = stacks.flatMap(({ resources }) =>
    resources.filter(({ type, region }) => type === "aws_nat_gateway" && region === "ap-south-1"),
  );
  const { lines } = estimate(platform, stacks, own);
  const paid = lines.filter(({ price }) => price.kind === "known").map(({ perMonth }) => perMonth * 10);
  assert.deepEqual(
    paid,
    gateways.map(() => 7_300),
  );
});

test("commitments and spot never cost more than on demand", () => {
  assert.ok(shipped.committed.known <= shipped.onDemand.known);
  assert.ok(shipped.spot.known <= shipped.onDemand.known);
  assert.ok(shipped.committed.known < shipped.onDemand.known);
});

test("the readier a platform is, the more it costs, and the shorter its RTO", () => {
  const { classes, refused } = recoveryClasses(flagship, "prod", SHIPPED_PRICES);
  assert.deepEqual(refused, []);
  assert.deepEqual(
    classes.map(({ name }) => name),
    ["backup-restore", "pilot-light", "warm-standby", "active-active"],
  );
  for (const [index, dearer] of classes.slice(1).entries()) {
    const cheaper = classes[index]!;
    assert.ok(
      cheaper.monthly.known + cheaper.monthly.likely < dearer.monthly.known + dearer.monthly.likely,
      dearer.name,
    );
    assert.ok(cheaper.rtoSeconds >= dearer.rtoSeconds);
  }
});

const idle: Measurements = { days: 30 };
const advised = (measured: Measurements) => {
  const found = advise(plain, measured, SHIPPED_PRICES);
  assert.ok(!("tooShort" in found));
  return found.map(({ field, to }) => `${field} → ${to}`);
};

test("nothing measured, nothing advised; too little measured is said", () => {
  assert.deepEqual(advised(idle), []);
  assert.ok("tooShort" in advise(plain, { days: 3 }, SHIPPED_PRICES));
});

test("a cache that evicts grows, an idle one shrinks where its family has a smaller size, and one that forgets too early remembers longer", () => {
  const cache = { hitShare: 0.9, evictionsPerMinuteP95: 0, memoryShareMax: 0.6, cpuShareP95: 0.4 };
  assert.deepEqual(advised({ ...idle, cache }), []);
  assert.deepEqual(advised({ ...idle, cache: { ...cache, evictionsPerMinuteP95: 400 } }), [
    "data.cache.nodeType → cache.m7g.xlarge",
  ]);
  assert.deepEqual(advised({ ...idle, cache: { ...cache, memoryShareMax: 0.2, cpuShareP95: 0.1 } }), []);
  assert.deepEqual(advised({ ...idle, cache: { ...cache, hitShare: 0.2 } }), ["data.cache.sessionTtlSeconds → 600"]);
});

test("databases, pods and brokers are advised by what they use", () => {
  const database = { cpuShareP95: 0.9, connectionShareP95: 0.4, freeMemoryShareMin: 0.3 };
  assert.deepEqual(advised({ ...idle, database }), ["data.relational.instanceClass → db.m7g.xlarge"]);
  assert.deepEqual(advised({ ...idle, pods: { console: { cpuMillisP95: 100, memoryMibMax: 400 } } }), [
    "cluster.pod.cpuMillis → 150",
    "cluster.pod.memoryMib → 640",
  ]);
  assert.deepEqual(advised({ ...idle, brokers: { cpuShareP95: 0.7, diskShareMax: 0.5 } }), [
    "data.stream.brokerType → kafka.m7g.xlarge",
  ]);
});

test("a type at the end of its family has no larger one", () => {
  assert.equal(resized("db.m7g.16xlarge", 1), null);
  assert.equal(resized("db.t4g.large", -1), "db.t4g.medium");
  assert.equal(resized("cache.m7g.xlarge", -1), "cache.m7g.large");
  assert.equal(resized("cache.m7g.large", -1), null);
});
