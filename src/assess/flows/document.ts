// Reading policy documents out of the graph.
import type { Argument } from "../../platform/terraform/language/expression.ts";
import { isExpression } from "../../platform/terraform/language/expression.ts";

export type Block = { readonly [name: string]: Argument };

/** The literal text of an argument, "…" standing for what Terraform alone knows; nothing where there is no text. */
export function textOf(argument: Argument | undefined): string | undefined {
  if (typeof argument === "string") return argument;
  if (!isExpression(argument)) return undefined;
  return argument.kind === "text" ? argument.parts.map((part) => textOf(part) ?? "…").join("") : undefined;
}
