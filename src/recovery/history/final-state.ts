// What the platform holds once everything is quiet: what both regions answer, and the journal of the active one.

import type { RegionName } from "../../core/origin.ts";

export type EventsHeld = {
  region: RegionName;
  project: string;
  /** Every id that the region's answer lists, with how often it does. */
  ids: ReadonlyMap<string, number>;
  /** The events that the same region counts, which must be as many as it lists. */
  counted: number;
};

/** One change of a register, as the active region's journal tells it. */
export type JournalledWrite = { row: number; epoch: number; register: string; serial: number };

/** A time during which a region wrote alone: what it acknowledged then may be lost with it. */
export type SoloSpan = { region: RegionName; fromMs: number; untilMs: number };

export type FinalState = {
  events: readonly EventsHeld[];
  /** In the order of the journal. */
  journal: readonly JournalledWrite[];
  solo: readonly SoloSpan[];
};
