// The peering of the two regions' networks, with routes both ways, and only between subnets that a declared flow joins.
// Networks and route tables are found by their names; no other stack's state is read.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { baseName } from "../../names/base.ts";
import { PLACES, rangeOf, regionsAreJoined, routeTableName, type Tier, vpcName } from "../../names/network.ts";
import type { Ref } from "../language/expression.ts";
import type { File, ProviderAlias } from "../language/stack.ts";
import type { Link } from "./stack.ts";

type End = {
  readonly region: Region;
  readonly peer: Region;
  readonly provider: ProviderAlias;
  readonly vpcId: Ref<string>;
};

/** Which tier here speaks to which tier there, in either direction; the same on both sides. */
const PEERS = { "peer-nodes": "private", "peer-brokers": "data" } as const satisfies Partial<
  Record<keyof typeof PLACES, Tier>
>;
const isPeer = (actor: string): actor is keyof typeof PEERS => actor in PEERS;

export function buildPeering(link: Link): void {
  const { platform, stack } = link;
  if (!regionsAreJoined(platform)) return;
  const file = stack.file(
    "peering",
    "The two regions' networks joined, and routes between the subnets that speak to each other.",
  );
  const { primary, standby } = platform.regions;
  const near: End = { region: primary, peer: standby, provider: link.primary, vpcId: vpcOf(link, file, "primary") };
  const far: End = { region: standby, peer: primary, provider: link.standby, vpcId: vpcOf(link, file, "standby") };
  const tags = { Name: `${baseName(platform)}-regions` };
  const asked = file.resource(
    "aws_vpc_peering_connection",
    "regions",
    { vpc_id: near.vpcId, peer_vpc_id: far.vpcId, peer_region: standby.name, auto_accept: false, tags },
    {
      provider: link.primary,
      comment: "Asked for by the primary region's side; across regions nobody can accept in one step.",
    },
  );
  const joined = file.resource(
    "aws_vpc_peering_connection_accepter",
    "regions",
    { vpc_peering_connection_id: asked.id, auto_accept: true, tags },
    { provider: link.standby, comment: "Accepted by the standby region's side." },
  );
  const resolved = { allow_remote_vpc_dns_resolution: true };
  for (const [end, side] of [
    [near, { requester: resolved }],
    [far, { accepter: resolved }],
  ] as const)
    file.resource(
      "aws_vpc_peering_connection_options",
      end.region.configured,
      { vpc_peering_connection_id: joined.id, ...side },
      { provider: end.provider, comment: "Names of the other region's hosts lead to their private addresses." },
    );
  for (const end of [near, far]) buildRoutes(platform, file, end, joined.id);
}

/** The environment is on everything, so two of them in one account aren't mistaken for one another. */
const tagged = (platform: Platform, name: string) => ({ Name: name, environment: platform.environment });

function vpcOf({ platform, primary, standby }: Link, file: File, configured: Region["configured"]): Ref<string> {
  const existing = platform.existing.vpcs?.[configured];
  const how = existing
    ? { filter: [{ name: "vpc-id", values: [existing.vpcId] }] }
    : { tags: tagged(platform, vpcName(platform)) };
  return file.data("aws_vpc", configured, how, { provider: configured === "primary" ? primary : standby }).id;
}

function buildRoutes(platform: Platform, file: File, end: End, peeringId: Ref<string>): void {
  const { region, peer, provider } = end;
  for (const here of ["private", "data"] as const) {
    const there = (["private", "data"] as const).filter((tier) => speak(platform, here, tier));
    if (there.length === 0) continue;
    // In a company's own VPC every tier is the whole range, and one route leads there.
    for (const [name, tableId] of tablesOf(platform, file, end, here))
      for (const [range, tier] of new Map(there.map((one) => [rangeOf(platform, peer, one), one])))
        file.resource(
          "aws_route",
          `${region.configured}_${name}_to_${tier}`,
          { route_table_id: tableId, destination_cidr_block: range, vpc_peering_connection_id: peeringId },
          { provider },
        );
  }
}

/** Whether a flow joins a tier of one region with a tier of the other; its answers take the same way back. */
const speak = (platform: Platform, here: Tier, there: Tier): boolean =>
  platform.flows.some(
    ({ from, to }) =>
      (isPeer(to) && PLACES[from] === here && PEERS[to] === there) ||
      (isPeer(from) && PLACES[to] === here && PEERS[from] === there),
  );

function tablesOf(
  platform: Platform,
  file: File,
  end: End,
  tier: "private" | "data",
): readonly [string, Ref<string>][] {
  const { region, provider, vpcId } = end;
  const existing = platform.existing.vpcs?.[region.configured];
  const wanted = tier === "data" ? [region.zones[0]] : region.zones;
  return wanted.map(({ letter }, index) => {
    const name = tier === "data" ? "data" : `private_${letter}`;
    const how = existing
      ? { subnet_id: (tier === "data" ? existing.dataSubnetIds : existing.privateSubnetIds)[index]! }
      : { tags: tagged(platform, routeTableName(platform, tier, letter)) };
    const table = file.data("aws_route_table", `${region.configured}_${name}`, { vpc_id: vpcId, ...how }, { provider });
    return [name, table.id];
  });
}
