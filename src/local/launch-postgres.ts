// PostgreSQL as a supervised process: made where there is none, started, stopped fast and, if that takes too long, at once. A
// cluster that would come up as a primary waits for its region's lease; a standby needs none.

import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Installation, RegionLayout } from "../core/installation.ts";
import { readLinkKey } from "../drivers/installation.ts";
import { ensureCluster, startPostgres } from "../drivers/postgres/cluster.ts";
import { inspectCluster } from "../drivers/postgres/inspect.ts";
import type { ServerExit } from "../drivers/postgres/server.ts";
import { placesOf } from "../drivers/postgres/settings.ts";
import { openOutputFile } from "../drivers/process/output-file.ts";
import { whyNotLead } from "./lease-to-lead.ts";
import { type Ending, type Launch, Waiting } from "./supervised-process.ts";

/** A region takes its own lease again within some 100 ms, and a plan that made a standby of this cluster waits for us. */
const LOOK_MS = 50;
/** Where nothing has come of it for a while, it may take until a person decides. */
const LONG_LOOK_MS = 200;
const SOON_MS_MAX = 5_000;
/** After this the state says what it waits for. */
const UNSAID_MS_MAX = 2_000;

export function launchPostgres(installation: Installation, region: RegionLayout, runDirectory: string): Launch {
  const linkKey = readLinkKey(installation);
  let waitsSinceMs: number | undefined;

  /** Returns when the cluster may be started as it lies there; throws `Waiting` with what it waits for. */
  const awaitTurn = async (onStep: (text: string) => void): Promise<void> => {
    const beganMs = performance.now();
    waitsSinceMs ??= beganMs;
    for (;;) {
      // Looked at anew each time: a plan may make a standby of it, or put it aside, while it waits.
      await ensureCluster({ installation, region, onStep });
      const cluster = await inspectCluster(placesOf(region).data);
      if (cluster.kind === "absent") continue;
      const why = cluster.role === "standby" ? null : await whyNotLead(region, linkKey);
      if (why === null) break;
      const nowMs = performance.now();
      if (nowMs - beganMs > UNSAID_MS_MAX) throw new Waiting(`It was a primary and waits for the lease: ${why}.`);
      await wait(nowMs - waitsSinceMs > SOON_MS_MAX ? LONG_LOOK_MS : LOOK_MS);
    }
    waitsSinceMs = undefined;
  };

  return async () => {
    const output = openOutputFile(join(runDirectory, "postgres.log"));
    const line = (text: string) => output.write(`${text}\n`);
    const exited = Promise.withResolvers<Ending>();
    try {
      await awaitTurn(line);
      const server = await startPostgres({
        installation,
        region,
        onLine: line,
        onExit: (exit) => void endingOf(exit, region, linkKey).then(exited.resolve),
      });
      exited.promise.then(() => output.close());
      return {
        pid: server.pid,
        ready: Promise.resolve(),
        exited: exited.promise,
        stop: () => void server.stop("fast").catch(() => server.stop("immediate").catch(() => {})),
      };
    } catch (error) {
      if (!(error instanceof Waiting)) line(error instanceof Error ? error.message : String(error));
      output.close();
      throw error;
    }
  };
}

/** A server that was stopped because its lease ended, or in order for a plan, hasn't died: it is started when it may be. */
async function endingOf(exit: ServerExit, region: RegionLayout, linkKey: string): Promise<Ending> {
  const { code, signal, lastLine } = exit;
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
  if (code === 0) return { kind: "waits", detail: "It was stopped in order." };
  const cluster = await inspectCluster(placesOf(region).data).catch(() => undefined);
  if (cluster?.kind === "present" && cluster.role === "primary") {
    const why = await whyNotLead(region, linkKey);
    if (why !== null) return { kind: "waits", detail: `It was stopped without a lease: ${why}.` };
  }
  return { kind: "died", detail: lastLine ? `${how}: ${lastLine}` : how };
}
