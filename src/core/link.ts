// What can be wrong with the way from one place to another, and how the process that holds the links tells of it.

import type { LinkService, Place } from "./installation.ts";
import type { InstantMs } from "./time.ts";

/** What happens to bytes on one way. Bytes are held or late, never lost, changed or reordered: that is what TCP makes of it. */
export type LinkTrouble =
  /** Nothing arrives; what was sent arrives after healing. `reset` also breaks the connections that are open, and new ones. */
  | { kind: "cut"; reset: boolean }
  /** Cut for the first `downShare` of each period. */
  | { kind: "flap"; periodMs: number; downShare: number }
  /** Each piece is late by `latencyMs` and up to `jitterMs` more; a lost one (0 to 1) by a retransmission, and all after it. */
  | { kind: "slow"; latencyMs: number; jitterMs: number; loss: number; bytesPerSecond: number | null };

/** One trouble on some ways, as somebody asked for it. */
export type LinkFault = {
  /** Chosen by whoever asks: the same id again replaces it. */
  id: string;
  ways: { from: Place; to: Place }[];
  /** Only the traffic to and from these services; null: all of it. */
  services: LinkService[] | null;
  trouble: LinkTrouble;
  since: InstantMs;
  /** It ends by itself then, whatever has become of the asker. */
  endsAt: InstantMs;
};

/** One way between two places now. */
export type LinkState = {
  from: Place;
  to: Place;
  state: "free" | "slow" | "cut";
  /** Ids of the faults that weigh on it. */
  faults: string[];
  /** Of connections that either side opened. */
  connections: number;
  /** Waiting in the link now. */
  heldBytes: number;
  carriedBytes: number;
};

/** Processes that stand still (SIGSTOP), and until when. */
export type Pause = { id: string; what: string; since: InstantMs; endsAt: InstantMs };

/** `GET /links`. */
export type LinksStatus = { at: InstantMs; links: LinkState[]; faults: LinkFault[]; pauses: Pause[] };
