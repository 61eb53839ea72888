// A supervisor: starts the processes of one region (or the witness, or the edge), keeps them running, and says how they are.
// It leads a process group of its own; it ends when `tandem up` ends, and its processes end when it ends.

import { join } from "node:path";
import { Unavailable } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import { regionOf } from "../core/installation.ts";
import { INSTALLATION_FILE } from "../drivers/installation.ts";
import { endProcess, identify } from "../drivers/process/identity.ts";
import { waitForFreePorts } from "../drivers/process/ports.ts";
import { processHeld } from "./held.ts";
import { launchPostgres } from "./launch-postgres.ts";
import { launchWorkload } from "./launch-workload.ts";
import { type ProcessPlan, portsOf, processesOf, runDirectory, startable, type Ward } from "./processes.ts";
import { type Ending, type Launch, type SupervisedProcess, supervise } from "./supervised-process.ts";
import { readSupervisorState, type SupervisorState, writeSupervisorState } from "./supervisor-state.ts";

/** After an unclean end, the last processes need a moment to go; PostgreSQL's watcher gives it 6 s. */
const LEFT_OVER_MS_MAX = 8_000;
const WRITE_AFTER_MS = 50;

export type Supervisor = { stop(): Promise<void> };

/** `onState` hears each state as it is written. */
export async function startSupervisor(
  installation: Installation,
  ward: Ward,
  options: { demo: boolean; onState: (state: SupervisorState) => void },
): Promise<Supervisor> {
  const run = runDirectory(installation, ward);
  await endLeftOvers(installation, ward);

  const state: SupervisorState = {
    format: 1,
    pid: process.pid,
    began: identify(process.pid)?.began ?? "",
    startedAt: Date.now(),
    state: "starting",
    detail: null,
    processes: [],
    identities: {},
  };
  const plans = processesOf(ward, options.demo);
  const processes = new Map<string, SupervisedProcess>();
  let stopped: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const write = () => {
    timer = undefined;
    state.processes = plans.map(({ name }) => (processes.get(name) as SupervisedProcess).status());
    state.identities = {};
    for (const { name, pid } of state.processes) {
      const identity = pid ? identify(pid) : undefined;
      if (identity) state.identities[name] = identity;
    }
    if (state.state === "starting" && state.processes.every(isSettled)) state.state = "running";
    writeSupervisorState(installation, ward, state);
    options.onState(state);
  };

  const onChange = () => {
    timer ??= setTimeout(write, WRITE_AFTER_MS);
    if (stopped) return;
    for (const name of startable(plans, progressOf(processes))) processes.get(name)?.start();
  };

  const stopAll = async () => {
    // PostgreSQL last: the others may still have something to say to it.
    const [last, first] = [plans.filter(isPostgres), plans.filter((plan) => !isPostgres(plan))];
    for (const group of [first, last]) await Promise.all(group.map(({ name }) => processes.get(name)?.stop()));
  };

  const onGiveUp = (detail: string) => {
    state.state = "failed";
    state.detail = detail;
    stopped ??= stopAll();
  };

  for (const plan of plans) {
    const launch = unlessHeld(run, plan.name, launchOf(installation, ward, plan, run));
    processes.set(
      plan.name,
      supervise(plan.name, launch, { onChange, onGiveUp: plan.dispensable ? onChange : onGiveUp }),
    );
  }
  onChange();
  return {
    async stop() {
      if (state.state !== "failed") state.state = "stopping";
      stopped ??= stopAll();
      await stopped;
      clearTimeout(timer);
      write();
    },
  };
}

/** What a fault holds down isn't started, and its end is no death of its own. */
function unlessHeld(run: string, name: string, launch: Launch): Launch {
  return async () => {
    const because = processHeld(run, name);
    if (because !== undefined) throw new Unavailable(because);
    const launched = await launch();
    const exited = launched.exited.then((ending): Ending => {
      const held = processHeld(run, name);
      return held === undefined ? ending : { kind: "refused", detail: held, mayHeal: true };
    });
    return { ...launched, exited };
  };
}

function launchOf(installation: Installation, ward: Ward, plan: ProcessPlan, run: string): Launch {
  if (isPostgres(plan) && ward.kind === "region") {
    return launchPostgres(installation, regionOf(installation, ward.region), run);
  }
  return launchWorkload(plan, {
    installationFile: join(installation.directory, INSTALLATION_FILE),
    region: ward.kind === "region" ? ward.region : null,
    runDirectory: run,
  });
}

/** What a supervisor that died badly may have left: ended by identity, never by number alone. */
async function endLeftOvers(installation: Installation, ward: Ward): Promise<void> {
  const before = readSupervisorState(installation, ward);
  const began = performance.now();
  // They were told by the closing of their channel; whoever hangs doesn't hear that.
  await waitForFreePorts(portsOf(installation, ward), ward.kind === "region" ? LEFT_OVER_MS_MAX / 2 : 500);
  for (const identity of Object.values(before?.identities ?? {})) endProcess(identity);
  await waitForFreePorts(portsOf(installation, ward), LEFT_OVER_MS_MAX - (performance.now() - began));
}

function isPostgres(plan: ProcessPlan): boolean {
  return plan.kind === "postgres";
}

function isSettled({ state }: { state: string }): boolean {
  return state === "running" || state === "failed" || state === "waiting";
}

function progressOf(processes: Map<string, SupervisedProcess>) {
  // What waits for a lease holds back nobody: a region without its database still answers.
  const words = { running: "ready", failed: "failed", waiting: "ready", stopped: "waiting" } as const;
  return new Map(
    [...processes].map(([name, one]) => {
      const { state } = one.status();
      return [name, state === "starting" || state === "restarting" ? "starting" : words[state]] as const;
    }),
  );
}
