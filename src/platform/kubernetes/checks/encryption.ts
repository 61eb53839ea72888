// Checks of what goes over the wire: whoever is called inside the cluster holds a certificate for the name that it is called by.
import { called, type KubernetesObject } from "../../manifest/manifest.ts";
import { type Check, inEach } from "./check.ts";
import { type Graph, type Labels, type PodSet, specOf } from "./graph.ts";

export const ENCRYPTION: readonly Check[] = [
  {
    id: "KUBE-27",
    severity: "error",
    holds: "What is called by a Service of ours serves TLS under that Service's name",
    why: "Passwords and people's data would cross nodes and zones in the clear, or callers would have to trust any name.",
    mend: "Make a Certificate that has the Service's name, and mount its Secret into the pods.",
    find: inEach(({ graph }) =>
      graph.ofKind("Service").flatMap((service) => {
        const { selector, clusterIP } = specOf<{ selector?: Labels; clusterIP?: string }>(service);
        const { namespace = "" } = service.metadata;
        // Without an address of its own it gives out the pods' names, which stand in their certificate as a pattern.
        if (selector === undefined || clusterIP === "None") return [];
        return graph
          .podsSelected(namespace, selector)
          .filter((pods) => !servesAs(graph, pods, `${service.metadata.name}.${namespace}.svc`))
          .map((pods) => ({
            object: called(service),
            says: `leads to ${pods.called}, which mounts no certificate for ${service.metadata.name}.${namespace}.svc`,
          }));
      }),
    ),
  },
];

function servesAs(graph: Graph, { spec, namespace }: PodSet, host: string): boolean {
  const mounted = (spec.volumes ?? []).flatMap(({ secret }) => secret?.secretName ?? []);
  return graph
    .ofKind("Certificate")
    .filter(({ metadata }: KubernetesObject) => metadata.namespace === namespace)
    .map((one) => specOf<{ secretName: string; dnsNames?: readonly string[] }>(one))
    .some(({ secretName, dnsNames = [] }) => mounted.includes(secretName) && dnsNames.includes(host));
}
