// The collector's HTTP server: routes, methods, CORS, bounds on connections and time, and the one place where every fault
// becomes an answer. Bare node:http: a framework costs a tenth of the throughput and gives nothing here.

import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { CLIENT_ADDRESS_HEADER, LINK_KEY_HEADER } from "../../core/installation.ts";
import { answerBrokenRequests, STRANGER_LIMITS } from "../../drivers/http/broken-request.ts";
import { observedServer } from "../../drivers/http/observed-server.ts";
import { hasLinkKey, listenError } from "../../drivers/http/serve.ts";
import { answerJson, answerPreflight, answerProblem, ProblemAnswer } from "./answer.ts";
import { type IngestParts, ingest } from "./ingest.ts";
import { METHODS, ROUTE_NAMES, type Route, routeOf } from "./routes.ts";
import { settingsDocument } from "./settings.ts";

export type ServerParts = IngestParts & {
  /** Answers under way to the peer, which last as long as it follows the log; ended first when the collector stops. */
  following: Set<ServerResponse>;
  linkKey: string;
  region: string;
  /** `GET /link/log…`; answers false for paths it doesn't know. */
  link(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Why events can't be stored durably now; undefined when they can. */
  unhealthy(): string | undefined;
  status(): object;
  /** A bug: the request was answered 503, and somebody has to look. */
  onFault(error: unknown): void;
};

const TIMEOUT_CHECK_MS = 1_000;
const KEEP_ALIVE_MS = 65_000;
const CONNECTIONS_MAX = 4_096;
const CLOSE_WAIT_MS = 4_000;
const CLOSE_LOOK_MS = 20;
const FAULT_RETRY_AFTER_S = 5;

export type CollectorServer = { port: number; close(): Promise<void> };

export async function serveCollector(parts: ServerParts, port: number): Promise<CollectorServer> {
  const server = observedServer(
    {
      ...STRANGER_LIMITS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      noDelay: true,
    },
    {
      telemetry: parts.telemetry,
      routeOf: (_, url) => ROUTE_NAMES[routeOf(pathOf(url)).kind],
      spanOf: (route) => (route === ROUTE_NAMES.ingest ? "collector ingest" : undefined),
      region: parts.region,
    },
    (request, response) => void handle(parts, request, response),
  );
  server.maxConnections = CONNECTIONS_MAX;
  answerBrokenRequests(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, "the collector")));
    server.listen({ port, host: "127.0.0.1", backlog: 1_024 }, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => {
      for (const response of parts.following) response.destroy();
      return close(server);
    },
  };
}

function pathOf(url: string): string {
  const mark = url.indexOf("?");
  return mark === -1 ? url : url.slice(0, mark);
}

async function handle(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A client that goes away is no fault of ours; its events may be stored already, and are.
  request.on("error", () => undefined);
  response.on("error", () => undefined);
  try {
    await dispatch(parts, request, response);
  } catch (error) {
    if (!(error instanceof ProblemAnswer)) parts.onFault(error);
    const answer =
      error instanceof ProblemAnswer
        ? error
        : new ProblemAnswer("unexpected", "The fault was recorded. Send the request again after the pause.", {
            headers: { "retry-after": FAULT_RETRY_AFTER_S },
          });
    parts.counters.refuse(answer.code);
    if (response.headersSent) response.destroy();
    else answerProblem(request, response, answer);
  }
}

async function dispatch(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? "/";
  const mark = url.indexOf("?");
  const path = pathOf(url);
  const query = mark === -1 ? "" : url.slice(mark + 1);
  const route = routeOf(path);
  if (route.kind === "none") {
    throw new ProblemAnswer("not-found", "Send events to /v1/batch, /v1/track, /v1/page, … (see the manual).");
  }
  const allowed = METHODS[route.kind];
  if (request.method === "OPTIONS") return answerPreflight(request, response, allowed);
  if (!allowed.includes(request.method ?? "")) {
    const allow = [...allowed, "OPTIONS"].join(", ");
    throw new ProblemAnswer("method-not-allowed", `This path takes ${allow}.`, { headers: { allow } });
  }
  const trusted = hasLinkKey(single(request.headers[LINK_KEY_HEADER]), parts.linkKey);
  if (route.kind === "ingest") return ingest(parts, request, response, { call: route.call, query, trusted });
  return answerOther(parts, request, response, route, trusted);
}

async function answerOther(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  route: Exclude<Route, { kind: "ingest" }>,
  trusted: boolean,
): Promise<void> {
  request.resume();
  switch (route.kind) {
    case "sdk-metrics":
      return answerJson(request, response, { success: true });
    case "settings":
      return answerJson(request, response, settingsDocument(request, route.writeKey, trusted), {
        "cache-control": "public, max-age=300",
      });
    case "healthz": {
      const because = parts.unhealthy();
      const body = because === undefined ? { ok: true } : { ok: false, because };
      return answerJson(request, response, body, { "cache-control": "no-store" }, because === undefined ? 200 : 503);
    }
    case "status":
      ownProcessesOnly(request, trusted);
      return answerJson(request, response, parts.status(), { "cache-control": "no-store" });
    case "link":
      ownProcessesOnly(request, trusted);
      parts.following.add(response);
      response.once("close", () => parts.following.delete(response));
      if (!(await parts.link(request, response))) throw new ProblemAnswer("not-found", "There is no such link path.");
      return;
    default:
      throw new ProblemAnswer("not-found", "There is nothing at this path.");
  }
}

/** The link key, and not by way of the edge, which adds the key to what it forwards for strangers. */
function ownProcessesOnly(request: IncomingMessage, trusted: boolean): void {
  if (trusted && request.headers[CLIENT_ADDRESS_HEADER] === undefined) return;
  throw new ProblemAnswer("link-key-required", "This path answers only Tandem's own processes.");
}

/** Takes no more requests, lets the running ones finish, then ends what is left. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), CLOSE_WAIT_MS);
    // A connection that was busy a moment ago is kept alive by the client, not by us.
    const idle = setInterval(() => server.closeIdleConnections(), CLOSE_LOOK_MS);
    server.close(() => {
      clearTimeout(last);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
