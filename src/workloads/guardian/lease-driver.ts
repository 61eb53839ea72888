// Drives the keeper of this region's lease: its effects go to voters, watchdog and PostgreSQL, their answers come back as
// events, and time passes when it asks for it. Nothing is decided here.

import { randomUUID } from "node:crypto";
import { monotonicMs } from "../../drivers/clock.ts";
import { placesOf } from "../../drivers/postgres/settings.ts";
import type { RegisterFile } from "../../drivers/register/register-file.ts";
import type { MetricsRegistry } from "../../drivers/telemetry/registry.ts";
import type { Confirmation } from "../../recovery/lease/gate.ts";
import { type Keeper, type KeeperEffect, type KeeperEvent, keep, newKeeper } from "../../recovery/lease/keeper.ts";
import { type LeaseView, leaseView } from "../../recovery/lease/view.ts";
import type { WorkloadContext } from "../context.ts";
import { primaryStopper } from "./primary-stopper.ts";
import { type VoterLine, voterLines } from "./voter-lines.ts";
import { watchdogLine } from "./watchdog-line.ts";

/** A keeper that only waits for answers asks for no tick at all; a timer has its limit. */
const TICK_MS_MAX = 60_000;
/** Writes that wait for their confirmation at once; a region's console holds a handful. */
const CONFIRMS_MAX = 1_000;

type Asked = Extract<KeeperEvent["kind"], "contend" | "disarm" | "open" | "close" | "mark" | "yield" | "resign">;
export type AskedEvent = Extract<KeeperEvent, { kind: Asked }>;

export type LeaseDriver = {
  /** Nothing is read or written before. Called once this guardian has its port: there is one of a region's at a time. */
  begin(): void;
  view(): LeaseView;
  /** Gives the keeper an event that somebody asked for; says why where it refuses. What it sets off goes on by itself. */
  ask(event: AskedEvent): { ok: true } | { ok: false; because: string };
  health(ok: boolean, because: string): void;
  /** Resolves after a renewal round that begins after this call, or with why there won't be one. */
  confirm(epoch: number): Promise<Confirmation>;
  watchdogAnswers(): boolean;
  stop(): Promise<void>;
};

/** `onChange` is called after each event that may have changed the view. */
export function driveLease(context: WorkloadContext, register: RegisterFile, onChange: () => void): LeaseDriver {
  const { region, log, telemetry } = context;
  const renewals = renewalsIn(telemetry.metrics);
  const incarnation = randomUUID();
  const lines = voterLines(context, register);
  const watchdog = watchdogLine(context);
  const stopper = primaryStopper(placesOf(region).data, (clean) => feed({ kind: "database-stopped", clean }));
  const confirming = new Map<string, (confirmation: Confirmation) => void>();
  let keeper: Keeper = newKeeper(region.name, incarnation, monotonicMs());
  let confirms = 0;
  let refused: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const feed = (event: KeeperEvent): void => {
    if (stopped) return;
    const nowMs = monotonicMs();
    const kept = keep(keeper, event, nowMs, Math.random());
    if (untilMs(kept.keeper) > untilMs(keeper)) renewals.renewed.add();
    keeper = kept.keeper;
    clearTimeout(timer);
    // Whole milliseconds, and never before the time: a tick that comes too early is one for nothing.
    timer = setTimeout(tick, Math.min(TICK_MS_MAX, Math.ceil(kept.wakeAtMs - nowMs)));
    for (const effect of kept.effects) act(effect);
    onChange();
  };
  const tick = (): void => feed({ kind: "tick" });

  const act = (effect: KeeperEffect): void => {
    if (effect.kind === "read") void readVoter(lines[effect.voter], effect);
    else if (effect.kind === "set") void setVoter(lines[effect.voter], effect);
    else if (effect.kind === "watchdog") {
      watchdog.tell({ kind: "until", epoch: effect.epoch, untilMs: effect.untilMs });
    } else if (effect.kind === "watchdog-stop") watchdog.tell({ kind: "stop" });
    else if (effect.kind === "stop-database") stopper.stop(effect.mode);
    else if (effect.kind === "confirmed") settle(effect.id, { kind: "confirmed", epoch: effect.epoch });
    else if (effect.kind === "unconfirmed") settle(effect.id, { kind: "unconfirmed", because: effect.because });
    else if (effect.kind === "refused") refused = effect.because;
    else {
      if (effect.event === "lease-ended") renewals.ended.add();
      log(effect.event, effect.details);
    }
  };
  const readVoter = async (line: VoterLine, { voter, request }: KeeperEffect & { kind: "read" }): Promise<void> => {
    feed({ kind: "voter-read", voter, request, vote: await line.read() });
  };
  const setVoter = async (line: VoterLine, effect: KeeperEffect & { kind: "set" }): Promise<void> => {
    const { voter, request, expected, next } = effect;
    const answer = await line.set(expected, next);
    const about = { kind: "voter-set", voter, request } as const;
    if (answer.kind === "set") feed({ ...about, outcome: "set" });
    else if (answer.kind === "differs") feed({ ...about, outcome: "differs", present: answer.present });
    else feed({ ...about, outcome: "silent", because: answer.because });
  };
  const settle = (id: string, confirmation: Confirmation): void => {
    confirming.get(id)?.(confirmation);
    confirming.delete(id);
  };

  return {
    begin: tick,
    view: () => leaseView(keeper, monotonicMs()),
    ask(event) {
      refused = undefined;
      feed(event);
      return refused === undefined ? { ok: true } : { ok: false, because: refused };
    },
    health: (ok, because) => feed({ kind: "health", ok, because }),
    confirm(epoch) {
      if (stopped) return Promise.resolve({ kind: "unconfirmed", because: "this guardian is stopping" });
      if (confirming.size >= CONFIRMS_MAX) {
        return Promise.resolve({
          kind: "unconfirmed",
          because: `${CONFIRMS_MAX} writes wait for confirmation already`,
        });
      }
      confirms += 1;
      const id = String(confirms);
      return new Promise((resolve) => {
        confirming.set(id, resolve);
        feed({ kind: "confirm", id, epoch });
      });
    },
    watchdogAnswers: () => watchdog.answers(),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      watchdog.stop();
      for (const id of [...confirming.keys()])
        settle(id, { kind: "unconfirmed", because: "this guardian is stopping" });
      for (const line of Object.values(lines)) line.close();
      await stopper.idle();
    },
  };
}

/** Of the lease held, on the monotonic clock. */
function untilMs(keeper: Keeper): number {
  return keeper.kind === "held" || keeper.kind === "yielding" ? keeper.tenure.untilMs : Number.POSITIVE_INFINITY;
}

const renewalsIn = (metrics: MetricsRegistry) => ({
  renewed: metrics.counter("tandem_lease_renewals_total", { outcome: "renewed" }),
  ended: metrics.counter("tandem_lease_renewals_total", { outcome: "ended" }),
});
