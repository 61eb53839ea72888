// Reads the body of one ingest request: which events it holds, which of them are refused and why, and whether the bytes may
// be stored as they came. Never throws. Bytes pass through untouched unless something must be left out of the log: a raw
// address (context.ip), or an event that was refused.

import type { EventType } from "./ingest-record.ts";
import { INGEST_LIMITS } from "./limits.ts";
import type { IngestProblemCode, Refusal } from "./problem.ts";
import { type Care, validateEvent, validateSharedContext } from "./validate.ts";

export type IngestKind = "batch" | EventType;

/** What the raw bytes show before parsing; found with three searches, which cost far less than the parse. */
export type Signs = Care & {
  /** Some key may be one of `ADDRESS_KEYS`. */
  address: boolean;
};

export type ReadBody =
  | { kind: "problem"; code: IngestProblemCode; detail: string; pointer?: string; errors?: Refusal[] }
  | {
      kind: "events";
      /** In the body's order; a refused one is among them. */
      items: unknown[];
      refused: Refusal[];
      accepted: number;
      /** The batch's shared context, which events inherit. */
      shared: Record<string, unknown> | undefined;
    };

export function signsOf(bytes: { length: number; includes(text: string): boolean }): Signs {
  const escapes = bytes.includes("\\u");
  return {
    escapes,
    large: bytes.length > INGEST_LIMITS.eventBytes,
    // A key can also be spelt with escapes; what needs none (letters, the underscore) is hardly ever escaped.
    address:
      // Quotes are everywhere in JSON, so a search that begins with one is slow: first for what both keys end with.
      (bytes.includes('ip"') && (bytes.includes('"ip"') || bytes.includes('"request_ip"'))) ||
      (escapes && ["\\u005", "\\u006", "\\u007"].some((spelling) => bytes.includes(spelling))),
  };
}

/** JSON or a problem. Never throws. */
export function parseBody(text: string): { kind: "parsed"; body: unknown } | Extract<ReadBody, { kind: "problem" }> {
  if (holdsTooManyValues(text)) {
    const detail = `The body holds more than ${INGEST_LIMITS.bodyValues} values. Send it in parts.`;
    return { kind: "problem", code: "body-too-large", detail };
  }
  try {
    return { kind: "parsed", body: JSON.parse(text) };
  } catch (error) {
    if (text.trim() === "") return { kind: "problem", code: "invalid-json", detail: "The body is empty." };
    const detail = `${error instanceof Error ? error.message : "It can't be parsed"}. Send one JSON document.`;
    return { kind: "problem", code: "invalid-json", detail: detail.toWellFormed() };
  }
}

/** Five megabytes of "[],[],…" cost a hundred times more than five megabytes of events. Text in strings is counted too. */
function holdsTooManyValues(text: string): boolean {
  if (text.length <= INGEST_LIMITS.bodyValues) return false;
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === COMMA || code === BRACKET || code === BRACE) values += 1;
  }
  return values > INGEST_LIMITS.bodyValues;
}

const COMMA = 0x2c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

export function readBody(kind: IngestKind, body: unknown, signs: Signs): ReadBody {
  if (!isObject(body)) {
    return { kind: "problem", code: "invalid-body", detail: "The body must be a JSON object.", pointer: "" };
  }
  return kind === "batch" ? readBatch(body, signs) : readSingle(kind, body, signs);
}

function readSingle(kind: EventType, body: Record<string, unknown>, signs: Signs): ReadBody {
  const objection = validateEvent(body, kind, signs);
  if (!objection) return { kind: "events", items: [body], refused: [], accepted: 1, shared: undefined };
  const { detail } = objection;
  const code = objection.code === "too-large" ? "event-too-large" : "event-refused";
  const pointer = objection.pointer === undefined ? {} : { pointer: objection.pointer };
  return { kind: "problem", code, detail, ...pointer, errors: [{ index: 0, ...objection }] };
}

function readBatch(body: Record<string, unknown>, signs: Signs): ReadBody {
  const items = body.batch;
  if (!Array.isArray(items)) {
    return {
      kind: "problem",
      code: "invalid-body",
      pointer: "/batch",
      detail: "The body of a batch is an object whose member `batch` is an array of events.",
    };
  }
  if (items.length > INGEST_LIMITS.batchEvents) {
    const detail = `The batch holds ${items.length} events; it may hold ${INGEST_LIMITS.batchEvents}. Send it in parts.`;
    return { kind: "problem", code: "too-many-events", detail, pointer: "/batch" };
  }
  const shared = validateSharedContext(body.context, signs.escapes);
  if (shared) return { kind: "problem", code: "invalid-body", pointer: "/context", detail: shared.detail };

  const refused: Refusal[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const objection = validateEvent(items[index], "batch", signs);
    if (objection) refused.push({ index, ...objection });
  }
  const accepted = items.length - refused.length;
  if (accepted === 0 && items.length > 0) {
    const detail = `All ${items.length} events of the batch were refused; \`errors\` says why each was.`;
    return { kind: "problem", code: "event-refused", detail, errors: refused };
  }
  return { kind: "events", items, refused, accepted, shared: isObject(body.context) ? body.context : undefined };
}

/**
 * The body as it may be stored: without addresses, write key and refused events (null in their place, so that indexes stay).
 * Changes the parsed body. Whoever needs the addresses reads them before.
 */
export function cleanBody(kind: IngestKind, body: Record<string, unknown>, refused: Refusal[]): string {
  if (kind !== "batch") {
    forgetAddress(body);
    delete body.writeKey;
    return JSON.stringify(body);
  }
  const batch = body.batch as unknown[];
  for (const { index } of refused) batch[index] = null;
  for (const item of batch) forgetAddress(item);
  forgetBelow(body.context);
  return JSON.stringify({ batch, context: body.context, sentAt: body.sentAt });
}

/** Where SDKs put the sender's address: the standard's name, and the one that RudderStack's server adds. */
const ADDRESS_KEYS = ["ip", "request_ip"];

function forgetAddress(event: unknown): void {
  if (!isObject(event)) return;
  for (const key of ADDRESS_KEYS) delete event[key];
  forgetBelow(event.context);
}

/** At any depth, which the validation has bounded. */
function forgetBelow(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) for (const key of ADDRESS_KEYS) delete (value as Record<string, unknown>)[key];
  for (const member of Object.values(value)) forgetBelow(member);
}

/** The address and user agent that an event speaks of, if it does: its own context before the batch's. */
export function contextOf(
  event: Record<string, unknown>,
  shared: Record<string, unknown> | undefined,
): { ip?: string; userAgent?: string } {
  const own = isObject(event.context) ? event.context : undefined;
  const ip = own?.ip ?? shared?.ip;
  const userAgent = own?.userAgent ?? shared?.userAgent;
  return {
    ...(typeof ip === "string" ? { ip } : {}),
    ...(typeof userAgent === "string" && userAgent !== "" ? { userAgent } : {}),
  };
}

/** An event that says nothing about who did it gets the cookieless visitor id. */
export function isAnonymous(event: Record<string, unknown>): boolean {
  return !said(event.anonymousId) && !said(event.userId);
}

const said = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
