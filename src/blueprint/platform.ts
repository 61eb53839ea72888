// The resolved blueprint: every default filled in, every size derived, every combination checked. All that synthesizes
// or judges reads only this. `resolve` is its one maker.
import type { EnvironmentName, FilledBlueprint } from "./blueprint.ts";
import type { Flow } from "./flows.ts";
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
    /** "person": somebody fills it in once; "made": Terraform or AWS makes it and it rotates. */
    readonly entries: readonly {
      readonly name: SecretName;
      readonly filledBy: "made" | "person";
      readonly rotates: boolean;
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
  readonly flows: readonly Flow[];
  readonly sizing: readonly SizingLine[];
  readonly warnings: readonly Warning[];
};
