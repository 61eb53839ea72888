// The token that a client gets with a change and may send with its next read: (epoch, position in the log). It says exactly how
// far a region must have come to show that change, and whether the change was lost when the role moved on.

import { type LogPosition, parsePosition, printPosition } from "../../core/log-position.ts";

export const TOKEN_HEADER = "tandem-token";
export const DATA_AGE_HEADER = "tandem-data-age-ms";
export const ACCEPT_STALE_HEADER = "tandem-accept-stale";

/** A replica that is behind a token may come this far within the request. */
export const TOKEN_WAIT_MS_MAX = 1_000;
/** What a replica shows may be this old without being asked for. */
export const DATA_AGE_MS_MAX = 30_000;

export type Token = { epoch: number; position: LogPosition };

/** How far a region's database has come, by its own account. */
export type Reached = {
  /** Its newest record of epochs and the position up to which it shows changes. */
  position: LogPosition;
  primary: boolean;
  /** In any order: what an older epoch wrote beyond a newer one's beginning was lost. */
  epochs: readonly { epoch: number; beganAt: LogPosition }[];
  /** Age of the newest heartbeat that is visible; null before the first. */
  ageMs: number | null;
};

const EPOCH = /^(\d{1,15})\.(.+)$/;

export function printToken({ epoch, position }: Token): string {
  return `${epoch}.${printPosition(position)}`;
}

/** undefined for anything that no region has given out. */
export function parseToken(text: string): Token | undefined {
  const [, epoch, rest] = EPOCH.exec(text) ?? [];
  const position = rest === undefined ? undefined : parsePosition(rest);
  return epoch === undefined || position === undefined ? undefined : { epoch: Number(epoch), position };
}

export type TokenVerdict =
  | { kind: "visible" }
  | { kind: "wait" }
  /** `epoch`: the one that took over without this change. */
  | { kind: "lost"; epoch: number };

export function judgeToken({ epoch, position }: Token, reached: Reached): TokenVerdict {
  const newer = reached.epochs.filter((one) => one.epoch > epoch).sort((a, b) => a.epoch - b.epoch);
  const without = newer.find(({ beganAt }) => beganAt < position);
  // Never awaited: positions of the new history pass this one, and say nothing about it.
  if (without) return { kind: "lost", epoch: without.epoch };
  // A region that hasn't heard of the epoch yet may still be on the old history, whatever its position.
  const heard = newer.length > 0 || reached.epochs.some((one) => one.epoch === epoch);
  return heard && reached.position >= position ? { kind: "visible" } : { kind: "wait" };
}
