// What the rules of recoverability look at: the blueprint, the graph of all stacks, the recovery plans; and the few
// questions that nearly all of them ask.
import type { Platform, Region } from "../../blueprint/platform.ts";
import type { FileContent } from "../../platform/terraform/language/graph.ts";
import type { ProviderAlias, StackSettings } from "../../platform/terraform/language/stack.ts";
import { Graph, type Placed, type StackOfResources } from "../../platform/terraform/refusals/graph.ts";
import type { Plan } from "../../recovery/plan/step.ts";
import type { Rule, Violation } from "../finding.ts";

export type JudgedStack = StackOfResources & {
  readonly settings: Pick<StackSettings, "state">;
  readonly providers: readonly ProviderAlias[];
  readonly files: readonly FileContent[];
};

/** The last drill that was passed, from its evidence. */
export type DrillResult = { readonly on: string; readonly rtoSecondsP95: number };

export type Recoverable = {
  readonly platform: Platform;
  readonly stacks: readonly JudgedStack[];
  /** YYYY-MM-DD in UTC. Without it nothing is said about the age of a drill. */
  readonly today?: string;
  readonly drill?: DrillResult;
  /** Those that the engine would make; given only to judge others. */
  readonly plans?: readonly Plan[];
};
export type RecoverRule = Rule<Recoverable> & {
  /** Not asked of dev and qa, which are cheap on purpose and may be made anew on any morning. */
  readonly lastingOnly?: true;
};

export const isLasting = ({ platform }: Recoverable): boolean =>
  platform.environment === "uat" || platform.environment === "prod";

const graphs = new WeakMap<readonly JudgedStack[], Graph>();

/** The graph of these stacks, built once however many rules ask. */
export function graphOf({ stacks }: Recoverable): Graph {
  const known = graphs.get(stacks);
  if (known) return known;
  const graph = new Graph(stacks);
  graphs.set(stacks, graph);
  return graph;
}

/** The same address as everywhere in findings: the stack's directory, then Terraform's. */
export const at = (resource: Pick<Placed, "stack" | "address">): string => `${resource.stack} ${resource.address}`;

export const violation = (resource: Pick<Placed, "stack" | "address">, says: string): Violation => ({
  address: at(resource),
  says,
});

export const regionStack = (region: string): string => `region/${region}`;

export const bothRegions = ({ platform }: Recoverable): readonly [Region, Region] => [
  platform.regions.primary,
  platform.regions.standby,
];

export const otherRegion = ({ platform }: Recoverable, name: string): Region =>
  platform.regions.primary.name === name ? platform.regions.standby : platform.regions.primary;

/** Managed resources of these types in one region, whichever stack made them. */
export const inRegion = (subject: Recoverable, region: string, ...types: readonly string[]): readonly Placed[] =>
  graphOf(subject)
    .of(...types)
    .filter((resource) => resource.region === region);

/** Managed resources of these types in the stack of one region. */
export const inStackOf = (subject: Recoverable, region: string, ...types: readonly string[]): readonly Placed[] =>
  graphOf(subject)
    .of(...types)
    .filter(({ stack }) => stack === regionStack(region));

/** All literal texts of a resource's arguments, wherever they stand; ARNs of other regions among them. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(textsIn);
}
