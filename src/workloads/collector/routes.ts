// Which path means which call: Segment's long paths, the browser SDK's one-letter paths, RudderStack's beacon, with and
// without /v1 and a trailing slash.

import type { IngestKind } from "../../app/events/ingest-body.ts";
import { OTHER_ROUTE } from "../../core/telemetry/http-routes.ts";

export type Route =
  | { kind: "ingest"; call: IngestKind }
  /** The browser SDK's counters about itself: answered, never stored. */
  | { kind: "sdk-metrics" }
  | { kind: "settings"; writeKey: string }
  | { kind: "healthz" }
  | { kind: "status" }
  | { kind: "link" }
  | { kind: "none" };

const CALLS: Record<string, IngestKind> = {
  batch: "batch",
  import: "batch",
  b: "batch",
  track: "track",
  t: "track",
  page: "page",
  p: "page",
  screen: "screen",
  s: "screen",
  identify: "identify",
  i: "identify",
  group: "group",
  g: "group",
  alias: "alias",
  a: "alias",
};

const table = new Map<string, Route>();
for (const [word, call] of Object.entries(CALLS)) {
  for (const prefix of ["/v1/", "/"]) add(prefix + word, { kind: "ingest", call });
}
add("/beacon/v1/batch", { kind: "ingest", call: "batch" });
add("/v1/m", { kind: "sdk-metrics" });
add("/m", { kind: "sdk-metrics" });
add("/healthz", { kind: "healthz" });
add("/internal/status", { kind: "status" });

const SETTINGS = /^(?:\/v1)?\/projects\/([^/]{1,255})\/settings\/?$/;

/** The label `route` of the collector's metrics: one name for the many paths of a call. */
export const ROUTE_NAMES: Readonly<Record<Route["kind"], string>> = {
  ingest: "/v1/:call",
  "sdk-metrics": "/v1/m",
  settings: "/v1/projects/:key/settings",
  healthz: "/healthz",
  status: "/internal/status",
  link: "/link/log",
  none: OTHER_ROUTE,
};

/** Which methods a route takes, for 405 and its Allow header. */
export const METHODS: Record<Route["kind"], string[]> = {
  ingest: ["POST"],
  "sdk-metrics": ["POST"],
  settings: ["GET", "HEAD"],
  healthz: ["GET", "HEAD"],
  status: ["GET"],
  link: ["GET"],
  none: [],
};

/** `path` without the query string. */
export function routeOf(path: string): Route {
  const found = table.get(path);
  if (found) return found;
  if (path.startsWith("/link/")) return { kind: "link" };
  const writeKey = SETTINGS.exec(path)?.[1];
  return writeKey === undefined ? { kind: "none" } : { kind: "settings", writeKey };
}

function add(path: string, route: Route): void {
  table.set(path, route);
  table.set(`${path}/`, route);
}
