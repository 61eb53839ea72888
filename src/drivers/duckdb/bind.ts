// Values as DuckDB takes them: whole numbers as BIGINT, lists as VARCHAR[].

import { BIGINT, type DuckDBType, type DuckDBValue, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import type { Bound } from "../../app/queries/sql.ts";

export function bindable(values: readonly Bound[]): { values: DuckDBValue[]; types: DuckDBType[] } {
  // Sparse on purpose: a place without a type is bound by its value.
  const types: DuckDBType[] = [];
  const bound = values.map((value, index): DuckDBValue => {
    if (Array.isArray(value)) {
      types[index] = LIST(VARCHAR);
      return listValue(value as (string | null)[]);
    }
    if (typeof value === "number" && Number.isSafeInteger(value)) {
      types[index] = BIGINT;
      return BigInt(value);
    }
    return value as DuckDBValue;
  });
  return { values: bound, types };
}
