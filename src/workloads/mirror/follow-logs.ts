// Keeps a copy of every origin of the peer: the list is read again after each break of the link and every few seconds, and
// each origin that isn't finished is followed on its own.

import { join } from "node:path";
import type { OriginId } from "../../core/origin.ts";
import type { InstantMs } from "../../core/time.ts";
import { MirrorLog } from "../../drivers/log/mirror-log.ts";
import type { ServedOrigin } from "../../drivers/log/serve-log.ts";
import { backOffMs, pause } from "./pause.ts";
import { jsonOf, type Peer } from "./peer.ts";
import { pullOrigin } from "./pull-origin.ts";

const LIST_EVERY_MS = 5_000;
/** Older than this, what the peer said of its end says nothing about now. */
const HEARD_MS_MAX = 5_000;

type Followed = { origin: OriginId; end: number; peerEnd: number; heardAt: number; sealed: boolean; holes: number };

type LogsStatus = {
  behindEvents: number | null;
  behindMs: number | null;
  /** When this copy last held everything that the peer had; null before the first time. */
  caughtUpAt: InstantMs | null;
  origins: { origin: OriginId; end: number; peerEnd: number; sealed: boolean; holes: number }[];
};

export type FollowLogsOptions = {
  peer: Peer;
  /** …/log/mirror */
  directory: string;
  log: (event: string, details?: Record<string, unknown>) => void;
  signal: AbortSignal;
};

export type FollowedLogs = { status(now: InstantMs): LogsStatus; ended: Promise<void> };

export function followLogs(options: FollowLogsOptions): FollowedLogs {
  const followed = new Map<OriginId, Followed>();
  const running = new Map<OriginId, Promise<void>>();
  const caughtUp: { at: InstantMs | null } = { at: null };
  let wake = new AbortController();
  let failures = 0;

  const follow = async (served: ServedOrigin): Promise<void> => {
    const { first, end } = served;
    const known = followed.get(served.origin);
    const state: Followed = known ?? {
      origin: served.origin,
      end: 0,
      peerEnd: end,
      heardAt: 0,
      sealed: false,
      holes: 0,
    };
    followed.set(served.origin, state);
    const mirror = await MirrorLog.open(join(options.directory, served.origin), served.seed);
    if (mirror === "finished") {
      Object.assign(state, { end, sealed: true });
      return;
    }
    state.end = Math.max(mirror.end ?? 0, first);
    try {
      await pullOrigin({
        ...options,
        origin: served.origin,
        seed: served.seed ?? 0,
        mirror,
        first,
        progress: progressOf(state),
      });
      Object.assign(state, { end, sealed: true });
      options.log("mirror-origin-finished", { origin: served.origin, end });
    } finally {
      await mirror.close();
    }
  };

  /** Said at the first failure and then seldom: a peer that is away for hours fills no disk. */
  const broke = (event: string, details: Record<string, unknown>) => {
    failures++;
    if (!options.signal.aborted && (failures & (failures - 1)) === 0) options.log(event, { ...details, failures });
  };

  const isCaughtUp = () => [...followed.values()].every((one) => one.sealed || one.end >= one.peerEnd);

  const progressOf = (state: Followed) => ({
    onStored: (end: number, receivedAt: InstantMs) => {
      failures = 0;
      state.end = end;
      if (isCaughtUp()) caughtUp.at = Math.max(caughtUp.at ?? 0, receivedAt);
    },
    onPeerEnd: (end: number) => {
      Object.assign(state, { peerEnd: Math.max(state.peerEnd, end), heardAt: Date.now() });
      if (!isCaughtUp()) return;
      failures = 0;
      caughtUp.at = Date.now();
    },
    onHole: (from: number, to: number) => {
      state.holes += to - from;
      options.log("mirror-hole", { origin: state.origin, from, to });
    },
  });

  const begin = (served: ServedOrigin): void => {
    if (running.has(served.origin) || followed.get(served.origin)?.sealed) return;
    const work = follow(served)
      .catch((error: Error) => {
        broke("mirror-broken", { origin: served.origin, because: error.message });
      })
      .finally(() => {
        running.delete(served.origin);
        wake.abort();
      });
    running.set(served.origin, work);
  };

  /** What the peer no longer lists is lost there: this copy is all there is of it, and there is nothing to be behind of. */
  const forget = (listed: ReadonlySet<OriginId>): void => {
    for (const origin of followed.keys()) {
      if (listed.has(origin) || running.has(origin)) continue;
      followed.delete(origin);
      options.log("mirror-origin-lost", { origin });
    }
  };

  const keep = async (): Promise<void> => {
    while (!options.signal.aborted) {
      wake = new AbortController();
      try {
        const answer = (await jsonOf(await options.peer.log("/link/log", options.signal), "list the peer's logs")) as {
          origins: ServedOrigin[];
        };
        for (const served of answer.origins) begin(served);
        forget(new Set(answer.origins.map(({ origin }) => origin)));
        if (running.size === 0) failures = 0;
      } catch (error) {
        broke("mirror-peer-away", { because: (error as Error).message });
      }
      const signal = AbortSignal.any([options.signal, wake.signal]);
      await pause(failures > 0 ? backOffMs(failures, Math.random()) : LIST_EVERY_MS, signal);
      // A follower that broke woke us at once: knock a moment later.
      if (wake.signal.aborted) await pause(backOffMs(failures, Math.random()), options.signal);
    }
    await Promise.all(running.values());
  };

  return { ended: keep(), status: (now) => statusOf([...followed.values()], caughtUp.at, now) };
}

function statusOf(followed: Followed[], caughtUpAt: InstantMs | null, now: InstantMs): LogsStatus {
  const origins = followed.map(({ origin, end, peerEnd, sealed, holes }) => ({ origin, end, peerEnd, sealed, holes }));
  const heard = followed.some((one) => !one.sealed && now - one.heardAt <= HEARD_MS_MAX);
  if (!heard) return { behindEvents: null, behindMs: null, caughtUpAt, origins };
  const behindEvents = followed.reduce((sum, one) => sum + (one.sealed ? 0 : Math.max(0, one.peerEnd - one.end)), 0);
  const behindMs = behindEvents === 0 ? 0 : caughtUpAt === null ? null : Math.max(0, now - caughtUpAt);
  return { behindEvents, behindMs, caughtUpAt, origins };
}
