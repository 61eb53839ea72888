// What each part is for, what it costs to have it, and that cost as a number that somebody measured. The figures are those of
// bench/README.md, where each stands beside its command; a test keeps the two equal.
import type { Platform } from "../../blueprint/platform.ts";

export type TradeOff = {
  readonly part: string;
  readonly in: (platform: Platform) => boolean;
  readonly purpose: string;
  /** What one pays for it. */
  readonly costs: string;
  /** As bench/README.md has it, word for word; undefined where nothing here could measure it. */
  readonly figure?: { readonly says: string; readonly words: string; readonly command: string };
  /** Why there is no figure. */
  readonly unmeasured?: string;
};

const always = (): boolean => true;
const ON_AWS = "Not measured: it exists at AWS alone.";

export const TRADE_OFFS: readonly TradeOff[] = [
  {
    part: "A second region that stands ready",
    in: ({ recovery }) => recovery.approach === "warm-standby",
    purpose: "Takes over when the first is lost.",
    costs: "It is paid for while it waits; the table of recovery classes below says how much.",
    figure: {
      says: "changes are silent for 3.9 s (p50) and 4.1 s at worst when the active region is killed under load",
      words: "p50 **3.9 s**, p95 4.1 s, worst **4.1 s** (51 drills)",
      command: "TANDEM_BENCH_DRILLS=50 TANDEM_BENCH_RTT_MS=0 TANDEM_BENCH_MINUTES=25 npm run bench drills",
    },
  },
  {
    part: "The witness and the lease",
    in: always,
    purpose: "At most one region acknowledges changes, whatever is cut off from whatever.",
    costs: "Nobody takes over before the old lease has surely ended.",
    figure: {
      says: "the floor under every fail-over is 3.4 s, of which the lease is nearly all",
      words: "floor (lease + promotion) 3.4 s",
      command: "npm run bench drills",
    },
  },
  {
    part: "Events acknowledged by both regions (class `pair`)",
    in: always,
    purpose: "No acknowledged event is lost with a region.",
    costs: "Each answer waits for the other region's disk.",
    figure: {
      says: "0.77 of the throughput of one region alone; 0.67 with 25 ms between them",
      words: "**0.77**; 0.67, missed",
      command: "npm run bench ingest",
    },
  },
  {
    part: "Durable before the answer",
    in: always,
    purpose: "What was answered 200 survives a crash.",
    costs: "Every group of events waits for the disk.",
    figure: {
      says: "0.59 of the throughput with durability off",
      words: "0.59, not quite (singles 0.75)",
      command: "npm run bench ingest",
    },
  },
  {
    part: "A lake of files, asked by DuckDB",
    in: always,
    purpose: "Any process can answer from immutable files; every cache is exact.",
    costs: "A question that nobody asked before reads files.",
    figure: {
      says: "a panel over 20 million events takes 90 ms (p50) and 287 ms at worst when nothing is cached",
      words: "p50 90 ms (missed), worst **287 ms**",
      command: "TANDEM_BENCH_EVENTS=20000000 npm run bench panels",
    },
  },
  {
    part: "Writers of the lake, apart from the collectors",
    in: always,
    purpose: "Ingest never waits for Parquet.",
    costs: "An event can be asked for a moment after it was acknowledged.",
    figure: {
      says: "0.21 s (p99) at 500 events a second",
      words: "**0.21 s**",
      command: "npm run bench everything",
    },
  },
  {
    part: "A link between the regions that can be cut on purpose",
    in: always,
    purpose: "Drills can take a region away without root.",
    costs: "One more hop for what crosses it.",
    figure: {
      says: "27 µs instead of 10 µs for a question and its answer (p50)",
      words: "p50 27 µs for 10 µs",
      command: "npm run bench links",
    },
  },
  {
    part: "A replica for reads",
    in: ({ data }) => data.relational.readReplicas > 0,
    purpose: "Reads don't burden the writer.",
    costs:
      "A replica is a little behind. A token of one's own last change makes a read wait for it, or go to the writer.",
    figure: {
      says: "0 stale answers over 51 losses of a region",
      words: "**0** over these 51 drills",
      command: "npm run bench drills",
    },
  },
  {
    part: "The Nginx tier",
    in: ({ webTier }) => webTier.kind === "nginx",
    purpose: "Static files, rewrites and limits before the cluster.",
    costs: "One more hop and one more thing to patch.",
    unmeasured: "`npm run proof:nginx` prints what a request through it takes on the machine that runs it.",
  },
  {
    part: "ElastiCache",
    in: ({ data }) => data.cache.kind === "redis",
    purpose: "Answers and reference data near the pods.",
    costs: "A miss asks twice, and what is cached may be old until its time is up.",
    unmeasured: ON_AWS,
  },
  {
    part: "MSK",
    in: ({ data }) => data.stream.kind === "msk",
    purpose: "The log of events where one machine's disk is too small.",
    costs: "Three brokers in each region, whatever the load.",
    unmeasured: ON_AWS,
  },
  {
    part: "The mesh",
    in: ({ cluster }) => cluster.mesh !== "none",
    purpose: "Pods know each other by certificate.",
    costs: "A proxy on each node.",
    unmeasured: ON_AWS,
  },
  {
    part: "CloudFront",
    in: ({ edge }) => edge.cdn.kind === "cloudfront",
    purpose: "Near clients; floods stop there; reads go on in the other region before DNS has noticed.",
    costs: "What it caches is up to a minute old.",
    unmeasured: ON_AWS,
  },
];
