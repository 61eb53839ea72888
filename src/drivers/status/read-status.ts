// The whole installation's status, for the console and for `tandem status`: each region is asked through its console (as it
// would be across a link), or process by process where that is silent; edge and witness are asked beside them.

import { readFileSync } from "node:fs";
import { type Unjudged, verdict } from "../../app/catalogue/verdict.ts";
import type { DrainView } from "../../core/drain.ts";
import {
  type Installation,
  LINK_SERVICES,
  linkPort,
  networkPort,
  type RegionLayout,
  type RegionPorts,
} from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { wantsReadmission } from "../../core/recovery-view.ts";
import type { InstallationStatus, RegionStatus } from "../../core/resources.ts";
import { agreed, type Role, type Vote } from "../../recovery/register.ts";
import { insideOrigin } from "../http/inside.ts";
import { readVotes, votersOf } from "../register/voters.ts";
import { askJson, readProcesses, readRegion, STATUS_MS_MAX } from "./read-region.ts";

/** The last that was heard of each region, by name; kept by a process that asks again and again. */
export type Memory = Map<string, RegionStatus>;

export const VERSION: string = JSON.parse(
  readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
).version;

/** `from`: the region that asks, over its links; absent: somebody who is in none. */
export async function readStatus(
  installation: Installation,
  linkKey: string,
  memory: Memory = new Map(),
  from?: RegionName,
): Promise<InstallationStatus> {
  const at = Date.now();
  const edgeUrl = `http://127.0.0.1:${installation.edgePort}`;
  const witnessPort =
    from === undefined ? installation.witness.port : linkPort(installation, from, "witness", "guardian");
  const witnessUrl = `${insideOrigin(witnessPort)}/internal/status`;
  // All at once: in a loss each of the silent takes its whole time, and somebody waits for this.
  const [votes, network, edge, edgeProcesses, witness, witnessProcesses, ...heard] = await Promise.all([
    readVotes(installation, linkKey, STATUS_MS_MAX, from),
    from === undefined && installation.links ? readNetwork(installation, linkKey) : undefined,
    askJson(`${edgeUrl}/internal/status`, linkKey).then((told) => told ?? askJson(`${edgeUrl}/healthz`, linkKey)),
    readProcesses(`${installation.directory}/edge`),
    askJson(witnessUrl, linkKey),
    readProcesses(installation.witness.directory),
    ...installation.regions.map((region) => hearRegion(asReachedFrom(installation, from, region), linkKey, at, memory)),
  ]);
  const majority = agreed(votes);
  const roleOf = (name: string): Role => (majority?.holder === name ? "active" : "passive");
  const regions = heard.map((region) => ({ ...region, role: roleOf(region.name) }));
  const status: Unjudged = {
    at,
    version: VERSION,
    epoch: majority?.epoch ?? null,
    holder: majority?.holder ?? null,
    edge: { reachable: edge !== undefined, url: edgeUrl, processes: edgeProcesses, ...trafficOf(edge) },
    witness: { reachable: witness !== undefined || isHeard(votes[2]), processes: witnessProcesses },
    ...abstainingOf(installation, votes),
    ...(network && { network }),
    regions,
  };
  return { ...status, verdict: verdict(status) };
}

/** Nothing, where every voter that answers votes. */
function abstainingOf(installation: Installation, votes: readonly Vote[]): Pick<InstallationStatus, "abstaining"> {
  const names = votersOf(installation).map(({ name }) => name);
  const abstaining = votes.flatMap((vote, index) =>
    vote.kind === "abstains" && wantsReadmission(vote.because)
      ? [{ voter: names[index] as string, says: vote.because.replace(`${names[index]}: `, "") }]
      : [],
  );
  return abstaining.length === 0 ? {} : { abstaining };
}

/** Nothing, where the edge only said that it lives. */
function trafficOf(told: Record<string, unknown> | undefined): Pick<InstallationStatus["edge"], "traffic"> {
  if (typeof told?.held !== "number") return {};
  const { active, errorShare, held, drain } = told;
  return {
    traffic: {
      active: typeof active === "string" ? active : null,
      errorShare: typeof errorShare === "number" ? errorShare : null,
      held,
      drain: typeof drain === "object" ? (drain as DrainView | null) : null,
    },
  };
}

async function readNetwork(installation: Installation, linkKey: string) {
  const [told, processes] = await Promise.all([
    askJson(`${insideOrigin(networkPort(installation))}/internal/status`, linkKey),
    readProcesses(`${installation.directory}/network`),
  ]);
  return { reachable: told !== undefined, processes };
}

/** The other region's ports are those of the links to it; whoever is in no region asks it directly. */
function asReachedFrom(installation: Installation, from: RegionName | undefined, region: RegionLayout): RegionLayout {
  if (from === undefined || from === region.name) return region;
  const linked = LINK_SERVICES.map((service) => [service, linkPort(installation, from, region.name, service)]);
  return { ...region, ports: { ...region.ports, ...(Object.fromEntries(linked) as Partial<RegionPorts>) } };
}

/** Its role is the voters' to tell: what stands here of it is nobody's word. */
async function hearRegion(region: RegionLayout, linkKey: string, at: number, memory: Memory): Promise<RegionStatus> {
  const told = await askJson(`${insideOrigin(region.ports.console)}/internal/status`, linkKey);
  const heard =
    told && told.name === region.name
      ? ({ ...told, reachable: true, heardAt: at } as RegionStatus)
      : await readRegion(region, linkKey, "passive", at);
  if (heard.reachable) {
    memory.set(region.name, heard);
    return heard;
  }
  const last = memory.get(region.name);
  if (!last) return heard;
  const health = { ok: false, detail: "it can't be reached" };
  const { processes } = heard;
  return { ...last, reachable: false, accepting: false, health, processes };
}

function isHeard(vote: Vote | undefined): boolean {
  return vote?.kind === "register";
}
