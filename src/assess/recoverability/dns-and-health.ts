// How clients find the region that answers: by records that nobody has to change, and by checks that look deep.
import { entrances, regionOriginHost } from "../../platform/names/dns.ts";
import { block, blocks, list, type Placed } from "../../platform/terraform/refusals/graph.ts";
import type { Violation } from "../finding.ts";
import { bothRegions, graphOf, type Recoverable, type RecoverRule, textsIn, violation } from "./view.ts";

const TTL_SECONDS_MAX = 60;
/** Checkers outside of both regions: with fewer, one provider's bad route decides who is active. */
const CHECKER_REGIONS_MIN = 3;
/** DNS may use this part of the RTO; the rest is for fencing, promoting and verifying. */
const DNS_SHARE_MAX = 0.5;
const ROUTINGS = [
  "failover_routing_policy",
  "latency_routing_policy",
  "weighted_routing_policy",
  "geolocation_routing_policy",
  "multivalue_answer_routing_policy",
] as const;

export const DNS_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-21",
    title: `A record that chooses between regions is forgotten after ${TTL_SECONDS_MAX} s`,
    severity: "error",
    why: "Every second of it is a second in which clients are sent to a region that is gone.",
    mend: "edge.recordTtlSeconds at 60 or below.",
    find: (subject) =>
      choosing(subject)
        .filter(({ args }) => args.ttl !== undefined && Number(args.ttl) > TTL_SECONDS_MAX)
        .map((record) => violation(record, `is kept for ${String(record.args.ttl)} s`)),
  },
  {
    id: "RECOVER-22",
    title: "A name that fails over has a record for each region, both steered by checks",
    severity: "error",
    why: "A record without its other half, or without a check, stays where it is.",
    mend: "A PRIMARY and a SECONDARY of the same name, to different regions, with `health_check_id` on the PRIMARY at least.",
    find: (subject) => {
      const byName = Map.groupBy(
        choosing(subject).filter(({ args }) => args.failover_routing_policy !== undefined),
        ({ args }) => String(args.name),
      );
      return [...byName.values()].flatMap((records) => {
        const [first] = records;
        if (!first) return [];
        const kinds = records.map(({ args }) => block(args.failover_routing_policy).type).sort();
        const targets = new Set(records.flatMap(({ args }) => textsIn(args.records)));
        const wrong: Violation[] = [];
        if (kinds.join() !== "PRIMARY,SECONDARY") wrong.push(violation(first, `is ${kinds.join(" and ")} alone`));
        else if (targets.size < 2) wrong.push(violation(first, "leads to the same region twice"));
        for (const record of records)
          if (
            block(record.args.failover_routing_policy).type === "PRIMARY" &&
            record.args.health_check_id === undefined
          )
            wrong.push(violation(record, "has no health check, so it never fails over"));
        return wrong;
      });
    },
  },
  {
    id: "RECOVER-23",
    title: "The checks that steer look at what a region can do, not at whether something listens",
    severity: "error",
    why: "A load balancer answers 200 for a region whose database is gone. `/healthz/active` says yes only with a lease, a writable database and a write that was read back.",
    mend: "HTTPS_STR_MATCH on `/healthz/active` (for `collect.` `/healthz`), with the text that only a healthy answer has.",
    find: (subject) =>
      graphOf(subject)
        .of("aws_route53_health_check")
        .filter(({ args }) => args.type !== "CALCULATED")
        .filter(
          ({ args }) =>
            args.type !== "HTTPS_STR_MATCH" ||
            !textsIn(args.search_string).some((text) => text !== "") ||
            !["/healthz/active", "/healthz"].includes(String(args.resource_path)),
        )
        .map((check) => violation(check, `asks ${String(check.args.type)} ${String(check.args.resource_path)}`))
        .concat(shallow(subject)),
  },
  {
    id: "RECOVER-24",
    title: `Each check is asked from ${CHECKER_REGIONS_MIN} regions or more that are neither of the two`,
    severity: "error",
    why: "A checker in the region that fails sees itself, and one alone sees its own network.",
    mend: "Name three or more checker regions in `regions` of the health check.",
    find: (subject) =>
      graphOf(subject)
        .of("aws_route53_health_check")
        .filter(({ args }) => args.regions !== undefined)
        .flatMap((check) => {
          const own = bothRegions(subject).map(({ name }) => name);
          const others = list(check.args.regions).filter((region) => !own.includes(String(region)));
          if (others.length >= CHECKER_REGIONS_MIN) return [];
          return [violation(check, `is asked from ${others.length} regions besides the two`)];
        }),
  },
  {
    id: "RECOVER-25",
    title: "Noticing and forgetting in DNS leave half of the RTO for the recovery itself",
    severity: "error",
    why: "No plan is quick enough when the names alone take the whole time.",
    mend: "10 s × 3 and a TTL of 60 s, or a longer RTO.",
    find: (subject) =>
      graphOf(subject)
        .of("aws_route53_health_check")
        .filter(({ args }) => args.type !== "CALCULATED")
        .flatMap((check) => {
          const noticing = Number(check.args.request_interval) * Number(check.args.failure_threshold);
          const ttlSeconds = subject.platform.edge.recordTtlSeconds;
          const { rtoSeconds } = subject.platform.objectives;
          if (noticing + ttlSeconds <= rtoSeconds * DNS_SHARE_MAX) return [];
          return [
            violation(
              check,
              `${String(check.args.request_interval)} s × ${String(check.args.failure_threshold)} + ${ttlSeconds} s of TTL = ${noticing + ttlSeconds} s; half of the RTO is ${rtoSeconds * DNS_SHARE_MAX} s`,
            ),
          ];
        }),
  },
  {
    id: "RECOVER-26",
    title: "Events are accepted in either region, whichever is active",
    severity: "error",
    why: "Events commute: a lost region then costs what it had not mirrored yet, and not one event that comes after.",
    mend: "Records of `collect` for both regions by latency, each on its own region's `/healthz`, which doesn't ask for the lease.",
    find: (subject) => {
      const graph = graphOf(subject);
      const records = choosing(subject).filter(({ args }) => String(args.name).startsWith("collect."));
      const names = bothRegions(subject).map(({ name }) => regionOriginHost(subject.platform, name));
      const missing = names.filter((name) => !records.some(({ args }) => textsIn(args.records).includes(name)));
      return [
        ...missing.map((name) => ({ address: "collect.", says: `no record leads to ${name}` })),
        ...records
          .filter((record) => {
            const check = graph.target(record, record.args.health_check_id);
            return record.args.failover_routing_policy !== undefined || check?.args.resource_path === "/healthz/active";
          })
          .map((record) => violation(record, "answers from the active region alone")),
      ];
    },
  },
  {
    id: "RECOVER-27",
    title: "No record says which region is active",
    severity: "error",
    why: "What says it has to be changed to fail over, by a control plane that lies in us-east-1.",
    mend: "Fail-over, latency or weighted records on health checks; a plain record may lead to a distribution, or be a region's own name.",
    find: (subject) => {
      const hosts = entrances(subject.platform).map(({ name }) => `${name}.`);
      const regions = bothRegions(subject).map(({ name }) => regionOriginHost(subject.platform, name));
      return graphOf(subject)
        .of("aws_route53_record")
        .filter(({ args }) => hosts.some((host) => String(args.name).startsWith(host)))
        .filter(({ args }) => ROUTINGS.every((routing) => args[routing] === undefined))
        .filter(({ args }) =>
          [...textsIn(args.records), ...blocks(args.alias).flatMap(textsIn)].some((text) => regions.includes(text)),
        )
        .map((record) => violation(record, "leads to one region, whatever happens"));
    },
  },
];

const choosing = (subject: Recoverable): readonly Placed[] =>
  graphOf(subject)
    .of("aws_route53_record")
    .filter(({ args }) => ROUTINGS.some((routing) => args[routing] !== undefined));

/** Names whose changes go to the active region alone are steered by who is active. */
function shallow(subject: Recoverable): Violation[] {
  const graph = graphOf(subject);
  return choosing(subject)
    .filter(({ args }) => args.failover_routing_policy !== undefined)
    .flatMap((record) => {
      const check = graph.target(record, record.args.health_check_id);
      if (check === undefined || check.args.resource_path === "/healthz/active") return [];
      return [violation(record, `fails over by ${String(check.args.resource_path ?? check.args.type)}`)];
    });
}
