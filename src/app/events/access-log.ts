// One line of a combined access log (Apache, Nginx) as an event of Segment's tracking API.
// A successful GET of something page-like is a page view; every other request is a `Request` event that ends no bounce.

export type ImportedEvent = {
  type: "page" | "track";
  event?: "Request";
  userId?: string;
  timestamp: string;
  properties: Record<string, string | number | boolean>;
  context: { ip: string; userAgent?: string; page?: { url?: string; referrer?: string } };
};

export type ParsedLine = { kind: "event"; event: ImportedEvent } | { kind: "rejected"; reason: string };

/**
 * address identity user [time] "request" status bytes ["referrer" "user agent"]; quotes inside are escaped by \. User and time
 * are bounded: strangers write these lines, and each " [" in them is tried.
 */
const LINE =
  /^(\S+) \S+ (.{1,255}?) \[([^\]]{1,64})\] "((?:[^"\\]|\\.)*)" (\d{3}) (\d+|-)(?: "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)")?\s*$/;
/** 17/May/2015:10:05:03 +0000 */
const TIME = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-]\d{2})(\d{2})$/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const PAGE_ENDINGS = new Set(["html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "cgi"]);

/** @param host the site's own host name, which the log does not carry; own referrers are then no source. */
export function parseAccessLogLine(line: string, host?: string): ParsedLine {
  const parts = LINE.exec(line);
  if (!parts) return { kind: "rejected", reason: "not a line of the combined log format" };
  const [, address = "", user = "-", time = "", request = "", status = "", bytes = "-", referrer = "-", agent = "-"] =
    parts;
  const timestamp = timeOf(time);
  if (!timestamp) return { kind: "rejected", reason: `"${time}" is not a time like 17/May/2015:10:05:03 +0000` };
  const [method = "", target = "", protocol] = request.split(" ");
  if (!protocol?.startsWith("HTTP/"))
    return { kind: "rejected", reason: `"${request.slice(0, 80)}" is not a request line` };

  const path = pathOf(target);
  const search = target.includes("?") ? target.slice(target.indexOf("?")) : "";
  const page = isPageView(method, Number(status), path);
  const came = unquoted(referrer);
  return {
    kind: "event",
    event: {
      ...(page ? { type: "page" } : { type: "track", event: "Request" }),
      ...(user === "-" ? {} : { userId: user }),
      timestamp,
      properties: {
        path,
        ...(search === "" ? {} : { search }),
        ...(host ? { url: `http://${host}${path}${search}` } : {}),
        ...(came === null ? {} : { referrer: came }),
        method,
        status: Number(status),
        ...(bytes === "-" ? {} : { bytes: Number(bytes) }),
        ...(page ? {} : { nonInteractive: true }),
      },
      context: { ip: address, ...(unquoted(agent) === null ? {} : { userAgent: unquoted(agent) as string }) },
    },
  };
}

/**
 * The site's own host: the commonest referrer host, if at least a fifth of the lines that have a referrer name it.
 * A log does not say which site it is of, and without it every internal click would look like a visit from outside.
 */
export function ownHost(lines: string[]): string | undefined {
  const seen = new Map<string, number>();
  let referred = 0;
  for (const line of lines) {
    const host = /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(LINE.exec(line)?.[7] ?? "")?.[1]?.toLowerCase();
    if (!host) continue;
    referred += 1;
    seen.set(host, (seen.get(host) ?? 0) + 1);
  }
  const [host, count] = [...seen].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? ["", 0];
  return count * 5 >= referred && count > 0 ? host : undefined;
}

function timeOf(text: string): string | undefined {
  const [, day, month = "", year, hour, minute, second, zoneHours, zoneMinutes] = TIME.exec(text) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  const instant = Date.parse(
    `${year}-${String(number).padStart(2, "0")}-${day}T${hour}:${minute}:${second}${zoneHours}:${zoneMinutes}`,
  );
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}

/** "http://host/a?b", "//a", "/a?b" → the path alone. */
function pathOf(target: string): string {
  const local = target.replace(/^[a-z]+:\/\/[^/]*/i, "");
  return local.split(/[?#]/)[0] || "/";
}

function isPageView(method: string, status: number, path: string): boolean {
  if (method !== "GET" || !((status >= 200 && status < 300) || status === 304)) return false;
  const ending = /\.([a-z0-9]{1,5})$/i.exec(path)?.[1]?.toLowerCase();
  return ending === undefined || PAGE_ENDINGS.has(ending);
}

function unquoted(field: string): string | null {
  return field === "-" || field === "" ? null : field.replace(/\\(["\\])/g, "$1");
}
