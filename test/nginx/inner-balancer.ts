// The stand-in for the inner load balancer: TLS with the platform's own names, rules by host as Terraform writes them,
// and a log of what came, so that the proof sees a request as the cluster would. The pods' TLS isn't played.
import type { Platform, Region } from "../../src/blueprint/platform.ts";
import { HIDDEN_SEGMENTS } from "../../src/core/entrance.ts";
import { HEALTH, hostsOf, regionOriginHost } from "../../src/platform/names/dns.ts";
import {
  block,
  type Directive,
  directive,
  pattern,
  withVariables,
  written,
} from "../../src/platform/nginx/directive.ts";
import type { Certificate } from "./certificates.ts";

export type Seen = {
  readonly host: string;
  readonly uri: string;
  readonly method: string;
  readonly forwardedFor: string;
  readonly traceparent: string;
  readonly requestId: string;
  readonly connection: string;
};

type Inner = {
  readonly directory: string;
  readonly port: number;
  readonly certificate: Certificate;
  readonly ports: { readonly console: number; readonly collector: number };
};

const MEMBERS: Readonly<Record<keyof Seen, string>> = {
  host: "$host",
  uri: "$request_uri",
  method: "$request_method",
  forwardedFor: "$http_x_forwarded_for",
  traceparent: "$http_traceparent",
  requestId: "$http_x_request_id",
  connection: "$connection",
};

export function innerConfiguration(platform: Platform, region: Region, inner: Inner): string {
  const { directory, port, certificate, ports } = inner;
  const format = Object.entries(MEMBERS).map(([member, value]) => `"${member}":"${value}"`);
  const to = (upstream: number): Directive[] => [directive("proxy_pass", `http://127.0.0.1:${upstream}`)];
  const server = (hosts: readonly string[], locations: readonly Directive[]): Directive =>
    block(
      "server",
      [],
      [
        directive("listen", `127.0.0.1:${port}`, "ssl"),
        directive("server_name", ...hosts),
        block("location", ["~", pattern(`^/(?:${HIDDEN_SEGMENTS.join("|")})/`)], [directive("return", 404)]),
        ...locations,
        block("location", ["/"], [directive("return", 404)]),
      ],
    );
  const all = (hosts: readonly string[], upstream: number): Directive =>
    block(
      "server",
      [],
      [
        directive("listen", `127.0.0.1:${port}`, "ssl"),
        directive("server_name", ...hosts),
        block("location", ["/"], to(upstream)),
      ],
    );
  return written([
    directive("worker_processes", 1),
    directive("pid", `${directory}/inner.pid`),
    directive("error_log", `${directory}/inner-error.log`),
    block("events", [], [directive("worker_connections", 4_096)]),
    block(
      "http",
      [],
      [
        directive("log_format", "seen", "escape=json", withVariables(`{${format.join(",")}}`)),
        directive("access_log", `${directory}/inner.log`, "seen"),
        directive("server_names_hash_bucket_size", 128),
        directive("client_max_body_size", "20m"),
        directive("keepalive_timeout", "60s"),
        directive("keepalive_requests", 100_000),
        directive("ssl_certificate", certificate.certificate),
        directive("ssl_certificate_key", certificate.key),
        directive("proxy_set_header", "Host", withVariables("$host")),
        ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((what) =>
          directive(`${what}_temp_path`, `${directory}/inner-${what}`),
        ),
        all(hostsOf(platform, "app", "api"), ports.console),
        all(hostsOf(platform, "collect"), ports.collector),
        server(
          [regionOriginHost(platform, region.name)],
          [
            block("location", ["=", HEALTH.active.path], to(ports.console)),
            block("location", ["=", HEALTH.accepting.path], to(ports.collector)),
          ],
        ),
      ],
    ),
  ]);
}
