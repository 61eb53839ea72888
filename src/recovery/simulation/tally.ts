// What was met over many simulated worlds: cells of the engines' tables, plans that ran to their end, and how much happened.

export type Tally = {
  acknowledged: number;
  unknown: number;
  roles: number;
  /** "state event" → how often. */
  keeperCells: Map<string, number>;
  recovererCells: Map<string, number>;
  /** "plan outcome" → how often. */
  runs: Map<string, number>;
};

export function emptyTally(): Tally {
  return { acknowledged: 0, unknown: 0, roles: 0, keeperCells: new Map(), recovererCells: new Map(), runs: new Map() };
}

export function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

export function countKeeper(tally: Tally, state: string, event: string): void {
  count(tally.keeperCells, `${state} ${event}`);
}

export function countRecoverer(tally: Tally, state: string, event: string): void {
  count(tally.recovererCells, `${state} ${event}`);
}
