// The watchdog of a region: stops PostgreSQL when the lease under which it may run as a primary ends. A process of its own with
// next to nothing in it, so that a guardian that hangs, is stopped or is gone can't keep a primary running; a standby is never
// touched. Without a lease told, none is held.

import { join } from "node:path";
import { monotonicMs } from "../../drivers/clock.ts";
import { observing } from "../../drivers/http/observed-server.ts";
import {
  type InternalAnswer,
  type InternalRequest,
  jsonObject,
  refusal,
  serveInternal,
} from "../../drivers/http/serve-internal.ts";
import { runningPrimary, stopPrimary } from "../../drivers/postgres/running-primary.ts";
import { placesOf } from "../../drivers/postgres/settings.ts";
import { type Deadline, mayRun, tellStop, tellUntil } from "../../recovery/lease/deadline.ts";
import { LEASE_TIMES } from "../../recovery/lease/times.ts";
import type { StartWorkload, WorkloadContext } from "../context.ts";
import { keepDeadline, readDeadline } from "./kept-deadline.ts";

/** A watchdog that is started again may have slept through deadlines; its guardian tells the present one within half a second. */
const FIRST_LOOK_MS = 1_000;
/** How often it looks while no lease is held: a primary that was started all the same, by whatever mistake, ends here. */
const LOOK_MS = 500;

export const start: StartWorkload = async (context) => {
  const { region, linkKey, telemetry } = context;
  const guard = guardPrimary(context);
  const handle = async ({ method, url, body }: InternalRequest): Promise<InternalAnswer | undefined> => {
    const route = `${method} ${url.pathname}`;
    if (route === "GET /healthz") return { status: 200, json: { ok: true, detail: null } };
    if (route === "GET /internal/status") return { status: 200, json: guard.status() };
    if (route === "PUT /until") return guard.until(jsonObject(body));
    if (route === "PUT /stop") return guard.stop();
    return undefined;
  };
  try {
    const who = `the watchdog of ${region.name}`;
    const server = await serveInternal({
      port: region.ports.watchdog,
      who,
      linkKey,
      open: ["/healthz"],
      observing: observing("watchdog", telemetry, region.name),
      handle,
    });
    telemetry.metrics.onScrape((tell) => {
      const { remainingMs, stops } = guard.status();
      tell("tandem_watchdog_remaining_seconds", {}, remainingMs / 1_000);
      tell("tandem_watchdog_stops_total", {}, stops);
    });
    return {
      stop: async () => {
        guard.end();
        await server.close();
      },
    };
  } catch (error) {
    guard.end();
    throw error;
  }
};

/** What the watchdog tells: until when a primary may run, on the machine's monotonic clock, and how often it stopped one. */
type WatchdogStatus = { epoch: number; untilMs: number | null; remainingMs: number; stops: number };

function guardPrimary({ region, log }: WorkloadContext) {
  const { data } = placesOf(region);
  const file = join(region.directory, "run", "watchdog.json");
  const keep = keepDeadline(file, (error) => log("deadline-not-kept", { why: error.message }));
  let deadline = readDeadline(file, monotonicMs(), LEASE_TIMES.leaseMs);
  let stops = 0;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let isEnforcing = false;

  const enforce = async (): Promise<void> => {
    if ((await runningPrimary(data)) === undefined) return;
    // Asked again at the last moment: a new lease may have been told while we looked.
    if (mayRun(deadline, monotonicMs())) return;
    const began = performance.now();
    log("primary-stopping", { why: "no lease is held", epoch: deadline.epoch });
    const { was } = await stopPrimary(data, "immediate");
    if (was === "running") stops += 1;
    log("primary-stopped", { tookMs: Math.round(performance.now() - began) });
  };
  const look = (): void => {
    clearTimeout(timer);
    if (ended) return;
    const { untilMs } = deadline;
    const nowMs = monotonicMs();
    if (untilMs !== null && mayRun(deadline, nowMs)) {
      timer = setTimeout(look, Math.ceil(untilMs - nowMs));
      return;
    }
    if (isEnforcing) return;
    isEnforcing = true;
    enforce()
      .catch((error: Error) => log("primary-not-stopped", { why: error.message }))
      .finally(() => {
        isEnforcing = false;
        clearTimeout(timer);
        timer = setTimeout(look, mayRun(deadline, monotonicMs()) ? 0 : LOOK_MS);
      });
  };
  const learn = (next: Deadline): InternalAnswer => {
    deadline = next;
    keep(deadline);
    look();
    return { status: 200, json: status() };
  };
  const status = (): WatchdogStatus => {
    const { epoch, untilMs } = deadline;
    const remainingMs = untilMs === null ? 0 : Math.max(0, untilMs - monotonicMs());
    return { epoch, untilMs, remainingMs, stops };
  };
  timer = setTimeout(look, FIRST_LOOK_MS);
  return {
    status,
    until(told: Record<string, unknown> | undefined): InternalAnswer {
      const { epoch, untilMs } = told ?? {};
      if (typeof epoch !== "number" || !Number.isSafeInteger(epoch) || typeof untilMs !== "number") {
        return refusal(400, "`epoch` must be a whole number and `untilMs` a number.");
      }
      const outcome = tellUntil(deadline, { epoch, untilMs }, monotonicMs());
      if (outcome.refused !== null) return refusal(409, `The watchdog keeps its deadline: ${outcome.refused}.`);
      return learn(outcome.deadline);
    },
    stop: (): InternalAnswer => learn(tellStop(deadline)),
    end(): void {
      ended = true;
      clearTimeout(timer);
    },
  };
}
