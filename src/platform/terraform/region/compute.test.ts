import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as a } from "../../../../blueprints/A.ts";
import { blueprint as b } from "../../../../blueprints/B.ts";
import { blueprint as c } from "../../../../blueprints/C.ts";
import { blueprint as d } from "../../../../blueprints/D.ts";
import { blueprint as e } from "../../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import type { Blueprint } from "../../../blueprint/blueprint.ts";
import { type Platform, resolve } from "../../../blueprint/platform.ts";
import { ADDON_ACCOUNTS, workloadAccount } from "../../names/identity.ts";
import { buildRoles } from "../global/roles.ts";
import { addonIdentities } from "../identity/addon-grants.ts";
import { createStack } from "../language/create-stack.ts";
import type { Argument } from "../language/expression.ts";
import type { Resource, Stack } from "../language/stack.ts";
import { ADDON_VERSIONS, KUBERNETES_VERSIONS } from "./addon-versions.ts";
import { bootstrapSpec } from "./bootstrap-build.ts";
import { buildCompute } from "./compute.ts";
import { buildNetwork } from "./network.ts";
import { openSite } from "./site.ts";

const BLUEPRINTS: Readonly<Record<string, Blueprint>> = { A: a, B: b, C: c, D: d, E: e, flagship };
const PLACES = ["primary", "standby"] as const;

const open = (name: string, region: string, platform: Platform): Stack =>
  createStack({
    name,
    comment: "",
    region,
    accountId: platform.accountId,
    tags: {},
    state: { bucket: "states", key: name, region },
  });

function regional(platform: Platform, configured: (typeof PLACES)[number]): readonly Resource[] {
  const stack = open(`region/${configured}`, platform.regions[configured].name, platform);
  const site = openSite(platform, configured, stack);
  buildCompute(site, buildNetwork(site));
  return stack.resources;
}

function global(platform: Platform): readonly Resource[] {
  const stack = open("global", platform.regions.witness.name, platform);
  buildRoles(platform, stack);
  return stack.resources;
}

const PLATFORMS = Object.entries(BLUEPRINTS).map(([name, blueprint]) => [name, resolve(blueprint)] as const);
const REGIONS = PLATFORMS.flatMap(([name, platform]) =>
  PLACES.map((place) => ({
    what: `${name} ${place}`,
    platform,
    region: platform.regions[place],
    resources: regional(platform, place),
  })),
);
const WITH_CLUSTER = REGIONS.filter(({ region }) => region.holds.cluster);
const of = (resources: readonly Resource[], type: string) =>
  resources.filter((one) => one.type === type && one.mode === "resource");
const block = (value: Argument | undefined): Record<string, Argument> =>
  (Array.isArray(value) ? value[0] : value) as Record<string, Argument>;

test("a cluster is private, logs everything, encrypts secrets with our key and knows access entries alone", () => {
  assert.ok(WITH_CLUSTER.length >= 8);
  for (const { what, resources } of WITH_CLUSTER) {
    const [cluster, ...others] = of(resources, "aws_eks_cluster");
    assert.ok(cluster && others.length === 0, what);
    const network = block(cluster.args.vpc_config);
    assert.deepEqual([network.endpoint_private_access, network.endpoint_public_access], [true, false], what);
    assert.deepEqual(cluster.args.enabled_cluster_log_types, [
      "api",
      "audit",
      "authenticator",
      "controllerManager",
      "scheduler",
    ]);
    assert.equal(block(cluster.args.access_config).authentication_mode, "API");
    assert.equal(block(cluster.args.access_config).bootstrap_cluster_creator_admin_permissions, false);
    const provider = block(block(cluster.args.encryption_config).provider);
    assert.deepEqual(provider.key_arn, {
      kind: "ref",
      address: "data.aws_kms_alias.cluster",
      path: ["target_key_arn"],
    });
  }
});

test("a region that holds no cluster has its images, and nothing that a cluster needs", () => {
  const without = REGIONS.filter(({ region }) => !region.holds.cluster);
  assert.ok(without.length > 0);
  for (const { what, resources } of without) {
    assert.deepEqual(
      resources.filter(({ type, mode }) => type.startsWith("aws_eks") && mode === "resource"),
      [],
      what,
    );
    assert.ok(of(resources, "aws_ecr_repository").length > 0, what);
  }
});

test("every instance has encrypted volumes, demands session tokens for its metadata, and has neither key pair nor public address", () => {
  for (const { what, resources } of WITH_CLUSTER) {
    const templates = of(resources, "aws_launch_template");
    assert.ok(templates.length >= 2, what);
    for (const { args, address } of templates) {
      const volumes = args.block_device_mappings as readonly Record<string, Argument>[];
      for (const volume of volumes) {
        assert.equal(block(volume.ebs).encrypted, "true", `${what} ${address}`);
        assert.notEqual(block(volume.ebs).kms_key_id, undefined, `${what} ${address}`);
      }
      const metadata = block(args.metadata_options);
      assert.deepEqual(
        [metadata.http_tokens, metadata.http_put_response_hop_limit],
        ["required", 1],
        `${what} ${address}`,
      );
      assert.equal(args.key_name, undefined);
      assert.equal(args.network_interfaces, undefined);
    }
  }
});

/** "namespace/name" → the roles it takes, by whichever way. */
function takes(resources: readonly Resource[]): readonly string[] {
  const associations = of(resources, "aws_eks_pod_identity_association").map(
    ({ args }) => `${args.namespace}/${args.service_account}`,
  );
  const carried = of(resources, "aws_eks_addon").flatMap(({ args }) =>
    ((args.pod_identity_association ?? []) as readonly Record<string, Argument>[]).map((one) =>
      String(one.service_account),
    ),
  );
  const trusted = resources
    .filter(({ type }) => type === "aws_iam_policy_document")
    .flatMap(({ args }) => JSON.stringify(args).match(/system:serviceaccount:[a-z0-9-]+:[a-z0-9-]+/g) ?? [])
    .map((subject) => subject.replace("system:serviceaccount:", "").replace(":", "/"));
  return [...associations, ...trusted, ...carried.map((account) => nameOf(account))].sort();
}
const nameOf = (account: string): string => {
  const found = Object.values(ADDON_ACCOUNTS).find(({ name }) => name === account);
  return `${found?.namespace}/${account}`;
};

test("every workload and every add-on that calls AWS takes exactly one role, by the blueprint's own way", () => {
  for (const { what, platform, resources } of WITH_CLUSTER) {
    const wanted = [
      ...platform.workloads.map(({ name }) => workloadAccount(name)),
      ...addonIdentities(platform).map((addon) => ADDON_ACCOUNTS[addon]),
    ].map(({ namespace, name }) => `${namespace}/${name}`);
    assert.deepEqual(takes(resources), wanted.sort(), what);
    const providers = of(resources, "aws_iam_openid_connect_provider").length;
    assert.equal(providers, platform.cluster.identity === "irsa" ? 1 : 0, what);
  }
});

test("a role that a region's pods take by Pod Identity is made by the global stack, which applies first", () => {
  for (const { what, platform, resources } of WITH_CLUSTER.filter(
    (one) => one.platform.cluster.identity === "pod-identity",
  )) {
    const made = new Set(
      of(global(platform), "aws_iam_role").map(({ args }) => `arn:aws:iam::${platform.accountId}:role/${args.name}`),
    );
    const named = of(resources, "aws_eks_pod_identity_association").map(({ args }) => String(args.role_arn));
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((arn) => !made.has(arn)),
      [],
      what,
    );
  }
});

test("only the administrators whom the blueprint names and the bootstrap may do everything in a cluster", () => {
  const administrator = "arn:aws:iam::111122223333:role/platform-team";
  const platform = resolve({ ...flagship, cluster: { ...flagship.cluster, administrators: [administrator] } });
  const resources = regional(platform, "primary");
  const all = of(resources, "aws_eks_access_policy_association").filter(({ args }) =>
    String(args.policy_arn).endsWith("ClusterAdminPolicy"),
  );
  assert.deepEqual(all.map(({ name }) => name).sort(), [
    "administrator_platform_team_administer",
    "cluster_bootstrap_administer",
  ]);
});

test("Karpenter has a queue, five kinds of event and a role for its nodes; a cluster with fixed workers has none of it", () => {
  for (const { what, platform, resources } of WITH_CLUSTER) {
    const karpenter = platform.cluster.nodes.kind === "karpenter";
    assert.equal(of(resources, "aws_sqs_queue").length, karpenter ? 1 : 0, what);
    assert.equal(
      of(resources, "aws_cloudwatch_event_rule").filter(({ name }) => name.startsWith("karpenter")).length,
      karpenter ? 5 : 0,
      what,
    );
    const groups = of(resources, "aws_eks_node_group").map(({ name }) => name);
    assert.equal(groups[0], karpenter ? "system" : "workers", what);
  }
});

test("brief C has three to five m5.large workers", () => {
  const [primary] = REGIONS.filter(({ what }) => what === "C primary");
  const workers = of(primary?.resources ?? [], "aws_eks_node_group").find(({ name }) => name === "workers");
  assert.deepEqual(workers?.args.instance_types, ["m5.large"]);
  const scale = block(workers?.args.scaling_config);
  assert.ok(Number(scale.min_size) >= 3 && Number(scale.max_size) >= 5);
});

test("the network's add-on is there before the first node, and DNS after it", () => {
  for (const { what, resources } of WITH_CLUSTER) {
    const early = resources.find(({ address }) => address === "aws_eks_addon.vpc_cni");
    const late = resources.find(({ address }) => address === "aws_eks_addon.coredns");
    const [nodes] = of(resources, "aws_eks_node_group");
    assert.ok(nodes?.dependsOn.includes("aws_eks_addon.vpc_cni"), what);
    assert.ok(late?.dependsOn.includes(nodes?.address ?? ""), what);
    assert.ok(!early?.dependsOn.includes(nodes?.address ?? ""), what);
  }
});

test("each add-on has a pinned version for each Kubernetes version that a blueprint may ask for", () => {
  for (const version of KUBERNETES_VERSIONS) {
    const platform = resolve({ ...flagship, cluster: { ...flagship.cluster, version } });
    const addons = of(regional(platform, "primary"), "aws_eks_addon");
    for (const { args } of addons) assert.match(String(args.addon_version), /^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
    assert.deepEqual(addons.map(({ args }) => args.addon_name).sort(), Object.keys(ADDON_VERSIONS[version]).sort());
    const proxy = addons.find(({ args }) => args.addon_name === "kube-proxy");
    assert.ok(String(proxy?.args.addon_version).startsWith(`v${version}.`), version);
  }
});

test("a cluster that the company has is looked up; neither it nor nodes nor add-ons are made, and its pods have roles", () => {
  const platform = resolve({
    ...flagship,
    existing: { clusters: { primary: "company-mumbai", standby: "company-hyderabad" } },
  });
  const resources = regional(platform, "primary");
  for (const type of ["aws_eks_cluster", "aws_eks_node_group", "aws_eks_addon", "aws_eks_access_entry"]) {
    assert.deepEqual(of(resources, type), [], type);
  }
  assert.ok(resources.some(({ mode, type }) => mode === "data" && type === "aws_eks_cluster"));
  const associated = of(resources, "aws_eks_pod_identity_association");
  assert.equal(associated.length, platform.workloads.length + addonIdentities(platform).length);
  assert.ok(associated.every(({ args }) => args.cluster_name === "company-mumbai"));
});

test("both regions hold the same repositories, immutable and encrypted, and each copies to the other", () => {
  for (const [name, platform] of PLATFORMS) {
    const [primary, standby] = PLACES.map((place) => regional(platform, place));
    const names = (resources: readonly Resource[] = []) =>
      of(resources, "aws_ecr_repository").map(({ args }) => args.name);
    assert.deepEqual(names(primary), names(standby), name);
    for (const [resources, peer] of [
      [primary, platform.regions.standby],
      [standby, platform.regions.primary],
    ] as const) {
      for (const { args } of of(resources ?? [], "aws_ecr_repository")) {
        assert.equal(args.image_tag_mutability, "IMMUTABLE");
        assert.equal(block(args.encryption_configuration).encryption_type, "KMS");
      }
      const [replication] = of(resources ?? [], "aws_ecr_replication_configuration");
      assert.match(JSON.stringify(replication?.args), new RegExp(`"region":"${peer.name}"`));
    }
  }
});

test("the bootstrap runs inside the network, pins every tool and chart, and never prints the token", () => {
  for (const { platform, region, resources } of WITH_CLUSTER) {
    const [project] = of(resources, "aws_codebuild_project").filter(({ name }) => name === "cluster_bootstrap");
    assert.ok(block(project?.args.vpc_config).security_group_ids);
    const spec = bootstrapSpec({ platform, region });
    const commands: string[] = Object.values<{ commands: string[] }>(JSON.parse(spec).phases).flatMap(
      (phase) => phase.commands,
    );
    assert.doesNotMatch(spec, /latest/);
    assert.equal(commands.filter((command) => command.includes("sha256sum --check")).length, 2);
    assert.ok(commands.some((command) => /^helm upgrade --install argocd oci:.*--version \d/.test(command)));
    for (const command of commands.filter((one) => one.includes("$TOKEN"))) assert.match(command, /^set \+x; /);
  }
});
