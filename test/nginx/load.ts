// An open load: requests begin by the clock, whether or not earlier ones were answered, so that waiting shows.
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, type Asked, ask } from "./client.ts";

export type Result = {
  readonly sent: number;
  /** From the first request to the last answer: longer than asked for where the machine is short of time. */
  readonly tookSeconds: number;
  /** Status → how often. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Requests without a whole answer, and why. */
  readonly broken: readonly string[];
  readonly millisecondsSorted: readonly number[];
  readonly answers: readonly Answer[];
};

const TICK_MS = 10;

export async function load(
  port: number,
  perSecond: number,
  seconds: number,
  next: (index: number) => Asked,
): Promise<Result> {
  const statuses: Record<number, number> = {};
  const broken: string[] = [];
  const milliseconds: number[] = [];
  const answers: Answer[] = [];
  const open: Promise<void>[] = [];
  const one = async (asked: Asked): Promise<void> => {
    const began = performance.now();
    try {
      const answer = await ask(port, asked);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      milliseconds.push(performance.now() - began);
      answers.push(answer);
    } catch (error) {
      broken.push(error instanceof Error ? error.message : String(error));
    }
  };
  const began = performance.now();
  const total = Math.round(perSecond * seconds);
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1_000) * perSecond) + 1);
    for (; sent < due; sent += 1) open.push(one(next(sent)));
    await wait(TICK_MS);
  }
  await Promise.all(open);
  const tookSeconds = (performance.now() - began) / 1_000;
  return {
    sent: total,
    tookSeconds,
    statuses,
    broken,
    millisecondsSorted: milliseconds.sort((a, b) => a - b),
    answers,
  };
}

export const percentile = ({ millisecondsSorted: all }: Result, share: number): number =>
  all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN;
