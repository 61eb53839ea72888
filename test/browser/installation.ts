// A real installation for the browser: `tandem up --demo` on free ports with a data directory of its own, and its commands.

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePorts } from "../../src/drivers/process/free-ports.ts";

const UP_MS_MAX = 120_000;
const DOWN_MS_MAX = 30_000;
/** An active region may still be waiting for its standby when everything has started. */
const ACTIVE_MS_MAX = 60_000;
const RETRY_MS = 500;
const PORTS = 50;
const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

export type RunningInstallation = {
  url: string;
  /** Runs `tandem …` on this installation and gives what it printed. */
  tandem(...command: string[]): Promise<string>;
  signInLink(): Promise<string>;
  stop(): Promise<void>;
};

export async function startInstallation(options: { demo: boolean }): Promise<RunningInstallation> {
  const directory = mkdtempSync(join(tmpdir(), "tandem-browser-data-"));
  const port = await freePorts(PORTS);
  const child = spawn(
    process.execPath,
    [cli, "up", "--data", directory, "--port", String(port), ...(options.demo ? ["--demo"] : [])],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const stop = async () => {
    await stopChild(child);
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await untilUp(child);
  } catch (error) {
    await stop();
    throw error;
  }
  const tandem = async (...command: string[]) => {
    const [name, ...rest] = command;
    const { stdout } = await promisify(execFile)(process.execPath, [cli, name as string, "--data", directory, ...rest]);
    return stdout;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    tandem,
    async signInLink() {
      const deadline = Date.now() + ACTIVE_MS_MAX;
      for (;;) {
        try {
          return (JSON.parse(await tandem("sign-in-link", "--json")) as { url: string }).url;
        } catch (error) {
          if (Date.now() > deadline) throw new Error(`${error}\n${await tandem("status").catch(String)}`);
          await wait(RETRY_MS);
        }
      }
    },
    stop,
  };
}

function untilUp(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(
      () => reject(new Error(`'tandem up' wasn't up after ${UP_MS_MAX} ms:\n${output}`)),
      UP_MS_MAX,
    );
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (!/Tandem is up/.test(output)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`'tandem up' ended with ${code}:\n${output}`));
    });
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), DOWN_MS_MAX);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
