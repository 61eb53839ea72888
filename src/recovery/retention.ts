// How long the records of recovery stay: journals of runs, and the evidence of drills. An auditor finds a whole year of them,
// however many there were, and how each thing went last, however long ago. Whole records go, never a part of one. Pure.

import { DAY_MS, type InstantMs } from "../core/time.ts";

/** A year, and what an audit of it takes. */
const KEPT_DAYS = 400;

export const RETENTION = {
  /** As many as a region tells the other one of. */
  runs: { days: KEPT_DAYS, newest: 1_000 },
  /** As many as are listed. */
  drills: { days: KEPT_DAYS, newest: 200 },
} as const;
export type Retention = (typeof RETENTION)[keyof typeof RETENTION];

export type Kept = {
  id: string;
  /** Of a run its plan, of a drill its scenario. */
  kind: string;
  at: InstantMs;
  /** Of a drill, where it is known. */
  passed?: boolean;
};

/**
 * Ids of those that go, oldest first: older than so many days, not among the newest, not the last of their kind, and not the last
 * of their kind that was passed. Age is counted back from the newest record, and from `now` where that is earlier: so regions that
 * hold the same records come to the same answer whenever they look, and a clock that runs ahead takes nothing away.
 */
export function outlived(records: readonly Kept[], { days, newest }: Retention, now: InstantMs): string[] {
  const sorted = [...records].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const from = Math.min(sorted[0]?.at ?? now, now) - days * DAY_MS;
  const seen = new Set<string>();
  const last = ({ kind, passed }: Kept): boolean => {
    const names = [kind, ...(passed ? [`${kind} passed`] : [])].filter((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    return names.length > 0;
  };
  return sorted
    .filter((record, index) => !last(record) && index >= newest && record.at < from)
    .map(({ id }) => id)
    .reverse();
}

/** `20261121T140000Z` as it stands in names. */
const STAMP = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** A run by its id, `<stamp>-<plan>-<chance>`; undefined for a name that no run has. */
export function keptRun(id: string): Kept | undefined {
  const [, stamp = "", kind = ""] = /^([^-]+)-([a-z-]+)-[0-9a-f]+$/.exec(id) ?? [];
  return kept(id, kind, stamp);
}

/** A drill by the name of its evidence, `<scenario>-<stamp>`; undefined for a name that no drill gives. */
export function keptDrill(id: string): Kept | undefined {
  const [, kind = "", stamp = ""] = /^([a-z][a-z0-9-]*)-([^-]+)$/.exec(id) ?? [];
  return kept(id, kind, stamp);
}

function kept(id: string, kind: string, stamp: string): Kept | undefined {
  const at = Date.parse(stamp.replace(STAMP, "$1-$2-$3T$4:$5:$6Z"));
  return STAMP.test(stamp) && !Number.isNaN(at) ? { id, kind, at } : undefined;
}
