// The collector process: events in, durable before they are answered; and the log's way to the peer.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { utcDay } from "../../core/time.ts";
import { readKeySnapshot } from "../../drivers/catalogue/read-key-snapshot.ts";
import { openCountryDatabase } from "../../drivers/country.ts";
import { openKeyStore } from "../../drivers/keys/key-store.ts";
import { openEventLog } from "../../drivers/log/event-log.ts";
import { segmentBytes } from "../../drivers/log/segment-bytes.ts";
import { logRoutes } from "../../drivers/log/serve-log.ts";
import { postgresPool } from "../../drivers/postgres/connect.ts";
import { saltReader } from "../../drivers/salts/salt-reader.ts";
import type { StartWorkload } from "../context.ts";
import type { SaltOf } from "./caller.ts";
import { startCollector } from "./collector.ts";

/** The guardian makes or fetches today's salt within this time of a first start. */
const SALT_WAIT_MS = 3_000;
const SALT_LOOK_MS = 50;
const CONNECTIONS_MAX = 2;

export const start: StartWorkload = async ({ installation, region, linkKey, log: note, telemetry }) => {
  const directory = join(region.directory, "log", "own");
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const commits = telemetry.metrics.histogram("tandem_log_append_duration_seconds", {});
  const log = await openEventLog({
    directory,
    region: region.name,
    onNotice: (detail) => note("log", { detail }),
    onCommit: (tookMs) => commits.observe(tookMs / 1_000),
  });
  const pool = postgresPool(installation, region.name, { max: CONNECTIONS_MAX, applicationName: "collector" });
  const keys = await openKeyStore({
    file: join(region.directory, "keys.json"),
    read: () => readKeySnapshot(pool),
    onNotice: (detail) => note("keys", { detail }),
  });
  const saltOf = saltReader(join(region.directory, "salts"));
  await waitForSalt(saltOf);
  const release = async () => {
    await keys.close();
    await pool.end();
    await log.close();
  };
  try {
    const collector = await startCollector({
      port: region.ports.collector,
      linkKey,
      log,
      keys,
      countryOf: openCountryDatabase(),
      saltOf,
      link: (onAck) => logRoutes({ directory, log, onAck }),
      onEvent: note,
      telemetry,
    });
    telemetry.metrics.onScrape(async (tell) => tell("tandem_log_size_bytes", {}, await segmentBytes(directory)));
    note("accepting", { port: collector.port, origin: log.origin, end: log.durableEnd() });
    return {
      stop: async () => {
        await collector.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
};

/** At a first start the salt is being made; events that come before it would count as a visitor each. */
async function waitForSalt(saltOf: SaltOf): Promise<void> {
  const until = performance.now() + SALT_WAIT_MS;
  while (!saltOf(utcDay(Date.now())) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, SALT_LOOK_MS));
  }
}
