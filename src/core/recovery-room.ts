// Recovery as seen from one region: what both recoverers tell, as far as they can be heard from there. The operations room of
// the console shows it; with a region silent it shows the last that was heard, with its age.

import type { RegionName } from "./origin.ts";
import type { RecoveryView } from "./recovery-view.ts";
import type { InstantMs } from "./time.ts";

type Heard = { view: RecoveryView; heardAt: InstantMs };

export type RegionHeard = { region: RegionName } & (
  | ({ kind: "heard" } & Heard)
  /** `last` is from before the silence; null when nothing was ever heard. */
  | { kind: "silent"; because: string; last: Heard | null }
);

/** Who may take changes at this instant, by both regions' own leases. "two" must never be seen: invariant R1 is broken. */
export type WriterGuard = {
  kind: "one" | "none" | "two" | "unknown";
  says: string;
  writers: { region: RegionName; epoch: number; remainingMs: number; open: boolean }[];
};

export type RecoveryRoom = {
  at: InstantMs;
  /** The region that answers: all that is told was heard there. */
  from: RegionName;
  regions: RegionHeard[];
  guard: WriterGuard;
};

/** What a region that came back had acknowledged or committed and never sent: for a person to re-apply or drop. */
export type TailRow = {
  epoch: number;
  who: string;
  what: string;
  at: InstantMs | null;
  before: unknown;
  after: unknown;
};
