import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceStep } from "../../core/resources.ts";
import { joinSteps } from "./trace-steps.ts";

const step = (name: TraceStep["step"], region: string, at: number | null): TraceStep => ({
  step: name,
  region,
  at,
  origin: "a~1-000000",
  offset: 7,
  detail: "",
});

test("each step is told once, in the order of an event's way, whatever the times say", () => {
  const told = [
    [step("counted", "a", 5), step("received", "a", 100)],
    [step("received", "a", 100), step("mirrored", "b", null), step("counted", "b", 5)],
  ];
  assert.deepEqual(
    joinSteps(told).map((one) => `${one.step} ${one.region}`),
    ["received a", "mirrored b", "counted a", "counted b"],
  );
});
