// Where in the network everything stands, and the names by which another stack finds it: a VPC and its route tables are
// looked up by their Name tag, never by another stack's state.
import type { Actor } from "../../blueprint/flows.ts";
import type { Platform, Region } from "../../blueprint/platform.ts";
import { baseName } from "./base.ts";
import { cover } from "./ranges.ts";

export const TIERS = ["public", "private", "data"] as const;
/** Public subnets hold load balancers and NAT, private ones what computes, data ones what stores and never calls out. */
export type Tier = (typeof TIERS)[number];

/** Where an actor's network interfaces lie; "outside" has none in this VPC. */
export const PLACES = {
  internet: "outside",
  cloudfront: "outside",
  "external-cdn": "outside",
  "route53-checkers": "outside",
  alb: "public",
  nginx: "private",
  "internal-alb": "private",
  nodes: "private",
  "control-plane": "private",
  database: "data",
  "database-proxy": "data",
  cache: "data",
  brokers: "data",
  search: "data",
  endpoints: "private",
  s3: "outside",
  dynamodb: "outside",
  build: "private",
  "operator-host": "private",
  "on-premises": "outside",
  "peer-nodes": "outside",
  "peer-brokers": "outside",
} as const satisfies Record<Actor, Tier | "outside">;

/** An actor that has network interfaces in a region's VPC, and so a security group. */
export type Member = { [A in Actor]: (typeof PLACES)[A] extends "outside" ? never : A }[Actor];
export const isMember = (actor: Actor): actor is Member => PLACES[actor] !== "outside";

/** The range of every actor outside the VPC that isn't better known: security groups are stricter where AWS keeps a list. */
export const ANYWHERE = "0.0.0.0/0";

/** The ports that the answer to a connection comes back to: NAT gateways and load balancers use all of them. */
export const RETURN_PORTS = [1024, 65535] as const;

export const vpcName = (platform: Platform): string => baseName(platform);
export const subnetName = (platform: Platform, tier: Tier, letter: string): string =>
  `${baseName(platform)}-${tier}-${letter}`;
/** A private route table per zone, since its default route stays in its zone; the other tiers have one each. */
export const routeTableName = (platform: Platform, tier: Tier, letter?: string): string =>
  tier === "private" ? `${baseName(platform)}-private-${letter}` : `${baseName(platform)}-${tier}`;
export const securityGroupName = (platform: Platform, actor: Member): string => `${baseName(platform)}-${actor}`;

/** One range that holds a tier's subnets and no other tier's, since every tier has blocks of its own. Those of a company's
 *  own VPC are known to it alone, so there the whole VPC stands for each. */
export const rangeOf = (platform: Platform, region: Region, tier: Tier): string =>
  platform.existing.vpcs === undefined ? cover(region.zones.map(({ subnets }) => subnets[tier])) : region.cidr;

/** Both regions run clusters, so they speak to each other: then, and only then, their networks are joined. */
export const regionsAreJoined = ({ regions }: Platform): boolean =>
  regions.primary.holds.cluster && regions.standby.holds.cluster;

/** The gateway that joins Direct Connect's locations to both regions; it belongs to no region. */
export const directConnectGatewayName = (platform: Platform): string => baseName(platform);
export const transitGatewayName = (platform: Platform): string => baseName(platform);
/** Amazon's side of each BGP session. All three differ, or a gateway would take the other's routes for its own. */
export const AUTONOMOUS_SYSTEMS = { directConnect: 64_512, primary: 64_513, standby: 64_514 } as const;
