// Builds the console with vite where web/dist is missing or older than what it is made of, told by a digest of the inputs.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EXIT, Refused } from "../core/errors.ts";

const BUILD_MS_MAX = 120_000;
const OUTPUT_CHARACTERS_MAX = 600;
const LEFT_OUT = new Set(["dist", "node_modules"]);

/** True when it was built now. Two starts at once (of two installations) build once. */
export async function ensureConsole(root: string): Promise<boolean> {
  const stamp = join(root, "web", "dist", ".inputs");
  const wanted = digestOfInputs(root);
  if (readText(stamp) === wanted) return false;
  const lock = join(root, "node_modules", ".tandem-console-build");
  const unlock = await takeLock(lock, () => readText(stamp) === wanted);
  if (!unlock) return false;
  try {
    await build(root);
    writeFileSync(stamp, wanted);
    return true;
  } finally {
    unlock();
  }
}

function digestOfInputs(root: string): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = join(path, entry.name);
      if (LEFT_OUT.has(entry.name)) continue;
      if (entry.isDirectory()) add(inner);
      else hash.update(relative(root, inner)).update("\0").update(readFileSync(inner)).update("\0");
    }
  };
  add(join(root, "web"));
  add(join(root, "src", "core"));
  return hash.update(readFileSync(join(root, "package-lock.json"))).digest("hex");
}

async function takeLock(lock: string, done: () => boolean): Promise<(() => void) | undefined> {
  const end = performance.now() + BUILD_MS_MAX;
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmSync(lock, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw notWritable(lock, error);
    }
    await wait(200);
    if (done()) return undefined;
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > BUILD_MS_MAX || performance.now() > end) rmSync(lock, { recursive: true, force: true });
  }
}

function build(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn", join(root, "web")], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: BUILD_MS_MAX,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-OUTPUT_CHARACTERS_MAX);
      });
    }
    child.once("error", (error) => reject(failed(error.message)));
    child.once("close", (code) => (code === 0 ? resolve() : reject(failed(output.trim()))));
  });
}

function failed(output: string): Refused {
  return new Refused(
    "The console could not be built from web/ (vite build). Nothing was started. " +
      `Run 'node bin/run.mjs node_modules/vite/bin/vite.js build web' to see all of it. It ended with: ${output}`,
    EXIT.internal,
  );
}

function notWritable(path: string, error: unknown): Refused {
  return new Refused(
    `The console has to be built, and this user can't write in ${path}. Run 'npm start' once as the clone's owner.`,
    EXIT.refused,
    { cause: error },
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
