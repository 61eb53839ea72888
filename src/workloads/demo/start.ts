// The demo shop: a project marked as synthetic, two weeks of history once, then live visits through the edge for ever.
// It is a client like any other: it knows the edge's address and its write key, nothing else.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chance } from "../../app/demo/chance.ts";
import { type DemoEvent, Shop } from "../../app/demo/shop.ts";
import { Unavailable } from "../../core/errors.ts";
import type { Project } from "../../core/resources.ts";
import { DAY_MS } from "../../core/time.ts";
import { insideOrigin } from "../../drivers/http/inside.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";
import { sendBatch, type Target } from "../../drivers/import/send-batch.ts";
import type { StartWorkload, WorkloadContext } from "../context.ts";

const HISTORY_DAYS = 14;
const HISTORY_VISITS_PER_HOUR = 40;
const LIVE_VISITS_PER_HOUR = 900;
const SEND_EVERY_MS = 1_000;
const BATCH_MAX = 500;
const PROJECT = { id: "demo", name: "Tandem Teas (synthetic demo)", demo: true, timeZone: "Asia/Kolkata" };

export const start: StartWorkload = async (context) => {
  const stopping = new AbortController();
  const running = run(context, stopping.signal).catch((error) => {
    if (!stopping.signal.aborted) throw error;
  });
  running.catch((error) => {
    context.log("demo stopped", { error: String(error) });
    process.exitCode = 70;
    process.disconnect?.();
  });
  return {
    stop: async () => {
      stopping.abort();
      await running.catch(() => {});
    },
  };
};

async function run(context: WorkloadContext, signal: AbortSignal): Promise<void> {
  const target = await projectTarget(context, signal);
  const shop = new Shop(chance(Math.floor(Math.random() * 2 ** 32)));
  await sendHistory(context, target, signal);
  context.log("demo shop is open", { project: PROJECT.id });
  await sendLive(shop, target, signal, context);
}

/** The project is made by the active region; that region may be starting, so this waits for it. */
async function projectTarget({ installation, linkKey, log }: WorkloadContext, signal: AbortSignal): Promise<Target> {
  for (let attempt = 0; ; attempt += 1) {
    for (const region of installation.regions) {
      try {
        const response = await fetch(`${insideOrigin(region.ports.console)}/internal/projects`, {
          method: "POST",
          headers: { ...linkHeaders(linkKey), "content-type": "application/json" },
          body: JSON.stringify(PROJECT),
          signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
        });
        if (!response.ok) throw new Unavailable(`The console of ${region.name} answered ${response.status}.`);
        const project = (await response.json()) as Project;
        const key = project.keys.find((one) => one.revokedAt === null);
        if (key) return { url: `http://127.0.0.1:${installation.edgePort}`, writeKey: key.key };
      } catch (error) {
        signal.throwIfAborted();
        if (attempt % 20 === 19) log("waiting for an active region", { error: String(error) });
      }
    }
    await wait(500, undefined, { signal });
  }
}

/** Two weeks until now, once per installation. Ids follow from a fixed seed, so a repeat after a crash adds nothing. */
async function sendHistory(context: WorkloadContext, target: Target, signal: AbortSignal): Promise<void> {
  const marker = join(context.installation.directory, "demo.json");
  const known = await readFile(marker, "utf8").catch(() => undefined);
  const state = known ? (JSON.parse(known) as { seed: number; from: number; to: number; done: boolean }) : undefined;
  if (state?.done) return;
  const to = state?.to ?? Date.now();
  const plan = {
    seed: state?.seed ?? Math.floor(Math.random() * 2 ** 32),
    from: to - HISTORY_DAYS * DAY_MS,
    to,
    done: false,
  };
  await writeFile(marker, JSON.stringify(plan), { mode: 0o600 });
  const shop = new Shop(chance(plan.seed));
  let batch: object[] = [];
  for (let at = plan.from; at < plan.to; at = shop.nextVisitAt(at, HISTORY_VISITS_PER_HOUR)) {
    for (const one of shop.visit(at)) if (one.at < plan.to) batch.push(one.event);
    if (batch.length < BATCH_MAX) continue;
    await sendBatch(target, batch.splice(0, BATCH_MAX), signal);
  }
  if (batch.length > 0) await sendBatch(target, batch, signal);
  batch = [];
  await writeFile(marker, JSON.stringify({ ...plan, done: true }), { mode: 0o600 });
}

async function sendLive(shop: Shop, target: Target, signal: AbortSignal, context: WorkloadContext): Promise<void> {
  let pending: DemoEvent[] = [];
  let nextVisitAt = Date.now();
  while (!signal.aborted) {
    const now = Date.now();
    // A machine that slept does not make up for the visits it missed.
    if (now - nextVisitAt > 60_000) nextVisitAt = now;
    while (nextVisitAt <= now) {
      pending.push(...shop.visit(nextVisitAt));
      nextVisitAt = shop.nextVisitAt(nextVisitAt, LIVE_VISITS_PER_HOUR);
    }
    const due = pending.filter((one) => one.at <= now).map((one) => one.event);
    pending = pending.filter((one) => one.at > now);
    for (let first = 0; first < due.length; first += BATCH_MAX) {
      const { refused } = await sendBatch(target, due.slice(first, first + BATCH_MAX), signal);
      if (refused.length > 0) context.log("events refused", { first: refused[0], count: refused.length });
    }
    await wait(SEND_EVERY_MS, undefined, { signal });
  }
}
