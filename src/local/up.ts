// `tandem up`: checks everything first, changes nothing before that; then two regions, a witness and an edge, each step
// shown, until Ctrl-C. It holds no truth: whatever it knows lies in the installation's files.

import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { EXIT } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import { ensureInstallation, readLinkKey } from "../drivers/installation.ts";
import { writeInitialRegisters } from "../drivers/register/register-file.ts";
import { ensureConsole } from "./console-build.ts";
import { requestSignInLink } from "./console-client.ts";
import { forgetFaults } from "./faults/standing.ts";
import { greetingText } from "./greeting.ts";
import { checkDisk, checkPackages, checkPorts, planInstallation } from "./preflight.ts";
import { processesOf, type Ward, wardName, wardsOf } from "./processes.ts";
import { removeInstallation } from "./remove-installation.ts";
import { type StepList, stepList } from "./step-list.ts";
import type { SupervisorState } from "./supervisor-state.ts";
import { type Supervisors, startSupervisors } from "./supervisors.ts";
import { refuseSecondUp, takeUpLock } from "./up-lock.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const READY_MS_MAX = 90_000;
/** A terminal and npm may both pass the same Ctrl-C on: within this time it is one. */
const SECOND_INTERRUPT_MS = 400;

export type UpOptions = {
  directory: string;
  port: number | undefined;
  fresh: boolean;
  demo: boolean;
  /** The directory where it was given with --data: the commands that are told next need it too. */
  data: string | undefined;
};

/** Runs until it is told to stop; answers the exit code. Throws `Refused` before anything was started. */
export async function up(options: UpOptions, out: NodeJS.WriteStream): Promise<number> {
  const began = performance.now();
  checkPackages(ROOT);
  refuseSecondUp(options.directory);
  if (options.fresh) await removeInstallation(options.directory);
  const { installation, isNew } = planInstallation(options.directory, options.port);
  checkDisk(installation.directory);
  await checkPorts(installation);
  ensureInstallation(installation);
  const unlock = takeUpLock(installation.directory, installation.edgePort);
  const steps = stepList(out);
  let supervisors: Supervisors | undefined;
  const stopped = stopSignals(() => supervisors?.force());
  try {
    out.write(`Tandem ${isNew ? "makes a new installation" : "goes on"} in ${installation.directory}\n\n`);
    await writeInitialRegisters(installation);
    forgetFaults(installation);
    const progress = watchProgress(installation, options.demo, steps, (text) => out.write(`${clock()} ${text}\n`));
    supervisors = startSupervisors(installation, options.demo, {
      onState: progress.onState,
      onNotice: (ward, text) => progress.isEnded() && out.write(`${clock()} ${wardName(ward)}: ${text}\n`),
    });
    const build = buildConsole(steps);
    build.catch(() => {});
    const outcome = await Promise.race([
      Promise.all([build, progress.settled]).then(() => "ready" as const),
      wait(READY_MS_MAX, "late" as const, { ref: false }),
      stopped.promise,
    ]);
    if (outcome !== "stopped") {
      const { data } = options;
      await greet(installation, { steps, out, began, late: outcome === "late", data, stopped: stopped.promise });
      progress.end();
      await stopped.promise;
    }
    steps.end();
    return EXIT.ok;
  } catch (error) {
    steps.end();
    throw error;
  } finally {
    const stopBegan = performance.now();
    if (supervisors) {
      out.write(`\nStopping${stopped.because()} …\n`);
      await supervisors.stop();
      out.write(`Stopped; the data is kept in ${installation.directory} (${seconds(stopBegan)}).\n`);
    }
    unlock();
  }
}

async function buildConsole(steps: StepList): Promise<void> {
  steps.set("console's pages", "running");
  const built = await ensureConsole(ROOT);
  steps.set("console's pages", "done", built ? "built" : "up to date");
}

type Greeted = {
  steps: StepList;
  out: NodeJS.WriteStream;
  began: number;
  late: boolean;
  data: string | undefined;
  stopped: Promise<unknown>;
};

async function greet(installation: Installation, greeted: Greeted): Promise<void> {
  const { steps, out, began, late, data, stopped } = greeted;
  const linkKey = readLinkKey(installation);
  const url = `http://127.0.0.1:${installation.edgePort}`;
  const link = requestSignInLink(installation, linkKey).catch(() => undefined);
  const answer = await Promise.race([link, stopped.then(() => undefined)]);
  steps.end();
  const state = late ? "Tandem is up in part; 'tandem status' says what is missing" : "Tandem is up";
  const head = `${state} (${seconds(began)}).`;
  out.write(greetingText({ head, url, signInPath: answer?.path, firstRegion: installation.regions[0].name, data }));
}

/** Turns the supervisors' states into steps, later into notices, and knows when everything is ready or has failed. */
function watchProgress(installation: Installation, demo: boolean, steps: StepList, notice: (text: string) => void) {
  const settled = Promise.withResolvers<void>();
  const waiting = new Set<string>();
  const label = (ward: Ward, name: string) => (ward.kind === "region" ? `${ward.region} ${name}` : name);
  const seen = new Map<string, SupervisorState>();
  let ended = false;
  for (const ward of wardsOf(installation)) {
    for (const { name } of processesOf(ward, demo)) {
      waiting.add(label(ward, name));
      steps.set(label(ward, name), "waiting");
    }
  }
  return {
    settled: settled.promise,
    isEnded: () => ended,
    end() {
      ended = true;
    },
    onState(ward: Ward, state: SupervisorState) {
      for (const text of news(ward, seen.get(wardName(ward)), state)) if (ended) notice(text);
      seen.set(wardName(ward), state);
      if (ended) return;
      for (const one of state.processes) {
        const name = label(ward, one.name);
        if (one.state === "running") steps.set(name, "done");
        else if (one.state === "failed") steps.set(name, "failed", one.detail ?? "");
        else if (one.state === "waiting") steps.set(name, "waiting", one.detail ?? "");
        else if (one.state === "stopped") steps.set(name, state.state === "failed" ? "failed" : "waiting");
        else steps.set(name, "running", one.detail ?? "");
        const isSettled = ["running", "waiting", "failed"].includes(one.state) || state.state === "failed";
        if (isSettled) waiting.delete(name);
      }
      if (waiting.size === 0) settled.resolve();
    },
  };
}

/** What a person should hear of while everything runs: deaths, and a region that was given up. */
function news(ward: Ward, before: SupervisorState | undefined, now: SupervisorState): string[] {
  if (!before || before.startedAt !== now.startedAt) return [];
  const place = wardName(ward);
  if (now.state === "failed" && before.state !== "failed") {
    return [`${place} was stopped: ${now.detail}. Mend the cause, then 'tandem start ${place}'.`];
  }
  return now.processes
    .filter((one) => one.restarts > (before.processes.find((old) => old.name === one.name)?.restarts ?? 0))
    .map((one) => `${place}: ${one.name} ${one.detail ?? "ended"}; starting it again`);
}

/** Ctrl-C, a closed terminal, `tandem stop`, or the end of the launcher: stop cleanly. A second Ctrl-C: at once. */
function stopSignals(force: () => void): { promise: Promise<"stopped">; because: () => string } {
  const { promise, resolve } = Promise.withResolvers<"stopped">();
  let because = "";
  const stopBecause = (text: string) => {
    because ||= ` (${text})`;
    resolve("stopped");
  };
  let firstAt: number | undefined;
  const stop = () => {
    const now = performance.now();
    if (firstAt !== undefined && now - firstAt > SECOND_INTERRUPT_MS) force();
    firstAt ??= now;
    stopBecause("Ctrl-C");
  };
  process.on("SIGINT", stop);
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopBecause(signal));
  process.on("disconnect", () => stopBecause("the command that started it has ended"));
  return { promise, because: () => because };
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}

function clock(): string {
  return new Date().toISOString().slice(11, 19);
}
