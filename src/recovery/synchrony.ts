// Decides how an active region and its standby stay in the class `sync`: pure, one step per look, each step may be repeated.
//
// S1: nobody writes alone unless two voters carry `solo`. Marked first, then alone; synchronous first, then cleared.
// S2: a mark is cleared only after the standby has flushed everything that was committed before it was synchronous again.
// Synchronous is what the server does, not what its setting says: PostgreSQL's checkpointer carries the setting to those who
// commit, and while it is held up (a slow disk) commits don't wait although every session shows the new value.

/** The standby as the primary sees it. `heard` grows or changes with each of its answers, whatever its clock says. */
export type SeenStandby = {
  streaming: boolean;
  synchronous: boolean;
  heard: string;
  /** Bytes written here and not yet flushed there. */
  behindBytes: number;
  /** Up to where the primary's log is flushed there, in bytes from its beginning. */
  flushedBytes: number;
};

export type Seen = {
  /** Commits are to wait for the standby (synchronous_standby_names isn't empty). */
  waiting: boolean;
  standby: SeenStandby | undefined;
  /** Of three voters: how many say solo, how many don't. The others abstain. */
  marked: number;
  unmarked: number;
};

/**
 * What must be remembered between two looks; rebuilt from nothing after a restart. `proven`: commits have been shown to wait
 * since they were told to; whoever takes the step "prove-waiting" sets it. `alongBytes`: how far the primary's log went when that
 * was first seen, so everything that was ever committed without waiting lies before it. `clearing`: the mark was told to go and wasn't told to
 * come back since, so voters that still show it lose it with the holder's next round.
 */
export type Watched = {
  heard: string | undefined;
  heardAtMs: number;
  proven: boolean;
  alongBytes: number | null;
  settled: number;
  clearing: boolean;
};

export type SynchronyStep = "none" | "mark-solo" | "go-alone" | "be-synchronous" | "prove-waiting" | "clear-mark";

/** A standby silent for this long is away. */
export const STANDBY_AWAY_MS = 2_000;
/** Close enough to wait for: the rest is flushed while the first commits wait. */
const CAUGHT_UP_BYTES = 1_048_576;
/** Looks in a row, after the proof, at which the standby was synchronous and had all that came before, until the mark goes. */
const SETTLED_LOOKS = 2;
const MAJORITY = 2;

/** `nowMs` is monotonic. A fresh watcher counts the standby as heard just now, so a restart never hastens `solo`. */
export function nextSynchronyStep(
  seen: Seen,
  before: Watched | undefined,
  nowMs: number,
): { step: SynchronyStep; watched: Watched } {
  const watched = watch(seen, before, nowMs);
  const step = choose(seen, watched, nowMs);
  const clearing = step === "clear-mark" || (watched.clearing && step !== "mark-solo");
  return { step, watched: { ...watched, clearing } };
}

function watch({ standby, waiting }: Seen, before: Watched | undefined, nowMs: number): Watched {
  const last = before ?? {
    heard: undefined,
    heardAtMs: nowMs,
    proven: false,
    alongBytes: null,
    settled: 0,
    clearing: false,
  };
  const news = standby?.streaming === true && standby.heard !== last.heard;
  const heard = news ? { heard: standby.heard, heardAtMs: nowMs } : { heard: last.heard, heardAtMs: last.heardAtMs };
  const proven = waiting && last.proven;
  // S2: what comes after the proof waits by itself, so a busy primary whose standby is far away isn't behind for ever.
  const alongBytes = proven ? (last.alongBytes ?? (standby ? standby.flushedBytes + standby.behindBytes : null)) : null;
  const settled = standby?.synchronous === true && alongBytes !== null && standby.flushedBytes >= alongBytes;
  return { ...heard, proven, alongBytes, settled: settled ? last.settled + 1 : 0, clearing: last.clearing };
}

function choose({ waiting, standby, marked }: Seen, watched: Watched, nowMs: number): SynchronyStep {
  const away = nowMs - watched.heardAtMs >= STANDBY_AWAY_MS;
  if (waiting) {
    // S1: voters that lost the round which cleared them still show a mark that is on its way out.
    if (away) return marked >= MAJORITY && !watched.clearing ? "go-alone" : "mark-solo";
    if (marked === 0) return "none";
    if (!watched.proven) return standby?.synchronous === true ? "prove-waiting" : "none";
    return watched.settled >= SETTLED_LOOKS ? "clear-mark" : "none";
  }
  if (standby?.streaming === true && !away && standby.behindBytes <= CAUGHT_UP_BYTES) return "be-synchronous";
  // S1 holds for a region that was restarted while alone, too.
  return marked >= MAJORITY ? "none" : "mark-solo";
}
