// What holds data, how its content comes to the other region, and what of it the loss of a region may cost. Each type
// that the platform uses stands in one of the two tables; a new one is an error until somebody has said which.
import type { ResourceType } from "../../platform/terraform/language/stack.ts";

/**
 * What is lost with a region: `zero` nothing; `seconds` and `minutes` what was under way between the regions; `interval`
 * what is younger than the last backup; `rebuilt` nothing that can't be made anew; `own` what concerns that region alone.
 */
type LossClass = "zero" | "seconds" | "minutes" | "interval" | "rebuilt" | "own";
/** How old what is lost may be. Nothing tells how old a backup is but its plan (RECOVER-04, RECOVER-61). */
export const LOSS_SECONDS: Readonly<Record<LossClass, number>> = {
  zero: 0,
  seconds: 10,
  // Most objects within 15 minutes; S3's time control promises that and no less, ECR states under 30 minutes.
  minutes: 900,
  interval: 0,
  rebuilt: 0,
  own: 0,
};
export type Store = {
  readonly how: string;
  readonly loses: LossClass;
  /** When its like must stand in the other region: as soon as that one holds data, once it has nodes, always, or never. */
  readonly twin: "with-data" | "with-nodes" | "always" | "none";
};

const store = (how: string, loses: LossClass, twin: Store["twin"]): Store => ({ how, loses, twin });

export const STORES = {
  aws_db_instance: store("PostgreSQL's own replication to a replica, or copied backups", "seconds", "with-data"),
  aws_rds_cluster: store("Aurora's storage, or copied backups", "seconds", "with-data"),
  aws_rds_global_cluster: store("the bracket of both clusters; holds nothing itself", "own", "none"),
  aws_dynamodb_table: store("global table; a voter's record is its region's own vote", "seconds", "none"),
  aws_dynamodb_table_replica: store("is the copy", "seconds", "none"),
  aws_elasticache_replication_group: store("a cache of its own, warmed by the recovery plan", "rebuilt", "with-data"),
  aws_msk_cluster: store("our mirror between the brokers; the lake keeps what was written", "seconds", "with-data"),
  aws_opensearch_domain: store("each region's own logs; CloudWatch keeps them too", "own", "with-nodes"),
  aws_sqs_queue: store("each region's own; tasks are re-driven from the catalogue", "rebuilt", "with-data"),
  aws_s3_bucket: store("S3 replication both ways, by purpose", "minutes", "always"),
  aws_s3_object: store("made by Terraform", "rebuilt", "none"),
  aws_ecr_repository: store("registry replication both ways", "minutes", "always"),
  aws_codecommit_repository: store("each region mirrors the same source", "rebuilt", "none"),
  aws_secretsmanager_secret: store("Secrets Manager's replicas", "seconds", "none"),
  aws_ssm_parameter: store("made in both; secret ones copied and compared", "rebuilt", "none"),
  aws_backup_vault: store("copies of its backups in the other region's vault", "interval", "always"),
  aws_kms_key: store("a key per purpose and region; what it encrypts is encrypted anew there", "rebuilt", "none"),
  aws_route53_zone: store("Route 53 keeps it everywhere", "zero", "none"),
  aws_cloudwatch_log_group: store("each region's own logs", "own", "none"),
} as const satisfies { readonly [Type in ResourceType]?: Store };

/** The buckets whose content the other region needs; the rest are records of their own region. */
export const COPIED_BUCKETS: readonly string[] = ["lake", "reports", "backups", "static"];

export const storeOf = (type: string): Store | undefined => (STORES as Readonly<Record<string, Store>>)[type];

/** Settings, rules, permissions and machines: Terraform or an autoscaler makes them anew, and nothing is lost with them.
 *  Only what the reference blueprints use: whatever comes new has to be judged first. Each without its "aws_". */
const STATELESS_TYPES = `
  accessanalyzer_analyzer account_region acm_certificate acm_certificate_validation appautoscaling_policy
  appautoscaling_target autoscaling_group autoscaling_policy backup_plan backup_region_settings backup_report_plan
  backup_restore_testing_plan backup_restore_testing_selection backup_selection backup_vault_lock_configuration
  backup_vault_notifications backup_vault_policy budgets_budget ce_anomaly_monitor ce_anomaly_subscription
  cloudfront_cache_policy cloudfront_distribution cloudfront_function cloudfront_origin_access_control
  cloudfront_response_headers_policy cloudtrail cloudwatch_composite_alarm cloudwatch_dashboard cloudwatch_event_rule
  cloudwatch_event_target cloudwatch_log_delivery cloudwatch_log_delivery_destination cloudwatch_log_delivery_source
  cloudwatch_log_metric_filter cloudwatch_log_resource_policy cloudwatch_metric_alarm codebuild_project
  config_config_rule config_configuration_recorder config_configuration_recorder_status config_delivery_channel
  customer_gateway db_parameter_group db_proxy db_proxy_default_target_group db_proxy_target db_subnet_group
  default_network_acl default_security_group dx_gateway dx_gateway_association dx_transit_virtual_interface
  ebs_default_kms_key ebs_encryption_by_default ebs_snapshot_block_public_access ec2_image_block_public_access
  ec2_instance_metadata_defaults ec2_tag ec2_transit_gateway ec2_transit_gateway_vpc_attachment ecr_lifecycle_policy
  ecr_pull_through_cache_rule ecr_registry_scanning_configuration ecr_replication_configuration
  ecr_repository_creation_template ecr_repository_policy eip eks_access_entry eks_access_policy_association eks_addon
  eks_cluster eks_node_group eks_pod_identity_association elasticache_parameter_group elasticache_subnet_group
  elasticache_user elasticache_user_group fis_experiment_template flow_log guardduty_detector
  guardduty_detector_feature iam_account_password_policy iam_instance_profile iam_openid_connect_provider iam_policy iam_role
  iam_role_policy iam_role_policy_attachment iam_service_linked_role internet_gateway kms_alias lambda_function
  lambda_permission launch_template lb lb_listener lb_listener_rule lb_target_group msk_configuration nat_gateway
  network_acl network_acl_rule rds_cluster_instance rds_cluster_parameter_group route route53_health_check
  route53_hosted_zone_dnssec route53_key_signing_key route53_query_log route53_record route_table
  route_table_association s3_account_public_access_block s3_bucket_lifecycle_configuration
  s3_bucket_ownership_controls s3_bucket_policy s3_bucket_public_access_block s3_bucket_replication_configuration
  s3_bucket_server_side_encryption_configuration s3_bucket_versioning secretsmanager_secret_rotation
  secretsmanager_secret_version security_group shield_protection shield_subscription sns_topic sns_topic_policy
  sns_topic_subscription sqs_queue_policy sqs_queue_redrive_allow_policy sqs_queue_redrive_policy ssm_document subnet
  synthetics_canary vpc vpc_endpoint vpc_peering_connection vpc_peering_connection_accepter
  vpc_peering_connection_options vpc_security_group_egress_rule vpc_security_group_ingress_rule vpn_connection
  wafv2_web_acl wafv2_web_acl_association wafv2_web_acl_logging_configuration xray_group xray_sampling_rule
`;

const stateless: ReadonlySet<string> = new Set(
  STATELESS_TYPES.trim()
    .split(/\s+/)
    .map((name) => `aws_${name}`),
);
export const isStateless = (type: string): boolean => stateless.has(type);
