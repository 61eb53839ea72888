// From a log record to the events that questions see. Pure: the same record gives the same events in either region, now and
// after any restart. Nothing is dropped: what can't be converted is returned as `aside`, with the reason.

import type { OriginId } from "../../core/origin.ts";
import { DAY_MS, type InstantMs, utcDay } from "../../core/time.ts";
import type { LogRecord } from "../log/port.ts";
import { acquisition, pageOf } from "./acquisition.ts";
import { decodeIngestRecord, EVENT_TYPES, type EventType, type IngestHeader } from "./ingest-record.ts";
import type { StoredEvent } from "./stored-event.ts";
import { NO_USER_AGENT, type ParseUserAgent, type UserAgentFacts } from "./user-agent.ts";

export type SetAside = { offset: number; index: number; reason: string };
export type Normalised = { events: StoredEvent[]; aside: SetAside[] };

/** Corrected times later than receipt by more than this are a wrong clock's: receipt stands instead, and the event says so. */
const AHEAD_MAX_MS = 5 * 60_000;
/** 1 January 2000: earlier corrected times are a wrong clock's too (logs that old are imported with their own time). */
const EARLIEST = Date.UTC(2000, 0, 1);
const TEXT_MAX = 2_000;

export function normalise(record: LogRecord, origin: OriginId, parseUserAgent: ParseUserAgent): Normalised {
  const decoded = decodeIngestRecord(record.payload);
  if (decoded.kind === "unreadable") return { events: [], aside: wholeRecord(record, decoded.reason) };
  const { header } = decoded;
  const batch = isObject(decoded.body) ? decoded.body : {};
  const items = header.kind === "batch" ? batch.batch : [decoded.body];
  if (!Array.isArray(items)) return { events: [], aside: wholeRecord(record, "the body holds no batch") };

  const refused = new Set(header.refused);
  const kept = items.flatMap((item, index) => (refused.has(index) ? [] : [{ item: item as unknown, index }]));
  if (kept.length !== record.count) {
    const reason = `the body holds ${kept.length} events, the log counted ${record.count}`;
    return { events: [], aside: wholeRecord(record, reason) };
  }
  const shared = header.kind === "batch" ? { context: batch.context, sentAt: batch.sentAt } : {};
  const result: Normalised = { events: [], aside: [] };
  for (const [position, { item, index }] of kept.entries()) {
    const offset = record.offset + position;
    try {
      if (!isObject(item)) throw new TypeError("not an object");
      result.events.push(toEvent(item, { header, shared, origin, offset, index, parseUserAgent }));
    } catch (error) {
      result.aside.push({ offset, index, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return result;
}

function wholeRecord(record: LogRecord, reason: string): SetAside[] {
  return Array.from({ length: record.count }, (_, index) => ({ offset: record.offset + index, index, reason }));
}

type Around = {
  header: IngestHeader;
  shared: { context?: unknown; sentAt?: unknown };
  origin: OriginId;
  offset: number;
  index: number;
  parseUserAgent: ParseUserAgent;
};

function toEvent(item: Record<string, unknown>, around: Around): StoredEvent {
  const { header, shared, index } = around;
  const type = (header.kind === "batch" ? item.type : header.kind) as EventType;
  if (!EVENT_TYPES.includes(type)) throw new TypeError(`type "${String(type)}" is none of ${EVENT_TYPES.join(", ")}`);
  const context = {
    ...(isObject(shared.context) ? shared.context : {}),
    ...(isObject(item.context) ? item.context : {}),
  };
  const properties = isObject(item.properties) ? item.properties : {};
  const traits = isObject(item.traits) ? item.traits : {};
  const clock = clockOf(item, shared.sentAt, header.receivedAt);
  const place = header.at?.[index] ?? header;
  const messageId = text(item.messageId) ?? `${header.requestId}-${index}`;
  const userId = identity(item.userId);
  const anonymousId = identity(item.anonymousId);
  const device = anonymousId ?? userId ?? place.visitor ?? messageId;
  const userAgent = text(context.userAgent) ?? visitorsHeader(header.userAgent);
  const facts = userAgent ? around.parseUserAgent(userAgent) : NO_USER_AGENT;
  const page = pageOf(properties, context);

  return {
    project: header.project,
    origin: around.origin,
    offset: around.offset,
    message_id: messageId,
    type,
    name: type === "track" ? text(item.event) : (text(item.name) ?? text(properties.name)),
    ...clock,
    received_at: header.receivedAt,
    device,
    visitor: userId ?? device,
    user_id: userId,
    anonymous_id: anonymousId,
    session_id: identity(context.sessionId),
    non_interactive: properties.nonInteractive === true,
    hostname: page.hostname,
    path: page.path,
    title: page.title,
    ...acquisition(page, context),
    country: place.country ?? null,
    language: text(context.locale),
    ...agentColumns(facts, context),
    screen: screenOf(context.screen),
    library: libraryOf(context.library),
    props: JSON.stringify(type === "identify" || type === "group" ? traits : properties),
    context: JSON.stringify(leftOf(context)),
  };
}

/**
 * The request's own User-Agent speaks for the visitor only when a browser sent it. A server's library ("analytics-node-next",
 * "node", "curl") sends for its users: it is not their browser, and they are no bots.
 */
function visitorsHeader(userAgent: string | undefined): string | undefined {
  return userAgent?.startsWith("Mozilla/") ? userAgent : undefined;
}

/** Segment's clock rule with guards: time = receivedAt − (sentAt − originalTimestamp). */
function clockOf(item: Record<string, unknown>, batchSentAt: unknown, receivedAt: InstantMs) {
  const original = instant(item.originalTimestamp) ?? instant(item.timestamp);
  const sentAt = instant(item.sentAt) ?? instant(batchSentAt);
  const corrected = original === null ? receivedAt : sentAt === null ? original : receivedAt - (sentAt - original);
  const sane = corrected <= receivedAt + AHEAD_MAX_MS && corrected >= EARLIEST;
  // Never of receipt where a re-send would bring the same instant: it would be counted again after midnight.
  const dated = original !== null && original <= receivedAt + DAY_MS ? Math.max(original, EARLIEST) : receivedAt;
  return {
    time: sane ? corrected : receivedAt,
    day: utcDay(dated),
    original_timestamp: original,
    sent_at: sentAt,
    clock_clamped: !sane,
  };
}

function agentColumns(facts: UserAgentFacts, context: Record<string, unknown>) {
  const os = isObject(context.os) ? context.os : {};
  const hints = isObject(context.userAgentData) ? context.userAgentData : {};
  const phone = hints.mobile === true ? "Mobile" : null;
  return {
    browser: facts.browser,
    browser_version: facts.browserVersion,
    os: facts.os ?? text(os.name) ?? text(hints.platform),
    os_version: text(os.version) ?? facts.osVersion,
    device_type: phone ?? facts.deviceType,
    bot_reason: facts.botReason,
  };
}

function screenOf(screen: unknown): string | null {
  if (!isObject(screen) || typeof screen.width !== "number" || typeof screen.height !== "number") return null;
  return `${Math.round(screen.width)}×${Math.round(screen.height)}`;
}

function libraryOf(library: unknown): string | null {
  if (!isObject(library)) return null;
  const name = text(library.name);
  return name && text(library.version) ? `${name} ${library.version}` : name;
}

/** What has become a column, and addresses, which are never kept. */
const TAKEN = new Set([
  "userAgent",
  "userAgentData",
  "page",
  "campaign",
  "screen",
  "library",
  "locale",
  "sessionId",
  "ip",
]);

function leftOf(context: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(context).filter(([key]) => !TAKEN.has(key)));
}

function instant(value: unknown): InstantMs | null {
  const ms = typeof value === "number" ? value : typeof value === "string" ? isoInstant(value) : Number.NaN;
  // Years beyond four digits have no column type in common; they are a wrong clock's.
  return Number.isNaN(ms) || ms < -62_135_596_800_000 || ms > 253_402_300_799_999 ? null : ms;
}

/** ISO 8601; without a zone it is UTC, so that every machine reads the same instant. */
const ISO = /^([+-]?\d{4,6}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

function isoInstant(value: string): number {
  const parts = ISO.exec(value.trim());
  if (!parts) return Number.NaN;
  const zone = (parts[3] ?? "Z").replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2").toUpperCase();
  return Date.parse(`${parts[1]}T${parts[2] ?? "00:00"}${zone}`);
}

function identity(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return text(value);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, TEXT_MAX) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
