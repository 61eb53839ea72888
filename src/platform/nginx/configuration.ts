// The whole nginx.conf of a region. It promises TLS in and verified TLS out, the published limits, an answer in the
// program's own shape to everything that Nginx refuses, and a log line per request that names its trace.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { CLIENT, CLIENT_NETWORK, clientDirectives } from "./clients.ts";
import { type Argument, block, commented, type Directive, directive, withVariables, written } from "./directive.ts";
import { limitZones } from "./limits.ts";
import { INNER_FILE, type Place } from "./place.ts";
import { AUDIENCES } from "./problems.ts";
import { PAGE_CACHE, problemSnippet, type Site, servers, snippet, UPSTREAM } from "./servers.ts";

/** The load balancers wait 60 s on an idle connection. Towards us they shall be the first to close, towards the inner one we. */
const KEEP_ALIVE_SECONDS = { clients: 75, upstream: 55 };
const KEEP_ALIVE_REQUESTS = 10_000;
const IDLE_UPSTREAM_CONNECTIONS = 64;
/** As the program's own servers take from strangers. */
const HEADER_SECONDS = 10;
const BODY_SECONDS = 30;
/** Of the workers that a reload replaces: as long as the longest answer may take. */
const SHUTDOWN_SECONDS = 40;

export const MAIN_FILE = "nginx.conf";

/** File name → text: of this region's instances, or of whoever stands at another place. Empty without such a tier. */
export function nginxConfiguration(platform: Platform, region: Region, place: Place): ReadonlyMap<string, string> {
  const { webTier: tier } = platform;
  if (tier.kind === "none") return new Map();
  return new Map([
    [MAIN_FILE, main({ platform, region, tier, place })],
    ...AUDIENCES.map(
      (audience) =>
        [
          snippet(audience),
          written(problemSnippet(audience), ["What Nginx says itself, as problem documents (RFC 9457)."]),
        ] as const,
    ),
  ]);
}

function main(site: Site): string {
  const { platform, region, place } = site;
  return written(
    [
      directive("user", place.user),
      directive("pid", place.pidFile),
      directive("worker_processes", "auto"),
      directive("worker_rlimit_nofile", 65_536),
      directive("worker_shutdown_timeout", `${SHUTDOWN_SECONDS}s`),
      directive("error_log", place.errorLog, "error"),
      block("events", [], [directive("worker_connections", 8_192)]),
      block("http", [], http(site)),
    ],
    [
      `Nginx before the cluster of ${platform.title}, ${platform.environment}, ${region.name}.`,
      "Made from the blueprint by tandem synth. A change made here is undone by the next fetch.",
    ],
  );
}

const http = (site: Site): Directive[] => [
  directive("include", site.place.mimeTypes),
  directive("default_type", "application/octet-stream"),
  directive("server_tokens", "off"),
  directive("server_names_hash_bucket_size", 128),
  directive("map_hash_bucket_size", 512),
  directive("sendfile", "on"),
  directive("tcp_nopush", "on"),
  ...sizesAndTimes(site.place),
  ...compression(),
  ...clientDirectives(site.platform, site.place),
  ...tracing(),
  ...limitZones(site.platform, site.tier, site.place),
  ...logs(site.place),
  ...tls(site.place),
  ...upstream(site.place),
  directive(
    "proxy_cache_path",
    site.place.cache,
    "levels=1:2",
    `keys_zone=${PAGE_CACHE}:1m`,
    "max_size=64m",
    "inactive=10m",
    "use_temp_path=off",
  ),
  ...servers(site),
  status(site.place),
];

const sizesAndTimes = ({ temporary }: Place): Directive[] => [
  directive("client_header_timeout", `${HEADER_SECONDS}s`),
  directive("client_body_timeout", `${BODY_SECONDS}s`),
  directive("send_timeout", `${BODY_SECONDS}s`),
  directive("large_client_header_buffers", 4, "8k"),
  directive("client_body_buffer_size", "128k"),
  directive("keepalive_timeout", `${KEEP_ALIVE_SECONDS.clients}s`),
  directive("keepalive_requests", KEEP_ALIVE_REQUESTS),
  directive("reset_timedout_connection", "on"),
  ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((what) =>
    directive(`${what}_temp_path`, `${temporary}/${what}`),
  ),
];

/** Of files alone, whose locations switch it on: what the program answers it compresses itself, and knows what is secret. */
const compression = (): Directive[] => [
  directive("gzip", "off"),
  directive("gzip_vary", "on"),
  directive("gzip_proxied", "any"),
  directive("gzip_comp_level", 5),
  directive("gzip_min_length", 512),
  directive(
    "gzip_types",
    ...["text/css", "text/plain", "text/javascript", "application/javascript", "application/json", "image/svg+xml"],
  ),
];

/** Every request has a trace that the log names. Nginx records none, which is what its flags say. */
function tracing(): Directive[] {
  const map = (source: string, target: string, rows: readonly (readonly [string, Argument])[]) =>
    block(
      "map",
      [withVariables(source), withVariables(target)],
      rows.map(([when, value]) => directive(when, value)),
    );
  const wellFormed = "~^(?<parent>00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2})$";
  return [
    map("$request_id", "$own_span", [
      ["~^(?<own_half>[0-9a-f]{16})", withVariables("$own_half")],
      ["default", ""],
    ]),
    commented(
      "W3C trace context: a client's own goes on if it is well formed; else the trace begins here. Whether it is kept the pods decide.",
      map("$http_traceparent", "$traceparent", [
        [wellFormed, withVariables("$parent")],
        ["default", withVariables("00-$request_id-$own_span-00")],
      ]),
    ),
    map("$traceparent", "$trace", [
      ["~^00-(?<trace_id>[0-9a-f]{32})", withVariables("$trace_id")],
      ["default", ""],
    ]),
    commented(
      "The path as it came, without its query, which may hold a key.",
      map("$request_uri", "$path", [
        ["~^(?<asked>[^?]*)", withVariables("$asked")],
        ["default", ""],
      ]),
    ),
    map("$status", "$failed", [
      ["~^[23]", 0],
      ["default", 1],
    ]),
  ];
}

/** What one line tells. Numbers that may be absent are texts: "-" isn't JSON. */
const LINE: Readonly<Record<string, string>> = {
  at: "$time_iso8601",
  host: "$host",
  method: "$request_method",
  path: "$path",
  status: "$status",
  bytes: "$body_bytes_sent",
  seconds: "$request_time",
  upstream: "$upstream_addr",
  upstreamStatus: "$upstream_status",
  upstreamSeconds: "$upstream_response_time",
  cache: "$upstream_cache_status",
  limit: "$limit_req_status",
  request: "$request_id",
  trace: "$trace",
  agent: "$http_user_agent",
};
const NUMBERS = ["status", "bytes", "seconds"];

function logs({ accessLog }: Place): Directive[] {
  const format = (name: string, client: string) =>
    directive(
      "log_format",
      name,
      "escape=json",
      withVariables(
        `{${Object.entries({ ...LINE, client })
          .map(([member, value]) => `"${member}":${NUMBERS.includes(member) ? value : `"${value}"`}`)
          .join(",")}}`,
      ),
    );
  return [format("line", CLIENT), format("event_line", CLIENT_NETWORK), directive("access_log", accessLog, "line")];
}

/** Mozilla's "intermediate" profile, 5.7. Tickets are off: their key would have to be shared and renewed over the group. */
const tls = ({ certificate, certificateKey }: Place): Directive[] => [
  directive("ssl_certificate", certificate),
  directive("ssl_certificate_key", certificateKey),
  directive("ssl_protocols", "TLSv1.2", "TLSv1.3"),
  directive(
    "ssl_ciphers",
    [
      "ECDHE-ECDSA-AES128-GCM-SHA256",
      "ECDHE-RSA-AES128-GCM-SHA256",
      "ECDHE-ECDSA-AES256-GCM-SHA384",
      "ECDHE-RSA-AES256-GCM-SHA384",
      "ECDHE-ECDSA-CHACHA20-POLY1305",
      "ECDHE-RSA-CHACHA20-POLY1305",
    ].join(":"),
  ),
  directive("ssl_prefer_server_ciphers", "off"),
  directive("ssl_session_cache", "shared:tls:10m"),
  directive("ssl_session_timeout", "1d"),
  directive("ssl_session_tickets", "off"),
];

/** One pool of kept connections, whose addresses lie in a file of their own: a changed one needs a reload, not a new configuration. */
const upstream = ({ live, upstreamAuthorities }: Place): Directive[] => [
  block(
    "upstream",
    [UPSTREAM],
    [
      directive("include", `${live}/${INNER_FILE}`),
      directive("keepalive", IDLE_UPSTREAM_CONNECTIONS),
      directive("keepalive_timeout", `${KEEP_ALIVE_SECONDS.upstream}s`),
      directive("keepalive_requests", KEEP_ALIVE_REQUESTS),
    ],
  ),
  directive("proxy_http_version", "1.1"),
  directive("proxy_connect_timeout", "2s"),
  directive("proxy_send_timeout", `${BODY_SECONDS}s`),
  commented(
    "Only what certainly wasn't begun, or may be repeated by its method, is tried at another address. A POST that was sent is not: an event without an id would count twice. SDKs repeat theirs under the same messageId.",
    directive("proxy_next_upstream", "error", "timeout"),
  ),
  directive("proxy_next_upstream_tries", 2),
  directive("proxy_next_upstream_timeout", "5s"),
  ...Object.entries({
    Connection: "",
    Host: "$host",
    "X-Forwarded-For": CLIENT,
    "X-Forwarded-Host": "$host",
    "X-Forwarded-Proto": "https",
    "X-Request-Id": "$request_id",
    traceparent: "$traceparent",
  }).map(([name, value]) => directive("proxy_set_header", name, withVariables(value))),
  directive("proxy_hide_header", "Strict-Transport-Security"),
  directive("proxy_hide_header", "X-Content-Type-Options"),
  directive("proxy_ssl_protocols", "TLSv1.2", "TLSv1.3"),
  directive("proxy_ssl_server_name", "on"),
  directive("proxy_ssl_name", withVariables("$host")),
  directive("proxy_ssl_verify", "on"),
  directive("proxy_ssl_verify_depth", 4),
  directive("proxy_ssl_trusted_certificate", upstreamAuthorities),
];

/** Nginx's counters, for whoever looks on the machine itself. */
const status = ({ statusListen }: Place): Directive =>
  block(
    "server",
    [],
    [
      directive("listen", statusListen),
      directive("access_log", "off"),
      block("location", ["=", "/status"], [directive("stub_status")]),
      block("location", ["/"], [directive("return", 404)]),
    ],
  );

/** The file INNER_FILE. An address that fails is left out for a while; with one alone Nginx ignores that. */
export const upstreamServers = (addresses: readonly string[]): string =>
  written(addresses.map((address) => directive("server", address, "max_fails=3", "fail_timeout=5s")));
