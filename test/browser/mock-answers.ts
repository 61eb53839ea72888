// Answers for looking at the console without a backend: invented, but shaped like the real ones. Used by tests only.

import type { Answer, AnswerRow, MetricValues, Question } from "../../src/core/question.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A number from 0 to 1 that follows from a text. */
export function chance(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  hash ^= hash >>> 13;
  return ((Math.imul(hash, 1_274_126_177) >>> 0) % 10_000) / 10_000;
}

const VALUES: Record<string, (string | null)[]> = {
  "event.page": [
    "/",
    "/pricing",
    "/blog/exactly-once-is-a-lie",
    "/docs/getting-started",
    "/docs/regions",
    "/shop/lamp",
    "/shop/chair",
    "/about",
    "/blog/a-log-is-enough",
    "/contact",
  ],
  "visit.entry_page": ["/", "/blog/exactly-once-is-a-lie", "/docs/getting-started", "/pricing", "/shop/lamp", "/about"],
  "visit.exit_page": ["/pricing", "/", "/docs/regions", "/shop/chair", "/contact"],
  "visit.source": [null, "Google", "GitHub", "Hacker News", "Bing", "DuckDuckGo", "Reddit", "newsletter", "lobste.rs"],
  "visit.channel": ["Direct", "Organic Search", "Referral", "Organic Social", "Email", "Paid Search", "AI Assistants"],
  "visit.campaign": [null, "november-letter", "black-friday", "launch"],
  "visit.country": [
    "IN",
    "US",
    "DE",
    "GB",
    "BR",
    "NP",
    "FR",
    "JP",
    "AU",
    "NG",
    "CA",
    "ZA",
    "ES",
    "PL",
    "ID",
    "MX",
    "SE",
    null,
  ],
  "visit.browser": ["Chrome", "Safari", "Firefox", "Edge", "Samsung Internet", "Opera", null],
  "visit.os": ["Windows", "Android", "iOS", "macOS", "Linux", null],
  "visit.device": ["Desktop", "Mobile", "Tablet"],
  "event.name": ["Product viewed", "Added to cart", "Signed up", "Order placed", "Search", "Coupon used"],
};

function metrics(visitors: number, salt: string): MetricValues {
  const visits = Math.round(visitors * 1.18);
  const pageviews = Math.round(visits * (2 + chance(`${salt}v`)));
  return {
    visitors,
    visits,
    pageviews,
    events: Math.round(pageviews * 1.3),
    bounce_rate: visits ? 0.3 + chance(`${salt}b`) * 0.3 : null,
    visit_duration: visits ? 60 + Math.round(chance(`${salt}d`) * 240) : null,
    views_per_visit: visits ? pageviews / visits : null,
  };
}

const grainMs = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS };

function rangeOf(question: Question, now: number): { from: number; to: number } {
  const today = now - (now % DAY_MS);
  const { range = "7d" } = question;
  if (typeof range === "object") return { from: Date.parse(range.from), to: Date.parse(range.to) };
  const days = /^(\d+)d/.exec(range);
  if (days) return { from: today - Number(days[1]) * DAY_MS, to: today + (range.endsWith("+today") ? DAY_MS : 0) };
  if (range === "yesterday") return { from: today - DAY_MS, to: today };
  const back = { today: 0, month: 20, year: 324, all: 200 }[range as "today"] ?? 0;
  return { from: today - back * DAY_MS, to: today + DAY_MS };
}

export function mockAnswer(question: Question, now: number): Answer {
  const range = rangeOf(question, now);
  const days = (range.to - range.from) / DAY_MS;
  const narrowed = question.where ? 0.21 : 1;
  const visitors = Math.round(days * 412 * narrowed);
  const by = question.by?.[0];
  const grain = by?.startsWith("time.") ? (by.slice(5) as keyof typeof grainMs) : undefined;
  let rows: AnswerRow[] = [];
  let totals: Answer["totals"] = metrics(visitors, "now");
  if (question.kind === "totals") {
    const row: AnswerRow = { ...metrics(visitors, "now") };
    if (question.compare) row.was = metrics(Math.round(visitors * 0.92), "was");
    rows = [row];
  } else if (question.kind === "live") {
    totals = { visitors: 17, pageviews: 61 };
    rows = grain ? liveMinutes(now) : by ? ranked(by, 60, 8) : [{ visitors: 17 }];
  } else if (question.kind === "events") {
    rows = Array.from({ length: Math.min(question.limit ?? 100, 40) }, (_, index) => event(index, now));
  } else if (grain) rows = course(question, range, grain, now, narrowed);
  else if (by) rows = ranked(by, visitors, question.limit ?? 10);
  return {
    kind: question.kind,
    rows,
    totals,
    next: null,
    meta: {
      range: {
        from: new Date(range.from).toISOString(),
        to: new Date(range.to).toISOString(),
        tz: question.tz ?? "UTC",
        ...(grain ? { grain } : {}),
      },
      region: "ap-south-1",
      dataAsOf: new Date(now - 900).toISOString(),
      sessionsFinalUntil: new Date(now - 1_800_000).toISOString(),
      freshness: [
        { region: "ap-south-1", origin: "ap-south-1~1-9f2c41", completeUntil: now - 900, lost: false },
        { region: "ap-south-2", origin: "ap-south-2~1-04ab77", completeUntil: now - 2_300, lost: false },
      ],
      definitions: "2026-11",
      channelRules: "2026-11",
      warnings: [
        {
          code: "identity_scope_day",
          field: "visitors",
          text: "Visitors are counted per day; a period total adds days.",
        },
      ],
      cost: { ms: 12, files: 31, cached: false },
      queryId: `q-${Math.floor(chance(JSON.stringify(question)) * 1e9).toString(36)}`,
    },
  };
}

function course(
  question: Question,
  range: { from: number; to: number },
  grain: keyof typeof grainMs,
  now: number,
  part: number,
): AnswerRow[] {
  const step = grainMs[grain];
  const rows: AnswerRow[] = [];
  for (let at = range.from; at < range.to; at += step) {
    const key = `time.${grain}` as const;
    const label = new Date(at).toISOString().slice(0, grain === "hour" || grain === "minute" ? 16 : 10);
    const weekday = new Date(at).getUTCDay();
    const shape =
      step < DAY_MS ? 1 + Math.sin((((at % DAY_MS) / DAY_MS) * 2 - 0.7) * Math.PI) * 0.8 : weekday % 6 === 0 ? 0.62 : 1;
    const elapsed = at > now ? 0 : Math.min(1, (now - at) / step);
    const base = (step / DAY_MS) * 412 * part * shape;
    const row: AnswerRow = {
      [key]: label,
      ...metrics(Math.round(base * (0.85 + chance(label) * 0.3) * elapsed), label),
    };
    if (question.compare) {
      const before = new Date(at - 28 * DAY_MS).toISOString().slice(0, label.length);
      row.was = { [key]: before, ...metrics(Math.round(base * (0.75 + chance(before) * 0.3)), before) };
    }
    rows.push(row);
  }
  return rows;
}

function ranked(by: string, visitors: number, limit: number): AnswerRow[] {
  return (VALUES[by] ?? []).slice(0, limit).map((value, index) => {
    const share = 0.46 / (index + 1) ** 1.15;
    return { [by]: value, ...metrics(Math.max(1, Math.round(visitors * share)), `${by}${index}`) };
  });
}

function liveMinutes(now: number): AnswerRow[] {
  const start = now - (now % MINUTE_MS) - 29 * MINUTE_MS;
  return Array.from({ length: 30 }, (_, index) => {
    const label = new Date(start + index * MINUTE_MS).toISOString().slice(0, 16);
    const visitors = 2 + Math.round(chance(label) * 9);
    return { "time.minute": label, visitors, pageviews: visitors + Math.round(chance(`${label}p`) * 10) };
  });
}

function event(index: number, now: number): AnswerRow {
  const track = index % 3 === 1;
  const pick = (dimension: string) => {
    const values = VALUES[dimension] ?? [];
    return values[Math.floor(chance(`${dimension}${index}`) * values.length)] ?? null;
  };
  return {
    time: new Date(now - index * 2_300 - 400).toISOString(),
    messageId: `node-next-${1_763_700_000_000 + index}-9f2c41`,
    type: track ? "track" : "page",
    name: track ? pick("event.name") : null,
    page: pick("event.page"),
    country: pick("visit.country"),
    browser: pick("visit.browser"),
    source: pick("visit.source"),
    bot_reason: index === 7 ? "known crawler" : null,
    clock_clamped: false,
  };
}
