// The faults that can be made on purpose, by name: what each is, what it takes, what it is like on AWS, and how it ends.
// Drills, the commands and the manual read this table. Pure data; src/local/faults does the deeds.

import type { LinkService, Place } from "../../core/installation.ts";
import { LINK_SERVICES } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";

/** `process` null: every process of the region, its supervisor too. */
export type Fault =
  | { name: "kill"; region: RegionName; process: string | null; silent: boolean }
  | { name: "stop"; region: RegionName; process: string | null }
  | { name: "full-disk"; region: RegionName }
  | { name: "hold-database"; region: RegionName }
  | {
      name: "cut";
      from: Place;
      to: Place;
      direction: "both" | "one-way";
      reset: boolean;
      services: LinkService[] | null;
    }
  | { name: "isolate"; region: RegionName; direction: "both" | "in" | "out" }
  | { name: "flap"; from: Place; to: Place; periodMs: number; downShare: number }
  | {
      name: "slow";
      from: Place;
      to: Place;
      latencyMs: number;
      jitterMs: number;
      loss: number;
      bytesPerSecond: number | null;
      services: LinkService[] | null;
    }
  | { name: "clock"; region: RegionName; jumpMs: number; drift: number }
  | { name: "witness-loss" }
  | { name: "edge-loss" }
  | { name: "corrupt-record"; region: RegionName; what: "log" | "lake" | "register" };

export type FaultName = Fault["name"];
type FaultOf<N extends FaultName> = Extract<Fault, { name: N }>;

export type Parameter = { words: string } & (
  | { kind: "region" | "place" }
  | { kind: "process" }
  | { kind: "services" }
  | { kind: "flag" }
  | { kind: "choice"; choices: readonly string[]; usual: string }
  | { kind: "number"; unit: string; min: number; max: number; usual: number | null }
);

type Entry<N extends FaultName> = {
  words: string;
  onAws: string;
  ends: string;
  parameters: { [K in Exclude<keyof FaultOf<N>, "name">]: Parameter };
};

/** How long a fault lasts: bounded, so that nobody has to remember it. */
export const FAULT_FOR = { msUsual: 60_000, msMin: 100, msMax: 600_000 };

/** What may be asked of a link. */
export const LINK_BOUNDS = {
  periodMs: { min: 50, max: 120_000 },
  downShare: { min: 0.01, max: 0.99 },
  latencyMs: { min: 0, max: 10_000 },
  jitterMs: { min: 0, max: 10_000 },
  loss: { min: 0, max: 0.9 },
  bytesPerSecond: { min: 1_000, max: 10_000_000_000 },
};

const REGION: Parameter = { kind: "region", words: "the region that it hits" };
const PROCESS: Parameter = { kind: "process", words: "one process of it, by name; else all of them" };
const FROM: Parameter = { kind: "place", words: "one end of the link: a region (the first)" };
const TO: Parameter = { kind: "place", words: "the other end: a region (the second) or the witness" };
const SERVICES: Parameter = {
  kind: "services",
  words: `only this traffic, with commas between: ${LINK_SERVICES.join(", ")}; else all of it`,
};

export const FAULTS: { [N in FaultName]: Entry<N> } = {
  kill: {
    words: "SIGKILL to a region, or to one process of it, which then stays down.",
    onAws: "A region or one node is gone without a word.",
    ends: "What was killed is started again.",
    parameters: {
      region: REGION,
      process: PROCESS,
      silent: {
        kind: "flag",
        words: "cut its links first, so that nobody sees connections close, as with a loss of power",
      },
    },
  },
  stop: {
    words: "SIGSTOP: processes stand still with their connections open, and go on later as if nothing had been.",
    onAws: "A suspended or live-migrated machine, a stalled disk, a long pause of garbage collection.",
    ends: "SIGCONT.",
    parameters: { region: REGION, process: PROCESS },
  },
  "full-disk": {
    words:
      "Tandem's own writes in a region fail for want of space: event log, lake, register, journals. PostgreSQL's files aren't covered.",
    onAws: "A full EBS volume, or a full root disk of a node.",
    ends: "Space is there again; what was refused goes on by itself.",
    parameters: { region: REGION },
  },
  "hold-database": {
    words: "PostgreSQL of a region is ended as by a crash, and stays down.",
    onAws: "The RDS instance fails, and its Multi-AZ partner with it.",
    ends: "PostgreSQL is started again.",
    parameters: { region: REGION },
  },
  cut: {
    words: "Nothing arrives over a link, and nobody is told: bytes are held, new connections stall.",
    onAws: "A broken VPC peering or a routing fault between regions.",
    ends: "Held bytes arrive, in order.",
    parameters: {
      from: FROM,
      to: TO,
      direction: {
        kind: "choice",
        choices: ["both", "one-way"],
        usual: "both",
        words: "one-way: only what goes from the first to the second is held",
      },
      reset: { kind: "flag", words: "break open connections and refuse new ones, instead of holding them" },
      services: SERVICES,
    },
  },
  isolate: {
    words: "A region is cut off from the other one and from the witness at once; its clients still reach it.",
    onAws: "A region's backbone is down while its internet edge works.",
    ends: "Held bytes arrive, in order.",
    parameters: {
      region: REGION,
      direction: {
        kind: "choice",
        choices: ["both", "in", "out"],
        usual: "both",
        words: "in: it hears nobody; out: nobody hears it",
      },
    },
  },
  flap: {
    words: "A link is cut and healed, again and again.",
    onAws: "A route that is announced and withdrawn in turns.",
    ends: "The link is free for good.",
    parameters: {
      from: FROM,
      to: TO,
      periodMs: {
        kind: "number",
        unit: "ms",
        ...LINK_BOUNDS.periodMs,
        usual: 2_000,
        words: "from one cut to the next",
      },
      downShare: {
        kind: "number",
        unit: "of 1",
        ...LINK_BOUNDS.downShare,
        usual: 0.5,
        words: "the part of it that is cut",
      },
    },
  },
  slow: {
    words: "A link is late, uneven, lossy or narrow, in both directions. Order is kept.",
    onAws: "Distance (0.5 to 80 ms one way), congestion, a saturated transit gateway.",
    ends: "The link is as fast as before.",
    parameters: {
      from: FROM,
      to: TO,
      latencyMs: {
        kind: "number",
        unit: "ms one way",
        ...LINK_BOUNDS.latencyMs,
        usual: 25,
        words: "how late everything is",
      },
      jitterMs: {
        kind: "number",
        unit: "ms",
        ...LINK_BOUNDS.jitterMs,
        usual: 0,
        words: "up to this much more, by chance",
      },
      loss: {
        kind: "number",
        unit: "of 1",
        ...LINK_BOUNDS.loss,
        usual: 0,
        words: "pieces lost and sent again, each 200 ms later",
      },
      bytesPerSecond: {
        kind: "number",
        unit: "bytes/s",
        ...LINK_BOUNDS.bytesPerSecond,
        usual: null,
        words: "how wide it is, each way",
      },
      services: SERVICES,
    },
  },
  clock: {
    words:
      "The clocks of a region's guardian, watchdog and recoverer jump (wall clock only) and run fast or slow (both clocks).",
    onAws: "A host whose time service fails, or steps its clock.",
    ends: "It runs at the right rate again, and the wall clock is set right.",
    parameters: {
      region: REGION,
      jumpMs: {
        kind: "number",
        unit: "ms",
        min: -86_400_000,
        max: 86_400_000,
        usual: 0,
        words: "how far the wall clock jumps",
      },
      drift: {
        kind: "number",
        unit: "of 1",
        min: -0.5,
        max: 0.5,
        usual: 0,
        words: "how much too fast it runs: 0.01 gains 10 ms a second",
      },
    },
  },
  "witness-loss": {
    words: "The witness is killed and stays down.",
    onAws: "The witness region, or its DynamoDB table, is unavailable.",
    ends: "The witness is started again.",
    parameters: {},
  },
  "edge-loss": {
    words: "The edge is killed and stays down; both regions' own addresses still work.",
    onAws: "CloudFront or the DNS answer is unavailable.",
    ends: "The edge is started again.",
    parameters: {},
  },
  "corrupt-record": {
    words:
      "One byte on disk is changed: in a segment of the event log, an object of the lake, or the voter's register.",
    onAws: "A bad sector, a torn write, a tool used in the wrong place.",
    ends: "Tandem finds it and repairs it from the other region, or says so; nothing is put back by the fault.",
    parameters: {
      region: REGION,
      what: { kind: "choice", choices: ["log", "lake", "register"], usual: "lake", words: "which file is hit" },
    },
  },
};

export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(FAULTS, name);
}
