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
  const isKept = (_: unknown, index: number): boolean => !refused.has(index);
  const kept = refused.size === 0 ? items.length : items.filter(isKept).length;
  if (kept !== record.count) {
    const reason = `the body holds ${kept} events, the log counted ${record.count}`;
    return { events: [], aside: wholeRecord(record, reason) };
  }
  const shared = header.kind === "batch" ? { context: batch.context, sentAt: batch.sentAt } : {};
  const result: Normalised = { events: [], aside: [] };
  let position = 0;
  for (let index = 0; index < items.length; index += 1) {
    if (refused.has(index)) continue;
    const item: unknown = items[index];
    const offset = record.offset + position;
    position += 1;
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
  const context = contextOf(shared.context, item.context);
  const properties = isObject(item.properties) ? item.properties : NOTHING;
  const clock = clockOf(item, shared.sentAt, header.receivedAt);
  const place = header.at?.[index] ?? header;
  const messageId = text(item.messageId) ?? `${header.requestId}-${index}`;
  const userId = identity(item.userId);
  const anonymousId = identity(item.anonymousId);
  const device = anonymousId ?? userId ?? place.visitor ?? messageId;
  const userAgent = text(context.userAgent) ?? visitorsHeader(header.userAgent);
  const facts = userAgent ? around.parseUserAgent(userAgent) : NO_USER_AGENT;
  const page = pageOf(properties, context);
  const from = acquisition(page, context);
  const agent = agentColumns(facts, context);
  const shown = type === "identify" || type === "group" ? item.traits : properties;

  // Every column by name: spreading the parts would cost a third of the whole conversion.
  return {
    project: header.project,
    origin: around.origin,
    offset: around.offset,
    message_id: messageId,
    type,
    name: type === "track" ? text(item.event) : (text(item.name) ?? text(properties.name)),
    time: clock.time,
    day: clock.day,
    original_timestamp: clock.original_timestamp,
    sent_at: clock.sent_at,
    clock_clamped: clock.clock_clamped,
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
    referrer: from.referrer,
    source: from.source,
    medium: from.medium,
    campaign: from.campaign,
    term: from.term,
    content: from.content,
    click_id: from.click_id,
    country: place.country ?? null,
    language: text(context.locale),
    browser: agent.browser,
    browser_version: agent.browser_version,
    os: agent.os,
    os_version: agent.os_version,
    device_type: agent.device_type,
    bot_reason: agent.bot_reason,
    screen: screenOf(context.screen),
    library: libraryOf(context.library),
    props: isObject(shown) ? JSON.stringify(shown) : "{}",
    context: leftOf(context),
  };
}

const NOTHING: Record<string, unknown> = Object.freeze({});

/** The event's own context wins, key by key, over the batch's. */
function contextOf(batch: unknown, own: unknown): Record<string, unknown> {
  if (!isObject(batch)) return isObject(own) ? own : NOTHING;
  return isObject(own) ? { ...batch, ...own } : batch;
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

function leftOf(context: Record<string, unknown>): string {
  const keys = Object.keys(context).filter((key) => !TAKEN.has(key));
  return keys.length > 0 ? JSON.stringify(Object.fromEntries(keys.map((key) => [key, context[key]]))) : "{}";
}

function instant(value: unknown): InstantMs | null {
  const ms = typeof value === "number" ? value : typeof value === "string" ? isoInstant(value) : Number.NaN;
  // Years beyond four digits have no column type in common; they are a wrong clock's.
  return Number.isNaN(ms) || ms < -62_135_596_800_000 || ms > 253_402_300_799_999 ? null : ms;
}

/** ISO 8601; without a zone it is UTC, so that every machine reads the same instant. */
const ISO = /^([+-]?\d{4,6}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

function isoInstant(value: string): number {
  const usual = usualInstant(value);
  if (usual !== undefined) return usual;
  const parts = ISO.exec(value.trim());
  if (!parts) return Number.NaN;
  const zone = (parts[3] ?? "Z").replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2").toUpperCase();
  return Date.parse(`${parts[1]}T${parts[2] ?? "00:00"}${zone}`);
}

/** What SDKs send, "2026-11-13T12:00:00.000Z"; undefined for every other form and for the last days of months. */
function usualInstant(value: string): number | undefined {
  if (value.length !== 24 || value[10] !== "T" || value[19] !== "." || value[23] !== "Z") return undefined;
  if (value[4] !== "-" || value[7] !== "-" || value[13] !== ":" || value[16] !== ":") return undefined;
  const year = digits(value, 0, 4);
  const month = digits(value, 5, 7);
  const date = digits(value, 8, 10);
  const hour = digits(value, 11, 13);
  const minute = digits(value, 14, 16);
  const second = digits(value, 17, 19);
  const ms = digits(value, 20, 23);
  const plain = year >= 1_000 && month >= 1 && month <= 12 && date >= 1 && date <= 28 && hour <= 23 && minute <= 59;
  // NaN, where something is no digit, fails each comparison.
  if (!plain || !(second <= 59) || !(hour + minute + ms >= 0)) return undefined;
  return Date.UTC(year, month - 1, date, hour, minute, second, ms);
}

function digits(value: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = value.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
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
