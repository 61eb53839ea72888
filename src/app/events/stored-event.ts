// One event as the lake keeps it. Columns are data: the Parquet writer, the tail, the query compiler and the documentation
// read this table.

import type { OriginId } from "../../core/origin.ts";
import type { InstantMs, UtcDay } from "../../core/time.ts";
import type { EventType } from "./ingest-record.ts";

export type StoredEvent = {
  project: string;
  origin: OriginId;
  offset: number;
  message_id: string;
  type: EventType;
  /** track: the event's name. page, screen: its name or null. */
  name: string | null;
  /** Clock-corrected time; what questions use. */
  time: InstantMs;
  /** UTC day of original_timestamp as sent (of receipt where that is absent or more than 24 h ahead): the partition. */
  day: UtcDay;
  received_at: InstantMs;
  original_timestamp: InstantMs | null;
  sent_at: InstantMs | null;
  clock_clamped: boolean;
  /** Who a visit belongs to: anonymousId, else userId, else the cookieless id. */
  device: string;
  /** Who is counted: userId, else device. */
  visitor: string;
  user_id: string | null;
  anonymous_id: string | null;
  /** context.sessionId where an SDK sends one. */
  session_id: string | null;
  /** A custom event with properties.nonInteractive = true does not end a bounce. */
  non_interactive: boolean;
  hostname: string | null;
  path: string | null;
  title: string | null;
  /** Host + path without the trailing slash; null for the site itself. */
  referrer: string | null;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  term: string | null;
  content: string | null;
  /** Which click id was present (gclid, fbclid, …), never its value. */
  click_id: string | null;
  country: string | null;
  language: string | null;
  browser: string | null;
  browser_version: string | null;
  os: string | null;
  os_version: string | null;
  /** Desktop, Mobile, Tablet, or null. */
  device_type: string | null;
  screen: string | null;
  library: string | null;
  /** Why the event is taken for a bot's; null for people. Excluded from answers by default. */
  bot_reason: string | null;
  /** JSON: properties (track, page, screen) or traits (identify, group). */
  props: string;
  /** JSON: what is left of context once the columns above were taken; never an address. */
  context: string;
};

type DuckType = "VARCHAR" | "BIGINT" | "BOOLEAN" | "TIMESTAMP" | "DATE";

/** Column → DuckDB type, in the order of the Parquet files. TIMESTAMP columns hold UTC, milliseconds exact. */
export const EVENT_COLUMNS = {
  project: "VARCHAR",
  origin: "VARCHAR",
  offset: "BIGINT",
  message_id: "VARCHAR",
  type: "VARCHAR",
  name: "VARCHAR",
  time: "TIMESTAMP",
  day: "DATE",
  received_at: "TIMESTAMP",
  original_timestamp: "TIMESTAMP",
  sent_at: "TIMESTAMP",
  clock_clamped: "BOOLEAN",
  device: "VARCHAR",
  visitor: "VARCHAR",
  user_id: "VARCHAR",
  anonymous_id: "VARCHAR",
  session_id: "VARCHAR",
  non_interactive: "BOOLEAN",
  hostname: "VARCHAR",
  path: "VARCHAR",
  title: "VARCHAR",
  referrer: "VARCHAR",
  source: "VARCHAR",
  medium: "VARCHAR",
  campaign: "VARCHAR",
  term: "VARCHAR",
  content: "VARCHAR",
  click_id: "VARCHAR",
  country: "VARCHAR",
  language: "VARCHAR",
  browser: "VARCHAR",
  browser_version: "VARCHAR",
  os: "VARCHAR",
  os_version: "VARCHAR",
  device_type: "VARCHAR",
  screen: "VARCHAR",
  library: "VARCHAR",
  bot_reason: "VARCHAR",
  props: "VARCHAR",
  context: "VARCHAR",
} satisfies Record<keyof StoredEvent, DuckType>;
