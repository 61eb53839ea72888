// When a project's activity begins: where the range "all" starts.

import { type Source, sourceSql } from "./source-sql.ts";
import { type Sql, sql } from "./sql.ts";

/** Before and after every instant that an event can have. */
const ALWAYS = { from: -62_135_596_800_000, to: 253_402_300_799_999 };

export function earliestSql(project: string, source: Source, bots: boolean): Sql {
  const read = sourceSql(source, { project, columns: ["time", "type", "bot_reason"], window: ALWAYS, asOf: null });
  return sql`SELECT epoch_ms(min("time")) AS "earliest" FROM (${read})
    WHERE "type" IN ('page', 'screen', 'track') ${bots ? sql`` : sql`AND "bot_reason" IS NULL`}`;
}
