// Starts a workload as a Node process with an IPC channel: it says when it is ready, answers pings, and is ended when it
// hangs. When the channel closes, the workload ends itself.

import { spawn } from "node:child_process";
import { getPriority, setPriority } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT } from "../core/errors.ts";
import { openOutputFile } from "../drivers/process/output-file.ts";
import type { ProcessPlan } from "./processes.ts";
import type { Ending, Launch } from "./supervised-process.ts";

const MAIN = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
const PING_EVERY_MS = 5_000;
const HUNG_AFTER_MS = 15_000;
const LOWEST_PRIORITY = 19;
/** The workload has 5 s to finish; a little more for the way there. */
const STOP_LIMIT_MS = 5_500;
/** Exit codes of a workload's refusal that time may heal: its port or its lock is taken, the disk is full. */
const MAY_HEAL: number[] = [EXIT.conflict, EXIT.disk];

type Place = { installationFile: string; region: string | null; runDirectory: string };

export function launchWorkload(plan: ProcessPlan, place: Place): Launch {
  return async () => {
    const output = openOutputFile(join(place.runDirectory, `${plan.name}.log`));
    const child = spawn(process.execPath, argumentsOf(plan, place), { stdio: ["ignore", "pipe", "pipe", "ipc"] });
    stepBack(child.pid, plan.yields ?? 0);
    child.stdout?.on("data", (chunk: Buffer) => output.write(chunk));
    child.stderr?.on("data", (chunk: Buffer) => output.write(chunk));

    let refusal: { message: string; exitCode: number } | undefined;
    let heardAt = performance.now();
    let hung = false;
    const ready = Promise.withResolvers<void>();
    child.on("message", (message: { kind?: string; message?: string; exitCode?: number }) => {
      heardAt = performance.now();
      if (message.kind === "ready") ready.resolve();
      if (message.kind === "refused") refusal = { message: message.message ?? "", exitCode: message.exitCode ?? 0 };
    });

    let lookedAt = performance.now();
    const pinging = setInterval(() => {
      const now = performance.now();
      // When this process itself slept (a stopped or starved machine), its own silence proves nothing about the child's.
      if (now - lookedAt > 2 * PING_EVERY_MS) heardAt = now;
      lookedAt = now;
      if (now - heardAt > HUNG_AFTER_MS) {
        hung = true;
        child.kill("SIGKILL");
      } else if (child.connected) {
        child.send({ kind: "ping" }, () => {});
      }
    }, PING_EVERY_MS);

    const exited = new Promise<Ending>((resolve) => {
      const end = (ending: Ending) => {
        clearInterval(pinging);
        output.close();
        resolve(ending);
      };
      child.once("error", (error) => end({ kind: "died", detail: `could not be started: ${error.message}` }));
      // "close" rather than "exit": its last words are in the file by then.
      child.once("close", (code, signal) => {
        if (refusal) {
          return end({ kind: "refused", detail: refusal.message, mayHeal: MAY_HEAL.includes(refusal.exitCode) });
        }
        const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
        end({ kind: "died", detail: hung ? `did not answer for ${HUNG_AFTER_MS / 1_000} s and was ended` : how });
      });
    });
    exited.then(() => ready.reject(new Error("ended before it was ready")));
    ready.promise.catch(() => {});

    return {
      pid: child.pid ?? 0,
      ready: ready.promise,
      exited,
      stop() {
        if (child.connected) child.send({ kind: "stop" }, () => {});
        else child.kill("SIGTERM");
        setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS).unref();
      },
    };
  };
}

/** Relative to this process, so that a whole installation can be started with less. */
function stepBack(pid: number | undefined, steps: number): void {
  if (pid === undefined || steps === 0) return;
  try {
    setPriority(pid, Math.min(LOWEST_PRIORITY, getPriority() + steps));
  } catch {
    // It ended at once; how is told by its exit.
  }
}

function argumentsOf(plan: ProcessPlan, place: Place): string[] {
  return [
    `--max-old-space-size=${plan.heap.old}`,
    `--max-semi-space-size=${plan.heap.young}`,
    "--disable-warning=ExperimentalWarning",
    MAIN,
    "workload",
    plan.name,
    "--installation",
    place.installationFile,
    ...(place.region === null ? [] : ["--region", place.region]),
  ];
}
