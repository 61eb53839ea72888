// Clients that make projects one after the other in a region's console, and remember what they were told of each: done, refused,
// or unknown. What was called done must be there afterwards.

import { setTimeout as wait } from "node:timers/promises";
import type { RegionLayout } from "../../src/core/installation.ts";
import type { Project } from "../../src/core/resources.ts";
import { monotonicMs } from "../../src/drivers/clock.ts";

const CLIENTS = 3;
const PAUSE_MS = 10;
const WRITE_MS_MAX = 5_000;

/** Times are on the machine's monotonic clock, as leases and deadlines are. */
export type Written = {
  id: string;
  answer: "done" | "not-active" | "unknown";
  detail: string;
  beganMs: number;
  answeredMs: number;
};

export type WritingClients = { written: Written[]; stop(): Promise<Written[]> };

let serial = 0;

export function startWriting(region: RegionLayout, linkKey: string): WritingClients {
  const written: Written[] = [];
  let stopped = false;
  const client = async (): Promise<void> => {
    while (!stopped) {
      serial += 1;
      written.push(await write(region, linkKey, `made-${serial}`));
      await wait(PAUSE_MS);
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, client));
  return {
    written,
    async stop() {
      stopped = true;
      await clients;
      return written;
    },
  };
}

async function write(region: RegionLayout, linkKey: string, id: string): Promise<Written> {
  const beganMs = monotonicMs();
  const body = JSON.stringify({ id, name: id, demo: false, timeZone: "Asia/Kolkata" });
  const told = await post(region, linkKey, body).catch((error: Error) => ({
    status: 0,
    text: String(error.cause ?? error),
  }));
  const answer = told.status === 200 ? "done" : told.text.includes("/problems/not-active") ? "not-active" : "unknown";
  return { id, answer, detail: `${told.status} ${told.text}`, beganMs, answeredMs: monotonicMs() };
}

async function post(region: RegionLayout, linkKey: string, body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${region.ports.console}/internal/projects`, {
    method: "POST",
    headers: { "x-tandem-link": linkKey, "content-type": "application/json" },
    body,
    signal: AbortSignal.timeout(WRITE_MS_MAX),
  });
  return { status: response.status, text: await response.text() };
}

/** Ids of the projects that a region's catalogue holds. */
export async function projectsIn(region: RegionLayout, linkKey: string): Promise<Set<string>> {
  const response = await fetch(`http://127.0.0.1:${region.ports.console}/internal/projects`, {
    headers: { "x-tandem-link": linkKey },
  });
  const { projects } = (await response.json()) as { projects: Project[] };
  return new Set(projects.map(({ id }) => id));
}
