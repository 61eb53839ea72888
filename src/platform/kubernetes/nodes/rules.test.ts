import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../../blueprints/A.ts";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { discoveryTag, SPOT_NODES, SPOT_TAINT } from "../../names/cluster.ts";
import { machineryRole } from "../../names/identity.ts";
import { nodeClass } from "./node-class.ts";
import { nodePools } from "./node-pools.ts";
import { type NodeClassSpec, nodeClassProblems, nodePoolProblems, type PoolSpec } from "./rules.ts";

const platform = resolve(flagship, "prod");
const { primary: region } = platform.regions;
const classSpec = nodeClass(platform, region).object.spec as NodeClassSpec;
const pools = nodePools(platform).map(({ object }) => ({ name: object.metadata.name, spec: object.spec as PoolSpec }));
const poolSpec = pools[0]?.spec as PoolSpec;
const withTemplate = (spec: Partial<PoolSpec["template"]["spec"]>): PoolSpec => ({
  ...poolSpec,
  template: { ...poolSpec.template, spec: { ...poolSpec.template.spec, ...spec } },
});

test("our own pools and class break none of the rules", () => {
  assert.deepEqual(nodeClassProblems(classSpec), []);
  for (const { name, spec } of pools) assert.deepEqual(nodePoolProblems(spec), [], name);
});

const { role: _, ...withoutRole } = classSpec;
const CLASSES: readonly (readonly [what: string, spec: NodeClassSpec, says: RegExp])[] = [
  ["role and profile both", { ...classSpec, instanceProfile: "x" }, /exactly one of/],
  ["neither role nor profile", withoutRole, /exactly one of/],
  ["an empty role", { ...classSpec, role: "" }, /role cannot be empty/],
  ["no image", { ...classSpec, amiSelectorTerms: [] }, /at least one term/],
  ["two aliases", { ...classSpec, amiSelectorTerms: [{ alias: "al2023@v1" }, { id: "ami-1" }] }, /must be the only/],
  [
    "an alias and an id in one",
    { ...classSpec, amiSelectorTerms: [{ alias: "al2023@v1", id: "ami-1" }] },
    /mutually exclusive/,
  ],
  ["an alias without a version", { ...classSpec, amiSelectorTerms: [{ alias: "bottlerocket" }] }, /family@version/],
  ["a family unsaid", { ...classSpec, amiSelectorTerms: [{ id: "ami-1" }] }, /amiFamily must be said/],
  ["no subnets", { ...classSpec, subnetSelectorTerms: [] }, /subnetSelectorTerms cannot be empty/],
  [
    "an id beside tags",
    { ...classSpec, subnetSelectorTerms: [{ id: "subnet-1", tags: { a: "b" } }] },
    /mutually exclusive/,
  ],
  ["an empty tag", { ...classSpec, securityGroupSelectorTerms: [{ tags: { a: "" } }] }, /empty tag/],
  ["two root volumes", { ...classSpec, blockDeviceMappings: [{ rootVolume: true }, { rootVolume: true }] }, /only one/],
  ["a volume without a size", { ...classSpec, blockDeviceMappings: [{ ebs: {} }] }, /volumeSize must be defined/],
  ["a tag of Karpenter's own", { ...classSpec, tags: { "karpenter.sh/nodepool": "x" } }, /Karpenter's own/],
];
for (const [what, spec, says] of CLASSES)
  test(`a node class is refused for ${what}`, () => assert.match(nodeClassProblems(spec).join("; "), says));

const [requirement] = poolSpec.template.spec.requirements;
assert.ok(requirement);
const POOLS: readonly (readonly [what: string, spec: PoolSpec, says: RegExp])[] = [
  ["'In' of nothing", withTemplate({ requirements: [{ ...requirement, values: [] }] }), /must have a value defined/],
  [
    "'Gt' of two values",
    withTemplate({ requirements: [{ key: "karpenter.k8s.aws/instance-cpu", operator: "Gt", values: ["1", "2"] }] }),
    /single positive integer/,
  ],
  [
    "more values asked for than there are",
    withTemplate({ requirements: [{ ...requirement, minValues: 9 }] }),
    /at least that many values/,
  ],
  [
    "a label that is Karpenter's",
    withTemplate({ requirements: [{ key: "karpenter.sh/nodepool", operator: "Exists" }] }),
    /Karpenter's own to set/,
  ],
  [
    "a schedule without a duration",
    { ...poolSpec, disruption: { budgets: [{ nodes: "1", schedule: "@daily" }] } },
    /both, or neither/,
  ],
  ["a budget of half a node", { ...poolSpec, disruption: { budgets: [{ nodes: "0.5" }] } }, /budget of "0.5"/],
  [
    "a class without a name",
    withTemplate({ nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "" } }),
    /group, kind and name/,
  ],
  ["a fixed size with a limit of processors", { ...poolSpec, replicas: 3 }, /only a limit of nodes/],
];
for (const [what, spec, says] of POOLS)
  test(`a node pool is refused for ${what}`, () => assert.match(nodePoolProblems(spec).join("; "), says));

test("nodes find their network by the tag that Terraform writes, and take the role that it made", () => {
  const tags = [{ tags: discoveryTag(platform, region) }];
  assert.deepEqual(classSpec.subnetSelectorTerms, tags);
  assert.deepEqual(classSpec.securityGroupSelectorTerms, tags);
  assert.equal(classSpec.role, machineryRole(platform, region, "karpenter-nodes"));
});

test("spot is tainted, so only what retries lands there; without such workloads there is no spot", () => {
  const spot = pools.find(({ name }) => name === SPOT_NODES);
  assert.ok(spot);
  const { taints } = spot.spec.template.spec as unknown as { taints: { key: string; effect: string }[] };
  assert.deepEqual(taints, [{ key: SPOT_TAINT.key, value: SPOT_TAINT.value, effect: "NoSchedule" }]);
  const none = { ...platform, cluster: { ...platform.cluster, spotShare: 0 } };
  assert.deepEqual(
    nodePools(none).map(({ object }) => object.metadata.name),
    ["general"],
  );
});

test("nodes that Karpenter may take of its own will are few beside a zone's loss", () => {
  for (const { spec } of pools) {
    const always = spec.disruption?.budgets?.filter(({ schedule }) => schedule === undefined) ?? [];
    assert.ok(always.some(({ nodes }) => nodes.endsWith("%") && Number.parseInt(nodes, 10) <= 10));
  }
});

test("a blueprint of managed groups has no pools; one of Karpenter has them in both regions", () => {
  assert.deepEqual(nodePools(resolve(A, "prod")), []);
  assert.equal(nodePools(resolve(B, "prod")).length, 2);
});
