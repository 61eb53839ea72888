// What a lake writer tells of its bucket and its log when it is scraped.

import type { MetricsRegistry } from "../../drivers/telemetry/registry.ts";
import type { LakeWriter } from "./lake-writer.ts";

export function tellOfLake(metrics: MetricsRegistry, writer: LakeWriter): void {
  metrics.onScrape(async (tell) => {
    tell("tandem_lake_failing", {}, writer.failing() !== undefined);
    const [{ lake }, lagMs] = await Promise.all([writer.status(), writer.lagMs()]);
    tell("tandem_lake_lag_seconds", {}, lagMs / 1_000);
    tell("tandem_lake_set_aside", {}, lake.setAside);
    tell("tandem_lake_objects", {}, lake.objects);
    tell("tandem_lake_size_bytes", {}, lake.bytes);
    tell("tandem_lake_damaged", {}, lake.damaged);
  });
}
