#!/usr/bin/env node
// Runs a script of this repository under the pinned Node 24: node bin/run.mjs FILE [ARGUMENT ...]
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { install, root } from "./install.mjs";

export function run(argv, options) {
  const node = install(options);
  // The channel carries nothing: its closing tells the child that this process is gone, however that happened.
  const child = spawn(node, argv, {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, TANDEM_ROOT: root },
  });
  // The terminal sends Ctrl-C to the whole foreground group; the child decides how to end, and this process waits for it.
  for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

if (process.argv[1] && import.meta.url.endsWith("/bin/run.mjs") && /run\.mjs$/.test(process.argv[1])) {
  run(process.argv.slice(2));
}
