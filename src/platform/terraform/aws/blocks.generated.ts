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
const b5: Blocks = { filter: leaf };
const b6: Blocks = { timeouts: leaf };
const b7: Blocks = { options: leaf, validation_option: leaf };
const b8: Blocks = { step_adjustment: leaf };
const b9: Blocks = { dimensions: leaf };
const b10: Blocks = { metric: b9 };
const b11: Blocks = { metric_stat: b10 };
const b12: Blocks = { dimensions: leaf, metrics: b11 };
const b13: Blocks = { customized_metric_specification: b12, predefined_metric_specification: leaf };
const b14: Blocks = { step_scaling_policy_configuration: b8, target_tracking_scaling_policy_configuration: b13 };
const b15: Blocks = { scalable_target_action: leaf };
const b16: Blocks = { suspended_state: leaf };
const b17: Blocks = { capacity_reservation_target: leaf };
const b18: Blocks = { alarm_specification: leaf };
const b19: Blocks = { preferences: b18 };
const b20: Blocks = { accelerator_count: leaf, accelerator_total_memory_mib: leaf, baseline_ebs_bandwidth_mbps: leaf, memory_gib_per_vcpu: leaf, memory_mib: leaf, network_bandwidth_gbps: leaf, network_interface_count: leaf, total_local_storage_gb: leaf, vcpu_count: leaf };
const b21: Blocks = { instance_requirements: b20, launch_template_specification: leaf };
const b22: Blocks = { launch_template_specification: leaf, override: b21 };
const b23: Blocks = { instances_distribution: leaf, launch_template: b22 };
const b24: Blocks = { instance_reuse_policy: leaf };
const b25: Blocks = { availability_zone_distribution: leaf, capacity_reservation_specification: b17, initial_lifecycle_hook: leaf, instance_maintenance_policy: leaf, instance_refresh: b19, launch_template: leaf, mixed_instances_policy: b23, tag: leaf, timeouts: leaf, traffic_source: leaf, warm_pool: b24 };
const b26: Blocks = { tag: leaf };
const b27: Blocks = { metric_data_queries: b11 };
const b28: Blocks = { customized_capacity_metric_specification: b27, customized_load_metric_specification: b27, customized_scaling_metric_specification: b27, predefined_load_metric_specification: leaf, predefined_metric_pair_specification: leaf, predefined_scaling_metric_specification: leaf };
const b29: Blocks = { metric_specification: b28 };
const b30: Blocks = { metric_dimension: leaf, metrics: b11 };
const b31: Blocks = { customized_metric_specification: b30, predefined_metric_specification: leaf };
const b32: Blocks = { predictive_scaling_configuration: b29, step_adjustment: leaf, target_tracking_configuration: b31 };
const b33: Blocks = { timeouts: leaf, traffic_source: leaf };
const b34: Blocks = { input_parameter: leaf, scope: leaf };
const b35: Blocks = { control: b34, timeouts: leaf };
const b36: Blocks = { lifecycle: leaf };
const b37: Blocks = { copy_action: b36, lifecycle: leaf };
const b38: Blocks = { advanced_backup_setting: leaf, rule: b37 };
const b39: Blocks = { report_delivery_channel: leaf, report_setting: leaf };
const b40: Blocks = { recovery_point_selection: leaf };
const b41: Blocks = { string_equals: leaf, string_not_equals: leaf };
const b42: Blocks = { protected_resource_conditions: b41 };
const b43: Blocks = { string_equals: leaf, string_like: leaf, string_not_equals: leaf, string_not_like: leaf };
const b44: Blocks = { condition: b43, selection_tag: leaf };
const b45: Blocks = { historical_options: leaf };
const b46: Blocks = { auto_adjust_data: b45, cost_filter: leaf, cost_types: leaf, notification: leaf, planned_limit: leaf };
const b47: Blocks = { iam_action_definition: leaf, scp_action_definition: leaf, ssm_action_definition: leaf };
const b48: Blocks = { action_threshold: leaf, definition: b47, subscriber: leaf, timeouts: leaf };
const b49: Blocks = { cost_category: leaf, dimension: leaf, tags: leaf };
const b50: Blocks = { and: b49, cost_category: leaf, dimension: leaf, not: b49, or: b49, tags: leaf };
const b51: Blocks = { subscriber: leaf, threshold_expression: b50 };
const b52: Blocks = { and: b50, cost_category: leaf, dimension: leaf, not: b50, or: b50, tags: leaf };
const b53: Blocks = { inherited_value: leaf, rule: b52 };
const b54: Blocks = { parameter: leaf };
const b55: Blocks = { rule: b53, split_charge_rule: b54 };
const b56: Blocks = { cookies: leaf };
const b57: Blocks = { headers: leaf };
const b58: Blocks = { query_strings: leaf };
const b59: Blocks = { cookies_config: b56, headers_config: b57, query_strings_config: b58 };
const b60: Blocks = { parameters_in_cache_key_and_forwarded_to_origin: b59 };
const b61: Blocks = { forwarded_values: b56, function_association: leaf, grpc_config: leaf, lambda_function_association: leaf };
const b62: Blocks = { custom_header: leaf, custom_origin_config: leaf, origin_shield: leaf, s3_origin_config: leaf, vpc_origin_config: leaf };
const b63: Blocks = { failover_criteria: leaf, member: leaf };
const b64: Blocks = { geo_restriction: leaf };
const b65: Blocks = { custom_error_response: leaf, default_cache_behavior: b61, logging_config: leaf, ordered_cache_behavior: b61, origin: b62, origin_group: b63, restrictions: b64, viewer_certificate: leaf };
const b66: Blocks = { realtime_metrics_subscription_config: leaf };
const b67: Blocks = { monitoring_subscription: b66 };
const b68: Blocks = { access_control_allow_headers: leaf, access_control_allow_methods: leaf, access_control_allow_origins: leaf, access_control_expose_headers: leaf };
const b69: Blocks = { items: leaf };
const b70: Blocks = { content_security_policy: leaf, content_type_options: leaf, frame_options: leaf, referrer_policy: leaf, strict_transport_security: leaf, xss_protection: leaf };
const b71: Blocks = { cors_config: b68, custom_headers_config: b69, remove_headers_config: b69, security_headers_config: b70, server_timing_headers_config: leaf };
const b72: Blocks = { field_selector: leaf };
const b73: Blocks = { data_resource: leaf };
const b74: Blocks = { advanced_event_selector: b72, event_selector: b73, insight_selector: leaf };
const b75: Blocks = { advanced_event_selector: b72, timeouts: leaf };
const b76: Blocks = { actions_suppressor: leaf };
const b77: Blocks = { dead_letter_config: leaf };
const b78: Blocks = { body: leaf, header: leaf, query_string: leaf };
const b79: Blocks = { client_parameters: leaf, oauth_http_parameters: b78 };
const b80: Blocks = { api_key: leaf, basic: leaf, invocation_http_parameters: b78, oauth: b79 };
const b81: Blocks = { resource_parameters: leaf };
const b82: Blocks = { auth_parameters: b80, invocation_connectivity_parameters: b81 };
const b83: Blocks = { primary: leaf, secondary: leaf };
const b84: Blocks = { failover_config: b83 };
const b85: Blocks = { event_bus: leaf, replication_config: leaf, routing_config: b84 };
const b86: Blocks = { condition: leaf };
const b87: Blocks = { capacity_provider_strategy: leaf, network_configuration: leaf, ordered_placement_strategy: leaf, placement_constraint: leaf };
const b88: Blocks = { pipeline_parameter_list: leaf };
const b89: Blocks = { appsync_target: leaf, batch_target: leaf, dead_letter_config: leaf, ecs_target: b87, http_target: leaf, input_transformer: leaf, kinesis_target: leaf, redshift_target: leaf, retry_policy: leaf, run_command_targets: leaf, sagemaker_pipeline_target: b88, sqs_target: leaf };
const b90: Blocks = { delivery_destination_configuration: leaf };
const b91: Blocks = { metric_transformation: leaf };
const b92: Blocks = { metric: leaf };
const b93: Blocks = { metric_query: b92 };
const b94: Blocks = { include_metric: leaf };
const b95: Blocks = { exclude_filter: leaf, include_filter: leaf, statistics_configuration: b94, timeouts: leaf };
const b96: Blocks = { target_tracking_scaling_configs: leaf };
const b97: Blocks = { compute_configuration: leaf, scaling_configuration: b96, vpc_config: leaf };
const b98: Blocks = { restrictions: leaf };
const b99: Blocks = { environment_variable: leaf, fleet: leaf, registry_credential: leaf };
const b100: Blocks = { cloudwatch_logs: leaf, s3_logs: leaf };
const b101: Blocks = { auth: leaf, build_status_config: leaf, git_submodules_config: leaf };
const b102: Blocks = { artifacts: leaf, build_batch_config: b98, cache: leaf, environment: b99, file_system_locations: leaf, logs_config: b100, secondary_artifacts: leaf, secondary_source_version: leaf, secondary_sources: b101, source: b101, vpc_config: leaf };
const b103: Blocks = { s3_destination: leaf };
const b104: Blocks = { export_config: b103 };
const b105: Blocks = { filter_group: b5, scope_configuration: leaf };
const b106: Blocks = { trigger: leaf };
const b107: Blocks = { custom_policy_details: leaf, source_detail: leaf };
const b108: Blocks = { evaluation_mode: leaf, scope: leaf, source: b107 };
const b109: Blocks = { account_aggregation_source: leaf, organization_aggregation_source: leaf };
const b110: Blocks = { exclusion_by_resource_types: leaf, recording_strategy: leaf };
const b111: Blocks = { recording_mode_override: leaf };
const b112: Blocks = { recording_group: b110, recording_mode: b111 };
const b113: Blocks = { input_parameter: leaf };
const b114: Blocks = { snapshot_delivery_properties: leaf };
const b115: Blocks = { ssm_controls: leaf };
const b116: Blocks = { execution_controls: b115, parameter: leaf };
const b117: Blocks = { blue_green_update: leaf, restore_to_point_in_time: leaf, s3_import: leaf, timeouts: leaf };
const b118: Blocks = { option_settings: leaf };
const b119: Blocks = { option: b118, timeouts: leaf };
const b120: Blocks = { auth: leaf, timeouts: leaf };
const b121: Blocks = { connection_pool_config: leaf, timeouts: leaf };
const b122: Blocks = { egress: leaf, ingress: leaf };
const b123: Blocks = { replica: leaf, timeouts: leaf };
const b124: Blocks = { on_demand_throughput: leaf };
const b125: Blocks = { csv: leaf };
const b126: Blocks = { input_format_options: b125, s3_bucket_source: leaf };
const b127: Blocks = { attribute: leaf, global_secondary_index: b124, import_table: b126, local_secondary_index: leaf, on_demand_throughput: leaf, point_in_time_recovery: leaf, replica: leaf, server_side_encryption: leaf, timeouts: leaf, ttl: leaf };
const b128: Blocks = { incremental_export_specification: leaf, timeouts: leaf };
const b129: Blocks = { user_bucket: leaf };
const b130: Blocks = { client_data: leaf, disk_container: b129, timeouts: leaf };
const b131: Blocks = { entry: leaf };
const b132: Blocks = { options: leaf };
const b133: Blocks = { repository_filter: leaf };
const b134: Blocks = { rule: b133 };
const b135: Blocks = { destination: leaf, repository_filter: leaf };
const b136: Blocks = { rule: b135 };
const b137: Blocks = { replication_configuration: b136 };
const b138: Blocks = { encryption_configuration: leaf, image_scanning_configuration: leaf, timeouts: leaf };
const b139: Blocks = { encryption_configuration: leaf };
const b140: Blocks = { access_scope: leaf, timeouts: leaf };
const b141: Blocks = { pod_identity_association: leaf, timeouts: leaf };
const b142: Blocks = { provider: leaf };
const b143: Blocks = { elastic_load_balancing: leaf };
const b144: Blocks = { control_plane_placement: leaf };
const b145: Blocks = { remote_node_networks: leaf, remote_pod_networks: leaf };
const b146: Blocks = { block_storage: leaf };
const b147: Blocks = { access_config: leaf, compute_config: leaf, encryption_config: b142, kubernetes_network_config: b143, outpost_config: b144, remote_network_config: b145, storage_config: b146, timeouts: leaf, upgrade_policy: leaf, vpc_config: leaf, zonal_shift_config: leaf };
const b148: Blocks = { selector: leaf, timeouts: leaf };
const b149: Blocks = { oidc: leaf, timeouts: leaf };
const b150: Blocks = { launch_template: leaf, node_repair_config: leaf, remote_access: leaf, scaling_config: leaf, taint: leaf, timeouts: leaf, update_config: leaf };
const b151: Blocks = { log_delivery_configuration: leaf, timeouts: leaf };
const b152: Blocks = { data_storage: leaf, ecpu_per_second: leaf };
const b153: Blocks = { cache_usage_limits: b152, timeouts: leaf };
const b154: Blocks = { authentication_mode: leaf, timeouts: leaf };
const b155: Blocks = { parameter: leaf, target: leaf };
const b156: Blocks = { cloudwatch_dashboard: leaf };
const b157: Blocks = { s3_configuration: leaf };
const b158: Blocks = { data_sources: b156, outputs: b157 };
const b159: Blocks = { cloudwatch_logs_configuration: leaf, s3_configuration: leaf };
const b160: Blocks = { filter: leaf, resource_tag: leaf };
const b161: Blocks = { action: b155, experiment_options: leaf, experiment_report_configuration: b158, log_configuration: b159, stop_condition: leaf, target: b160, timeouts: leaf };
const b162: Blocks = { destination_options: leaf };
const b163: Blocks = { audit_logs: leaf };
const b164: Blocks = { ebs_volumes: leaf };
const b165: Blocks = { scan_ec2_instance_with_findings: b164 };
const b166: Blocks = { kubernetes: b163, malware_protection: b165, s3_logs: leaf };
const b167: Blocks = { datasources: b166 };
const b168: Blocks = { additional_configuration: leaf };
const b169: Blocks = { criterion: leaf };
const b170: Blocks = { finding_criteria: b169 };
const b171: Blocks = { s3_bucket: leaf };
const b172: Blocks = { protected_resource: b171 };
const b173: Blocks = { timeouts: leaf, xks_proxy_authentication_credential: leaf };
const b174: Blocks = { constraints: leaf };
const b175: Blocks = { routing_config: leaf };
const b176: Blocks = { on_failure: leaf };
const b177: Blocks = { amazon_managed_kafka_event_source_config: leaf, destination_config: b176, document_db_event_source_config: leaf, filter_criteria: b5, metrics_config: leaf, provisioned_poller_config: leaf, scaling_config: leaf, self_managed_event_source: leaf, self_managed_kafka_event_source_config: leaf, source_access_configuration: leaf };
const b178: Blocks = { dead_letter_config: leaf, environment: leaf, ephemeral_storage: leaf, file_system_config: leaf, image_config: leaf, logging_config: leaf, snap_start: leaf, timeouts: leaf, tracing_config: leaf, vpc_config: leaf };
const b179: Blocks = { ebs: leaf };
const b180: Blocks = { spot_options: leaf };
const b181: Blocks = { ena_srd_udp_specification: leaf };
const b182: Blocks = { connection_tracking_specification: leaf, ena_srd_specification: b181 };
const b183: Blocks = { block_device_mappings: b179, capacity_reservation_specification: b17, cpu_options: leaf, credit_specification: leaf, enclave_options: leaf, hibernation_options: leaf, iam_instance_profile: leaf, instance_market_options: b180, instance_requirements: b20, license_specification: leaf, maintenance_options: leaf, metadata_options: leaf, monitoring: leaf, network_interfaces: b182, placement: leaf, private_dns_name_options: leaf, tag_specifications: leaf };
const b184: Blocks = { access_logs: leaf, connection_logs: leaf, ipam_pools: leaf, minimum_load_balancer_capacity: leaf, subnet_mapping: leaf, timeouts: leaf };
const b185: Blocks = { stickiness: leaf, target_group: leaf };
const b186: Blocks = { authenticate_cognito: leaf, authenticate_oidc: leaf, fixed_response: leaf, forward: b185, redirect: leaf };
const b187: Blocks = { default_action: b186, mutual_authentication: leaf, timeouts: leaf };
const b188: Blocks = { host_header: leaf, http_header: leaf, http_request_method: leaf, path_pattern: leaf, query_string: leaf, source_ip: leaf };
const b189: Blocks = { action: b186, condition: b188 };
const b190: Blocks = { dns_failover: leaf, unhealthy_state_routing: leaf };
const b191: Blocks = { health_check: leaf, stickiness: leaf, target_failover: leaf, target_group_health: b190, target_health_state: leaf };
const b192: Blocks = { sasl: leaf };
const b193: Blocks = { client_authentication: b192 };
const b194: Blocks = { public_access: leaf, vpc_connectivity: b193 };
const b195: Blocks = { provisioned_throughput: leaf };
const b196: Blocks = { ebs_storage_info: b195 };
const b197: Blocks = { connectivity_info: b194, storage_info: b196 };
const b198: Blocks = { sasl: leaf, tls: leaf };
const b199: Blocks = { encryption_in_transit: leaf };
const b200: Blocks = { cloudwatch_logs: leaf, firehose: leaf, s3: leaf };
const b201: Blocks = { broker_logs: b200 };
const b202: Blocks = { jmx_exporter: leaf, node_exporter: leaf };
const b203: Blocks = { prometheus: b202 };
const b204: Blocks = { broker_node_group_info: b197, client_authentication: b198, configuration_info: leaf, encryption_info: b199, logging_info: b201, open_monitoring: b203, timeouts: leaf };
const b205: Blocks = { amazon_msk_cluster: leaf, vpc_config: leaf };
const b206: Blocks = { starting_position: leaf, topic_name_configuration: leaf };
const b207: Blocks = { consumer_group_replication: leaf, topic_replication: b206 };
const b208: Blocks = { kafka_cluster: b205, replication_info_list: b207, timeouts: leaf };
const b209: Blocks = { iam: leaf };
const b210: Blocks = { sasl: b209 };
const b211: Blocks = { client_authentication: b210, timeouts: leaf, vpc_config: leaf };
const b212: Blocks = { attachment: leaf };
const b213: Blocks = { master_user_options: leaf };
const b214: Blocks = { duration: leaf };
const b215: Blocks = { maintenance_schedule: b214 };
const b216: Blocks = { node_config: leaf };
const b217: Blocks = { cold_storage_options: leaf, node_options: b216, zone_awareness_config: leaf };
const b218: Blocks = { window_start_time: leaf };
const b219: Blocks = { off_peak_window: b218 };
const b220: Blocks = { advanced_security_options: b213, auto_tune_options: b215, cluster_config: b217, cognito_options: leaf, domain_endpoint_options: leaf, ebs_options: leaf, encrypt_at_rest: leaf, log_publishing_options: leaf, node_to_node_encryption: leaf, off_peak_window_options: b219, snapshot_options: leaf, software_update_options: leaf, timeouts: leaf, vpc_options: leaf };
const b221: Blocks = { timeouts: leaf, vpc_options: leaf };
const b222: Blocks = { amp: leaf };
const b223: Blocks = { eks: leaf };
const b224: Blocks = { destination: b222, role_configuration: leaf, source: b223, timeouts: leaf };
const b225: Blocks = { logging_configuration: leaf };
const b226: Blocks = { limits: leaf };
const b227: Blocks = { limits_per_label_set: b226, timeouts: leaf };
const b228: Blocks = { restore_to_point_in_time: leaf, s3_import: leaf, scaling_configuration: leaf, serverlessv2_scaling_configuration: leaf, timeouts: leaf };
const b229: Blocks = { parameters: leaf };
const b230: Blocks = { configuration: b229, resource_query: leaf, timeouts: leaf };
const b231: Blocks = { coordinates: leaf };
const b232: Blocks = { alias: leaf, cidr_routing_policy: leaf, failover_routing_policy: leaf, geolocation_routing_policy: leaf, geoproximity_routing_policy: b231, latency_routing_policy: leaf, timeouts: leaf, weighted_routing_policy: leaf };
const b233: Blocks = { timeouts: leaf, vpc: leaf };
const b234: Blocks = { grantee: leaf };
const b235: Blocks = { grant: b234, owner: leaf };
const b236: Blocks = { access_control_policy: b235 };
const b237: Blocks = { cors_rule: leaf };
const b238: Blocks = { filter: leaf, tiering: leaf };
const b239: Blocks = { and: leaf, tag: leaf };
const b240: Blocks = { abort_incomplete_multipart_upload: leaf, expiration: leaf, filter: b239, noncurrent_version_expiration: leaf, noncurrent_version_transition: leaf, transition: leaf };
const b241: Blocks = { rule: b240, timeouts: leaf };
const b242: Blocks = { partitioned_prefix: leaf, simple_prefix: leaf };
const b243: Blocks = { target_grant: b234, target_object_key_format: b242 };
const b244: Blocks = { lambda_function: leaf, queue: leaf, topic: leaf };
const b245: Blocks = { rule: leaf };
const b246: Blocks = { event_threshold: leaf };
const b247: Blocks = { time: leaf };
const b248: Blocks = { access_control_translation: leaf, encryption_configuration: leaf, metrics: b246, replication_time: b247 };
const b249: Blocks = { replica_modifications: leaf, sse_kms_encrypted_objects: leaf };
const b250: Blocks = { delete_marker_replication: leaf, destination: b248, existing_object_replication: leaf, filter: b239, source_selection_criteria: b249 };
const b251: Blocks = { rule: b250 };
const b252: Blocks = { apply_server_side_encryption_by_default: leaf };
const b253: Blocks = { rule: b252 };
const b254: Blocks = { versioning_configuration: leaf };
const b255: Blocks = { default_tags: leaf };
const b256: Blocks = { override_provider: b255 };
const b257: Blocks = { grant: leaf, override_provider: b255 };
const b258: Blocks = { capacity_provider_strategy: leaf, network_configuration: leaf, placement_constraints: leaf, placement_strategy: leaf };
const b259: Blocks = { pipeline_parameter: leaf };
const b260: Blocks = { dead_letter_config: leaf, ecs_parameters: b258, eventbridge_parameters: leaf, kinesis_parameters: leaf, retry_policy: leaf, sagemaker_pipeline_parameters: b259, sqs_parameters: leaf };
const b261: Blocks = { flexible_time_window: leaf, target: b260 };
const b262: Blocks = { replica: leaf };
const b263: Blocks = { rotation_rules: leaf };
const b264: Blocks = { encryption_configuration: leaf, logging_configuration: leaf, timeouts: leaf, tracing_configuration: leaf };
const b265: Blocks = { emergency_contact: leaf };
const b266: Blocks = { output_location: leaf, targets: leaf };
const b267: Blocks = { attachments_source: leaf };
const b268: Blocks = { targets: leaf };
const b269: Blocks = { cloudwatch_config: leaf, notification_config: leaf, parameter: leaf };
const b270: Blocks = { automation_parameters: b54, lambda_parameters: leaf, run_command_parameters: b269, step_functions_parameters: leaf };
const b271: Blocks = { targets: leaf, task_invocation_parameters: b270 };
const b272: Blocks = { patch_filter: leaf };
const b273: Blocks = { approval_rule: b272, global_filter: leaf, source: leaf };
const b274: Blocks = { s3_encryption: leaf };
const b275: Blocks = { artifact_config: b274, run_config: leaf, schedule: leaf, vpc_config: leaf };
const b276: Blocks = { dns_options: leaf, subnet_configuration: leaf, timeouts: leaf };
const b277: Blocks = { accepter: leaf, requester: leaf, timeouts: leaf };
const b278: Blocks = { accepter: leaf, requester: leaf };
const b279: Blocks = { bgp_options: leaf, timeouts: leaf };
const b280: Blocks = { cloudwatch_log_options: leaf };
const b281: Blocks = { tunnel1_log_options: b280, tunnel2_log_options: b280 };
const b282: Blocks = { regular_expression: leaf };
const b283: Blocks = { insert_header: leaf };
const b284: Blocks = { custom_request_handling: b283 };
const b285: Blocks = { response_header: leaf };
const b286: Blocks = { custom_response: b285 };
const b287: Blocks = { allow: b284, block: b286, captcha: b284, challenge: b284, count: b284 };
const b288: Blocks = { immunity_time_property: leaf };
const b289: Blocks = { forwarded_ip_config: leaf };
const b290: Blocks = { all: leaf };
const b291: Blocks = { match_pattern: b290 };
const b292: Blocks = { all_query_arguments: leaf, body: leaf, cookies: b291, header_order: leaf, headers: b291, ja3_fingerprint: leaf, ja4_fingerprint: leaf, json_body: b291, method: leaf, query_string: leaf, single_header: leaf, single_query_argument: leaf, uri_fragment: leaf, uri_path: leaf };
const b293: Blocks = { field_to_match: b292, text_transformation: leaf };
const b294: Blocks = { ip_set_forwarded_ip_config: leaf };
const b295: Blocks = { asn_match_statement: b289, byte_match_statement: b293, geo_match_statement: b289, ip_set_reference_statement: b294, label_match_statement: leaf, regex_match_statement: b293, regex_pattern_set_reference_statement: b293, size_constraint_statement: b293, sqli_match_statement: b293, xss_match_statement: b293 };
const b296: Blocks = { statement: b295 };
const b297: Blocks = { and_statement: b296, asn_match_statement: b289, byte_match_statement: b293, geo_match_statement: b289, ip_set_reference_statement: b294, label_match_statement: leaf, not_statement: b296, or_statement: b296, regex_match_statement: b293, regex_pattern_set_reference_statement: b293, size_constraint_statement: b293, sqli_match_statement: b293, xss_match_statement: b293 };
const b298: Blocks = { statement: b297 };
const b299: Blocks = { and_statement: b298, asn_match_statement: b289, byte_match_statement: b293, geo_match_statement: b289, ip_set_reference_statement: b294, label_match_statement: leaf, not_statement: b298, or_statement: b298, regex_match_statement: b293, regex_pattern_set_reference_statement: b293, size_constraint_statement: b293, sqli_match_statement: b293, xss_match_statement: b293 };
const b300: Blocks = { statement: b299 };
const b301: Blocks = { text_transformation: leaf };
const b302: Blocks = { cookie: b301, forwarded_ip: leaf, header: b301, http_method: leaf, ip: leaf, ja3_fingerprint: leaf, ja4_fingerprint: leaf, label_namespace: leaf, query_argument: b301, query_string: b301, uri_path: b301 };
const b303: Blocks = { custom_key: b302, forwarded_ip_config: leaf, scope_down_statement: b299 };
const b304: Blocks = { and_statement: b300, asn_match_statement: b289, byte_match_statement: b293, geo_match_statement: b289, ip_set_reference_statement: b294, label_match_statement: leaf, not_statement: b300, or_statement: b300, rate_based_statement: b303, regex_match_statement: b293, regex_pattern_set_reference_statement: b293, size_constraint_statement: b293, sqli_match_statement: b293, xss_match_statement: b293 };
const b305: Blocks = { action: b287, captcha_config: b288, rule_label: leaf, statement: b304, visibility_config: leaf };
const b306: Blocks = { custom_response_body: leaf, rule: b305, visibility_config: leaf };
const b307: Blocks = { api_gateway: leaf, app_runner_service: leaf, cloudfront: leaf, cognito_user_pool: leaf, verified_access_instance: leaf };
const b308: Blocks = { request_body: b307 };
const b309: Blocks = { field: leaf };
const b310: Blocks = { data_protection: b309 };
const b311: Blocks = { allow: b284, block: b286 };
const b312: Blocks = { count: leaf, none: leaf };
const b313: Blocks = { address_fields: leaf, email_field: leaf, password_field: leaf, phone_number_fields: leaf, username_field: leaf };
const b314: Blocks = { body_contains: leaf, header: leaf, json: leaf, status_code: leaf };
const b315: Blocks = { request_inspection: b313, response_inspection: b314 };
const b316: Blocks = { password_field: leaf, username_field: leaf };
const b317: Blocks = { request_inspection: b316, response_inspection: b314 };
const b318: Blocks = { aws_managed_rules_acfp_rule_set: b315, aws_managed_rules_atp_rule_set: b317, aws_managed_rules_bot_control_rule_set: leaf, password_field: leaf, username_field: leaf };
const b319: Blocks = { action_to_use: b287 };
const b320: Blocks = { managed_rule_group_configs: b318, rule_action_override: b319, scope_down_statement: b299 };
const b321: Blocks = { rule_action_override: b319 };
const b322: Blocks = { and_statement: b300, asn_match_statement: b289, byte_match_statement: b293, geo_match_statement: b289, ip_set_reference_statement: b294, label_match_statement: leaf, managed_rule_group_statement: b320, not_statement: b300, or_statement: b300, rate_based_statement: b303, regex_match_statement: b293, regex_pattern_set_reference_statement: b293, rule_group_reference_statement: b321, size_constraint_statement: b293, sqli_match_statement: b293, xss_match_statement: b293 };
const b323: Blocks = { action: b287, captcha_config: b288, challenge_config: b288, override_action: b312, rule_label: leaf, statement: b322, visibility_config: leaf };
const b324: Blocks = { association_config: b308, captcha_config: b288, challenge_config: b288, custom_response_body: leaf, data_protection_config: b310, default_action: b311, rule: b323, visibility_config: leaf };
const b325: Blocks = { action_condition: leaf, label_name_condition: leaf };
const b326: Blocks = { condition: b325 };
const b327: Blocks = { filter: b326 };
const b328: Blocks = { method: leaf, query_string: leaf, single_header: leaf, uri_path: leaf };
const b329: Blocks = { logging_filter: b327, redacted_fields: b328 };
const b330: Blocks = { insights_configuration: leaf };
const b331: Blocks = { filter: leaf, timeouts: leaf };
const b332: Blocks = { server_side_encryption: leaf };
const b333: Blocks = { condition: leaf, not_principals: leaf, principals: leaf };
const b334: Blocks = { statement: b333 };
const b335: Blocks = { off_peak_window_options: leaf };
const b336: Blocks = { secret: leaf };

export const RESOURCE_BLOCKS: Readonly<Record<string, Blocks>> = {
  aws_accessanalyzer_analyzer: b4,
  aws_accessanalyzer_archive_rule: b5,
  aws_account_alternate_contact: b6,
  aws_account_region: b6,
  aws_acm_certificate: b7,
  aws_acm_certificate_validation: b6,
  aws_appautoscaling_policy: b14,
  aws_appautoscaling_scheduled_action: b15,
  aws_appautoscaling_target: b16,
  aws_autoscaling_attachment: leaf,
  aws_autoscaling_group: b25,
  aws_autoscaling_group_tag: b26,
  aws_autoscaling_lifecycle_hook: leaf,
  aws_autoscaling_notification: leaf,
  aws_autoscaling_policy: b32,
  aws_autoscaling_schedule: leaf,
  aws_autoscaling_traffic_source_attachment: b33,
  aws_backup_framework: b35,
  aws_backup_global_settings: leaf,
  aws_backup_logically_air_gapped_vault: b6,
  aws_backup_plan: b38,
  aws_backup_region_settings: leaf,
  aws_backup_report_plan: b39,
  aws_backup_restore_testing_plan: b40,
  aws_backup_restore_testing_selection: b42,
  aws_backup_selection: b44,
  aws_backup_vault: b6,
  aws_backup_vault_lock_configuration: leaf,
  aws_backup_vault_notifications: leaf,
  aws_backup_vault_policy: leaf,
  aws_budgets_budget: b46,
  aws_budgets_budget_action: b48,
  aws_ce_anomaly_monitor: leaf,
  aws_ce_anomaly_subscription: b51,
  aws_ce_cost_allocation_tag: leaf,
  aws_ce_cost_category: b55,
  aws_cloudfront_cache_policy: b60,
  aws_cloudfront_distribution: b65,
  aws_cloudfront_function: leaf,
  aws_cloudfront_key_group: leaf,
  aws_cloudfront_key_value_store: b6,
  aws_cloudfront_monitoring_subscription: b67,
  aws_cloudfront_origin_access_control: leaf,
  aws_cloudfront_origin_access_identity: leaf,
  aws_cloudfront_origin_request_policy: b59,
  aws_cloudfront_public_key: leaf,
  aws_cloudfront_response_headers_policy: b71,
  aws_cloudtrail: b74,
  aws_cloudtrail_event_data_store: b75,
  aws_cloudtrail_organization_delegated_admin_account: leaf,
  aws_cloudwatch_composite_alarm: b76,
  aws_cloudwatch_dashboard: leaf,
  aws_cloudwatch_event_api_destination: leaf,
  aws_cloudwatch_event_archive: leaf,
  aws_cloudwatch_event_bus: b77,
  aws_cloudwatch_event_bus_policy: leaf,
  aws_cloudwatch_event_connection: b82,
  aws_cloudwatch_event_endpoint: b85,
  aws_cloudwatch_event_permission: b86,
  aws_cloudwatch_event_rule: leaf,
  aws_cloudwatch_event_target: b89,
  aws_cloudwatch_log_delivery: leaf,
  aws_cloudwatch_log_delivery_destination: b90,
  aws_cloudwatch_log_delivery_source: leaf,
  aws_cloudwatch_log_destination: leaf,
  aws_cloudwatch_log_destination_policy: leaf,
  aws_cloudwatch_log_group: leaf,
  aws_cloudwatch_log_index_policy: leaf,
  aws_cloudwatch_log_metric_filter: b91,
  aws_cloudwatch_log_resource_policy: leaf,
  aws_cloudwatch_log_stream: leaf,
  aws_cloudwatch_log_subscription_filter: leaf,
  aws_cloudwatch_metric_alarm: b93,
  aws_cloudwatch_metric_stream: b95,
  aws_cloudwatch_query_definition: leaf,
  aws_codebuild_fleet: b97,
  aws_codebuild_project: b102,
  aws_codebuild_report_group: b104,
  aws_codebuild_resource_policy: leaf,
  aws_codebuild_source_credential: leaf,
  aws_codebuild_webhook: b105,
  aws_codecommit_approval_rule_template: leaf,
  aws_codecommit_approval_rule_template_association: leaf,
  aws_codecommit_repository: leaf,
  aws_codecommit_trigger: b106,
  aws_config_config_rule: b108,
  aws_config_configuration_aggregator: b109,
  aws_config_configuration_recorder: b112,
  aws_config_configuration_recorder_status: leaf,
  aws_config_conformance_pack: b113,
  aws_config_delivery_channel: b114,
  aws_config_remediation_configuration: b116,
  aws_config_retention_configuration: leaf,
  aws_cur_report_definition: leaf,
  aws_customer_gateway: leaf,
  aws_db_cluster_snapshot: b6,
  aws_db_event_subscription: b6,
  aws_db_instance: b117,
  aws_db_instance_automated_backups_replication: b6,
  aws_db_instance_role_association: b6,
  aws_db_option_group: b119,
  aws_db_parameter_group: b54,
  aws_db_proxy: b120,
  aws_db_proxy_default_target_group: b121,
  aws_db_proxy_endpoint: b6,
  aws_db_proxy_target: leaf,
  aws_db_snapshot: b6,
  aws_db_snapshot_copy: b6,
  aws_db_subnet_group: leaf,
  aws_default_network_acl: b122,
  aws_default_route_table: b6,
  aws_default_security_group: leaf,
  aws_dx_connection: leaf,
  aws_dx_connection_association: leaf,
  aws_dx_gateway: b6,
  aws_dx_gateway_association: b6,
  aws_dx_gateway_association_proposal: leaf,
  aws_dx_lag: leaf,
  aws_dx_private_virtual_interface: b6,
  aws_dx_public_virtual_interface: b6,
  aws_dx_transit_virtual_interface: b6,
  aws_dynamodb_contributor_insights: b6,
  aws_dynamodb_global_table: b123,
  aws_dynamodb_kinesis_streaming_destination: leaf,
  aws_dynamodb_resource_policy: leaf,
  aws_dynamodb_table: b127,
  aws_dynamodb_table_export: b128,
  aws_dynamodb_table_item: leaf,
  aws_dynamodb_table_replica: b6,
  aws_dynamodb_tag: leaf,
  aws_ebs_default_kms_key: leaf,
  aws_ebs_encryption_by_default: leaf,
  aws_ebs_fast_snapshot_restore: b6,
  aws_ebs_snapshot: b6,
  aws_ebs_snapshot_block_public_access: leaf,
  aws_ebs_snapshot_copy: b6,
  aws_ebs_snapshot_import: b130,
  aws_ebs_volume: b6,
  aws_ec2_capacity_block_reservation: b6,
  aws_ec2_capacity_reservation: b6,
  aws_ec2_image_block_public_access: b6,
  aws_ec2_instance_metadata_defaults: leaf,
  aws_ec2_managed_prefix_list: b131,
  aws_ec2_managed_prefix_list_entry: leaf,
  aws_ec2_serial_console_access: leaf,
  aws_ec2_subnet_cidr_reservation: leaf,
  aws_ec2_tag: leaf,
  aws_ec2_transit_gateway: b6,
  aws_ec2_transit_gateway_connect: b6,
  aws_ec2_transit_gateway_connect_peer: b6,
  aws_ec2_transit_gateway_default_route_table_association: b6,
  aws_ec2_transit_gateway_default_route_table_propagation: b6,
  aws_ec2_transit_gateway_multicast_domain: b6,
  aws_ec2_transit_gateway_multicast_domain_association: b6,
  aws_ec2_transit_gateway_multicast_group_member: leaf,
  aws_ec2_transit_gateway_multicast_group_source: leaf,
  aws_ec2_transit_gateway_peering_attachment: b132,
  aws_ec2_transit_gateway_peering_attachment_accepter: leaf,
  aws_ec2_transit_gateway_policy_table: leaf,
  aws_ec2_transit_gateway_policy_table_association: leaf,
  aws_ec2_transit_gateway_prefix_list_reference: leaf,
  aws_ec2_transit_gateway_route: leaf,
  aws_ec2_transit_gateway_route_table: leaf,
  aws_ec2_transit_gateway_route_table_association: leaf,
  aws_ec2_transit_gateway_route_table_propagation: leaf,
  aws_ec2_transit_gateway_vpc_attachment: leaf,
  aws_ec2_transit_gateway_vpc_attachment_accepter: leaf,
  aws_ecr_account_setting: leaf,
  aws_ecr_lifecycle_policy: leaf,
  aws_ecr_pull_through_cache_rule: leaf,
  aws_ecr_registry_policy: leaf,
  aws_ecr_registry_scanning_configuration: b134,
  aws_ecr_replication_configuration: b137,
  aws_ecr_repository: b138,
  aws_ecr_repository_creation_template: b139,
  aws_ecr_repository_policy: leaf,
  aws_egress_only_internet_gateway: leaf,
  aws_eip: b6,
  aws_eip_association: leaf,
  aws_eip_domain_name: b6,
  aws_eks_access_entry: b6,
  aws_eks_access_policy_association: b140,
  aws_eks_addon: b141,
  aws_eks_cluster: b147,
  aws_eks_fargate_profile: b148,
  aws_eks_identity_provider_config: b149,
  aws_eks_node_group: b150,
  aws_eks_pod_identity_association: leaf,
  aws_elasticache_cluster: b151,
  aws_elasticache_global_replication_group: b6,
  aws_elasticache_parameter_group: b54,
  aws_elasticache_replication_group: b151,
  aws_elasticache_reserved_cache_node: b6,
  aws_elasticache_serverless_cache: b153,
  aws_elasticache_subnet_group: leaf,
  aws_elasticache_user: b154,
  aws_elasticache_user_group: leaf,
  aws_elasticache_user_group_association: b6,
  aws_fis_experiment_template: b161,
  aws_flow_log: b162,
  aws_guardduty_detector: b167,
  aws_guardduty_detector_feature: b168,
  aws_guardduty_filter: b170,
  aws_guardduty_malware_protection_plan: b172,
  aws_guardduty_publishing_destination: leaf,
  aws_iam_access_key: leaf,
  aws_iam_account_password_policy: leaf,
  aws_iam_instance_profile: leaf,
  aws_iam_openid_connect_provider: leaf,
  aws_iam_policy: leaf,
  aws_iam_policy_attachment: leaf,
  aws_iam_role: leaf,
  aws_iam_role_policies_exclusive: leaf,
  aws_iam_role_policy: leaf,
  aws_iam_role_policy_attachment: leaf,
  aws_iam_role_policy_attachments_exclusive: leaf,
  aws_iam_service_linked_role: leaf,
  aws_internet_gateway: b6,
  aws_internet_gateway_attachment: b6,
  aws_key_pair: leaf,
  aws_kms_alias: leaf,
  aws_kms_ciphertext: leaf,
  aws_kms_custom_key_store: b173,
  aws_kms_external_key: leaf,
  aws_kms_grant: b174,
  aws_kms_key: b6,
  aws_kms_key_policy: leaf,
  aws_kms_replica_external_key: leaf,
  aws_kms_replica_key: leaf,
  aws_lambda_alias: b175,
  aws_lambda_event_source_mapping: b177,
  aws_lambda_function: b178,
  aws_lambda_permission: leaf,
  aws_launch_template: b183,
  aws_lb: b184,
  aws_lb_listener: b187,
  aws_lb_listener_certificate: leaf,
  aws_lb_listener_rule: b189,
  aws_lb_target_group: b191,
  aws_lb_target_group_attachment: leaf,
  aws_lb_trust_store: b6,
  aws_lb_trust_store_revocation: b6,
  aws_msk_cluster: b204,
  aws_msk_cluster_policy: leaf,
  aws_msk_configuration: leaf,
  aws_msk_replicator: b208,
  aws_msk_scram_secret_association: leaf,
  aws_msk_serverless_cluster: b211,
  aws_msk_single_scram_secret_association: leaf,
  aws_msk_vpc_connection: leaf,
  aws_nat_gateway: b6,
  aws_network_acl: leaf,
  aws_network_acl_association: leaf,
  aws_network_acl_rule: leaf,
  aws_network_interface: b212,
  aws_network_interface_attachment: leaf,
  aws_network_interface_permission: b6,
  aws_network_interface_sg_attachment: b6,
  aws_opensearch_domain: b220,
  aws_opensearch_domain_policy: b6,
  aws_opensearch_vpc_endpoint: b221,
  aws_placement_group: leaf,
  aws_prometheus_alert_manager_definition: leaf,
  aws_prometheus_rule_group_namespace: leaf,
  aws_prometheus_scraper: b224,
  aws_prometheus_workspace: b225,
  aws_prometheus_workspace_configuration: b227,
  aws_rds_certificate: leaf,
  aws_rds_cluster: b228,
  aws_rds_cluster_activity_stream: leaf,
  aws_rds_cluster_endpoint: leaf,
  aws_rds_cluster_instance: b6,
  aws_rds_cluster_parameter_group: b54,
  aws_rds_cluster_role_association: b6,
  aws_rds_cluster_snapshot_copy: b6,
  aws_rds_global_cluster: b6,
  aws_rds_instance_state: b6,
  aws_resourcegroups_group: b230,
  aws_resourcegroups_resource: b6,
  aws_route: b6,
  aws_route53_health_check: leaf,
  aws_route53_hosted_zone_dnssec: b6,
  aws_route53_key_signing_key: b6,
  aws_route53_query_log: leaf,
  aws_route53_record: b232,
  aws_route53_vpc_association_authorization: b6,
  aws_route53_zone: b233,
  aws_route53_zone_association: b6,
  aws_route_table: b6,
  aws_route_table_association: b6,
  aws_s3_account_public_access_block: leaf,
  aws_s3_bucket: b6,
  aws_s3_bucket_acl: b236,
  aws_s3_bucket_cors_configuration: b237,
  aws_s3_bucket_intelligent_tiering_configuration: b238,
  aws_s3_bucket_lifecycle_configuration: b241,
  aws_s3_bucket_logging: b243,
  aws_s3_bucket_metric: b5,
  aws_s3_bucket_notification: b244,
  aws_s3_bucket_ownership_controls: b245,
  aws_s3_bucket_policy: leaf,
  aws_s3_bucket_public_access_block: leaf,
  aws_s3_bucket_replication_configuration: b251,
  aws_s3_bucket_server_side_encryption_configuration: b253,
  aws_s3_bucket_versioning: b254,
  aws_s3_object: b256,
  aws_s3_object_copy: b257,
  aws_scheduler_schedule: b261,
  aws_scheduler_schedule_group: b6,
  aws_secretsmanager_secret: b262,
  aws_secretsmanager_secret_policy: leaf,
  aws_secretsmanager_secret_rotation: b263,
  aws_secretsmanager_secret_version: leaf,
  aws_security_group: b6,
  aws_security_group_rule: b6,
  aws_servicequotas_service_quota: leaf,
  aws_sfn_state_machine: b264,
  aws_shield_application_layer_automatic_response: b6,
  aws_shield_drt_access_log_bucket_association: b6,
  aws_shield_drt_access_role_arn_association: b6,
  aws_shield_proactive_engagement: b265,
  aws_shield_protection: leaf,
  aws_shield_protection_group: leaf,
  aws_shield_protection_health_check_association: leaf,
  aws_shield_subscription: leaf,
  aws_sns_platform_application: leaf,
  aws_sns_sms_preferences: leaf,
  aws_sns_topic: leaf,
  aws_sns_topic_data_protection_policy: leaf,
  aws_sns_topic_policy: leaf,
  aws_sns_topic_subscription: leaf,
  aws_sqs_queue: b6,
  aws_sqs_queue_policy: leaf,
  aws_sqs_queue_redrive_allow_policy: leaf,
  aws_sqs_queue_redrive_policy: leaf,
  aws_ssm_activation: leaf,
  aws_ssm_association: b266,
  aws_ssm_default_patch_baseline: leaf,
  aws_ssm_document: b267,
  aws_ssm_maintenance_window: leaf,
  aws_ssm_maintenance_window_target: b268,
  aws_ssm_maintenance_window_task: b271,
  aws_ssm_parameter: leaf,
  aws_ssm_patch_baseline: b273,
  aws_ssm_patch_group: leaf,
  aws_ssm_resource_data_sync: b103,
  aws_ssm_service_setting: leaf,
  aws_subnet: b6,
  aws_synthetics_canary: b275,
  aws_synthetics_group: leaf,
  aws_synthetics_group_association: leaf,
  aws_vpc: leaf,
  aws_vpc_block_public_access_exclusion: b6,
  aws_vpc_block_public_access_options: b6,
  aws_vpc_dhcp_options: leaf,
  aws_vpc_dhcp_options_association: leaf,
  aws_vpc_endpoint: b276,
  aws_vpc_endpoint_connection_accepter: leaf,
  aws_vpc_endpoint_connection_notification: leaf,
  aws_vpc_endpoint_policy: b6,
  aws_vpc_endpoint_private_dns: leaf,
  aws_vpc_endpoint_route_table_association: leaf,
  aws_vpc_endpoint_security_group_association: leaf,
  aws_vpc_endpoint_service: b6,
  aws_vpc_endpoint_service_allowed_principal: leaf,
  aws_vpc_endpoint_service_private_dns_verification: b6,
  aws_vpc_endpoint_subnet_association: b6,
  aws_vpc_ipv4_cidr_block_association: b6,
  aws_vpc_ipv6_cidr_block_association: b6,
  aws_vpc_peering_connection: b277,
  aws_vpc_peering_connection_accepter: b277,
  aws_vpc_peering_connection_options: b278,
  aws_vpc_route_server: b6,
  aws_vpc_route_server_endpoint: b6,
  aws_vpc_route_server_peer: b279,
  aws_vpc_route_server_propagation: b6,
  aws_vpc_route_server_vpc_association: b6,
  aws_vpc_security_group_egress_rule: leaf,
  aws_vpc_security_group_ingress_rule: leaf,
  aws_vpc_security_group_vpc_association: b6,
  aws_vpn_connection: b281,
  aws_vpn_connection_route: leaf,
  aws_vpn_gateway: leaf,
  aws_vpn_gateway_route_propagation: b6,
  aws_wafv2_ip_set: leaf,
  aws_wafv2_regex_pattern_set: b282,
  aws_wafv2_rule_group: b306,
  aws_wafv2_web_acl: b324,
  aws_wafv2_web_acl_association: b6,
  aws_wafv2_web_acl_logging_configuration: b329,
  aws_xray_group: b330,
  aws_xray_sampling_rule: leaf,
};

export const DATA_BLOCKS: Readonly<Record<string, Blocks>> = {
  aws_acm_certificate: leaf,
  aws_ami: b331,
  aws_autoscaling_groups: b5,
  aws_availability_zones: b331,
  aws_backup_vault: leaf,
  aws_caller_identity: leaf,
  aws_canonical_user_id: leaf,
  aws_cloudfront_cache_policy: leaf,
  aws_cloudfront_log_delivery_canonical_user_id: leaf,
  aws_cloudfront_origin_request_policy: leaf,
  aws_cloudfront_response_headers_policy: leaf,
  aws_cloudwatch_log_group: leaf,
  aws_codecommit_repository: leaf,
  aws_db_instance: leaf,
  aws_db_proxy: leaf,
  aws_dx_gateway: leaf,
  aws_dynamodb_table: b332,
  aws_ec2_managed_prefix_list: b331,
  aws_ec2_transit_gateway: b331,
  aws_ec2_transit_gateway_peering_attachment: b331,
  aws_ecr_repository: leaf,
  aws_eip: b331,
  aws_eks_addon_version: leaf,
  aws_eks_cluster: leaf,
  aws_eks_clusters: leaf,
  aws_elasticache_replication_group: leaf,
  aws_elb_service_account: leaf,
  aws_iam_openid_connect_provider: leaf,
  aws_iam_policy: leaf,
  aws_iam_policy_document: b334,
  aws_iam_role: leaf,
  aws_iam_roles: leaf,
  aws_instances: b331,
  aws_kms_alias: leaf,
  aws_kms_key: leaf,
  aws_lb: b6,
  aws_lb_listener: b6,
  aws_lbs: leaf,
  aws_msk_bootstrap_brokers: leaf,
  aws_msk_cluster: leaf,
  aws_nat_gateway: b331,
  aws_nat_gateways: b331,
  aws_network_interface: b331,
  aws_network_interfaces: b331,
  aws_opensearch_domain: b335,
  aws_partition: leaf,
  aws_prefix_list: b331,
  aws_rds_cluster: leaf,
  aws_rds_engine_version: b5,
  aws_region: leaf,
  aws_route53_zone: leaf,
  aws_route_table: b331,
  aws_route_tables: b331,
  aws_s3_bucket: leaf,
  aws_secretsmanager_secret: leaf,
  aws_security_group: b331,
  aws_security_groups: b331,
  aws_service: leaf,
  aws_service_principal: leaf,
  aws_sns_topic: leaf,
  aws_sqs_queue: leaf,
  aws_ssm_parameter: leaf,
  aws_ssm_parameters_by_path: leaf,
  aws_subnet: b331,
  aws_subnets: b331,
  aws_vpc: b331,
  aws_vpc_endpoint: b331,
  aws_vpc_endpoint_service: b331,
  aws_vpc_peering_connection: b331,
  aws_vpc_peering_connections: b331,
  aws_vpcs: b331,
  aws_wafv2_web_acl: leaf,
};

export const EPHEMERAL_BLOCKS: Readonly<Record<string, Blocks>> = {
  aws_kms_secrets: b336,
  aws_secretsmanager_random_password: leaf,
  aws_secretsmanager_secret_version: leaf,
  aws_ssm_parameter: leaf,
  aws_eks_cluster_auth: leaf,
};
