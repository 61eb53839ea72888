// One way of one kind of traffic: what the weather on it is now, and which flows go along it.

import type { LinkService, Place } from "../../core/installation.ts";
import { CALM, isSlow, type Weather } from "../../recovery/faults/weather.ts";

export type Lane = {
  readonly from: Place;
  readonly to: Place;
  readonly service: LinkService;
  weather: Weather;
  /** No fault bears on it: bytes pass without being looked at. */
  calm: boolean;
  /** When a narrow link is free for the next piece; monotonic. */
  freeAtMs: number;
  carriedBytes: number;
  heldBytes: number;
  readonly flows: Set<LaneFlow>;
};

/** What a lane tells those that go along it. */
export type LaneFlow = {
  /** The weather has changed: look again. */
  wake(): void;
  /** The connection is broken, in both directions. */
  reset(): void;
};

export function newLane(from: Place, to: Place, service: LinkService): Lane {
  return {
    from,
    to,
    service,
    weather: CALM,
    calm: true,
    freeAtMs: 0,
    carriedBytes: 0,
    heldBytes: 0,
    flows: new Set(),
  };
}

export function setWeather(lane: Lane, weather: Weather): void {
  const resets = weather.reset && weather.cut && !(lane.weather.reset && lane.weather.cut);
  lane.weather = weather;
  lane.calm = !weather.cut && !isSlow(weather);
  for (const flow of [...lane.flows]) {
    if (resets) flow.reset();
    else flow.wake();
  }
}
