// Everything that is judged before an account sees a platform: what may flow, what survives, what it carries, what it costs.

import type { Platform } from "../blueprint/platform.ts";
import type { Stack } from "../platform/terraform/language/stack.ts";
import { CAPACITY_RULES } from "./capacity/rules.ts";
import { type Estimate, estimate } from "./cost/estimate.ts";
import type { PriceBook } from "./cost/price.ts";
import { COST_RULES } from "./cost/rules.ts";
import { type Finding, judge } from "./finding.ts";
import { FLOW_RULES } from "./flows/rules.ts";
import { RECOVERABILITY_RULES } from "./recoverability/rules.ts";
import type { DrillResult } from "./recoverability/view.ts";
import { applyWaivers, type Judged } from "./waivers.ts";

export const PARTS = ["flows", "recoverability", "capacity", "cost", "blueprint"] as const;
export type Part = (typeof PARTS)[number];

export type Assessment = Judged & { estimate: Estimate };

/** `today` is YYYY-MM-DD in UTC: waivers end. Waivers of parts that aren't asked for are left alone; one of no part is a
 *  slip of the pen. */
export function assess(
  platform: Platform,
  stacks: readonly Stack[],
  options: { parts: readonly Part[]; prices: PriceBook; today: string; drill?: DrillResult },
): Assessment {
  const bill = { platform, estimate: estimate(platform, stacks, options.prices) };
  const findings: Record<Part, () => Finding[]> = {
    flows: () => judge(FLOW_RULES, { platform, stacks }),
    recoverability: () =>
      judge(RECOVERABILITY_RULES, {
        platform,
        stacks,
        today: options.today,
        ...(options.drill && { drill: options.drill }),
      }),
    capacity: () => judge(CAPACITY_RULES, platform),
    cost: () => judge(COST_RULES, bill),
    blueprint: () => platform.warnings.map(worthKnowing),
  };
  const found = options.parts.flatMap((part) => findings[part]());
  const asked = platform.waivers.filter(({ rule }) => {
    const part = PARTS.find((one) => rule.startsWith(PREFIXES[one]));
    return part === undefined || options.parts.includes(part);
  });
  const waivers = asked.map(({ address, ...waiver }) => (address === undefined ? waiver : { ...waiver, address }));
  return { ...applyWaivers(found, waivers, options.today), estimate: bill.estimate };
}

/** Of the rules' ids. */
const PREFIXES: Record<Part, string> = {
  flows: "FLOW-",
  recoverability: "RECOVER-",
  capacity: "CAP-",
  cost: "COST-",
  blueprint: "BLUEPRINT-",
};

const worthKnowing = ({ field, says, instead }: Platform["warnings"][number]): Finding => ({
  id: "BLUEPRINT-1",
  title: "What the blueprint asks for is to be had, and suffices",
  severity: "note",
  why: "A capability that nobody could confirm, or a size that was raised, is better met here than in an apply.",
  mend: "Ask with `tandem doctor --aws` whether it is to be had; else change the field.",
  address: field,
  says: `${says}. ${instead}`,
});
