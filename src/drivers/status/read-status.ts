// The whole installation's status, for the console and for `tandem status`: each region is asked through its console (as it
// would be across a link), or process by process where that is silent; edge and witness are asked beside them.

import { readFileSync } from "node:fs";
import { type Unjudged, verdict } from "../../app/catalogue/verdict.ts";
import type { Installation, RegionLayout } from "../../core/installation.ts";
import type { InstallationStatus, RegionStatus } from "../../core/resources.ts";
import { agreed, type Role, type Vote } from "../../recovery/register.ts";
import { readVotes } from "../register/voters.ts";
import { askJson, readProcesses, readRegion, STATUS_MS_MAX } from "./read-region.ts";

/** The last that was heard of each region, by name; kept by a process that asks again and again. */
export type Memory = Map<string, RegionStatus>;

const VERSION: string = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")).version;

export async function readStatus(
  installation: Installation,
  linkKey: string,
  memory: Memory = new Map(),
): Promise<InstallationStatus> {
  const at = Date.now();
  const votes = await readVotes(installation, linkKey, STATUS_MS_MAX);
  const majority = agreed(votes);
  const roleOf = (name: string): Role => (majority?.holder === name ? "active" : "passive");
  const edgeUrl = `http://127.0.0.1:${installation.edgePort}`;
  const witnessUrl = `http://127.0.0.1:${installation.witness.port}/internal/status`;
  const [edge, edgeProcesses, witness, witnessProcesses, ...regions] = await Promise.all([
    askJson(`${edgeUrl}/internal/status`, linkKey).then((told) => told ?? askJson(`${edgeUrl}/healthz`, linkKey)),
    readProcesses(`${installation.directory}/edge`),
    askJson(witnessUrl, linkKey),
    readProcesses(installation.witness.directory),
    ...installation.regions.map((region) => hearRegion(region, linkKey, roleOf(region.name), at, memory)),
  ]);
  const status: Unjudged = {
    at,
    version: VERSION,
    epoch: majority?.epoch ?? null,
    holder: majority?.holder ?? null,
    edge: { reachable: edge !== undefined, url: edgeUrl, processes: edgeProcesses },
    witness: { reachable: witness !== undefined || isHeard(votes[2]), processes: witnessProcesses },
    regions,
  };
  return { ...status, verdict: verdict(status) };
}

async function hearRegion(
  region: RegionLayout,
  linkKey: string,
  role: Role,
  at: number,
  memory: Memory,
): Promise<RegionStatus> {
  const told = await askJson(`http://127.0.0.1:${region.ports.console}/internal/status`, linkKey);
  const heard =
    told && told.name === region.name
      ? ({ ...told, role, reachable: true, heardAt: at } as RegionStatus)
      : await readRegion(region, linkKey, role, at);
  if (heard.reachable) {
    memory.set(region.name, heard);
    return heard;
  }
  const last = memory.get(region.name);
  if (!last) return heard;
  const health = { ok: false, detail: "it can't be reached" };
  const { processes } = heard;
  return { ...last, role, reachable: false, accepting: false, health, processes };
}

function isHeard(vote: Vote | undefined): boolean {
  return vote?.kind === "register";
}
