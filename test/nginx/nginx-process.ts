// One Nginx of the proof: started from a configuration, reloaded, ended by its own process id.
import { type ChildProcess, spawn } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { run } from "./tools.ts";

const START_MS_MAX = 15_000;
const END_MS_MAX = 10_000;

export type NginxProcess = { reload(): Promise<void>; stop(): Promise<void> };

/** Resolves once it takes connections on `port`. */
export async function startNginx(configuration: string, port: number): Promise<NginxProcess> {
  const child = spawn("nginx", ["-c", configuration, "-g", "daemon off;"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const deadline = performance.now() + START_MS_MAX;
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}:\n${said}`);
    if (performance.now() > deadline) throw new Error(`nginx doesn't listen on ${port}:\n${said}`);
    await wait(50);
  }
  return {
    reload: async () => void (await run("nginx", ["-c", configuration, "-s", "reload"])),
    stop: () => end(child),
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

/** Quick: its workers go with it. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), END_MS_MAX);
  await ended;
  clearTimeout(killer);
}
