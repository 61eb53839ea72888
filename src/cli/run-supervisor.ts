// `main.ts supervisor <region NAME|witness|edge|network>`: started by `tandem up`, which hears its states over the channel. When the
// channel closes, `up` is gone, and everything here is stopped cleanly.

import { parseArgs } from "node:util";
import { EXIT } from "../core/errors.ts";
import { readInstallation } from "../drivers/installation.ts";
import type { Ward } from "../local/processes.ts";
import { type Supervisor, startSupervisor } from "../local/supervisor.ts";

/** Children have 5.5 s, PostgreSQL 7 s at worst after them. */
const STOP_LIMIT_MS = 14_000;

export async function runSupervisor(argv: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { installation: { type: "string" }, demo: { type: "boolean" } },
  });
  const installation = readInstallation(values.installation ?? "");
  const ward: Ward =
    positionals[0] === "region"
      ? { kind: "region", region: positionals[1] ?? "" }
      : { kind: positionals[0] === "edge" || positionals[0] === "network" ? positionals[0] : "witness" };

  let supervisor: Supervisor | undefined;
  let stopAsked = false;
  const stop = async () => {
    if (stopAsked) return;
    stopAsked = true;
    setTimeout(() => process.exit(EXIT.internal), STOP_LIMIT_MS).unref();
    if (!supervisor) return;
    await supervisor.stop();
    process.exit(EXIT.ok);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => {});
  process.on("SIGHUP", () => {});
  process.on("disconnect", () => void stop());
  process.on("message", (message: { kind?: string }) => {
    if (message.kind === "stop") void stop();
  });
  supervisor = await startSupervisor(installation, ward, {
    demo: values.demo ?? false,
    onState: (state) => {
      if (process.connected) process.send?.({ kind: "state", state }, () => {});
    },
  });
  if (stopAsked || !process.connected) {
    stopAsked = false;
    await stop();
  }
}
