// How long the first and a later start take, how long a stop takes, and what an idle installation costs. DESIGN's goals:
// first start ≤ 15 s, later start ≤ 5 s, stop ≤ 10 s, idle ≤ 5 % of one core, memory ≤ 2.5 GiB.
// TANDEM_BENCH_IDLE_SECONDS sets the length of the idle measurement (30 where absent; DESIGN asks for 60).

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { processesOf, type SeenProcess, stateOf, WARDS } from "../test/scenarios/installation-processes.ts";
import { RunningInstallation } from "../test/scenarios/running-installation.ts";
import type { BenchTable } from "./run.ts";

const IDLE_SECONDS = Number(process.env.TANDEM_BENCH_IDLE_SECONDS ?? 30);
/** First files and watermarks are written, code is compiled: what comes after is idling. */
const SETTLE_MS = 10_000;
const CLOCK_TICKS_PER_S = 100;
const START_MAX_MS = 120_000;
const MAIN = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));

type Installed = { data: string; port: number; up: ChildProcess | undefined };

export async function run(): Promise<BenchTable> {
  const { directory, port } = await RunningInstallation.prepare();
  const tandem: Installed = { data: join(directory, "data"), port, up: undefined };
  const rows: BenchTable["rows"] = [];
  try {
    rows.push({ measure: "first start, to the sign-in link", value: await start(tandem), unit: "s", goal: 15 });
    rows.push({ measure: "stop", value: await stop(tandem), unit: "s", goal: 10 });
    rows.push({ measure: "later start, to the sign-in link", value: await start(tandem), unit: "s", goal: 5 });
    await wait(SETTLE_MS);
    const before = await cpuSeconds(tandem);
    await wait(IDLE_SECONDS * 1_000);
    const used = new Map<string, number>();
    for (const [pid, { name, seconds }] of await cpuSeconds(tandem)) {
      used.set(name, (used.get(name) ?? 0) + seconds - (before.get(pid)?.seconds ?? 0));
    }
    const share = (seconds: number) => round((100 * seconds) / IDLE_SECONDS, 2);
    const total = [...used.values()].reduce((sum, seconds) => sum + seconds, 0);
    rows.push({ measure: `idle processor over ${IDLE_SECONDS} s`, value: share(total), unit: "% of a core", goal: 5 });
    for (const [name, seconds] of [...used].sort((a, b) => b[1] - a[1]).slice(0, 6)) {
      rows.push({ measure: `  of which ${name}`, value: share(seconds), unit: "% of a core", goal: "" });
    }
    const members = await everyProcess(tandem);
    const memory = members.reduce((sum, one) => sum + kibOf(one.pid), 0) / 1024 ** 2;
    rows.push({ measure: "memory of all processes (PSS)", value: round(memory, 2), unit: "GiB", goal: 2.5 });
    rows.push({ measure: "processes", value: members.length, unit: "", goal: "" });
    rows.push({ measure: "stop", value: await stop(tandem), unit: "s", goal: 10 });
  } finally {
    await stop(tandem);
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
  return { name: "Start, stop and idling of a whole installation (Linux)", rows };
}

/** Started here and not by the scenarios' class: that asks for the status again and again, which costs the start its cores. */
async function start(tandem: Installed): Promise<number> {
  const began = performance.now();
  const args = [MAIN, "up", "--data", tandem.data, "--port", String(tandem.port)];
  const up = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], detached: true });
  tandem.up = up;
  let output = "";
  await new Promise<void>((resolve, reject) => {
    up.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("/welcome#")) resolve();
    });
    up.once("exit", (code) => reject(new Error(`tandem up ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`no sign-in link:\n${output}`)), START_MAX_MS).unref();
  });
  return round((performance.now() - began) / 1_000, 1);
}

async function stop({ up }: Installed): Promise<number> {
  if (!up || up.exitCode !== null) return 0;
  const began = performance.now();
  const ended = new Promise((resolve) => up.once("exit", resolve));
  up.kill("SIGINT");
  await ended;
  return round((performance.now() - began) / 1_000, 1);
}

/** PostgreSQL's children lead groups of their own and are found by their parent. */
async function everyProcess(tandem: Installed): Promise<SeenProcess[]> {
  const { data } = tandem;
  const groups = await Promise.all(WARDS.map(async (ward) => (await stateOf(data, ward)).pid));
  const found = processesOf(data, groups);
  const postmasters = new Set(found.filter((one) => one.args.includes("/bin/postgres ")).map((one) => one.pid));
  const children = processesOf("").filter((one) => postmasters.has(parentOf(one.pid)));
  return [...found, ...children.filter((child) => !found.some((one) => one.pid === child.pid))];
}

async function cpuSeconds(tandem: Installed): Promise<Map<number, { name: string; seconds: number }>> {
  const entries = (await everyProcess(tandem)).map(({ pid, args }) => {
    const fields = statOf(pid);
    const seconds = (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / CLOCK_TICKS_PER_S;
    return [pid, { name: nameOf(args), seconds }] as const;
  });
  return new Map(entries);
}

function nameOf(args: string): string {
  const node = /main\.ts (?:workload |supervisor )?(\S+)/.exec(args);
  if (args.includes("main.ts supervisor")) return "supervisors";
  return node?.[1] ?? (args.includes("postgres") ? "postgres" : args.slice(0, 20));
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[1] ?? 0);
}

/** Fields of /proc/<pid>/stat from the state on; empty when the process has gone. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** Shared pages are divided among those who share them; RSS where that can't be read. */
function kibOf(pid: number): number {
  for (const [file, line] of [
    ["smaps_rollup", /^Pss:\s+(\d+)/m],
    ["status", /^VmRSS:\s+(\d+)/m],
  ] as const) {
    try {
      const found = line.exec(readFileSync(`/proc/${pid}/${file}`, "utf8"))?.[1];
      if (found) return Number(found);
    } catch {
      // Gone, or not ours to read: the next file.
    }
  }
  return 0;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
