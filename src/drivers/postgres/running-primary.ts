// A region's PostgreSQL seen from a process that didn't start it: whether it runs as a primary, and its end. A standby is
// never touched: it acknowledges nothing, and another region may be waiting for its flush.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readControlFile } from "./control-file.ts";
import { isAlive, livePostmaster } from "./inspect.ts";

/** Fast: connections end, the log is sent to the standby, a checkpoint is written. Immediate: like a crash. */
export type StopMode = "fast" | "immediate";
/** `clean`: it was shut down in order, so its last checkpoint is the end of its history. */
export type Stopped = { was: "running" | "not-running"; clean: boolean };

const LOOK_MS = 5;
const FAST_MS_MAX = 4_000;
/** The postmaster ends its children before itself; one that doesn't get that far within this time is killed. */
const IMMEDIATE_MS_MAX = 400;
const GONE_MS_MAX = 3_000;

/** The pid of the server on this data directory while it is a primary, or starts as one. */
export async function runningPrimary(data: string): Promise<number | undefined> {
  if (existsSync(join(data, "standby.signal"))) return undefined;
  return await livePostmaster(data);
}

/** Ends the primary on this data directory, if one runs. A fast stop becomes an immediate one after 4 s, or by `hurry`. */
export async function stopPrimary(data: string, mode: StopMode, hurry?: AbortSignal): Promise<Stopped> {
  const pid = await runningPrimary(data);
  if (pid === undefined) return { was: "not-running", clean: await isShutDown(data) };
  if (mode === "fast") {
    send(pid, "SIGINT");
    const isGone = await gone(pid, performance.now() + FAST_MS_MAX, hurry);
    if (isGone) return { was: "running", clean: await isShutDown(data) };
  }
  send(pid, "SIGQUIT");
  if (!(await gone(pid, performance.now() + IMMEDIATE_MS_MAX))) {
    send(pid, "SIGKILL");
    await gone(pid, performance.now() + GONE_MS_MAX);
  }
  return { was: "running", clean: false };
}

async function isShutDown(data: string): Promise<boolean> {
  try {
    return (await readControlFile(data)).state === "stopped";
  } catch {
    // No cluster, or one that can't be read: nothing is known of its end.
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile, or isn't ours to end: `gone` says which.
  }
}

async function gone(pid: number, untilMs: number, hurry?: AbortSignal): Promise<boolean> {
  while (isAlive(pid)) {
    if (performance.now() > untilMs || hurry?.aborted) return false;
    await wait(LOOK_MS);
  }
  return true;
}
