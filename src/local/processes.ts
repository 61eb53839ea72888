// The processes of an installation: who starts whom, in which order, and with how much memory. `tandem up`, the
// supervisors and the manual follow this table.

import type { Installation } from "../core/installation.ts";
import { linksOf, networkPort, regionOf } from "../core/installation.ts";

export type ProcessPlan = {
  name: string;
  kind: "workload" | "postgres";
  /** Started only when these are ready (or can't be: a region without its database still takes events). */
  after: string[];
  /** Its failing for good doesn't stop the region: what serves people and what votes goes on without it. */
  dispensable?: true;
  /** V8's limits in MiB: old generation and one half of the young one. */
  heap: { old: number; young: number };
  /** How far it steps back (in steps of nice) for the others of its region when the processor is short. */
  yields?: number;
};

/**
 * What moves data steps back for what keeps the lease: a flood of events must not look like a dead region. All by as much, so
 * that they stand to each other as before. A process of weight 423 beside ones of 1,024 (Linux, sched(7)).
 */
const MOVES_DATA = 4;

const SMALL = { old: 96, young: 2 };

/** Within a region; at a stop, the order is reversed. */
export const REGION_PROCESSES: ProcessPlan[] = [
  { name: "postgres", kind: "postgres", after: [], heap: SMALL },
  { name: "watchdog", kind: "workload", after: [], heap: { old: 32, young: 1 } },
  { name: "guardian", kind: "workload", after: [], heap: SMALL },
  { name: "recoverer", kind: "workload", after: [], dispensable: true, heap: SMALL },
  { name: "collector", kind: "workload", after: [], heap: { old: 256, young: 16 }, yields: MOVES_DATA },
  { name: "mirror", kind: "workload", after: [], heap: { old: 160, young: 4 }, yields: MOVES_DATA },
  { name: "lake-writer", kind: "workload", after: [], heap: { old: 384, young: 16 }, yields: MOVES_DATA },
  { name: "query", kind: "workload", after: [], heap: { old: 384, young: 8 }, yields: MOVES_DATA },
  { name: "console", kind: "workload", after: ["postgres"], heap: { old: 160, young: 4 } },
];

/** "region ap-south-1", "witness", "edge" or "network": one supervisor, one process group, one directory with `run/`. */
export type Ward = { kind: "region"; region: string } | { kind: "witness" } | { kind: "edge" } | { kind: "network" };

export function wardName(ward: Ward): string {
  return ward.kind === "region" ? ward.region : ward.kind;
}

export function wardsOf(installation: Installation): Ward[] {
  return [
    // The first: nothing waits for it, but what is asked of another region goes through it.
    { kind: "network" },
    ...installation.regions.map((region): Ward => ({ kind: "region", region: region.name })),
    { kind: "witness" },
    { kind: "edge" },
  ];
}

export function processesOf(ward: Ward, demo = false): ProcessPlan[] {
  if (ward.kind === "region") return REGION_PROCESSES;
  if (ward.kind === "witness") return [{ name: "witness", kind: "workload", after: [], heap: SMALL }];
  if (ward.kind === "network") {
    return [{ name: "network", kind: "workload", after: [], heap: { old: 128, young: 16 } }];
  }
  const edge: ProcessPlan = { name: "edge", kind: "workload", after: [], heap: { old: 256, young: 8 } };
  // The demo shop is a client: it lives beside the edge, in no region, so that it survives the loss of either.
  return demo ? [edge, { name: "demo", kind: "workload", after: ["edge"], heap: SMALL }] : [edge];
}

export function portsOf(installation: Installation, ward: Ward): number[] {
  if (ward.kind === "edge") return [installation.edgePort];
  if (ward.kind === "witness") return [installation.witness.port];
  if (ward.kind === "network") return [networkPort(installation), ...linksOf(installation).map(({ port }) => port)];
  return Object.values(regionOf(installation, ward.region).ports);
}

/** Where a ward's run/ lies: states and output of its processes. */
export function runDirectory(installation: Installation, ward: Ward): string {
  if (ward.kind === "region") return `${regionOf(installation, ward.region).directory}/run`;
  return ward.kind === "witness"
    ? `${installation.witness.directory}/run`
    : `${installation.directory}/${ward.kind}/run`;
}

type Progress = "waiting" | "starting" | "ready" | "failed";

/** Which processes may start now. One that failed holds back nobody for ever. */
export function startable(plans: ProcessPlan[], progress: ReadonlyMap<string, Progress>): string[] {
  const settled = (name: string) => progress.get(name) === "ready" || progress.get(name) === "failed";
  return plans
    .filter((plan) => (progress.get(plan.name) ?? "waiting") === "waiting" && plan.after.every(settled))
    .map((plan) => plan.name);
}
