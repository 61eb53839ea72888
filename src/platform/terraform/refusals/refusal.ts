// A refusal is a rule of AWS's that `terraform validate` doesn't know: the plan looks right and the apply fails, or it
// succeeds and nothing works. Each says what AWS answers and where that was read, and finds the places in the graph that
// would meet it. A rule reads only what is written in the blueprint's output; where a value is known to AWS alone it
// stays silent, so that what it reports is always real.
import type { Graph, Placed } from "./graph.ts";

/** How the rule is known. `remembered` means that nobody has re-read it for this table: believe it, and check it. */
export type Source = {
  readonly kind: "documentation" | "API model" | "issue" | "remembered";
  readonly where: string;
};

export type Refused = {
  readonly stack: string;
  readonly address: string;
  /** What is wrong here, with the values. */
  readonly because: string;
};

export type Refusal = {
  readonly id: string;
  /** What AWS says: its error where one was seen, else its rule. */
  readonly says: string;
  readonly source: Source;
  /** What to do instead. */
  readonly mend: string;
  readonly find: (graph: Graph) => Iterable<Refused>;
};

export const refused = (resource: Placed, because: string): Refused => ({
  stack: resource.stack,
  address: resource.address,
  because,
});
