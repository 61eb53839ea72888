// `tandem status`: the verdict first, then the regions side by side, then every process.

import { setTimeout as wait } from "node:timers/promises";
import { isHealthy } from "../app/catalogue/verdict.ts";
import { drainText } from "../core/drain.ts";
import { EXIT } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import type { InstallationStatus, ProcessStatus, RegionStatus } from "../core/resources.ts";
import { readStatus } from "../drivers/status/read-status.ts";
import { type HeardView, heardViews } from "./ask-recoverers.ts";
import { recoveryLines } from "./recovery-text.ts";

const AGAIN_MS = 1_000;

type Place = { installation: Installation; linkKey: string };
type Options = { json?: boolean; watch?: boolean };

/** 0 when the verdict says that nothing is wrong; 1 otherwise. */
export async function runStatus(place: Place, options: Options, out: NodeJS.WriteStream): Promise<number> {
  const memory = new Map<string, RegionStatus>();
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  for (;;) {
    const status = await readStatus(place.installation, place.linkKey, memory);
    const text = options.json ? JSON.stringify(status) : statusText(status, await heardViews(place));
    out.write(options.watch && !options.json && out.isTTY ? `\x1b[H\x1b[2J${text}\n` : `${text}\n`);
    if (!options.watch || interrupted.signal.aborted) return isHealthy(status) ? EXIT.ok : EXIT.findings;
    await wait(AGAIN_MS, undefined, { signal: interrupted.signal }).catch(() => {});
    if (interrupted.signal.aborted) return EXIT.ok;
  }
}

function statusText(status: InstallationStatus, recovery: HeardView[]): string {
  const lines = [status.verdict, "", `Edge ${status.edge.reachable ? `at ${status.edge.url}` : "can't be reached"}`];
  const drain = status.edge.traffic?.drain;
  if (drain) lines.push(`  drain      ${drainText(drain)}`);
  for (const region of status.regions) {
    const view = recovery.find((one) => one.region.name === region.name)?.view;
    lines.push(
      "",
      ...regionLines(region),
      ...(view ? recoveryLines(view) : ["  recovery   its recoverer doesn't answer"]),
    );
  }
  lines.push("", "Processes");
  for (const [place, processes] of [
    ...status.regions.map((region): [string, ProcessStatus[]] => [region.name, region.processes]),
    ["witness", status.witness.processes] as [string, ProcessStatus[]],
    ["edge", status.edge.processes] as [string, ProcessStatus[]],
    ["network", status.network?.processes ?? []] as [string, ProcessStatus[]],
  ]) {
    for (const one of processes) lines.push(processLine(place, one, status.at));
  }
  return lines.join("\n");
}

function regionLines(region: RegionStatus): string[] {
  const { database, mirror, lake, events } = region;
  // A region takes events and answers questions without its database; nobody should read that all of it is well.
  const well = database.state === "down" ? "takes events and answers, but its database is down" : "healthy";
  const health = region.health.ok ? well : `not healthy: ${region.health.detail ?? "unknown"}`;
  return [
    `${region.name} (${region.configured}, ${region.role}): ${health}`,
    `  events     ${region.accepting ? "accepting" : "not accepting"}, ${events.acceptedTotal} since its start, ${events.perSecond.toFixed(1)}/s${events.atRisk > 0 ? `, ${events.atRisk} at risk` : ""}`,
    `  database   ${database.state}${database.synchronous ? ", synchronous" : ""}${database.solo ? ", solo" : ""}${known(", lag", database.lagMs === null ? null : Math.round(database.lagMs), " ms")}`,
    `  mirror     ${mirror.behindEvents ?? "?"} events behind the other region`,
    `  lake       ${lake.events} events in ${lake.objects} objects, ${mib(lake.bytes)}; ${lake.missingObjects ?? "?"} missing, ${lake.setAside} set aside, ${lake.damaged} damaged`,
  ];
}

function processLine(place: string, one: ProcessStatus, at: number): string {
  const since = `${Math.max(0, Math.round((at - one.since) / 1_000))} s`;
  const restarts = one.restarts > 0 ? `, ${one.restarts} restarts` : "";
  const name = `${place} ${one.name}`.padEnd(26);
  return `  ${name} ${one.state.padEnd(10)} ${one.pid ?? "-"} for ${since}${restarts}${one.detail ? `: ${one.detail}` : ""}`;
}

function known(before: string, value: number | null, unit: string): string {
  return value === null ? "" : `${before} ${value}${unit}`;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
