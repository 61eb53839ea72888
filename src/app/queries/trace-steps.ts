// What two regions know of one event, told as one way: each step once, in the order in which an event goes through them.

import type { TraceStep } from "../../core/resources.ts";

const STEPS: TraceStep["step"][] = ["received", "mirrored", "stored", "merged", "counted"];

/** Both regions tell of the same receipt when both hold its record. */
export function joinSteps(told: TraceStep[][]): TraceStep[] {
  const nameOf = ({ step, region, origin, offset, file }: TraceStep) =>
    JSON.stringify([step, region, origin, offset, file]);
  const distinct = [...new Map(told.flat().map((step) => [nameOf(step), step])).values()];
  return distinct.sort(
    (a, b) =>
      STEPS.indexOf(a.step) - STEPS.indexOf(b.step) ||
      (a.at ?? Infinity) - (b.at ?? Infinity) ||
      (a.region < b.region ? -1 : Number(a.region > b.region)),
  );
}
