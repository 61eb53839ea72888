// Pingdom's checks as its API takes them (POST /api/3.1/checks), one per public entrance: a visitor from outside of AWS, who sees
// what clients see. Synthetics watches each region; this watches the names that people type.
import type { Platform } from "../../blueprint/platform.ts";
import { entranceHost, entrances, HEALTH } from "../names/dns.ts";
import { alertUrl } from "./runbook.ts";

/** Minutes between visits; of Pingdom's steps the shortest. */
const MINUTES = 1;
/** Two visits in a row: a single one that fails is the internet's. */
const FAILED_VISITS = 2;
const CERTIFICATE_DAYS = 14;
const SLOW_MS = 5_000;

export type PingdomCheck = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export const pingdomChecks = (platform: Platform): readonly PingdomCheck[] =>
  entrances(platform).map((entrance) => {
    const health = HEALTH[entrance.route === "collect" ? "accepting" : "active"];
    return {
      name: `${platform.name}: ${entranceHost(platform, entrance)}`,
      type: "http",
      host: entranceHost(platform, entrance),
      url: health.path,
      port: 443,
      encryption: true,
      verify_certificate: true,
      ssl_down_days_before: CERTIFICATE_DAYS,
      shouldcontain: health.says,
      resolution: MINUTES,
      responsetime_threshold: SLOW_MS,
      sendnotificationwhendown: FAILED_VISITS,
      notifywhenbackup: true,
      ipv6: false,
      tags: ["tandem", platform.name, platform.environment],
      custom_message: `No region answers ${entranceHost(platform, entrance)}. ${alertUrl(platform, "active-none")}`,
    };
  });
