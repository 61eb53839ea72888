// For each rule the smallest graph that breaks it, and the same mended: a rule that sees nothing, or sees too much, fails
// its test. Plain data, since a refused stack is seldom one that the typed language lets anybody write.
import type { Argument } from "../language/expression.ts";
import type { Resource } from "../language/graph.ts";
import type { StackOfResources } from "./graph.ts";

type Args = { readonly [name: string]: Argument };
/** A resource in short: its type, its name, its arguments, and where it lies if not in Mumbai. */
export type Short = readonly [address: string, args: Args, region?: string];
export type Fixture = { readonly rule: string; readonly breaks: readonly Short[]; readonly allows: readonly Short[] };

const HOME = "ap-south-1";
const ref = (address: string, ...path: readonly (string | number)[]): Argument => ({ kind: "ref", address, path });
const json = (value: Argument): Argument => ({ kind: "json", value });
const policy = (...statements: readonly Args[]): Argument => json({ Version: "2012-10-17", Statement: statements });
const allow = (more: Args): Args => ({ Effect: "Allow", ...more });
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Resources as one stack for each region; an address "data.x.y" is a data source. */
export function stacksOf(resources: readonly Short[]): readonly StackOfResources[] {
  const regions = new Map<string, Resource[]>();
  for (const [address, args, region = HOME] of resources) {
    const parts = address.split(".");
    const mode = parts[0] === "data" ? "data" : "resource";
    const [type = "", name = ""] = mode === "data" ? parts.slice(1) : parts;
    const resource: Resource = {
      kind: "resource",
      mode,
      type,
      name,
      address,
      file: "fixture",
      region,
      args,
      dependsOn: [],
      lifecycle: {},
    };
    // One stack holds all, so that references reach across: only the regions differ, as with aliased providers.
    regions.set("fixture", [...(regions.get("fixture") ?? []), resource]);
  }
  return [...regions].map(([name, list]) => ({ name, region: HOME, resources: list }));
}

const one = (rule: string, address: string, breaks: Args, allows: Args): Fixture => ({
  rule,
  breaks: [[address, breaks]],
  allows: [[address, allows]],
});

const origin = (id: string): Args => ({ origin_id: id, domain_name: "example.com" });
const distribution = (more: Args): Args => ({
  origin: [origin("a"), origin("b")],
  origin_group: [{ origin_id: "both", member: [{ origin_id: "a" }, { origin_id: "b" }] }],
  default_cache_behavior: { target_origin_id: "a", allowed_methods: ["GET", "HEAD"] },
  viewer_certificate: { cloudfront_default_certificate: true },
  ...more,
});
const CDN = "aws_cloudfront_distribution.main";
const ACL = "aws_wafv2_web_acl.main";
const BUCKET: Short = ["aws_s3_bucket.logs", { bucket: "logs" }];
const logsEncrypted = (how: string): Short => [
  "aws_s3_bucket_server_side_encryption_configuration.logs",
  { bucket: "logs", rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: how } }] },
];

const CLOUDFRONT: readonly Fixture[] = [
  one(
    "cloudfront-writes-to-origin-group",
    CDN,
    distribution({
      ordered_cache_behavior: [
        { path_pattern: "/api/*", target_origin_id: "both", allowed_methods: ["GET", "HEAD", "POST"] },
      ],
    }),
    distribution({
      ordered_cache_behavior: [
        { path_pattern: "/api/*", target_origin_id: "a", allowed_methods: ["GET", "HEAD", "POST"] },
      ],
    }),
  ),
  {
    rule: "cloudfront-certificate-outside-us-east-1",
    breaks: [
      [CDN, distribution({ viewer_certificate: { acm_certificate_arn: ref("aws_acm_certificate.main", "arn") } })],
      ["aws_acm_certificate.main", {}],
    ],
    allows: [
      [CDN, distribution({ viewer_certificate: { acm_certificate_arn: ref("aws_acm_certificate.main", "arn") } })],
      ["aws_acm_certificate.main", {}, "us-east-1"],
    ],
  },
  one(
    "cloudfront-alias-without-certificate",
    CDN,
    distribution({ aliases: ["app.example.com"] }),
    distribution({
      aliases: ["app.example.com"],
      viewer_certificate: { acm_certificate_arn: "arn:aws:acm:us-east-1:1:certificate/x" },
    }),
  ),
  one(
    "cloudfront-unknown-origin",
    CDN,
    distribution({ default_cache_behavior: { target_origin_id: "c", allowed_methods: ["GET"] } }),
    distribution({}),
  ),
  one(
    "cloudfront-behaviours-over-quota",
    CDN,
    distribution({
      ordered_cache_behavior: many(75, (n) => ({
        path_pattern: `/${n}`,
        target_origin_id: "a",
        allowed_methods: ["GET"],
      })),
    }),
    distribution({
      ordered_cache_behavior: many(74, (n) => ({
        path_pattern: `/${n}`,
        target_origin_id: "a",
        allowed_methods: ["GET"],
      })),
    }),
  ),
  one(
    "cloudfront-path-pattern-twice",
    CDN,
    distribution({ ordered_cache_behavior: many(2, () => ({ path_pattern: "/x", target_origin_id: "a" })) }),
    distribution({ ordered_cache_behavior: many(2, (n) => ({ path_pattern: `/x${n}`, target_origin_id: "a" })) }),
  ),
  one(
    "cloudfront-comment-too-long",
    CDN,
    distribution({ comment: "x".repeat(129) }),
    distribution({ comment: "x".repeat(128) }),
  ),
  one(
    "cloudfront-uncached-policy-with-key",
    "aws_cloudfront_cache_policy.main",
    {
      max_ttl: 0,
      parameters_in_cache_key_and_forwarded_to_origin: {
        headers_config: { header_behavior: "whitelist" },
        cookies_config: { cookie_behavior: "none" },
      },
    },
    {
      max_ttl: 1,
      parameters_in_cache_key_and_forwarded_to_origin: {
        headers_config: { header_behavior: "whitelist" },
        cookies_config: { cookie_behavior: "none" },
      },
    },
  ),
  {
    rule: "cloudfront-log-bucket-without-acl",
    breaks: [[CDN, distribution({ logging_config: { bucket: "logs.s3.amazonaws.com" } })], BUCKET],
    allows: [
      [CDN, distribution({ logging_config: { bucket: "logs.s3.amazonaws.com" } })],
      BUCKET,
      ["aws_s3_bucket_ownership_controls.logs", { bucket: "logs", rule: { object_ownership: "BucketOwnerPreferred" } }],
    ],
  },
  {
    rule: "waf-cloudfront-scope-outside-us-east-1",
    breaks: [[ACL, { scope: "CLOUDFRONT" }]],
    allows: [[ACL, { scope: "CLOUDFRONT" }, "us-east-1"]],
  },
  {
    rule: "waf-association-with-cloudfront",
    breaks: [
      [ACL, { scope: "CLOUDFRONT" }, "us-east-1"],
      ["aws_wafv2_web_acl_association.main", { web_acl_arn: ref(ACL, "arn"), resource_arn: "x" }],
    ],
    allows: [
      [ACL, { scope: "REGIONAL" }],
      ["aws_wafv2_web_acl_association.main", { web_acl_arn: ref(ACL, "arn"), resource_arn: "x" }],
    ],
  },
  {
    rule: "waf-wrong-scope-for-distribution",
    breaks: [
      [CDN, distribution({ web_acl_id: ref(ACL, "arn") })],
      [ACL, { scope: "REGIONAL" }],
    ],
    allows: [
      [CDN, distribution({ web_acl_id: ref(ACL, "arn") })],
      [ACL, { scope: "CLOUDFRONT" }, "us-east-1"],
    ],
  },
  ...["waf", "aws-waf-logs-main"].slice(0, 1).map(
    (name): Fixture => ({
      rule: "waf-log-destination-name",
      breaks: [
        [
          "aws_wafv2_web_acl_logging_configuration.main",
          { log_destination_configs: [ref("aws_cloudwatch_log_group.waf", "arn")] },
        ],
        ["aws_cloudwatch_log_group.waf", { name }],
      ],
      allows: [
        [
          "aws_wafv2_web_acl_logging_configuration.main",
          { log_destination_configs: [ref("aws_cloudwatch_log_group.waf", "arn")] },
        ],
        ["aws_cloudwatch_log_group.waf", { name: `aws-waf-logs-${name}` }],
      ],
    }),
  ),
  one(
    "waf-priority-twice",
    ACL,
    { rule: [{ priority: 1 }, { priority: 1 }] },
    { rule: [{ priority: 1 }, { priority: 2 }] },
  ),
  one("waf-description-characters", ACL, { description: "What isn't wanted" }, { description: "What is not wanted" }),
];

const IN = "aws_vpc_security_group_ingress_rule";
const GROUP: Short = ["aws_security_group.web", { name: "web" }];
const rule = (more: Args): Args => ({
  security_group_id: ref("aws_security_group.web", "id"),
  ip_protocol: "tcp",
  from_port: 443,
  to_port: 443,
  ...more,
});
const VPC: Short = ["aws_vpc.main", { cidr_block: "10.0.0.0/16" }];
const subnet = (name: string, cidr: string): Short => [
  `aws_subnet.${name}`,
  { vpc_id: ref("aws_vpc.main", "id"), cidr_block: cidr },
];
const aclRule = (name: string, number: number): Short => [
  `aws_network_acl_rule.${name}`,
  { network_acl_id: ref("aws_network_acl.a", "id"), rule_number: number },
];
const route = (name: string, to: string): Short => [
  `aws_route.${name}`,
  { route_table_id: ref("aws_route_table.a", "id"), destination_cidr_block: to },
];
const endpoint = (name: string, service: string): Short => [
  `aws_vpc_endpoint.${name}`,
  {
    vpc_id: ref("aws_vpc.main", "id"),
    service_name: service,
    vpc_endpoint_type: "Interface",
    private_dns_enabled: true,
  },
];

const NETWORK: readonly Fixture[] = [
  {
    rule: "security-group-across-regions",
    breaks: [
      GROUP,
      ["aws_security_group.far", {}, "ap-south-2"],
      [`${IN}.a`, rule({ referenced_security_group_id: ref("aws_security_group.far", "id") })],
    ],
    allows: [
      GROUP,
      ["aws_security_group.far", {}],
      [`${IN}.a`, rule({ referenced_security_group_id: ref("aws_security_group.far", "id") })],
    ],
  },
  {
    rule: "security-group-rules-over-quota",
    breaks: [
      GROUP,
      ["data.aws_ec2_managed_prefix_list.cdn", { name: "com.amazonaws.global.cloudfront.origin-facing" }],
      ...[80, 443].map(
        (port): Short => [
          `${IN}.p${port}`,
          rule({ from_port: port, to_port: port, prefix_list_id: ref("data.aws_ec2_managed_prefix_list.cdn", "id") }),
        ],
      ),
    ],
    allows: [
      GROUP,
      ["data.aws_ec2_managed_prefix_list.cdn", { name: "com.amazonaws.global.cloudfront.origin-facing" }],
      [`${IN}.p443`, rule({ prefix_list_id: ref("data.aws_ec2_managed_prefix_list.cdn", "id") })],
    ],
  },
  {
    rule: "security-group-rule-twice",
    breaks: [
      GROUP,
      [`${IN}.a`, rule({ cidr_ipv4: "10.0.0.0/8", description: "one" })],
      [`${IN}.b`, rule({ cidr_ipv4: "10.0.0.0/8", description: "two" })],
    ],
    allows: [GROUP, [`${IN}.a`, rule({ cidr_ipv4: "10.0.0.0/8" })], [`${IN}.b`, rule({ cidr_ipv4: "10.0.0.0/9" })]],
  },
  one(
    "security-group-description-characters",
    `${IN}.a`,
    rule({ description: "The balancer's own" }),
    rule({ description: "From the balancer" }),
  ),
  one("tag-value-characters", "aws_vpc.main", { tags: { purpose: "lake (raw)" } }, { tags: { purpose: "lake raw" } }),
  {
    rule: "subnet-outside-its-vpc",
    breaks: [VPC, subnet("a", "10.1.0.0/20")],
    allows: [VPC, subnet("a", "10.0.0.0/20")],
  },
  {
    rule: "subnets-overlap",
    breaks: [VPC, subnet("a", "10.0.0.0/20"), subnet("b", "10.0.8.0/21")],
    allows: [VPC, subnet("a", "10.0.0.0/20"), subnet("b", "10.0.16.0/20")],
  },
  {
    rule: "peering-of-overlapping-networks",
    breaks: [VPC, ["aws_vpc.far", { cidr_block: "10.0.128.0/17" }, "ap-south-2"], ["aws_vpc_peering_connection.a", {}]],
    allows: [VPC, ["aws_vpc.far", { cidr_block: "10.1.0.0/16" }, "ap-south-2"], ["aws_vpc_peering_connection.a", {}]],
  },
  one(
    "peering-accepted-from-the-wrong-side",
    "aws_vpc_peering_connection.a",
    { peer_region: "ap-south-2", auto_accept: true },
    { peer_region: "ap-south-2" },
  ),
  {
    rule: "network-acl-rule-number-twice",
    breaks: [aclRule("a", 100), aclRule("b", 100)],
    allows: [aclRule("a", 100), aclRule("b", 110)],
  },
  {
    rule: "network-acl-rules-over-quota",
    breaks: many(20, (n) => aclRule(`a${n}`, n + 1)),
    allows: many(19, (n) => aclRule(`a${n}`, n + 1)),
  },
  {
    rule: "routes-over-quota",
    breaks: many(51, (n) => route(`a${n}`, `10.${n}.0.0/16`)),
    allows: many(50, (n) => route(`a${n}`, `10.${n}.0.0/16`)),
  },
  {
    rule: "route-twice",
    breaks: [route("a", "10.1.0.0/16"), route("b", "10.1.0.0/16")],
    allows: [route("a", "10.1.0.0/16"), route("b", "10.2.0.0/16")],
  },
  one(
    "gateway-endpoint-with-subnets",
    "aws_vpc_endpoint.s3",
    { vpc_endpoint_type: "Gateway", subnet_ids: ["subnet-1"] },
    { vpc_endpoint_type: "Gateway", route_table_ids: ["rtb-1"] },
  ),
  {
    rule: "private-dns-twice",
    breaks: [VPC, endpoint("a", "com.amazonaws.ap-south-1.sts"), endpoint("b", "com.amazonaws.ap-south-1.sts")],
    allows: [VPC, endpoint("a", "com.amazonaws.ap-south-1.sts"), endpoint("b", "com.amazonaws.ap-south-1.sqs")],
  },
  {
    rule: "transit-and-direct-connect-share-asn",
    breaks: [
      ["aws_dx_gateway.a", { amazon_side_asn: "64512" }],
      ["aws_ec2_transit_gateway.a", {}],
    ],
    allows: [
      ["aws_dx_gateway.a", { amazon_side_asn: "64513" }],
      ["aws_ec2_transit_gateway.a", {}],
    ],
  },
  one(
    "gp3-volume-ratio",
    "aws_launch_template.a",
    { block_device_mappings: [{ ebs: { volume_type: "gp3", volume_size: 8, iops: 5_000 } }] },
    { block_device_mappings: [{ ebs: { volume_type: "gp3", volume_size: 80, iops: 5_000 } }] },
  ),
];

const LISTENER = "aws_lb_listener.https";
const record = (name: string, more: Args): Short => [
  `aws_route53_record.${name}`,
  { name: "app.example.com", type: "A", ...more },
];
const listenerRule = (name: string, priority: number): Short => [
  `aws_lb_listener_rule.${name}`,
  { listener_arn: ref(LISTENER, "arn"), priority },
];
const failover = (name: string): Short =>
  record(name, { failover_routing_policy: { type: name.toUpperCase() }, alias: { name: ref(CDN, "domain_name") } });

const ENTRY: readonly Fixture[] = [
  one("load-balancer-in-one-zone", "aws_lb.main", { subnets: ["subnet-1"] }, { subnets: ["subnet-1", "subnet-2"] }),
  one("load-balancer-name", "aws_lb_target_group.a", { name: "x".repeat(33) }, { name: "x".repeat(32) }),
  {
    rule: "load-balancer-logs-into-kms-bucket",
    breaks: [["aws_lb.main", { access_logs: { bucket: "logs" } }], BUCKET, logsEncrypted("aws:kms")],
    allows: [["aws_lb.main", { access_logs: { bucket: "logs" } }], BUCKET, logsEncrypted("AES256")],
  },
  one(
    "https-listener-without-certificate",
    LISTENER,
    { protocol: "HTTPS" },
    { protocol: "HTTPS", certificate_arn: "arn:aws:acm:ap-south-1:1:certificate/x" },
  ),
  {
    rule: "listener-rule-priority-twice",
    breaks: [[LISTENER, {}], listenerRule("a", 1), listenerRule("b", 1)],
    allows: [[LISTENER, {}], listenerRule("a", 1), listenerRule("b", 2)],
  },
  one(
    "listener-rule-too-many-values",
    "aws_lb_listener_rule.a",
    { condition: [{ path_pattern: { values: many(6, (n) => `/${n}`) } }] },
    { condition: [{ path_pattern: { values: many(5, (n) => `/${n}`) } }] },
  ),
  one(
    "target-health-timeout",
    "aws_lb_target_group.a",
    { health_check: { interval: 10, timeout: 10 } },
    { health_check: { interval: 10, timeout: 5 } },
  ),
  one(
    "health-check-regions",
    "aws_route53_health_check.a",
    { type: "HTTPS", regions: ["us-east-1", "eu-west-1"] },
    { type: "HTTPS", regions: ["us-east-1", "eu-west-1", "ap-southeast-1"] },
  ),
  one(
    "health-check-string",
    "aws_route53_health_check.a",
    { type: "HTTPS", search_string: "active" },
    { type: "HTTPS_STR_MATCH", search_string: "active" },
  ),
  {
    rule: "record-mixed-routing",
    breaks: [record("a", {}), record("b", { latency_routing_policy: { region: HOME } })],
    allows: [
      record("a", { latency_routing_policy: { region: HOME } }),
      record("b", { latency_routing_policy: { region: "ap-south-2" } }),
    ],
  },
  {
    rule: "record-cname-beside-others",
    breaks: [["aws_route53_zone.main", { name: "app.example.com" }], record("a", { type: "CNAME" })],
    allows: [["aws_route53_zone.main", { name: "example.com" }], record("a", { type: "CNAME" })],
  },
  {
    rule: "failover-distribution-on-both-sides",
    breaks: [[CDN, {}], failover("primary"), failover("secondary")],
    allows: [[CDN, {}], failover("primary")],
  },
  one(
    "scaling-group-capacity",
    "aws_autoscaling_group.a",
    { min_size: 2, max_size: 4, desired_capacity: 5 },
    { min_size: 2, max_size: 4, desired_capacity: 3 },
  ),
  one(
    "scaling-by-requests-without-label",
    "aws_autoscaling_policy.a",
    {
      target_tracking_configuration: {
        predefined_metric_specification: { predefined_metric_type: "ALBRequestCountPerTarget" },
      },
    },
    {
      target_tracking_configuration: {
        predefined_metric_specification: {
          predefined_metric_type: "ALBRequestCountPerTarget",
          resource_label: "app/a/targetgroup/b",
        },
      },
    },
  ),
];

const long = (characters: number): Argument =>
  policy(allow({ Action: "s3:GetObject", Resource: "x".repeat(characters) }));
const attachment = (n: number): Short => [
  `aws_iam_role_policy_attachment.a${n}`,
  { role: "reader", policy_arn: `arn:aws:iam::aws:policy/P${n}` },
];
const READ = allow({ Action: "s3:GetObject", Resource: "*" });
const TRUST = allow({ Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } });

const IDENTITY: readonly Fixture[] = [
  one("iam-managed-policy-too-long", "aws_iam_policy.a", { policy: long(6_144) }, { policy: long(5_900) }),
  {
    rule: "iam-inline-policies-too-long",
    breaks: [
      ["aws_iam_role_policy.a", { role: "r", policy: long(6_000) }],
      ["aws_iam_role_policy.b", { role: "r", policy: long(6_000) }],
    ],
    allows: [
      ["aws_iam_role_policy.a", { role: "r", policy: long(6_000) }],
      ["aws_iam_role_policy.b", { role: "s", policy: long(6_000) }],
    ],
  },
  one(
    "iam-trust-policy-too-long",
    "aws_iam_role.a",
    { assume_role_policy: policy({ ...TRUST, Condition: { StringEquals: { a: "x".repeat(2_048) } } }) },
    { assume_role_policy: policy(TRUST) },
  ),
  one(
    "iam-trust-policy-with-resource",
    "aws_iam_role.a",
    { assume_role_policy: policy({ ...TRUST, Resource: "*" }) },
    { assume_role_policy: policy(TRUST) },
  ),
  one(
    "iam-policy-with-principal",
    "aws_iam_policy.a",
    { policy: policy({ ...READ, Principal: "*" }) },
    { policy: policy(READ) },
  ),
  one(
    "iam-policy-without-resource",
    "aws_iam_policy.a",
    { policy: policy(allow({ Action: "s3:GetObject" })) },
    { policy: policy(READ) },
  ),
  one(
    "iam-statement-id-characters",
    "aws_iam_policy.a",
    { policy: policy({ ...READ, Sid: "read-lake" }) },
    { policy: policy({ ...READ, Sid: "ReadLake" }) },
  ),
  one("iam-name", "aws_iam_role.a", { name: "x".repeat(65) }, { name: "x".repeat(64) }),
  one(
    "iam-description-characters",
    "aws_iam_role.a",
    { description: "Reads – and nothing else" },
    { description: "Reads - and nothing else" },
  ),
  { rule: "iam-policies-per-role-over-quota", breaks: many(11, attachment), allows: many(10, attachment) },
  one(
    "kms-policy-locks-everybody-out",
    "aws_kms_key.a",
    { policy: policy(allow({ Action: "kms:Decrypt", Resource: "*", Principal: { AWS: "arn:aws:iam::1:role/x" } })) },
    { policy: policy(allow({ Action: "kms:*", Resource: "*", Principal: { AWS: "arn:aws:iam::1:root" } })) },
  ),
];

const DB = "aws_db_instance.main";
const SOURCE: Args = {
  identifier: "main",
  engine: "postgres",
  storage_encrypted: true,
  backup_retention_period: 7,
  skip_final_snapshot: true,
};
const REPLICA: Args = {
  identifier: "copy",
  replicate_source_db: ref(DB, "arn"),
  kms_key_id: "key",
  db_subnet_group_name: "data",
  skip_final_snapshot: true,
};
const far = (source: Args, replica: Args): readonly Short[] => [
  [DB, source],
  ["aws_db_instance.copy", replica, "ap-south-2"],
];
const near = (replica: Args): readonly Short[] => [
  [DB, SOURCE],
  ["aws_db_instance.copy", replica],
];
const without = (args: Args, name: string): Args =>
  Object.fromEntries(Object.entries(args).filter(([key]) => key !== name));
const postgres = (more: Args): Args => ({ ...SOURCE, ...more });
const proxyTarget: Short = [
  "aws_db_proxy_target.a",
  { db_instance_identifier: ref("aws_db_instance.copy", "identifier") },
  "ap-south-2",
];
const CLUSTER = "aws_rds_cluster.main";
const member = (name: string, more: Args, region = HOME): Short => [
  `aws_rds_cluster.${name}`,
  {
    cluster_identifier: name,
    global_cluster_identifier: "all",
    skip_final_snapshot: true,
    storage_encrypted: true,
    kms_key_id: "key",
    ...more,
  },
  region,
];
const first = member("first", { master_username: "owner" });
const parameters = (method: string): Args => ({
  family: "postgres17",
  parameter: [{ name: "shared_preload_libraries", value: "pg_stat_statements", apply_method: method }],
});

const DATABASES: readonly Fixture[] = [
  one(
    "rds-gp3-iops-below-400-gb",
    DB,
    postgres({ storage_type: "gp3", allocated_storage: 200, iops: 3_000 }),
    postgres({ storage_type: "gp3", allocated_storage: 400, iops: 12_000 }),
  ),
  one(
    "rds-gp3-iops-out-of-range",
    DB,
    postgres({ storage_type: "gp3", allocated_storage: 500, iops: 3_000 }),
    postgres({ storage_type: "gp3", allocated_storage: 500, iops: 12_000 }),
  ),
  one(
    "rds-provisioned-storage-without-iops",
    DB,
    postgres({ storage_type: "io2" }),
    postgres({ storage_type: "io2", iops: 5_000 }),
  ),
  one(
    "rds-storage-ceiling-below-size",
    DB,
    postgres({ allocated_storage: 200, max_allocated_storage: 200 }),
    postgres({ allocated_storage: 200, max_allocated_storage: 400 }),
  ),
  {
    rule: "rds-replica-with-credentials",
    breaks: far(SOURCE, { ...REPLICA, password: "x" }),
    allows: far(SOURCE, REPLICA),
  },
  {
    rule: "rds-replica-of-managed-password",
    breaks: far({ ...SOURCE, manage_master_user_password: true }, REPLICA),
    allows: far({ ...SOURCE, password_wo: ref("ephemeral.x.y", "random_password") }, REPLICA),
  },
  {
    rule: "rds-replica-of-source-without-backups",
    breaks: far({ ...SOURCE, backup_retention_period: 0 }, REPLICA),
    allows: far(SOURCE, REPLICA),
  },
  {
    rule: "rds-encrypted-replica-without-key",
    breaks: far(SOURCE, without(REPLICA, "kms_key_id")),
    allows: far(SOURCE, REPLICA),
  },
  {
    rule: "rds-replica-across-regions-without-subnets",
    breaks: far(SOURCE, without(REPLICA, "db_subnet_group_name")),
    allows: far(SOURCE, REPLICA),
  },
  {
    rule: "rds-replica-in-region-with-subnets",
    breaks: near({ ...REPLICA, replicate_source_db: ref(DB, "identifier") }),
    allows: near({ ...without(REPLICA, "db_subnet_group_name"), replicate_source_db: ref(DB, "identifier") }),
  },
  {
    rule: "rds-proxy-on-replica",
    breaks: [...far(SOURCE, REPLICA), proxyTarget],
    allows: [...far(SOURCE, without(REPLICA, "replicate_source_db")), proxyTarget],
  },
  one(
    "rds-proxy-in-one-zone",
    "aws_db_proxy.a",
    { vpc_subnet_ids: ["subnet-1"] },
    { vpc_subnet_ids: ["subnet-1", "subnet-2"] },
  ),
  one(
    "rds-subnet-group-in-one-zone",
    "aws_db_subnet_group.a",
    { subnet_ids: ["subnet-1"] },
    { subnet_ids: ["subnet-1", "subnet-2"] },
  ),
  one(
    "rds-zone-and-multi-az",
    DB,
    postgres({ multi_az: true, availability_zone: "ap-south-1a" }),
    postgres({ multi_az: true }),
  ),
  one(
    "rds-insights-retention",
    DB,
    postgres({ performance_insights_retention_period: 94 }),
    postgres({ performance_insights_retention_period: 93 }),
  ),
  one(
    "rds-insights-on-unsupported-class",
    DB,
    postgres({ engine: "mysql", instance_class: "db.t4g.micro", performance_insights_enabled: true }),
    postgres({ engine: "mysql", instance_class: "db.t4g.medium", performance_insights_enabled: true }),
  ),
  one(
    "rds-monitoring-without-role",
    DB,
    postgres({ monitoring_interval: 60 }),
    postgres({ monitoring_interval: 60, monitoring_role_arn: "arn" }),
  ),
  one(
    "rds-windows-overlap",
    DB,
    postgres({ backup_window: "23:30-00:30", maintenance_window: "sun:00:00-sun:01:00" }),
    postgres({ backup_window: "23:30-00:30", maintenance_window: "sun:01:00-sun:02:00" }),
  ),
  one("rds-database-name", DB, postgres({ db_name: "tandem-prod" }), postgres({ db_name: "tandem_prod" })),
  one("rds-reserved-user-name", DB, postgres({ username: "admin" }), postgres({ username: "tandem" })),
  one(
    "rds-static-parameter-at-once",
    "aws_db_parameter_group.a",
    parameters("immediate"),
    parameters("pending-reboot"),
  ),
  {
    rule: "aurora-global-managed-password",
    breaks: [member("first", { manage_master_user_password: true })],
    allows: [first],
  },
  {
    rule: "aurora-global-two-with-credentials",
    breaks: [first, member("second", { master_username: "owner" }, "ap-south-2")],
    allows: [first, member("second", {}, "ap-south-2")],
  },
  {
    rule: "aurora-global-encryption-differs",
    breaks: [first, member("second", { storage_encrypted: false }, "ap-south-2")],
    allows: [first, member("second", {}, "ap-south-2")],
  },
  { rule: "aurora-global-unsupported-mode", breaks: [member("first", { engine_mode: "serverless" })], allows: [first] },
  {
    rule: "aurora-global-small-class",
    breaks: [
      first,
      [
        "aws_rds_cluster_instance.a",
        { cluster_identifier: ref("aws_rds_cluster.first", "id"), instance_class: "db.t4g.medium" },
      ],
    ],
    allows: [
      first,
      [
        "aws_rds_cluster_instance.a",
        { cluster_identifier: ref("aws_rds_cluster.first", "id"), instance_class: "db.r6g.large" },
      ],
    ],
  },
  {
    rule: "aurora-serverless-without-capacity",
    breaks: [
      [CLUSTER, { skip_final_snapshot: true }],
      ["aws_rds_cluster_instance.a", { cluster_identifier: ref(CLUSTER, "id"), instance_class: "db.serverless" }],
    ],
    allows: [
      [
        CLUSTER,
        { skip_final_snapshot: true, serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 4 } },
      ],
      ["aws_rds_cluster_instance.a", { cluster_identifier: ref(CLUSTER, "id"), instance_class: "db.serverless" }],
    ],
  },
  one(
    "rds-final-snapshot-unnamed",
    CLUSTER,
    { skip_final_snapshot: false },
    { skip_final_snapshot: false, final_snapshot_identifier: "last" },
  ),
];

const CACHE = "aws_elasticache_replication_group.a";
const TABLE = "aws_dynamodb_table.a";
const streaming: Args = { name: "salts", stream_enabled: true, stream_view_type: "NEW_AND_OLD_IMAGES" };
const brokers = (count: number, type = "kafka.m7g.large", throughput = false): Args => ({
  number_of_broker_nodes: count,
  broker_node_group_info: {
    client_subnets: ["a", "b", "c"],
    instance_type: type,
    storage_info: { ebs_storage_info: { provisioned_throughput: { enabled: throughput } } },
  },
});
const SEARCH = "aws_opensearch_domain.a";
const search = (cluster: Args, more: Args = {}): Args => ({ domain_name: "tandem", cluster_config: cluster, ...more });
const secured = (https: boolean): Args => ({
  advanced_security_options: { enabled: true },
  node_to_node_encryption: { enabled: true },
  encrypt_at_rest: { enabled: true },
  domain_endpoint_options: { enforce_https: https },
});

const DATA_SERVICES: readonly Fixture[] = [
  one(
    "table-replica-without-stream",
    TABLE,
    { name: "salts", replica: [{ region_name: "ap-south-2" }] },
    { ...streaming, replica: [{ region_name: "ap-south-2" }] },
  ),
  one(
    "table-replica-in-its-own-region",
    TABLE,
    { ...streaming, replica: [{ region_name: HOME }] },
    { ...streaming, replica: [{ region_name: "ap-south-2" }] },
  ),
  one(
    "cache-fail-over-with-one-node",
    CACHE,
    { automatic_failover_enabled: true, num_cache_clusters: 1 },
    { automatic_failover_enabled: true, num_cache_clusters: 2 },
  ),
  one("cache-password-without-tls", CACHE, { auth_token: "x" }, { auth_token: "x", transit_encryption_enabled: true }),
  one("cache-name", CACHE, { replication_group_id: "tandem--cache" }, { replication_group_id: "tandem-cache" }),
  {
    rule: "cache-global-on-small-class",
    breaks: [
      [CACHE, { node_type: "cache.t4g.small" }],
      ["aws_elasticache_global_replication_group.g", { primary_replication_group_id: ref(CACHE, "id") }],
    ],
    allows: [
      [CACHE, { node_type: "cache.m7g.large" }],
      ["aws_elasticache_global_replication_group.g", { primary_replication_group_id: ref(CACHE, "id") }],
    ],
  },
  one("brokers-not-a-multiple-of-zones", "aws_msk_cluster.a", brokers(4), brokers(3)),
  one(
    "brokers-storage-throughput",
    "aws_msk_cluster.a",
    brokers(3, "kafka.m7g.large", true),
    brokers(3, "kafka.m7g.4xlarge", true),
  ),
  one(
    "search-zones",
    SEARCH,
    search({ instance_count: 2, zone_awareness_enabled: true, zone_awareness_config: { availability_zone_count: 3 } }),
    search({ instance_count: 3, zone_awareness_enabled: true, zone_awareness_config: { availability_zone_count: 3 } }),
  ),
  one(
    "search-masters",
    SEARCH,
    search({ dedicated_master_enabled: true, dedicated_master_count: 2 }),
    search({ dedicated_master_enabled: true, dedicated_master_count: 3 }),
  ),
  one(
    "search-tuning-on-small-class",
    SEARCH,
    search({ instance_type: "t3.small.search" }, { auto_tune_options: { desired_state: "ENABLED" } }),
    search({ instance_type: "t3.small.search" }, { auto_tune_options: { desired_state: "DISABLED" } }),
  ),
  one("search-access-control-unencrypted", SEARCH, search({}, secured(false)), search({}, secured(true))),
  one("search-name", SEARCH, { domain_name: "x".repeat(29) }, { domain_name: "x".repeat(28) }),
];

const LAKE: readonly Short[] = [
  ["aws_s3_bucket.lake", { bucket: "lake" }],
  ["aws_s3_bucket.copy", { bucket: "copy" }],
];
const versioned = (bucket: string): Short => [
  `aws_s3_bucket_versioning.${bucket}`,
  { bucket, versioning_configuration: { status: "Enabled" } },
];
const BOTH = [...LAKE, versioned("lake"), versioned("copy")];
const replication = (more: Args, destination: Args = {}): Short => [
  "aws_s3_bucket_replication_configuration.a",
  {
    bucket: ref("aws_s3_bucket.lake", "id"),
    rule: [
      {
        id: "all",
        priority: 1,
        filter: {},
        delete_marker_replication: { status: "Enabled" },
        ...more,
        destination: { bucket: "arn:aws:s3:::copy", ...destination },
      },
    ],
  },
];
const lifecycle = (...moves: readonly (readonly [storage: string, days: number])[]): Args => ({
  bucket: "lake",
  rule: [{ transition: moves.map(([storage_class, days]) => ({ storage_class, days })), expiration: { days: 365 } }],
});
const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.a";
const ecrRules = (...rules: readonly (readonly [priority: number, status: string])[]): Args => ({
  policy: json({ rules: rules.map(([rulePriority, tagStatus]) => ({ rulePriority, selection: { tagStatus } })) }),
});
const owned = (ownership: string): Short => [
  "aws_s3_bucket_ownership_controls.a",
  { bucket: "logs", rule: { object_ownership: ownership } },
];

const STORAGE: readonly Fixture[] = [
  one("bucket-name", "aws_s3_bucket.a", { bucket: "Tandem_Lake" }, { bucket: "tandem-lake" }),
  {
    rule: "replication-without-versioning",
    breaks: [...LAKE, versioned("lake"), replication({})],
    allows: [...BOTH, replication({})],
  },
  {
    rule: "replication-of-encrypted-objects",
    breaks: [...BOTH, replication({ source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } } })],
    allows: [
      ...BOTH,
      replication(
        { source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } } },
        { encryption_configuration: { replica_kms_key_id: "key" } },
      ),
    ],
  },
  {
    rule: "replication-filter-without-delete-markers",
    breaks: [...BOTH, replication({ delete_marker_replication: null })],
    allows: [...BOTH, replication({})],
  },
  {
    rule: "replication-threshold-without-time",
    breaks: [...BOTH, replication({}, { metrics: { status: "Enabled", event_threshold: { minutes: 15 } } })],
    allows: [...BOTH, replication({}, { metrics: { status: "Enabled" } })],
  },
  {
    rule: "replication-time-without-metrics",
    breaks: [...BOTH, replication({}, { replication_time: { status: "Enabled", time: { minutes: 15 } } })],
    allows: [
      ...BOTH,
      replication(
        {},
        { replication_time: { status: "Enabled", time: { minutes: 15 } }, metrics: { status: "Enabled" } },
      ),
    ],
  },
  one("lifecycle-transition-too-early", LIFECYCLE, lifecycle(["STANDARD_IA", 7]), lifecycle(["STANDARD_IA", 30])),
  one(
    "lifecycle-transitions-out-of-order",
    LIFECYCLE,
    lifecycle(["GLACIER", 60], ["STANDARD_IA", 90]),
    lifecycle(["STANDARD_IA", 60], ["GLACIER", 90]),
  ),
  {
    rule: "acl-on-bucket-without-acls",
    breaks: [BUCKET, owned("BucketOwnerEnforced"), ["aws_s3_bucket_acl.a", { bucket: "logs" }]],
    allows: [BUCKET, owned("BucketOwnerPreferred"), ["aws_s3_bucket_acl.a", { bucket: "logs" }]],
  },
  {
    rule: "access-logs-into-kms-bucket",
    breaks: [BUCKET, logsEncrypted("aws:kms"), ["aws_s3_bucket_logging.a", { bucket: "lake", target_bucket: "logs" }]],
    allows: [BUCKET, logsEncrypted("AES256"), ["aws_s3_bucket_logging.a", { bucket: "lake", target_bucket: "logs" }]],
  },
  {
    rule: "bucket-configured-twice",
    breaks: [
      ["aws_s3_bucket_notification.a", { bucket: "lake" }],
      ["aws_s3_bucket_notification.b", { bucket: "lake" }],
    ],
    allows: [
      ["aws_s3_bucket_notification.a", { bucket: "lake" }],
      ["aws_s3_bucket_notification.b", { bucket: "copy" }],
    ],
  },
  one(
    "ecr-lifecycle-rules",
    "aws_ecr_lifecycle_policy.a",
    ecrRules([1, "any"], [2, "untagged"]),
    ecrRules([1, "untagged"], [2, "any"]),
  ),
  one(
    "ecr-replicates-into-itself",
    "aws_ecr_replication_configuration.a",
    { replication_configuration: { rule: [{ destination: [{ region: HOME }] }] } },
    { replication_configuration: { rule: [{ destination: [{ region: "ap-south-2" }] }] } },
  ),
];

const redrive = (fifo: boolean): readonly Short[] => [
  ["aws_sqs_queue.dead", { name: fifo ? "dead.fifo" : "dead", fifo_queue: fifo }],
  [
    "aws_sqs_queue.work",
    {
      name: "work",
      redrive_policy: json({ deadLetterTargetArn: ref("aws_sqs_queue.dead", "arn"), maxReceiveCount: 5 }),
    },
  ],
];
const key = (...services: readonly string[]): readonly Short[] => [
  [
    "aws_kms_key.a",
    {
      policy: policy(
        allow({ Action: "kms:*", Resource: "*", Principal: { AWS: "root" } }),
        ...services.map((Service) =>
          allow({ Action: ["kms:GenerateDataKey*", "kms:Decrypt"], Resource: "*", Principal: { Service } }),
        ),
      ),
    },
  ],
  ["aws_kms_alias.a", { name: "alias/tandem-queue", target_key_id: ref("aws_kms_key.a", "key_id") }],
];
const TOPIC: Short = [
  "aws_sns_topic.a",
  { name: "pages", kms_master_key_id: ref("data.aws_kms_alias.q", "target_key_arn") },
];
const LOOKED_UP: Short = ["data.aws_kms_alias.q", { name: "alias/tandem-queue" }];
const ALARM: Short = [
  "aws_cloudwatch_metric_alarm.a",
  { alarm_name: "a", alarm_actions: [ref("aws_sns_topic.a", "arn")] },
];
const TARGET: Short = ["aws_cloudwatch_event_target.a", { arn: ref("aws_sns_topic.a", "arn") }];
const NOTIFIED: Short = [
  "aws_s3_bucket_notification.a",
  { bucket: "lake", topic: [{ topic_arn: ref("aws_sns_topic.a", "arn") }] },
];
const LOG_GROUP: Short = [
  "aws_cloudwatch_log_group.a",
  { name: "/tandem/a", kms_key_id: ref("data.aws_kms_alias.q", "target_key_arn") },
];
const subscribed = (fifo: boolean): readonly Short[] => [
  ["aws_sns_topic.t", { name: "t" }],
  ["aws_sqs_queue.q", { name: fifo ? "q.fifo" : "q", fifo_queue: fifo }],
  [
    "aws_sns_topic_subscription.s",
    { topic_arn: ref("aws_sns_topic.t", "arn"), endpoint: ref("aws_sqs_queue.q", "arn") },
  ],
];

const MESSAGES: readonly Fixture[] = [
  { rule: "redrive-between-kinds-of-queue", breaks: redrive(true), allows: redrive(false) },
  one("queue-name", "aws_sqs_queue.a", { name: "work.fifo" }, { name: "work.fifo", fifo_queue: true }),
  { rule: "topic-and-queue-of-different-kinds", breaks: subscribed(true), allows: subscribed(false) },
  {
    rule: "alarm-cannot-use-the-topics-key",
    breaks: [...key("events.amazonaws.com"), LOOKED_UP, TOPIC, ALARM],
    allows: [...key("cloudwatch.amazonaws.com"), LOOKED_UP, TOPIC, ALARM],
  },
  {
    rule: "event-rule-cannot-use-the-targets-key",
    breaks: [...key("cloudwatch.amazonaws.com"), LOOKED_UP, TOPIC, TARGET],
    allows: [...key("events.amazonaws.com"), LOOKED_UP, TOPIC, TARGET],
  },
  {
    rule: "bucket-event-cannot-use-the-targets-key",
    breaks: [...key(), LOOKED_UP, TOPIC, NOTIFIED],
    allows: [...key("s3.amazonaws.com"), LOOKED_UP, TOPIC, NOTIFIED],
  },
  {
    rule: "log-group-cannot-use-its-key",
    breaks: [...key(), LOOKED_UP, LOG_GROUP],
    allows: [...key("logs.ap-south-1.amazonaws.com"), LOOKED_UP, LOG_GROUP],
  },
  one(
    "secret-replicated-into-its-own-region",
    "aws_secretsmanager_secret.a",
    { name: "a", replica: [{ region: HOME }] },
    { name: "a", replica: [{ region: "ap-south-2" }] },
  ),
  one("parameter-name", "aws_ssm_parameter.a", { name: "/aws/tandem" }, { name: "/tandem/aws" }),
  one(
    "parameter-too-long",
    "aws_ssm_parameter.a",
    { name: "/tandem/a", value: "x".repeat(4_097) },
    { name: "/tandem/a", value: "x".repeat(4_097), tier: "Advanced" },
  ),
];

const PLAN = "aws_backup_plan.a";
const backup = (more: Args): Args => ({ name: "daily", rule: [{ target_vault_name: "vault", ...more }] });
const LOCK: Short = [
  "aws_backup_vault_lock_configuration.a",
  { backup_vault_name: "vault", min_retention_days: 7, max_retention_days: 365 },
];
const CANARY = "aws_synthetics_canary.a";
const canary = (timeout: number): Args => ({
  name: "a",
  schedule: { expression: "rate(1 minute)" },
  run_config: { timeout_in_seconds: timeout },
});
const METRIC = "aws_cloudwatch_metric_alarm.a";
const nodeGroup = (more: Args): readonly Short[] => [
  ["aws_launch_template.a", {}],
  ["aws_eks_node_group.a", { launch_template: { id: ref("aws_launch_template.a", "id"), version: "1" }, ...more }],
];

const OPERATIONS: readonly Fixture[] = [
  {
    rule: "alarm-on-another-regions-metric",
    breaks: [[METRIC, { namespace: "AWS/Route53", period: 60 }]],
    allows: [[METRIC, { namespace: "AWS/Route53", period: 60 }, "us-east-1"]],
  },
  {
    rule: "alarm-acts-in-another-region",
    breaks: [
      ["aws_sns_topic.a", { name: "a" }],
      ["aws_cloudwatch_metric_alarm.a", { alarm_actions: [ref("aws_sns_topic.a", "arn")] }, "us-east-1"],
    ],
    allows: [
      ["aws_sns_topic.a", { name: "a" }],
      [METRIC, { alarm_actions: [ref("aws_sns_topic.a", "arn")] }],
    ],
  },
  one(
    "alarm-period",
    METRIC,
    { namespace: "AWS/RDS", period: 300, evaluation_periods: 289 },
    { namespace: "AWS/RDS", period: 300, evaluation_periods: 288 },
  ),
  {
    rule: "composite-alarm-of-unknown-alarm",
    breaks: [["aws_cloudwatch_composite_alarm.a", { alarm_name: "ill", alarm_rule: 'ALARM("gone")' }]],
    allows: [
      ["aws_cloudwatch_composite_alarm.a", { alarm_name: "ill", alarm_rule: 'ALARM("here")' }],
      ["aws_cloudwatch_metric_alarm.h", { alarm_name: "here" }],
    ],
  },
  one(
    "dashboard-too-large",
    "aws_cloudwatch_dashboard.a",
    { dashboard_name: "a", dashboard_body: json({ widgets: many(501, () => ({})) }) },
    { dashboard_name: "a", dashboard_body: json({ widgets: many(500, () => ({})) }) },
  ),
  one("log-group-name", "aws_cloudwatch_log_group.a", { name: "/tandem/lake writer" }, { name: "/tandem/lake-writer" }),
  one(
    "backup-cold-storage-too-short",
    PLAN,
    backup({ lifecycle: { cold_storage_after: 30, delete_after: 119 } }),
    backup({ lifecycle: { cold_storage_after: 30, delete_after: 120 } }),
  ),
  one(
    "backup-continuous-too-long",
    PLAN,
    backup({ enable_continuous_backup: true, lifecycle: { delete_after: 36 } }),
    backup({ enable_continuous_backup: true, lifecycle: { delete_after: 35 } }),
  ),
  {
    rule: "backup-outside-the-vaults-lock",
    breaks: [[PLAN, backup({ lifecycle: { delete_after: 3 } })], LOCK],
    allows: [[PLAN, backup({ lifecycle: { delete_after: 35 } })], LOCK],
  },
  one("canary-slower-than-its-schedule", CANARY, canary(61), canary(60)),
  one("canary-name", CANARY, { name: "Watches_Mumbai" }, { name: "watches_mumbai" }),
  one(
    "experiment-target-by-both",
    "aws_fis_experiment_template.a",
    { target: [{ name: "t", resource_arns: ["arn"], resource_tag: [{ key: "a", value: "b" }] }] },
    { target: [{ name: "t", resource_tag: [{ key: "a", value: "b" }] }] },
  ),
  one(
    "budget-notifications-over-quota",
    "aws_budgets_budget.a",
    { notification: many(6, () => ({})) },
    { notification: many(5, () => ({})) },
  ),
  {
    rule: "recorder-of-global-types",
    breaks: [
      [
        "aws_config_configuration_recorder.a",
        { recording_group: { include_global_resource_types: true } },
        "ap-south-2",
      ],
      ["aws_account_region.h", { region_name: "ap-south-2" }],
    ],
    allows: [["aws_config_configuration_recorder.a", { recording_group: { include_global_resource_types: true } }]],
  },
  one(
    "cluster-in-one-zone",
    "aws_eks_cluster.a",
    { vpc_config: { subnet_ids: ["a"] } },
    { vpc_config: { subnet_ids: ["a", "b"] } },
  ),
  one(
    "cluster-without-any-endpoint",
    "aws_eks_cluster.a",
    { vpc_config: { endpoint_public_access: false } },
    { vpc_config: { endpoint_public_access: false, endpoint_private_access: true } },
  ),
  { rule: "node-group-says-what-its-template-says", breaks: nodeGroup({ disk_size: 50 }), allows: nodeGroup({}) },
  one(
    "access-entry-of-system-group",
    "aws_eks_access_entry.a",
    { kubernetes_groups: ["system:masters"] },
    { kubernetes_groups: ["operators"] },
  ),
  {
    rule: "region-opted-in-late",
    breaks: [["aws_vpc.a", {}, "ap-south-2"]],
    allows: [
      ["aws_vpc.a", {}, "ap-south-2"],
      ["aws_account_region.h", { region_name: "ap-south-2" }],
    ],
  },
  {
    rule: "name-taken-twice",
    breaks: [
      ["aws_sqs_queue.a", { name: "work" }],
      ["aws_sqs_queue.b", { name: "work" }],
    ],
    allows: [
      ["aws_sqs_queue.a", { name: "work" }],
      ["aws_sqs_queue.b", { name: "work" }, "ap-south-2"],
    ],
  },
];

export const FIXTURES: readonly Fixture[] = [
  ...NETWORK,
  ...ENTRY,
  ...CLOUDFRONT,
  ...IDENTITY,
  ...DATABASES,
  ...DATA_SERVICES,
  ...STORAGE,
  ...MESSAGES,
  ...OPERATIONS,
];
