// What an expression of PromQL asks for, read by the parser of Prometheus's own editor. It knows the syntax; that a rate is
// taken of a range and a sum of a vector is promtool's to say.
import { parser } from "@prometheus-io/lezer-promql";

export type Read =
  | { readonly kind: "read"; readonly metrics: readonly string[] }
  | { readonly kind: "broken"; readonly at: number; readonly near: string };

export function readPromql(text: string): Read {
  const expression = withoutVariables(text);
  const metrics = new Set<string>();
  let broken: number | undefined;
  parser.parse(expression).iterate({
    enter: (node) => {
      if (node.type.isError) broken ??= node.from;
      // A name in a selector; functions and labels have nodes of their own.
      if (node.name === "VectorSelector") {
        const name = node.node.getChild("Identifier");
        if (name !== null) metrics.add(expression.slice(name.from, name.to));
      }
    },
  });
  if (broken !== undefined)
    return { kind: "broken", at: broken, near: expression.slice(Math.max(0, broken - 20), broken + 20) };
  return { kind: "read", metrics: [...metrics].sort() };
}

/** Grafana fills these in before Prometheus sees them. */
export const withoutVariables = (text: string): string =>
  text
    .replaceAll("$__rate_interval", "5m")
    .replaceAll("$__range", "1h")
    .replaceAll(/\$\{?\w+\}?/g, ".*");
