// One process under a supervisor: started, watched, started again after a death, stopped. What is started comes in as
// `launch`, so PostgreSQL, Node workloads and the fakes of tests are treated alike.

import { setTimeout as wait } from "node:timers/promises";
import type { ProcessStatus } from "../core/resources.ts";
import { afterDeath, NO_DEATHS } from "./restart-policy.ts";

/** A process that runs. `exited` resolves once, with why. */
export type Launched = {
  pid: number;
  ready: Promise<void>;
  exited: Promise<Ending>;
  /** Ends it as it wishes to end; `exited` follows within the launcher's limit. */
  stop(): void;
};
/**
 * "refused": it said itself that it can't do its work, and whether time may heal that. "waits": nothing is wrong with it; what
 * it needs isn't there yet, or isn't there any more.
 */
export type Ending =
  | { kind: "died"; detail: string }
  | { kind: "refused"; detail: string; mayHeal: boolean }
  | { kind: "waits"; detail: string };

/** Thrown by a launch that has waited for a while and says for what. It is neither a death nor a failure. */
export class Waiting extends Error {
  override readonly name = "Waiting";
}

export type Launch = () => Promise<Launched>;

/** Between tries of a process that can't do its work yet but may later (its primary isn't up, its port is taken). */
const HEAL_DELAY_FIRST_MS = 250;
const HEAL_DELAY_MAX_MS = 2_000;
/** Between two looks of a process that waits: its launch does the waiting. */
const WAITS_DELAY_MS = 20;
const START_LEFT_MS = 500;

export type SupervisedProcess = {
  status(): ProcessStatus;
  start(): void;
  stop(): Promise<void>;
};

type Hooks = { onChange: () => void; onGiveUp: (detail: string) => void };

export function supervise(name: string, launch: Launch, hooks: Hooks): SupervisedProcess {
  const status: ProcessStatus = {
    name,
    pid: null,
    state: "stopped",
    restarts: 0,
    since: Date.now(),
    detail: null,
  };
  let deaths = NO_DEATHS;
  let healMs = HEAL_DELAY_FIRST_MS;
  let stopping = false;
  let running: Launched | undefined;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();

  const change = (next: Partial<ProcessStatus>) => {
    Object.assign(status, next, { since: Date.now() });
    hooks.onChange();
  };

  const run = async () => {
    const startedAt = Date.now();
    if (status.state !== "waiting") change({ state: status.restarts > 0 ? "restarting" : "starting", pid: null });
    let ending: Ending;
    try {
      running = await launch();
      if (stopping) running.stop();
      change({ pid: running.pid });
      const { ready, exited } = running;
      ready.then(
        () => running && !stopping && change({ state: "running", detail: null }),
        () => {},
      );
      ending = await exited;
    } catch (error) {
      ending = endingOf(error);
    }
    running = undefined;
    if (stopping) return;
    if (ending.kind === "waits") {
      change({ state: "waiting", pid: null, detail: ending.detail });
      timer = setTimeout(() => {
        round = run();
      }, WAITS_DELAY_MS);
      return;
    }
    if (ending.kind === "refused" && !ending.mayHeal) {
      change({ state: "failed", pid: null, detail: ending.detail });
      return;
    }
    if (ending.kind === "refused") {
      healMs = Math.min(HEAL_DELAY_MAX_MS, healMs * 2);
      return again(healMs, ending.detail);
    }
    healMs = HEAL_DELAY_FIRST_MS;
    const next = afterDeath(deaths, startedAt, Date.now(), Math.random());
    deaths = next.deaths;
    if (next.kind === "restart") return again(next.inMs, ending.detail);
    change({ state: "failed", pid: null, detail: `died ${deaths.at.length} times in two minutes: ${ending.detail}` });
    hooks.onGiveUp(`${name} ${status.detail}`);
  };

  const again = (inMs: number, detail: string) => {
    change({ state: "restarting", pid: null, restarts: status.restarts + 1, detail });
    timer = setTimeout(() => {
      round = run();
    }, inMs);
  };

  return {
    status: () => ({ ...status }),
    start() {
      if (status.state !== "stopped" || stopping) return;
      round = run();
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      running?.stop();
      // A start that is under way (a standby waiting for its primary) isn't awaited: what it spawned ends with us.
      await (running ? round : Promise.race([round, wait(START_LEFT_MS, undefined, { ref: false })]));
      if (status.state !== "failed") change({ state: "stopped", pid: null, detail: null });
    },
  };
}

function endingOf(error: unknown): Ending {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Waiting) return { kind: "waits", detail };
  if (error instanceof Error && error.name === "Refused") return { kind: "refused", detail, mayHeal: false };
  if (error instanceof Error && error.name === "Unavailable") return { kind: "refused", detail, mayHeal: true };
  return { kind: "died", detail };
}
