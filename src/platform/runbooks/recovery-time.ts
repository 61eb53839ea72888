// How long a plan takes on AWS, part by part: the engine's own budgets, and AWS's time where AWS does the work. The assessor adds
// the parts up against the objective; the runbooks print them.
import type { Platform } from "../../blueprint/platform.ts";
import { HYSTERESIS } from "../../recovery/detector/detector.ts";
import { LEASE_TIMES } from "../../recovery/lease/times.ts";
import { ordinaryPlan } from "../../recovery/plan/ordinary.ts";
import { RENEWS_STILL_MS_MAX } from "../../recovery/plan/situation.ts";
import type { Plan, Step } from "../../recovery/plan/step.ts";
import { CANARY_VISITS, NODES_FROM_NONE, PILOT_DECISION, PROMOTION, type Time } from "./aws-times.ts";

export type Which = "usualSeconds" | "badSeconds";
export type Part = { readonly says: string; readonly seconds: number };

/** What AWS takes for a step, where AWS does it; null: the engine's own budget stands. */
export function awsTimeOf(platform: Platform, { action }: Pick<Step, "action">): Time | null {
  if (action === "promote") return PROMOTION[platform.data.relational.kind];
  if (action === "scale" && platform.regions.standby.holds.nodes === "none") return NODES_FROM_NONE;
  return null;
}

/** From the loss to clients that are served: noticing, deciding, the steps, DNS. None where the region is built anew. */
export function recoveryParts(
  platform: Platform,
  which: Which,
  plan: Plan = ordinaryPlan("fail-over", { self: platform.regions.standby.name, peer: platform.regions.primary.name }),
): readonly Part[] | undefined {
  const { recovery, regions, observability, edge, data } = platform;
  if (recovery.approach === "backup-restore") return undefined;
  const dark = regions.standby.holds.nodes === "none";
  const noticing = (RENEWS_STILL_MS_MAX + HYSTERESIS.lost.looksMin * LEASE_TIMES.pollMs) / 1_000;
  const own = untilOpen(plan)
    .filter(({ action }) => action !== "promote")
    .reduce((sum, { budgetMs }) => sum + budgetMs / 1_000, 0);
  const promotion = PROMOTION[data.relational.kind][which];
  const { intervalSeconds, failureThreshold } = edge.healthCheck;
  const deciding = PILOT_DECISION[which];
  const nodes = NODES_FROM_NONE[which];
  return [
    dark
      ? {
          says: `noticing ${observability.canaryMinutes} min × ${CANARY_VISITS}`,
          seconds: observability.canaryMinutes * 60 * CANARY_VISITS,
        }
      : { says: `noticing ${noticing} s`, seconds: noticing },
    ...(dark
      ? [
          { says: `a person ${deciding} s`, seconds: deciding },
          { says: `nodes from none ${nodes} s`, seconds: nodes },
        ]
      : []),
    { says: `steps ${own} s`, seconds: own },
    { says: `promotion ${promotion} s`, seconds: promotion },
    // The record of the lost region is given up meanwhile; what counts is until the survivor's check says yes.
    { says: `health check ${intervalSeconds} s × ${failureThreshold}`, seconds: intervalSeconds * failureThreshold },
    { says: `TTL ${edge.recordTtlSeconds} s`, seconds: edge.recordTtlSeconds },
  ];
}

export const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { seconds }) => sum + seconds, 0);

/** The step that serves clients, and all that it needs. */
function untilOpen({ steps }: Plan): readonly Step[] {
  const open = steps.find(({ action }) => action === "open");
  const needed = new Set<string>(open ? [open.id] : []);
  for (const step of steps.toReversed()) if (needed.has(step.id)) for (const need of step.needs) needed.add(need);
  return steps.filter(({ id }) => needed.has(id));
}
