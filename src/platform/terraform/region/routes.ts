// What leads out of a region's VPC. A zone's private subnet leaves through its own zone's NAT gateway, so that the loss
// of a zone takes nobody else's way out; data subnets have no way out at all.
import { baseName } from "../../names/base.ts";
import { routeTableName, TIERS } from "../../names/network.ts";
import type { Ref } from "../language/expression.ts";
import type { File, ResourceHandle } from "../language/stack.ts";
import type { Site } from "./site.ts";
import { type Ground, type PerZone, perZone } from "./subnets.ts";

export type RouteTables = {
  readonly public: Ref<string>;
  readonly private: PerZone<Ref<string>>;
  readonly data: Ref<string>;
};

const COMMENT =
  "Route tables: the internet for public subnets, the zone's own NAT gateway for private ones, nothing for data.";
const EVERYWHERE = "0.0.0.0/0";

export function buildRoutes(site: Site, ground: Ground): RouteTables {
  const file = site.stack.file("routes", COMMENT);
  if (site.platform.existing.vpcs !== undefined) return findRouteTables(site, ground, file);
  const { platform, region } = site;
  const table = (name: string, label: string) =>
    file.resource("aws_route_table", name, { vpc_id: ground.vpcId, tags: { Name: label } }).id;
  const tables: RouteTables = {
    public: table("public", routeTableName(platform, "public")),
    private: perZone(region, ({ letter }) => table(`private_${letter}`, routeTableName(platform, "private", letter))),
    data: table("data", routeTableName(platform, "data")),
  };
  const gateway = file.resource("aws_internet_gateway", "main", {
    vpc_id: ground.vpcId,
    tags: { Name: baseName(platform) },
  });
  file.resource("aws_route", "public_internet", {
    route_table_id: tables.public,
    destination_cidr_block: EVERYWHERE,
    gateway_id: gateway.id,
  });
  for (const tier of TIERS)
    perZone(region, ({ letter }, index) =>
      file.resource("aws_route_table_association", `${tier}_${letter}`, {
        subnet_id: ground.subnets[tier][index],
        route_table_id: tier === "private" ? tables.private[index] : tables[tier],
      }),
    );
  buildNat(site, ground, file, tables, gateway);
  return tables;
}

/** A region that holds no cluster has nothing that calls out; its NAT gateways come with the cluster. */
function buildNat(
  { platform, region }: Site,
  ground: Ground,
  file: File,
  tables: RouteTables,
  gateway: ResourceHandle<"aws_internet_gateway">,
): void {
  if (!region.holds.cluster) return;
  const single = platform.network.natGateways === "single";
  const natIn = (letter: string, subnetId: Ref<string>) => {
    const address = file.resource(
      "aws_eip",
      `nat_${letter}`,
      { domain: "vpc", tags: { Name: `${baseName(platform)}-nat-${letter}` } },
      { dependsOn: [gateway] },
    );
    return file.resource(
      "aws_nat_gateway",
      letter,
      { allocation_id: address.id, subnet_id: subnetId, tags: { Name: `${baseName(platform)}-${letter}` } },
      { dependsOn: [gateway] },
    ).id;
  };
  const first = natIn(region.zones[0].letter, ground.subnets.public[0]);
  perZone(region, ({ letter }, index) =>
    file.resource(
      "aws_route",
      `private_${letter}_internet`,
      {
        route_table_id: tables.private[index],
        destination_cidr_block: EVERYWHERE,
        nat_gateway_id: single || index === 0 ? first : natIn(letter, ground.subnets.public[index]),
      },
      single && index > 0 ? { comment: "One NAT gateway for all zones: cheaper, and lost with the first zone." } : {},
    ),
  );
}

function findRouteTables({ region }: Site, ground: Ground, file: File): RouteTables {
  const tableOf = (name: string, subnetId: Ref<string>) =>
    file.data("aws_route_table", name, { subnet_id: subnetId }).id;
  return {
    public: tableOf("public", ground.subnets.public[0]),
    private: perZone(region, ({ letter }, index) => tableOf(`private_${letter}`, ground.subnets.private[index])),
    data: tableOf("data", ground.subnets.data[0]),
  };
}
