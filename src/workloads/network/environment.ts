// What is wrong with the environment now: faults of links, and processes that stand still. Each ends by itself, whatever has
// become of whoever asked; the list outlives this process, so that a restart heals nothing early and leaves nobody stopped.

import { readFileSync } from "node:fs";
import type { LinkFault, Pause } from "../../core/link.ts";
import { writeWhole } from "../../drivers/installation.ts";
import type { ProcessIdentity } from "../../drivers/process/identity.ts";
import { continueAll, stopTree } from "../../drivers/process/tree.ts";

export const FAULTS_MAX = 64;

type Kept = { format: 1; faults: LinkFault[]; pauses: (Pause & { processes: ProcessIdentity[] })[] };

export type Environment = {
  faults(): LinkFault[];
  pauses(): Pause[];
  /** False when there are too many already. The same id replaces. */
  addFault(fault: LinkFault): boolean;
  pause(pause: Pause, roots: ProcessIdentity[]): boolean;
  /** One by its id, or everything; what isn't there is healed already. */
  heal(id?: string): void;
  /** Lets everybody go on who stands still, so that they can be stopped in order. */
  close(): void;
};

export function openEnvironment(file: string, onFaults: (faults: LinkFault[]) => void): Environment {
  let kept = read(file);
  let timer: NodeJS.Timeout | undefined;

  const change = (next: Kept): void => {
    const linksDiffer = JSON.stringify(next.faults) !== JSON.stringify(kept.faults);
    kept = next;
    writeWhole(file, `${JSON.stringify(kept)}\n`, 0o600);
    if (linksDiffer) onFaults(kept.faults);
    schedule();
  };
  const endOverdue = (): void => {
    const now = Date.now();
    const over = kept.pauses.filter((pause) => pause.endsAt <= now);
    for (const { processes } of over) continueAll(processes);
    const faults = kept.faults.filter((fault) => fault.endsAt > now);
    if (over.length > 0 || faults.length < kept.faults.length) {
      change({ ...kept, faults, pauses: kept.pauses.filter((pause) => !over.includes(pause)) });
    } else schedule();
  };
  const schedule = (): void => {
    clearTimeout(timer);
    const ends = [...kept.faults, ...kept.pauses].map(({ endsAt }) => endsAt);
    if (ends.length > 0) timer = setTimeout(endOverdue, Math.max(1, Math.min(...ends) - Date.now()));
  };
  const has = (id: string) => kept.faults.some((one) => one.id === id) || kept.pauses.some((one) => one.id === id);
  const isFull = (id: string) => !has(id) && kept.faults.length + kept.pauses.length >= FAULTS_MAX;
  const heal = (id?: string): void => {
    const healed = kept.pauses.filter((pause) => id === undefined || pause.id === id);
    for (const { processes } of healed) continueAll(processes);
    change({
      ...kept,
      faults: kept.faults.filter((fault) => id !== undefined && fault.id !== id),
      pauses: kept.pauses.filter((pause) => !healed.includes(pause)),
    });
  };

  onFaults(kept.faults);
  endOverdue();
  return {
    faults: () => kept.faults,
    pauses: () => kept.pauses.map(({ processes, ...pause }) => pause),
    addFault(fault) {
      if (isFull(fault.id)) return false;
      change({ ...kept, faults: [...kept.faults.filter((one) => one.id !== fault.id), fault] });
      return true;
    },
    pause(pause, roots) {
      if (isFull(pause.id)) return false;
      heal(pause.id);
      // First the note, then the deed: if this process dies between, the next one lets them go.
      change({ ...kept, pauses: [...kept.pauses, { ...pause, processes: roots }] });
      const processes = roots.flatMap(stopTree);
      change({ ...kept, pauses: kept.pauses.map((one) => (one.id === pause.id ? { ...one, processes } : one)) });
      return true;
    },
    heal,
    close() {
      clearTimeout(timer);
      for (const { processes } of kept.pauses) continueAll(processes);
    },
  };
}

function read(file: string): Kept {
  try {
    const value = JSON.parse(readFileSync(file, "utf8")) as Kept;
    if (value.format === 1 && Array.isArray(value.faults) && Array.isArray(value.pauses)) return value;
  } catch {
    // There was none, or half of one: nothing is wrong then.
  }
  return { format: 1, faults: [], pauses: [] };
}
