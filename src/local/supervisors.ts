// The five supervisors as `tandem up` sees them: started as process groups of their own, started again when one dies, left
// alone while `tandem kill` holds one down, stopped in order.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Installation } from "../core/installation.ts";
import { INSTALLATION_FILE } from "../drivers/installation.ts";
import { endGroup, groupIsAlive } from "../drivers/process/identity.ts";
import { openOutputFile } from "../drivers/process/output-file.ts";
import { isHeld } from "./held.ts";
import { runDirectory, type Ward, wardName, wardsOf } from "./processes.ts";
import { afterDeath, NO_DEATHS } from "./restart-policy.ts";
import type { SupervisorState } from "./supervisor-state.ts";

const MAIN = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
const LOOK_EVERY_MS = 300;
/** What a dead supervisor leaves behind ends by itself: a region's processes may finish what they hold, the edge holds nothing. */
const GROUP_GRACE_MS = { region: 3_000, witness: 200, edge: 200, network: 200 };
const STOPPED_IN_ORDER: Ward["kind"][][] = [["edge"], ["region", "witness"], ["network"]];
const DELAY_MAX_MS = 5_000;
const STOP_LIMIT_MS = 9_000;

export type Supervisors = {
  stop(): Promise<void>;
  /** SIGKILL to every group, now. */
  force(): void;
};

type Events = {
  onState: (ward: Ward, state: SupervisorState) => void;
  onNotice: (ward: Ward, text: string) => void;
};

export function startSupervisors(installation: Installation, demo: boolean, events: Events): Supervisors {
  const keepers = wardsOf(installation).map((ward) => keep(installation, ward, demo, events));
  const timer = setInterval(() => {
    for (const keeper of keepers) keeper.look();
  }, LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      // The edge first: nobody is sent to a region that is going. The network last: a primary that stops has something to say
      // to its standby.
      const began = performance.now();
      for (const wards of STOPPED_IN_ORDER) {
        const group = keepers.filter(({ kind }) => wards.includes(kind));
        await Promise.all(group.map((keeper) => keeper.stop(STOP_LIMIT_MS - (performance.now() - began))));
      }
    },
    force() {
      clearInterval(timer);
      for (const keeper of keepers) keeper.force();
    },
  };
}

function keep(installation: Installation, ward: Ward, demo: boolean, events: Events) {
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  let stopping = false;
  let deaths = NO_DEATHS;
  let startAt = 0;
  let heldSeen = false;

  const start = () => {
    const startedAt = Date.now();
    const output = openOutputFile(join(runDirectory(installation, ward), "supervisor.log"));
    const started = trySpawn(argumentsOf(installation, ward, demo));
    if (started instanceof Error) {
      output.close();
      startAt = Date.now() + DELAY_MAX_MS;
      return events.onNotice(ward, `its supervisor could not be started (${started.message}); trying again`);
    }
    child = started;
    started.stdout?.on("data", (chunk: Buffer) => output.write(chunk));
    started.stderr?.on("data", (chunk: Buffer) => output.write(chunk));
    started.on("message", (message: { kind?: string; state?: SupervisorState }) => {
      if (message.kind === "state" && message.state) events.onState(ward, message.state);
    });
    ended = new Promise((resolve) => {
      started.once("error", () => {});
      started.once("exit", async (code, signal) => {
        const held = isHeld(installation, ward);
        await emptyGroup(started.pid, held || stopping ? 0 : GROUP_GRACE_MS[ward.kind]);
        output.close();
        child = undefined;
        const next = afterDeath(deaths, startedAt, Date.now(), Math.random());
        deaths = next.deaths;
        startAt = Date.now() + (next.kind === "restart" ? next.inMs : DELAY_MAX_MS);
        if (!stopping && !held)
          events.onNotice(ward, `its supervisor ended (${signal ?? `code ${code}`}); starting it again`);
        resolve();
      });
    });
  };

  if (!isHeld(installation, ward)) start();
  return {
    kind: ward.kind,
    look() {
      if (stopping) return;
      const held = isHeld(installation, ward);
      if (held !== heldSeen) {
        heldSeen = held;
        events.onNotice(ward, held ? "held down by 'tandem kill' or a fault" : "let go; starting it");
        if (!held) startAt = 0;
      }
      if (!child && !held && Date.now() >= startAt) start();
    },
    async stop(limitMs: number) {
      stopping = true;
      if (!child) return ended;
      if (child.connected) child.send({ kind: "stop" }, () => {});
      const late = await Promise.race([ended.then(() => false), wait(Math.max(0, limitMs), true, { ref: false })]);
      if (late) this.force();
      await ended;
    },
    force() {
      stopping = true;
      if (child?.pid) endGroup(child.pid);
    },
  };
}

/** Some failures are thrown rather than told (no memory, no processes left, the executable is just being replaced). */
function trySpawn(args: string[]): ChildProcess | Error {
  try {
    return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe", "ipc"], detached: true });
  } catch (error) {
    return error as Error;
  }
}

/** Nobody may be left in a dead supervisor's group: they would hold the ports and files of its successor. */
async function emptyGroup(group: number | undefined, graceMs: number): Promise<void> {
  if (!group) return;
  const end = performance.now() + graceMs;
  while (groupIsAlive(group) && performance.now() < end) await wait(25);
  endGroup(group);
}

function argumentsOf(installation: Installation, ward: Ward, demo: boolean): string[] {
  return [
    "--max-old-space-size=64",
    "--max-semi-space-size=1",
    MAIN,
    "supervisor",
    ...(ward.kind === "region" ? ["region", wardName(ward)] : [ward.kind]),
    "--installation",
    join(installation.directory, INSTALLATION_FILE),
    ...(demo && ward.kind === "edge" ? ["--demo"] : []),
  ];
}
