// The signals by which a passive region judges the active one: what each says, from which vantage point, and its weight. Data.
// A signal that can't be told is unknown: it accuses nobody. No single vantage point but the voters' can decide a loss.

import type { RegionName } from "../../core/origin.ts";
import { stillMsOfTwo } from "../plan/situation.ts";
import type { Sight } from "../plan/world.ts";

export type SignalState = "good" | "bad" | "unknown";

export const DETECTOR_LIMITS = {
  /** Two voters that haven't moved for this long: three beats of 500 ms are missing. */
  stillBadMs: 1_400,
  /** Then the voters' word is enough by itself, even when the region's processes still answer. */
  stillLongMs: 2_000,
  beatAgeMsMax: 6_000,
  lakeAgeMsMax: 90_000,
  /** The lake of the judging region counts as advancing below this. */
  ownLakeAgeMsMax: 30_000,
  /** Share of failed requests at the edge. */
  errorShareMax: 0.5,
  /** A reading older than this says nothing. */
  partAgeMsMax: 20_000,
  /** Weights of bad signals that make a loss; the voters' stillness must be among them, since only it lets a fence succeed. */
  lostWeightMin: 5,
  /** Weights that make a holder sick although it renews; errors at the edge must be among them. */
  sickWeightMin: 4,
};
export type DetectorLimits = typeof DETECTOR_LIMITS;

type Signal = {
  says: string;
  vantage: "voters" | "direct" | "database" | "edge" | "lake";
  weight: number;
  judge: (seen: Seen) => SignalState;
};

type Seen = { sight: Sight; self: RegionName; peer: RegionName; nowMs: number; limits: DetectorLimits };

const bad = (is: boolean): SignalState => (is ? "bad" : "good");

/** The voters' stillness; unknown where fewer than two are heard. */
function still({ sight, nowMs, limits }: Seen, limitMs: number): SignalState {
  const { value, atMs } = sight.lease;
  if (value === null || nowMs - atMs > limits.partAgeMsMax) return "unknown";
  const stillMs = stillMsOfTwo(value);
  return stillMs === null ? "unknown" : bad(stillMs >= limitMs);
}

const young = ({ nowMs, limits }: Seen, atMs: number): boolean => nowMs - atMs <= limits.partAgeMsMax;

export const SIGNALS = {
  beat: {
    says: "two voters see the holder's beat",
    vantage: "voters",
    weight: 3,
    judge: (seen) => still(seen, seen.limits.stillBadMs),
  },
  "beat-long": {
    says: "two voters have seen a beat within two seconds",
    vantage: "voters",
    weight: 2,
    judge: (seen) => still(seen, seen.limits.stillLongMs),
  },
  guardian: {
    says: "its guardian answers this region directly",
    vantage: "direct",
    weight: 2,
    judge: (seen) => {
      const { value, atMs } = seen.sight.peer;
      if (!young(seen, atMs)) return "unknown";
      return bad(value === null || !value.guardian);
    },
  },
  collector: {
    says: "its collector accepts events",
    vantage: "direct",
    weight: 1,
    judge: (seen) => {
      const { value, atMs } = seen.sight.peer;
      if (value === null || value.collector === null || !young(seen, atMs)) return "unknown";
      return bad(!value.collector);
    },
  },
  writes: {
    says: "its heartbeat really lands in the database",
    vantage: "database",
    weight: 2,
    judge: (seen) => {
      // Replicated here it is proof; told by the region itself it is a word. The newer one counts.
      const { value: own, atMs } = seen.sight.database;
      const told = seen.sight.peer.value?.database ?? null;
      const ages: number[] = [];
      if (own?.kind === "standby" && own.streaming && own.beatAgeMs !== null && young(seen, atMs))
        ages.push(own.beatAgeMs);
      if (told?.kind === "primary" && told.beatAgeMs !== null) ages.push(told.beatAgeMs);
      if (ages.length === 0) return "unknown";
      return bad(Math.min(...ages) > seen.limits.beatAgeMsMax);
    },
  },
  edge: {
    says: "the edge finds it active",
    vantage: "edge",
    weight: 1,
    judge: (seen) => {
      const { value, atMs } = seen.sight.edge;
      if (value === null || !young(seen, atMs)) return "unknown";
      return bad(value.active !== seen.peer);
    },
  },
  errors: {
    says: "clients at the edge are answered without errors",
    vantage: "edge",
    weight: 2,
    judge: (seen) => {
      const { value, atMs } = seen.sight.edge;
      if (value === null || value.errorShare === null || !young(seen, atMs)) return "unknown";
      return bad(value.errorShare > seen.limits.errorShareMax);
    },
  },
  lake: {
    says: "its lake advances as this region's does",
    vantage: "lake",
    weight: 1,
    judge: (seen) => {
      const { limits, sight } = seen;
      const theirs = sight.peer.value?.lakeAgeMs ?? null;
      const ours = sight.lake.value?.advancedMs ?? null;
      // Where this region's own lake stands still, too, nothing can be said of the other.
      if (theirs === null || ours === null || ours > limits.ownLakeAgeMsMax) return "unknown";
      return bad(theirs > limits.lakeAgeMsMax);
    },
  },
} as const satisfies Record<string, Signal>;

export type SignalName = keyof typeof SIGNALS;
export const SIGNAL_NAMES = Object.keys(SIGNALS) as SignalName[];

export const signalOf = (name: SignalName): Signal => SIGNALS[name];

export type Signals = Record<SignalName, SignalState>;

export function judgeSignals(
  sight: Sight,
  { self, peer }: { self: RegionName; peer: RegionName },
  nowMs: number,
  limits: DetectorLimits = DETECTOR_LIMITS,
): Signals {
  const seen: Seen = { sight, self, peer, nowMs, limits };
  const signals = {} as Signals;
  for (const name of SIGNAL_NAMES) signals[name] = SIGNALS[name].judge(seen);
  return signals;
}
