// Rules that Karpenter's definitions state in CEL, which our models don't evaluate: the ones that a change here could
// break. Each is written from the definitions of 1.14 (karpenter.sh_nodepools, karpenter.k8s.aws_ec2nodeclasses).
import { ManifestError } from "../../manifest/manifest.ts";

type Requirement = {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
  readonly minValues?: number;
};

export type PoolSpec = {
  readonly replicas?: number;
  readonly limits?: Readonly<Record<string, unknown>>;
  readonly template: {
    readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
    readonly spec: {
      readonly requirements: readonly Requirement[];
      readonly expireAfter?: string;
      readonly terminationGracePeriod?: string;
      readonly nodeClassRef: { readonly group: string; readonly kind: string; readonly name: string };
    };
  };
  readonly disruption?: {
    readonly budgets?: readonly { readonly schedule?: string; readonly duration?: string; readonly nodes: string }[];
  };
};

export function refuse(name: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new ManifestError(`${name} would be refused by Karpenter: ${problems.join("; ")}`);
}

/** Labels that Karpenter sets itself; whoever names them in a template or a requirement is refused. */
const RESTRICTED_LABELS = ["karpenter.sh/nodepool", "kubernetes.io/hostname", "karpenter.sh/registered"];

export function nodePoolProblems(spec: PoolSpec): string[] {
  const { requirements, nodeClassRef } = spec.template.spec;
  const budgets = spec.disruption?.budgets ?? [];
  const labels = Object.keys(spec.template.metadata?.labels ?? {});
  return [
    ...requirements.flatMap(requirementProblems),
    ...(requirements.length > 100 ? ["more than 100 requirements"] : []),
    ...[...requirements.map(({ key }) => key), ...labels]
      .filter((key) => RESTRICTED_LABELS.includes(key))
      .map((key) => `${key} is Karpenter's own to set`),
    ...budgets.flatMap(({ schedule, duration }) =>
      (schedule === undefined) === (duration === undefined)
        ? []
        : ["a budget has its 'schedule' and its 'duration' both, or neither"],
    ),
    ...budgets.flatMap(({ nodes }) =>
      /^((100|[0-9]{1,2})%|[0-9]+)$/.test(nodes) ? [] : [`a budget of "${nodes}" nodes`],
    ),
    ...(budgets.length > 50 ? ["more than 50 budgets"] : []),
    ...(nodeClassRef.group === "" || nodeClassRef.kind === "" || nodeClassRef.name === ""
      ? ["the node class is named by group, kind and name"]
      : []),
    ...(spec.replicas !== undefined && Object.keys(spec.limits ?? {}).some((key) => key !== "nodes")
      ? ["with 'replicas' only a limit of nodes is allowed"]
      : []),
  ];
}

function requirementProblems({ key, operator, values = [], minValues }: Requirement): string[] {
  const found: string[] = [];
  if (operator === "In" && values.length === 0)
    found.push(`${key}: requirements with operator 'In' must have a value defined`);
  if ((operator === "Exists" || operator === "DoesNotExist") && values.length > 0)
    found.push(`${key}: '${operator}' takes no values`);
  if ((operator === "Gt" || operator === "Lt") && !(values.length === 1 && /^\d+$/.test(values[0] ?? "")))
    found.push(`${key}: requirements operator 'Gt' or 'Lt' must have a single positive integer value`);
  if (operator === "In" && minValues !== undefined && values.length < minValues)
    found.push(
      `${key}: requirements with 'minValues' must have at least that many values specified in the 'values' field`,
    );
  return found;
}

type Term = {
  readonly alias?: string;
  readonly id?: string;
  readonly name?: string;
  readonly owner?: string;
  readonly ssmParameter?: string;
  readonly tags?: Readonly<Record<string, string>>;
};
export type NodeClassSpec = {
  readonly role?: string;
  readonly instanceProfile?: string;
  readonly amiFamily?: string;
  readonly amiSelectorTerms: readonly Term[];
  readonly subnetSelectorTerms: readonly Term[];
  readonly securityGroupSelectorTerms: readonly Term[];
  readonly blockDeviceMappings?: readonly {
    readonly rootVolume?: boolean;
    readonly ebs?: { readonly snapshotID?: string; readonly volumeSize?: string };
  }[];
  readonly tags?: Readonly<Record<string, string>>;
};

const RESTRICTED_TAGS = [
  /^kubernetes\.io\/cluster\//,
  /^karpenter\.sh\/nodepool$/,
  /^karpenter\.sh\/nodeclaim$/,
  /^karpenter\.k8s\.aws\/ec2nodeclass$/,
  /^eks:eks-cluster-name$/,
];

export function nodeClassProblems(spec: NodeClassSpec): string[] {
  const { role, instanceProfile, amiSelectorTerms: images } = spec;
  return [
    ...((role === undefined) === (instanceProfile === undefined)
      ? ["must specify exactly one of ['role', 'instanceProfile']"]
      : []),
    ...(role === "" ? ["role cannot be empty"] : []),
    ...imageProblems(spec, images),
    ...termProblems("subnetSelectorTerms", spec.subnetSelectorTerms),
    ...termProblems("securityGroupSelectorTerms", spec.securityGroupSelectorTerms),
    ...((spec.blockDeviceMappings ?? []).filter(({ rootVolume }) => rootVolume).length > 1
      ? ["must have only one blockDeviceMappings with rootVolume"]
      : []),
    ...(spec.blockDeviceMappings ?? []).flatMap(({ ebs }) =>
      ebs !== undefined && ebs.snapshotID === undefined && ebs.volumeSize === undefined
        ? ["snapshotID or volumeSize must be defined"]
        : [],
    ),
    ...Object.entries(spec.tags ?? {}).flatMap(([key]) =>
      key === ""
        ? ["a tag without a key"]
        : RESTRICTED_TAGS.some((tag) => tag.test(key))
          ? [`the tag ${key} is Karpenter's own`]
          : [],
    ),
  ];
}

function imageProblems({ amiFamily }: NodeClassSpec, terms: readonly Term[]): string[] {
  const aliases = terms.flatMap(({ alias }) => (alias === undefined ? [] : [alias]));
  return [
    ...(terms.length === 0 ? ["amiSelectorTerms needs at least one term"] : []),
    ...terms.flatMap((term) =>
      Object.keys(term).filter((key) => key !== "owner").length === 0
        ? ["expected at least one field in an image's term"]
        : [],
    ),
    ...(aliases.length > 0 && terms.length > 1 ? ["'alias' must be the only image's term"] : []),
    ...terms.flatMap((term) =>
      term.alias !== undefined && Object.keys(term).length > 1
        ? ["'alias' is mutually exclusive with other fields"]
        : [],
    ),
    ...aliases.flatMap((alias) =>
      /^[a-zA-Z0-9]+@.+$/.test(alias) ? [] : ["'alias' must match the format 'family@version'"],
    ),
    ...(aliases.length === 0 && amiFamily === undefined ? ["without an alias the amiFamily must be said"] : []),
  ];
}

function termProblems(field: string, terms: readonly Term[]): string[] {
  return [
    ...(terms.length === 0 ? [`${field} cannot be empty`] : []),
    ...terms.flatMap((term) => {
      const said = Object.keys(term);
      if (said.length === 0) return [`${field}: expected at least one of its fields`];
      if (term.id !== undefined && said.length > 1) return [`${field}: 'id' is mutually exclusive with all others`];
      const blank = Object.entries(term.tags ?? {}).some(([key, value]) => key === "" || value === "");
      return blank ? [`${field}: empty tag keys or values aren't supported`] : [];
    }),
  ];
}
