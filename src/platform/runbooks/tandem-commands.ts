// The engine's own commands, as `src/cli/commands.ts` has them; a test parses each with the program itself.
import type { PlanKind } from "../../core/recovery-view.ts";
import { changes, type RunbookCommand, reads, variable } from "./command.ts";
import type { Input } from "./page.ts";

export const REASON: Input = {
  name: "REASON",
  says: "why, in words; it is kept with the run",
  example: "the region is down",
};
export const RUN: Input = { name: "RUN", says: "the run's id, as history and status print it", example: "run-7" };
/** Kept with every run. */
const because = ["--reason", variable(REASON.name)] as const;

export const status = (expect: string): RunbookCommand =>
  reads("tandem", ["status"], { why: "Who serves, what is at risk, and what to do about it.", expect });
export const history = (): RunbookCommand =>
  reads("tandem", ["history"], {
    why: "What recovery has done already, by whom, and how it ended.",
    expect: "the newest run first; `finished` when it went through.",
    like: "finished",
  });

type Started = Extract<PlanKind, "fail-over" | "switch-over" | "fail-back" | "evict" | "readmit">;
export const isStarted = (kind: PlanKind): kind is Started => kind !== "rejoin" && kind !== "resume";

/** `here` takes over from `other`; a readmission names the voter. */
const WORDS: Record<Started, (here: string, other: string) => readonly string[]> = {
  "fail-over": (here) => ["failover", "--to", here],
  "switch-over": (here) => ["switchover", "--to", here],
  "fail-back": () => ["failback"],
  evict: (_, other) => ["evict", other],
  readmit: (_, voter) => ["readmit", voter],
};

/** First what would happen, then the same in earnest. The dry run is the question; --yes is the answer of who has read it. */
export function startPlan(kind: Started, here: string, other: string): readonly RunbookCommand[] {
  const words = WORDS[kind](here, other);
  return [
    reads("tandem", [...words, "--dry-run"], {
      why: "The plan as it would run now, or the reason why it won't. Read it.",
      expect: "the steps below with their times, and the checks: each `ok`.",
      like: kind === "readmit" ? "votes|record" : "steps, at most",
    }),
    changes("tandem", [...words, ...because, "--yes"], {
      why: "Do it.",
      expect: "each step `done` with its time, and at last `finished`.",
      like: "finished",
    }),
    history(),
  ];
}

export const approve = (): RunbookCommand =>
  changes("tandem", ["approve", variable(RUN.name), ...because, "--yes"], {
    why: "Let a run go on that waits for a person: what may be lost is accepted by you.",
    expect: "the steps that follow, as they happen.",
  });
export const abort = (): RunbookCommand =>
  changes("tandem", ["abort", variable(RUN.name), ...because], {
    why: "Stop a run before its point of no return; what it took is let go of.",
    expect: "`stopped`, or a sentence that says why it can't be stopped any more.",
  });
export const pause = (): RunbookCommand =>
  changes("tandem", ["pause-automatic", "--for", "2h", ...because], {
    why: "Keep the regions from failing over by themselves while people work.",
    expect: "until when it is paused; it ends by itself.",
  });
export const resumeAutomatic = (): RunbookCommand =>
  changes("tandem", ["resume-automatic", ...because], {
    why: "End a pause of automatic fail-over.",
    expect: "that automatic fail-over is on again.",
  });
export const listTail = (): RunbookCommand =>
  reads("tandem", ["recovery", "tail"], {
    why: "What a region that came back had acknowledged and never sent.",
    expect: "a list, or the sentence that there is none.",
  });
export const exportTail = (): RunbookCommand =>
  reads("tandem", ["recovery", "tail", "--export", "lost.ndjson"], {
    why: "Keep that list: whoever owns the data decides row by row.",
    expect: "how many changes were written, and where.",
  });
export const dropTail = (): RunbookCommand =>
  changes("tandem", ["recovery", "tail", "--drop", "--yes"], {
    why: "Delete the former primary's files, once the list is exported and decided.",
    expect: "what was deleted.",
  });

/** For a local installation. */
export const start = (region: string): RunbookCommand =>
  changes("tandem", ["start", region], {
    why: `Start ${region}, once what killed it is gone.`,
    expect: "that its processes begin; it stays passive and rejoins by itself.",
    like: region,
  });
export const kill = (region: string): RunbookCommand =>
  changes("tandem", ["kill", region], {
    why: `Stop ${region} whole, and hold it down until it is started again.`,
    expect: "which processes were ended.",
  });
