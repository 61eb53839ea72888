// What every long-running process is given, and what it gives back.

import type { Installation, RegionLayout } from "../core/installation.ts";
import type { Telemetry } from "../drivers/telemetry/telemetry.ts";

export type WorkloadContext = {
  installation: Installation;
  region: RegionLayout;
  peer: RegionLayout;
  linkKey: string;
  /** One line of what happened, for the process's output file: JSON, one object a line. Never a secret, never an address. */
  log: (event: string, details?: Record<string, unknown>) => void;
  telemetry: Telemetry;
};

/** `stop` finishes what was accepted, closes files and sockets, and returns within 5 s. */
export type RunningWorkload = { stop(): Promise<void> };

/** Resolves when the workload can do its work; throws `Refused` with a sentence when it can't ever. */
export type StartWorkload = (context: WorkloadContext) => Promise<RunningWorkload>;
