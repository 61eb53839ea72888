// Instants are milliseconds since the Unix epoch, UTC. Days are UTC days, written YYYY-MM-DD.

export type InstantMs = number;
export type UtcDay = string;

export const DAY_MS = 86_400_000;

/** The UTC day of an instant. Instants outside years 0–9999 are a bug of the caller: they are clamped at ingest. */
export function utcDay(instant: InstantMs): UtcDay {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The first instant of a UTC day. */
export function dayStart(day: UtcDay): InstantMs {
  return Date.parse(`${day}T00:00:00.000Z`);
}

export function addDays(day: UtcDay, days: number): UtcDay {
  return utcDay(dayStart(day) + days * DAY_MS);
}
