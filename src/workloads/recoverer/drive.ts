// Drives the recovery machine: carries out its effects, brings their answers back as events, and wakes it when it asks. What to
// do and in which order is decided there; here nothing is remembered that matters after a crash.

import type { PlanKind } from "../../core/recovery-view.ts";
import { monotonicMs, wallMs } from "../../drivers/clock.ts";
import type { Hands } from "../../drivers/recovery/hands.ts";
import { within } from "../../drivers/recovery/observe.ts";
import type { RunJournals } from "../../drivers/recovery/run-journal.ts";
import type { World, WorldPart } from "../../recovery/plan/world.ts";
import type {
  Command,
  CommandOutcome,
  JournalEntry,
  Recovered,
  RecovererEffect,
  RecovererEvent,
} from "../../recovery/run/protocol.ts";

/** A disk that refuses to write may be freed; until then the run stands still, as it must. */
const JOURNAL_RETRY_MS = 250;
/** A command is answered when it is on disk. */
const COMMAND_MS_MAX = 4_500;
const COMMANDS_WAITING_MAX = 50;
const RUNS_KNOWN_MAX = 200;
const SAID_AGAIN_MS = 30_000;
const SAID_MAX = 200;

export type Machine<R> = {
  first: R;
  step: (recoverer: R, event: RecovererEvent, nowMs: number, chance: number) => Recovered<R>;
};

export type DriverParts<R> = {
  machine: Machine<R>;
  observe: (parts: readonly WorldPart[], deadlineMs: number) => Promise<World>;
  hands: Hands;
  journals: RunJournals;
  log: (event: string, details?: Record<string, unknown>) => void;
  /** A run has ended and its journal is whole. */
  onEnded: (run: string) => void;
};

export type Driver<R> = {
  state(): R;
  command(id: string, command: Command): Promise<CommandOutcome>;
  stop(): void;
};

type Begun = { plan: PlanKind; atMs: number; suspectedAtMs: number | null };

export async function drive<R>(parts: DriverParts<R>): Promise<Driver<R>> {
  const { machine, journals, log } = parts;
  let recoverer = machine.first;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const runs = new Map<string, Begun>();
  const writing = new Set<number>();
  const said = new Map<string, number>();
  const waiting = new Map<string, ((outcome: CommandOutcome) => void)[]>();

  const note = (line: JournalEntry): void => {
    if (line.kind !== "begun") return;
    runs.set(line.run, { plan: line.plan.kind, atMs: line.atMs, suspectedAtMs: line.suspectedAtMs });
    const oldest = runs.keys().next().value;
    if (runs.size > RUNS_KNOWN_MAX && oldest !== undefined) runs.delete(oldest);
  };

  const feed = (event: RecovererEvent): void => {
    if (stopped) return;
    const next = machine.step(recoverer, event, monotonicMs(), Math.random());
    recoverer = next.recoverer;
    clearTimeout(timer);
    if (Number.isFinite(next.wakeAtMs)) {
      timer = setTimeout(() => feed({ kind: "tick" }), Math.max(0, next.wakeAtMs - monotonicMs()));
    }
    // Answers come as events of their own, never inside of this one.
    for (const effect of next.effects) void perform(effect);
  };

  const perform = async (effect: RecovererEffect): Promise<void> => {
    switch (effect.kind) {
      case "observe": {
        const world = await parts.observe(effect.parts, effect.deadlineMs);
        return feed({ kind: "observed", request: effect.request, world });
      }
      case "journal": {
        // Sent again while the disk is slow: the first one is still being written.
        if (writing.has(effect.entry)) return;
        writing.add(effect.entry);
        note(effect.line);
        await append(effect.run, effect.line);
        writing.delete(effect.entry);
        if (effect.line.kind === "ended" && effect.run !== null) parts.onEnded(effect.run);
        return feed({ kind: "journalled", entry: effect.entry });
      }
      case "do":
        return feed(await act(effect));
      case "answer": {
        for (const answer of waiting.get(effect.command) ?? []) answer(effect.outcome);
        waiting.delete(effect.command);
        return;
      }
      case "tell":
        return say(effect.what, effect.run, effect.says);
    }
  };

  /** A reason that stands for a while is written once, not with each look. */
  const say = (what: string, run: string | null, says: string): void => {
    const nowMs = monotonicMs();
    if (run === null && nowMs - (said.get(says) ?? Number.NEGATIVE_INFINITY) < SAID_AGAIN_MS) return;
    if (said.size >= SAID_MAX) said.clear();
    said.set(says, nowMs);
    log(what, { run, says });
  };

  const append = async (run: string | null, line: JournalEntry): Promise<void> => {
    for (let tries = 0; !stopped; tries += 1) {
      try {
        return await journals.append(run, line);
      } catch (error) {
        if ((tries & (tries - 1)) === 0) log("journal-failed", { run, why: (error as Error).message, tries });
        await new Promise((resolve) => setTimeout(resolve, JOURNAL_RETRY_MS));
      }
    }
  };

  const act = async (effect: Extract<RecovererEffect, { kind: "do" }>): Promise<RecovererEvent> => {
    const { call, run, step, action, epoch, deadlineMs } = effect;
    const begun = runs.get(run);
    const tookMs = begun ? monotonicMs() - (begun.suspectedAtMs ?? begun.atMs) : null;
    log("doing", { run, step, action, epoch });
    const doing = parts.hands.act({ run, action, epoch, with: effect.with, plan: begun?.plan ?? null, tookMs }).then(
      (detail): RecovererEvent => {
        log("did", { run, step, detail });
        return { kind: "effect-done", call, detail };
      },
      (error: Error): RecovererEvent => {
        const final = error.name === "Refused";
        log("not-done", {
          run,
          step,
          action,
          why: error.message,
          ...(error.cause ? { cause: String(error.cause) } : {}),
        });
        return { kind: "effect-failed", call, because: error.message, final };
      },
    );
    const late = {
      kind: "effect-failed" as const,
      call,
      because: `${action} gave no answer in its time`,
      final: false,
    };
    return await within<RecovererEvent>(doing, deadlineMs - monotonicMs(), late);
  };

  const loaded = await journals.load();
  for (const journal of loaded) for (const line of journal) note(line);
  feed({ kind: "loaded", at: wallMs(), journals: loaded });

  return {
    state: () => recoverer,
    command(id, command) {
      if (waiting.size >= COMMANDS_WAITING_MAX) {
        return Promise.resolve({
          kind: "refused",
          because: "Too many commands wait for an answer. Try again shortly.",
        });
      }
      const answered = new Promise<CommandOutcome>((resolve) => {
        waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
      });
      feed({ kind: "command", id, command });
      return within<CommandOutcome>(answered, COMMAND_MS_MAX, {
        kind: "refused",
        because: "The recoverer hasn't written the command down in time. Look at the run before you ask again.",
      }).finally(() => waiting.delete(id));
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
