// Instants are milliseconds since the Unix epoch, UTC. Days are UTC days, written YYYY-MM-DD.

export type InstantMs = number;
export type UtcDay = string;

export const DAY_MS = 86_400_000;

/** The UTC day of an instant. Instants outside years 0–9999 are a bug of the caller: they are clamped at ingest. */
export function utcDay(instant: InstantMs): UtcDay {
  const index = Math.floor(instant / DAY_MS);
  // Events come in the order of time, so the day is nearly always the one before.
  if (index !== latest.index) latest = { index, day: new Date(instant).toISOString().slice(0, 10) };
  return latest.day;
}

let latest: { index: number; day: UtcDay } = { index: Number.NaN, day: "" };

/** The first instant of a UTC day. */
export function dayStart(day: UtcDay): InstantMs {
  return Date.parse(`${day}T00:00:00.000Z`);
}

export function addDays(day: UtcDay, days: number): UtcDay {
  return utcDay(dayStart(day) + days * DAY_MS);
}
