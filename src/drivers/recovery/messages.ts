// What people and machines are told about a change of role: a line in <region>/recovery/messages.ndjson and, where one is
// configured, a webhook. One delivery id per message, written down before and after, so that repeats can be counted. Telling
// never fails a plan.

import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RegionLayout } from "../../core/installation.ts";
import type { InstantMs } from "../../core/time.ts";
import { ANNOUNCEMENTS, type Announcement } from "../../recovery/announcements.ts";
import { recoveryDirectory } from "./tails.ts";

type Line = { delivery: string; at: InstantMs } & (
  | { state: "sending"; run: string; title: string; text: string }
  | { state: "sent"; run: string; to: "file" | "file and webhook" }
  | { state: "failed"; run: string; because: string }
);

const WEBHOOK_MS_MAX = 2_000;

const fileOf = (region: RegionLayout): string => join(recoveryDirectory(region), "messages.ndjson");

/** Older runs announce nothing any more. */
export const ANNOUNCED_MAX = 200;

/** Runs whose announcement has been sent, oldest first, the newest of them. */
export async function announcedRuns(region: RegionLayout): Promise<string[]> {
  const text = await readFile(fileOf(region), "utf8").catch(() => "");
  const runs = text.split("\n").flatMap((line) => {
    try {
      const told = JSON.parse(line) as Line;
      return told.state === "sending" ? [] : [told.run];
    } catch {
      // A torn line: what it told is told again.
      return [];
    }
  });
  return runs.slice(-ANNOUNCED_MAX);
}

/** Writes the message down, sends it to `webhook` where there is one, and writes down how that went. Never throws for the webhook. */
export async function announce(region: RegionLayout, told: Announcement, webhook: string | undefined): Promise<string> {
  const template = ANNOUNCEMENTS[told.plan];
  const [title, text] = [template.title(told), template.text(told).trim()];
  // One id for a run's message, however often it is tried: the receiver can refuse a repeat.
  const delivery = `${told.run}-announced`;
  const { run } = told;
  await append(region, { delivery, at: Date.now(), state: "sending", run, title, text });
  const failed = webhook === undefined ? undefined : await post(webhook, { delivery, title, text, ...told });
  const at = Date.now();
  if (failed !== undefined) {
    await append(region, { delivery, at, state: "failed", run, because: failed });
    return `written down; the webhook failed: ${failed}`;
  }
  await append(region, { delivery, at, state: "sent", run, to: webhook === undefined ? "file" : "file and webhook" });
  return webhook === undefined ? "written down" : "written down and sent to the webhook";
}

async function append(region: RegionLayout, line: Line): Promise<void> {
  await mkdir(recoveryDirectory(region), { recursive: true });
  const file = await open(fileOf(region), "a", 0o600);
  try {
    await file.appendFile(`${JSON.stringify(line)}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Why it failed; undefined when it was taken. */
async function post(webhook: string, body: unknown): Promise<string | undefined> {
  try {
    const response = await fetch(webhook, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(WEBHOOK_MS_MAX),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `it answered ${response.status}`;
  } catch (error) {
    // Some of them quote the address, which often is a secret in itself; this text becomes part of a drill's evidence.
    return (error as Error).message.replaceAll(webhook, "its address");
  }
}
