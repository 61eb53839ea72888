// What load balancers, Route 53 and Auto Scaling refuse.
import { twice } from "./cloudfront.ts";
import { block, blocks, isSet, list } from "./graph.ts";
import { type Refusal, refused } from "./refusal.ts";

const NAME_LENGTH_MAX = 32;
const RULE_CONDITION_VALUES_MAX = 5;
const HEALTH_REGIONS_MIN = 3;

export const ENTRY: readonly Refusal[] = [
  {
    id: "load-balancer-in-one-zone",
    says: "At least two subnets in two different Availability Zones must be specified",
    source: { kind: "API model", where: "elasticloadbalancing CreateLoadBalancer, member Subnets" },
    mend: "Give it the subnets of all zones.",
    *find(graph) {
      for (const balancer of graph.of("aws_lb")) {
        const application = (balancer.args.load_balancer_type ?? "application") === "application";
        const subnets = balancer.args.subnets;
        const mapped = blocks(balancer.args.subnet_mapping).length;
        const count = Array.isArray(subnets) ? list(subnets).length : mapped;
        if (application && count === 1) yield refused(balancer, "has one subnet");
        const zones = list(subnets)
          .map((subnet) => graph.target(balancer, subnet))
          .map((it) => (it ? graph.text(it, it.args.availability_zone ?? it.args.availability_zone_id) : undefined));
        for (const zone of twice(zones))
          yield refused(balancer, `has two subnets in ${zone}; a balancer takes one for each zone`);
      }
    },
  },
  {
    id: "load-balancer-name",
    says: "A name can have a maximum of 32 characters, alphanumeric or hyphens, must not begin or end with a hyphen, and must not begin with internal-.",
    source: { kind: "API model", where: "elasticloadbalancing CreateLoadBalancer and CreateTargetGroup, member Name" },
    mend: "Shorten it.",
    *find(graph) {
      for (const it of graph.of("aws_lb", "aws_lb_target_group")) {
        const name = graph.text(it, it.args.name);
        if (
          name !== undefined &&
          (name.length > NAME_LENGTH_MAX || !/^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/.test(name))
        ) {
          yield refused(it, `is called "${name}" (${name.length} characters)`);
        }
      }
    },
  },
  {
    id: "load-balancer-logs-into-kms-bucket",
    says: "InvalidConfigurationRequest: Access Denied for bucket: … Please check S3bucket permission. (SSE-S3 is the only encryption that access logs support.)",
    source: { kind: "issue", where: "https://github.com/aws/aws-cdk/issues/21947" },
    mend: "Encrypt the log bucket with AES256.",
    *find(graph) {
      for (const balancer of graph.of("aws_lb")) {
        for (const logs of [...blocks(balancer.args.access_logs), ...blocks(balancer.args.connection_logs)]) {
          const bucket = graph.bucket(balancer, logs.bucket);
          const encryption = bucket
            ? graph.besideBucket("aws_s3_bucket_server_side_encryption_configuration", bucket)
            : undefined;
          const how = encryption
            ? block(block(encryption.args.rule).apply_server_side_encryption_by_default).sse_algorithm
            : undefined;
          if (typeof how === "string" && how !== "AES256")
            yield refused(balancer, `logs into ${bucket?.address}, which is encrypted with ${how}`);
        }
      }
    },
  },
  {
    id: "https-listener-without-certificate",
    says: "CertificateNotFound / ValidationError: A certificate must be specified for HTTPS listeners",
    source: { kind: "API model", where: "elasticloadbalancing CreateListener, member Certificates" },
    mend: "Set certificate_arn to one of the listener's own region.",
    *find(graph) {
      for (const listener of graph.of("aws_lb_listener")) {
        const secure = listener.args.protocol === "HTTPS" || listener.args.protocol === "TLS";
        if (secure && !isSet(listener.args.certificate_arn)) yield refused(listener, "has no certificate");
        if (!secure && isSet(listener.args.ssl_policy))
          yield refused(listener, `has an ssl_policy and the protocol ${String(listener.args.protocol)}`);
        const certificate = graph.target(listener, listener.args.certificate_arn);
        if (certificate && certificate.region !== listener.region)
          yield refused(listener, `its certificate is in ${certificate.region}`);
      }
    },
  },
  {
    id: "listener-rule-priority-twice",
    says: "PriorityInUse: Priority is currently in use",
    source: { kind: "API model", where: "elasticloadbalancing CreateRule, exception PriorityInUse" },
    mend: "Number the rules of one listener apart.",
    *find(graph) {
      const key = (rule: (typeof rules)[number]): string =>
        `${rule.stack} ${graph.target(rule, rule.args.listener_arn)?.address} ${graph.text(rule, rule.args.priority)}`;
      const rules = graph.of("aws_lb_listener_rule").filter((rule) => isSet(rule.args.priority));
      for (const again of twice(rules.map(key))) {
        const [, second] = rules.filter((rule) => key(rule) === again);
        if (second) yield refused(second, `shares priority ${graph.text(second, second.args.priority)}`);
      }
    },
  },
  {
    id: "listener-rule-too-many-values",
    says: "TooManyConditionValues / ValidationError: A rule can have up to five condition values",
    source: {
      kind: "remembered",
      where: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html",
    },
    mend: "Split the rule in two.",
    *find(graph) {
      for (const rule of graph.of("aws_lb_listener_rule")) {
        const count = blocks(rule.args.condition)
          .flatMap((condition) =>
            ["host_header", "path_pattern", "http_request_method", "source_ip", "http_header"].flatMap((kind) =>
              blocks(condition[kind]),
            ),
          )
          .reduce((sum, condition) => sum + list(condition.values).length, 0);
        if (count > RULE_CONDITION_VALUES_MAX) yield refused(rule, `has ${count} condition values`);
      }
    },
  },
  {
    id: "target-health-timeout",
    says: "ValidationError: Health check interval must be greater than the timeout.",
    source: { kind: "remembered", where: "elasticloadbalancing CreateTargetGroup" },
    mend: "Shorten the timeout.",
    *find(graph) {
      for (const group of graph.of("aws_lb_target_group")) {
        const check = block(group.args.health_check);
        const interval = graph.number(group, check.interval) ?? 30;
        const timeout = graph.number(group, check.timeout);
        if (timeout !== undefined && timeout >= interval)
          yield refused(group, `waits ${timeout} s in an interval of ${interval} s`);
      }
    },
  },
  {
    id: "health-check-regions",
    says: "InvalidInput: You must specify at least three regions.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html",
    },
    mend: "Name three checker regions or leave them out.",
    *find(graph) {
      for (const check of graph.of("aws_route53_health_check")) {
        const regions = list(check.args.regions).length;
        if (regions > 0 && regions < HEALTH_REGIONS_MIN) yield refused(check, `is looked at from ${regions} regions`);
      }
    },
  },
  {
    id: "health-check-string",
    says: "InvalidInput: SearchString is for HTTP_STR_MATCH and HTTPS_STR_MATCH, which need it.",
    source: { kind: "API model", where: "route53 HealthCheckConfig, member SearchString" },
    mend: "Set both, or neither.",
    *find(graph) {
      for (const check of graph.of("aws_route53_health_check")) {
        const matches = /_STR_MATCH$/.test(String(check.args.type));
        if (matches !== isSet(check.args.search_string))
          yield refused(
            check,
            `is of type ${String(check.args.type)}, and its search_string is ${matches ? "missing" : "set"}`,
          );
      }
    },
  },
  {
    id: "record-mixed-routing",
    says: "InvalidChangeBatch: RRSet with DNS name … cannot be created as other RRSets exist with the same name and type and a different routing policy.",
    source: { kind: "remembered", where: "route53 ChangeResourceRecordSets" },
    mend: "Use one routing policy for all records of a name and type.",
    *find(graph) {
      const policies = ["weighted", "failover", "latency", "geolocation", "geoproximity", "multivalue", "cidr"];
      const records = graph.of("aws_route53_record").map((record) => {
        const policy =
          policies.find((it) =>
            isSet(record.args[it === "multivalue" ? "multivalue_answer_routing_policy" : `${it}_routing_policy`]),
          ) ?? "simple";
        return {
          record,
          policy,
          name: `${graph.text(record, record.args.name)} ${graph.text(record, record.args.type)}`,
        };
      });
      for (const { record, policy, name } of records) {
        if (name.includes("undefined")) continue;
        const other = records.find((it) => it.name === name && it.policy !== policy);
        const same =
          policy === "simple"
            ? records.find((it) => it.name === name && it.policy === policy && it.record !== record)
            : undefined;
        if (other)
          yield refused(
            record,
            `${name} is ${policy} here and ${other.policy} in ${other.record.stack}: ${other.record.address}`,
          );
        if (same) yield refused(record, `${name} is declared in ${same.record.stack}: ${same.record.address} too`);
      }
    },
  },
  {
    id: "record-cname-beside-others",
    says: "InvalidChangeBatch: RRSet of type CNAME with DNS name … is not permitted as it conflicts with other records with the same DNS name (and at the zone's apex).",
    source: {
      kind: "API model",
      where: "route53 AliasTarget: creating a CNAME record for the zone apex isn't supported",
    },
    mend: "Use an alias record, or another name.",
    *find(graph) {
      const records = graph.of("aws_route53_record");
      const zones = new Set(graph.of("aws_route53_zone").map((zone) => graph.text(zone, zone.args.name)));
      for (const record of records) {
        const name = graph.text(record, record.args.name);
        if (record.args.type !== "CNAME" || name === undefined) continue;
        if (zones.has(name)) yield refused(record, `is a CNAME at the apex ${name}`);
        const other = records.find((it) => graph.text(it, it.args.name) === name && it.args.type !== "CNAME");
        if (other) yield refused(record, `${name} is a CNAME and has a record of type ${String(other.args.type)}`);
      }
    },
  },
  {
    id: "failover-distribution-on-both-sides",
    says: "For failover alias records, you can't specify a CloudFront distribution for both the primary and secondary records.",
    source: { kind: "API model", where: "route53 AliasTarget, CloudFront distributions" },
    mend: "Fail over behind the distribution: its origin's name, or an origin group.",
    *find(graph) {
      const sides = graph
        .of("aws_route53_record")
        .filter(
          (record) =>
            isSet(record.args.failover_routing_policy) &&
            graph.target(record, block(record.args.alias).name)?.type === "aws_cloudfront_distribution",
        );
      for (const name of twice(sides.map((record) => graph.text(record, record.args.name)))) {
        const [, second] = sides.filter((record) => graph.text(record, record.args.name) === name);
        if (second) yield refused(second, `${name} fails over from one distribution to another`);
      }
    },
  },
  {
    id: "scaling-group-capacity",
    says: "ValidationError: Desired capacity must be between the specified min size and max size",
    source: { kind: "API model", where: "autoscaling CreateAutoScalingGroup, member DesiredCapacity" },
    mend: "Put it between the two.",
    *find(graph) {
      for (const group of graph.of("aws_autoscaling_group")) {
        const [least, most, wanted] = ["min_size", "max_size", "desired_capacity"].map((name) =>
          graph.number(group, group.args[name]),
        );
        if (least === undefined || most === undefined) continue;
        if (least > most || (wanted !== undefined && (wanted < least || wanted > most)))
          yield refused(group, `min ${least}, desired ${wanted ?? "-"}, max ${most}`);
      }
    },
  },
  {
    id: "scaling-by-requests-without-label",
    says: "ValidationError: Resource label must be specified for ALBRequestCountPerTarget",
    source: { kind: "API model", where: "autoscaling PredefinedMetricSpecification, member ResourceLabel" },
    mend: "Set resource_label to the load balancer's and target group's arn_suffix.",
    *find(graph) {
      for (const policy of graph.of("aws_autoscaling_policy")) {
        const metric = block(block(policy.args.target_tracking_configuration).predefined_metric_specification);
        if (metric.predefined_metric_type === "ALBRequestCountPerTarget" && !isSet(metric.resource_label))
          yield refused(policy, "counts requests of no target group");
      }
    },
  },
];
