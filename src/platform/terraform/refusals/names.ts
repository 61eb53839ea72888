// A name can be had once: for each account, region and kind, and a bucket's once in the world. Stacks can't see each other,
// so Terraform finds the second one when it is too late.
import { type Refusal, refused } from "./refusal.ts";

/** Type → the argument that must be unique, and within what. */
const UNIQUE: readonly (readonly [type: string, argument: string, within: "world" | "account" | "region"])[] = [
  ["aws_s3_bucket", "bucket", "world"],
  ["aws_iam_role", "name", "account"],
  ["aws_iam_policy", "name", "account"],
  ["aws_iam_instance_profile", "name", "account"],
  ["aws_cloudfront_cache_policy", "name", "account"],
  ["aws_cloudfront_origin_request_policy", "name", "account"],
  ["aws_cloudfront_response_headers_policy", "name", "account"],
  ["aws_cloudfront_origin_access_control", "name", "account"],
  ["aws_budgets_budget", "name", "account"],
  ["aws_rds_global_cluster", "global_cluster_identifier", "account"],
  ["aws_kms_alias", "name", "region"],
  ["aws_cloudwatch_log_group", "name", "region"],
  ["aws_cloudwatch_metric_alarm", "alarm_name", "region"],
  ["aws_cloudwatch_composite_alarm", "alarm_name", "region"],
  ["aws_cloudwatch_dashboard", "dashboard_name", "account"],
  ["aws_cloudwatch_event_rule", "name", "region"],
  ["aws_sqs_queue", "name", "region"],
  ["aws_sns_topic", "name", "region"],
  ["aws_dynamodb_table", "name", "region"],
  ["aws_lb", "name", "region"],
  ["aws_lb_target_group", "name", "region"],
  ["aws_db_instance", "identifier", "region"],
  ["aws_rds_cluster", "cluster_identifier", "region"],
  ["aws_rds_cluster_instance", "identifier", "region"],
  ["aws_db_subnet_group", "name", "region"],
  ["aws_db_parameter_group", "name", "region"],
  ["aws_rds_cluster_parameter_group", "name", "region"],
  ["aws_elasticache_replication_group", "replication_group_id", "region"],
  ["aws_elasticache_subnet_group", "name", "region"],
  ["aws_elasticache_parameter_group", "name", "region"],
  ["aws_msk_cluster", "cluster_name", "region"],
  ["aws_opensearch_domain", "domain_name", "region"],
  ["aws_eks_cluster", "name", "region"],
  ["aws_ecr_repository", "name", "region"],
  ["aws_secretsmanager_secret", "name", "region"],
  ["aws_ssm_parameter", "name", "region"],
  ["aws_backup_vault", "name", "region"],
  ["aws_backup_plan", "name", "region"],
  ["aws_synthetics_canary", "name", "region"],
  ["aws_launch_template", "name", "region"],
  ["aws_autoscaling_group", "name", "region"],
  ["aws_codebuild_project", "name", "region"],
  ["aws_wafv2_web_acl", "name", "region"],
];

export const NAMES: readonly Refusal[] = [
  {
    id: "name-taken-twice",
    says: "EntityAlreadyExists, ResourceAlreadyExistsException, BucketAlreadyOwnedByYou, …",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    },
    mend: "Name it by a function of src/platform/names that takes what tells the two apart.",
    *find(graph) {
      for (const [type, argument, within] of UNIQUE) {
        const first = new Map<string, string>();
        for (const it of graph.of(type)) {
          const name = graph.text(it, it.args[argument]);
          if (name === undefined) continue;
          const key = within === "region" ? `${it.region} ${name}` : name;
          const other = first.get(key);
          if (other !== undefined) yield refused(it, `is called "${name}", as ${other} is`);
          else first.set(key, `${it.stack}: ${it.address}`);
        }
      }
    },
  },
];
