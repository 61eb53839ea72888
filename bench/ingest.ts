// Events in: a bare node:http server with the hand-written validator as the ceiling, the collector without durability as the
// control, then class `region` and class `pair` (from port to port, over a link as an installation has it, with 25 ms on it). Server on core 0, all else on core 1.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BATCH_EVENTS, type Load, type Measured } from "./ingest/load.ts";

type Mode = { name: string; server: "bare" | "off" | "region" | "pair"; link?: { roundTripMs: number } };

const MODES: Mode[] = [
  { name: "bare node:http + validator", server: "bare" },
  { name: "durability off (control)", server: "off" },
  { name: "class region", server: "region" },
  { name: "class pair, port to port", server: "pair" },
  { name: "class pair, over a link", server: "pair", link: { roundTripMs: 0 } },
  { name: "class pair, 25 ms round trip", server: "pair", link: { roundTripMs: 25 } },
];
/** Of all runs at full speed, so that a delay costs latency and not throughput. */
const IN_FLIGHT = 512;
const SECONDS = 3;
const STEADY_PER_SECOND = 2_000;
const START_MS_MAX = 15_000;
const CLOCK_TICKS_PER_SECOND = 100;

type Row = Record<string, string | number>;

export async function run(): Promise<{ name: string; rows: Row[] }> {
  const results = new Map<string, Row>();
  for (const mode of MODES) results.set(mode.name, await measureMode(mode));
  const rows = MODES.map((mode) => withRatios(mode, results));
  return {
    name: `Ingest: ${BATCH_EVENTS} events a batch, ${IN_FLIGHT} requests in flight, one core for the server`,
    rows,
  };
}

async function measureMode(mode: Mode): Promise<Row> {
  const directory = await mkdtemp(join(tmpdir(), "tandem-bench-"));
  const children: ChildProcess[] = [];
  const child = (core: number, file: string, args: string[]) => {
    const started = pinned(core, file, args);
    children.push(started);
    return started;
  };
  try {
    const server = child(0, "server", [mode.server, directory]);
    const { port } = (await next(server)) as { port: number };
    if (mode.server === "pair") {
      const link =
        mode.link && ((await next(child(1, "link", [`${port}`, `${mode.link.roundTripMs}`]))) as { port: number });
      await next(child(1, "mirror", [directory, `${link?.port ?? port}`]));
    }
    const client = child(1, "client", []);
    const load = { port, connections: IN_FLIGHT, seconds: SECONDS };
    const batch = await measure(server, client, { ...load, kind: "batch" });
    const single = await measure(server, client, { ...load, kind: "single" });
    const steady = await measure(server, client, { ...load, kind: "single", ratePerSecond: STEADY_PER_SECOND });
    return {
      server: mode.name,
      "batches/s": Math.round(batch.perSecond),
      "events/s in batches": Math.round(batch.perSecond * BATCH_EVENTS),
      "CPU µs/batch": Math.round(batch.cpuMicros),
      "singles/s": Math.round(single.perSecond),
      "CPU µs/single": Math.round(single.cpuMicros),
      [`p50 ms at ${STEADY_PER_SECOND}/s`]: round(steady.p50Ms),
      [`p99 ms at ${STEADY_PER_SECOND}/s`]: round(steady.p99Ms),
      "not 200": batch.otherAnswers + single.otherAnswers + steady.otherAnswers,
    };
  } finally {
    await Promise.all(children.map(ended));
    await rm(directory, { recursive: true, force: true });
  }
}

/** Throughput of each against the control; of `pair` also against `region`. */
function withRatios(mode: Mode, results: Map<string, Row>): Row {
  const of = (name: string, column: string) => Number(results.get(name)?.[column]);
  const ratio = (column: string, name: string) => round(of(mode.name, column) / of(name, column));
  return {
    ...results.get(mode.name),
    "batches ÷ control": ratio("batches/s", "durability off (control)"),
    "singles ÷ control": ratio("singles/s", "durability off (control)"),
    "batches ÷ region": mode.server === "pair" ? ratio("batches/s", "class region") : "",
    "singles ÷ region": mode.server === "pair" ? ratio("singles/s", "class region") : "",
  };
}

type Figures = Measured & { perSecond: number; cpuMicros: number };

async function measure(server: ChildProcess, client: ChildProcess, load: Load): Promise<Figures> {
  client.send(load);
  await next(client);
  const before = await cpuSeconds(server.pid as number);
  await next(client);
  const after = await cpuSeconds(server.pid as number);
  const measured = (await next(client)) as Measured;
  return {
    ...measured,
    perSecond: measured.requests / measured.seconds,
    cpuMicros: ((after - before) * 1e6) / measured.requests,
  };
}

/** User and system time of a process with all its threads; 0 where the system doesn't tell. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / CLOCK_TICKS_PER_SECOND;
}

const canPin = (() => {
  try {
    execFileSync("taskset", ["-c", "0,1", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

function pinned(core: number, name: string, args: string[]): ChildProcess {
  const file = fileURLToPath(new URL(`ingest/${name}.ts`, import.meta.url));
  const command = [...(canPin ? ["taskset", "-c", `${core}`] : []), process.execPath, file, ...args];
  return spawn(command[0] as string, command.slice(1), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

function next(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (act: () => void) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      act();
    };
    const onMessage = (message: unknown) => done(() => resolve(message));
    const onExit = (code: number | null) =>
      done(() => reject(new Error(`A process of the benchmark ended with ${code}.`)));
    const timer = setTimeout(
      () => done(() => reject(new Error("A process of the benchmark is silent."))),
      START_MS_MAX,
    );
    child.once("message", onMessage).once("exit", onExit);
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
