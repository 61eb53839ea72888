// What both recoverers tell, as heard from one region: its own directly, the other's across the link. A silent one is shown
// with the last that was heard of it, and why it is silent.

import { guardWriters } from "../../app/operations/writer-guard.ts";
import { type Installation, linkPort, regionOf } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import type { RecoveryRoom, RegionHeard } from "../../core/recovery-room.ts";
import type { RecoveryView } from "../../core/recovery-view.ts";
import { linkHeaders } from "../http/serve.ts";

/** As with a region's status: people wait for the slower of two. */
const RECOVERY_MS_MAX = 1_500;

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
  return { at, from, regions, guard: guardWriters(regions, at) };
}

/** The view, or why there is none, as the end of a sentence. */
async function ask(port: number, linkKey: string): Promise<RecoveryView | string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/internal/status`, {
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
