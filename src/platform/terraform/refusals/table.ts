// All rules, and what of a platform's stacks they refuse. Synth stops at the first platform that has any.
import { EXIT } from "../../../core/errors.ts";
import { CLOUDFRONT } from "./cloudfront.ts";
import { DATA_SERVICES } from "./data-services.ts";
import { DATABASES } from "./databases.ts";
import { ENTRY } from "./entry.ts";
import { Graph, type StackOfResources } from "./graph.ts";
import { IDENTITY } from "./identity.ts";
import { MESSAGES } from "./messages.ts";
import { NAMES } from "./names.ts";
import { NETWORK } from "./network.ts";
import { OPERATIONS } from "./operations.ts";
import type { Refusal, Refused } from "./refusal.ts";
import { STORAGE } from "./storage.ts";

export const REFUSALS: readonly Refusal[] = [
  ...NETWORK,
  ...ENTRY,
  ...CLOUDFRONT,
  ...IDENTITY,
  ...DATABASES,
  ...DATA_SERVICES,
  ...STORAGE,
  ...MESSAGES,
  ...OPERATIONS,
  ...NAMES,
];

/** A place that AWS would refuse, and the rule that says so. */
export type Found = Refused & { readonly rule: Refusal };

/** Everything in these stacks that AWS would refuse, rule by rule. */
export function refusalsOf(
  stacks: readonly StackOfResources[],
  rules: readonly Refusal[] = REFUSALS,
): readonly Found[] {
  const graph = new Graph(stacks);
  return rules.flatMap((rule) => [...rule.find(graph)].map((found) => ({ ...found, rule })));
}

/** The same for people: where, what, what AWS says, and the way out. */
export const refusalText = ({ stack, address, because, rule }: Found): string =>
  `${stack}: ${address} ${because}.\n  AWS: ${rule.says}\n  Source (${rule.source.kind}): ${rule.source.where}\n  Instead: ${rule.mend}\n  Rule: ${rule.id}`;

/** A platform that AWS would refuse isn't written: every place is named at once. */
export class RefusedByAws extends Error {
  readonly exitCode = EXIT.badInput;
  readonly found: readonly Found[];
  constructor(found: readonly Found[]) {
    const count = found.length === 1 ? "one place" : `${found.length} places`;
    super(
      `AWS would refuse this platform in ${count}, though Terraform finds it valid:\n${found.map(refusalText).join("\n")}\nCorrect the blueprint's patch or what it names under \`existing\`; where neither touches it, that is a fault of Tandem.`,
    );
    this.name = "RefusedByAws";
    this.found = found;
  }
}

/** Throws where AWS would refuse anything of these stacks. */
export function refuseWhatAwsRefuses(stacks: readonly StackOfResources[]): void {
  const found = refusalsOf(stacks);
  if (found.length > 0) throw new RefusedByAws(found);
}
