// What both recoverers tell, as heard from one region: its own directly, the other's across the link. A silent one is shown
// with the last that was heard of it, and why it is silent.

import { guardWriters } from "../../app/operations/writer-guard.ts";
import { type Installation, linkPort, regionOf } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import type { RecoveryRoom, RegionHeard } from "../../core/recovery-room.ts";
import type { RecoveryView } from "../../core/recovery-view.ts";
import { LEASE_TIMES, stillMsMin } from "../../recovery/lease/times.ts";
import { insideOrigin } from "../http/inside.ts";
import { linkHeaders } from "../http/serve.ts";
import { askJson } from "./read-region.ts";

/** As with a region's status: people wait for the slower of two. */
const RECOVERY_MS_MAX = 1_500;
const STILL_MS = stillMsMin(LEASE_TIMES);

/** The last view of each region; kept by a process that asks again and again. */
export type RecoveryMemory = Map<RegionName, { view: RecoveryView; heardAt: number }>;

/** The port on which the recoverer of `to` is reached from `from`. */
export function recovererPort(installation: Installation, from: RegionName, to: RegionName): number {
  return from === to ? regionOf(installation, to).ports.recoverer : linkPort(installation, from, to, "recoverer");
}

export async function readRecovery(
  installation: Installation,
  from: RegionName,
  linkKey: string,
  memory: RecoveryMemory = new Map(),
): Promise<RecoveryRoom> {
  const regions = await Promise.all(
    installation.regions.map(async ({ name }): Promise<RegionHeard> => {
      const told = await ask(recovererPort(installation, from, name), linkKey);
      if (typeof told === "string") {
        const because = name === from ? `its recoverer ${told}` : `its recoverer ${told} across the link from ${from}`;
        return { region: name, kind: "silent", because, last: memory.get(name) ?? null };
      }
      const heard = { view: told, heardAt: Date.now() };
      memory.set(name, heard);
      return { region: name, kind: "heard", ...heard };
    }),
  );
  const at = Date.now();
  const guard = guardWriters(regions, at, { stillMsMin: STILL_MS });
  if (guard.kind !== "two") return { at, from, regions, guard };
  // Two views are of two instants: between them a region may have handed over. It is an alarm only if the one with the older
  // epoch still says so now; a guardian that can't be asked confirms nothing.
  const [first, second] = guard.writers;
  const older = first && second && first.epoch <= second.epoch ? first.region : (second ?? first)?.region;
  const left = older === undefined ? 0 : await askLease(installation, from, older, linkKey);
  return {
    at,
    from,
    regions,
    guard: guardWriters(regions, Date.now(), { stillMsMin: STILL_MS, asked: new Map([[older ?? "", left]]) }),
  };
}

/** What is left of a region's own lease, by its guardian's word; 0 for none, or none that can be heard of. */
async function askLease(
  installation: Installation,
  from: RegionName,
  to: RegionName,
  linkKey: string,
): Promise<number> {
  const port = from === to ? regionOf(installation, to).ports.guardian : linkPort(installation, from, to, "guardian");
  const told = await askJson(`${insideOrigin(port)}/lease`, linkKey, RECOVERY_MS_MAX);
  return typeof told?.remainingMs === "number" ? told.remainingMs : 0;
}

/** The view, or why there is none, as the end of a sentence. */
async function ask(port: number, linkKey: string): Promise<RecoveryView | string> {
  try {
    const response = await fetch(`${insideOrigin(port)}/internal/status`, {
      headers: linkHeaders(linkKey),
      signal: AbortSignal.timeout(RECOVERY_MS_MAX),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return `answers ${response.status}`;
    }
    const view = (await response.json()) as RecoveryView;
    return typeof view?.stateVersion === "string" ? view : "answers something that isn't a view of recovery";
  } catch (error) {
    const late = (error as Error).name === "TimeoutError";
    return late ? `doesn't answer within ${RECOVERY_MS_MAX} ms` : "doesn't answer";
  }
}
