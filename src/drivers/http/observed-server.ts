// The one way in which this program serves HTTP: plain on the loopback or with TLS, every request counted and timed, `/metrics`
// answered, and the server span of a traced request begun and ended.

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import { createServer as createSecureServer } from "node:https";
import { performance } from "node:perf_hooks";
import { CLIENT_ADDRESS_HEADER } from "../../core/installation.ts";
import { CONTENT_TYPES, formatFor } from "../../core/telemetry/exposition.ts";
import { methodLabel, routeNames } from "../../core/telemetry/http-routes.ts";
import { ROUTES, type RoutedExporter } from "../../core/telemetry/routes.ts";
import type { SpanName } from "../../core/telemetry/spans.ts";
import {
  parseTraceparent,
  TRACEPARENT_HEADER,
  type TraceContext,
  traceparentOf,
} from "../../core/telemetry/trace-context.ts";
import { type Counter, type Histogram, type MetricsRegistry, secondsSince } from "../telemetry/registry.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { type Tracer, tracedId } from "../telemetry/tracer.ts";
import { serverOptions, tlsOfProcess } from "./tls.ts";

type ServerSpan = Extract<SpanName, "edge carry" | "collector ingest" | "console request" | "query answer">;

export type Observing = {
  telemetry: Telemetry;
  /** A label of few values for a path. */
  routeOf(method: string, path: string): string;
  /** Which span a request on this route is; undefined: none, since nobody would ever look for it. */
  spanOf?: (route: string) => ServerSpan | undefined;
  region?: string;
  /** Edge only: its entrance is for people. */
  plain?: boolean;
};

/** How a process with few routes is observed. */
export function observing(exporter: RoutedExporter, telemetry: Telemetry, region?: string): Observing {
  const nameOf = routeNames(ROUTES[exporter]);
  return {
    telemetry,
    routeOf: (_, path) => nameOf(path),
    ...(exporter === "query" ? { spanOf: (route) => (route.startsWith("/query/") ? "query answer" : undefined) } : {}),
    ...(region === undefined ? {} : { region }),
  };
}

export const METRICS_PATH = "/metrics";
export const METRICS_PORT_VARIABLE = "TANDEM_METRICS_PORT";
/** nginx's word for a client that went away before its answer was out. */
const GONE = 499;

export function observedServer(options: ServerOptions, observing: Observing, listener: RequestListener): Server {
  const measure = measuring(observing);
  const handle: RequestListener = (request, response) => {
    if (request.url === METRICS_PATH && isScraper(request)) {
      return void answerMetrics(observing.telemetry.metrics, request, response);
    }
    measure(request, response);
    listener(request, response);
  };
  const tls = observing.plain ? undefined : tlsOfProcess();
  if (!tls) return createServer(options, handle);
  const server = createSecureServer({ ...options, ...serverOptions(tls.material()) }, handle);
  // Connections that stand keep the certificate they began with; the next ones get the renewed one.
  const forget = tls.onRenewed((material) => server.setSecureContext(serverOptions(material)));
  observing.telemetry.metrics.onScrape((tell) => {
    tell("tandem_tls_certificate_expiry_seconds", {}, (tls.material().validTo - Date.now()) / 1_000);
  });
  server.on("close", forget);
  return server as unknown as Server;
}

/** Where metrics have a port of their own this one is open to others: then nobody is answered here. */
function isScraper({ method, socket, headers }: IncomingMessage): boolean {
  if (method !== "GET" || process.env[METRICS_PORT_VARIABLE]) return false;
  const forwarded = headers[CLIENT_ADDRESS_HEADER] !== undefined || headers["x-forwarded-for"] !== undefined;
  const { remoteAddress: from = "" } = socket;
  return !forwarded && (from === "::1" || from.startsWith("127.") || from.startsWith("::ffff:127."));
}

export async function answerMetrics(
  metrics: MetricsRegistry,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const format = formatFor(request.headers.accept);
  request.resume();
  const text = await metrics.text(format);
  response.writeHead(200, {
    "content-type": CONTENT_TYPES[format],
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(text);
}

const traces = new WeakMap<IncomingMessage, TraceContext>();

/** The span under which a request is answered; undefined while it isn't traced. */
export const traceOf = (request: IncomingMessage): TraceContext | undefined => traces.get(request);

type Series = { requests: Map<number, Counter>; durations: Histogram };

/** Half a microsecond of each request: its series are found without a text being made. `beganMs` is of `performance.now()`. */
export type CountAnswer = (
  route: string,
  method: string | undefined,
  code: number,
  beganMs: number,
  traceId?: string,
) => void;

export function answerCounts(metrics: MetricsRegistry): CountAnswer {
  const known = new Map<string, Map<string, Series>>();
  const seriesOf = (route: string, method: string): Series => {
    const ofRoute = known.get(route) ?? new Map<string, Series>();
    known.set(route, ofRoute);
    const series = ofRoute.get(method) ?? {
      requests: new Map(),
      durations: metrics.histogram("tandem_http_request_duration_seconds", { route, method }),
    };
    ofRoute.set(method, series);
    return series;
  };
  return (route, given, code, beganMs, traceId) => {
    const method = methodLabel(given);
    const series = seriesOf(route, method);
    let counter = series.requests.get(code);
    if (!counter) {
      counter = metrics.counter("tandem_http_requests_total", { route, method, code: String(code) });
      series.requests.set(code, counter);
    }
    counter.add();
    series.durations.observe(secondsSince(beganMs), traceId);
  };
}

function measuring({ telemetry, routeOf, spanOf, region }: Observing) {
  const { metrics, tracer } = telemetry;
  const count = answerCounts(metrics);
  return (request: IncomingMessage, response: ServerResponse): void => {
    const began = performance.now();
    const route = routeOf(request.method ?? "", request.url ?? "/");
    const name = tracer.on ? spanOf?.(route) : undefined;
    const span = name ? beginSpan(tracer, name, request, region) : undefined;
    response.on("close", () => {
      const code = response.writableFinished ? response.statusCode : GONE;
      count(route, request.method, code, began, tracedId(span?.context));
      span?.set({ "http.response.status_code": code });
      span?.end(code >= 500 ? { failed: `answered ${code}` } : {});
    });
  };
}

function beginSpan(tracer: Tracer, name: ServerSpan, request: IncomingMessage, region: string | undefined) {
  const parent = parseTraceparent(request.headers[TRACEPARENT_HEADER]);
  const span = tracer.start(name, { parent, attributes: region ? { "tandem.region": region } : {} });
  if (span.context) continueTrace(request, span.context);
  return span;
}

/** Whoever reads the request's header from here on, or passes it on, goes on under this span. */
function continueTrace(request: IncomingMessage, context: TraceContext): void {
  traces.set(request, context);
  const value = traceparentOf(context);
  request.headers[TRACEPARENT_HEADER] = value;
  const { rawHeaders } = request;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === TRACEPARENT_HEADER) rawHeaders[index + 1] = value;
  }
  if (!rawHeaders.some((name, index) => index % 2 === 0 && name.toLowerCase() === TRACEPARENT_HEADER)) {
    rawHeaders.push(TRACEPARENT_HEADER, value);
  }
}
