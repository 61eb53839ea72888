// The lake writer's process: joins it to this region's log, bucket, role and port.

import { join } from "node:path";
import { MERGE_POLICY } from "../../app/lake/merge-plan.ts";
import { LINK_KEY_HEADER, linkPort } from "../../core/installation.ts";
import { observing } from "../../drivers/http/observed-server.ts";
import { hasLinkKey, serve } from "../../drivers/http/serve.ts";
import { openAsideFiles } from "../../drivers/lake/aside.ts";
import { openBucket } from "../../drivers/lake/bucket.ts";
import { openLakeDatabase } from "../../drivers/lake/lake-database.ts";
import { openLakeIndex } from "../../drivers/lake/lake-index.ts";
import { listPeerBucket } from "../../drivers/lake/peer-bucket.ts";
import { openLogReader } from "../../drivers/log/log-reader.ts";
import { listOrigins } from "../../drivers/log/origins.ts";
import { releaseSegments } from "../../drivers/log/release.ts";
import { LAKE_STEPS_PATH } from "../../drivers/recovery/see-region.ts";
import { followRole } from "../../drivers/register/role-watcher.ts";
import { userAgentParser } from "../../drivers/user-agent.ts";
import type { StartWorkload } from "../context.ts";
import { FLUSH_POLICY } from "./flusher.ts";
import { type LakeWriter, runLakeWriter } from "./lake-writer.ts";
import { tellOfLake } from "./metrics.ts";

const ROUND_EVERY_MS = 500;
const TIDY_EVERY_MS = 30_000;

export const start: StartWorkload = async ({ installation, region, peer, linkKey, log, telemetry }) => {
  const peerMirror = linkPort(installation, region.name, peer.name, "mirror");
  const logDirectory = join(region.directory, "log");
  const bucket = await openBucket(join(region.directory, "bucket"));
  const role = followRole({ installation, region: region.name, guardianPort: region.ports.guardian, linkKey });
  const writer = await runLakeWriter({
    bucket,
    index: openLakeIndex(bucket),
    database: await openLakeDatabase(join(region.directory, "cache", "lake-writer")),
    aside: await openAsideFiles(join(region.directory, "aside")),
    parseUserAgent: userAgentParser(),
    listLogs: async () => ({
      own: await listOrigins(join(logDirectory, "own")),
      mirror: await listOrigins(join(logDirectory, "mirror")),
    }),
    openReader: openLogReader,
    releaseSegments,
    listPeer: () => listPeerBucket(peerMirror, linkKey),
    activeEpoch: () => {
      const known = role.current();
      return known.kind === "known" && known.role === "active" ? known.epoch : undefined;
    },
    policy: FLUSH_POLICY,
    mergePolicy: MERGE_POLICY,
    roundEveryMs: ROUND_EVERY_MS,
    tidyEveryMs: TIDY_EVERY_MS,
    now: () => Date.now(),
    log,
    telemetry,
    region: region.name,
  });
  tellOfLake(telemetry.metrics, writer);
  const server = await serve(
    routes(writer, linkKey),
    region.ports.lakeWriter,
    `the lake writer of ${region.name}`,
    observing("lake-writer", telemetry, region.name),
  );
  return {
    async stop() {
      role.stop();
      await Promise.all([server.close(), writer.stop()]);
    },
  };
};

function routes(writer: LakeWriter, linkKey: string) {
  return async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === "GET" && pathname === "/healthz") {
      const because = writer.failing();
      return Response.json({ ok: because === undefined, detail: because ?? null }, { status: because ? 503 : 200 });
    }
    if (!hasLinkKey(request.headers.get(LINK_KEY_HEADER), linkKey)) {
      return Response.json({ detail: "This path needs the installation's link key." }, { status: 401 });
    }
    if (request.method === "GET" && pathname === LAKE_STEPS_PATH) return Response.json({ steps: writer.steps() });
    if (request.method === "GET" && pathname === "/internal/status") return Response.json(await writer.status());
    if (request.method === "POST" && pathname === "/internal/flush") {
      try {
        // The other region writes its own log; asked to, this one writes what it has mirrored of it, too.
        await writer.flush(searchParams.get("mirror") === "true" ? "all" : "own");
        return Response.json(await writer.status());
      } catch (error) {
        return Response.json({ detail: error instanceof Error ? error.message : String(error) }, { status: 503 });
      }
    }
    return Response.json({ detail: "There is nothing here." }, { status: 404 });
  };
}
