// Looks at the installation from outside for the length of a drill: each guardian's lease, each region's answer to "are you
// active?", each recoverer's run. What changes goes to the timeline; samples stay for the picture and for the expectations.

import type { Agent } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Installation, RegionLayout } from "../core/installation.ts";
import type { RecoveryView, RunView } from "../core/recovery-view.ts";
import { monotonicMs } from "../drivers/clock.ts";
import { linkHeaders } from "../drivers/http/link-key.ts";
import type { SoloSpan } from "../recovery/history/final-state.ts";
import type { LeaseView } from "../recovery/lease/view.ts";
import { newAgent, send } from "./request.ts";
import type { Timeline } from "./timeline.ts";

const LOOK_MS = 100;
const RECOVERER_LOOK_MS = 200;
const ANSWER_MS_MAX = 1_000;
const SAMPLES_MAX = 100_000;
/** A region that isn't heard for so many looks in a row is called silent. */
const SILENT_LOOKS = 3;

export type RegionSample = {
  atMs: number;
  region: string;
  /** null: its guardian didn't answer. */
  lease: { state: LeaseView["state"]; epoch: number; open: boolean; solo: boolean } | null;
  /** Its own answer to the health checks of routing; null: none. */
  active: boolean | null;
};

export class Observer {
  readonly samples = new Map<string, RegionSample[]>();
  /** The newest view of each region's recoverer, and every run that was seen, by id, as it was seen last. */
  readonly views = new Map<string, { view: RecoveryView; atMs: number }>();
  readonly runs = new Map<string, RunView & { region: string }>();
  readonly #headers: Record<string, string>;
  readonly #timeline: Timeline;
  readonly #stopping = new AbortController();
  readonly #agent: Agent = newAgent(16);
  readonly #looking: Promise<void>[];
  readonly #said = new Map<string, string>();

  constructor(installation: Installation, linkKey: string, timeline: Timeline) {
    this.#headers = linkHeaders(linkKey);
    this.#timeline = timeline;
    this.#looking = installation.regions.flatMap((region) => [
      this.#repeat(LOOK_MS, () => this.#lookAtRegion(region)),
      this.#repeat(RECOVERER_LOOK_MS, () => this.#lookAtRecoverer(region)),
    ]);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#looking);
    this.#agent.destroy();
  }

  /** The region that says so itself, and whom its lease allows to; null when none does. */
  active(): string | null {
    return [...this.samples].find(([, samples]) => samples.at(-1)?.active === true)?.[0] ?? null;
  }

  /** When a region wrote alone, as far as can be seen: from the last look without the mark to the first one without it again. */
  soloSpans(): SoloSpan[] {
    const spans: SoloSpan[] = [];
    for (const [region, samples] of this.samples) {
      let fromMs: number | undefined;
      let beforeMs = 0;
      for (const { atMs, lease } of samples) {
        const alone = lease?.state === "held" && lease.solo;
        if (alone && fromMs === undefined) fromMs = beforeMs;
        if (!alone && lease && fromMs !== undefined) {
          spans.push({ region, fromMs, untilMs: atMs });
          fromMs = undefined;
        }
        // While it isn't heard it may have been alone for all of that time.
        if (lease) beforeMs = atMs;
      }
      if (fromMs !== undefined) spans.push({ region, fromMs, untilMs: Number.POSITIVE_INFINITY });
    }
    return spans;
  }

  async #repeat(everyMs: number, look: () => Promise<void>): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const began = performance.now();
      await look();
      await wait(Math.max(1, began + everyMs - performance.now()), undefined, { signal }).catch(() => {});
    }
  }

  async #lookAtRegion({ name, ports }: RegionLayout): Promise<void> {
    const atMs = monotonicMs();
    const [lease, health] = await Promise.all([
      this.#get<LeaseView>(ports.guardian, "/lease"),
      this.#get<{ ok: boolean }>(ports.console, "/healthz/active"),
    ]);
    const sample: RegionSample = {
      atMs,
      region: name,
      lease: lease && { state: lease.state, epoch: lease.epoch, open: lease.open, solo: lease.solo.marked >= 2 },
      active: health?.ok ?? null,
    };
    const samples = this.samples.get(name) ?? [];
    this.samples.set(name, samples);
    if (samples.length < SAMPLES_MAX) samples.push(sample);
    this.#tellRegion(sample, samples.slice(-SILENT_LOOKS));
  }

  #tellRegion({ region, lease, active }: RegionSample, recent: readonly RegionSample[]): void {
    const lane = `region ${region}` as const;
    if (lease) {
      const solo = lease.solo && lease.state === "held" ? ", writes alone" : "";
      const words =
        lease.state === "held" ? `holds epoch ${lease.epoch}${lease.open ? ", open" : ", closed"}` : lease.state;
      this.#tell(lane, "lease", `${words}${solo}`);
    } else if (recent.length === SILENT_LOOKS && recent.every((one) => one.lease === null)) {
      this.#tell(lane, "lease", "its guardian is silent");
    }
    if (active !== null) this.#tell(lane, "active", active ? "says that it is active" : "says that it isn't active");
    else if (recent.length === SILENT_LOOKS && recent.every((one) => one.active === null)) {
      this.#tell(lane, "active", "its console is silent");
    }
  }

  async #lookAtRecoverer({ name, ports }: RegionLayout): Promise<void> {
    const view = await this.#get<RecoveryView>(ports.recoverer, "/internal/status");
    if (!view) return;
    this.views.set(name, { view, atMs: monotonicMs() });
    for (const run of [...view.history.slice(0, 5), ...(view.run ? [view.run] : [])]) {
      if (this.#timeline.beganAt > run.startedAt) continue;
      this.runs.set(run.id, { ...run, region: name });
      this.#tellRun(name, run);
    }
    const asks = view.question ? `asks: ${view.question.question}` : "asks nothing";
    if (view.question || this.#said.has(`run ${name} question`)) this.#tell(`run ${name}`, "question", asks);
    this.#tell(`run ${name}`, "verdict", `sees: ${view.verdict.says}`);
  }

  #tellRun(region: string, run: RunView): void {
    const lane = `run ${region}` as const;
    for (const step of run.steps) {
      if (step.startedAt === null || step.state === "waiting") continue;
      const took = step.elapsedMs === null ? "" : ` after ${Math.round(step.elapsedMs)} ms`;
      const because = step.because === null ? "" : `: ${step.because}`;
      // A run's instants are of the wall clock; the drill's timeline has them where they belong.
      const atMs = this.#timeline.monotonicOf(step.startedAt + (step.state === "running" ? 0 : (step.elapsedMs ?? 0)));
      const words = step.state === "running" ? `${step.title} begins` : `${step.title}: ${step.state}${took}${because}`;
      this.#tell(lane, `${run.id} ${step.id}`, words, step.state, atMs);
    }
    const title = `${run.plan} ${run.id}`;
    this.#tell(lane, run.id, `${title} is ${run.state}${run.because ? `: ${run.because}` : ""}`, run.state);
  }

  /** Once per change of `state`. */
  #tell(lane: Parameters<Timeline["tell"]>[0], about: string, text: string, state = text, atMs?: number): void {
    const key = `${lane} ${about}`;
    if (this.#said.get(key) === state) return;
    this.#said.set(key, state);
    this.#timeline.tell(lane, text, atMs);
  }

  async #get<T>(port: number, path: string): Promise<T | null> {
    const request = { port, method: "GET", path, headers: this.#headers, timeoutMs: ANSWER_MS_MAX, agent: this.#agent };
    const outcome = await send(request);
    if (outcome.kind !== "answer") return null;
    try {
      return JSON.parse(outcome.body) as T;
    } catch {
      return null;
    }
  }
}
