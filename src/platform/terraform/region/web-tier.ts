// The tier of Nginx instances between the public load balancer and the cluster: an Auto Scaling group over three zones,
// and the inner load balancer that spreads dynamic requests over the pods. It promises encrypted volumes, no way in but
// the load balancer and Session Manager, and that a new template comes in instance by instance, or not at all.
import type { Platform } from "../../../blueprint/platform.ts";
import { bucketArn, parameterArn, secretArn, secretParameter } from "../../names/data.ts";
import {
  ACCESS_LOG_PREFIXES,
  internalLoadBalancer,
  nginxGroup,
  nginxLogGroup,
  nginxPrefix,
  nginxRole,
  nginxTargetGroup,
  TARGET_PROTOCOL,
} from "../../names/edge.ts";
import { nginxConfiguration } from "../../nginx/configuration.ts";
import { instancePlace } from "../../nginx/place.ts";
import { OWN_HEALTH } from "../../nginx/servers.ts";
import { call, type Ref, text } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { Statement } from "../language/policy.ts";
import type { Declared, File, ResourceHandle } from "../language/stack.ts";
import { declareRole, trustService } from "../role.ts";
import type { AccessLogs } from "./access-logs.ts";
import type { Bucket } from "./buckets.ts";
import { declareRules, NOT_FOUND, type TargetGroups } from "./entry-rules.ts";
import { declareLoadBalancer, TLS_POLICY } from "./load-balancer.ts";
import type { Network } from "./network.ts";
import { bootScript, UPSTREAM } from "./nginx-boot.ts";
import type { Site } from "./site.ts";

type Tier = Extract<Platform["webTier"], { kind: "nginx" }>;
export type WebTier = { readonly targetGroup: ResourceHandle<"aws_lb_target_group"> };

/** From launch to serving: packages, configuration, first checks. */
const WARM_UP_SECONDS = 120;

export function buildWebTier(
  site: Site,
  network: Network,
  logs: AccessLogs,
  certificate: Ref<string>,
  targetGroups: TargetGroups,
  publicBalancer: ResourceHandle<"aws_lb">,
  staticBucket: Bucket,
): WebTier {
  const tier = site.platform.webTier as Tier;
  const inner = buildInnerBalancer(site, network, logs, certificate, targetGroups);
  const file = site.stack.file(
    "web-tier",
    "Nginx before the cluster: static files from disk, published limits, the rest to the inner load balancer. Instances take\ntheir configuration and the site from the static bucket, each minute.",
  );
  const targetGroup = declareNginxTargets(file, site, network);
  const profile = declareInstanceRole(file, site);
  const template = declareTemplate(file, site, network, tier, inner, profile);
  const configuration = uploadConfiguration(file, site, staticBucket);
  const group = declareGroup(file, site, network, tier, template, targetGroup, configuration);
  declareScaling(file, tier, group, publicBalancer, targetGroup);
  return { targetGroup };
}

function buildInnerBalancer(
  site: Site,
  network: Network,
  logs: AccessLogs,
  certificate: Ref<string>,
  targetGroups: TargetGroups,
): ResourceHandle<"aws_lb"> {
  const file = site.stack.file(
    "inner-entry",
    "The load balancer between Nginx and the cluster, which has the rules by host.",
  );
  const balancer = declareLoadBalancer(file, site, logs, {
    key: "inner",
    name: internalLoadBalancer(site.platform),
    internal: true,
    subnets: network.subnets.private,
    securityGroups: network.securityGroupsOf("internal-alb"),
    prefix: ACCESS_LOG_PREFIXES.inner,
  });
  const listener = file.resource("aws_lb_listener", "inner", {
    load_balancer_arn: balancer.arn,
    port: 443,
    protocol: "HTTPS",
    ssl_policy: TLS_POLICY,
    certificate_arn: certificate,
    default_action: [NOT_FOUND],
  });
  declareRules(file, site, listener, targetGroups);
  return balancer;
}

/** The generated files lie beside this one for people to read; each change of a text is a new version of its object. */
function uploadConfiguration(file: File, { platform, region, stack }: Site, bucket: Bucket): Declared[] {
  const files = nginxConfiguration(platform, region, instancePlace(platform, region));
  return [...files].map(([name, content]) =>
    file.resource(
      "aws_s3_object",
      terraformName(name),
      {
        bucket: bucket.bucket.id,
        key: `${nginxPrefix(region.name)}/${name}`,
        content: stack.asset(`nginx/${name}`, content),
        content_type: "text/plain; charset=utf-8",
      },
      { dependsOn: [bucket.versioning] },
    ),
  );
}

const declareNginxTargets = (file: File, { platform }: Site, network: Network): ResourceHandle<"aws_lb_target_group"> =>
  file.resource("aws_lb_target_group", "nginx", {
    name: nginxTargetGroup(platform),
    vpc_id: network.vpcId,
    target_type: "instance",
    protocol: TARGET_PROTOCOL,
    port: 443,
    deregistration_delay: "30",
    health_check: {
      enabled: true,
      protocol: TARGET_PROTOCOL,
      port: "traffic-port",
      path: OWN_HEALTH,
      matcher: "200",
      interval: 10,
      timeout: 5,
      healthy_threshold: 2,
      unhealthy_threshold: 2,
    },
  });

function declareInstanceRole(file: File, site: Site): ResourceHandle<"aws_iam_instance_profile"> {
  const { platform, region, keys } = site;
  const site_ = bucketArn(platform, "static", region.name);
  const logGroup = file.resource("aws_cloudwatch_log_group", "nginx", {
    name: nginxLogGroup(platform),
    retention_in_days: platform.observability.logDays,
    kms_key_id: keys.logs,
  });
  const statements: Statement[] = [
    { sid: "Site", actions: "s3:GetObject", resources: `${site_}/*` },
    { sid: "SiteList", actions: "s3:ListBucket", resources: site_ },
    { sid: "SiteKey", actions: "kms:Decrypt", resources: keys.lake },
    {
      sid: "Logs",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: text`${logGroup.arn}:*`,
    },
    ...edgeKey(site),
  ];
  const role = declareRole(file, platform, {
    key: "nginx",
    name: nginxRole(platform, region.name),
    description: "Nginx instances: the static site, their logs, sessions.",
    trust: trustService("ec2.amazonaws.com"),
    policies: { nginx: statements },
    managed: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
  });
  return file.resource("aws_iam_instance_profile", "nginx", {
    name: nginxRole(platform, region.name),
    role: role.name,
  });
}

function edgeKey({ platform, region, keys }: Site): Statement[] {
  if (platform.edge.cdn.kind !== "external") return [];
  const read: Statement =
    platform.secrets.store === "ssm"
      ? { actions: "ssm:GetParameter", resources: parameterArn(platform, secretParameter("edge-key"), region.name) }
      : { actions: "secretsmanager:GetSecretValue", resources: secretArn(platform, "edge-key", region.name) };
  return [
    { sid: "EdgeKey", ...read },
    { sid: "SecretsKey", actions: "kms:Decrypt", resources: keys.secrets },
  ];
}

function declareTemplate(
  file: File,
  { platform, region, keys }: Site,
  network: Network,
  tier: Tier,
  inner: ResourceHandle<"aws_lb">,
  profile: ResourceHandle<"aws_iam_instance_profile">,
): ResourceHandle<"aws_launch_template"> {
  const [before, ...after] = bootScript(platform, region).split(UPSTREAM);
  const tags = { Name: nginxGroup(platform), project: platform.name, environment: platform.environment };
  return file.resource(
    "aws_launch_template",
    "nginx",
    {
      name: nginxGroup(platform),
      update_default_version: true,
      image_id: `resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architectureOf(tier.instanceType)}`,
      instance_type: tier.instanceType,
      ebs_optimized: "true",
      iam_instance_profile: { arn: profile.arn },
      vpc_security_group_ids: network.securityGroupsOf("nginx"),
      metadata_options: { http_endpoint: "enabled", http_tokens: "required", http_put_response_hop_limit: 1 },
      monitoring: { enabled: true },
      block_device_mappings: [
        {
          device_name: "/dev/xvda",
          ebs: {
            encrypted: "true",
            kms_key_id: keys.cluster,
            volume_type: "gp3",
            volume_size: tier.rootVolumeGib,
            delete_on_termination: "true",
          },
        },
      ],
      tag_specifications: (["instance", "volume", "network-interface"] as const).map((resource_type) => ({
        resource_type,
        tags,
      })),
      // Each place where the script names the inner load balancer, joined with its DNS name.
      user_data: call<string>("base64encode", call<string>("join", inner.dns_name, [before!, ...after])),
    },
    {
      comment:
        "The image is looked up at each launch, so new instances have its latest patches and no plan changes for it.",
    },
  );
}

function declareGroup(
  file: File,
  { platform, region }: Site,
  network: Network,
  tier: Tier,
  template: ResourceHandle<"aws_launch_template">,
  targets: ResourceHandle<"aws_lb_target_group">,
  configuration: readonly Declared[],
): ResourceHandle<"aws_autoscaling_group"> {
  const { min, max } = tier.instances[region.configured];
  return file.resource(
    "aws_autoscaling_group",
    "nginx",
    {
      name: nginxGroup(platform),
      min_size: min,
      max_size: max,
      vpc_zone_identifier: network.subnets.private,
      target_group_arns: [targets.arn],
      health_check_type: "ELB",
      health_check_grace_period: WARM_UP_SECONDS,
      default_instance_warmup: WARM_UP_SECONDS,
      availability_zone_distribution: { capacity_distribution_strategy: "balanced-best-effort" },
      // Launch first, end later: a roll-out never costs capacity.
      instance_maintenance_policy: { min_healthy_percentage: 100, max_healthy_percentage: 134 },
      launch_template: { id: template.id, version: text`${template.latest_version}` },
      instance_refresh: {
        strategy: "Rolling",
        preferences: {
          min_healthy_percentage: 100,
          max_healthy_percentage: 134,
          auto_rollback: true,
          skip_matching: true,
        },
      },
      enabled_metrics: [
        "GroupDesiredCapacity",
        "GroupInServiceInstances",
        "GroupMaxSize",
        "GroupMinSize",
        "GroupTotalInstances",
      ],
      tag: [{ key: "Name", value: nginxGroup(platform), propagate_at_launch: false }],
    },
    { dependsOn: configuration },
  );
}

/** Whichever asks for more instances wins; in goes the group only when both agree. */
function declareScaling(
  file: File,
  tier: Tier,
  group: ResourceHandle<"aws_autoscaling_group">,
  balancer: ResourceHandle<"aws_lb">,
  targets: ResourceHandle<"aws_lb_target_group">,
): void {
  const policy = (
    name: string,
    metric: { predefined_metric_type: string; resource_label?: Ref<string> },
    target: number,
  ) =>
    file.resource("aws_autoscaling_policy", name, {
      name: name.replaceAll("_", "-"),
      autoscaling_group_name: group.name,
      policy_type: "TargetTrackingScaling",
      target_tracking_configuration: { predefined_metric_specification: metric, target_value: target },
    });
  policy("nginx_cpu", { predefined_metric_type: "ASGAverageCPUUtilization" }, tier.cpuTargetPercent);
  policy(
    "nginx_requests",
    {
      predefined_metric_type: "ALBRequestCountPerTarget",
      resource_label: text`${balancer.arn_suffix}/${targets.arn_suffix}`,
    },
    requestsTarget(tier),
  );
}

/** The metric counts per minute; the group is to be as busy as its processors are. */
export const requestsTarget = (tier: Tier): number =>
  Math.floor((tier.requestsPerSecondPerInstance * 60 * tier.cpuTargetPercent) / 100);

/** Graviton's families have a g after the generation's number: c7g, m6gd, t4g. */
export const architectureOf = (instanceType: string): "arm64" | "x86_64" =>
  /^[a-z]+\d+g/.test(instanceType) ? "arm64" : "x86_64";
