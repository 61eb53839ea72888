// All that watches and saves a region, in two halves: what others may rely on while they are built, and what can only be
// made when everything else is there, because it looks at it.
import { regionIllAlarm } from "../../names/safety.ts";
import { lookoutOf } from "../lookout.ts";
import { buildAlarms, buildComposite, type Watched } from "./alarms.ts";
import { buildAudit } from "./audit.ts";
import { buildBackups } from "./backups.ts";
import { buildCanaries, buildLostComposites } from "./canaries.ts";
import { buildDashboard } from "./dashboards.ts";
import { buildEvents } from "./events.ts";
import { buildExperiments } from "./experiments.ts";
import { buildLogs } from "./logs.ts";
import type { Network } from "./network.ts";
import { buildHeartbeat, buildNotifications } from "./notifications.ts";
import type { Records } from "./records.ts";
import type { Site } from "./site.ts";

/** Last in a region: alarms and dashboards are made of what the stack holds by then. */
export function buildWatch(site: Site, network: Network, records: Records): void {
  const { platform, region, peer } = site;
  const lookout = lookoutOf(site);
  const topics = buildNotifications(records);
  if (region.holds.cluster) buildHeartbeat(lookout);
  buildEvents(lookout, topics, "region");
  buildAudit(records, "region");
  buildLogs(site);
  buildBackups(site, records, topics);
  buildCanaries(records, "region");

  const watched: Watched = { lookout, told: { ...topics.arns, fallback: topics.fallback }, region, peer };
  const alarms = buildAlarms(watched);
  buildLostComposites(watched, alarms);
  const signs = alarms.filter(({ rule }) => rule.ill);
  if (signs.length > 0) {
    const ill = buildComposite(watched, {
      key: "region_ill",
      name: regionIllAlarm(platform, region.name),
      says: `${region.name} shows signs of being ill as a whole`,
      runbook: "region-ill",
      comment:
        "The signs themselves only write tickets: however many ring, this is the one page. It also stops experiments.",
      of: signs,
    });
    if (platform.recovery.faultExperiments && region.holds.cluster && region.holds.data) {
      buildExperiments(site, network, records, ill);
    }
  }
  buildDashboard(watched, alarms);
}
