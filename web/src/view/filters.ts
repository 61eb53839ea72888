// Filters as values, as address text ("!visit.country:is:IN|NP") and as the `where` of a question.

import { type Dimension, type Leaf, OPERATORS, type Operator, type Where } from "../../../src/core/question.ts";

export type Filter = { field: Dimension; op: Operator; values: string[]; exclude: boolean };

const escaped = (text: string) => text.replace(/[\\|]/g, "\\$&");
/** Splits at bars that no backslash escapes, and takes the escapes away. */
function split(text: string): string[] {
  const parts = [""];
  for (const [part] of text.matchAll(/\\.|[^\\]/gs)) {
    if (part === "|") parts.push("");
    else parts[parts.length - 1] += part.length > 1 ? part.slice(1) : part;
  }
  return parts;
}

export const filterText = (filter: Filter): string =>
  `${filter.exclude ? "!" : ""}${filter.field}:${filter.op}:${filter.values.map(escaped).join("|")}`;

export function parseFilter(text: string): Filter | undefined {
  const match = /^(!?)((?:event|visit|prop)\.[^:]+):(\w+):(.*)$/s.exec(text);
  if (!match) return undefined;
  const op = OPERATORS.find((known) => known === match[3]);
  const values = split(match[4] as string);
  return op ? { field: match[2] as Dimension, op, values, exclude: match[1] === "!" } : undefined;
}

const COMPARISONS = new Set<Operator>(["gt", "gte", "lt", "lte"]);

function leafOf({ field, op, values }: Filter): Leaf {
  if (op === "exists") return { field, op, value: [values[0] !== "false"] };
  if (COMPARISONS.has(op)) return { field, op, value: [Number(values[0])] };
  return { field, op, value: values };
}

export function whereOf(filters: Filter[]): Where | undefined {
  const parts: Where[] = filters.map((filter) => (filter.exclude ? { not: leafOf(filter) } : leafOf(filter)));
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : { all: parts };
}

/** What a click on a value means: that value only, or anything but it. */
export const filterOn = (field: Dimension, value: string | null, exclude: boolean): Filter =>
  value === null
    ? { field, op: "exists", values: [exclude ? "true" : "false"], exclude: false }
    : { field, op: "is", values: [value], exclude };

/** A further value of the same field and sense joins the list; otherwise the filter is added. */
export function withFilter(filters: Filter[], added: Filter): Filter[] {
  if (filters.some((filter) => filterText(filter) === filterText(added))) return filters;
  const index = filters.findIndex(
    (filter) =>
      filter.field === added.field && filter.op === "is" && added.op === "is" && filter.exclude === added.exclude,
  );
  const same = filters[index];
  if (!same) return [...filters, added];
  return filters.with(index, { ...same, values: [...new Set([...same.values, ...added.values])] });
}

export const OPERATOR_NAMES: Record<Operator, [plain: string, excluded: string]> = {
  is: ["is", "is not"],
  contains: ["contains", "does not contain"],
  starts: ["starts with", "does not start with"],
  matches: ["matches", "does not match"],
  gt: ["is more than", "is not more than"],
  gte: ["is at least", "is not at least"],
  lt: ["is less than", "is not less than"],
  lte: ["is at most", "is not at most"],
  exists: ["is known", "is not known"],
};
