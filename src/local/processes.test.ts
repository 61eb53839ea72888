import assert from "node:assert/strict";
import { test } from "node:test";
import { PORTS_TAKEN } from "../core/installation.ts";
import { layOut } from "../drivers/installation.ts";
import { portsOf, processesOf, REGION_PROCESSES, startable, wardsOf } from "./processes.ts";

test("what needs the database starts after it, and everything else at once", () => {
  assert.deepEqual(startable(REGION_PROCESSES, new Map()), [
    "postgres",
    "watchdog",
    "guardian",
    "recoverer",
    "collector",
    "mirror",
    "lake-writer",
    "query",
  ]);
  assert.deepEqual(startable(REGION_PROCESSES, new Map([["postgres", "starting"]])).includes("console"), false);
  const ready = startable(REGION_PROCESSES, new Map([["postgres", "ready"]]));
  assert.ok(ready.includes("console"));
});

test("a database that has failed holds nobody back: events must come in without it", () => {
  const names = startable(REGION_PROCESSES, new Map([["postgres", "failed"]]));
  assert.deepEqual(
    names.toSorted(),
    REGION_PROCESSES.map((plan) => plan.name)
      .filter((name) => name !== "postgres")
      .toSorted(),
  );
});

test("every order can be finished: no process waits for one that isn't there", () => {
  for (const ward of [
    { kind: "region", region: "a" },
    { kind: "witness" },
    { kind: "edge" },
    { kind: "network" },
  ] as const) {
    const plans = processesOf(ward, true);
    const progress = new Map<string, "ready">();
    for (let round = 0; round < plans.length; round += 1) {
      for (const name of startable(plans, progress)) progress.set(name, "ready");
    }
    assert.equal(progress.size, plans.length);
  }
});

test("no two processes share a port, and all lie within those that an installation takes", () => {
  const installation = layOut("/data", 5_000, ({ directory }) => `${directory}/postgres`);
  const ports = wardsOf(installation).flatMap((ward) => portsOf(installation, ward));
  assert.equal(new Set(ports).size, ports.length);
  assert.ok(ports.every((port) => port >= 5_000 && port < 5_000 + PORTS_TAKEN));
});
