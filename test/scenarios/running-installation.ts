// A real installation for scenarios: `tandem up` on free ports and a directory of its own, seen only from outside.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Installation } from "../../src/core/installation.ts";
import type { Answer, Question } from "../../src/core/question.ts";
import type { RecoveryView } from "../../src/core/recovery-view.ts";
import type { InstallationStatus, Project } from "../../src/core/resources.ts";
import { insideOrigin } from "../../src/drivers/http/inside.ts";
import { freePorts } from "../../src/drivers/process/free-ports.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const START_MAX_MS = 90_000;
const STOP_MAX_MS = 30_000;
const READY_MAX_MS = 90_000;

export class RunningInstallation {
  readonly directory: string;
  readonly port: number;
  output = "";
  private up: ChildProcess | undefined;

  private constructor(directory: string, port: number) {
    this.directory = directory;
    this.port = port;
  }

  /** A directory and a range of 50 free ports; nothing is started yet. */
  static async prepare(): Promise<RunningInstallation> {
    return new RunningInstallation(await mkdtemp(join(tmpdir(), "tandem-scenario-")), await freePorts(50));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts `tandem up` and waits until both regions are healthy and accept events. */
  async start(...options: string[]): Promise<void> {
    const args = [MAIN, "up", "--data", join(this.directory, "data"), "--port", String(this.port), ...options];
    const up = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
    this.up = up;
    this.output = "";
    for (const stream of [up.stdout, up.stderr]) {
      stream.on("data", (chunk) => {
        this.output += chunk;
      });
    }
    await this.until("both regions are healthy", START_MAX_MS, async () => {
      if (up.exitCode !== null) throw new Error(`tandem up ended with ${up.exitCode}:\n${this.output}`);
      if (!this.output.includes("Tandem is up")) return false;
      const status = await this.status();
      return status.edge.reachable && status.regions.every((region) => region.health.ok && region.accepting);
    });
  }

  /** As Ctrl-C does; answers the exit code. */
  async stop(): Promise<number | null> {
    const up = this.up;
    if (!up || up.exitCode !== null || up.signalCode !== null) return up?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => up.once("exit", resolve));
    up.kill("SIGINT");
    const code = await Promise.race([ended, wait(STOP_MAX_MS, "late" as const, { ref: false })]);
    if (code === "late") {
      await this.killEverything();
      throw new Error(`tandem up did not stop within ${STOP_MAX_MS} ms:\n${this.output.slice(-2_000)}`);
    }
    return code;
  }

  /** SIGKILL to every process of this installation at once, as a power cut would. */
  async killEverything(): Promise<void> {
    const groups = new Set<number>(this.up?.pid ? [this.up.pid] : []);
    for (const name of ["ap-south-1", "ap-south-2", "witness", "edge", "network"]) {
      const state = await readFile(join(this.directory, "data", name, "run/supervisor.json"), "utf8").catch(() => "{}");
      const { pid } = JSON.parse(state) as { pid?: number };
      if (pid) groups.add(pid);
    }
    for (const pid of groups) {
      try {
        process.kill(-pid, "SIGKILL");
      } catch {
        // Already gone.
      }
    }
  }

  /** The path of the installation stands in every process's command line or working data: none may be left. */
  async remove(): Promise<void> {
    await this.stop().catch(() => this.killEverything());
    await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  async tandem(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const child = spawn(process.execPath, [MAIN, ...args, "--data", join(this.directory, "data")], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, stdout, stderr };
  }

  async status(): Promise<InstallationStatus> {
    const { stdout, stderr } = await this.tandem("status", "--json");
    if (stdout === "") throw new Error(`tandem status printed nothing: ${stderr}`);
    return JSON.parse(stdout) as InstallationStatus;
  }

  async installation(): Promise<Installation> {
    return JSON.parse(await readFile(join(this.directory, "data/installation.json"), "utf8")) as Installation;
  }

  async linkKey(): Promise<string> {
    return (await readFile(join(this.directory, "data/link.key"), "utf8")).trim();
  }

  async writeKey(project: string): Promise<string> {
    const { regions } = await this.installation();
    const response = await fetch(`${insideOrigin(regions[0].ports.console)}/internal/projects`, {
      headers: { "x-tandem-link": await this.linkKey() },
    });
    const { projects } = (await response.json()) as { projects: Project[] };
    const key = projects.find((one) => one.id === project)?.keys[0]?.key;
    if (!key) throw new Error(`no write key for ${project}`);
    return key;
  }

  /** Asks one region's query process directly, so that its answer can't come from the other. */
  async ask(regionIndex: 0 | 1, project: string, question: Question): Promise<Answer> {
    const { regions } = await this.installation();
    const response = await fetch(`${insideOrigin(regions[regionIndex].ports.query)}/query/${project}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-tandem-link": await this.linkKey() },
      body: JSON.stringify(question),
    });
    if (!response.ok)
      throw new Error(`${regions[regionIndex].name} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** Until a person may hand over: no run is under way in either region, and the one that would take over sees every check pass. */
  async untilReadyToHandOver(limitMs = READY_MAX_MS): Promise<void> {
    const { regions } = await this.installation();
    const headers = { "x-tandem-link": await this.linkKey() };
    await this.until("the role can be handed over", limitMs, async () => {
      const views = await Promise.all(
        regions.map(async ({ ports }) => {
          const response = await fetch(`${insideOrigin(ports.recoverer)}/internal/status`, { headers });
          return (await response.json()) as RecoveryView;
        }),
      );
      const passive = views.find(({ region, lease }) => lease?.holder != null && lease.holder !== region);
      return (
        passive !== undefined &&
        views.every(({ run }) => run === null) &&
        passive.checks.every(({ state }) => state === "pass" || state === "warn")
      );
    });
  }

  async until(what: string, limitMs: number, holds: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + limitMs;
    let last: unknown;
    while (performance.now() < deadline) {
      try {
        if (await holds()) return;
        last = undefined;
      } catch (error) {
        last = error;
        if (error instanceof Error && error.message.startsWith("tandem up ended")) throw error;
      }
      await wait(250);
    }
    throw new Error(`After ${limitMs} ms still not true: ${what}\n${this.output.slice(-2_000)}`, { cause: last });
  }
}
