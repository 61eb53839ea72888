// Names inside a cluster that more than one part writes: who installs a thing gives it this name, who uses it asks here.
import type { Workload } from "../../blueprint/workloads.ts";
import { ADDON_ACCOUNTS, WORKLOAD_NAMESPACE } from "./identity.ts";
import { OBSERVABILITY_NAMESPACE, TELEMETRY_PORTS } from "./observability.ts";

/** Namespaces of our own objects; the add-ons' are in `ADDON_ACCOUNTS`. */
export const NAMESPACES = {
  workloads: WORKLOAD_NAMESPACE,
  /** The inner gateway: apart, so that nothing but our own image by its digest runs among the workloads. */
  gateway: "gateway",
  pooling: "pooling",
  /** Jobs with tools that aren't ours: topics, dumps of the database. */
  maintenance: ADDON_ACCOUNTS.topics.namespace,
} as const;

/** ClusterSecretStores of External Secrets, both of the region that they are in: credentials, and where stores answer. */
export const SECRET_STORES = { credentials: "region-credentials", parameters: "region-parameters" } as const;

/** cert-manager's ClusterIssuer: the region's own private authority, which needs no other region and no internet. */
export const CERTIFICATE_ISSUER = "region";

/** Encrypted gp3 volumes, made in the zone of the pod that asks first. */
export const STORAGE_CLASS = "encrypted";

/**
 * The gateway between the load balancer and what answers `app.` and `api.` (decision 0003). Istio implements it in every
 * blueprint, with a mesh or without: one implementation to know. Events go past it, straight to the collectors.
 */
export const INNER_GATEWAY = {
  name: "inner",
  namespace: NAMESPACES.gateway,
  /** Istio's own class; istiod makes a Deployment and a Service of the name below for each Gateway of it. */
  className: "istio",
  service: "inner-istio",
  /** The label on its pods, from the Gateway API itself. */
  podLabels: { "gateway.networking.k8s.io/gateway-name": "inner" },
} as const;

/** Higher ones are placed first, and may push lower ones out. */
export const PRIORITY_CLASSES = {
  1: { name: "tandem-serving", value: 100_000 },
  2: { name: "tandem-catching-up", value: 10_000 },
  3: { name: "tandem-waiting", value: 1_000 },
} as const;

/** PgBouncer's Service, in `NAMESPACES.pooling`. */
export const POOLER = "pgbouncer";
/** One for each zone; each may hold a third of the database's connections, and two of them still carry everything. */
export const POOLER_REPLICAS = 3;
export const POOLER_HOST = `${POOLER}.${NAMESPACES.pooling}.svc`;

/** The Service that Prometheus's operator makes for the one Prometheus of the region. */
const PROMETHEUS_HOST = `prometheus-operated.${OBSERVABILITY_NAMESPACE}.svc`;
export const PROMETHEUS_URL = `http://${PROMETHEUS_HOST}:${TELEMETRY_PORTS.prometheus}`;

/** Where things lie in a workload's pod. */
export const POD_PATHS = {
  tls: "/var/run/tandem/tls",
  /** A file per credential: the document as the store keeps it. */
  secrets: "/var/run/tandem/secrets",
  /** A file per fact of the region: where its database, cache and brokers answer. */
  region: "/var/run/tandem/region",
  data: "/var/lib/tandem",
  temporary: "/tmp",
} as const;
/** The image's own user; it owns nothing and may write where a volume is. */
export const POD_USER = 10_001;

/** The group that a cluster knows the person on call by: EKS's own policies know no custom resource. */
export const ON_CALL_GROUP = "tandem:on-call";

/** Add-on namespaces that policies name. */
export const DNS_NAMESPACE = "kube-system";
export const ROLLOUTS_NAMESPACE = "argo-rollouts";

/** What selects a workload's pods. Never changes, since selectors can't. */
export const selectorOf = (workload: Pick<Workload, "name">) => ({ "app.kubernetes.io/name": workload.name }) as const;

/** Every pod by itself: for the other region, and for pods with a name of their own. */
export const headlessName = (workload: Pick<Workload, "name">): string => `${workload.name}-pods`;
