// Which request goes where. A host has a server, a path a location; each location says its limits, and what isn't public
// and the same for everybody is never cached.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { API_BODY_BYTES_MAX, BROWSER_HEADERS, EVENT_BODY_BYTES_MAX, HIDDEN_SEGMENTS } from "../../core/entrance.ts";
import { HEALTH, hostsOf, type Route, regionOriginHost } from "../names/dns.ts";
import { guardOfNetwork } from "./clients.ts";
import { type Argument, block, commented, type Directive, directive, pattern, withVariables } from "./directive.ts";
import { type Counted, limitsOf } from "./limits.ts";
import type { Place } from "./place.ts";
import { type Audience, problemLocations, problemPath } from "./problems.ts";

export type Site = {
  readonly platform: Platform;
  readonly region: Region;
  readonly tier: Extract<Platform["webTier"], { kind: "nginx" }>;
  readonly place: Place;
};

export const UPSTREAM = "inner";
export const PAGE_CACHE = "kept_pages";
/** The load balancer asks an instance for this: whether Nginx itself is well, not what lies behind it. */
export const OWN_HEALTH = "/healthz/nginx";

/** Two years, as the delivery network says. */
const STRICT_TRANSPORT = directive(
  "add_header",
  "Strict-Transport-Security",
  "max-age=63072000; includeSubDomains",
  "always",
);
/** One request's name in this tier's log, in the program's, and in the answer. */
const REQUEST_ID = directive("add_header", "Tandem-Request-Id", withVariables("$request_id"), "always");
const ALWAYS = [STRICT_TRANSPORT, REQUEST_ID, directive("add_header", "X-Content-Type-Options", "nosniff", "always")];

/** Below the inner load balancer's own 60 s, and above what the program takes for the longest question. */
const SECONDS = { pages: 35, events: 15, files: 15, health: 5 } satisfies Record<Counted, number>;
const YEAR_SECONDS = 31_536_000;

export function servers(site: Site): Directive[] {
  const { platform } = site;
  const app = platform.edge.staticSite ? staticFiles(site) : [];
  return [
    nobodysHost(site),
    server(site, hostsOf(platform, "app"), "api", [...publicPages(site), ...app, ...rest(site, "app")]),
    server(site, hostsOf(platform, "api"), "api", [...publicPages(site), ...rest(site, "api")]),
    server(site, hostsOf(platform, "collect"), "events", rest(site, "collect")),
    regionsOwn(site),
  ];
}

/** Where the documents for an audience are written. */
export const snippet = (audience: Audience): string => `problems-${audience}.conf`;
export const problemSnippet = (audience: Audience): readonly Directive[] => problemLocations(audience, ALWAYS);

const location = (match: readonly Argument[], children: readonly Directive[]): Directive =>
  block("location", match, children);

function server(site: Site, hosts: readonly string[], audience: Audience, locations: readonly Directive[]): Directive {
  const body = audience === "events" ? EVENT_BODY_BYTES_MAX : API_BODY_BYTES_MAX;
  return block(
    "server",
    [],
    [
      directive("listen", site.place.listen, "ssl"),
      directive("server_name", ...hosts),
      directive("client_max_body_size", body),
      directive("include", `${site.place.live}/${snippet(audience)}`),
      ...(audience === "events" ? [directive("access_log", site.place.accessLog, "event_line")] : []),
      ...health(site),
      hidden(),
      ...locations,
    ],
  );
}

/** The load balancer's checks name no host of ours, and nor do strangers. */
const nobodysHost = ({ place }: Site): Directive =>
  block(
    "server",
    [],
    [
      directive("listen", place.listen, "ssl", "default_server"),
      directive("server_name", "_"),
      directive("include", `${place.live}/${snippet("api")}`),
      location(["=", OWN_HEALTH], [directive("access_log", "off"), directive("return", 200)]),
      location(["/"], [directive("return", 404)]),
    ],
  );

/** By its own name a region tells its health and nothing else. */
const regionsOwn = (site: Site): Directive =>
  block(
    "server",
    [],
    [
      directive("listen", site.place.listen, "ssl"),
      directive("server_name", regionOriginHost(site.platform, site.region.name)),
      directive("include", `${site.place.live}/${snippet("api")}`),
      ...health(site),
      location(["/"], [directive("return", 404)]),
    ],
  );

/** Passed through as it is: the checkers bring no edge key, and a kept answer would call a lost region healthy. */
const health = (site: Site): Directive[] =>
  Object.values(HEALTH).map(({ path }) =>
    location(
      ["=", path],
      [
        directive("access_log", site.place.accessLog, "line", withVariables("if=$failed")),
        ...limitsOf("health", site.tier, site.place),
        ...passed("health"),
      ],
    ),
  );

const hidden = (): Directive =>
  commented(
    "Paths that processes keep for each other. Nginx has decoded and flattened the path before it looks here.",
    location(["~", pattern(`^/(?:${HIDDEN_SEGMENTS.join("|")})(?:/|$)`)], [directive("return", 404)]),
  );

/** To the inner load balancer. What the program says itself passes untouched. */
function passed(counted: Counted): Directive[] {
  return [
    ...ALWAYS,
    directive("proxy_pass", `https://${UPSTREAM}`),
    directive("proxy_read_timeout", `${SECONDS[counted]}s`),
  ];
}

/** What a location that clients use begins with. */
const guarded = (site: Site, counted: Counted): Directive[] => [
  ...guardOfNetwork(site.platform),
  ...limitsOf(counted, site.tier, site.place),
];

/** Short and old forms of a path become the program's own. The query string stays. */
const REWRITES: Readonly<Record<Route, readonly (readonly [from: string, to: string])[]>> = {
  app: [],
  api: [["^/(\\d{4}-\\d{2}/.*)$", "/api/$1"]],
  collect: [
    ["^/beacon/v1/batch/?$", "/v1/batch"],
    ["^(?:/v1)?/(batch|import|track|page|screen|identify|group|alias|[btpsigam])/?$", "/v1/$1"],
    ["^/(projects/[^/]+/settings)/?$", "/v1/$1"],
  ],
};

/** Everything of a host that has no location of its own. */
function rest(site: Site, route: Route): Directive[] {
  const counted = route === "collect" ? "events" : "pages";
  const dynamic = [
    ...guarded(site, counted),
    ...REWRITES[route].map(([from, to]) => directive("rewrite", pattern(from), withVariables(to), "break")),
    // No such file: the request goes on, with what was counted counted.
    directive("try_files", "/.none", INNER),
  ];
  const inner = location([INNER], [...limitsOf(counted, site.tier, site.place), ...passed(counted), ...translated()]);
  if (route !== "app" || !site.platform.edge.staticSite) return [location(["/"], dynamic), inner];
  return [
    location(["/api/"], dynamic),
    location(["/"], fromDisk(site, ["/index.html"], "no-cache", pageHeaders)),
    inner,
  ];
}

/**
 * A load balancer without a pod that answers says 502 or 504 in a page of its own; the program says neither, ever. This
 * has to stand in a location by itself: one that defines these loses what its server says of 413 and 429.
 */
const translated = (): Directive[] => [
  directive("proxy_intercept_errors", "on"),
  directive("error_page", 502, 504, "=503", problemPath(503)),
];

/** The way to the cluster: for all that is dynamic, and for a file that isn't on disk (yet), since the pods have the console's too. */
const INNER = "@inner";

/** A name with a hash in it never means anything else; other files, and pages, are asked for again each time. */
function staticFiles(site: Site): Directive[] {
  return [
    location(
      ["^~", "/assets/"],
      fromDisk(site, ["$uri"], `public, max-age=${YEAR_SECONDS}, immutable`, () => []),
    ),
    location(
      ["~", pattern("^/(?!api/).*\\.[^/]+$")],
      fromDisk(site, ["$uri"], "no-cache", () => []),
    ),
  ];
}

function fromDisk(
  site: Site,
  files: readonly string[],
  kept: string,
  more: () => readonly Directive[],
): readonly Directive[] {
  return [
    ...guarded(site, "files"),
    directive("root", site.place.site),
    ...ALWAYS,
    ...more(),
    directive("add_header", "Cache-Control", kept),
    directive("gzip", "on"),
    directive("try_files", ...files.map(withVariables), INNER),
  ];
}

const pageHeaders = (): Directive[] =>
  Object.entries(BROWSER_HEADERS)
    .filter(([name]) => name !== "x-content-type-options")
    .map(([name, value]) => directive("add_header", name, value));

/** The description of the API and the explanations of problems: public, and the same for everybody. */
function publicPages(site: Site): Directive[] {
  const cached = [
    ...guarded(site, "pages"),
    directive("proxy_cache", PAGE_CACHE),
    // Who shows a key or a session neither gets another's page nor leaves one behind.
    directive("proxy_cache_bypass", withVariables("$http_authorization"), withVariables("$http_cookie")),
    directive("proxy_no_cache", withVariables("$http_authorization"), withVariables("$http_cookie")),
    // These pages heed no query; a made-up one must not fill the cache.
    directive("proxy_cache_key", withVariables("$host$uri")),
    directive("proxy_cache_lock", "on"),
    directive("proxy_cache_background_update", "on"),
    directive(
      "proxy_cache_use_stale",
      ...["error", "timeout", "updating", "http_500", "http_502", "http_503", "http_504"],
    ),
    directive("add_header", "Tandem-Cache", withVariables("$upstream_cache_status"), "always"),
    ...passed("pages"),
  ];
  return [
    location(["~", pattern("^/api/[^/]+/(?:openapi\\.json|reference)$")], cached),
    location(["~", pattern("^/problems(?:/[a-z-]+)?$")], cached),
  ];
}
