// The recoverer of a region: watches both regions, decides with the pure machine in src/recovery/run, and acts in this one. A
// process of its own, so that nothing else's stall holds up a recovery; it needs nothing of the other region, and goes on after
// a crash where its journal ends.

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { traceIdOfRun } from "../../core/telemetry/trace-context.ts";
import { monotonicMs } from "../../drivers/clock.ts";
import { observing } from "../../drivers/http/observed-server.ts";
import { serveInternal } from "../../drivers/http/serve-internal.ts";
import { makeHands } from "../../drivers/recovery/hands.ts";
import { fetchRuns, keepRun, keptRuns } from "../../drivers/recovery/kept-runs.ts";
import { announcedRuns } from "../../drivers/recovery/messages.ts";
import { makeObserver } from "../../drivers/recovery/observe.ts";
import { recordEpochs } from "../../drivers/recovery/record-epochs.ts";
import { retireEvidence, retireRuns } from "../../drivers/recovery/retire.ts";
import { runJournals } from "../../drivers/recovery/run-journal.ts";
import type { Remembered } from "../../drivers/recovery/see-region.ts";
import { newestTail } from "../../drivers/recovery/tails.ts";
import { countUnsentEvents } from "../../drivers/recovery/unsent-events.ts";
import { tracedId } from "../../drivers/telemetry/tracer.ts";
import { newRecoverer, type Recoverer, recover } from "../../recovery/run/recoverer.ts";
import { recoveryView } from "../../recovery/run/view.ts";
import type { StartWorkload } from "../context.ts";
import { commandTraces } from "./command-traces.ts";
import { drive } from "./drive.ts";
import { countRun, tellOfRecovery } from "./metrics.ts";
import { recovererRoutes } from "./routes.ts";
import { traceRun } from "./run-trace.ts";

/** Finished runs travel to the other bucket in this time; nothing waits for them. */
const FETCH_RUNS_MS = 20_000;
/** What is kept for more than a year may stay a little longer. */
const RETIRE_MS = 600_000;

export const start: StartWorkload = async (context) => {
  const { installation, region, peer, linkKey, telemetry } = context;
  /** A line about a run names its trace. */
  const log: typeof context.log = (event, details = {}) =>
    context.log(event, typeof details.run === "string" ? { ...details, trace_id: traceIdOfRun(details.run) } : details);
  const remembered: { -readonly [K in keyof Remembered]: Remembered[K] } = {
    warmedEpoch: null,
    announcedRuns: await announcedRuns(region),
    tail: null,
  };
  const refreshTail = async (): Promise<void> => {
    const tail = await newestTail(region);
    remembered.tail = tail
      ? { epoch: tail.head.epoch, rows: tail.head.rows, exported: tail.exportedAt !== null }
      : null;
  };
  await refreshTail();
  let unsentEvents: number | null = null;
  // As early as can be: the other region's mirror begins to fetch them now. Nothing waits for the count.
  void countUnsentEvents(installation, region, peer, linkKey).then(
    (events) => {
      unsentEvents = events;
      if (events !== null && events > 0) log("events-to-merge", { events });
    },
    (error: Error) => log("events-not-counted", { why: error.message }),
  );
  const observer = makeObserver({ installation, region, peer, linkKey, remembered: () => remembered });
  const recorder = recordEpochs(installation, region.name, (epoch) => log("epoch-recorded", { epoch }));
  const webhook = process.env.TANDEM_WEBHOOK_URL;
  const hands = makeHands({
    installation,
    region,
    peer,
    linkKey,
    webhook,
    remembered,
    refreshTail,
    unsentEvents: () => unsentEvents,
  });
  const commands = commandTraces();
  const ended = (run: string) =>
    keepRun(region, run).catch((error: Error) => log("run-not-kept", { run, why: error.message }));

  const secondPerson = process.env.TANDEM_SECOND_PERSON === "1";
  const voters = [...installation.regions.map(({ name }) => name), "witness"];
  const driver = await drive<Recoverer>({
    machine: { first: newRecoverer(region.name, peer.name, { voters, secondPerson }), step: recover },
    async observe(parts, deadlineMs) {
      const world = await observer.observe(parts, deadlineMs);
      recorder.seen(world);
      return world;
    },
    hands,
    journals: runJournals(region, (says) => log("journal-damaged", { says })),
    log,
    onEnded(id) {
      void ended(id);
      const run = runOf(id);
      if (!run) return;
      const context = traceRun(telemetry.tracer, run, commands.take(id));
      countRun(telemetry.metrics, run, tracedId(context));
    },
  });
  const view = () => recoveryView(driver.state(), monotonicMs());
  const runOf = (id: string) => {
    const { run, history } = view();
    return run?.id === id ? run : history.find((one) => one.id === id);
  };
  tellOfRecovery(telemetry.metrics, region, view);
  const handle = recovererRoutes({
    region,
    view,
    run: runOf,
    traced: commands.keep,
    command: driver.command,
    tailChanged: refreshTail,
    newId: randomUUID,
  });
  const close = (): void => {
    driver.stop();
    observer.close();
  };
  const who = `the recoverer of ${region.name}`;
  const server = await serveInternal({
    port: region.ports.recoverer,
    who,
    linkKey,
    open: ["/healthz"],
    observing: observing("recoverer", telemetry, region.name),
    handle,
  }).catch((error: unknown) => {
    close();
    throw error;
  });
  // What ended while the process died between the last line and the copy.
  const keptBefore = new Set(await keptRuns(region));
  for (const { id } of view().history) if (!keptBefore.has(id)) await ended(id);
  const fetching = setInterval(() => {
    fetchRuns(installation, region, peer, linkKey).catch(() => {
      // The other region is away: its runs come when it is back.
    });
  }, FETCH_RUNS_MS);
  const retire = async (): Promise<void> => {
    const runs = await retireRuns(region, Date.now());
    if (runs.length > 0) log("runs-retired", { runs });
    const drills = await retireEvidence(join(region.directory, "bucket", "evidence"), Date.now());
    if (drills.length > 0) log("evidence-retired", { drills });
  };
  const retiring = setInterval(() => {
    retire().catch((error: Error) => log("not-retired", { why: error.message }));
  }, RETIRE_MS);
  return {
    async stop() {
      clearInterval(retiring);
      clearInterval(fetching);
      close();
      await server.close();
    },
  };
};
