// The witness's eyes: canaries of both regions and of the entrance, alarms that page when one is lost, a view of
// everything. Its topics and its bucket are made by the global stack, which is applied before, and found by their names.

import type { Platform } from "../../../blueprint/platform.ts";
import { recordsBucket, topicArnIn } from "../../names/safety.ts";
import type { Stack } from "../language/stack.ts";
import { at, type Lookout } from "../lookout.ts";
import { buildAlarms, type Watched } from "../region/alarms.ts";
import { buildAudit } from "../region/audit.ts";
import { buildCanaries, buildLostComposites } from "../region/canaries.ts";
import { buildDashboard, buildOverview } from "../region/dashboards.ts";
import { witnessLookout } from "./lookout.ts";

export function buildWitnessWatch(platform: Platform, stack: Stack): void {
  const lookout = witnessLookout(platform, stack);
  const bucket = stack
    .file("records", "The witness's bucket of records, which the global stack makes.")
    .data("aws_s3_bucket", "records", { bucket: recordsBucket(platform, lookout.place.region) }, at(lookout));
  const records = { bucket, lookout };
  buildAudit(records, "witness");
  buildCanaries(records, "witness");
  const watched: Watched = { lookout, told: toldByName(lookout) };
  const alarms = buildAlarms(watched);
  buildLostComposites(watched, alarms);
  buildDashboard(watched, alarms);
  buildOverview(lookout);
}

/** The topics of a place whose stack is another one. */
export const toldByName = ({ platform, place }: Pick<Lookout, "platform" | "place">): Watched["told"] => ({
  page: topicArnIn(platform, "page", place),
  ticket: topicArnIn(platform, "ticket", place),
  fallback: topicArnIn(platform, platform.observability.pager.kind === "email" ? "page" : "fallback", place),
});
