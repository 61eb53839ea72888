// What the faults of a link come to at an instant: cut or not, how late, how wide. Pure; several faults on one way add up.

import type { LinkService, Place } from "../../core/installation.ts";
import type { LinkFault } from "../../core/link.ts";
import type { InstantMs } from "../../core/time.ts";

export type Weather = {
  cut: boolean;
  reset: boolean;
  latencyMs: number;
  jitterMs: number;
  loss: number;
  bytesPerSecond: number;
  /** When this may be otherwise, by the faults' own doing. */
  changesAt: InstantMs;
};

export const CALM: Weather = {
  cut: false,
  reset: false,
  latencyMs: 0,
  jitterMs: 0,
  loss: 0,
  bytesPerSecond: Number.POSITIVE_INFINITY,
  changesAt: Number.POSITIVE_INFINITY,
};

/** TCP waits at least this long before it sends a lost piece again (Linux: 200 ms). */
const RETRANSMISSION_MS = 200;
const RETRANSMISSIONS_MAX = 15;

export function bearsOn(fault: LinkFault, from: Place, to: Place, service: LinkService): boolean {
  if (fault.services && !fault.services.includes(service)) return false;
  return fault.ways.some((way) => way.from === from && way.to === to);
}

/** Of the faults that bear on one way; ended ones count for nothing. */
export function weatherAt(faults: LinkFault[], now: InstantMs): Weather {
  const weather = { ...CALM };
  for (const fault of faults) {
    if (fault.endsAt <= now) continue;
    weather.changesAt = Math.min(weather.changesAt, fault.endsAt);
    const { trouble } = fault;
    if (trouble.kind === "cut") {
      weather.cut = true;
      weather.reset ||= trouble.reset;
    } else if (trouble.kind === "flap") {
      const at = (now - fault.since) % trouble.periodMs;
      const downMs = trouble.periodMs * trouble.downShare;
      weather.cut ||= at < downMs;
      weather.changesAt = Math.min(weather.changesAt, now - at + (at < downMs ? downMs : trouble.periodMs));
    } else {
      weather.latencyMs += trouble.latencyMs;
      weather.jitterMs += trouble.jitterMs;
      weather.loss = 1 - (1 - weather.loss) * (1 - trouble.loss);
      weather.bytesPerSecond = Math.min(weather.bytesPerSecond, trouble.bytesPerSecond ?? Number.POSITIVE_INFINITY);
    }
  }
  return weather;
}

export function isSlow(weather: Weather): boolean {
  const { latencyMs, jitterMs, loss, bytesPerSecond } = weather;
  return latencyMs > 0 || jitterMs > 0 || loss > 0 || Number.isFinite(bytesPerSecond);
}

/** How late one piece is, apart from how wide the link is. `chance` gives numbers in [0, 1). */
export function delayMs({ latencyMs, jitterMs, loss }: Weather, chance: () => number): number {
  let late = latencyMs + jitterMs * (jitterMs > 0 ? chance() : 0);
  for (let tries = 0; loss > 0 && tries < RETRANSMISSIONS_MAX && chance() < loss; tries += 1) late += RETRANSMISSION_MS;
  return late;
}
