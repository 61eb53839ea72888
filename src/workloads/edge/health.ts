// Asks each region's collector and console how they are, a few times a second, and remembers. The edge holds no other truth.

import { Agent, get } from "node:http";
import type { Installation, RegionLayout } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { type Check, checked, type RegionHealth, UNKNOWN } from "./routing.ts";

const EVERY_MS = 500;
const TIMEOUT_MS = 1_000;
/** After a first failure, until the second one proves it right. */
const DOUBT_MS = 100;

export type HealthTarget = "collector" | "console" | "active";

const TARGETS: Record<HealthTarget, { port: "collector" | "console"; path: string }> = {
  collector: { port: "collector", path: "/healthz" },
  console: { port: "console", path: "/healthz" },
  active: { port: "console", path: "/healthz/active" },
};

export type HealthWatch = {
  regions(): RegionHealth[];
  /** A request could not be connected: the region is down until a check says otherwise. */
  connectionFailed(region: RegionName, port: "collector" | "console"): void;
  /** Called when a target that was up no longer is; returns the way to stop listening. */
  onDown(listener: (region: RegionName, target: HealthTarget) => void): () => void;
  stop(): void;
};

/** Resolves once every target has been asked once. */
export async function watchHealth(
  installation: Installation,
  onChange: (region: RegionName, target: HealthTarget, up: boolean) => void,
): Promise<HealthWatch> {
  // Of their own: behind the requests that a silent region keeps waiting, a check would wait with them.
  const agent = new Agent({ keepAlive: true });
  const listeners = new Set<(region: RegionName, target: HealthTarget) => void>();
  const checks = new Map<string, Check>();
  const keyOf = (region: RegionName, target: HealthTarget) => `${region} ${target}`;
  const up = (region: RegionName, target: HealthTarget) => checks.get(keyOf(region, target))?.up ?? false;
  const note = (region: RegionName, target: HealthTarget, next: (now: Check) => Check) => {
    const before = checks.get(keyOf(region, target)) ?? UNKNOWN;
    const after = next(before);
    checks.set(keyOf(region, target), after);
    if (before.up === after.up) return;
    onChange(region, target, after.up);
    if (!after.up) for (const listener of [...listeners]) listener(region, target);
  };

  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const loop = async (region: RegionLayout, target: HealthTarget): Promise<void> => {
    const ok = await ask(region.ports[TARGETS[target].port], TARGETS[target].path, agent);
    if (stopped) return;
    note(region.name, target, (now) => checked(now, ok));
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        void loop(region, target);
      },
      ok || !up(region.name, target) ? EVERY_MS : DOUBT_MS,
    );
    timers.add(timer);
  };
  await Promise.all(
    installation.regions.flatMap((region) =>
      (Object.keys(TARGETS) as HealthTarget[]).map((target) => loop(region, target)),
    ),
  );

  return {
    regions: () =>
      installation.regions.map(({ name, configured }) => ({
        name,
        configured,
        accepting: up(name, "collector"),
        serving: up(name, "console"),
        active: up(name, "active"),
      })),
    connectionFailed: (region, port) => {
      for (const target of Object.keys(TARGETS) as HealthTarget[]) {
        if (TARGETS[target].port === port) note(region, target, (now) => ({ up: false, failures: now.failures + 1 }));
      }
    },
    onDown: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      stopped = true;
      agent.destroy();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function ask(port: number, path: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: "127.0.0.1", port, path, agent, timeout: TIMEOUT_MS }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode === 200));
      response.on("error", () => resolve(false));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });
}
