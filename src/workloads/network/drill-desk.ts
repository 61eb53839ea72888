// Drills that the console asks for: one at a time, each a process of its own (`tandem drill`), which outlives whatever region
// it kills. Those of the past are told from the evidence on disk, and what can be drilled by the command itself.

import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { DrillLine, DrillScenario, DrillsView, PastDrill, RunningDrill } from "../../core/drills-view.ts";
import type { Installation } from "../../core/installation.ts";
import type { WorkloadContext } from "../context.ts";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const LINES_MAX = 500;
const PAST_MAX = 50;
const SCENARIOS_BYTES_MAX = 1024 * 1024;
const SCENARIOS_MS_MAX = 20_000;
const NAME = /^[a-z][a-z0-9-]{0,63}$/;

type Refusal = { status: number; because: string };

export type DrillDesk = {
  /** `{scenario, who, confirm}`: `confirm` repeats the scenario's name, as the person typed it. */
  begin(asked: Record<string, unknown>): RunningDrill | Refusal;
  view(): Promise<DrillsView>;
  stop(): Promise<void>;
};

export function openDrillDesk(installation: Installation, log: WorkloadContext["log"]): DrillDesk {
  const data = installation.directory;
  let running: (RunningDrill & { child: ChildProcess }) | undefined;
  let scenarios: Promise<DrillScenario[]> | undefined;

  return {
    begin({ scenario, who, confirm }) {
      if (typeof scenario !== "string" || !NAME.test(scenario)) {
        return { status: 400, because: "`scenario` is a name out of 'tandem drills'." };
      }
      if (typeof who !== "string" || who === "" || who.length > 200) {
        return { status: 400, because: "`who` says who asks for the drill." };
      }
      if (confirm !== scenario) {
        return {
          status: 400,
          because: `A drill breaks things on purpose: \`confirm\` repeats its name, "${scenario}".`,
        };
      }
      if (running) {
        const { scenario: other, who: asker } = running;
        return {
          status: 409,
          because: `The drill "${other}", asked for by ${asker}, is still running. Wait for its end.`,
        };
      }
      const child = spawn(process.execPath, [MAIN, "drill", scenario, "--data", data, "--who", who, "--yes"], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      const drill = { scenario, who, startedAt: Date.now(), lines: [], child };
      running = drill;
      log("drill begins", { scenario, who });
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on("line", (line) => keepLine(drill, line));
      }
      const ended = (how: string) => {
        if (running !== drill) return;
        log("drill ended", { scenario, who, how, last: drill.lines.slice(-3) });
        running = undefined;
      };
      child.once("error", (error) => ended(error.message));
      child.once("close", (code, signal) => ended(signal ?? `exit code ${code}`));
      return shown(drill);
    },
    async view() {
      scenarios ??= listScenarios(data).catch((error: Error) => {
        log("scenarios can't be listed", { because: error.message });
        scenarios = undefined;
        return [];
      });
      const [known, past] = await Promise.all([scenarios, pastDrills(join(data, "evidence"))]);
      return { scenarios: known, running: running ? shown(running) : null, past };
    },
    async stop() {
      const child = running?.child;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await new Promise((resolve) => {
        child.once("close", resolve);
        setTimeout(resolve, 2_000).unref();
      });
      child.kill("SIGKILL");
    },
  };
}

const shown = ({ scenario, who, startedAt, lines }: RunningDrill): RunningDrill => ({
  scenario,
  who,
  startedAt,
  lines,
});

function keepLine(drill: { startedAt: number; lines: DrillLine[] }, line: string): void {
  const text = stripVTControlCharacters(line).trimEnd();
  if (text === "") return;
  drill.lines.push({ afterMs: Date.now() - drill.startedAt, text: text.slice(0, 1_000) });
  if (drill.lines.length > LINES_MAX) drill.lines.shift();
}

/** `tandem drills --json` knows them; this room doesn't know the drills' own. */
function listScenarios(data: string): Promise<DrillScenario[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, "drills", "--data", data, "--json"], {
      stdio: ["ignore", "pipe", "ignore"],
      timeout: SCENARIOS_MS_MAX,
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (text.length < SCENARIOS_BYTES_MAX) text += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      try {
        const { scenarios } = JSON.parse(text) as { scenarios: DrillScenario[] };
        if (!Array.isArray(scenarios)) throw new Error("it listed no scenarios");
        resolve(scenarios);
      } catch (error) {
        reject(new Error(`'tandem drills --json' ended with ${code} and can't be read`, { cause: error }));
      }
    });
  });
}

/** Newest first; evidence whose record can't be read is left out here and stays on disk. */
async function pastDrills(directory: string): Promise<PastDrill[]> {
  const names = await readdir(directory).catch(() => []);
  const newest = names.sort().reverse().slice(0, PAST_MAX);
  const found = await Promise.all(newest.map((id) => pastDrill(directory, id)));
  return found.filter((one) => one !== undefined).sort((a, b) => b.startedAt - a.startedAt);
}

const kept = new Map<string, PastDrill>();

async function pastDrill(directory: string, id: string): Promise<PastDrill | undefined> {
  const known = kept.get(id);
  if (known) return known;
  try {
    const record = JSON.parse(await readFile(join(directory, id, "record.json"), "utf8")) as {
      summary?: Partial<PastDrill>;
    };
    const { scenario, who, startedAt, lastedMs, outcome, verdict, rtoMs, lostEvents, lostWrites } =
      record.summary ?? {};
    if (scenario === undefined || startedAt === undefined || outcome === undefined) return undefined;
    const past: PastDrill = {
      id,
      scenario,
      who: who ?? "",
      startedAt,
      lastedMs: lastedMs ?? 0,
      outcome,
      verdict: verdict ?? "",
      rtoMs: rtoMs ?? null,
      lostEvents: lostEvents ?? null,
      lostWrites: lostWrites ?? null,
    };
    if (kept.size > 10 * PAST_MAX) kept.clear();
    kept.set(id, past);
    return past;
  } catch {
    return undefined;
  }
}
