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

/** Whether a port answers at all, well or not. */
export async function answers(port: number, path: string, msMax: number): Promise<boolean> {
  return await ask(port, path, {}, msMax).then(
    () => true,
    () => false,
  );
}

/** Remembered by the recoverer itself, since nobody else can tell. */
export type Remembered = Pick<SeenProcesses, "warmedEpoch" | "announcedRuns" | "tail">;

/** Processes whose silence counts, by their names in the supervisor's table. */
const ASKED = ["collector", "query", "console", "mirror", "lake-writer"] as const;
const PORT_OF = {
  collector: "collector",
  query: "query",
  console: "console",
  mirror: "mirror",
  "lake-writer": "lakeWriter",
} as const;

export async function seeProcesses(
  region: RegionLayout,
  linkKey: string,
  msMax: number,
  remembered: Remembered,
): Promise<SeenProcesses> {
  const portOf = (name: (typeof ASKED)[number]) => region.ports[PORT_OF[name]];
  const [processes, accepting, answering, active, ...answered] = await Promise.all([
    readProcesses(region.directory),
    askJson(portOf("collector"), "/healthz", linkKey, msMax),
    askJson(portOf("query"), "/healthz", linkKey, msMax),
    askJson(portOf("console"), "/healthz/active", linkKey, msMax),
    ...(["mirror", "lake-writer"] as const).map((name) => answers(portOf(name), "/healthz", msMax)),
  ]);
  const silent = [
    ...(accepting ? [] : ["collector"]),
    ...(answering ? [] : ["query"]),
    ...(active ? [] : ["console"]),
    ...(["mirror", "lake-writer"] as const).filter((_, index) => answered[index] === false),
  ];
  const stopped = processes.filter(({ state }) => state !== "running").map(({ name }) => name);
  return {
    wanted: processes.length,
    running: processes.length - stopped.length,
    failing: [...new Set([...stopped, ...silent])],
    accepting: accepting?.ok ?? null,
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
export async function lakeAgeMs(port: number, linkKey: string, msMax: number): Promise<number | null> {
  const lake = partOf((await askJson(port, "/internal/status", linkKey, msMax))?.told, "lake");
  const until = numberOf(lake.completeUntil);
  return until === null ? null : Math.max(0, Date.now() - until);
}

export async function seeLake(region: RegionLayout, linkKey: string, msMax: number): Promise<SeenLake | null> {
  const [advancedMs, collector] = await Promise.all([
    lakeAgeMs(region.ports.lakeWriter, linkKey, msMax),
    askJson(region.ports.collector, "/internal/status", linkKey, msMax),
  ]);
  const atRiskEvents = numberOf(collector?.told.atRisk);
  return advancedMs === null && atRiskEvents === null ? null : { advancedMs, atRiskEvents };
}

/** How far this region's copy of the peer's events is behind. */
export async function behindPeer(
  region: RegionLayout,
  linkKey: string,
  msMax: number,
): Promise<{ behindEvents: number | null; behindMs: number | null }> {
  const mirror = partOf((await askJson(region.ports.mirror, "/internal/status", linkKey, msMax))?.told, "mirror");
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
