// What the edge decides: which kind of request this is, and which regions may serve it, best first. Pure; the whole truth
// about a region's state comes from its health checks.

import { HIDDEN_SEGMENTS } from "../../core/entrance.ts";
import type { RegionName } from "../../core/origin.ts";

/** ingest: any region that can durably accept. read: repeatable. write: only the active region, never repeated. */
export type RequestKind = "ingest" | "read" | "write" | "own" | "hidden" | "malformed";

export type RegionHealth = {
  name: RegionName;
  configured: "primary" | "standby";
  /** The collector can durably accept. */
  accepting: boolean;
  /** The console answers. */
  serving: boolean;
  /** The console answers, its region holds the lease and is open, and its database takes writes. */
  active: boolean;
  /** Of the lease, as the console told it last; null while it told none. */
  epoch: number | null;
};

/** Of several that call themselves active (one of them hasn't been asked since it lost the lease), the highest epoch is right. */
export function activeOf(regions: RegionHealth[]): RegionHealth | undefined {
  const [first, ...others] = regions.filter((region) => region.active);
  return others.reduce((best, other) => ((other.epoch ?? 0) > (best?.epoch ?? 0) ? other : best), first);
}

const INGEST =
  /^(?:\/beacon)?\/v1\/(?!projects\/)[a-z]+\/?$|^\/v1\/projects\/[^/]+\/settings\/?$|^\/(?:batch|track|page|screen|identify|group|alias|import|[itpsgabm])\/?$/;
/** Paths that processes keep for each other: the edge carries the link key, so it must not carry a stranger's request there. */
const HIDDEN = new RegExp(`^/+(?:${[...HIDDEN_SEGMENTS, "metrics"].join("|")})(?:/|$)`);
const QUESTION = /^\/api\/[^/]+\/projects\/[^/]+\/query\/?$/;
/**
 * What moves regions, and the confirmation that it takes, is asked for just when no region is active, so any may take it. A
 * repeat does no harm: a command carries the state that it was decided upon, which the first has changed; a confirmation
 * writes nothing.
 */
const COMMAND = /^\/api\/[^/]+\/(?:recovery\/.+|drills|session\/confirmation(?:\/challenge)?)\/?$/;

/** @param path the request's path as sent, without the query string. */
export function kindOf(method: string, path: string): RequestKind {
  const plain = plainPath(path);
  if (plain === undefined) return "malformed";
  if (HIDDEN.test(plain)) return "hidden";
  if (plain === "/healthz") return "own";
  if (
    INGEST.test(plain) &&
    (plain.startsWith("/v1/") || plain.startsWith("/beacon/") || !["GET", "HEAD"].includes(method))
  ) {
    return "ingest";
  }
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return "read";
  return method === "POST" && (QUESTION.test(plain) || COMMAND.test(plain)) ? "read" : "write";
}

/** Decoded until nothing changes; undefined for what no honest client sends (bad escapes, dot segments, backslashes). */
function plainPath(path: string): string | undefined {
  let plain = path;
  for (let round = 0; round < 3; round += 1) {
    let next: string;
    try {
      next = decodeURIComponent(plain);
    } catch {
      return undefined;
    }
    if (next === plain) break;
    plain = next;
  }
  if (!plain.startsWith("/") || /\\|\/\.{1,2}(?:\/|$)|\/{2}|\p{Cc}/u.test(plain)) return undefined;
  return plain;
}

/**
 * The regions to try, in order. With no healthy one for a repeatable request all are tried: a health check may be wrong, and
 * nothing is lost by asking. Writes go to the active region or nowhere.
 */
export function candidates(kind: "ingest" | "read" | "write", regions: RegionHealth[]): RegionName[] {
  const active = activeOf(regions);
  if (kind === "write") return active ? [active.name] : [];
  const primaryFirst = [...regions].sort(
    (a, b) => Number(b.configured === "primary") - Number(a.configured === "primary"),
  );
  if (kind === "ingest") return healthyFirst(primaryFirst, (region) => region.accepting);
  const activeFirst = [...primaryFirst].sort((a, b) => Number(b === active) - Number(a === active));
  return healthyFirst(activeFirst, (region) => region.serving);
}

function healthyFirst(regions: RegionHealth[], healthy: (region: RegionHealth) => boolean): RegionName[] {
  return [...regions.filter(healthy), ...regions.filter((region) => !healthy(region))].map((region) => region.name);
}

/** Up after one good answer, down after this many bad ones in a row (a connection error on a request counts as both). */
const FAILURES_MAX = 2;

export type Check = { up: boolean; failures: number };
export const UNKNOWN: Check = { up: false, failures: 0 };

/** `certain`: it said no itself, where silence may be a hiccup. */
export function checked(check: Check, ok: boolean, certain = false): Check {
  if (ok) return { up: true, failures: 0 };
  const failures = check.failures + 1;
  return { up: check.up && !certain && failures < FAILURES_MAX, failures };
}
