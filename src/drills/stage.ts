// Carries out a scenario's steps one after the other. Whatever was broken is healed when it ends, however it ends.

import { setTimeout as wait } from "node:timers/promises";
import type { Installation } from "../core/installation.ts";
import type { RecoveryView } from "../core/recovery-view.ts";
import { monotonicMs } from "../drivers/clock.ts";
import { endProcess } from "../drivers/process/identity.ts";
import { type Injected, inject } from "../local/faults/inject.ts";
import { readSupervisorState } from "../local/supervisor-state.ts";
import type { Fault } from "../recovery/faults/catalogue.ts";
import type { Action } from "../recovery/plan/step.ts";
import type { ClientsSeen } from "./clients-seen.ts";
import { awaitInStep } from "./in-step.ts";
import type { Observer } from "./observer.ts";
import { order } from "./orders.ts";
import { type Awaited, faultWords, type Role, type Step } from "./scenario.ts";
import type { Timeline } from "./timeline.ts";

const LOOK_MS = 20;
/** A fault is healed by the drill; should the drill die, it ends by itself. */
const FAULT_MS_MAX = 600_000;
const MOVES: readonly string[] = ["fail-over", "switch-over", "fail-back", "evict"];

/** A step that didn't come to its end: the drill has failed, and says where. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
}
export class BrokenOff extends Error {
  override readonly name = "BrokenOff";
}

export type Deed = { words: string; atMs: number; measured: boolean };
export type FaultSpan = { words: string; fromMs: number; untilMs: number | null };

type Parts = {
  installation: Installation;
  linkKey: string;
  timeline: Timeline;
  observer: Observer;
  clients: ClientsSeen;
  who: string;
  signal: AbortSignal;
};

export class Stage {
  readonly deeds: Deed[] = [];
  readonly faults: FaultSpan[] = [];
  /** What recoverers said instead of acting, each once, and when the first of it was heard. */
  readonly said = new Set<string>();
  readonly first: string;
  readonly second: string;
  readonly #parts: Parts;
  readonly #injected = new Map<string, { injected: Injected; span: FaultSpan }>();
  #active: string;
  #passive: string;

  constructor(parts: Parts, active: string) {
    const passive = parts.installation.regions.find((region) => region.name !== active)?.name as string;
    this.#parts = parts;
    this.first = active;
    this.second = passive;
    this.#active = active;
    this.#passive = passive;
  }

  async take(step: Step): Promise<void> {
    const { timeline, signal, who } = this.#parts;
    if (signal.aborted) throw new BrokenOff("The drill was broken off.");
    switch (step.do) {
      case "run":
        await wait(step.forMs, undefined, { signal }).catch(() => {});
        return;
      case "inject":
        return this.#inject(step.id, step.fault, step.measured ?? false);
      case "heal":
        return this.heal(step.id);
      case "order": {
        const region = this.#region(step.at);
        const words = `${step.plan} is ordered at ${region}`;
        this.deeds.push({ words, atMs: monotonicMs(), measured: step.measured ?? false });
        const { plan, confirm } = step;
        const reason = "a drill";
        const says = await order(this.#parts, region, ({ stateVersion: seen }: RecoveryView) => {
          return { kind: "start", plan, reason, who, seen, ...(confirm ? { confirm } : {}) };
        });
        return timeline.tell("drill", `${words}: ${says}`);
      }
      case "approve": {
        const region = this.#region(step.at);
        const says = await order(this.#parts, region, ({ question, stateVersion: seen }: RecoveryView) =>
          question ? { kind: "approve", run: question.run, who, reason: "a drill accepts the loss", seen } : undefined,
        );
        return timeline.tell("drill", `the question of ${region} is approved: ${says}`);
      }
      case "await":
        return this.#await(step.state, step.withinMs);
      case "kill-at-step":
        return this.#killAtStep(this.#region(step.at), step.action, step.process, step.withinMs);
    }
  }

  async heal(id: string): Promise<void> {
    const found = this.#injected.get(id);
    if (!found) return;
    await found.injected.heal();
    this.#injected.delete(id);
    found.span.untilMs = monotonicMs();
    this.#parts.timeline.tell("fault", `healed: ${found.span.words}`);
  }

  /** Ends every fault; answers what couldn't be ended. */
  async healAll(): Promise<string[]> {
    const failures: string[] = [];
    for (const id of [...this.#injected.keys()]) {
      await this.heal(id).catch((error: unknown) => failures.push(`${id}: ${String(error)}`));
    }
    return failures;
  }

  #region(role: Role): string {
    return { first: this.first, second: this.second, active: this.#active, passive: this.#passive }[role];
  }

  async #inject(id: string, template: Fault, measured: boolean): Promise<void> {
    const { installation, linkKey, timeline } = this.#parts;
    const fault = this.#cast(template);
    const words = faultWords(template);
    const atMs = monotonicMs();
    timeline.tell("fault", words, atMs);
    const injected = await inject(installation, linkKey, fault, { id: `drill-${id}`, forMs: FAULT_MS_MAX });
    const span: FaultSpan = { words, fromMs: atMs, untilMs: null };
    this.#injected.set(id, { injected, span });
    this.faults.push(span);
    this.deeds.push({ words, atMs, measured });
    timeline.tell("fault", injected.did);
  }

  /** The fault with roles replaced by regions. */
  #cast(template: Fault): Fault {
    const roles: readonly string[] = ["first", "second", "active", "passive"] satisfies Role[];
    const cast = (value: unknown) =>
      typeof value === "string" && roles.includes(value) ? this.#region(value as Role) : value;
    return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, cast(value)])) as Fault;
  }

  async #await(state: Awaited, withinMs: number): Promise<void> {
    const { timeline, observer, clients, signal } = this.#parts;
    const sinceMs = monotonicMs();
    if (state.kind === "in-step") {
      const missing = await awaitInStep(this.#parts, observer, withinMs, signal);
      if (missing !== null) this.#late("both regions to be in step", withinMs, missing);
      this.#active = observer.active() ?? this.#active;
      this.#passive = this.#active === this.first ? this.second : this.first;
      return timeline.tell("drill", "both regions are in step");
    }
    switch (state.kind) {
      case "writes":
        return this.#until("a change to be acknowledged", withinMs, () => clients.newestWriteMs() > sinceMs);
      case "writes-at": {
        const region = this.#region(state.region);
        const acknowledged = () => (clients.newestWriteAtMs.get(region) ?? 0) > sinceMs;
        return this.#until(`${region} to acknowledge a change`, withinMs, acknowledged);
      }
      case "run-ended":
        return this.#until(`${this.#region(state.at)}'s plan to end`, withinMs, () => this.#hasEnded(state.at));
      case "asks-or-refuses":
        return this.#until(`${this.#region(state.at)}'s recoverer to say why`, withinMs, () => this.#hears(state.at));
    }
  }

  /** The run that followed the last deed; those that bring a region back aren't meant. */
  #hasEnded(at: Role): boolean {
    const { observer, timeline } = this.#parts;
    const deedAtMs = this.deeds.at(-1)?.atMs ?? 0;
    const runs = [...observer.runs.values()].filter(
      (run) =>
        run.region === this.#region(at) &&
        MOVES.includes(run.plan) &&
        timeline.monotonicOf(run.endedAt ?? Date.now()) >= deedAtMs,
    );
    return runs.length > 0 && runs.every((run) => run.endedAt !== null);
  }

  #hears(at: Role): boolean {
    const seen = this.#parts.observer.views.get(this.#region(at));
    const deedAtMs = this.deeds.at(-1)?.atMs ?? 0;
    if (!seen || seen.atMs < deedAtMs) return false;
    const { question, run, planNow, verdict } = seen.view;
    const said: string[] = [];
    if (question) said.push(question.question);
    else if (run?.state === "asking" || run?.state === "running") said.push(run.because);
    else if (verdict.level === "bad" || verdict.level === "unknown") {
      said.push(verdict.says);
      if ("refused" in planNow.failOver) said.push(planNow.failOver.refused);
    }
    for (const one of said) if (one !== "") this.said.add(one);
    return said.some((one) => one !== "");
  }

  async #killAtStep(region: string, action: Action, name: string, withinMs: number): Promise<void> {
    const { observer, installation, timeline } = this.#parts;
    const deedAtMs = this.deeds.at(-1)?.atMs ?? 0;
    const reached = () => {
      const runs = [...observer.runs.values()].filter(
        (run) =>
          run.region === region && MOVES.includes(run.plan) && timeline.monotonicOf(run.startedAt) >= deedAtMs - 5_000,
      );
      return runs.some((run) => run.steps.some((step) => step.action === action && step.startedAt !== null));
    };
    await this.#until(`${region}'s plan to reach "${action}"`, withinMs, reached);
    const state = readSupervisorState(installation, { kind: "region", region });
    const identity = state?.identities[name];
    if (!identity || !endProcess(identity)) throw new StepFailed(`Tried to kill ${name} of ${region}; it doesn't run.`);
    timeline.tell(
      "fault",
      `${name} of ${region} (process ${identity.pid}) is killed at "${action}"; it is started again`,
    );
  }

  async #until(what: string, limitMs: number, holds: () => boolean): Promise<void> {
    const { signal } = this.#parts;
    const end = performance.now() + limitMs;
    while (!holds()) {
      if (signal.aborted) throw new BrokenOff("The drill was broken off.");
      if (performance.now() > end) this.#late(what, limitMs, null);
      await wait(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }

  #late(what: string, limitMs: number, missing: string | null): never {
    if (this.#parts.signal.aborted) throw new BrokenOff("The drill was broken off.");
    throw new StepFailed(`Waited ${limitMs / 1_000} s for ${what}${missing === null ? "" : `: ${missing}`}.`);
  }
}
