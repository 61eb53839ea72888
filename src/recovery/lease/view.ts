// What a keeper shows of itself: to its region's processes, to the detector, to people.

import type { RegionName } from "../../core/origin.ts";
import type { Vote } from "../register.ts";
import type { Keeper } from "./keeper.ts";

export type LeaseView = {
  region: RegionName;
  incarnation: string;
  state: Keeper["kind"];
  /** The epoch held; else the highest one seen at any voter, 0 before any was heard. */
  epoch: number;
  /** The region that two voters name, whoever runs there. */
  holder: RegionName | null;
  /** Of the own lease; null without one. */
  remainingMs: number | null;
  /** Relational writes are let in. */
  open: boolean;
  /** Of the voters that answer in the holder's epoch: how many say `solo`, how many don't. */
  solo: { marked: number; unmarked: number };
  /** How many voters say that the holder is to stop. */
  wanted: number;
  /** How long each voter has stood still; null for one that doesn't answer. */
  stillMs: [number | null, number | null, number | null];
  votes: [Vote, Vote, Vote];
  /** The peer's run as a voter names it; null when none does. */
  seenPeerIncarnation: string | null;
  /** The state in words. */
  because: string;
};
