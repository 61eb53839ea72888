// Where a visitor is and where they came from: page, referrer, campaign. After Plausible's rules: the first non-empty of
// utm_source, source, ref; else the referrer, unless it is the site itself. Of a click id only its kind is kept.

import { sourceOfHost, sourceOfParameter } from "./sources.ts";

export type Page = {
  hostname: string | null;
  path: string | null;
  title: string | null;
  query: ReadonlyMap<string, string>;
  referrer: string | null;
};

export type Acquisition = {
  referrer: string | null;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  term: string | null;
  content: string | null;
  click_id: string | null;
};

/** In this order; only which one was there is kept, never its value. */
export const CLICK_IDS = ["gclid", "gbraid", "wbraid", "msclkid", "fbclid", "twclid"] as const;

const TEXT_MAX = 2_000;
/** scheme://host[:port]/path?query — enough for columns; a full URL parser is not needed and not pure everywhere. */
const URL_PARTS = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d+)?([^?#]*)(?:\?([^#]*))?/i;

/** properties win over context.page; a path without a URL is enough. */
export function pageOf(properties: Record<string, unknown>, context: Record<string, unknown>): Page {
  const fromContext = isObject(context.page) ? context.page : {};
  const pick = (key: string) => text(properties[key]) ?? text(fromContext[key]);
  const url = URL_PARTS.exec(pick("url") ?? "");
  const search = pick("search")?.replace(/^\?/, "") || url?.[4] || "";
  const path = pick("path") ?? (url ? url[3] || "/" : null);
  return {
    hostname: url?.[2]?.toLowerCase() || null,
    path: (path && beforeQuery(path)) || null,
    title: pick("title"),
    query: parameters(search),
    referrer: pick("referrer"),
  };
}

function beforeQuery(path: string): string {
  const end = path.search(/[?#]/);
  return end === -1 ? path : path.slice(0, end);
}

export function acquisition(page: Page, context: Record<string, unknown>): Acquisition {
  const campaign = isObject(context.campaign) ? context.campaign : {};
  const parameter = (key: string) => page.query.get(key) || null;
  const named = text(campaign.source) ?? parameter("utm_source") ?? parameter("source") ?? parameter("ref");
  const from = externalReferrer(page);
  const source = named ? sourceOfParameter(named) : from ? sourceOfHost(from.host) : null;
  return {
    referrer: from?.shown ?? null,
    source,
    medium: text(campaign.medium) ?? parameter("utm_medium"),
    campaign: text(campaign.name) ?? parameter("utm_campaign"),
    term: text(campaign.term) ?? parameter("utm_term"),
    content: text(campaign.content) ?? parameter("utm_content"),
    click_id: (page.query.size > 0 && CLICK_IDS.find((id) => page.query.has(id))) || null,
  };
}

function externalReferrer(page: Page): { host: string; shown: string } | null {
  const parts = URL_PARTS.exec(page.referrer ?? "");
  const scheme = parts?.[1]?.toLowerCase() ?? "";
  const host = (parts?.[2] ?? "").toLowerCase();
  if (!parts || !["http", "https", "android-app"].includes(scheme) || host === "" || host === "localhost") return null;
  const bare = (name: string) => (name.startsWith("www.") ? name.slice(4) : name);
  if (page.hostname && bare(page.hostname) === bare(host)) return null;
  return { host, shown: `${bare(host)}${withoutLastSlashes(parts[3] ?? "")}`.slice(0, TEXT_MAX) };
}

function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

const PARAMETERS_MAX = 100;
const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

function parameters(search: string): ReadonlyMap<string, string> {
  if (search === "") return NO_PARAMETERS;
  const found = new Map<string, string>();
  for (const pair of search.split("&", PARAMETERS_MAX)) {
    const [sent = "", value = ""] = pair.split("=", 2);
    const key = decode(sent);
    if (sent !== "" && !found.has(key)) found.set(key, decode(value));
  }
  return found;
}

function decode(part: string): string {
  if (!part.includes("%") && !part.includes("+")) return part.slice(0, TEXT_MAX);
  try {
    return decodeURIComponent(part.replaceAll("+", " ")).slice(0, TEXT_MAX);
  } catch {
    // A wrong escape stays as it was sent.
    return part.slice(0, TEXT_MAX);
  }
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, TEXT_MAX) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
