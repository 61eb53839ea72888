// The edge: what Route 53, CloudFront and the ALB are on AWS. Health checks, routing by kind of request, and one retry of
// repeatable work on the other region. It holds no truth: kill it, and the next one knows as much within a second.

import { randomBytes } from "node:crypto";
import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Installation } from "../../core/installation.ts";
import { LINK_KEY_HEADER, regionOf } from "../../core/installation.ts";
import type { Problem } from "../../core/question.ts";
import { hasLinkKey, listenError } from "../../drivers/http/serve.ts";
import type { StartWorkload } from "../context.ts";
import { type Forwarded, forwarded, type Outcome, passOn, tryRegion } from "./forward.ts";
import { type HealthWatch, watchHealth } from "./health.ts";
import { candidates, kindOf } from "./routing.ts";

/** Compressed bodies; the collector bounds what they inflate to. */
const BODY_BYTES_MAX = 5 * 1024 * 1024;
/** Of all bodies held for a retry at once. */
const HELD_BYTES_MAX = 96 * 1024 * 1024;
const TIMEOUT_MS = { ingest: 10_000, read: 30_000, write: 15_000 };
const SOCKETS_MAX = 256;
const RETRY_AFTER_S = 2;

type Edge = {
  installation: Installation;
  linkKey: string;
  agent: Agent;
  health: HealthWatch;
  heldBytes: number;
  counts: { ingest: number; read: number; write: number; retried: number; unanswered: number };
};

export const start: StartWorkload = async ({ installation, linkKey, log }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS_MAX, keepAliveMsecs: 5_000 });
  const health = await watchHealth(installation, agent, (region, target, up) => log("health", { region, target, up }));
  const counts = { ingest: 0, read: 0, write: 0, retried: 0, unanswered: 0 };
  const edge: Edge = { installation, linkKey, agent, health, heldBytes: 0, counts };
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 30_000 },
    (request, response) => {
      handle(edge, request, response).catch((error) => {
        log("request failed", { error: String(error) });
        answer(response, problem(503, "unavailable", "The edge could not carry this request. Send it again."));
      });
    },
  );
  server.maxConnections = 4_096;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(listenError(error, installation.edgePort, "the edge")),
    );
    server.listen(installation.edgePort, "127.0.0.1", resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        health.stop();
        server.close(() => {
          agent.destroy();
          resolve();
        });
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
};

async function handle(edge: Edge, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A host given to an SDK with a slash at its end makes "//v1/batch"; a 4xx would make it drop the events for good.
  request.url = (request.url ?? "/").replace(/^\/{2,}/, "/");
  const path = request.url.split("?")[0] as string;
  const kind = kindOf(request.method ?? "GET", path);
  if (kind === "own") return answer(response, { status: 200, regions: edge.health.regions() });
  if (kind === "malformed")
    return answer(response, problem(400, "malformed-path", "The path can't be read. Check its escapes."));
  if (kind === "hidden") {
    const asked = path === "/internal/status" && hasLinkKey(header(request, LINK_KEY_HEADER), edge.linkKey);
    if (asked) return answer(response, { status: 200, counts: edge.counts, regions: edge.health.regions() });
    return answer(
      response,
      problem(404, "not-found", "There is nothing here. The API's reference is at /api/2026-11/reference."),
    );
  }
  edge.counts[kind] += 1;
  const body = await readBody(edge, request);
  if (body.kind === "too-large") {
    return answer(
      response,
      problem(413, "too-large", `A body may have ${BODY_BYTES_MAX / 2 ** 20} MiB. Send smaller batches.`),
      true,
    );
  }
  if (body.kind === "busy") {
    return answer(
      response,
      problem(503, "busy", "The edge holds as many requests as it may. Send it again a little later."),
      true,
    );
  }
  try {
    await carry(edge, kind, request, response, body.bytes);
  } finally {
    edge.heldBytes -= body.bytes.length;
  }
}

async function carry(
  edge: Edge,
  kind: "ingest" | "read" | "write",
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const clientGone = new AbortController();
  response.once("close", () => clientGone.abort());
  // Stamped before the first try: a retry on the other region derives the same ids for events that bring none.
  const what = forwarded(request, body, { linkKey: edge.linkKey, requestId: randomBytes(12).toString("hex") });
  const regions = candidates(kind, edge.health.regions());
  const deadline = performance.now() + TIMEOUT_MS[kind];
  for (const [index, region] of regions.entries()) {
    // A region that hangs must leave time for the other: events may go twice, their ids say that they are the same.
    const share = kind === "ingest" ? regions.length - index : 1;
    const timeoutMs = (deadline - performance.now()) / share;
    const outcome = await tryOnce(edge, kind, region, what, timeoutMs, clientGone.signal);
    if (clientGone.signal.aborted) return;
    if (outcome.kind === "answer") {
      const healable = outcome.response.statusCode === 502 || outcome.response.statusCode === 503;
      const again = healable && kind !== "write" && index + 1 < regions.length;
      if (!again) return passOn(outcome.response, response, region);
      outcome.response.resume();
    } else if (kind === "write" && outcome.sent) {
      return answer(
        response,
        problem(
          503,
          "outcome-unknown",
          "The active region was lost in mid-answer: the change may or may not have been made. Look before you repeat it.",
        ),
      );
    }
    edge.counts.retried += 1;
  }
  edge.counts.unanswered += 1;
  answer(
    response,
    kind === "write" ? notActive() : problem(503, "unavailable", "No region could answer. Send it again."),
  );
}

async function tryOnce(
  edge: Edge,
  kind: "ingest" | "read" | "write",
  region: string,
  what: Forwarded,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const service = kind === "ingest" ? "collector" : "console";
  const port = regionOf(edge.installation, region).ports[service];
  const outcome = await tryRegion(what, port, edge.agent, Math.max(timeoutMs, 1), signal);
  if (outcome.kind === "failed" && !outcome.sent && !signal.aborted) edge.health.connectionFailed(region, service);
  return outcome;
}

type Body = { kind: "bytes"; bytes: Buffer } | { kind: "too-large" } | { kind: "busy" };

async function readBody(edge: Edge, request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      edge.heldBytes += chunk.length;
      if (length > BODY_BYTES_MAX) return { kind: "too-large" };
      if (edge.heldBytes > HELD_BYTES_MAX) return { kind: "busy" };
    }
    const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    // Held until the answer is out; the caller gives it back.
    length = 0;
    return { kind: "bytes", bytes };
  } finally {
    edge.heldBytes -= length;
  }
}

function notActive(): Problem {
  return problem(
    503,
    "not-active",
    "No region takes changes at the moment. Events are still accepted and questions answered; try the change again later.",
  );
}

function problem(status: number, type: string, detail: string): Problem {
  return { type: `/problems/${type}`, title: type.replaceAll("-", " "), status, detail };
}

function answer(response: ServerResponse, body: { status: number; [member: string]: unknown }, close = false): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const json = JSON.stringify(body);
  response.writeHead(body.status, {
    "content-type": body.status >= 400 ? "application/problem+json" : "application/json",
    "content-length": Buffer.byteLength(json),
    // SDKs in browsers must be able to read why, and when to come back.
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "retry-after",
    "cache-control": "no-store",
    ...(body.status === 503 ? { "retry-after": String(RETRY_AFTER_S) } : {}),
    ...(close ? { connection: "close" } : {}),
  });
  response.end(json);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
