// The network of a region: one VPC over three zones, three tiers of subnets, what leads in and out of them, and who may
// speak to whom. It promises the same shape whether it made the VPC or the company had one.
import type { Region } from "../../../blueprint/platform.ts";
import type { Member, Tier } from "../../names/network.ts";
import type { Ref } from "../language/expression.ts";
import type { Site } from "./site.ts";

/** One of each per zone, in the order of the region's zones. */
export type PerZone<T> = readonly [T, T, T];

export type Network = {
  readonly region: Region;
  readonly vpcId: Ref<string>;
  readonly subnets: Readonly<Record<Tier, PerZone<Ref<string>>>>;
  readonly routeTables: {
    readonly public: Ref<string>;
    readonly private: PerZone<Ref<string>>;
    readonly data: Ref<string>;
  };
  /** An actor's security group. Reading one of an actor that takes part in no declared flow is an error. */
  readonly securityGroups: Readonly<Record<Member, Ref<string>>>;
  /** All groups that an actor's interfaces carry: the load balancer has a second one, because two of AWS's prefix lists
   *  are too heavy for one group. */
  readonly securityGroupsOf: (actor: Member) => readonly Ref<string>[];
};

export declare function buildNetwork(site: Site): Network;
