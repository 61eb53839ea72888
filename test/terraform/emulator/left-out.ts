// What of the real output the emulator can't carry, by name and with the reason; printed by the proof and by the manual.
// Whatever refers to something left out is left out with it. Everything else is applied as it is written.

/** moto 5.2.1 with AWS provider 5.100.0. Type → why it isn't applied; "not tried yet" claims nothing of moto. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  aws_accessanalyzer_analyzer: "moto has no Access Analyzer",
  aws_account_region: "moto has no account regions",
  aws_appautoscaling_target: "moto doesn't tell its tags",
  aws_appautoscaling_policy: "its target isn't applied",
  aws_backup_selection: "moto has no backup selections",
  aws_backup_restore_testing_plan: "moto has no restore testing",
  aws_backup_restore_testing_selection: "moto has no restore testing",
  aws_backup_region_settings: "moto has no region settings of AWS Backup",
  aws_backup_vault_notifications: "moto has no vault notifications",
  aws_backup_vault_policy: "moto has no vault policies",
  aws_backup_report_plan: "moto answers no report plans as the provider reads them",
  aws_backup_framework: "moto has no backup frameworks",
  aws_budgets_budget: "moto doesn't tell a budget's tags",
  aws_ce_anomaly_monitor: "moto has no anomaly monitors",
  aws_ce_anomaly_subscription: "moto has no anomaly monitors",
  aws_ce_cost_allocation_tag: "moto has no cost allocation tags",
  aws_cloudfront_monitoring_subscription: "moto has no monitoring subscriptions",
  aws_cloudfront_cache_policy: "moto has no cache policies",
  aws_cloudfront_origin_request_policy: "moto has no origin request policies",
  aws_cloudfront_response_headers_policy: "moto has no response headers policies",
  aws_cloudfront_function: "moto has no functions at the edge",
  aws_cloudwatch_composite_alarm: "moto's answer can't be read",
  aws_codebuild_project: "moto asks where the source lies of a project that has none",
  aws_codecommit_repository: "moto's answer kept the provider waiting",
  aws_dx_gateway: "moto has no Direct Connect gateways",
  aws_dx_gateway_association: "moto has no Direct Connect gateways",
  aws_dynamodb_table_replica: "moto has no replicas of tables; the provider waits for ever",
  aws_ebs_default_kms_key: "moto has no default key of EBS",
  aws_ebs_snapshot_block_public_access: "moto has no such setting of an account",
  aws_ec2_image_block_public_access: "moto has no such setting of an account",
  aws_ec2_instance_metadata_defaults: "moto has no such setting of an account",
  aws_ecr_pull_through_cache_rule: "moto has no pull-through caches",
  aws_ecr_repository_creation_template: "moto has no creation templates",
  aws_eks_access_entry: "moto has no access entries",
  aws_eks_access_policy_association: "moto has no access entries",
  aws_eks_addon: "moto has no add-ons",
  aws_eks_pod_identity_association: "moto has no Pod Identity",
  aws_eks_node_group: "moto invents an SSH key, and the provider would replace the group",
  aws_elasticache_parameter_group: "moto has no parameter groups of ElastiCache",
  aws_elasticache_replication_group: "moto doesn't make the member clusters that the provider reads",
  aws_elasticache_user_group: "moto has no user groups of ElastiCache",
  aws_fis_experiment_template: "moto's answer can't be read",
  aws_guardduty_detector_feature: "moto has no features of GuardDuty",
  aws_guardduty_organization_configuration: "moto has no organisations in GuardDuty",
  aws_msk_cluster: "moto's clusters stay in CREATING",
  aws_msk_configuration: "moto has no MSK configurations",
  aws_msk_cluster_policy: "its cluster isn't applied",
  aws_rds_cluster_activity_stream: "moto has no activity streams",
  aws_route53_hosted_zone_dnssec: "moto has no DNSSEC",
  aws_route53_key_signing_key: "moto has no DNSSEC",
  aws_route53_query_log: "moto finds a log group only by its ARN with a star, and the provider asks without",
  aws_s3_account_public_access_block: "S3 Control is addressed by a host name that loopback has no DNS for",
  aws_s3_bucket_logging: "moto refuses every target bucket",
  aws_serverlessapplicationrepository_cloudformation_stack: "moto has no Serverless Application Repository",
  aws_synthetics_canary: "moto tells a canary's times as text, which the provider can't read",
  aws_flow_log: "moto takes the folder of the bucket that it logs to for a part of the bucket's name",
  aws_opensearch_domain: "moto doesn't tell the provider that a domain inside a network is active",
  aws_sqs_queue_redrive_allow_policy: "moto forgets it, and the provider waits for it",
  aws_sqs_queue_redrive_policy: "moto drops the queue's policy when it is set, and the provider waits for that",
  aws_xray_group: "moto has no X-Ray groups",
  aws_xray_sampling_rule: "moto has no X-Ray sampling rules",
  "data.aws_ec2_managed_prefix_list": "moto has no list of Route 53's health checkers",
  "data.aws_dx_gateway": "moto has no Direct Connect gateways",
  "data.aws_eks_addon_version": "moto has no add-ons",
};

/** Arguments that the emulated root has otherwise than the real one, and why. */
export const ALTERED: Readonly<
  Record<string, { readonly set: Readonly<Record<string, unknown>>; readonly because: string }>
> = {
  aws_cloudtrail: { set: { enable_logging: false }, because: "moto doesn't start a trail by its ARN" },
  aws_db_instance: {
    set: { deletion_protection: false, skip_final_snapshot: true },
    because: "it is destroyed in the end",
  },
  aws_rds_cluster: {
    set: { deletion_protection: false, skip_final_snapshot: true },
    because: "it is destroyed in the end",
  },
  aws_rds_global_cluster: {
    set: { deletion_protection: false, force_destroy: true },
    because: "it is destroyed in the end",
  },
  aws_dynamodb_table: { set: { deletion_protection_enabled: false }, because: "it is destroyed in the end" },
  aws_lb: { set: { enable_deletion_protection: false }, because: "it is destroyed in the end" },
  aws_s3_bucket: { set: { force_destroy: true }, because: "it is destroyed in the end" },
  aws_ecr_repository: { set: { force_delete: true }, because: "it is destroyed in the end" },
  aws_secretsmanager_secret: { set: { recovery_window_in_days: 0 }, because: "it is destroyed in the end" },
};

/** Arguments that the emulated root doesn't have, below blocks by their path, and why. */
export const DROPPED: Readonly<Record<string, { readonly path: readonly string[]; readonly because: string }>> = {
  aws_s3_bucket_lifecycle_configuration: {
    path: ["rule", "noncurrent_version_expiration", "newer_noncurrent_versions"],
    because: "moto forgets how many versions are kept, and the provider waits for them",
  },
};

/** Attributes that moto tells otherwise than it was told; the emulated root ignores them, and only them. */
export const MISREAD: Readonly<Record<string, readonly string[]>> = {
  aws_autoscaling_group: [
    "tag",
    "availability_zone_distribution",
    "capacity_reservation_specification",
    "default_instance_warmup",
    "instance_maintenance_policy",
    "max_instance_lifetime",
  ],
  aws_autoscaling_policy: ["enabled", "predictive_scaling_configuration"],
  aws_backup_plan: ["tags_all"],
  aws_backup_vault: ["tags_all"],
  aws_cloudfront_distribution: ["viewer_certificate"],
  aws_db_parameter_group: ["parameter"],
  aws_ec2_transit_gateway_vpc_attachment: ["tags", "tags_all"],
  aws_eks_cluster: ["access_config", "upgrade_policy", "zonal_shift_config"],
  aws_lambda_function: ["logging_config", "dead_letter_config"],
  aws_launch_template: ["tag_specifications"],
  aws_rds_cluster: ["scaling_configuration"],
  aws_rds_cluster_parameter_group: ["parameter"],
  aws_rds_global_cluster: ["tags_all"],
  // moto always tells that deletions aren't copied, and nothing of what is selected.
  aws_s3_bucket_replication_configuration: ["rule[0].delete_marker_replication", "rule[0].source_selection_criteria"],
  aws_sqs_queue: ["redrive_policy"],
  // moto has one set of tags for both ends.
  aws_vpc_peering_connection_accepter: ["tags", "tags_all"],
  aws_vpc_security_group_egress_rule: ["description"],
  aws_vpc_security_group_ingress_rule: ["description"],
  aws_vpn_connection: ["preshared_key_storage"],
};
