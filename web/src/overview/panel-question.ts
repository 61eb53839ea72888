// One tab of a tile: what it asks for, and what a click on one of its rows means.

import type { Dimension, Metric, Question, Where } from "../../../src/core/question.ts";

/** A value of a dimension was chosen, to keep or to leave out. */
export type Pick = (field: Dimension, value: string | null, exclude: boolean) => void;

export type PanelTab = {
  id: string;
  label: string;
  by: Dimension;
  metrics: [Metric, Metric];
  where?: Where;
  empty?: string;
};
export const ROWS = 9;

/** The question of a tab; the filters of the page and those of the tab both hold. */
export function questionOf(tab: PanelTab, common: Partial<Question>, limit: number): Question {
  const both = [common.where, tab.where].filter((where) => where !== undefined);
  return {
    kind: "breakdown",
    ...common,
    ...(both.length > 1 ? { where: { all: both } } : both[0] ? { where: both[0] } : {}),
    metrics: tab.metrics,
    by: [tab.by],
    order: [[tab.metrics[0], "desc"]],
    limit,
  };
}
