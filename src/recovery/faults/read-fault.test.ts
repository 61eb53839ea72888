import assert from "node:assert/strict";
import { test } from "node:test";
import { FAULT_NAMES, FAULTS } from "./catalogue.ts";
import { type Given, readFault } from "./read-fault.ts";

const places = { regions: ["north", "south"] as const };
const read = (name: string, given: Given = {}) => readFault(name, given, places);

test("every fault of the catalogue can be made with a region alone, or with nothing", () => {
  for (const name of FAULT_NAMES) {
    const given = "region" in FAULTS[name].parameters ? { region: "north" } : {};
    const fault = read(name, given);
    assert.ok("name" in fault && fault.name === name, JSON.stringify(fault));
    assert.deepEqual(Object.keys(fault).toSorted(), ["name", ...Object.keys(FAULTS[name].parameters)].toSorted());
  }
});

test("without ends, a link fault means the link between the regions", () => {
  assert.deepEqual(read("cut"), {
    name: "cut",
    from: "north",
    to: "south",
    direction: "both",
    reset: false,
    services: null,
  });
});

test("numbers, choices and lists are taken as typed", () => {
  const slow = read("slow", { latencyMs: "80", loss: "0.02", services: "postgres, mirror", to: "witness" });
  assert.deepEqual(slow, {
    name: "slow",
    from: "north",
    to: "witness",
    latencyMs: 80,
    jitterMs: 0,
    loss: 0.02,
    bytesPerSecond: null,
    services: ["postgres", "mirror"],
  });
});

test("what is missing, unknown or out of bounds is told in a sentence that names the option", () => {
  const wrong: [string, Given, RegExp][] = [
    ["cutt", {}, /no fault "cutt"; there are kill/],
    ["kill", {}, /--region names .*north or south/],
    ["kill", { region: "east" }, /--region/],
    ["cut", { direction: "up" }, /--direction is one of both, one-way/],
    ["slow", { latencyMs: "-1" }, /--latency-ms -1 .* 0 to 10000/],
    ["slow", { loss: "much" }, /--loss much/],
    ["slow", { services: "postgres,pigeons" }, /--services lists/],
    ["cut", { from: "north", to: "north" }, /--from/],
    ["cut", { latencyMs: "5" }, /"cut" has no --latency-ms; it has --from, --to/],
    ["witness-loss", { region: "north" }, /has no --region; it has no options/],
  ];
  for (const [name, given, words] of wrong) {
    const fault = read(name, given);
    assert.ok("because" in fault, name);
    assert.match(fault.because, words);
  }
});
