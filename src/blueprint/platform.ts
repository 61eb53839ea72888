// The resolved blueprint: every default filled in, every size derived, every combination checked. All that synthesizes
// or judges reads only this. `resolve` is its one maker.
import {
  type Blueprint,
  BlueprintError,
  type EnvironmentName,
  type FilledBlueprint,
  fill,
  type Problem,
} from "./blueprint.ts";
import { checkBlueprint } from "./checks.ts";
import { flowsOf } from "./declared-flows.ts";
import type { Flow } from "./flows.ts";
import { KNOWN_REGIONS } from "./regions.ts";
import { ROTATION, type Rotation } from "./secret-rotation.ts";
import { sizeCluster } from "./size-cluster.ts";
import { sizeData } from "./size-data.ts";
import { firewallOf, sizeWebTier } from "./size-edge.ts";
import { subnetsOf } from "./sizing/addresses.ts";
import { growth } from "./sizing/replicas.ts";
import { Tally } from "./tally.ts";
import { type Load, workloadsOf } from "./workload-table.ts";
import type { Configured, PerRegion, Scale, SecretName, TableName, Workload } from "./workloads.ts";

type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
type Way<T, Kind> = Extract<T, { kind: Kind }>;
type Sized<T, Fields extends keyof T> = Omit<T, Fields> & { [K in Fields]-?: NonNullable<T[K]> };
type Filled = FilledBlueprint;
type Data = Filled["data"];

/** One of a region's three zones. Zone names are shuffled per account, so the id is what counts. */
export type Zone = {
  /** "a", "b" or "c": our own letter, in the order of the ids. */
  readonly letter: "a" | "b" | "c";
  /** Such as "aps1-az1". */
  readonly id: string;
  readonly subnets: { readonly public: string; readonly private: string; readonly data: string };
};

export type Region = {
  /** Such as "ap-south-1". */
  readonly name: string;
  /** What it was set up as. Which one is active is never in Terraform. */
  readonly configured: Configured;
  readonly cidr: string;
  readonly zones: readonly [Zone, Zone, Zone];
  /** AWS has it switched off until an account opts in. */
  readonly optIn: boolean;
  /** What stands here before anything has happened; the primary holds everything. Copies are backups, buckets, keys, secrets and images. */
  readonly holds: {
    readonly data: boolean;
    readonly cluster: boolean;
    /** Load balancer, firewall, records, Nginx tier. */
    readonly entry: boolean;
    /** "none": the cluster exists, its workers don't. */
    readonly nodes: "full" | "reduced" | "none";
  };
  /** The share of the primary's capacity that runs here: 1 in the primary. */
  readonly share: number;
};

export type WitnessRegion = { readonly name: string; readonly optIn: boolean };

/** Where a derived number came from: printed by synth, checked by tests. */
export type SizingLine = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly formula: string;
  readonly source: string;
};

export type Warning = { readonly field: string; readonly says: string; readonly instead: string };

export type Relational =
  | DeepReadonly<
      Omit<Sized<Way<Data["relational"], "rds">, "storageGib" | "readReplicas">, "iops"> & {
        iops: number | null;
        storageMaxGib: number;
        connectionsMax: number;
      }
    >
  | DeepReadonly<Sized<Way<Data["relational"], "aurora">, "readReplicas"> & { connectionsMax: number }>
  | DeepReadonly<Sized<Way<Data["relational"], "aurora-global">, "readReplicas"> & { connectionsMax: number }>;

export type Pooling =
  | { readonly kind: "pgbouncer"; readonly serverConnectionsMax: number; readonly clientConnectionsMax: number }
  | DeepReadonly<Way<Data["pooling"], "rds-proxy">>
  | { readonly kind: "none" };

export type Stream =
  | DeepReadonly<
      Sized<Way<Data["stream"], "msk">, "brokers" | "storageGibPerBroker"> & { replicationFactor: 3; inSyncMin: 2 }
    >
  | { readonly kind: "embedded"; readonly volumeGib: number };

export type Search =
  | DeepReadonly<Sized<Way<Data["search"], "opensearch">, "nodes"> & { storageGibPerNode: number }>
  | { readonly kind: "none" };

export type Nodes =
  | DeepReadonly<
      Way<Filled["cluster"]["nodes"], "karpenter"> & {
        system: PerRegion<Scale>;
        processorsMax: number;
        memoryGibMax: number;
      }
    >
  | DeepReadonly<Omit<Way<Filled["cluster"]["nodes"], "managed">, "min" | "max"> & { group: PerRegion<Scale> }>;

export type WebTier =
  | DeepReadonly<Way<Filled["webTier"], "nginx"> & { instances: PerRegion<Scale> }>
  | { readonly kind: "none" };

export type Platform = {
  readonly name: string;
  readonly title: string;
  readonly environment: EnvironmentName;
  readonly accountId: string;
  readonly domain: string;
  readonly owner: string;
  readonly costCenter: string;
  readonly regions: { readonly primary: Region; readonly standby: Region; readonly witness: WitnessRegion };
  /** `planned…` is what must be carried at the end of the planning time, growth included. */
  readonly objectives: DeepReadonly<Filled["objectives"]> & {
    readonly plannedRequestsPerSecond: number;
    readonly plannedEventsPerSecond: number;
  };
  readonly network: DeepReadonly<Filled["network"]>;
  readonly edge: DeepReadonly<Omit<Filled["edge"], "firewall">> & {
    readonly firewall: DeepReadonly<
      Sized<Filled["edge"]["firewall"], "requestsPerAddress" | "collectRequestsPerAddress">
    >;
  };
  readonly webTier: WebTier;
  readonly cluster: DeepReadonly<Omit<Filled["cluster"], "nodes">> & { readonly nodes: Nodes };
  readonly workloads: readonly Workload[];
  readonly data: {
    readonly relational: Relational;
    readonly pooling: Pooling;
    /** Empty: no global tables. */
    readonly globalTables: readonly TableName[];
    readonly cache: DeepReadonly<Data["cache"]>;
    readonly stream: Stream;
    readonly queues: DeepReadonly<Data["queues"]>;
    readonly buckets: DeepReadonly<Data["buckets"]>;
    readonly search: Search;
  };
  readonly onPremises: DeepReadonly<Filled["onPremises"]>;
  readonly secrets: DeepReadonly<Filled["secrets"]> & {
    /** "person": somebody fills it in once; "made": Terraform makes it. */
    readonly entries: readonly {
      readonly name: SecretName;
      readonly filledBy: "made" | "person";
      readonly rotation: Rotation;
    }[];
  };
  readonly security: DeepReadonly<Filled["security"]>;
  readonly observability: DeepReadonly<Filled["observability"]>;
  readonly delivery: DeepReadonly<Filled["delivery"]>;
  readonly backups: DeepReadonly<Filled["backups"]>;
  readonly recovery: DeepReadonly<Filled["recovery"]>;
  readonly cost: DeepReadonly<Filled["cost"]>;
  readonly existing: DeepReadonly<Filled["existing"]>;
  readonly notes: DeepReadonly<Filled["notes"]>;
  readonly patches: DeepReadonly<Filled["patches"]>;
  readonly renamed: DeepReadonly<Filled["renamed"]>;
  readonly waivers: DeepReadonly<Filled["waivers"]>;
  readonly flows: readonly Flow[];
  readonly sizing: readonly SizingLine[];
  readonly warnings: readonly Warning[];
};

/** The platform of one environment. Throws a BlueprintError that names every problem. */
export function resolve(blueprint: Blueprint, environment?: EnvironmentName): Platform {
  const filled = fill(blueprint, environment);
  if (filled.kind === "refused") throw new BlueprintError(filled.problems);
  return resolveFilled(filled.blueprint);
}

function resolveFilled(blueprint: FilledBlueprint): Platform {
  const checked = checkBlueprint(blueprint);
  if (checked.problems.length > 0) throw new BlueprintError(checked.problems);
  const tally = new Tally(checked.warnings);
  const load = loadOf(blueprint, tally);
  const workloads = workloadsOf(blueprint, load);
  tally.servings(workloads, blueprint);
  const { edge, objectives, ...rest } = blueprint;
  const platform: Platform = {
    ...rest,
    regions: {
      primary: regionOf(blueprint, "primary"),
      standby: regionOf(blueprint, "standby"),
      witness: {
        name: blueprint.regions.witness.name,
        optIn: KNOWN_REGIONS[blueprint.regions.witness.name]?.optIn ?? false,
      },
    },
    objectives: {
      ...objectives,
      plannedRequestsPerSecond: load.plannedRequestsPerSecond,
      plannedEventsPerSecond: load.plannedEventsPerSecond,
    },
    edge: { ...edge, firewall: firewallOf(blueprint, tally) },
    webTier: sizeWebTier(blueprint, load, tally),
    cluster: sizeCluster(blueprint, workloads, load, tally),
    workloads,
    data: sizeData(blueprint, load, tally),
    secrets: { ...blueprint.secrets, entries: secretEntries(blueprint) },
    flows: flowsOf(blueprint, workloads),
    sizing: tally.lines,
    warnings: tally.warnings,
  };
  if (tally.problems.length > 0) throw new BlueprintError(tally.problems satisfies readonly Problem[]);
  return platform;
}

function loadOf(blueprint: FilledBlueprint, tally: Tally): Load {
  const { objectives, recovery } = blueprint;
  const grown = growth(objectives.growthPerYear, objectives.planningMonths);
  const load: Load = {
    requestsPerSecond: objectives.requestsPerSecond,
    eventsPerSecond: objectives.eventsPerSecond,
    plannedRequestsPerSecond: Math.ceil(objectives.requestsPerSecond * grown),
    plannedEventsPerSecond: Math.ceil(objectives.eventsPerSecond * grown),
    standbyShare: recovery.approach === "warm-standby" ? recovery.standbyShare : 0,
  };
  tally.derived(
    "planned requests",
    load.plannedRequestsPerSecond,
    "requests/s",
    "requests × (1 + growth) ^ (months / 12)",
    "objectives",
  );
  tally.derived(
    "planned events",
    load.plannedEventsPerSecond,
    "events/s",
    "events × (1 + growth) ^ (months / 12)",
    "objectives",
  );
  return load;
}

function regionOf(blueprint: FilledBlueprint, configured: Configured): Region {
  const { name, cidr } = blueprint.regions[configured];
  const known = KNOWN_REGIONS[name];
  const zone = (index: 0 | 1 | 2, letter: Zone["letter"]): Zone => ({
    letter,
    id: known?.zoneIds[index] ?? "",
    subnets: subnetsOf(cidr, index),
  });
  return {
    name,
    configured,
    cidr,
    zones: [zone(0, "a"), zone(1, "b"), zone(2, "c")],
    optIn: known?.optIn ?? false,
    ...standing(blueprint, configured),
  };
}

/** What stands in a region before anything has happened. */
function standing(blueprint: FilledBlueprint, configured: Configured): Pick<Region, "holds" | "share"> {
  const { approach, standbyShare } = blueprint.recovery;
  if (configured === "primary") return { holds: { data: true, cluster: true, entry: true, nodes: "full" }, share: 1 };
  if (approach === "pilot-light") return { holds: { data: true, cluster: true, entry: true, nodes: "none" }, share: 0 };
  if (approach === "backup-restore")
    return { holds: { data: false, cluster: false, entry: false, nodes: "none" }, share: 0 };
  return {
    holds: { data: true, cluster: true, entry: true, nodes: standbyShare < 1 ? "reduced" : "full" },
    share: standbyShare,
  };
}

function secretEntries(blueprint: FilledBlueprint): Platform["secrets"]["entries"] {
  const made = (name: SecretName) => ({ name, filledBy: "made", rotation: ROTATION[name] }) as const;
  const person = (name: SecretName) => ({ name, filledBy: "person", rotation: ROTATION[name] }) as const;
  const { data, edge, observability, onPremises } = blueprint;
  return [
    made("database-owner"),
    made("database-application"),
    ...(data.cache.kind === "redis" ? [made("cache-password")] : []),
    made("link-key"),
    // A token that may read the repository of manifests (and of sources, where they are mirrored).
    person("repository-key"),
    ...(observability.pager.kind === "pagerduty" ? [person("pager-key")] : []),
    ...(observability.chat === "slack" ? [person("chat-webhook")] : []),
    ...(edge.cdn.kind === "external" ? [made("edge-key")] : []),
    ...(onPremises.kind === "connected" && onPremises.sqlServer ? [person("sql-server")] : []),
  ];
}
