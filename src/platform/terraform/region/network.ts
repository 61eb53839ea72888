// The network of a region: one VPC over three zones, three tiers of subnets, what leads in and out of them, and who may
// speak to whom. It promises the same shape whether it made the VPC or the company had one.
import type { Ref } from "../language/expression.ts";
import { buildAcls } from "./acls.ts";
import { buildEndpoints } from "./endpoints.ts";
import { buildRoutes, type RouteTables } from "./routes.ts";
import { buildSecurityGroups, type SecurityGroups } from "./security-groups.ts";
import type { Site } from "./site.ts";
import { buildGround, type Ground } from "./subnets.ts";

export type Network = {
  readonly vpcId: Ref<string>;
  /** One per zone, in the order of the region's zones. */
  readonly subnets: Ground["subnets"];
  readonly routeTables: RouteTables;
  /** An actor's security group. Reading one of an actor that takes part in no declared flow is an error. */
  readonly securityGroups: SecurityGroups["securityGroups"];
  /** All groups that an actor's interfaces carry: a public load balancer has a second one where two of AWS's lists of
   *  ranges don't fit into the first. */
  readonly securityGroupsOf: SecurityGroups["securityGroupsOf"];
};

export function buildNetwork(site: Site): Network {
  const ground = buildGround(site);
  const routeTables = buildRoutes(site, ground);
  buildAcls(site, ground);
  const groups = buildSecurityGroups(site, ground);
  buildEndpoints(site, ground, routeTables, groups);
  return { ...ground, routeTables, ...groups };
}
