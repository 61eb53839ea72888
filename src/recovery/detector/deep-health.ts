// Whether a holder may go on renewing its lease: can it really write, and does its lake advance. Asked by its own guardian.
// Limits are data; a lake counts as stuck only while the other region's advances, so that an idle night isn't ill health.

export type HealthSeen = {
  /** PostgreSQL as this guardian saw it last. */
  database: "primary" | "standby" | "down";
  /** Since the last heartbeat's commit returned; null when none has since the database started. */
  beatAgeMs: number | null;
  /** Commits may wait for a standby that is away until two voters carry `solo`; that by itself isn't ill health. */
  waitingForStandby: boolean;
  /** The watchdog acknowledged the last deadline it was told. */
  watchdogAnswers: boolean;
  /** Age of the newest thing in this region's lake, and of the other's; null unknown. */
  lakeAgeMs: number | null;
  peerLakeAgeMs: number | null;
};

export type Health = { ok: true } | { ok: false; because: string };

export const HEALTH_LIMITS = {
  /** A heartbeat each second: three in a row that don't land. */
  beatAgeMsMax: 3_500,
  /** The standby is given up after 2 s, two voters are marked, then waiting commits are let go. */
  beatAgeWaitingMsMax: 8_000,
  /** A watermark each 10 s, even where nothing happens. */
  lakeAgeMsMax: 90_000,
  /** The other lake counts as advancing below this age. */
  peerLakeAgeMsMax: 30_000,
};

export function deepHealth(seen: HealthSeen, limits = HEALTH_LIMITS): Health {
  if (!seen.watchdogAnswers)
    return bad("its watchdog doesn't answer, so nothing would stop PostgreSQL at the lease's end");
  if (seen.database === "down") return bad("its PostgreSQL doesn't answer");
  if (seen.database === "standby") return bad("its PostgreSQL is still a standby");
  const beatMsMax = seen.waitingForStandby ? limits.beatAgeWaitingMsMax : limits.beatAgeMsMax;
  if (seen.beatAgeMs === null) return bad("no heartbeat has been written to its PostgreSQL yet");
  if (seen.beatAgeMs > beatMsMax) {
    return bad(
      `the last heartbeat landed in its PostgreSQL ${Math.round(seen.beatAgeMs)} ms ago, more than ${beatMsMax}`,
    );
  }
  const { lakeAgeMs, peerLakeAgeMs } = seen;
  const peerAdvances = peerLakeAgeMs !== null && peerLakeAgeMs <= limits.peerLakeAgeMsMax;
  if (peerAdvances && lakeAgeMs !== null && lakeAgeMs > limits.lakeAgeMsMax) {
    return bad(`its lake hasn't advanced for ${Math.round(lakeAgeMs / 1000)} s while the other region's does`);
  }
  return { ok: true };
}

const bad = (because: string): Health => ({ ok: false, because });
