// Reading the graph: what an argument refers to, and what its text is.
import type { Argument } from "../../platform/terraform/language/expression.ts";
import { isExpression } from "../../platform/terraform/language/expression.ts";
import type { Resource } from "../../platform/terraform/language/graph.ts";
import type { AddressRange } from "../../platform/terraform/refusals/address-range.ts";
import { list } from "../../platform/terraform/refusals/graph.ts";

export type Block = { readonly [name: string]: Argument };

/** The literal text of an argument, "…" standing for what Terraform alone knows; nothing where there is no text. */
export function textOf(argument: Argument | undefined): string | undefined {
  if (typeof argument === "string") return argument;
  if (!isExpression(argument)) return undefined;
  return argument.kind === "text" ? argument.parts.map((part) => textOf(part) ?? "…").join("") : undefined;
}

/** The address that an argument refers to, or nothing where it is a literal. */
export function refTo(argument: Argument | undefined): string | undefined {
  if (!isExpression(argument)) return undefined;
  if (argument.kind === "text" && argument.parts.length === 1) return refTo(argument.parts[0]);
  return argument.kind === "ref" ? argument.address : undefined;
}
export const refsIn = (argument: Argument | undefined): readonly string[] =>
  list(argument).flatMap((one) => refTo(one) ?? []);

/** A stack's resources of one type. */
export type Of = (type: string) => readonly Resource[];
export const EVERYWHERE: AddressRange = { first: 0, last: 2 ** 32 - 1, prefix: 0 };
