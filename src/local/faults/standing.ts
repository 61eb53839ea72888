// All faults that stand now, told from the places that hold them, and the way to end every one of them.

import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Installation } from "../../core/installation.ts";
import type { InstantMs } from "../../core/time.ts";
import { realMonotonicMs } from "../../drivers/clock.ts";
import { askNetwork } from "../../drivers/faults/ask-network.ts";
import {
  forgetRegionFaults,
  KNOWN_AFTER_MS,
  readRegionFaults,
  writeRegionFaults,
} from "../../drivers/faults/region-faults.ts";
import { straightened } from "../../recovery/faults/clock-course.ts";
import { heldByFaultUntil, isHeld, letGo, letProcessGo, processHeldUntil } from "../held.ts";
import { runDirectory, type Ward, wardName, wardsOf } from "../processes.ts";

/** `endsAt` null: until a person ends it. */
export type StandingFault = { what: string; endsAt: InstantMs | null };

/** Those of links and of stopped processes are missing when the network doesn't answer: `unheard` says so. */
export async function standingFaults(
  installation: Installation,
  linkKey: string,
): Promise<{ faults: StandingFault[]; unheard: string | null }> {
  const faults: StandingFault[] = [];
  let unheard: string | null = null;
  try {
    const { faults: links, pauses } = await askNetwork(installation, linkKey).status();
    for (const { id, ways, trouble, endsAt } of links) {
      const where = ways.map(({ from, to }) => `${from} to ${to}`).join(", ");
      faults.push({ what: `${id}: link ${trouble.kind === "slow" ? "slowed" : trouble.kind} from ${where}`, endsAt });
    }
    for (const { id, what, endsAt } of pauses) faults.push({ what: `${id}: ${what} stands still`, endsAt });
  } catch (error) {
    unheard = error instanceof Error ? error.message : String(error);
  }
  for (const ward of wardsOf(installation)) {
    if (isHeld(installation, ward)) {
      faults.push({ what: `${wardName(ward)} is held down`, endsAt: heldByFaultUntil(installation, ward) ?? null });
    }
    const run = runDirectory(installation, ward);
    for (const process of heldProcesses(run)) {
      const endsAt = processHeldUntil(run, process);
      if (endsAt !== undefined) faults.push({ what: `${wardName(ward)}'s ${process} is held down`, endsAt });
    }
  }
  const [nowMs, now] = [realMonotonicMs(), Date.now()];
  for (const { name, directory } of installation.regions) {
    const { fullDisk, clock } = readRegionFaults(directory);
    if (fullDisk && fullDisk.endsAt > now) faults.push({ what: `${name}'s disk is full`, endsAt: fullDisk.endsAt });
    if (clock.wall && clock.wall.toMs > nowMs) {
      faults.push({ what: `${name}'s clocks run wrong`, endsAt: now + clock.wall.toMs - nowMs });
    }
  }
  return { faults, unheard };
}

/** Ends all of them, what `tandem kill` holds down included. Throws `Refused` when the network can't be told. */
export async function healEverything(installation: Installation, linkKey: string): Promise<void> {
  for (const ward of wardsOf(installation)) letEverythingGo(installation, ward);
  for (const { directory } of installation.regions) {
    const faults = readRegionFaults(directory);
    const clock = straightened(faults.clock, realMonotonicMs() + KNOWN_AFTER_MS);
    if (faults.fullDisk || clock !== faults.clock) writeRegionFaults(directory, { ...faults, fullDisk: null, clock });
  }
  await askNetwork(installation, linkKey).heal();
}

/** Before a start, while nothing runs: faults don't outlive `tandem up`. What `tandem kill` holds down stays held. */
export function forgetFaults(installation: Installation): void {
  for (const ward of wardsOf(installation)) {
    if (heldByFaultUntil(installation, ward) !== undefined) letGo(installation, ward);
    const run = runDirectory(installation, ward);
    for (const process of heldProcesses(run)) letProcessGo(run, process);
  }
  for (const { directory } of installation.regions) forgetRegionFaults(directory);
  rmSync(join(runDirectory(installation, { kind: "network" }), "faults.json"), { force: true });
}

function letEverythingGo(installation: Installation, ward: Ward): void {
  letGo(installation, ward);
  const run = runDirectory(installation, ward);
  for (const process of heldProcesses(run)) letProcessGo(run, process);
}

function heldProcesses(run: string): string[] {
  try {
    return readdirSync(run).flatMap((name) => /^hold-([a-z-]+)$/.exec(name)?.[1] ?? []);
  } catch {
    return [];
  }
}
