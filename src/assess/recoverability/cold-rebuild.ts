// How long a cold region takes: the longest chain of things that wait for each other, as Terraform would make them. The
// primary's stack is the measure, since that is what has to stand in the other region at the end.

import {
  COLD_DECISION,
  COLD_DELIVERY,
  COLD_PLAN,
  CREATION,
  CREATION_OTHERWISE,
} from "../../platform/runbooks/aws-times.ts";
import { addressesIn } from "../../platform/terraform/language/graph.ts";
import type { Resource } from "../../platform/terraform/language/stack.ts";
import { type Recoverable, regionStack } from "./view.ts";

/** Terraform's own default of things at a time. */
const AT_ONCE = 10;
/** Links of the chain that are worth a word. */
const WORTH_SECONDS = 60;

type Chain = { readonly seconds: number; readonly path: readonly string[] };

export function coldRebuild({ platform, stacks }: Recoverable): { readonly seconds: number; readonly says: string } {
  const stack = stacks.find(({ name }) => name === regionStack(platform.regions.primary.name));
  const made = (stack?.resources ?? []).filter(({ mode }) => mode === "resource");
  const chain = longestChain(made);
  const work = made.reduce((sum, resource) => sum + secondsFor(resource), 0) / AT_ONCE;
  const apply = Math.max(chain.seconds, work);
  const around = COLD_DECISION.usualSeconds + COLD_PLAN.usualSeconds + COLD_DELIVERY.usualSeconds;
  const seconds = Math.round(around + apply);
  const path = chain.path.map((address) => address.replace(/^aws_/, "")).join(" → ");
  return {
    seconds,
    says: `decision ${COLD_DECISION.usualSeconds} s + plan ${COLD_PLAN.usualSeconds} s + apply ${Math.round(apply)} s (${path}) + delivery ${COLD_DELIVERY.usualSeconds} s = ${seconds} s`,
  };
}

const secondsFor = ({ type }: Resource): number => (CREATION[type] ?? CREATION_OTHERWISE).usualSeconds;

function longestChain(resources: readonly Resource[]): Chain {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const known = new Map<string, Chain>();
  const chainTo = (resource: Resource): Chain => {
    const before = known.get(resource.address);
    if (before) return before;
    // A ring can't be; were there one, this ends the walk.
    known.set(resource.address, { seconds: 0, path: [] });
    const needs = new Set([...Object.values(resource.args).flatMap(addressesIn), ...resource.dependsOn]);
    let longest: Chain = { seconds: 0, path: [] };
    for (const address of needs) {
      const needed = byAddress.get(address);
      if (!needed || needed === resource) continue;
      const chain = chainTo(needed);
      if (chain.seconds > longest.seconds) longest = chain;
    }
    const own = secondsFor(resource);
    const path = own < WORTH_SECONDS ? longest.path : [...longest.path, resource.address];
    const chain = { seconds: longest.seconds + own, path };
    known.set(resource.address, chain);
    return chain;
  };
  let longest: Chain = { seconds: 0, path: [] };
  for (const resource of resources) {
    const chain = chainTo(resource);
    if (chain.seconds > longest.seconds) longest = chain;
  }
  return longest;
}
