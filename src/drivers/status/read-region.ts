// One region's status, asked of its own processes side by side. What can't be heard keeps its last or its neutral value.

import { readFile } from "node:fs/promises";
import type { RegionLayout } from "../../core/installation.ts";
import type { ProcessStatus, RegionStatus } from "../../core/resources.ts";
import type { Role } from "../../recovery/register.ts";
import { insideOrigin } from "../http/inside.ts";
import { linkHeaders } from "../http/serve.ts";
import { isAlive } from "../process/identity.ts";

/** A whole region's answer takes as long as its slowest process, so one process is given less. */
export const STATUS_MS_MAX = 1_500;
const PROCESS_MS_MAX = 800;
const SUPERVISOR_GONE = "its supervisor isn't running";
const ASKED = ["collector", "query", "guardian", "mirror", "lakeWriter"] as const;
const NAMES = {
  collector: "the collector",
  query: "the query process",
  guardian: "the guardian",
  mirror: "the mirror",
  lakeWriter: "the lake writer",
};

type Told = Record<string, unknown>;

export async function readRegion(region: RegionLayout, linkKey: string, role: Role, at: number): Promise<RegionStatus> {
  const [processes, health, ...told] = await Promise.all([
    readProcesses(region.directory),
    Promise.all(ASKED.map((name) => askHealth(`${insideOrigin(region.ports[name])}/healthz`, NAMES[name]))),
    ...ASKED.map((name) => askJson(`${insideOrigin(region.ports[name])}/internal/status`, linkKey, PROCESS_MS_MAX)),
  ]);
  const [collector, , guardian, mirror, lakeWriter] = told;
  const reachable = told.some((one) => one !== undefined);
  const unwell = health.filter((one) => one !== undefined);
  const detail = unwell.length > 0 ? unwell.join("; ") : null;
  return {
    name: region.name,
    configured: region.configured,
    role,
    ...(guardian?.lease ? { serving: isServing(partOf(guardian, "lease")) } : {}),
    reachable,
    heardAt: reachable ? at : null,
    health: { ok: detail === null, detail },
    accepting: collector?.accepting === true,
    events: {
      acceptedTotal: numberOf(collector?.acceptedTotal) ?? 0,
      perSecond: numberOf(collector?.perSecond) ?? 0,
      atRisk: numberOf(collector?.atRisk) ?? 0,
    },
    database: databaseOf(partOf(guardian, "database")),
    mirror: mirrorOf(partOf(mirror, "mirror")),
    lake: lakeOf(partOf(lakeWriter, "lake"), mirror?.missingObjects),
    processes,
  };
}

/** What a supervisor wrote about its processes; empty when it wrote nothing yet. Those of a dead one are stopped. */
export async function readProcesses(directory: string): Promise<ProcessStatus[]> {
  try {
    const state = JSON.parse(await readFile(`${directory}/run/supervisor.json`, "utf8")) as {
      pid?: number;
      began?: string;
      processes?: ProcessStatus[];
    };
    const processes = Array.isArray(state.processes) ? state.processes : [];
    if (isAlive({ pid: state.pid ?? 0, began: state.began ?? "" })) return processes;
    return processes.map((one) => ({ ...one, pid: null, state: "stopped", detail: one.detail ?? SUPERVISOR_GONE }));
  } catch {
    return [];
  }
}

/** What is wrong with a process, as a part of a sentence; undefined when it can do its work. */
async function askHealth(url: string, name: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PROCESS_MS_MAX) });
    if (response.ok) return void (await response.arrayBuffer());
    const told = (await response.json()) as Told;
    const reason = [told.detail, told.because, told.reason].find((one) => typeof one === "string" && one !== "");
    return `${name} can't do its work${reason === undefined ? "" : `: ${reason}`}`;
  } catch {
    return `${name} doesn't answer`;
  }
}

/** undefined when nobody answers in time, or not with JSON. */
export async function askJson(url: string, linkKey: string, msMax = STATUS_MS_MAX): Promise<Told | undefined> {
  try {
    const response = await fetch(url, { headers: linkHeaders(linkKey), signal: AbortSignal.timeout(msMax) });
    const body: unknown = await response.json();
    return response.ok && typeof body === "object" && body !== null ? (body as Told) : undefined;
  } catch {
    return undefined;
  }
}

/** The voters' names outlive a lease: a region that is cut off from them is named, and takes no changes. */
function isServing({ state, open, remainingMs }: Told): boolean {
  return (state === "held" || state === "yielding") && open === true && (numberOf(remainingMs) ?? 0) > 0;
}

function databaseOf(told: Told): RegionStatus["database"] {
  const state = told.state === "primary" || told.state === "standby" ? told.state : "down";
  return {
    state,
    lagMs: numberOf(told.lagMs),
    lagBytes: numberOf(told.lagBytes),
    synchronous: told.synchronous === true,
    solo: told.solo === true,
  };
}

function mirrorOf(told: Told): RegionStatus["mirror"] {
  return { behindEvents: numberOf(told.behindEvents), behindMs: numberOf(told.behindMs) };
}

/** The lake writer knows the objects; what is missing from the other bucket only the mirror knows. */
function lakeOf(writer: Told, missingObjects: unknown): RegionStatus["lake"] {
  return {
    objects: numberOf(writer.objects) ?? 0,
    bytes: numberOf(writer.bytes) ?? 0,
    events: numberOf(writer.events) ?? 0,
    missingObjects: numberOf(missingObjects),
    completeUntil: numberOf(writer.completeUntil),
    setAside: numberOf(writer.setAside) ?? 0,
    damaged: numberOf(writer.damaged) ?? 0,
  };
}

function partOf(told: Told | undefined, name: string): Told {
  const part = told?.[name];
  return typeof part === "object" && part !== null ? (part as Told) : {};
}

const numberOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;
