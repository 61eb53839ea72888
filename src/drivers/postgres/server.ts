// Starts one PostgreSQL server and ends it. It never outlives the process that started it: a watcher holds a pipe from us,
// and when that closes for whatever reason, kill -9 included, it tells the server to quit.

import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { Refused, Unavailable } from "../../core/errors.ts";
import { isAlive, livePostmaster } from "./inspect.ts";
import { CLEAN_ENVIRONMENT, explainFailure, spawnAs } from "./run-program.ts";
import type { ServerUser } from "./server-user.ts";

export type ServerExit = {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** True after `stop`. */
  asked: boolean;
  /** The last line that tells of a failure, for the process's state; null after `stop`. */
  lastLine: string | null;
};

export type RunningServer = { pid: number; stop(mode: "fast" | "immediate"): Promise<void> };

/** Crash recovery of the catalogue takes seconds; a standby may wait for its primary to become consistent. */
const READY_MS_MAX = 60_000;
const STOP_FAST_MS_MAX = 4_000;
const STOP_IMMEDIATE_MS_MAX = 3_000;
/** After kill -9 of a postmaster its children need a moment to notice; until then a new one is refused. */
const OLD_CHILDREN_MS_MAX = 10_000;
const TELLING_LINES_MAX = 20;

const READY = /database system is ready to accept (?:read-only )?connections/;
const OLD_CHILDREN = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/;

/** Waits for the end of its input, which is our end; then asks the server to quit, and insists after 6 s if it is still there. */
const WATCHER = [
  "trap '' HUP INT TERM",
  "cat >/dev/null",
  'kill -QUIT "$1" 2>/dev/null || exit 0',
  'for second in 1 2 3 4 5 6; do sleep 1; kill -0 "$1" 2>/dev/null || exit 0; done',
  'kill -KILL "$1" 2>/dev/null',
].join("; ");

export async function runServer(options: {
  postgres: string;
  data: string;
  user: ServerUser;
  onExit: (exit: ServerExit) => void;
  onLine: (line: string) => void;
}): Promise<RunningServer> {
  const giveUpAtMs = performance.now() + OLD_CHILDREN_MS_MAX;
  for (;;) {
    await endLeftOver(options.data, options.user);
    const started = await startOnce(options);
    if (started.kind === "running") return started.server;
    if (!OLD_CHILDREN.test(started.output) || performance.now() > giveUpAtMs) {
      throw explainFailure("PostgreSQL", started.output);
    }
    await wait(100);
  }
}

/** A server of an earlier run whose supervisor died with its watcher: stopped, so that two never share the files. */
export async function endLeftOver(data: string, user: ServerUser): Promise<void> {
  const pid = await livePostmaster(data);
  if (pid === undefined) return;
  for (const [signal, limitMs] of [
    ["SIGINT", STOP_FAST_MS_MAX],
    ["SIGQUIT", STOP_IMMEDIATE_MS_MAX],
    ["SIGKILL", STOP_IMMEDIATE_MS_MAX],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") return;
      const who = user ? "root" : "this user";
      throw new Refused(
        `PostgreSQL ${pid} already runs on ${data}, and ${who} may not stop it. Stop it, then start again.`,
      );
    }
    const untilMs = performance.now() + limitMs;
    while (performance.now() < untilMs) {
      if (!isAlive(pid)) return;
      await wait(20);
    }
  }
  throw new Unavailable(
    `PostgreSQL ${pid}, left over from an earlier run on ${data}, can't be stopped. Stop it by hand.`,
  );
}

type Started = { kind: "running"; server: RunningServer } | { kind: "ended"; output: string };

function startOnce(options: Parameters<typeof runServer>[0]): Promise<Started> {
  const { postgres, data, user } = options;
  const child = spawn(postgres, ["-D", data], {
    cwd: data,
    env: CLEAN_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
    ...spawnAs(user),
  });
  const watcher = child.pid === undefined ? undefined : watch(child.pid, user);
  const telling: string[] = [];
  let asked = false;
  let ready = false;
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));

  return new Promise((resolve, reject) => {
    const overdue = setTimeout(() => {
      asked = true;
      void end(child, ended, "immediate");
      reject(
        new Unavailable(`PostgreSQL on ${data} wasn't ready within ${READY_MS_MAX / 1_000} s; its output says why.`),
      );
    }, READY_MS_MAX);
    createInterface({ input: child.stderr }).on("line", (line) => {
      options.onLine(line);
      if (/FATAL|PANIC|ERROR|HINT|error|could not/.test(line)) telling.push(line);
      if (telling.length > TELLING_LINES_MAX) telling.shift();
      if (ready || !READY.test(line)) return;
      ready = true;
      clearTimeout(overdue);
      const stop = async (mode: "fast" | "immediate") => {
        asked = true;
        await end(child, ended, mode);
      };
      resolve({ kind: "running", server: { pid: child.pid as number, stop } });
    });
    child.once("error", (error) => {
      clearTimeout(overdue);
      reject(explainFailure(postgres, error.message, error));
    });
    child.once("close", (code, signal) => {
      clearTimeout(overdue);
      // Before its input closes: the pid may belong to somebody else soon.
      watcher?.kill("SIGKILL");
      if (ready) options.onExit({ code, signal, asked, lastLine: asked ? null : (telling.at(-1) ?? null) });
      else resolve({ kind: "ended", output: telling.join("\n") || `ended by ${signal ?? `code ${code}`}` });
    });
  });
}

/** In our process group and never detached, so a kill of the group takes all of it. */
function watch(pid: number, user: ServerUser): ChildProcess {
  const watcher = spawn("/bin/sh", ["-c", WATCHER, "tandem-postgres-watcher", String(pid)], {
    cwd: "/",
    env: CLEAN_ENVIRONMENT,
    stdio: ["pipe", "ignore", "ignore"],
    ...spawnAs(user),
  });
  watcher.on("error", () => {
    // Without /bin/sh there is no watcher; the server still stops whenever we do so in order.
  });
  watcher.stdin?.on("error", () => {
    // Nothing is ever written to it; its end is the message.
  });
  return watcher;
}

/** Fast: connections end, replication is flushed, a checkpoint is written. Immediate: like a crash, recovered at next start. */
async function end(child: ChildProcess, ended: Promise<void>, mode: "fast" | "immediate"): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ["SIGQUIT", STOP_IMMEDIATE_MS_MAX],
    ["SIGKILL", STOP_IMMEDIATE_MS_MAX],
  ];
  if (mode === "fast") steps.unshift(["SIGINT", STOP_FAST_MS_MAX]);
  for (const [signal, limitMs] of steps) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    child.kill(signal);
    const limit = new AbortController();
    await Promise.race([ended, wait(limitMs, undefined, { signal: limit.signal }).catch(() => undefined)]);
    limit.abort();
  }
}
