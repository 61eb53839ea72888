// Two regions with their leases for scenarios: witness, watchdogs, guardians, PostgreSQL and consoles as the processes they are,
// each under its supervisor's rules, and nobody who acts on what they see. So a test decides alone who contends, and when.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RegionLayout } from "../../src/core/installation.ts";
import { INSTALLATION_FILE } from "../../src/drivers/installation.ts";
import { livePostmaster } from "../../src/drivers/postgres/inspect.ts";
import { launchPostgres } from "../../src/local/launch-postgres.ts";
import { launchWorkload } from "../../src/local/launch-workload.ts";
import { processesOf, runDirectory, type Ward } from "../../src/local/processes.ts";
import { type SupervisedProcess, supervise } from "../../src/local/supervised-process.ts";
import type { LeaseView } from "../../src/recovery/lease/view.ts";
import { makeScene, type Scene, until } from "./pair-of-regions.ts";

const NAMES = ["watchdog", "guardian", "postgres", "console"] as const;
type Name = (typeof NAMES)[number] | "witness";
const START_MS_MAX = 40_000;
const ASK_MS_MAX = 2_000;

export type LeasedPair = Scene & {
  pidOf(region: RegionLayout | undefined, name: Name): number;
  signal(region: RegionLayout | undefined, name: Name, signal: NodeJS.Signals): void;
  stateOf(region: RegionLayout, name: Name): string;
  lease(region: RegionLayout): Promise<LeaseView>;
  /** Status and body of what the guardian answers. */
  askLease(region: RegionLayout, what: string, fields: object): Promise<{ status: number; told: { because?: string } }>;
  watchdog(region: RegionLayout): Promise<{ epoch: number; untilMs: number | null; stops: number }>;
  /** PostgreSQL's pid in a region; undefined while none runs. */
  server(region: RegionLayout): Promise<number | undefined>;
  isActive(region: RegionLayout): Promise<boolean>;
};

export async function startLeasedPair(): Promise<LeasedPair> {
  const scene = await makeScene();
  const { installation, primary, standby, linkKey } = scene;
  const installationFile = join(installation.directory, INSTALLATION_FILE);
  await writeFile(installationFile, JSON.stringify(installation));
  const running = new Map<string, SupervisedProcess>();
  const begin = async (ward: Ward, name: Name): Promise<void> => {
    const run = runDirectory(installation, ward);
    await mkdir(run, { recursive: true });
    const region = ward.kind === "region" ? [primary, standby].find((one) => one.name === ward.region) : undefined;
    const plan = processesOf(ward).find((one) => one.name === name);
    if (!plan) throw new Error(`There is no process ${name}.`);
    const launch =
      region && name === "postgres"
        ? launchPostgres(installation, region, run)
        : launchWorkload(plan, { installationFile, region: region?.name ?? null, runDirectory: run });
    const one = supervise(name, launch, { onChange: () => {}, onGiveUp: () => {} });
    running.set(keyOf(region, name), one);
    one.start();
  };
  const keyOf = (region: RegionLayout | undefined, name: Name) => `${region?.name ?? ""} ${name}`;
  const statusOf = (region: RegionLayout | undefined, name: Name) => {
    const status = running.get(keyOf(region, name))?.status();
    if (!status) throw new Error(`${keyOf(region, name)} was never started.`);
    return status;
  };
  const ask = async (port: number, path: string, init: RequestInit = {}) =>
    await fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { "x-tandem-link": linkKey, "content-type": "application/json" },
      signal: AbortSignal.timeout(ASK_MS_MAX),
    });

  const pair: LeasedPair = {
    ...scene,
    pidOf: (region, name) => statusOf(region, name).pid ?? 0,
    signal(region, name, signal) {
      const { pid } = statusOf(region, name);
      if (pid) process.kill(pid, signal);
    },
    stateOf: (region, name) => statusOf(region, name).state,
    lease: async (region) => (await (await ask(region.ports.guardian, "/lease")).json()) as LeaseView,
    async askLease(region, what, fields) {
      const answer = await ask(region.ports.guardian, `/lease/${what}`, {
        method: "POST",
        body: JSON.stringify(fields),
      });
      return { status: answer.status, told: (await answer.json()) as { because?: string } };
    },
    watchdog: async (region) => (await (await ask(region.ports.watchdog, "/internal/status")).json()) as never,
    server: (region) => livePostmaster(join(region.postgresDirectory, "data")),
    async isActive(region) {
      const answer = await ask(region.ports.console, "/healthz/active").catch(() => undefined);
      await answer?.arrayBuffer();
      return answer?.status === 200;
    },
    async end() {
      for (const [key, one] of running) if (!key.endsWith("postgres")) await one.stop();
      for (const [, one] of running) await one.stop();
      await scene.end();
    },
  };
  try {
    await begin({ kind: "witness" }, "witness");
    for (const region of [primary, standby]) {
      for (const name of NAMES) await begin({ kind: "region", region: region.name }, name);
    }
    await until("the primary is active and the standby in step", START_MS_MAX, async () => {
      const { solo } = await pair.lease(primary);
      return (await pair.isActive(primary)) && solo.unmarked === 3 && (await pair.server(standby)) !== undefined;
    });
    return pair;
  } catch (error) {
    await pair.end();
    throw error;
  }
}
