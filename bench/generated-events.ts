// Events made by arithmetic: the same numbers give the same day. Visits of 1, 2, 3, 5 and 11 events in turn, a third as many
// visitors as visits over all days, projects by Zipf's law (the largest has a fifth), forty pages and more.

import { EVENT_COLUMNS } from "../src/app/events/stored-event.ts";
import { dayStart } from "../src/core/time.ts";

const PROJECTS = 20;
const weights = Array.from({ length: PROJECTS }, (_, index) => (index + 1) ** -0.8);
const sum = weights.reduce((all, weight) => all + weight, 0);

export function generatedDaySql(day: string, offset: number, rows: number, total: number): string {
  let share = 0;
  const project = weights.map((weight, index) => {
    share += weight / sum;
    return `WHEN chance < ${Math.round(share * 1e6)} THEN 'p${index}'`;
  });
  const visitors = Math.round(total / 4.4 / 3);
  const columns: Partial<Record<keyof typeof EVENT_COLUMNS, string>> = {
    project: `CASE ${project.join(" ")} ELSE 'p${PROJECTS - 1}' END`,
    origin: "'north-1~1-00000a'",
    offset: `${offset} + i`,
    message_id: `'m' || (${offset} + i)`,
    type: "CASE WHEN turn % 4 = 3 THEN 'track' ELSE 'page' END",
    name: "CASE WHEN turn % 4 = 3 THEN 'Event ' || (h % 7) END",
    time: "moment",
    day: `DATE '${day}'`,
    received_at: "moment + INTERVAL 1 SECOND",
    original_timestamp: "moment",
    clock_clamped: "false",
    device: "device",
    visitor: "device",
    anonymous_id: "device",
    non_interactive: "false",
    hostname: "'www.example.com'",
    path: "'/page/' || CAST(floor(200 * pow((h % 1000) / 1000.0, 3)) AS INTEGER)",
    title: "'Page'",
    source:
      "CASE v % 5 WHEN 0 THEN NULL WHEN 1 THEN 'Google' WHEN 2 THEN 'Facebook' ELSE 'site' || (v % 11) || '.org' END",
    medium: "CASE v % 7 WHEN 0 THEN 'cpc' END",
    country: "'C' || (v % 20)",
    language: "'en'",
    browser: "CASE v % 4 WHEN 0 THEN 'Firefox' WHEN 1 THEN 'Safari' ELSE 'Chrome' END",
    browser_version: "'1' || (v % 9) || '.0'",
    os: "CASE v % 3 WHEN 0 THEN 'Windows' WHEN 1 THEN 'macOS' ELSE 'Android' END",
    device_type: "CASE v % 3 WHEN 2 THEN 'Mobile' ELSE 'Desktop' END",
    props: `'{"plan":"' || CASE h % 3 WHEN 0 THEN 'free' WHEN 1 THEN 'pro' ELSE 'team' END || '","price":' || (h % 100) || '}'`,
    context: "'{}'",
  };
  const list = Object.entries(EVENT_COLUMNS).map(
    ([name, type]) => `CAST(${columns[name as keyof typeof EVENT_COLUMNS] ?? "NULL"} AS ${type}) AS "${name}"`,
  );
  const place = "i % 22";
  return `SELECT ${list.join(", ")} FROM (
    SELECT i, turn, hash(i + ${offset}) AS h, v, v % 1000000 AS chance,
      'd' || (v % ${visitors}) AS device,
      make_timestamp(CAST((${dayStart(day)} + (v // 7) % 84600000 + turn * 37000) * 1000 AS BIGINT)) AS moment
    FROM (
      SELECT i, hash(${offset} + (i // 22) * 5 + CASE WHEN ${place} < 1 THEN 0 WHEN ${place} < 3 THEN 1 WHEN ${place} < 6 THEN 2 WHEN ${place} < 11 THEN 3 ELSE 4 END) % 1000000007 AS v,
        ${place} - CASE WHEN ${place} < 1 THEN 0 WHEN ${place} < 3 THEN 1 WHEN ${place} < 6 THEN 3 WHEN ${place} < 11 THEN 6 ELSE 11 END AS turn
      FROM (SELECT range AS i FROM range(${rows}))
    )
  )`;
}
