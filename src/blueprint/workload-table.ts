// The table of workloads, filled in for one platform: how many of each, how large, and what each may touch.
import type { FilledBlueprint } from "./blueprint.ts";
import { replicasFor, replicasSurvivingZone } from "./sizing/replicas.ts";
import type { Access, PerRegion, Scale, Workload, WorkloadName } from "./workloads.ts";

/** The port that every workload serves on, by name; the container, the service and the target group all use it. */
export const PORTS = {
  collector: 8080,
  console: 8081,
  query: 8082,
  mirror: 8083,
  guardian: 8084,
  recoverer: 8085,
  "lake-writer": 8086,
  worker: 8087,
  scheduler: 8088,
  metrics: 9464,
} as const;

/**
 * Events per second that one collector pod of half a processor is given. An assumption on the safe side: one core took
 * 298,000 in batches of a hundred (`npm run bench ingest`), but pods also see single events and share their node.
 */
export const EVENTS_PER_POD = 10_000;
/** Tasks that wait for one worker before another is added. */
const TASKS_PER_WORKER = 10;

/** What the regions' sizes follow from. */
export type Load = {
  requestsPerSecond: number;
  eventsPerSecond: number;
  plannedRequestsPerSecond: number;
  plannedEventsPerSecond: number;
  /** The standby's share of the primary's capacity; 0: nothing runs there before a fail-over. */
  standbyShare: number;
};

type Filled = FilledBlueprint;
type Row = Omit<Workload, "command" | "replicas"> & { replicas: Scale };

export function workloadsOf(blueprint: Filled, load: Load): Workload[] {
  const rows = [...serving(blueprint, load), ...keeping(blueprint), ...working(blueprint)];
  return rows.map((row) => ({
    ...row,
    command: ["workload", row.name],
    replicas: perRegion(row.replicas, load.standbyShare),
  }));
}

/** The standby may always grow to the primary's size: after a fail-over it is the one that carries everything. */
export function perRegion(primary: Scale, standbyShare: number): PerRegion<Scale> {
  const least = standbyShare === 0 ? 0 : Math.max(Math.min(primary.min, 3), Math.ceil(primary.min * standbyShare));
  return { primary, standby: { min: least, max: primary.max } };
}

/**
 * Replicas of what answers clients. At least: what the busiest hour needs at the autoscaler's target, what is left after
 * a zone's loss at full load (the autoscaler then has minutes to add), and what somebody asked for. At most: the planned
 * load at the target, with a zone lost.
 */
export function servingScale(load: number, planned: number, perPod: number, blueprint: Filled): Scale {
  const target = blueprint.cluster.cpuTargetPercent / 100;
  const least = Math.max(
    blueprint.cluster.replicasMin,
    blueprint.cluster.podsPerService ?? 0,
    replicasFor(load, perPod, target),
    blueprint.objectives.surviveZone ? replicasSurvivingZone(replicasFor(load, perPod)) : 1,
  );
  const most = replicasSurvivingZone(replicasFor(planned, perPod, target));
  return { min: least, max: Math.max(most, least + Math.ceil(least / 2)) };
}

const fixed = (replicas: number): Scale => ({ min: replicas, max: replicas });
const http = (name: keyof typeof PORTS) => [
  { name: "http", port: PORTS[name] },
  { name: "metrics", port: PORTS.metrics },
];

function serving(blueprint: Filled, load: Load): Row[] {
  const { cluster, objectives } = blueprint;
  const scaling = { kind: "cpu", cpuTargetPercent: cluster.cpuTargetPercent } as const;
  const common = { tier: 1, scaling, pod: cluster.pod, spot: false } as const;
  const reads = 1 - objectives.writeShare;
  const { requestsPerSecondPerPod: perPod } = cluster;
  return [
    {
      ...common,
      name: "collector",
      why: "Receives events, makes them durable, then answers.",
      ports: http("collector"),
      entrances: ["collect"],
      healthPath: "/healthz",
      replicas: servingScale(load.eventsPerSecond, load.plannedEventsPerSecond, EVENTS_PER_POD, blueprint),
      access: [
        ...eventLog(blueprint, "produce", "both"),
        ...globalTable(blueprint, "read"),
        // Write keys are read from the region's own copy of the catalogue.
        { to: "database", may: "read" },
        { to: "secret", name: "database-application" },
        { to: "secret", name: "link-key" },
        { to: "peer", why: "Class `pair` is answered only when the other region has the event on disk too." },
      ],
    },
    {
      ...common,
      name: "console",
      why: "Answers the console and the API; writes the catalogue while its region is active.",
      ports: http("console"),
      entrances: ["app", "api"],
      healthPath: "/healthz",
      replicas: servingScale(load.requestsPerSecond, load.plannedRequestsPerSecond, perPod, blueprint),
      access: [
        { to: "database", may: "read-write" },
        { to: "secret", name: "database-application" },
        ...cache(blueprint),
        ...tasks(blueprint, "send"),
        { to: "bucket", purpose: "reports", may: "read" },
        { to: "voters", may: "read" },
        { to: "secret", name: "link-key" },
        ...calls("query", "guardian", "recoverer"),
      ],
    },
    {
      ...common,
      name: "query",
      why: "Answers questions from the lake and the newest events.",
      ports: http("query"),
      entrances: [],
      healthPath: "/healthz",
      replicas: servingScale(load.requestsPerSecond * reads, load.plannedRequestsPerSecond * reads, perPod, blueprint),
      access: [
        { to: "bucket", purpose: "lake", may: "read" },
        ...eventLog(blueprint, "consume", "own"),
        ...cache(blueprint),
        { to: "secret", name: "link-key" },
        ...calls("mirror", "collector"),
      ],
    },
  ];
}

function keeping(blueprint: Filled): Row[] {
  const small = { cpuMillis: 250, memoryMib: 512 };
  const common = { entrances: [], healthPath: "/healthz", scaling: { kind: "fixed" }, spot: false } as const;
  return [
    {
      ...common,
      name: "lake-writer",
      why: "Turns the log of events into Parquet, and merges it while its region is active.",
      tier: 2,
      ports: http("lake-writer"),
      replicas: fixed(Math.min(3, blueprint.cluster.replicasMin)),
      pod: { cpuMillis: 1_000, memoryMib: 2_048 },
      access: [
        { to: "bucket", purpose: "lake", may: "read-write-delete" },
        ...eventLog(blueprint, "consume", "own"),
        { to: "voters", may: "read" },
        { to: "secret", name: "link-key" },
        ...calls("guardian", "collector"),
      ],
    },
    {
      ...common,
      name: "mirror",
      why: "Copies the other region's events into this one, each exactly once.",
      tier: 2,
      ports: http("mirror"),
      replicas: fixed(Math.min(2, blueprint.cluster.replicasMin)),
      pod: { cpuMillis: 500, memoryMib: 1_024 },
      access: [
        ...eventLog(blueprint, "produce-consume", "both"),
        { to: "secret", name: "link-key" },
        { to: "peer", why: "Reads the other region's log." },
      ],
    },
    {
      ...common,
      name: "guardian",
      why: "Holds the region's lease at the voters, and makes the salts of visitor ids. One, replaced whole: two would contend.",
      tier: 1,
      ports: http("guardian"),
      replicas: fixed(1),
      pod: small,
      access: [
        { to: "voters", may: "read-write" },
        { to: "database", may: "read-write" },
        { to: "secret", name: "database-application" },
        { to: "secret", name: "link-key" },
        ...globalTable(blueprint, "read-write"),
        ...calls("lake-writer"),
      ],
    },
    {
      ...common,
      name: "recoverer",
      why: "Carries out recovery plans from the region that survives.",
      tier: 1,
      ports: http("recoverer"),
      replicas: fixed(1),
      pod: small,
      access: [
        { to: "recovery" },
        { to: "voters", may: "read-write" },
        { to: "parameters", under: "recovery", may: "read-write" },
        { to: "secret", name: "link-key" },
        { to: "secret", name: "pager-key" },
        { to: "peer", why: "Asks the other region to fence itself." },
        ...calls("guardian", "collector", "console", "query", "mirror", "lake-writer"),
      ],
    },
  ];
}

function working(blueprint: Filled): Row[] {
  const common = { entrances: [], healthPath: "/healthz" } as const;
  const pod = { cpuMillis: 500, memoryMib: 1_024 };
  const scheduled: Row[] = [
    {
      ...common,
      name: "worker",
      why: "Carries out tasks: reports, exports, imports, alert checks.",
      tier: 2,
      ports: http("worker"),
      scaling: { kind: "queue", queue: "tasks", tasksPerReplica: TASKS_PER_WORKER },
      replicas: { min: blueprint.cluster.replicasMin, max: blueprint.cluster.replicasMin * 10 },
      pod,
      spot: blueprint.cluster.spotShare > 0,
      access: [
        { to: "database", may: "read-write" },
        { to: "secret", name: "database-application" },
        ...tasks(blueprint, "send-receive"),
        { to: "bucket", purpose: "lake", may: "read" },
        { to: "bucket", purpose: "reports", may: "read-write" },
        ...cache(blueprint),
        { to: "email" },
        { to: "voters", may: "read" },
        ...calls("query"),
      ],
    },
    {
      ...common,
      name: "scheduler",
      why: "Puts tasks into the queue when their time has come.",
      tier: 2,
      ports: http("scheduler"),
      scaling: { kind: "fixed" },
      replicas: fixed(1),
      pod: { cpuMillis: 100, memoryMib: 256 },
      spot: false,
      access: [
        { to: "database", may: "read-write" },
        { to: "secret", name: "database-application" },
        ...tasks(blueprint, "send"),
        ...(blueprint.data.queues.kind === "redis" ? cache(blueprint) : []),
        { to: "voters", may: "read" },
      ],
    },
  ];
  if (blueprint.data.cache.kind === "none") return scheduled;
  const source = blueprint.onPremises.kind === "connected" ? blueprint.onPremises.sqlServer : undefined;
  const warmer: Row = {
    ...common,
    name: "cache-warmer",
    why: source
      ? "Copies reference data from the SQL Server on the premises into the cache."
      : "Asks the dashboards' questions ahead, so that their answers are cached.",
    tier: 3,
    ports: [],
    healthPath: null,
    scaling: { kind: "cron", schedule: `*/${Math.min(59, source?.warmEveryMinutes ?? 15)} * * * *` },
    replicas: fixed(1),
    pod,
    spot: blueprint.cluster.spotShare > 0,
    access: [
      ...cache(blueprint),
      { to: "bucket", purpose: "lake", may: "read" },
      ...calls("query"),
      ...(source ? ([{ to: "sql-server" }, { to: "secret", name: "sql-server" }] satisfies Access[]) : []),
    ],
  };
  return [...scheduled, warmer];
}

function eventLog(blueprint: Filled, may: "produce" | "consume" | "produce-consume", of: "own" | "both"): Access[] {
  const { stream } = blueprint.data;
  return stream.kind === "msk" ? stream.topics.map(({ name }) => ({ to: "topic", name, may, of })) : [];
}

const calls = (...names: readonly WorkloadName[]): Access[] => names.map((name) => ({ to: "workload", name }));

const globalTable = (blueprint: Filled, may: "read" | "read-write"): Access[] =>
  blueprint.data.globalTables ? [{ to: "table", name: "salts", may }] : [];

const cache = (blueprint: Filled): Access[] =>
  blueprint.data.cache.kind === "redis" ? [{ to: "cache" }, { to: "secret", name: "cache-password" }] : [];

const tasks = (blueprint: Filled, may: "send" | "receive" | "send-receive"): Access[] =>
  blueprint.data.queues.kind === "sqs" ? [{ to: "queue", name: "tasks", may }] : [];
