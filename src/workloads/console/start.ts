// The console's process: joins the application to PostgreSQL, the voters, the other processes and a port. It starts without
// a database too: then it says so in each answer, and goes on by itself when the database is there.

import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { hashPassword, passwordMatches } from "../../drivers/catalogue/password-hash.ts";
import { postgresCatalogue } from "../../drivers/catalogue/postgres-catalogue.ts";
import { listEvidence, readEvidence } from "../../drivers/evidence/evidence-files.ts";
import { serve } from "../../drivers/http/serve.ts";
import { postgresPool } from "../../drivers/postgres/connect.ts";
import { confirmLease } from "../../drivers/register/confirm-lease.ts";
import { followRole } from "../../drivers/register/role-watcher.ts";
import { type RecoveryMemory, readRecovery } from "../../drivers/status/read-recovery.ts";
import { readRegion } from "../../drivers/status/read-region.ts";
import { type Memory, readStatus, VERSION } from "../../drivers/status/read-status.ts";
import { mayWrite } from "../../recovery/lease/gate.ts";
import type { StartWorkload } from "../context.ts";
import { consoleApp, consoleRoutes } from "./console-app.ts";
import { API } from "./endpoint.ts";
import { staticFiles } from "./static-files.ts";

const READING_MAX = 4;
const CHANGING_MAX = 3;
/** A lease is told anew long before the last telling of it runs out. */
const LEASE_FRESH_MS = 1_000;
/** Many readers of the Regions page cost one round of questions. */
const STATUS_KEPT_MS = 500;
/** Shorter: someone may be watching a run of a few seconds. */
const ROOM_KEPT_MS = 200;

export const start: StartWorkload = async ({ installation, region, peer, linkKey, log, telemetry }) => {
  const reading = postgresPool(installation, region.name, { max: READING_MAX, applicationName: "console" });
  const changing = postgresPool(installation, region.name, { max: CHANGING_MAX, applicationName: "console changes" });
  const guardianPort = region.ports.guardian;
  const watcher = followRole({ installation, region: region.name, guardianPort, linkKey, freshMs: LEASE_FRESH_MS });
  const memory: Memory = new Map();
  const recoveryMemory: RecoveryMemory = new Map();
  const roleNow = () => {
    const known = watcher.current();
    return known.kind === "known" ? known.role : "passive";
  };
  const app = consoleApp(
    {
      installation,
      region,
      peer,
      linkKey,
      catalogue: postgresCatalogue(reading, { pool: changing, confirm: confirmLease(guardianPort, linkKey) }),
      role: () => watcher.current(),
      mayWrite() {
        const lease = watcher.lease();
        return lease ? mayWrite(lease) : { ok: false, because: `the guardian of ${region.name} doesn't answer` };
      },
      now: () => Date.now(),
      chance: randomBytes,
      passwords: { hash: hashPassword, match: passwordMatches },
      fetch,
      installationStatus: keptFor(STATUS_KEPT_MS, () => readStatus(installation, linkKey, memory, region.name)),
      regionStatus: keptFor(STATUS_KEPT_MS, async () => ({
        ...(await readRegion(region, linkKey, roleNow(), Date.now())),
        version: VERSION,
      })),
      recoveryRoom: keptFor(ROOM_KEPT_MS, () => readRecovery(installation, region.name, linkKey, recoveryMemory)),
      evidence: {
        list: () => listEvidence(region.directory),
        read: (drill, file) => readEvidence(region.directory, drill, file),
      },
      log,
      telemetry,
    },
    staticFiles(fileURLToPath(new URL("../../../web/dist", import.meta.url))),
  );
  const server = await serve((request) => app.fetch(request), region.ports.console, `the console of ${region.name}`, {
    telemetry,
    routeOf: consoleRoutes(),
    spanOf: (name) => (name.startsWith(API) ? "console request" : undefined),
    region: region.name,
  });
  await watcher.asked;
  log("console is ready", { port: region.ports.console });
  return {
    async stop() {
      watcher.stop();
      await server.close();
      await Promise.all([reading.end(), changing.end()]);
    },
  };
};

/** One answer for all who ask within the time, also while it is being made. */
function keptFor<T>(ms: number, make: () => Promise<T>): () => Promise<T> {
  let kept: { made: Promise<T>; until: number } | undefined;
  return () => {
    const now = performance.now();
    if (!kept || kept.until < now) {
      const made = make();
      kept = { made, until: now + ms };
      made.catch(() => {
        kept = undefined;
      });
    }
    return kept.made;
  };
}
