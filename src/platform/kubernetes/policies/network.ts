// Who may speak to whom in a cluster. In each of our namespaces everything is refused, and then admitted is what the
// blueprint declares: a workload's own access, its callers, the load balancer before it, the other region's workloads. The
// security groups can't tell one pod of a node from another; this does.
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import type { INetworkPolicyIngressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyIngressRule";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import type { Actor } from "../../../blueprint/flows.ts";
import type { Platform } from "../../../blueprint/platform.ts";
import { range as addresses, cidrAt } from "../../../blueprint/sizing/addresses.ts";
import type { Access, Workload } from "../../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { BROKERS_PORT, CACHE_PORT, DATABASE_PORT } from "../../names/data.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import {
  DNS_NAMESPACE,
  INNER_GATEWAY,
  NAMESPACES,
  POOLER,
  ROLLOUTS_NAMESPACE,
  selectorOf,
} from "../../names/kubernetes.ts";
import { isMember, PLACES, rangeOf } from "../../names/network.ts";
import { COLLECTOR, OBSERVABILITY_NAMESPACE, TELEMETRY_PORTS } from "../../names/observability.ts";
import { calledByPeer, peerPorts, watchedByPeer } from "../../names/peer.ts";
import { controllerKind, type KubernetesSite, labelsOf, placeOf, servedPort } from "../workloads/site.ts";

// Peers.

/** Kubernetes labels each namespace with its own name. */
export const namespacePeer = (namespace: string, labels?: Readonly<Record<string, string>>): INetworkPolicyPeer => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
  ...(labels === undefined ? {} : { podSelector: { matchLabels: labels } }),
});
const ofWorkload = (workload: Pick<Workload, "name">): INetworkPolicyPeer => ({
  podSelector: { matchLabels: selectorOf(workload) },
});
const range = (cidr: string): INetworkPolicyPeer => ({ ipBlock: { cidr } });
/** Where an actor's interfaces lie in a region. */
const placed = (
  { platform, region }: Pick<KubernetesSite, "platform" | "region">,
  actor: Actor,
): INetworkPolicyPeer => {
  if (!isMember(actor))
    throw new Error(`${actor} has no interfaces in ${region.name}, so no range of it can be admitted.`);
  return range(rangeOf(platform, region, PLACES[actor]));
};
/** AWS's public addresses, which S3 and DynamoDB have even behind a gateway endpoint; never a private network. */
const PUBLIC_ADDRESSES: INetworkPolicyPeer = {
  ipBlock: { cidr: "0.0.0.0/0", except: ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"] },
};
/** EKS Pod Identity's agent on the pod's own node. */
const IDENTITY_AGENT = "169.254.170.23/32";
/** In ambient mode the mesh carries pods' connections on this port, and probes come from this address. */
const MESH = { port: 15_008, probes: "169.254.7.127/32" } as const;

// Rules.

export const tcp = (...ports: readonly number[]) => ports.map((port) => ({ protocol: "TCP" as const, port }));
/** Between pods of the mesh a connection arrives on the mesh's port, whichever it was meant for. */
export const podPorts = ({ cluster }: Platform, ...ports: readonly number[]) =>
  tcp(...ports, ...(cluster.mesh === "istio-ambient" ? [MESH.port] : []));
export const to = (
  peers: readonly INetworkPolicyPeer[],
  ports: INetworkPolicyEgressRule["ports"],
): INetworkPolicyEgressRule => ({
  to: [...peers],
  ...(ports === undefined ? {} : { ports }),
});
export const from = (
  peers: readonly INetworkPolicyPeer[],
  ports: INetworkPolicyIngressRule["ports"],
): INetworkPolicyIngressRule => ({ from: [...peers], ...(ports === undefined ? {} : { ports }) });

export const DNS_RULE: INetworkPolicyEgressRule = to(
  [namespacePeer(DNS_NAMESPACE, { "k8s-app": "kube-dns" })],
  [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
  ],
);
export const awsRules = (site: KubernetesSite): INetworkPolicyEgressRule[] => [
  to([PUBLIC_ADDRESSES, placed(site, "endpoints")], tcp(443)),
  ...(site.platform.cluster.identity === "pod-identity" ? [to([range(IDENTITY_AGENT)], tcp(80))] : []),
];
/**
 * The cluster's API by the address that every pod is told, the first of its services. Amazon's agent judges a packet before
 * that address becomes an interface's, and of a service that selects no pods it knows nothing: it has to be named.
 * (amazon-network-policy-controller-k8s, pkg/resolvers/endpoints.go: getMatchingServiceClusterIPs.)
 */
const apiRule = ({ platform: { cluster } }: KubernetesSite): INetworkPolicyEgressRule =>
  to([range(cidrAt(addresses(cluster.serviceCidr).first + 1, 32))], tcp(443));
export const databaseRule = (site: KubernetesSite): INetworkPolicyEgressRule =>
  to([placed(site, "database")], tcp(DATABASE_PORT));
export const scrapeRule = (port: number): INetworkPolicyIngressRule =>
  from(
    ["prometheus", COLLECTOR].map((name) => namespacePeer(OBSERVABILITY_NAMESPACE, { "app.kubernetes.io/name": name })),
    tcp(port),
  );
/** What stands between clients and the pods of an entrance. */
export const balancerRule = (site: KubernetesSite, port: number): INetworkPolicyIngressRule =>
  from([placed(site, site.platform.webTier.kind === "nginx" ? "internal-alb" : "alb")], tcp(port));
export const probeRules = ({ platform }: KubernetesSite): INetworkPolicyIngressRule[] =>
  platform.cluster.mesh === "istio-ambient" ? [{ from: [range(MESH.probes)] }] : [];

// Workloads.

export function workloadPolicy(site: KubernetesSite, workload: Workload): Manifest {
  const ingress = admitted(site, workload);
  return manifest(
    placeOf(workload, `What ${workload.name} may speak to, and who may speak to it: what the blueprint declares.`),
    new NetworkPolicy({
      metadata: { name: workload.name, namespace: WORKLOAD_NAMESPACE, labels: labelsOf(site, workload) },
      spec: {
        podSelector: { matchLabels: selectorOf(workload) },
        policyTypes: ["Ingress", "Egress"],
        ingress,
        egress: [DNS_RULE, ...reached(site, workload)],
      },
    }),
  );
}

function admitted(site: KubernetesSite, workload: Workload): INetworkPolicyIngressRule[] {
  const { platform, region, peer } = site;
  const port = servedPort(workload)?.port;
  if (port === undefined) return [];
  const metrics = workload.ports.find(({ name }) => name === "metrics")?.port;
  const callers = platform.workloads.filter(({ access }) =>
    access.some((one) => one.to === "workload" && one.name === workload.name),
  );
  const throughGateway = workload.entrances.some((route) => route !== "collect");
  const previewed = controllerKind(site, workload) === "Rollout" && platform.delivery.rollout === "blue-green";
  return [
    ...(callers.length > 0 ? [from(callers.map(ofWorkload), podPorts(platform, port))] : []),
    ...(throughGateway
      ? [from([namespacePeer(INNER_GATEWAY.namespace, INNER_GATEWAY.podLabels)], podPorts(platform, port))]
      : []),
    ...(workload.entrances.includes("collect") && region.holds.entry ? [balancerRule(site, port)] : []),
    ...(calledByPeer(platform, workload) ? [from([range(rangeOf(platform, peer, "private"))], tcp(port))] : []),
    ...(previewed ? [from([namespacePeer(ROLLOUTS_NAMESPACE)], podPorts(platform, port))] : []),
    ...(metrics === undefined ? [] : [scrapeRule(metrics)]),
    ...(metrics !== undefined && watchedByPeer(platform, workload)
      ? [from([range(rangeOf(platform, peer, "private"))], tcp(metrics))]
      : []),
    ...probeRules(site),
  ];
}

function reached(site: KubernetesSite, workload: Workload): INetworkPolicyEgressRule[] {
  const { platform } = site;
  const rules = workload.access.flatMap((access) => ruleFor(site, workload, access));
  const traced = platform.observability.tracing !== "none" && workload.ports.length > 0;
  return unique([
    ...rules,
    ...(traced
      ? [
          to(
            [namespacePeer(OBSERVABILITY_NAMESPACE, { "app.kubernetes.io/instance": COLLECTOR })],
            podPorts(platform, TELEMETRY_PORTS.otlpHttp),
          ),
        ]
      : []),
  ]);
}

type RuleFor = {
  readonly [Kind in Access["to"]]: (
    site: KubernetesSite,
    access: Extract<Access, { to: Kind }>,
    workload: Workload,
  ) => readonly INetworkPolicyEgressRule[];
};

/** The same table as the grants of identity, for the network: an access that neither knows doesn't compile. */
const RULES: RuleFor = {
  bucket: awsRules,
  queue: awsRules,
  table: awsRules,
  voters: awsRules,
  parameters: awsRules,
  email: awsRules,
  // It talks to the cluster's API too, and to the pager.
  recovery: (site) => [...awsRules(site), apiRule(site)],
  // Files that something else brought into the pod.
  secret: () => [],
  topic: (site, { of }) => [
    to([placed(site, "brokers")], tcp(BROKERS_PORT)),
    ...(of === "both" && calledByPeerAtAll(site)
      ? [to([range(rangeOf(site.platform, site.peer, PLACES.brokers))], tcp(BROKERS_PORT))]
      : []),
  ],
  database: (site, _, workload) =>
    site.platform.data.pooling.kind === "pgbouncer"
      ? [
          to(
            [namespacePeer(NAMESPACES.pooling, { "app.kubernetes.io/name": POOLER })],
            podPorts(site.platform, DATABASE_PORT),
          ),
          // Who holds the lease asks the server itself whether it may be written.
          ...(workload.name === "guardian" ? [databaseRule(site)] : []),
        ]
      : [databaseRule(site)],
  cache: (site) => [to([placed(site, "cache")], tcp(CACHE_PORT))],
  peer: (site) => {
    const ports = peerPorts(site.platform);
    return ports.length > 0 ? [to([range(rangeOf(site.platform, site.peer, "private"))], tcp(...ports))] : [];
  },
  workload: (site, { name }) => {
    const port = site.platform.workloads.find((one) => one.name === name);
    const served = port === undefined ? undefined : servedPort(port)?.port;
    return served === undefined ? [] : [to([ofWorkload({ name })], podPorts(site.platform, served))];
  },
  "sql-server": ({ platform: { onPremises } }) =>
    onPremises.kind === "connected" && onPremises.sqlServer
      ? [to(onPremises.cidr.map(range), tcp(onPremises.sqlServer.port))]
      : [],
};

const ruleFor = (site: KubernetesSite, workload: Workload, access: Access): readonly INetworkPolicyEgressRule[] =>
  (RULES[access.to] as (s: KubernetesSite, a: Access, w: Workload) => readonly INetworkPolicyEgressRule[])(
    site,
    access,
    workload,
  );

const calledByPeerAtAll = ({ platform }: KubernetesSite): boolean => peerPorts(platform).length > 0;

function unique(rules: readonly INetworkPolicyEgressRule[]): INetworkPolicyEgressRule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

/** Nothing goes in or out of a namespace unless another policy admits it. */
export const defaultDeny = (namespace: string): Manifest =>
  manifest(
    {
      component: "policies",
      wave: 2,
      why: `In ${namespace} nobody speaks to anybody, unless a policy beside this one says so.`,
    },
    new NetworkPolicy({
      metadata: { name: `default-deny-${namespace}`, namespace },
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    }),
  );
