// A month's bill: per component and region, on demand, with the blueprint's commitment, and with spot. What has no price is
// listed and left out of the sum; what another region's price makes likely is summed apart.

import type { Platform } from "../../blueprint/platform.ts";
import type { Stack } from "../../platform/terraform/language/stack.ts";
import { karpenterNodes } from "./nodes.ts";
import { type Price, type PriceBook, priceOf } from "./price.ts";
import { provisioned } from "./provisioned.ts";
import { COMPONENTS, type Component, type Quantity } from "./quantity.ts";
import { monthlyLoad, usage } from "./usage.ts";

export type Line = Quantity & { price: Price };

/** Dollars a month. `known` is summed from prices of the region itself; `likely` from another region's, where its own is unknown. */
export type Sum = { known: number; likely: number; unknown: number };

export type Estimate = {
  asOf: string;
  lines: readonly Line[];
  onDemand: Sum;
  /** With the commitment of the blueprint (or a year's plan where it names none), nothing on spot. */
  committed: Sum;
  /** What may run on spot does; the rest on demand. */
  spot: Sum;
  byComponent: readonly { component: Component; region: string; sum: Sum }[];
  perMillionEventsUsd: number;
};

export function estimate(platform: Platform, stacks: readonly Stack[], book: PriceBook): Estimate {
  const like = platform.regions.primary.name;
  const wanted = [...provisioned(stacks, platform), ...karpenterNodes(platform), ...usage(platform)];
  const lines = wanted
    .filter(({ perMonth }) => perMonth > 0)
    .map((quantity): Line => ({ ...quantity, price: priceOf(book, quantity.sku, quantity.region, like) }));
  const onDemand = sum(lines, () => 1);
  const factor = (line: Line) => commitmentFactor(book, platform, line);
  return {
    asOf: book.asOf,
    lines,
    onDemand,
    committed: sum(lines, factor),
    spot: sum(lines, (line) => (line.saving === "compute-spot" ? spotFactor(book, line, like) : 1)),
    byComponent: grouped(lines),
    perMillionEventsUsd: (onDemand.known + onDemand.likely) / (monthlyLoad(platform).events / 1e6),
  };
}

function sum(lines: readonly Line[], factor: (line: Line) => number): Sum {
  const total: Sum = { known: 0, likely: 0, unknown: 0 };
  for (const line of lines) {
    const { price, perMonth } = line;
    if (price.kind === "known") total.known += price.usd * perMonth * factor(line);
    else if (price.likely !== null) total.likely += price.likely * perMonth * factor(line);
    else total.unknown += 1;
  }
  return total;
}

function grouped(lines: readonly Line[]): Estimate["byComponent"] {
  const regions = [...new Set(lines.map(({ region }) => region))].sort();
  return COMPONENTS.flatMap((component) =>
    regions.flatMap((region) => {
      const own = lines.filter((line) => line.component === component && line.region === region);
      return own.length === 0 ? [] : [{ component, region, sum: sum(own, () => 1) }];
    }),
  );
}

/** One dollar on demand costs this much under the commitment. 1 where no factor is known: a saving is never assumed. */
function commitmentFactor(book: PriceBook, { cost, regions }: Platform, { saving }: Line): number {
  const years = cost.commitment.kind === "savings-plan" ? cost.commitment.years : 1;
  const sku = {
    compute: `ec2.savingsplan.m7g.${years}y.noUpfront.factor`,
    "compute-spot": `ec2.savingsplan.m7g.${years}y.noUpfront.factor`,
    cache: `elasticache.reserved.${years}y.noUpfront.factor`,
    database: `rds.reserved.${years}y.noUpfront.factor`,
  };
  if (saving === null) return 1;
  const factor = priceOf(book, sku[saving], regions.primary.name, regions.primary.name);
  return factor.kind === "known" ? factor.usd : (factor.likely ?? 1);
}

/** The price file keeps how much is taken off, as a share. */
function spotFactor(book: PriceBook, { sku, region }: Line, like: string): number {
  const discount = priceOf(book, sku.replace(".linux.ondemand", ".spot.discount"), region, like);
  return 1 - (discount.kind === "known" ? discount.usd : (discount.likely ?? 0));
}
