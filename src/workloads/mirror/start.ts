// The mirror: this region's copy of the peer's log and of the peer's lake objects, and the peer's door to this bucket.

import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { LINK_KEY_HEADER, type LinkService, linkPort } from "../../core/installation.ts";
import { insideOrigin } from "../../drivers/http/inside.ts";
import { observedServer, observing } from "../../drivers/http/observed-server.ts";
import { hasLinkKey, KEEP_ALIVE_MS, listenError } from "../../drivers/http/serve.ts";
import { openBucket } from "../../drivers/lake/bucket.ts";
import { makeDirectory } from "../../drivers/log/durable-file.ts";
import { lockForWriting } from "../../drivers/log/writer-lock.ts";
import type { RunningWorkload, WorkloadContext } from "../context.ts";
import { copyObjects } from "./copy-objects.ts";
import { followLogs } from "./follow-logs.ts";
import { peerAt } from "./peer.ts";
import { BUCKET_PATH, bucketRoutes } from "./serve-bucket.ts";

const HEADERS_TIMEOUT_MS = 10_000;

export async function start(context: WorkloadContext): Promise<RunningWorkload> {
  const directory = join(context.region.directory, "log", "mirror");
  await makeDirectory(directory);
  const unlock = await lockForWriting(directory, "the mirror of the peer's log");
  const bucket = await openBucket(join(context.region.directory, "bucket"));
  const end = new AbortController();
  const { signal } = end;
  const peer = peerAt(peerAddresses(context), context.linkKey);
  const logs = followLogs({ peer, directory, log: context.log, signal });
  const scratch = join(context.region.directory, "cache", "mirror");
  const objects = copyObjects({ peer, bucket, scratch, log: context.log, signal });
  const status = () => {
    const { origins, ...mirror } = logs.status(Date.now());
    return { mirror, missingObjects: objects.missing(), origins };
  };
  context.telemetry.metrics.onScrape((tell) => {
    const { behindEvents, behindMs, origins } = logs.status(Date.now());
    tell("tandem_mirror_peer_heard", {}, behindEvents !== null);
    tell("tandem_mirror_lag_events", {}, behindEvents);
    tell("tandem_mirror_lag_seconds", {}, behindMs === null ? null : behindMs / 1_000);
    tell(
      "tandem_mirror_hole_events",
      {},
      origins.reduce((sum, { holes }) => sum + holes, 0),
    );
    tell("tandem_mirror_missing_objects", {}, objects.missing());
  });
  const stop = async () => {
    end.abort();
    await Promise.all([logs.ended, objects.ended]);
    peer.close();
    await unlock();
  };
  try {
    const close = await listen(context, bucketRoutes(bucket), status);
    return { stop: async () => void (await Promise.all([stop(), close()])) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the peer is: the only place that says so. */
function peerAddresses({ installation, region, peer }: WorkloadContext): { log: string; bucket: string } {
  const at = (service: LinkService) => insideOrigin(linkPort(installation, region.name, peer.name, service));
  return { log: at("collector"), bucket: at("mirror") };
}

type Answer = (url: URL, response: ServerResponse) => Promise<void>;

async function listen(context: WorkloadContext, bucket: Answer, status: () => object): Promise<() => Promise<void>> {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://mirror");
    const { pathname } = url;
    if (request.method !== "GET") return json(response, 405, { detail: "Only GET is answered here." });
    if (pathname === "/healthz") return json(response, 200, { ok: true, detail: null });
    const key = request.headers[LINK_KEY_HEADER];
    if (!hasLinkKey(typeof key === "string" ? key : undefined, context.linkKey)) {
      return json(response, 401, { detail: `This path needs the installation's link key in ${LINK_KEY_HEADER}.` });
    }
    if (pathname === "/internal/status") return json(response, 200, status());
    if (pathname === BUCKET_PATH || pathname.startsWith(`${BUCKET_PATH}/`)) return bucket(url, response);
    return json(response, 404, { detail: "There is nothing here; docs/ARCHITECTURE.md lists the paths." });
  };
  const observed = observing("mirror", context.telemetry, context.region.name);
  const server = observedServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS, noDelay: true },
    observed,
    (request, response) => {
      request.resume();
      handle(request, response).catch((error: Error) => {
        context.log("mirror-request-failed", { because: error.message });
        if (response.headersSent) response.destroy();
        else json(response, 503, { detail: "The bucket can't be read at the moment; try again." });
      });
    },
  );
  const { mirror: port } = context.region.ports;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, "the mirror")));
    server.listen({ port, host: "127.0.0.1" }, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
