// The channel rules (app/events/channels.ts) as SQL, so that history is classified anew whenever the rules change.

import { CHANNELS, type ChannelCondition, DIRECT } from "../events/channels.ts";
import { column, join, type Sql, sql } from "./sql.ts";

/** `of` prefixes the columns source, medium, campaign and click_id of a visit. */
export function channelSql(of: Sql): Sql {
  const cases = CHANNELS.map(([channel, when]) => sql`WHEN ${condition(when, of)} THEN ${channel}`);
  return sql`(CASE ${join(cases, " ")} ELSE ${DIRECT} END)`;
}

function condition(test: ChannelCondition, of: Sql): Sql {
  if ("any" in test)
    return sql`(${join(
      test.any.map((one) => condition(one, of)),
      " OR ",
    )})`;
  if ("all" in test)
    return sql`(${join(
      test.all.map((one) => condition(one, of)),
      " AND ",
    )})`;
  const value = sql`lower(coalesce(${of}${column(test.field)}, ''))`;
  if ("in" in test) return sql`list_contains(${test.in}, ${value})`;
  if ("contains" in test)
    return sql`(${join(
      test.contains.map((part) => sql`contains(${value}, ${part})`),
      " OR ",
    )})`;
  if ("starts" in test) return sql`starts_with(${value}, ${test.starts})`;
  if ("ends" in test) return sql`ends_with(${value}, ${test.ends})`;
  if ("present" in test) return sql`${value} <> ''`;
  return sql`regexp_matches(${value}, '(^|[^a-df-z])shop|shopping')`;
}
