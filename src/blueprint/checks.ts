// What the schema alone can't see: combinations of fields that can't be built, each with its field, its value and a way out.
import type { FilledBlueprint, Problem } from "./blueprint.ts";
import { checkCapabilities } from "./capability-checks.ts";
import { checkCombinations } from "./combination-checks.ts";
import type { Warning } from "./platform.ts";
import { KNOWN_REGIONS } from "./regions.ts";
import { overlap } from "./sizing/addresses.ts";
import { instanceShape } from "./sizing/instances.ts";
import { GP3_BASE_IOPS, GP3_STRIPED_FROM_GIB } from "./sizing/stores.ts";

export type Checked = { problems: Problem[]; warnings: Warning[] };

export function checkBlueprint(blueprint: FilledBlueprint): Checked {
  const offered = checkCapabilities(blueprint);
  const own = [regionsKnown, ranges, instances, stores, checkCombinations].flatMap((check) => check(blueprint));
  return { problems: [...own, ...offered.problems], warnings: offered.warnings };
}

function regionsKnown({ regions }: FilledBlueprint): Problem[] {
  const named = (["primary", "standby", "witness"] as const).map((configured) => ({
    configured,
    name: regions[configured].name,
  }));
  return named.flatMap(({ configured, name }, index) => {
    const field = `regions.${configured}.name`;
    if (!KNOWN_REGIONS[name])
      return [
        {
          field,
          value: name,
          wrong: "its zones aren't known here",
          instead: `Use one of ${Object.keys(KNOWN_REGIONS).join(", ")}, or add it to src/blueprint/regions.ts`,
        },
      ];
    if (named.findIndex((one) => one.name === name) === index) return [];
    return [
      {
        field,
        value: name,
        wrong: "primary, standby and witness must be three different regions",
        instead: "Name another region: one that two of them share would be lost for both",
      },
    ];
  });
}

function ranges(blueprint: FilledBlueprint): Problem[] {
  const { regions, cluster, onPremises } = blueprint;
  const named: [field: string, cidr: string][] = [
    ["regions.primary.cidr", regions.primary.cidr],
    ["regions.standby.cidr", regions.standby.cidr],
    ["cluster.serviceCidr", cluster.serviceCidr],
    ...(onPremises.kind === "connected"
      ? onPremises.cidr.map((one, index): [string, string] => [`onPremises.cidr.${index}`, one])
      : []),
  ];
  return named.flatMap(([field, cidr], index) =>
    named.slice(0, index).flatMap(([other, range]) =>
      overlap(cidr, range)
        ? [
            {
              field,
              value: cidr,
              wrong: `it overlaps with ${other} (${range}), and a packet has one way to go`,
              instead: "Choose a range that no other network here uses",
            },
          ]
        : [],
    ),
  );
}

function instances(blueprint: FilledBlueprint): Problem[] {
  const { cluster, data, webTier } = blueprint;
  const nodes = cluster.nodes.kind === "karpenter" ? cluster.nodes.systemInstanceTypes : cluster.nodes.instanceTypes;
  const nodesField = `cluster.nodes.${cluster.nodes.kind === "karpenter" ? "systemInstanceTypes" : "instanceTypes"}`;
  const named: [field: string, type: string, architecture?: string][] = [
    ...nodes.map((type, index): [string, string, string] => [
      `${nodesField}.${index}`,
      type,
      cluster.nodes.architecture,
    ]),
    ["data.relational.instanceClass", data.relational.instanceClass],
    ...(data.cache.kind === "redis" ? [["data.cache.nodeType", data.cache.nodeType] as [string, string]] : []),
    ...(data.stream.kind === "msk" ? [["data.stream.brokerType", data.stream.brokerType] as [string, string]] : []),
    ...(data.search.kind === "opensearch"
      ? [["data.search.instanceType", data.search.instanceType] as [string, string]]
      : []),
    ...(webTier.kind === "nginx" ? [["webTier.instanceType", webTier.instanceType] as [string, string]] : []),
  ];
  return named.flatMap(([field, type, architecture]) => {
    const shape = instanceShape(type);
    if (!shape)
      return [
        {
          field,
          value: type,
          wrong: "it isn't an instance type whose size can be read",
          instead: 'Write one like "m7g.large", with the prefix of its service',
        },
      ];
    if (architecture && shape.architecture !== architecture)
      return [
        {
          field,
          value: type,
          wrong: `its processor is ${shape.architecture} and cluster.nodes.architecture says ${architecture}`,
          instead: `Set cluster.nodes.architecture to "${shape.architecture}", or choose another type`,
        },
      ];
    return [];
  });
}

function stores({ data }: FilledBlueprint): Problem[] {
  const problems: Problem[] = [];
  const { relational, stream, queues, cache, search } = data;
  if (
    relational.kind === "rds" &&
    relational.iops !== undefined &&
    relational.iops !== GP3_BASE_IOPS &&
    (relational.storageGib ?? 0) < GP3_STRIPED_FROM_GIB
  )
    problems.push({
      field: "data.relational.iops",
      value: relational.iops,
      wrong: `gp3 below ${GP3_STRIPED_FROM_GIB} GiB has ${GP3_BASE_IOPS} operations per second, which can't be changed`,
      instead: `Leave it out, or set data.relational.storageGib to ${GP3_STRIPED_FROM_GIB} or more`,
    });
  if (stream.kind === "msk" && stream.brokers !== undefined && stream.brokers % 3 !== 0)
    problems.push({
      field: "data.stream.brokers",
      value: stream.brokers,
      wrong: "brokers lie evenly over three zones, so that each zone holds a copy of every partition",
      instead: `Ask for ${Math.ceil(stream.brokers / 3) * 3}`,
    });
  if (queues.kind === "redis" && !(cache.kind === "redis" && cache.taskBroker))
    problems.push({
      field: "data.queues.kind",
      value: "redis",
      wrong: "a queue must not lie in a cache, which evicts what it holds",
      instead: 'Set data.cache.taskBroker, which makes a second group that evicts nothing, or take "sqs"',
    });
  if (search.kind === "opensearch" && search.nodes !== undefined && search.nodes > 1 && search.nodes % 3 !== 0)
    problems.push({
      field: "data.search.nodes",
      value: search.nodes,
      wrong: "data nodes lie evenly over three zones",
      instead: `Ask for ${Math.ceil(search.nodes / 3) * 3}`,
    });
  return problems;
}
