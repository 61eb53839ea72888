// What readiness costs: the same platform with each way of surviving the loss of a region, and what each way promises.

import { type Blueprint, merge } from "../../blueprint/blueprint.ts";
import { RTO_SECONDS_MIN } from "../../blueprint/combination-checks.ts";
import { type Platform, resolve } from "../../blueprint/platform.ts";
import { synthesizeTerraform } from "../../platform/terraform/stacks.ts";
import { estimate, type Sum } from "./estimate.ts";
import type { PriceBook } from "./price.ts";

export type RecoveryClass = {
  name: "backup-restore" | "pilot-light" | "warm-standby" | "active-active";
  /** The shortest RTO that the way can promise on AWS, and its RPO; both are budgets, measured only where Tandem runs itself. */
  rtoSeconds: number;
  rpoSeconds: number;
  monthly: Sum;
};

type Approach = keyof typeof RTO_SECONDS_MIN;
const WAYS: readonly { name: RecoveryClass["name"]; approach: Approach; standbyShare?: number }[] = [
  { name: "backup-restore", approach: "backup-restore" },
  { name: "pilot-light", approach: "pilot-light" },
  { name: "warm-standby", approach: "warm-standby" },
  // Events and questions are answered by both regions anyway; relational writes are one region's at a time in every class.
  { name: "active-active", approach: "warm-standby", standbyShare: 1 },
];

export type RecoveryClasses = { classes: RecoveryClass[]; refused: { name: string; because: string }[] };

const failingOver = (audience: Platform["edge"]["audiences"][number]) => ({
  ...audience,
  answer: { kind: "fail-over" },
});

/** Each way with objectives that it can keep. One that the rest of the blueprint forbids is named with the reason. */
export function recoveryClasses(
  blueprint: Blueprint,
  environment: Platform["environment"],
  book: PriceBook,
): RecoveryClasses {
  const found: RecoveryClasses = { classes: [], refused: [] };
  const own = resolve(blueprint, environment);
  for (const { name, approach, standbyShare } of WAYS) {
    const hours = Math.min(...own.backups.plans.map(({ everyHours }) => everyHours));
    const rtoSeconds = RTO_SECONDS_MIN[approach];
    const rpoSeconds = approach === "backup-restore" ? hours * 3_600 : own.objectives.rpoSeconds;
    const over = {
      objectives: { rtoSeconds: Math.max(rtoSeconds, own.objectives.rtoSeconds), rpoSeconds },
      recovery: { approach, ...(standbyShare === undefined ? {} : { standbyShare }) },
      // Where nothing answers in the other region yet, no client can be sent there by choice.
      ...(approach === "warm-standby" ? {} : { edge: { audiences: own.edge.audiences.map(failingOver) } }),
    };
    // Laid over the environment's own words, which would win over the blueprint's.
    const changed = merge(blueprint, { environments: { [environment]: over } }) as Blueprint;
    try {
      const platform = resolve(changed, environment);
      const { onDemand } = estimate(platform, synthesizeTerraform(platform), book);
      found.classes.push({ name, rtoSeconds, rpoSeconds, monthly: onDemand });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "BlueprintError") throw error;
      found.refused.push({ name, because: error.message.split("\n").slice(1).join(" ").trim() });
    }
  }
  return found;
}
