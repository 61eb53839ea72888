// The query process: DuckDB over this region's lake files and the tail of its logs.

import { join } from "node:path";
import { freshnessOf } from "../../app/queries/freshness.ts";
import type { OriginFreshness } from "../../core/question.ts";
import type { InstantMs } from "../../core/time.ts";
import { openEngine } from "../../drivers/duckdb/engine.ts";
import { openSliceStore } from "../../drivers/duckdb/slice-store.ts";
import { observing } from "../../drivers/http/observed-server.ts";
import { serve } from "../../drivers/http/serve.ts";
import { openBucket } from "../../drivers/lake/bucket.ts";
import { openLakeIndex } from "../../drivers/lake/lake-index.ts";
import { openLogReader } from "../../drivers/log/log-reader.ts";
import { lakeViews } from "../../drivers/tail/lake-view.ts";
import { openTail } from "../../drivers/tail/tail.ts";
import { userAgentParser } from "../../drivers/user-agent.ts";
import type { StartWorkload } from "../context.ts";
import { createAnswerer } from "./answerer.ts";
import { followMirror } from "./mirror-status.ts";
import { startReading } from "./reading.ts";
import { queryRoutes } from "./routes.ts";
import { makeSlicesAhead } from "./slices-ahead.ts";
import { recordTraceIn, traceEvent } from "./trace.ts";

export const start: StartWorkload = async ({ region, linkKey, log, telemetry }) => {
  const now = (): InstantMs => Date.now();
  const startedAt = now();
  const engine = await openEngine(join(region.directory, "cache", "query-scratch"));
  const bucket = await openBucket(join(region.directory, "bucket"));
  const views = lakeViews(bucket, openLakeIndex(bucket), log);
  const tail = await openTail({
    connection: await engine.connect(),
    logDirectory: join(region.directory, "log"),
    openReader: openLogReader,
    parseUserAgent: userAgentParser(),
    now,
    onNotice: log,
  });
  const reading = await startReading(views, tail, log);
  const slices = await openSliceStore(join(region.directory, "cache", "slices"), engine, log);
  const ahead = makeSlicesAhead({ engine, reading, slices, now, log });
  const mirror = followMirror(region.ports.mirror, linkKey);
  const freshness = () =>
    freshnessOf({
      seen: tail.origins(),
      watermarks: reading.view().watermarks,
      mirrorHeardAt: mirror.heardAt(),
      region: region.name,
      startedAt,
      now: now(),
    });
  const answerer = createAnswerer({ engine, reading, region: region.name, now, freshness, slices });
  const recordTrace = recordTraceIn(join(region.directory, "log"));
  const routes = queryRoutes({
    linkKey,
    answerer,
    log,
    telemetry,
    trace: (project, messageId, signal) =>
      traceEvent(
        { engine, reading, region: region.name, origins: tail.origins, recordTrace },
        project,
        messageId,
        signal,
      ),
    status: () => ({
      query: { ...engine.load(), cacheHitRate: answerer.hitRate(), tailEvents: tail.index().count() },
      freshness: freshness(),
    }),
  });
  telemetry.metrics.onScrape((tell) => {
    const { asked, hits } = answerer.cacheCounts();
    tell("tandem_query_cache_requests_total", { outcome: "hit" }, hits);
    tell("tandem_query_cache_requests_total", { outcome: "miss" }, asked - hits);
    const { running, queued } = engine.load();
    tell("tandem_query_running", {}, running);
    tell("tandem_query_waiting", {}, queued);
    tell("tandem_query_tail_events", {}, tail.index().count());
    for (const [origin_region, ageMs] of agesOf(freshness(), now())) {
      tell("tandem_query_freshness_seconds", { origin_region }, ageMs / 1_000);
    }
  });
  const server = await serve(
    (request) => routes.fetch(request),
    region.ports.query,
    `the query process of ${region.name}`,
    observing("query", telemetry, region.name),
  );
  return {
    async stop() {
      mirror.stop();
      await server.close();
      await ahead.stop();
      await slices.close();
      await reading.stop();
      await engine.close();
    },
  };
};

/** How old each region's newest origin is; the ended ones before it hold nothing back. */
function agesOf(freshness: readonly OriginFreshness[], nowMs: InstantMs): Map<string, number> {
  const ages = new Map<string, number>();
  for (const { region, completeUntil } of freshness) {
    if (completeUntil === null) continue;
    const ageMs = Math.max(0, nowMs - completeUntil);
    ages.set(region, Math.min(ages.get(region) ?? Number.POSITIVE_INFINITY, ageMs));
  }
  return ages;
}
