// The VPC itself and its subnets: made here, or found when the company has one already.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { discoveryTag } from "../../names/cluster.ts";
import { subnetName, TIERS, type Tier, vpcName } from "../../names/network.ts";
import type { Ref } from "../language/expression.ts";
import type { Site } from "./site.ts";

/** One of each per zone, in the order of the region's zones. */
export type PerZone<T> = readonly [T, T, T];

export type Ground = {
  readonly vpcId: Ref<string>;
  readonly subnets: Readonly<Record<Tier, PerZone<Ref<string>>>>;
};

type Zone = Region["zones"][number];
export const perZone = <T>(region: Region, make: (zone: Zone, index: 0 | 1 | 2) => T): PerZone<T> => [
  make(region.zones[0], 0),
  make(region.zones[1], 1),
  make(region.zones[2], 2),
];

const byTier = <T>(make: (tier: Tier) => T): Record<Tier, T> =>
  Object.fromEntries(TIERS.map((tier) => [tier, make(tier)])) as Record<Tier, T>;

export const buildGround = (site: Site): Ground =>
  site.platform.existing.vpcs === undefined ? makeGround(site) : findGround(site, site.platform.existing.vpcs);

/** A new VPC with three subnets per tier; nothing in it gets a public address unless it asks for one. */
function makeGround({ platform, region, stack }: Site): Ground {
  const file = stack.file(
    "network",
    "One VPC over three zones, with three tiers of subnets: public, private and data.",
  );
  const vpc = file.resource("aws_vpc", "main", {
    cidr_block: region.cidr,
    enable_dns_hostnames: true,
    enable_dns_support: true,
    tags: { Name: vpcName(platform) },
  });
  const closed = { Name: `${vpcName(platform)}-closed` };
  file.resource(
    "aws_default_security_group",
    "closed",
    { vpc_id: vpc.id, tags: closed },
    { comment: "AWS makes this group with every VPC. Taken over without a rule, it lets nothing in and nothing out." },
  );
  file.resource(
    "aws_default_network_acl",
    "closed",
    { default_network_acl_id: vpc.default_network_acl_id, tags: closed },
    {
      comment: "The default network ACL likewise: a subnet that somebody adds by hand is shut until it joins a tier.",
      // AWS itself puts a subnet that leaves its ACL under this one; that is no change of ours.
      lifecycle: { ignoreChanges: ["subnet_ids"] },
    },
  );
  const subnets = byTier((tier) =>
    perZone(
      region,
      (zone) =>
        file.resource("aws_subnet", `${tier}_${zone.letter}`, {
          vpc_id: vpc.id,
          availability_zone_id: zone.id,
          cidr_block: zone.subnets[tier],
          map_public_ip_on_launch: false,
          tags: { Name: subnetName(platform, tier, zone.letter), tier, ...roleTags(platform, region, tier) },
        }).id,
    ),
  );
  return { vpcId: vpc.id, subnets };
}

/** How the load balancer controller and Karpenter find the subnets that are theirs. */
function roleTags(platform: Platform, region: Region, tier: Tier): Readonly<Record<string, string>> {
  if (tier === "data") return {};
  if (tier === "public") return { "kubernetes.io/role/elb": "1" };
  return { "kubernetes.io/role/internal-elb": "1", ...discoveryTag(platform, region) };
}

/** The company's VPC: read, checked, and tagged for the cluster; its routes, NAT and ACLs stay the company's. */
function findGround({ platform, region, stack }: Site, existing: NonNullable<Platform["existing"]["vpcs"]>): Ground {
  const file = stack.file(
    "network",
    "The company's own VPC and subnets: read by id, tagged for the cluster, never changed otherwise.",
  );
  const { vpcId, ...ids } = existing[region.configured];
  const vpc = file.data(
    "aws_vpc",
    "main",
    {
      filter: [
        { name: "vpc-id", values: [vpcId] },
        { name: "cidr", values: [region.cidr] },
      ],
    },
    {
      comment: "Found only when its range is the one that the blueprint plans with.",
    },
  );
  const idsOf = { public: ids.publicSubnetIds, private: ids.privateSubnetIds, data: ids.dataSubnetIds };
  const subnets = byTier((tier) =>
    perZone(region, (zone, index) => {
      const subnet = file.data("aws_subnet", `${tier}_${zone.letter}`, {
        vpc_id: vpc.id,
        availability_zone_id: ids.zoneIds[index],
        filter: [{ name: "subnet-id", values: [idsOf[tier][index]!] }],
      });
      for (const [key, value] of Object.entries(roleTags(platform, region, tier)))
        file.resource("aws_ec2_tag", `${tier}_${zone.letter}_${key.replace(/^.*\//, "").replaceAll("-", "_")}`, {
          resource_id: subnet.id,
          key,
          value,
        });
      return subnet.id;
    }),
  );
  return { vpcId: vpc.id, subnets };
}
