// Drills that the console asks for: one at a time, each a process of its own (`tandem drill`), which outlives whatever region
// it kills. Those of the past are told from the evidence on disk, and what can be drilled by the command itself.

import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { DrillLine, DrillScenario, DrillsView, PastDrill, RunningDrill } from "../../core/drills-view.ts";
import { EXIT } from "../../core/errors.ts";
import type { Installation } from "../../core/installation.ts";
import { isAlive, type ProcessIdentity } from "../../drivers/process/identity.ts";
import type { WorkloadContext } from "../context.ts";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const LINES_MAX = 500;
const PAST_MAX = 50;
const KEPT_MAX = 1_000;
const STOP_MS_MAX = 2_000;
const SCENARIOS_BYTES_MAX = 1024 * 1024;
const SCENARIOS_MS_MAX = 20_000;
const NAME = /^[a-z][a-z0-9-]{0,63}$/;
/** Not an option of the command that it is handed to. */
const WHO = /^[^-\p{C}][^\p{C}]{0,199}$/u;

type Refusal = { status: number; because: string };

export type DrillDesk = {
  /** `{scenario, who, confirm}`: `confirm` repeats the scenario's name, as the person typed it. */
  begin(asked: Record<string, unknown>): Promise<RunningDrill | Refusal>;
  view(): Promise<DrillsView>;
  stop(): Promise<void>;
};

export function openDrillDesk(installation: Installation, log: WorkloadContext["log"]): DrillDesk {
  const data = installation.directory;
  const evidence = join(data, "evidence");
  let running: (RunningDrill & { child: ChildProcess }) | undefined;
  let unbegun: PastDrill | undefined;
  let scenarios: Promise<DrillScenario[]> | undefined;

  const start = (scenario: string, who: string): RunningDrill => {
    const child = spawn(process.execPath, [MAIN, "drill", scenario, "--data", data, "--who", who, "--yes"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const drill = { scenario, who, startedAt: Date.now(), lines: [] as DrillLine[], child };
    running = drill;
    log("drill begins", { scenario, who });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => keepLine(drill, line));
    }
    const ended = (code: number | null, how: string) => {
      if (running !== drill) return;
      running = undefined;
      log("drill ended", { scenario, who, how, last: drill.lines.slice(-3) });
      // Passed or failed, it left evidence; a refusal leaves none, and is told from here.
      unbegun = code === EXIT.ok || code === EXIT.findings ? undefined : unbegunDrill(drill, how);
    };
    child.once("error", (error) => ended(null, error.message));
    child.once("close", (code, signal) => ended(code, signal ?? `exit code ${code}`));
    return shown(drill);
  };

  return {
    async begin({ scenario, who, confirm }) {
      const wrong = whatIsWrong(scenario, who, confirm);
      if (wrong !== undefined) return { status: 400, because: wrong };
      const elsewhere = await begunElsewhere(evidence);
      const present = running ?? elsewhere;
      if (!present) return start(scenario as string, who as string);
      const { scenario: other, who: asker } = present;
      return {
        status: 409,
        because: `The drill "${other}", asked for by ${asker}, is still running. Wait for its end.`,
      };
    },
    async view() {
      scenarios ??= listScenarios(data).catch((error: Error) => {
        log("scenarios can't be listed", { because: error.message });
        scenarios = undefined;
        return [];
      });
      const [known, past, elsewhere] = await Promise.all([scenarios, pastDrills(evidence), begunElsewhere(evidence)]);
      return {
        scenarios: known,
        running: running ? shown(running) : (elsewhere ?? null),
        past: unbegun ? [unbegun, ...past] : past,
      };
    },
    async stop() {
      const child = running?.child;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await new Promise((resolve) => {
        child.once("close", resolve);
        setTimeout(resolve, STOP_MS_MAX).unref();
      });
      child.kill("SIGKILL");
    },
  };
}

function whatIsWrong(scenario: unknown, who: unknown, confirm: unknown): string | undefined {
  if (typeof scenario !== "string" || !NAME.test(scenario)) return "`scenario` is a name out of 'tandem drills'.";
  if (typeof who !== "string" || !WHO.test(who)) return "`who` says in up to 200 characters who asks for the drill.";
  if (confirm !== scenario) return `A drill breaks things on purpose: \`confirm\` repeats its name, "${scenario}".`;
  return undefined;
}

function unbegunDrill({ scenario, who, startedAt, lines }: RunningDrill, how: string): PastDrill {
  return {
    id: `without-evidence-${startedAt}`,
    scenario,
    who,
    startedAt,
    lastedMs: Date.now() - startedAt,
    outcome: "broken-off",
    verdict: lines.at(-1)?.text ?? `It ended with ${how} and said nothing.`,
    rtoMs: null,
    lostEvents: null,
    lostWrites: null,
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
  const names = (await readdir(directory).catch(() => [])).filter((name) => !name.startsWith("."));
  const found = await Promise.all(names.map((name) => pastDrill(directory, name)));
  const past = found.filter((one) => one !== undefined);
  return past.sort((a, b) => b.startedAt - a.startedAt).slice(0, PAST_MAX);
}

/** Evidence never changes, so a record is read once. */
const kept = new Map<string, PastDrill>();

async function pastDrill(directory: string, name: string): Promise<PastDrill | undefined> {
  const known = kept.get(name);
  if (known) return known;
  try {
    const text = await readFile(join(directory, name, "record.json"), "utf8");
    const { summary } = JSON.parse(text) as { summary?: PastDrill };
    if (typeof summary?.startedAt !== "number") return undefined;
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(name, summary);
    return summary;
  } catch {
    return undefined;
  }
}

/** One that was begun at a terminal: its lines are there, its name and asker in the lock that drills take. */
async function begunElsewhere(directory: string): Promise<RunningDrill | undefined> {
  const file = join(directory, ".running.json");
  try {
    const holder = JSON.parse(await readFile(file, "utf8")) as ProcessIdentity & { scenario: string; who: string };
    if (!isAlive(holder)) return undefined;
    const { mtimeMs } = await stat(file);
    return { scenario: holder.scenario, who: holder.who, startedAt: Math.round(mtimeMs), lines: [] };
  } catch {
    return undefined;
  }
}
