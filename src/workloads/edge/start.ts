// The edge: what Route 53, CloudFront and the ALB are on AWS. Health checks, routing by kind of request, and one retry of
// repeatable work on the other region. It holds no truth: kill it, and the next one knows as much within a second. A drain that a
// person asked for is on its disk.

import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { LINK_KEY_HEADER } from "../../core/installation.ts";
import { monotonicMs } from "../../drivers/clock.ts";
import { answerBrokenRequests, STRANGER_LIMITS } from "../../drivers/http/broken-request.ts";
import { insideAgent } from "../../drivers/http/inside.ts";
import { observedServer } from "../../drivers/http/observed-server.ts";
import { hasLinkKey, listenError } from "../../drivers/http/serve.ts";
import type { StartWorkload } from "../context.ts";
import { answer, problem } from "./answer.ts";
import { carry, type Edge } from "./carry.ts";
import { drainJournal } from "./drain-journal.ts";
import { DRAIN_BODY_BYTES_MAX, DRAIN_PATH, drainAnswer } from "./drain-routes.ts";
import { openDrains } from "./drains.ts";
import { errorShares } from "./error-share.ts";
import { watchHealth } from "./health.ts";
import { tellOfEdge } from "./metrics.ts";
import { activeOf, kindOf } from "./routing.ts";

/** Compressed bodies; the collector bounds what they inflate to. */
const BODY_BYTES_MAX = 5 * 1024 * 1024;
/** Of all bodies held for a retry at once. */
const HELD_BYTES_MAX = 96 * 1024 * 1024;
/** Of a body that is too large this much is read and forgotten, so that the sender gets to read the answer. */
const DISCARDED_BYTES_MAX = 8 * BODY_BYTES_MAX;
const SOCKETS_MAX = 256;

export const start: StartWorkload = async ({ installation, linkKey, log, telemetry }) => {
  const agent = insideAgent({ keepAlive: true, maxSockets: SOCKETS_MAX, keepAliveMsecs: 5_000 });
  const health = await watchHealth(installation, (region, target, up) => log("health", { region, target, up }));
  const counts = { ingest: 0, read: 0, write: 0, retried: 0, unanswered: 0 };
  const journal = drainJournal(join(installation.directory, "edge", "drains.ndjson"));
  const drains = await openDrains({ journal, now: Date.now, log });
  const edge: Edge = {
    installation,
    linkKey,
    agent,
    health,
    heldBytes: 0,
    heldWrites: 0,
    shares: errorShares(),
    drains,
    counts,
    ingestBy: new Map(installation.regions.map(({ name }) => [name, { answered: 0, drained: 0 }])),
  };
  tellOfEdge(telemetry.metrics, edge);
  const server = observedServer(
    { ...STRANGER_LIMITS, connectionsCheckingInterval: 1_000, keepAliveTimeout: 30_000 },
    {
      telemetry,
      routeOf: (method, url) => kindOf(method, pathOf(url)),
      spanOf: (kind) => (kind === "ingest" || kind === "read" || kind === "write" ? "edge carry" : undefined),
      plain: true,
    },
    (request, response) => {
      handle(edge, request, response).catch((error) => {
        log("request failed", { error: String(error) });
        answer(response, problem(503, "unavailable", "The edge could not carry this request. Send it again."));
      });
    },
  );
  server.maxConnections = 4_096;
  answerBrokenRequests(server);
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
        drains.stop();
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
  request.url = oneSlash(request.url ?? "/");
  const path = pathOf(request.url);
  const kind = kindOf(request.method ?? "GET", path);
  if (kind === "own") return answer(response, { status: 200, regions: edge.health.regions() });
  if (kind === "malformed")
    return answer(response, problem(400, "malformed-path", "The path can't be read. Check its escapes."));
  if (kind === "hidden") {
    const knows = hasLinkKey(header(request, LINK_KEY_HEADER), edge.linkKey);
    if (knows && path === "/internal/status") return answer(response, statusOf(edge));
    const given = knows && (path.startsWith(DRAIN_PATH) ? await drainOf(edge, request, path) : undefined);
    if (given) return answer(response, given);
    return answer(
      response,
      problem(404, "not-found", "There is nothing here. The API's reference is at /api/2026-11/reference."),
    );
  }
  edge.counts[kind] += 1;
  const body = await readBody(edge, request);
  // A sender that goes away in mid-body is nobody's fault and gets no answer.
  if (body.kind === "gone") return void response.destroy();
  if (body.kind === "too-large") {
    return answer(
      response,
      problem(413, "body-too-large", `A body may have ${BODY_BYTES_MAX / 2 ** 20} MiB. Send smaller batches.`),
      true,
    );
  }
  if (body.kind === "busy") {
    return answer(
      response,
      problem(503, "too-busy", "The edge holds as many requests as it may. Send it again a little later."),
      true,
    );
  }
  try {
    await carry(edge, kind, request, response, body.bytes);
  } finally {
    edge.heldBytes -= body.bytes.length;
  }
}

const oneSlash = (url: string): string => url.replace(/^\/{2,}/, "/");
const pathOf = (url: string): string => oneSlash(url).split("?")[0] as string;

/** `errorShare`: of requests to the active region in the last ten seconds; `held`: writes that wait for one to be active. */
function statusOf(edge: Edge) {
  const regions = edge.health.regions();
  const active = activeOf(regions);
  return {
    status: 200,
    counts: edge.counts,
    regions,
    active: active?.name ?? null,
    epoch: active?.epoch ?? null,
    errorShare: active ? edge.shares.of(active.name, monotonicMs()) : null,
    held: edge.heldWrites,
    drain: edge.drains.view(regions).drain,
  };
}

async function drainOf(edge: Edge, request: IncomingMessage, path: string) {
  const method = request.method ?? "GET";
  const body = method === "GET" ? "" : await smallBody(request);
  if (body === undefined) return problem(413, "body-too-large", `The body may have ${DRAIN_BODY_BYTES_MAX} bytes.`);
  return await drainAnswer(edge.drains, edge.health.regions(), { method, path, body });
}

async function smallBody(request: IncomingMessage): Promise<string | undefined> {
  let text = "";
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    text += chunk.toString("utf8");
    if (text.length > DRAIN_BODY_BYTES_MAX) return undefined;
  }
  return text;
}

type Body = { kind: "bytes"; bytes: Buffer } | { kind: "too-large" } | { kind: "busy" } | { kind: "gone" };

/** The body, held until the caller gives it back; of one that can't be held the rest is read on, up to a bound. */
async function readBody(edge: Edge, request: IncomingMessage): Promise<Body> {
  let chunks: Buffer[] = [];
  let length = 0;
  let held = 0;
  let refused: "too-large" | "busy" | undefined;
  const letGo = () => {
    chunks = [];
    edge.heldBytes -= held;
    held = 0;
  };
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > BODY_BYTES_MAX) refused = "too-large";
      else if (edge.heldBytes + chunk.length > HELD_BYTES_MAX) refused ??= "busy";
      if (refused) letGo();
      else {
        chunks.push(chunk);
        held += chunk.length;
        edge.heldBytes += chunk.length;
      }
      if (length > DISCARDED_BYTES_MAX) break;
    }
  } catch {
    letGo();
    return { kind: "gone" };
  }
  if (refused) return { kind: refused };
  return { kind: "bytes", bytes: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks) };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
