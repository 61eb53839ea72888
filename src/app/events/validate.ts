// Decides whether one parsed event may be stored. Hand-written: it runs for each event before the answer
// (docs/decisions/0011). It never throws, never changes the event, and accepts nothing that `normalise` can't convert.

import { EVENT_TYPES, type EventType } from "./ingest-record.ts";
import { INGEST_LIMITS } from "./limits.ts";
import type { RefusalCode } from "./problem.ts";

export type Objection = { code: RefusalCode; detail: string; pointer?: string };

/** What a look at the raw bytes has already told, so that the common event is walked only once and quickly. */
export type Care = {
  /** The body has \u escapes: only then can a string hold NUL or a lone surrogate. */
  escapes: boolean;
  /** The body is larger than one event may be: only then can an event be. */
  large: boolean;
};

const types = new Set<unknown>(EVENT_TYPES);
const encoder = new TextEncoder();

/** `kind` is what the path says; in a batch each event names its own type. */
export function validateEvent(event: unknown, kind: EventType | "batch", care: Care): Objection | undefined {
  if (!isObject(event)) return { code: "not-an-object", detail: `An event is a JSON object, not ${nameOf(event)}.` };
  const type = kind === "batch" ? event.type : kind;
  if (!types.has(type)) return unknownType(type);
  return membersOf(event, type as EventType) ?? new Walk(care).event(event);
}

/** The batch's shared context: an object or absent, within the same limits as an event. */
export function validateSharedContext(context: unknown, escapes: boolean): Objection | undefined {
  if (context === undefined || context === null) return undefined;
  if (!isObject(context)) return wrongType("/context", "an object", context);
  const objection = new Walk({ escapes, large: false }).event(context);
  if (objection) return objection;
  const bytes = encoder.encode(JSON.stringify(context)).length;
  if (bytes <= INGEST_LIMITS.sharedContextBytes) return undefined;
  return {
    code: "too-large",
    pointer: "/context",
    detail: `The batch's shared context has ${bytes} bytes; it may have ${INGEST_LIMITS.sharedContextBytes}.`,
  };
}

function membersOf(event: Record<string, unknown>, type: EventType): Objection | undefined {
  return (
    (event.messageId !== undefined ? messageIdOf(event.messageId) : undefined) ??
    identityOf(event.userId, "/userId") ??
    identityOf(event.anonymousId, "/anonymousId") ??
    objectOf(event.properties, "/properties") ??
    objectOf(event.traits, "/traits") ??
    objectOf(event.context, "/context") ??
    instantOf(event.timestamp, "/timestamp") ??
    instantOf(event.originalTimestamp, "/originalTimestamp") ??
    instantOf(event.sentAt, "/sentAt") ??
    NEEDS[type](event)
  );
}

type Needs = (event: Record<string, unknown>) => Objection | undefined;

/** What each call must carry besides. A track, page, screen or group without an identity is counted cookielessly. */
const NEEDS: Record<EventType, Needs> = {
  track: (event) => {
    const name = event.event;
    if (name === undefined || name === null || name === "") return missing("/event", "A track call names its `event`.");
    if (typeof name !== "string") return wrongType("/event", "a string", name);
    return name.length > INGEST_LIMITS.nameCharacters ? tooLong("/event", INGEST_LIMITS.nameCharacters) : undefined;
  },
  page: () => undefined,
  screen: () => undefined,
  identify: (event) =>
    present(event.userId) || present(event.anonymousId)
      ? undefined
      : missing("/userId", "An identify call carries a `userId` or an `anonymousId`."),
  group: (event) =>
    identityOf(event.groupId, "/groupId") ??
    (present(event.groupId) ? undefined : missing("/groupId", "A group call carries a `groupId`.")),
  alias: (event) =>
    identityOf(event.previousId, "/previousId") ??
    (present(event.userId) ? undefined : missing("/userId", "An alias call carries a `userId`.")),
};

/** Absent, null and "" are the same: nothing was said. */
const present = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

function messageIdOf(value: unknown): Objection | undefined {
  if (value === null) return undefined;
  if (typeof value !== "string") return wrongType("/messageId", "a string", value);
  return value.length > INGEST_LIMITS.idCharacters ? tooLong("/messageId", INGEST_LIMITS.idCharacters) : undefined;
}

/** Numbers are common as user ids; they count as their decimal text. */
function identityOf(value: unknown, pointer: string): Objection | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") {
    return value.length > INGEST_LIMITS.idCharacters ? tooLong(pointer, INGEST_LIMITS.idCharacters) : undefined;
  }
  return typeof value === "number" ? undefined : wrongType(pointer, "a string or a number", value);
}

function objectOf(value: unknown, pointer: string): Objection | undefined {
  if (value === undefined || value === null || isObject(value)) return undefined;
  return wrongType(pointer, "an object", value);
}

/** Only the type: a text that is no instant counts as absent, and the clock rule goes by the time of receipt. */
function instantOf(value: unknown, pointer: string): Objection | undefined {
  if (value === undefined || value === null || typeof value === "number") return undefined;
  if (typeof value !== "string") return wrongType(pointer, "an ISO 8601 string or milliseconds", value);
  return value.length > INGEST_LIMITS.instantCharacters ? tooLong(pointer, INGEST_LIMITS.instantCharacters) : undefined;
}

/** One pass over everything in an event: depth, keys, lengths, numbers, and text that databases can't keep. */
class Walk {
  private keys = 0;
  /** At least a sixth of the event's bytes as JSON: no character takes more than six. */
  private weight = 0;
  private objection: Objection | undefined;
  private readonly care: Care;

  constructor(care: Care) {
    this.care = care;
  }

  event(event: Record<string, unknown>): Objection | undefined {
    if (!this.value(event, 1)) return this.objection;
    if (!this.care.large || this.weight * 6 <= INGEST_LIMITS.eventBytes) return undefined;
    const bytes = encoder.encode(JSON.stringify(event)).length;
    if (bytes <= INGEST_LIMITS.eventBytes) return undefined;
    return { code: "too-large", detail: `The event has ${bytes} bytes; it may have ${INGEST_LIMITS.eventBytes}.` };
  }

  /** False as soon as there is an objection. */
  private value(value: unknown, depth: number): boolean {
    if (typeof value === "string") return this.text(value, INGEST_LIMITS.stringCharacters);
    this.weight += 5;
    if (typeof value === "number") {
      if (Number.isFinite(value)) return true;
      return this.refuse("number-out-of-range", "A number is beyond ±1.8e308. Send it as a string.");
    }
    if (typeof value !== "object" || value === null) return true;
    if (depth > INGEST_LIMITS.depth) {
      return this.refuse("too-deep", `Objects and arrays may lie ${INGEST_LIMITS.depth} deep.`);
    }
    if (Array.isArray(value)) {
      for (const item of value) if (!this.value(item, depth + 1)) return false;
      return true;
    }
    return this.object(value as Record<string, unknown>, depth);
  }

  private object(value: Record<string, unknown>, depth: number): boolean {
    // Parsed JSON has own members only, so `in` order and inherited names don't matter; "__proto__" is a key like others.
    for (const key in value) {
      this.keys += 1;
      if (this.keys > INGEST_LIMITS.keys) return this.tooManyKeys();
      if (!this.text(key, INGEST_LIMITS.keyCharacters)) return false;
      if (!this.value(value[key], depth + 1)) return false;
    }
    return true;
  }

  private tooManyKeys(): false {
    return this.refuse("too-many-keys", `An event may have ${INGEST_LIMITS.keys} keys in all.`);
  }

  private text(text: string, charactersMax: number): boolean {
    this.weight += text.length + 1;
    if (text.length > charactersMax) {
      return this.refuse(
        "too-long",
        `A string may have ${INGEST_LIMITS.stringCharacters} characters, a key ${INGEST_LIMITS.keyCharacters}.`,
      );
    }
    if (!this.care.escapes) return true;
    if (text.includes("\0")) return this.refuse("nul-character", "A string or key contains the character U+0000.");
    if (text.isWellFormed()) return true;
    return this.refuse("lone-surrogate", "A string or key contains half of a surrogate pair.");
  }

  private refuse(code: RefusalCode, detail: string): false {
    this.objection = { code, detail };
    return false;
  }
}

function unknownType(type: unknown): Objection {
  const seen = typeof type === "string" ? `"${type.slice(0, 40)}"` : nameOf(type);
  const detail = `\`type\` is ${seen}; it is one of ${EVENT_TYPES.join(", ")}.`;
  return { code: "unknown-type", detail: detail.toWellFormed(), pointer: "/type" };
}

function missing(pointer: string, detail: string): Objection {
  return { code: "missing-field", detail, pointer };
}

function wrongType(pointer: string, wanted: string, value: unknown): Objection {
  return { code: "invalid-type", detail: `${pointer.slice(1)} is ${nameOf(value)}; it must be ${wanted}.`, pointer };
}

function tooLong(pointer: string, characters: number): Objection {
  return { code: "too-long", detail: `${pointer.slice(1)} may have ${characters} characters.`, pointer };
}

function nameOf(value: unknown): string {
  if (value === undefined) return "absent";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
