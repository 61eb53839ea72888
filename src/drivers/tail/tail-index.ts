// What the tail's table holds, for planning without asking it: days of each project, extents of each (day, origin).

import type { StoredEvent } from "../../app/events/stored-event.ts";
import type { TailIndex } from "../../app/queries/plan-source.ts";
import type { OffsetRange, OriginId } from "../../core/origin.ts";
import type { UtcDay } from "../../core/time.ts";

export type MutableTailIndex = TailIndex & {
  extents: Map<UtcDay, Map<OriginId, OffsetRange>>;
  add(events: readonly StoredEvent[]): void;
  put(project: string, day: UtcDay, origin: OriginId, extent: OffsetRange, times: OffsetRange, count: number): void;
  count(): number;
  /** Grows whenever the table is rewritten. */
  version(): number;
  /** Changes whenever rows of the project are added. */
  projectVersion(project: string): string;
};

const NO_DAYS: ReadonlySet<UtcDay> = new Set();

export function createTailIndex(version = 0): MutableTailIndex {
  const projects = new Map<string, { days: Set<UtcDay>; times: Map<UtcDay, OffsetRange>; rows: number }>();
  const extents = new Map<UtcDay, Map<OriginId, OffsetRange>>();
  let count = 0;
  const put: MutableTailIndex["put"] = (project, day, origin, extent, times, rows) => {
    const known = projects.get(project) ?? { days: new Set(), times: new Map(), rows: 0 };
    known.days.add(day);
    const spanned = known.times.get(day) ?? times;
    known.times.set(day, { from: Math.min(spanned.from, times.from), to: Math.max(spanned.to, times.to) });
    known.rows += rows;
    projects.set(project, known);
    const origins = extents.get(day) ?? new Map<OriginId, OffsetRange>();
    extents.set(day, origins);
    const before = origins.get(origin);
    if (before) {
      before.from = Math.min(before.from, extent.from);
      before.to = Math.max(before.to, extent.to);
    } else origins.set(origin, { ...extent });
    count += rows;
  };
  return {
    extents,
    put,
    days: (project) => projects.get(project)?.days ?? NO_DAYS,
    times: (project, day) => projects.get(project)?.times.get(day),
    add(events) {
      for (const { project, day, origin, offset, time } of events) {
        put(project, day, origin, { from: offset, to: offset + 1 }, { from: time, to: time + 1 }, 1);
      }
    },
    count: () => count,
    version: () => version,
    projectVersion: (project) => `${version}.${projects.get(project)?.rows ?? 0}`,
  };
}
