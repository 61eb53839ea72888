// Asks each region's collector and console how they are, each second and faster while one is in doubt or no region is active, and
// remembers. The edge holds no other truth. A request that can't be connected says more at once: it marks its region itself.
// Checks have connections of their own: behind the requests that a silent region keeps waiting, a check would wait with them.

import type { Installation, RegionLayout } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { ask } from "../../drivers/http/ask.ts";
import { type Check, checked, type RegionHealth, UNKNOWN } from "./routing.ts";

const EVERY_MS = 1_000;
/** Until a region that is down is found to be back. */
const DOWN_EVERY_MS = 500;
/** While no region is active: writes are waiting. */
const NONE_ACTIVE_EVERY_MS = 100;
const TIMEOUT_MS = 800;
/** After a first failure, until the second one proves it right. */
const DOUBT_MS = 100;

export type HealthTarget = "collector" | "console" | "active";
/** `certain`: the region said so itself. */
type Told = { target: HealthTarget; ok: boolean; certain: boolean };

/** One question to a port: any answer of the console's says that it serves, and a good one that it takes changes, too. */
const QUESTIONS: {
  port: "collector" | "console";
  path: string;
  told: (status: number) => Told[];
}[] = [
  {
    port: "collector",
    path: "/healthz",
    told: (status) => [{ target: "collector", ok: status === 200, certain: false }],
  },
  {
    port: "console",
    path: "/healthz/active",
    told: (status) => [
      { target: "console", ok: status === 200 || status === 503, certain: false },
      { target: "active", ok: status === 200, certain: status === 503 },
    ],
  },
];
type Question = (typeof QUESTIONS)[number];

export type HealthWatch = {
  regions(): RegionHealth[];
  /** A request could not be connected: the region is down until a check says otherwise. */
  connectionFailed(region: RegionName, port: "collector" | "console"): void;
  /** A region refused a write because it isn't active: so it is, until a check says otherwise. */
  notActive(region: RegionName): void;
  /** Called when a target that was up no longer is; returns the way to stop listening. */
  onDown(listener: (region: RegionName, target: HealthTarget) => void): () => void;
  /** Called when a region has become active; returns the way to stop listening. */
  onActive(listener: (region: RegionName) => void): () => void;
  /** Resolves once a region is active, or with false after `limitMs` or when `signal` aborts. */
  untilActive(limitMs: number, signal: AbortSignal): Promise<boolean>;
  stop(): void;
};

/** Resolves once every target has been asked once. */
export async function watchHealth(
  installation: Installation,
  onChange: (region: RegionName, target: HealthTarget, up: boolean) => void,
): Promise<HealthWatch> {
  const downListeners = new Set<(region: RegionName, target: HealthTarget) => void>();
  const activeListeners = new Set<(region: RegionName) => void>();
  const checks = new Map<string, Check>();
  const epochs = new Map<RegionName, number>();
  const keyOf = (region: RegionName, target: HealthTarget) => `${region} ${target}`;
  const up = (region: RegionName, target: HealthTarget) => checks.get(keyOf(region, target))?.up ?? false;
  const someActive = () => installation.regions.some(({ name }) => up(name, "active"));
  let stopped = false;

  const note = (region: RegionName, target: HealthTarget, next: (now: Check) => Check): void => {
    const before = checks.get(keyOf(region, target)) ?? UNKNOWN;
    const after = next(before);
    checks.set(keyOf(region, target), after);
    if (before.up === after.up) return;
    onChange(region, target, after.up);
    if (!after.up) for (const listener of [...downListeners]) listener(region, target);
    if (target !== "active") return;
    if (after.up) for (const listener of [...activeListeners]) listener(region);
    else if (!someActive()) for (const loop of consoles) loop.hurry();
  };

  const watchOne = (region: RegionLayout, question: Question) => {
    let timer: NodeJS.Timeout | undefined;
    let asking = false;
    const askOnce = async (): Promise<void> => {
      clearTimeout(timer);
      asking = true;
      const { status, epoch } = await askHealth(region.ports[question.port], question.path);
      asking = false;
      if (stopped) return;
      if (epoch !== undefined) epochs.set(region.name, epoch);
      const told = question.told(status);
      for (const { target, ok, certain } of told) note(region.name, target, (now) => checked(now, ok, certain));
      timer = setTimeout(askOnce, pauseMs(told));
    };
    const pauseMs = (told: Told[]): number => {
      if (told.some(({ target, ok }) => !ok && up(region.name, target))) return DOUBT_MS;
      if (question.port === "console" && !someActive()) return NONE_ACTIVE_EVERY_MS;
      // A passive region's console is well although it takes no changes.
      return told[0]?.ok === false ? DOWN_EVERY_MS : EVERY_MS;
    };
    return {
      port: question.port,
      first: askOnce,
      hurry: () => {
        if (!asking && !stopped) void askOnce();
      },
      stop: () => clearTimeout(timer),
    };
  };
  const loops = installation.regions.flatMap((region) => QUESTIONS.map((question) => watchOne(region, question)));
  const consoles = loops.filter(({ port }) => port === "console");
  await Promise.all(loops.map((loop) => loop.first()));

  return {
    regions: () =>
      installation.regions.map(({ name, configured }) => ({
        name,
        configured,
        accepting: up(name, "collector"),
        serving: up(name, "console"),
        active: up(name, "active"),
        epoch: epochs.get(name) ?? null,
      })),
    connectionFailed: (region, port) => {
      const targets: HealthTarget[] = port === "collector" ? ["collector"] : ["console", "active"];
      for (const target of targets) note(region, target, (now) => ({ up: false, failures: now.failures + 1 }));
    },
    notActive: (region) => note(region, "active", (now) => checked(now, false, true)),
    onDown: (listener) => {
      downListeners.add(listener);
      return () => downListeners.delete(listener);
    },
    onActive: (listener) => {
      activeListeners.add(listener);
      return () => activeListeners.delete(listener);
    },
    untilActive: (limitMs, signal) =>
      new Promise((resolve) => {
        const end = (found: boolean) => {
          clearTimeout(timer);
          activeListeners.delete(came);
          signal.removeEventListener("abort", gone);
          resolve(found);
        };
        const came = () => end(true);
        const gone = () => end(false);
        const timer = setTimeout(gone, Math.max(0, limitMs));
        activeListeners.add(came);
        signal.addEventListener("abort", gone);
        if (someActive()) end(true);
        else if (signal.aborted) end(false);
      }),
    stop: () => {
      stopped = true;
      for (const loop of loops) loop.stop();
    },
  };
}

/** Status 0 for silence. The epoch is what a console tells with its answer. */
async function askHealth(port: number, path: string): Promise<{ status: number; epoch?: number }> {
  try {
    const { status, body } = await ask(port, path, {}, TIMEOUT_MS);
    const { epoch } = (body.startsWith("{") ? JSON.parse(body) : {}) as { epoch?: unknown };
    return typeof epoch === "number" ? { status, epoch } : { status };
  } catch {
    return { status: 0 };
  }
}
