// A naive recount: plain loops over accepted events, written apart from the query compiler and sharing nothing with it but the
// words. It knows no windows, no files and no SQL: visits are built over a project's whole history, time zones by asking Intl
// for the wall clock of each event.

import { channelOf } from "../../src/app/events/channels.ts";
import type { StoredEvent } from "../../src/app/events/stored-event.ts";
import type { Dimension, Grain, Leaf, Metric, Where } from "../../src/core/question.ts";

export type Recount = {
  project: string;
  tz: string;
  /** Local dates; `to` excluded. */
  range: { from: string; to: string };
  metrics: Metric[];
  dimensions: Dimension[];
  grain?: Grain | undefined;
  where?: Where | undefined;
  bots?: boolean | undefined;
};

type Visit = { events: StoredEvent[] };
type Counted = { visitors: Set<string>; pageviews: number; events: number; visits: Set<Visit> };

/** Group (JSON of its values, or the bucket's label) → metrics. The key "total" holds all together. */
export function recount(
  stored: readonly StoredEvent[],
  ask: Recount,
): Map<string, Partial<Record<Metric, number | null>>> {
  const visits = visitsOf(activity(stored, ask));
  const groups = new Map<string, Counted>();
  const group = (key: string): Counted => {
    const known = groups.get(key) ?? { visitors: new Set(), pageviews: 0, events: 0, visits: new Set() };
    groups.set(key, known);
    return known;
  };
  group("total");
  for (const visit of visits) {
    const first = visit.events[0] as StoredEvent;
    const beginsInside = inside(first.time, ask);
    for (const event of visit.events) {
      if (!holds(ask.where, event, visit)) continue;
      const key = ask.grain ? undefined : JSON.stringify(ask.dimensions.map((one) => valueIn(one, event, visit)));
      if (inside(event.time, ask)) {
        for (const one of ["total", key ?? bucketLabel(event.time, ask)]) {
          const counted = group(one);
          counted.visitors.add(event.visitor);
          counted.events += 1;
          if (isView(event)) counted.pageviews += 1;
        }
      }
      if (beginsInside) for (const one of ["total", key ?? bucketLabel(first.time, ask)]) group(one).visits.add(visit);
    }
  }
  return new Map([...groups].map(([key, counted]) => [key, measure(counted, ask.metrics)]));
}

function measure(counted: Counted, metrics: Metric[]): Partial<Record<Metric, number | null>> {
  const visits = [...counted.visits];
  const rate = (sum: number): number | null => (visits.length === 0 ? null : sum / visits.length);
  const views = (visit: Visit): number => visit.events.filter(isView).length;
  const engaged = (visit: Visit): boolean =>
    visit.events.some((event) => event.type === "track" && !event.non_interactive);
  const seconds = (visit: Visit): number => ((visit.events.at(-1)?.time ?? 0) - (visit.events[0]?.time ?? 0)) / 1000;
  const all: Record<Metric, number | null> = {
    visitors: counted.visitors.size,
    pageviews: counted.pageviews,
    events: counted.events,
    visits: visits.length,
    bounce_rate: rate(visits.filter((visit) => views(visit) < 2 && !engaged(visit)).length),
    visit_duration: rate(visits.reduce((sum, visit) => sum + seconds(visit), 0)),
    views_per_visit: rate(visits.reduce((sum, visit) => sum + views(visit), 0)),
  };
  return Object.fromEntries(metrics.map((metric) => [metric, all[metric]]));
}

const isView = (event: StoredEvent): boolean => event.type === "page" || event.type === "screen";

/** Each message id once a day: the copy that was received first. Then only what counts as activity, of people. */
function activity(stored: readonly StoredEvent[], ask: Recount): StoredEvent[] {
  const first = new Map<string, StoredEvent>();
  for (const event of stored) {
    if (event.project !== ask.project) continue;
    const id = `${event.day} ${event.message_id}`;
    const known = first.get(id);
    if (!known || earlier(event, known)) first.set(id, event);
  }
  return [...first.values()].filter(
    (event) => (isView(event) || event.type === "track") && (ask.bots || event.bot_reason === null),
  );
}

function earlier(a: StoredEvent, b: StoredEvent): boolean {
  if (a.received_at !== b.received_at) return a.received_at < b.received_at;
  if (a.origin !== b.origin) return a.origin < b.origin;
  return a.offset < b.offset;
}

const MINUTE = 60_000;
const utcDayNumber = (time: number): number => Math.floor(time / 86_400_000);

function visitsOf(events: StoredEvent[]): Visit[] {
  const visits: Visit[] = [];
  const byDevice = new Map<string, StoredEvent[]>();
  for (const event of events) byDevice.set(event.device, [...(byDevice.get(event.device) ?? []), event]);
  for (const ofDevice of byDevice.values()) {
    ofDevice.sort(
      (a, b) => a.time - b.time || (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0) || a.offset - b.offset,
    );
    let visit: Visit | undefined;
    let runBeganOn = 0;
    let last: StoredEvent | undefined;
    for (const event of ofDevice) {
      const together = last !== undefined && belongTogether(last, event);
      const day = utcDayNumber(event.time);
      if (!together) runBeganOn = day;
      const cut = together && day > runBeganOn + 1 && day !== utcDayNumber(last?.time ?? 0);
      if (!visit || !together || cut) {
        visit = { events: [] };
        visits.push(visit);
      }
      visit.events.push(event);
      last = event;
    }
  }
  return visits;
}

function belongTogether(a: StoredEvent, b: StoredEvent): boolean {
  const pause = b.time - a.time;
  if (a.session_id !== null && b.session_id !== null) return a.session_id === b.session_id && pause <= 24 * 60 * MINUTE;
  return pause <= 30 * MINUTE;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** "2026-03-29", "03", "05": what a clock on the wall there shows. */
function wall(time: number, tz: string): { date: string; hour: string; minute: string; offset: string } {
  const clock =
    clocks.get(tz) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: tz, dateStyle: "short", timeStyle: "medium" });
  clocks.set(tz, clock);
  const [date = "", hms = ""] = clock.format(time).split(" ");
  const [hour = "", minute = "", second = ""] = hms.split(":");
  const minutes = Math.round(
    (Date.parse(`${date}T${hour}:${minute}:${second}Z`) - Math.floor(time / 1000) * 1000) / MINUTE,
  );
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return { date, hour, minute, offset: `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}` };
}

function inside(time: number, ask: Recount): boolean {
  const { date } = wall(time, ask.tz);
  return date >= ask.range.from && date < ask.range.to;
}

function bucketLabel(time: number, ask: Recount): string {
  const { date, hour, minute, offset } = wall(time, ask.tz);
  switch (ask.grain) {
    case "minute":
      return `${date}T${hour}:${minute}${offset}`;
    case "hour":
      return `${date}T${hour}:00${offset}`;
    case "month":
      return `${date.slice(0, 7)}-01`;
    case "week": {
      const day = new Date(`${date}T12:00:00Z`);
      while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() - 1);
      return day.toISOString().slice(0, 10);
    }
    default:
      return date;
  }
}

function holds(where: Where | undefined, event: StoredEvent, visit: Visit): boolean {
  if (where === undefined) return true;
  if ("all" in where) return where.all.every((one) => holds(one, event, visit));
  if ("any" in where) return where.any.some((one) => holds(one, event, visit));
  if ("not" in where) return !holds(where.not, event, visit);
  return leafHolds(where, valueIn(where.field, event, visit));
}

function leafHolds({ op, value }: Leaf, actual: string | null): boolean {
  if (op === "exists") return value[0] === (actual !== null);
  if (actual === null) return false;
  const number = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(actual) ? Number(actual) : Number.NaN;
  const limit = Number(value[0]);
  switch (op) {
    case "is":
      return value.some((one) => String(one) === actual);
    case "contains":
      return value.some((one) => actual.includes(String(one)));
    case "starts":
      return value.some((one) => actual.startsWith(String(one)));
    case "matches":
      return value.some((one) => new RegExp(String(one)).test(actual));
    case "gt":
      return number > limit;
    case "gte":
      return number >= limit;
    case "lt":
      return number < limit;
    default:
      return number <= limit;
  }
}

function valueIn(dimension: Dimension, event: StoredEvent, visit: Visit): string | null {
  const first = visit.events[0] as StoredEvent;
  const views = visit.events.filter(isView);
  if (dimension.startsWith("prop.")) return property(JSON.parse(event.props), dimension.slice(5).split("."));
  switch (dimension) {
    case "event.type":
      return event.type;
    case "event.name":
      return event.name;
    case "event.page":
      return event.path;
    case "event.hostname":
      return event.hostname;
    case "event.title":
      return event.title;
    case "visit.channel":
      return channelOf({
        source: first.source,
        medium: first.medium,
        campaign: first.campaign,
        clickId: first.click_id,
      });
    case "visit.entry_page":
      return views[0]?.path ?? null;
    case "visit.exit_page":
      return views.at(-1)?.path ?? null;
    case "visit.device":
      return first.device_type;
    default:
      return first[dimension.slice("visit.".length) as "source"];
  }
}

function property(props: unknown, path: string[]): string | null {
  let at = props;
  for (const name of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return null;
    at = (at as Record<string, unknown>)[name];
  }
  if (at === null || at === undefined) return null;
  return typeof at === "string" ? at : JSON.stringify(at);
}
