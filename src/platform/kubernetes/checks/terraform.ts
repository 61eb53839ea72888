// Checks against what Terraform makes: identities, credentials, target groups. Both come from the same names; these say so
// of what was really written, on both sides.
import { parse } from "yaml";
import { called, type KubernetesObject } from "../../manifest/manifest.ts";
import { parameterName, secretParameter } from "../../names/data.ts";
import type { Resource } from "../../terraform/language/graph.ts";
import { OURS } from "../policies/namespaces.ts";
import { IRSA_ANNOTATION, WITHOUT_ROLE } from "../workloads/accounts.ts";
import { type Check, type Checked, inEach } from "./check.ts";
import { containersOf, matches, specOf } from "./graph.ts";

const of = (object: KubernetesObject, says: string) => ({ object: called(object), says });

const regional = ({ stacks }: Checked, regionName: string): readonly Resource[] =>
  stacks.filter(({ name }) => name === `region/${regionName}`).flatMap(({ resources }) => resources);
const everywhere = ({ stacks }: Checked): readonly Resource[] => stacks.flatMap(({ resources }) => resources);
const named = (resources: readonly Resource[], type: string): ReadonlySet<unknown> =>
  new Set(resources.filter((one) => one.type === type && one.mode === "resource").map(({ args }) => args.name));

export const TERRAFORM: readonly Check[] = [
  {
    id: "KUBE-16",
    severity: "error",
    holds: "Each account that pods take has exactly one identity in AWS, or says that it has none",
    why: "Without one its pods meet AccessDenied when they first need AWS; with two, nobody knows which of them counts.",
    mend: "Add the account to the identities in names/identity.ts, or mark it WITHOUT_ROLE.",
    find: inEach(({ graph, region }, checked) => {
      const own = regional(checked, region.name);
      const ours = graph
        .ofKind("ServiceAccount")
        .filter(
          ({ metadata }) =>
            graph.find("Namespace", undefined, metadata.namespace ?? "")?.metadata.labels?.[OURS_KEY] === "true",
        );
      return ours.flatMap((account) => {
        const { name, namespace, annotations = {} } = account.metadata;
        const associations = own.filter(
          ({ type, args }) =>
            type === "aws_eks_pod_identity_association" &&
            args.namespace === namespace &&
            args.service_account === name,
        ).length;
        const role = annotations[IRSA_ANNOTATION];
        const roles = role !== undefined && named(own, "aws_iam_role").has(role.split("/").at(-1)) ? 1 : 0;
        const found = associations + roles;
        const wanted = matches(annotations, WITHOUT_ROLE) ? 0 : 1;
        if (role !== undefined && roles === 0)
          return [of(account, `names the role ${role}, which Terraform doesn't make in ${region.name}`)];
        return found === wanted
          ? []
          : [of(account, `has ${found} identities in ${region.name}'s Terraform, and should have ${wanted}`)];
      });
    }),
  },
  {
    id: "KUBE-17",
    severity: "error",
    holds: "Each credential and each fact that a pod is given is in the region's own store",
    why: "A pod waits for ever for a Secret that nothing fills; found out during a fail-over, in the region that was never active.",
    mend: "Add the secret to SECRETS in src/blueprint/workloads.ts, or the parameter to terraform/region/parameters.ts.",
    find: inEach(({ graph, region }, checked) => {
      const known = storedIn(checked, region.name);
      return [...graph.ofKind("ExternalSecret"), ...graph.ofKind("SecretProviderClass")].flatMap((object) =>
        keysOf(object)
          .filter((key) => !known.has(key))
          .map((key) => of(object, `asks for ${key}, which Terraform doesn't keep in ${region.name}`)),
      );
    }),
  },
  {
    id: "KUBE-19",
    severity: "error",
    holds: "Pods join a target group that Terraform makes, with the port and the protocol that it asks for",
    why: "A load balancer that asks for another port, or speaks another protocol, finds every target ill.",
    mend: "Take the port from PORTS and the protocol from TARGET_PROTOCOL, on both sides.",
    find: inEach(({ graph, region }, checked) =>
      graph
        .ofKind("TargetGroupBinding")
        .flatMap((binding) => bound(graph, binding, regional(checked, region.name)).map((says) => of(binding, says))),
    ),
  },
  {
    id: "KUBE-24",
    severity: "error",
    holds: "Each target group of Terraform's gets pods",
    why: "A group that nothing joins answers 503 for its hosts.",
    mend: "Give the route a workload, or a binding to the gateway.",
    find: inEach(({ graph, region }, checked) => {
      const joined = new Set(
        graph.ofKind("TargetGroupBinding").map((one) => specOf<{ targetGroupName: string }>(one).targetGroupName),
      );
      return regional(checked, region.name)
        .filter(({ type, args }) => type === "aws_lb_target_group" && args.target_type === "ip")
        .filter(({ args }) => !joined.has(String(args.name)))
        .map(({ address, args }) => ({
          object: address,
          says: `makes the target group ${String(args.name)}, which no pods join`,
        }));
    }),
  },
];

const OURS_KEY = Object.keys(OURS)[0] as string;

type ExternalSpec = {
  data?: readonly { remoteRef: { key: string } }[];
  dataFrom?: readonly { extract?: { key: string } }[];
};

function keysOf(object: KubernetesObject): readonly string[] {
  if (object.kind === "ExternalSecret") {
    const { data = [], dataFrom = [] } = specOf<ExternalSpec>(object);
    return [
      ...data.map(({ remoteRef }) => remoteRef.key),
      ...dataFrom.flatMap(({ extract }) => (extract ? [extract.key] : [])),
    ];
  }
  const { objects } = specOf<{ parameters: { objects: string } }>(object).parameters;
  return (parse(objects) as { objectName: string }[]).map(({ objectName }) => objectName);
}

/**
 * Names in a region's Secrets Manager and SSM. A secret made in one region has replicas, where it names them; parameters that
 * hold credentials are copied by `link`; what only a person has, a person puts there; and what rotates is put into SSM by the
 * rotation, where the blueprint keeps credentials there.
 */
function storedIn(checked: Checked, regionName: string): ReadonlySet<unknown> {
  const { platform } = checked;
  const own = regional(checked, regionName);
  const replicated = everywhere(checked).filter(
    ({ type, mode, args }) =>
      type === "aws_secretsmanager_secret" &&
      mode === "resource" &&
      JSON.stringify(args.replica ?? []).includes(`"${regionName}"`),
  );
  const linked = checked.stacks
    .filter(({ name }) => name === "link")
    .flatMap(({ resources }) => resources)
    .filter(({ type, mode, region }) => type === "aws_ssm_parameter" && mode === "resource" && region === regionName);
  const byOthers =
    platform.secrets.store === "ssm"
      ? platform.secrets.entries
          .filter(({ filledBy, rotation }) => filledBy === "person" || rotation.kind === "by-itself")
          .map(({ name }) => parameterName(platform, secretParameter(name)))
      : [];
  return new Set([
    ...named(own, "aws_secretsmanager_secret"),
    ...named(own, "aws_ssm_parameter"),
    ...replicated.map(({ args }) => args.name),
    ...linked.map(({ args }) => args.name),
    ...byOthers,
  ]);
}

type Graph = Parameters<Parameters<typeof inEach>[0]>[0]["graph"];

function bound(graph: Graph, binding: KubernetesObject, resources: readonly Resource[]): readonly string[] {
  const { targetGroupName, serviceRef } = specOf<{
    targetGroupName: string;
    serviceRef: { name: string; port: number | string };
  }>(binding);
  const group = resources.find(({ type, args }) => type === "aws_lb_target_group" && args.name === targetGroupName);
  if (group === undefined) return [`names the target group ${targetGroupName}, which Terraform doesn't make here`];
  const service = graph.find("Service", binding.metadata.namespace, serviceRef.name);
  const gateway = graph
    .ofKind("Gateway")
    .find(
      ({ metadata, spec }) =>
        `${metadata.name}-${(spec as { gatewayClassName: string }).gatewayClassName}` === serviceRef.name,
    );
  if (service === undefined && gateway === undefined)
    return [`puts the Service ${serviceRef.name} there, which isn't there`];
  const { port, tls } = gateway
    ? listenerOf(gateway, serviceRef.port)
    : containerOf(graph, service as KubernetesObject, serviceRef.port);
  return [
    ...(port === group.args.port
      ? []
      : [`brings pods on port ${port}, and the group asks for ${String(group.args.port)}`]),
    ...(tls === (group.args.protocol === "HTTPS")
      ? []
      : [`brings pods that speak ${tls ? "HTTPS" : "HTTP"}, and the group speaks ${String(group.args.protocol)}`]),
  ];
}

function listenerOf(gateway: KubernetesObject, wanted: number | string): { port: number | undefined; tls: boolean } {
  const { listeners } = specOf<{ listeners: { name: string; port: number; protocol: string }[] }>(gateway);
  const listener = listeners.find(({ port, name }) => port === wanted || name === wanted);
  return { port: listener?.port, tls: listener?.protocol === "HTTPS" };
}

/** The container's port behind a Service's port, and whether it is asked for its health by HTTPS. */
function containerOf(
  graph: Graph,
  service: KubernetesObject,
  wanted: number | string,
): { port: number | undefined; tls: boolean } {
  const { selector, ports } = specOf<{
    selector: Record<string, string>;
    ports: { name?: string; port: number; targetPort?: string | number }[];
  }>(service);
  const target = ports.find(({ name, port }) => name === wanted || port === wanted);
  const wantedPort = target?.targetPort ?? target?.port;
  for (const pods of graph.podsSelected(service.metadata.namespace ?? "", selector)) {
    for (const container of containersOf(pods)) {
      const found = ((container.ports ?? []) as readonly { name?: string; containerPort: number }[]).find(
        ({ name, containerPort }) => name === wantedPort || containerPort === wantedPort,
      );
      if (!found) continue;
      const probe = container.readinessProbe as { httpGet?: { scheme?: string } } | undefined;
      return { port: found.containerPort, tls: probe?.httpGet?.scheme === "HTTPS" };
    }
  }
  return { port: undefined, tls: false };
}
