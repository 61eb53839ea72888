// What a person should know of the bill before it comes.

import type { Platform } from "../../blueprint/platform.ts";
import type { Rule } from "../finding.ts";
import type { Estimate } from "./estimate.ts";

export type Bill = { platform: Platform; estimate: Estimate };

export const COST_RULES: readonly Rule<Bill>[] = [
  {
    id: "COST-1",
    title: "The month fits the budget",
    severity: "warning",
    why: "The budget's alarm would go off every month, and soon nobody reads it.",
    mend: "Raise cost.monthlyBudgetUsd, or choose smaller: `tandem assess --only cost` says where the money goes.",
    find: ({ platform, estimate: { onDemand } }) => {
      const total = onDemand.known + onDemand.likely;
      const { monthlyBudgetUsd } = platform.cost;
      if (total <= monthlyBudgetUsd) return [];
      return [
        {
          address: "cost.monthlyBudgetUsd",
          says: `about $${Math.round(total)} on demand against a budget of $${monthlyBudgetUsd}`,
        },
      ];
    },
  },
  {
    id: "COST-2",
    title: "Every price is known",
    severity: "note",
    why: "What has no price is in no sum: the bill is higher than the total says.",
    mend: "Give a price file of your own with --prices; the shipped one names its sources and gaps.",
    find: ({ estimate: { lines } }) => {
      const without = lines.filter(({ price }) => price.kind === "unknown" && price.likely === null);
      return [...new Set(without.map(({ sku, region }) => `${sku} in ${region}`))].map((address) => ({
        address,
        says: "no price is known, here or elsewhere; it is in no sum",
      }));
    },
  },
];
