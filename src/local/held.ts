// What is held down: a ward by run/held (`tandem kill`, or a fault), one process of it by run/hold-<process> (a fault). It isn't
// started again until the file goes, or until the time that a fault wrote into it.

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Installation } from "../core/installation.ts";
import type { InstantMs } from "../core/time.ts";
import { unwritable, writeWhole } from "../drivers/installation.ts";
import { runDirectory, type Ward } from "./processes.ts";

const fileOf = (run: string, process?: string) => join(run, process === undefined ? "held" : `hold-${process}`);

export function isHeld(installation: Installation, ward: Ward): boolean {
  return untilWhen(fileOf(runDirectory(installation, ward))) > Date.now();
}

/** `endsAt`: a fault lets go by itself then. Without it: until somebody lets go. */
export function hold(installation: Installation, ward: Ward, endsAt?: InstantMs): void {
  write(fileOf(runDirectory(installation, ward)), endsAt);
}

export function letGo(installation: Installation, ward: Ward): void {
  rmSync(fileOf(runDirectory(installation, ward)), { force: true });
}

/** Why a process isn't started, as a sentence; undefined when nothing holds it. */
export function processHeld(run: string, process: string): string | undefined {
  const endsAt = processHeldUntil(run, process);
  if (endsAt === undefined) return undefined;
  return `held down by a fault until ${new Date(endsAt).toISOString().slice(11, 19)} UTC, or 'tandem heal'`;
}

export function processHeldUntil(run: string, process: string): InstantMs | undefined {
  const endsAt = untilWhen(fileOf(run, process));
  return endsAt > Date.now() ? endsAt : undefined;
}

export function holdProcess(run: string, process: string, endsAt: InstantMs): void {
  write(fileOf(run, process), endsAt);
}

export function letProcessGo(run: string, process: string): void {
  rmSync(fileOf(run, process), { force: true });
}

/** Until when a fault holds a ward; undefined when nothing does, or `tandem kill`. */
export function heldByFaultUntil(installation: Installation, ward: Ward): InstantMs | undefined {
  const endsAt = untilWhen(fileOf(runDirectory(installation, ward)));
  return Number.isFinite(endsAt) && endsAt > Date.now() ? endsAt : undefined;
}

function write(file: string, endsAt: InstantMs | undefined): void {
  try {
    writeWhole(file, `${JSON.stringify({ since: new Date().toISOString(), endsAt: endsAt ?? null })}\n`);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Minus infinity when there is no such file; infinity without an end. */
function untilWhen(file: string): number {
  // Looked for several times a second, and hardly ever there: an error each time would cost more than all the rest.
  if (!existsSync(file)) return Number.NEGATIVE_INFINITY;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
  try {
    const { endsAt } = JSON.parse(text) as { endsAt?: unknown };
    return typeof endsAt === "number" ? endsAt : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
