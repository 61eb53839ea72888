// Whether the survivor can carry everything, and lose a zone while it does.
import { block, list, type Placed } from "../../platform/terraform/refusals/graph.ts";
import type { Violation } from "../finding.ts";
import { isReader } from "./data.ts";
import { bothRegions, graphOf, inStackOf, type Recoverable, type RecoverRule, violation } from "./view.ts";

const ZONES_MIN = 3;

export const STANDBY_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-53",
    title: "The standby may grow as large as the primary",
    severity: "error",
    why: "A limit that was meant for quiet days holds on the day of the fail-over too.",
    mend: "`max_size` of the standby's groups at the primary's; only `min_size` may be smaller.",
    find: (subject) => {
      const { primary, standby } = subject.platform.regions;
      if (!standby.holds.cluster) return [];
      const groups = (region: string) =>
        inStackOf(subject, region, "aws_autoscaling_group", "aws_eks_node_group").map((group) => ({
          group,
          most: Number(group.args.max_size ?? block(group.args.scaling_config).max_size),
        }));
      const there = groups(standby.name);
      return groups(primary.name).flatMap(({ group, most }) => {
        const twin = there.find((one) => one.group.address === group.address);
        if (twin && twin.most >= most) return [];
        return [
          violation(twin?.group ?? group, `${standby.name} grows to ${twin?.most ?? 0}; ${primary.name} to ${most}`),
        ];
      });
    },
  },
  {
    id: "RECOVER-54",
    title: "Brokers, caches and searches are as large in the standby as in the primary",
    severity: "error",
    why: "They can't be enlarged within an RTO: a broker alone takes 10 to 15 minutes, one after another.",
    mend: "Derive the sizes of both from the blueprint's one value.",
    find: (subject) => {
      const { primary, standby } = subject.platform.regions;
      if (!standby.holds.data) return [];
      const types = ["aws_msk_cluster", "aws_elasticache_replication_group", "aws_opensearch_domain"];
      const there = inStackOf(subject, standby.name, ...types);
      return inStackOf(subject, primary.name, ...types).flatMap((store) => {
        const twin = there.find(({ address }) => address === store.address);
        return twin && sizeOf(twin) !== sizeOf(store)
          ? [violation(twin, `is ${sizeOf(twin)}; in ${primary.name} ${sizeOf(store)}`)]
          : [];
      });
    },
  },
  {
    id: "RECOVER-55",
    title: "Each region carries on without one of its zones",
    severity: "error",
    lastingOnly: true,
    why: "A zone is lost more often than a region; the survivor of a region may not fall to the lesser fault.",
    mend: "Groups in subnets of three zones; a second zone for databases and caches.",
    find: (subject) => bothRegions(subject).flatMap(({ name }) => inOneZone(subject, name)),
  },
  {
    id: "RECOVER-56",
    title: "Each zone has its own way out",
    severity: "warning",
    lastingOnly: true,
    why: "With one NAT gateway, the loss of its zone cuts all three off from what has no endpoint.",
    mend: "network.natGateways: per-zone; single saves about 65 dollars a month and region.",
    find: (subject) =>
      bothRegions(subject)
        .filter(({ holds }) => holds.cluster)
        .flatMap(({ name }) => {
          const gateways = inStackOf(subject, name, "aws_nat_gateway");
          return gateways.length === 0 || gateways.length >= ZONES_MIN
            ? []
            : [{ address: `region/${name}`, says: `has ${gateways.length} NAT gateway for ${ZONES_MIN} zones` }];
        }),
  },
  {
    id: "RECOVER-57",
    title: "No address means two places",
    severity: "error",
    why: "Peered networks that overlap can't be routed, and nobody renumbers a region during an outage.",
    mend: "Different `cidr` for both regions and for what is on the premises.",
    find: ({ platform }) => {
      const { primary, standby } = platform.regions;
      const premises = platform.onPremises.kind === "connected" ? platform.onPremises.cidr : [];
      const ranges: readonly [string, string][] = [
        ["regions.primary.cidr", primary.cidr],
        ["regions.standby.cidr", standby.cidr],
        ...premises.map((cidr, index): [string, string] => [`onPremises.cidr.${index}`, cidr]),
      ];
      return ranges.flatMap(([address, cidr], index) =>
        ranges
          .slice(index + 1)
          .filter(([, other]) => overlaps(cidr, other))
          .map(([field, other]) => ({ address, says: `${cidr} overlaps ${other} (${field})` })),
      );
    },
  },
  {
    id: "RECOVER-58",
    title: "The standby's quotas are asked for before they are needed",
    severity: "note",
    why: "A quota that was never used is seldom raised; the first fail-over finds it.",
    mend: "`tandem doctor --aws` compares both regions' quotas with what a fail-over takes.",
    find: ({ platform }) => {
      const { primary, standby } = platform.regions;
      if (standby.share >= 1) return [];
      const says = `${standby.name} runs at ${Math.round(standby.share * 100)} % of ${primary.name}, so its quotas aren't tried on quiet days`;
      return [{ address: `region/${standby.name}`, says }];
    },
  },
];

const sizeOf = ({ args }: Placed): string =>
  [
    block(args.broker_node_group_info).instance_type,
    args.number_of_broker_nodes,
    args.node_type,
    args.num_cache_clusters,
    block(args.cluster_config).instance_type,
    block(args.cluster_config).instance_count,
  ]
    .filter((part) => part !== undefined)
    .map(String)
    .join(" × ");

function inOneZone(subject: Recoverable, region: string): Violation[] {
  const found: Violation[] = [];
  const zones = (subnets: Placed["args"][string] | undefined) => list(subnets).length;
  for (const group of inStackOf(subject, region, "aws_autoscaling_group", "aws_eks_node_group")) {
    if (zones(group.args.vpc_zone_identifier ?? group.args.subnet_ids) < ZONES_MIN)
      found.push(violation(group, `lies in fewer than ${ZONES_MIN} zones`));
  }
  for (const database of inStackOf(subject, region, "aws_db_instance")) {
    if (!isReader(subject, database) && database.args.multi_az !== true)
      found.push(violation(database, "stands in one zone"));
  }
  for (const cluster of inStackOf(subject, region, "aws_rds_cluster")) {
    const instances = inStackOf(subject, region, "aws_rds_cluster_instance").filter(
      (instance) => graphOf(subject).target(instance, instance.args.cluster_identifier) === cluster,
    );
    if (instances.length < 2) found.push(violation(cluster, "has one instance, and so one zone"));
  }
  for (const cache of inStackOf(subject, region, "aws_elasticache_replication_group")) {
    if (cache.args.automatic_failover_enabled !== true || cache.args.multi_az_enabled !== true)
      found.push(violation(cache, "doesn't fail over to another zone"));
  }
  return found;
}

/** Two IPv4 ranges share an address when they agree in the bits that the wider one fixes. */
function overlaps(one: string, other: string): boolean {
  const [a, b] = [range(one), range(other)];
  const shift = 2 ** (32 - Math.min(a.bits, b.bits));
  return Math.floor(a.address / shift) === Math.floor(b.address / shift);
}

function range(cidr: string): { address: number; bits: number } {
  const [address = "", bits = "32"] = cidr.split("/");
  return { address: address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0), bits: Number(bits) };
}
