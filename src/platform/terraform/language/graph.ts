// What a stack holds once it is declared: plain data, in the order in which it is printed. The writer turns it into HCL,
// the assessor reads it, `tandem.synth.json` keeps it for the next `tandem diff`.
import { type Argument, isExpression } from "./expression.ts";

/** A declaration with its arguments; references in them are objects {kind: "ref", address, path}. */
export type Resource = {
  readonly kind: "resource";
  readonly mode: "resource" | "data" | "ephemeral";
  readonly type: string;
  readonly name: string;
  /** "aws_vpc.main", "data.aws_kms_alias.lake". */
  readonly address: string;
  readonly file: string;
  /** Its provider's region; that of a global service's resource too. */
  readonly region: string;
  readonly provider?: string;
  readonly comment?: string;
  readonly args: Arguments;
  readonly dependsOn: readonly string[];
  readonly lifecycle: LifecycleContent;
};
export type Arguments = { readonly [name: string]: Argument };
export type ConditionContent = { readonly condition: Argument; readonly error_message: string };
export type LifecycleContent = {
  readonly preventDestroy?: boolean;
  readonly createBeforeDestroy?: boolean;
  readonly ignoreChanges?: "all" | readonly string[];
  readonly replaceTriggeredBy?: readonly Argument[];
  readonly precondition?: readonly ConditionContent[];
  readonly postcondition?: readonly ConditionContent[];
};

export type Output = {
  readonly kind: "output";
  readonly name: string;
  readonly description: string;
  readonly value: Argument;
  readonly sensitive?: boolean;
};
export type Variable = {
  readonly kind: "variable";
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly default?: Argument;
  readonly sensitive?: boolean;
  readonly ephemeral?: boolean;
  readonly validation?: readonly ConditionContent[];
};
export type Moved = { readonly kind: "moved"; readonly from: string; readonly to: string; readonly comment?: string };
export type Import = { readonly kind: "import"; readonly to: string; readonly id: Argument; readonly comment?: string };
export type Removed = {
  readonly kind: "removed";
  readonly from: string;
  readonly destroy: boolean;
  readonly comment?: string;
};
export type Check = {
  readonly kind: "check";
  readonly name: string;
  readonly assert: readonly ConditionContent[];
  readonly comment?: string;
};
export type Item = Resource | Output | Variable | Moved | Import | Removed | Check;

/** One `.tf` file: its comment and what stands in it. */
export type FileContent = { readonly name: string; readonly comment: string; readonly items: readonly Item[] };

/** Every address that an argument refers to, with repeats. */
export function addressesIn(argument: Argument | undefined): string[] {
  const found: string[] = [];
  collect(argument, found);
  return found;
}

function collect(argument: Argument | undefined, found: string[]): void {
  if (argument === undefined || argument === null || typeof argument !== "object") return;
  if (isExpression(argument) && argument.kind === "ref") found.push(argument.address);
  else for (const one of Object.values(argument)) collect(one, found);
}
