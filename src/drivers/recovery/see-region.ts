// What one observation sees of processes, lake and edge: each asked side by side within a bound. What can't be heard is null.

import type { Installation, RegionLayout } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import type { SeenEdge, SeenLake, SeenProcesses } from "../../recovery/plan/world.ts";
import { ask } from "../http/ask.ts";
import { linkHeaders } from "../http/link-key.ts";
import { readProcesses } from "../status/read-region.ts";

type Told = Record<string, unknown>;

/** JSON of a path, whatever the status; undefined when nothing readable came in time. */
export async function askJson(
  port: number,
  path: string,
  linkKey: string,
  msMax: number,
): Promise<{ ok: boolean; told: Told } | undefined> {
  try {
    const { status, body } = await ask(port, path, linkHeaders(linkKey), msMax);
    const told: unknown = JSON.parse(body);
    return { ok: status === 200, told: typeof told === "object" && told !== null ? (told as Told) : {} };
  } catch {
    return undefined;
  }
}

/** One look, of one or several parts. `statusOf`: a process's status, asked once however many parts want to know. */
export type Looking = { linkKey: string; msMax: number; statusOf(port: number): ReturnType<typeof askJson> };

export function lookingFor(linkKey: string, msMax: number): Looking {
  const asked = new Map<number, ReturnType<typeof askJson>>();
  const statusOf = (port: number) => {
    const status = asked.get(port) ?? askJson(port, "/internal/status", linkKey, msMax);
    asked.set(port, status);
    return status;
  };
  return { linkKey, msMax, statusOf };
}

/** Whether a port answers at all, well or not. */
export async function answers(port: number, path: string, msMax: number): Promise<boolean> {
  return await ask(port, path, {}, msMax).then(
    () => true,
    () => false,
  );
}

/** Remembered by the recoverer itself, since nobody else can tell. */
export type Remembered = Pick<SeenProcesses, "warmedEpoch" | "announcedRuns" | "tail">;

/** The processes whose silence counts go by their names in the supervisor's table. */
export async function seeProcesses(
  region: RegionLayout,
  { linkKey, msMax, statusOf }: Looking,
  remembered: Remembered,
): Promise<SeenProcesses> {
  const { ports } = region;
  const [processes, collector, answering, active, mirror, lakeWriter] = await Promise.all([
    readProcesses(region.directory),
    statusOf(ports.collector),
    askJson(ports.query, "/healthz", linkKey, msMax),
    askJson(ports.console, "/healthz/active", linkKey, msMax),
    statusOf(ports.mirror),
    // Its status reads the disk, and says late what this says at once: that it is there.
    answers(ports.lakeWriter, "/healthz", msMax),
  ]);
  const silent = [
    ...(collector ? [] : ["collector"]),
    ...(answering ? [] : ["query"]),
    ...(active ? [] : ["console"]),
    ...(mirror ? [] : ["mirror"]),
    ...(lakeWriter ? [] : ["lake-writer"]),
  ];
  const stopped = processes.filter(({ state }) => state !== "running").map(({ name }) => name);
  return {
    wanted: processes.length,
    running: processes.length - stopped.length,
    failing: [...new Set([...stopped, ...silent])],
    accepting: collector ? collector.told.accepting === true : null,
    answering: answering?.ok ?? null,
    active: active?.ok ?? null,
    ...remembered,
  };
}

/** Answered from memory by a lake writer: its status reads the disk, which takes seconds while both cores are busy. */
export const LAKE_STEPS_PATH = "/internal/steps";

/** How many steps a lake writer has taken; null when it isn't heard. */
export async function lakeSteps(port: number, linkKey: string, msMax: number): Promise<number | null> {
  return numberOf((await askJson(port, LAKE_STEPS_PATH, linkKey, msMax))?.told.steps);
}

/** The age of the instant up to which a lake writer's lake is complete; null when it isn't heard or has written nothing. */
export async function lakeAgeMs(port: number, { statusOf }: Looking): Promise<number | null> {
  const lake = partOf((await statusOf(port))?.told, "lake");
  const until = numberOf(lake.completeUntil);
  return until === null ? null : Math.max(0, Date.now() - until);
}

export async function seeLake({ ports }: RegionLayout, looking: Looking): Promise<SeenLake | null> {
  const [advancedMs, collector] = await Promise.all([
    lakeAgeMs(ports.lakeWriter, looking),
    looking.statusOf(ports.collector),
  ]);
  const atRiskEvents = numberOf(collector?.told.atRisk);
  return advancedMs === null && atRiskEvents === null ? null : { advancedMs, atRiskEvents };
}

/** How far this region's copy of the peer's events is behind. */
export async function behindPeer(
  region: RegionLayout,
  { statusOf }: Looking,
): Promise<{ behindEvents: number | null; behindMs: number | null }> {
  const mirror = partOf((await statusOf(region.ports.mirror))?.told, "mirror");
  return { behindEvents: numberOf(mirror.behindEvents), behindMs: numberOf(mirror.behindMs) };
}

export async function seeEdge(installation: Installation, linkKey: string, msMax: number): Promise<SeenEdge | null> {
  const heard = await askJson(installation.edgePort, "/internal/status", linkKey, msMax);
  if (!heard?.ok) return null;
  const { active, epoch, errorShare, regions } = heard.told;
  const named = Array.isArray(regions) ? (regions as Told[]).find((one) => one.active === true)?.name : undefined;
  const text = (value: unknown): RegionName | null => (typeof value === "string" ? value : null);
  return { active: text(active) ?? text(named), epoch: numberOf(epoch), errorShare: numberOf(errorShare) };
}

function partOf(told: Told | undefined, name: string): Told {
  const part = told?.[name];
  return typeof part === "object" && part !== null ? (part as Told) : {};
}

const numberOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;
