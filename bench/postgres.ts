// How long a region's PostgreSQL takes to be made, copied, started and stopped, what a commit costs that waits for the
// standby against one that doesn't, how long a killed standby holds writes up, and what an idle pair weighs.

import { readdirSync, readFileSync } from "node:fs";
import type { RegionLayout } from "../src/core/installation.ts";
import { ask } from "../src/drivers/http/ask.ts";
import { linkHeaders } from "../src/drivers/http/link-key.ts";
import { ensureCluster, startPostgres } from "../src/drivers/postgres/cluster.ts";
import { postgresPool } from "../src/drivers/postgres/connect.ts";
import { isAlive } from "../src/drivers/postgres/inspect.ts";
import type { RunningServer } from "../src/drivers/postgres/server.ts";
import { confirmLease } from "../src/drivers/register/confirm-lease.ts";
import { unheardTelemetry } from "../src/drivers/telemetry/telemetry.ts";
import type { LeaseView } from "../src/recovery/lease/view.ts";
import type { RunningWorkload } from "../src/workloads/context.ts";
import { start as startGuardian } from "../src/workloads/guardian/start.ts";
import { start as startWatchdog } from "../src/workloads/watchdog/start.ts";
import { start as startWitness } from "../src/workloads/witness/start.ts";
import { makeScene, type Scene, until } from "../test/scenarios/pair-of-regions.ts";

const ROUNDS = 5;
const COMMITS = 400;
const IDLE_MS = 10_000;
const LEASE_MS_MAX = 5_000;

export async function run(): Promise<{ name: string; rows: Record<string, string | number>[] }> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) await startAndStop(times);
  const rows = [...times].map(([step, values]) => row(step, values));
  rows.push(...(await withGuardians()));
  return { name: `PostgreSQL: two regions on one machine (ms; median, least, most of ${ROUNDS} rounds)`, rows };
}

async function startAndStop(times: Map<string, number[]>): Promise<void> {
  const scene = await makeScene();
  const take = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const beganMs = performance.now();
    const result = await work();
    times.set(step, [...(times.get(step) ?? []), performance.now() - beganMs]);
    return result;
  };
  const servers: RunningServer[] = [];
  try {
    await take("make the cluster (initdb, role, database)", () => ensure(scene, scene.primary));
    servers.push(await take("start the primary", () => start(scene, scene.primary)));
    await take("base backup of the standby", () => ensure(scene, scene.standby));
    servers.push(await take("start the standby until it answers reads", () => start(scene, scene.standby)));
    for (const server of servers.splice(0).reverse()) await take("stop a server", () => server.stop("fast"));
    servers.push(await take("start the primary again", () => start(scene, scene.primary)));
    servers.push(await take("start the standby again", () => start(scene, scene.standby)));
  } finally {
    for (const server of servers) await server.stop("immediate");
    await scene.end();
  }
}

async function withGuardians(): Promise<Record<string, string | number>[]> {
  const scene = await makeScene();
  const workloads: RunningWorkload[] = [];
  const servers: RunningServer[] = [];
  const writes = postgresPool(scene.installation, scene.primary.name, { max: 2, applicationName: "bench" });
  const rows: Record<string, string | number>[] = [];
  try {
    const { installation, primary, standby, linkKey } = scene;
    const given = { installation, linkKey, log: () => undefined, telemetry: unheardTelemetry() };
    workloads.push(await startWitness({ ...given, region: primary, peer: standby }));
    for (const [region, peer] of [
      [primary, standby],
      [standby, primary],
    ] as const) {
      workloads.push(await startWatchdog({ ...given, region, peer }), await startGuardian({ ...given, region, peer }));
    }
    const confirm = confirmLease(primary.ports.guardian, linkKey);
    await ensure(scene, primary);
    // No lease, no primary: its watchdog would stop it.
    const epoch = await until("the lease is held", LEASE_MS_MAX, async () => await heldEpoch(scene));
    for (const region of [primary, standby]) {
      await ensure(scene, region);
      servers.push(await start(scene, region));
    }
    await writes.query("CREATE TABLE note (id serial PRIMARY KEY)");
    for (const level of ["off", "local", "on"]) {
      rows.push(row(`one commit, synchronous_commit = ${level}`, await commits(writes, level), 2));
    }
    const answered = await commits(writes, "on", async () => {
      const { kind } = await confirm(epoch);
      if (kind !== "confirmed") throw new Error(`The lease wasn't confirmed: ${kind}.`);
    });
    rows.push(row("one commit, `on`, and the lease confirmed after it", answered, 2));
    rows.push(...(await idle(servers)));
    const pid = servers.pop()?.pid as number;
    process.kill(pid, "SIGKILL");
    await until("the standby is gone", 3_000, async () => !isAlive(pid));
    const beganMs = performance.now();
    await writes.query("INSERT INTO note DEFAULT VALUES");
    rows.push(row("first commit after kill -9 of the standby (marked solo first)", [performance.now() - beganMs]));
  } finally {
    await writes.end();
    for (const workload of workloads) await workload.stop();
    for (const server of servers) await server.stop("immediate");
    await scene.end();
  }
  return rows;
}

/** The epoch that the primary's guardian holds; undefined while it holds none. */
async function heldEpoch({ primary, linkKey }: Scene): Promise<number | undefined> {
  const { body } = await ask(primary.ports.guardian, "/lease", linkHeaders(linkKey), LEASE_MS_MAX);
  const { state, epoch } = JSON.parse(body) as LeaseView;
  return state === "held" ? epoch : undefined;
}

async function commits(
  pool: ReturnType<typeof postgresPool>,
  level: string,
  then: () => Promise<void> = async () => {},
): Promise<number[]> {
  const client = await pool.connect();
  const values: number[] = [];
  try {
    await client.query(`SET synchronous_commit = ${level}`);
    for (let index = 0; index < COMMITS; index += 1) {
      const beganMs = performance.now();
      await client.query("INSERT INTO note DEFAULT VALUES");
      await then();
      values.push(performance.now() - beganMs);
    }
  } finally {
    client.release(true);
  }
  return values;
}

/** Of both servers with all their processes; the guardians run in this process. Linux only: macOS has no /proc. */
async function idle(servers: RunningServer[]): Promise<Record<string, string | number>[]> {
  if (process.platform !== "linux") return [];
  const pids = servers.flatMap(({ pid }) => [pid, ...childrenOf(pid)]);
  const ticksBefore = sum(pids.map(ticksOf));
  const ownBefore = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const own = process.cpuUsage(ownBefore);
  const percent = (ms: number) => Math.round((ms / IDLE_MS) * 1_000) / 10;
  return [
    { step: "idle: memory of both servers (proportional), MiB", median: Math.round(sum(pids.map(memoryKiB)) / 1_024) },
    { step: "idle: both servers, % of a core", median: percent((sum(pids.map(ticksOf)) - ticksBefore) * 10) },
    {
      step: "idle: both guardians, watchdogs and the witness, % of a core",
      median: percent((own.user + own.system) / 1_000),
    },
  ];
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

const childrenOf = (parent: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statOf(pid)[1]) === parent);

function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    // It ended between listing and reading.
    return [];
  }
}

/** Clock ticks of user and system time; a tick is 10 ms on every Linux that Node runs on. */
const ticksOf = (pid: number): number => Number(statOf(pid)[11] ?? 0) + Number(statOf(pid)[12] ?? 0);

function memoryKiB(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    // It ended meanwhile.
    return 0;
  }
}

const ensure = (scene: Scene, region: RegionLayout) =>
  ensureCluster({ installation: scene.installation, region, onStep: () => undefined });

const start = (scene: Scene, region: RegionLayout) =>
  startPostgres({ installation: scene.installation, region, onExit: () => undefined, onLine: () => undefined });

function row(step: string, values: number[], digits = 0): Record<string, string | number> {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => Number((sorted[index] ?? Number.NaN).toFixed(digits));
  return { step, median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1) };
}
