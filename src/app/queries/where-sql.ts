// Conditions as SQL. Two-valued: a field without a value fails every test but `exists: [false]`, and `not` of a failed test holds.

import type { Leaf, Where } from "../../core/question.ts";
import { channelSql } from "./channel-sql.ts";
import { type Field, fieldOf } from "./fields.ts";
import { column, join, type Sql, sql } from "./sql.ts";

/** Prefixes of the relations in scope: `event` is "e." and `visit` "v.". */
export const EVENT = sql`e.`;
export const VISIT = sql`v.`;

/** Where fields are found. */
export type Scope = { event: Sql; visit: Sql; property: (path: readonly string[]) => Sql };

export const propertySql = (event: Sql, path: readonly string[]): Sql =>
  sql`json_extract_string(${event}"props", ${jsonPointer(path)})`;

/** An event `e` beside its visit `v`. */
export const JOINED: Scope = { event: EVENT, visit: VISIT, property: (path) => propertySql(EVENT, path) };

export function fieldSql(field: Field, scope: Scope = JOINED): Sql {
  if (field.level === "event") return sql`${scope.event}${column(field.column)}`;
  if (field.level === "property") return scope.property(field.path);
  return field.column === "channel" ? channelSql(scope.visit) : sql`${scope.visit}${column(field.column)}`;
}

export function whereSql(where: Where | undefined, scope: Scope = JOINED): Sql {
  if (!where) return sql`true`;
  const each = (list: readonly Where[]): Sql[] => list.map((one) => whereSql(one, scope));
  if ("all" in where) return sql`(${join(each(where.all), " AND ")})`;
  if ("any" in where) return sql`(${join(each(where.any), " OR ")})`;
  if ("not" in where) return sql`NOT ${whereSql(where.not, scope)}`;
  return sql`coalesce(${leafSql(where, scope)}, false)`;
}

const COMPARISONS = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` };

function leafSql(leaf: Leaf, scope: Scope): Sql {
  const field = fieldSql(fieldOf(leaf.field), scope);
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
export function jsonPointer(path: readonly string[]): string {
  return path.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
