// Asks each region's collector and console how they are, each second and faster while one is in doubt, and remembers. The edge
// holds no other truth. A request that can't be connected says more at once: it marks its region itself. Checks have connections
// of their own: behind the requests that a silent region keeps waiting, a check would wait with them.

import type { Installation, RegionLayout } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { ask } from "../../drivers/http/ask.ts";
import { type Check, checked, type RegionHealth, UNKNOWN } from "./routing.ts";

const EVERY_MS = 1_000;
/** Until a region that is down is found to be back. */
const DOWN_EVERY_MS = 500;
const TIMEOUT_MS = 800;
/** After a first failure, until the second one proves it right. */
const DOUBT_MS = 100;

export type HealthTarget = "collector" | "console" | "active";

/** One question to a port: any answer of the console's says that it serves, and a good one that it takes changes, too. */
const QUESTIONS: {
  port: "collector" | "console";
  path: string;
  told: (status: number) => [HealthTarget, boolean][];
}[] = [
  { port: "collector", path: "/healthz", told: (status) => [["collector", status === 200]] },
  {
    port: "console",
    path: "/healthz/active",
    told: (status) => [
      ["console", status === 200 || status === 503],
      ["active", status === 200],
    ],
  },
];

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
  const loop = async (region: RegionLayout, question: (typeof QUESTIONS)[number]): Promise<void> => {
    const status = await ask(region.ports[question.port], question.path, {}, TIMEOUT_MS).then(
      (asked) => asked.status,
      () => 0,
    );
    if (stopped) return;
    const told = question.told(status);
    for (const [target, ok] of told) note(region.name, target, (now) => checked(now, ok));
    const inDoubt = told.some(([target, ok]) => !ok && up(region.name, target));
    // A passive region's console is well although it takes no changes.
    const isDown = told[0]?.[1] === false;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        void loop(region, question);
      },
      inDoubt ? DOUBT_MS : isDown ? DOWN_EVERY_MS : EVERY_MS,
    );
    timers.add(timer);
  };
  await Promise.all(installation.regions.flatMap((region) => QUESTIONS.map((question) => loop(region, question))));

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
      const targets: HealthTarget[] = port === "collector" ? ["collector"] : ["console", "active"];
      for (const target of targets) note(region, target, (now) => ({ up: false, failures: now.failures + 1 }));
    },
    onDown: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
