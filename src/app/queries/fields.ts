// Which column answers for which dimension. `event` fields describe one event, `visit` fields the visit it belongs to.

import type { BuiltInDimension, Dimension, Where } from "../../core/question.ts";
import type { StoredEvent } from "../events/stored-event.ts";

/** Columns of a visit that its first event fixes. */
export const FIRST_EVENT_COLUMNS = [
  "source",
  "medium",
  "campaign",
  "term",
  "content",
  "click_id",
  "referrer",
  "country",
  "language",
  "browser",
  "browser_version",
  "os",
  "os_version",
  "device_type",
  "screen",
] as const satisfies (keyof StoredEvent)[];

export type VisitColumn = (typeof FIRST_EVENT_COLUMNS)[number] | "entry_page" | "exit_page";
export const EVENT_FIELD_COLUMNS = [
  "type",
  "name",
  "path",
  "hostname",
  "title",
] as const satisfies (keyof StoredEvent)[];
type EventColumn = (typeof EVENT_FIELD_COLUMNS)[number];

export type Field =
  | { level: "event"; column: EventColumn }
  | { level: "visit"; column: VisitColumn | "channel" }
  | { level: "property"; path: string[] };

const FIELDS: Record<BuiltInDimension, Field> = {
  "event.type": { level: "event", column: "type" },
  "event.name": { level: "event", column: "name" },
  "event.page": { level: "event", column: "path" },
  "event.hostname": { level: "event", column: "hostname" },
  "event.title": { level: "event", column: "title" },
  "visit.source": { level: "visit", column: "source" },
  "visit.channel": { level: "visit", column: "channel" },
  "visit.referrer": { level: "visit", column: "referrer" },
  "visit.medium": { level: "visit", column: "medium" },
  "visit.campaign": { level: "visit", column: "campaign" },
  "visit.term": { level: "visit", column: "term" },
  "visit.content": { level: "visit", column: "content" },
  "visit.entry_page": { level: "visit", column: "entry_page" },
  "visit.exit_page": { level: "visit", column: "exit_page" },
  "visit.country": { level: "visit", column: "country" },
  "visit.language": { level: "visit", column: "language" },
  "visit.browser": { level: "visit", column: "browser" },
  "visit.browser_version": { level: "visit", column: "browser_version" },
  "visit.os": { level: "visit", column: "os" },
  "visit.os_version": { level: "visit", column: "os_version" },
  "visit.device": { level: "visit", column: "device_type" },
  "visit.screen": { level: "visit", column: "screen" },
};

export function fieldOf(dimension: Dimension): Field {
  if (dimension.startsWith("prop.")) return { level: "property", path: dimension.slice("prop.".length).split(".") };
  return FIELDS[dimension as BuiltInDimension];
}

/** The columns of `visits` that a field needs. */
export function visitColumnsOf(field: Field): VisitColumn[] {
  if (field.level !== "visit") return [];
  return field.column === "channel" ? ["source", "medium", "campaign", "click_id"] : [field.column];
}

/** The columns of an event that a field needs. */
export function eventColumnsOf(field: Field): (EventColumn | "props")[] {
  if (field.level === "property") return ["props"];
  return field.level === "event" ? [field.column] : [];
}

export function fieldsIn(where: Where | undefined): Field[] {
  if (!where) return [];
  if ("all" in where) return where.all.flatMap(fieldsIn);
  if ("any" in where) return where.any.flatMap(fieldsIn);
  return "not" in where ? fieldsIn(where.not) : [fieldOf(where.field)];
}
