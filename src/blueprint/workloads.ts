// Every workload of the platform: the same executable with another command. From this table identity derives its
// permissions, the network its flows, and the cluster its objects; nothing about a workload is said twice.

/** A workload's name is its Deployment's, its ServiceAccount's and its role's. */
export const WORKLOADS = [
  "collector",
  "query",
  "console",
  "lake-writer",
  "mirror",
  "guardian",
  "recoverer",
  "worker",
  "scheduler",
  "cache-warmer",
] as const;
export type WorkloadName = (typeof WORKLOADS)[number];

export const BUCKET_PURPOSES = ["lake", "reports", "logs", "backups", "static"] as const;
export type BucketPurpose = (typeof BUCKET_PURPOSES)[number];

/** Keys per purpose and region; each is `alias/<name>-<purpose>`. */
export const KEY_PURPOSES = [
  "state",
  "data",
  "lake",
  "logs",
  "secrets",
  "backup",
  "cluster",
  "queue",
  "images",
] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

export const SECRETS = [
  "database-owner",
  "database-application",
  "cache-password",
  "link-key",
  "pager-key",
  "chat-webhook",
  "repository-key",
  "edge-key",
  "sql-server",
] as const;
export type SecretName = (typeof SECRETS)[number];

export type QueueName = "tasks";
export type TableName = "salts";

/** One thing that a workload may do. `of` says whose copy: its own region's, or the other's as well. */
export type Access =
  | { to: "bucket"; purpose: BucketPurpose; may: "read" | "write" | "read-write" | "read-write-delete" }
  | { to: "queue"; name: QueueName; may: "send" | "receive" | "send-receive" }
  | { to: "table"; name: TableName; may: "read" | "read-write" }
  /** The voter tables of all three regions, by conditional writes. */
  | { to: "voters"; may: "read" | "read-write" }
  | { to: "secret"; name: SecretName }
  /** Parameters below this part of the platform's path. */
  | { to: "parameters"; under: string; may: "read" | "read-write" }
  | { to: "topic"; name: string; may: "produce" | "consume" | "produce-consume"; of: "own" | "both" }
  | { to: "database"; may: "read" | "read-write" }
  | { to: "cache" }
  | { to: "peer"; why: string }
  /** A call to another workload of the same region, at the port that it serves. */
  | { to: "workload"; name: WorkloadName }
  | { to: "email" }
  | { to: "sql-server" }
  /** The calls of a recovery plan: promote, scale, route. Identity lists them action by action. */
  | { to: "recovery" };

export type Scale = { min: number; max: number };
export type Configured = "primary" | "standby";
export type PerRegion<T> = { readonly primary: T; readonly standby: T };

export type Workload = {
  name: WorkloadName;
  why: string;
  /** Arguments of the container's executable. */
  command: readonly string[];
  /** 1 answers clients; 2 must catch up within minutes; 3 may wait an hour. */
  tier: 1 | 2 | 3;
  ports: readonly { name: string; port: number }[];
  /** The public entrances whose requests it answers. */
  entrances: readonly ("app" | "api" | "collect")[];
  healthPath: string | null;
  scaling:
    | { kind: "cpu"; cpuTargetPercent: number }
    | { kind: "queue"; queue: QueueName; tasksPerReplica: number }
    | { kind: "fixed" }
    | { kind: "cron"; schedule: string };
  replicas: PerRegion<Scale>;
  pod: { cpuMillis: number; memoryMib: number };
  /** May run on spot instances: it retries, and nobody waits for it. */
  spot: boolean;
  access: readonly Access[];
};
