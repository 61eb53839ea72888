// What a recovery depends on: its own region, two of three voters, and data planes. Never the lost region, and never a
// record, a role or a distribution that somebody would have to change.
import { voterTable } from "../../platform/names/voters.ts";
import { list, type Placed, statements } from "../../platform/terraform/refusals/graph.ts";
import { bothRegions, graphOf, otherRegion, type Recoverable, type RecoverRule, textsIn, violation } from "./view.ts";

/** Services whose control plane lies in one region of AWS's choice; in a bad hour nobody can change anything there. */
const FAR_CONTROL_PLANES = /^(route53|cloudfront|iam|globalaccelerator|organizations|shield|wafv2):/;

/** What a role attribute is called where it says who leads; a promotion changes it behind Terraform's back. */
const ROLE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: ["replicate_source_db"],
  aws_rds_cluster: ["global_cluster_identifier", "replication_source_identifier"],
  aws_rds_global_cluster: ["source_db_cluster_identifier"],
};

export const CONTROL_PLANE_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-38",
    title: "Whoever recovers has a role for each region",
    severity: "error",
    why: "Each region's recoverer acts at home alone; without its role there the survivor looks on.",
    mend: "The workload `recoverer` in both regions' identities.",
    find: (subject) =>
      bothRegions(subject)
        .filter(({ holds }) => holds.cluster)
        .filter(({ name }) => recovererPolicies(subject, name).length === 0)
        .map(({ name }) => ({ address: `region ${name}`, says: "its recoverer may do nothing" })),
  },
  {
    id: "RECOVER-39",
    title: "Recovering needs no resource of the lost region",
    severity: "error",
    why: "A call to a region that is away doesn't fail, it hangs.",
    mend: "Resources of the recoverer's own region. Voters are asked in all three, two answers are enough; AWS wants both members of a global cluster named, but asks neither.",
    find: (subject) =>
      bothRegions(subject).flatMap(({ name }) => {
        const other = otherRegion(subject, name).name;
        return recovererPolicies(subject, name).flatMap((policy) =>
          statements(policy.args.policy)
            .flatMap(({ Action, Resource }) =>
              list(Resource)
                .flatMap(textsIn)
                .filter((arn) => arn.split(":")[3] === other && !arn.endsWith(`/${voterTable(subject.platform)}`))
                .filter(() => !textsIn(Action).includes("rds:FailoverGlobalCluster")),
            )
            .map((arn) => violation(policy, `names ${arn}`)),
        );
      }),
  },
  {
    id: "RECOVER-40",
    title: "Recovering changes no record, no role and no distribution",
    severity: "error",
    why: "The control planes of Route 53, IAM and CloudFront lie in us-east-1; in October 2025 that was the region that was away.",
    mend: "Let health checks steer; scale and promote by calls of the survivor's own region.",
    find: (subject) =>
      bothRegions(subject).flatMap(({ name }) =>
        recovererPolicies(subject, name).flatMap((policy) =>
          statements(policy.args.policy)
            .flatMap(({ Action }) => textsIn(Action))
            .filter((action) => FAR_CONTROL_PLANES.test(action))
            .map((action) => violation(policy, `may call ${action}`)),
        ),
      ),
  },
  {
    id: "RECOVER-41",
    title: "No stack but `link` reads another region",
    severity: "error",
    why: "With one region away, a plan of the survivor that reads it doesn't end; no size could be changed in the hour in which it matters.",
    mend: "Name what is over there (src/platform/names), or move what needs both into `link`. us-east-1 is allowed where AWS demands it.",
    find: (subject) =>
      subject.stacks
        .filter(({ name }) => name !== "link")
        .flatMap((stack) => {
          const regions = new Set([stack.region, ...(stack.name.startsWith("region/") ? [] : ["us-east-1"])]);
          return [
            ...stack.providers
              .filter(({ region }) => !regions.has(region))
              .map(({ alias, region }) => ({ address: `${stack.name} provider.${alias}`, says: `is for ${region}` })),
            ...stack.resources
              .filter(({ region }) => !regions.has(region))
              .map(({ address, region }) => ({ address: `${stack.name} ${address}`, says: `lies in ${region}` })),
          ];
        }),
  },
  {
    id: "RECOVER-42",
    title: "No security group names one of the other region",
    severity: "error",
    why: "References work inside a region; across, AWS refuses them or they match nothing, and replication stops at the first new node.",
    mend: "The other region's CIDR blocks.",
    find: (subject) =>
      graphOf(subject)
        .of("aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule")
        .filter(({ args }) => args.referenced_security_group_id !== undefined)
        .filter((rule) => graphOf(subject).target(rule, rule.args.referenced_security_group_id)?.region !== rule.region)
        .map((rule) => violation(rule, "refers to a security group that isn't of its region")),
  },
  {
    id: "RECOVER-43",
    title: "There are three voters, in three regions",
    severity: "error",
    why: "Two regions alone can't tell a lost one from a lost link; with two votes in one place, that place decides by being lost.",
    mend: "A witness in a third region, and the voter's table in each of the three.",
    find: (subject) => {
      const { primary, standby, witness } = subject.platform.regions;
      const voters = graphOf(subject)
        .of("aws_dynamodb_table")
        .filter(({ args }) => args.name === voterTable(subject.platform))
        .map(({ region }) => region);
      const places = [primary.name, standby.name, witness.name];
      return [
        ...(new Set(places).size < 3 ? [{ address: "regions.witness", says: "isn't a third region" }] : []),
        ...places
          .filter((place) => !voters.includes(place))
          .map((place) => ({ address: `region ${place}`, says: "has no voter" })),
      ];
    },
  },
  {
    id: "RECOVER-44",
    title: "Role is data: no plan of Terraform turns a fail-over back",
    severity: "error",
    why: "The first `terraform apply` after a fail-over would demote the database that people work in, or make it anew.",
    mend: "`ignore_changes` on the attributes that say who leads, and on whatever is only read when it is made.",
    find: (subject) =>
      graphOf(subject)
        .of(...Object.keys(ROLE_ATTRIBUTES))
        .flatMap((store) =>
          (ROLE_ATTRIBUTES[store.type] ?? [])
            .filter((attribute) => leads(subject, store, attribute))
            .filter(
              (attribute) =>
                store.lifecycle.ignoreChanges !== "all" && !store.lifecycle.ignoreChanges?.includes(attribute),
            )
            .map((attribute) => violation(store, `${attribute} says who leads, and isn't ignored`)),
        ),
  },
  {
    id: "RECOVER-45",
    title: "No setting says which region is active",
    severity: "error",
    why: "Whatever says it is wrong from the moment of a fail-over on, until somebody remembers it.",
    mend: "Programs ask the lease; give them the voters' names and nothing else.",
    find: (subject) =>
      graphOf(subject)
        .of("aws_ssm_parameter")
        .filter(({ args }) =>
          [...textsIn(args.name), ...textsIn(args.insecure_value), ...textsIn(args.value)].some((text) =>
            /(^|[/"_-])(active|current)[-_]?region|[/"](role|active)["/]?\s*(:|$)/i.test(text),
          ),
        )
        .map((parameter) => violation(parameter, "tells programs which region is active")),
  },
];

/** An RDS reader inside its region never leads, so its source may be written down. */
const leads = (subject: Recoverable, store: Placed, attribute: string): boolean =>
  attribute !== "replicate_source_db" ||
  graphOf(subject).target(store, store.args.replicate_source_db)?.stack !== store.stack;

/** The policies of the roles that a region's recoverer takes; with IRSA they lie in the region's own stack. */
function recovererPolicies(subject: Recoverable, region: string): readonly Placed[] {
  const { configured } = bothRegions(subject).find(({ name }) => name === region) ?? { configured: "primary" };
  const roles = graphOf(subject)
    .of("aws_iam_role")
    .filter(
      ({ name, stack }) => name === `${configured}_recoverer` || (name === "recoverer" && stack === `region/${region}`),
    );
  return graphOf(subject)
    .of("aws_iam_role_policy")
    .filter((policy) => roles.some((role) => graphOf(subject).target(policy, policy.args.role) === role));
}
