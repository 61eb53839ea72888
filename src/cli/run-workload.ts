// `main.ts workload NAME`: one long-running process. Says over its channel when it is ready or why it refuses, answers
// pings, and ends within 5 s on a signal, on request, or when its supervisor is gone.

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { EXIT, Refused } from "../core/errors.ts";
import { peerOf, regionOf } from "../core/installation.ts";
import { levelOf } from "../core/telemetry/log-events.ts";
import { obeyFaultsOf } from "../drivers/faults/region-faults.ts";
import { type MetricsServer, serveMetrics } from "../drivers/http/metrics-server.ts";
import { onTlsTrouble } from "../drivers/http/tls.ts";
import { readInstallation, readLinkKey } from "../drivers/installation.ts";
import { VERSION } from "../drivers/status/read-status.ts";
import { openTelemetry, type Telemetry } from "../drivers/telemetry/telemetry.ts";
import type { RunningWorkload, StartWorkload, WorkloadContext } from "../workloads/context.ts";

const STOP_LIMIT_MS = 5_000;

export async function runWorkload(argv: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { installation: { type: "string" }, region: { type: "string" } },
  });
  const name = positionals[0] ?? "";
  let running: RunningWorkload | undefined;
  let telemetry: Telemetry | undefined;
  let metricsServer: MetricsServer | undefined;
  let stopping = false;
  const log = logger(name, values.region);
  onTlsTrouble((because) => log("certificate-not-renewed", { because }));

  const stop = async (because: string) => {
    if (stopping) return;
    stopping = true;
    log("stopping", { because });
    setTimeout(() => {
      log("stopped late", { afterMs: STOP_LIMIT_MS });
      process.exit(EXIT.internal);
    }, STOP_LIMIT_MS).unref();
    try {
      await running?.stop();
      await Promise.all([telemetry?.tracer.stop(), metricsServer?.close()]);
    } catch (error) {
      log("stop failed", { error: textOf(error) });
      process.exit(EXIT.internal);
    }
    // A workload that can't go on sets its exit code and lets go of its channel.
    process.exit(process.exitCode ?? EXIT.ok);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => {});
  process.on("disconnect", () => void stop("the supervisor is gone"));
  process.on("message", (message: { kind?: string }) => {
    if (message.kind === "ping") tell({ kind: "pong" });
    if (message.kind === "stop") void stop("asked to");
  });
  const broken = (error: unknown) => {
    log("failed", { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    process.exit(EXIT.internal);
  };
  process.on("uncaughtException", broken);
  process.on("unhandledRejection", broken);

  try {
    const start = await find(name);
    const context = contextFor(values.installation ?? "", values.region);
    telemetry = await openTelemetry({
      workload: name,
      region: values.region,
      version: VERSION,
      environment: process.env,
      log,
    });
    running = await start({ ...context, log, telemetry });
    metricsServer = await serveMetrics(telemetry.metrics, process.env);
    if (stopping) return;
    log("ready");
    tell({ kind: "ready" });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "Refused") return broken(error);
    const { message, exitCode } = error as Refused;
    log("refused", { message });
    tell({ kind: "refused", message, exitCode }, () => process.exit(exitCode));
  }
}

async function find(name: string): Promise<StartWorkload> {
  const file = new URL(`../workloads/${name}/start.ts`, import.meta.url);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    throw new Refused(`There is no workload "${name}" in this version of Tandem.`, EXIT.missing);
  }
  const { start } = (await import(file.href)) as { start: StartWorkload };
  return start;
}

/** Edge, witness and demo belong to no region: they get the two in their configured order. */
function contextFor(file: string, regionName: string | undefined): Omit<WorkloadContext, "log" | "telemetry"> {
  const installation = readInstallation(file);
  const region = regionName === undefined ? installation.regions[0] : regionOf(installation, regionName);
  if (regionName !== undefined) obeyFaultsOf(region.directory);
  return { installation, region, peer: peerOf(installation, region.name), linkKey: readLinkKey(installation) };
}

/** One JSON object a line, in the order in which people read: when, how bad, what, where, and the details. */
function logger(workload: string, region: string | undefined): WorkloadContext["log"] {
  return (event, details = {}) => {
    const line = { at: new Date().toISOString(), level: levelOf(event), event, workload, region, ...details };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
}

function tell(message: Record<string, unknown>, then: () => void = () => {}): void {
  if (process.connected) process.send?.(message, then);
  else then();
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
