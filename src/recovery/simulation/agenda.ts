// What is still to happen in a simulated world, in the order of its real time; ties go by the order of asking, so a
// seed always gives the same run.

import type { Process } from "./machine.ts";

export type Entry = {
  atMs: number;
  order: number;
  /** Who does it: dropped when that process has died since, held back while it stands still. Null: the world itself. */
  process: Process | null;
  life: number;
  run: () => void;
};

export type Agenda = { nowMs: number; asked: number; happened: number; heap: Entry[] };

/** A world in which more than this waits has run away. */
const ENTRIES_MAX = 20_000;

export function emptyAgenda(): Agenda {
  return { nowMs: 0, asked: 0, happened: 0, heap: [] };
}

/** Real milliseconds from now; what a machine's clock makes of it is the machine's affair. */
export function later(agenda: Agenda, process: Process | null, inMs: number, run: () => void): void {
  const { heap } = agenda;
  if (heap.length >= ENTRIES_MAX) throw new RangeError(`More than ${ENTRIES_MAX} things wait to happen in one world.`);
  const atMs = agenda.nowMs + Math.max(inMs, 0);
  const entry: Entry = { atMs, order: agenda.asked++, process, life: process === null ? 0 : process.life, run };
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const up = (at - 1) >> 1;
    const above = heap[up] as Entry;
    if (above.atMs <= entry.atMs) break;
    heap[at] = above;
    at = up;
  }
  heap[at] = entry;
}

/** Lets the next thing happen; false when nothing is left before `untilMs`. */
export function step(agenda: Agenda, untilMs: number): boolean {
  const { heap } = agenda;
  const first = heap[0];
  if (first === undefined || first.atMs > untilMs) return false;
  const last = heap.pop() as Entry;
  if (heap.length > 0) sink(heap, last);
  agenda.nowMs = first.atMs;
  const { process } = first;
  if (process === null) {
    agenda.happened++;
    first.run();
  } else if (process.life === first.life) {
    if (process.state === "running" && !process.machine.suspended) {
      agenda.happened++;
      first.run();
    } else if (process.state !== "dead") process.heldBack.push(first.run);
  }
  return true;
}

function sink(heap: Entry[], entry: Entry): void {
  const { length } = heap;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= length) break;
    const right = down + 1;
    if (right < length && before(heap[right] as Entry, heap[down] as Entry)) down = right;
    const below = heap[down] as Entry;
    if (!before(below, entry)) break;
    heap[at] = below;
    at = down;
  }
  heap[at] = entry;
}

function before(a: Entry, b: Entry): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
