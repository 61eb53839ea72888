// Conditions as SQL. Two-valued: a field without a value fails every test but `exists: [false]`, and `not` of a failed test holds.

import type { Leaf, Where } from "../../core/question.ts";
import { channelSql } from "./channel-sql.ts";
import { type Field, fieldOf } from "./fields.ts";
import { column, join, type Sql, sql } from "./sql.ts";

/** Prefixes of the relations in scope: `event` is "e." and `visit` "v.". */
export const EVENT = sql`e.`;
export const VISIT = sql`v.`;

export function fieldSql(field: Field): Sql {
  if (field.level === "event") return sql`${EVENT}${column(field.column)}`;
  if (field.level === "property") return sql`json_extract_string(${EVENT}"props", ${jsonPointer(field.path)})`;
  return field.column === "channel" ? channelSql(VISIT) : sql`${VISIT}${column(field.column)}`;
}

export function whereSql(where: Where | undefined): Sql {
  if (!where) return sql`true`;
  if ("all" in where) return sql`(${join(where.all.map(whereSql), " AND ")})`;
  if ("any" in where) return sql`(${join(where.any.map(whereSql), " OR ")})`;
  if ("not" in where) return sql`NOT ${whereSql(where.not)}`;
  return sql`coalesce(${leafSql(where)}, false)`;
}

const COMPARISONS = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` };

function leafSql(leaf: Leaf): Sql {
  const field = fieldSql(fieldOf(leaf.field));
  const texts = leaf.value.map(String);
  const any = (test: (value: string) => Sql) => sql`(${join(texts.map(test), " OR ")})`;
  switch (leaf.op) {
    case "is":
      return texts.length === 1 ? sql`${field} = ${texts[0] as string}` : sql`list_contains(${texts}, ${field})`;
    case "contains":
      return any((value) => sql`contains(${field}, ${value})`);
    case "starts":
      return any((value) => sql`starts_with(${field}, ${value})`);
    case "matches":
      return any((value) => sql`regexp_matches(${field}, ${value})`);
    case "exists":
      return leaf.value[0] === true ? sql`(${field} IS NOT NULL)` : sql`(${field} IS NULL)`;
    default:
      return sql`(TRY_CAST(${field} AS DOUBLE) ${COMPARISONS[leaf.op]} CAST(${Number(leaf.value[0])} AS DOUBLE))`;
  }
}

/** RFC 6901, so that any name of a property is only data. */
function jsonPointer(path: readonly string[]): string {
  return path.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
