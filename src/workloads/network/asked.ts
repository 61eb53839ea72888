// What the network's HTTP paths are asked for, checked: a sentence instead of a value says what is wrong.

import { type Installation, LINK_SERVICES, type LinkService, type Place } from "../../core/installation.ts";
import type { LinkFault, LinkTrouble, Pause } from "../../core/link.ts";
import type { ProcessIdentity } from "../../drivers/process/identity.ts";
import { FAULT_FOR, LINK_BOUNDS } from "../../recovery/faults/catalogue.ts";

export type Wrong = { wrong: string };
export type AskedPause = { pause: Pause; roots: ProcessIdentity[] };

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const ROOTS_MAX = 32;

type Told = Record<string, unknown>;

/** `PUT /links {id, ways: [{from, to}], services?, trouble, forMs}`. */
export function askedFault(body: unknown, installation: Installation, now: number): LinkFault | Wrong {
  const told = objectOf(body);
  const timed = timedOf(told, now);
  if ("wrong" in timed) return timed;
  const ways = waysOf(told.ways, installation);
  if (!ways) return { wrong: `\`ways\` is a list of {from, to}; places are ${placesOf(installation).join(", ")}.` };
  const services = told.services ?? null;
  if (!isServices(services)) return { wrong: `\`services\` is null or a list out of ${LINK_SERVICES.join(", ")}.` };
  const trouble = troubleOf(objectOf(told.trouble));
  if (!trouble)
    return { wrong: "`trouble` is a cut, a flap or a slow link with numbers in their bounds (docs/manual/faults.md)." };
  return { ...timed, ways, services, trouble };
}

/** `PUT /pauses {id, what, processes: [{pid, began}], forMs}`. */
export function askedPause(body: unknown, now: number): AskedPause | Wrong {
  const told = objectOf(body);
  const timed = timedOf(told, now);
  if ("wrong" in timed) return timed;
  const roots = Array.isArray(told.processes) ? told.processes.map(objectOf) : [];
  const good = roots.every(({ pid, began }) => Number.isInteger(pid) && Number(pid) > 1 && typeof began === "string");
  if (!good || roots.length === 0 || roots.length > ROOTS_MAX) {
    return { wrong: `\`processes\` is a list of 1 to ${ROOTS_MAX} of {pid, began}.` };
  }
  const what = String(told.what ?? "").slice(0, 200);
  return { pause: { ...timed, what }, roots: roots as ProcessIdentity[] };
}

function timedOf(told: Told, now: number): { id: string; since: number; endsAt: number } | Wrong {
  const { id, forMs } = told;
  if (typeof id !== "string" || !ID.test(id))
    return { wrong: "`id` is a short name of letters, digits, dots and hyphens." };
  const { msMin, msMax } = FAULT_FOR;
  if (typeof forMs !== "number" || !(forMs >= msMin && forMs <= msMax)) {
    return { wrong: `\`forMs\` is a number from ${msMin} to ${msMax}: every fault ends by itself.` };
  }
  return { id, since: now, endsAt: now + forMs };
}

function troubleOf(told: Told): LinkTrouble | undefined {
  if (told.kind === "cut") return { kind: "cut", reset: told.reset === true };
  if (told.kind === "flap") {
    const { periodMs, downShare } = told;
    const good = inBounds(periodMs, LINK_BOUNDS.periodMs) && inBounds(downShare, LINK_BOUNDS.downShare);
    return good ? { kind: "flap", periodMs, downShare } : undefined;
  }
  if (told.kind !== "slow") return undefined;
  const { latencyMs = 0, jitterMs = 0, loss = 0, bytesPerSecond = null } = told;
  const late = inBounds(latencyMs, LINK_BOUNDS.latencyMs) && inBounds(jitterMs, LINK_BOUNDS.jitterMs);
  if (!late || !inBounds(loss, LINK_BOUNDS.loss)) return undefined;
  if (bytesPerSecond !== null && !inBounds(bytesPerSecond, LINK_BOUNDS.bytesPerSecond)) return undefined;
  return { kind: "slow", latencyMs, jitterMs, loss, bytesPerSecond };
}

function inBounds(value: unknown, { min, max }: { min: number; max: number }): value is number {
  return typeof value === "number" && value >= min && value <= max;
}

const placesOf = ({ regions }: Installation): Place[] => [...regions.map(({ name }) => name), "witness"];

function waysOf(value: unknown, installation: Installation): { from: Place; to: Place }[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > 6) return undefined;
  const places = placesOf(installation);
  const ways = value.map(objectOf);
  const good = ways.every(
    ({ from, to }) => from !== to && places.includes(from as Place) && places.includes(to as Place),
  );
  return good ? ways.map(({ from, to }) => ({ from: from as Place, to: to as Place })) : undefined;
}

function isServices(value: unknown): value is LinkService[] | null {
  if (value === null) return true;
  return Array.isArray(value) && value.length > 0 && value.every((one) => LINK_SERVICES.includes(one as LinkService));
}

function objectOf(value: unknown): Told {
  return typeof value === "object" && value !== null ? (value as Told) : {};
}
