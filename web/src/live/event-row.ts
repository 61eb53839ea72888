// What the console reads out of a row of kind "events".

import type { AnswerRow } from "../../../src/core/question.ts";

const textOf = (row: AnswerRow, ...names: string[]): string | null => {
  for (const name of names) {
    const value = row[name];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
};

export type EventRow = {
  messageId: string;
  type: string;
  name: string | null;
  page: string | null;
  time: string | null;
  country: string | null;
  browser: string | null;
  source: string | null;
  botReason: string | null;
  clockClamped: boolean;
  raw: AnswerRow;
};

export function eventRow(row: AnswerRow): EventRow {
  return {
    messageId: textOf(row, "messageId", "message_id") ?? "",
    type: textOf(row, "type", "event.type") ?? "event",
    name: textOf(row, "name", "event.name"),
    page: textOf(row, "page", "path", "event.page"),
    time: textOf(row, "time", "received_at", "receivedAt"),
    country: textOf(row, "country", "visit.country"),
    browser: textOf(row, "browser", "visit.browser"),
    source: textOf(row, "source", "visit.source"),
    botReason: textOf(row, "bot_reason", "botReason"),
    clockClamped: row.clock_clamped === true || row.clockClamped === true,
    raw: row,
  };
}

/** Why an event is marked, in words; empty for most. */
export function flagsOf(event: EventRow): string[] {
  return [
    ...(event.botReason ? [`taken for a bot: ${event.botReason}`] : []),
    ...(event.clockClamped ? ["the sender's clock was wrong; the time of receipt is used"] : []),
  ];
}
