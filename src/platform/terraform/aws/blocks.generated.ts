// Written by `npm run generate:terraform` from the schema of hashicorp/aws 5.100.0; not edited by hand.

/** Types with an attribute called `address`, which a handle then means by that name. */
export const HAVE_ADDRESS: readonly string[] = ["aws_db_instance","aws_eip"];

/** The arguments that HCL writes as blocks, and those within them. */
export interface Blocks {
  readonly [name: string]: Blocks;
}
const leaf: Blocks = {};
const b1: Blocks = { exclusion: leaf };
const b2: Blocks = { analysis_rule: b1 };
const b3: Blocks = { unused_access: b2 };
const b4: Blocks = { configuration: b3 };
const b5: Blocks = { timeouts: leaf };
const b6: Blocks = { options: leaf, validation_option: leaf };
const b7: Blocks = { step_adjustment: leaf };
const b8: Blocks = { dimensions: leaf };
const b9: Blocks = { metric: b8 };
const b10: Blocks = { metric_stat: b9 };
const b11: Blocks = { dimensions: leaf, metrics: b10 };
const b12: Blocks = { customized_metric_specification: b11, predefined_metric_specification: leaf };
const b13: Blocks = { step_scaling_policy_configuration: b7, target_tracking_scaling_policy_configuration: b12 };
const b14: Blocks = { suspended_state: leaf };
const b15: Blocks = { capacity_reservation_target: leaf };
const b16: Blocks = { alarm_specification: leaf };
const b17: Blocks = { preferences: b16 };
const b18: Blocks = { accelerator_count: leaf, accelerator_total_memory_mib: leaf, baseline_ebs_bandwidth_mbps: leaf, memory_gib_per_vcpu: leaf, memory_mib: leaf, network_bandwidth_gbps: leaf, network_interface_count: leaf, total_local_storage_gb: leaf, vcpu_count: leaf };
const b19: Blocks = { instance_requirements: b18, launch_template_specification: leaf };
const b20: Blocks = { launch_template_specification: leaf, override: b19 };
const b21: Blocks = { instances_distribution: leaf, launch_template: b20 };
const b22: Blocks = { instance_reuse_policy: leaf };
const b23: Blocks = { availability_zone_distribution: leaf, capacity_reservation_specification: b15, initial_lifecycle_hook: leaf, instance_maintenance_policy: leaf, instance_refresh: b17, launch_template: leaf, mixed_instances_policy: b21, tag: leaf, timeouts: leaf, traffic_source: leaf, warm_pool: b22 };
const b24: Blocks = { metric_data_queries: b10 };
const b25: Blocks = { customized_capacity_metric_specification: b24, customized_load_metric_specification: b24, customized_scaling_metric_specification: b24, predefined_load_metric_specification: leaf, predefined_metric_pair_specification: leaf, predefined_scaling_metric_specification: leaf };
const b26: Blocks = { metric_specification: b25 };
const b27: Blocks = { metric_dimension: leaf, metrics: b10 };
const b28: Blocks = { customized_metric_specification: b27, predefined_metric_specification: leaf };
const b29: Blocks = { predictive_scaling_configuration: b26, step_adjustment: leaf, target_tracking_configuration: b28 };
const b30: Blocks = { lifecycle: leaf };
const b31: Blocks = { copy_action: b30, lifecycle: leaf };
const b32: Blocks = { advanced_backup_setting: leaf, rule: b31 };
const b33: Blocks = { report_delivery_channel: leaf, report_setting: leaf };
const b34: Blocks = { recovery_point_selection: leaf };
const b35: Blocks = { string_equals: leaf, string_not_equals: leaf };
const b36: Blocks = { protected_resource_conditions: b35 };
const b37: Blocks = { string_equals: leaf, string_like: leaf, string_not_equals: leaf, string_not_like: leaf };
const b38: Blocks = { condition: b37, selection_tag: leaf };
const b39: Blocks = { historical_options: leaf };
const b40: Blocks = { auto_adjust_data: b39, cost_filter: leaf, cost_types: leaf, notification: leaf, planned_limit: leaf };
const b41: Blocks = { cost_category: leaf, dimension: leaf, tags: leaf };
const b42: Blocks = { and: b41, cost_category: leaf, dimension: leaf, not: b41, or: b41, tags: leaf };
const b43: Blocks = { subscriber: leaf, threshold_expression: b42 };
const b44: Blocks = { cookies: leaf };
const b45: Blocks = { headers: leaf };
const b46: Blocks = { query_strings: leaf };
const b47: Blocks = { cookies_config: b44, headers_config: b45, query_strings_config: b46 };
const b48: Blocks = { parameters_in_cache_key_and_forwarded_to_origin: b47 };
const b49: Blocks = { forwarded_values: b44, function_association: leaf, grpc_config: leaf, lambda_function_association: leaf };
const b50: Blocks = { custom_header: leaf, custom_origin_config: leaf, origin_shield: leaf, s3_origin_config: leaf, vpc_origin_config: leaf };
const b51: Blocks = { failover_criteria: leaf, member: leaf };
const b52: Blocks = { geo_restriction: leaf };
const b53: Blocks = { custom_error_response: leaf, default_cache_behavior: b49, logging_config: leaf, ordered_cache_behavior: b49, origin: b50, origin_group: b51, restrictions: b52, viewer_certificate: leaf };
const b54: Blocks = { access_control_allow_headers: leaf, access_control_allow_methods: leaf, access_control_allow_origins: leaf, access_control_expose_headers: leaf };
const b55: Blocks = { items: leaf };
const b56: Blocks = { content_security_policy: leaf, content_type_options: leaf, frame_options: leaf, referrer_policy: leaf, strict_transport_security: leaf, xss_protection: leaf };
const b57: Blocks = { cors_config: b54, custom_headers_config: b55, remove_headers_config: b55, security_headers_config: b56, server_timing_headers_config: leaf };
const b58: Blocks = { field_selector: leaf };
const b59: Blocks = { data_resource: leaf };
const b60: Blocks = { advanced_event_selector: b58, event_selector: b59, insight_selector: leaf };
const b61: Blocks = { actions_suppressor: leaf };
const b62: Blocks = { capacity_provider_strategy: leaf, network_configuration: leaf, ordered_placement_strategy: leaf, placement_constraint: leaf };
const b63: Blocks = { pipeline_parameter_list: leaf };
const b64: Blocks = { appsync_target: leaf, batch_target: leaf, dead_letter_config: leaf, ecs_target: b62, http_target: leaf, input_transformer: leaf, kinesis_target: leaf, redshift_target: leaf, retry_policy: leaf, run_command_targets: leaf, sagemaker_pipeline_target: b63, sqs_target: leaf };
const b65: Blocks = { delivery_destination_configuration: leaf };
const b66: Blocks = { metric_transformation: leaf };
const b67: Blocks = { metric: leaf };
const b68: Blocks = { metric_query: b67 };
const b69: Blocks = { restrictions: leaf };
const b70: Blocks = { environment_variable: leaf, fleet: leaf, registry_credential: leaf };
const b71: Blocks = { cloudwatch_logs: leaf, s3_logs: leaf };
const b72: Blocks = { auth: leaf, build_status_config: leaf, git_submodules_config: leaf };
const b73: Blocks = { artifacts: leaf, build_batch_config: b69, cache: leaf, environment: b70, file_system_locations: leaf, logs_config: b71, secondary_artifacts: leaf, secondary_source_version: leaf, secondary_sources: b72, source: b72, vpc_config: leaf };
const b74: Blocks = { custom_policy_details: leaf, source_detail: leaf };
const b75: Blocks = { evaluation_mode: leaf, scope: leaf, source: b74 };
const b76: Blocks = { exclusion_by_resource_types: leaf, recording_strategy: leaf };
const b77: Blocks = { recording_mode_override: leaf };
const b78: Blocks = { recording_group: b76, recording_mode: b77 };
const b79: Blocks = { snapshot_delivery_properties: leaf };
const b80: Blocks = { blue_green_update: leaf, restore_to_point_in_time: leaf, s3_import: leaf, timeouts: leaf };
const b81: Blocks = { parameter: leaf };
const b82: Blocks = { auth: leaf, timeouts: leaf };
const b83: Blocks = { connection_pool_config: leaf, timeouts: leaf };
const b84: Blocks = { egress: leaf, ingress: leaf };
const b85: Blocks = { on_demand_throughput: leaf };
const b86: Blocks = { csv: leaf };
const b87: Blocks = { input_format_options: b86, s3_bucket_source: leaf };
const b88: Blocks = { attribute: leaf, global_secondary_index: b85, import_table: b87, local_secondary_index: leaf, on_demand_throughput: leaf, point_in_time_recovery: leaf, replica: leaf, server_side_encryption: leaf, timeouts: leaf, ttl: leaf };
const b89: Blocks = { repository_filter: leaf };
const b90: Blocks = { rule: b89 };
const b91: Blocks = { destination: leaf, repository_filter: leaf };
const b92: Blocks = { rule: b91 };
const b93: Blocks = { replication_configuration: b92 };
const b94: Blocks = { encryption_configuration: leaf, image_scanning_configuration: leaf, timeouts: leaf };
const b95: Blocks = { encryption_configuration: leaf };
const b96: Blocks = { access_scope: leaf, timeouts: leaf };
const b97: Blocks = { pod_identity_association: leaf, timeouts: leaf };
const b98: Blocks = { provider: leaf };
const b99: Blocks = { elastic_load_balancing: leaf };
const b100: Blocks = { control_plane_placement: leaf };
const b101: Blocks = { remote_node_networks: leaf, remote_pod_networks: leaf };
const b102: Blocks = { block_storage: leaf };
const b103: Blocks = { access_config: leaf, compute_config: leaf, encryption_config: b98, kubernetes_network_config: b99, outpost_config: b100, remote_network_config: b101, storage_config: b102, timeouts: leaf, upgrade_policy: leaf, vpc_config: leaf, zonal_shift_config: leaf };
const b104: Blocks = { launch_template: leaf, node_repair_config: leaf, remote_access: leaf, scaling_config: leaf, taint: leaf, timeouts: leaf, update_config: leaf };
const b105: Blocks = { log_delivery_configuration: leaf, timeouts: leaf };
const b106: Blocks = { authentication_mode: leaf, timeouts: leaf };
const b107: Blocks = { parameter: leaf, target: leaf };
const b108: Blocks = { cloudwatch_dashboard: leaf };
const b109: Blocks = { s3_configuration: leaf };
const b110: Blocks = { data_sources: b108, outputs: b109 };
const b111: Blocks = { cloudwatch_logs_configuration: leaf, s3_configuration: leaf };
const b112: Blocks = { filter: leaf, resource_tag: leaf };
const b113: Blocks = { action: b107, experiment_options: leaf, experiment_report_configuration: b110, log_configuration: b111, stop_condition: leaf, target: b112, timeouts: leaf };
const b114: Blocks = { destination_options: leaf };
const b115: Blocks = { audit_logs: leaf };
const b116: Blocks = { ebs_volumes: leaf };
const b117: Blocks = { scan_ec2_instance_with_findings: b116 };
const b118: Blocks = { kubernetes: b115, malware_protection: b117, s3_logs: leaf };
const b119: Blocks = { datasources: b118 };
const b120: Blocks = { additional_configuration: leaf };
const b121: Blocks = { dead_letter_config: leaf, environment: leaf, ephemeral_storage: leaf, file_system_config: leaf, image_config: leaf, logging_config: leaf, snap_start: leaf, timeouts: leaf, tracing_config: leaf, vpc_config: leaf };
const b122: Blocks = { ebs: leaf };
const b123: Blocks = { spot_options: leaf };
const b124: Blocks = { ena_srd_udp_specification: leaf };
const b125: Blocks = { connection_tracking_specification: leaf, ena_srd_specification: b124 };
const b126: Blocks = { block_device_mappings: b122, capacity_reservation_specification: b15, cpu_options: leaf, credit_specification: leaf, enclave_options: leaf, hibernation_options: leaf, iam_instance_profile: leaf, instance_market_options: b123, instance_requirements: b18, license_specification: leaf, maintenance_options: leaf, metadata_options: leaf, monitoring: leaf, network_interfaces: b125, placement: leaf, private_dns_name_options: leaf, tag_specifications: leaf };
const b127: Blocks = { access_logs: leaf, connection_logs: leaf, ipam_pools: leaf, minimum_load_balancer_capacity: leaf, subnet_mapping: leaf, timeouts: leaf };
const b128: Blocks = { stickiness: leaf, target_group: leaf };
const b129: Blocks = { authenticate_cognito: leaf, authenticate_oidc: leaf, fixed_response: leaf, forward: b128, redirect: leaf };
const b130: Blocks = { default_action: b129, mutual_authentication: leaf, timeouts: leaf };
const b131: Blocks = { host_header: leaf, http_header: leaf, http_request_method: leaf, path_pattern: leaf, query_string: leaf, source_ip: leaf };
const b132: Blocks = { action: b129, condition: b131 };
const b133: Blocks = { dns_failover: leaf, unhealthy_state_routing: leaf };
const b134: Blocks = { health_check: leaf, stickiness: leaf, target_failover: leaf, target_group_health: b133, target_health_state: leaf };
const b135: Blocks = { sasl: leaf };
const b136: Blocks = { client_authentication: b135 };
const b137: Blocks = { public_access: leaf, vpc_connectivity: b136 };
const b138: Blocks = { provisioned_throughput: leaf };
const b139: Blocks = { ebs_storage_info: b138 };
const b140: Blocks = { connectivity_info: b137, storage_info: b139 };
const b141: Blocks = { sasl: leaf, tls: leaf };
const b142: Blocks = { encryption_in_transit: leaf };
const b143: Blocks = { cloudwatch_logs: leaf, firehose: leaf, s3: leaf };
const b144: Blocks = { broker_logs: b143 };
const b145: Blocks = { jmx_exporter: leaf, node_exporter: leaf };
const b146: Blocks = { prometheus: b145 };
const b147: Blocks = { broker_node_group_info: b140, client_authentication: b141, configuration_info: leaf, encryption_info: b142, logging_info: b144, open_monitoring: b146, timeouts: leaf };
const b148: Blocks = { master_user_options: leaf };
const b149: Blocks = { duration: leaf };
const b150: Blocks = { maintenance_schedule: b149 };
const b151: Blocks = { node_config: leaf };
const b152: Blocks = { cold_storage_options: leaf, node_options: b151, zone_awareness_config: leaf };
const b153: Blocks = { window_start_time: leaf };
const b154: Blocks = { off_peak_window: b153 };
const b155: Blocks = { advanced_security_options: b148, auto_tune_options: b150, cluster_config: b152, cognito_options: leaf, domain_endpoint_options: leaf, ebs_options: leaf, encrypt_at_rest: leaf, log_publishing_options: leaf, node_to_node_encryption: leaf, off_peak_window_options: b154, snapshot_options: leaf, software_update_options: leaf, timeouts: leaf, vpc_options: leaf };
const b156: Blocks = { restore_to_point_in_time: leaf, s3_import: leaf, scaling_configuration: leaf, serverlessv2_scaling_configuration: leaf, timeouts: leaf };
const b157: Blocks = { coordinates: leaf };
const b158: Blocks = { alias: leaf, cidr_routing_policy: leaf, failover_routing_policy: leaf, geolocation_routing_policy: leaf, geoproximity_routing_policy: b157, latency_routing_policy: leaf, timeouts: leaf, weighted_routing_policy: leaf };
const b159: Blocks = { timeouts: leaf, vpc: leaf };
const b160: Blocks = { and: leaf, tag: leaf };
const b161: Blocks = { abort_incomplete_multipart_upload: leaf, expiration: leaf, filter: b160, noncurrent_version_expiration: leaf, noncurrent_version_transition: leaf, transition: leaf };
const b162: Blocks = { rule: b161, timeouts: leaf };
const b163: Blocks = { rule: leaf };
const b164: Blocks = { event_threshold: leaf };
const b165: Blocks = { time: leaf };
const b166: Blocks = { access_control_translation: leaf, encryption_configuration: leaf, metrics: b164, replication_time: b165 };
const b167: Blocks = { replica_modifications: leaf, sse_kms_encrypted_objects: leaf };
const b168: Blocks = { delete_marker_replication: leaf, destination: b166, existing_object_replication: leaf, filter: b160, source_selection_criteria: b167 };
const b169: Blocks = { rule: b168 };
const b170: Blocks = { apply_server_side_encryption_by_default: leaf };
const b171: Blocks = { rule: b170 };
const b172: Blocks = { versioning_configuration: leaf };
const b173: Blocks = { default_tags: leaf };
const b174: Blocks = { override_provider: b173 };
const b175: Blocks = { replica: leaf };
const b176: Blocks = { rotation_rules: leaf };
const b177: Blocks = { attachments_source: leaf };
const b178: Blocks = { s3_encryption: leaf };
const b179: Blocks = { artifact_config: b178, run_config: leaf, schedule: leaf, vpc_config: leaf };
const b180: Blocks = { dns_options: leaf, subnet_configuration: leaf, timeouts: leaf };
const b181: Blocks = { accepter: leaf, requester: leaf, timeouts: leaf };
const b182: Blocks = { accepter: leaf, requester: leaf };
const b183: Blocks = { cloudwatch_log_options: leaf };
const b184: Blocks = { tunnel1_log_options: b183, tunnel2_log_options: b183 };
const b185: Blocks = { api_gateway: leaf, app_runner_service: leaf, cloudfront: leaf, cognito_user_pool: leaf, verified_access_instance: leaf };
const b186: Blocks = { request_body: b185 };
const b187: Blocks = { immunity_time_property: leaf };
const b188: Blocks = { field: leaf };
const b189: Blocks = { data_protection: b188 };
const b190: Blocks = { insert_header: leaf };
const b191: Blocks = { custom_request_handling: b190 };
const b192: Blocks = { response_header: leaf };
const b193: Blocks = { custom_response: b192 };
const b194: Blocks = { allow: b191, block: b193 };
const b195: Blocks = { allow: b191, block: b193, captcha: b191, challenge: b191, count: b191 };
const b196: Blocks = { count: leaf, none: leaf };
const b197: Blocks = { forwarded_ip_config: leaf };
const b198: Blocks = { all: leaf };
const b199: Blocks = { match_pattern: b198 };
const b200: Blocks = { all_query_arguments: leaf, body: leaf, cookies: b199, header_order: leaf, headers: b199, ja3_fingerprint: leaf, ja4_fingerprint: leaf, json_body: b199, method: leaf, query_string: leaf, single_header: leaf, single_query_argument: leaf, uri_fragment: leaf, uri_path: leaf };
const b201: Blocks = { field_to_match: b200, text_transformation: leaf };
const b202: Blocks = { ip_set_forwarded_ip_config: leaf };
const b203: Blocks = { asn_match_statement: b197, byte_match_statement: b201, geo_match_statement: b197, ip_set_reference_statement: b202, label_match_statement: leaf, regex_match_statement: b201, regex_pattern_set_reference_statement: b201, size_constraint_statement: b201, sqli_match_statement: b201, xss_match_statement: b201 };
const b204: Blocks = { statement: b203 };
const b205: Blocks = { and_statement: b204, asn_match_statement: b197, byte_match_statement: b201, geo_match_statement: b197, ip_set_reference_statement: b202, label_match_statement: leaf, not_statement: b204, or_statement: b204, regex_match_statement: b201, regex_pattern_set_reference_statement: b201, size_constraint_statement: b201, sqli_match_statement: b201, xss_match_statement: b201 };
const b206: Blocks = { statement: b205 };
const b207: Blocks = { and_statement: b206, asn_match_statement: b197, byte_match_statement: b201, geo_match_statement: b197, ip_set_reference_statement: b202, label_match_statement: leaf, not_statement: b206, or_statement: b206, regex_match_statement: b201, regex_pattern_set_reference_statement: b201, size_constraint_statement: b201, sqli_match_statement: b201, xss_match_statement: b201 };
const b208: Blocks = { statement: b207 };
const b209: Blocks = { address_fields: leaf, email_field: leaf, password_field: leaf, phone_number_fields: leaf, username_field: leaf };
const b210: Blocks = { body_contains: leaf, header: leaf, json: leaf, status_code: leaf };
const b211: Blocks = { request_inspection: b209, response_inspection: b210 };
const b212: Blocks = { password_field: leaf, username_field: leaf };
const b213: Blocks = { request_inspection: b212, response_inspection: b210 };
const b214: Blocks = { aws_managed_rules_acfp_rule_set: b211, aws_managed_rules_atp_rule_set: b213, aws_managed_rules_bot_control_rule_set: leaf, password_field: leaf, username_field: leaf };
const b215: Blocks = { action_to_use: b195 };
const b216: Blocks = { managed_rule_group_configs: b214, rule_action_override: b215, scope_down_statement: b207 };
const b217: Blocks = { text_transformation: leaf };
const b218: Blocks = { cookie: b217, forwarded_ip: leaf, header: b217, http_method: leaf, ip: leaf, ja3_fingerprint: leaf, ja4_fingerprint: leaf, label_namespace: leaf, query_argument: b217, query_string: b217, uri_path: b217 };
const b219: Blocks = { custom_key: b218, forwarded_ip_config: leaf, scope_down_statement: b207 };
const b220: Blocks = { rule_action_override: b215 };
const b221: Blocks = { and_statement: b208, asn_match_statement: b197, byte_match_statement: b201, geo_match_statement: b197, ip_set_reference_statement: b202, label_match_statement: leaf, managed_rule_group_statement: b216, not_statement: b208, or_statement: b208, rate_based_statement: b219, regex_match_statement: b201, regex_pattern_set_reference_statement: b201, rule_group_reference_statement: b220, size_constraint_statement: b201, sqli_match_statement: b201, xss_match_statement: b201 };
const b222: Blocks = { action: b195, captcha_config: b187, challenge_config: b187, override_action: b196, rule_label: leaf, statement: b221, visibility_config: leaf };
const b223: Blocks = { association_config: b186, captcha_config: b187, challenge_config: b187, custom_response_body: leaf, data_protection_config: b189, default_action: b194, rule: b222, visibility_config: leaf };
const b224: Blocks = { action_condition: leaf, label_name_condition: leaf };
const b225: Blocks = { condition: b224 };
const b226: Blocks = { filter: b225 };
const b227: Blocks = { method: leaf, query_string: leaf, single_header: leaf, uri_path: leaf };
const b228: Blocks = { logging_filter: b226, redacted_fields: b227 };
const b229: Blocks = { insights_configuration: leaf };
const b230: Blocks = { filter: leaf, timeouts: leaf };
const b231: Blocks = { condition: leaf, not_principals: leaf, principals: leaf };
const b232: Blocks = { statement: b231 };

export const RESOURCE_BLOCKS: Readonly<Record<string, Blocks>> = {
  aws_accessanalyzer_analyzer: b4,
  aws_account_region: b5,
  aws_acm_certificate: b6,
  aws_acm_certificate_validation: b5,
  aws_appautoscaling_policy: b13,
  aws_appautoscaling_target: b14,
  aws_autoscaling_group: b23,
  aws_autoscaling_policy: b29,
  aws_backup_plan: b32,
  aws_backup_region_settings: leaf,
  aws_backup_report_plan: b33,
  aws_backup_restore_testing_plan: b34,
  aws_backup_restore_testing_selection: b36,
  aws_backup_selection: b38,
  aws_backup_vault: b5,
  aws_backup_vault_lock_configuration: leaf,
  aws_backup_vault_notifications: leaf,
  aws_backup_vault_policy: leaf,
  aws_budgets_budget: b40,
  aws_ce_anomaly_monitor: leaf,
  aws_ce_anomaly_subscription: b43,
  aws_cloudfront_cache_policy: b48,
  aws_cloudfront_distribution: b53,
  aws_cloudfront_function: leaf,
  aws_cloudfront_origin_access_control: leaf,
  aws_cloudfront_response_headers_policy: b57,
  aws_cloudtrail: b60,
  aws_cloudwatch_composite_alarm: b61,
  aws_cloudwatch_dashboard: leaf,
  aws_cloudwatch_event_rule: leaf,
  aws_cloudwatch_event_target: b64,
  aws_cloudwatch_log_delivery: leaf,
  aws_cloudwatch_log_delivery_destination: b65,
  aws_cloudwatch_log_delivery_source: leaf,
  aws_cloudwatch_log_group: leaf,
  aws_cloudwatch_log_metric_filter: b66,
  aws_cloudwatch_log_resource_policy: leaf,
  aws_cloudwatch_metric_alarm: b68,
  aws_codebuild_project: b73,
  aws_codecommit_repository: leaf,
  aws_config_config_rule: b75,
  aws_config_configuration_recorder: b78,
  aws_config_configuration_recorder_status: leaf,
  aws_config_delivery_channel: b79,
  aws_customer_gateway: leaf,
  aws_db_instance: b80,
  aws_db_parameter_group: b81,
  aws_db_proxy: b82,
  aws_db_proxy_default_target_group: b83,
  aws_db_proxy_target: leaf,
  aws_db_subnet_group: leaf,
  aws_default_network_acl: b84,
  aws_default_security_group: leaf,
  aws_dx_gateway: b5,
  aws_dx_gateway_association: b5,
  aws_dx_transit_virtual_interface: b5,
  aws_dynamodb_table: b88,
  aws_dynamodb_table_replica: b5,
  aws_ebs_default_kms_key: leaf,
  aws_ebs_encryption_by_default: leaf,
  aws_ebs_snapshot_block_public_access: leaf,
  aws_ec2_image_block_public_access: b5,
  aws_ec2_instance_metadata_defaults: leaf,
  aws_ec2_tag: leaf,
  aws_ec2_transit_gateway: b5,
  aws_ec2_transit_gateway_vpc_attachment: leaf,
  aws_ecr_lifecycle_policy: leaf,
  aws_ecr_pull_through_cache_rule: leaf,
  aws_ecr_registry_scanning_configuration: b90,
  aws_ecr_replication_configuration: b93,
  aws_ecr_repository: b94,
  aws_ecr_repository_creation_template: b95,
  aws_ecr_repository_policy: leaf,
  aws_eip: b5,
  aws_eks_access_entry: b5,
  aws_eks_access_policy_association: b96,
  aws_eks_addon: b97,
  aws_eks_cluster: b103,
  aws_eks_node_group: b104,
  aws_eks_pod_identity_association: leaf,
  aws_elasticache_parameter_group: b81,
  aws_elasticache_replication_group: b105,
  aws_elasticache_subnet_group: leaf,
  aws_elasticache_user: b106,
  aws_elasticache_user_group: leaf,
  aws_fis_experiment_template: b113,
  aws_flow_log: b114,
  aws_guardduty_detector: b119,
  aws_guardduty_detector_feature: b120,
  aws_iam_account_password_policy: leaf,
  aws_iam_instance_profile: leaf,
  aws_iam_openid_connect_provider: leaf,
  aws_iam_policy: leaf,
  aws_iam_role: leaf,
  aws_iam_role_policy: leaf,
  aws_iam_role_policy_attachment: leaf,
  aws_iam_service_linked_role: leaf,
  aws_internet_gateway: b5,
  aws_kms_alias: leaf,
  aws_kms_key: b5,
  aws_lambda_function: b121,
  aws_lambda_permission: leaf,
  aws_launch_template: b126,
  aws_lb: b127,
  aws_lb_listener: b130,
  aws_lb_listener_rule: b132,
  aws_lb_target_group: b134,
  aws_msk_cluster: b147,
  aws_msk_configuration: leaf,
  aws_nat_gateway: b5,
  aws_network_acl: leaf,
  aws_network_acl_rule: leaf,
  aws_opensearch_domain: b155,
  aws_rds_cluster: b156,
  aws_rds_cluster_instance: b5,
  aws_rds_cluster_parameter_group: b81,
  aws_rds_global_cluster: b5,
  aws_route: b5,
  aws_route53_health_check: leaf,
  aws_route53_hosted_zone_dnssec: b5,
  aws_route53_key_signing_key: b5,
  aws_route53_query_log: leaf,
  aws_route53_record: b158,
  aws_route53_zone: b159,
  aws_route_table: b5,
  aws_route_table_association: b5,
  aws_s3_account_public_access_block: leaf,
  aws_s3_bucket: b5,
  aws_s3_bucket_lifecycle_configuration: b162,
  aws_s3_bucket_ownership_controls: b163,
  aws_s3_bucket_policy: leaf,
  aws_s3_bucket_public_access_block: leaf,
  aws_s3_bucket_replication_configuration: b169,
  aws_s3_bucket_server_side_encryption_configuration: b171,
  aws_s3_bucket_versioning: b172,
  aws_s3_object: b174,
  aws_secretsmanager_secret: b175,
  aws_secretsmanager_secret_rotation: b176,
  aws_secretsmanager_secret_version: leaf,
  aws_security_group: b5,
  aws_shield_protection: leaf,
  aws_shield_subscription: leaf,
  aws_sns_topic: leaf,
  aws_sns_topic_policy: leaf,
  aws_sns_topic_subscription: leaf,
  aws_sqs_queue: b5,
  aws_sqs_queue_policy: leaf,
  aws_sqs_queue_redrive_allow_policy: leaf,
  aws_sqs_queue_redrive_policy: leaf,
  aws_ssm_document: b177,
  aws_ssm_parameter: leaf,
  aws_subnet: b5,
  aws_synthetics_canary: b179,
  aws_vpc: leaf,
  aws_vpc_endpoint: b180,
  aws_vpc_peering_connection: b181,
  aws_vpc_peering_connection_accepter: b181,
  aws_vpc_peering_connection_options: b182,
  aws_vpc_security_group_egress_rule: leaf,
  aws_vpc_security_group_ingress_rule: leaf,
  aws_vpn_connection: b184,
  aws_wafv2_web_acl: b223,
  aws_wafv2_web_acl_association: b5,
  aws_wafv2_web_acl_logging_configuration: b228,
  aws_xray_group: b229,
  aws_xray_sampling_rule: leaf,
};

export const DATA_BLOCKS: Readonly<Record<string, Blocks>> = {
  aws_acm_certificate: leaf,
  aws_dx_gateway: leaf,
  aws_ec2_managed_prefix_list: b230,
  aws_eks_cluster: leaf,
  aws_iam_policy_document: b232,
  aws_kms_alias: leaf,
  aws_route53_zone: leaf,
  aws_route_table: b230,
  aws_s3_bucket: leaf,
  aws_secretsmanager_secret: leaf,
  aws_ssm_parameter: leaf,
  aws_subnet: b230,
  aws_vpc: b230,
  aws_wafv2_web_acl: leaf,
};

export const EPHEMERAL_BLOCKS: Readonly<Record<string, Blocks>> = {
  aws_secretsmanager_random_password: leaf,
  aws_ssm_parameter: leaf,
};
