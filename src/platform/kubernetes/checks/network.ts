// Checks of the network inside a cluster: refused unless declared, and declared the same by both sides and by Terraform.

import { called, type KubernetesObject } from "../../manifest/manifest.ts";
import { contains } from "../../names/ranges.ts";
import { OURS } from "../policies/namespaces.ts";
import { type Check, type Checked, type Cluster, inEach } from "./check.ts";
import { type Labels, matches, type PodSet, specOf } from "./graph.ts";

type Peer = {
  podSelector?: { matchLabels?: Labels };
  namespaceSelector?: { matchLabels?: Labels };
  ipBlock?: { cidr: string; except?: readonly string[] };
};
type Port = { port?: number | string; protocol?: string };
type Rule = { from?: readonly Peer[]; to?: readonly Peer[]; ports?: readonly Port[] };
type PolicySpec = {
  podSelector: { matchLabels?: Labels };
  policyTypes?: readonly string[];
  ingress?: readonly Rule[];
  egress?: readonly Rule[];
};

const of = (object: KubernetesObject, says: string) => ({ object: called(object), says });
const spec = (policy: KubernetesObject): PolicySpec => specOf<PolicySpec>(policy);
const NAMESPACE_NAME = "kubernetes.io/metadata.name";

export const NETWORK: readonly Check[] = [
  {
    id: "KUBE-14",
    severity: "error",
    holds: "Each of our namespaces refuses whatever isn't admitted, in both directions",
    why: "Without that policy every pod of the cluster may speak to every other, and the declared flows are words.",
    mend: "Add the namespace to NAMESPACES: defaultDeny() follows.",
    find: inEach(({ graph }) =>
      graph
        .ofKind("Namespace")
        .filter(({ metadata }) => matches(metadata.labels ?? {}, OURS))
        .filter(
          ({ metadata }) =>
            !graph
              .ofKind("NetworkPolicy")
              .some((policy) => policy.metadata.namespace === metadata.name && refusesAll(policy)),
        )
        .map((namespace) => of(namespace, "has no NetworkPolicy that refuses everything")),
    ),
  },
  {
    id: "KUBE-15",
    severity: "error",
    holds: "What a pod may reach outside its cluster, and what may reach it, is a declared flow of the blueprint",
    why: "Security groups are made of the flows: what a policy admits beyond them doesn't work, and what nobody declared should not.",
    mend: "Declare the flow in src/blueprint/declared-flows.ts, or take the rule out of the policy.",
    find: inEach((cluster, checked) =>
      cluster.graph
        .ofKind("NetworkPolicy")
        .flatMap((policy) => [
          ...(spec(policy).egress ?? []).flatMap((rule) =>
            undeclared(checked, cluster, "to", rule).map((says) => of(policy, says)),
          ),
          ...(spec(policy).ingress ?? []).flatMap((rule) =>
            undeclared(checked, cluster, "from", rule).map((says) => of(policy, says)),
          ),
        ]),
    ),
  },
  {
    id: "KUBE-25",
    severity: "error",
    holds: "A call inside the cluster is admitted by both sides",
    why: "One side alone admits nothing: the caller's connection hangs until it times out.",
    mend: "Derive both rules from the workload's access.",
    find: inEach((cluster) => cluster.graph.pods.flatMap((pods) => oneSided(cluster, pods))),
  },
];

const refusesAll = (policy: KubernetesObject): boolean => {
  const { podSelector, policyTypes = [], ingress = [], egress = [] } = spec(policy);
  return (
    Object.keys(podSelector).length === 0 &&
    policyTypes.includes("Ingress") &&
    policyTypes.includes("Egress") &&
    ingress.length === 0 &&
    egress.length === 0
  );
};

/** Link-local addresses are the node's own: the identity agent's, the mesh's probes. */
const LINK_LOCAL = "169.254.0.0/16";

function undeclared(
  { platform }: Checked,
  { region }: Cluster,
  direction: "from" | "to",
  rule: Rule,
): readonly string[] {
  const peer = region.configured === "primary" ? platform.regions.standby : platform.regions.primary;
  const ports = (rule.ports ?? []).map(({ port }) => port).filter((port): port is number => typeof port === "number");
  const premises = platform.onPremises.kind === "connected" ? platform.onPremises.cidr : [];
  return (rule[direction] ?? []).flatMap(({ ipBlock }) => {
    if (ipBlock === undefined || contains(LINK_LOCAL, ipBlock.cidr)) return [];
    const { cidr } = ipBlock;
    const where = contains(region.cidr, cidr)
      ? "here"
      : contains(peer.cidr, cidr)
        ? "peer"
        : premises.some((one) => contains(one, cidr))
          ? "premises"
          : "outside";
    return ports
      .filter(
        (port) =>
          !platform.flows.some(
            (flow) => isOf(flow, direction, where) && port >= flow.ports[0] && port <= flow.ports[1],
          ),
      )
      .map((port) => `admits ${direction} ${cidr} on port ${port} (${where}), and no flow is declared for it`);
  });
}

type Where = "here" | "peer" | "premises" | "outside";
const ACTORS: Readonly<Record<Where, RegExp>> = {
  here: /^(?!peer-|on-premises|internet|s3|dynamodb|cloudfront|external-cdn|route53)/,
  peer: /^peer-/,
  premises: /^on-premises$/,
  outside: /^(internet|s3|dynamodb)$/,
};
const isOf = (flow: Checked["platform"]["flows"][number], direction: "from" | "to", where: Where): boolean =>
  flow[direction === "to" ? "from" : "to"] === "nodes" && ACTORS[where].test(flow[direction]);

/** Ports on which the mesh carries whatever it carries. */
const MESH_PORT = 15_008;

function oneSided({ graph }: Cluster, caller: PodSet) {
  const policies = (pods: PodSet) =>
    graph
      .ofKind("NetworkPolicy")
      .filter(
        (policy) =>
          policy.metadata.namespace === pods.namespace &&
          matches(pods.labels, spec(policy).podSelector.matchLabels ?? {}),
      );
  return policies(caller).flatMap((policy) =>
    (spec(policy).egress ?? []).flatMap((rule) =>
      (rule.to ?? []).flatMap((peer) =>
        graph.pods
          .filter((callee) => selects(peer, policy.metadata.namespace ?? "", callee))
          // Where nothing is refused, nothing needs to be admitted.
          .filter((callee) => policies(callee).length > 0)
          .flatMap((callee) =>
            (rule.ports ?? [])
              .map(({ port }) => port)
              .filter((port) => port !== MESH_PORT)
              .filter(
                (port) =>
                  !policies(callee).some((other) =>
                    (spec(other).ingress ?? []).some(
                      ({ from = [], ports = [] }) =>
                        ports.some((one) => one.port === port) &&
                        from.some((one) => selects(one, other.metadata.namespace ?? "", caller)),
                    ),
                  ),
              )
              .map((port) =>
                of(policy, `admits ${callee.called} on port ${port}, which doesn't admit ${caller.called}`),
              ),
          ),
      ),
    ),
  );
}

function selects({ podSelector, namespaceSelector, ipBlock }: Peer, namespace: string, pods: PodSet): boolean {
  if (ipBlock !== undefined) return false;
  const wanted = namespaceSelector === undefined ? namespace : namespaceSelector.matchLabels?.[NAMESPACE_NAME];
  return pods.namespace === wanted && matches(pods.labels, podSelector?.matchLabels ?? {});
}
