// Written by `npm run generate:terraform` from the schema of hashicorp/aws 5.100.0; not edited by hand.
import type { Ref, RefList, RefMap, RefSet, Value } from "../language/expression.ts";

export interface ResourceTypes {
  aws_accessanalyzer_analyzer: { arguments: AccessanalyzerAnalyzer; outputs: AccessanalyzerAnalyzerOutputs };
  aws_account_region: { arguments: AccountRegion; outputs: AccountRegionOutputs };
  aws_acm_certificate: { arguments: AcmCertificate; outputs: AcmCertificateOutputs };
  aws_acm_certificate_validation: { arguments: AcmCertificateValidation; outputs: AcmCertificateValidationOutputs };
  aws_appautoscaling_policy: { arguments: AppautoscalingPolicy; outputs: AppautoscalingPolicyOutputs };
  aws_appautoscaling_target: { arguments: AppautoscalingTarget; outputs: AppautoscalingTargetOutputs };
  aws_autoscaling_group: { arguments: AutoscalingGroup; outputs: AutoscalingGroupOutputs };
  aws_autoscaling_policy: { arguments: AutoscalingPolicy; outputs: AutoscalingPolicyOutputs };
  aws_backup_plan: { arguments: BackupPlan; outputs: BackupPlanOutputs };
  aws_backup_region_settings: { arguments: BackupRegionSettings; outputs: BackupRegionSettingsOutputs };
  aws_backup_report_plan: { arguments: BackupReportPlan; outputs: BackupReportPlanOutputs };
  aws_backup_restore_testing_plan: { arguments: BackupRestoreTestingPlan; outputs: BackupRestoreTestingPlanOutputs };
  aws_backup_restore_testing_selection: { arguments: BackupRestoreTestingSelection; outputs: BackupRestoreTestingSelectionOutputs };
  aws_backup_selection: { arguments: BackupSelection; outputs: BackupSelectionOutputs };
  aws_backup_vault: { arguments: BackupVault; outputs: BackupVaultOutputs };
  aws_backup_vault_lock_configuration: { arguments: BackupVaultLockConfiguration; outputs: BackupVaultLockConfigurationOutputs };
  aws_backup_vault_notifications: { arguments: BackupVaultNotifications; outputs: BackupVaultNotificationsOutputs };
  aws_backup_vault_policy: { arguments: BackupVaultPolicy; outputs: BackupVaultPolicyOutputs };
  aws_budgets_budget: { arguments: BudgetsBudget; outputs: BudgetsBudgetOutputs };
  aws_ce_anomaly_monitor: { arguments: CeAnomalyMonitor; outputs: CeAnomalyMonitorOutputs };
  aws_ce_anomaly_subscription: { arguments: CeAnomalySubscription; outputs: CeAnomalySubscriptionOutputs };
  aws_cloudfront_cache_policy: { arguments: CloudfrontCachePolicy; outputs: CloudfrontCachePolicyOutputs };
  aws_cloudfront_distribution: { arguments: CloudfrontDistribution; outputs: CloudfrontDistributionOutputs };
  aws_cloudfront_function: { arguments: CloudfrontFunction; outputs: CloudfrontFunctionOutputs };
  aws_cloudfront_origin_access_control: { arguments: CloudfrontOriginAccessControl; outputs: CloudfrontOriginAccessControlOutputs };
  aws_cloudfront_response_headers_policy: { arguments: CloudfrontResponseHeadersPolicy; outputs: CloudfrontResponseHeadersPolicyOutputs };
  aws_cloudtrail: { arguments: Cloudtrail; outputs: CloudtrailOutputs };
  aws_cloudwatch_composite_alarm: { arguments: CloudwatchCompositeAlarm; outputs: CloudwatchCompositeAlarmOutputs };
  aws_cloudwatch_dashboard: { arguments: CloudwatchDashboard; outputs: CloudwatchDashboardOutputs };
  aws_cloudwatch_event_rule: { arguments: CloudwatchEventRule; outputs: CloudwatchEventRuleOutputs };
  aws_cloudwatch_event_target: { arguments: CloudwatchEventTarget; outputs: CloudwatchEventTargetOutputs };
  aws_cloudwatch_log_delivery: { arguments: CloudwatchLogDelivery; outputs: CloudwatchLogDeliveryOutputs };
  aws_cloudwatch_log_delivery_destination: { arguments: CloudwatchLogDeliveryDestination; outputs: CloudwatchLogDeliveryDestinationOutputs };
  aws_cloudwatch_log_delivery_source: { arguments: CloudwatchLogDeliverySource; outputs: CloudwatchLogDeliverySourceOutputs };
  aws_cloudwatch_log_group: { arguments: CloudwatchLogGroup; outputs: CloudwatchLogGroupOutputs };
  aws_cloudwatch_log_metric_filter: { arguments: CloudwatchLogMetricFilter; outputs: CloudwatchLogMetricFilterOutputs };
  aws_cloudwatch_log_resource_policy: { arguments: CloudwatchLogResourcePolicy; outputs: CloudwatchLogResourcePolicyOutputs };
  aws_cloudwatch_metric_alarm: { arguments: CloudwatchMetricAlarm; outputs: CloudwatchMetricAlarmOutputs };
  aws_codebuild_project: { arguments: CodebuildProject; outputs: CodebuildProjectOutputs };
  aws_codecommit_repository: { arguments: CodecommitRepository; outputs: CodecommitRepositoryOutputs };
  aws_config_config_rule: { arguments: ConfigConfigRule; outputs: ConfigConfigRuleOutputs };
  aws_config_configuration_recorder: { arguments: ConfigConfigurationRecorder; outputs: ConfigConfigurationRecorderOutputs };
  aws_config_configuration_recorder_status: { arguments: ConfigConfigurationRecorderStatus; outputs: ConfigConfigurationRecorderStatusOutputs };
  aws_config_delivery_channel: { arguments: ConfigDeliveryChannel; outputs: ConfigDeliveryChannelOutputs };
  aws_customer_gateway: { arguments: CustomerGateway; outputs: CustomerGatewayOutputs };
  aws_db_instance: { arguments: DbInstance; outputs: DbInstanceOutputs };
  aws_db_parameter_group: { arguments: DbParameterGroup; outputs: DbParameterGroupOutputs };
  aws_db_proxy: { arguments: DbProxy; outputs: DbProxyOutputs };
  aws_db_proxy_default_target_group: { arguments: DbProxyDefaultTargetGroup; outputs: DbProxyDefaultTargetGroupOutputs };
  aws_db_proxy_target: { arguments: DbProxyTarget; outputs: DbProxyTargetOutputs };
  aws_db_subnet_group: { arguments: DbSubnetGroup; outputs: DbSubnetGroupOutputs };
  aws_default_network_acl: { arguments: DefaultNetworkAcl; outputs: DefaultNetworkAclOutputs };
  aws_default_security_group: { arguments: DefaultSecurityGroup; outputs: DefaultSecurityGroupOutputs };
  aws_dx_gateway: { arguments: DxGateway; outputs: DxGatewayOutputs };
  aws_dx_gateway_association: { arguments: DxGatewayAssociation; outputs: DxGatewayAssociationOutputs };
  aws_dx_transit_virtual_interface: { arguments: DxTransitVirtualInterface; outputs: DxTransitVirtualInterfaceOutputs };
  aws_dynamodb_table: { arguments: DynamodbTable; outputs: DynamodbTableOutputs };
  aws_dynamodb_table_replica: { arguments: DynamodbTableReplica; outputs: DynamodbTableReplicaOutputs };
  aws_ebs_default_kms_key: { arguments: EbsDefaultKmsKey; outputs: EbsDefaultKmsKeyOutputs };
  aws_ebs_encryption_by_default: { arguments: GrpcConfig; outputs: EbsEncryptionByDefaultOutputs };
  aws_ebs_snapshot_block_public_access: { arguments: EbsSnapshotBlockPublicAccess; outputs: EbsSnapshotBlockPublicAccessOutputs };
  aws_ec2_image_block_public_access: { arguments: Ec2ImageBlockPublicAccess; outputs: EbsSnapshotBlockPublicAccessOutputs };
  aws_ec2_instance_metadata_defaults: { arguments: Ec2InstanceMetadataDefaults; outputs: Ec2InstanceMetadataDefaultsOutputs };
  aws_ec2_tag: { arguments: Ec2Tag; outputs: Ec2TagOutputs };
  aws_ec2_transit_gateway: { arguments: Ec2TransitGateway; outputs: Ec2TransitGatewayOutputs };
  aws_ec2_transit_gateway_vpc_attachment: { arguments: Ec2TransitGatewayVpcAttachment; outputs: Ec2TransitGatewayVpcAttachmentOutputs };
  aws_ecr_lifecycle_policy: { arguments: EcrLifecyclePolicy; outputs: EcrLifecyclePolicyOutputs };
  aws_ecr_pull_through_cache_rule: { arguments: EcrPullThroughCacheRule; outputs: EcrPullThroughCacheRuleOutputs };
  aws_ecr_registry_scanning_configuration: { arguments: EcrRegistryScanningConfiguration; outputs: EcrRegistryScanningConfigurationOutputs };
  aws_ecr_replication_configuration: { arguments: EcrReplicationConfiguration; outputs: EcrReplicationConfigurationOutputs };
  aws_ecr_repository: { arguments: EcrRepository; outputs: EcrRepositoryOutputs };
  aws_ecr_repository_creation_template: { arguments: EcrRepositoryCreationTemplate; outputs: EcrRepositoryCreationTemplateOutputs };
  aws_ecr_repository_policy: { arguments: EcrLifecyclePolicy; outputs: EcrLifecyclePolicyOutputs };
  aws_eip: { arguments: Eip; outputs: EipOutputs };
  aws_eks_access_entry: { arguments: EksAccessEntry; outputs: EksAccessEntryOutputs };
  aws_eks_access_policy_association: { arguments: EksAccessPolicyAssociation; outputs: EksAccessPolicyAssociationOutputs };
  aws_eks_addon: { arguments: EksAddon; outputs: EksAddonOutputs };
  aws_eks_cluster: { arguments: EksCluster; outputs: EksClusterOutputs };
  aws_eks_node_group: { arguments: EksNodeGroup; outputs: EksNodeGroupOutputs };
  aws_eks_pod_identity_association: { arguments: EksPodIdentityAssociation; outputs: EksPodIdentityAssociationOutputs };
  aws_elasticache_parameter_group: { arguments: ElasticacheParameterGroup; outputs: ElasticacheParameterGroupOutputs };
  aws_elasticache_replication_group: { arguments: ElasticacheReplicationGroup; outputs: ElasticacheReplicationGroupOutputs };
  aws_elasticache_subnet_group: { arguments: ElasticacheSubnetGroup; outputs: ElasticacheSubnetGroupOutputs };
  aws_elasticache_user: { arguments: ElasticacheUser; outputs: ElasticacheUserOutputs };
  aws_elasticache_user_group: { arguments: ElasticacheUserGroup; outputs: ElasticacheUserGroupOutputs };
  aws_fis_experiment_template: { arguments: FisExperimentTemplate; outputs: FisExperimentTemplateOutputs };
  aws_flow_log: { arguments: FlowLog; outputs: FlowLogOutputs };
  aws_guardduty_detector: { arguments: GuarddutyDetector; outputs: GuarddutyDetectorOutputs };
  aws_guardduty_detector_feature: { arguments: GuarddutyDetectorFeature; outputs: GuarddutyDetectorFeatureOutputs };
  aws_iam_account_password_policy: { arguments: IamAccountPasswordPolicy; outputs: IamAccountPasswordPolicyOutputs };
  aws_iam_instance_profile: { arguments: IamInstanceProfile; outputs: IamInstanceProfileOutputs };
  aws_iam_openid_connect_provider: { arguments: IamOpenidConnectProvider; outputs: IamOpenidConnectProviderOutputs };
  aws_iam_policy: { arguments: IamPolicy; outputs: IamPolicyOutputs };
  aws_iam_role: { arguments: IamRole; outputs: IamRoleOutputs };
  aws_iam_role_policy: { arguments: IamRolePolicy; outputs: IamRolePolicyOutputs };
  aws_iam_role_policy_attachment: { arguments: IamRolePolicyAttachment; outputs: IamRolePolicyAttachmentOutputs };
  aws_iam_service_linked_role: { arguments: IamServiceLinkedRole; outputs: IamServiceLinkedRoleOutputs };
  aws_internet_gateway: { arguments: InternetGateway; outputs: InternetGatewayOutputs };
  aws_kms_alias: { arguments: KmsAlias; outputs: KmsAliasOutputs };
  aws_kms_key: { arguments: KmsKey; outputs: KmsKeyOutputs };
  aws_lambda_function: { arguments: LambdaFunction; outputs: LambdaFunctionOutputs };
  aws_lambda_permission: { arguments: LambdaPermission; outputs: LambdaPermissionOutputs };
  aws_launch_template: { arguments: LaunchTemplate4; outputs: LaunchTemplateOutputs3 };
  aws_lb: { arguments: Lb; outputs: LbOutputs };
  aws_lb_listener: { arguments: LbListener; outputs: LbListenerOutputs };
  aws_lb_listener_rule: { arguments: LbListenerRule; outputs: LbListenerRuleOutputs };
  aws_lb_target_group: { arguments: LbTargetGroup; outputs: LbTargetGroupOutputs };
  aws_msk_cluster: { arguments: MskCluster; outputs: MskClusterOutputs };
  aws_msk_configuration: { arguments: MskConfiguration; outputs: MskConfigurationOutputs };
  aws_nat_gateway: { arguments: NatGateway; outputs: NatGatewayOutputs };
  aws_network_acl: { arguments: NetworkAcl; outputs: NetworkAclOutputs };
  aws_network_acl_rule: { arguments: NetworkAclRule; outputs: NetworkAclRuleOutputs };
  aws_opensearch_domain: { arguments: OpensearchDomain; outputs: OpensearchDomainOutputs };
  aws_rds_cluster: { arguments: RdsCluster; outputs: RdsClusterOutputs };
  aws_rds_cluster_instance: { arguments: RdsClusterInstance; outputs: RdsClusterInstanceOutputs };
  aws_rds_cluster_parameter_group: { arguments: RdsClusterParameterGroup; outputs: RdsClusterParameterGroupOutputs };
  aws_rds_global_cluster: { arguments: RdsGlobalCluster; outputs: RdsGlobalClusterOutputs };
  aws_route: { arguments: Route; outputs: RouteOutputs };
  aws_route53_health_check: { arguments: Route53HealthCheck; outputs: Route53HealthCheckOutputs };
  aws_route53_hosted_zone_dnssec: { arguments: Route53HostedZoneDnssec; outputs: Route53HostedZoneDnssecOutputs };
  aws_route53_key_signing_key: { arguments: Route53KeySigningKey; outputs: Route53KeySigningKeyOutputs };
  aws_route53_query_log: { arguments: Route53QueryLog; outputs: Route53QueryLogOutputs };
  aws_route53_record: { arguments: Route53Record; outputs: Route53RecordOutputs };
  aws_route53_zone: { arguments: Route53Zone; outputs: Route53ZoneOutputs };
  aws_route_table: { arguments: RouteTable; outputs: RouteTableOutputs };
  aws_route_table_association: { arguments: RouteTableAssociation; outputs: RouteTableAssociationOutputs };
  aws_s3_account_public_access_block: { arguments: S3AccountPublicAccessBlock; outputs: S3AccountPublicAccessBlockOutputs };
  aws_s3_bucket: { arguments: S3Bucket; outputs: S3BucketOutputs };
  aws_s3_bucket_lifecycle_configuration: { arguments: S3BucketLifecycleConfiguration; outputs: S3BucketLifecycleConfigurationOutputs };
  aws_s3_bucket_ownership_controls: { arguments: S3BucketOwnershipControls; outputs: S3BucketOwnershipControlsOutputs };
  aws_s3_bucket_policy: { arguments: S3BucketPolicy; outputs: S3BucketPolicyOutputs };
  aws_s3_bucket_public_access_block: { arguments: S3BucketPublicAccessBlock; outputs: S3BucketPublicAccessBlockOutputs };
  aws_s3_bucket_replication_configuration: { arguments: S3BucketReplicationConfiguration; outputs: S3BucketReplicationConfigurationOutputs };
  aws_s3_bucket_server_side_encryption_configuration: { arguments: S3BucketServerSideEncryptionConfiguration; outputs: S3BucketServerSideEncryptionConfigurationOutputs };
  aws_s3_bucket_versioning: { arguments: S3BucketVersioning; outputs: S3BucketVersioningOutputs };
  aws_s3_object: { arguments: S3Object; outputs: S3ObjectOutputs };
  aws_secretsmanager_secret: { arguments: SecretsmanagerSecret; outputs: SecretsmanagerSecretOutputs };
  aws_secretsmanager_secret_rotation: { arguments: SecretsmanagerSecretRotation; outputs: SecretsmanagerSecretRotationOutputs };
  aws_secretsmanager_secret_version: { arguments: SecretsmanagerSecretVersion; outputs: SecretsmanagerSecretVersionOutputs };
  aws_security_group: { arguments: SecurityGroup; outputs: DefaultSecurityGroupOutputs };
  aws_shield_protection: { arguments: ShieldProtection; outputs: ShieldProtectionOutputs };
  aws_shield_subscription: { arguments: ShieldSubscription; outputs: ShieldSubscriptionOutputs };
  aws_sns_topic: { arguments: SnsTopic; outputs: SnsTopicOutputs };
  aws_sns_topic_policy: { arguments: SnsTopicPolicy; outputs: SnsTopicPolicyOutputs };
  aws_sns_topic_subscription: { arguments: SnsTopicSubscription; outputs: SnsTopicSubscriptionOutputs };
  aws_sqs_queue: { arguments: SqsQueue; outputs: SqsQueueOutputs };
  aws_sqs_queue_policy: { arguments: SqsQueuePolicy; outputs: SqsQueuePolicyOutputs };
  aws_sqs_queue_redrive_allow_policy: { arguments: SqsQueueRedriveAllowPolicy; outputs: SqsQueueRedriveAllowPolicyOutputs };
  aws_sqs_queue_redrive_policy: { arguments: SqsQueueRedrivePolicy; outputs: SqsQueueRedrivePolicyOutputs };
  aws_ssm_document: { arguments: SsmDocument; outputs: SsmDocumentOutputs };
  aws_ssm_parameter: { arguments: SsmParameter; outputs: SsmParameterOutputs };
  aws_subnet: { arguments: Subnet; outputs: SubnetOutputs };
  aws_synthetics_canary: { arguments: SyntheticsCanary; outputs: SyntheticsCanaryOutputs };
  aws_vpc: { arguments: Vpc2; outputs: VpcOutputs2 };
  aws_vpc_endpoint: { arguments: VpcEndpoint; outputs: VpcEndpointOutputs };
  aws_vpc_peering_connection: { arguments: VpcPeeringConnection; outputs: VpcPeeringConnectionOutputs };
  aws_vpc_peering_connection_accepter: { arguments: VpcPeeringConnectionAccepter; outputs: VpcPeeringConnectionAccepterOutputs };
  aws_vpc_peering_connection_options: { arguments: VpcPeeringConnectionOptions; outputs: VpcPeeringConnectionOptionsOutputs };
  aws_vpc_security_group_egress_rule: { arguments: VpcSecurityGroupEgressRule; outputs: VpcSecurityGroupEgressRuleOutputs };
  aws_vpc_security_group_ingress_rule: { arguments: VpcSecurityGroupEgressRule; outputs: VpcSecurityGroupEgressRuleOutputs };
  aws_vpn_connection: { arguments: VpnConnection; outputs: VpnConnectionOutputs };
  aws_wafv2_web_acl: { arguments: Wafv2WebAcl; outputs: Wafv2WebAclOutputs };
  aws_wafv2_web_acl_association: { arguments: Wafv2WebAclAssociation; outputs: Wafv2WebAclAssociationOutputs };
  aws_wafv2_web_acl_logging_configuration: { arguments: Wafv2WebAclLoggingConfiguration; outputs: Wafv2WebAclLoggingConfigurationOutputs };
  aws_xray_group: { arguments: XrayGroup; outputs: XrayGroupOutputs };
  aws_xray_sampling_rule: { arguments: XraySamplingRule; outputs: XraySamplingRuleOutputs };
}

export interface DataTypes {
  aws_acm_certificate: { arguments: DataAcmCertificate; outputs: DataAcmCertificateOutputs };
  aws_dx_gateway: { arguments: RuleLabel; outputs: DxGatewayOutputs };
  aws_ec2_managed_prefix_list: { arguments: DataEc2ManagedPrefixList; outputs: DataEc2ManagedPrefixListOutputs };
  aws_eks_cluster: { arguments: DataEksCluster; outputs: DataEksClusterOutputs };
  aws_iam_policy_document: { arguments: DataIamPolicyDocument; outputs: DataIamPolicyDocumentOutputs };
  aws_kms_alias: { arguments: RuleLabel; outputs: DataKmsAliasOutputs };
  aws_route53_zone: { arguments: DataRoute53Zone; outputs: DataRoute53ZoneOutputs };
  aws_route_table: { arguments: DataRouteTable; outputs: DataRouteTableOutputs };
  aws_s3_bucket: { arguments: DataS3Bucket; outputs: DataS3BucketOutputs };
  aws_secretsmanager_secret: { arguments: DataSecretsmanagerSecret; outputs: DataSecretsmanagerSecretOutputs };
  aws_ssm_parameter: { arguments: DataSsmParameter; outputs: DataSsmParameterOutputs };
  aws_subnet: { arguments: DataSubnet; outputs: DataSubnetOutputs };
  aws_vpc: { arguments: DataVpc; outputs: DataVpcOutputs };
  aws_wafv2_web_acl: { arguments: DataWafv2WebAcl; outputs: DataWafv2WebAclOutputs };
}

export interface EphemeralTypes {
  aws_secretsmanager_random_password: { arguments: EphemeralSecretsmanagerRandomPassword; outputs: EphemeralSecretsmanagerRandomPasswordOutputs };
  aws_ssm_parameter: { arguments: EphemeralSsmParameter; outputs: EphemeralSsmParameterOutputs };
}

interface Exclusion {
  readonly account_ids?: Value<readonly Value<string>[]> | undefined;
  readonly resource_tags?: Value<readonly Value<Readonly<Record<string, Value<string>>>>[]> | undefined;
}

interface AnalysisRule {
  readonly exclusion?: Exclusion | readonly Exclusion[] | undefined;
}

interface UnusedAccess {
  readonly unused_access_age?: Value<number> | undefined;
  readonly analysis_rule?: AnalysisRule | readonly AnalysisRule[] | undefined;
}

interface Configuration {
  readonly unused_access?: UnusedAccess | readonly UnusedAccess[] | undefined;
}

interface AccessanalyzerAnalyzer {
  readonly analyzer_name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly type?: Value<string> | undefined;
  readonly configuration?: Configuration | readonly Configuration[] | undefined;
}

interface ExclusionOutputs {
  readonly account_ids: RefList<Ref<string>>;
  readonly resource_tags: RefList<RefMap<string>>;
}

interface AnalysisRuleOutputs {
  readonly exclusion: RefList<ExclusionOutputs>;
}

interface UnusedAccessOutputs {
  readonly unused_access_age: Ref<number>;
  readonly analysis_rule: RefList<AnalysisRuleOutputs>;
}

interface ConfigurationOutputs {
  readonly unused_access: RefList<UnusedAccessOutputs>;
}

interface AccessanalyzerAnalyzerOutputs {
  readonly analyzer_name: Ref<string>;
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly type: Ref<string>;
  readonly configuration: RefList<ConfigurationOutputs>;
}

interface Timeouts {
  readonly create?: Value<string> | undefined;
  readonly update?: Value<string> | undefined;
}

interface AccountRegion {
  readonly account_id?: Value<string> | undefined;
  readonly enabled: Value<boolean>;
  readonly region_name: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface AccountRegionOutputs {
  readonly account_id: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly id: Ref<string>;
  readonly opt_status: Ref<string>;
  readonly region_name: Ref<string>;
}

interface Options {
  readonly certificate_transparency_logging_preference?: Value<string> | undefined;
}

interface ValidationOption {
  readonly domain_name: Value<string>;
  readonly validation_domain: Value<string>;
}

interface AcmCertificate {
  readonly certificate_authority_arn?: Value<string> | undefined;
  readonly certificate_body?: Value<string> | undefined;
  readonly certificate_chain?: Value<string> | undefined;
  readonly domain_name?: Value<string> | undefined;
  readonly early_renewal_duration?: Value<string> | undefined;
  readonly key_algorithm?: Value<string> | undefined;
  readonly private_key?: Ref<string> | undefined;
  readonly subject_alternative_names?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly validation_method?: "DNS" | "EMAIL" | Ref<string> | undefined;
  readonly options?: Options | readonly Options[] | undefined;
  readonly validation_option?: ValidationOption | readonly ValidationOption[] | undefined;
}

interface DomainValidationOptionsOutputs {
  readonly domain_name: Ref<string>;
  readonly resource_record_name: Ref<string>;
  readonly resource_record_type: Ref<string>;
  readonly resource_record_value: Ref<string>;
}

interface RenewalSummaryOutputs {
  readonly renewal_status: Ref<string>;
  readonly renewal_status_reason: Ref<string>;
  readonly updated_at: Ref<string>;
}

interface OptionsOutputs {
  readonly certificate_transparency_logging_preference: Ref<string>;
}

interface ValidationOptionOutputs {
  readonly domain_name: Ref<string>;
  readonly validation_domain: Ref<string>;
}

interface AcmCertificateOutputs {
  readonly arn: Ref<string>;
  readonly certificate_authority_arn: Ref<string>;
  readonly certificate_body: Ref<string>;
  readonly certificate_chain: Ref<string>;
  readonly domain_name: Ref<string>;
  readonly domain_validation_options: RefSet<DomainValidationOptionsOutputs>;
  readonly early_renewal_duration: Ref<string>;
  readonly id: Ref<string>;
  readonly key_algorithm: Ref<string>;
  readonly not_after: Ref<string>;
  readonly not_before: Ref<string>;
  readonly pending_renewal: Ref<boolean>;
  readonly private_key: Ref<string>;
  readonly renewal_eligibility: Ref<string>;
  readonly renewal_summary: RefList<RenewalSummaryOutputs>;
  readonly status: Ref<string>;
  readonly subject_alternative_names: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly type: Ref<string>;
  readonly validation_emails: RefList<Ref<string>>;
  readonly validation_method: Ref<string>;
  readonly options: RefList<OptionsOutputs>;
  readonly validation_option: RefSet<ValidationOptionOutputs>;
}

interface Timeouts2 {
  readonly create?: Value<string> | undefined;
}

interface AcmCertificateValidation {
  readonly certificate_arn: Value<string>;
  readonly validation_record_fqdns?: Value<readonly Value<string>[]> | undefined;
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
}

interface AcmCertificateValidationOutputs {
  readonly certificate_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly validation_record_fqdns: RefSet<Ref<string>>;
}

interface StepAdjustment {
  readonly metric_interval_lower_bound?: Value<string> | undefined;
  readonly metric_interval_upper_bound?: Value<string> | undefined;
  readonly scaling_adjustment: Value<number>;
}

interface StepScalingPolicyConfiguration {
  readonly adjustment_type?: Value<string> | undefined;
  readonly cooldown?: Value<number> | undefined;
  readonly metric_aggregation_type?: Value<string> | undefined;
  readonly min_adjustment_magnitude?: Value<number> | undefined;
  readonly step_adjustment?: StepAdjustment | readonly StepAdjustment[] | undefined;
}

interface Dimensions {
  readonly name: Value<string>;
  readonly value: Value<string>;
}

interface Metric {
  readonly metric_name: Value<string>;
  readonly namespace: Value<string>;
  readonly dimensions?: Dimensions | readonly Dimensions[] | undefined;
}

interface MetricStat {
  readonly stat: Value<string>;
  readonly unit?: Value<string> | undefined;
  readonly metric: Metric | readonly Metric[];
}

interface Metrics {
  readonly expression?: Value<string> | undefined;
  readonly id: Value<string>;
  readonly label?: Value<string> | undefined;
  readonly return_data?: Value<boolean> | undefined;
  readonly metric_stat?: MetricStat | readonly MetricStat[] | undefined;
}

interface CustomizedMetricSpecification {
  readonly metric_name?: Value<string> | undefined;
  readonly namespace?: Value<string> | undefined;
  readonly statistic?: Value<string> | undefined;
  readonly unit?: Value<string> | undefined;
  readonly dimensions?: Dimensions | readonly Dimensions[] | undefined;
  readonly metrics?: Metrics | readonly Metrics[] | undefined;
}

interface PredefinedMetricSpecification {
  readonly predefined_metric_type: Value<string>;
  readonly resource_label?: Value<string> | undefined;
}

interface TargetTrackingScalingPolicyConfiguration {
  readonly disable_scale_in?: Value<boolean> | undefined;
  readonly scale_in_cooldown?: Value<number> | undefined;
  readonly scale_out_cooldown?: Value<number> | undefined;
  readonly target_value: Value<number>;
  readonly customized_metric_specification?: CustomizedMetricSpecification | readonly CustomizedMetricSpecification[] | undefined;
  readonly predefined_metric_specification?: PredefinedMetricSpecification | readonly PredefinedMetricSpecification[] | undefined;
}

interface AppautoscalingPolicy {
  readonly name: Value<string>;
  readonly policy_type?: Value<string> | undefined;
  readonly resource_id: Value<string>;
  readonly scalable_dimension: Value<string>;
  readonly service_namespace: Value<string>;
  readonly step_scaling_policy_configuration?: StepScalingPolicyConfiguration | readonly StepScalingPolicyConfiguration[] | undefined;
  readonly target_tracking_scaling_policy_configuration?: TargetTrackingScalingPolicyConfiguration | readonly TargetTrackingScalingPolicyConfiguration[] | undefined;
}

interface StepAdjustmentOutputs {
  readonly metric_interval_lower_bound: Ref<string>;
  readonly metric_interval_upper_bound: Ref<string>;
  readonly scaling_adjustment: Ref<number>;
}

interface StepScalingPolicyConfigurationOutputs {
  readonly adjustment_type: Ref<string>;
  readonly cooldown: Ref<number>;
  readonly metric_aggregation_type: Ref<string>;
  readonly min_adjustment_magnitude: Ref<number>;
  readonly step_adjustment: RefSet<StepAdjustmentOutputs>;
}

interface DimensionsOutputs {
  readonly name: Ref<string>;
  readonly value: Ref<string>;
}

interface MetricOutputs {
  readonly metric_name: Ref<string>;
  readonly namespace: Ref<string>;
  readonly dimensions: RefSet<DimensionsOutputs>;
}

interface MetricStatOutputs {
  readonly stat: Ref<string>;
  readonly unit: Ref<string>;
  readonly metric: RefList<MetricOutputs>;
}

interface MetricsOutputs {
  readonly expression: Ref<string>;
  readonly id: Ref<string>;
  readonly label: Ref<string>;
  readonly return_data: Ref<boolean>;
  readonly metric_stat: RefList<MetricStatOutputs>;
}

interface CustomizedMetricSpecificationOutputs {
  readonly metric_name: Ref<string>;
  readonly namespace: Ref<string>;
  readonly statistic: Ref<string>;
  readonly unit: Ref<string>;
  readonly dimensions: RefSet<DimensionsOutputs>;
  readonly metrics: RefSet<MetricsOutputs>;
}

interface PredefinedMetricSpecificationOutputs {
  readonly predefined_metric_type: Ref<string>;
  readonly resource_label: Ref<string>;
}

interface TargetTrackingScalingPolicyConfigurationOutputs {
  readonly disable_scale_in: Ref<boolean>;
  readonly scale_in_cooldown: Ref<number>;
  readonly scale_out_cooldown: Ref<number>;
  readonly target_value: Ref<number>;
  readonly customized_metric_specification: RefList<CustomizedMetricSpecificationOutputs>;
  readonly predefined_metric_specification: RefList<PredefinedMetricSpecificationOutputs>;
}

interface AppautoscalingPolicyOutputs {
  readonly alarm_arns: RefList<Ref<string>>;
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly policy_type: Ref<string>;
  readonly resource_id: Ref<string>;
  readonly scalable_dimension: Ref<string>;
  readonly service_namespace: Ref<string>;
  readonly step_scaling_policy_configuration: RefList<StepScalingPolicyConfigurationOutputs>;
  readonly target_tracking_scaling_policy_configuration: RefList<TargetTrackingScalingPolicyConfigurationOutputs>;
}

interface SuspendedState {
  readonly dynamic_scaling_in_suspended?: Value<boolean> | undefined;
  readonly dynamic_scaling_out_suspended?: Value<boolean> | undefined;
  readonly scheduled_scaling_suspended?: Value<boolean> | undefined;
}

interface AppautoscalingTarget {
  readonly max_capacity: Value<number>;
  readonly min_capacity: Value<number>;
  readonly resource_id: Value<string>;
  readonly role_arn?: Value<string> | undefined;
  readonly scalable_dimension: Value<string>;
  readonly service_namespace: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly suspended_state?: SuspendedState | readonly SuspendedState[] | undefined;
}

interface SuspendedStateOutputs {
  readonly dynamic_scaling_in_suspended: Ref<boolean>;
  readonly dynamic_scaling_out_suspended: Ref<boolean>;
  readonly scheduled_scaling_suspended: Ref<boolean>;
}

interface AppautoscalingTargetOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly max_capacity: Ref<number>;
  readonly min_capacity: Ref<number>;
  readonly resource_id: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly scalable_dimension: Ref<string>;
  readonly service_namespace: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly suspended_state: RefList<SuspendedStateOutputs>;
}

interface AvailabilityZoneDistribution {
  readonly capacity_distribution_strategy?: Value<string> | undefined;
}

interface CapacityReservationTarget {
  readonly capacity_reservation_ids?: Value<readonly Value<string>[]> | undefined;
  readonly capacity_reservation_resource_group_arns?: Value<readonly Value<string>[]> | undefined;
}

interface CapacityReservationSpecification {
  readonly capacity_reservation_preference?: Value<string> | undefined;
  readonly capacity_reservation_target?: CapacityReservationTarget | readonly CapacityReservationTarget[] | undefined;
}

interface InitialLifecycleHook {
  readonly default_result?: Value<string> | undefined;
  readonly heartbeat_timeout?: Value<number> | undefined;
  readonly lifecycle_transition: Value<string>;
  readonly name: Value<string>;
  readonly notification_metadata?: Value<string> | undefined;
  readonly notification_target_arn?: Value<string> | undefined;
  readonly role_arn?: Value<string> | undefined;
}

interface InstanceMaintenancePolicy {
  readonly max_healthy_percentage: Value<number>;
  readonly min_healthy_percentage: Value<number>;
}

interface AlarmSpecification {
  readonly alarms?: Value<readonly Value<string>[]> | undefined;
}

interface Preferences {
  readonly auto_rollback?: Value<boolean> | undefined;
  readonly checkpoint_delay?: Value<string> | undefined;
  readonly checkpoint_percentages?: Value<readonly Value<number>[]> | undefined;
  readonly instance_warmup?: Value<string> | undefined;
  readonly max_healthy_percentage?: Value<number> | undefined;
  readonly min_healthy_percentage?: Value<number> | undefined;
  readonly scale_in_protected_instances?: Value<string> | undefined;
  readonly skip_matching?: Value<boolean> | undefined;
  readonly standby_instances?: Value<string> | undefined;
  readonly alarm_specification?: AlarmSpecification | readonly AlarmSpecification[] | undefined;
}

interface InstanceRefresh {
  readonly strategy: Value<string>;
  readonly triggers?: Value<readonly Value<string>[]> | undefined;
  readonly preferences?: Preferences | readonly Preferences[] | undefined;
}

interface LaunchTemplate {
  readonly id?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly version?: Value<string> | undefined;
}

interface InstancesDistribution {
  readonly on_demand_allocation_strategy?: Value<string> | undefined;
  readonly on_demand_base_capacity?: Value<number> | undefined;
  readonly on_demand_percentage_above_base_capacity?: Value<number> | undefined;
  readonly spot_allocation_strategy?: Value<string> | undefined;
  readonly spot_instance_pools?: Value<number> | undefined;
  readonly spot_max_price?: Value<string> | undefined;
}

interface LaunchTemplateSpecification {
  readonly launch_template_id?: Value<string> | undefined;
  readonly launch_template_name?: Value<string> | undefined;
  readonly version?: Value<string> | undefined;
}

interface AcceleratorCount {
  readonly max?: Value<number> | undefined;
  readonly min?: Value<number> | undefined;
}

interface InstanceRequirements {
  readonly accelerator_manufacturers?: Value<readonly Value<string>[]> | undefined;
  readonly accelerator_names?: Value<readonly Value<string>[]> | undefined;
  readonly accelerator_types?: Value<readonly Value<string>[]> | undefined;
  readonly allowed_instance_types?: Value<readonly Value<string>[]> | undefined;
  readonly bare_metal?: Value<string> | undefined;
  readonly burstable_performance?: Value<string> | undefined;
  readonly cpu_manufacturers?: Value<readonly Value<string>[]> | undefined;
  readonly excluded_instance_types?: Value<readonly Value<string>[]> | undefined;
  readonly instance_generations?: Value<readonly Value<string>[]> | undefined;
  readonly local_storage?: Value<string> | undefined;
  readonly local_storage_types?: Value<readonly Value<string>[]> | undefined;
  readonly max_spot_price_as_percentage_of_optimal_on_demand_price?: Value<number> | undefined;
  readonly on_demand_max_price_percentage_over_lowest_price?: Value<number> | undefined;
  readonly require_hibernate_support?: Value<boolean> | undefined;
  readonly spot_max_price_percentage_over_lowest_price?: Value<number> | undefined;
  readonly accelerator_count?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly accelerator_total_memory_mib?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly baseline_ebs_bandwidth_mbps?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly memory_gib_per_vcpu?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly memory_mib?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly network_bandwidth_gbps?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly network_interface_count?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly total_local_storage_gb?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly vcpu_count?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
}

interface Override {
  readonly instance_type?: Value<string> | undefined;
  readonly weighted_capacity?: Value<string> | undefined;
  readonly instance_requirements?: InstanceRequirements | readonly InstanceRequirements[] | undefined;
  readonly launch_template_specification?: LaunchTemplateSpecification | readonly LaunchTemplateSpecification[] | undefined;
}

interface LaunchTemplate2 {
  readonly launch_template_specification: LaunchTemplateSpecification | readonly LaunchTemplateSpecification[];
  readonly override?: Override | readonly Override[] | undefined;
}

interface MixedInstancesPolicy {
  readonly instances_distribution?: InstancesDistribution | readonly InstancesDistribution[] | undefined;
  readonly launch_template: LaunchTemplate2 | readonly LaunchTemplate2[];
}

interface Tag {
  readonly key: Value<string>;
  readonly propagate_at_launch: Value<boolean>;
  readonly value: Value<string>;
}

interface Timeouts3 {
  readonly delete?: Value<string> | undefined;
  readonly update?: Value<string> | undefined;
}

interface TrafficSource {
  readonly identifier: Value<string>;
  readonly type?: Value<string> | undefined;
}

interface InstanceReusePolicy {
  readonly reuse_on_scale_in?: Value<boolean> | undefined;
}

interface WarmPool {
  readonly max_group_prepared_capacity?: Value<number> | undefined;
  readonly min_size?: Value<number> | undefined;
  readonly pool_state?: Value<string> | undefined;
  readonly instance_reuse_policy?: InstanceReusePolicy | readonly InstanceReusePolicy[] | undefined;
}

interface AutoscalingGroup {
  readonly availability_zones?: Value<readonly Value<string>[]> | undefined;
  readonly capacity_rebalance?: Value<boolean> | undefined;
  readonly context?: Value<string> | undefined;
  readonly default_cooldown?: Value<number> | undefined;
  readonly default_instance_warmup?: Value<number> | undefined;
  readonly desired_capacity?: Value<number> | undefined;
  readonly desired_capacity_type?: Value<string> | undefined;
  readonly enabled_metrics?: Value<readonly Value<string>[]> | undefined;
  readonly force_delete?: Value<boolean> | undefined;
  readonly force_delete_warm_pool?: Value<boolean> | undefined;
  readonly health_check_grace_period?: Value<number> | undefined;
  readonly health_check_type?: Value<string> | undefined;
  readonly ignore_failed_scaling_activities?: Value<boolean> | undefined;
  readonly launch_configuration?: Value<string> | undefined;
  readonly load_balancers?: Value<readonly Value<string>[]> | undefined;
  readonly max_instance_lifetime?: Value<number> | undefined;
  readonly max_size: Value<number>;
  readonly metrics_granularity?: Value<string> | undefined;
  readonly min_elb_capacity?: Value<number> | undefined;
  readonly min_size: Value<number>;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly placement_group?: Value<string> | undefined;
  readonly protect_from_scale_in?: Value<boolean> | undefined;
  readonly service_linked_role_arn?: Value<string> | undefined;
  readonly suspended_processes?: Value<readonly Value<string>[]> | undefined;
  readonly target_group_arns?: Value<readonly Value<string>[]> | undefined;
  readonly termination_policies?: Value<readonly Value<string>[]> | undefined;
  readonly vpc_zone_identifier?: Value<readonly Value<string>[]> | undefined;
  readonly wait_for_capacity_timeout?: Value<string> | undefined;
  readonly wait_for_elb_capacity?: Value<number> | undefined;
  readonly availability_zone_distribution?: AvailabilityZoneDistribution | readonly AvailabilityZoneDistribution[] | undefined;
  readonly capacity_reservation_specification?: CapacityReservationSpecification | readonly CapacityReservationSpecification[] | undefined;
  readonly initial_lifecycle_hook?: InitialLifecycleHook | readonly InitialLifecycleHook[] | undefined;
  readonly instance_maintenance_policy?: InstanceMaintenancePolicy | readonly InstanceMaintenancePolicy[] | undefined;
  readonly instance_refresh?: InstanceRefresh | readonly InstanceRefresh[] | undefined;
  readonly launch_template?: LaunchTemplate | readonly LaunchTemplate[] | undefined;
  readonly mixed_instances_policy?: MixedInstancesPolicy | readonly MixedInstancesPolicy[] | undefined;
  readonly tag?: Tag | readonly Tag[] | undefined;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
  readonly traffic_source?: TrafficSource | readonly TrafficSource[] | undefined;
  readonly warm_pool?: WarmPool | readonly WarmPool[] | undefined;
}

interface AvailabilityZoneDistributionOutputs {
  readonly capacity_distribution_strategy: Ref<string>;
}

interface CapacityReservationTargetOutputs {
  readonly capacity_reservation_ids: RefList<Ref<string>>;
  readonly capacity_reservation_resource_group_arns: RefList<Ref<string>>;
}

interface CapacityReservationSpecificationOutputs {
  readonly capacity_reservation_preference: Ref<string>;
  readonly capacity_reservation_target: RefList<CapacityReservationTargetOutputs>;
}

interface InitialLifecycleHookOutputs {
  readonly default_result: Ref<string>;
  readonly heartbeat_timeout: Ref<number>;
  readonly lifecycle_transition: Ref<string>;
  readonly name: Ref<string>;
  readonly notification_metadata: Ref<string>;
  readonly notification_target_arn: Ref<string>;
  readonly role_arn: Ref<string>;
}

interface InstanceMaintenancePolicyOutputs {
  readonly max_healthy_percentage: Ref<number>;
  readonly min_healthy_percentage: Ref<number>;
}

interface AlarmSpecificationOutputs {
  readonly alarms: RefList<Ref<string>>;
}

interface PreferencesOutputs {
  readonly auto_rollback: Ref<boolean>;
  readonly checkpoint_delay: Ref<string>;
  readonly checkpoint_percentages: RefList<Ref<number>>;
  readonly instance_warmup: Ref<string>;
  readonly max_healthy_percentage: Ref<number>;
  readonly min_healthy_percentage: Ref<number>;
  readonly scale_in_protected_instances: Ref<string>;
  readonly skip_matching: Ref<boolean>;
  readonly standby_instances: Ref<string>;
  readonly alarm_specification: RefList<AlarmSpecificationOutputs>;
}

interface InstanceRefreshOutputs {
  readonly strategy: Ref<string>;
  readonly triggers: RefSet<Ref<string>>;
  readonly preferences: RefList<PreferencesOutputs>;
}

interface LaunchTemplateOutputs {
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly version: Ref<string>;
}

interface InstancesDistributionOutputs {
  readonly on_demand_allocation_strategy: Ref<string>;
  readonly on_demand_base_capacity: Ref<number>;
  readonly on_demand_percentage_above_base_capacity: Ref<number>;
  readonly spot_allocation_strategy: Ref<string>;
  readonly spot_instance_pools: Ref<number>;
  readonly spot_max_price: Ref<string>;
}

interface LaunchTemplateSpecificationOutputs {
  readonly launch_template_id: Ref<string>;
  readonly launch_template_name: Ref<string>;
  readonly version: Ref<string>;
}

interface AcceleratorCountOutputs {
  readonly max: Ref<number>;
  readonly min: Ref<number>;
}

interface InstanceRequirementsOutputs {
  readonly accelerator_manufacturers: RefSet<Ref<string>>;
  readonly accelerator_names: RefSet<Ref<string>>;
  readonly accelerator_types: RefSet<Ref<string>>;
  readonly allowed_instance_types: RefSet<Ref<string>>;
  readonly bare_metal: Ref<string>;
  readonly burstable_performance: Ref<string>;
  readonly cpu_manufacturers: RefSet<Ref<string>>;
  readonly excluded_instance_types: RefSet<Ref<string>>;
  readonly instance_generations: RefSet<Ref<string>>;
  readonly local_storage: Ref<string>;
  readonly local_storage_types: RefSet<Ref<string>>;
  readonly max_spot_price_as_percentage_of_optimal_on_demand_price: Ref<number>;
  readonly on_demand_max_price_percentage_over_lowest_price: Ref<number>;
  readonly require_hibernate_support: Ref<boolean>;
  readonly spot_max_price_percentage_over_lowest_price: Ref<number>;
  readonly accelerator_count: RefList<AcceleratorCountOutputs>;
  readonly accelerator_total_memory_mib: RefList<AcceleratorCountOutputs>;
  readonly baseline_ebs_bandwidth_mbps: RefList<AcceleratorCountOutputs>;
  readonly memory_gib_per_vcpu: RefList<AcceleratorCountOutputs>;
  readonly memory_mib: RefList<AcceleratorCountOutputs>;
  readonly network_bandwidth_gbps: RefList<AcceleratorCountOutputs>;
  readonly network_interface_count: RefList<AcceleratorCountOutputs>;
  readonly total_local_storage_gb: RefList<AcceleratorCountOutputs>;
  readonly vcpu_count: RefList<AcceleratorCountOutputs>;
}

interface OverrideOutputs {
  readonly instance_type: Ref<string>;
  readonly weighted_capacity: Ref<string>;
  readonly instance_requirements: RefList<InstanceRequirementsOutputs>;
  readonly launch_template_specification: RefList<LaunchTemplateSpecificationOutputs>;
}

interface LaunchTemplateOutputs2 {
  readonly launch_template_specification: RefList<LaunchTemplateSpecificationOutputs>;
  readonly override: RefList<OverrideOutputs>;
}

interface MixedInstancesPolicyOutputs {
  readonly instances_distribution: RefList<InstancesDistributionOutputs>;
  readonly launch_template: RefList<LaunchTemplateOutputs2>;
}

interface TagOutputs {
  readonly key: Ref<string>;
  readonly propagate_at_launch: Ref<boolean>;
  readonly value: Ref<string>;
}

interface TrafficSourceOutputs {
  readonly identifier: Ref<string>;
  readonly type: Ref<string>;
}

interface InstanceReusePolicyOutputs {
  readonly reuse_on_scale_in: Ref<boolean>;
}

interface WarmPoolOutputs {
  readonly max_group_prepared_capacity: Ref<number>;
  readonly min_size: Ref<number>;
  readonly pool_state: Ref<string>;
  readonly instance_reuse_policy: RefList<InstanceReusePolicyOutputs>;
}

interface AutoscalingGroupOutputs {
  readonly arn: Ref<string>;
  readonly availability_zones: RefSet<Ref<string>>;
  readonly capacity_rebalance: Ref<boolean>;
  readonly context: Ref<string>;
  readonly default_cooldown: Ref<number>;
  readonly default_instance_warmup: Ref<number>;
  readonly desired_capacity: Ref<number>;
  readonly desired_capacity_type: Ref<string>;
  readonly enabled_metrics: RefSet<Ref<string>>;
  readonly force_delete: Ref<boolean>;
  readonly force_delete_warm_pool: Ref<boolean>;
  readonly health_check_grace_period: Ref<number>;
  readonly health_check_type: Ref<string>;
  readonly id: Ref<string>;
  readonly ignore_failed_scaling_activities: Ref<boolean>;
  readonly launch_configuration: Ref<string>;
  readonly load_balancers: RefSet<Ref<string>>;
  readonly max_instance_lifetime: Ref<number>;
  readonly max_size: Ref<number>;
  readonly metrics_granularity: Ref<string>;
  readonly min_elb_capacity: Ref<number>;
  readonly min_size: Ref<number>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly placement_group: Ref<string>;
  readonly predicted_capacity: Ref<number>;
  readonly protect_from_scale_in: Ref<boolean>;
  readonly service_linked_role_arn: Ref<string>;
  readonly suspended_processes: RefSet<Ref<string>>;
  readonly target_group_arns: RefSet<Ref<string>>;
  readonly termination_policies: RefList<Ref<string>>;
  readonly vpc_zone_identifier: RefSet<Ref<string>>;
  readonly wait_for_capacity_timeout: Ref<string>;
  readonly wait_for_elb_capacity: Ref<number>;
  readonly warm_pool_size: Ref<number>;
  readonly availability_zone_distribution: RefList<AvailabilityZoneDistributionOutputs>;
  readonly capacity_reservation_specification: RefList<CapacityReservationSpecificationOutputs>;
  readonly initial_lifecycle_hook: RefSet<InitialLifecycleHookOutputs>;
  readonly instance_maintenance_policy: RefList<InstanceMaintenancePolicyOutputs>;
  readonly instance_refresh: RefList<InstanceRefreshOutputs>;
  readonly launch_template: RefList<LaunchTemplateOutputs>;
  readonly mixed_instances_policy: RefList<MixedInstancesPolicyOutputs>;
  readonly tag: RefSet<TagOutputs>;
  readonly traffic_source: RefSet<TrafficSourceOutputs>;
  readonly warm_pool: RefList<WarmPoolOutputs>;
}

interface CustomizedCapacityMetricSpecification {
  readonly metric_data_queries: Metrics | readonly Metrics[];
}

interface MetricSpecification {
  readonly target_value: Value<number>;
  readonly customized_capacity_metric_specification?: CustomizedCapacityMetricSpecification | readonly CustomizedCapacityMetricSpecification[] | undefined;
  readonly customized_load_metric_specification?: CustomizedCapacityMetricSpecification | readonly CustomizedCapacityMetricSpecification[] | undefined;
  readonly customized_scaling_metric_specification?: CustomizedCapacityMetricSpecification | readonly CustomizedCapacityMetricSpecification[] | undefined;
  readonly predefined_load_metric_specification?: PredefinedMetricSpecification | readonly PredefinedMetricSpecification[] | undefined;
  readonly predefined_metric_pair_specification?: PredefinedMetricSpecification | readonly PredefinedMetricSpecification[] | undefined;
  readonly predefined_scaling_metric_specification?: PredefinedMetricSpecification | readonly PredefinedMetricSpecification[] | undefined;
}

interface PredictiveScalingConfiguration {
  readonly max_capacity_breach_behavior?: Value<string> | undefined;
  readonly max_capacity_buffer?: Value<string> | undefined;
  readonly mode?: Value<string> | undefined;
  readonly scheduling_buffer_time?: Value<string> | undefined;
  readonly metric_specification: MetricSpecification | readonly MetricSpecification[];
}

interface MetricStat2 {
  readonly period?: Value<number> | undefined;
  readonly stat: Value<string>;
  readonly unit?: Value<string> | undefined;
  readonly metric: Metric | readonly Metric[];
}

interface Metrics2 {
  readonly expression?: Value<string> | undefined;
  readonly id: Value<string>;
  readonly label?: Value<string> | undefined;
  readonly return_data?: Value<boolean> | undefined;
  readonly metric_stat?: MetricStat2 | readonly MetricStat2[] | undefined;
}

interface CustomizedMetricSpecification2 {
  readonly metric_name?: Value<string> | undefined;
  readonly namespace?: Value<string> | undefined;
  readonly period?: Value<number> | undefined;
  readonly statistic?: Value<string> | undefined;
  readonly unit?: Value<string> | undefined;
  readonly metric_dimension?: Dimensions | readonly Dimensions[] | undefined;
  readonly metrics?: Metrics2 | readonly Metrics2[] | undefined;
}

interface TargetTrackingConfiguration {
  readonly disable_scale_in?: Value<boolean> | undefined;
  readonly target_value: Value<number>;
  readonly customized_metric_specification?: CustomizedMetricSpecification2 | readonly CustomizedMetricSpecification2[] | undefined;
  readonly predefined_metric_specification?: PredefinedMetricSpecification | readonly PredefinedMetricSpecification[] | undefined;
}

interface AutoscalingPolicy {
  readonly adjustment_type?: Value<string> | undefined;
  readonly autoscaling_group_name: Value<string>;
  readonly cooldown?: Value<number> | undefined;
  readonly enabled?: Value<boolean> | undefined;
  readonly estimated_instance_warmup?: Value<number> | undefined;
  readonly metric_aggregation_type?: Value<string> | undefined;
  readonly min_adjustment_magnitude?: Value<number> | undefined;
  readonly name: Value<string>;
  readonly policy_type?: Value<string> | undefined;
  readonly scaling_adjustment?: Value<number> | undefined;
  readonly predictive_scaling_configuration?: PredictiveScalingConfiguration | readonly PredictiveScalingConfiguration[] | undefined;
  readonly step_adjustment?: StepAdjustment | readonly StepAdjustment[] | undefined;
  readonly target_tracking_configuration?: TargetTrackingConfiguration | readonly TargetTrackingConfiguration[] | undefined;
}

interface CustomizedCapacityMetricSpecificationOutputs {
  readonly metric_data_queries: RefList<MetricsOutputs>;
}

interface MetricSpecificationOutputs {
  readonly target_value: Ref<number>;
  readonly customized_capacity_metric_specification: RefList<CustomizedCapacityMetricSpecificationOutputs>;
  readonly customized_load_metric_specification: RefList<CustomizedCapacityMetricSpecificationOutputs>;
  readonly customized_scaling_metric_specification: RefList<CustomizedCapacityMetricSpecificationOutputs>;
  readonly predefined_load_metric_specification: RefList<PredefinedMetricSpecificationOutputs>;
  readonly predefined_metric_pair_specification: RefList<PredefinedMetricSpecificationOutputs>;
  readonly predefined_scaling_metric_specification: RefList<PredefinedMetricSpecificationOutputs>;
}

interface PredictiveScalingConfigurationOutputs {
  readonly max_capacity_breach_behavior: Ref<string>;
  readonly max_capacity_buffer: Ref<string>;
  readonly mode: Ref<string>;
  readonly scheduling_buffer_time: Ref<string>;
  readonly metric_specification: RefList<MetricSpecificationOutputs>;
}

interface MetricStatOutputs2 {
  readonly period: Ref<number>;
  readonly stat: Ref<string>;
  readonly unit: Ref<string>;
  readonly metric: RefList<MetricOutputs>;
}

interface MetricsOutputs2 {
  readonly expression: Ref<string>;
  readonly id: Ref<string>;
  readonly label: Ref<string>;
  readonly return_data: Ref<boolean>;
  readonly metric_stat: RefList<MetricStatOutputs2>;
}

interface CustomizedMetricSpecificationOutputs2 {
  readonly metric_name: Ref<string>;
  readonly namespace: Ref<string>;
  readonly period: Ref<number>;
  readonly statistic: Ref<string>;
  readonly unit: Ref<string>;
  readonly metric_dimension: RefList<DimensionsOutputs>;
  readonly metrics: RefSet<MetricsOutputs2>;
}

interface TargetTrackingConfigurationOutputs {
  readonly disable_scale_in: Ref<boolean>;
  readonly target_value: Ref<number>;
  readonly customized_metric_specification: RefList<CustomizedMetricSpecificationOutputs2>;
  readonly predefined_metric_specification: RefList<PredefinedMetricSpecificationOutputs>;
}

interface AutoscalingPolicyOutputs {
  readonly adjustment_type: Ref<string>;
  readonly arn: Ref<string>;
  readonly autoscaling_group_name: Ref<string>;
  readonly cooldown: Ref<number>;
  readonly enabled: Ref<boolean>;
  readonly estimated_instance_warmup: Ref<number>;
  readonly id: Ref<string>;
  readonly metric_aggregation_type: Ref<string>;
  readonly min_adjustment_magnitude: Ref<number>;
  readonly name: Ref<string>;
  readonly policy_type: Ref<string>;
  readonly scaling_adjustment: Ref<number>;
  readonly predictive_scaling_configuration: RefList<PredictiveScalingConfigurationOutputs>;
  readonly step_adjustment: RefSet<StepAdjustmentOutputs>;
  readonly target_tracking_configuration: RefList<TargetTrackingConfigurationOutputs>;
}

interface AdvancedBackupSetting {
  readonly backup_options: Value<Readonly<Record<string, Value<string>>>>;
  readonly resource_type: Value<string>;
}

interface Lifecycle {
  readonly cold_storage_after?: Value<number> | undefined;
  readonly delete_after?: Value<number> | undefined;
  readonly opt_in_to_archive_for_supported_resources?: Value<boolean> | undefined;
}

interface CopyAction {
  readonly destination_vault_arn: Value<string>;
  readonly lifecycle?: Lifecycle | readonly Lifecycle[] | undefined;
}

interface Rule {
  readonly completion_window?: Value<number> | undefined;
  readonly enable_continuous_backup?: Value<boolean> | undefined;
  readonly recovery_point_tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly rule_name: Value<string>;
  readonly schedule?: Value<string> | undefined;
  readonly schedule_expression_timezone?: Value<string> | undefined;
  readonly start_window?: Value<number> | undefined;
  readonly target_vault_name: Value<string>;
  readonly copy_action?: CopyAction | readonly CopyAction[] | undefined;
  readonly lifecycle?: Lifecycle | readonly Lifecycle[] | undefined;
}

interface BackupPlan {
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly advanced_backup_setting?: AdvancedBackupSetting | readonly AdvancedBackupSetting[] | undefined;
  readonly rule: Rule | readonly Rule[];
}

interface AdvancedBackupSettingOutputs {
  readonly backup_options: RefMap<string>;
  readonly resource_type: Ref<string>;
}

interface LifecycleOutputs {
  readonly cold_storage_after: Ref<number>;
  readonly delete_after: Ref<number>;
  readonly opt_in_to_archive_for_supported_resources: Ref<boolean>;
}

interface CopyActionOutputs {
  readonly destination_vault_arn: Ref<string>;
  readonly lifecycle: RefList<LifecycleOutputs>;
}

interface RuleOutputs {
  readonly completion_window: Ref<number>;
  readonly enable_continuous_backup: Ref<boolean>;
  readonly recovery_point_tags: RefMap<string>;
  readonly rule_name: Ref<string>;
  readonly schedule: Ref<string>;
  readonly schedule_expression_timezone: Ref<string>;
  readonly start_window: Ref<number>;
  readonly target_vault_name: Ref<string>;
  readonly copy_action: RefSet<CopyActionOutputs>;
  readonly lifecycle: RefList<LifecycleOutputs>;
}

interface BackupPlanOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly version: Ref<string>;
  readonly advanced_backup_setting: RefSet<AdvancedBackupSettingOutputs>;
  readonly rule: RefSet<RuleOutputs>;
}

interface BackupRegionSettings {
  readonly resource_type_management_preference?: Value<Readonly<Record<string, Value<boolean>>>> | undefined;
  readonly resource_type_opt_in_preference: Value<Readonly<Record<string, Value<boolean>>>>;
}

interface BackupRegionSettingsOutputs {
  readonly id: Ref<string>;
  readonly resource_type_management_preference: RefMap<boolean>;
  readonly resource_type_opt_in_preference: RefMap<boolean>;
}

interface ReportDeliveryChannel {
  readonly formats?: Value<readonly Value<string>[]> | undefined;
  readonly s3_bucket_name: Value<string>;
  readonly s3_key_prefix?: Value<string> | undefined;
}

interface ReportSetting {
  readonly accounts?: Value<readonly Value<string>[]> | undefined;
  readonly framework_arns?: Value<readonly Value<string>[]> | undefined;
  readonly number_of_frameworks?: Value<number> | undefined;
  readonly organization_units?: Value<readonly Value<string>[]> | undefined;
  readonly regions?: Value<readonly Value<string>[]> | undefined;
  readonly report_template: Value<string>;
}

interface BackupReportPlan {
  readonly description?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly report_delivery_channel: ReportDeliveryChannel | readonly ReportDeliveryChannel[];
  readonly report_setting: ReportSetting | readonly ReportSetting[];
}

interface ReportDeliveryChannelOutputs {
  readonly formats: RefSet<Ref<string>>;
  readonly s3_bucket_name: Ref<string>;
  readonly s3_key_prefix: Ref<string>;
}

interface ReportSettingOutputs {
  readonly accounts: RefSet<Ref<string>>;
  readonly framework_arns: RefSet<Ref<string>>;
  readonly number_of_frameworks: Ref<number>;
  readonly organization_units: RefSet<Ref<string>>;
  readonly regions: RefSet<Ref<string>>;
  readonly report_template: Ref<string>;
}

interface BackupReportPlanOutputs {
  readonly arn: Ref<string>;
  readonly creation_time: Ref<string>;
  readonly deployment_status: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly report_delivery_channel: RefList<ReportDeliveryChannelOutputs>;
  readonly report_setting: RefList<ReportSettingOutputs>;
}

interface RecoveryPointSelection {
  readonly algorithm: Value<string>;
  readonly exclude_vaults?: Value<readonly Value<string>[]> | undefined;
  readonly include_vaults: Value<readonly Value<string>[]>;
  readonly recovery_point_types: Value<readonly Value<string>[]>;
  readonly selection_window_days?: Value<number> | undefined;
}

interface BackupRestoreTestingPlan {
  readonly name: Value<string>;
  readonly schedule_expression: Value<string>;
  readonly schedule_expression_timezone?: Value<string> | undefined;
  readonly start_window_hours?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly recovery_point_selection?: RecoveryPointSelection | readonly RecoveryPointSelection[] | undefined;
}

interface RecoveryPointSelectionOutputs {
  readonly algorithm: Ref<string>;
  readonly exclude_vaults: RefSet<Ref<string>>;
  readonly include_vaults: RefSet<Ref<string>>;
  readonly recovery_point_types: RefSet<Ref<string>>;
  readonly selection_window_days: Ref<number>;
}

interface BackupRestoreTestingPlanOutputs {
  readonly arn: Ref<string>;
  readonly name: Ref<string>;
  readonly schedule_expression: Ref<string>;
  readonly schedule_expression_timezone: Ref<string>;
  readonly start_window_hours: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly recovery_point_selection: RefList<RecoveryPointSelectionOutputs>;
}

interface StringEquals {
  readonly key: Value<string>;
  readonly value: Value<string>;
}

interface ProtectedResourceConditions {
  readonly string_equals?: StringEquals | readonly StringEquals[] | undefined;
  readonly string_not_equals?: StringEquals | readonly StringEquals[] | undefined;
}

interface BackupRestoreTestingSelection {
  readonly iam_role_arn: Value<string>;
  readonly name: Value<string>;
  readonly protected_resource_arns?: Value<readonly Value<string>[]> | undefined;
  readonly protected_resource_type: Value<string>;
  readonly restore_metadata_overrides?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly restore_testing_plan_name: Value<string>;
  readonly validation_window_hours?: Value<number> | undefined;
  readonly protected_resource_conditions?: ProtectedResourceConditions | readonly ProtectedResourceConditions[] | undefined;
}

interface StringEqualsOutputs {
  readonly key: Ref<string>;
  readonly value: Ref<string>;
}

interface ProtectedResourceConditionsOutputs {
  readonly string_equals: RefList<StringEqualsOutputs>;
  readonly string_not_equals: RefList<StringEqualsOutputs>;
}

interface BackupRestoreTestingSelectionOutputs {
  readonly iam_role_arn: Ref<string>;
  readonly name: Ref<string>;
  readonly protected_resource_arns: RefSet<Ref<string>>;
  readonly protected_resource_type: Ref<string>;
  readonly restore_metadata_overrides: RefMap<string>;
  readonly restore_testing_plan_name: Ref<string>;
  readonly validation_window_hours: Ref<number>;
  readonly protected_resource_conditions: RefList<ProtectedResourceConditionsOutputs>;
}

interface Condition {
  readonly string_equals?: StringEquals | readonly StringEquals[] | undefined;
  readonly string_like?: StringEquals | readonly StringEquals[] | undefined;
  readonly string_not_equals?: StringEquals | readonly StringEquals[] | undefined;
  readonly string_not_like?: StringEquals | readonly StringEquals[] | undefined;
}

interface SelectionTag {
  readonly key: Value<string>;
  readonly type: Value<string>;
  readonly value: Value<string>;
}

interface BackupSelection {
  readonly iam_role_arn: Value<string>;
  readonly name: Value<string>;
  readonly not_resources?: Value<readonly Value<string>[]> | undefined;
  readonly plan_id: Value<string>;
  readonly resources?: Value<readonly Value<string>[]> | undefined;
  readonly condition?: Condition | readonly Condition[] | undefined;
  readonly selection_tag?: SelectionTag | readonly SelectionTag[] | undefined;
}

interface ConditionOutputs {
  readonly string_equals: RefSet<StringEqualsOutputs>;
  readonly string_like: RefSet<StringEqualsOutputs>;
  readonly string_not_equals: RefSet<StringEqualsOutputs>;
  readonly string_not_like: RefSet<StringEqualsOutputs>;
}

interface SelectionTagOutputs {
  readonly key: Ref<string>;
  readonly type: Ref<string>;
  readonly value: Ref<string>;
}

interface BackupSelectionOutputs {
  readonly iam_role_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly not_resources: RefSet<Ref<string>>;
  readonly plan_id: Ref<string>;
  readonly resources: RefSet<Ref<string>>;
  readonly condition: RefSet<ConditionOutputs>;
  readonly selection_tag: RefSet<SelectionTagOutputs>;
}

interface Timeouts4 {
  readonly delete?: Value<string> | undefined;
}

interface BackupVault {
  readonly force_destroy?: Value<boolean> | undefined;
  readonly kms_key_arn?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts4 | readonly Timeouts4[] | undefined;
}

interface BackupVaultOutputs {
  readonly arn: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly id: Ref<string>;
  readonly kms_key_arn: Ref<string>;
  readonly name: Ref<string>;
  readonly recovery_points: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface BackupVaultLockConfiguration {
  readonly backup_vault_name: Value<string>;
  readonly changeable_for_days?: Value<number> | undefined;
  readonly max_retention_days?: Value<number> | undefined;
  readonly min_retention_days?: Value<number> | undefined;
}

interface BackupVaultLockConfigurationOutputs {
  readonly backup_vault_arn: Ref<string>;
  readonly backup_vault_name: Ref<string>;
  readonly changeable_for_days: Ref<number>;
  readonly id: Ref<string>;
  readonly max_retention_days: Ref<number>;
  readonly min_retention_days: Ref<number>;
}

interface BackupVaultNotifications {
  readonly backup_vault_events: Value<readonly Value<string>[]>;
  readonly backup_vault_name: Value<string>;
  readonly sns_topic_arn: Value<string>;
}

interface BackupVaultNotificationsOutputs {
  readonly backup_vault_arn: Ref<string>;
  readonly backup_vault_events: RefSet<Ref<string>>;
  readonly backup_vault_name: Ref<string>;
  readonly id: Ref<string>;
  readonly sns_topic_arn: Ref<string>;
}

interface BackupVaultPolicy {
  readonly backup_vault_name: Value<string>;
  readonly policy: Value<string>;
}

interface BackupVaultPolicyOutputs {
  readonly backup_vault_arn: Ref<string>;
  readonly backup_vault_name: Ref<string>;
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
}

interface HistoricalOptions {
  readonly budget_adjustment_period: Value<number>;
}

interface AutoAdjustData {
  readonly auto_adjust_type: Value<string>;
  readonly historical_options?: HistoricalOptions | readonly HistoricalOptions[] | undefined;
}

interface CostFilter {
  readonly name: Value<string>;
  readonly values: Value<readonly Value<string>[]>;
}

interface CostTypes {
  readonly include_credit?: Value<boolean> | undefined;
  readonly include_discount?: Value<boolean> | undefined;
  readonly include_other_subscription?: Value<boolean> | undefined;
  readonly include_recurring?: Value<boolean> | undefined;
  readonly include_refund?: Value<boolean> | undefined;
  readonly include_subscription?: Value<boolean> | undefined;
  readonly include_support?: Value<boolean> | undefined;
  readonly include_tax?: Value<boolean> | undefined;
  readonly include_upfront?: Value<boolean> | undefined;
  readonly use_amortized?: Value<boolean> | undefined;
  readonly use_blended?: Value<boolean> | undefined;
}

interface Notification {
  readonly comparison_operator: Value<string>;
  readonly notification_type: "ACTUAL" | "FORECASTED" | Ref<string>;
  readonly subscriber_email_addresses?: Value<readonly Value<string>[]> | undefined;
  readonly subscriber_sns_topic_arns?: Value<readonly Value<string>[]> | undefined;
  readonly threshold: Value<number>;
  readonly threshold_type: "PERCENTAGE" | "ABSOLUTE_VALUE" | Ref<string>;
}

interface PlannedLimit {
  readonly amount: Value<string>;
  readonly start_time: Value<string>;
  readonly unit: Value<string>;
}

interface BudgetsBudget {
  readonly account_id?: Value<string> | undefined;
  readonly budget_type: "USAGE" | "COST" | "RI_UTILIZATION" | "RI_COVERAGE" | "SAVINGS_PLANS_UTILIZATION" | "SAVINGS_PLANS_COVERAGE" | Ref<string>;
  readonly limit_amount?: Value<string> | undefined;
  readonly limit_unit?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly time_period_end?: Value<string> | undefined;
  readonly time_period_start?: Value<string> | undefined;
  readonly time_unit: "DAILY" | "MONTHLY" | "QUARTERLY" | "ANNUALLY" | Ref<string>;
  readonly auto_adjust_data?: AutoAdjustData | readonly AutoAdjustData[] | undefined;
  readonly cost_filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly cost_types?: CostTypes | readonly CostTypes[] | undefined;
  readonly notification?: Notification | readonly Notification[] | undefined;
  readonly planned_limit?: PlannedLimit | readonly PlannedLimit[] | undefined;
}

interface HistoricalOptionsOutputs {
  readonly budget_adjustment_period: Ref<number>;
  readonly lookback_available_periods: Ref<number>;
}

interface AutoAdjustDataOutputs {
  readonly auto_adjust_type: Ref<string>;
  readonly last_auto_adjust_time: Ref<string>;
  readonly historical_options: RefList<HistoricalOptionsOutputs>;
}

interface CostFilterOutputs {
  readonly name: Ref<string>;
  readonly values: RefList<Ref<string>>;
}

interface CostTypesOutputs {
  readonly include_credit: Ref<boolean>;
  readonly include_discount: Ref<boolean>;
  readonly include_other_subscription: Ref<boolean>;
  readonly include_recurring: Ref<boolean>;
  readonly include_refund: Ref<boolean>;
  readonly include_subscription: Ref<boolean>;
  readonly include_support: Ref<boolean>;
  readonly include_tax: Ref<boolean>;
  readonly include_upfront: Ref<boolean>;
  readonly use_amortized: Ref<boolean>;
  readonly use_blended: Ref<boolean>;
}

interface NotificationOutputs {
  readonly comparison_operator: Ref<string>;
  readonly notification_type: Ref<string>;
  readonly subscriber_email_addresses: RefSet<Ref<string>>;
  readonly subscriber_sns_topic_arns: RefSet<Ref<string>>;
  readonly threshold: Ref<number>;
  readonly threshold_type: Ref<string>;
}

interface PlannedLimitOutputs {
  readonly amount: Ref<string>;
  readonly start_time: Ref<string>;
  readonly unit: Ref<string>;
}

interface BudgetsBudgetOutputs {
  readonly account_id: Ref<string>;
  readonly arn: Ref<string>;
  readonly budget_type: Ref<string>;
  readonly id: Ref<string>;
  readonly limit_amount: Ref<string>;
  readonly limit_unit: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly time_period_end: Ref<string>;
  readonly time_period_start: Ref<string>;
  readonly time_unit: Ref<string>;
  readonly auto_adjust_data: RefList<AutoAdjustDataOutputs>;
  readonly cost_filter: RefSet<CostFilterOutputs>;
  readonly cost_types: RefList<CostTypesOutputs>;
  readonly notification: RefSet<NotificationOutputs>;
  readonly planned_limit: RefSet<PlannedLimitOutputs>;
}

interface CeAnomalyMonitor {
  readonly monitor_dimension?: Value<string> | undefined;
  readonly monitor_specification?: Value<string> | undefined;
  readonly monitor_type: Value<string>;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface CeAnomalyMonitorOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly monitor_dimension: Ref<string>;
  readonly monitor_specification: Ref<string>;
  readonly monitor_type: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface Subscriber {
  readonly address: Value<string>;
  readonly type: Value<string>;
}

interface CostCategory {
  readonly key?: Value<string> | undefined;
  readonly match_options?: Value<readonly Value<string>[]> | undefined;
  readonly values?: Value<readonly Value<string>[]> | undefined;
}

interface And {
  readonly cost_category?: CostCategory | readonly CostCategory[] | undefined;
  readonly dimension?: CostCategory | readonly CostCategory[] | undefined;
  readonly tags?: CostCategory | readonly CostCategory[] | undefined;
}

interface ThresholdExpression {
  readonly and?: And | readonly And[] | undefined;
  readonly cost_category?: CostCategory | readonly CostCategory[] | undefined;
  readonly dimension?: CostCategory | readonly CostCategory[] | undefined;
  readonly not?: And | readonly And[] | undefined;
  readonly or?: And | readonly And[] | undefined;
  readonly tags?: CostCategory | readonly CostCategory[] | undefined;
}

interface CeAnomalySubscription {
  readonly account_id?: Value<string> | undefined;
  readonly frequency: Value<string>;
  readonly monitor_arn_list: Value<readonly Value<string>[]>;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly subscriber: Subscriber | readonly Subscriber[];
  readonly threshold_expression?: ThresholdExpression | readonly ThresholdExpression[] | undefined;
}

interface SubscriberOutputs {
  readonly address: Ref<string>;
  readonly type: Ref<string>;
}

interface CostCategoryOutputs {
  readonly key: Ref<string>;
  readonly match_options: RefSet<Ref<string>>;
  readonly values: RefSet<Ref<string>>;
}

interface AndOutputs {
  readonly cost_category: RefList<CostCategoryOutputs>;
  readonly dimension: RefList<CostCategoryOutputs>;
  readonly tags: RefList<CostCategoryOutputs>;
}

interface ThresholdExpressionOutputs {
  readonly and: RefSet<AndOutputs>;
  readonly cost_category: RefList<CostCategoryOutputs>;
  readonly dimension: RefList<CostCategoryOutputs>;
  readonly not: RefList<AndOutputs>;
  readonly or: RefSet<AndOutputs>;
  readonly tags: RefList<CostCategoryOutputs>;
}

interface CeAnomalySubscriptionOutputs {
  readonly account_id: Ref<string>;
  readonly arn: Ref<string>;
  readonly frequency: Ref<string>;
  readonly id: Ref<string>;
  readonly monitor_arn_list: RefList<Ref<string>>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly subscriber: RefSet<SubscriberOutputs>;
  readonly threshold_expression: RefList<ThresholdExpressionOutputs>;
}

interface Cookies {
  readonly items?: Value<readonly Value<string>[]> | undefined;
}

interface CookiesConfig {
  readonly cookie_behavior: Value<string>;
  readonly cookies?: Cookies | readonly Cookies[] | undefined;
}

interface HeadersConfig {
  readonly header_behavior?: Value<string> | undefined;
  readonly headers?: Cookies | readonly Cookies[] | undefined;
}

interface QueryStringsConfig {
  readonly query_string_behavior: Value<string>;
  readonly query_strings?: Cookies | readonly Cookies[] | undefined;
}

interface ParametersInCacheKeyAndForwardedToOrigin {
  readonly enable_accept_encoding_brotli?: Value<boolean> | undefined;
  readonly enable_accept_encoding_gzip?: Value<boolean> | undefined;
  readonly cookies_config: CookiesConfig | readonly CookiesConfig[];
  readonly headers_config: HeadersConfig | readonly HeadersConfig[];
  readonly query_strings_config: QueryStringsConfig | readonly QueryStringsConfig[];
}

interface CloudfrontCachePolicy {
  readonly comment?: Value<string> | undefined;
  readonly default_ttl?: Value<number> | undefined;
  readonly max_ttl?: Value<number> | undefined;
  readonly min_ttl?: Value<number> | undefined;
  readonly name: Value<string>;
  readonly parameters_in_cache_key_and_forwarded_to_origin: ParametersInCacheKeyAndForwardedToOrigin | readonly ParametersInCacheKeyAndForwardedToOrigin[];
}

interface CookiesOutputs {
  readonly items: RefSet<Ref<string>>;
}

interface CookiesConfigOutputs {
  readonly cookie_behavior: Ref<string>;
  readonly cookies: RefList<CookiesOutputs>;
}

interface HeadersConfigOutputs {
  readonly header_behavior: Ref<string>;
  readonly headers: RefList<CookiesOutputs>;
}

interface QueryStringsConfigOutputs {
  readonly query_string_behavior: Ref<string>;
  readonly query_strings: RefList<CookiesOutputs>;
}

interface ParametersInCacheKeyAndForwardedToOriginOutputs {
  readonly enable_accept_encoding_brotli: Ref<boolean>;
  readonly enable_accept_encoding_gzip: Ref<boolean>;
  readonly cookies_config: RefList<CookiesConfigOutputs>;
  readonly headers_config: RefList<HeadersConfigOutputs>;
  readonly query_strings_config: RefList<QueryStringsConfigOutputs>;
}

interface CloudfrontCachePolicyOutputs {
  readonly arn: Ref<string>;
  readonly comment: Ref<string>;
  readonly default_ttl: Ref<number>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly max_ttl: Ref<number>;
  readonly min_ttl: Ref<number>;
  readonly name: Ref<string>;
  readonly parameters_in_cache_key_and_forwarded_to_origin: RefList<ParametersInCacheKeyAndForwardedToOriginOutputs>;
}

interface CustomErrorResponse {
  readonly error_caching_min_ttl?: Value<number> | undefined;
  readonly error_code: Value<number>;
  readonly response_code?: Value<number> | undefined;
  readonly response_page_path?: Value<string> | undefined;
}

interface Cookies2 {
  readonly forward: Value<string>;
  readonly whitelisted_names?: Value<readonly Value<string>[]> | undefined;
}

interface ForwardedValues {
  readonly headers?: Value<readonly Value<string>[]> | undefined;
  readonly query_string: Value<boolean>;
  readonly query_string_cache_keys?: Value<readonly Value<string>[]> | undefined;
  readonly cookies: Cookies2 | readonly Cookies2[];
}

interface FunctionAssociation {
  readonly event_type: Value<string>;
  readonly function_arn: Value<string>;
}

interface GrpcConfig {
  readonly enabled?: Value<boolean> | undefined;
}

interface LambdaFunctionAssociation {
  readonly event_type: Value<string>;
  readonly include_body?: Value<boolean> | undefined;
  readonly lambda_arn: Value<string>;
}

interface DefaultCacheBehavior {
  readonly allowed_methods: Value<readonly Value<string>[]>;
  readonly cache_policy_id?: Value<string> | undefined;
  readonly cached_methods: Value<readonly Value<string>[]>;
  readonly compress?: Value<boolean> | undefined;
  readonly default_ttl?: Value<number> | undefined;
  readonly field_level_encryption_id?: Value<string> | undefined;
  readonly max_ttl?: Value<number> | undefined;
  readonly min_ttl?: Value<number> | undefined;
  readonly origin_request_policy_id?: Value<string> | undefined;
  readonly realtime_log_config_arn?: Value<string> | undefined;
  readonly response_headers_policy_id?: Value<string> | undefined;
  readonly smooth_streaming?: Value<boolean> | undefined;
  readonly target_origin_id: Value<string>;
  readonly trusted_key_groups?: Value<readonly Value<string>[]> | undefined;
  readonly trusted_signers?: Value<readonly Value<string>[]> | undefined;
  readonly viewer_protocol_policy: "allow-all" | "https-only" | "redirect-to-https" | Ref<string>;
  readonly forwarded_values?: ForwardedValues | readonly ForwardedValues[] | undefined;
  readonly function_association?: FunctionAssociation | readonly FunctionAssociation[] | undefined;
  readonly grpc_config?: GrpcConfig | readonly GrpcConfig[] | undefined;
  readonly lambda_function_association?: LambdaFunctionAssociation | readonly LambdaFunctionAssociation[] | undefined;
}

interface LoggingConfig {
  readonly bucket: Value<string>;
  readonly include_cookies?: Value<boolean> | undefined;
  readonly prefix?: Value<string> | undefined;
}

interface OrderedCacheBehavior {
  readonly allowed_methods: Value<readonly Value<string>[]>;
  readonly cache_policy_id?: Value<string> | undefined;
  readonly cached_methods: Value<readonly Value<string>[]>;
  readonly compress?: Value<boolean> | undefined;
  readonly default_ttl?: Value<number> | undefined;
  readonly field_level_encryption_id?: Value<string> | undefined;
  readonly max_ttl?: Value<number> | undefined;
  readonly min_ttl?: Value<number> | undefined;
  readonly origin_request_policy_id?: Value<string> | undefined;
  readonly path_pattern: Value<string>;
  readonly realtime_log_config_arn?: Value<string> | undefined;
  readonly response_headers_policy_id?: Value<string> | undefined;
  readonly smooth_streaming?: Value<boolean> | undefined;
  readonly target_origin_id: Value<string>;
  readonly trusted_key_groups?: Value<readonly Value<string>[]> | undefined;
  readonly trusted_signers?: Value<readonly Value<string>[]> | undefined;
  readonly viewer_protocol_policy: "allow-all" | "https-only" | "redirect-to-https" | Ref<string>;
  readonly forwarded_values?: ForwardedValues | readonly ForwardedValues[] | undefined;
  readonly function_association?: FunctionAssociation | readonly FunctionAssociation[] | undefined;
  readonly grpc_config?: GrpcConfig | readonly GrpcConfig[] | undefined;
  readonly lambda_function_association?: LambdaFunctionAssociation | readonly LambdaFunctionAssociation[] | undefined;
}

interface CustomOriginConfig {
  readonly http_port: Value<number>;
  readonly https_port: Value<number>;
  readonly origin_keepalive_timeout?: Value<number> | undefined;
  readonly origin_protocol_policy: "http-only" | "match-viewer" | "https-only" | Ref<string>;
  readonly origin_read_timeout?: Value<number> | undefined;
  readonly origin_ssl_protocols: Value<readonly Value<string>[]>;
}

interface OriginShield {
  readonly enabled: Value<boolean>;
  readonly origin_shield_region?: Value<string> | undefined;
}

interface S3OriginConfig {
  readonly origin_access_identity: Value<string>;
}

interface VpcOriginConfig {
  readonly origin_keepalive_timeout?: Value<number> | undefined;
  readonly origin_read_timeout?: Value<number> | undefined;
  readonly vpc_origin_id: Value<string>;
}

interface Origin {
  readonly connection_attempts?: Value<number> | undefined;
  readonly connection_timeout?: Value<number> | undefined;
  readonly domain_name: Value<string>;
  readonly origin_access_control_id?: Value<string> | undefined;
  readonly origin_id: Value<string>;
  readonly origin_path?: Value<string> | undefined;
  readonly custom_header?: Dimensions | readonly Dimensions[] | undefined;
  readonly custom_origin_config?: CustomOriginConfig | readonly CustomOriginConfig[] | undefined;
  readonly origin_shield?: OriginShield | readonly OriginShield[] | undefined;
  readonly s3_origin_config?: S3OriginConfig | readonly S3OriginConfig[] | undefined;
  readonly vpc_origin_config?: VpcOriginConfig | readonly VpcOriginConfig[] | undefined;
}

interface FailoverCriteria {
  readonly status_codes: Value<readonly Value<number>[]>;
}

interface Member {
  readonly origin_id: Value<string>;
}

interface OriginGroup {
  readonly origin_id: Value<string>;
  readonly failover_criteria: FailoverCriteria | readonly FailoverCriteria[];
  readonly member: Member | readonly Member[];
}

interface GeoRestriction {
  readonly locations?: Value<readonly Value<string>[]> | undefined;
  readonly restriction_type: Value<string>;
}

interface Restrictions {
  readonly geo_restriction: GeoRestriction | readonly GeoRestriction[];
}

interface ViewerCertificate {
  readonly acm_certificate_arn?: Value<string> | undefined;
  readonly cloudfront_default_certificate?: Value<boolean> | undefined;
  readonly iam_certificate_id?: Value<string> | undefined;
  readonly minimum_protocol_version?: "SSLv3" | "TLSv1" | "TLSv1_2016" | "TLSv1.1_2016" | "TLSv1.2_2018" | "TLSv1.2_2019" | "TLSv1.2_2021" | Ref<string> | undefined;
  readonly ssl_support_method?: "sni-only" | "vip" | "static-ip" | Ref<string> | undefined;
}

interface CloudfrontDistribution {
  readonly aliases?: Value<readonly Value<string>[]> | undefined;
  readonly comment?: Value<string> | undefined;
  readonly continuous_deployment_policy_id?: Value<string> | undefined;
  readonly default_root_object?: Value<string> | undefined;
  readonly enabled: Value<boolean>;
  readonly http_version?: "http1.1" | "http2" | "http3" | "http2and3" | Ref<string> | undefined;
  readonly is_ipv6_enabled?: Value<boolean> | undefined;
  readonly price_class?: Value<string> | undefined;
  readonly retain_on_delete?: Value<boolean> | undefined;
  readonly staging?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly wait_for_deployment?: Value<boolean> | undefined;
  readonly web_acl_id?: Value<string> | undefined;
  readonly custom_error_response?: CustomErrorResponse | readonly CustomErrorResponse[] | undefined;
  readonly default_cache_behavior: DefaultCacheBehavior | readonly DefaultCacheBehavior[];
  readonly logging_config?: LoggingConfig | readonly LoggingConfig[] | undefined;
  readonly ordered_cache_behavior?: OrderedCacheBehavior | readonly OrderedCacheBehavior[] | undefined;
  readonly origin: Origin | readonly Origin[];
  readonly origin_group?: OriginGroup | readonly OriginGroup[] | undefined;
  readonly restrictions: Restrictions | readonly Restrictions[];
  readonly viewer_certificate: ViewerCertificate | readonly ViewerCertificate[];
}

interface ItemsOutputs {
  readonly key_group_id: Ref<string>;
  readonly key_pair_ids: RefSet<Ref<string>>;
}

interface TrustedKeyGroupsOutputs {
  readonly enabled: Ref<boolean>;
  readonly items: RefList<ItemsOutputs>;
}

interface ItemsOutputs2 {
  readonly aws_account_number: Ref<string>;
  readonly key_pair_ids: RefSet<Ref<string>>;
}

interface TrustedSignersOutputs {
  readonly enabled: Ref<boolean>;
  readonly items: RefList<ItemsOutputs2>;
}

interface CustomErrorResponseOutputs {
  readonly error_caching_min_ttl: Ref<number>;
  readonly error_code: Ref<number>;
  readonly response_code: Ref<number>;
  readonly response_page_path: Ref<string>;
}

interface CookiesOutputs2 {
  readonly forward: Ref<string>;
  readonly whitelisted_names: RefSet<Ref<string>>;
}

interface ForwardedValuesOutputs {
  readonly headers: RefSet<Ref<string>>;
  readonly query_string: Ref<boolean>;
  readonly query_string_cache_keys: RefList<Ref<string>>;
  readonly cookies: RefList<CookiesOutputs2>;
}

interface FunctionAssociationOutputs {
  readonly event_type: Ref<string>;
  readonly function_arn: Ref<string>;
}

interface GrpcConfigOutputs {
  readonly enabled: Ref<boolean>;
}

interface LambdaFunctionAssociationOutputs {
  readonly event_type: Ref<string>;
  readonly include_body: Ref<boolean>;
  readonly lambda_arn: Ref<string>;
}

interface DefaultCacheBehaviorOutputs {
  readonly allowed_methods: RefSet<Ref<string>>;
  readonly cache_policy_id: Ref<string>;
  readonly cached_methods: RefSet<Ref<string>>;
  readonly compress: Ref<boolean>;
  readonly default_ttl: Ref<number>;
  readonly field_level_encryption_id: Ref<string>;
  readonly max_ttl: Ref<number>;
  readonly min_ttl: Ref<number>;
  readonly origin_request_policy_id: Ref<string>;
  readonly realtime_log_config_arn: Ref<string>;
  readonly response_headers_policy_id: Ref<string>;
  readonly smooth_streaming: Ref<boolean>;
  readonly target_origin_id: Ref<string>;
  readonly trusted_key_groups: RefList<Ref<string>>;
  readonly trusted_signers: RefList<Ref<string>>;
  readonly viewer_protocol_policy: Ref<string>;
  readonly forwarded_values: RefList<ForwardedValuesOutputs>;
  readonly function_association: RefSet<FunctionAssociationOutputs>;
  readonly grpc_config: RefList<GrpcConfigOutputs>;
  readonly lambda_function_association: RefSet<LambdaFunctionAssociationOutputs>;
}

interface LoggingConfigOutputs {
  readonly bucket: Ref<string>;
  readonly include_cookies: Ref<boolean>;
  readonly prefix: Ref<string>;
}

interface OrderedCacheBehaviorOutputs {
  readonly allowed_methods: RefSet<Ref<string>>;
  readonly cache_policy_id: Ref<string>;
  readonly cached_methods: RefSet<Ref<string>>;
  readonly compress: Ref<boolean>;
  readonly default_ttl: Ref<number>;
  readonly field_level_encryption_id: Ref<string>;
  readonly max_ttl: Ref<number>;
  readonly min_ttl: Ref<number>;
  readonly origin_request_policy_id: Ref<string>;
  readonly path_pattern: Ref<string>;
  readonly realtime_log_config_arn: Ref<string>;
  readonly response_headers_policy_id: Ref<string>;
  readonly smooth_streaming: Ref<boolean>;
  readonly target_origin_id: Ref<string>;
  readonly trusted_key_groups: RefList<Ref<string>>;
  readonly trusted_signers: RefList<Ref<string>>;
  readonly viewer_protocol_policy: Ref<string>;
  readonly forwarded_values: RefList<ForwardedValuesOutputs>;
  readonly function_association: RefSet<FunctionAssociationOutputs>;
  readonly grpc_config: RefList<GrpcConfigOutputs>;
  readonly lambda_function_association: RefSet<LambdaFunctionAssociationOutputs>;
}

interface CustomOriginConfigOutputs {
  readonly http_port: Ref<number>;
  readonly https_port: Ref<number>;
  readonly origin_keepalive_timeout: Ref<number>;
  readonly origin_protocol_policy: Ref<string>;
  readonly origin_read_timeout: Ref<number>;
  readonly origin_ssl_protocols: RefSet<Ref<string>>;
}

interface OriginShieldOutputs {
  readonly enabled: Ref<boolean>;
  readonly origin_shield_region: Ref<string>;
}

interface S3OriginConfigOutputs {
  readonly origin_access_identity: Ref<string>;
}

interface VpcOriginConfigOutputs {
  readonly origin_keepalive_timeout: Ref<number>;
  readonly origin_read_timeout: Ref<number>;
  readonly vpc_origin_id: Ref<string>;
}

interface OriginOutputs {
  readonly connection_attempts: Ref<number>;
  readonly connection_timeout: Ref<number>;
  readonly domain_name: Ref<string>;
  readonly origin_access_control_id: Ref<string>;
  readonly origin_id: Ref<string>;
  readonly origin_path: Ref<string>;
  readonly custom_header: RefSet<DimensionsOutputs>;
  readonly custom_origin_config: RefList<CustomOriginConfigOutputs>;
  readonly origin_shield: RefList<OriginShieldOutputs>;
  readonly s3_origin_config: RefList<S3OriginConfigOutputs>;
  readonly vpc_origin_config: RefList<VpcOriginConfigOutputs>;
}

interface FailoverCriteriaOutputs {
  readonly status_codes: RefSet<Ref<number>>;
}

interface MemberOutputs {
  readonly origin_id: Ref<string>;
}

interface OriginGroupOutputs {
  readonly origin_id: Ref<string>;
  readonly failover_criteria: RefList<FailoverCriteriaOutputs>;
  readonly member: RefList<MemberOutputs>;
}

interface GeoRestrictionOutputs {
  readonly locations: RefSet<Ref<string>>;
  readonly restriction_type: Ref<string>;
}

interface RestrictionsOutputs {
  readonly geo_restriction: RefList<GeoRestrictionOutputs>;
}

interface ViewerCertificateOutputs {
  readonly acm_certificate_arn: Ref<string>;
  readonly cloudfront_default_certificate: Ref<boolean>;
  readonly iam_certificate_id: Ref<string>;
  readonly minimum_protocol_version: Ref<string>;
  readonly ssl_support_method: Ref<string>;
}

interface CloudfrontDistributionOutputs {
  readonly aliases: RefSet<Ref<string>>;
  readonly arn: Ref<string>;
  readonly caller_reference: Ref<string>;
  readonly comment: Ref<string>;
  readonly continuous_deployment_policy_id: Ref<string>;
  readonly default_root_object: Ref<string>;
  readonly domain_name: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly etag: Ref<string>;
  readonly hosted_zone_id: Ref<string>;
  readonly http_version: Ref<string>;
  readonly id: Ref<string>;
  readonly in_progress_validation_batches: Ref<number>;
  readonly is_ipv6_enabled: Ref<boolean>;
  readonly last_modified_time: Ref<string>;
  readonly price_class: Ref<string>;
  readonly retain_on_delete: Ref<boolean>;
  readonly staging: Ref<boolean>;
  readonly status: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly trusted_key_groups: RefList<TrustedKeyGroupsOutputs>;
  readonly trusted_signers: RefList<TrustedSignersOutputs>;
  readonly wait_for_deployment: Ref<boolean>;
  readonly web_acl_id: Ref<string>;
  readonly custom_error_response: RefSet<CustomErrorResponseOutputs>;
  readonly default_cache_behavior: RefList<DefaultCacheBehaviorOutputs>;
  readonly logging_config: RefList<LoggingConfigOutputs>;
  readonly ordered_cache_behavior: RefList<OrderedCacheBehaviorOutputs>;
  readonly origin: RefSet<OriginOutputs>;
  readonly origin_group: RefSet<OriginGroupOutputs>;
  readonly restrictions: RefList<RestrictionsOutputs>;
  readonly viewer_certificate: RefList<ViewerCertificateOutputs>;
}

interface CloudfrontFunction {
  readonly code: Value<string>;
  readonly comment?: Value<string> | undefined;
  readonly key_value_store_associations?: Value<readonly Value<string>[]> | undefined;
  readonly name: Value<string>;
  readonly publish?: Value<boolean> | undefined;
  readonly runtime: Value<string>;
}

interface CloudfrontFunctionOutputs {
  readonly arn: Ref<string>;
  readonly code: Ref<string>;
  readonly comment: Ref<string>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly key_value_store_associations: RefSet<Ref<string>>;
  readonly live_stage_etag: Ref<string>;
  readonly name: Ref<string>;
  readonly publish: Ref<boolean>;
  readonly runtime: Ref<string>;
  readonly status: Ref<string>;
}

interface CloudfrontOriginAccessControl {
  readonly description?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly origin_access_control_origin_type: "s3" | "mediastore" | "mediapackagev2" | "lambda" | Ref<string>;
  readonly signing_behavior: "never" | "always" | "no-override" | Ref<string>;
  readonly signing_protocol: Value<string>;
}

interface CloudfrontOriginAccessControlOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly origin_access_control_origin_type: Ref<string>;
  readonly signing_behavior: Ref<string>;
  readonly signing_protocol: Ref<string>;
}

interface CorsConfig {
  readonly access_control_allow_credentials: Value<boolean>;
  readonly access_control_max_age_sec?: Value<number> | undefined;
  readonly origin_override: Value<boolean>;
  readonly access_control_allow_headers: Cookies | readonly Cookies[];
  readonly access_control_allow_methods: Cookies | readonly Cookies[];
  readonly access_control_allow_origins: Cookies | readonly Cookies[];
  readonly access_control_expose_headers?: Cookies | readonly Cookies[] | undefined;
}

interface Items {
  readonly header: Value<string>;
  readonly override: Value<boolean>;
  readonly value: Value<string>;
}

interface CustomHeadersConfig {
  readonly items?: Items | readonly Items[] | undefined;
}

interface Items2 {
  readonly header: Value<string>;
}

interface RemoveHeadersConfig {
  readonly items?: Items2 | readonly Items2[] | undefined;
}

interface ContentSecurityPolicy {
  readonly content_security_policy: Value<string>;
  readonly override: Value<boolean>;
}

interface ContentTypeOptions {
  readonly override: Value<boolean>;
}

interface FrameOptions {
  readonly frame_option: Value<string>;
  readonly override: Value<boolean>;
}

interface ReferrerPolicy {
  readonly override: Value<boolean>;
  readonly referrer_policy: Value<string>;
}

interface StrictTransportSecurity {
  readonly access_control_max_age_sec: Value<number>;
  readonly include_subdomains?: Value<boolean> | undefined;
  readonly override: Value<boolean>;
  readonly preload?: Value<boolean> | undefined;
}

interface XssProtection {
  readonly mode_block?: Value<boolean> | undefined;
  readonly override: Value<boolean>;
  readonly protection: Value<boolean>;
  readonly report_uri?: Value<string> | undefined;
}

interface SecurityHeadersConfig {
  readonly content_security_policy?: ContentSecurityPolicy | readonly ContentSecurityPolicy[] | undefined;
  readonly content_type_options?: ContentTypeOptions | readonly ContentTypeOptions[] | undefined;
  readonly frame_options?: FrameOptions | readonly FrameOptions[] | undefined;
  readonly referrer_policy?: ReferrerPolicy | readonly ReferrerPolicy[] | undefined;
  readonly strict_transport_security?: StrictTransportSecurity | readonly StrictTransportSecurity[] | undefined;
  readonly xss_protection?: XssProtection | readonly XssProtection[] | undefined;
}

interface ServerTimingHeadersConfig {
  readonly enabled: Value<boolean>;
  readonly sampling_rate: Value<number>;
}

interface CloudfrontResponseHeadersPolicy {
  readonly comment?: Value<string> | undefined;
  readonly etag?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly cors_config?: CorsConfig | readonly CorsConfig[] | undefined;
  readonly custom_headers_config?: CustomHeadersConfig | readonly CustomHeadersConfig[] | undefined;
  readonly remove_headers_config?: RemoveHeadersConfig | readonly RemoveHeadersConfig[] | undefined;
  readonly security_headers_config?: SecurityHeadersConfig | readonly SecurityHeadersConfig[] | undefined;
  readonly server_timing_headers_config?: ServerTimingHeadersConfig | readonly ServerTimingHeadersConfig[] | undefined;
}

interface CorsConfigOutputs {
  readonly access_control_allow_credentials: Ref<boolean>;
  readonly access_control_max_age_sec: Ref<number>;
  readonly origin_override: Ref<boolean>;
  readonly access_control_allow_headers: RefList<CookiesOutputs>;
  readonly access_control_allow_methods: RefList<CookiesOutputs>;
  readonly access_control_allow_origins: RefList<CookiesOutputs>;
  readonly access_control_expose_headers: RefList<CookiesOutputs>;
}

interface ItemsOutputs3 {
  readonly header: Ref<string>;
  readonly override: Ref<boolean>;
  readonly value: Ref<string>;
}

interface CustomHeadersConfigOutputs {
  readonly items: RefSet<ItemsOutputs3>;
}

interface ItemsOutputs4 {
  readonly header: Ref<string>;
}

interface RemoveHeadersConfigOutputs {
  readonly items: RefSet<ItemsOutputs4>;
}

interface ContentSecurityPolicyOutputs {
  readonly content_security_policy: Ref<string>;
  readonly override: Ref<boolean>;
}

interface ContentTypeOptionsOutputs {
  readonly override: Ref<boolean>;
}

interface FrameOptionsOutputs {
  readonly frame_option: Ref<string>;
  readonly override: Ref<boolean>;
}

interface ReferrerPolicyOutputs {
  readonly override: Ref<boolean>;
  readonly referrer_policy: Ref<string>;
}

interface StrictTransportSecurityOutputs {
  readonly access_control_max_age_sec: Ref<number>;
  readonly include_subdomains: Ref<boolean>;
  readonly override: Ref<boolean>;
  readonly preload: Ref<boolean>;
}

interface XssProtectionOutputs {
  readonly mode_block: Ref<boolean>;
  readonly override: Ref<boolean>;
  readonly protection: Ref<boolean>;
  readonly report_uri: Ref<string>;
}

interface SecurityHeadersConfigOutputs {
  readonly content_security_policy: RefList<ContentSecurityPolicyOutputs>;
  readonly content_type_options: RefList<ContentTypeOptionsOutputs>;
  readonly frame_options: RefList<FrameOptionsOutputs>;
  readonly referrer_policy: RefList<ReferrerPolicyOutputs>;
  readonly strict_transport_security: RefList<StrictTransportSecurityOutputs>;
  readonly xss_protection: RefList<XssProtectionOutputs>;
}

interface ServerTimingHeadersConfigOutputs {
  readonly enabled: Ref<boolean>;
  readonly sampling_rate: Ref<number>;
}

interface CloudfrontResponseHeadersPolicyOutputs {
  readonly arn: Ref<string>;
  readonly comment: Ref<string>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly cors_config: RefList<CorsConfigOutputs>;
  readonly custom_headers_config: RefList<CustomHeadersConfigOutputs>;
  readonly remove_headers_config: RefList<RemoveHeadersConfigOutputs>;
  readonly security_headers_config: RefList<SecurityHeadersConfigOutputs>;
  readonly server_timing_headers_config: RefList<ServerTimingHeadersConfigOutputs>;
}

interface FieldSelector {
  readonly ends_with?: Value<readonly Value<string>[]> | undefined;
  readonly equals?: Value<readonly Value<string>[]> | undefined;
  readonly field: Value<string>;
  readonly not_ends_with?: Value<readonly Value<string>[]> | undefined;
  readonly not_equals?: Value<readonly Value<string>[]> | undefined;
  readonly not_starts_with?: Value<readonly Value<string>[]> | undefined;
  readonly starts_with?: Value<readonly Value<string>[]> | undefined;
}

interface AdvancedEventSelector {
  readonly name?: Value<string> | undefined;
  readonly field_selector: FieldSelector | readonly FieldSelector[];
}

interface DataResource {
  readonly type: Value<string>;
  readonly values: Value<readonly Value<string>[]>;
}

interface EventSelector {
  readonly exclude_management_event_sources?: Value<readonly Value<string>[]> | undefined;
  readonly include_management_events?: Value<boolean> | undefined;
  readonly read_write_type?: Value<string> | undefined;
  readonly data_resource?: DataResource | readonly DataResource[] | undefined;
}

interface InsightSelector {
  readonly insight_type: Value<string>;
}

interface Cloudtrail {
  readonly cloud_watch_logs_group_arn?: Value<string> | undefined;
  readonly cloud_watch_logs_role_arn?: Value<string> | undefined;
  readonly enable_log_file_validation?: Value<boolean> | undefined;
  readonly enable_logging?: Value<boolean> | undefined;
  readonly include_global_service_events?: Value<boolean> | undefined;
  readonly is_multi_region_trail?: Value<boolean> | undefined;
  readonly is_organization_trail?: Value<boolean> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly s3_bucket_name: Value<string>;
  readonly s3_key_prefix?: Value<string> | undefined;
  readonly sns_topic_name?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly advanced_event_selector?: AdvancedEventSelector | readonly AdvancedEventSelector[] | undefined;
  readonly event_selector?: EventSelector | readonly EventSelector[] | undefined;
  readonly insight_selector?: InsightSelector | readonly InsightSelector[] | undefined;
}

interface FieldSelectorOutputs {
  readonly ends_with: RefList<Ref<string>>;
  readonly equals: RefList<Ref<string>>;
  readonly field: Ref<string>;
  readonly not_ends_with: RefList<Ref<string>>;
  readonly not_equals: RefList<Ref<string>>;
  readonly not_starts_with: RefList<Ref<string>>;
  readonly starts_with: RefList<Ref<string>>;
}

interface AdvancedEventSelectorOutputs {
  readonly name: Ref<string>;
  readonly field_selector: RefSet<FieldSelectorOutputs>;
}

interface DataResourceOutputs {
  readonly type: Ref<string>;
  readonly values: RefList<Ref<string>>;
}

interface EventSelectorOutputs {
  readonly exclude_management_event_sources: RefSet<Ref<string>>;
  readonly include_management_events: Ref<boolean>;
  readonly read_write_type: Ref<string>;
  readonly data_resource: RefList<DataResourceOutputs>;
}

interface InsightSelectorOutputs {
  readonly insight_type: Ref<string>;
}

interface CloudtrailOutputs {
  readonly arn: Ref<string>;
  readonly cloud_watch_logs_group_arn: Ref<string>;
  readonly cloud_watch_logs_role_arn: Ref<string>;
  readonly enable_log_file_validation: Ref<boolean>;
  readonly enable_logging: Ref<boolean>;
  readonly home_region: Ref<string>;
  readonly id: Ref<string>;
  readonly include_global_service_events: Ref<boolean>;
  readonly is_multi_region_trail: Ref<boolean>;
  readonly is_organization_trail: Ref<boolean>;
  readonly kms_key_id: Ref<string>;
  readonly name: Ref<string>;
  readonly s3_bucket_name: Ref<string>;
  readonly s3_key_prefix: Ref<string>;
  readonly sns_topic_arn: Ref<string>;
  readonly sns_topic_name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly advanced_event_selector: RefList<AdvancedEventSelectorOutputs>;
  readonly event_selector: RefList<EventSelectorOutputs>;
  readonly insight_selector: RefSet<InsightSelectorOutputs>;
}

interface ActionsSuppressor {
  readonly alarm: Value<string>;
  readonly extension_period: Value<number>;
  readonly wait_period: Value<number>;
}

interface CloudwatchCompositeAlarm {
  readonly actions_enabled?: Value<boolean> | undefined;
  readonly alarm_actions?: Value<readonly Value<string>[]> | undefined;
  readonly alarm_description?: Value<string> | undefined;
  readonly alarm_name: Value<string>;
  readonly alarm_rule: Value<string>;
  readonly insufficient_data_actions?: Value<readonly Value<string>[]> | undefined;
  readonly ok_actions?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly actions_suppressor?: ActionsSuppressor | readonly ActionsSuppressor[] | undefined;
}

interface ActionsSuppressorOutputs {
  readonly alarm: Ref<string>;
  readonly extension_period: Ref<number>;
  readonly wait_period: Ref<number>;
}

interface CloudwatchCompositeAlarmOutputs {
  readonly actions_enabled: Ref<boolean>;
  readonly alarm_actions: RefSet<Ref<string>>;
  readonly alarm_description: Ref<string>;
  readonly alarm_name: Ref<string>;
  readonly alarm_rule: Ref<string>;
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly insufficient_data_actions: RefSet<Ref<string>>;
  readonly ok_actions: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly actions_suppressor: RefList<ActionsSuppressorOutputs>;
}

interface CloudwatchDashboard {
  readonly dashboard_body: Value<string>;
  readonly dashboard_name: Value<string>;
}

interface CloudwatchDashboardOutputs {
  readonly dashboard_arn: Ref<string>;
  readonly dashboard_body: Ref<string>;
  readonly dashboard_name: Ref<string>;
  readonly id: Ref<string>;
}

interface CloudwatchEventRule {
  readonly description?: Value<string> | undefined;
  readonly event_bus_name?: Value<string> | undefined;
  readonly event_pattern?: Value<string> | undefined;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly role_arn?: Value<string> | undefined;
  readonly schedule_expression?: Value<string> | undefined;
  readonly state?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface CloudwatchEventRuleOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly event_bus_name: Ref<string>;
  readonly event_pattern: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly schedule_expression: Ref<string>;
  readonly state: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface AppsyncTarget {
  readonly graphql_operation?: Value<string> | undefined;
}

interface BatchTarget {
  readonly array_size?: Value<number> | undefined;
  readonly job_attempts?: Value<number> | undefined;
  readonly job_definition: Value<string>;
  readonly job_name: Value<string>;
}

interface DeadLetterConfig {
  readonly arn?: Value<string> | undefined;
}

interface CapacityProviderStrategy {
  readonly base?: Value<number> | undefined;
  readonly capacity_provider: Value<string>;
  readonly weight?: Value<number> | undefined;
}

interface NetworkConfiguration {
  readonly assign_public_ip?: Value<boolean> | undefined;
  readonly security_groups?: Value<readonly Value<string>[]> | undefined;
  readonly subnets: Value<readonly Value<string>[]>;
}

interface OrderedPlacementStrategy {
  readonly field?: Value<string> | undefined;
  readonly type: Value<string>;
}

interface PlacementConstraint {
  readonly expression?: Value<string> | undefined;
  readonly type: Value<string>;
}

interface EcsTarget {
  readonly enable_ecs_managed_tags?: Value<boolean> | undefined;
  readonly enable_execute_command?: Value<boolean> | undefined;
  readonly group?: Value<string> | undefined;
  readonly launch_type?: Value<string> | undefined;
  readonly platform_version?: Value<string> | undefined;
  readonly propagate_tags?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly task_count?: Value<number> | undefined;
  readonly task_definition_arn: Value<string>;
  readonly capacity_provider_strategy?: CapacityProviderStrategy | readonly CapacityProviderStrategy[] | undefined;
  readonly network_configuration?: NetworkConfiguration | readonly NetworkConfiguration[] | undefined;
  readonly ordered_placement_strategy?: OrderedPlacementStrategy | readonly OrderedPlacementStrategy[] | undefined;
  readonly placement_constraint?: PlacementConstraint | readonly PlacementConstraint[] | undefined;
}

interface HttpTarget {
  readonly header_parameters?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly path_parameter_values?: Value<readonly Value<string>[]> | undefined;
  readonly query_string_parameters?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface InputTransformer {
  readonly input_paths?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly input_template: Value<string>;
}

interface KinesisTarget {
  readonly partition_key_path?: Value<string> | undefined;
}

interface RedshiftTarget {
  readonly database: Value<string>;
  readonly db_user?: Value<string> | undefined;
  readonly secrets_manager_arn?: Value<string> | undefined;
  readonly sql?: Value<string> | undefined;
  readonly statement_name?: Value<string> | undefined;
  readonly with_event?: Value<boolean> | undefined;
}

interface RetryPolicy {
  readonly maximum_event_age_in_seconds?: Value<number> | undefined;
  readonly maximum_retry_attempts?: Value<number> | undefined;
}

interface RunCommandTargets {
  readonly key: Value<string>;
  readonly values: Value<readonly Value<string>[]>;
}

interface SagemakerPipelineTarget {
  readonly pipeline_parameter_list?: Dimensions | readonly Dimensions[] | undefined;
}

interface SqsTarget {
  readonly message_group_id?: Value<string> | undefined;
}

interface CloudwatchEventTarget {
  readonly arn: Value<string>;
  readonly event_bus_name?: Value<string> | undefined;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly input?: Value<string> | undefined;
  readonly input_path?: Value<string> | undefined;
  readonly role_arn?: Value<string> | undefined;
  readonly rule: Value<string>;
  readonly target_id?: Value<string> | undefined;
  readonly appsync_target?: AppsyncTarget | readonly AppsyncTarget[] | undefined;
  readonly batch_target?: BatchTarget | readonly BatchTarget[] | undefined;
  readonly dead_letter_config?: DeadLetterConfig | readonly DeadLetterConfig[] | undefined;
  readonly ecs_target?: EcsTarget | readonly EcsTarget[] | undefined;
  readonly http_target?: HttpTarget | readonly HttpTarget[] | undefined;
  readonly input_transformer?: InputTransformer | readonly InputTransformer[] | undefined;
  readonly kinesis_target?: KinesisTarget | readonly KinesisTarget[] | undefined;
  readonly redshift_target?: RedshiftTarget | readonly RedshiftTarget[] | undefined;
  readonly retry_policy?: RetryPolicy | readonly RetryPolicy[] | undefined;
  readonly run_command_targets?: RunCommandTargets | readonly RunCommandTargets[] | undefined;
  readonly sagemaker_pipeline_target?: SagemakerPipelineTarget | readonly SagemakerPipelineTarget[] | undefined;
  readonly sqs_target?: SqsTarget | readonly SqsTarget[] | undefined;
}

interface AppsyncTargetOutputs {
  readonly graphql_operation: Ref<string>;
}

interface BatchTargetOutputs {
  readonly array_size: Ref<number>;
  readonly job_attempts: Ref<number>;
  readonly job_definition: Ref<string>;
  readonly job_name: Ref<string>;
}

interface DeadLetterConfigOutputs {
  readonly arn: Ref<string>;
}

interface CapacityProviderStrategyOutputs {
  readonly base: Ref<number>;
  readonly capacity_provider: Ref<string>;
  readonly weight: Ref<number>;
}

interface NetworkConfigurationOutputs {
  readonly assign_public_ip: Ref<boolean>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly subnets: RefSet<Ref<string>>;
}

interface OrderedPlacementStrategyOutputs {
  readonly field: Ref<string>;
  readonly type: Ref<string>;
}

interface PlacementConstraintOutputs {
  readonly expression: Ref<string>;
  readonly type: Ref<string>;
}

interface EcsTargetOutputs {
  readonly enable_ecs_managed_tags: Ref<boolean>;
  readonly enable_execute_command: Ref<boolean>;
  readonly group: Ref<string>;
  readonly launch_type: Ref<string>;
  readonly platform_version: Ref<string>;
  readonly propagate_tags: Ref<string>;
  readonly tags: RefMap<string>;
  readonly task_count: Ref<number>;
  readonly task_definition_arn: Ref<string>;
  readonly capacity_provider_strategy: RefSet<CapacityProviderStrategyOutputs>;
  readonly network_configuration: RefList<NetworkConfigurationOutputs>;
  readonly ordered_placement_strategy: RefList<OrderedPlacementStrategyOutputs>;
  readonly placement_constraint: RefSet<PlacementConstraintOutputs>;
}

interface HttpTargetOutputs {
  readonly header_parameters: RefMap<string>;
  readonly path_parameter_values: RefList<Ref<string>>;
  readonly query_string_parameters: RefMap<string>;
}

interface InputTransformerOutputs {
  readonly input_paths: RefMap<string>;
  readonly input_template: Ref<string>;
}

interface KinesisTargetOutputs {
  readonly partition_key_path: Ref<string>;
}

interface RedshiftTargetOutputs {
  readonly database: Ref<string>;
  readonly db_user: Ref<string>;
  readonly secrets_manager_arn: Ref<string>;
  readonly sql: Ref<string>;
  readonly statement_name: Ref<string>;
  readonly with_event: Ref<boolean>;
}

interface RetryPolicyOutputs {
  readonly maximum_event_age_in_seconds: Ref<number>;
  readonly maximum_retry_attempts: Ref<number>;
}

interface RunCommandTargetsOutputs {
  readonly key: Ref<string>;
  readonly values: RefList<Ref<string>>;
}

interface SagemakerPipelineTargetOutputs {
  readonly pipeline_parameter_list: RefSet<DimensionsOutputs>;
}

interface SqsTargetOutputs {
  readonly message_group_id: Ref<string>;
}

interface CloudwatchEventTargetOutputs {
  readonly arn: Ref<string>;
  readonly event_bus_name: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly id: Ref<string>;
  readonly input: Ref<string>;
  readonly input_path: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly rule: Ref<string>;
  readonly target_id: Ref<string>;
  readonly appsync_target: RefList<AppsyncTargetOutputs>;
  readonly batch_target: RefList<BatchTargetOutputs>;
  readonly dead_letter_config: RefList<DeadLetterConfigOutputs>;
  readonly ecs_target: RefList<EcsTargetOutputs>;
  readonly http_target: RefList<HttpTargetOutputs>;
  readonly input_transformer: RefList<InputTransformerOutputs>;
  readonly kinesis_target: RefList<KinesisTargetOutputs>;
  readonly redshift_target: RefList<RedshiftTargetOutputs>;
  readonly retry_policy: RefList<RetryPolicyOutputs>;
  readonly run_command_targets: RefList<RunCommandTargetsOutputs>;
  readonly sagemaker_pipeline_target: RefList<SagemakerPipelineTargetOutputs>;
  readonly sqs_target: RefList<SqsTargetOutputs>;
}

interface CloudwatchLogDelivery {
  readonly delivery_destination_arn: Value<string>;
  readonly delivery_source_name: Value<string>;
  readonly field_delimiter?: Value<string> | undefined;
  readonly record_fields?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface S3DeliveryConfigurationOutputs {
  readonly enable_hive_compatible_path: Ref<boolean>;
  readonly suffix_path: Ref<string>;
}

interface CloudwatchLogDeliveryOutputs {
  readonly arn: Ref<string>;
  readonly delivery_destination_arn: Ref<string>;
  readonly delivery_source_name: Ref<string>;
  readonly field_delimiter: Ref<string>;
  readonly id: Ref<string>;
  readonly record_fields: RefList<Ref<string>>;
  readonly s3_delivery_configuration: RefList<S3DeliveryConfigurationOutputs>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface DeliveryDestinationConfiguration {
  readonly destination_resource_arn: Value<string>;
}

interface CloudwatchLogDeliveryDestination {
  readonly name: Value<string>;
  readonly output_format?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly delivery_destination_configuration?: DeliveryDestinationConfiguration | readonly DeliveryDestinationConfiguration[] | undefined;
}

interface DeliveryDestinationConfigurationOutputs {
  readonly destination_resource_arn: Ref<string>;
}

interface CloudwatchLogDeliveryDestinationOutputs {
  readonly arn: Ref<string>;
  readonly delivery_destination_type: Ref<string>;
  readonly name: Ref<string>;
  readonly output_format: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly delivery_destination_configuration: RefList<DeliveryDestinationConfigurationOutputs>;
}

interface CloudwatchLogDeliverySource {
  readonly log_type: Value<string>;
  readonly name: Value<string>;
  readonly resource_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface CloudwatchLogDeliverySourceOutputs {
  readonly arn: Ref<string>;
  readonly log_type: Ref<string>;
  readonly name: Ref<string>;
  readonly resource_arn: Ref<string>;
  readonly service: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface CloudwatchLogGroup {
  readonly kms_key_id?: Value<string> | undefined;
  readonly log_group_class?: "STANDARD" | "INFREQUENT_ACCESS" | "DELIVERY" | Ref<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly retention_in_days?: Value<number> | undefined;
  readonly skip_destroy?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface CloudwatchLogGroupOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly log_group_class: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly retention_in_days: Ref<number>;
  readonly skip_destroy: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface MetricTransformation {
  readonly default_value?: Value<string> | undefined;
  readonly dimensions?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly name: Value<string>;
  readonly namespace: Value<string>;
  readonly unit?: Value<string> | undefined;
  readonly value: Value<string>;
}

interface CloudwatchLogMetricFilter {
  readonly log_group_name: Value<string>;
  readonly name: Value<string>;
  readonly pattern: Value<string>;
  readonly metric_transformation: MetricTransformation | readonly MetricTransformation[];
}

interface MetricTransformationOutputs {
  readonly default_value: Ref<string>;
  readonly dimensions: RefMap<string>;
  readonly name: Ref<string>;
  readonly namespace: Ref<string>;
  readonly unit: Ref<string>;
  readonly value: Ref<string>;
}

interface CloudwatchLogMetricFilterOutputs {
  readonly id: Ref<string>;
  readonly log_group_name: Ref<string>;
  readonly name: Ref<string>;
  readonly pattern: Ref<string>;
  readonly metric_transformation: RefList<MetricTransformationOutputs>;
}

interface CloudwatchLogResourcePolicy {
  readonly policy_document: Value<string>;
  readonly policy_name: Value<string>;
}

interface CloudwatchLogResourcePolicyOutputs {
  readonly id: Ref<string>;
  readonly policy_document: Ref<string>;
  readonly policy_name: Ref<string>;
}

interface Metric2 {
  readonly dimensions?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly metric_name: Value<string>;
  readonly namespace?: Value<string> | undefined;
  readonly period: Value<number>;
  readonly stat: Value<string>;
  readonly unit?: Value<string> | undefined;
}

interface MetricQuery {
  readonly account_id?: Value<string> | undefined;
  readonly expression?: Value<string> | undefined;
  readonly id: Value<string>;
  readonly label?: Value<string> | undefined;
  readonly period?: Value<number> | undefined;
  readonly return_data?: Value<boolean> | undefined;
  readonly metric?: Metric2 | readonly Metric2[] | undefined;
}

interface CloudwatchMetricAlarm {
  readonly actions_enabled?: Value<boolean> | undefined;
  readonly alarm_actions?: Value<readonly Value<string>[]> | undefined;
  readonly alarm_description?: Value<string> | undefined;
  readonly alarm_name: Value<string>;
  readonly comparison_operator: "GreaterThanOrEqualToThreshold" | "GreaterThanThreshold" | "LessThanThreshold" | "LessThanOrEqualToThreshold" | "LessThanLowerOrGreaterThanUpperThreshold" | "LessThanLowerThreshold" | "GreaterThanUpperThreshold" | Ref<string>;
  readonly datapoints_to_alarm?: Value<number> | undefined;
  readonly dimensions?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly evaluate_low_sample_count_percentiles?: Value<string> | undefined;
  readonly evaluation_periods: Value<number>;
  readonly extended_statistic?: Value<string> | undefined;
  readonly insufficient_data_actions?: Value<readonly Value<string>[]> | undefined;
  readonly metric_name?: Value<string> | undefined;
  readonly namespace?: Value<string> | undefined;
  readonly ok_actions?: Value<readonly Value<string>[]> | undefined;
  readonly period?: Value<number> | undefined;
  readonly statistic?: "SampleCount" | "Average" | "Sum" | "Minimum" | "Maximum" | Ref<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly threshold?: Value<number> | undefined;
  readonly threshold_metric_id?: Value<string> | undefined;
  readonly treat_missing_data?: "missing" | "ignore" | "breaching" | "notBreaching" | Ref<string> | undefined;
  readonly unit?: Value<string> | undefined;
  readonly metric_query?: MetricQuery | readonly MetricQuery[] | undefined;
}

interface MetricOutputs2 {
  readonly dimensions: RefMap<string>;
  readonly metric_name: Ref<string>;
  readonly namespace: Ref<string>;
  readonly period: Ref<number>;
  readonly stat: Ref<string>;
  readonly unit: Ref<string>;
}

interface MetricQueryOutputs {
  readonly account_id: Ref<string>;
  readonly expression: Ref<string>;
  readonly id: Ref<string>;
  readonly label: Ref<string>;
  readonly period: Ref<number>;
  readonly return_data: Ref<boolean>;
  readonly metric: RefList<MetricOutputs2>;
}

interface CloudwatchMetricAlarmOutputs {
  readonly actions_enabled: Ref<boolean>;
  readonly alarm_actions: RefSet<Ref<string>>;
  readonly alarm_description: Ref<string>;
  readonly alarm_name: Ref<string>;
  readonly arn: Ref<string>;
  readonly comparison_operator: Ref<string>;
  readonly datapoints_to_alarm: Ref<number>;
  readonly dimensions: RefMap<string>;
  readonly evaluate_low_sample_count_percentiles: Ref<string>;
  readonly evaluation_periods: Ref<number>;
  readonly extended_statistic: Ref<string>;
  readonly id: Ref<string>;
  readonly insufficient_data_actions: RefSet<Ref<string>>;
  readonly metric_name: Ref<string>;
  readonly namespace: Ref<string>;
  readonly ok_actions: RefSet<Ref<string>>;
  readonly period: Ref<number>;
  readonly statistic: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly threshold: Ref<number>;
  readonly threshold_metric_id: Ref<string>;
  readonly treat_missing_data: Ref<string>;
  readonly unit: Ref<string>;
  readonly metric_query: RefSet<MetricQueryOutputs>;
}

interface Artifacts {
  readonly artifact_identifier?: Value<string> | undefined;
  readonly bucket_owner_access?: Value<string> | undefined;
  readonly encryption_disabled?: Value<boolean> | undefined;
  readonly location?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly namespace_type?: Value<string> | undefined;
  readonly override_artifact_name?: Value<boolean> | undefined;
  readonly packaging?: Value<string> | undefined;
  readonly path?: Value<string> | undefined;
  readonly type: Value<string>;
}

interface Restrictions2 {
  readonly compute_types_allowed?: Value<readonly Value<string>[]> | undefined;
  readonly maximum_builds_allowed?: Value<number> | undefined;
}

interface BuildBatchConfig {
  readonly combine_artifacts?: Value<boolean> | undefined;
  readonly service_role: Value<string>;
  readonly timeout_in_mins?: Value<number> | undefined;
  readonly restrictions?: Restrictions2 | readonly Restrictions2[] | undefined;
}

interface Cache {
  readonly location?: Value<string> | undefined;
  readonly modes?: Value<readonly Value<string>[]> | undefined;
  readonly type?: Value<string> | undefined;
}

interface EnvironmentVariable {
  readonly name: Value<string>;
  readonly type?: Value<string> | undefined;
  readonly value: Value<string>;
}

interface Fleet {
  readonly fleet_arn?: Value<string> | undefined;
}

interface RegistryCredential {
  readonly credential: Value<string>;
  readonly credential_provider: Value<string>;
}

interface Environment {
  readonly certificate?: Value<string> | undefined;
  readonly compute_type: Value<string>;
  readonly image: Value<string>;
  readonly image_pull_credentials_type?: Value<string> | undefined;
  readonly privileged_mode?: Value<boolean> | undefined;
  readonly type: Value<string>;
  readonly environment_variable?: EnvironmentVariable | readonly EnvironmentVariable[] | undefined;
  readonly fleet?: Fleet | readonly Fleet[] | undefined;
  readonly registry_credential?: RegistryCredential | readonly RegistryCredential[] | undefined;
}

interface FileSystemLocations {
  readonly identifier?: Value<string> | undefined;
  readonly location?: Value<string> | undefined;
  readonly mount_options?: Value<string> | undefined;
  readonly mount_point?: Value<string> | undefined;
  readonly type?: Value<string> | undefined;
}

interface CloudwatchLogs {
  readonly group_name?: Value<string> | undefined;
  readonly status?: Value<string> | undefined;
  readonly stream_name?: Value<string> | undefined;
}

interface S3Logs {
  readonly bucket_owner_access?: Value<string> | undefined;
  readonly encryption_disabled?: Value<boolean> | undefined;
  readonly location?: Value<string> | undefined;
  readonly status?: Value<string> | undefined;
}

interface LogsConfig {
  readonly cloudwatch_logs?: CloudwatchLogs | readonly CloudwatchLogs[] | undefined;
  readonly s3_logs?: S3Logs | readonly S3Logs[] | undefined;
}

interface SecondaryArtifacts {
  readonly artifact_identifier: Value<string>;
  readonly bucket_owner_access?: Value<string> | undefined;
  readonly encryption_disabled?: Value<boolean> | undefined;
  readonly location?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly namespace_type?: Value<string> | undefined;
  readonly override_artifact_name?: Value<boolean> | undefined;
  readonly packaging?: Value<string> | undefined;
  readonly path?: Value<string> | undefined;
  readonly type: Value<string>;
}

interface SecondarySourceVersion {
  readonly source_identifier: Value<string>;
  readonly source_version: Value<string>;
}

interface Auth {
  readonly resource: Value<string>;
  readonly type: Value<string>;
}

interface BuildStatusConfig {
  readonly context?: Value<string> | undefined;
  readonly target_url?: Value<string> | undefined;
}

interface GitSubmodulesConfig {
  readonly fetch_submodules: Value<boolean>;
}

interface SecondarySources {
  readonly buildspec?: Value<string> | undefined;
  readonly git_clone_depth?: Value<number> | undefined;
  readonly insecure_ssl?: Value<boolean> | undefined;
  readonly location?: Value<string> | undefined;
  readonly report_build_status?: Value<boolean> | undefined;
  readonly source_identifier: Value<string>;
  readonly type: Value<string>;
  readonly auth?: Auth | readonly Auth[] | undefined;
  readonly build_status_config?: BuildStatusConfig | readonly BuildStatusConfig[] | undefined;
  readonly git_submodules_config?: GitSubmodulesConfig | readonly GitSubmodulesConfig[] | undefined;
}

interface Source {
  readonly buildspec?: Value<string> | undefined;
  readonly git_clone_depth?: Value<number> | undefined;
  readonly insecure_ssl?: Value<boolean> | undefined;
  readonly location?: Value<string> | undefined;
  readonly report_build_status?: Value<boolean> | undefined;
  readonly type: Value<string>;
  readonly auth?: Auth | readonly Auth[] | undefined;
  readonly build_status_config?: BuildStatusConfig | readonly BuildStatusConfig[] | undefined;
  readonly git_submodules_config?: GitSubmodulesConfig | readonly GitSubmodulesConfig[] | undefined;
}

interface VpcConfig {
  readonly security_group_ids: Value<readonly Value<string>[]>;
  readonly subnets: Value<readonly Value<string>[]>;
  readonly vpc_id: Value<string>;
}

interface CodebuildProject {
  readonly badge_enabled?: Value<boolean> | undefined;
  readonly build_timeout?: Value<number> | undefined;
  readonly concurrent_build_limit?: Value<number> | undefined;
  readonly description?: Value<string> | undefined;
  readonly encryption_key?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly project_visibility?: Value<string> | undefined;
  readonly queued_timeout?: Value<number> | undefined;
  readonly resource_access_role?: Value<string> | undefined;
  readonly service_role: Value<string>;
  readonly source_version?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly artifacts: Artifacts | readonly Artifacts[];
  readonly build_batch_config?: BuildBatchConfig | readonly BuildBatchConfig[] | undefined;
  readonly cache?: Cache | readonly Cache[] | undefined;
  readonly environment: Environment | readonly Environment[];
  readonly file_system_locations?: FileSystemLocations | readonly FileSystemLocations[] | undefined;
  readonly logs_config?: LogsConfig | readonly LogsConfig[] | undefined;
  readonly secondary_artifacts?: SecondaryArtifacts | readonly SecondaryArtifacts[] | undefined;
  readonly secondary_source_version?: SecondarySourceVersion | readonly SecondarySourceVersion[] | undefined;
  readonly secondary_sources?: SecondarySources | readonly SecondarySources[] | undefined;
  readonly source: Source | readonly Source[];
  readonly vpc_config?: VpcConfig | readonly VpcConfig[] | undefined;
}

interface ArtifactsOutputs {
  readonly artifact_identifier: Ref<string>;
  readonly bucket_owner_access: Ref<string>;
  readonly encryption_disabled: Ref<boolean>;
  readonly location: Ref<string>;
  readonly name: Ref<string>;
  readonly namespace_type: Ref<string>;
  readonly override_artifact_name: Ref<boolean>;
  readonly packaging: Ref<string>;
  readonly path: Ref<string>;
  readonly type: Ref<string>;
}

interface RestrictionsOutputs2 {
  readonly compute_types_allowed: RefList<Ref<string>>;
  readonly maximum_builds_allowed: Ref<number>;
}

interface BuildBatchConfigOutputs {
  readonly combine_artifacts: Ref<boolean>;
  readonly service_role: Ref<string>;
  readonly timeout_in_mins: Ref<number>;
  readonly restrictions: RefList<RestrictionsOutputs2>;
}

interface CacheOutputs {
  readonly location: Ref<string>;
  readonly modes: RefList<Ref<string>>;
  readonly type: Ref<string>;
}

interface EnvironmentVariableOutputs {
  readonly name: Ref<string>;
  readonly type: Ref<string>;
  readonly value: Ref<string>;
}

interface FleetOutputs {
  readonly fleet_arn: Ref<string>;
}

interface RegistryCredentialOutputs {
  readonly credential: Ref<string>;
  readonly credential_provider: Ref<string>;
}

interface EnvironmentOutputs {
  readonly certificate: Ref<string>;
  readonly compute_type: Ref<string>;
  readonly image: Ref<string>;
  readonly image_pull_credentials_type: Ref<string>;
  readonly privileged_mode: Ref<boolean>;
  readonly type: Ref<string>;
  readonly environment_variable: RefList<EnvironmentVariableOutputs>;
  readonly fleet: RefList<FleetOutputs>;
  readonly registry_credential: RefList<RegistryCredentialOutputs>;
}

interface FileSystemLocationsOutputs {
  readonly identifier: Ref<string>;
  readonly location: Ref<string>;
  readonly mount_options: Ref<string>;
  readonly mount_point: Ref<string>;
  readonly type: Ref<string>;
}

interface CloudwatchLogsOutputs {
  readonly group_name: Ref<string>;
  readonly status: Ref<string>;
  readonly stream_name: Ref<string>;
}

interface S3LogsOutputs {
  readonly bucket_owner_access: Ref<string>;
  readonly encryption_disabled: Ref<boolean>;
  readonly location: Ref<string>;
  readonly status: Ref<string>;
}

interface LogsConfigOutputs {
  readonly cloudwatch_logs: RefList<CloudwatchLogsOutputs>;
  readonly s3_logs: RefList<S3LogsOutputs>;
}

interface SecondarySourceVersionOutputs {
  readonly source_identifier: Ref<string>;
  readonly source_version: Ref<string>;
}

interface AuthOutputs {
  readonly resource: Ref<string>;
  readonly type: Ref<string>;
}

interface BuildStatusConfigOutputs {
  readonly context: Ref<string>;
  readonly target_url: Ref<string>;
}

interface GitSubmodulesConfigOutputs {
  readonly fetch_submodules: Ref<boolean>;
}

interface SecondarySourcesOutputs {
  readonly buildspec: Ref<string>;
  readonly git_clone_depth: Ref<number>;
  readonly insecure_ssl: Ref<boolean>;
  readonly location: Ref<string>;
  readonly report_build_status: Ref<boolean>;
  readonly source_identifier: Ref<string>;
  readonly type: Ref<string>;
  readonly auth: RefList<AuthOutputs>;
  readonly build_status_config: RefList<BuildStatusConfigOutputs>;
  readonly git_submodules_config: RefList<GitSubmodulesConfigOutputs>;
}

interface SourceOutputs {
  readonly buildspec: Ref<string>;
  readonly git_clone_depth: Ref<number>;
  readonly insecure_ssl: Ref<boolean>;
  readonly location: Ref<string>;
  readonly report_build_status: Ref<boolean>;
  readonly type: Ref<string>;
  readonly auth: RefList<AuthOutputs>;
  readonly build_status_config: RefList<BuildStatusConfigOutputs>;
  readonly git_submodules_config: RefList<GitSubmodulesConfigOutputs>;
}

interface VpcConfigOutputs {
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly subnets: RefSet<Ref<string>>;
  readonly vpc_id: Ref<string>;
}

interface CodebuildProjectOutputs {
  readonly arn: Ref<string>;
  readonly badge_enabled: Ref<boolean>;
  readonly badge_url: Ref<string>;
  readonly build_timeout: Ref<number>;
  readonly concurrent_build_limit: Ref<number>;
  readonly description: Ref<string>;
  readonly encryption_key: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly project_visibility: Ref<string>;
  readonly public_project_alias: Ref<string>;
  readonly queued_timeout: Ref<number>;
  readonly resource_access_role: Ref<string>;
  readonly service_role: Ref<string>;
  readonly source_version: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly artifacts: RefList<ArtifactsOutputs>;
  readonly build_batch_config: RefList<BuildBatchConfigOutputs>;
  readonly cache: RefList<CacheOutputs>;
  readonly environment: RefList<EnvironmentOutputs>;
  readonly file_system_locations: RefSet<FileSystemLocationsOutputs>;
  readonly logs_config: RefList<LogsConfigOutputs>;
  readonly secondary_artifacts: RefSet<ArtifactsOutputs>;
  readonly secondary_source_version: RefSet<SecondarySourceVersionOutputs>;
  readonly secondary_sources: RefSet<SecondarySourcesOutputs>;
  readonly source: RefList<SourceOutputs>;
  readonly vpc_config: RefList<VpcConfigOutputs>;
}

interface CodecommitRepository {
  readonly default_branch?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly repository_name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface CodecommitRepositoryOutputs {
  readonly arn: Ref<string>;
  readonly clone_url_http: Ref<string>;
  readonly clone_url_ssh: Ref<string>;
  readonly default_branch: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly repository_id: Ref<string>;
  readonly repository_name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface EvaluationMode {
  readonly mode?: Value<string> | undefined;
}

interface Scope {
  readonly compliance_resource_id?: Value<string> | undefined;
  readonly compliance_resource_types?: Value<readonly Value<string>[]> | undefined;
  readonly tag_key?: Value<string> | undefined;
  readonly tag_value?: Value<string> | undefined;
}

interface CustomPolicyDetails {
  readonly enable_debug_log_delivery?: Value<boolean> | undefined;
  readonly policy_runtime: Value<string>;
  readonly policy_text: Value<string>;
}

interface SourceDetail {
  readonly event_source?: Value<string> | undefined;
  readonly maximum_execution_frequency?: Value<string> | undefined;
  readonly message_type?: Value<string> | undefined;
}

interface Source2 {
  readonly owner: Value<string>;
  readonly source_identifier?: Value<string> | undefined;
  readonly custom_policy_details?: CustomPolicyDetails | readonly CustomPolicyDetails[] | undefined;
  readonly source_detail?: SourceDetail | readonly SourceDetail[] | undefined;
}

interface ConfigConfigRule {
  readonly description?: Value<string> | undefined;
  readonly input_parameters?: Value<string> | undefined;
  readonly maximum_execution_frequency?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly evaluation_mode?: EvaluationMode | readonly EvaluationMode[] | undefined;
  readonly scope?: Scope | readonly Scope[] | undefined;
  readonly source: Source2 | readonly Source2[];
}

interface EvaluationModeOutputs {
  readonly mode: Ref<string>;
}

interface ScopeOutputs {
  readonly compliance_resource_id: Ref<string>;
  readonly compliance_resource_types: RefSet<Ref<string>>;
  readonly tag_key: Ref<string>;
  readonly tag_value: Ref<string>;
}

interface CustomPolicyDetailsOutputs {
  readonly enable_debug_log_delivery: Ref<boolean>;
  readonly policy_runtime: Ref<string>;
  readonly policy_text: Ref<string>;
}

interface SourceDetailOutputs {
  readonly event_source: Ref<string>;
  readonly maximum_execution_frequency: Ref<string>;
  readonly message_type: Ref<string>;
}

interface SourceOutputs2 {
  readonly owner: Ref<string>;
  readonly source_identifier: Ref<string>;
  readonly custom_policy_details: RefList<CustomPolicyDetailsOutputs>;
  readonly source_detail: RefSet<SourceDetailOutputs>;
}

interface ConfigConfigRuleOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly input_parameters: Ref<string>;
  readonly maximum_execution_frequency: Ref<string>;
  readonly name: Ref<string>;
  readonly rule_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly evaluation_mode: RefSet<EvaluationModeOutputs>;
  readonly scope: RefList<ScopeOutputs>;
  readonly source: RefList<SourceOutputs2>;
}

interface ExclusionByResourceTypes {
  readonly resource_types?: Value<readonly Value<string>[]> | undefined;
}

interface RecordingStrategy {
  readonly use_only?: Value<string> | undefined;
}

interface RecordingGroup {
  readonly all_supported?: Value<boolean> | undefined;
  readonly include_global_resource_types?: Value<boolean> | undefined;
  readonly resource_types?: Value<readonly Value<string>[]> | undefined;
  readonly exclusion_by_resource_types?: ExclusionByResourceTypes | readonly ExclusionByResourceTypes[] | undefined;
  readonly recording_strategy?: RecordingStrategy | readonly RecordingStrategy[] | undefined;
}

interface RecordingModeOverride {
  readonly description?: Value<string> | undefined;
  readonly recording_frequency: Value<string>;
  readonly resource_types: Value<readonly Value<string>[]>;
}

interface RecordingMode {
  readonly recording_frequency?: Value<string> | undefined;
  readonly recording_mode_override?: RecordingModeOverride | readonly RecordingModeOverride[] | undefined;
}

interface ConfigConfigurationRecorder {
  readonly name?: Value<string> | undefined;
  readonly role_arn: Value<string>;
  readonly recording_group?: RecordingGroup | readonly RecordingGroup[] | undefined;
  readonly recording_mode?: RecordingMode | readonly RecordingMode[] | undefined;
}

interface ExclusionByResourceTypesOutputs {
  readonly resource_types: RefSet<Ref<string>>;
}

interface RecordingStrategyOutputs {
  readonly use_only: Ref<string>;
}

interface RecordingGroupOutputs {
  readonly all_supported: Ref<boolean>;
  readonly include_global_resource_types: Ref<boolean>;
  readonly resource_types: RefSet<Ref<string>>;
  readonly exclusion_by_resource_types: RefList<ExclusionByResourceTypesOutputs>;
  readonly recording_strategy: RefList<RecordingStrategyOutputs>;
}

interface RecordingModeOverrideOutputs {
  readonly description: Ref<string>;
  readonly recording_frequency: Ref<string>;
  readonly resource_types: RefSet<Ref<string>>;
}

interface RecordingModeOutputs {
  readonly recording_frequency: Ref<string>;
  readonly recording_mode_override: RefList<RecordingModeOverrideOutputs>;
}

interface ConfigConfigurationRecorderOutputs {
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly recording_group: RefList<RecordingGroupOutputs>;
  readonly recording_mode: RefList<RecordingModeOutputs>;
}

interface ConfigConfigurationRecorderStatus {
  readonly is_enabled: Value<boolean>;
  readonly name: Value<string>;
}

interface ConfigConfigurationRecorderStatusOutputs {
  readonly id: Ref<string>;
  readonly is_enabled: Ref<boolean>;
  readonly name: Ref<string>;
}

interface SnapshotDeliveryProperties {
  readonly delivery_frequency?: Value<string> | undefined;
}

interface ConfigDeliveryChannel {
  readonly name?: Value<string> | undefined;
  readonly s3_bucket_name: Value<string>;
  readonly s3_key_prefix?: Value<string> | undefined;
  readonly s3_kms_key_arn?: Value<string> | undefined;
  readonly sns_topic_arn?: Value<string> | undefined;
  readonly snapshot_delivery_properties?: SnapshotDeliveryProperties | readonly SnapshotDeliveryProperties[] | undefined;
}

interface SnapshotDeliveryPropertiesOutputs {
  readonly delivery_frequency: Ref<string>;
}

interface ConfigDeliveryChannelOutputs {
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly s3_bucket_name: Ref<string>;
  readonly s3_key_prefix: Ref<string>;
  readonly s3_kms_key_arn: Ref<string>;
  readonly sns_topic_arn: Ref<string>;
  readonly snapshot_delivery_properties: RefList<SnapshotDeliveryPropertiesOutputs>;
}

interface CustomerGateway {
  readonly bgp_asn?: Value<string> | undefined;
  readonly bgp_asn_extended?: Value<string> | undefined;
  readonly certificate_arn?: Value<string> | undefined;
  readonly device_name?: Value<string> | undefined;
  readonly ip_address?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly type: Value<string>;
}

interface CustomerGatewayOutputs {
  readonly arn: Ref<string>;
  readonly bgp_asn: Ref<string>;
  readonly bgp_asn_extended: Ref<string>;
  readonly certificate_arn: Ref<string>;
  readonly device_name: Ref<string>;
  readonly id: Ref<string>;
  readonly ip_address: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly type: Ref<string>;
}

interface RestoreToPointInTime {
  readonly restore_time?: Value<string> | undefined;
  readonly source_db_instance_automated_backups_arn?: Value<string> | undefined;
  readonly source_db_instance_identifier?: Value<string> | undefined;
  readonly source_dbi_resource_id?: Value<string> | undefined;
  readonly use_latest_restorable_time?: Value<boolean> | undefined;
}

interface S3Import {
  readonly bucket_name: Value<string>;
  readonly bucket_prefix?: Value<string> | undefined;
  readonly ingestion_role: Value<string>;
  readonly source_engine: Value<string>;
  readonly source_engine_version: Value<string>;
}

interface Timeouts5 {
  readonly create?: Value<string> | undefined;
  readonly delete?: Value<string> | undefined;
  readonly update?: Value<string> | undefined;
}

interface DbInstance {
  readonly allocated_storage?: Value<number> | undefined;
  readonly allow_major_version_upgrade?: Value<boolean> | undefined;
  readonly apply_immediately?: Value<boolean> | undefined;
  readonly auto_minor_version_upgrade?: Value<boolean> | undefined;
  readonly availability_zone?: Value<string> | undefined;
  readonly backup_retention_period?: Value<number> | undefined;
  readonly backup_target?: Value<string> | undefined;
  readonly backup_window?: Value<string> | undefined;
  readonly ca_cert_identifier?: Value<string> | undefined;
  readonly character_set_name?: Value<string> | undefined;
  readonly copy_tags_to_snapshot?: Value<boolean> | undefined;
  readonly custom_iam_instance_profile?: Value<string> | undefined;
  readonly customer_owned_ip_enabled?: Value<boolean> | undefined;
  readonly database_insights_mode?: Value<string> | undefined;
  readonly db_name?: Value<string> | undefined;
  readonly db_subnet_group_name?: Value<string> | undefined;
  readonly dedicated_log_volume?: Value<boolean> | undefined;
  readonly delete_automated_backups?: Value<boolean> | undefined;
  readonly deletion_protection?: Value<boolean> | undefined;
  readonly domain?: Value<string> | undefined;
  readonly domain_auth_secret_arn?: Value<string> | undefined;
  readonly domain_dns_ips?: Value<readonly Value<string>[]> | undefined;
  readonly domain_fqdn?: Value<string> | undefined;
  readonly domain_iam_role_name?: Value<string> | undefined;
  readonly domain_ou?: Value<string> | undefined;
  readonly enabled_cloudwatch_logs_exports?: Value<readonly Value<string>[]> | undefined;
  readonly engine?: "postgres" | "mysql" | "mariadb" | "sqlserver-ee" | "sqlserver-ex" | "sqlserver-se" | "sqlserver-web" | "oracle-ee" | "oracle-se2" | Ref<string> | undefined;
  readonly engine_lifecycle_support?: Value<string> | undefined;
  readonly engine_version?: Value<string> | undefined;
  readonly final_snapshot_identifier?: Value<string> | undefined;
  readonly iam_database_authentication_enabled?: Value<boolean> | undefined;
  readonly identifier?: Value<string> | undefined;
  readonly identifier_prefix?: Value<string> | undefined;
  readonly instance_class: Value<string>;
  readonly iops?: Value<number> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly license_model?: Value<string> | undefined;
  readonly maintenance_window?: Value<string> | undefined;
  readonly manage_master_user_password?: Value<boolean> | undefined;
  readonly master_user_secret_kms_key_id?: Value<string> | undefined;
  readonly max_allocated_storage?: Value<number> | undefined;
  readonly monitoring_interval?: Value<number> | undefined;
  readonly monitoring_role_arn?: Value<string> | undefined;
  readonly multi_az?: Value<boolean> | undefined;
  readonly nchar_character_set_name?: Value<string> | undefined;
  readonly network_type?: Value<string> | undefined;
  readonly option_group_name?: Value<string> | undefined;
  readonly parameter_group_name?: Value<string> | undefined;
  readonly password?: Ref<string> | undefined;
  readonly password_wo?: Ref<string> | undefined;
  readonly password_wo_version?: Value<number> | undefined;
  readonly performance_insights_enabled?: Value<boolean> | undefined;
  readonly performance_insights_kms_key_id?: Value<string> | undefined;
  readonly performance_insights_retention_period?: Value<number> | undefined;
  readonly port?: Value<number> | undefined;
  readonly publicly_accessible?: Value<boolean> | undefined;
  readonly replica_mode?: Value<string> | undefined;
  readonly replicate_source_db?: Value<string> | undefined;
  readonly skip_final_snapshot?: Value<boolean> | undefined;
  readonly snapshot_identifier?: Value<string> | undefined;
  readonly storage_encrypted?: Value<boolean> | undefined;
  readonly storage_throughput?: Value<number> | undefined;
  readonly storage_type?: "gp2" | "gp3" | "io1" | "io2" | "standard" | Ref<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timezone?: Value<string> | undefined;
  readonly upgrade_storage_config?: Value<boolean> | undefined;
  readonly username?: Value<string> | undefined;
  readonly vpc_security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly blue_green_update?: GrpcConfig | readonly GrpcConfig[] | undefined;
  readonly restore_to_point_in_time?: RestoreToPointInTime | readonly RestoreToPointInTime[] | undefined;
  readonly s3_import?: S3Import | readonly S3Import[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface ListenerEndpointOutputs {
  readonly address: Ref<string>;
  readonly hosted_zone_id: Ref<string>;
  readonly port: Ref<number>;
}

interface MasterUserSecretOutputs {
  readonly kms_key_id: Ref<string>;
  readonly secret_arn: Ref<string>;
  readonly secret_status: Ref<string>;
}

interface RestoreToPointInTimeOutputs {
  readonly restore_time: Ref<string>;
  readonly source_db_instance_automated_backups_arn: Ref<string>;
  readonly source_db_instance_identifier: Ref<string>;
  readonly source_dbi_resource_id: Ref<string>;
  readonly use_latest_restorable_time: Ref<boolean>;
}

interface S3ImportOutputs {
  readonly bucket_name: Ref<string>;
  readonly bucket_prefix: Ref<string>;
  readonly ingestion_role: Ref<string>;
  readonly source_engine: Ref<string>;
  readonly source_engine_version: Ref<string>;
}

interface DbInstanceOutputs {
  readonly address: Ref<string>;
  readonly allocated_storage: Ref<number>;
  readonly allow_major_version_upgrade: Ref<boolean>;
  readonly apply_immediately: Ref<boolean>;
  readonly arn: Ref<string>;
  readonly auto_minor_version_upgrade: Ref<boolean>;
  readonly availability_zone: Ref<string>;
  readonly backup_retention_period: Ref<number>;
  readonly backup_target: Ref<string>;
  readonly backup_window: Ref<string>;
  readonly ca_cert_identifier: Ref<string>;
  readonly character_set_name: Ref<string>;
  readonly copy_tags_to_snapshot: Ref<boolean>;
  readonly custom_iam_instance_profile: Ref<string>;
  readonly customer_owned_ip_enabled: Ref<boolean>;
  readonly database_insights_mode: Ref<string>;
  readonly db_name: Ref<string>;
  readonly db_subnet_group_name: Ref<string>;
  readonly dedicated_log_volume: Ref<boolean>;
  readonly delete_automated_backups: Ref<boolean>;
  readonly deletion_protection: Ref<boolean>;
  readonly domain: Ref<string>;
  readonly domain_auth_secret_arn: Ref<string>;
  readonly domain_dns_ips: RefList<Ref<string>>;
  readonly domain_fqdn: Ref<string>;
  readonly domain_iam_role_name: Ref<string>;
  readonly domain_ou: Ref<string>;
  readonly enabled_cloudwatch_logs_exports: RefSet<Ref<string>>;
  readonly endpoint: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_lifecycle_support: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly engine_version_actual: Ref<string>;
  readonly final_snapshot_identifier: Ref<string>;
  readonly hosted_zone_id: Ref<string>;
  readonly iam_database_authentication_enabled: Ref<boolean>;
  readonly id: Ref<string>;
  readonly identifier: Ref<string>;
  readonly identifier_prefix: Ref<string>;
  readonly instance_class: Ref<string>;
  readonly iops: Ref<number>;
  readonly kms_key_id: Ref<string>;
  readonly latest_restorable_time: Ref<string>;
  readonly license_model: Ref<string>;
  readonly listener_endpoint: RefList<ListenerEndpointOutputs>;
  readonly maintenance_window: Ref<string>;
  readonly manage_master_user_password: Ref<boolean>;
  readonly master_user_secret: RefList<MasterUserSecretOutputs>;
  readonly master_user_secret_kms_key_id: Ref<string>;
  readonly max_allocated_storage: Ref<number>;
  readonly monitoring_interval: Ref<number>;
  readonly monitoring_role_arn: Ref<string>;
  readonly multi_az: Ref<boolean>;
  readonly nchar_character_set_name: Ref<string>;
  readonly network_type: Ref<string>;
  readonly option_group_name: Ref<string>;
  readonly parameter_group_name: Ref<string>;
  readonly password: Ref<string>;
  readonly password_wo_version: Ref<number>;
  readonly performance_insights_enabled: Ref<boolean>;
  readonly performance_insights_kms_key_id: Ref<string>;
  readonly performance_insights_retention_period: Ref<number>;
  readonly port: Ref<number>;
  readonly publicly_accessible: Ref<boolean>;
  readonly replica_mode: Ref<string>;
  readonly replicas: RefList<Ref<string>>;
  readonly replicate_source_db: Ref<string>;
  readonly resource_id: Ref<string>;
  readonly skip_final_snapshot: Ref<boolean>;
  readonly snapshot_identifier: Ref<string>;
  readonly status: Ref<string>;
  readonly storage_encrypted: Ref<boolean>;
  readonly storage_throughput: Ref<number>;
  readonly storage_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly timezone: Ref<string>;
  readonly upgrade_storage_config: Ref<boolean>;
  readonly username: Ref<string>;
  readonly vpc_security_group_ids: RefSet<Ref<string>>;
  readonly blue_green_update: RefList<GrpcConfigOutputs>;
  readonly restore_to_point_in_time: RefList<RestoreToPointInTimeOutputs>;
  readonly s3_import: RefList<S3ImportOutputs>;
}

interface Parameter {
  readonly apply_method?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly value: Value<string>;
}

interface DbParameterGroup {
  readonly description?: Value<string> | undefined;
  readonly family: Value<string>;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly skip_destroy?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly parameter?: Parameter | readonly Parameter[] | undefined;
}

interface ParameterOutputs {
  readonly apply_method: Ref<string>;
  readonly name: Ref<string>;
  readonly value: Ref<string>;
}

interface DbParameterGroupOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly family: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly skip_destroy: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly parameter: RefSet<ParameterOutputs>;
}

interface Auth2 {
  readonly auth_scheme?: "SECRETS" | Ref<string> | undefined;
  readonly client_password_auth_type?: "MYSQL_NATIVE_PASSWORD" | "MYSQL_CACHING_SHA2_PASSWORD" | "POSTGRES_SCRAM_SHA_256" | "POSTGRES_MD5" | "SQL_SERVER_AUTHENTICATION" | Ref<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly iam_auth?: "DISABLED" | "REQUIRED" | Ref<string> | undefined;
  readonly secret_arn?: Value<string> | undefined;
  readonly username?: Value<string> | undefined;
}

interface DbProxy {
  readonly debug_logging?: Value<boolean> | undefined;
  readonly engine_family: "MYSQL" | "POSTGRESQL" | "SQLSERVER" | Ref<string>;
  readonly idle_client_timeout?: Value<number> | undefined;
  readonly name: Value<string>;
  readonly require_tls?: Value<boolean> | undefined;
  readonly role_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly vpc_subnet_ids: Value<readonly Value<string>[]>;
  readonly auth: Auth2 | readonly Auth2[];
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface AuthOutputs2 {
  readonly auth_scheme: Ref<string>;
  readonly client_password_auth_type: Ref<string>;
  readonly description: Ref<string>;
  readonly iam_auth: Ref<string>;
  readonly secret_arn: Ref<string>;
  readonly username: Ref<string>;
}

interface DbProxyOutputs {
  readonly arn: Ref<string>;
  readonly debug_logging: Ref<boolean>;
  readonly endpoint: Ref<string>;
  readonly engine_family: Ref<string>;
  readonly id: Ref<string>;
  readonly idle_client_timeout: Ref<number>;
  readonly name: Ref<string>;
  readonly require_tls: Ref<boolean>;
  readonly role_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_security_group_ids: RefSet<Ref<string>>;
  readonly vpc_subnet_ids: RefSet<Ref<string>>;
  readonly auth: RefSet<AuthOutputs2>;
}

interface ConnectionPoolConfig {
  readonly connection_borrow_timeout?: Value<number> | undefined;
  readonly init_query?: Value<string> | undefined;
  readonly max_connections_percent?: Value<number> | undefined;
  readonly max_idle_connections_percent?: Value<number> | undefined;
  readonly session_pinning_filters?: Value<readonly Value<string>[]> | undefined;
}

interface DbProxyDefaultTargetGroup {
  readonly db_proxy_name: Value<string>;
  readonly connection_pool_config?: ConnectionPoolConfig | readonly ConnectionPoolConfig[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface ConnectionPoolConfigOutputs {
  readonly connection_borrow_timeout: Ref<number>;
  readonly init_query: Ref<string>;
  readonly max_connections_percent: Ref<number>;
  readonly max_idle_connections_percent: Ref<number>;
  readonly session_pinning_filters: RefSet<Ref<string>>;
}

interface DbProxyDefaultTargetGroupOutputs {
  readonly arn: Ref<string>;
  readonly db_proxy_name: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly connection_pool_config: RefList<ConnectionPoolConfigOutputs>;
}

interface DbProxyTarget {
  readonly db_cluster_identifier?: Value<string> | undefined;
  readonly db_instance_identifier?: Value<string> | undefined;
  readonly db_proxy_name: Value<string>;
  readonly target_group_name: Value<string>;
}

interface DbProxyTargetOutputs {
  readonly db_cluster_identifier: Ref<string>;
  readonly db_instance_identifier: Ref<string>;
  readonly db_proxy_name: Ref<string>;
  readonly endpoint: Ref<string>;
  readonly id: Ref<string>;
  readonly port: Ref<number>;
  readonly rds_resource_id: Ref<string>;
  readonly target_arn: Ref<string>;
  readonly target_group_name: Ref<string>;
  readonly tracked_cluster_id: Ref<string>;
  readonly type: Ref<string>;
}

interface DbSubnetGroup {
  readonly description?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly subnet_ids: Value<readonly Value<string>[]>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface DbSubnetGroupOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly supported_network_types: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface Egress {
  readonly action: Value<string>;
  readonly cidr_block?: Value<string> | undefined;
  readonly from_port: Value<number>;
  readonly icmp_code?: Value<number> | undefined;
  readonly icmp_type?: Value<number> | undefined;
  readonly ipv6_cidr_block?: Value<string> | undefined;
  readonly protocol: Value<string>;
  readonly rule_no: Value<number>;
  readonly to_port: Value<number>;
}

interface DefaultNetworkAcl {
  readonly default_network_acl_id: Value<string>;
  readonly subnet_ids?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly egress?: Egress | readonly Egress[] | undefined;
  readonly ingress?: Egress | readonly Egress[] | undefined;
}

interface EgressOutputs {
  readonly action: Ref<string>;
  readonly cidr_block: Ref<string>;
  readonly from_port: Ref<number>;
  readonly icmp_code: Ref<number>;
  readonly icmp_type: Ref<number>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly protocol: Ref<string>;
  readonly rule_no: Ref<number>;
  readonly to_port: Ref<number>;
}

interface DefaultNetworkAclOutputs {
  readonly arn: Ref<string>;
  readonly default_network_acl_id: Ref<string>;
  readonly id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly egress: RefSet<EgressOutputs>;
  readonly ingress: RefSet<EgressOutputs>;
}

interface DefaultSecurityGroup {
  readonly revoke_rules_on_delete?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
}

interface EgressOutputs2 {
  readonly cidr_blocks: RefList<Ref<string>>;
  readonly description: Ref<string>;
  readonly from_port: Ref<number>;
  readonly ipv6_cidr_blocks: RefList<Ref<string>>;
  readonly prefix_list_ids: RefList<Ref<string>>;
  readonly protocol: Ref<string>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly self: Ref<boolean>;
  readonly to_port: Ref<number>;
}

interface DefaultSecurityGroupOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly egress: RefSet<EgressOutputs2>;
  readonly id: Ref<string>;
  readonly ingress: RefSet<EgressOutputs2>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly revoke_rules_on_delete: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface Timeouts6 {
  readonly create?: Value<string> | undefined;
  readonly delete?: Value<string> | undefined;
}

interface DxGateway {
  readonly amazon_side_asn: Value<string>;
  readonly name: Value<string>;
  readonly timeouts?: Timeouts6 | readonly Timeouts6[] | undefined;
}

interface DxGatewayOutputs {
  readonly amazon_side_asn: Ref<string>;
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly owner_account_id: Ref<string>;
}

interface DxGatewayAssociation {
  readonly allowed_prefixes?: Value<readonly Value<string>[]> | undefined;
  readonly associated_gateway_id?: Value<string> | undefined;
  readonly associated_gateway_owner_account_id?: Value<string> | undefined;
  readonly dx_gateway_id: Value<string>;
  readonly proposal_id?: Value<string> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface DxGatewayAssociationOutputs {
  readonly allowed_prefixes: RefSet<Ref<string>>;
  readonly associated_gateway_id: Ref<string>;
  readonly associated_gateway_owner_account_id: Ref<string>;
  readonly associated_gateway_type: Ref<string>;
  readonly dx_gateway_association_id: Ref<string>;
  readonly dx_gateway_id: Ref<string>;
  readonly dx_gateway_owner_account_id: Ref<string>;
  readonly id: Ref<string>;
  readonly proposal_id: Ref<string>;
}

interface DxTransitVirtualInterface {
  readonly address_family: Value<string>;
  readonly amazon_address?: Value<string> | undefined;
  readonly bgp_asn: Value<number>;
  readonly bgp_auth_key?: Value<string> | undefined;
  readonly connection_id: Value<string>;
  readonly customer_address?: Value<string> | undefined;
  readonly dx_gateway_id: Value<string>;
  readonly mtu?: Value<number> | undefined;
  readonly name: Value<string>;
  readonly sitelink_enabled?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vlan: Value<number>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface DxTransitVirtualInterfaceOutputs {
  readonly address_family: Ref<string>;
  readonly amazon_address: Ref<string>;
  readonly amazon_side_asn: Ref<string>;
  readonly arn: Ref<string>;
  readonly aws_device: Ref<string>;
  readonly bgp_asn: Ref<number>;
  readonly bgp_auth_key: Ref<string>;
  readonly connection_id: Ref<string>;
  readonly customer_address: Ref<string>;
  readonly dx_gateway_id: Ref<string>;
  readonly id: Ref<string>;
  readonly jumbo_frame_capable: Ref<boolean>;
  readonly mtu: Ref<number>;
  readonly name: Ref<string>;
  readonly sitelink_enabled: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vlan: Ref<number>;
}

interface Attribute {
  readonly name: Value<string>;
  readonly type: "S" | "N" | "B" | Ref<string>;
}

interface OnDemandThroughput {
  readonly max_read_request_units?: Value<number> | undefined;
  readonly max_write_request_units?: Value<number> | undefined;
}

interface GlobalSecondaryIndex {
  readonly hash_key: Value<string>;
  readonly name: Value<string>;
  readonly non_key_attributes?: Value<readonly Value<string>[]> | undefined;
  readonly projection_type: Value<string>;
  readonly range_key?: Value<string> | undefined;
  readonly read_capacity?: Value<number> | undefined;
  readonly write_capacity?: Value<number> | undefined;
  readonly on_demand_throughput?: OnDemandThroughput | readonly OnDemandThroughput[] | undefined;
}

interface Csv {
  readonly delimiter?: Value<string> | undefined;
  readonly header_list?: Value<readonly Value<string>[]> | undefined;
}

interface InputFormatOptions {
  readonly csv?: Csv | readonly Csv[] | undefined;
}

interface S3BucketSource {
  readonly bucket: Value<string>;
  readonly bucket_owner?: Value<string> | undefined;
  readonly key_prefix?: Value<string> | undefined;
}

interface ImportTable {
  readonly input_compression_type?: Value<string> | undefined;
  readonly input_format: Value<string>;
  readonly input_format_options?: InputFormatOptions | readonly InputFormatOptions[] | undefined;
  readonly s3_bucket_source: S3BucketSource | readonly S3BucketSource[];
}

interface LocalSecondaryIndex {
  readonly name: Value<string>;
  readonly non_key_attributes?: Value<readonly Value<string>[]> | undefined;
  readonly projection_type: Value<string>;
  readonly range_key: Value<string>;
}

interface PointInTimeRecovery {
  readonly enabled: Value<boolean>;
  readonly recovery_period_in_days?: Value<number> | undefined;
}

interface Replica {
  readonly kms_key_arn?: Value<string> | undefined;
  readonly point_in_time_recovery?: Value<boolean> | undefined;
  readonly propagate_tags?: Value<boolean> | undefined;
  readonly region_name: Value<string>;
}

interface ServerSideEncryption {
  readonly enabled: Value<boolean>;
  readonly kms_key_arn?: Value<string> | undefined;
}

interface Ttl {
  readonly attribute_name?: Value<string> | undefined;
  readonly enabled?: Value<boolean> | undefined;
}

interface DynamodbTable {
  readonly billing_mode?: "PROVISIONED" | "PAY_PER_REQUEST" | Ref<string> | undefined;
  readonly deletion_protection_enabled?: Value<boolean> | undefined;
  readonly hash_key?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly range_key?: Value<string> | undefined;
  readonly read_capacity?: Value<number> | undefined;
  readonly restore_date_time?: Value<string> | undefined;
  readonly restore_source_name?: Value<string> | undefined;
  readonly restore_source_table_arn?: Value<string> | undefined;
  readonly restore_to_latest_time?: Value<boolean> | undefined;
  readonly stream_enabled?: Value<boolean> | undefined;
  readonly stream_view_type?: "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES" | "KEYS_ONLY" | Ref<string> | undefined;
  readonly table_class?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | Ref<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly write_capacity?: Value<number> | undefined;
  readonly attribute?: Attribute | readonly Attribute[] | undefined;
  readonly global_secondary_index?: GlobalSecondaryIndex | readonly GlobalSecondaryIndex[] | undefined;
  readonly import_table?: ImportTable | readonly ImportTable[] | undefined;
  readonly local_secondary_index?: LocalSecondaryIndex | readonly LocalSecondaryIndex[] | undefined;
  readonly on_demand_throughput?: OnDemandThroughput | readonly OnDemandThroughput[] | undefined;
  readonly point_in_time_recovery?: PointInTimeRecovery | readonly PointInTimeRecovery[] | undefined;
  readonly replica?: Replica | readonly Replica[] | undefined;
  readonly server_side_encryption?: ServerSideEncryption | readonly ServerSideEncryption[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
  readonly ttl?: Ttl | readonly Ttl[] | undefined;
}

interface AttributeOutputs {
  readonly name: Ref<string>;
  readonly type: Ref<string>;
}

interface OnDemandThroughputOutputs {
  readonly max_read_request_units: Ref<number>;
  readonly max_write_request_units: Ref<number>;
}

interface GlobalSecondaryIndexOutputs {
  readonly hash_key: Ref<string>;
  readonly name: Ref<string>;
  readonly non_key_attributes: RefSet<Ref<string>>;
  readonly projection_type: Ref<string>;
  readonly range_key: Ref<string>;
  readonly read_capacity: Ref<number>;
  readonly write_capacity: Ref<number>;
  readonly on_demand_throughput: RefList<OnDemandThroughputOutputs>;
}

interface CsvOutputs {
  readonly delimiter: Ref<string>;
  readonly header_list: RefSet<Ref<string>>;
}

interface InputFormatOptionsOutputs {
  readonly csv: RefList<CsvOutputs>;
}

interface S3BucketSourceOutputs {
  readonly bucket: Ref<string>;
  readonly bucket_owner: Ref<string>;
  readonly key_prefix: Ref<string>;
}

interface ImportTableOutputs {
  readonly input_compression_type: Ref<string>;
  readonly input_format: Ref<string>;
  readonly input_format_options: RefList<InputFormatOptionsOutputs>;
  readonly s3_bucket_source: RefList<S3BucketSourceOutputs>;
}

interface LocalSecondaryIndexOutputs {
  readonly name: Ref<string>;
  readonly non_key_attributes: RefList<Ref<string>>;
  readonly projection_type: Ref<string>;
  readonly range_key: Ref<string>;
}

interface PointInTimeRecoveryOutputs {
  readonly enabled: Ref<boolean>;
  readonly recovery_period_in_days: Ref<number>;
}

interface ReplicaOutputs {
  readonly arn: Ref<string>;
  readonly kms_key_arn: Ref<string>;
  readonly point_in_time_recovery: Ref<boolean>;
  readonly propagate_tags: Ref<boolean>;
  readonly region_name: Ref<string>;
  readonly stream_arn: Ref<string>;
  readonly stream_label: Ref<string>;
}

interface ServerSideEncryptionOutputs {
  readonly enabled: Ref<boolean>;
  readonly kms_key_arn: Ref<string>;
}

interface TtlOutputs {
  readonly attribute_name: Ref<string>;
  readonly enabled: Ref<boolean>;
}

interface DynamodbTableOutputs {
  readonly arn: Ref<string>;
  readonly billing_mode: Ref<string>;
  readonly deletion_protection_enabled: Ref<boolean>;
  readonly hash_key: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly range_key: Ref<string>;
  readonly read_capacity: Ref<number>;
  readonly restore_date_time: Ref<string>;
  readonly restore_source_name: Ref<string>;
  readonly restore_source_table_arn: Ref<string>;
  readonly restore_to_latest_time: Ref<boolean>;
  readonly stream_arn: Ref<string>;
  readonly stream_enabled: Ref<boolean>;
  readonly stream_label: Ref<string>;
  readonly stream_view_type: Ref<string>;
  readonly table_class: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly write_capacity: Ref<number>;
  readonly attribute: RefSet<AttributeOutputs>;
  readonly global_secondary_index: RefSet<GlobalSecondaryIndexOutputs>;
  readonly import_table: RefList<ImportTableOutputs>;
  readonly local_secondary_index: RefSet<LocalSecondaryIndexOutputs>;
  readonly on_demand_throughput: RefList<OnDemandThroughputOutputs>;
  readonly point_in_time_recovery: RefList<PointInTimeRecoveryOutputs>;
  readonly replica: RefSet<ReplicaOutputs>;
  readonly server_side_encryption: RefList<ServerSideEncryptionOutputs>;
  readonly ttl: RefList<TtlOutputs>;
}

interface DynamodbTableReplica {
  readonly deletion_protection_enabled?: Value<boolean> | undefined;
  readonly global_table_arn: Value<string>;
  readonly kms_key_arn?: Value<string> | undefined;
  readonly point_in_time_recovery?: Value<boolean> | undefined;
  readonly table_class_override?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface DynamodbTableReplicaOutputs {
  readonly arn: Ref<string>;
  readonly deletion_protection_enabled: Ref<boolean>;
  readonly global_table_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_arn: Ref<string>;
  readonly point_in_time_recovery: Ref<boolean>;
  readonly table_class_override: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface EbsDefaultKmsKey {
  readonly key_arn: Value<string>;
}

interface EbsDefaultKmsKeyOutputs {
  readonly id: Ref<string>;
  readonly key_arn: Ref<string>;
}

interface EbsEncryptionByDefaultOutputs {
  readonly enabled: Ref<boolean>;
  readonly id: Ref<string>;
}

interface EbsSnapshotBlockPublicAccess {
  readonly state: Value<string>;
}

interface EbsSnapshotBlockPublicAccessOutputs {
  readonly id: Ref<string>;
  readonly state: Ref<string>;
}

interface Timeouts7 {
  readonly update?: Value<string> | undefined;
}

interface Ec2ImageBlockPublicAccess {
  readonly state: Value<string>;
  readonly timeouts?: Timeouts7 | readonly Timeouts7[] | undefined;
}

interface Ec2InstanceMetadataDefaults {
  readonly http_endpoint?: Value<string> | undefined;
  readonly http_put_response_hop_limit?: Value<number> | undefined;
  readonly http_tokens?: Value<string> | undefined;
  readonly instance_metadata_tags?: Value<string> | undefined;
}

interface Ec2InstanceMetadataDefaultsOutputs {
  readonly http_endpoint: Ref<string>;
  readonly http_put_response_hop_limit: Ref<number>;
  readonly http_tokens: Ref<string>;
  readonly id: Ref<string>;
  readonly instance_metadata_tags: Ref<string>;
}

interface Ec2Tag {
  readonly key: Value<string>;
  readonly resource_id: Value<string>;
  readonly value: Value<string>;
}

interface Ec2TagOutputs {
  readonly id: Ref<string>;
  readonly key: Ref<string>;
  readonly resource_id: Ref<string>;
  readonly value: Ref<string>;
}

interface Ec2TransitGateway {
  readonly amazon_side_asn?: Value<number> | undefined;
  readonly auto_accept_shared_attachments?: Value<string> | undefined;
  readonly default_route_table_association?: Value<string> | undefined;
  readonly default_route_table_propagation?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly dns_support?: Value<string> | undefined;
  readonly multicast_support?: Value<string> | undefined;
  readonly security_group_referencing_support?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_cidr_blocks?: Value<readonly Value<string>[]> | undefined;
  readonly vpn_ecmp_support?: Value<string> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface Ec2TransitGatewayOutputs {
  readonly amazon_side_asn: Ref<number>;
  readonly arn: Ref<string>;
  readonly association_default_route_table_id: Ref<string>;
  readonly auto_accept_shared_attachments: Ref<string>;
  readonly default_route_table_association: Ref<string>;
  readonly default_route_table_propagation: Ref<string>;
  readonly description: Ref<string>;
  readonly dns_support: Ref<string>;
  readonly id: Ref<string>;
  readonly multicast_support: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly propagation_default_route_table_id: Ref<string>;
  readonly security_group_referencing_support: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_cidr_blocks: RefSet<Ref<string>>;
  readonly vpn_ecmp_support: Ref<string>;
}

interface Ec2TransitGatewayVpcAttachment {
  readonly appliance_mode_support?: Value<string> | undefined;
  readonly dns_support?: Value<string> | undefined;
  readonly ipv6_support?: Value<string> | undefined;
  readonly security_group_referencing_support?: Value<string> | undefined;
  readonly subnet_ids: Value<readonly Value<string>[]>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_default_route_table_association?: Value<boolean> | undefined;
  readonly transit_gateway_default_route_table_propagation?: Value<boolean> | undefined;
  readonly transit_gateway_id: Value<string>;
  readonly vpc_id: Value<string>;
}

interface Ec2TransitGatewayVpcAttachmentOutputs {
  readonly appliance_mode_support: Ref<string>;
  readonly arn: Ref<string>;
  readonly dns_support: Ref<string>;
  readonly id: Ref<string>;
  readonly ipv6_support: Ref<string>;
  readonly security_group_referencing_support: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_default_route_table_association: Ref<boolean>;
  readonly transit_gateway_default_route_table_propagation: Ref<boolean>;
  readonly transit_gateway_id: Ref<string>;
  readonly vpc_id: Ref<string>;
  readonly vpc_owner_id: Ref<string>;
}

interface EcrLifecyclePolicy {
  readonly policy: Value<string>;
  readonly repository: Value<string>;
}

interface EcrLifecyclePolicyOutputs {
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
  readonly registry_id: Ref<string>;
  readonly repository: Ref<string>;
}

interface EcrPullThroughCacheRule {
  readonly credential_arn?: Value<string> | undefined;
  readonly custom_role_arn?: Value<string> | undefined;
  readonly ecr_repository_prefix: Value<string>;
  readonly upstream_registry_url: Value<string>;
  readonly upstream_repository_prefix?: Value<string> | undefined;
}

interface EcrPullThroughCacheRuleOutputs {
  readonly credential_arn: Ref<string>;
  readonly custom_role_arn: Ref<string>;
  readonly ecr_repository_prefix: Ref<string>;
  readonly id: Ref<string>;
  readonly registry_id: Ref<string>;
  readonly upstream_registry_url: Ref<string>;
  readonly upstream_repository_prefix: Ref<string>;
}

interface RepositoryFilter {
  readonly filter: Value<string>;
  readonly filter_type: Value<string>;
}

interface Rule2 {
  readonly scan_frequency: Value<string>;
  readonly repository_filter: RepositoryFilter | readonly RepositoryFilter[];
}

interface EcrRegistryScanningConfiguration {
  readonly scan_type: "BASIC" | "ENHANCED" | Ref<string>;
  readonly rule?: Rule2 | readonly Rule2[] | undefined;
}

interface RepositoryFilterOutputs {
  readonly filter: Ref<string>;
  readonly filter_type: Ref<string>;
}

interface RuleOutputs2 {
  readonly scan_frequency: Ref<string>;
  readonly repository_filter: RefSet<RepositoryFilterOutputs>;
}

interface EcrRegistryScanningConfigurationOutputs {
  readonly id: Ref<string>;
  readonly registry_id: Ref<string>;
  readonly scan_type: Ref<string>;
  readonly rule: RefSet<RuleOutputs2>;
}

interface Destination {
  readonly region: Value<string>;
  readonly registry_id: Value<string>;
}

interface Rule3 {
  readonly destination: Destination | readonly Destination[];
  readonly repository_filter?: RepositoryFilter | readonly RepositoryFilter[] | undefined;
}

interface ReplicationConfiguration {
  readonly rule: Rule3 | readonly Rule3[];
}

interface EcrReplicationConfiguration {
  readonly replication_configuration?: ReplicationConfiguration | readonly ReplicationConfiguration[] | undefined;
}

interface DestinationOutputs {
  readonly region: Ref<string>;
  readonly registry_id: Ref<string>;
}

interface RuleOutputs3 {
  readonly destination: RefList<DestinationOutputs>;
  readonly repository_filter: RefList<RepositoryFilterOutputs>;
}

interface ReplicationConfigurationOutputs {
  readonly rule: RefList<RuleOutputs3>;
}

interface EcrReplicationConfigurationOutputs {
  readonly id: Ref<string>;
  readonly registry_id: Ref<string>;
  readonly replication_configuration: RefList<ReplicationConfigurationOutputs>;
}

interface EncryptionConfiguration {
  readonly encryption_type?: "AES256" | "KMS" | "KMS_DSSE" | Ref<string> | undefined;
  readonly kms_key?: Value<string> | undefined;
}

interface ImageScanningConfiguration {
  readonly scan_on_push: Value<boolean>;
}

interface EcrRepository {
  readonly force_delete?: Value<boolean> | undefined;
  readonly image_tag_mutability?: "MUTABLE" | "IMMUTABLE" | Ref<string> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly encryption_configuration?: EncryptionConfiguration | readonly EncryptionConfiguration[] | undefined;
  readonly image_scanning_configuration?: ImageScanningConfiguration | readonly ImageScanningConfiguration[] | undefined;
  readonly timeouts?: Timeouts4 | readonly Timeouts4[] | undefined;
}

interface EncryptionConfigurationOutputs {
  readonly encryption_type: Ref<string>;
  readonly kms_key: Ref<string>;
}

interface ImageScanningConfigurationOutputs {
  readonly scan_on_push: Ref<boolean>;
}

interface EcrRepositoryOutputs {
  readonly arn: Ref<string>;
  readonly force_delete: Ref<boolean>;
  readonly id: Ref<string>;
  readonly image_tag_mutability: Ref<string>;
  readonly name: Ref<string>;
  readonly registry_id: Ref<string>;
  readonly repository_url: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly encryption_configuration: RefList<EncryptionConfigurationOutputs>;
  readonly image_scanning_configuration: RefList<ImageScanningConfigurationOutputs>;
}

interface EncryptionConfiguration2 {
  readonly encryption_type?: Value<string> | undefined;
  readonly kms_key?: Value<string> | undefined;
}

interface EcrRepositoryCreationTemplate {
  readonly applied_for: Value<readonly Value<string>[]>;
  readonly custom_role_arn?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly image_tag_mutability?: Value<string> | undefined;
  readonly lifecycle_policy?: Value<string> | undefined;
  readonly prefix: Value<string>;
  readonly repository_policy?: Value<string> | undefined;
  readonly resource_tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly encryption_configuration?: EncryptionConfiguration2 | readonly EncryptionConfiguration2[] | undefined;
}

interface EcrRepositoryCreationTemplateOutputs {
  readonly applied_for: RefSet<Ref<string>>;
  readonly custom_role_arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly image_tag_mutability: Ref<string>;
  readonly lifecycle_policy: Ref<string>;
  readonly prefix: Ref<string>;
  readonly registry_id: Ref<string>;
  readonly repository_policy: Ref<string>;
  readonly resource_tags: RefMap<string>;
  readonly encryption_configuration: RefList<EncryptionConfigurationOutputs>;
}

interface Timeouts8 {
  readonly delete?: Value<string> | undefined;
  readonly read?: Value<string> | undefined;
  readonly update?: Value<string> | undefined;
}

interface Eip {
  readonly address?: Value<string> | undefined;
  readonly associate_with_private_ip?: Value<string> | undefined;
  readonly customer_owned_ipv4_pool?: Value<string> | undefined;
  readonly domain?: Value<string> | undefined;
  readonly instance?: Value<string> | undefined;
  readonly ipam_pool_id?: Value<string> | undefined;
  readonly network_border_group?: Value<string> | undefined;
  readonly network_interface?: Value<string> | undefined;
  readonly public_ipv4_pool?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts8 | readonly Timeouts8[] | undefined;
}

interface EipOutputs {
  readonly address: Ref<string>;
  readonly allocation_id: Ref<string>;
  readonly arn: Ref<string>;
  readonly associate_with_private_ip: Ref<string>;
  readonly association_id: Ref<string>;
  readonly carrier_ip: Ref<string>;
  readonly customer_owned_ip: Ref<string>;
  readonly customer_owned_ipv4_pool: Ref<string>;
  readonly domain: Ref<string>;
  readonly id: Ref<string>;
  readonly instance: Ref<string>;
  readonly ipam_pool_id: Ref<string>;
  readonly network_border_group: Ref<string>;
  readonly network_interface: Ref<string>;
  readonly private_dns: Ref<string>;
  readonly private_ip: Ref<string>;
  readonly ptr_record: Ref<string>;
  readonly public_dns: Ref<string>;
  readonly public_ip: Ref<string>;
  readonly public_ipv4_pool: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface EksAccessEntry {
  readonly cluster_name: Value<string>;
  readonly kubernetes_groups?: Value<readonly Value<string>[]> | undefined;
  readonly principal_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly type?: Value<string> | undefined;
  readonly user_name?: Value<string> | undefined;
  readonly timeouts?: Timeouts6 | readonly Timeouts6[] | undefined;
}

interface EksAccessEntryOutputs {
  readonly access_entry_arn: Ref<string>;
  readonly cluster_name: Ref<string>;
  readonly created_at: Ref<string>;
  readonly id: Ref<string>;
  readonly kubernetes_groups: RefSet<Ref<string>>;
  readonly modified_at: Ref<string>;
  readonly principal_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly type: Ref<string>;
  readonly user_name: Ref<string>;
}

interface AccessScope {
  readonly namespaces?: Value<readonly Value<string>[]> | undefined;
  readonly type: "cluster" | "namespace" | Ref<string>;
}

interface EksAccessPolicyAssociation {
  readonly cluster_name: Value<string>;
  readonly policy_arn: Value<string>;
  readonly principal_arn: Value<string>;
  readonly access_scope: AccessScope | readonly AccessScope[];
  readonly timeouts?: Timeouts6 | readonly Timeouts6[] | undefined;
}

interface AccessScopeOutputs {
  readonly namespaces: RefSet<Ref<string>>;
  readonly type: Ref<string>;
}

interface EksAccessPolicyAssociationOutputs {
  readonly associated_at: Ref<string>;
  readonly cluster_name: Ref<string>;
  readonly id: Ref<string>;
  readonly modified_at: Ref<string>;
  readonly policy_arn: Ref<string>;
  readonly principal_arn: Ref<string>;
  readonly access_scope: RefList<AccessScopeOutputs>;
}

interface PodIdentityAssociation {
  readonly role_arn: Value<string>;
  readonly service_account: Value<string>;
}

interface EksAddon {
  readonly addon_name: Value<string>;
  readonly addon_version?: Value<string> | undefined;
  readonly cluster_name: Value<string>;
  readonly configuration_values?: Value<string> | undefined;
  readonly preserve?: Value<boolean> | undefined;
  readonly resolve_conflicts_on_create?: "NONE" | "OVERWRITE" | Ref<string> | undefined;
  readonly resolve_conflicts_on_update?: "OVERWRITE" | "NONE" | "PRESERVE" | Ref<string> | undefined;
  readonly service_account_role_arn?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly pod_identity_association?: PodIdentityAssociation | readonly PodIdentityAssociation[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface PodIdentityAssociationOutputs {
  readonly role_arn: Ref<string>;
  readonly service_account: Ref<string>;
}

interface EksAddonOutputs {
  readonly addon_name: Ref<string>;
  readonly addon_version: Ref<string>;
  readonly arn: Ref<string>;
  readonly cluster_name: Ref<string>;
  readonly configuration_values: Ref<string>;
  readonly created_at: Ref<string>;
  readonly id: Ref<string>;
  readonly modified_at: Ref<string>;
  readonly preserve: Ref<boolean>;
  readonly resolve_conflicts_on_create: Ref<string>;
  readonly resolve_conflicts_on_update: Ref<string>;
  readonly service_account_role_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly pod_identity_association: RefSet<PodIdentityAssociationOutputs>;
}

interface AccessConfig {
  readonly authentication_mode?: "API" | "API_AND_CONFIG_MAP" | "CONFIG_MAP" | Ref<string> | undefined;
  readonly bootstrap_cluster_creator_admin_permissions?: Value<boolean> | undefined;
}

interface ComputeConfig {
  readonly enabled?: Value<boolean> | undefined;
  readonly node_pools?: Value<readonly Value<string>[]> | undefined;
  readonly node_role_arn?: Value<string> | undefined;
}

interface EncryptionConfig {
  readonly resources: Value<readonly Value<string>[]>;
  readonly provider: EbsDefaultKmsKey | readonly EbsDefaultKmsKey[];
}

interface KubernetesNetworkConfig {
  readonly ip_family?: Value<string> | undefined;
  readonly service_ipv4_cidr?: Value<string> | undefined;
  readonly elastic_load_balancing?: GrpcConfig | readonly GrpcConfig[] | undefined;
}

interface ControlPlanePlacement {
  readonly group_name: Value<string>;
}

interface OutpostConfig {
  readonly control_plane_instance_type: Value<string>;
  readonly outpost_arns: Value<readonly Value<string>[]>;
  readonly control_plane_placement?: ControlPlanePlacement | readonly ControlPlanePlacement[] | undefined;
}

interface RemoteNodeNetworks {
  readonly cidrs?: Value<readonly Value<string>[]> | undefined;
}

interface RemoteNetworkConfig {
  readonly remote_node_networks: RemoteNodeNetworks | readonly RemoteNodeNetworks[];
  readonly remote_pod_networks?: RemoteNodeNetworks | readonly RemoteNodeNetworks[] | undefined;
}

interface StorageConfig {
  readonly block_storage?: GrpcConfig | readonly GrpcConfig[] | undefined;
}

interface UpgradePolicy {
  readonly support_type?: Value<string> | undefined;
}

interface VpcConfig2 {
  readonly endpoint_private_access?: Value<boolean> | undefined;
  readonly endpoint_public_access?: Value<boolean> | undefined;
  readonly public_access_cidrs?: Value<readonly Value<string>[]> | undefined;
  readonly security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly subnet_ids: Value<readonly Value<string>[]>;
}

interface EksCluster {
  readonly bootstrap_self_managed_addons?: Value<boolean> | undefined;
  readonly enabled_cluster_log_types?: Value<readonly Value<string>[]> | undefined;
  readonly force_update_version?: Value<boolean> | undefined;
  readonly name: Value<string>;
  readonly role_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly version?: Value<string> | undefined;
  readonly access_config?: AccessConfig | readonly AccessConfig[] | undefined;
  readonly compute_config?: ComputeConfig | readonly ComputeConfig[] | undefined;
  readonly encryption_config?: EncryptionConfig | readonly EncryptionConfig[] | undefined;
  readonly kubernetes_network_config?: KubernetesNetworkConfig | readonly KubernetesNetworkConfig[] | undefined;
  readonly outpost_config?: OutpostConfig | readonly OutpostConfig[] | undefined;
  readonly remote_network_config?: RemoteNetworkConfig | readonly RemoteNetworkConfig[] | undefined;
  readonly storage_config?: StorageConfig | readonly StorageConfig[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
  readonly upgrade_policy?: UpgradePolicy | readonly UpgradePolicy[] | undefined;
  readonly vpc_config: VpcConfig2 | readonly VpcConfig2[];
  readonly zonal_shift_config?: GrpcConfig | readonly GrpcConfig[] | undefined;
}

interface CertificateAuthorityOutputs {
  readonly data: Ref<string>;
}

interface OidcOutputs {
  readonly issuer: Ref<string>;
}

interface IdentityOutputs {
  readonly oidc: RefList<OidcOutputs>;
}

interface AccessConfigOutputs {
  readonly authentication_mode: Ref<string>;
  readonly bootstrap_cluster_creator_admin_permissions: Ref<boolean>;
}

interface ComputeConfigOutputs {
  readonly enabled: Ref<boolean>;
  readonly node_pools: RefSet<Ref<string>>;
  readonly node_role_arn: Ref<string>;
}

interface ProviderOutputs {
  readonly key_arn: Ref<string>;
}

interface EncryptionConfigOutputs {
  readonly resources: RefSet<Ref<string>>;
  readonly provider: RefList<ProviderOutputs>;
}

interface KubernetesNetworkConfigOutputs {
  readonly ip_family: Ref<string>;
  readonly service_ipv4_cidr: Ref<string>;
  readonly service_ipv6_cidr: Ref<string>;
  readonly elastic_load_balancing: RefList<GrpcConfigOutputs>;
}

interface ControlPlanePlacementOutputs {
  readonly group_name: Ref<string>;
}

interface OutpostConfigOutputs {
  readonly control_plane_instance_type: Ref<string>;
  readonly outpost_arns: RefSet<Ref<string>>;
  readonly control_plane_placement: RefList<ControlPlanePlacementOutputs>;
}

interface RemoteNodeNetworksOutputs {
  readonly cidrs: RefSet<Ref<string>>;
}

interface RemoteNetworkConfigOutputs {
  readonly remote_node_networks: RefList<RemoteNodeNetworksOutputs>;
  readonly remote_pod_networks: RefList<RemoteNodeNetworksOutputs>;
}

interface StorageConfigOutputs {
  readonly block_storage: RefList<GrpcConfigOutputs>;
}

interface UpgradePolicyOutputs {
  readonly support_type: Ref<string>;
}

interface VpcConfigOutputs2 {
  readonly cluster_security_group_id: Ref<string>;
  readonly endpoint_private_access: Ref<boolean>;
  readonly endpoint_public_access: Ref<boolean>;
  readonly public_access_cidrs: RefSet<Ref<string>>;
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly vpc_id: Ref<string>;
}

interface EksClusterOutputs {
  readonly arn: Ref<string>;
  readonly bootstrap_self_managed_addons: Ref<boolean>;
  readonly certificate_authority: RefList<CertificateAuthorityOutputs>;
  readonly cluster_id: Ref<string>;
  readonly created_at: Ref<string>;
  readonly enabled_cluster_log_types: RefSet<Ref<string>>;
  readonly endpoint: Ref<string>;
  readonly force_update_version: Ref<boolean>;
  readonly id: Ref<string>;
  readonly identity: RefList<IdentityOutputs>;
  readonly name: Ref<string>;
  readonly platform_version: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly status: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly version: Ref<string>;
  readonly access_config: RefList<AccessConfigOutputs>;
  readonly compute_config: RefList<ComputeConfigOutputs>;
  readonly encryption_config: RefList<EncryptionConfigOutputs>;
  readonly kubernetes_network_config: RefList<KubernetesNetworkConfigOutputs>;
  readonly outpost_config: RefList<OutpostConfigOutputs>;
  readonly remote_network_config: RefList<RemoteNetworkConfigOutputs>;
  readonly storage_config: RefList<StorageConfigOutputs>;
  readonly upgrade_policy: RefList<UpgradePolicyOutputs>;
  readonly vpc_config: RefList<VpcConfigOutputs2>;
  readonly zonal_shift_config: RefList<GrpcConfigOutputs>;
}

interface LaunchTemplate3 {
  readonly id?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly version: Value<string>;
}

interface RemoteAccess {
  readonly ec2_ssh_key?: Value<string> | undefined;
  readonly source_security_group_ids?: Value<readonly Value<string>[]> | undefined;
}

interface ScalingConfig {
  readonly desired_size: Value<number>;
  readonly max_size: Value<number>;
  readonly min_size: Value<number>;
}

interface Taint {
  readonly effect: Value<string>;
  readonly key: Value<string>;
  readonly value?: Value<string> | undefined;
}

interface UpdateConfig {
  readonly max_unavailable?: Value<number> | undefined;
  readonly max_unavailable_percentage?: Value<number> | undefined;
}

interface EksNodeGroup {
  readonly ami_type?: Value<string> | undefined;
  readonly capacity_type?: "ON_DEMAND" | "SPOT" | "CAPACITY_BLOCK" | Ref<string> | undefined;
  readonly cluster_name: Value<string>;
  readonly disk_size?: Value<number> | undefined;
  readonly force_update_version?: Value<boolean> | undefined;
  readonly instance_types?: Value<readonly Value<string>[]> | undefined;
  readonly labels?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly node_group_name?: Value<string> | undefined;
  readonly node_group_name_prefix?: Value<string> | undefined;
  readonly node_role_arn: Value<string>;
  readonly release_version?: Value<string> | undefined;
  readonly subnet_ids: Value<readonly Value<string>[]>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly version?: Value<string> | undefined;
  readonly launch_template?: LaunchTemplate3 | readonly LaunchTemplate3[] | undefined;
  readonly node_repair_config?: GrpcConfig | readonly GrpcConfig[] | undefined;
  readonly remote_access?: RemoteAccess | readonly RemoteAccess[] | undefined;
  readonly scaling_config: ScalingConfig | readonly ScalingConfig[];
  readonly taint?: Taint | readonly Taint[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
  readonly update_config?: UpdateConfig | readonly UpdateConfig[] | undefined;
}

interface AutoscalingGroupsOutputs {
  readonly name: Ref<string>;
}

interface ResourcesOutputs {
  readonly autoscaling_groups: RefList<AutoscalingGroupsOutputs>;
  readonly remote_access_security_group_id: Ref<string>;
}

interface RemoteAccessOutputs {
  readonly ec2_ssh_key: Ref<string>;
  readonly source_security_group_ids: RefSet<Ref<string>>;
}

interface ScalingConfigOutputs {
  readonly desired_size: Ref<number>;
  readonly max_size: Ref<number>;
  readonly min_size: Ref<number>;
}

interface TaintOutputs {
  readonly effect: Ref<string>;
  readonly key: Ref<string>;
  readonly value: Ref<string>;
}

interface UpdateConfigOutputs {
  readonly max_unavailable: Ref<number>;
  readonly max_unavailable_percentage: Ref<number>;
}

interface EksNodeGroupOutputs {
  readonly ami_type: Ref<string>;
  readonly arn: Ref<string>;
  readonly capacity_type: Ref<string>;
  readonly cluster_name: Ref<string>;
  readonly disk_size: Ref<number>;
  readonly force_update_version: Ref<boolean>;
  readonly id: Ref<string>;
  readonly instance_types: RefList<Ref<string>>;
  readonly labels: RefMap<string>;
  readonly node_group_name: Ref<string>;
  readonly node_group_name_prefix: Ref<string>;
  readonly node_role_arn: Ref<string>;
  readonly release_version: Ref<string>;
  readonly resources: RefList<ResourcesOutputs>;
  readonly status: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly version: Ref<string>;
  readonly launch_template: RefList<LaunchTemplateOutputs>;
  readonly node_repair_config: RefList<GrpcConfigOutputs>;
  readonly remote_access: RefList<RemoteAccessOutputs>;
  readonly scaling_config: RefList<ScalingConfigOutputs>;
  readonly taint: RefSet<TaintOutputs>;
  readonly update_config: RefList<UpdateConfigOutputs>;
}

interface EksPodIdentityAssociation {
  readonly cluster_name: Value<string>;
  readonly namespace: Value<string>;
  readonly role_arn: Value<string>;
  readonly service_account: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface EksPodIdentityAssociationOutputs {
  readonly association_arn: Ref<string>;
  readonly association_id: Ref<string>;
  readonly cluster_name: Ref<string>;
  readonly id: Ref<string>;
  readonly namespace: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly service_account: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface ElasticacheParameterGroup {
  readonly description?: Value<string> | undefined;
  readonly family: Value<string>;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly parameter?: Dimensions | readonly Dimensions[] | undefined;
}

interface ElasticacheParameterGroupOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly family: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly parameter: RefSet<DimensionsOutputs>;
}

interface LogDeliveryConfiguration {
  readonly destination: Value<string>;
  readonly destination_type: Value<string>;
  readonly log_format: Value<string>;
  readonly log_type: Value<string>;
}

interface ElasticacheReplicationGroup {
  readonly apply_immediately?: Value<boolean> | undefined;
  readonly at_rest_encryption_enabled?: Value<string> | undefined;
  readonly auth_token?: Ref<string> | undefined;
  readonly auth_token_update_strategy?: Value<string> | undefined;
  readonly auto_minor_version_upgrade?: Value<string> | undefined;
  readonly automatic_failover_enabled?: Value<boolean> | undefined;
  readonly cluster_mode?: Value<string> | undefined;
  readonly data_tiering_enabled?: Value<boolean> | undefined;
  readonly description: Value<string>;
  readonly engine?: "redis" | "valkey" | Ref<string> | undefined;
  readonly engine_version?: Value<string> | undefined;
  readonly final_snapshot_identifier?: Value<string> | undefined;
  readonly global_replication_group_id?: Value<string> | undefined;
  readonly ip_discovery?: Value<string> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly maintenance_window?: Value<string> | undefined;
  readonly multi_az_enabled?: Value<boolean> | undefined;
  readonly network_type?: Value<string> | undefined;
  readonly node_type?: Value<string> | undefined;
  readonly notification_topic_arn?: Value<string> | undefined;
  readonly num_cache_clusters?: Value<number> | undefined;
  readonly num_node_groups?: Value<number> | undefined;
  readonly parameter_group_name?: Value<string> | undefined;
  readonly port?: Value<number> | undefined;
  readonly preferred_cache_cluster_azs?: Value<readonly Value<string>[]> | undefined;
  readonly replicas_per_node_group?: Value<number> | undefined;
  readonly replication_group_id: Value<string>;
  readonly security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly security_group_names?: Value<readonly Value<string>[]> | undefined;
  readonly snapshot_arns?: Value<readonly Value<string>[]> | undefined;
  readonly snapshot_name?: Value<string> | undefined;
  readonly snapshot_retention_limit?: Value<number> | undefined;
  readonly snapshot_window?: Value<string> | undefined;
  readonly subnet_group_name?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_encryption_enabled?: Value<boolean> | undefined;
  readonly transit_encryption_mode?: "preferred" | "required" | Ref<string> | undefined;
  readonly user_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly log_delivery_configuration?: LogDeliveryConfiguration | readonly LogDeliveryConfiguration[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface LogDeliveryConfigurationOutputs {
  readonly destination: Ref<string>;
  readonly destination_type: Ref<string>;
  readonly log_format: Ref<string>;
  readonly log_type: Ref<string>;
}

interface ElasticacheReplicationGroupOutputs {
  readonly apply_immediately: Ref<boolean>;
  readonly arn: Ref<string>;
  readonly at_rest_encryption_enabled: Ref<string>;
  readonly auth_token: Ref<string>;
  readonly auth_token_update_strategy: Ref<string>;
  readonly auto_minor_version_upgrade: Ref<string>;
  readonly automatic_failover_enabled: Ref<boolean>;
  readonly cluster_enabled: Ref<boolean>;
  readonly cluster_mode: Ref<string>;
  readonly configuration_endpoint_address: Ref<string>;
  readonly data_tiering_enabled: Ref<boolean>;
  readonly description: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly engine_version_actual: Ref<string>;
  readonly final_snapshot_identifier: Ref<string>;
  readonly global_replication_group_id: Ref<string>;
  readonly id: Ref<string>;
  readonly ip_discovery: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly maintenance_window: Ref<string>;
  readonly member_clusters: RefSet<Ref<string>>;
  readonly multi_az_enabled: Ref<boolean>;
  readonly network_type: Ref<string>;
  readonly node_type: Ref<string>;
  readonly notification_topic_arn: Ref<string>;
  readonly num_cache_clusters: Ref<number>;
  readonly num_node_groups: Ref<number>;
  readonly parameter_group_name: Ref<string>;
  readonly port: Ref<number>;
  readonly preferred_cache_cluster_azs: RefList<Ref<string>>;
  readonly primary_endpoint_address: Ref<string>;
  readonly reader_endpoint_address: Ref<string>;
  readonly replicas_per_node_group: Ref<number>;
  readonly replication_group_id: Ref<string>;
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly security_group_names: RefSet<Ref<string>>;
  readonly snapshot_arns: RefSet<Ref<string>>;
  readonly snapshot_name: Ref<string>;
  readonly snapshot_retention_limit: Ref<number>;
  readonly snapshot_window: Ref<string>;
  readonly subnet_group_name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_encryption_enabled: Ref<boolean>;
  readonly transit_encryption_mode: Ref<string>;
  readonly user_group_ids: RefSet<Ref<string>>;
  readonly log_delivery_configuration: RefSet<LogDeliveryConfigurationOutputs>;
}

interface ElasticacheSubnetGroup {
  readonly description?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly subnet_ids: Value<readonly Value<string>[]>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface ElasticacheSubnetGroupOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface AuthenticationMode {
  readonly passwords?: Ref<readonly string[]> | undefined;
  readonly type: Value<string>;
}

interface Timeouts9 {
  readonly create?: Value<string> | undefined;
  readonly delete?: Value<string> | undefined;
  readonly read?: Value<string> | undefined;
  readonly update?: Value<string> | undefined;
}

interface ElasticacheUser {
  readonly access_string: Value<string>;
  readonly engine: Value<string>;
  readonly no_password_required?: Value<boolean> | undefined;
  readonly passwords?: Ref<readonly string[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly user_id: Value<string>;
  readonly user_name: Value<string>;
  readonly authentication_mode?: AuthenticationMode | readonly AuthenticationMode[] | undefined;
  readonly timeouts?: Timeouts9 | readonly Timeouts9[] | undefined;
}

interface AuthenticationModeOutputs {
  readonly password_count: Ref<number>;
  readonly passwords: RefSet<Ref<string>>;
  readonly type: Ref<string>;
}

interface ElasticacheUserOutputs {
  readonly access_string: Ref<string>;
  readonly arn: Ref<string>;
  readonly engine: Ref<string>;
  readonly id: Ref<string>;
  readonly no_password_required: Ref<boolean>;
  readonly passwords: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly user_id: Ref<string>;
  readonly user_name: Ref<string>;
  readonly authentication_mode: RefList<AuthenticationModeOutputs>;
}

interface ElasticacheUserGroup {
  readonly engine: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly user_group_id: Value<string>;
  readonly user_ids?: Value<readonly Value<string>[]> | undefined;
}

interface ElasticacheUserGroupOutputs {
  readonly arn: Ref<string>;
  readonly engine: Ref<string>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly user_group_id: Ref<string>;
  readonly user_ids: RefSet<Ref<string>>;
}

interface Action {
  readonly action_id: Value<string>;
  readonly description?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly start_after?: Value<readonly Value<string>[]> | undefined;
  readonly parameter?: StringEquals | readonly StringEquals[] | undefined;
  readonly target?: StringEquals | readonly StringEquals[] | undefined;
}

interface ExperimentOptions {
  readonly account_targeting?: Value<string> | undefined;
  readonly empty_target_resolution_mode?: Value<string> | undefined;
}

interface CloudwatchDashboard2 {
  readonly dashboard_arn?: Value<string> | undefined;
}

interface DataSources {
  readonly cloudwatch_dashboard?: CloudwatchDashboard2 | readonly CloudwatchDashboard2[] | undefined;
}

interface S3Configuration {
  readonly bucket_name: Value<string>;
  readonly prefix?: Value<string> | undefined;
}

interface Outputs {
  readonly s3_configuration?: S3Configuration | readonly S3Configuration[] | undefined;
}

interface ExperimentReportConfiguration {
  readonly post_experiment_duration?: Value<string> | undefined;
  readonly pre_experiment_duration?: Value<string> | undefined;
  readonly data_sources?: DataSources | readonly DataSources[] | undefined;
  readonly outputs?: Outputs | readonly Outputs[] | undefined;
}

interface CloudwatchLogsConfiguration {
  readonly log_group_arn: Value<string>;
}

interface LogConfiguration {
  readonly log_schema_version: Value<number>;
  readonly cloudwatch_logs_configuration?: CloudwatchLogsConfiguration | readonly CloudwatchLogsConfiguration[] | undefined;
  readonly s3_configuration?: S3Configuration | readonly S3Configuration[] | undefined;
}

interface StopCondition {
  readonly source: Value<string>;
  readonly value?: Value<string> | undefined;
}

interface Filter {
  readonly path: Value<string>;
  readonly values: Value<readonly Value<string>[]>;
}

interface Target {
  readonly name: Value<string>;
  readonly parameters?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly resource_arns?: Value<readonly Value<string>[]> | undefined;
  readonly resource_type: Value<string>;
  readonly selection_mode: Value<string>;
  readonly filter?: Filter | readonly Filter[] | undefined;
  readonly resource_tag?: StringEquals | readonly StringEquals[] | undefined;
}

interface FisExperimentTemplate {
  readonly description: Value<string>;
  readonly role_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly action: Action | readonly Action[];
  readonly experiment_options?: ExperimentOptions | readonly ExperimentOptions[] | undefined;
  readonly experiment_report_configuration?: ExperimentReportConfiguration | readonly ExperimentReportConfiguration[] | undefined;
  readonly log_configuration?: LogConfiguration | readonly LogConfiguration[] | undefined;
  readonly stop_condition: StopCondition | readonly StopCondition[];
  readonly target?: Target | readonly Target[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface ActionOutputs {
  readonly action_id: Ref<string>;
  readonly description: Ref<string>;
  readonly name: Ref<string>;
  readonly start_after: RefSet<Ref<string>>;
  readonly parameter: RefSet<StringEqualsOutputs>;
  readonly target: RefList<StringEqualsOutputs>;
}

interface ExperimentOptionsOutputs {
  readonly account_targeting: Ref<string>;
  readonly empty_target_resolution_mode: Ref<string>;
}

interface CloudwatchDashboardOutputs2 {
  readonly dashboard_arn: Ref<string>;
}

interface DataSourcesOutputs {
  readonly cloudwatch_dashboard: RefList<CloudwatchDashboardOutputs2>;
}

interface S3ConfigurationOutputs {
  readonly bucket_name: Ref<string>;
  readonly prefix: Ref<string>;
}

interface OutputsOutputs {
  readonly s3_configuration: RefList<S3ConfigurationOutputs>;
}

interface ExperimentReportConfigurationOutputs {
  readonly post_experiment_duration: Ref<string>;
  readonly pre_experiment_duration: Ref<string>;
  readonly data_sources: RefList<DataSourcesOutputs>;
  readonly outputs: RefList<OutputsOutputs>;
}

interface CloudwatchLogsConfigurationOutputs {
  readonly log_group_arn: Ref<string>;
}

interface LogConfigurationOutputs {
  readonly log_schema_version: Ref<number>;
  readonly cloudwatch_logs_configuration: RefList<CloudwatchLogsConfigurationOutputs>;
  readonly s3_configuration: RefList<S3ConfigurationOutputs>;
}

interface StopConditionOutputs {
  readonly source: Ref<string>;
  readonly value: Ref<string>;
}

interface FilterOutputs {
  readonly path: Ref<string>;
  readonly values: RefSet<Ref<string>>;
}

interface TargetOutputs {
  readonly name: Ref<string>;
  readonly parameters: RefMap<string>;
  readonly resource_arns: RefSet<Ref<string>>;
  readonly resource_type: Ref<string>;
  readonly selection_mode: Ref<string>;
  readonly filter: RefList<FilterOutputs>;
  readonly resource_tag: RefSet<StringEqualsOutputs>;
}

interface FisExperimentTemplateOutputs {
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly action: RefSet<ActionOutputs>;
  readonly experiment_options: RefList<ExperimentOptionsOutputs>;
  readonly experiment_report_configuration: RefList<ExperimentReportConfigurationOutputs>;
  readonly log_configuration: RefList<LogConfigurationOutputs>;
  readonly stop_condition: RefSet<StopConditionOutputs>;
  readonly target: RefSet<TargetOutputs>;
}

interface DestinationOptions {
  readonly file_format?: Value<string> | undefined;
  readonly hive_compatible_partitions?: Value<boolean> | undefined;
  readonly per_hour_partition?: Value<boolean> | undefined;
}

interface FlowLog {
  readonly deliver_cross_account_role?: Value<string> | undefined;
  readonly eni_id?: Value<string> | undefined;
  readonly iam_role_arn?: Value<string> | undefined;
  readonly log_destination?: Value<string> | undefined;
  readonly log_destination_type?: Value<string> | undefined;
  readonly log_format?: Value<string> | undefined;
  readonly max_aggregation_interval?: Value<number> | undefined;
  readonly subnet_id?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly traffic_type?: Value<string> | undefined;
  readonly transit_gateway_attachment_id?: Value<string> | undefined;
  readonly transit_gateway_id?: Value<string> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly destination_options?: DestinationOptions | readonly DestinationOptions[] | undefined;
}

interface DestinationOptionsOutputs {
  readonly file_format: Ref<string>;
  readonly hive_compatible_partitions: Ref<boolean>;
  readonly per_hour_partition: Ref<boolean>;
}

interface FlowLogOutputs {
  readonly arn: Ref<string>;
  readonly deliver_cross_account_role: Ref<string>;
  readonly eni_id: Ref<string>;
  readonly iam_role_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly log_destination: Ref<string>;
  readonly log_destination_type: Ref<string>;
  readonly log_format: Ref<string>;
  readonly max_aggregation_interval: Ref<number>;
  readonly subnet_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly traffic_type: Ref<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
  readonly transit_gateway_id: Ref<string>;
  readonly vpc_id: Ref<string>;
  readonly destination_options: RefList<DestinationOptionsOutputs>;
}

interface AuditLogs {
  readonly enable: Value<boolean>;
}

interface Kubernetes {
  readonly audit_logs: AuditLogs | readonly AuditLogs[];
}

interface ScanEc2InstanceWithFindings {
  readonly ebs_volumes: AuditLogs | readonly AuditLogs[];
}

interface MalwareProtection {
  readonly scan_ec2_instance_with_findings: ScanEc2InstanceWithFindings | readonly ScanEc2InstanceWithFindings[];
}

interface Datasources {
  readonly kubernetes?: Kubernetes | readonly Kubernetes[] | undefined;
  readonly malware_protection?: MalwareProtection | readonly MalwareProtection[] | undefined;
  readonly s3_logs?: AuditLogs | readonly AuditLogs[] | undefined;
}

interface GuarddutyDetector {
  readonly enable?: Value<boolean> | undefined;
  readonly finding_publishing_frequency?: "FIFTEEN_MINUTES" | "ONE_HOUR" | "SIX_HOURS" | Ref<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly datasources?: Datasources | readonly Datasources[] | undefined;
}

interface AuditLogsOutputs {
  readonly enable: Ref<boolean>;
}

interface KubernetesOutputs {
  readonly audit_logs: RefList<AuditLogsOutputs>;
}

interface ScanEc2InstanceWithFindingsOutputs {
  readonly ebs_volumes: RefList<AuditLogsOutputs>;
}

interface MalwareProtectionOutputs {
  readonly scan_ec2_instance_with_findings: RefList<ScanEc2InstanceWithFindingsOutputs>;
}

interface DatasourcesOutputs {
  readonly kubernetes: RefList<KubernetesOutputs>;
  readonly malware_protection: RefList<MalwareProtectionOutputs>;
  readonly s3_logs: RefList<AuditLogsOutputs>;
}

interface GuarddutyDetectorOutputs {
  readonly account_id: Ref<string>;
  readonly arn: Ref<string>;
  readonly enable: Ref<boolean>;
  readonly finding_publishing_frequency: Ref<string>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly datasources: RefList<DatasourcesOutputs>;
}

interface AdditionalConfiguration {
  readonly name: Value<string>;
  readonly status: Value<string>;
}

interface GuarddutyDetectorFeature {
  readonly detector_id: Value<string>;
  readonly name: "S3_DATA_EVENTS" | "EKS_AUDIT_LOGS" | "EBS_MALWARE_PROTECTION" | "RDS_LOGIN_EVENTS" | "LAMBDA_NETWORK_LOGS" | "EKS_RUNTIME_MONITORING" | "RUNTIME_MONITORING" | Ref<string>;
  readonly status: Value<string>;
  readonly additional_configuration?: AdditionalConfiguration | readonly AdditionalConfiguration[] | undefined;
}

interface AdditionalConfigurationOutputs {
  readonly name: Ref<string>;
  readonly status: Ref<string>;
}

interface GuarddutyDetectorFeatureOutputs {
  readonly detector_id: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly status: Ref<string>;
  readonly additional_configuration: RefList<AdditionalConfigurationOutputs>;
}

interface IamAccountPasswordPolicy {
  readonly allow_users_to_change_password?: Value<boolean> | undefined;
  readonly hard_expiry?: Value<boolean> | undefined;
  readonly max_password_age?: Value<number> | undefined;
  readonly minimum_password_length?: Value<number> | undefined;
  readonly password_reuse_prevention?: Value<number> | undefined;
  readonly require_lowercase_characters?: Value<boolean> | undefined;
  readonly require_numbers?: Value<boolean> | undefined;
  readonly require_symbols?: Value<boolean> | undefined;
  readonly require_uppercase_characters?: Value<boolean> | undefined;
}

interface IamAccountPasswordPolicyOutputs {
  readonly allow_users_to_change_password: Ref<boolean>;
  readonly expire_passwords: Ref<boolean>;
  readonly hard_expiry: Ref<boolean>;
  readonly id: Ref<string>;
  readonly max_password_age: Ref<number>;
  readonly minimum_password_length: Ref<number>;
  readonly password_reuse_prevention: Ref<number>;
  readonly require_lowercase_characters: Ref<boolean>;
  readonly require_numbers: Ref<boolean>;
  readonly require_symbols: Ref<boolean>;
  readonly require_uppercase_characters: Ref<boolean>;
}

interface IamInstanceProfile {
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly path?: Value<string> | undefined;
  readonly role?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface IamInstanceProfileOutputs {
  readonly arn: Ref<string>;
  readonly create_date: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly path: Ref<string>;
  readonly role: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly unique_id: Ref<string>;
}

interface IamOpenidConnectProvider {
  readonly client_id_list: Value<readonly Value<string>[]>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly thumbprint_list?: Value<readonly Value<string>[]> | undefined;
  readonly url: Value<string>;
}

interface IamOpenidConnectProviderOutputs {
  readonly arn: Ref<string>;
  readonly client_id_list: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly thumbprint_list: RefList<Ref<string>>;
  readonly url: Ref<string>;
}

interface IamPolicy {
  readonly description?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly path?: Value<string> | undefined;
  readonly policy: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface IamPolicyOutputs {
  readonly arn: Ref<string>;
  readonly attachment_count: Ref<number>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly path: Ref<string>;
  readonly policy: Ref<string>;
  readonly policy_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface IamRole {
  readonly assume_role_policy: Value<string>;
  readonly description?: Value<string> | undefined;
  readonly force_detach_policies?: Value<boolean> | undefined;
  readonly max_session_duration?: Value<number> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly path?: Value<string> | undefined;
  readonly permissions_boundary?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface IamRoleOutputs {
  readonly arn: Ref<string>;
  readonly assume_role_policy: Ref<string>;
  readonly create_date: Ref<string>;
  readonly description: Ref<string>;
  readonly force_detach_policies: Ref<boolean>;
  readonly id: Ref<string>;
  readonly max_session_duration: Ref<number>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly path: Ref<string>;
  readonly permissions_boundary: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly unique_id: Ref<string>;
}

interface IamRolePolicy {
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly policy: Value<string>;
  readonly role: Value<string>;
}

interface IamRolePolicyOutputs {
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly policy: Ref<string>;
  readonly role: Ref<string>;
}

interface IamRolePolicyAttachment {
  readonly policy_arn: Value<string>;
  readonly role: Value<string>;
}

interface IamRolePolicyAttachmentOutputs {
  readonly id: Ref<string>;
  readonly policy_arn: Ref<string>;
  readonly role: Ref<string>;
}

interface IamServiceLinkedRole {
  readonly aws_service_name: Value<string>;
  readonly custom_suffix?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface IamServiceLinkedRoleOutputs {
  readonly arn: Ref<string>;
  readonly aws_service_name: Ref<string>;
  readonly create_date: Ref<string>;
  readonly custom_suffix: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly path: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly unique_id: Ref<string>;
}

interface InternetGateway {
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface InternetGatewayOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface KmsAlias {
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly target_key_id: Value<string>;
}

interface KmsAliasOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly target_key_arn: Ref<string>;
  readonly target_key_id: Ref<string>;
}

interface KmsKey {
  readonly bypass_policy_lockout_safety_check?: Value<boolean> | undefined;
  readonly custom_key_store_id?: Value<string> | undefined;
  readonly customer_master_key_spec?: Value<string> | undefined;
  readonly deletion_window_in_days?: Value<number> | undefined;
  readonly description?: Value<string> | undefined;
  readonly enable_key_rotation?: Value<boolean> | undefined;
  readonly is_enabled?: Value<boolean> | undefined;
  readonly key_usage?: "SIGN_VERIFY" | "ENCRYPT_DECRYPT" | "GENERATE_VERIFY_MAC" | "KEY_AGREEMENT" | Ref<string> | undefined;
  readonly multi_region?: Value<boolean> | undefined;
  readonly policy?: Value<string> | undefined;
  readonly rotation_period_in_days?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly xks_key_id?: Value<string> | undefined;
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
}

interface KmsKeyOutputs {
  readonly arn: Ref<string>;
  readonly bypass_policy_lockout_safety_check: Ref<boolean>;
  readonly custom_key_store_id: Ref<string>;
  readonly customer_master_key_spec: Ref<string>;
  readonly deletion_window_in_days: Ref<number>;
  readonly description: Ref<string>;
  readonly enable_key_rotation: Ref<boolean>;
  readonly id: Ref<string>;
  readonly is_enabled: Ref<boolean>;
  readonly key_id: Ref<string>;
  readonly key_usage: Ref<string>;
  readonly multi_region: Ref<boolean>;
  readonly policy: Ref<string>;
  readonly rotation_period_in_days: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly xks_key_id: Ref<string>;
}

interface DeadLetterConfig2 {
  readonly target_arn: Value<string>;
}

interface Environment2 {
  readonly variables?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface EphemeralStorage {
  readonly size?: Value<number> | undefined;
}

interface FileSystemConfig {
  readonly arn: Value<string>;
  readonly local_mount_path: Value<string>;
}

interface ImageConfig {
  readonly command?: Value<readonly Value<string>[]> | undefined;
  readonly entry_point?: Value<readonly Value<string>[]> | undefined;
  readonly working_directory?: Value<string> | undefined;
}

interface LoggingConfig2 {
  readonly application_log_level?: Value<string> | undefined;
  readonly log_format: Value<string>;
  readonly log_group?: Value<string> | undefined;
  readonly system_log_level?: Value<string> | undefined;
}

interface SnapStart {
  readonly apply_on: Value<string>;
}

interface TracingConfig {
  readonly mode: Value<string>;
}

interface VpcConfig3 {
  readonly ipv6_allowed_for_dual_stack?: Value<boolean> | undefined;
  readonly security_group_ids: Value<readonly Value<string>[]>;
  readonly subnet_ids: Value<readonly Value<string>[]>;
}

interface LambdaFunction {
  readonly architectures?: Value<readonly Value<string>[]> | undefined;
  readonly code_signing_config_arn?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly filename?: Value<string> | undefined;
  readonly function_name: Value<string>;
  readonly handler?: Value<string> | undefined;
  readonly image_uri?: Value<string> | undefined;
  readonly kms_key_arn?: Value<string> | undefined;
  readonly layers?: Value<readonly Value<string>[]> | undefined;
  readonly memory_size?: Value<number> | undefined;
  readonly package_type?: Value<string> | undefined;
  readonly publish?: Value<boolean> | undefined;
  readonly replace_security_groups_on_destroy?: Value<boolean> | undefined;
  readonly replacement_security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly reserved_concurrent_executions?: Value<number> | undefined;
  readonly role: Value<string>;
  readonly runtime?: Value<string> | undefined;
  readonly s3_bucket?: Value<string> | undefined;
  readonly s3_key?: Value<string> | undefined;
  readonly s3_object_version?: Value<string> | undefined;
  readonly skip_destroy?: Value<boolean> | undefined;
  readonly source_code_hash?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeout?: Value<number> | undefined;
  readonly dead_letter_config?: DeadLetterConfig2 | readonly DeadLetterConfig2[] | undefined;
  readonly environment?: Environment2 | readonly Environment2[] | undefined;
  readonly ephemeral_storage?: EphemeralStorage | readonly EphemeralStorage[] | undefined;
  readonly file_system_config?: FileSystemConfig | readonly FileSystemConfig[] | undefined;
  readonly image_config?: ImageConfig | readonly ImageConfig[] | undefined;
  readonly logging_config?: LoggingConfig2 | readonly LoggingConfig2[] | undefined;
  readonly snap_start?: SnapStart | readonly SnapStart[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
  readonly tracing_config?: TracingConfig | readonly TracingConfig[] | undefined;
  readonly vpc_config?: VpcConfig3 | readonly VpcConfig3[] | undefined;
}

interface DeadLetterConfigOutputs2 {
  readonly target_arn: Ref<string>;
}

interface EnvironmentOutputs2 {
  readonly variables: RefMap<string>;
}

interface EphemeralStorageOutputs {
  readonly size: Ref<number>;
}

interface FileSystemConfigOutputs {
  readonly arn: Ref<string>;
  readonly local_mount_path: Ref<string>;
}

interface ImageConfigOutputs {
  readonly command: RefList<Ref<string>>;
  readonly entry_point: RefList<Ref<string>>;
  readonly working_directory: Ref<string>;
}

interface LoggingConfigOutputs2 {
  readonly application_log_level: Ref<string>;
  readonly log_format: Ref<string>;
  readonly log_group: Ref<string>;
  readonly system_log_level: Ref<string>;
}

interface SnapStartOutputs {
  readonly apply_on: Ref<string>;
  readonly optimization_status: Ref<string>;
}

interface VpcConfigOutputs3 {
  readonly ipv6_allowed_for_dual_stack: Ref<boolean>;
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly vpc_id: Ref<string>;
}

interface LambdaFunctionOutputs {
  readonly architectures: RefList<Ref<string>>;
  readonly arn: Ref<string>;
  readonly code_sha256: Ref<string>;
  readonly code_signing_config_arn: Ref<string>;
  readonly description: Ref<string>;
  readonly filename: Ref<string>;
  readonly function_name: Ref<string>;
  readonly handler: Ref<string>;
  readonly id: Ref<string>;
  readonly image_uri: Ref<string>;
  readonly invoke_arn: Ref<string>;
  readonly kms_key_arn: Ref<string>;
  readonly last_modified: Ref<string>;
  readonly layers: RefList<Ref<string>>;
  readonly memory_size: Ref<number>;
  readonly package_type: Ref<string>;
  readonly publish: Ref<boolean>;
  readonly qualified_arn: Ref<string>;
  readonly qualified_invoke_arn: Ref<string>;
  readonly replace_security_groups_on_destroy: Ref<boolean>;
  readonly replacement_security_group_ids: RefSet<Ref<string>>;
  readonly reserved_concurrent_executions: Ref<number>;
  readonly role: Ref<string>;
  readonly runtime: Ref<string>;
  readonly s3_bucket: Ref<string>;
  readonly s3_key: Ref<string>;
  readonly s3_object_version: Ref<string>;
  readonly signing_job_arn: Ref<string>;
  readonly signing_profile_version_arn: Ref<string>;
  readonly skip_destroy: Ref<boolean>;
  readonly source_code_hash: Ref<string>;
  readonly source_code_size: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly timeout: Ref<number>;
  readonly version: Ref<string>;
  readonly dead_letter_config: RefList<DeadLetterConfigOutputs2>;
  readonly environment: RefList<EnvironmentOutputs2>;
  readonly ephemeral_storage: RefList<EphemeralStorageOutputs>;
  readonly file_system_config: RefList<FileSystemConfigOutputs>;
  readonly image_config: RefList<ImageConfigOutputs>;
  readonly logging_config: RefList<LoggingConfigOutputs2>;
  readonly snap_start: RefList<SnapStartOutputs>;
  readonly tracing_config: RefList<EvaluationModeOutputs>;
  readonly vpc_config: RefList<VpcConfigOutputs3>;
}

interface LambdaPermission {
  readonly action: Value<string>;
  readonly event_source_token?: Value<string> | undefined;
  readonly function_name: Value<string>;
  readonly function_url_auth_type?: Value<string> | undefined;
  readonly principal: Value<string>;
  readonly principal_org_id?: Value<string> | undefined;
  readonly qualifier?: Value<string> | undefined;
  readonly source_account?: Value<string> | undefined;
  readonly source_arn?: Value<string> | undefined;
  readonly statement_id?: Value<string> | undefined;
  readonly statement_id_prefix?: Value<string> | undefined;
}

interface LambdaPermissionOutputs {
  readonly action: Ref<string>;
  readonly event_source_token: Ref<string>;
  readonly function_name: Ref<string>;
  readonly function_url_auth_type: Ref<string>;
  readonly id: Ref<string>;
  readonly principal: Ref<string>;
  readonly principal_org_id: Ref<string>;
  readonly qualifier: Ref<string>;
  readonly source_account: Ref<string>;
  readonly source_arn: Ref<string>;
  readonly statement_id: Ref<string>;
  readonly statement_id_prefix: Ref<string>;
}

interface Ebs {
  readonly delete_on_termination?: Value<string> | undefined;
  readonly encrypted?: Value<string> | undefined;
  readonly iops?: Value<number> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly snapshot_id?: Value<string> | undefined;
  readonly throughput?: Value<number> | undefined;
  readonly volume_initialization_rate?: Value<number> | undefined;
  readonly volume_size?: Value<number> | undefined;
  readonly volume_type?: Value<string> | undefined;
}

interface BlockDeviceMappings {
  readonly device_name?: Value<string> | undefined;
  readonly no_device?: Value<string> | undefined;
  readonly virtual_name?: Value<string> | undefined;
  readonly ebs?: Ebs | readonly Ebs[] | undefined;
}

interface CapacityReservationTarget2 {
  readonly capacity_reservation_id?: Value<string> | undefined;
  readonly capacity_reservation_resource_group_arn?: Value<string> | undefined;
}

interface CapacityReservationSpecification2 {
  readonly capacity_reservation_preference?: Value<string> | undefined;
  readonly capacity_reservation_target?: CapacityReservationTarget2 | readonly CapacityReservationTarget2[] | undefined;
}

interface CpuOptions {
  readonly amd_sev_snp?: Value<string> | undefined;
  readonly core_count?: Value<number> | undefined;
  readonly threads_per_core?: Value<number> | undefined;
}

interface CreditSpecification {
  readonly cpu_credits?: Value<string> | undefined;
}

interface HibernationOptions {
  readonly configured: Value<boolean>;
}

interface IamInstanceProfile2 {
  readonly arn?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
}

interface SpotOptions {
  readonly block_duration_minutes?: Value<number> | undefined;
  readonly instance_interruption_behavior?: Value<string> | undefined;
  readonly max_price?: Value<string> | undefined;
  readonly spot_instance_type?: Value<string> | undefined;
  readonly valid_until?: Value<string> | undefined;
}

interface InstanceMarketOptions {
  readonly market_type?: Value<string> | undefined;
  readonly spot_options?: SpotOptions | readonly SpotOptions[] | undefined;
}

interface MemoryMib {
  readonly max?: Value<number> | undefined;
  readonly min: Value<number>;
}

interface InstanceRequirements2 {
  readonly accelerator_manufacturers?: Value<readonly Value<string>[]> | undefined;
  readonly accelerator_names?: Value<readonly Value<string>[]> | undefined;
  readonly accelerator_types?: Value<readonly Value<string>[]> | undefined;
  readonly allowed_instance_types?: Value<readonly Value<string>[]> | undefined;
  readonly bare_metal?: Value<string> | undefined;
  readonly burstable_performance?: Value<string> | undefined;
  readonly cpu_manufacturers?: Value<readonly Value<string>[]> | undefined;
  readonly excluded_instance_types?: Value<readonly Value<string>[]> | undefined;
  readonly instance_generations?: Value<readonly Value<string>[]> | undefined;
  readonly local_storage?: Value<string> | undefined;
  readonly local_storage_types?: Value<readonly Value<string>[]> | undefined;
  readonly max_spot_price_as_percentage_of_optimal_on_demand_price?: Value<number> | undefined;
  readonly on_demand_max_price_percentage_over_lowest_price?: Value<number> | undefined;
  readonly require_hibernate_support?: Value<boolean> | undefined;
  readonly spot_max_price_percentage_over_lowest_price?: Value<number> | undefined;
  readonly accelerator_count?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly accelerator_total_memory_mib?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly baseline_ebs_bandwidth_mbps?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly memory_gib_per_vcpu?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly memory_mib: MemoryMib | readonly MemoryMib[];
  readonly network_bandwidth_gbps?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly network_interface_count?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly total_local_storage_gb?: AcceleratorCount | readonly AcceleratorCount[] | undefined;
  readonly vcpu_count: MemoryMib | readonly MemoryMib[];
}

interface LicenseSpecification {
  readonly license_configuration_arn: Value<string>;
}

interface MaintenanceOptions {
  readonly auto_recovery?: Value<string> | undefined;
}

interface MetadataOptions {
  readonly http_endpoint?: Value<string> | undefined;
  readonly http_protocol_ipv6?: Value<string> | undefined;
  readonly http_put_response_hop_limit?: Value<number> | undefined;
  readonly http_tokens?: "optional" | "required" | Ref<string> | undefined;
  readonly instance_metadata_tags?: Value<string> | undefined;
}

interface ConnectionTrackingSpecification {
  readonly tcp_established_timeout?: Value<number> | undefined;
  readonly udp_stream_timeout?: Value<number> | undefined;
  readonly udp_timeout?: Value<number> | undefined;
}

interface EnaSrdUdpSpecification {
  readonly ena_srd_udp_enabled?: Value<boolean> | undefined;
}

interface EnaSrdSpecification {
  readonly ena_srd_enabled?: Value<boolean> | undefined;
  readonly ena_srd_udp_specification?: EnaSrdUdpSpecification | readonly EnaSrdUdpSpecification[] | undefined;
}

interface NetworkInterfaces {
  readonly associate_carrier_ip_address?: Value<string> | undefined;
  readonly associate_public_ip_address?: Value<string> | undefined;
  readonly delete_on_termination?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly device_index?: Value<number> | undefined;
  readonly interface_type?: Value<string> | undefined;
  readonly ipv4_address_count?: Value<number> | undefined;
  readonly ipv4_addresses?: Value<readonly Value<string>[]> | undefined;
  readonly ipv4_prefix_count?: Value<number> | undefined;
  readonly ipv4_prefixes?: Value<readonly Value<string>[]> | undefined;
  readonly ipv6_address_count?: Value<number> | undefined;
  readonly ipv6_addresses?: Value<readonly Value<string>[]> | undefined;
  readonly ipv6_prefix_count?: Value<number> | undefined;
  readonly ipv6_prefixes?: Value<readonly Value<string>[]> | undefined;
  readonly network_card_index?: Value<number> | undefined;
  readonly network_interface_id?: Value<string> | undefined;
  readonly primary_ipv6?: Value<string> | undefined;
  readonly private_ip_address?: Value<string> | undefined;
  readonly security_groups?: Value<readonly Value<string>[]> | undefined;
  readonly subnet_id?: Value<string> | undefined;
  readonly connection_tracking_specification?: ConnectionTrackingSpecification | readonly ConnectionTrackingSpecification[] | undefined;
  readonly ena_srd_specification?: EnaSrdSpecification | readonly EnaSrdSpecification[] | undefined;
}

interface Placement {
  readonly affinity?: Value<string> | undefined;
  readonly availability_zone?: Value<string> | undefined;
  readonly group_name?: Value<string> | undefined;
  readonly host_id?: Value<string> | undefined;
  readonly host_resource_group_arn?: Value<string> | undefined;
  readonly partition_number?: Value<number> | undefined;
  readonly spread_domain?: Value<string> | undefined;
  readonly tenancy?: Value<string> | undefined;
}

interface PrivateDnsNameOptions {
  readonly enable_resource_name_dns_a_record?: Value<boolean> | undefined;
  readonly enable_resource_name_dns_aaaa_record?: Value<boolean> | undefined;
  readonly hostname_type?: Value<string> | undefined;
}

interface TagSpecifications {
  readonly resource_type?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface LaunchTemplate4 {
  readonly default_version?: Value<number> | undefined;
  readonly description?: Value<string> | undefined;
  readonly disable_api_stop?: Value<boolean> | undefined;
  readonly disable_api_termination?: Value<boolean> | undefined;
  readonly ebs_optimized?: Value<string> | undefined;
  readonly image_id?: Value<string> | undefined;
  readonly instance_initiated_shutdown_behavior?: Value<string> | undefined;
  readonly instance_type?: Value<string> | undefined;
  readonly kernel_id?: Value<string> | undefined;
  readonly key_name?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly ram_disk_id?: Value<string> | undefined;
  readonly security_group_names?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly update_default_version?: Value<boolean> | undefined;
  readonly user_data?: Value<string> | undefined;
  readonly vpc_security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly block_device_mappings?: BlockDeviceMappings | readonly BlockDeviceMappings[] | undefined;
  readonly capacity_reservation_specification?: CapacityReservationSpecification2 | readonly CapacityReservationSpecification2[] | undefined;
  readonly cpu_options?: CpuOptions | readonly CpuOptions[] | undefined;
  readonly credit_specification?: CreditSpecification | readonly CreditSpecification[] | undefined;
  readonly enclave_options?: GrpcConfig | readonly GrpcConfig[] | undefined;
  readonly hibernation_options?: HibernationOptions | readonly HibernationOptions[] | undefined;
  readonly iam_instance_profile?: IamInstanceProfile2 | readonly IamInstanceProfile2[] | undefined;
  readonly instance_market_options?: InstanceMarketOptions | readonly InstanceMarketOptions[] | undefined;
  readonly instance_requirements?: InstanceRequirements2 | readonly InstanceRequirements2[] | undefined;
  readonly license_specification?: LicenseSpecification | readonly LicenseSpecification[] | undefined;
  readonly maintenance_options?: MaintenanceOptions | readonly MaintenanceOptions[] | undefined;
  readonly metadata_options?: MetadataOptions | readonly MetadataOptions[] | undefined;
  readonly monitoring?: GrpcConfig | readonly GrpcConfig[] | undefined;
  readonly network_interfaces?: NetworkInterfaces | readonly NetworkInterfaces[] | undefined;
  readonly placement?: Placement | readonly Placement[] | undefined;
  readonly private_dns_name_options?: PrivateDnsNameOptions | readonly PrivateDnsNameOptions[] | undefined;
  readonly tag_specifications?: TagSpecifications | readonly TagSpecifications[] | undefined;
}

interface EbsOutputs {
  readonly delete_on_termination: Ref<string>;
  readonly encrypted: Ref<string>;
  readonly iops: Ref<number>;
  readonly kms_key_id: Ref<string>;
  readonly snapshot_id: Ref<string>;
  readonly throughput: Ref<number>;
  readonly volume_initialization_rate: Ref<number>;
  readonly volume_size: Ref<number>;
  readonly volume_type: Ref<string>;
}

interface BlockDeviceMappingsOutputs {
  readonly device_name: Ref<string>;
  readonly no_device: Ref<string>;
  readonly virtual_name: Ref<string>;
  readonly ebs: RefList<EbsOutputs>;
}

interface CapacityReservationTargetOutputs2 {
  readonly capacity_reservation_id: Ref<string>;
  readonly capacity_reservation_resource_group_arn: Ref<string>;
}

interface CapacityReservationSpecificationOutputs2 {
  readonly capacity_reservation_preference: Ref<string>;
  readonly capacity_reservation_target: RefList<CapacityReservationTargetOutputs2>;
}

interface CpuOptionsOutputs {
  readonly amd_sev_snp: Ref<string>;
  readonly core_count: Ref<number>;
  readonly threads_per_core: Ref<number>;
}

interface CreditSpecificationOutputs {
  readonly cpu_credits: Ref<string>;
}

interface HibernationOptionsOutputs {
  readonly configured: Ref<boolean>;
}

interface IamInstanceProfileOutputs2 {
  readonly arn: Ref<string>;
  readonly name: Ref<string>;
}

interface SpotOptionsOutputs {
  readonly block_duration_minutes: Ref<number>;
  readonly instance_interruption_behavior: Ref<string>;
  readonly max_price: Ref<string>;
  readonly spot_instance_type: Ref<string>;
  readonly valid_until: Ref<string>;
}

interface InstanceMarketOptionsOutputs {
  readonly market_type: Ref<string>;
  readonly spot_options: RefList<SpotOptionsOutputs>;
}

interface LicenseSpecificationOutputs {
  readonly license_configuration_arn: Ref<string>;
}

interface MaintenanceOptionsOutputs {
  readonly auto_recovery: Ref<string>;
}

interface MetadataOptionsOutputs {
  readonly http_endpoint: Ref<string>;
  readonly http_protocol_ipv6: Ref<string>;
  readonly http_put_response_hop_limit: Ref<number>;
  readonly http_tokens: Ref<string>;
  readonly instance_metadata_tags: Ref<string>;
}

interface ConnectionTrackingSpecificationOutputs {
  readonly tcp_established_timeout: Ref<number>;
  readonly udp_stream_timeout: Ref<number>;
  readonly udp_timeout: Ref<number>;
}

interface EnaSrdUdpSpecificationOutputs {
  readonly ena_srd_udp_enabled: Ref<boolean>;
}

interface EnaSrdSpecificationOutputs {
  readonly ena_srd_enabled: Ref<boolean>;
  readonly ena_srd_udp_specification: RefList<EnaSrdUdpSpecificationOutputs>;
}

interface NetworkInterfacesOutputs {
  readonly associate_carrier_ip_address: Ref<string>;
  readonly associate_public_ip_address: Ref<string>;
  readonly delete_on_termination: Ref<string>;
  readonly description: Ref<string>;
  readonly device_index: Ref<number>;
  readonly interface_type: Ref<string>;
  readonly ipv4_address_count: Ref<number>;
  readonly ipv4_addresses: RefSet<Ref<string>>;
  readonly ipv4_prefix_count: Ref<number>;
  readonly ipv4_prefixes: RefSet<Ref<string>>;
  readonly ipv6_address_count: Ref<number>;
  readonly ipv6_addresses: RefSet<Ref<string>>;
  readonly ipv6_prefix_count: Ref<number>;
  readonly ipv6_prefixes: RefSet<Ref<string>>;
  readonly network_card_index: Ref<number>;
  readonly network_interface_id: Ref<string>;
  readonly primary_ipv6: Ref<string>;
  readonly private_ip_address: Ref<string>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly subnet_id: Ref<string>;
  readonly connection_tracking_specification: RefList<ConnectionTrackingSpecificationOutputs>;
  readonly ena_srd_specification: RefList<EnaSrdSpecificationOutputs>;
}

interface PlacementOutputs {
  readonly affinity: Ref<string>;
  readonly availability_zone: Ref<string>;
  readonly group_name: Ref<string>;
  readonly host_id: Ref<string>;
  readonly host_resource_group_arn: Ref<string>;
  readonly partition_number: Ref<number>;
  readonly spread_domain: Ref<string>;
  readonly tenancy: Ref<string>;
}

interface PrivateDnsNameOptionsOutputs {
  readonly enable_resource_name_dns_a_record: Ref<boolean>;
  readonly enable_resource_name_dns_aaaa_record: Ref<boolean>;
  readonly hostname_type: Ref<string>;
}

interface TagSpecificationsOutputs {
  readonly resource_type: Ref<string>;
  readonly tags: RefMap<string>;
}

interface LaunchTemplateOutputs3 {
  readonly arn: Ref<string>;
  readonly default_version: Ref<number>;
  readonly description: Ref<string>;
  readonly disable_api_stop: Ref<boolean>;
  readonly disable_api_termination: Ref<boolean>;
  readonly ebs_optimized: Ref<string>;
  readonly id: Ref<string>;
  readonly image_id: Ref<string>;
  readonly instance_initiated_shutdown_behavior: Ref<string>;
  readonly instance_type: Ref<string>;
  readonly kernel_id: Ref<string>;
  readonly key_name: Ref<string>;
  readonly latest_version: Ref<number>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly ram_disk_id: Ref<string>;
  readonly security_group_names: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly update_default_version: Ref<boolean>;
  readonly user_data: Ref<string>;
  readonly vpc_security_group_ids: RefSet<Ref<string>>;
  readonly block_device_mappings: RefList<BlockDeviceMappingsOutputs>;
  readonly capacity_reservation_specification: RefList<CapacityReservationSpecificationOutputs2>;
  readonly cpu_options: RefList<CpuOptionsOutputs>;
  readonly credit_specification: RefList<CreditSpecificationOutputs>;
  readonly enclave_options: RefList<GrpcConfigOutputs>;
  readonly hibernation_options: RefList<HibernationOptionsOutputs>;
  readonly iam_instance_profile: RefList<IamInstanceProfileOutputs2>;
  readonly instance_market_options: RefList<InstanceMarketOptionsOutputs>;
  readonly instance_requirements: RefList<InstanceRequirementsOutputs>;
  readonly license_specification: RefSet<LicenseSpecificationOutputs>;
  readonly maintenance_options: RefList<MaintenanceOptionsOutputs>;
  readonly metadata_options: RefList<MetadataOptionsOutputs>;
  readonly monitoring: RefList<GrpcConfigOutputs>;
  readonly network_interfaces: RefList<NetworkInterfacesOutputs>;
  readonly placement: RefList<PlacementOutputs>;
  readonly private_dns_name_options: RefList<PrivateDnsNameOptionsOutputs>;
  readonly tag_specifications: RefList<TagSpecificationsOutputs>;
}

interface AccessLogs {
  readonly bucket: Value<string>;
  readonly enabled?: Value<boolean> | undefined;
  readonly prefix?: Value<string> | undefined;
}

interface IpamPools {
  readonly ipv4_ipam_pool_id: Value<string>;
}

interface MinimumLoadBalancerCapacity {
  readonly capacity_units: Value<number>;
}

interface SubnetMapping {
  readonly allocation_id?: Value<string> | undefined;
  readonly ipv6_address?: Value<string> | undefined;
  readonly private_ipv4_address?: Value<string> | undefined;
  readonly subnet_id: Value<string>;
}

interface Lb {
  readonly client_keep_alive?: Value<number> | undefined;
  readonly customer_owned_ipv4_pool?: Value<string> | undefined;
  readonly desync_mitigation_mode?: Value<string> | undefined;
  readonly dns_record_client_routing_policy?: Value<string> | undefined;
  readonly drop_invalid_header_fields?: Value<boolean> | undefined;
  readonly enable_cross_zone_load_balancing?: Value<boolean> | undefined;
  readonly enable_deletion_protection?: Value<boolean> | undefined;
  readonly enable_http2?: Value<boolean> | undefined;
  readonly enable_tls_version_and_cipher_suite_headers?: Value<boolean> | undefined;
  readonly enable_waf_fail_open?: Value<boolean> | undefined;
  readonly enable_xff_client_port?: Value<boolean> | undefined;
  readonly enable_zonal_shift?: Value<boolean> | undefined;
  readonly enforce_security_group_inbound_rules_on_private_link_traffic?: Value<string> | undefined;
  readonly idle_timeout?: Value<number> | undefined;
  readonly internal?: Value<boolean> | undefined;
  readonly ip_address_type?: Value<string> | undefined;
  readonly load_balancer_type?: "application" | "network" | "gateway" | Ref<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly preserve_host_header?: Value<boolean> | undefined;
  readonly security_groups?: Value<readonly Value<string>[]> | undefined;
  readonly subnets?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly xff_header_processing_mode?: Value<string> | undefined;
  readonly access_logs?: AccessLogs | readonly AccessLogs[] | undefined;
  readonly connection_logs?: AccessLogs | readonly AccessLogs[] | undefined;
  readonly ipam_pools?: IpamPools | readonly IpamPools[] | undefined;
  readonly minimum_load_balancer_capacity?: MinimumLoadBalancerCapacity | readonly MinimumLoadBalancerCapacity[] | undefined;
  readonly subnet_mapping?: SubnetMapping | readonly SubnetMapping[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface AccessLogsOutputs {
  readonly bucket: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly prefix: Ref<string>;
}

interface IpamPoolsOutputs {
  readonly ipv4_ipam_pool_id: Ref<string>;
}

interface MinimumLoadBalancerCapacityOutputs {
  readonly capacity_units: Ref<number>;
}

interface SubnetMappingOutputs {
  readonly allocation_id: Ref<string>;
  readonly ipv6_address: Ref<string>;
  readonly outpost_id: Ref<string>;
  readonly private_ipv4_address: Ref<string>;
  readonly subnet_id: Ref<string>;
}

interface LbOutputs {
  readonly arn: Ref<string>;
  readonly arn_suffix: Ref<string>;
  readonly client_keep_alive: Ref<number>;
  readonly customer_owned_ipv4_pool: Ref<string>;
  readonly desync_mitigation_mode: Ref<string>;
  readonly dns_name: Ref<string>;
  readonly dns_record_client_routing_policy: Ref<string>;
  readonly drop_invalid_header_fields: Ref<boolean>;
  readonly enable_cross_zone_load_balancing: Ref<boolean>;
  readonly enable_deletion_protection: Ref<boolean>;
  readonly enable_http2: Ref<boolean>;
  readonly enable_tls_version_and_cipher_suite_headers: Ref<boolean>;
  readonly enable_waf_fail_open: Ref<boolean>;
  readonly enable_xff_client_port: Ref<boolean>;
  readonly enable_zonal_shift: Ref<boolean>;
  readonly enforce_security_group_inbound_rules_on_private_link_traffic: Ref<string>;
  readonly id: Ref<string>;
  readonly idle_timeout: Ref<number>;
  readonly internal: Ref<boolean>;
  readonly ip_address_type: Ref<string>;
  readonly load_balancer_type: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly preserve_host_header: Ref<boolean>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly subnets: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly xff_header_processing_mode: Ref<string>;
  readonly zone_id: Ref<string>;
  readonly access_logs: RefList<AccessLogsOutputs>;
  readonly connection_logs: RefList<AccessLogsOutputs>;
  readonly ipam_pools: RefList<IpamPoolsOutputs>;
  readonly minimum_load_balancer_capacity: RefList<MinimumLoadBalancerCapacityOutputs>;
  readonly subnet_mapping: RefSet<SubnetMappingOutputs>;
}

interface AuthenticateCognito {
  readonly authentication_request_extra_params?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly on_unauthenticated_request?: Value<string> | undefined;
  readonly scope?: Value<string> | undefined;
  readonly session_cookie_name?: Value<string> | undefined;
  readonly session_timeout?: Value<number> | undefined;
  readonly user_pool_arn: Value<string>;
  readonly user_pool_client_id: Value<string>;
  readonly user_pool_domain: Value<string>;
}

interface AuthenticateOidc {
  readonly authentication_request_extra_params?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly authorization_endpoint: Value<string>;
  readonly client_id: Value<string>;
  readonly client_secret: Ref<string>;
  readonly issuer: Value<string>;
  readonly on_unauthenticated_request?: Value<string> | undefined;
  readonly scope?: Value<string> | undefined;
  readonly session_cookie_name?: Value<string> | undefined;
  readonly session_timeout?: Value<number> | undefined;
  readonly token_endpoint: Value<string>;
  readonly user_info_endpoint: Value<string>;
}

interface FixedResponse {
  readonly content_type: Value<string>;
  readonly message_body?: Value<string> | undefined;
  readonly status_code?: Value<string> | undefined;
}

interface Stickiness {
  readonly duration: Value<number>;
  readonly enabled?: Value<boolean> | undefined;
}

interface TargetGroup {
  readonly arn: Value<string>;
  readonly weight?: Value<number> | undefined;
}

interface Forward {
  readonly stickiness?: Stickiness | readonly Stickiness[] | undefined;
  readonly target_group: TargetGroup | readonly TargetGroup[];
}

interface Redirect {
  readonly host?: Value<string> | undefined;
  readonly path?: Value<string> | undefined;
  readonly port?: Value<string> | undefined;
  readonly protocol?: Value<string> | undefined;
  readonly query?: Value<string> | undefined;
  readonly status_code: Value<string>;
}

interface DefaultAction {
  readonly order?: Value<number> | undefined;
  readonly target_group_arn?: Value<string> | undefined;
  readonly type: "forward" | "authenticate-oidc" | "authenticate-cognito" | "redirect" | "fixed-response" | Ref<string>;
  readonly authenticate_cognito?: AuthenticateCognito | readonly AuthenticateCognito[] | undefined;
  readonly authenticate_oidc?: AuthenticateOidc | readonly AuthenticateOidc[] | undefined;
  readonly fixed_response?: FixedResponse | readonly FixedResponse[] | undefined;
  readonly forward?: Forward | readonly Forward[] | undefined;
  readonly redirect?: Redirect | readonly Redirect[] | undefined;
}

interface MutualAuthentication {
  readonly advertise_trust_store_ca_names?: Value<string> | undefined;
  readonly ignore_client_certificate_expiry?: Value<boolean> | undefined;
  readonly mode: Value<string>;
  readonly trust_store_arn?: Value<string> | undefined;
}

interface LbListener {
  readonly alpn_policy?: Value<string> | undefined;
  readonly certificate_arn?: Value<string> | undefined;
  readonly load_balancer_arn: Value<string>;
  readonly port?: Value<number> | undefined;
  readonly protocol?: "HTTP" | "HTTPS" | "TCP" | "TLS" | "UDP" | "TCP_UDP" | "GENEVE" | Ref<string> | undefined;
  readonly routing_http_request_x_amzn_mtls_clientcert_header_name?: Value<string> | undefined;
  readonly routing_http_request_x_amzn_mtls_clientcert_issuer_header_name?: Value<string> | undefined;
  readonly routing_http_request_x_amzn_mtls_clientcert_leaf_header_name?: Value<string> | undefined;
  readonly routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name?: Value<string> | undefined;
  readonly routing_http_request_x_amzn_mtls_clientcert_subject_header_name?: Value<string> | undefined;
  readonly routing_http_request_x_amzn_mtls_clientcert_validity_header_name?: Value<string> | undefined;
  readonly routing_http_request_x_amzn_tls_cipher_suite_header_name?: Value<string> | undefined;
  readonly routing_http_request_x_amzn_tls_version_header_name?: Value<string> | undefined;
  readonly routing_http_response_access_control_allow_credentials_header_value?: Value<string> | undefined;
  readonly routing_http_response_access_control_allow_headers_header_value?: Value<string> | undefined;
  readonly routing_http_response_access_control_allow_methods_header_value?: Value<string> | undefined;
  readonly routing_http_response_access_control_allow_origin_header_value?: Value<string> | undefined;
  readonly routing_http_response_access_control_expose_headers_header_value?: Value<string> | undefined;
  readonly routing_http_response_access_control_max_age_header_value?: Value<string> | undefined;
  readonly routing_http_response_content_security_policy_header_value?: Value<string> | undefined;
  readonly routing_http_response_server_enabled?: Value<boolean> | undefined;
  readonly routing_http_response_strict_transport_security_header_value?: Value<string> | undefined;
  readonly routing_http_response_x_content_type_options_header_value?: Value<string> | undefined;
  readonly routing_http_response_x_frame_options_header_value?: Value<string> | undefined;
  readonly ssl_policy?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly tcp_idle_timeout_seconds?: Value<number> | undefined;
  readonly default_action: DefaultAction | readonly DefaultAction[];
  readonly mutual_authentication?: MutualAuthentication | readonly MutualAuthentication[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface AuthenticateCognitoOutputs {
  readonly authentication_request_extra_params: RefMap<string>;
  readonly on_unauthenticated_request: Ref<string>;
  readonly scope: Ref<string>;
  readonly session_cookie_name: Ref<string>;
  readonly session_timeout: Ref<number>;
  readonly user_pool_arn: Ref<string>;
  readonly user_pool_client_id: Ref<string>;
  readonly user_pool_domain: Ref<string>;
}

interface AuthenticateOidcOutputs {
  readonly authentication_request_extra_params: RefMap<string>;
  readonly authorization_endpoint: Ref<string>;
  readonly client_id: Ref<string>;
  readonly client_secret: Ref<string>;
  readonly issuer: Ref<string>;
  readonly on_unauthenticated_request: Ref<string>;
  readonly scope: Ref<string>;
  readonly session_cookie_name: Ref<string>;
  readonly session_timeout: Ref<number>;
  readonly token_endpoint: Ref<string>;
  readonly user_info_endpoint: Ref<string>;
}

interface FixedResponseOutputs {
  readonly content_type: Ref<string>;
  readonly message_body: Ref<string>;
  readonly status_code: Ref<string>;
}

interface StickinessOutputs {
  readonly duration: Ref<number>;
  readonly enabled: Ref<boolean>;
}

interface TargetGroupOutputs {
  readonly arn: Ref<string>;
  readonly weight: Ref<number>;
}

interface ForwardOutputs {
  readonly stickiness: RefList<StickinessOutputs>;
  readonly target_group: RefSet<TargetGroupOutputs>;
}

interface RedirectOutputs {
  readonly host: Ref<string>;
  readonly path: Ref<string>;
  readonly port: Ref<string>;
  readonly protocol: Ref<string>;
  readonly query: Ref<string>;
  readonly status_code: Ref<string>;
}

interface DefaultActionOutputs {
  readonly order: Ref<number>;
  readonly target_group_arn: Ref<string>;
  readonly type: Ref<string>;
  readonly authenticate_cognito: RefList<AuthenticateCognitoOutputs>;
  readonly authenticate_oidc: RefList<AuthenticateOidcOutputs>;
  readonly fixed_response: RefList<FixedResponseOutputs>;
  readonly forward: RefList<ForwardOutputs>;
  readonly redirect: RefList<RedirectOutputs>;
}

interface MutualAuthenticationOutputs {
  readonly advertise_trust_store_ca_names: Ref<string>;
  readonly ignore_client_certificate_expiry: Ref<boolean>;
  readonly mode: Ref<string>;
  readonly trust_store_arn: Ref<string>;
}

interface LbListenerOutputs {
  readonly alpn_policy: Ref<string>;
  readonly arn: Ref<string>;
  readonly certificate_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly load_balancer_arn: Ref<string>;
  readonly port: Ref<number>;
  readonly protocol: Ref<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_header_name: Ref<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_issuer_header_name: Ref<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_leaf_header_name: Ref<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name: Ref<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_subject_header_name: Ref<string>;
  readonly routing_http_request_x_amzn_mtls_clientcert_validity_header_name: Ref<string>;
  readonly routing_http_request_x_amzn_tls_cipher_suite_header_name: Ref<string>;
  readonly routing_http_request_x_amzn_tls_version_header_name: Ref<string>;
  readonly routing_http_response_access_control_allow_credentials_header_value: Ref<string>;
  readonly routing_http_response_access_control_allow_headers_header_value: Ref<string>;
  readonly routing_http_response_access_control_allow_methods_header_value: Ref<string>;
  readonly routing_http_response_access_control_allow_origin_header_value: Ref<string>;
  readonly routing_http_response_access_control_expose_headers_header_value: Ref<string>;
  readonly routing_http_response_access_control_max_age_header_value: Ref<string>;
  readonly routing_http_response_content_security_policy_header_value: Ref<string>;
  readonly routing_http_response_server_enabled: Ref<boolean>;
  readonly routing_http_response_strict_transport_security_header_value: Ref<string>;
  readonly routing_http_response_x_content_type_options_header_value: Ref<string>;
  readonly routing_http_response_x_frame_options_header_value: Ref<string>;
  readonly ssl_policy: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly tcp_idle_timeout_seconds: Ref<number>;
  readonly default_action: RefList<DefaultActionOutputs>;
  readonly mutual_authentication: RefList<MutualAuthenticationOutputs>;
}

interface HostHeader {
  readonly values: Value<readonly Value<string>[]>;
}

interface HttpHeader {
  readonly http_header_name: Value<string>;
  readonly values: Value<readonly Value<string>[]>;
}

interface QueryString {
  readonly key?: Value<string> | undefined;
  readonly value: Value<string>;
}

interface Condition2 {
  readonly host_header?: HostHeader | readonly HostHeader[] | undefined;
  readonly http_header?: HttpHeader | readonly HttpHeader[] | undefined;
  readonly http_request_method?: HostHeader | readonly HostHeader[] | undefined;
  readonly path_pattern?: HostHeader | readonly HostHeader[] | undefined;
  readonly query_string?: QueryString | readonly QueryString[] | undefined;
  readonly source_ip?: HostHeader | readonly HostHeader[] | undefined;
}

interface LbListenerRule {
  readonly listener_arn: Value<string>;
  readonly priority?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly action: DefaultAction | readonly DefaultAction[];
  readonly condition: Condition2 | readonly Condition2[];
}

interface HostHeaderOutputs {
  readonly values: RefSet<Ref<string>>;
}

interface HttpHeaderOutputs {
  readonly http_header_name: Ref<string>;
  readonly values: RefSet<Ref<string>>;
}

interface ConditionOutputs2 {
  readonly host_header: RefList<HostHeaderOutputs>;
  readonly http_header: RefList<HttpHeaderOutputs>;
  readonly http_request_method: RefList<HostHeaderOutputs>;
  readonly path_pattern: RefList<HostHeaderOutputs>;
  readonly query_string: RefSet<StringEqualsOutputs>;
  readonly source_ip: RefList<HostHeaderOutputs>;
}

interface LbListenerRuleOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly listener_arn: Ref<string>;
  readonly priority: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly action: RefList<DefaultActionOutputs>;
  readonly condition: RefSet<ConditionOutputs2>;
}

interface HealthCheck {
  readonly enabled?: Value<boolean> | undefined;
  readonly healthy_threshold?: Value<number> | undefined;
  readonly interval?: Value<number> | undefined;
  readonly matcher?: Value<string> | undefined;
  readonly path?: Value<string> | undefined;
  readonly port?: Value<string> | undefined;
  readonly protocol?: Value<string> | undefined;
  readonly timeout?: Value<number> | undefined;
  readonly unhealthy_threshold?: Value<number> | undefined;
}

interface Stickiness2 {
  readonly cookie_duration?: Value<number> | undefined;
  readonly cookie_name?: Value<string> | undefined;
  readonly enabled?: Value<boolean> | undefined;
  readonly type: Value<string>;
}

interface TargetFailover {
  readonly on_deregistration: Value<string>;
  readonly on_unhealthy: Value<string>;
}

interface DnsFailover {
  readonly minimum_healthy_targets_count?: Value<string> | undefined;
  readonly minimum_healthy_targets_percentage?: Value<string> | undefined;
}

interface UnhealthyStateRouting {
  readonly minimum_healthy_targets_count?: Value<number> | undefined;
  readonly minimum_healthy_targets_percentage?: Value<string> | undefined;
}

interface TargetGroupHealth {
  readonly dns_failover?: DnsFailover | readonly DnsFailover[] | undefined;
  readonly unhealthy_state_routing?: UnhealthyStateRouting | readonly UnhealthyStateRouting[] | undefined;
}

interface TargetHealthState {
  readonly enable_unhealthy_connection_termination: Value<boolean>;
  readonly unhealthy_draining_interval?: Value<number> | undefined;
}

interface LbTargetGroup {
  readonly connection_termination?: Value<boolean> | undefined;
  readonly deregistration_delay?: Value<string> | undefined;
  readonly ip_address_type?: Value<string> | undefined;
  readonly lambda_multi_value_headers_enabled?: Value<boolean> | undefined;
  readonly load_balancing_algorithm_type?: Value<string> | undefined;
  readonly load_balancing_anomaly_mitigation?: Value<string> | undefined;
  readonly load_balancing_cross_zone_enabled?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly port?: Value<number> | undefined;
  readonly preserve_client_ip?: Value<string> | undefined;
  readonly protocol?: "HTTP" | "HTTPS" | "TCP" | "TLS" | "UDP" | "TCP_UDP" | "GENEVE" | Ref<string> | undefined;
  readonly protocol_version?: Value<string> | undefined;
  readonly proxy_protocol_v2?: Value<boolean> | undefined;
  readonly slow_start?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly target_type?: "instance" | "ip" | "lambda" | "alb" | Ref<string> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly health_check?: HealthCheck | readonly HealthCheck[] | undefined;
  readonly stickiness?: Stickiness2 | readonly Stickiness2[] | undefined;
  readonly target_failover?: TargetFailover | readonly TargetFailover[] | undefined;
  readonly target_group_health?: TargetGroupHealth | readonly TargetGroupHealth[] | undefined;
  readonly target_health_state?: TargetHealthState | readonly TargetHealthState[] | undefined;
}

interface HealthCheckOutputs {
  readonly enabled: Ref<boolean>;
  readonly healthy_threshold: Ref<number>;
  readonly interval: Ref<number>;
  readonly matcher: Ref<string>;
  readonly path: Ref<string>;
  readonly port: Ref<string>;
  readonly protocol: Ref<string>;
  readonly timeout: Ref<number>;
  readonly unhealthy_threshold: Ref<number>;
}

interface StickinessOutputs2 {
  readonly cookie_duration: Ref<number>;
  readonly cookie_name: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly type: Ref<string>;
}

interface TargetFailoverOutputs {
  readonly on_deregistration: Ref<string>;
  readonly on_unhealthy: Ref<string>;
}

interface DnsFailoverOutputs {
  readonly minimum_healthy_targets_count: Ref<string>;
  readonly minimum_healthy_targets_percentage: Ref<string>;
}

interface UnhealthyStateRoutingOutputs {
  readonly minimum_healthy_targets_count: Ref<number>;
  readonly minimum_healthy_targets_percentage: Ref<string>;
}

interface TargetGroupHealthOutputs {
  readonly dns_failover: RefList<DnsFailoverOutputs>;
  readonly unhealthy_state_routing: RefList<UnhealthyStateRoutingOutputs>;
}

interface TargetHealthStateOutputs {
  readonly enable_unhealthy_connection_termination: Ref<boolean>;
  readonly unhealthy_draining_interval: Ref<number>;
}

interface LbTargetGroupOutputs {
  readonly arn: Ref<string>;
  readonly arn_suffix: Ref<string>;
  readonly connection_termination: Ref<boolean>;
  readonly deregistration_delay: Ref<string>;
  readonly id: Ref<string>;
  readonly ip_address_type: Ref<string>;
  readonly lambda_multi_value_headers_enabled: Ref<boolean>;
  readonly load_balancer_arns: RefSet<Ref<string>>;
  readonly load_balancing_algorithm_type: Ref<string>;
  readonly load_balancing_anomaly_mitigation: Ref<string>;
  readonly load_balancing_cross_zone_enabled: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly port: Ref<number>;
  readonly preserve_client_ip: Ref<string>;
  readonly protocol: Ref<string>;
  readonly protocol_version: Ref<string>;
  readonly proxy_protocol_v2: Ref<boolean>;
  readonly slow_start: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly target_type: Ref<string>;
  readonly vpc_id: Ref<string>;
  readonly health_check: RefList<HealthCheckOutputs>;
  readonly stickiness: RefList<StickinessOutputs2>;
  readonly target_failover: RefList<TargetFailoverOutputs>;
  readonly target_group_health: RefList<TargetGroupHealthOutputs>;
  readonly target_health_state: RefList<TargetHealthStateOutputs>;
}

interface PublicAccess {
  readonly type?: Value<string> | undefined;
}

interface Sasl {
  readonly iam?: Value<boolean> | undefined;
  readonly scram?: Value<boolean> | undefined;
}

interface ClientAuthentication {
  readonly tls?: Value<boolean> | undefined;
  readonly sasl?: Sasl | readonly Sasl[] | undefined;
}

interface VpcConnectivity {
  readonly client_authentication?: ClientAuthentication | readonly ClientAuthentication[] | undefined;
}

interface ConnectivityInfo {
  readonly public_access?: PublicAccess | readonly PublicAccess[] | undefined;
  readonly vpc_connectivity?: VpcConnectivity | readonly VpcConnectivity[] | undefined;
}

interface ProvisionedThroughput {
  readonly enabled?: Value<boolean> | undefined;
  readonly volume_throughput?: Value<number> | undefined;
}

interface EbsStorageInfo {
  readonly volume_size?: Value<number> | undefined;
  readonly provisioned_throughput?: ProvisionedThroughput | readonly ProvisionedThroughput[] | undefined;
}

interface StorageInfo {
  readonly ebs_storage_info?: EbsStorageInfo | readonly EbsStorageInfo[] | undefined;
}

interface BrokerNodeGroupInfo {
  readonly az_distribution?: Value<string> | undefined;
  readonly client_subnets: Value<readonly Value<string>[]>;
  readonly instance_type: Value<string>;
  readonly security_groups: Value<readonly Value<string>[]>;
  readonly connectivity_info?: ConnectivityInfo | readonly ConnectivityInfo[] | undefined;
  readonly storage_info?: StorageInfo | readonly StorageInfo[] | undefined;
}

interface Tls {
  readonly certificate_authority_arns?: Value<readonly Value<string>[]> | undefined;
}

interface ClientAuthentication2 {
  readonly unauthenticated?: Value<boolean> | undefined;
  readonly sasl?: Sasl | readonly Sasl[] | undefined;
  readonly tls?: Tls | readonly Tls[] | undefined;
}

interface ConfigurationInfo {
  readonly arn: Value<string>;
  readonly revision: Value<number>;
}

interface EncryptionInTransit {
  readonly client_broker?: "TLS" | "TLS_PLAINTEXT" | "PLAINTEXT" | Ref<string> | undefined;
  readonly in_cluster?: Value<boolean> | undefined;
}

interface EncryptionInfo {
  readonly encryption_at_rest_kms_key_arn?: Value<string> | undefined;
  readonly encryption_in_transit?: EncryptionInTransit | readonly EncryptionInTransit[] | undefined;
}

interface CloudwatchLogs2 {
  readonly enabled: Value<boolean>;
  readonly log_group?: Value<string> | undefined;
}

interface Firehose {
  readonly delivery_stream?: Value<string> | undefined;
  readonly enabled: Value<boolean>;
}

interface S3 {
  readonly bucket?: Value<string> | undefined;
  readonly enabled: Value<boolean>;
  readonly prefix?: Value<string> | undefined;
}

interface BrokerLogs {
  readonly cloudwatch_logs?: CloudwatchLogs2 | readonly CloudwatchLogs2[] | undefined;
  readonly firehose?: Firehose | readonly Firehose[] | undefined;
  readonly s3?: S3 | readonly S3[] | undefined;
}

interface LoggingInfo {
  readonly broker_logs: BrokerLogs | readonly BrokerLogs[];
}

interface JmxExporter {
  readonly enabled_in_broker: Value<boolean>;
}

interface Prometheus {
  readonly jmx_exporter?: JmxExporter | readonly JmxExporter[] | undefined;
  readonly node_exporter?: JmxExporter | readonly JmxExporter[] | undefined;
}

interface OpenMonitoring {
  readonly prometheus: Prometheus | readonly Prometheus[];
}

interface MskCluster {
  readonly cluster_name: Value<string>;
  readonly enhanced_monitoring?: "DEFAULT" | "PER_BROKER" | "PER_TOPIC_PER_BROKER" | "PER_TOPIC_PER_PARTITION" | Ref<string> | undefined;
  readonly kafka_version: Value<string>;
  readonly number_of_broker_nodes: Value<number>;
  readonly storage_mode?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly broker_node_group_info: BrokerNodeGroupInfo | readonly BrokerNodeGroupInfo[];
  readonly client_authentication?: ClientAuthentication2 | readonly ClientAuthentication2[] | undefined;
  readonly configuration_info?: ConfigurationInfo | readonly ConfigurationInfo[] | undefined;
  readonly encryption_info?: EncryptionInfo | readonly EncryptionInfo[] | undefined;
  readonly logging_info?: LoggingInfo | readonly LoggingInfo[] | undefined;
  readonly open_monitoring?: OpenMonitoring | readonly OpenMonitoring[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface PublicAccessOutputs {
  readonly type: Ref<string>;
}

interface SaslOutputs {
  readonly iam: Ref<boolean>;
  readonly scram: Ref<boolean>;
}

interface ClientAuthenticationOutputs {
  readonly tls: Ref<boolean>;
  readonly sasl: RefList<SaslOutputs>;
}

interface VpcConnectivityOutputs {
  readonly client_authentication: RefList<ClientAuthenticationOutputs>;
}

interface ConnectivityInfoOutputs {
  readonly public_access: RefList<PublicAccessOutputs>;
  readonly vpc_connectivity: RefList<VpcConnectivityOutputs>;
}

interface ProvisionedThroughputOutputs {
  readonly enabled: Ref<boolean>;
  readonly volume_throughput: Ref<number>;
}

interface EbsStorageInfoOutputs {
  readonly volume_size: Ref<number>;
  readonly provisioned_throughput: RefList<ProvisionedThroughputOutputs>;
}

interface StorageInfoOutputs {
  readonly ebs_storage_info: RefList<EbsStorageInfoOutputs>;
}

interface BrokerNodeGroupInfoOutputs {
  readonly az_distribution: Ref<string>;
  readonly client_subnets: RefSet<Ref<string>>;
  readonly instance_type: Ref<string>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly connectivity_info: RefList<ConnectivityInfoOutputs>;
  readonly storage_info: RefList<StorageInfoOutputs>;
}

interface TlsOutputs {
  readonly certificate_authority_arns: RefSet<Ref<string>>;
}

interface ClientAuthenticationOutputs2 {
  readonly unauthenticated: Ref<boolean>;
  readonly sasl: RefList<SaslOutputs>;
  readonly tls: RefList<TlsOutputs>;
}

interface ConfigurationInfoOutputs {
  readonly arn: Ref<string>;
  readonly revision: Ref<number>;
}

interface EncryptionInTransitOutputs {
  readonly client_broker: Ref<string>;
  readonly in_cluster: Ref<boolean>;
}

interface EncryptionInfoOutputs {
  readonly encryption_at_rest_kms_key_arn: Ref<string>;
  readonly encryption_in_transit: RefList<EncryptionInTransitOutputs>;
}

interface CloudwatchLogsOutputs2 {
  readonly enabled: Ref<boolean>;
  readonly log_group: Ref<string>;
}

interface FirehoseOutputs {
  readonly delivery_stream: Ref<string>;
  readonly enabled: Ref<boolean>;
}

interface BrokerLogsOutputs {
  readonly cloudwatch_logs: RefList<CloudwatchLogsOutputs2>;
  readonly firehose: RefList<FirehoseOutputs>;
  readonly s3: RefList<AccessLogsOutputs>;
}

interface LoggingInfoOutputs {
  readonly broker_logs: RefList<BrokerLogsOutputs>;
}

interface JmxExporterOutputs {
  readonly enabled_in_broker: Ref<boolean>;
}

interface PrometheusOutputs {
  readonly jmx_exporter: RefList<JmxExporterOutputs>;
  readonly node_exporter: RefList<JmxExporterOutputs>;
}

interface OpenMonitoringOutputs {
  readonly prometheus: RefList<PrometheusOutputs>;
}

interface MskClusterOutputs {
  readonly arn: Ref<string>;
  readonly bootstrap_brokers: Ref<string>;
  readonly bootstrap_brokers_public_sasl_iam: Ref<string>;
  readonly bootstrap_brokers_public_sasl_scram: Ref<string>;
  readonly bootstrap_brokers_public_tls: Ref<string>;
  readonly bootstrap_brokers_sasl_iam: Ref<string>;
  readonly bootstrap_brokers_sasl_scram: Ref<string>;
  readonly bootstrap_brokers_tls: Ref<string>;
  readonly bootstrap_brokers_vpc_connectivity_sasl_iam: Ref<string>;
  readonly bootstrap_brokers_vpc_connectivity_sasl_scram: Ref<string>;
  readonly bootstrap_brokers_vpc_connectivity_tls: Ref<string>;
  readonly cluster_name: Ref<string>;
  readonly cluster_uuid: Ref<string>;
  readonly current_version: Ref<string>;
  readonly enhanced_monitoring: Ref<string>;
  readonly id: Ref<string>;
  readonly kafka_version: Ref<string>;
  readonly number_of_broker_nodes: Ref<number>;
  readonly storage_mode: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly zookeeper_connect_string: Ref<string>;
  readonly zookeeper_connect_string_tls: Ref<string>;
  readonly broker_node_group_info: RefList<BrokerNodeGroupInfoOutputs>;
  readonly client_authentication: RefList<ClientAuthenticationOutputs2>;
  readonly configuration_info: RefList<ConfigurationInfoOutputs>;
  readonly encryption_info: RefList<EncryptionInfoOutputs>;
  readonly logging_info: RefList<LoggingInfoOutputs>;
  readonly open_monitoring: RefList<OpenMonitoringOutputs>;
}

interface MskConfiguration {
  readonly description?: Value<string> | undefined;
  readonly kafka_versions?: Value<readonly Value<string>[]> | undefined;
  readonly name: Value<string>;
  readonly server_properties: Value<string>;
}

interface MskConfigurationOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly kafka_versions: RefSet<Ref<string>>;
  readonly latest_revision: Ref<number>;
  readonly name: Ref<string>;
  readonly server_properties: Ref<string>;
}

interface NatGateway {
  readonly allocation_id?: Value<string> | undefined;
  readonly connectivity_type?: "private" | "public" | Ref<string> | undefined;
  readonly private_ip?: Value<string> | undefined;
  readonly secondary_allocation_ids?: Value<readonly Value<string>[]> | undefined;
  readonly secondary_private_ip_address_count?: Value<number> | undefined;
  readonly secondary_private_ip_addresses?: Value<readonly Value<string>[]> | undefined;
  readonly subnet_id: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface NatGatewayOutputs {
  readonly allocation_id: Ref<string>;
  readonly association_id: Ref<string>;
  readonly connectivity_type: Ref<string>;
  readonly id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly private_ip: Ref<string>;
  readonly public_ip: Ref<string>;
  readonly secondary_allocation_ids: RefSet<Ref<string>>;
  readonly secondary_private_ip_address_count: Ref<number>;
  readonly secondary_private_ip_addresses: RefSet<Ref<string>>;
  readonly subnet_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface NetworkAcl {
  readonly subnet_ids?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id: Value<string>;
}

interface NetworkAclOutputs {
  readonly arn: Ref<string>;
  readonly egress: RefSet<EgressOutputs>;
  readonly id: Ref<string>;
  readonly ingress: RefSet<EgressOutputs>;
  readonly owner_id: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface NetworkAclRule {
  readonly cidr_block?: Value<string> | undefined;
  readonly egress?: Value<boolean> | undefined;
  readonly from_port?: Value<number> | undefined;
  readonly icmp_code?: Value<number> | undefined;
  readonly icmp_type?: Value<number> | undefined;
  readonly ipv6_cidr_block?: Value<string> | undefined;
  readonly network_acl_id: Value<string>;
  readonly protocol: Value<string>;
  readonly rule_action: "allow" | "deny" | Ref<string>;
  readonly rule_number: Value<number>;
  readonly to_port?: Value<number> | undefined;
}

interface NetworkAclRuleOutputs {
  readonly cidr_block: Ref<string>;
  readonly egress: Ref<boolean>;
  readonly from_port: Ref<number>;
  readonly icmp_code: Ref<number>;
  readonly icmp_type: Ref<number>;
  readonly id: Ref<string>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly network_acl_id: Ref<string>;
  readonly protocol: Ref<string>;
  readonly rule_action: Ref<string>;
  readonly rule_number: Ref<number>;
  readonly to_port: Ref<number>;
}

interface MasterUserOptions {
  readonly master_user_arn?: Value<string> | undefined;
  readonly master_user_name?: Value<string> | undefined;
  readonly master_user_password?: Ref<string> | undefined;
}

interface AdvancedSecurityOptions {
  readonly anonymous_auth_enabled?: Value<boolean> | undefined;
  readonly enabled: Value<boolean>;
  readonly internal_user_database_enabled?: Value<boolean> | undefined;
  readonly master_user_options?: MasterUserOptions | readonly MasterUserOptions[] | undefined;
}

interface Duration {
  readonly unit: Value<string>;
  readonly value: Value<number>;
}

interface MaintenanceSchedule {
  readonly cron_expression_for_recurrence: Value<string>;
  readonly start_at: Value<string>;
  readonly duration: Duration | readonly Duration[];
}

interface AutoTuneOptions {
  readonly desired_state: Value<string>;
  readonly rollback_on_disable?: Value<string> | undefined;
  readonly use_off_peak_window?: Value<boolean> | undefined;
  readonly maintenance_schedule?: MaintenanceSchedule | readonly MaintenanceSchedule[] | undefined;
}

interface NodeConfig {
  readonly count?: Value<number> | undefined;
  readonly enabled?: Value<boolean> | undefined;
  readonly type?: Value<string> | undefined;
}

interface NodeOptions {
  readonly node_type?: Value<string> | undefined;
  readonly node_config?: NodeConfig | readonly NodeConfig[] | undefined;
}

interface ZoneAwarenessConfig {
  readonly availability_zone_count?: Value<number> | undefined;
}

interface ClusterConfig {
  readonly dedicated_master_count?: Value<number> | undefined;
  readonly dedicated_master_enabled?: Value<boolean> | undefined;
  readonly dedicated_master_type?: Value<string> | undefined;
  readonly instance_count?: Value<number> | undefined;
  readonly instance_type?: Value<string> | undefined;
  readonly multi_az_with_standby_enabled?: Value<boolean> | undefined;
  readonly warm_count?: Value<number> | undefined;
  readonly warm_enabled?: Value<boolean> | undefined;
  readonly warm_type?: Value<string> | undefined;
  readonly zone_awareness_enabled?: Value<boolean> | undefined;
  readonly cold_storage_options?: GrpcConfig | readonly GrpcConfig[] | undefined;
  readonly node_options?: NodeOptions | readonly NodeOptions[] | undefined;
  readonly zone_awareness_config?: ZoneAwarenessConfig | readonly ZoneAwarenessConfig[] | undefined;
}

interface CognitoOptions {
  readonly enabled?: Value<boolean> | undefined;
  readonly identity_pool_id: Value<string>;
  readonly role_arn: Value<string>;
  readonly user_pool_id: Value<string>;
}

interface DomainEndpointOptions {
  readonly custom_endpoint?: Value<string> | undefined;
  readonly custom_endpoint_certificate_arn?: Value<string> | undefined;
  readonly custom_endpoint_enabled?: Value<boolean> | undefined;
  readonly enforce_https?: Value<boolean> | undefined;
  readonly tls_security_policy?: Value<string> | undefined;
}

interface EbsOptions {
  readonly ebs_enabled: Value<boolean>;
  readonly iops?: Value<number> | undefined;
  readonly throughput?: Value<number> | undefined;
  readonly volume_size?: Value<number> | undefined;
  readonly volume_type?: Value<string> | undefined;
}

interface EncryptAtRest {
  readonly enabled: Value<boolean>;
  readonly kms_key_id?: Value<string> | undefined;
}

interface LogPublishingOptions {
  readonly cloudwatch_log_group_arn: Value<string>;
  readonly enabled?: Value<boolean> | undefined;
  readonly log_type: Value<string>;
}

interface NodeToNodeEncryption {
  readonly enabled: Value<boolean>;
}

interface WindowStartTime {
  readonly hours?: Value<number> | undefined;
  readonly minutes?: Value<number> | undefined;
}

interface OffPeakWindow {
  readonly window_start_time?: WindowStartTime | readonly WindowStartTime[] | undefined;
}

interface OffPeakWindowOptions {
  readonly enabled?: Value<boolean> | undefined;
  readonly off_peak_window?: OffPeakWindow | readonly OffPeakWindow[] | undefined;
}

interface SnapshotOptions {
  readonly automated_snapshot_start_hour: Value<number>;
}

interface SoftwareUpdateOptions {
  readonly auto_software_update_enabled?: Value<boolean> | undefined;
}

interface VpcOptions {
  readonly security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly subnet_ids?: Value<readonly Value<string>[]> | undefined;
}

interface OpensearchDomain {
  readonly access_policies?: Value<string> | undefined;
  readonly advanced_options?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly domain_name: Value<string>;
  readonly engine_version?: Value<string> | undefined;
  readonly ip_address_type?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly advanced_security_options?: AdvancedSecurityOptions | readonly AdvancedSecurityOptions[] | undefined;
  readonly auto_tune_options?: AutoTuneOptions | readonly AutoTuneOptions[] | undefined;
  readonly cluster_config?: ClusterConfig | readonly ClusterConfig[] | undefined;
  readonly cognito_options?: CognitoOptions | readonly CognitoOptions[] | undefined;
  readonly domain_endpoint_options?: DomainEndpointOptions | readonly DomainEndpointOptions[] | undefined;
  readonly ebs_options?: EbsOptions | readonly EbsOptions[] | undefined;
  readonly encrypt_at_rest?: EncryptAtRest | readonly EncryptAtRest[] | undefined;
  readonly log_publishing_options?: LogPublishingOptions | readonly LogPublishingOptions[] | undefined;
  readonly node_to_node_encryption?: NodeToNodeEncryption | readonly NodeToNodeEncryption[] | undefined;
  readonly off_peak_window_options?: OffPeakWindowOptions | readonly OffPeakWindowOptions[] | undefined;
  readonly snapshot_options?: SnapshotOptions | readonly SnapshotOptions[] | undefined;
  readonly software_update_options?: SoftwareUpdateOptions | readonly SoftwareUpdateOptions[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
  readonly vpc_options?: VpcOptions | readonly VpcOptions[] | undefined;
}

interface MasterUserOptionsOutputs {
  readonly master_user_arn: Ref<string>;
  readonly master_user_name: Ref<string>;
  readonly master_user_password: Ref<string>;
}

interface AdvancedSecurityOptionsOutputs {
  readonly anonymous_auth_enabled: Ref<boolean>;
  readonly enabled: Ref<boolean>;
  readonly internal_user_database_enabled: Ref<boolean>;
  readonly master_user_options: RefList<MasterUserOptionsOutputs>;
}

interface DurationOutputs {
  readonly unit: Ref<string>;
  readonly value: Ref<number>;
}

interface MaintenanceScheduleOutputs {
  readonly cron_expression_for_recurrence: Ref<string>;
  readonly start_at: Ref<string>;
  readonly duration: RefList<DurationOutputs>;
}

interface AutoTuneOptionsOutputs {
  readonly desired_state: Ref<string>;
  readonly rollback_on_disable: Ref<string>;
  readonly use_off_peak_window: Ref<boolean>;
  readonly maintenance_schedule: RefSet<MaintenanceScheduleOutputs>;
}

interface NodeConfigOutputs {
  readonly count: Ref<number>;
  readonly enabled: Ref<boolean>;
  readonly type: Ref<string>;
}

interface NodeOptionsOutputs {
  readonly node_type: Ref<string>;
  readonly node_config: RefList<NodeConfigOutputs>;
}

interface ZoneAwarenessConfigOutputs {
  readonly availability_zone_count: Ref<number>;
}

interface ClusterConfigOutputs {
  readonly dedicated_master_count: Ref<number>;
  readonly dedicated_master_enabled: Ref<boolean>;
  readonly dedicated_master_type: Ref<string>;
  readonly instance_count: Ref<number>;
  readonly instance_type: Ref<string>;
  readonly multi_az_with_standby_enabled: Ref<boolean>;
  readonly warm_count: Ref<number>;
  readonly warm_enabled: Ref<boolean>;
  readonly warm_type: Ref<string>;
  readonly zone_awareness_enabled: Ref<boolean>;
  readonly cold_storage_options: RefList<GrpcConfigOutputs>;
  readonly node_options: RefList<NodeOptionsOutputs>;
  readonly zone_awareness_config: RefList<ZoneAwarenessConfigOutputs>;
}

interface CognitoOptionsOutputs {
  readonly enabled: Ref<boolean>;
  readonly identity_pool_id: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly user_pool_id: Ref<string>;
}

interface DomainEndpointOptionsOutputs {
  readonly custom_endpoint: Ref<string>;
  readonly custom_endpoint_certificate_arn: Ref<string>;
  readonly custom_endpoint_enabled: Ref<boolean>;
  readonly enforce_https: Ref<boolean>;
  readonly tls_security_policy: Ref<string>;
}

interface EbsOptionsOutputs {
  readonly ebs_enabled: Ref<boolean>;
  readonly iops: Ref<number>;
  readonly throughput: Ref<number>;
  readonly volume_size: Ref<number>;
  readonly volume_type: Ref<string>;
}

interface EncryptAtRestOutputs {
  readonly enabled: Ref<boolean>;
  readonly kms_key_id: Ref<string>;
}

interface LogPublishingOptionsOutputs {
  readonly cloudwatch_log_group_arn: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly log_type: Ref<string>;
}

interface WindowStartTimeOutputs {
  readonly hours: Ref<number>;
  readonly minutes: Ref<number>;
}

interface OffPeakWindowOutputs {
  readonly window_start_time: RefList<WindowStartTimeOutputs>;
}

interface OffPeakWindowOptionsOutputs {
  readonly enabled: Ref<boolean>;
  readonly off_peak_window: RefList<OffPeakWindowOutputs>;
}

interface SnapshotOptionsOutputs {
  readonly automated_snapshot_start_hour: Ref<number>;
}

interface SoftwareUpdateOptionsOutputs {
  readonly auto_software_update_enabled: Ref<boolean>;
}

interface VpcOptionsOutputs {
  readonly availability_zones: RefSet<Ref<string>>;
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly vpc_id: Ref<string>;
}

interface OpensearchDomainOutputs {
  readonly access_policies: Ref<string>;
  readonly advanced_options: RefMap<string>;
  readonly arn: Ref<string>;
  readonly dashboard_endpoint: Ref<string>;
  readonly dashboard_endpoint_v2: Ref<string>;
  readonly domain_endpoint_v2_hosted_zone_id: Ref<string>;
  readonly domain_id: Ref<string>;
  readonly domain_name: Ref<string>;
  readonly endpoint: Ref<string>;
  readonly endpoint_v2: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly id: Ref<string>;
  readonly ip_address_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly advanced_security_options: RefList<AdvancedSecurityOptionsOutputs>;
  readonly auto_tune_options: RefList<AutoTuneOptionsOutputs>;
  readonly cluster_config: RefList<ClusterConfigOutputs>;
  readonly cognito_options: RefList<CognitoOptionsOutputs>;
  readonly domain_endpoint_options: RefList<DomainEndpointOptionsOutputs>;
  readonly ebs_options: RefList<EbsOptionsOutputs>;
  readonly encrypt_at_rest: RefList<EncryptAtRestOutputs>;
  readonly log_publishing_options: RefSet<LogPublishingOptionsOutputs>;
  readonly node_to_node_encryption: RefList<GrpcConfigOutputs>;
  readonly off_peak_window_options: RefList<OffPeakWindowOptionsOutputs>;
  readonly snapshot_options: RefList<SnapshotOptionsOutputs>;
  readonly software_update_options: RefList<SoftwareUpdateOptionsOutputs>;
  readonly vpc_options: RefList<VpcOptionsOutputs>;
}

interface RestoreToPointInTime2 {
  readonly restore_to_time?: Value<string> | undefined;
  readonly restore_type?: Value<string> | undefined;
  readonly source_cluster_identifier?: Value<string> | undefined;
  readonly source_cluster_resource_id?: Value<string> | undefined;
  readonly use_latest_restorable_time?: Value<boolean> | undefined;
}

interface ScalingConfiguration {
  readonly auto_pause?: Value<boolean> | undefined;
  readonly max_capacity?: Value<number> | undefined;
  readonly min_capacity?: Value<number> | undefined;
  readonly seconds_before_timeout?: Value<number> | undefined;
  readonly seconds_until_auto_pause?: Value<number> | undefined;
  readonly timeout_action?: Value<string> | undefined;
}

interface Serverlessv2ScalingConfiguration {
  readonly max_capacity: Value<number>;
  readonly min_capacity: Value<number>;
  readonly seconds_until_auto_pause?: Value<number> | undefined;
}

interface RdsCluster {
  readonly allocated_storage?: Value<number> | undefined;
  readonly allow_major_version_upgrade?: Value<boolean> | undefined;
  readonly apply_immediately?: Value<boolean> | undefined;
  readonly availability_zones?: Value<readonly Value<string>[]> | undefined;
  readonly backtrack_window?: Value<number> | undefined;
  readonly backup_retention_period?: Value<number> | undefined;
  readonly ca_certificate_identifier?: Value<string> | undefined;
  readonly cluster_identifier?: Value<string> | undefined;
  readonly cluster_identifier_prefix?: Value<string> | undefined;
  readonly cluster_members?: Value<readonly Value<string>[]> | undefined;
  readonly cluster_scalability_type?: Value<string> | undefined;
  readonly copy_tags_to_snapshot?: Value<boolean> | undefined;
  readonly database_insights_mode?: Value<string> | undefined;
  readonly database_name?: Value<string> | undefined;
  readonly db_cluster_instance_class?: Value<string> | undefined;
  readonly db_cluster_parameter_group_name?: Value<string> | undefined;
  readonly db_instance_parameter_group_name?: Value<string> | undefined;
  readonly db_subnet_group_name?: Value<string> | undefined;
  readonly db_system_id?: Value<string> | undefined;
  readonly delete_automated_backups?: Value<boolean> | undefined;
  readonly deletion_protection?: Value<boolean> | undefined;
  readonly domain?: Value<string> | undefined;
  readonly domain_iam_role_name?: Value<string> | undefined;
  readonly enable_global_write_forwarding?: Value<boolean> | undefined;
  readonly enable_http_endpoint?: Value<boolean> | undefined;
  readonly enable_local_write_forwarding?: Value<boolean> | undefined;
  readonly enabled_cloudwatch_logs_exports?: Value<readonly Value<string>[]> | undefined;
  readonly engine: "aurora-mysql" | "aurora-postgresql" | "mysql" | "postgres" | Ref<string>;
  readonly engine_lifecycle_support?: Value<string> | undefined;
  readonly engine_mode?: Value<string> | undefined;
  readonly engine_version?: Value<string> | undefined;
  readonly final_snapshot_identifier?: Value<string> | undefined;
  readonly global_cluster_identifier?: Value<string> | undefined;
  readonly iam_database_authentication_enabled?: Value<boolean> | undefined;
  readonly iam_roles?: Value<readonly Value<string>[]> | undefined;
  readonly iops?: Value<number> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly manage_master_user_password?: Value<boolean> | undefined;
  readonly master_password?: Ref<string> | undefined;
  readonly master_password_wo?: Ref<string> | undefined;
  readonly master_password_wo_version?: Value<number> | undefined;
  readonly master_user_secret_kms_key_id?: Value<string> | undefined;
  readonly master_username?: Value<string> | undefined;
  readonly monitoring_interval?: Value<number> | undefined;
  readonly monitoring_role_arn?: Value<string> | undefined;
  readonly network_type?: Value<string> | undefined;
  readonly performance_insights_enabled?: Value<boolean> | undefined;
  readonly performance_insights_kms_key_id?: Value<string> | undefined;
  readonly performance_insights_retention_period?: Value<number> | undefined;
  readonly port?: Value<number> | undefined;
  readonly preferred_backup_window?: Value<string> | undefined;
  readonly preferred_maintenance_window?: Value<string> | undefined;
  readonly replication_source_identifier?: Value<string> | undefined;
  readonly skip_final_snapshot?: Value<boolean> | undefined;
  readonly snapshot_identifier?: Value<string> | undefined;
  readonly source_region?: Value<string> | undefined;
  readonly storage_encrypted?: Value<boolean> | undefined;
  readonly storage_type?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly restore_to_point_in_time?: RestoreToPointInTime2 | readonly RestoreToPointInTime2[] | undefined;
  readonly s3_import?: S3Import | readonly S3Import[] | undefined;
  readonly scaling_configuration?: ScalingConfiguration | readonly ScalingConfiguration[] | undefined;
  readonly serverlessv2_scaling_configuration?: Serverlessv2ScalingConfiguration | readonly Serverlessv2ScalingConfiguration[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface RestoreToPointInTimeOutputs2 {
  readonly restore_to_time: Ref<string>;
  readonly restore_type: Ref<string>;
  readonly source_cluster_identifier: Ref<string>;
  readonly source_cluster_resource_id: Ref<string>;
  readonly use_latest_restorable_time: Ref<boolean>;
}

interface ScalingConfigurationOutputs {
  readonly auto_pause: Ref<boolean>;
  readonly max_capacity: Ref<number>;
  readonly min_capacity: Ref<number>;
  readonly seconds_before_timeout: Ref<number>;
  readonly seconds_until_auto_pause: Ref<number>;
  readonly timeout_action: Ref<string>;
}

interface Serverlessv2ScalingConfigurationOutputs {
  readonly max_capacity: Ref<number>;
  readonly min_capacity: Ref<number>;
  readonly seconds_until_auto_pause: Ref<number>;
}

interface RdsClusterOutputs {
  readonly allocated_storage: Ref<number>;
  readonly allow_major_version_upgrade: Ref<boolean>;
  readonly apply_immediately: Ref<boolean>;
  readonly arn: Ref<string>;
  readonly availability_zones: RefSet<Ref<string>>;
  readonly backtrack_window: Ref<number>;
  readonly backup_retention_period: Ref<number>;
  readonly ca_certificate_identifier: Ref<string>;
  readonly ca_certificate_valid_till: Ref<string>;
  readonly cluster_identifier: Ref<string>;
  readonly cluster_identifier_prefix: Ref<string>;
  readonly cluster_members: RefSet<Ref<string>>;
  readonly cluster_resource_id: Ref<string>;
  readonly cluster_scalability_type: Ref<string>;
  readonly copy_tags_to_snapshot: Ref<boolean>;
  readonly database_insights_mode: Ref<string>;
  readonly database_name: Ref<string>;
  readonly db_cluster_instance_class: Ref<string>;
  readonly db_cluster_parameter_group_name: Ref<string>;
  readonly db_instance_parameter_group_name: Ref<string>;
  readonly db_subnet_group_name: Ref<string>;
  readonly db_system_id: Ref<string>;
  readonly delete_automated_backups: Ref<boolean>;
  readonly deletion_protection: Ref<boolean>;
  readonly domain: Ref<string>;
  readonly domain_iam_role_name: Ref<string>;
  readonly enable_global_write_forwarding: Ref<boolean>;
  readonly enable_http_endpoint: Ref<boolean>;
  readonly enable_local_write_forwarding: Ref<boolean>;
  readonly enabled_cloudwatch_logs_exports: RefSet<Ref<string>>;
  readonly endpoint: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_lifecycle_support: Ref<string>;
  readonly engine_mode: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly engine_version_actual: Ref<string>;
  readonly final_snapshot_identifier: Ref<string>;
  readonly global_cluster_identifier: Ref<string>;
  readonly hosted_zone_id: Ref<string>;
  readonly iam_database_authentication_enabled: Ref<boolean>;
  readonly iam_roles: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly iops: Ref<number>;
  readonly kms_key_id: Ref<string>;
  readonly manage_master_user_password: Ref<boolean>;
  readonly master_password: Ref<string>;
  readonly master_password_wo_version: Ref<number>;
  readonly master_user_secret: RefList<MasterUserSecretOutputs>;
  readonly master_user_secret_kms_key_id: Ref<string>;
  readonly master_username: Ref<string>;
  readonly monitoring_interval: Ref<number>;
  readonly monitoring_role_arn: Ref<string>;
  readonly network_type: Ref<string>;
  readonly performance_insights_enabled: Ref<boolean>;
  readonly performance_insights_kms_key_id: Ref<string>;
  readonly performance_insights_retention_period: Ref<number>;
  readonly port: Ref<number>;
  readonly preferred_backup_window: Ref<string>;
  readonly preferred_maintenance_window: Ref<string>;
  readonly reader_endpoint: Ref<string>;
  readonly replication_source_identifier: Ref<string>;
  readonly skip_final_snapshot: Ref<boolean>;
  readonly snapshot_identifier: Ref<string>;
  readonly source_region: Ref<string>;
  readonly storage_encrypted: Ref<boolean>;
  readonly storage_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_security_group_ids: RefSet<Ref<string>>;
  readonly restore_to_point_in_time: RefList<RestoreToPointInTimeOutputs2>;
  readonly s3_import: RefList<S3ImportOutputs>;
  readonly scaling_configuration: RefList<ScalingConfigurationOutputs>;
  readonly serverlessv2_scaling_configuration: RefList<Serverlessv2ScalingConfigurationOutputs>;
}

interface RdsClusterInstance {
  readonly apply_immediately?: Value<boolean> | undefined;
  readonly auto_minor_version_upgrade?: Value<boolean> | undefined;
  readonly availability_zone?: Value<string> | undefined;
  readonly ca_cert_identifier?: Value<string> | undefined;
  readonly cluster_identifier: Value<string>;
  readonly copy_tags_to_snapshot?: Value<boolean> | undefined;
  readonly custom_iam_instance_profile?: Value<string> | undefined;
  readonly db_parameter_group_name?: Value<string> | undefined;
  readonly db_subnet_group_name?: Value<string> | undefined;
  readonly engine: "aurora-mysql" | "aurora-postgresql" | "mysql" | "postgres" | Ref<string>;
  readonly engine_version?: Value<string> | undefined;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly identifier?: Value<string> | undefined;
  readonly identifier_prefix?: Value<string> | undefined;
  readonly instance_class: Value<string>;
  readonly monitoring_interval?: Value<number> | undefined;
  readonly monitoring_role_arn?: Value<string> | undefined;
  readonly performance_insights_enabled?: Value<boolean> | undefined;
  readonly performance_insights_kms_key_id?: Value<string> | undefined;
  readonly performance_insights_retention_period?: Value<number> | undefined;
  readonly preferred_backup_window?: Value<string> | undefined;
  readonly preferred_maintenance_window?: Value<string> | undefined;
  readonly promotion_tier?: Value<number> | undefined;
  readonly publicly_accessible?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface RdsClusterInstanceOutputs {
  readonly apply_immediately: Ref<boolean>;
  readonly arn: Ref<string>;
  readonly auto_minor_version_upgrade: Ref<boolean>;
  readonly availability_zone: Ref<string>;
  readonly ca_cert_identifier: Ref<string>;
  readonly cluster_identifier: Ref<string>;
  readonly copy_tags_to_snapshot: Ref<boolean>;
  readonly custom_iam_instance_profile: Ref<string>;
  readonly db_parameter_group_name: Ref<string>;
  readonly db_subnet_group_name: Ref<string>;
  readonly dbi_resource_id: Ref<string>;
  readonly endpoint: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly engine_version_actual: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly id: Ref<string>;
  readonly identifier: Ref<string>;
  readonly identifier_prefix: Ref<string>;
  readonly instance_class: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly monitoring_interval: Ref<number>;
  readonly monitoring_role_arn: Ref<string>;
  readonly network_type: Ref<string>;
  readonly performance_insights_enabled: Ref<boolean>;
  readonly performance_insights_kms_key_id: Ref<string>;
  readonly performance_insights_retention_period: Ref<number>;
  readonly port: Ref<number>;
  readonly preferred_backup_window: Ref<string>;
  readonly preferred_maintenance_window: Ref<string>;
  readonly promotion_tier: Ref<number>;
  readonly publicly_accessible: Ref<boolean>;
  readonly storage_encrypted: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly writer: Ref<boolean>;
}

interface RdsClusterParameterGroup {
  readonly description?: Value<string> | undefined;
  readonly family: Value<string>;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly parameter?: Parameter | readonly Parameter[] | undefined;
}

interface RdsClusterParameterGroupOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly family: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly parameter: RefSet<ParameterOutputs>;
}

interface RdsGlobalCluster {
  readonly database_name?: Value<string> | undefined;
  readonly deletion_protection?: Value<boolean> | undefined;
  readonly engine?: "aurora-mysql" | "aurora-postgresql" | Ref<string> | undefined;
  readonly engine_lifecycle_support?: Value<string> | undefined;
  readonly engine_version?: Value<string> | undefined;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly global_cluster_identifier: Value<string>;
  readonly source_db_cluster_identifier?: Value<string> | undefined;
  readonly storage_encrypted?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface GlobalClusterMembersOutputs {
  readonly db_cluster_arn: Ref<string>;
  readonly is_writer: Ref<boolean>;
}

interface RdsGlobalClusterOutputs {
  readonly arn: Ref<string>;
  readonly database_name: Ref<string>;
  readonly deletion_protection: Ref<boolean>;
  readonly endpoint: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_lifecycle_support: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly engine_version_actual: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly global_cluster_identifier: Ref<string>;
  readonly global_cluster_members: RefSet<GlobalClusterMembersOutputs>;
  readonly global_cluster_resource_id: Ref<string>;
  readonly id: Ref<string>;
  readonly source_db_cluster_identifier: Ref<string>;
  readonly storage_encrypted: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface Route {
  readonly carrier_gateway_id?: Value<string> | undefined;
  readonly core_network_arn?: Value<string> | undefined;
  readonly destination_cidr_block?: Value<string> | undefined;
  readonly destination_ipv6_cidr_block?: Value<string> | undefined;
  readonly destination_prefix_list_id?: Value<string> | undefined;
  readonly egress_only_gateway_id?: Value<string> | undefined;
  readonly gateway_id?: Value<string> | undefined;
  readonly local_gateway_id?: Value<string> | undefined;
  readonly nat_gateway_id?: Value<string> | undefined;
  readonly network_interface_id?: Value<string> | undefined;
  readonly route_table_id: Value<string>;
  readonly transit_gateway_id?: Value<string> | undefined;
  readonly vpc_endpoint_id?: Value<string> | undefined;
  readonly vpc_peering_connection_id?: Value<string> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface RouteOutputs {
  readonly carrier_gateway_id: Ref<string>;
  readonly core_network_arn: Ref<string>;
  readonly destination_cidr_block: Ref<string>;
  readonly destination_ipv6_cidr_block: Ref<string>;
  readonly destination_prefix_list_id: Ref<string>;
  readonly egress_only_gateway_id: Ref<string>;
  readonly gateway_id: Ref<string>;
  readonly id: Ref<string>;
  readonly instance_id: Ref<string>;
  readonly instance_owner_id: Ref<string>;
  readonly local_gateway_id: Ref<string>;
  readonly nat_gateway_id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly origin: Ref<string>;
  readonly route_table_id: Ref<string>;
  readonly state: Ref<string>;
  readonly transit_gateway_id: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
  readonly vpc_peering_connection_id: Ref<string>;
}

interface Route53HealthCheck {
  readonly child_health_threshold?: Value<number> | undefined;
  readonly child_healthchecks?: Value<readonly Value<string>[]> | undefined;
  readonly cloudwatch_alarm_name?: Value<string> | undefined;
  readonly cloudwatch_alarm_region?: Value<string> | undefined;
  readonly disabled?: Value<boolean> | undefined;
  readonly enable_sni?: Value<boolean> | undefined;
  readonly failure_threshold?: Value<number> | undefined;
  readonly fqdn?: Value<string> | undefined;
  readonly insufficient_data_health_status?: Value<string> | undefined;
  readonly invert_healthcheck?: Value<boolean> | undefined;
  readonly ip_address?: Value<string> | undefined;
  readonly measure_latency?: Value<boolean> | undefined;
  readonly port?: Value<number> | undefined;
  readonly reference_name?: Value<string> | undefined;
  readonly regions?: Value<readonly Value<string>[]> | undefined;
  readonly request_interval?: Value<number> | undefined;
  readonly resource_path?: Value<string> | undefined;
  readonly routing_control_arn?: Value<string> | undefined;
  readonly search_string?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly triggers?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly type: "HTTP" | "HTTPS" | "HTTP_STR_MATCH" | "HTTPS_STR_MATCH" | "TCP" | "CALCULATED" | "CLOUDWATCH_METRIC" | "RECOVERY_CONTROL" | Ref<string>;
}

interface Route53HealthCheckOutputs {
  readonly arn: Ref<string>;
  readonly child_health_threshold: Ref<number>;
  readonly child_healthchecks: RefSet<Ref<string>>;
  readonly cloudwatch_alarm_name: Ref<string>;
  readonly cloudwatch_alarm_region: Ref<string>;
  readonly disabled: Ref<boolean>;
  readonly enable_sni: Ref<boolean>;
  readonly failure_threshold: Ref<number>;
  readonly fqdn: Ref<string>;
  readonly id: Ref<string>;
  readonly insufficient_data_health_status: Ref<string>;
  readonly invert_healthcheck: Ref<boolean>;
  readonly ip_address: Ref<string>;
  readonly measure_latency: Ref<boolean>;
  readonly port: Ref<number>;
  readonly reference_name: Ref<string>;
  readonly regions: RefSet<Ref<string>>;
  readonly request_interval: Ref<number>;
  readonly resource_path: Ref<string>;
  readonly routing_control_arn: Ref<string>;
  readonly search_string: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly triggers: RefMap<string>;
  readonly type: Ref<string>;
}

interface Route53HostedZoneDnssec {
  readonly hosted_zone_id: Value<string>;
  readonly signing_status?: Value<string> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface Route53HostedZoneDnssecOutputs {
  readonly hosted_zone_id: Ref<string>;
  readonly id: Ref<string>;
  readonly signing_status: Ref<string>;
}

interface Route53KeySigningKey {
  readonly hosted_zone_id: Value<string>;
  readonly key_management_service_arn: Value<string>;
  readonly name: Value<string>;
  readonly status?: Value<string> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface Route53KeySigningKeyOutputs {
  readonly digest_algorithm_mnemonic: Ref<string>;
  readonly digest_algorithm_type: Ref<number>;
  readonly digest_value: Ref<string>;
  readonly dnskey_record: Ref<string>;
  readonly ds_record: Ref<string>;
  readonly flag: Ref<number>;
  readonly hosted_zone_id: Ref<string>;
  readonly id: Ref<string>;
  readonly key_management_service_arn: Ref<string>;
  readonly key_tag: Ref<number>;
  readonly name: Ref<string>;
  readonly public_key: Ref<string>;
  readonly signing_algorithm_mnemonic: Ref<string>;
  readonly signing_algorithm_type: Ref<number>;
  readonly status: Ref<string>;
}

interface Route53QueryLog {
  readonly cloudwatch_log_group_arn: Value<string>;
  readonly zone_id: Value<string>;
}

interface Route53QueryLogOutputs {
  readonly arn: Ref<string>;
  readonly cloudwatch_log_group_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly zone_id: Ref<string>;
}

interface Alias {
  readonly evaluate_target_health: Value<boolean>;
  readonly name: Value<string>;
  readonly zone_id: Value<string>;
}

interface CidrRoutingPolicy {
  readonly collection_id: Value<string>;
  readonly location_name: Value<string>;
}

interface FailoverRoutingPolicy {
  readonly type: "PRIMARY" | "SECONDARY" | Ref<string>;
}

interface GeolocationRoutingPolicy {
  readonly continent?: Value<string> | undefined;
  readonly country?: Value<string> | undefined;
  readonly subdivision?: Value<string> | undefined;
}

interface Coordinates {
  readonly latitude: Value<string>;
  readonly longitude: Value<string>;
}

interface GeoproximityRoutingPolicy {
  readonly aws_region?: Value<string> | undefined;
  readonly bias?: Value<number> | undefined;
  readonly local_zone_group?: Value<string> | undefined;
  readonly coordinates?: Coordinates | readonly Coordinates[] | undefined;
}

interface LatencyRoutingPolicy {
  readonly region: Value<string>;
}

interface WeightedRoutingPolicy {
  readonly weight: Value<number>;
}

interface Route53Record {
  readonly allow_overwrite?: Value<boolean> | undefined;
  readonly health_check_id?: Value<string> | undefined;
  readonly multivalue_answer_routing_policy?: Value<boolean> | undefined;
  readonly name: Value<string>;
  readonly records?: Value<readonly Value<string>[]> | undefined;
  readonly set_identifier?: Value<string> | undefined;
  readonly ttl?: Value<number> | undefined;
  readonly type: "SOA" | "A" | "TXT" | "NS" | "CNAME" | "MX" | "NAPTR" | "PTR" | "SRV" | "SPF" | "AAAA" | "CAA" | "DS" | "TLSA" | "SSHFP" | "SVCB" | "HTTPS" | Ref<string>;
  readonly zone_id: Value<string>;
  readonly alias?: Alias | readonly Alias[] | undefined;
  readonly cidr_routing_policy?: CidrRoutingPolicy | readonly CidrRoutingPolicy[] | undefined;
  readonly failover_routing_policy?: FailoverRoutingPolicy | readonly FailoverRoutingPolicy[] | undefined;
  readonly geolocation_routing_policy?: GeolocationRoutingPolicy | readonly GeolocationRoutingPolicy[] | undefined;
  readonly geoproximity_routing_policy?: GeoproximityRoutingPolicy | readonly GeoproximityRoutingPolicy[] | undefined;
  readonly latency_routing_policy?: LatencyRoutingPolicy | readonly LatencyRoutingPolicy[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
  readonly weighted_routing_policy?: WeightedRoutingPolicy | readonly WeightedRoutingPolicy[] | undefined;
}

interface AliasOutputs {
  readonly evaluate_target_health: Ref<boolean>;
  readonly name: Ref<string>;
  readonly zone_id: Ref<string>;
}

interface CidrRoutingPolicyOutputs {
  readonly collection_id: Ref<string>;
  readonly location_name: Ref<string>;
}

interface GeolocationRoutingPolicyOutputs {
  readonly continent: Ref<string>;
  readonly country: Ref<string>;
  readonly subdivision: Ref<string>;
}

interface CoordinatesOutputs {
  readonly latitude: Ref<string>;
  readonly longitude: Ref<string>;
}

interface GeoproximityRoutingPolicyOutputs {
  readonly aws_region: Ref<string>;
  readonly bias: Ref<number>;
  readonly local_zone_group: Ref<string>;
  readonly coordinates: RefSet<CoordinatesOutputs>;
}

interface LatencyRoutingPolicyOutputs {
  readonly region: Ref<string>;
}

interface WeightedRoutingPolicyOutputs {
  readonly weight: Ref<number>;
}

interface Route53RecordOutputs {
  readonly allow_overwrite: Ref<boolean>;
  readonly fqdn: Ref<string>;
  readonly health_check_id: Ref<string>;
  readonly id: Ref<string>;
  readonly multivalue_answer_routing_policy: Ref<boolean>;
  readonly name: Ref<string>;
  readonly records: RefSet<Ref<string>>;
  readonly set_identifier: Ref<string>;
  readonly ttl: Ref<number>;
  readonly type: Ref<string>;
  readonly zone_id: Ref<string>;
  readonly alias: RefList<AliasOutputs>;
  readonly cidr_routing_policy: RefList<CidrRoutingPolicyOutputs>;
  readonly failover_routing_policy: RefList<PublicAccessOutputs>;
  readonly geolocation_routing_policy: RefList<GeolocationRoutingPolicyOutputs>;
  readonly geoproximity_routing_policy: RefList<GeoproximityRoutingPolicyOutputs>;
  readonly latency_routing_policy: RefList<LatencyRoutingPolicyOutputs>;
  readonly weighted_routing_policy: RefList<WeightedRoutingPolicyOutputs>;
}

interface Vpc {
  readonly vpc_id: Value<string>;
  readonly vpc_region?: Value<string> | undefined;
}

interface Route53Zone {
  readonly comment?: Value<string> | undefined;
  readonly delegation_set_id?: Value<string> | undefined;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
  readonly vpc?: Vpc | readonly Vpc[] | undefined;
}

interface VpcOutputs {
  readonly vpc_id: Ref<string>;
  readonly vpc_region: Ref<string>;
}

interface Route53ZoneOutputs {
  readonly arn: Ref<string>;
  readonly comment: Ref<string>;
  readonly delegation_set_id: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_servers: RefList<Ref<string>>;
  readonly primary_name_server: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly zone_id: Ref<string>;
  readonly vpc: RefSet<VpcOutputs>;
}

interface RouteTable {
  readonly propagating_vgws?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface RouteOutputs2 {
  readonly carrier_gateway_id: Ref<string>;
  readonly cidr_block: Ref<string>;
  readonly core_network_arn: Ref<string>;
  readonly destination_prefix_list_id: Ref<string>;
  readonly egress_only_gateway_id: Ref<string>;
  readonly gateway_id: Ref<string>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly local_gateway_id: Ref<string>;
  readonly nat_gateway_id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly transit_gateway_id: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
  readonly vpc_peering_connection_id: Ref<string>;
}

interface RouteTableOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly propagating_vgws: RefSet<Ref<string>>;
  readonly route: RefSet<RouteOutputs2>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface RouteTableAssociation {
  readonly gateway_id?: Value<string> | undefined;
  readonly route_table_id: Value<string>;
  readonly subnet_id?: Value<string> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface RouteTableAssociationOutputs {
  readonly gateway_id: Ref<string>;
  readonly id: Ref<string>;
  readonly route_table_id: Ref<string>;
  readonly subnet_id: Ref<string>;
}

interface S3AccountPublicAccessBlock {
  readonly account_id?: Value<string> | undefined;
  readonly block_public_acls?: Value<boolean> | undefined;
  readonly block_public_policy?: Value<boolean> | undefined;
  readonly ignore_public_acls?: Value<boolean> | undefined;
  readonly restrict_public_buckets?: Value<boolean> | undefined;
}

interface S3AccountPublicAccessBlockOutputs {
  readonly account_id: Ref<string>;
  readonly block_public_acls: Ref<boolean>;
  readonly block_public_policy: Ref<boolean>;
  readonly id: Ref<string>;
  readonly ignore_public_acls: Ref<boolean>;
  readonly restrict_public_buckets: Ref<boolean>;
}

interface S3Bucket {
  readonly bucket?: Value<string> | undefined;
  readonly bucket_prefix?: Value<string> | undefined;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly object_lock_enabled?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts9 | readonly Timeouts9[] | undefined;
}

interface S3BucketOutputs {
  readonly arn: Ref<string>;
  readonly bucket: Ref<string>;
  readonly bucket_domain_name: Ref<string>;
  readonly bucket_prefix: Ref<string>;
  readonly bucket_regional_domain_name: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly hosted_zone_id: Ref<string>;
  readonly id: Ref<string>;
  readonly object_lock_enabled: Ref<boolean>;
  readonly region: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface AbortIncompleteMultipartUpload {
  readonly days_after_initiation?: Value<number> | undefined;
}

interface Expiration {
  readonly date?: Value<string> | undefined;
  readonly days?: Value<number> | undefined;
  readonly expired_object_delete_marker?: Value<boolean> | undefined;
}

interface And2 {
  readonly object_size_greater_than?: Value<number> | undefined;
  readonly object_size_less_than?: Value<number> | undefined;
  readonly prefix?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface Filter2 {
  readonly object_size_greater_than?: Value<number> | undefined;
  readonly object_size_less_than?: Value<number> | undefined;
  readonly prefix?: Value<string> | undefined;
  readonly and?: And2 | readonly And2[] | undefined;
  readonly tag?: StringEquals | readonly StringEquals[] | undefined;
}

interface NoncurrentVersionExpiration {
  readonly newer_noncurrent_versions?: Value<number> | undefined;
  readonly noncurrent_days: Value<number>;
}

interface NoncurrentVersionTransition {
  readonly newer_noncurrent_versions?: Value<number> | undefined;
  readonly noncurrent_days: Value<number>;
  readonly storage_class: "GLACIER" | "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "DEEP_ARCHIVE" | "GLACIER_IR" | Ref<string>;
}

interface Transition {
  readonly date?: Value<string> | undefined;
  readonly days?: Value<number> | undefined;
  readonly storage_class: "GLACIER" | "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "DEEP_ARCHIVE" | "GLACIER_IR" | Ref<string>;
}

interface Rule4 {
  readonly id: Value<string>;
  readonly status: Value<string>;
  readonly abort_incomplete_multipart_upload?: AbortIncompleteMultipartUpload | readonly AbortIncompleteMultipartUpload[] | undefined;
  readonly expiration?: Expiration | readonly Expiration[] | undefined;
  readonly filter?: Filter2 | readonly Filter2[] | undefined;
  readonly noncurrent_version_expiration?: NoncurrentVersionExpiration | readonly NoncurrentVersionExpiration[] | undefined;
  readonly noncurrent_version_transition?: NoncurrentVersionTransition | readonly NoncurrentVersionTransition[] | undefined;
  readonly transition?: Transition | readonly Transition[] | undefined;
}

interface S3BucketLifecycleConfiguration {
  readonly bucket: Value<string>;
  readonly expected_bucket_owner?: Value<string> | undefined;
  readonly transition_default_minimum_object_size?: Value<string> | undefined;
  readonly rule?: Rule4 | readonly Rule4[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface AbortIncompleteMultipartUploadOutputs {
  readonly days_after_initiation: Ref<number>;
}

interface ExpirationOutputs {
  readonly date: Ref<string>;
  readonly days: Ref<number>;
  readonly expired_object_delete_marker: Ref<boolean>;
}

interface AndOutputs2 {
  readonly object_size_greater_than: Ref<number>;
  readonly object_size_less_than: Ref<number>;
  readonly prefix: Ref<string>;
  readonly tags: RefMap<string>;
}

interface FilterOutputs2 {
  readonly object_size_greater_than: Ref<number>;
  readonly object_size_less_than: Ref<number>;
  readonly prefix: Ref<string>;
  readonly and: RefList<AndOutputs2>;
  readonly tag: RefList<StringEqualsOutputs>;
}

interface NoncurrentVersionExpirationOutputs {
  readonly newer_noncurrent_versions: Ref<number>;
  readonly noncurrent_days: Ref<number>;
}

interface NoncurrentVersionTransitionOutputs {
  readonly newer_noncurrent_versions: Ref<number>;
  readonly noncurrent_days: Ref<number>;
  readonly storage_class: Ref<string>;
}

interface TransitionOutputs {
  readonly date: Ref<string>;
  readonly days: Ref<number>;
  readonly storage_class: Ref<string>;
}

interface RuleOutputs4 {
  readonly id: Ref<string>;
  readonly status: Ref<string>;
  readonly abort_incomplete_multipart_upload: RefList<AbortIncompleteMultipartUploadOutputs>;
  readonly expiration: RefList<ExpirationOutputs>;
  readonly filter: RefList<FilterOutputs2>;
  readonly noncurrent_version_expiration: RefList<NoncurrentVersionExpirationOutputs>;
  readonly noncurrent_version_transition: RefSet<NoncurrentVersionTransitionOutputs>;
  readonly transition: RefSet<TransitionOutputs>;
}

interface S3BucketLifecycleConfigurationOutputs {
  readonly bucket: Ref<string>;
  readonly expected_bucket_owner: Ref<string>;
  readonly transition_default_minimum_object_size: Ref<string>;
  readonly rule: RefList<RuleOutputs4>;
}

interface Rule5 {
  readonly object_ownership: "BucketOwnerPreferred" | "ObjectWriter" | "BucketOwnerEnforced" | Ref<string>;
}

interface S3BucketOwnershipControls {
  readonly bucket: Value<string>;
  readonly rule: Rule5 | readonly Rule5[];
}

interface RuleOutputs5 {
  readonly object_ownership: Ref<string>;
}

interface S3BucketOwnershipControlsOutputs {
  readonly bucket: Ref<string>;
  readonly id: Ref<string>;
  readonly rule: RefList<RuleOutputs5>;
}

interface S3BucketPolicy {
  readonly bucket: Value<string>;
  readonly policy: Value<string>;
}

interface S3BucketPolicyOutputs {
  readonly bucket: Ref<string>;
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
}

interface S3BucketPublicAccessBlock {
  readonly block_public_acls?: Value<boolean> | undefined;
  readonly block_public_policy?: Value<boolean> | undefined;
  readonly bucket: Value<string>;
  readonly ignore_public_acls?: Value<boolean> | undefined;
  readonly restrict_public_buckets?: Value<boolean> | undefined;
}

interface S3BucketPublicAccessBlockOutputs {
  readonly block_public_acls: Ref<boolean>;
  readonly block_public_policy: Ref<boolean>;
  readonly bucket: Ref<string>;
  readonly id: Ref<string>;
  readonly ignore_public_acls: Ref<boolean>;
  readonly restrict_public_buckets: Ref<boolean>;
}

interface DeleteMarkerReplication {
  readonly status: Value<string>;
}

interface AccessControlTranslation {
  readonly owner: Value<string>;
}

interface EncryptionConfiguration3 {
  readonly replica_kms_key_id: Value<string>;
}

interface EventThreshold {
  readonly minutes: Value<number>;
}

interface Metrics3 {
  readonly status: Value<string>;
  readonly event_threshold?: EventThreshold | readonly EventThreshold[] | undefined;
}

interface ReplicationTime {
  readonly status: Value<string>;
  readonly time: EventThreshold | readonly EventThreshold[];
}

interface Destination2 {
  readonly account?: Value<string> | undefined;
  readonly bucket: Value<string>;
  readonly storage_class?: Value<string> | undefined;
  readonly access_control_translation?: AccessControlTranslation | readonly AccessControlTranslation[] | undefined;
  readonly encryption_configuration?: EncryptionConfiguration3 | readonly EncryptionConfiguration3[] | undefined;
  readonly metrics?: Metrics3 | readonly Metrics3[] | undefined;
  readonly replication_time?: ReplicationTime | readonly ReplicationTime[] | undefined;
}

interface And3 {
  readonly prefix?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface Filter3 {
  readonly prefix?: Value<string> | undefined;
  readonly and?: And3 | readonly And3[] | undefined;
  readonly tag?: StringEquals | readonly StringEquals[] | undefined;
}

interface SourceSelectionCriteria {
  readonly replica_modifications?: DeleteMarkerReplication | readonly DeleteMarkerReplication[] | undefined;
  readonly sse_kms_encrypted_objects?: DeleteMarkerReplication | readonly DeleteMarkerReplication[] | undefined;
}

interface Rule6 {
  readonly id?: Value<string> | undefined;
  readonly priority?: Value<number> | undefined;
  readonly status: "Enabled" | "Disabled" | Ref<string>;
  readonly delete_marker_replication?: DeleteMarkerReplication | readonly DeleteMarkerReplication[] | undefined;
  readonly destination: Destination2 | readonly Destination2[];
  readonly existing_object_replication?: DeleteMarkerReplication | readonly DeleteMarkerReplication[] | undefined;
  readonly filter?: Filter3 | readonly Filter3[] | undefined;
  readonly source_selection_criteria?: SourceSelectionCriteria | readonly SourceSelectionCriteria[] | undefined;
}

interface S3BucketReplicationConfiguration {
  readonly bucket: Value<string>;
  readonly role: Value<string>;
  readonly token?: Ref<string> | undefined;
  readonly rule: Rule6 | readonly Rule6[];
}

interface DeleteMarkerReplicationOutputs {
  readonly status: Ref<string>;
}

interface AccessControlTranslationOutputs {
  readonly owner: Ref<string>;
}

interface EncryptionConfigurationOutputs2 {
  readonly replica_kms_key_id: Ref<string>;
}

interface EventThresholdOutputs {
  readonly minutes: Ref<number>;
}

interface MetricsOutputs3 {
  readonly status: Ref<string>;
  readonly event_threshold: RefList<EventThresholdOutputs>;
}

interface ReplicationTimeOutputs {
  readonly status: Ref<string>;
  readonly time: RefList<EventThresholdOutputs>;
}

interface DestinationOutputs2 {
  readonly account: Ref<string>;
  readonly bucket: Ref<string>;
  readonly storage_class: Ref<string>;
  readonly access_control_translation: RefList<AccessControlTranslationOutputs>;
  readonly encryption_configuration: RefList<EncryptionConfigurationOutputs2>;
  readonly metrics: RefList<MetricsOutputs3>;
  readonly replication_time: RefList<ReplicationTimeOutputs>;
}

interface AndOutputs3 {
  readonly prefix: Ref<string>;
  readonly tags: RefMap<string>;
}

interface FilterOutputs3 {
  readonly prefix: Ref<string>;
  readonly and: RefList<AndOutputs3>;
  readonly tag: RefList<StringEqualsOutputs>;
}

interface SourceSelectionCriteriaOutputs {
  readonly replica_modifications: RefList<DeleteMarkerReplicationOutputs>;
  readonly sse_kms_encrypted_objects: RefList<DeleteMarkerReplicationOutputs>;
}

interface RuleOutputs6 {
  readonly id: Ref<string>;
  readonly priority: Ref<number>;
  readonly status: Ref<string>;
  readonly delete_marker_replication: RefList<DeleteMarkerReplicationOutputs>;
  readonly destination: RefList<DestinationOutputs2>;
  readonly existing_object_replication: RefList<DeleteMarkerReplicationOutputs>;
  readonly filter: RefList<FilterOutputs3>;
  readonly source_selection_criteria: RefList<SourceSelectionCriteriaOutputs>;
}

interface S3BucketReplicationConfigurationOutputs {
  readonly bucket: Ref<string>;
  readonly id: Ref<string>;
  readonly role: Ref<string>;
  readonly token: Ref<string>;
  readonly rule: RefList<RuleOutputs6>;
}

interface ApplyServerSideEncryptionByDefault {
  readonly kms_master_key_id?: Value<string> | undefined;
  readonly sse_algorithm: "AES256" | "aws:kms" | "aws:kms:dsse" | Ref<string>;
}

interface Rule7 {
  readonly bucket_key_enabled?: Value<boolean> | undefined;
  readonly apply_server_side_encryption_by_default?: ApplyServerSideEncryptionByDefault | readonly ApplyServerSideEncryptionByDefault[] | undefined;
}

interface S3BucketServerSideEncryptionConfiguration {
  readonly bucket: Value<string>;
  readonly expected_bucket_owner?: Value<string> | undefined;
  readonly rule: Rule7 | readonly Rule7[];
}

interface ApplyServerSideEncryptionByDefaultOutputs {
  readonly kms_master_key_id: Ref<string>;
  readonly sse_algorithm: Ref<string>;
}

interface RuleOutputs7 {
  readonly bucket_key_enabled: Ref<boolean>;
  readonly apply_server_side_encryption_by_default: RefList<ApplyServerSideEncryptionByDefaultOutputs>;
}

interface S3BucketServerSideEncryptionConfigurationOutputs {
  readonly bucket: Ref<string>;
  readonly expected_bucket_owner: Ref<string>;
  readonly id: Ref<string>;
  readonly rule: RefSet<RuleOutputs7>;
}

interface VersioningConfiguration {
  readonly mfa_delete?: Value<string> | undefined;
  readonly status: "Enabled" | "Suspended" | "Disabled" | Ref<string>;
}

interface S3BucketVersioning {
  readonly bucket: Value<string>;
  readonly expected_bucket_owner?: Value<string> | undefined;
  readonly mfa?: Value<string> | undefined;
  readonly versioning_configuration: VersioningConfiguration | readonly VersioningConfiguration[];
}

interface VersioningConfigurationOutputs {
  readonly mfa_delete: Ref<string>;
  readonly status: Ref<string>;
}

interface S3BucketVersioningOutputs {
  readonly bucket: Ref<string>;
  readonly expected_bucket_owner: Ref<string>;
  readonly id: Ref<string>;
  readonly mfa: Ref<string>;
  readonly versioning_configuration: RefList<VersioningConfigurationOutputs>;
}

interface DefaultTags {
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface OverrideProvider {
  readonly default_tags?: DefaultTags | readonly DefaultTags[] | undefined;
}

interface S3Object {
  readonly acl?: Value<string> | undefined;
  readonly bucket: Value<string>;
  readonly bucket_key_enabled?: Value<boolean> | undefined;
  readonly cache_control?: Value<string> | undefined;
  readonly checksum_algorithm?: Value<string> | undefined;
  readonly content?: Value<string> | undefined;
  readonly content_base64?: Value<string> | undefined;
  readonly content_disposition?: Value<string> | undefined;
  readonly content_encoding?: Value<string> | undefined;
  readonly content_language?: Value<string> | undefined;
  readonly content_type?: Value<string> | undefined;
  readonly etag?: Value<string> | undefined;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly key: Value<string>;
  readonly kms_key_id?: Value<string> | undefined;
  readonly metadata?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly object_lock_legal_hold_status?: Value<string> | undefined;
  readonly object_lock_mode?: Value<string> | undefined;
  readonly object_lock_retain_until_date?: Value<string> | undefined;
  readonly server_side_encryption?: Value<string> | undefined;
  readonly source?: Value<string> | undefined;
  readonly source_hash?: Value<string> | undefined;
  readonly storage_class?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly website_redirect?: Value<string> | undefined;
  readonly override_provider?: OverrideProvider | readonly OverrideProvider[] | undefined;
}

interface DefaultTagsOutputs {
  readonly tags: RefMap<string>;
}

interface OverrideProviderOutputs {
  readonly default_tags: RefList<DefaultTagsOutputs>;
}

interface S3ObjectOutputs {
  readonly acl: Ref<string>;
  readonly arn: Ref<string>;
  readonly bucket: Ref<string>;
  readonly bucket_key_enabled: Ref<boolean>;
  readonly cache_control: Ref<string>;
  readonly checksum_algorithm: Ref<string>;
  readonly checksum_crc32: Ref<string>;
  readonly checksum_crc32c: Ref<string>;
  readonly checksum_crc64nvme: Ref<string>;
  readonly checksum_sha1: Ref<string>;
  readonly checksum_sha256: Ref<string>;
  readonly content: Ref<string>;
  readonly content_base64: Ref<string>;
  readonly content_disposition: Ref<string>;
  readonly content_encoding: Ref<string>;
  readonly content_language: Ref<string>;
  readonly content_type: Ref<string>;
  readonly etag: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly id: Ref<string>;
  readonly key: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly metadata: RefMap<string>;
  readonly object_lock_legal_hold_status: Ref<string>;
  readonly object_lock_mode: Ref<string>;
  readonly object_lock_retain_until_date: Ref<string>;
  readonly server_side_encryption: Ref<string>;
  readonly source: Ref<string>;
  readonly source_hash: Ref<string>;
  readonly storage_class: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly version_id: Ref<string>;
  readonly website_redirect: Ref<string>;
  readonly override_provider: RefList<OverrideProviderOutputs>;
}

interface Replica2 {
  readonly kms_key_id?: Value<string> | undefined;
  readonly region: Value<string>;
}

interface SecretsmanagerSecret {
  readonly description?: Value<string> | undefined;
  readonly force_overwrite_replica_secret?: Value<boolean> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly policy?: Value<string> | undefined;
  readonly recovery_window_in_days?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly replica?: Replica2 | readonly Replica2[] | undefined;
}

interface ReplicaOutputs2 {
  readonly kms_key_id: Ref<string>;
  readonly last_accessed_date: Ref<string>;
  readonly region: Ref<string>;
  readonly status: Ref<string>;
  readonly status_message: Ref<string>;
}

interface SecretsmanagerSecretOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly force_overwrite_replica_secret: Ref<boolean>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly policy: Ref<string>;
  readonly recovery_window_in_days: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly replica: RefSet<ReplicaOutputs2>;
}

interface RotationRules {
  readonly automatically_after_days?: Value<number> | undefined;
  readonly duration?: Value<string> | undefined;
  readonly schedule_expression?: Value<string> | undefined;
}

interface SecretsmanagerSecretRotation {
  readonly rotate_immediately?: Value<boolean> | undefined;
  readonly rotation_lambda_arn?: Value<string> | undefined;
  readonly secret_id: Value<string>;
  readonly rotation_rules: RotationRules | readonly RotationRules[];
}

interface RotationRulesOutputs {
  readonly automatically_after_days: Ref<number>;
  readonly duration: Ref<string>;
  readonly schedule_expression: Ref<string>;
}

interface SecretsmanagerSecretRotationOutputs {
  readonly id: Ref<string>;
  readonly rotate_immediately: Ref<boolean>;
  readonly rotation_enabled: Ref<boolean>;
  readonly rotation_lambda_arn: Ref<string>;
  readonly secret_id: Ref<string>;
  readonly rotation_rules: RefList<RotationRulesOutputs>;
}

interface SecretsmanagerSecretVersion {
  readonly secret_binary?: Ref<string> | undefined;
  readonly secret_id: Value<string>;
  readonly secret_string?: Ref<string> | undefined;
  readonly secret_string_wo?: Ref<string> | undefined;
  readonly secret_string_wo_version?: Value<number> | undefined;
  readonly version_stages?: Value<readonly Value<string>[]> | undefined;
}

interface SecretsmanagerSecretVersionOutputs {
  readonly arn: Ref<string>;
  readonly has_secret_string_wo: Ref<boolean>;
  readonly id: Ref<string>;
  readonly secret_binary: Ref<string>;
  readonly secret_id: Ref<string>;
  readonly secret_string: Ref<string>;
  readonly secret_string_wo_version: Ref<number>;
  readonly version_id: Ref<string>;
  readonly version_stages: RefSet<Ref<string>>;
}

interface SecurityGroup {
  readonly description?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly revoke_rules_on_delete?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly timeouts?: Timeouts6 | readonly Timeouts6[] | undefined;
}

interface ShieldProtection {
  readonly name: Value<string>;
  readonly resource_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface ShieldProtectionOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly resource_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface ShieldSubscription {
  readonly auto_renew?: Value<string> | undefined;
  readonly skip_destroy?: Value<boolean> | undefined;
}

interface ShieldSubscriptionOutputs {
  readonly auto_renew: Ref<string>;
  readonly id: Ref<string>;
  readonly skip_destroy: Ref<boolean>;
}

interface SnsTopic {
  readonly application_failure_feedback_role_arn?: Value<string> | undefined;
  readonly application_success_feedback_role_arn?: Value<string> | undefined;
  readonly application_success_feedback_sample_rate?: Value<number> | undefined;
  readonly archive_policy?: Value<string> | undefined;
  readonly content_based_deduplication?: Value<boolean> | undefined;
  readonly delivery_policy?: Value<string> | undefined;
  readonly display_name?: Value<string> | undefined;
  readonly fifo_throughput_scope?: Value<string> | undefined;
  readonly fifo_topic?: Value<boolean> | undefined;
  readonly firehose_failure_feedback_role_arn?: Value<string> | undefined;
  readonly firehose_success_feedback_role_arn?: Value<string> | undefined;
  readonly firehose_success_feedback_sample_rate?: Value<number> | undefined;
  readonly http_failure_feedback_role_arn?: Value<string> | undefined;
  readonly http_success_feedback_role_arn?: Value<string> | undefined;
  readonly http_success_feedback_sample_rate?: Value<number> | undefined;
  readonly kms_master_key_id?: Value<string> | undefined;
  readonly lambda_failure_feedback_role_arn?: Value<string> | undefined;
  readonly lambda_success_feedback_role_arn?: Value<string> | undefined;
  readonly lambda_success_feedback_sample_rate?: Value<number> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly policy?: Value<string> | undefined;
  readonly signature_version?: Value<number> | undefined;
  readonly sqs_failure_feedback_role_arn?: Value<string> | undefined;
  readonly sqs_success_feedback_role_arn?: Value<string> | undefined;
  readonly sqs_success_feedback_sample_rate?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly tracing_config?: Value<string> | undefined;
}

interface SnsTopicOutputs {
  readonly application_failure_feedback_role_arn: Ref<string>;
  readonly application_success_feedback_role_arn: Ref<string>;
  readonly application_success_feedback_sample_rate: Ref<number>;
  readonly archive_policy: Ref<string>;
  readonly arn: Ref<string>;
  readonly beginning_archive_time: Ref<string>;
  readonly content_based_deduplication: Ref<boolean>;
  readonly delivery_policy: Ref<string>;
  readonly display_name: Ref<string>;
  readonly fifo_throughput_scope: Ref<string>;
  readonly fifo_topic: Ref<boolean>;
  readonly firehose_failure_feedback_role_arn: Ref<string>;
  readonly firehose_success_feedback_role_arn: Ref<string>;
  readonly firehose_success_feedback_sample_rate: Ref<number>;
  readonly http_failure_feedback_role_arn: Ref<string>;
  readonly http_success_feedback_role_arn: Ref<string>;
  readonly http_success_feedback_sample_rate: Ref<number>;
  readonly id: Ref<string>;
  readonly kms_master_key_id: Ref<string>;
  readonly lambda_failure_feedback_role_arn: Ref<string>;
  readonly lambda_success_feedback_role_arn: Ref<string>;
  readonly lambda_success_feedback_sample_rate: Ref<number>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly owner: Ref<string>;
  readonly policy: Ref<string>;
  readonly signature_version: Ref<number>;
  readonly sqs_failure_feedback_role_arn: Ref<string>;
  readonly sqs_success_feedback_role_arn: Ref<string>;
  readonly sqs_success_feedback_sample_rate: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly tracing_config: Ref<string>;
}

interface SnsTopicPolicy {
  readonly arn: Value<string>;
  readonly policy: Value<string>;
}

interface SnsTopicPolicyOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly owner: Ref<string>;
  readonly policy: Ref<string>;
}

interface SnsTopicSubscription {
  readonly confirmation_timeout_in_minutes?: Value<number> | undefined;
  readonly delivery_policy?: Value<string> | undefined;
  readonly endpoint: Value<string>;
  readonly endpoint_auto_confirms?: Value<boolean> | undefined;
  readonly filter_policy?: Value<string> | undefined;
  readonly filter_policy_scope?: Value<string> | undefined;
  readonly protocol: Value<string>;
  readonly raw_message_delivery?: Value<boolean> | undefined;
  readonly redrive_policy?: Value<string> | undefined;
  readonly replay_policy?: Value<string> | undefined;
  readonly subscription_role_arn?: Value<string> | undefined;
  readonly topic_arn: Value<string>;
}

interface SnsTopicSubscriptionOutputs {
  readonly arn: Ref<string>;
  readonly confirmation_timeout_in_minutes: Ref<number>;
  readonly confirmation_was_authenticated: Ref<boolean>;
  readonly delivery_policy: Ref<string>;
  readonly endpoint: Ref<string>;
  readonly endpoint_auto_confirms: Ref<boolean>;
  readonly filter_policy: Ref<string>;
  readonly filter_policy_scope: Ref<string>;
  readonly id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly pending_confirmation: Ref<boolean>;
  readonly protocol: Ref<string>;
  readonly raw_message_delivery: Ref<boolean>;
  readonly redrive_policy: Ref<string>;
  readonly replay_policy: Ref<string>;
  readonly subscription_role_arn: Ref<string>;
  readonly topic_arn: Ref<string>;
}

interface SqsQueue {
  readonly content_based_deduplication?: Value<boolean> | undefined;
  readonly deduplication_scope?: Value<string> | undefined;
  readonly delay_seconds?: Value<number> | undefined;
  readonly fifo_queue?: Value<boolean> | undefined;
  readonly fifo_throughput_limit?: Value<string> | undefined;
  readonly kms_data_key_reuse_period_seconds?: Value<number> | undefined;
  readonly kms_master_key_id?: Value<string> | undefined;
  readonly max_message_size?: Value<number> | undefined;
  readonly message_retention_seconds?: Value<number> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly policy?: Value<string> | undefined;
  readonly receive_wait_time_seconds?: Value<number> | undefined;
  readonly redrive_allow_policy?: Value<string> | undefined;
  readonly redrive_policy?: Value<string> | undefined;
  readonly sqs_managed_sse_enabled?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly visibility_timeout_seconds?: Value<number> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface SqsQueueOutputs {
  readonly arn: Ref<string>;
  readonly content_based_deduplication: Ref<boolean>;
  readonly deduplication_scope: Ref<string>;
  readonly delay_seconds: Ref<number>;
  readonly fifo_queue: Ref<boolean>;
  readonly fifo_throughput_limit: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_data_key_reuse_period_seconds: Ref<number>;
  readonly kms_master_key_id: Ref<string>;
  readonly max_message_size: Ref<number>;
  readonly message_retention_seconds: Ref<number>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly policy: Ref<string>;
  readonly receive_wait_time_seconds: Ref<number>;
  readonly redrive_allow_policy: Ref<string>;
  readonly redrive_policy: Ref<string>;
  readonly sqs_managed_sse_enabled: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly url: Ref<string>;
  readonly visibility_timeout_seconds: Ref<number>;
}

interface SqsQueuePolicy {
  readonly policy: Value<string>;
  readonly queue_url: Value<string>;
}

interface SqsQueuePolicyOutputs {
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
  readonly queue_url: Ref<string>;
}

interface SqsQueueRedriveAllowPolicy {
  readonly queue_url: Value<string>;
  readonly redrive_allow_policy: Value<string>;
}

interface SqsQueueRedriveAllowPolicyOutputs {
  readonly id: Ref<string>;
  readonly queue_url: Ref<string>;
  readonly redrive_allow_policy: Ref<string>;
}

interface SqsQueueRedrivePolicy {
  readonly queue_url: Value<string>;
  readonly redrive_policy: Value<string>;
}

interface SqsQueueRedrivePolicyOutputs {
  readonly id: Ref<string>;
  readonly queue_url: Ref<string>;
  readonly redrive_policy: Ref<string>;
}

interface AttachmentsSource {
  readonly key: Value<string>;
  readonly name?: Value<string> | undefined;
  readonly values: Value<readonly Value<string>[]>;
}

interface SsmDocument {
  readonly content: Value<string>;
  readonly document_format?: Value<string> | undefined;
  readonly document_type: Value<string>;
  readonly name: Value<string>;
  readonly permissions?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly target_type?: Value<string> | undefined;
  readonly version_name?: Value<string> | undefined;
  readonly attachments_source?: AttachmentsSource | readonly AttachmentsSource[] | undefined;
}

interface ParameterOutputs2 {
  readonly default_value: Ref<string>;
  readonly description: Ref<string>;
  readonly name: Ref<string>;
  readonly type: Ref<string>;
}

interface AttachmentsSourceOutputs {
  readonly key: Ref<string>;
  readonly name: Ref<string>;
  readonly values: RefList<Ref<string>>;
}

interface SsmDocumentOutputs {
  readonly arn: Ref<string>;
  readonly content: Ref<string>;
  readonly created_date: Ref<string>;
  readonly default_version: Ref<string>;
  readonly description: Ref<string>;
  readonly document_format: Ref<string>;
  readonly document_type: Ref<string>;
  readonly document_version: Ref<string>;
  readonly hash: Ref<string>;
  readonly hash_type: Ref<string>;
  readonly id: Ref<string>;
  readonly latest_version: Ref<string>;
  readonly name: Ref<string>;
  readonly owner: Ref<string>;
  readonly parameter: RefList<ParameterOutputs2>;
  readonly permissions: RefMap<string>;
  readonly platform_types: RefList<Ref<string>>;
  readonly schema_version: Ref<string>;
  readonly status: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly target_type: Ref<string>;
  readonly version_name: Ref<string>;
  readonly attachments_source: RefList<AttachmentsSourceOutputs>;
}

interface SsmParameter {
  readonly allowed_pattern?: Value<string> | undefined;
  readonly arn?: Value<string> | undefined;
  readonly data_type?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly insecure_value?: Value<string> | undefined;
  readonly key_id?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly overwrite?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly tier?: "Standard" | "Advanced" | "Intelligent-Tiering" | Ref<string> | undefined;
  readonly type: "String" | "StringList" | "SecureString" | Ref<string>;
  readonly value?: Ref<string> | undefined;
  readonly value_wo?: Ref<string> | undefined;
  readonly value_wo_version?: Value<number> | undefined;
}

interface SsmParameterOutputs {
  readonly allowed_pattern: Ref<string>;
  readonly arn: Ref<string>;
  readonly data_type: Ref<string>;
  readonly description: Ref<string>;
  readonly has_value_wo: Ref<boolean>;
  readonly id: Ref<string>;
  readonly insecure_value: Ref<string>;
  readonly key_id: Ref<string>;
  readonly name: Ref<string>;
  readonly overwrite: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly tier: Ref<string>;
  readonly type: Ref<string>;
  readonly value: Ref<string>;
  readonly value_wo_version: Ref<number>;
  readonly version: Ref<number>;
}

interface Subnet {
  readonly assign_ipv6_address_on_creation?: Value<boolean> | undefined;
  readonly availability_zone?: Value<string> | undefined;
  readonly availability_zone_id?: Value<string> | undefined;
  readonly cidr_block?: Value<string> | undefined;
  readonly customer_owned_ipv4_pool?: Value<string> | undefined;
  readonly enable_dns64?: Value<boolean> | undefined;
  readonly enable_lni_at_device_index?: Value<number> | undefined;
  readonly enable_resource_name_dns_a_record_on_launch?: Value<boolean> | undefined;
  readonly enable_resource_name_dns_aaaa_record_on_launch?: Value<boolean> | undefined;
  readonly ipv6_cidr_block?: Value<string> | undefined;
  readonly ipv6_native?: Value<boolean> | undefined;
  readonly map_customer_owned_ip_on_launch?: Value<boolean> | undefined;
  readonly map_public_ip_on_launch?: Value<boolean> | undefined;
  readonly outpost_arn?: Value<string> | undefined;
  readonly private_dns_hostname_type_on_launch?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id: Value<string>;
  readonly timeouts?: Timeouts6 | readonly Timeouts6[] | undefined;
}

interface SubnetOutputs {
  readonly arn: Ref<string>;
  readonly assign_ipv6_address_on_creation: Ref<boolean>;
  readonly availability_zone: Ref<string>;
  readonly availability_zone_id: Ref<string>;
  readonly cidr_block: Ref<string>;
  readonly customer_owned_ipv4_pool: Ref<string>;
  readonly enable_dns64: Ref<boolean>;
  readonly enable_lni_at_device_index: Ref<number>;
  readonly enable_resource_name_dns_a_record_on_launch: Ref<boolean>;
  readonly enable_resource_name_dns_aaaa_record_on_launch: Ref<boolean>;
  readonly id: Ref<string>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly ipv6_cidr_block_association_id: Ref<string>;
  readonly ipv6_native: Ref<boolean>;
  readonly map_customer_owned_ip_on_launch: Ref<boolean>;
  readonly map_public_ip_on_launch: Ref<boolean>;
  readonly outpost_arn: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly private_dns_hostname_type_on_launch: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface S3Encryption {
  readonly encryption_mode?: Value<string> | undefined;
  readonly kms_key_arn?: Value<string> | undefined;
}

interface ArtifactConfig {
  readonly s3_encryption?: S3Encryption | readonly S3Encryption[] | undefined;
}

interface RunConfig {
  readonly active_tracing?: Value<boolean> | undefined;
  readonly environment_variables?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly memory_in_mb?: Value<number> | undefined;
  readonly timeout_in_seconds?: Value<number> | undefined;
}

interface Schedule {
  readonly duration_in_seconds?: Value<number> | undefined;
  readonly expression: Value<string>;
}

interface SyntheticsCanary {
  readonly artifact_s3_location: Value<string>;
  readonly delete_lambda?: Value<boolean> | undefined;
  readonly execution_role_arn: Value<string>;
  readonly failure_retention_period?: Value<number> | undefined;
  readonly handler: Value<string>;
  readonly name: Value<string>;
  readonly runtime_version: Value<string>;
  readonly s3_bucket?: Value<string> | undefined;
  readonly s3_key?: Value<string> | undefined;
  readonly s3_version?: Value<string> | undefined;
  readonly start_canary?: Value<boolean> | undefined;
  readonly success_retention_period?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly zip_file?: Value<string> | undefined;
  readonly artifact_config?: ArtifactConfig | readonly ArtifactConfig[] | undefined;
  readonly run_config?: RunConfig | readonly RunConfig[] | undefined;
  readonly schedule: Schedule | readonly Schedule[];
  readonly vpc_config?: VpcOptions | readonly VpcOptions[] | undefined;
}

interface TimelineOutputs {
  readonly created: Ref<string>;
  readonly last_modified: Ref<string>;
  readonly last_started: Ref<string>;
  readonly last_stopped: Ref<string>;
}

interface S3EncryptionOutputs {
  readonly encryption_mode: Ref<string>;
  readonly kms_key_arn: Ref<string>;
}

interface ArtifactConfigOutputs {
  readonly s3_encryption: RefList<S3EncryptionOutputs>;
}

interface RunConfigOutputs {
  readonly active_tracing: Ref<boolean>;
  readonly environment_variables: RefMap<string>;
  readonly memory_in_mb: Ref<number>;
  readonly timeout_in_seconds: Ref<number>;
}

interface ScheduleOutputs {
  readonly duration_in_seconds: Ref<number>;
  readonly expression: Ref<string>;
}

interface VpcConfigOutputs4 {
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly vpc_id: Ref<string>;
}

interface SyntheticsCanaryOutputs {
  readonly arn: Ref<string>;
  readonly artifact_s3_location: Ref<string>;
  readonly delete_lambda: Ref<boolean>;
  readonly engine_arn: Ref<string>;
  readonly execution_role_arn: Ref<string>;
  readonly failure_retention_period: Ref<number>;
  readonly handler: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly runtime_version: Ref<string>;
  readonly s3_bucket: Ref<string>;
  readonly s3_key: Ref<string>;
  readonly s3_version: Ref<string>;
  readonly source_location_arn: Ref<string>;
  readonly start_canary: Ref<boolean>;
  readonly status: Ref<string>;
  readonly success_retention_period: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly timeline: RefList<TimelineOutputs>;
  readonly zip_file: Ref<string>;
  readonly artifact_config: RefList<ArtifactConfigOutputs>;
  readonly run_config: RefList<RunConfigOutputs>;
  readonly schedule: RefList<ScheduleOutputs>;
  readonly vpc_config: RefList<VpcConfigOutputs4>;
}

interface Vpc2 {
  readonly assign_generated_ipv6_cidr_block?: Value<boolean> | undefined;
  readonly cidr_block?: Value<string> | undefined;
  readonly enable_dns_hostnames?: Value<boolean> | undefined;
  readonly enable_dns_support?: Value<boolean> | undefined;
  readonly enable_network_address_usage_metrics?: Value<boolean> | undefined;
  readonly instance_tenancy?: "default" | "dedicated" | Ref<string> | undefined;
  readonly ipv4_ipam_pool_id?: Value<string> | undefined;
  readonly ipv4_netmask_length?: Value<number> | undefined;
  readonly ipv6_cidr_block?: Value<string> | undefined;
  readonly ipv6_cidr_block_network_border_group?: Value<string> | undefined;
  readonly ipv6_ipam_pool_id?: Value<string> | undefined;
  readonly ipv6_netmask_length?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface VpcOutputs2 {
  readonly arn: Ref<string>;
  readonly assign_generated_ipv6_cidr_block: Ref<boolean>;
  readonly cidr_block: Ref<string>;
  readonly default_network_acl_id: Ref<string>;
  readonly default_route_table_id: Ref<string>;
  readonly default_security_group_id: Ref<string>;
  readonly dhcp_options_id: Ref<string>;
  readonly enable_dns_hostnames: Ref<boolean>;
  readonly enable_dns_support: Ref<boolean>;
  readonly enable_network_address_usage_metrics: Ref<boolean>;
  readonly id: Ref<string>;
  readonly instance_tenancy: Ref<string>;
  readonly ipv4_ipam_pool_id: Ref<string>;
  readonly ipv4_netmask_length: Ref<number>;
  readonly ipv6_association_id: Ref<string>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly ipv6_cidr_block_network_border_group: Ref<string>;
  readonly ipv6_ipam_pool_id: Ref<string>;
  readonly ipv6_netmask_length: Ref<number>;
  readonly main_route_table_id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface DnsOptions {
  readonly dns_record_ip_type?: Value<string> | undefined;
  readonly private_dns_only_for_inbound_resolver_endpoint?: Value<boolean> | undefined;
}

interface SubnetConfiguration {
  readonly ipv4?: Value<string> | undefined;
  readonly ipv6?: Value<string> | undefined;
  readonly subnet_id?: Value<string> | undefined;
}

interface VpcEndpoint {
  readonly auto_accept?: Value<boolean> | undefined;
  readonly ip_address_type?: Value<string> | undefined;
  readonly policy?: Value<string> | undefined;
  readonly private_dns_enabled?: Value<boolean> | undefined;
  readonly resource_configuration_arn?: Value<string> | undefined;
  readonly route_table_ids?: Value<readonly Value<string>[]> | undefined;
  readonly security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly service_name?: Value<string> | undefined;
  readonly service_network_arn?: Value<string> | undefined;
  readonly service_region?: Value<string> | undefined;
  readonly subnet_ids?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_endpoint_type?: Value<string> | undefined;
  readonly vpc_id: Value<string>;
  readonly dns_options?: DnsOptions | readonly DnsOptions[] | undefined;
  readonly subnet_configuration?: SubnetConfiguration | readonly SubnetConfiguration[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface DnsEntryOutputs {
  readonly dns_name: Ref<string>;
  readonly hosted_zone_id: Ref<string>;
}

interface DnsOptionsOutputs {
  readonly dns_record_ip_type: Ref<string>;
  readonly private_dns_only_for_inbound_resolver_endpoint: Ref<boolean>;
}

interface SubnetConfigurationOutputs {
  readonly ipv4: Ref<string>;
  readonly ipv6: Ref<string>;
  readonly subnet_id: Ref<string>;
}

interface VpcEndpointOutputs {
  readonly arn: Ref<string>;
  readonly auto_accept: Ref<boolean>;
  readonly cidr_blocks: RefList<Ref<string>>;
  readonly dns_entry: RefList<DnsEntryOutputs>;
  readonly id: Ref<string>;
  readonly ip_address_type: Ref<string>;
  readonly network_interface_ids: RefSet<Ref<string>>;
  readonly owner_id: Ref<string>;
  readonly policy: Ref<string>;
  readonly prefix_list_id: Ref<string>;
  readonly private_dns_enabled: Ref<boolean>;
  readonly requester_managed: Ref<boolean>;
  readonly resource_configuration_arn: Ref<string>;
  readonly route_table_ids: RefSet<Ref<string>>;
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly service_name: Ref<string>;
  readonly service_network_arn: Ref<string>;
  readonly service_region: Ref<string>;
  readonly state: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_endpoint_type: Ref<string>;
  readonly vpc_id: Ref<string>;
  readonly dns_options: RefList<DnsOptionsOutputs>;
  readonly subnet_configuration: RefSet<SubnetConfigurationOutputs>;
}

interface Accepter {
  readonly allow_remote_vpc_dns_resolution?: Value<boolean> | undefined;
}

interface VpcPeeringConnection {
  readonly auto_accept?: Value<boolean> | undefined;
  readonly peer_owner_id?: Value<string> | undefined;
  readonly peer_region?: Value<string> | undefined;
  readonly peer_vpc_id: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id: Value<string>;
  readonly accepter?: Accepter | readonly Accepter[] | undefined;
  readonly requester?: Accepter | readonly Accepter[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface AccepterOutputs {
  readonly allow_remote_vpc_dns_resolution: Ref<boolean>;
}

interface VpcPeeringConnectionOutputs {
  readonly accept_status: Ref<string>;
  readonly auto_accept: Ref<boolean>;
  readonly id: Ref<string>;
  readonly peer_owner_id: Ref<string>;
  readonly peer_region: Ref<string>;
  readonly peer_vpc_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly accepter: RefList<AccepterOutputs>;
  readonly requester: RefList<AccepterOutputs>;
}

interface VpcPeeringConnectionAccepter {
  readonly auto_accept?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_peering_connection_id: Value<string>;
  readonly accepter?: Accepter | readonly Accepter[] | undefined;
  readonly requester?: Accepter | readonly Accepter[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface VpcPeeringConnectionAccepterOutputs {
  readonly accept_status: Ref<string>;
  readonly auto_accept: Ref<boolean>;
  readonly id: Ref<string>;
  readonly peer_owner_id: Ref<string>;
  readonly peer_region: Ref<string>;
  readonly peer_vpc_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly vpc_peering_connection_id: Ref<string>;
  readonly accepter: RefList<AccepterOutputs>;
  readonly requester: RefList<AccepterOutputs>;
}

interface VpcPeeringConnectionOptions {
  readonly vpc_peering_connection_id: Value<string>;
  readonly accepter?: Accepter | readonly Accepter[] | undefined;
  readonly requester?: Accepter | readonly Accepter[] | undefined;
}

interface VpcPeeringConnectionOptionsOutputs {
  readonly id: Ref<string>;
  readonly vpc_peering_connection_id: Ref<string>;
  readonly accepter: RefList<AccepterOutputs>;
  readonly requester: RefList<AccepterOutputs>;
}

interface VpcSecurityGroupEgressRule {
  readonly cidr_ipv4?: Value<string> | undefined;
  readonly cidr_ipv6?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly from_port?: Value<number> | undefined;
  readonly ip_protocol: Value<string>;
  readonly prefix_list_id?: Value<string> | undefined;
  readonly referenced_security_group_id?: Value<string> | undefined;
  readonly security_group_id: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly to_port?: Value<number> | undefined;
}

interface VpcSecurityGroupEgressRuleOutputs {
  readonly arn: Ref<string>;
  readonly cidr_ipv4: Ref<string>;
  readonly cidr_ipv6: Ref<string>;
  readonly description: Ref<string>;
  readonly from_port: Ref<number>;
  readonly id: Ref<string>;
  readonly ip_protocol: Ref<string>;
  readonly prefix_list_id: Ref<string>;
  readonly referenced_security_group_id: Ref<string>;
  readonly security_group_id: Ref<string>;
  readonly security_group_rule_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly to_port: Ref<number>;
}

interface CloudwatchLogOptions {
  readonly log_enabled?: Value<boolean> | undefined;
  readonly log_group_arn?: Value<string> | undefined;
  readonly log_output_format?: Value<string> | undefined;
}

interface Tunnel1LogOptions {
  readonly cloudwatch_log_options?: CloudwatchLogOptions | readonly CloudwatchLogOptions[] | undefined;
}

interface VpnConnection {
  readonly customer_gateway_id: Value<string>;
  readonly enable_acceleration?: Value<boolean> | undefined;
  readonly local_ipv4_network_cidr?: Value<string> | undefined;
  readonly local_ipv6_network_cidr?: Value<string> | undefined;
  readonly outside_ip_address_type?: Value<string> | undefined;
  readonly preshared_key_storage?: Value<string> | undefined;
  readonly remote_ipv4_network_cidr?: Value<string> | undefined;
  readonly remote_ipv6_network_cidr?: Value<string> | undefined;
  readonly static_routes_only?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_id?: Value<string> | undefined;
  readonly transport_transit_gateway_attachment_id?: Value<string> | undefined;
  readonly tunnel1_dpd_timeout_action?: Value<string> | undefined;
  readonly tunnel1_dpd_timeout_seconds?: Value<number> | undefined;
  readonly tunnel1_enable_tunnel_lifecycle_control?: Value<boolean> | undefined;
  readonly tunnel1_ike_versions?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel1_inside_cidr?: Value<string> | undefined;
  readonly tunnel1_inside_ipv6_cidr?: Value<string> | undefined;
  readonly tunnel1_phase1_dh_group_numbers?: Value<readonly Value<number>[]> | undefined;
  readonly tunnel1_phase1_encryption_algorithms?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel1_phase1_integrity_algorithms?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel1_phase1_lifetime_seconds?: Value<number> | undefined;
  readonly tunnel1_phase2_dh_group_numbers?: Value<readonly Value<number>[]> | undefined;
  readonly tunnel1_phase2_encryption_algorithms?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel1_phase2_integrity_algorithms?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel1_phase2_lifetime_seconds?: Value<number> | undefined;
  readonly tunnel1_preshared_key?: Ref<string> | undefined;
  readonly tunnel1_rekey_fuzz_percentage?: Value<number> | undefined;
  readonly tunnel1_rekey_margin_time_seconds?: Value<number> | undefined;
  readonly tunnel1_replay_window_size?: Value<number> | undefined;
  readonly tunnel1_startup_action?: Value<string> | undefined;
  readonly tunnel2_dpd_timeout_action?: Value<string> | undefined;
  readonly tunnel2_dpd_timeout_seconds?: Value<number> | undefined;
  readonly tunnel2_enable_tunnel_lifecycle_control?: Value<boolean> | undefined;
  readonly tunnel2_ike_versions?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel2_inside_cidr?: Value<string> | undefined;
  readonly tunnel2_inside_ipv6_cidr?: Value<string> | undefined;
  readonly tunnel2_phase1_dh_group_numbers?: Value<readonly Value<number>[]> | undefined;
  readonly tunnel2_phase1_encryption_algorithms?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel2_phase1_integrity_algorithms?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel2_phase1_lifetime_seconds?: Value<number> | undefined;
  readonly tunnel2_phase2_dh_group_numbers?: Value<readonly Value<number>[]> | undefined;
  readonly tunnel2_phase2_encryption_algorithms?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel2_phase2_integrity_algorithms?: Value<readonly Value<string>[]> | undefined;
  readonly tunnel2_phase2_lifetime_seconds?: Value<number> | undefined;
  readonly tunnel2_preshared_key?: Ref<string> | undefined;
  readonly tunnel2_rekey_fuzz_percentage?: Value<number> | undefined;
  readonly tunnel2_rekey_margin_time_seconds?: Value<number> | undefined;
  readonly tunnel2_replay_window_size?: Value<number> | undefined;
  readonly tunnel2_startup_action?: Value<string> | undefined;
  readonly tunnel_inside_ip_version?: Value<string> | undefined;
  readonly type: Value<string>;
  readonly vpn_gateway_id?: Value<string> | undefined;
  readonly tunnel1_log_options?: Tunnel1LogOptions | readonly Tunnel1LogOptions[] | undefined;
  readonly tunnel2_log_options?: Tunnel1LogOptions | readonly Tunnel1LogOptions[] | undefined;
}

interface RoutesOutputs {
  readonly destination_cidr_block: Ref<string>;
  readonly source: Ref<string>;
  readonly state: Ref<string>;
}

interface VgwTelemetryOutputs {
  readonly accepted_route_count: Ref<number>;
  readonly certificate_arn: Ref<string>;
  readonly last_status_change: Ref<string>;
  readonly outside_ip_address: Ref<string>;
  readonly status: Ref<string>;
  readonly status_message: Ref<string>;
}

interface CloudwatchLogOptionsOutputs {
  readonly log_enabled: Ref<boolean>;
  readonly log_group_arn: Ref<string>;
  readonly log_output_format: Ref<string>;
}

interface Tunnel1LogOptionsOutputs {
  readonly cloudwatch_log_options: RefList<CloudwatchLogOptionsOutputs>;
}

interface VpnConnectionOutputs {
  readonly arn: Ref<string>;
  readonly core_network_arn: Ref<string>;
  readonly core_network_attachment_arn: Ref<string>;
  readonly customer_gateway_configuration: Ref<string>;
  readonly customer_gateway_id: Ref<string>;
  readonly enable_acceleration: Ref<boolean>;
  readonly id: Ref<string>;
  readonly local_ipv4_network_cidr: Ref<string>;
  readonly local_ipv6_network_cidr: Ref<string>;
  readonly outside_ip_address_type: Ref<string>;
  readonly preshared_key_arn: Ref<string>;
  readonly preshared_key_storage: Ref<string>;
  readonly remote_ipv4_network_cidr: Ref<string>;
  readonly remote_ipv6_network_cidr: Ref<string>;
  readonly routes: RefSet<RoutesOutputs>;
  readonly static_routes_only: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
  readonly transit_gateway_id: Ref<string>;
  readonly transport_transit_gateway_attachment_id: Ref<string>;
  readonly tunnel1_address: Ref<string>;
  readonly tunnel1_bgp_asn: Ref<string>;
  readonly tunnel1_bgp_holdtime: Ref<number>;
  readonly tunnel1_cgw_inside_address: Ref<string>;
  readonly tunnel1_dpd_timeout_action: Ref<string>;
  readonly tunnel1_dpd_timeout_seconds: Ref<number>;
  readonly tunnel1_enable_tunnel_lifecycle_control: Ref<boolean>;
  readonly tunnel1_ike_versions: RefSet<Ref<string>>;
  readonly tunnel1_inside_cidr: Ref<string>;
  readonly tunnel1_inside_ipv6_cidr: Ref<string>;
  readonly tunnel1_phase1_dh_group_numbers: RefSet<Ref<number>>;
  readonly tunnel1_phase1_encryption_algorithms: RefSet<Ref<string>>;
  readonly tunnel1_phase1_integrity_algorithms: RefSet<Ref<string>>;
  readonly tunnel1_phase1_lifetime_seconds: Ref<number>;
  readonly tunnel1_phase2_dh_group_numbers: RefSet<Ref<number>>;
  readonly tunnel1_phase2_encryption_algorithms: RefSet<Ref<string>>;
  readonly tunnel1_phase2_integrity_algorithms: RefSet<Ref<string>>;
  readonly tunnel1_phase2_lifetime_seconds: Ref<number>;
  readonly tunnel1_preshared_key: Ref<string>;
  readonly tunnel1_rekey_fuzz_percentage: Ref<number>;
  readonly tunnel1_rekey_margin_time_seconds: Ref<number>;
  readonly tunnel1_replay_window_size: Ref<number>;
  readonly tunnel1_startup_action: Ref<string>;
  readonly tunnel1_vgw_inside_address: Ref<string>;
  readonly tunnel2_address: Ref<string>;
  readonly tunnel2_bgp_asn: Ref<string>;
  readonly tunnel2_bgp_holdtime: Ref<number>;
  readonly tunnel2_cgw_inside_address: Ref<string>;
  readonly tunnel2_dpd_timeout_action: Ref<string>;
  readonly tunnel2_dpd_timeout_seconds: Ref<number>;
  readonly tunnel2_enable_tunnel_lifecycle_control: Ref<boolean>;
  readonly tunnel2_ike_versions: RefSet<Ref<string>>;
  readonly tunnel2_inside_cidr: Ref<string>;
  readonly tunnel2_inside_ipv6_cidr: Ref<string>;
  readonly tunnel2_phase1_dh_group_numbers: RefSet<Ref<number>>;
  readonly tunnel2_phase1_encryption_algorithms: RefSet<Ref<string>>;
  readonly tunnel2_phase1_integrity_algorithms: RefSet<Ref<string>>;
  readonly tunnel2_phase1_lifetime_seconds: Ref<number>;
  readonly tunnel2_phase2_dh_group_numbers: RefSet<Ref<number>>;
  readonly tunnel2_phase2_encryption_algorithms: RefSet<Ref<string>>;
  readonly tunnel2_phase2_integrity_algorithms: RefSet<Ref<string>>;
  readonly tunnel2_phase2_lifetime_seconds: Ref<number>;
  readonly tunnel2_preshared_key: Ref<string>;
  readonly tunnel2_rekey_fuzz_percentage: Ref<number>;
  readonly tunnel2_rekey_margin_time_seconds: Ref<number>;
  readonly tunnel2_replay_window_size: Ref<number>;
  readonly tunnel2_startup_action: Ref<string>;
  readonly tunnel2_vgw_inside_address: Ref<string>;
  readonly tunnel_inside_ip_version: Ref<string>;
  readonly type: Ref<string>;
  readonly vgw_telemetry: RefSet<VgwTelemetryOutputs>;
  readonly vpn_gateway_id: Ref<string>;
  readonly tunnel1_log_options: RefList<Tunnel1LogOptionsOutputs>;
  readonly tunnel2_log_options: RefList<Tunnel1LogOptionsOutputs>;
}

interface ApiGateway {
  readonly default_size_inspection_limit: Value<string>;
}

interface RequestBody {
  readonly api_gateway?: ApiGateway | readonly ApiGateway[] | undefined;
  readonly app_runner_service?: ApiGateway | readonly ApiGateway[] | undefined;
  readonly cloudfront?: ApiGateway | readonly ApiGateway[] | undefined;
  readonly cognito_user_pool?: ApiGateway | readonly ApiGateway[] | undefined;
  readonly verified_access_instance?: ApiGateway | readonly ApiGateway[] | undefined;
}

interface AssociationConfig {
  readonly request_body?: RequestBody | readonly RequestBody[] | undefined;
}

interface ImmunityTimeProperty {
  readonly immunity_time?: Value<number> | undefined;
}

interface CaptchaConfig {
  readonly immunity_time_property?: ImmunityTimeProperty | readonly ImmunityTimeProperty[] | undefined;
}

interface CustomResponseBody {
  readonly content: Value<string>;
  readonly content_type: Value<string>;
  readonly key: Value<string>;
}

interface Field {
  readonly field_keys?: Value<readonly Value<string>[]> | undefined;
  readonly field_type: Value<string>;
}

interface DataProtection {
  readonly action: Value<string>;
  readonly exclude_rate_based_details?: Value<boolean> | undefined;
  readonly exclude_rule_match_details?: Value<boolean> | undefined;
  readonly field: Field | readonly Field[];
}

interface DataProtectionConfig {
  readonly data_protection?: DataProtection | readonly DataProtection[] | undefined;
}

interface CustomRequestHandling {
  readonly insert_header: Dimensions | readonly Dimensions[];
}

interface Allow {
  readonly custom_request_handling?: CustomRequestHandling | readonly CustomRequestHandling[] | undefined;
}

interface CustomResponse {
  readonly custom_response_body_key?: Value<string> | undefined;
  readonly response_code: Value<number>;
  readonly response_header?: Dimensions | readonly Dimensions[] | undefined;
}

interface Block {
  readonly custom_response?: CustomResponse | readonly CustomResponse[] | undefined;
}

interface DefaultAction2 {
  readonly allow?: Allow | readonly Allow[] | undefined;
  readonly block?: Block | readonly Block[] | undefined;
}

interface Action2 {
  readonly allow?: Allow | readonly Allow[] | undefined;
  readonly block?: Block | readonly Block[] | undefined;
  readonly captcha?: Allow | readonly Allow[] | undefined;
  readonly challenge?: Allow | readonly Allow[] | undefined;
  readonly count?: Allow | readonly Allow[] | undefined;
}

type Count = Readonly<Record<string, never>>;

interface OverrideAction {
  readonly count?: Count | readonly Count[] | undefined;
  readonly none?: Count | readonly Count[] | undefined;
}

interface RuleLabel {
  readonly name: Value<string>;
}

interface ForwardedIpConfig {
  readonly fallback_behavior: Value<string>;
  readonly header_name: Value<string>;
}

interface AsnMatchStatement {
  readonly asn_list: Value<readonly Value<number>[]>;
  readonly forwarded_ip_config?: ForwardedIpConfig | readonly ForwardedIpConfig[] | undefined;
}

interface Body {
  readonly oversize_handling?: Value<string> | undefined;
}

interface MatchPattern {
  readonly excluded_cookies?: Value<readonly Value<string>[]> | undefined;
  readonly included_cookies?: Value<readonly Value<string>[]> | undefined;
  readonly all?: Count | readonly Count[] | undefined;
}

interface Cookies3 {
  readonly match_scope: Value<string>;
  readonly oversize_handling: Value<string>;
  readonly match_pattern: MatchPattern | readonly MatchPattern[];
}

interface HeaderOrder {
  readonly oversize_handling: Value<string>;
}

interface MatchPattern2 {
  readonly excluded_headers?: Value<readonly Value<string>[]> | undefined;
  readonly included_headers?: Value<readonly Value<string>[]> | undefined;
  readonly all?: Count | readonly Count[] | undefined;
}

interface Headers {
  readonly match_scope: Value<string>;
  readonly oversize_handling: Value<string>;
  readonly match_pattern: MatchPattern2 | readonly MatchPattern2[];
}

interface Ja3Fingerprint {
  readonly fallback_behavior: Value<string>;
}

interface MatchPattern3 {
  readonly included_paths?: Value<readonly Value<string>[]> | undefined;
  readonly all?: Count | readonly Count[] | undefined;
}

interface JsonBody {
  readonly invalid_fallback_behavior?: Value<string> | undefined;
  readonly match_scope: Value<string>;
  readonly oversize_handling?: Value<string> | undefined;
  readonly match_pattern: MatchPattern3 | readonly MatchPattern3[];
}

interface UriFragment {
  readonly fallback_behavior?: Value<string> | undefined;
}

interface FieldToMatch {
  readonly all_query_arguments?: Count | readonly Count[] | undefined;
  readonly body?: Body | readonly Body[] | undefined;
  readonly cookies?: Cookies3 | readonly Cookies3[] | undefined;
  readonly header_order?: HeaderOrder | readonly HeaderOrder[] | undefined;
  readonly headers?: Headers | readonly Headers[] | undefined;
  readonly ja3_fingerprint?: Ja3Fingerprint | readonly Ja3Fingerprint[] | undefined;
  readonly ja4_fingerprint?: Ja3Fingerprint | readonly Ja3Fingerprint[] | undefined;
  readonly json_body?: JsonBody | readonly JsonBody[] | undefined;
  readonly method?: Count | readonly Count[] | undefined;
  readonly query_string?: Count | readonly Count[] | undefined;
  readonly single_header?: RuleLabel | readonly RuleLabel[] | undefined;
  readonly single_query_argument?: RuleLabel | readonly RuleLabel[] | undefined;
  readonly uri_fragment?: UriFragment | readonly UriFragment[] | undefined;
  readonly uri_path?: Count | readonly Count[] | undefined;
}

interface TextTransformation {
  readonly priority: Value<number>;
  readonly type: Value<string>;
}

interface ByteMatchStatement {
  readonly positional_constraint: Value<string>;
  readonly search_string: Value<string>;
  readonly field_to_match?: FieldToMatch | readonly FieldToMatch[] | undefined;
  readonly text_transformation: TextTransformation | readonly TextTransformation[];
}

interface GeoMatchStatement {
  readonly country_codes: Value<readonly Value<string>[]>;
  readonly forwarded_ip_config?: ForwardedIpConfig | readonly ForwardedIpConfig[] | undefined;
}

interface IpSetForwardedIpConfig {
  readonly fallback_behavior: Value<string>;
  readonly header_name: Value<string>;
  readonly position: Value<string>;
}

interface IpSetReferenceStatement {
  readonly arn: Value<string>;
  readonly ip_set_forwarded_ip_config?: IpSetForwardedIpConfig | readonly IpSetForwardedIpConfig[] | undefined;
}

interface LabelMatchStatement {
  readonly key: Value<string>;
  readonly scope: Value<string>;
}

interface RegexMatchStatement {
  readonly regex_string: Value<string>;
  readonly field_to_match?: FieldToMatch | readonly FieldToMatch[] | undefined;
  readonly text_transformation: TextTransformation | readonly TextTransformation[];
}

interface RegexPatternSetReferenceStatement {
  readonly arn: Value<string>;
  readonly field_to_match?: FieldToMatch | readonly FieldToMatch[] | undefined;
  readonly text_transformation: TextTransformation | readonly TextTransformation[];
}

interface SizeConstraintStatement {
  readonly comparison_operator: Value<string>;
  readonly size: Value<number>;
  readonly field_to_match?: FieldToMatch | readonly FieldToMatch[] | undefined;
  readonly text_transformation: TextTransformation | readonly TextTransformation[];
}

interface SqliMatchStatement {
  readonly sensitivity_level?: Value<string> | undefined;
  readonly field_to_match?: FieldToMatch | readonly FieldToMatch[] | undefined;
  readonly text_transformation: TextTransformation | readonly TextTransformation[];
}

interface XssMatchStatement {
  readonly field_to_match?: FieldToMatch | readonly FieldToMatch[] | undefined;
  readonly text_transformation: TextTransformation | readonly TextTransformation[];
}

interface Statement {
  readonly asn_match_statement?: AsnMatchStatement | readonly AsnMatchStatement[] | undefined;
  readonly byte_match_statement?: ByteMatchStatement | readonly ByteMatchStatement[] | undefined;
  readonly geo_match_statement?: GeoMatchStatement | readonly GeoMatchStatement[] | undefined;
  readonly ip_set_reference_statement?: IpSetReferenceStatement | readonly IpSetReferenceStatement[] | undefined;
  readonly label_match_statement?: LabelMatchStatement | readonly LabelMatchStatement[] | undefined;
  readonly regex_match_statement?: RegexMatchStatement | readonly RegexMatchStatement[] | undefined;
  readonly regex_pattern_set_reference_statement?: RegexPatternSetReferenceStatement | readonly RegexPatternSetReferenceStatement[] | undefined;
  readonly size_constraint_statement?: SizeConstraintStatement | readonly SizeConstraintStatement[] | undefined;
  readonly sqli_match_statement?: SqliMatchStatement | readonly SqliMatchStatement[] | undefined;
  readonly xss_match_statement?: XssMatchStatement | readonly XssMatchStatement[] | undefined;
}

interface AndStatement {
  readonly statement: Statement | readonly Statement[];
}

interface Statement2 {
  readonly and_statement?: AndStatement | readonly AndStatement[] | undefined;
  readonly asn_match_statement?: AsnMatchStatement | readonly AsnMatchStatement[] | undefined;
  readonly byte_match_statement?: ByteMatchStatement | readonly ByteMatchStatement[] | undefined;
  readonly geo_match_statement?: GeoMatchStatement | readonly GeoMatchStatement[] | undefined;
  readonly ip_set_reference_statement?: IpSetReferenceStatement | readonly IpSetReferenceStatement[] | undefined;
  readonly label_match_statement?: LabelMatchStatement | readonly LabelMatchStatement[] | undefined;
  readonly not_statement?: AndStatement | readonly AndStatement[] | undefined;
  readonly or_statement?: AndStatement | readonly AndStatement[] | undefined;
  readonly regex_match_statement?: RegexMatchStatement | readonly RegexMatchStatement[] | undefined;
  readonly regex_pattern_set_reference_statement?: RegexPatternSetReferenceStatement | readonly RegexPatternSetReferenceStatement[] | undefined;
  readonly size_constraint_statement?: SizeConstraintStatement | readonly SizeConstraintStatement[] | undefined;
  readonly sqli_match_statement?: SqliMatchStatement | readonly SqliMatchStatement[] | undefined;
  readonly xss_match_statement?: XssMatchStatement | readonly XssMatchStatement[] | undefined;
}

interface AndStatement2 {
  readonly statement: Statement2 | readonly Statement2[];
}

interface Statement3 {
  readonly and_statement?: AndStatement2 | readonly AndStatement2[] | undefined;
  readonly asn_match_statement?: AsnMatchStatement | readonly AsnMatchStatement[] | undefined;
  readonly byte_match_statement?: ByteMatchStatement | readonly ByteMatchStatement[] | undefined;
  readonly geo_match_statement?: GeoMatchStatement | readonly GeoMatchStatement[] | undefined;
  readonly ip_set_reference_statement?: IpSetReferenceStatement | readonly IpSetReferenceStatement[] | undefined;
  readonly label_match_statement?: LabelMatchStatement | readonly LabelMatchStatement[] | undefined;
  readonly not_statement?: AndStatement2 | readonly AndStatement2[] | undefined;
  readonly or_statement?: AndStatement2 | readonly AndStatement2[] | undefined;
  readonly regex_match_statement?: RegexMatchStatement | readonly RegexMatchStatement[] | undefined;
  readonly regex_pattern_set_reference_statement?: RegexPatternSetReferenceStatement | readonly RegexPatternSetReferenceStatement[] | undefined;
  readonly size_constraint_statement?: SizeConstraintStatement | readonly SizeConstraintStatement[] | undefined;
  readonly sqli_match_statement?: SqliMatchStatement | readonly SqliMatchStatement[] | undefined;
  readonly xss_match_statement?: XssMatchStatement | readonly XssMatchStatement[] | undefined;
}

interface AndStatement3 {
  readonly statement: Statement3 | readonly Statement3[];
}

interface AddressFields {
  readonly identifiers: Value<readonly Value<string>[]>;
}

interface EmailField {
  readonly identifier: Value<string>;
}

interface RequestInspection {
  readonly payload_type: Value<string>;
  readonly address_fields?: AddressFields | readonly AddressFields[] | undefined;
  readonly email_field?: EmailField | readonly EmailField[] | undefined;
  readonly password_field?: EmailField | readonly EmailField[] | undefined;
  readonly phone_number_fields?: AddressFields | readonly AddressFields[] | undefined;
  readonly username_field?: EmailField | readonly EmailField[] | undefined;
}

interface BodyContains {
  readonly failure_strings: Value<readonly Value<string>[]>;
  readonly success_strings: Value<readonly Value<string>[]>;
}

interface Header {
  readonly failure_values: Value<readonly Value<string>[]>;
  readonly name: Value<string>;
  readonly success_values: Value<readonly Value<string>[]>;
}

interface Json {
  readonly failure_values: Value<readonly Value<string>[]>;
  readonly identifier: Value<string>;
  readonly success_values: Value<readonly Value<string>[]>;
}

interface StatusCode {
  readonly failure_codes: Value<readonly Value<number>[]>;
  readonly success_codes: Value<readonly Value<number>[]>;
}

interface ResponseInspection {
  readonly body_contains?: BodyContains | readonly BodyContains[] | undefined;
  readonly header?: Header | readonly Header[] | undefined;
  readonly json?: Json | readonly Json[] | undefined;
  readonly status_code?: StatusCode | readonly StatusCode[] | undefined;
}

interface AwsManagedRulesAcfpRuleSet {
  readonly creation_path: Value<string>;
  readonly enable_regex_in_path?: Value<boolean> | undefined;
  readonly registration_page_path: Value<string>;
  readonly request_inspection: RequestInspection | readonly RequestInspection[];
  readonly response_inspection?: ResponseInspection | readonly ResponseInspection[] | undefined;
}

interface RequestInspection2 {
  readonly payload_type: Value<string>;
  readonly password_field: EmailField | readonly EmailField[];
  readonly username_field: EmailField | readonly EmailField[];
}

interface AwsManagedRulesAtpRuleSet {
  readonly enable_regex_in_path?: Value<boolean> | undefined;
  readonly login_path: Value<string>;
  readonly request_inspection?: RequestInspection2 | readonly RequestInspection2[] | undefined;
  readonly response_inspection?: ResponseInspection | readonly ResponseInspection[] | undefined;
}

interface AwsManagedRulesBotControlRuleSet {
  readonly enable_machine_learning?: Value<boolean> | undefined;
  readonly inspection_level: Value<string>;
}

interface ManagedRuleGroupConfigs {
  readonly login_path?: Value<string> | undefined;
  readonly payload_type?: Value<string> | undefined;
  readonly aws_managed_rules_acfp_rule_set?: AwsManagedRulesAcfpRuleSet | readonly AwsManagedRulesAcfpRuleSet[] | undefined;
  readonly aws_managed_rules_atp_rule_set?: AwsManagedRulesAtpRuleSet | readonly AwsManagedRulesAtpRuleSet[] | undefined;
  readonly aws_managed_rules_bot_control_rule_set?: AwsManagedRulesBotControlRuleSet | readonly AwsManagedRulesBotControlRuleSet[] | undefined;
  readonly password_field?: EmailField | readonly EmailField[] | undefined;
  readonly username_field?: EmailField | readonly EmailField[] | undefined;
}

interface RuleActionOverride {
  readonly name: Value<string>;
  readonly action_to_use: Action2 | readonly Action2[];
}

interface ManagedRuleGroupStatement {
  readonly name: Value<string>;
  readonly vendor_name: Value<string>;
  readonly version?: Value<string> | undefined;
  readonly managed_rule_group_configs?: ManagedRuleGroupConfigs | readonly ManagedRuleGroupConfigs[] | undefined;
  readonly rule_action_override?: RuleActionOverride | readonly RuleActionOverride[] | undefined;
  readonly scope_down_statement?: Statement3 | readonly Statement3[] | undefined;
}

interface Cookie {
  readonly name: Value<string>;
  readonly text_transformation: TextTransformation | readonly TextTransformation[];
}

interface LabelNamespace {
  readonly namespace: Value<string>;
}

interface QueryString2 {
  readonly text_transformation: TextTransformation | readonly TextTransformation[];
}

interface CustomKey {
  readonly cookie?: Cookie | readonly Cookie[] | undefined;
  readonly forwarded_ip?: Count | readonly Count[] | undefined;
  readonly header?: Cookie | readonly Cookie[] | undefined;
  readonly http_method?: Count | readonly Count[] | undefined;
  readonly ip?: Count | readonly Count[] | undefined;
  readonly ja3_fingerprint?: Ja3Fingerprint | readonly Ja3Fingerprint[] | undefined;
  readonly ja4_fingerprint?: Ja3Fingerprint | readonly Ja3Fingerprint[] | undefined;
  readonly label_namespace?: LabelNamespace | readonly LabelNamespace[] | undefined;
  readonly query_argument?: Cookie | readonly Cookie[] | undefined;
  readonly query_string?: QueryString2 | readonly QueryString2[] | undefined;
  readonly uri_path?: QueryString2 | readonly QueryString2[] | undefined;
}

interface RateBasedStatement {
  readonly aggregate_key_type?: Value<string> | undefined;
  readonly evaluation_window_sec?: Value<number> | undefined;
  readonly limit: Value<number>;
  readonly custom_key?: CustomKey | readonly CustomKey[] | undefined;
  readonly forwarded_ip_config?: ForwardedIpConfig | readonly ForwardedIpConfig[] | undefined;
  readonly scope_down_statement?: Statement3 | readonly Statement3[] | undefined;
}

interface RuleGroupReferenceStatement {
  readonly arn: Value<string>;
  readonly rule_action_override?: RuleActionOverride | readonly RuleActionOverride[] | undefined;
}

interface Statement4 {
  readonly and_statement?: AndStatement3 | readonly AndStatement3[] | undefined;
  readonly asn_match_statement?: AsnMatchStatement | readonly AsnMatchStatement[] | undefined;
  readonly byte_match_statement?: ByteMatchStatement | readonly ByteMatchStatement[] | undefined;
  readonly geo_match_statement?: GeoMatchStatement | readonly GeoMatchStatement[] | undefined;
  readonly ip_set_reference_statement?: IpSetReferenceStatement | readonly IpSetReferenceStatement[] | undefined;
  readonly label_match_statement?: LabelMatchStatement | readonly LabelMatchStatement[] | undefined;
  readonly managed_rule_group_statement?: ManagedRuleGroupStatement | readonly ManagedRuleGroupStatement[] | undefined;
  readonly not_statement?: AndStatement3 | readonly AndStatement3[] | undefined;
  readonly or_statement?: AndStatement3 | readonly AndStatement3[] | undefined;
  readonly rate_based_statement?: RateBasedStatement | readonly RateBasedStatement[] | undefined;
  readonly regex_match_statement?: RegexMatchStatement | readonly RegexMatchStatement[] | undefined;
  readonly regex_pattern_set_reference_statement?: RegexPatternSetReferenceStatement | readonly RegexPatternSetReferenceStatement[] | undefined;
  readonly rule_group_reference_statement?: RuleGroupReferenceStatement | readonly RuleGroupReferenceStatement[] | undefined;
  readonly size_constraint_statement?: SizeConstraintStatement | readonly SizeConstraintStatement[] | undefined;
  readonly sqli_match_statement?: SqliMatchStatement | readonly SqliMatchStatement[] | undefined;
  readonly xss_match_statement?: XssMatchStatement | readonly XssMatchStatement[] | undefined;
}

interface VisibilityConfig {
  readonly cloudwatch_metrics_enabled: Value<boolean>;
  readonly metric_name: Value<string>;
  readonly sampled_requests_enabled: Value<boolean>;
}

interface Rule8 {
  readonly name: Value<string>;
  readonly priority: Value<number>;
  readonly action?: Action2 | readonly Action2[] | undefined;
  readonly captcha_config?: CaptchaConfig | readonly CaptchaConfig[] | undefined;
  readonly challenge_config?: CaptchaConfig | readonly CaptchaConfig[] | undefined;
  readonly override_action?: OverrideAction | readonly OverrideAction[] | undefined;
  readonly rule_label?: RuleLabel | readonly RuleLabel[] | undefined;
  readonly statement: Statement4 | readonly Statement4[];
  readonly visibility_config: VisibilityConfig | readonly VisibilityConfig[];
}

interface Wafv2WebAcl {
  readonly description?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly rule_json?: Value<string> | undefined;
  readonly scope: "CLOUDFRONT" | "REGIONAL" | Ref<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly token_domains?: Value<readonly Value<string>[]> | undefined;
  readonly association_config?: AssociationConfig | readonly AssociationConfig[] | undefined;
  readonly captcha_config?: CaptchaConfig | readonly CaptchaConfig[] | undefined;
  readonly challenge_config?: CaptchaConfig | readonly CaptchaConfig[] | undefined;
  readonly custom_response_body?: CustomResponseBody | readonly CustomResponseBody[] | undefined;
  readonly data_protection_config?: DataProtectionConfig | readonly DataProtectionConfig[] | undefined;
  readonly default_action: DefaultAction2 | readonly DefaultAction2[];
  readonly rule?: Rule8 | readonly Rule8[] | undefined;
  readonly visibility_config: VisibilityConfig | readonly VisibilityConfig[];
}

interface ApiGatewayOutputs {
  readonly default_size_inspection_limit: Ref<string>;
}

interface RequestBodyOutputs {
  readonly api_gateway: RefList<ApiGatewayOutputs>;
  readonly app_runner_service: RefList<ApiGatewayOutputs>;
  readonly cloudfront: RefList<ApiGatewayOutputs>;
  readonly cognito_user_pool: RefList<ApiGatewayOutputs>;
  readonly verified_access_instance: RefList<ApiGatewayOutputs>;
}

interface AssociationConfigOutputs {
  readonly request_body: RefList<RequestBodyOutputs>;
}

interface ImmunityTimePropertyOutputs {
  readonly immunity_time: Ref<number>;
}

interface CaptchaConfigOutputs {
  readonly immunity_time_property: RefList<ImmunityTimePropertyOutputs>;
}

interface CustomResponseBodyOutputs {
  readonly content: Ref<string>;
  readonly content_type: Ref<string>;
  readonly key: Ref<string>;
}

interface FieldOutputs {
  readonly field_keys: RefList<Ref<string>>;
  readonly field_type: Ref<string>;
}

interface DataProtectionOutputs {
  readonly action: Ref<string>;
  readonly exclude_rate_based_details: Ref<boolean>;
  readonly exclude_rule_match_details: Ref<boolean>;
  readonly field: RefList<FieldOutputs>;
}

interface DataProtectionConfigOutputs {
  readonly data_protection: RefList<DataProtectionOutputs>;
}

interface CustomRequestHandlingOutputs {
  readonly insert_header: RefSet<DimensionsOutputs>;
}

interface AllowOutputs {
  readonly custom_request_handling: RefList<CustomRequestHandlingOutputs>;
}

interface CustomResponseOutputs {
  readonly custom_response_body_key: Ref<string>;
  readonly response_code: Ref<number>;
  readonly response_header: RefSet<DimensionsOutputs>;
}

interface BlockOutputs {
  readonly custom_response: RefList<CustomResponseOutputs>;
}

interface DefaultActionOutputs2 {
  readonly allow: RefList<AllowOutputs>;
  readonly block: RefList<BlockOutputs>;
}

interface ActionOutputs2 {
  readonly allow: RefList<AllowOutputs>;
  readonly block: RefList<BlockOutputs>;
  readonly captcha: RefList<AllowOutputs>;
  readonly challenge: RefList<AllowOutputs>;
  readonly count: RefList<AllowOutputs>;
}

interface OverrideActionOutputs {
  readonly count: RefList<Count>;
  readonly none: RefList<Count>;
}

interface ForwardedIpConfigOutputs {
  readonly fallback_behavior: Ref<string>;
  readonly header_name: Ref<string>;
}

interface AsnMatchStatementOutputs {
  readonly asn_list: RefList<Ref<number>>;
  readonly forwarded_ip_config: RefList<ForwardedIpConfigOutputs>;
}

interface BodyOutputs {
  readonly oversize_handling: Ref<string>;
}

interface MatchPatternOutputs {
  readonly excluded_cookies: RefList<Ref<string>>;
  readonly included_cookies: RefList<Ref<string>>;
  readonly all: RefList<Count>;
}

interface CookiesOutputs3 {
  readonly match_scope: Ref<string>;
  readonly oversize_handling: Ref<string>;
  readonly match_pattern: RefList<MatchPatternOutputs>;
}

interface MatchPatternOutputs2 {
  readonly excluded_headers: RefList<Ref<string>>;
  readonly included_headers: RefList<Ref<string>>;
  readonly all: RefList<Count>;
}

interface HeadersOutputs {
  readonly match_scope: Ref<string>;
  readonly oversize_handling: Ref<string>;
  readonly match_pattern: RefList<MatchPatternOutputs2>;
}

interface Ja3FingerprintOutputs {
  readonly fallback_behavior: Ref<string>;
}

interface MatchPatternOutputs3 {
  readonly included_paths: RefList<Ref<string>>;
  readonly all: RefList<Count>;
}

interface JsonBodyOutputs {
  readonly invalid_fallback_behavior: Ref<string>;
  readonly match_scope: Ref<string>;
  readonly oversize_handling: Ref<string>;
  readonly match_pattern: RefList<MatchPatternOutputs3>;
}

interface FieldToMatchOutputs {
  readonly all_query_arguments: RefList<Count>;
  readonly body: RefList<BodyOutputs>;
  readonly cookies: RefList<CookiesOutputs3>;
  readonly header_order: RefList<BodyOutputs>;
  readonly headers: RefList<HeadersOutputs>;
  readonly ja3_fingerprint: RefList<Ja3FingerprintOutputs>;
  readonly ja4_fingerprint: RefList<Ja3FingerprintOutputs>;
  readonly json_body: RefList<JsonBodyOutputs>;
  readonly method: RefList<Count>;
  readonly query_string: RefList<Count>;
  readonly single_header: RefList<AutoscalingGroupsOutputs>;
  readonly single_query_argument: RefList<AutoscalingGroupsOutputs>;
  readonly uri_fragment: RefList<Ja3FingerprintOutputs>;
  readonly uri_path: RefList<Count>;
}

interface TextTransformationOutputs {
  readonly priority: Ref<number>;
  readonly type: Ref<string>;
}

interface ByteMatchStatementOutputs {
  readonly positional_constraint: Ref<string>;
  readonly search_string: Ref<string>;
  readonly field_to_match: RefList<FieldToMatchOutputs>;
  readonly text_transformation: RefSet<TextTransformationOutputs>;
}

interface GeoMatchStatementOutputs {
  readonly country_codes: RefList<Ref<string>>;
  readonly forwarded_ip_config: RefList<ForwardedIpConfigOutputs>;
}

interface IpSetForwardedIpConfigOutputs {
  readonly fallback_behavior: Ref<string>;
  readonly header_name: Ref<string>;
  readonly position: Ref<string>;
}

interface IpSetReferenceStatementOutputs {
  readonly arn: Ref<string>;
  readonly ip_set_forwarded_ip_config: RefList<IpSetForwardedIpConfigOutputs>;
}

interface LabelMatchStatementOutputs {
  readonly key: Ref<string>;
  readonly scope: Ref<string>;
}

interface RegexMatchStatementOutputs {
  readonly regex_string: Ref<string>;
  readonly field_to_match: RefList<FieldToMatchOutputs>;
  readonly text_transformation: RefSet<TextTransformationOutputs>;
}

interface RegexPatternSetReferenceStatementOutputs {
  readonly arn: Ref<string>;
  readonly field_to_match: RefList<FieldToMatchOutputs>;
  readonly text_transformation: RefSet<TextTransformationOutputs>;
}

interface SizeConstraintStatementOutputs {
  readonly comparison_operator: Ref<string>;
  readonly size: Ref<number>;
  readonly field_to_match: RefList<FieldToMatchOutputs>;
  readonly text_transformation: RefSet<TextTransformationOutputs>;
}

interface SqliMatchStatementOutputs {
  readonly sensitivity_level: Ref<string>;
  readonly field_to_match: RefList<FieldToMatchOutputs>;
  readonly text_transformation: RefSet<TextTransformationOutputs>;
}

interface XssMatchStatementOutputs {
  readonly field_to_match: RefList<FieldToMatchOutputs>;
  readonly text_transformation: RefSet<TextTransformationOutputs>;
}

interface StatementOutputs {
  readonly asn_match_statement: RefList<AsnMatchStatementOutputs>;
  readonly byte_match_statement: RefList<ByteMatchStatementOutputs>;
  readonly geo_match_statement: RefList<GeoMatchStatementOutputs>;
  readonly ip_set_reference_statement: RefList<IpSetReferenceStatementOutputs>;
  readonly label_match_statement: RefList<LabelMatchStatementOutputs>;
  readonly regex_match_statement: RefList<RegexMatchStatementOutputs>;
  readonly regex_pattern_set_reference_statement: RefList<RegexPatternSetReferenceStatementOutputs>;
  readonly size_constraint_statement: RefList<SizeConstraintStatementOutputs>;
  readonly sqli_match_statement: RefList<SqliMatchStatementOutputs>;
  readonly xss_match_statement: RefList<XssMatchStatementOutputs>;
}

interface AndStatementOutputs {
  readonly statement: RefList<StatementOutputs>;
}

interface StatementOutputs2 {
  readonly and_statement: RefList<AndStatementOutputs>;
  readonly asn_match_statement: RefList<AsnMatchStatementOutputs>;
  readonly byte_match_statement: RefList<ByteMatchStatementOutputs>;
  readonly geo_match_statement: RefList<GeoMatchStatementOutputs>;
  readonly ip_set_reference_statement: RefList<IpSetReferenceStatementOutputs>;
  readonly label_match_statement: RefList<LabelMatchStatementOutputs>;
  readonly not_statement: RefList<AndStatementOutputs>;
  readonly or_statement: RefList<AndStatementOutputs>;
  readonly regex_match_statement: RefList<RegexMatchStatementOutputs>;
  readonly regex_pattern_set_reference_statement: RefList<RegexPatternSetReferenceStatementOutputs>;
  readonly size_constraint_statement: RefList<SizeConstraintStatementOutputs>;
  readonly sqli_match_statement: RefList<SqliMatchStatementOutputs>;
  readonly xss_match_statement: RefList<XssMatchStatementOutputs>;
}

interface AndStatementOutputs2 {
  readonly statement: RefList<StatementOutputs2>;
}

interface StatementOutputs3 {
  readonly and_statement: RefList<AndStatementOutputs2>;
  readonly asn_match_statement: RefList<AsnMatchStatementOutputs>;
  readonly byte_match_statement: RefList<ByteMatchStatementOutputs>;
  readonly geo_match_statement: RefList<GeoMatchStatementOutputs>;
  readonly ip_set_reference_statement: RefList<IpSetReferenceStatementOutputs>;
  readonly label_match_statement: RefList<LabelMatchStatementOutputs>;
  readonly not_statement: RefList<AndStatementOutputs2>;
  readonly or_statement: RefList<AndStatementOutputs2>;
  readonly regex_match_statement: RefList<RegexMatchStatementOutputs>;
  readonly regex_pattern_set_reference_statement: RefList<RegexPatternSetReferenceStatementOutputs>;
  readonly size_constraint_statement: RefList<SizeConstraintStatementOutputs>;
  readonly sqli_match_statement: RefList<SqliMatchStatementOutputs>;
  readonly xss_match_statement: RefList<XssMatchStatementOutputs>;
}

interface AndStatementOutputs3 {
  readonly statement: RefList<StatementOutputs3>;
}

interface AddressFieldsOutputs {
  readonly identifiers: RefList<Ref<string>>;
}

interface EmailFieldOutputs {
  readonly identifier: Ref<string>;
}

interface RequestInspectionOutputs {
  readonly payload_type: Ref<string>;
  readonly address_fields: RefList<AddressFieldsOutputs>;
  readonly email_field: RefList<EmailFieldOutputs>;
  readonly password_field: RefList<EmailFieldOutputs>;
  readonly phone_number_fields: RefList<AddressFieldsOutputs>;
  readonly username_field: RefList<EmailFieldOutputs>;
}

interface BodyContainsOutputs {
  readonly failure_strings: RefSet<Ref<string>>;
  readonly success_strings: RefSet<Ref<string>>;
}

interface HeaderOutputs {
  readonly failure_values: RefSet<Ref<string>>;
  readonly name: Ref<string>;
  readonly success_values: RefSet<Ref<string>>;
}

interface JsonOutputs {
  readonly failure_values: RefSet<Ref<string>>;
  readonly identifier: Ref<string>;
  readonly success_values: RefSet<Ref<string>>;
}

interface StatusCodeOutputs {
  readonly failure_codes: RefSet<Ref<number>>;
  readonly success_codes: RefSet<Ref<number>>;
}

interface ResponseInspectionOutputs {
  readonly body_contains: RefList<BodyContainsOutputs>;
  readonly header: RefList<HeaderOutputs>;
  readonly json: RefList<JsonOutputs>;
  readonly status_code: RefList<StatusCodeOutputs>;
}

interface AwsManagedRulesAcfpRuleSetOutputs {
  readonly creation_path: Ref<string>;
  readonly enable_regex_in_path: Ref<boolean>;
  readonly registration_page_path: Ref<string>;
  readonly request_inspection: RefList<RequestInspectionOutputs>;
  readonly response_inspection: RefList<ResponseInspectionOutputs>;
}

interface RequestInspectionOutputs2 {
  readonly payload_type: Ref<string>;
  readonly password_field: RefList<EmailFieldOutputs>;
  readonly username_field: RefList<EmailFieldOutputs>;
}

interface AwsManagedRulesAtpRuleSetOutputs {
  readonly enable_regex_in_path: Ref<boolean>;
  readonly login_path: Ref<string>;
  readonly request_inspection: RefList<RequestInspectionOutputs2>;
  readonly response_inspection: RefList<ResponseInspectionOutputs>;
}

interface AwsManagedRulesBotControlRuleSetOutputs {
  readonly enable_machine_learning: Ref<boolean>;
  readonly inspection_level: Ref<string>;
}

interface ManagedRuleGroupConfigsOutputs {
  readonly login_path: Ref<string>;
  readonly payload_type: Ref<string>;
  readonly aws_managed_rules_acfp_rule_set: RefList<AwsManagedRulesAcfpRuleSetOutputs>;
  readonly aws_managed_rules_atp_rule_set: RefList<AwsManagedRulesAtpRuleSetOutputs>;
  readonly aws_managed_rules_bot_control_rule_set: RefList<AwsManagedRulesBotControlRuleSetOutputs>;
  readonly password_field: RefList<EmailFieldOutputs>;
  readonly username_field: RefList<EmailFieldOutputs>;
}

interface RuleActionOverrideOutputs {
  readonly name: Ref<string>;
  readonly action_to_use: RefList<ActionOutputs2>;
}

interface ManagedRuleGroupStatementOutputs {
  readonly name: Ref<string>;
  readonly vendor_name: Ref<string>;
  readonly version: Ref<string>;
  readonly managed_rule_group_configs: RefList<ManagedRuleGroupConfigsOutputs>;
  readonly rule_action_override: RefList<RuleActionOverrideOutputs>;
  readonly scope_down_statement: RefList<StatementOutputs3>;
}

interface CookieOutputs {
  readonly name: Ref<string>;
  readonly text_transformation: RefSet<TextTransformationOutputs>;
}

interface LabelNamespaceOutputs {
  readonly namespace: Ref<string>;
}

interface QueryStringOutputs {
  readonly text_transformation: RefSet<TextTransformationOutputs>;
}

interface CustomKeyOutputs {
  readonly cookie: RefList<CookieOutputs>;
  readonly forwarded_ip: RefList<Count>;
  readonly header: RefList<CookieOutputs>;
  readonly http_method: RefList<Count>;
  readonly ip: RefList<Count>;
  readonly ja3_fingerprint: RefList<Ja3FingerprintOutputs>;
  readonly ja4_fingerprint: RefList<Ja3FingerprintOutputs>;
  readonly label_namespace: RefList<LabelNamespaceOutputs>;
  readonly query_argument: RefList<CookieOutputs>;
  readonly query_string: RefList<QueryStringOutputs>;
  readonly uri_path: RefList<QueryStringOutputs>;
}

interface RateBasedStatementOutputs {
  readonly aggregate_key_type: Ref<string>;
  readonly evaluation_window_sec: Ref<number>;
  readonly limit: Ref<number>;
  readonly custom_key: RefList<CustomKeyOutputs>;
  readonly forwarded_ip_config: RefList<ForwardedIpConfigOutputs>;
  readonly scope_down_statement: RefList<StatementOutputs3>;
}

interface RuleGroupReferenceStatementOutputs {
  readonly arn: Ref<string>;
  readonly rule_action_override: RefList<RuleActionOverrideOutputs>;
}

interface StatementOutputs4 {
  readonly and_statement: RefList<AndStatementOutputs3>;
  readonly asn_match_statement: RefList<AsnMatchStatementOutputs>;
  readonly byte_match_statement: RefList<ByteMatchStatementOutputs>;
  readonly geo_match_statement: RefList<GeoMatchStatementOutputs>;
  readonly ip_set_reference_statement: RefList<IpSetReferenceStatementOutputs>;
  readonly label_match_statement: RefList<LabelMatchStatementOutputs>;
  readonly managed_rule_group_statement: RefList<ManagedRuleGroupStatementOutputs>;
  readonly not_statement: RefList<AndStatementOutputs3>;
  readonly or_statement: RefList<AndStatementOutputs3>;
  readonly rate_based_statement: RefList<RateBasedStatementOutputs>;
  readonly regex_match_statement: RefList<RegexMatchStatementOutputs>;
  readonly regex_pattern_set_reference_statement: RefList<RegexPatternSetReferenceStatementOutputs>;
  readonly rule_group_reference_statement: RefList<RuleGroupReferenceStatementOutputs>;
  readonly size_constraint_statement: RefList<SizeConstraintStatementOutputs>;
  readonly sqli_match_statement: RefList<SqliMatchStatementOutputs>;
  readonly xss_match_statement: RefList<XssMatchStatementOutputs>;
}

interface VisibilityConfigOutputs {
  readonly cloudwatch_metrics_enabled: Ref<boolean>;
  readonly metric_name: Ref<string>;
  readonly sampled_requests_enabled: Ref<boolean>;
}

interface RuleOutputs8 {
  readonly name: Ref<string>;
  readonly priority: Ref<number>;
  readonly action: RefList<ActionOutputs2>;
  readonly captcha_config: RefList<CaptchaConfigOutputs>;
  readonly challenge_config: RefList<CaptchaConfigOutputs>;
  readonly override_action: RefList<OverrideActionOutputs>;
  readonly rule_label: RefSet<AutoscalingGroupsOutputs>;
  readonly statement: RefList<StatementOutputs4>;
  readonly visibility_config: RefList<VisibilityConfigOutputs>;
}

interface Wafv2WebAclOutputs {
  readonly application_integration_url: Ref<string>;
  readonly arn: Ref<string>;
  readonly capacity: Ref<number>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly lock_token: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly rule_json: Ref<string>;
  readonly scope: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly token_domains: RefSet<Ref<string>>;
  readonly association_config: RefList<AssociationConfigOutputs>;
  readonly captcha_config: RefList<CaptchaConfigOutputs>;
  readonly challenge_config: RefList<CaptchaConfigOutputs>;
  readonly custom_response_body: RefSet<CustomResponseBodyOutputs>;
  readonly data_protection_config: RefList<DataProtectionConfigOutputs>;
  readonly default_action: RefList<DefaultActionOutputs2>;
  readonly rule: RefSet<RuleOutputs8>;
  readonly visibility_config: RefList<VisibilityConfigOutputs>;
}

interface Wafv2WebAclAssociation {
  readonly resource_arn: Value<string>;
  readonly web_acl_arn: Value<string>;
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
}

interface Wafv2WebAclAssociationOutputs {
  readonly id: Ref<string>;
  readonly resource_arn: Ref<string>;
  readonly web_acl_arn: Ref<string>;
}

interface ActionCondition {
  readonly action: Value<string>;
}

interface LabelNameCondition {
  readonly label_name: Value<string>;
}

interface Condition3 {
  readonly action_condition?: ActionCondition | readonly ActionCondition[] | undefined;
  readonly label_name_condition?: LabelNameCondition | readonly LabelNameCondition[] | undefined;
}

interface Filter4 {
  readonly behavior: Value<string>;
  readonly requirement: Value<string>;
  readonly condition: Condition3 | readonly Condition3[];
}

interface LoggingFilter {
  readonly default_behavior: Value<string>;
  readonly filter: Filter4 | readonly Filter4[];
}

interface RedactedFields {
  readonly method?: Count | readonly Count[] | undefined;
  readonly query_string?: Count | readonly Count[] | undefined;
  readonly single_header?: RuleLabel | readonly RuleLabel[] | undefined;
  readonly uri_path?: Count | readonly Count[] | undefined;
}

interface Wafv2WebAclLoggingConfiguration {
  readonly log_destination_configs: Value<readonly Value<string>[]>;
  readonly resource_arn: Value<string>;
  readonly logging_filter?: LoggingFilter | readonly LoggingFilter[] | undefined;
  readonly redacted_fields?: RedactedFields | readonly RedactedFields[] | undefined;
}

interface ActionConditionOutputs {
  readonly action: Ref<string>;
}

interface LabelNameConditionOutputs {
  readonly label_name: Ref<string>;
}

interface ConditionOutputs3 {
  readonly action_condition: RefList<ActionConditionOutputs>;
  readonly label_name_condition: RefList<LabelNameConditionOutputs>;
}

interface FilterOutputs4 {
  readonly behavior: Ref<string>;
  readonly requirement: Ref<string>;
  readonly condition: RefSet<ConditionOutputs3>;
}

interface LoggingFilterOutputs {
  readonly default_behavior: Ref<string>;
  readonly filter: RefSet<FilterOutputs4>;
}

interface RedactedFieldsOutputs {
  readonly method: RefList<Count>;
  readonly query_string: RefList<Count>;
  readonly single_header: RefList<AutoscalingGroupsOutputs>;
  readonly uri_path: RefList<Count>;
}

interface Wafv2WebAclLoggingConfigurationOutputs {
  readonly id: Ref<string>;
  readonly log_destination_configs: RefSet<Ref<string>>;
  readonly resource_arn: Ref<string>;
  readonly logging_filter: RefList<LoggingFilterOutputs>;
  readonly redacted_fields: RefList<RedactedFieldsOutputs>;
}

interface InsightsConfiguration {
  readonly insights_enabled: Value<boolean>;
  readonly notifications_enabled?: Value<boolean> | undefined;
}

interface XrayGroup {
  readonly filter_expression: Value<string>;
  readonly group_name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly insights_configuration?: InsightsConfiguration | readonly InsightsConfiguration[] | undefined;
}

interface InsightsConfigurationOutputs {
  readonly insights_enabled: Ref<boolean>;
  readonly notifications_enabled: Ref<boolean>;
}

interface XrayGroupOutputs {
  readonly arn: Ref<string>;
  readonly filter_expression: Ref<string>;
  readonly group_name: Ref<string>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly insights_configuration: RefList<InsightsConfigurationOutputs>;
}

interface XraySamplingRule {
  readonly attributes?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly fixed_rate: Value<number>;
  readonly host: Value<string>;
  readonly http_method: Value<string>;
  readonly priority: Value<number>;
  readonly reservoir_size: Value<number>;
  readonly resource_arn: Value<string>;
  readonly rule_name?: Value<string> | undefined;
  readonly service_name: Value<string>;
  readonly service_type: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly url_path: Value<string>;
  readonly version: Value<number>;
}

interface XraySamplingRuleOutputs {
  readonly arn: Ref<string>;
  readonly attributes: RefMap<string>;
  readonly fixed_rate: Ref<number>;
  readonly host: Ref<string>;
  readonly http_method: Ref<string>;
  readonly id: Ref<string>;
  readonly priority: Ref<number>;
  readonly reservoir_size: Ref<number>;
  readonly resource_arn: Ref<string>;
  readonly rule_name: Ref<string>;
  readonly service_name: Ref<string>;
  readonly service_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly url_path: Ref<string>;
  readonly version: Ref<number>;
}

interface DataAcmCertificate {
  readonly domain?: Value<string> | undefined;
  readonly key_types?: Value<readonly Value<string>[]> | undefined;
  readonly most_recent?: Value<boolean> | undefined;
  readonly statuses?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly types?: Value<readonly Value<string>[]> | undefined;
}

interface DataAcmCertificateOutputs {
  readonly arn: Ref<string>;
  readonly certificate: Ref<string>;
  readonly certificate_chain: Ref<string>;
  readonly domain: Ref<string>;
  readonly id: Ref<string>;
  readonly key_types: RefSet<Ref<string>>;
  readonly most_recent: Ref<boolean>;
  readonly status: Ref<string>;
  readonly statuses: RefList<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly types: RefList<Ref<string>>;
}

interface Timeouts10 {
  readonly read?: Value<string> | undefined;
}

interface DataEc2ManagedPrefixList {
  readonly name?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts10 | readonly Timeouts10[] | undefined;
}

interface EntriesOutputs {
  readonly cidr: Ref<string>;
  readonly description: Ref<string>;
}

interface FilterOutputs5 {
  readonly name: Ref<string>;
  readonly values: RefSet<Ref<string>>;
}

interface DataEc2ManagedPrefixListOutputs {
  readonly address_family: Ref<string>;
  readonly arn: Ref<string>;
  readonly entries: RefSet<EntriesOutputs>;
  readonly id: Ref<string>;
  readonly max_entries: Ref<number>;
  readonly name: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly version: Ref<number>;
  readonly filter: RefSet<FilterOutputs5>;
}

interface DataEksCluster {
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface KubernetesNetworkConfigOutputs2 {
  readonly elastic_load_balancing: RefList<GrpcConfigOutputs>;
  readonly ip_family: Ref<string>;
  readonly service_ipv4_cidr: Ref<string>;
  readonly service_ipv6_cidr: Ref<string>;
}

interface OutpostConfigOutputs2 {
  readonly control_plane_instance_type: Ref<string>;
  readonly control_plane_placement: RefList<ControlPlanePlacementOutputs>;
  readonly outpost_arns: RefSet<Ref<string>>;
}

interface DataEksClusterOutputs {
  readonly access_config: RefList<AccessConfigOutputs>;
  readonly arn: Ref<string>;
  readonly certificate_authority: RefList<CertificateAuthorityOutputs>;
  readonly cluster_id: Ref<string>;
  readonly compute_config: RefList<ComputeConfigOutputs>;
  readonly created_at: Ref<string>;
  readonly enabled_cluster_log_types: RefSet<Ref<string>>;
  readonly endpoint: Ref<string>;
  readonly id: Ref<string>;
  readonly identity: RefList<IdentityOutputs>;
  readonly kubernetes_network_config: RefList<KubernetesNetworkConfigOutputs2>;
  readonly name: Ref<string>;
  readonly outpost_config: RefList<OutpostConfigOutputs2>;
  readonly platform_version: Ref<string>;
  readonly remote_network_config: RefList<RemoteNetworkConfigOutputs>;
  readonly role_arn: Ref<string>;
  readonly status: Ref<string>;
  readonly storage_config: RefList<StorageConfigOutputs>;
  readonly tags: RefMap<string>;
  readonly upgrade_policy: RefList<UpgradePolicyOutputs>;
  readonly version: Ref<string>;
  readonly vpc_config: RefList<VpcConfigOutputs2>;
  readonly zonal_shift_config: RefList<GrpcConfigOutputs>;
}

interface Condition4 {
  readonly test: Value<string>;
  readonly values: Value<readonly Value<string>[]>;
  readonly variable: Value<string>;
}

interface NotPrincipals {
  readonly identifiers: Value<readonly Value<string>[]>;
  readonly type: Value<string>;
}

interface Statement5 {
  readonly actions?: Value<readonly Value<string>[]> | undefined;
  readonly effect?: Value<string> | undefined;
  readonly not_actions?: Value<readonly Value<string>[]> | undefined;
  readonly not_resources?: Value<readonly Value<string>[]> | undefined;
  readonly resources?: Value<readonly Value<string>[]> | undefined;
  readonly sid?: Value<string> | undefined;
  readonly condition?: Condition4 | readonly Condition4[] | undefined;
  readonly not_principals?: NotPrincipals | readonly NotPrincipals[] | undefined;
  readonly principals?: NotPrincipals | readonly NotPrincipals[] | undefined;
}

interface DataIamPolicyDocument {
  readonly override_policy_documents?: Value<readonly Value<string>[]> | undefined;
  readonly policy_id?: Value<string> | undefined;
  readonly source_policy_documents?: Value<readonly Value<string>[]> | undefined;
  readonly version?: Value<string> | undefined;
  readonly statement?: Statement5 | readonly Statement5[] | undefined;
}

interface ConditionOutputs4 {
  readonly test: Ref<string>;
  readonly values: RefList<Ref<string>>;
  readonly variable: Ref<string>;
}

interface NotPrincipalsOutputs {
  readonly identifiers: RefSet<Ref<string>>;
  readonly type: Ref<string>;
}

interface StatementOutputs5 {
  readonly actions: RefSet<Ref<string>>;
  readonly effect: Ref<string>;
  readonly not_actions: RefSet<Ref<string>>;
  readonly not_resources: RefSet<Ref<string>>;
  readonly resources: RefSet<Ref<string>>;
  readonly sid: Ref<string>;
  readonly condition: RefSet<ConditionOutputs4>;
  readonly not_principals: RefSet<NotPrincipalsOutputs>;
  readonly principals: RefSet<NotPrincipalsOutputs>;
}

interface DataIamPolicyDocumentOutputs {
  readonly id: Ref<string>;
  readonly json: Ref<string>;
  readonly minified_json: Ref<string>;
  readonly override_policy_documents: RefList<Ref<string>>;
  readonly policy_id: Ref<string>;
  readonly source_policy_documents: RefList<Ref<string>>;
  readonly version: Ref<string>;
  readonly statement: RefList<StatementOutputs5>;
}

interface DataKmsAliasOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly target_key_arn: Ref<string>;
  readonly target_key_id: Ref<string>;
}

interface DataRoute53Zone {
  readonly name?: Value<string> | undefined;
  readonly private_zone?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly zone_id?: Value<string> | undefined;
}

interface DataRoute53ZoneOutputs {
  readonly arn: Ref<string>;
  readonly caller_reference: Ref<string>;
  readonly comment: Ref<string>;
  readonly id: Ref<string>;
  readonly linked_service_description: Ref<string>;
  readonly linked_service_principal: Ref<string>;
  readonly name: Ref<string>;
  readonly name_servers: RefList<Ref<string>>;
  readonly primary_name_server: Ref<string>;
  readonly private_zone: Ref<boolean>;
  readonly resource_record_set_count: Ref<number>;
  readonly tags: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly zone_id: Ref<string>;
}

interface DataRouteTable {
  readonly gateway_id?: Value<string> | undefined;
  readonly route_table_id?: Value<string> | undefined;
  readonly subnet_id?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts10 | readonly Timeouts10[] | undefined;
}

interface AssociationsOutputs {
  readonly gateway_id: Ref<string>;
  readonly main: Ref<boolean>;
  readonly route_table_association_id: Ref<string>;
  readonly route_table_id: Ref<string>;
  readonly subnet_id: Ref<string>;
}

interface RoutesOutputs2 {
  readonly carrier_gateway_id: Ref<string>;
  readonly cidr_block: Ref<string>;
  readonly core_network_arn: Ref<string>;
  readonly destination_prefix_list_id: Ref<string>;
  readonly egress_only_gateway_id: Ref<string>;
  readonly gateway_id: Ref<string>;
  readonly instance_id: Ref<string>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly local_gateway_id: Ref<string>;
  readonly nat_gateway_id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly transit_gateway_id: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
  readonly vpc_peering_connection_id: Ref<string>;
}

interface DataRouteTableOutputs {
  readonly arn: Ref<string>;
  readonly associations: RefList<AssociationsOutputs>;
  readonly gateway_id: Ref<string>;
  readonly id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly route_table_id: Ref<string>;
  readonly routes: RefList<RoutesOutputs2>;
  readonly subnet_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs5>;
}

interface DataS3Bucket {
  readonly bucket: Value<string>;
}

interface DataS3BucketOutputs {
  readonly arn: Ref<string>;
  readonly bucket: Ref<string>;
  readonly bucket_domain_name: Ref<string>;
  readonly bucket_regional_domain_name: Ref<string>;
  readonly hosted_zone_id: Ref<string>;
  readonly id: Ref<string>;
  readonly region: Ref<string>;
  readonly website_domain: Ref<string>;
  readonly website_endpoint: Ref<string>;
}

interface DataSecretsmanagerSecret {
  readonly arn?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface DataSecretsmanagerSecretOutputs {
  readonly arn: Ref<string>;
  readonly created_date: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly last_changed_date: Ref<string>;
  readonly name: Ref<string>;
  readonly policy: Ref<string>;
  readonly tags: RefMap<string>;
}

interface DataSsmParameter {
  readonly name: Value<string>;
  readonly with_decryption?: Value<boolean> | undefined;
}

interface DataSsmParameterOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly insecure_value: Ref<string>;
  readonly name: Ref<string>;
  readonly type: Ref<string>;
  readonly value: Ref<string>;
  readonly version: Ref<number>;
  readonly with_decryption: Ref<boolean>;
}

interface DataSubnet {
  readonly availability_zone?: Value<string> | undefined;
  readonly availability_zone_id?: Value<string> | undefined;
  readonly cidr_block?: Value<string> | undefined;
  readonly default_for_az?: Value<boolean> | undefined;
  readonly ipv6_cidr_block?: Value<string> | undefined;
  readonly state?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts10 | readonly Timeouts10[] | undefined;
}

interface DataSubnetOutputs {
  readonly arn: Ref<string>;
  readonly assign_ipv6_address_on_creation: Ref<boolean>;
  readonly availability_zone: Ref<string>;
  readonly availability_zone_id: Ref<string>;
  readonly available_ip_address_count: Ref<number>;
  readonly cidr_block: Ref<string>;
  readonly customer_owned_ipv4_pool: Ref<string>;
  readonly default_for_az: Ref<boolean>;
  readonly enable_dns64: Ref<boolean>;
  readonly enable_lni_at_device_index: Ref<number>;
  readonly enable_resource_name_dns_a_record_on_launch: Ref<boolean>;
  readonly enable_resource_name_dns_aaaa_record_on_launch: Ref<boolean>;
  readonly id: Ref<string>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly ipv6_cidr_block_association_id: Ref<string>;
  readonly ipv6_native: Ref<boolean>;
  readonly map_customer_owned_ip_on_launch: Ref<boolean>;
  readonly map_public_ip_on_launch: Ref<boolean>;
  readonly outpost_arn: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly private_dns_hostname_type_on_launch: Ref<string>;
  readonly state: Ref<string>;
  readonly tags: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs5>;
}

interface DataVpc {
  readonly cidr_block?: Value<string> | undefined;
  readonly default?: Value<boolean> | undefined;
  readonly dhcp_options_id?: Value<string> | undefined;
  readonly state?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts10 | readonly Timeouts10[] | undefined;
}

interface CidrBlockAssociationsOutputs {
  readonly association_id: Ref<string>;
  readonly cidr_block: Ref<string>;
  readonly state: Ref<string>;
}

interface DataVpcOutputs {
  readonly arn: Ref<string>;
  readonly cidr_block: Ref<string>;
  readonly cidr_block_associations: RefList<CidrBlockAssociationsOutputs>;
  readonly default: Ref<boolean>;
  readonly dhcp_options_id: Ref<string>;
  readonly enable_dns_hostnames: Ref<boolean>;
  readonly enable_dns_support: Ref<boolean>;
  readonly enable_network_address_usage_metrics: Ref<boolean>;
  readonly id: Ref<string>;
  readonly instance_tenancy: Ref<string>;
  readonly ipv6_association_id: Ref<string>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly main_route_table_id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly state: Ref<string>;
  readonly tags: RefMap<string>;
  readonly filter: RefSet<FilterOutputs5>;
}

interface DataWafv2WebAcl {
  readonly name: Value<string>;
  readonly scope: "CLOUDFRONT" | "REGIONAL" | Ref<string>;
}

interface DataWafv2WebAclOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly scope: Ref<string>;
}

interface EphemeralSecretsmanagerRandomPassword {
  readonly exclude_characters?: Value<string> | undefined;
  readonly exclude_lowercase?: Value<boolean> | undefined;
  readonly exclude_numbers?: Value<boolean> | undefined;
  readonly exclude_punctuation?: Value<boolean> | undefined;
  readonly exclude_uppercase?: Value<boolean> | undefined;
  readonly include_space?: Value<boolean> | undefined;
  readonly password_length?: Value<number> | undefined;
  readonly require_each_included_type?: Value<boolean> | undefined;
}

interface EphemeralSecretsmanagerRandomPasswordOutputs {
  readonly exclude_characters: Ref<string>;
  readonly exclude_lowercase: Ref<boolean>;
  readonly exclude_numbers: Ref<boolean>;
  readonly exclude_punctuation: Ref<boolean>;
  readonly exclude_uppercase: Ref<boolean>;
  readonly include_space: Ref<boolean>;
  readonly password_length: Ref<number>;
  readonly random_password: Ref<string>;
  readonly require_each_included_type: Ref<boolean>;
}

interface EphemeralSsmParameter {
  readonly arn: Value<string>;
  readonly with_decryption?: Value<boolean> | undefined;
}

interface EphemeralSsmParameterOutputs {
  readonly arn: Ref<string>;
  readonly name: Ref<string>;
  readonly type: Ref<string>;
  readonly value: Ref<string>;
  readonly version: Ref<number>;
  readonly with_decryption: Ref<boolean>;
}
