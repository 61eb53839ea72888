// The questions that the console's overview asks.

import { DIMENSIONS, METRICS, type Question, type Where } from "../../src/core/question.ts";

export function overviewPanels(
  range: { from: string; to: string },
  tz: string,
  where?: Where,
  bots = false,
): Question[] {
  const common = { range, tz, bots, ...(where ? { where } : {}) };
  return [
    { kind: "totals", metrics: [...METRICS], ...common },
    { kind: "timeseries", metrics: [...METRICS], by: ["time.hour"], ...common },
    { kind: "timeseries", metrics: [...METRICS], by: ["time.day"], ...common },
    ...DIMENSIONS.map((by): Question => ({ kind: "breakdown", metrics: [...METRICS], by: [by], ...common })),
  ];
}
