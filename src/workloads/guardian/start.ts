// The guardian of a region: serves the voter's register and the salts, keeps the region's lease, watches replication, marks
// `solo`. A process apart from the collector and from PostgreSQL, so that their stalls don't look like death; it starts and
// votes without either.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { linkPort } from "../../core/installation.ts";
import { monotonicMs, wallMs } from "../../drivers/clock.ts";
import { observing } from "../../drivers/http/observed-server.ts";
import {
  type InternalAnswer,
  type InternalRequest,
  type InternalServer,
  refusal,
  serveInternal,
} from "../../drivers/http/serve-internal.ts";
import { placesOf } from "../../drivers/postgres/settings.ts";
import { HEARD_VOTES_PATH, votesTeller } from "../../drivers/register/heard-votes.ts";
import { type RegisterFile, registerFile } from "../../drivers/register/register-file.ts";
import { registerRoute } from "../../drivers/register/register-routes.ts";
import { isSaltDay, listSalts, readSalt } from "../../drivers/salts/salt-files.ts";
import type { RunningWorkload, StartWorkload, WorkloadContext } from "../context.ts";
import { DatabaseWatch } from "./database-watch.ts";
import { driveLease, type LeaseDriver } from "./lease-driver.ts";
import { leaseRoute } from "./lease-routes.ts";
import { tellOfGuardian } from "./metrics.ts";
import { keepSalts, peerAsker } from "./salt-keeper.ts";

/** initdb takes a second, on a machine in trouble a minute. */
const CLUSTER_MS_MAX = 60_000;
const CLUSTER_LOOK_MS = 25;
const SALTS_MS = 60_000;
/** Until every salt is here: the peer's guardian may start after this one. */
const SALTS_MISSING_MS = 1_000;

export const start: StartWorkload = async (context) => {
  const { region, linkKey, telemetry } = context;
  const register = registerFile(region.directory);
  const teller = votesTeller(() => ({ lease: lease.view(), at: monotonicMs() }));
  const lease: LeaseDriver = driveLease(context, register, () => {
    teller.changed();
    database.leaseChanged();
  });
  const database = new DatabaseWatch(context, lease);
  const stopAll = async (): Promise<void> => {
    await database.stop();
    await lease.stop();
  };
  let server: InternalServer;
  try {
    server = await serveInternal({
      port: region.ports.guardian,
      who: `the guardian of ${region.name}`,
      linkKey,
      open: ["/healthz"],
      observing: observing("guardian", telemetry, region.name),
      handle: async (request) =>
        (await registerRoute(request, register)) ??
        (await leaseRoute(request, lease)) ??
        (await otherRoute(request, { context, register, lease, database, teller })),
    });
  } catch (error) {
    await stopAll();
    throw error;
  }
  tellOfGuardian(telemetry.metrics, { region, register, lease, database });
  const beginning = beginWithCluster(context, register, lease);
  const salts = keepingSalts(context, lease);
  return stopping(async () => {
    await salts.stop();
    beginning.abort();
    await stopAll();
    await server.close();
    await register.close();
  });
};

/**
 * A region that two voters name takes its record at once, and then has a few seconds to prove that it can be written. In a new
 * installation its cluster is still being made: until that is there, there is nothing to hold a lease for.
 */
function beginWithCluster({ region }: WorkloadContext, register: RegisterFile, lease: LeaseDriver): AbortController {
  const end = new AbortController();
  const version = join(placesOf(region).data, "PG_VERSION");
  const run = async (): Promise<void> => {
    const untilMs = monotonicMs() + CLUSTER_MS_MAX;
    const vote = await register.read();
    const leads = vote.kind === "register" && vote.register.holder === region.name;
    while (leads && !existsSync(version) && monotonicMs() < untilMs && !end.signal.aborted) {
      await wait(CLUSTER_LOOK_MS, undefined, { signal: end.signal }).catch(() => undefined);
    }
    if (!end.signal.aborted) lease.begin();
  };
  void run();
  return end;
}

type Parts = {
  context: WorkloadContext;
  register: RegisterFile;
  lease: LeaseDriver;
  database: DatabaseWatch;
  teller: ReturnType<typeof votesTeller>;
};

async function otherRoute({ method, url }: InternalRequest, parts: Parts): Promise<InternalAnswer | undefined> {
  if (method !== "GET") return undefined;
  const { pathname } = url;
  if (pathname === "/healthz") return await health(parts.register);
  if (pathname === "/internal/status") return { status: 200, json: await status(parts) };
  if (pathname === HEARD_VOTES_PATH) return { status: 200, json: await parts.teller.tell(url) };
  if (pathname.startsWith("/salts/")) return await salt(parts.context, pathname.slice("/salts/".length));
  return undefined;
}

function stopping(stop: () => Promise<void>): RunningWorkload {
  let stopped: Promise<void> | undefined;
  return {
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function health(register: RegisterFile): Promise<InternalAnswer> {
  const vote = await register.read();
  if (vote.kind === "register") return { status: 200, json: { ok: true, detail: null } };
  return { status: 503, json: { ok: false, detail: vote.because } };
}

async function status({ context, lease, database }: Parts) {
  const view = lease.view();
  return {
    role: roleIn(view) === "active" ? "active" : "passive",
    epoch: view.epoch,
    holder: view.holder,
    lease: view,
    database: database.status(),
    salts: await listSalts(join(context.region.directory, "salts")),
  };
}

/** By the voters, not by the lease: between two leases of the same region its role doesn't change. */
function roleIn({ holder, region }: { holder: string | null; region: string }): "active" | "passive" | "unknown" {
  if (holder === null) return "unknown";
  return holder === region ? "active" : "passive";
}

async function salt({ region }: WorkloadContext, day: string): Promise<InternalAnswer> {
  const bytes = isSaltDay(day) ? await readSalt(join(region.directory, "salts"), day) : undefined;
  return bytes ? { status: 200, bytes } : refusal(404, `There is no salt for the day "${day}" in ${region.name}.`);
}

/** A round a minute, and each second while salts are missing or the role isn't known. */
function keepingSalts(context: WorkloadContext, lease: LeaseDriver): RunningWorkload {
  const { installation, region, peer, linkKey } = context;
  const directory = join(region.directory, "salts");
  const askPeer = peerAsker(linkPort(installation, region.name, peer.name, "guardian"), linkKey);
  const end = new AbortController();
  const run = async (): Promise<void> => {
    while (!end.signal.aborted) {
      let complete = false;
      const role = roleIn(lease.view());
      try {
        complete = role !== "unknown" && (await keepSalts(directory, role, wallMs(), askPeer));
      } catch (error) {
        context.log("salts-failed", { why: (error as Error).message });
      }
      const pauseMs = complete ? SALTS_MS : SALTS_MISSING_MS;
      await wait(pauseMs, undefined, { signal: end.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      end.abort();
      await running;
    },
  };
}
