// Makes the faults of the catalogue on a running installation, and ends them. Each ends by itself in time, also when whoever
// made it is gone: links and stopped processes are let go by the network process, what is held down by its supervisor's file.

import { setTimeout as wait } from "node:timers/promises";
import { EXIT, Refused } from "../../core/errors.ts";
import { type Installation, type Place, peerOf, type RegionLayout, regionOf } from "../../core/installation.ts";
import type { LinkTrouble } from "../../core/link.ts";
import type { InstantMs } from "../../core/time.ts";
import { realMonotonicMs } from "../../drivers/clock.ts";
import { askNetwork } from "../../drivers/faults/ask-network.ts";
import { corruptRecord } from "../../drivers/faults/corrupt.ts";
import { KNOWN_AFTER_MS, readRegionFaults, writeRegionFaults } from "../../drivers/faults/region-faults.ts";
import { endProcess, isAlive, type ProcessIdentity } from "../../drivers/process/identity.ts";
import { FAULT_FOR, type Fault } from "../../recovery/faults/catalogue.ts";
import { bent, straightened } from "../../recovery/faults/clock-course.ts";
import { holdProcess, letGo, letProcessGo } from "../held.ts";
import { killWard } from "../kill-ward.ts";
import { runDirectory, type Ward } from "../processes.ts";
import { readSupervisorState } from "../supervisor-state.ts";

/** A supervisor notes the end of a process within 50 ms. */
const NOTED_MS_MAX = 2_000;
const LOOK_MS = 10;
/** PostgreSQL's immediate shutdown, before it is killed. */
const QUIT_MS_MAX = 3_000;

export type Injected = {
  id: string;
  fault: Fault;
  endsAt: InstantMs;
  /** What was done, as a sentence without its full stop. */
  did: string;
  /** Ends it now; may be called again. */
  heal(): Promise<void>;
};

type Timed = { id: string; forMs: number; endsAt: InstantMs };
type Done = { did: string; heal: () => Promise<void> };

/** `forMs` is bounded by `FAULT_FOR`; of two faults with one id the later replaces the earlier. Throws `Refused`. */
export async function inject(
  installation: Installation,
  linkKey: string,
  fault: Fault,
  options: { id?: string; forMs?: number } = {},
): Promise<Injected> {
  const { msUsual, msMin, msMax } = FAULT_FOR;
  const forMs = options.forMs ?? msUsual;
  if (!(forMs >= msMin && forMs <= msMax)) {
    throw new Refused(`A fault lasts ${msMin} ms to ${msMax / 60_000} minutes, not ${forMs} ms.`, EXIT.usage);
  }
  if (!installation.links) {
    throw new Refused(
      "This installation has no links yet: it was started by an older version. Stop it, and start it again with 'tandem up'.",
    );
  }
  const id = options.id ?? `${fault.name}-${Date.now().toString(36)}`;
  const timed = { id, forMs, endsAt: Date.now() + forMs };
  const { did, heal } = await deed({ installation, linkKey }, fault, timed);
  return { id, fault, endsAt: timed.endsAt, did, heal };
}

type Scene = { installation: Installation; linkKey: string };

function deed(scene: Scene, fault: Fault, timed: Timed): Promise<Done> {
  switch (fault.name) {
    case "kill":
      return fault.process === null
        ? killRegion(scene, fault.region, fault.silent, timed)
        : killProcess(scene, fault.region, fault.process, "SIGKILL", timed);
    case "hold-database":
      return killProcess(scene, fault.region, "postgres", "SIGQUIT", timed);
    case "stop":
      return stop(scene, fault.region, fault.process, timed);
    case "witness-loss":
      return loseWard(scene, { kind: "witness" }, timed);
    case "edge-loss":
      return loseWard(scene, { kind: "edge" }, timed);
    case "cut": {
      const trouble: LinkTrouble = { kind: "cut", reset: fault.reset };
      return onLinks(scene, waysOf(fault.from, fault.to, fault.direction === "both"), trouble, timed, fault.services);
    }
    case "flap": {
      const { periodMs, downShare } = fault;
      return onLinks(scene, waysOf(fault.from, fault.to, true), { kind: "flap", periodMs, downShare }, timed);
    }
    case "slow": {
      const { latencyMs, jitterMs, loss, bytesPerSecond } = fault;
      const trouble: LinkTrouble = { kind: "slow", latencyMs, jitterMs, loss, bytesPerSecond };
      return onLinks(scene, waysOf(fault.from, fault.to, true), trouble, timed, fault.services);
    }
    case "isolate":
      return onLinks(scene, waysAround(scene, fault.region, fault.direction), { kind: "cut", reset: false }, timed);
    case "full-disk":
      return fillDisk(scene, fault.region, timed);
    case "clock":
      return bendClock(scene, fault.region, fault, timed);
    case "corrupt-record":
      return corrupt(scene, fault.region, fault.what);
  }
}

type Way = { from: Place; to: Place };

function waysOf(from: Place, to: Place, both: boolean): Way[] {
  return both
    ? [
        { from, to },
        { from: to, to: from },
      ]
    : [{ from, to }];
}

function waysAround({ installation }: Scene, region: string, direction: "both" | "in" | "out"): Way[] {
  return [peerOf(installation, region).name, "witness"].flatMap((other) => [
    ...(direction === "out" ? [] : [{ from: other, to: region }]),
    ...(direction === "in" ? [] : [{ from: region, to: other }]),
  ]);
}

async function onLinks(
  { installation, linkKey }: Scene,
  ways: Way[],
  trouble: LinkTrouble,
  { id, forMs }: Timed,
  services: Parameters<ReturnType<typeof askNetwork>["trouble"]>[0]["services"] = null,
): Promise<Done> {
  const network = askNetwork(installation, linkKey);
  await network.trouble({ id, forMs, ways, services, trouble });
  const words = { cut: "held", flap: "held and let go in turns", slow: "slowed" }[trouble.kind];
  const what = services ? `traffic for ${services.join(", ")}` : "all traffic";
  const where = ways.map(({ from, to }) => `${from} to ${to}`).join(", ");
  return { did: `${what} from ${where} is ${words}`, heal: () => network.heal(id) };
}

async function killRegion(scene: Scene, name: string, silent: boolean, timed: Timed): Promise<Done> {
  const { installation } = scene;
  const { name: region } = regionOf(installation, name);
  const ward: Ward = { kind: "region", region };
  const links = silent
    ? await onLinks(scene, waysAround(scene, region, "both"), { kind: "cut", reset: false }, timed)
    : undefined;
  const killed = await killWard(installation, ward, timed.endsAt);
  return {
    did: `${killed ? `${killed.length} processes of ${region} were killed` : `${region} wasn't running`}; it is held down`,
    async heal() {
      await links?.heal();
      letGo(installation, ward);
    },
  };
}

async function loseWard({ installation }: Scene, ward: Ward, { endsAt }: Timed): Promise<Done> {
  const killed = await killWard(installation, ward, endsAt);
  return {
    did: `the ${ward.kind} ${killed ? "was killed" : "wasn't running"} and is held down`,
    heal: async () => letGo(installation, ward),
  };
}

/** The process and who supervises it; throws when the region isn't running, or has no such process. */
function running({ installation }: Scene, name: string, process: string | null): ProcessIdentity {
  const { name: region } = regionOf(installation, name);
  const state = readSupervisorState(installation, { kind: "region", region });
  if (!state || !isAlive(state))
    throw new Refused(`${region} isn't running, so nothing of it can be hit.`, EXIT.missing);
  if (process === null) return { pid: state.pid, began: state.began };
  const identity = state.identities[process];
  if (identity && isAlive(identity)) return identity;
  const names = state.processes.map((one) => one.name);
  if (names.includes(process)) throw new Refused(`The ${process} of ${region} isn't running now.`, EXIT.missing);
  throw new Refused(`${region} has no process "${process}"; it has ${names.join(", ")}.`, EXIT.usage);
}

async function killProcess(
  scene: Scene,
  region: string,
  process: string,
  signal: "SIGKILL" | "SIGQUIT",
  { endsAt }: Timed,
): Promise<Done> {
  const { installation } = scene;
  const run = runDirectory(installation, { kind: "region", region: regionOf(installation, region).name });
  const identity = running(scene, region, process);
  // First the mark, then the deed: its supervisor must not start it again, nor count this as a death.
  holdProcess(run, process, endsAt);
  endProcess(identity, signal);
  if (!(await until(() => !isAlive(identity), QUIT_MS_MAX))) endProcess(identity, "SIGKILL");
  await until(() => !isAlive(identity) && !noted(scene, region, process, identity.pid), NOTED_MS_MAX);
  return {
    did: `the ${process} of ${region} (process ${identity.pid}) was ended by ${signal} and is held down`,
    heal: async () => letProcessGo(run, process),
  };
}

/** Whether its supervisor still takes it for running. */
function noted({ installation }: Scene, region: string, process: string, pid: number): boolean {
  const state = readSupervisorState(installation, { kind: "region", region });
  return state?.processes.find((one) => one.name === process)?.pid === pid;
}

async function stop(scene: Scene, region: string, process: string | null, { id, forMs }: Timed): Promise<Done> {
  const network = askNetwork(scene.installation, scene.linkKey);
  const root = running(scene, region, process);
  const what = process === null ? `all of ${region}` : `the ${process} of ${region}`;
  await network.pause({ id, forMs, what, processes: [root] });
  return { did: `${what} stands still`, heal: () => network.heal(id) };
}

const layoutOf = ({ installation }: Scene, region: string): RegionLayout => regionOf(installation, region);

async function fillDisk(scene: Scene, region: string, { endsAt }: Timed): Promise<Done> {
  const { directory } = layoutOf(scene, region);
  writeRegionFaults(directory, { ...readRegionFaults(directory), fullDisk: { endsAt } });
  await wait(KNOWN_AFTER_MS);
  return {
    did: `Tandem's own writes in ${region} fail for want of space`,
    heal: async () => writeRegionFaults(directory, { ...readRegionFaults(directory), fullDisk: null }),
  };
}

async function bendClock(
  scene: Scene,
  region: string,
  { jumpMs, drift }: { jumpMs: number; drift: number },
  { forMs }: Timed,
): Promise<Done> {
  const { directory } = layoutOf(scene, region);
  const before = readRegionFaults(directory);
  const fromMs = realMonotonicMs() + KNOWN_AFTER_MS;
  const clock = bent(before.clock, { fromMs, toMs: fromMs + forMs, jumpMs, drift });
  writeRegionFaults(directory, { ...before, clock });
  await wait(KNOWN_AFTER_MS);
  return {
    did: `the clocks of ${region} run ${drift * 100} % fast, and its wall clock is ${jumpMs} ms off`,
    async heal() {
      const now = readRegionFaults(directory);
      const straight = straightened(now.clock, realMonotonicMs() + KNOWN_AFTER_MS);
      if (straight !== now.clock) writeRegionFaults(directory, { ...now, clock: straight });
    },
  };
}

async function corrupt(scene: Scene, region: string, what: "log" | "lake" | "register"): Promise<Done> {
  return {
    did: await corruptRecord(layoutOf(scene, region), what, Math.random),
    // It is found and repaired by what it was done to, or stays: the fault itself is over.
    heal: async () => {},
  };
}

async function until(holds: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > end) return false;
    await wait(LOOK_MS);
  }
  return true;
}
