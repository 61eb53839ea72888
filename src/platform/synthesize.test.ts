import assert from "node:assert/strict";
import { test } from "node:test";
import { type Blueprint, defineBlueprint } from "../blueprint/blueprint.ts";
import { resolve } from "../blueprint/platform.ts";
import { MODEL_FILE, synthesize } from "./synthesize.ts";
import { readModel } from "./terraform/model.ts";

/** The same object with every object's keys the other way round. */
const turned = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, turned(one)]),
  ) as T;
};

const blueprint: Blueprint = {
  name: "tandem",
  domain: "tandem.example.com",
  regions: {
    primary: { name: "ap-south-1", cidr: "10.0.0.0/16" },
    standby: { name: "ap-south-2", cidr: "10.1.0.0/16" },
  },
  objectives: { requestsPerSecond: 400, eventsPerSecond: 3_000 },
};

test("the same blueprint gives the same bytes, whatever the order of its keys", () => {
  const once = synthesize(resolve(defineBlueprint(blueprint)));
  const again = synthesize(resolve(defineBlueprint(turned(blueprint))));
  assert.deepEqual([...again.files], [...once.files]);
  assert.ok(once.files.size > 9);
});

test("the graph is read back as it was written, each resource on a line of its own", () => {
  const { model, files } = synthesize(resolve(defineBlueprint(blueprint)));
  const text = files.get(MODEL_FILE) ?? "";
  assert.deepEqual(readModel(text, "a test"), model);
  const [resource] = model.stacks.flatMap(({ resources }) => resources);
  assert.ok(text.split("\n").some((line) => line.startsWith(JSON.stringify(resource))));
});
