// What no cluster admits, whoever asks: the API server itself evaluates these, so no webhook stands between a fail-over and
// its pods. They say again, at the door, what the checks say when manifests are made: for whatever comes by another way.
import { ValidatingAdmissionPolicy } from "kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy";
import { ValidatingAdmissionPolicyBinding } from "kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding";
import type { Platform } from "../../../blueprint/platform.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { baseName } from "../../names/base.ts";
import { ADDON_ACCOUNTS } from "../../names/identity.ts";
import { imageUrl, registryHost } from "../../names/images.ts";
import { NAMESPACES } from "../../names/kubernetes.ts";
import { type KubernetesSite, UNRELEASED } from "../workloads/site.ts";
import { OURS } from "./namespaces.ts";

type Validation = { readonly expression: string; readonly message: string };
export type AdmissionPolicy = {
  readonly name: string;
  readonly why: string;
  readonly on: "pods" | "bindings";
  /** Where it holds: in our namespaces, in that of the workloads alone, or everywhere but where EKS keeps its own add-ons. */
  readonly where: "ours" | "workloads" | "all-but-eks";
  readonly variables?: Readonly<Record<string, string>>;
  readonly validations: readonly Validation[];
  /** Who is exempt, as an expression that must be true for the policy to apply. */
  readonly unless?: Validation;
};

/** EKS installs its add-ons here itself, from AWS's own registry. */
const EKS_NAMESPACES = ["kube-system", "kube-node-lease", "kube-public", "amazon-cloudwatch"] as const;

/** All containers of a pod, those that run before the others and those that people add to look into it included. */
const CONTAINERS = {
  containers:
    "object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : []) + (has(object.spec.ephemeralContainers) ? object.spec.ephemeralContainers : [])",
};
const MAIN = {
  containers: "object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : [])",
};
const every = (condition: string): string => `variables.containers.all(c, ${condition})`;

export function admissionPolicies({
  platform,
  region,
}: Pick<KubernetesSite, "platform" | "region">): readonly AdmissionPolicy[] {
  const registry = `${registryHost(platform, region)}/${baseName(platform)}/`;
  const app = imageUrl(platform, region, "app");
  return [
    {
      name: "own-registry",
      why: "Every image comes from the region's own registry: a region that depends on another one, or on the internet, to start a pod can't stand alone.",
      on: "pods",
      where: "all-but-eks",
      variables: CONTAINERS,
      validations: [
        {
          expression: every(`c.image.startsWith('${registry}')`),
          message: `Images come from ${registry}; push this one there, in both regions.`,
        },
      ],
    },
    {
      name: "own-image-by-digest",
      why: "Among the workloads runs our own image alone, named by what it holds.",
      on: "pods",
      where: "workloads",
      variables: CONTAINERS,
      validations: [
        {
          expression: every(`c.image.matches('^${escaped(app)}@sha256:[a-f0-9]{64}$')`),
          message: `The image must be ${app}@sha256:…: a tag can be moved, and "${UNRELEASED}" was never built. Render with a release.`,
        },
      ],
    },
    {
      name: "fixed-tags",
      why: "An image without a tag, or with one that moves, is another one tomorrow.",
      on: "pods",
      where: "ours",
      variables: CONTAINERS,
      validations: [
        {
          expression: every("c.image.contains('@sha256:') || c.image.matches(':[A-Za-z0-9_][A-Za-z0-9_.-]*$')"),
          message: "An image needs a tag or a digest.",
        },
        {
          expression: every(`!c.image.endsWith(':latest') && !c.image.endsWith(':${UNRELEASED}')`),
          message: `The tags "latest" and "${UNRELEASED}" name nothing that lasts.`,
        },
      ],
    },
    {
      name: "unprivileged",
      why: "A pod runs as nobody, can't become somebody, and writes only where a volume is.",
      on: "pods",
      where: "ours",
      variables: CONTAINERS,
      validations: [
        {
          expression: `(has(object.spec.securityContext) && has(object.spec.securityContext.runAsNonRoot) && object.spec.securityContext.runAsNonRoot) || ${every("has(c.securityContext) && has(c.securityContext.runAsNonRoot) && c.securityContext.runAsNonRoot")}`,
          message: "runAsNonRoot must be true, for the pod or for each container.",
        },
        {
          expression: every(
            "!has(c.securityContext) || !has(c.securityContext.privileged) || !c.securityContext.privileged",
          ),
          message: "A privileged container owns its node.",
        },
        {
          expression: every(
            "has(c.securityContext) && has(c.securityContext.readOnlyRootFilesystem) && c.securityContext.readOnlyRootFilesystem",
          ),
          message: "readOnlyRootFilesystem must be true; mount a volume where something must be written.",
        },
      ],
    },
    {
      name: "no-host",
      why: "A pod has no business in its node's files, network or processes.",
      on: "pods",
      where: "ours",
      validations: [
        {
          expression: "!has(object.spec.volumes) || object.spec.volumes.all(v, !has(v.hostPath))",
          message: "hostPath volumes show a node's files; use a volume of the pod's own.",
        },
        {
          expression:
            "(!has(object.spec.hostNetwork) || !object.spec.hostNetwork) && (!has(object.spec.hostPID) || !object.spec.hostPID) && (!has(object.spec.hostIPC) || !object.spec.hostIPC)",
          message: "hostNetwork, hostPID and hostIPC stay off.",
        },
      ],
    },
    {
      name: "asks-for-resources",
      why: "What asks for nothing is placed anywhere and starves its neighbours.",
      on: "pods",
      where: "ours",
      variables: MAIN,
      validations: [
        {
          expression: every(
            "has(c.resources) && has(c.resources.requests) && 'cpu' in c.resources.requests && 'memory' in c.resources.requests",
          ),
          message: "Each container asks for a processor's share and for memory.",
        },
        {
          expression: every("has(c.resources) && has(c.resources.limits) && 'memory' in c.resources.limits"),
          message: "Each container has a limit of memory.",
        },
      ],
    },
    {
      name: "no-cluster-admin",
      why: "Nobody is given the whole cluster by a binding: administrators come by access entries, which Terraform has.",
      on: "bindings",
      where: "all-but-eks",
      validations: [
        {
          expression: ["object.roleRef.name != 'cluster-admin'", ...veleros(platform)].join(" || "),
          message: "Bind a role that names what is needed; cluster-admin is for access entries alone.",
        },
      ],
      unless: {
        expression: "!('system:masters' in request.userInfo.groups)",
        message: "The control plane keeps its own bindings.",
      },
    },
  ];
}

/**
 * Velero's chart gives its server the whole cluster, for it brings back objects of every kind; refused, no later version of
 * the chart could be applied. (vmware-tanzu/helm-charts, charts/velero/templates/clusterrolebinding.yaml.)
 */
function veleros({ cluster }: Platform): readonly string[] {
  const { namespace, name } = ADDON_ACCOUNTS.velero;
  return cluster.volumeSnapshots === "velero"
    ? [
        `(has(object.subjects) && object.subjects.all(s, s.kind == 'ServiceAccount' && s.namespace == '${namespace}' && s.name == '${name}'))`,
      ]
    : [];
}

const escaped = (text: string): string => text.replaceAll(".", "[.]");

const RULES = {
  pods: [
    {
      apiGroups: [""],
      apiVersions: ["v1"],
      operations: ["CREATE", "UPDATE"],
      resources: ["pods", "pods/ephemeralcontainers"],
    },
  ],
  bindings: [
    {
      apiGroups: ["rbac.authorization.k8s.io"],
      apiVersions: ["v1"],
      operations: ["CREATE", "UPDATE"],
      resources: ["rolebindings", "clusterrolebindings"],
    },
  ],
} as const;

const IN = {
  ours: { matchLabels: OURS },
  workloads: { matchLabels: { "kubernetes.io/metadata.name": NAMESPACES.workloads } },
  "all-but-eks": {
    matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "NotIn", values: [...EKS_NAMESPACES] }],
  },
} as const;

export const admissionManifests = (site: KubernetesSite): readonly Manifest[] =>
  admissionPolicies(site).flatMap((policy) => {
    const name = `tandem-${policy.name}`;
    const { matchLabels, matchExpressions } = {
      matchLabels: undefined,
      matchExpressions: undefined,
      ...IN[policy.where],
    };
    return [
      manifest(
        { component: "policies", wave: 2, why: policy.why },
        new ValidatingAdmissionPolicy({
          metadata: { name },
          spec: {
            // An API server that can't evaluate it refuses: what it guards isn't urgent, and a bypass would be silent.
            failurePolicy: "Fail",
            matchConstraints: {
              resourceRules: RULES[policy.on].map((rule) => ({
                apiGroups: [...rule.apiGroups],
                apiVersions: [...rule.apiVersions],
                operations: [...rule.operations],
                resources: [...rule.resources],
              })),
            },
            ...(policy.unless
              ? { matchConditions: [{ name: "not-exempt", expression: policy.unless.expression }] }
              : {}),
            ...(policy.variables
              ? { variables: Object.entries(policy.variables).map(([key, expression]) => ({ name: key, expression })) }
              : {}),
            validations: policy.validations.map(({ expression, message }) => ({
              expression,
              message,
              reason: "Forbidden",
            })),
          },
        }),
      ),
      manifest(
        {
          component: "policies",
          wave: 2,
          why: `Where ${policy.name} holds; what it refuses is also in the audit log.`,
        },
        new ValidatingAdmissionPolicyBinding({
          metadata: { name },
          spec: {
            policyName: name,
            validationActions: ["Deny", "Audit"],
            matchResources: {
              namespaceSelector: {
                ...(matchLabels ? { matchLabels: { ...matchLabels } } : {}),
                ...(matchExpressions
                  ? { matchExpressions: matchExpressions.map((one) => ({ ...one, values: [...one.values] })) }
                  : {}),
              },
            },
          },
        }),
      ),
    ];
  });
