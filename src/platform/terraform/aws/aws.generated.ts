// Written by `npm run generate:terraform` from the schema of hashicorp/aws 5.100.0; not edited by hand.
import type { Ref, RefList, RefMap, RefSet, Value } from "../language/expression.ts";

export interface ResourceTypes {
  aws_accessanalyzer_analyzer: { arguments: AccessanalyzerAnalyzer; outputs: AccessanalyzerAnalyzerOutputs };
  aws_accessanalyzer_archive_rule: { arguments: AccessanalyzerArchiveRule; outputs: AccessanalyzerArchiveRuleOutputs };
  aws_account_alternate_contact: { arguments: AccountAlternateContact; outputs: AccountAlternateContactOutputs };
  aws_account_region: { arguments: AccountRegion; outputs: AccountRegionOutputs };
  aws_acm_certificate: { arguments: AcmCertificate; outputs: AcmCertificateOutputs };
  aws_acm_certificate_validation: { arguments: AcmCertificateValidation; outputs: AcmCertificateValidationOutputs };
  aws_appautoscaling_policy: { arguments: AppautoscalingPolicy; outputs: AppautoscalingPolicyOutputs };
  aws_appautoscaling_scheduled_action: { arguments: AppautoscalingScheduledAction; outputs: AppautoscalingScheduledActionOutputs };
  aws_appautoscaling_target: { arguments: AppautoscalingTarget; outputs: AppautoscalingTargetOutputs };
  aws_autoscaling_attachment: { arguments: AutoscalingAttachment; outputs: AutoscalingAttachmentOutputs };
  aws_autoscaling_group: { arguments: AutoscalingGroup; outputs: AutoscalingGroupOutputs };
  aws_autoscaling_group_tag: { arguments: AutoscalingGroupTag; outputs: AutoscalingGroupTagOutputs };
  aws_autoscaling_lifecycle_hook: { arguments: AutoscalingLifecycleHook; outputs: AutoscalingLifecycleHookOutputs };
  aws_autoscaling_notification: { arguments: AutoscalingNotification; outputs: AutoscalingNotificationOutputs };
  aws_autoscaling_policy: { arguments: AutoscalingPolicy; outputs: AutoscalingPolicyOutputs };
  aws_autoscaling_schedule: { arguments: AutoscalingSchedule; outputs: AutoscalingScheduleOutputs };
  aws_autoscaling_traffic_source_attachment: { arguments: AutoscalingTrafficSourceAttachment; outputs: AutoscalingTrafficSourceAttachmentOutputs };
  aws_backup_framework: { arguments: BackupFramework; outputs: BackupFrameworkOutputs };
  aws_backup_global_settings: { arguments: BackupGlobalSettings; outputs: BackupGlobalSettingsOutputs };
  aws_backup_logically_air_gapped_vault: { arguments: BackupLogicallyAirGappedVault; outputs: BackupLogicallyAirGappedVaultOutputs };
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
  aws_budgets_budget_action: { arguments: BudgetsBudgetAction; outputs: BudgetsBudgetActionOutputs };
  aws_ce_anomaly_monitor: { arguments: CeAnomalyMonitor; outputs: CeAnomalyMonitorOutputs };
  aws_ce_anomaly_subscription: { arguments: CeAnomalySubscription; outputs: CeAnomalySubscriptionOutputs };
  aws_ce_cost_allocation_tag: { arguments: CeCostAllocationTag; outputs: CeCostAllocationTagOutputs };
  aws_ce_cost_category: { arguments: CeCostCategory; outputs: CeCostCategoryOutputs };
  aws_cloudfront_cache_policy: { arguments: CloudfrontCachePolicy; outputs: CloudfrontCachePolicyOutputs };
  aws_cloudfront_distribution: { arguments: CloudfrontDistribution; outputs: CloudfrontDistributionOutputs };
  aws_cloudfront_function: { arguments: CloudfrontFunction; outputs: CloudfrontFunctionOutputs };
  aws_cloudfront_key_group: { arguments: CloudfrontKeyGroup; outputs: CloudfrontKeyGroupOutputs };
  aws_cloudfront_key_value_store: { arguments: CloudfrontKeyValueStore; outputs: CloudfrontKeyValueStoreOutputs };
  aws_cloudfront_monitoring_subscription: { arguments: CloudfrontMonitoringSubscription; outputs: CloudfrontMonitoringSubscriptionOutputs };
  aws_cloudfront_origin_access_control: { arguments: CloudfrontOriginAccessControl; outputs: CloudfrontOriginAccessControlOutputs };
  aws_cloudfront_origin_access_identity: { arguments: CloudfrontOriginAccessIdentity; outputs: CloudfrontOriginAccessIdentityOutputs };
  aws_cloudfront_origin_request_policy: { arguments: CloudfrontOriginRequestPolicy; outputs: CloudfrontOriginRequestPolicyOutputs };
  aws_cloudfront_public_key: { arguments: CloudfrontPublicKey; outputs: CloudfrontPublicKeyOutputs };
  aws_cloudfront_response_headers_policy: { arguments: CloudfrontResponseHeadersPolicy; outputs: CloudfrontResponseHeadersPolicyOutputs };
  aws_cloudtrail: { arguments: Cloudtrail; outputs: CloudtrailOutputs };
  aws_cloudtrail_event_data_store: { arguments: CloudtrailEventDataStore; outputs: CloudtrailEventDataStoreOutputs };
  aws_cloudtrail_organization_delegated_admin_account: { arguments: CloudtrailOrganizationDelegatedAdminAccount; outputs: CloudtrailOrganizationDelegatedAdminAccountOutputs };
  aws_cloudwatch_composite_alarm: { arguments: CloudwatchCompositeAlarm; outputs: CloudwatchCompositeAlarmOutputs };
  aws_cloudwatch_dashboard: { arguments: CloudwatchDashboard; outputs: CloudwatchDashboardOutputs };
  aws_cloudwatch_event_api_destination: { arguments: CloudwatchEventApiDestination; outputs: CloudwatchEventApiDestinationOutputs };
  aws_cloudwatch_event_archive: { arguments: CloudwatchEventArchive; outputs: CloudwatchEventArchiveOutputs };
  aws_cloudwatch_event_bus: { arguments: CloudwatchEventBus; outputs: CloudwatchEventBusOutputs };
  aws_cloudwatch_event_bus_policy: { arguments: CloudwatchEventBusPolicy; outputs: CloudwatchEventBusPolicyOutputs };
  aws_cloudwatch_event_connection: { arguments: CloudwatchEventConnection; outputs: CloudwatchEventConnectionOutputs };
  aws_cloudwatch_event_endpoint: { arguments: CloudwatchEventEndpoint; outputs: CloudwatchEventEndpointOutputs };
  aws_cloudwatch_event_permission: { arguments: CloudwatchEventPermission; outputs: CloudwatchEventPermissionOutputs };
  aws_cloudwatch_event_rule: { arguments: CloudwatchEventRule; outputs: CloudwatchEventRuleOutputs };
  aws_cloudwatch_event_target: { arguments: CloudwatchEventTarget; outputs: CloudwatchEventTargetOutputs };
  aws_cloudwatch_log_delivery: { arguments: CloudwatchLogDelivery; outputs: CloudwatchLogDeliveryOutputs };
  aws_cloudwatch_log_delivery_destination: { arguments: CloudwatchLogDeliveryDestination; outputs: CloudwatchLogDeliveryDestinationOutputs };
  aws_cloudwatch_log_delivery_source: { arguments: CloudwatchLogDeliverySource; outputs: CloudwatchLogDeliverySourceOutputs };
  aws_cloudwatch_log_destination: { arguments: CloudwatchLogDestination; outputs: CloudwatchLogDestinationOutputs };
  aws_cloudwatch_log_destination_policy: { arguments: CloudwatchLogDestinationPolicy; outputs: CloudwatchLogDestinationPolicyOutputs };
  aws_cloudwatch_log_group: { arguments: CloudwatchLogGroup; outputs: CloudwatchLogGroupOutputs };
  aws_cloudwatch_log_index_policy: { arguments: CloudwatchLogIndexPolicy; outputs: CloudwatchLogIndexPolicyOutputs };
  aws_cloudwatch_log_metric_filter: { arguments: CloudwatchLogMetricFilter; outputs: CloudwatchLogMetricFilterOutputs };
  aws_cloudwatch_log_resource_policy: { arguments: CloudwatchLogResourcePolicy; outputs: CloudwatchLogResourcePolicyOutputs };
  aws_cloudwatch_log_stream: { arguments: CloudwatchLogStream; outputs: CloudwatchLogStreamOutputs };
  aws_cloudwatch_log_subscription_filter: { arguments: CloudwatchLogSubscriptionFilter; outputs: CloudwatchLogSubscriptionFilterOutputs };
  aws_cloudwatch_metric_alarm: { arguments: CloudwatchMetricAlarm; outputs: CloudwatchMetricAlarmOutputs };
  aws_cloudwatch_metric_stream: { arguments: CloudwatchMetricStream; outputs: CloudwatchMetricStreamOutputs };
  aws_cloudwatch_query_definition: { arguments: CloudwatchQueryDefinition; outputs: CloudwatchQueryDefinitionOutputs };
  aws_codebuild_fleet: { arguments: CodebuildFleet; outputs: CodebuildFleetOutputs };
  aws_codebuild_project: { arguments: CodebuildProject; outputs: CodebuildProjectOutputs };
  aws_codebuild_report_group: { arguments: CodebuildReportGroup; outputs: CodebuildReportGroupOutputs };
  aws_codebuild_resource_policy: { arguments: CodebuildResourcePolicy; outputs: CodebuildResourcePolicyOutputs };
  aws_codebuild_source_credential: { arguments: CodebuildSourceCredential; outputs: CodebuildSourceCredentialOutputs };
  aws_codebuild_webhook: { arguments: CodebuildWebhook; outputs: CodebuildWebhookOutputs };
  aws_codecommit_approval_rule_template: { arguments: CodecommitApprovalRuleTemplate; outputs: CodecommitApprovalRuleTemplateOutputs };
  aws_codecommit_approval_rule_template_association: { arguments: CodecommitApprovalRuleTemplateAssociation; outputs: CodecommitApprovalRuleTemplateAssociationOutputs };
  aws_codecommit_repository: { arguments: CodecommitRepository; outputs: CodecommitRepositoryOutputs };
  aws_codecommit_trigger: { arguments: CodecommitTrigger; outputs: CodecommitTriggerOutputs };
  aws_config_config_rule: { arguments: ConfigConfigRule; outputs: ConfigConfigRuleOutputs };
  aws_config_configuration_aggregator: { arguments: ConfigConfigurationAggregator; outputs: ConfigConfigurationAggregatorOutputs };
  aws_config_configuration_recorder: { arguments: ConfigConfigurationRecorder; outputs: ConfigConfigurationRecorderOutputs };
  aws_config_configuration_recorder_status: { arguments: ConfigConfigurationRecorderStatus; outputs: ConfigConfigurationRecorderStatusOutputs };
  aws_config_conformance_pack: { arguments: ConfigConformancePack; outputs: ConfigConformancePackOutputs };
  aws_config_delivery_channel: { arguments: ConfigDeliveryChannel; outputs: ConfigDeliveryChannelOutputs };
  aws_config_remediation_configuration: { arguments: ConfigRemediationConfiguration; outputs: ConfigRemediationConfigurationOutputs };
  aws_config_retention_configuration: { arguments: ConfigRetentionConfiguration; outputs: ConfigRetentionConfigurationOutputs };
  aws_cur_report_definition: { arguments: CurReportDefinition; outputs: CurReportDefinitionOutputs };
  aws_customer_gateway: { arguments: CustomerGateway; outputs: CustomerGatewayOutputs };
  aws_db_cluster_snapshot: { arguments: DbClusterSnapshot; outputs: DbClusterSnapshotOutputs };
  aws_db_event_subscription: { arguments: DbEventSubscription; outputs: DbEventSubscriptionOutputs };
  aws_db_instance: { arguments: DbInstance; outputs: DbInstanceOutputs };
  aws_db_instance_automated_backups_replication: { arguments: DbInstanceAutomatedBackupsReplication; outputs: DbInstanceAutomatedBackupsReplicationOutputs };
  aws_db_instance_role_association: { arguments: DbInstanceRoleAssociation; outputs: DbInstanceRoleAssociationOutputs };
  aws_db_option_group: { arguments: DbOptionGroup; outputs: DbOptionGroupOutputs };
  aws_db_parameter_group: { arguments: DbParameterGroup; outputs: DbParameterGroupOutputs };
  aws_db_proxy: { arguments: DbProxy; outputs: DbProxyOutputs };
  aws_db_proxy_default_target_group: { arguments: DbProxyDefaultTargetGroup; outputs: DbProxyDefaultTargetGroupOutputs };
  aws_db_proxy_endpoint: { arguments: DbProxyEndpoint; outputs: DbProxyEndpointOutputs };
  aws_db_proxy_target: { arguments: DbProxyTarget; outputs: DbProxyTargetOutputs };
  aws_db_snapshot: { arguments: DbSnapshot; outputs: DbSnapshotOutputs };
  aws_db_snapshot_copy: { arguments: DbSnapshotCopy; outputs: DbSnapshotCopyOutputs };
  aws_db_subnet_group: { arguments: DbSubnetGroup; outputs: DbSubnetGroupOutputs };
  aws_default_network_acl: { arguments: DefaultNetworkAcl; outputs: DefaultNetworkAclOutputs };
  aws_default_route_table: { arguments: DefaultRouteTable; outputs: DefaultRouteTableOutputs };
  aws_default_security_group: { arguments: DefaultSecurityGroup; outputs: DefaultSecurityGroupOutputs };
  aws_dx_connection: { arguments: DxConnection; outputs: DxConnectionOutputs };
  aws_dx_connection_association: { arguments: DxConnectionAssociation; outputs: DxConnectionAssociationOutputs };
  aws_dx_gateway: { arguments: DxGateway; outputs: DxGatewayOutputs };
  aws_dx_gateway_association: { arguments: DxGatewayAssociation; outputs: DxGatewayAssociationOutputs };
  aws_dx_gateway_association_proposal: { arguments: DxGatewayAssociationProposal; outputs: DxGatewayAssociationProposalOutputs };
  aws_dx_lag: { arguments: DxLag; outputs: DxLagOutputs };
  aws_dx_private_virtual_interface: { arguments: DxPrivateVirtualInterface; outputs: DxPrivateVirtualInterfaceOutputs };
  aws_dx_public_virtual_interface: { arguments: DxPublicVirtualInterface; outputs: DxPublicVirtualInterfaceOutputs };
  aws_dx_transit_virtual_interface: { arguments: DxTransitVirtualInterface; outputs: DxTransitVirtualInterfaceOutputs };
  aws_dynamodb_contributor_insights: { arguments: DynamodbContributorInsights; outputs: DynamodbContributorInsightsOutputs };
  aws_dynamodb_global_table: { arguments: DynamodbGlobalTable; outputs: DynamodbGlobalTableOutputs };
  aws_dynamodb_kinesis_streaming_destination: { arguments: DynamodbKinesisStreamingDestination; outputs: DynamodbKinesisStreamingDestinationOutputs };
  aws_dynamodb_resource_policy: { arguments: DynamodbResourcePolicy; outputs: DynamodbResourcePolicyOutputs };
  aws_dynamodb_table: { arguments: DynamodbTable; outputs: DynamodbTableOutputs };
  aws_dynamodb_table_export: { arguments: DynamodbTableExport; outputs: DynamodbTableExportOutputs };
  aws_dynamodb_table_item: { arguments: DynamodbTableItem; outputs: DynamodbTableItemOutputs };
  aws_dynamodb_table_replica: { arguments: DynamodbTableReplica; outputs: DynamodbTableReplicaOutputs };
  aws_dynamodb_tag: { arguments: DynamodbTag; outputs: DynamodbTagOutputs };
  aws_ebs_default_kms_key: { arguments: EbsDefaultKmsKey; outputs: EbsDefaultKmsKeyOutputs };
  aws_ebs_encryption_by_default: { arguments: GrpcConfig; outputs: EbsEncryptionByDefaultOutputs };
  aws_ebs_fast_snapshot_restore: { arguments: EbsFastSnapshotRestore; outputs: EbsFastSnapshotRestoreOutputs };
  aws_ebs_snapshot: { arguments: EbsSnapshot; outputs: EbsSnapshotOutputs };
  aws_ebs_snapshot_block_public_access: { arguments: EbsSnapshotBlockPublicAccess; outputs: EbsSnapshotBlockPublicAccessOutputs };
  aws_ebs_snapshot_copy: { arguments: EbsSnapshotCopy; outputs: EbsSnapshotCopyOutputs };
  aws_ebs_snapshot_import: { arguments: EbsSnapshotImport; outputs: EbsSnapshotImportOutputs };
  aws_ebs_volume: { arguments: EbsVolume; outputs: EbsVolumeOutputs };
  aws_ec2_capacity_block_reservation: { arguments: Ec2CapacityBlockReservation; outputs: Ec2CapacityBlockReservationOutputs };
  aws_ec2_capacity_reservation: { arguments: Ec2CapacityReservation; outputs: Ec2CapacityReservationOutputs };
  aws_ec2_image_block_public_access: { arguments: Ec2ImageBlockPublicAccess; outputs: EbsSnapshotBlockPublicAccessOutputs };
  aws_ec2_instance_metadata_defaults: { arguments: Ec2InstanceMetadataDefaults; outputs: Ec2InstanceMetadataDefaultsOutputs };
  aws_ec2_managed_prefix_list: { arguments: Ec2ManagedPrefixList; outputs: Ec2ManagedPrefixListOutputs };
  aws_ec2_managed_prefix_list_entry: { arguments: Ec2ManagedPrefixListEntry; outputs: Ec2ManagedPrefixListEntryOutputs };
  aws_ec2_serial_console_access: { arguments: GrpcConfig; outputs: EbsEncryptionByDefaultOutputs };
  aws_ec2_subnet_cidr_reservation: { arguments: Ec2SubnetCidrReservation; outputs: Ec2SubnetCidrReservationOutputs };
  aws_ec2_tag: { arguments: Ec2Tag; outputs: Ec2TagOutputs };
  aws_ec2_transit_gateway: { arguments: Ec2TransitGateway; outputs: Ec2TransitGatewayOutputs };
  aws_ec2_transit_gateway_connect: { arguments: Ec2TransitGatewayConnect; outputs: Ec2TransitGatewayConnectOutputs };
  aws_ec2_transit_gateway_connect_peer: { arguments: Ec2TransitGatewayConnectPeer; outputs: Ec2TransitGatewayConnectPeerOutputs };
  aws_ec2_transit_gateway_default_route_table_association: { arguments: Ec2TransitGatewayDefaultRouteTableAssociation; outputs: Ec2TransitGatewayDefaultRouteTableAssociationOutputs };
  aws_ec2_transit_gateway_default_route_table_propagation: { arguments: Ec2TransitGatewayDefaultRouteTableAssociation; outputs: Ec2TransitGatewayDefaultRouteTableAssociationOutputs };
  aws_ec2_transit_gateway_multicast_domain: { arguments: Ec2TransitGatewayMulticastDomain; outputs: Ec2TransitGatewayMulticastDomainOutputs };
  aws_ec2_transit_gateway_multicast_domain_association: { arguments: Ec2TransitGatewayMulticastDomainAssociation; outputs: Ec2TransitGatewayMulticastDomainAssociationOutputs };
  aws_ec2_transit_gateway_multicast_group_member: { arguments: Ec2TransitGatewayMulticastGroupMember; outputs: Ec2TransitGatewayMulticastGroupMemberOutputs };
  aws_ec2_transit_gateway_multicast_group_source: { arguments: Ec2TransitGatewayMulticastGroupMember; outputs: Ec2TransitGatewayMulticastGroupMemberOutputs };
  aws_ec2_transit_gateway_peering_attachment: { arguments: Ec2TransitGatewayPeeringAttachment; outputs: Ec2TransitGatewayPeeringAttachmentOutputs };
  aws_ec2_transit_gateway_peering_attachment_accepter: { arguments: Ec2TransitGatewayPeeringAttachmentAccepter; outputs: Ec2TransitGatewayPeeringAttachmentAccepterOutputs };
  aws_ec2_transit_gateway_policy_table: { arguments: Ec2TransitGatewayPolicyTable; outputs: Ec2TransitGatewayPolicyTableOutputs };
  aws_ec2_transit_gateway_policy_table_association: { arguments: Ec2TransitGatewayPolicyTableAssociation; outputs: Ec2TransitGatewayPolicyTableAssociationOutputs };
  aws_ec2_transit_gateway_prefix_list_reference: { arguments: Ec2TransitGatewayPrefixListReference; outputs: Ec2TransitGatewayPrefixListReferenceOutputs };
  aws_ec2_transit_gateway_route: { arguments: Ec2TransitGatewayRoute; outputs: Ec2TransitGatewayRouteOutputs };
  aws_ec2_transit_gateway_route_table: { arguments: Ec2TransitGatewayPolicyTable; outputs: Ec2TransitGatewayRouteTableOutputs };
  aws_ec2_transit_gateway_route_table_association: { arguments: Ec2TransitGatewayRouteTableAssociation; outputs: Ec2TransitGatewayRouteTableAssociationOutputs };
  aws_ec2_transit_gateway_route_table_propagation: { arguments: Ec2TransitGatewayRouteTablePropagation; outputs: Ec2TransitGatewayRouteTablePropagationOutputs };
  aws_ec2_transit_gateway_vpc_attachment: { arguments: Ec2TransitGatewayVpcAttachment; outputs: Ec2TransitGatewayVpcAttachmentOutputs };
  aws_ec2_transit_gateway_vpc_attachment_accepter: { arguments: Ec2TransitGatewayVpcAttachmentAccepter; outputs: Ec2TransitGatewayVpcAttachmentAccepterOutputs };
  aws_ecr_account_setting: { arguments: Dimensions; outputs: DimensionsOutputs };
  aws_ecr_lifecycle_policy: { arguments: EcrLifecyclePolicy; outputs: EcrLifecyclePolicyOutputs };
  aws_ecr_pull_through_cache_rule: { arguments: EcrPullThroughCacheRule; outputs: EcrPullThroughCacheRuleOutputs };
  aws_ecr_registry_policy: { arguments: EcrRegistryPolicy; outputs: EcrRegistryPolicyOutputs };
  aws_ecr_registry_scanning_configuration: { arguments: EcrRegistryScanningConfiguration; outputs: EcrRegistryScanningConfigurationOutputs };
  aws_ecr_replication_configuration: { arguments: EcrReplicationConfiguration; outputs: EcrReplicationConfigurationOutputs };
  aws_ecr_repository: { arguments: EcrRepository; outputs: EcrRepositoryOutputs };
  aws_ecr_repository_creation_template: { arguments: EcrRepositoryCreationTemplate; outputs: EcrRepositoryCreationTemplateOutputs };
  aws_ecr_repository_policy: { arguments: EcrLifecyclePolicy; outputs: EcrLifecyclePolicyOutputs };
  aws_egress_only_internet_gateway: { arguments: EgressOnlyInternetGateway; outputs: EgressOnlyInternetGatewayOutputs };
  aws_eip: { arguments: Eip; outputs: EipOutputs };
  aws_eip_association: { arguments: EipAssociation; outputs: EipAssociationOutputs };
  aws_eip_domain_name: { arguments: EipDomainName; outputs: EipDomainNameOutputs };
  aws_eks_access_entry: { arguments: EksAccessEntry; outputs: EksAccessEntryOutputs };
  aws_eks_access_policy_association: { arguments: EksAccessPolicyAssociation; outputs: EksAccessPolicyAssociationOutputs };
  aws_eks_addon: { arguments: EksAddon; outputs: EksAddonOutputs };
  aws_eks_cluster: { arguments: EksCluster; outputs: EksClusterOutputs };
  aws_eks_fargate_profile: { arguments: EksFargateProfile; outputs: EksFargateProfileOutputs };
  aws_eks_identity_provider_config: { arguments: EksIdentityProviderConfig; outputs: EksIdentityProviderConfigOutputs };
  aws_eks_node_group: { arguments: EksNodeGroup; outputs: EksNodeGroupOutputs };
  aws_eks_pod_identity_association: { arguments: EksPodIdentityAssociation; outputs: EksPodIdentityAssociationOutputs };
  aws_elasticache_cluster: { arguments: ElasticacheCluster; outputs: ElasticacheClusterOutputs };
  aws_elasticache_global_replication_group: { arguments: ElasticacheGlobalReplicationGroup; outputs: ElasticacheGlobalReplicationGroupOutputs };
  aws_elasticache_parameter_group: { arguments: ElasticacheParameterGroup; outputs: ElasticacheParameterGroupOutputs };
  aws_elasticache_replication_group: { arguments: ElasticacheReplicationGroup; outputs: ElasticacheReplicationGroupOutputs };
  aws_elasticache_reserved_cache_node: { arguments: ElasticacheReservedCacheNode; outputs: ElasticacheReservedCacheNodeOutputs };
  aws_elasticache_serverless_cache: { arguments: ElasticacheServerlessCache; outputs: ElasticacheServerlessCacheOutputs };
  aws_elasticache_subnet_group: { arguments: ElasticacheSubnetGroup; outputs: ElasticacheSubnetGroupOutputs };
  aws_elasticache_user: { arguments: ElasticacheUser; outputs: ElasticacheUserOutputs };
  aws_elasticache_user_group: { arguments: ElasticacheUserGroup; outputs: ElasticacheUserGroupOutputs };
  aws_elasticache_user_group_association: { arguments: ElasticacheUserGroupAssociation; outputs: ElasticacheUserGroupAssociationOutputs };
  aws_fis_experiment_template: { arguments: FisExperimentTemplate; outputs: FisExperimentTemplateOutputs };
  aws_flow_log: { arguments: FlowLog; outputs: FlowLogOutputs };
  aws_guardduty_detector: { arguments: GuarddutyDetector; outputs: GuarddutyDetectorOutputs };
  aws_guardduty_detector_feature: { arguments: GuarddutyDetectorFeature; outputs: GuarddutyDetectorFeatureOutputs };
  aws_guardduty_filter: { arguments: GuarddutyFilter; outputs: GuarddutyFilterOutputs };
  aws_guardduty_malware_protection_plan: { arguments: GuarddutyMalwareProtectionPlan; outputs: GuarddutyMalwareProtectionPlanOutputs };
  aws_guardduty_publishing_destination: { arguments: GuarddutyPublishingDestination; outputs: GuarddutyPublishingDestinationOutputs };
  aws_iam_access_key: { arguments: IamAccessKey; outputs: IamAccessKeyOutputs };
  aws_iam_account_password_policy: { arguments: IamAccountPasswordPolicy; outputs: IamAccountPasswordPolicyOutputs };
  aws_iam_instance_profile: { arguments: IamInstanceProfile; outputs: IamInstanceProfileOutputs };
  aws_iam_openid_connect_provider: { arguments: IamOpenidConnectProvider; outputs: IamOpenidConnectProviderOutputs };
  aws_iam_policy: { arguments: IamPolicy; outputs: IamPolicyOutputs };
  aws_iam_policy_attachment: { arguments: IamPolicyAttachment; outputs: IamPolicyAttachmentOutputs };
  aws_iam_role: { arguments: IamRole; outputs: IamRoleOutputs };
  aws_iam_role_policies_exclusive: { arguments: IamRolePoliciesExclusive; outputs: IamRolePoliciesExclusiveOutputs };
  aws_iam_role_policy: { arguments: IamRolePolicy; outputs: IamRolePolicyOutputs };
  aws_iam_role_policy_attachment: { arguments: IamRolePolicyAttachment; outputs: IamRolePolicyAttachmentOutputs };
  aws_iam_role_policy_attachments_exclusive: { arguments: IamRolePolicyAttachmentsExclusive; outputs: IamRolePolicyAttachmentsExclusiveOutputs };
  aws_iam_service_linked_role: { arguments: IamServiceLinkedRole; outputs: IamServiceLinkedRoleOutputs };
  aws_internet_gateway: { arguments: InternetGateway; outputs: InternetGatewayOutputs };
  aws_internet_gateway_attachment: { arguments: InternetGatewayAttachment; outputs: InternetGatewayAttachmentOutputs };
  aws_key_pair: { arguments: KeyPair; outputs: KeyPairOutputs };
  aws_kms_alias: { arguments: KmsAlias; outputs: KmsAliasOutputs };
  aws_kms_ciphertext: { arguments: KmsCiphertext; outputs: KmsCiphertextOutputs };
  aws_kms_custom_key_store: { arguments: KmsCustomKeyStore; outputs: KmsCustomKeyStoreOutputs };
  aws_kms_external_key: { arguments: KmsExternalKey; outputs: KmsExternalKeyOutputs };
  aws_kms_grant: { arguments: KmsGrant; outputs: KmsGrantOutputs };
  aws_kms_key: { arguments: KmsKey; outputs: KmsKeyOutputs };
  aws_kms_key_policy: { arguments: KmsKeyPolicy; outputs: KmsKeyPolicyOutputs };
  aws_kms_replica_external_key: { arguments: KmsReplicaExternalKey; outputs: KmsReplicaExternalKeyOutputs };
  aws_kms_replica_key: { arguments: KmsReplicaKey; outputs: KmsReplicaKeyOutputs };
  aws_lambda_alias: { arguments: LambdaAlias; outputs: LambdaAliasOutputs };
  aws_lambda_event_source_mapping: { arguments: LambdaEventSourceMapping; outputs: LambdaEventSourceMappingOutputs };
  aws_lambda_function: { arguments: LambdaFunction; outputs: LambdaFunctionOutputs };
  aws_lambda_permission: { arguments: LambdaPermission; outputs: LambdaPermissionOutputs };
  aws_launch_template: { arguments: LaunchTemplate4; outputs: LaunchTemplateOutputs3 };
  aws_lb: { arguments: Lb; outputs: LbOutputs };
  aws_lb_listener: { arguments: LbListener; outputs: LbListenerOutputs };
  aws_lb_listener_certificate: { arguments: LbListenerCertificate; outputs: LbListenerCertificateOutputs };
  aws_lb_listener_rule: { arguments: LbListenerRule; outputs: LbListenerRuleOutputs };
  aws_lb_target_group: { arguments: LbTargetGroup; outputs: LbTargetGroupOutputs };
  aws_lb_target_group_attachment: { arguments: LbTargetGroupAttachment; outputs: LbTargetGroupAttachmentOutputs };
  aws_lb_trust_store: { arguments: LbTrustStore; outputs: LbTrustStoreOutputs };
  aws_lb_trust_store_revocation: { arguments: LbTrustStoreRevocation; outputs: LbTrustStoreRevocationOutputs };
  aws_msk_cluster: { arguments: MskCluster; outputs: MskClusterOutputs };
  aws_msk_cluster_policy: { arguments: MskClusterPolicy; outputs: MskClusterPolicyOutputs };
  aws_msk_configuration: { arguments: MskConfiguration; outputs: MskConfigurationOutputs };
  aws_msk_replicator: { arguments: MskReplicator; outputs: MskReplicatorOutputs };
  aws_msk_scram_secret_association: { arguments: MskScramSecretAssociation; outputs: MskScramSecretAssociationOutputs };
  aws_msk_serverless_cluster: { arguments: MskServerlessCluster; outputs: MskServerlessClusterOutputs };
  aws_msk_single_scram_secret_association: { arguments: MskSingleScramSecretAssociation; outputs: MskSingleScramSecretAssociationOutputs };
  aws_msk_vpc_connection: { arguments: MskVpcConnection; outputs: MskVpcConnectionOutputs };
  aws_nat_gateway: { arguments: NatGateway; outputs: NatGatewayOutputs };
  aws_network_acl: { arguments: NetworkAcl; outputs: NetworkAclOutputs };
  aws_network_acl_association: { arguments: NetworkAclAssociation; outputs: NetworkAclAssociationOutputs };
  aws_network_acl_rule: { arguments: NetworkAclRule; outputs: NetworkAclRuleOutputs };
  aws_network_interface: { arguments: NetworkInterface; outputs: NetworkInterfaceOutputs };
  aws_network_interface_attachment: { arguments: NetworkInterfaceAttachment; outputs: NetworkInterfaceAttachmentOutputs };
  aws_network_interface_permission: { arguments: NetworkInterfacePermission; outputs: NetworkInterfacePermissionOutputs };
  aws_network_interface_sg_attachment: { arguments: NetworkInterfaceSgAttachment; outputs: NetworkInterfaceSgAttachmentOutputs };
  aws_opensearch_domain: { arguments: OpensearchDomain; outputs: OpensearchDomainOutputs };
  aws_opensearch_domain_policy: { arguments: OpensearchDomainPolicy; outputs: OpensearchDomainPolicyOutputs };
  aws_opensearch_vpc_endpoint: { arguments: OpensearchVpcEndpoint; outputs: OpensearchVpcEndpointOutputs };
  aws_placement_group: { arguments: PlacementGroup; outputs: PlacementGroupOutputs };
  aws_prometheus_alert_manager_definition: { arguments: PrometheusAlertManagerDefinition; outputs: PrometheusAlertManagerDefinitionOutputs };
  aws_prometheus_rule_group_namespace: { arguments: PrometheusRuleGroupNamespace; outputs: PrometheusRuleGroupNamespaceOutputs };
  aws_prometheus_scraper: { arguments: PrometheusScraper; outputs: PrometheusScraperOutputs };
  aws_prometheus_workspace: { arguments: PrometheusWorkspace; outputs: PrometheusWorkspaceOutputs };
  aws_prometheus_workspace_configuration: { arguments: PrometheusWorkspaceConfiguration; outputs: PrometheusWorkspaceConfigurationOutputs };
  aws_rds_certificate: { arguments: RdsCertificate; outputs: RdsCertificateOutputs };
  aws_rds_cluster: { arguments: RdsCluster; outputs: RdsClusterOutputs };
  aws_rds_cluster_activity_stream: { arguments: RdsClusterActivityStream; outputs: RdsClusterActivityStreamOutputs };
  aws_rds_cluster_endpoint: { arguments: RdsClusterEndpoint; outputs: RdsClusterEndpointOutputs };
  aws_rds_cluster_instance: { arguments: RdsClusterInstance; outputs: RdsClusterInstanceOutputs };
  aws_rds_cluster_parameter_group: { arguments: RdsClusterParameterGroup; outputs: RdsClusterParameterGroupOutputs };
  aws_rds_cluster_role_association: { arguments: RdsClusterRoleAssociation; outputs: RdsClusterRoleAssociationOutputs };
  aws_rds_cluster_snapshot_copy: { arguments: RdsClusterSnapshotCopy; outputs: RdsClusterSnapshotCopyOutputs };
  aws_rds_global_cluster: { arguments: RdsGlobalCluster; outputs: RdsGlobalClusterOutputs };
  aws_rds_instance_state: { arguments: RdsInstanceState; outputs: RdsInstanceStateOutputs };
  aws_resourcegroups_group: { arguments: ResourcegroupsGroup; outputs: ResourcegroupsGroupOutputs };
  aws_resourcegroups_resource: { arguments: ResourcegroupsResource; outputs: ResourcegroupsResourceOutputs };
  aws_route: { arguments: Route; outputs: RouteOutputs2 };
  aws_route53_health_check: { arguments: Route53HealthCheck; outputs: Route53HealthCheckOutputs };
  aws_route53_hosted_zone_dnssec: { arguments: Route53HostedZoneDnssec; outputs: Route53HostedZoneDnssecOutputs };
  aws_route53_key_signing_key: { arguments: Route53KeySigningKey; outputs: Route53KeySigningKeyOutputs };
  aws_route53_query_log: { arguments: Route53QueryLog; outputs: Route53QueryLogOutputs };
  aws_route53_record: { arguments: Route53Record; outputs: Route53RecordOutputs };
  aws_route53_vpc_association_authorization: { arguments: Route53VpcAssociationAuthorization; outputs: Route53VpcAssociationAuthorizationOutputs };
  aws_route53_zone: { arguments: Route53Zone; outputs: Route53ZoneOutputs };
  aws_route53_zone_association: { arguments: Route53ZoneAssociation; outputs: Route53ZoneAssociationOutputs };
  aws_route_table: { arguments: RouteTable; outputs: RouteTableOutputs };
  aws_route_table_association: { arguments: RouteTableAssociation; outputs: RouteTableAssociationOutputs };
  aws_s3_account_public_access_block: { arguments: S3AccountPublicAccessBlock; outputs: S3AccountPublicAccessBlockOutputs };
  aws_s3_bucket: { arguments: S3Bucket2; outputs: S3BucketOutputs2 };
  aws_s3_bucket_acl: { arguments: S3BucketAcl; outputs: S3BucketAclOutputs };
  aws_s3_bucket_cors_configuration: { arguments: S3BucketCorsConfiguration; outputs: S3BucketCorsConfigurationOutputs };
  aws_s3_bucket_intelligent_tiering_configuration: { arguments: S3BucketIntelligentTieringConfiguration; outputs: S3BucketIntelligentTieringConfigurationOutputs };
  aws_s3_bucket_lifecycle_configuration: { arguments: S3BucketLifecycleConfiguration; outputs: S3BucketLifecycleConfigurationOutputs };
  aws_s3_bucket_logging: { arguments: S3BucketLogging; outputs: S3BucketLoggingOutputs };
  aws_s3_bucket_metric: { arguments: S3BucketMetric; outputs: S3BucketMetricOutputs };
  aws_s3_bucket_notification: { arguments: S3BucketNotification; outputs: S3BucketNotificationOutputs };
  aws_s3_bucket_ownership_controls: { arguments: S3BucketOwnershipControls; outputs: S3BucketOwnershipControlsOutputs };
  aws_s3_bucket_policy: { arguments: S3BucketPolicy; outputs: S3BucketPolicyOutputs };
  aws_s3_bucket_public_access_block: { arguments: S3BucketPublicAccessBlock; outputs: S3BucketPublicAccessBlockOutputs };
  aws_s3_bucket_replication_configuration: { arguments: S3BucketReplicationConfiguration; outputs: S3BucketReplicationConfigurationOutputs };
  aws_s3_bucket_server_side_encryption_configuration: { arguments: S3BucketServerSideEncryptionConfiguration; outputs: S3BucketServerSideEncryptionConfigurationOutputs };
  aws_s3_bucket_versioning: { arguments: S3BucketVersioning; outputs: S3BucketVersioningOutputs };
  aws_s3_object: { arguments: S3Object; outputs: S3ObjectOutputs };
  aws_s3_object_copy: { arguments: S3ObjectCopy; outputs: S3ObjectCopyOutputs };
  aws_scheduler_schedule: { arguments: SchedulerSchedule; outputs: SchedulerScheduleOutputs };
  aws_scheduler_schedule_group: { arguments: SchedulerScheduleGroup; outputs: SchedulerScheduleGroupOutputs };
  aws_secretsmanager_secret: { arguments: SecretsmanagerSecret; outputs: SecretsmanagerSecretOutputs };
  aws_secretsmanager_secret_policy: { arguments: SecretsmanagerSecretPolicy; outputs: SecretsmanagerSecretPolicyOutputs };
  aws_secretsmanager_secret_rotation: { arguments: SecretsmanagerSecretRotation; outputs: SecretsmanagerSecretRotationOutputs };
  aws_secretsmanager_secret_version: { arguments: SecretsmanagerSecretVersion; outputs: SecretsmanagerSecretVersionOutputs };
  aws_security_group: { arguments: SecurityGroup; outputs: DefaultSecurityGroupOutputs };
  aws_security_group_rule: { arguments: SecurityGroupRule; outputs: SecurityGroupRuleOutputs };
  aws_servicequotas_service_quota: { arguments: ServicequotasServiceQuota; outputs: ServicequotasServiceQuotaOutputs };
  aws_sfn_state_machine: { arguments: SfnStateMachine; outputs: SfnStateMachineOutputs };
  aws_shield_application_layer_automatic_response: { arguments: ShieldApplicationLayerAutomaticResponse; outputs: ShieldApplicationLayerAutomaticResponseOutputs };
  aws_shield_drt_access_log_bucket_association: { arguments: ShieldDrtAccessLogBucketAssociation; outputs: ShieldDrtAccessLogBucketAssociationOutputs };
  aws_shield_drt_access_role_arn_association: { arguments: ShieldDrtAccessRoleArnAssociation; outputs: ShieldDrtAccessRoleArnAssociationOutputs };
  aws_shield_proactive_engagement: { arguments: ShieldProactiveEngagement; outputs: ShieldProactiveEngagementOutputs };
  aws_shield_protection: { arguments: ShieldProtection; outputs: ShieldProtectionOutputs };
  aws_shield_protection_group: { arguments: ShieldProtectionGroup; outputs: ShieldProtectionGroupOutputs };
  aws_shield_protection_health_check_association: { arguments: ShieldProtectionHealthCheckAssociation; outputs: ShieldProtectionHealthCheckAssociationOutputs };
  aws_shield_subscription: { arguments: ShieldSubscription; outputs: ShieldSubscriptionOutputs };
  aws_sns_platform_application: { arguments: SnsPlatformApplication; outputs: SnsPlatformApplicationOutputs };
  aws_sns_sms_preferences: { arguments: SnsSmsPreferences; outputs: SnsSmsPreferencesOutputs };
  aws_sns_topic: { arguments: SnsTopic; outputs: SnsTopicOutputs };
  aws_sns_topic_data_protection_policy: { arguments: SnsTopicDataProtectionPolicy; outputs: SnsTopicDataProtectionPolicyOutputs };
  aws_sns_topic_policy: { arguments: SnsTopicDataProtectionPolicy; outputs: SnsTopicPolicyOutputs };
  aws_sns_topic_subscription: { arguments: SnsTopicSubscription; outputs: SnsTopicSubscriptionOutputs };
  aws_sqs_queue: { arguments: SqsQueue; outputs: SqsQueueOutputs };
  aws_sqs_queue_policy: { arguments: SqsQueuePolicy; outputs: SqsQueuePolicyOutputs };
  aws_sqs_queue_redrive_allow_policy: { arguments: SqsQueueRedriveAllowPolicy; outputs: SqsQueueRedriveAllowPolicyOutputs };
  aws_sqs_queue_redrive_policy: { arguments: SqsQueueRedrivePolicy; outputs: SqsQueueRedrivePolicyOutputs };
  aws_ssm_activation: { arguments: SsmActivation; outputs: SsmActivationOutputs };
  aws_ssm_association: { arguments: SsmAssociation; outputs: SsmAssociationOutputs };
  aws_ssm_default_patch_baseline: { arguments: SsmDefaultPatchBaseline; outputs: SsmDefaultPatchBaselineOutputs };
  aws_ssm_document: { arguments: SsmDocument; outputs: SsmDocumentOutputs };
  aws_ssm_maintenance_window: { arguments: SsmMaintenanceWindow; outputs: SsmMaintenanceWindowOutputs };
  aws_ssm_maintenance_window_target: { arguments: SsmMaintenanceWindowTarget; outputs: SsmMaintenanceWindowTargetOutputs };
  aws_ssm_maintenance_window_task: { arguments: SsmMaintenanceWindowTask; outputs: SsmMaintenanceWindowTaskOutputs };
  aws_ssm_parameter: { arguments: SsmParameter; outputs: SsmParameterOutputs };
  aws_ssm_patch_baseline: { arguments: SsmPatchBaseline; outputs: SsmPatchBaselineOutputs };
  aws_ssm_patch_group: { arguments: SsmPatchGroup; outputs: SsmPatchGroupOutputs };
  aws_ssm_resource_data_sync: { arguments: SsmResourceDataSync; outputs: SsmResourceDataSyncOutputs };
  aws_ssm_service_setting: { arguments: SsmServiceSetting; outputs: SsmServiceSettingOutputs };
  aws_subnet: { arguments: Subnet; outputs: SubnetOutputs };
  aws_synthetics_canary: { arguments: SyntheticsCanary; outputs: SyntheticsCanaryOutputs };
  aws_synthetics_group: { arguments: SyntheticsGroup; outputs: SyntheticsGroupOutputs };
  aws_synthetics_group_association: { arguments: SyntheticsGroupAssociation; outputs: SyntheticsGroupAssociationOutputs };
  aws_vpc: { arguments: Vpc2; outputs: VpcOutputs2 };
  aws_vpc_block_public_access_exclusion: { arguments: VpcBlockPublicAccessExclusion; outputs: VpcBlockPublicAccessExclusionOutputs };
  aws_vpc_block_public_access_options: { arguments: VpcBlockPublicAccessOptions; outputs: VpcBlockPublicAccessOptionsOutputs };
  aws_vpc_dhcp_options: { arguments: VpcDhcpOptions; outputs: VpcDhcpOptionsOutputs };
  aws_vpc_dhcp_options_association: { arguments: VpcDhcpOptionsAssociation; outputs: VpcDhcpOptionsAssociationOutputs };
  aws_vpc_endpoint: { arguments: VpcEndpoint; outputs: VpcEndpointOutputs };
  aws_vpc_endpoint_connection_accepter: { arguments: VpcEndpointConnectionAccepter; outputs: VpcEndpointConnectionAccepterOutputs };
  aws_vpc_endpoint_connection_notification: { arguments: VpcEndpointConnectionNotification; outputs: VpcEndpointConnectionNotificationOutputs };
  aws_vpc_endpoint_policy: { arguments: VpcEndpointPolicy; outputs: VpcEndpointPolicyOutputs };
  aws_vpc_endpoint_private_dns: { arguments: VpcEndpointPrivateDns; outputs: VpcEndpointPrivateDnsOutputs };
  aws_vpc_endpoint_route_table_association: { arguments: VpcEndpointRouteTableAssociation; outputs: VpcEndpointRouteTableAssociationOutputs };
  aws_vpc_endpoint_security_group_association: { arguments: VpcEndpointSecurityGroupAssociation; outputs: VpcEndpointSecurityGroupAssociationOutputs };
  aws_vpc_endpoint_service: { arguments: VpcEndpointService; outputs: VpcEndpointServiceOutputs };
  aws_vpc_endpoint_service_allowed_principal: { arguments: VpcEndpointServiceAllowedPrincipal; outputs: VpcEndpointServiceAllowedPrincipalOutputs };
  aws_vpc_endpoint_service_private_dns_verification: { arguments: VpcEndpointServicePrivateDnsVerification; outputs: VpcEndpointServicePrivateDnsVerificationOutputs };
  aws_vpc_endpoint_subnet_association: { arguments: VpcEndpointSubnetAssociation; outputs: VpcEndpointSubnetAssociationOutputs };
  aws_vpc_ipv4_cidr_block_association: { arguments: VpcIpv4CidrBlockAssociation; outputs: VpcIpv4CidrBlockAssociationOutputs };
  aws_vpc_ipv6_cidr_block_association: { arguments: VpcIpv6CidrBlockAssociation; outputs: VpcIpv6CidrBlockAssociationOutputs };
  aws_vpc_peering_connection: { arguments: VpcPeeringConnection; outputs: VpcPeeringConnectionOutputs };
  aws_vpc_peering_connection_accepter: { arguments: VpcPeeringConnectionAccepter; outputs: VpcPeeringConnectionAccepterOutputs };
  aws_vpc_peering_connection_options: { arguments: VpcPeeringConnectionOptions; outputs: VpcPeeringConnectionOptionsOutputs };
  aws_vpc_route_server: { arguments: VpcRouteServer; outputs: VpcRouteServerOutputs };
  aws_vpc_route_server_endpoint: { arguments: VpcRouteServerEndpoint; outputs: VpcRouteServerEndpointOutputs };
  aws_vpc_route_server_peer: { arguments: VpcRouteServerPeer; outputs: VpcRouteServerPeerOutputs };
  aws_vpc_route_server_propagation: { arguments: VpcRouteServerPropagation; outputs: VpcRouteServerPropagationOutputs };
  aws_vpc_route_server_vpc_association: { arguments: VpcRouteServerVpcAssociation; outputs: VpcRouteServerVpcAssociationOutputs };
  aws_vpc_security_group_egress_rule: { arguments: VpcSecurityGroupEgressRule; outputs: VpcSecurityGroupEgressRuleOutputs };
  aws_vpc_security_group_ingress_rule: { arguments: VpcSecurityGroupEgressRule; outputs: VpcSecurityGroupEgressRuleOutputs };
  aws_vpc_security_group_vpc_association: { arguments: VpcSecurityGroupVpcAssociation; outputs: VpcSecurityGroupVpcAssociationOutputs };
  aws_vpn_connection: { arguments: VpnConnection; outputs: VpnConnectionOutputs };
  aws_vpn_connection_route: { arguments: VpnConnectionRoute; outputs: VpnConnectionRouteOutputs };
  aws_vpn_gateway: { arguments: VpnGateway; outputs: VpnGatewayOutputs };
  aws_vpn_gateway_route_propagation: { arguments: VpnGatewayRoutePropagation; outputs: VpnGatewayRoutePropagationOutputs };
  aws_wafv2_ip_set: { arguments: Wafv2IpSet; outputs: Wafv2IpSetOutputs };
  aws_wafv2_regex_pattern_set: { arguments: Wafv2RegexPatternSet; outputs: Wafv2RegexPatternSetOutputs };
  aws_wafv2_rule_group: { arguments: Wafv2RuleGroup; outputs: Wafv2RuleGroupOutputs };
  aws_wafv2_web_acl: { arguments: Wafv2WebAcl; outputs: Wafv2WebAclOutputs };
  aws_wafv2_web_acl_association: { arguments: Wafv2WebAclAssociation; outputs: Wafv2WebAclAssociationOutputs };
  aws_wafv2_web_acl_logging_configuration: { arguments: Wafv2WebAclLoggingConfiguration; outputs: Wafv2WebAclLoggingConfigurationOutputs };
  aws_xray_group: { arguments: XrayGroup; outputs: XrayGroupOutputs };
  aws_xray_sampling_rule: { arguments: XraySamplingRule; outputs: XraySamplingRuleOutputs };
}

export interface DataTypes {
  aws_acm_certificate: { arguments: DataAcmCertificate; outputs: DataAcmCertificateOutputs };
  aws_ami: { arguments: DataAmi; outputs: DataAmiOutputs };
  aws_autoscaling_groups: { arguments: DataAutoscalingGroups; outputs: DataAutoscalingGroupsOutputs };
  aws_availability_zones: { arguments: DataAvailabilityZones; outputs: DataAvailabilityZonesOutputs };
  aws_backup_vault: { arguments: SyntheticsGroup; outputs: DataBackupVaultOutputs };
  aws_caller_identity: { arguments: SimplePrefix; outputs: DataCallerIdentityOutputs };
  aws_canonical_user_id: { arguments: SimplePrefix; outputs: OwnerOutputs };
  aws_cloudfront_cache_policy: { arguments: DataCloudfrontCachePolicy; outputs: DataCloudfrontCachePolicyOutputs };
  aws_cloudfront_log_delivery_canonical_user_id: { arguments: DataCloudfrontLogDeliveryCanonicalUserId; outputs: DataCloudfrontLogDeliveryCanonicalUserIdOutputs };
  aws_cloudfront_origin_request_policy: { arguments: DataCloudfrontCachePolicy; outputs: DataCloudfrontOriginRequestPolicyOutputs };
  aws_cloudfront_response_headers_policy: { arguments: DataCloudfrontCachePolicy; outputs: DataCloudfrontResponseHeadersPolicyOutputs };
  aws_cloudwatch_log_group: { arguments: SyntheticsGroup; outputs: DataCloudwatchLogGroupOutputs };
  aws_codecommit_repository: { arguments: DataCodecommitRepository; outputs: DataCodecommitRepositoryOutputs };
  aws_db_instance: { arguments: DataDbInstance; outputs: DataDbInstanceOutputs };
  aws_db_proxy: { arguments: RuleLabel; outputs: DataDbProxyOutputs };
  aws_dx_gateway: { arguments: RuleLabel; outputs: DxGatewayOutputs };
  aws_dynamodb_table: { arguments: DataDynamodbTable; outputs: DataDynamodbTableOutputs };
  aws_ec2_managed_prefix_list: { arguments: DataEc2ManagedPrefixList; outputs: DataEc2ManagedPrefixListOutputs };
  aws_ec2_transit_gateway: { arguments: DataEc2TransitGateway; outputs: DataEc2TransitGatewayOutputs };
  aws_ec2_transit_gateway_peering_attachment: { arguments: DataEc2TransitGateway; outputs: DataEc2TransitGatewayPeeringAttachmentOutputs };
  aws_ecr_repository: { arguments: DataEcrRepository; outputs: DataEcrRepositoryOutputs };
  aws_eip: { arguments: DataEip; outputs: DataEipOutputs };
  aws_eks_addon_version: { arguments: DataEksAddonVersion; outputs: DataEksAddonVersionOutputs };
  aws_eks_cluster: { arguments: SyntheticsGroup; outputs: DataEksClusterOutputs };
  aws_eks_clusters: { arguments: SimplePrefix; outputs: DataEksClustersOutputs };
  aws_elasticache_replication_group: { arguments: DataElasticacheReplicationGroup; outputs: DataElasticacheReplicationGroupOutputs };
  aws_elb_service_account: { arguments: DataCloudfrontLogDeliveryCanonicalUserId; outputs: DataElbServiceAccountOutputs };
  aws_iam_openid_connect_provider: { arguments: DataIamOpenidConnectProvider; outputs: DataIamOpenidConnectProviderOutputs };
  aws_iam_policy: { arguments: DataIamPolicy; outputs: DataIamPolicyOutputs };
  aws_iam_policy_document: { arguments: DataIamPolicyDocument; outputs: DataIamPolicyDocumentOutputs };
  aws_iam_role: { arguments: SyntheticsGroup; outputs: DataIamRoleOutputs };
  aws_iam_roles: { arguments: DataIamRoles; outputs: DataIamRolesOutputs };
  aws_instances: { arguments: DataInstances; outputs: DataInstancesOutputs };
  aws_kms_alias: { arguments: RuleLabel; outputs: DataKmsAliasOutputs };
  aws_kms_key: { arguments: DataKmsKey; outputs: DataKmsKeyOutputs };
  aws_lb: { arguments: DataLb; outputs: DataLbOutputs };
  aws_lb_listener: { arguments: DataLbListener; outputs: DataLbListenerOutputs };
  aws_lbs: { arguments: DefaultTags; outputs: DataLbsOutputs };
  aws_msk_bootstrap_brokers: { arguments: DataMskBootstrapBrokers; outputs: DataMskBootstrapBrokersOutputs };
  aws_msk_cluster: { arguments: DataMskCluster; outputs: DataMskClusterOutputs };
  aws_nat_gateway: { arguments: DataNatGateway; outputs: DataNatGatewayOutputs };
  aws_nat_gateways: { arguments: DataNatGateways; outputs: DataNatGatewaysOutputs };
  aws_network_interface: { arguments: DataEc2TransitGateway; outputs: DataNetworkInterfaceOutputs };
  aws_network_interfaces: { arguments: DataEc2TransitGateway; outputs: DataNetworkInterfacesOutputs };
  aws_opensearch_domain: { arguments: DataOpensearchDomain; outputs: DataOpensearchDomainOutputs };
  aws_partition: { arguments: SimplePrefix; outputs: DataPartitionOutputs };
  aws_prefix_list: { arguments: DataPrefixList; outputs: DataPrefixListOutputs };
  aws_rds_cluster: { arguments: DataRdsCluster; outputs: DataRdsClusterOutputs };
  aws_rds_engine_version: { arguments: DataRdsEngineVersion; outputs: DataRdsEngineVersionOutputs };
  aws_region: { arguments: DataRegion; outputs: DataRegionOutputs };
  aws_route53_zone: { arguments: DataRoute53Zone; outputs: DataRoute53ZoneOutputs };
  aws_route_table: { arguments: DataRouteTable; outputs: DataRouteTableOutputs };
  aws_route_tables: { arguments: DataNatGateways; outputs: DataNatGatewaysOutputs };
  aws_s3_bucket: { arguments: DataS3Bucket; outputs: DataS3BucketOutputs };
  aws_secretsmanager_secret: { arguments: DataSecretsmanagerSecret; outputs: DataSecretsmanagerSecretOutputs };
  aws_security_group: { arguments: DataSecurityGroup; outputs: DataSecurityGroupOutputs };
  aws_security_groups: { arguments: DataEc2TransitGateway; outputs: DataSecurityGroupsOutputs };
  aws_service: { arguments: DataService; outputs: DataServiceOutputs };
  aws_service_principal: { arguments: DataServicePrincipal; outputs: DataServicePrincipalOutputs };
  aws_sns_topic: { arguments: SyntheticsGroup; outputs: DataSnsTopicOutputs };
  aws_sqs_queue: { arguments: SyntheticsGroup; outputs: DataSqsQueueOutputs };
  aws_ssm_parameter: { arguments: DataSsmParameter; outputs: DataSsmParameterOutputs };
  aws_ssm_parameters_by_path: { arguments: DataSsmParametersByPath; outputs: DataSsmParametersByPathOutputs };
  aws_subnet: { arguments: DataSubnet; outputs: DataSubnetOutputs };
  aws_subnets: { arguments: DataEc2TransitGateway; outputs: DataNetworkInterfacesOutputs };
  aws_vpc: { arguments: DataVpc; outputs: DataVpcOutputs };
  aws_vpc_endpoint: { arguments: DataVpcEndpoint; outputs: DataVpcEndpointOutputs };
  aws_vpc_endpoint_service: { arguments: DataVpcEndpointService; outputs: DataVpcEndpointServiceOutputs };
  aws_vpc_peering_connection: { arguments: DataVpcPeeringConnection; outputs: DataVpcPeeringConnectionOutputs };
  aws_vpc_peering_connections: { arguments: DataEc2TransitGateway; outputs: DataNetworkInterfacesOutputs };
  aws_vpcs: { arguments: DataEc2TransitGateway; outputs: DataNetworkInterfacesOutputs };
  aws_wafv2_web_acl: { arguments: DataWafv2WebAcl; outputs: DataWafv2WebAclOutputs };
}

export interface EphemeralTypes {
  aws_kms_secrets: { arguments: EphemeralKmsSecrets; outputs: EphemeralKmsSecretsOutputs };
  aws_secretsmanager_random_password: { arguments: EphemeralSecretsmanagerRandomPassword; outputs: EphemeralSecretsmanagerRandomPasswordOutputs };
  aws_secretsmanager_secret_version: { arguments: EphemeralSecretsmanagerSecretVersion; outputs: EphemeralSecretsmanagerSecretVersionOutputs };
  aws_ssm_parameter: { arguments: EphemeralSsmParameter; outputs: EphemeralSsmParameterOutputs };
  aws_eks_cluster_auth: { arguments: RuleLabel; outputs: EphemeralEksClusterAuthOutputs };
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

interface Filter {
  readonly contains?: Value<readonly Value<string>[]> | undefined;
  readonly criteria: Value<string>;
  readonly eq?: Value<readonly Value<string>[]> | undefined;
  readonly exists?: Value<string> | undefined;
  readonly neq?: Value<readonly Value<string>[]> | undefined;
}

interface AccessanalyzerArchiveRule {
  readonly analyzer_name: Value<string>;
  readonly rule_name: Value<string>;
  readonly filter: Filter | readonly Filter[];
}

interface FilterOutputs {
  readonly contains: RefList<Ref<string>>;
  readonly criteria: Ref<string>;
  readonly eq: RefList<Ref<string>>;
  readonly exists: Ref<string>;
  readonly neq: RefList<Ref<string>>;
}

interface AccessanalyzerArchiveRuleOutputs {
  readonly analyzer_name: Ref<string>;
  readonly id: Ref<string>;
  readonly rule_name: Ref<string>;
  readonly filter: RefSet<FilterOutputs>;
}

interface Timeouts {
  readonly create?: Value<string> | undefined;
  readonly delete?: Value<string> | undefined;
  readonly update?: Value<string> | undefined;
}

interface AccountAlternateContact {
  readonly account_id?: Value<string> | undefined;
  readonly alternate_contact_type: Value<string>;
  readonly email_address: Value<string>;
  readonly name: Value<string>;
  readonly phone_number: Value<string>;
  readonly title: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface AccountAlternateContactOutputs {
  readonly account_id: Ref<string>;
  readonly alternate_contact_type: Ref<string>;
  readonly email_address: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly phone_number: Ref<string>;
  readonly title: Ref<string>;
}

interface Timeouts2 {
  readonly create?: Value<string> | undefined;
  readonly update?: Value<string> | undefined;
}

interface AccountRegion {
  readonly account_id?: Value<string> | undefined;
  readonly enabled: Value<boolean>;
  readonly region_name: Value<string>;
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
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

interface Timeouts3 {
  readonly create?: Value<string> | undefined;
}

interface AcmCertificateValidation {
  readonly certificate_arn: Value<string>;
  readonly validation_record_fqdns?: Value<readonly Value<string>[]> | undefined;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
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

interface ScalableTargetAction {
  readonly max_capacity?: Value<string> | undefined;
  readonly min_capacity?: Value<string> | undefined;
}

interface AppautoscalingScheduledAction {
  readonly end_time?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly resource_id: Value<string>;
  readonly scalable_dimension: Value<string>;
  readonly schedule: Value<string>;
  readonly service_namespace: Value<string>;
  readonly start_time?: Value<string> | undefined;
  readonly timezone?: Value<string> | undefined;
  readonly scalable_target_action: ScalableTargetAction | readonly ScalableTargetAction[];
}

interface ScalableTargetActionOutputs {
  readonly max_capacity: Ref<string>;
  readonly min_capacity: Ref<string>;
}

interface AppautoscalingScheduledActionOutputs {
  readonly arn: Ref<string>;
  readonly end_time: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly resource_id: Ref<string>;
  readonly scalable_dimension: Ref<string>;
  readonly schedule: Ref<string>;
  readonly service_namespace: Ref<string>;
  readonly start_time: Ref<string>;
  readonly timezone: Ref<string>;
  readonly scalable_target_action: RefList<ScalableTargetActionOutputs>;
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

interface AutoscalingAttachment {
  readonly autoscaling_group_name: Value<string>;
  readonly elb?: Value<string> | undefined;
  readonly lb_target_group_arn?: Value<string> | undefined;
}

interface AutoscalingAttachmentOutputs {
  readonly autoscaling_group_name: Ref<string>;
  readonly elb: Ref<string>;
  readonly id: Ref<string>;
  readonly lb_target_group_arn: Ref<string>;
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

interface Timeouts4 {
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
  readonly timeouts?: Timeouts4 | readonly Timeouts4[] | undefined;
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

interface AutoscalingGroupTag {
  readonly autoscaling_group_name: Value<string>;
  readonly tag: Tag | readonly Tag[];
}

interface AutoscalingGroupTagOutputs {
  readonly autoscaling_group_name: Ref<string>;
  readonly id: Ref<string>;
  readonly tag: RefList<TagOutputs>;
}

interface AutoscalingLifecycleHook {
  readonly autoscaling_group_name: Value<string>;
  readonly default_result?: Value<string> | undefined;
  readonly heartbeat_timeout?: Value<number> | undefined;
  readonly lifecycle_transition: Value<string>;
  readonly name: Value<string>;
  readonly notification_metadata?: Value<string> | undefined;
  readonly notification_target_arn?: Value<string> | undefined;
  readonly role_arn?: Value<string> | undefined;
}

interface AutoscalingLifecycleHookOutputs {
  readonly autoscaling_group_name: Ref<string>;
  readonly default_result: Ref<string>;
  readonly heartbeat_timeout: Ref<number>;
  readonly id: Ref<string>;
  readonly lifecycle_transition: Ref<string>;
  readonly name: Ref<string>;
  readonly notification_metadata: Ref<string>;
  readonly notification_target_arn: Ref<string>;
  readonly role_arn: Ref<string>;
}

interface AutoscalingNotification {
  readonly group_names: Value<readonly Value<string>[]>;
  readonly notifications: Value<readonly Value<string>[]>;
  readonly topic_arn: Value<string>;
}

interface AutoscalingNotificationOutputs {
  readonly group_names: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly notifications: RefSet<Ref<string>>;
  readonly topic_arn: Ref<string>;
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

interface AutoscalingSchedule {
  readonly autoscaling_group_name: Value<string>;
  readonly desired_capacity?: Value<number> | undefined;
  readonly end_time?: Value<string> | undefined;
  readonly max_size?: Value<number> | undefined;
  readonly min_size?: Value<number> | undefined;
  readonly recurrence?: Value<string> | undefined;
  readonly scheduled_action_name: Value<string>;
  readonly start_time?: Value<string> | undefined;
  readonly time_zone?: Value<string> | undefined;
}

interface AutoscalingScheduleOutputs {
  readonly arn: Ref<string>;
  readonly autoscaling_group_name: Ref<string>;
  readonly desired_capacity: Ref<number>;
  readonly end_time: Ref<string>;
  readonly id: Ref<string>;
  readonly max_size: Ref<number>;
  readonly min_size: Ref<number>;
  readonly recurrence: Ref<string>;
  readonly scheduled_action_name: Ref<string>;
  readonly start_time: Ref<string>;
  readonly time_zone: Ref<string>;
}

interface Timeouts5 {
  readonly create?: Value<string> | undefined;
  readonly delete?: Value<string> | undefined;
}

interface TrafficSource2 {
  readonly identifier: Value<string>;
  readonly type: Value<string>;
}

interface AutoscalingTrafficSourceAttachment {
  readonly autoscaling_group_name: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
  readonly traffic_source?: TrafficSource2 | readonly TrafficSource2[] | undefined;
}

interface AutoscalingTrafficSourceAttachmentOutputs {
  readonly autoscaling_group_name: Ref<string>;
  readonly id: Ref<string>;
  readonly traffic_source: RefList<TrafficSourceOutputs>;
}

interface InputParameter {
  readonly name?: Value<string> | undefined;
  readonly value?: Value<string> | undefined;
}

interface Scope {
  readonly compliance_resource_ids?: Value<readonly Value<string>[]> | undefined;
  readonly compliance_resource_types?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface Control {
  readonly name: Value<string>;
  readonly input_parameter?: InputParameter | readonly InputParameter[] | undefined;
  readonly scope?: Scope | readonly Scope[] | undefined;
}

interface BackupFramework {
  readonly description?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly control: Control | readonly Control[];
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface ScopeOutputs {
  readonly compliance_resource_ids: RefSet<Ref<string>>;
  readonly compliance_resource_types: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
}

interface ControlOutputs {
  readonly name: Ref<string>;
  readonly input_parameter: RefSet<DimensionsOutputs>;
  readonly scope: RefList<ScopeOutputs>;
}

interface BackupFrameworkOutputs {
  readonly arn: Ref<string>;
  readonly creation_time: Ref<string>;
  readonly deployment_status: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly status: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly control: RefSet<ControlOutputs>;
}

interface BackupGlobalSettings {
  readonly global_settings: Value<Readonly<Record<string, Value<string>>>>;
}

interface BackupGlobalSettingsOutputs {
  readonly global_settings: RefMap<string>;
  readonly id: Ref<string>;
}

interface BackupLogicallyAirGappedVault {
  readonly max_retention_days: Value<number>;
  readonly min_retention_days: Value<number>;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface BackupLogicallyAirGappedVaultOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly max_retention_days: Ref<number>;
  readonly min_retention_days: Ref<number>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
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

interface Timeouts6 {
  readonly delete?: Value<string> | undefined;
}

interface BackupVault {
  readonly force_destroy?: Value<boolean> | undefined;
  readonly kms_key_arn?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts6 | readonly Timeouts6[] | undefined;
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

interface ActionThreshold {
  readonly action_threshold_type: Value<string>;
  readonly action_threshold_value: Value<number>;
}

interface IamActionDefinition {
  readonly groups?: Value<readonly Value<string>[]> | undefined;
  readonly policy_arn: Value<string>;
  readonly roles?: Value<readonly Value<string>[]> | undefined;
  readonly users?: Value<readonly Value<string>[]> | undefined;
}

interface ScpActionDefinition {
  readonly policy_id: Value<string>;
  readonly target_ids: Value<readonly Value<string>[]>;
}

interface SsmActionDefinition {
  readonly action_sub_type: Value<string>;
  readonly instance_ids: Value<readonly Value<string>[]>;
  readonly region: Value<string>;
}

interface Definition {
  readonly iam_action_definition?: IamActionDefinition | readonly IamActionDefinition[] | undefined;
  readonly scp_action_definition?: ScpActionDefinition | readonly ScpActionDefinition[] | undefined;
  readonly ssm_action_definition?: SsmActionDefinition | readonly SsmActionDefinition[] | undefined;
}

interface Subscriber {
  readonly address: Value<string>;
  readonly subscription_type: Value<string>;
}

interface BudgetsBudgetAction {
  readonly account_id?: Value<string> | undefined;
  readonly action_type: Value<string>;
  readonly approval_model: Value<string>;
  readonly budget_name: Value<string>;
  readonly execution_role_arn: Value<string>;
  readonly notification_type: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly action_threshold: ActionThreshold | readonly ActionThreshold[];
  readonly definition: Definition | readonly Definition[];
  readonly subscriber: Subscriber | readonly Subscriber[];
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface ActionThresholdOutputs {
  readonly action_threshold_type: Ref<string>;
  readonly action_threshold_value: Ref<number>;
}

interface IamActionDefinitionOutputs {
  readonly groups: RefSet<Ref<string>>;
  readonly policy_arn: Ref<string>;
  readonly roles: RefSet<Ref<string>>;
  readonly users: RefSet<Ref<string>>;
}

interface ScpActionDefinitionOutputs {
  readonly policy_id: Ref<string>;
  readonly target_ids: RefSet<Ref<string>>;
}

interface SsmActionDefinitionOutputs {
  readonly action_sub_type: Ref<string>;
  readonly instance_ids: RefSet<Ref<string>>;
  readonly region: Ref<string>;
}

interface DefinitionOutputs {
  readonly iam_action_definition: RefList<IamActionDefinitionOutputs>;
  readonly scp_action_definition: RefList<ScpActionDefinitionOutputs>;
  readonly ssm_action_definition: RefList<SsmActionDefinitionOutputs>;
}

interface SubscriberOutputs {
  readonly address: Ref<string>;
  readonly subscription_type: Ref<string>;
}

interface BudgetsBudgetActionOutputs {
  readonly account_id: Ref<string>;
  readonly action_id: Ref<string>;
  readonly action_type: Ref<string>;
  readonly approval_model: Ref<string>;
  readonly arn: Ref<string>;
  readonly budget_name: Ref<string>;
  readonly execution_role_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly notification_type: Ref<string>;
  readonly status: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly action_threshold: RefList<ActionThresholdOutputs>;
  readonly definition: RefList<DefinitionOutputs>;
  readonly subscriber: RefSet<SubscriberOutputs>;
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

interface Subscriber2 {
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
  readonly subscriber: Subscriber2 | readonly Subscriber2[];
  readonly threshold_expression?: ThresholdExpression | readonly ThresholdExpression[] | undefined;
}

interface SubscriberOutputs2 {
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
  readonly subscriber: RefSet<SubscriberOutputs2>;
  readonly threshold_expression: RefList<ThresholdExpressionOutputs>;
}

interface CeCostAllocationTag {
  readonly status: Value<string>;
  readonly tag_key: Value<string>;
}

interface CeCostAllocationTagOutputs {
  readonly id: Ref<string>;
  readonly status: Ref<string>;
  readonly tag_key: Ref<string>;
  readonly type: Ref<string>;
}

interface InheritedValue {
  readonly dimension_key?: Value<string> | undefined;
  readonly dimension_name?: Value<string> | undefined;
}

interface Rule2 {
  readonly and?: ThresholdExpression | readonly ThresholdExpression[] | undefined;
  readonly cost_category?: CostCategory | readonly CostCategory[] | undefined;
  readonly dimension?: CostCategory | readonly CostCategory[] | undefined;
  readonly not?: ThresholdExpression | readonly ThresholdExpression[] | undefined;
  readonly or?: ThresholdExpression | readonly ThresholdExpression[] | undefined;
  readonly tags?: CostCategory | readonly CostCategory[] | undefined;
}

interface Rule3 {
  readonly type?: Value<string> | undefined;
  readonly value?: Value<string> | undefined;
  readonly inherited_value?: InheritedValue | readonly InheritedValue[] | undefined;
  readonly rule?: Rule2 | readonly Rule2[] | undefined;
}

interface Parameter {
  readonly type?: Value<string> | undefined;
  readonly values?: Value<readonly Value<string>[]> | undefined;
}

interface SplitChargeRule {
  readonly method: Value<string>;
  readonly source: Value<string>;
  readonly targets: Value<readonly Value<string>[]>;
  readonly parameter?: Parameter | readonly Parameter[] | undefined;
}

interface CeCostCategory {
  readonly default_value?: Value<string> | undefined;
  readonly effective_start?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly rule_version: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly rule: Rule3 | readonly Rule3[];
  readonly split_charge_rule?: SplitChargeRule | readonly SplitChargeRule[] | undefined;
}

interface InheritedValueOutputs {
  readonly dimension_key: Ref<string>;
  readonly dimension_name: Ref<string>;
}

interface RuleOutputs2 {
  readonly and: RefSet<ThresholdExpressionOutputs>;
  readonly cost_category: RefList<CostCategoryOutputs>;
  readonly dimension: RefList<CostCategoryOutputs>;
  readonly not: RefList<ThresholdExpressionOutputs>;
  readonly or: RefSet<ThresholdExpressionOutputs>;
  readonly tags: RefList<CostCategoryOutputs>;
}

interface RuleOutputs3 {
  readonly type: Ref<string>;
  readonly value: Ref<string>;
  readonly inherited_value: RefList<InheritedValueOutputs>;
  readonly rule: RefList<RuleOutputs2>;
}

interface ParameterOutputs {
  readonly type: Ref<string>;
  readonly values: RefList<Ref<string>>;
}

interface SplitChargeRuleOutputs {
  readonly method: Ref<string>;
  readonly source: Ref<string>;
  readonly targets: RefSet<Ref<string>>;
  readonly parameter: RefSet<ParameterOutputs>;
}

interface CeCostCategoryOutputs {
  readonly arn: Ref<string>;
  readonly default_value: Ref<string>;
  readonly effective_end: Ref<string>;
  readonly effective_start: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly rule_version: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly rule: RefList<RuleOutputs3>;
  readonly split_charge_rule: RefSet<SplitChargeRuleOutputs>;
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

interface CloudfrontKeyGroup {
  readonly comment?: Value<string> | undefined;
  readonly items: Value<readonly Value<string>[]>;
  readonly name: Value<string>;
}

interface CloudfrontKeyGroupOutputs {
  readonly comment: Ref<string>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly items: RefSet<Ref<string>>;
  readonly name: Ref<string>;
}

interface CloudfrontKeyValueStore {
  readonly comment?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface CloudfrontKeyValueStoreOutputs {
  readonly arn: Ref<string>;
  readonly comment: Ref<string>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly last_modified_time: Ref<string>;
  readonly name: Ref<string>;
}

interface RealtimeMetricsSubscriptionConfig {
  readonly realtime_metrics_subscription_status: Value<string>;
}

interface MonitoringSubscription {
  readonly realtime_metrics_subscription_config: RealtimeMetricsSubscriptionConfig | readonly RealtimeMetricsSubscriptionConfig[];
}

interface CloudfrontMonitoringSubscription {
  readonly distribution_id: Value<string>;
  readonly monitoring_subscription: MonitoringSubscription | readonly MonitoringSubscription[];
}

interface RealtimeMetricsSubscriptionConfigOutputs {
  readonly realtime_metrics_subscription_status: Ref<string>;
}

interface MonitoringSubscriptionOutputs {
  readonly realtime_metrics_subscription_config: RefList<RealtimeMetricsSubscriptionConfigOutputs>;
}

interface CloudfrontMonitoringSubscriptionOutputs {
  readonly distribution_id: Ref<string>;
  readonly id: Ref<string>;
  readonly monitoring_subscription: RefList<MonitoringSubscriptionOutputs>;
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

interface CloudfrontOriginAccessIdentity {
  readonly comment?: Value<string> | undefined;
}

interface CloudfrontOriginAccessIdentityOutputs {
  readonly arn: Ref<string>;
  readonly caller_reference: Ref<string>;
  readonly cloudfront_access_identity_path: Ref<string>;
  readonly comment: Ref<string>;
  readonly etag: Ref<string>;
  readonly iam_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly s3_canonical_user_id: Ref<string>;
}

interface CloudfrontOriginRequestPolicy {
  readonly comment?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly cookies_config: CookiesConfig | readonly CookiesConfig[];
  readonly headers_config: HeadersConfig | readonly HeadersConfig[];
  readonly query_strings_config: QueryStringsConfig | readonly QueryStringsConfig[];
}

interface CloudfrontOriginRequestPolicyOutputs {
  readonly arn: Ref<string>;
  readonly comment: Ref<string>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly cookies_config: RefList<CookiesConfigOutputs>;
  readonly headers_config: RefList<HeadersConfigOutputs>;
  readonly query_strings_config: RefList<QueryStringsConfigOutputs>;
}

interface CloudfrontPublicKey {
  readonly comment?: Value<string> | undefined;
  readonly encoded_key: Value<string>;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
}

interface CloudfrontPublicKeyOutputs {
  readonly caller_reference: Ref<string>;
  readonly comment: Ref<string>;
  readonly encoded_key: Ref<string>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
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

interface EventSelectorOutputs {
  readonly exclude_management_event_sources: RefSet<Ref<string>>;
  readonly include_management_events: Ref<boolean>;
  readonly read_write_type: Ref<string>;
  readonly data_resource: RefList<ParameterOutputs>;
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

interface FieldSelector2 {
  readonly ends_with?: Value<readonly Value<string>[]> | undefined;
  readonly equals?: Value<readonly Value<string>[]> | undefined;
  readonly field?: Value<string> | undefined;
  readonly not_ends_with?: Value<readonly Value<string>[]> | undefined;
  readonly not_equals?: Value<readonly Value<string>[]> | undefined;
  readonly not_starts_with?: Value<readonly Value<string>[]> | undefined;
  readonly starts_with?: Value<readonly Value<string>[]> | undefined;
}

interface AdvancedEventSelector2 {
  readonly name?: Value<string> | undefined;
  readonly field_selector?: FieldSelector2 | readonly FieldSelector2[] | undefined;
}

interface CloudtrailEventDataStore {
  readonly billing_mode?: Value<string> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly multi_region_enabled?: Value<boolean> | undefined;
  readonly name: Value<string>;
  readonly organization_enabled?: Value<boolean> | undefined;
  readonly retention_period?: Value<number> | undefined;
  readonly suspend?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly termination_protection_enabled?: Value<boolean> | undefined;
  readonly advanced_event_selector?: AdvancedEventSelector2 | readonly AdvancedEventSelector2[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface CloudtrailEventDataStoreOutputs {
  readonly arn: Ref<string>;
  readonly billing_mode: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly multi_region_enabled: Ref<boolean>;
  readonly name: Ref<string>;
  readonly organization_enabled: Ref<boolean>;
  readonly retention_period: Ref<number>;
  readonly suspend: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly termination_protection_enabled: Ref<boolean>;
  readonly advanced_event_selector: RefList<AdvancedEventSelectorOutputs>;
}

interface CloudtrailOrganizationDelegatedAdminAccount {
  readonly account_id: Value<string>;
}

interface CloudtrailOrganizationDelegatedAdminAccountOutputs {
  readonly account_id: Ref<string>;
  readonly arn: Ref<string>;
  readonly email: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly service_principal: Ref<string>;
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

interface CloudwatchEventApiDestination {
  readonly connection_arn: Value<string>;
  readonly description?: Value<string> | undefined;
  readonly http_method: Value<string>;
  readonly invocation_endpoint: Value<string>;
  readonly invocation_rate_limit_per_second?: Value<number> | undefined;
  readonly name: Value<string>;
}

interface CloudwatchEventApiDestinationOutputs {
  readonly arn: Ref<string>;
  readonly connection_arn: Ref<string>;
  readonly description: Ref<string>;
  readonly http_method: Ref<string>;
  readonly id: Ref<string>;
  readonly invocation_endpoint: Ref<string>;
  readonly invocation_rate_limit_per_second: Ref<number>;
  readonly name: Ref<string>;
}

interface CloudwatchEventArchive {
  readonly description?: Value<string> | undefined;
  readonly event_pattern?: Value<string> | undefined;
  readonly event_source_arn: Value<string>;
  readonly name: Value<string>;
  readonly retention_days?: Value<number> | undefined;
}

interface CloudwatchEventArchiveOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly event_pattern: Ref<string>;
  readonly event_source_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly retention_days: Ref<number>;
}

interface DeadLetterConfig {
  readonly arn?: Value<string> | undefined;
}

interface CloudwatchEventBus {
  readonly description?: Value<string> | undefined;
  readonly event_source_name?: Value<string> | undefined;
  readonly kms_key_identifier?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly dead_letter_config?: DeadLetterConfig | readonly DeadLetterConfig[] | undefined;
}

interface DeadLetterConfigOutputs {
  readonly arn: Ref<string>;
}

interface CloudwatchEventBusOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly event_source_name: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_identifier: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly dead_letter_config: RefList<DeadLetterConfigOutputs>;
}

interface CloudwatchEventBusPolicy {
  readonly event_bus_name?: Value<string> | undefined;
  readonly policy: Value<string>;
}

interface CloudwatchEventBusPolicyOutputs {
  readonly event_bus_name: Ref<string>;
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
}

interface ApiKey {
  readonly key: Value<string>;
  readonly value: Ref<string>;
}

interface Basic {
  readonly password: Ref<string>;
  readonly username: Value<string>;
}

interface Body {
  readonly is_value_secret?: Value<boolean> | undefined;
  readonly key?: Value<string> | undefined;
  readonly value?: Ref<string> | undefined;
}

interface InvocationHttpParameters {
  readonly body?: Body | readonly Body[] | undefined;
  readonly header?: Body | readonly Body[] | undefined;
  readonly query_string?: Body | readonly Body[] | undefined;
}

interface ClientParameters {
  readonly client_id: Value<string>;
  readonly client_secret: Ref<string>;
}

interface Oauth {
  readonly authorization_endpoint: Value<string>;
  readonly http_method: Value<string>;
  readonly client_parameters?: ClientParameters | readonly ClientParameters[] | undefined;
  readonly oauth_http_parameters: InvocationHttpParameters | readonly InvocationHttpParameters[];
}

interface AuthParameters {
  readonly api_key?: ApiKey | readonly ApiKey[] | undefined;
  readonly basic?: Basic | readonly Basic[] | undefined;
  readonly invocation_http_parameters?: InvocationHttpParameters | readonly InvocationHttpParameters[] | undefined;
  readonly oauth?: Oauth | readonly Oauth[] | undefined;
}

interface ResourceParameters {
  readonly resource_configuration_arn: Value<string>;
}

interface InvocationConnectivityParameters {
  readonly resource_parameters: ResourceParameters | readonly ResourceParameters[];
}

interface CloudwatchEventConnection {
  readonly authorization_type: Value<string>;
  readonly description?: Value<string> | undefined;
  readonly kms_key_identifier?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly auth_parameters: AuthParameters | readonly AuthParameters[];
  readonly invocation_connectivity_parameters?: InvocationConnectivityParameters | readonly InvocationConnectivityParameters[] | undefined;
}

interface BasicOutputs {
  readonly password: Ref<string>;
  readonly username: Ref<string>;
}

interface BodyOutputs {
  readonly is_value_secret: Ref<boolean>;
  readonly key: Ref<string>;
  readonly value: Ref<string>;
}

interface InvocationHttpParametersOutputs {
  readonly body: RefList<BodyOutputs>;
  readonly header: RefList<BodyOutputs>;
  readonly query_string: RefList<BodyOutputs>;
}

interface ClientParametersOutputs {
  readonly client_id: Ref<string>;
  readonly client_secret: Ref<string>;
}

interface OauthOutputs {
  readonly authorization_endpoint: Ref<string>;
  readonly http_method: Ref<string>;
  readonly client_parameters: RefList<ClientParametersOutputs>;
  readonly oauth_http_parameters: RefList<InvocationHttpParametersOutputs>;
}

interface AuthParametersOutputs {
  readonly api_key: RefList<StringEqualsOutputs>;
  readonly basic: RefList<BasicOutputs>;
  readonly invocation_http_parameters: RefList<InvocationHttpParametersOutputs>;
  readonly oauth: RefList<OauthOutputs>;
}

interface ResourceParametersOutputs {
  readonly resource_association_arn: Ref<string>;
  readonly resource_configuration_arn: Ref<string>;
}

interface InvocationConnectivityParametersOutputs {
  readonly resource_parameters: RefList<ResourceParametersOutputs>;
}

interface CloudwatchEventConnectionOutputs {
  readonly arn: Ref<string>;
  readonly authorization_type: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_identifier: Ref<string>;
  readonly name: Ref<string>;
  readonly secret_arn: Ref<string>;
  readonly auth_parameters: RefList<AuthParametersOutputs>;
  readonly invocation_connectivity_parameters: RefList<InvocationConnectivityParametersOutputs>;
}

interface EventBus {
  readonly event_bus_arn: Value<string>;
}

interface ReplicationConfig {
  readonly state?: Value<string> | undefined;
}

interface Primary {
  readonly health_check?: Value<string> | undefined;
}

interface Secondary {
  readonly route?: Value<string> | undefined;
}

interface FailoverConfig {
  readonly primary: Primary | readonly Primary[];
  readonly secondary: Secondary | readonly Secondary[];
}

interface RoutingConfig {
  readonly failover_config: FailoverConfig | readonly FailoverConfig[];
}

interface CloudwatchEventEndpoint {
  readonly description?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly role_arn?: Value<string> | undefined;
  readonly event_bus: EventBus | readonly EventBus[];
  readonly replication_config?: ReplicationConfig | readonly ReplicationConfig[] | undefined;
  readonly routing_config: RoutingConfig | readonly RoutingConfig[];
}

interface EventBusOutputs {
  readonly event_bus_arn: Ref<string>;
}

interface ReplicationConfigOutputs {
  readonly state: Ref<string>;
}

interface PrimaryOutputs {
  readonly health_check: Ref<string>;
}

interface SecondaryOutputs {
  readonly route: Ref<string>;
}

interface FailoverConfigOutputs {
  readonly primary: RefList<PrimaryOutputs>;
  readonly secondary: RefList<SecondaryOutputs>;
}

interface RoutingConfigOutputs {
  readonly failover_config: RefList<FailoverConfigOutputs>;
}

interface CloudwatchEventEndpointOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly endpoint_url: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly event_bus: RefList<EventBusOutputs>;
  readonly replication_config: RefList<ReplicationConfigOutputs>;
  readonly routing_config: RefList<RoutingConfigOutputs>;
}

interface CloudwatchEventPermission {
  readonly action?: Value<string> | undefined;
  readonly event_bus_name?: Value<string> | undefined;
  readonly principal: Value<string>;
  readonly statement_id: Value<string>;
  readonly condition?: SelectionTag | readonly SelectionTag[] | undefined;
}

interface CloudwatchEventPermissionOutputs {
  readonly action: Ref<string>;
  readonly event_bus_name: Ref<string>;
  readonly id: Ref<string>;
  readonly principal: Ref<string>;
  readonly statement_id: Ref<string>;
  readonly condition: RefList<SelectionTagOutputs>;
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

interface CloudwatchLogDestination {
  readonly name: Value<string>;
  readonly role_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly target_arn: Value<string>;
}

interface CloudwatchLogDestinationOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly target_arn: Ref<string>;
}

interface CloudwatchLogDestinationPolicy {
  readonly access_policy: Value<string>;
  readonly destination_name: Value<string>;
  readonly force_update?: Value<boolean> | undefined;
}

interface CloudwatchLogDestinationPolicyOutputs {
  readonly access_policy: Ref<string>;
  readonly destination_name: Ref<string>;
  readonly force_update: Ref<boolean>;
  readonly id: Ref<string>;
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

interface CloudwatchLogIndexPolicy {
  readonly log_group_name: Value<string>;
  readonly policy_document: Value<string>;
}

interface CloudwatchLogIndexPolicyOutputs {
  readonly log_group_name: Ref<string>;
  readonly policy_document: Ref<string>;
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

interface CloudwatchLogStream {
  readonly log_group_name: Value<string>;
  readonly name: Value<string>;
}

interface CloudwatchLogStreamOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly log_group_name: Ref<string>;
  readonly name: Ref<string>;
}

interface CloudwatchLogSubscriptionFilter {
  readonly destination_arn: Value<string>;
  readonly distribution?: Value<string> | undefined;
  readonly filter_pattern: Value<string>;
  readonly log_group_name: Value<string>;
  readonly name: Value<string>;
  readonly role_arn?: Value<string> | undefined;
}

interface CloudwatchLogSubscriptionFilterOutputs {
  readonly destination_arn: Ref<string>;
  readonly distribution: Ref<string>;
  readonly filter_pattern: Ref<string>;
  readonly id: Ref<string>;
  readonly log_group_name: Ref<string>;
  readonly name: Ref<string>;
  readonly role_arn: Ref<string>;
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

interface ExcludeFilter {
  readonly metric_names?: Value<readonly Value<string>[]> | undefined;
  readonly namespace: Value<string>;
}

interface IncludeMetric {
  readonly metric_name: Value<string>;
  readonly namespace: Value<string>;
}

interface StatisticsConfiguration {
  readonly additional_statistics: Value<readonly Value<string>[]>;
  readonly include_metric: IncludeMetric | readonly IncludeMetric[];
}

interface CloudwatchMetricStream {
  readonly firehose_arn: Value<string>;
  readonly include_linked_accounts_metrics?: Value<boolean> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly output_format: Value<string>;
  readonly role_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly exclude_filter?: ExcludeFilter | readonly ExcludeFilter[] | undefined;
  readonly include_filter?: ExcludeFilter | readonly ExcludeFilter[] | undefined;
  readonly statistics_configuration?: StatisticsConfiguration | readonly StatisticsConfiguration[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface ExcludeFilterOutputs {
  readonly metric_names: RefSet<Ref<string>>;
  readonly namespace: Ref<string>;
}

interface IncludeMetricOutputs {
  readonly metric_name: Ref<string>;
  readonly namespace: Ref<string>;
}

interface StatisticsConfigurationOutputs {
  readonly additional_statistics: RefSet<Ref<string>>;
  readonly include_metric: RefSet<IncludeMetricOutputs>;
}

interface CloudwatchMetricStreamOutputs {
  readonly arn: Ref<string>;
  readonly creation_date: Ref<string>;
  readonly firehose_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly include_linked_accounts_metrics: Ref<boolean>;
  readonly last_update_date: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly output_format: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly state: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly exclude_filter: RefSet<ExcludeFilterOutputs>;
  readonly include_filter: RefSet<ExcludeFilterOutputs>;
  readonly statistics_configuration: RefSet<StatisticsConfigurationOutputs>;
}

interface CloudwatchQueryDefinition {
  readonly log_group_names?: Value<readonly Value<string>[]> | undefined;
  readonly name: Value<string>;
  readonly query_string: Value<string>;
}

interface CloudwatchQueryDefinitionOutputs {
  readonly id: Ref<string>;
  readonly log_group_names: RefList<Ref<string>>;
  readonly name: Ref<string>;
  readonly query_definition_id: Ref<string>;
  readonly query_string: Ref<string>;
}

interface ComputeConfiguration {
  readonly disk?: Value<number> | undefined;
  readonly machine_type?: Value<string> | undefined;
  readonly memory?: Value<number> | undefined;
  readonly vcpu?: Value<number> | undefined;
}

interface TargetTrackingScalingConfigs {
  readonly metric_type?: Value<string> | undefined;
  readonly target_value?: Value<number> | undefined;
}

interface ScalingConfiguration {
  readonly max_capacity?: Value<number> | undefined;
  readonly scaling_type?: Value<string> | undefined;
  readonly target_tracking_scaling_configs?: TargetTrackingScalingConfigs | readonly TargetTrackingScalingConfigs[] | undefined;
}

interface VpcConfig {
  readonly security_group_ids: Value<readonly Value<string>[]>;
  readonly subnets: Value<readonly Value<string>[]>;
  readonly vpc_id: Value<string>;
}

interface CodebuildFleet {
  readonly base_capacity: Value<number>;
  readonly compute_type: Value<string>;
  readonly environment_type: Value<string>;
  readonly fleet_service_role?: Value<string> | undefined;
  readonly image_id?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly overflow_behavior?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly compute_configuration?: ComputeConfiguration | readonly ComputeConfiguration[] | undefined;
  readonly scaling_configuration?: ScalingConfiguration | readonly ScalingConfiguration[] | undefined;
  readonly vpc_config?: VpcConfig | readonly VpcConfig[] | undefined;
}

interface StatusOutputs {
  readonly context: Ref<string>;
  readonly message: Ref<string>;
  readonly status_code: Ref<string>;
}

interface ComputeConfigurationOutputs {
  readonly disk: Ref<number>;
  readonly machine_type: Ref<string>;
  readonly memory: Ref<number>;
  readonly vcpu: Ref<number>;
}

interface TargetTrackingScalingConfigsOutputs {
  readonly metric_type: Ref<string>;
  readonly target_value: Ref<number>;
}

interface ScalingConfigurationOutputs {
  readonly desired_capacity: Ref<number>;
  readonly max_capacity: Ref<number>;
  readonly scaling_type: Ref<string>;
  readonly target_tracking_scaling_configs: RefList<TargetTrackingScalingConfigsOutputs>;
}

interface VpcConfigOutputs {
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly subnets: RefSet<Ref<string>>;
  readonly vpc_id: Ref<string>;
}

interface CodebuildFleetOutputs {
  readonly arn: Ref<string>;
  readonly base_capacity: Ref<number>;
  readonly compute_type: Ref<string>;
  readonly created: Ref<string>;
  readonly environment_type: Ref<string>;
  readonly fleet_service_role: Ref<string>;
  readonly id: Ref<string>;
  readonly image_id: Ref<string>;
  readonly last_modified: Ref<string>;
  readonly name: Ref<string>;
  readonly overflow_behavior: Ref<string>;
  readonly status: RefSet<StatusOutputs>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly compute_configuration: RefList<ComputeConfigurationOutputs>;
  readonly scaling_configuration: RefList<ScalingConfigurationOutputs>;
  readonly vpc_config: RefList<VpcConfigOutputs>;
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

interface S3Destination {
  readonly bucket: Value<string>;
  readonly encryption_disabled?: Value<boolean> | undefined;
  readonly encryption_key: Value<string>;
  readonly packaging?: Value<string> | undefined;
  readonly path?: Value<string> | undefined;
}

interface ExportConfig {
  readonly type: Value<string>;
  readonly s3_destination?: S3Destination | readonly S3Destination[] | undefined;
}

interface CodebuildReportGroup {
  readonly delete_reports?: Value<boolean> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly type: Value<string>;
  readonly export_config: ExportConfig | readonly ExportConfig[];
}

interface S3DestinationOutputs {
  readonly bucket: Ref<string>;
  readonly encryption_disabled: Ref<boolean>;
  readonly encryption_key: Ref<string>;
  readonly packaging: Ref<string>;
  readonly path: Ref<string>;
}

interface ExportConfigOutputs {
  readonly type: Ref<string>;
  readonly s3_destination: RefList<S3DestinationOutputs>;
}

interface CodebuildReportGroupOutputs {
  readonly arn: Ref<string>;
  readonly created: Ref<string>;
  readonly delete_reports: Ref<boolean>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly type: Ref<string>;
  readonly export_config: RefList<ExportConfigOutputs>;
}

interface CodebuildResourcePolicy {
  readonly policy: Value<string>;
  readonly resource_arn: Value<string>;
}

interface CodebuildResourcePolicyOutputs {
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
  readonly resource_arn: Ref<string>;
}

interface CodebuildSourceCredential {
  readonly auth_type: Value<string>;
  readonly server_type: Value<string>;
  readonly token: Ref<string>;
  readonly user_name?: Value<string> | undefined;
}

interface CodebuildSourceCredentialOutputs {
  readonly arn: Ref<string>;
  readonly auth_type: Ref<string>;
  readonly id: Ref<string>;
  readonly server_type: Ref<string>;
  readonly token: Ref<string>;
  readonly user_name: Ref<string>;
}

interface Filter2 {
  readonly exclude_matched_pattern?: Value<boolean> | undefined;
  readonly pattern: Value<string>;
  readonly type: Value<string>;
}

interface FilterGroup {
  readonly filter?: Filter2 | readonly Filter2[] | undefined;
}

interface ScopeConfiguration {
  readonly domain?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly scope: Value<string>;
}

interface CodebuildWebhook {
  readonly branch_filter?: Value<string> | undefined;
  readonly build_type?: Value<string> | undefined;
  readonly manual_creation?: Value<boolean> | undefined;
  readonly project_name: Value<string>;
  readonly filter_group?: FilterGroup | readonly FilterGroup[] | undefined;
  readonly scope_configuration?: ScopeConfiguration | readonly ScopeConfiguration[] | undefined;
}

interface FilterOutputs2 {
  readonly exclude_matched_pattern: Ref<boolean>;
  readonly pattern: Ref<string>;
  readonly type: Ref<string>;
}

interface FilterGroupOutputs {
  readonly filter: RefList<FilterOutputs2>;
}

interface ScopeConfigurationOutputs {
  readonly domain: Ref<string>;
  readonly name: Ref<string>;
  readonly scope: Ref<string>;
}

interface CodebuildWebhookOutputs {
  readonly branch_filter: Ref<string>;
  readonly build_type: Ref<string>;
  readonly id: Ref<string>;
  readonly manual_creation: Ref<boolean>;
  readonly payload_url: Ref<string>;
  readonly project_name: Ref<string>;
  readonly secret: Ref<string>;
  readonly url: Ref<string>;
  readonly filter_group: RefSet<FilterGroupOutputs>;
  readonly scope_configuration: RefList<ScopeConfigurationOutputs>;
}

interface CodecommitApprovalRuleTemplate {
  readonly content: Value<string>;
  readonly description?: Value<string> | undefined;
  readonly name: Value<string>;
}

interface CodecommitApprovalRuleTemplateOutputs {
  readonly approval_rule_template_id: Ref<string>;
  readonly content: Ref<string>;
  readonly creation_date: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly last_modified_date: Ref<string>;
  readonly last_modified_user: Ref<string>;
  readonly name: Ref<string>;
  readonly rule_content_sha256: Ref<string>;
}

interface CodecommitApprovalRuleTemplateAssociation {
  readonly approval_rule_template_name: Value<string>;
  readonly repository_name: Value<string>;
}

interface CodecommitApprovalRuleTemplateAssociationOutputs {
  readonly approval_rule_template_name: Ref<string>;
  readonly id: Ref<string>;
  readonly repository_name: Ref<string>;
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

interface Trigger {
  readonly branches?: Value<readonly Value<string>[]> | undefined;
  readonly custom_data?: Value<string> | undefined;
  readonly destination_arn: Value<string>;
  readonly events: Value<readonly Value<string>[]>;
  readonly name: Value<string>;
}

interface CodecommitTrigger {
  readonly repository_name: Value<string>;
  readonly trigger: Trigger | readonly Trigger[];
}

interface TriggerOutputs {
  readonly branches: RefList<Ref<string>>;
  readonly custom_data: Ref<string>;
  readonly destination_arn: Ref<string>;
  readonly events: RefList<Ref<string>>;
  readonly name: Ref<string>;
}

interface CodecommitTriggerOutputs {
  readonly configuration_id: Ref<string>;
  readonly id: Ref<string>;
  readonly repository_name: Ref<string>;
  readonly trigger: RefSet<TriggerOutputs>;
}

interface EvaluationMode {
  readonly mode?: Value<string> | undefined;
}

interface Scope2 {
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
  readonly scope?: Scope2 | readonly Scope2[] | undefined;
  readonly source: Source2 | readonly Source2[];
}

interface EvaluationModeOutputs {
  readonly mode: Ref<string>;
}

interface ScopeOutputs2 {
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
  readonly scope: RefList<ScopeOutputs2>;
  readonly source: RefList<SourceOutputs2>;
}

interface AccountAggregationSource {
  readonly account_ids: Value<readonly Value<string>[]>;
  readonly all_regions?: Value<boolean> | undefined;
  readonly regions?: Value<readonly Value<string>[]> | undefined;
}

interface OrganizationAggregationSource {
  readonly all_regions?: Value<boolean> | undefined;
  readonly regions?: Value<readonly Value<string>[]> | undefined;
  readonly role_arn: Value<string>;
}

interface ConfigConfigurationAggregator {
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly account_aggregation_source?: AccountAggregationSource | readonly AccountAggregationSource[] | undefined;
  readonly organization_aggregation_source?: OrganizationAggregationSource | readonly OrganizationAggregationSource[] | undefined;
}

interface AccountAggregationSourceOutputs {
  readonly account_ids: RefList<Ref<string>>;
  readonly all_regions: Ref<boolean>;
  readonly regions: RefList<Ref<string>>;
}

interface OrganizationAggregationSourceOutputs {
  readonly all_regions: Ref<boolean>;
  readonly regions: RefList<Ref<string>>;
  readonly role_arn: Ref<string>;
}

interface ConfigConfigurationAggregatorOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly account_aggregation_source: RefList<AccountAggregationSourceOutputs>;
  readonly organization_aggregation_source: RefList<OrganizationAggregationSourceOutputs>;
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

interface InputParameter2 {
  readonly parameter_name: Value<string>;
  readonly parameter_value: Value<string>;
}

interface ConfigConformancePack {
  readonly delivery_s3_bucket?: Value<string> | undefined;
  readonly delivery_s3_key_prefix?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly template_body?: Value<string> | undefined;
  readonly template_s3_uri?: Value<string> | undefined;
  readonly input_parameter?: InputParameter2 | readonly InputParameter2[] | undefined;
}

interface InputParameterOutputs {
  readonly parameter_name: Ref<string>;
  readonly parameter_value: Ref<string>;
}

interface ConfigConformancePackOutputs {
  readonly arn: Ref<string>;
  readonly delivery_s3_bucket: Ref<string>;
  readonly delivery_s3_key_prefix: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly template_body: Ref<string>;
  readonly template_s3_uri: Ref<string>;
  readonly input_parameter: RefSet<InputParameterOutputs>;
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

interface SsmControls {
  readonly concurrent_execution_rate_percentage?: Value<number> | undefined;
  readonly error_percentage?: Value<number> | undefined;
}

interface ExecutionControls {
  readonly ssm_controls?: SsmControls | readonly SsmControls[] | undefined;
}

interface Parameter2 {
  readonly name: Value<string>;
  readonly resource_value?: Value<string> | undefined;
  readonly static_value?: Value<string> | undefined;
  readonly static_values?: Value<readonly Value<string>[]> | undefined;
}

interface ConfigRemediationConfiguration {
  readonly automatic?: Value<boolean> | undefined;
  readonly config_rule_name: Value<string>;
  readonly maximum_automatic_attempts?: Value<number> | undefined;
  readonly resource_type?: Value<string> | undefined;
  readonly retry_attempt_seconds?: Value<number> | undefined;
  readonly target_id: Value<string>;
  readonly target_type: Value<string>;
  readonly target_version?: Value<string> | undefined;
  readonly execution_controls?: ExecutionControls | readonly ExecutionControls[] | undefined;
  readonly parameter?: Parameter2 | readonly Parameter2[] | undefined;
}

interface SsmControlsOutputs {
  readonly concurrent_execution_rate_percentage: Ref<number>;
  readonly error_percentage: Ref<number>;
}

interface ExecutionControlsOutputs {
  readonly ssm_controls: RefList<SsmControlsOutputs>;
}

interface ParameterOutputs2 {
  readonly name: Ref<string>;
  readonly resource_value: Ref<string>;
  readonly static_value: Ref<string>;
  readonly static_values: RefList<Ref<string>>;
}

interface ConfigRemediationConfigurationOutputs {
  readonly arn: Ref<string>;
  readonly automatic: Ref<boolean>;
  readonly config_rule_name: Ref<string>;
  readonly id: Ref<string>;
  readonly maximum_automatic_attempts: Ref<number>;
  readonly resource_type: Ref<string>;
  readonly retry_attempt_seconds: Ref<number>;
  readonly target_id: Ref<string>;
  readonly target_type: Ref<string>;
  readonly target_version: Ref<string>;
  readonly execution_controls: RefList<ExecutionControlsOutputs>;
  readonly parameter: RefList<ParameterOutputs2>;
}

interface ConfigRetentionConfiguration {
  readonly retention_period_in_days: Value<number>;
}

interface ConfigRetentionConfigurationOutputs {
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly retention_period_in_days: Ref<number>;
}

interface CurReportDefinition {
  readonly additional_artifacts?: Value<readonly Value<string>[]> | undefined;
  readonly additional_schema_elements: Value<readonly Value<string>[]>;
  readonly compression: Value<string>;
  readonly format: Value<string>;
  readonly refresh_closed_reports?: Value<boolean> | undefined;
  readonly report_name: Value<string>;
  readonly report_versioning?: Value<string> | undefined;
  readonly s3_bucket: Value<string>;
  readonly s3_prefix?: Value<string> | undefined;
  readonly s3_region: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly time_unit: Value<string>;
}

interface CurReportDefinitionOutputs {
  readonly additional_artifacts: RefSet<Ref<string>>;
  readonly additional_schema_elements: RefSet<Ref<string>>;
  readonly arn: Ref<string>;
  readonly compression: Ref<string>;
  readonly format: Ref<string>;
  readonly id: Ref<string>;
  readonly refresh_closed_reports: Ref<boolean>;
  readonly report_name: Ref<string>;
  readonly report_versioning: Ref<string>;
  readonly s3_bucket: Ref<string>;
  readonly s3_prefix: Ref<string>;
  readonly s3_region: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly time_unit: Ref<string>;
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

interface DbClusterSnapshot {
  readonly db_cluster_identifier: Value<string>;
  readonly db_cluster_snapshot_identifier: Value<string>;
  readonly shared_accounts?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface DbClusterSnapshotOutputs {
  readonly allocated_storage: Ref<number>;
  readonly availability_zones: RefList<Ref<string>>;
  readonly db_cluster_identifier: Ref<string>;
  readonly db_cluster_snapshot_arn: Ref<string>;
  readonly db_cluster_snapshot_identifier: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly license_model: Ref<string>;
  readonly port: Ref<number>;
  readonly shared_accounts: RefSet<Ref<string>>;
  readonly snapshot_type: Ref<string>;
  readonly source_db_cluster_snapshot_arn: Ref<string>;
  readonly status: Ref<string>;
  readonly storage_encrypted: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface DbEventSubscription {
  readonly enabled?: Value<boolean> | undefined;
  readonly event_categories?: Value<readonly Value<string>[]> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly sns_topic: Value<string>;
  readonly source_ids?: Value<readonly Value<string>[]> | undefined;
  readonly source_type?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface DbEventSubscriptionOutputs {
  readonly arn: Ref<string>;
  readonly customer_aws_id: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly event_categories: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly sns_topic: Ref<string>;
  readonly source_ids: RefSet<Ref<string>>;
  readonly source_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface DbInstanceAutomatedBackupsReplication {
  readonly kms_key_id?: Value<string> | undefined;
  readonly pre_signed_url?: Value<string> | undefined;
  readonly retention_period?: Value<number> | undefined;
  readonly source_db_instance_arn: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface DbInstanceAutomatedBackupsReplicationOutputs {
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly pre_signed_url: Ref<string>;
  readonly retention_period: Ref<number>;
  readonly source_db_instance_arn: Ref<string>;
}

interface DbInstanceRoleAssociation {
  readonly db_instance_identifier: Value<string>;
  readonly feature_name: Value<string>;
  readonly role_arn: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface DbInstanceRoleAssociationOutputs {
  readonly db_instance_identifier: Ref<string>;
  readonly feature_name: Ref<string>;
  readonly id: Ref<string>;
  readonly role_arn: Ref<string>;
}

interface Option {
  readonly db_security_group_memberships?: Value<readonly Value<string>[]> | undefined;
  readonly option_name: Value<string>;
  readonly port?: Value<number> | undefined;
  readonly version?: Value<string> | undefined;
  readonly vpc_security_group_memberships?: Value<readonly Value<string>[]> | undefined;
  readonly option_settings?: Dimensions | readonly Dimensions[] | undefined;
}

interface DbOptionGroup {
  readonly engine_name: Value<string>;
  readonly major_engine_version: Value<string>;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly option_group_description?: Value<string> | undefined;
  readonly skip_destroy?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly option?: Option | readonly Option[] | undefined;
  readonly timeouts?: Timeouts6 | readonly Timeouts6[] | undefined;
}

interface OptionOutputs {
  readonly db_security_group_memberships: RefSet<Ref<string>>;
  readonly option_name: Ref<string>;
  readonly port: Ref<number>;
  readonly version: Ref<string>;
  readonly vpc_security_group_memberships: RefSet<Ref<string>>;
  readonly option_settings: RefSet<DimensionsOutputs>;
}

interface DbOptionGroupOutputs {
  readonly arn: Ref<string>;
  readonly engine_name: Ref<string>;
  readonly id: Ref<string>;
  readonly major_engine_version: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly option_group_description: Ref<string>;
  readonly skip_destroy: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly option: RefSet<OptionOutputs>;
}

interface Parameter3 {
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
  readonly parameter?: Parameter3 | readonly Parameter3[] | undefined;
}

interface ParameterOutputs3 {
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
  readonly parameter: RefSet<ParameterOutputs3>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
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

interface DbProxyEndpoint {
  readonly db_proxy_endpoint_name: Value<string>;
  readonly db_proxy_name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly target_role?: Value<string> | undefined;
  readonly vpc_security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly vpc_subnet_ids: Value<readonly Value<string>[]>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface DbProxyEndpointOutputs {
  readonly arn: Ref<string>;
  readonly db_proxy_endpoint_name: Ref<string>;
  readonly db_proxy_name: Ref<string>;
  readonly endpoint: Ref<string>;
  readonly id: Ref<string>;
  readonly is_default: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly target_role: Ref<string>;
  readonly vpc_id: Ref<string>;
  readonly vpc_security_group_ids: RefSet<Ref<string>>;
  readonly vpc_subnet_ids: RefSet<Ref<string>>;
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

interface DbSnapshot {
  readonly db_instance_identifier: Value<string>;
  readonly db_snapshot_identifier: Value<string>;
  readonly shared_accounts?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface DbSnapshotOutputs {
  readonly allocated_storage: Ref<number>;
  readonly availability_zone: Ref<string>;
  readonly db_instance_identifier: Ref<string>;
  readonly db_snapshot_arn: Ref<string>;
  readonly db_snapshot_identifier: Ref<string>;
  readonly encrypted: Ref<boolean>;
  readonly engine: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly id: Ref<string>;
  readonly iops: Ref<number>;
  readonly kms_key_id: Ref<string>;
  readonly license_model: Ref<string>;
  readonly option_group_name: Ref<string>;
  readonly port: Ref<number>;
  readonly shared_accounts: RefSet<Ref<string>>;
  readonly snapshot_type: Ref<string>;
  readonly source_db_snapshot_identifier: Ref<string>;
  readonly source_region: Ref<string>;
  readonly status: Ref<string>;
  readonly storage_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface DbSnapshotCopy {
  readonly copy_tags?: Value<boolean> | undefined;
  readonly destination_region?: Value<string> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly option_group_name?: Value<string> | undefined;
  readonly presigned_url?: Value<string> | undefined;
  readonly shared_accounts?: Value<readonly Value<string>[]> | undefined;
  readonly source_db_snapshot_identifier: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly target_custom_availability_zone?: Value<string> | undefined;
  readonly target_db_snapshot_identifier: Value<string>;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface DbSnapshotCopyOutputs {
  readonly allocated_storage: Ref<number>;
  readonly availability_zone: Ref<string>;
  readonly copy_tags: Ref<boolean>;
  readonly db_snapshot_arn: Ref<string>;
  readonly destination_region: Ref<string>;
  readonly encrypted: Ref<boolean>;
  readonly engine: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly id: Ref<string>;
  readonly iops: Ref<number>;
  readonly kms_key_id: Ref<string>;
  readonly license_model: Ref<string>;
  readonly option_group_name: Ref<string>;
  readonly port: Ref<number>;
  readonly presigned_url: Ref<string>;
  readonly shared_accounts: RefSet<Ref<string>>;
  readonly snapshot_type: Ref<string>;
  readonly source_db_snapshot_identifier: Ref<string>;
  readonly source_region: Ref<string>;
  readonly storage_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly target_custom_availability_zone: Ref<string>;
  readonly target_db_snapshot_identifier: Ref<string>;
  readonly vpc_id: Ref<string>;
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

interface DefaultRouteTable {
  readonly default_route_table_id: Value<string>;
  readonly propagating_vgws?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
}

interface RouteOutputs {
  readonly cidr_block: Ref<string>;
  readonly core_network_arn: Ref<string>;
  readonly destination_prefix_list_id: Ref<string>;
  readonly egress_only_gateway_id: Ref<string>;
  readonly gateway_id: Ref<string>;
  readonly instance_id: Ref<string>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly nat_gateway_id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly transit_gateway_id: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
  readonly vpc_peering_connection_id: Ref<string>;
}

interface DefaultRouteTableOutputs {
  readonly arn: Ref<string>;
  readonly default_route_table_id: Ref<string>;
  readonly id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly propagating_vgws: RefSet<Ref<string>>;
  readonly route: RefSet<RouteOutputs>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
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

interface DxConnection {
  readonly bandwidth: Value<string>;
  readonly encryption_mode?: Value<string> | undefined;
  readonly location: Value<string>;
  readonly name: Value<string>;
  readonly provider_name?: Value<string> | undefined;
  readonly request_macsec?: Value<boolean> | undefined;
  readonly skip_destroy?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface DxConnectionOutputs {
  readonly arn: Ref<string>;
  readonly aws_device: Ref<string>;
  readonly bandwidth: Ref<string>;
  readonly encryption_mode: Ref<string>;
  readonly has_logical_redundancy: Ref<string>;
  readonly id: Ref<string>;
  readonly jumbo_frame_capable: Ref<boolean>;
  readonly location: Ref<string>;
  readonly macsec_capable: Ref<boolean>;
  readonly name: Ref<string>;
  readonly owner_account_id: Ref<string>;
  readonly partner_name: Ref<string>;
  readonly port_encryption_status: Ref<string>;
  readonly provider_name: Ref<string>;
  readonly request_macsec: Ref<boolean>;
  readonly skip_destroy: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vlan_id: Ref<number>;
}

interface DxConnectionAssociation {
  readonly connection_id: Value<string>;
  readonly lag_id: Value<string>;
}

interface DxConnectionAssociationOutputs {
  readonly connection_id: Ref<string>;
  readonly id: Ref<string>;
  readonly lag_id: Ref<string>;
}

interface DxGateway {
  readonly amazon_side_asn: Value<string>;
  readonly name: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface DxGatewayAssociationProposal {
  readonly allowed_prefixes?: Value<readonly Value<string>[]> | undefined;
  readonly associated_gateway_id: Value<string>;
  readonly dx_gateway_id: Value<string>;
  readonly dx_gateway_owner_account_id: Value<string>;
}

interface DxGatewayAssociationProposalOutputs {
  readonly allowed_prefixes: RefSet<Ref<string>>;
  readonly associated_gateway_id: Ref<string>;
  readonly associated_gateway_owner_account_id: Ref<string>;
  readonly associated_gateway_type: Ref<string>;
  readonly dx_gateway_id: Ref<string>;
  readonly dx_gateway_owner_account_id: Ref<string>;
  readonly id: Ref<string>;
}

interface DxLag {
  readonly connection_id?: Value<string> | undefined;
  readonly connections_bandwidth: Value<string>;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly location: Value<string>;
  readonly name: Value<string>;
  readonly provider_name?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface DxLagOutputs {
  readonly arn: Ref<string>;
  readonly connection_id: Ref<string>;
  readonly connections_bandwidth: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly has_logical_redundancy: Ref<string>;
  readonly id: Ref<string>;
  readonly jumbo_frame_capable: Ref<boolean>;
  readonly location: Ref<string>;
  readonly name: Ref<string>;
  readonly owner_account_id: Ref<string>;
  readonly provider_name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface DxPrivateVirtualInterface {
  readonly address_family: Value<string>;
  readonly amazon_address?: Value<string> | undefined;
  readonly bgp_asn: Value<number>;
  readonly bgp_auth_key?: Value<string> | undefined;
  readonly connection_id: Value<string>;
  readonly customer_address?: Value<string> | undefined;
  readonly dx_gateway_id?: Value<string> | undefined;
  readonly mtu?: Value<number> | undefined;
  readonly name: Value<string>;
  readonly sitelink_enabled?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vlan: Value<number>;
  readonly vpn_gateway_id?: Value<string> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface DxPrivateVirtualInterfaceOutputs {
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
  readonly vpn_gateway_id: Ref<string>;
}

interface DxPublicVirtualInterface {
  readonly address_family: Value<string>;
  readonly amazon_address?: Value<string> | undefined;
  readonly bgp_asn: Value<number>;
  readonly bgp_auth_key?: Value<string> | undefined;
  readonly connection_id: Value<string>;
  readonly customer_address?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly route_filter_prefixes: Value<readonly Value<string>[]>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vlan: Value<number>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface DxPublicVirtualInterfaceOutputs {
  readonly address_family: Ref<string>;
  readonly amazon_address: Ref<string>;
  readonly amazon_side_asn: Ref<string>;
  readonly arn: Ref<string>;
  readonly aws_device: Ref<string>;
  readonly bgp_asn: Ref<number>;
  readonly bgp_auth_key: Ref<string>;
  readonly connection_id: Ref<string>;
  readonly customer_address: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly route_filter_prefixes: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vlan: Ref<number>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface DynamodbContributorInsights {
  readonly index_name?: Value<string> | undefined;
  readonly table_name: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface DynamodbContributorInsightsOutputs {
  readonly id: Ref<string>;
  readonly index_name: Ref<string>;
  readonly table_name: Ref<string>;
}

interface Replica {
  readonly region_name: Value<string>;
}

interface DynamodbGlobalTable {
  readonly name: Value<string>;
  readonly replica: Replica | readonly Replica[];
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface ReplicaOutputs {
  readonly region_name: Ref<string>;
}

interface DynamodbGlobalTableOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly replica: RefSet<ReplicaOutputs>;
}

interface DynamodbKinesisStreamingDestination {
  readonly approximate_creation_date_time_precision?: Value<string> | undefined;
  readonly stream_arn: Value<string>;
  readonly table_name: Value<string>;
}

interface DynamodbKinesisStreamingDestinationOutputs {
  readonly approximate_creation_date_time_precision: Ref<string>;
  readonly id: Ref<string>;
  readonly stream_arn: Ref<string>;
  readonly table_name: Ref<string>;
}

interface DynamodbResourcePolicy {
  readonly confirm_remove_self_resource_access?: Value<boolean> | undefined;
  readonly policy: Value<string>;
  readonly resource_arn: Value<string>;
}

interface DynamodbResourcePolicyOutputs {
  readonly confirm_remove_self_resource_access: Ref<boolean>;
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
  readonly resource_arn: Ref<string>;
  readonly revision_id: Ref<string>;
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

interface Replica2 {
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
  readonly replica?: Replica2 | readonly Replica2[] | undefined;
  readonly server_side_encryption?: ServerSideEncryption | readonly ServerSideEncryption[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface ReplicaOutputs2 {
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
  readonly replica: RefSet<ReplicaOutputs2>;
  readonly server_side_encryption: RefList<ServerSideEncryptionOutputs>;
  readonly ttl: RefList<TtlOutputs>;
}

interface IncrementalExportSpecification {
  readonly export_from_time?: Value<string> | undefined;
  readonly export_to_time?: Value<string> | undefined;
  readonly export_view_type?: Value<string> | undefined;
}

interface DynamodbTableExport {
  readonly export_format?: Value<string> | undefined;
  readonly export_time?: Value<string> | undefined;
  readonly export_type?: Value<string> | undefined;
  readonly s3_bucket: Value<string>;
  readonly s3_bucket_owner?: Value<string> | undefined;
  readonly s3_prefix?: Value<string> | undefined;
  readonly s3_sse_algorithm?: Value<string> | undefined;
  readonly s3_sse_kms_key_id?: Value<string> | undefined;
  readonly table_arn: Value<string>;
  readonly incremental_export_specification?: IncrementalExportSpecification | readonly IncrementalExportSpecification[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface IncrementalExportSpecificationOutputs {
  readonly export_from_time: Ref<string>;
  readonly export_to_time: Ref<string>;
  readonly export_view_type: Ref<string>;
}

interface DynamodbTableExportOutputs {
  readonly arn: Ref<string>;
  readonly billed_size_in_bytes: Ref<number>;
  readonly end_time: Ref<string>;
  readonly export_format: Ref<string>;
  readonly export_status: Ref<string>;
  readonly export_time: Ref<string>;
  readonly export_type: Ref<string>;
  readonly id: Ref<string>;
  readonly item_count: Ref<number>;
  readonly manifest_files_s3_key: Ref<string>;
  readonly s3_bucket: Ref<string>;
  readonly s3_bucket_owner: Ref<string>;
  readonly s3_prefix: Ref<string>;
  readonly s3_sse_algorithm: Ref<string>;
  readonly s3_sse_kms_key_id: Ref<string>;
  readonly start_time: Ref<string>;
  readonly table_arn: Ref<string>;
  readonly incremental_export_specification: RefList<IncrementalExportSpecificationOutputs>;
}

interface DynamodbTableItem {
  readonly hash_key: Value<string>;
  readonly item: Value<string>;
  readonly range_key?: Value<string> | undefined;
  readonly table_name: Value<string>;
}

interface DynamodbTableItemOutputs {
  readonly hash_key: Ref<string>;
  readonly id: Ref<string>;
  readonly item: Ref<string>;
  readonly range_key: Ref<string>;
  readonly table_name: Ref<string>;
}

interface DynamodbTableReplica {
  readonly deletion_protection_enabled?: Value<boolean> | undefined;
  readonly global_table_arn: Value<string>;
  readonly kms_key_arn?: Value<string> | undefined;
  readonly point_in_time_recovery?: Value<boolean> | undefined;
  readonly table_class_override?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface DynamodbTag {
  readonly key: Value<string>;
  readonly resource_arn: Value<string>;
  readonly value: Value<string>;
}

interface DynamodbTagOutputs {
  readonly id: Ref<string>;
  readonly key: Ref<string>;
  readonly resource_arn: Ref<string>;
  readonly value: Ref<string>;
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

interface EbsFastSnapshotRestore {
  readonly availability_zone: Value<string>;
  readonly snapshot_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface EbsFastSnapshotRestoreOutputs {
  readonly availability_zone: Ref<string>;
  readonly id: Ref<string>;
  readonly snapshot_id: Ref<string>;
  readonly state: Ref<string>;
}

interface EbsSnapshot {
  readonly description?: Value<string> | undefined;
  readonly outpost_arn?: Value<string> | undefined;
  readonly permanent_restore?: Value<boolean> | undefined;
  readonly storage_tier?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly temporary_restore_days?: Value<number> | undefined;
  readonly volume_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface EbsSnapshotOutputs {
  readonly arn: Ref<string>;
  readonly data_encryption_key_id: Ref<string>;
  readonly description: Ref<string>;
  readonly encrypted: Ref<boolean>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly outpost_arn: Ref<string>;
  readonly owner_alias: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly permanent_restore: Ref<boolean>;
  readonly storage_tier: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly temporary_restore_days: Ref<number>;
  readonly volume_id: Ref<string>;
  readonly volume_size: Ref<number>;
}

interface EbsSnapshotBlockPublicAccess {
  readonly state: Value<string>;
}

interface EbsSnapshotBlockPublicAccessOutputs {
  readonly id: Ref<string>;
  readonly state: Ref<string>;
}

interface EbsSnapshotCopy {
  readonly completion_duration_minutes?: Value<number> | undefined;
  readonly description?: Value<string> | undefined;
  readonly encrypted?: Value<boolean> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly permanent_restore?: Value<boolean> | undefined;
  readonly source_region: Value<string>;
  readonly source_snapshot_id: Value<string>;
  readonly storage_tier?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly temporary_restore_days?: Value<number> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface EbsSnapshotCopyOutputs {
  readonly arn: Ref<string>;
  readonly completion_duration_minutes: Ref<number>;
  readonly data_encryption_key_id: Ref<string>;
  readonly description: Ref<string>;
  readonly encrypted: Ref<boolean>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly outpost_arn: Ref<string>;
  readonly owner_alias: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly permanent_restore: Ref<boolean>;
  readonly source_region: Ref<string>;
  readonly source_snapshot_id: Ref<string>;
  readonly storage_tier: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly temporary_restore_days: Ref<number>;
  readonly volume_id: Ref<string>;
  readonly volume_size: Ref<number>;
}

interface ClientData {
  readonly comment?: Value<string> | undefined;
  readonly upload_end?: Value<string> | undefined;
  readonly upload_size?: Value<number> | undefined;
  readonly upload_start?: Value<string> | undefined;
}

interface UserBucket {
  readonly s3_bucket: Value<string>;
  readonly s3_key: Value<string>;
}

interface DiskContainer {
  readonly description?: Value<string> | undefined;
  readonly format: Value<string>;
  readonly url?: Value<string> | undefined;
  readonly user_bucket?: UserBucket | readonly UserBucket[] | undefined;
}

interface EbsSnapshotImport {
  readonly description?: Value<string> | undefined;
  readonly encrypted?: Value<boolean> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly permanent_restore?: Value<boolean> | undefined;
  readonly role_name?: Value<string> | undefined;
  readonly storage_tier?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly temporary_restore_days?: Value<number> | undefined;
  readonly client_data?: ClientData | readonly ClientData[] | undefined;
  readonly disk_container: DiskContainer | readonly DiskContainer[];
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface ClientDataOutputs {
  readonly comment: Ref<string>;
  readonly upload_end: Ref<string>;
  readonly upload_size: Ref<number>;
  readonly upload_start: Ref<string>;
}

interface UserBucketOutputs {
  readonly s3_bucket: Ref<string>;
  readonly s3_key: Ref<string>;
}

interface DiskContainerOutputs {
  readonly description: Ref<string>;
  readonly format: Ref<string>;
  readonly url: Ref<string>;
  readonly user_bucket: RefList<UserBucketOutputs>;
}

interface EbsSnapshotImportOutputs {
  readonly arn: Ref<string>;
  readonly data_encryption_key_id: Ref<string>;
  readonly description: Ref<string>;
  readonly encrypted: Ref<boolean>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly outpost_arn: Ref<string>;
  readonly owner_alias: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly permanent_restore: Ref<boolean>;
  readonly role_name: Ref<string>;
  readonly storage_tier: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly temporary_restore_days: Ref<number>;
  readonly volume_id: Ref<string>;
  readonly volume_size: Ref<number>;
  readonly client_data: RefList<ClientDataOutputs>;
  readonly disk_container: RefList<DiskContainerOutputs>;
}

interface EbsVolume {
  readonly availability_zone: Value<string>;
  readonly encrypted?: Value<boolean> | undefined;
  readonly final_snapshot?: Value<boolean> | undefined;
  readonly iops?: Value<number> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly multi_attach_enabled?: Value<boolean> | undefined;
  readonly outpost_arn?: Value<string> | undefined;
  readonly size?: Value<number> | undefined;
  readonly snapshot_id?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly throughput?: Value<number> | undefined;
  readonly type?: "standard" | "io1" | "io2" | "gp2" | "sc1" | "st1" | "gp3" | Ref<string> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface EbsVolumeOutputs {
  readonly arn: Ref<string>;
  readonly availability_zone: Ref<string>;
  readonly create_time: Ref<string>;
  readonly encrypted: Ref<boolean>;
  readonly final_snapshot: Ref<boolean>;
  readonly id: Ref<string>;
  readonly iops: Ref<number>;
  readonly kms_key_id: Ref<string>;
  readonly multi_attach_enabled: Ref<boolean>;
  readonly outpost_arn: Ref<string>;
  readonly size: Ref<number>;
  readonly snapshot_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly throughput: Ref<number>;
  readonly type: Ref<string>;
}

interface Ec2CapacityBlockReservation {
  readonly capacity_block_offering_id: Value<string>;
  readonly instance_platform: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface Ec2CapacityBlockReservationOutputs {
  readonly arn: Ref<string>;
  readonly availability_zone: Ref<string>;
  readonly capacity_block_offering_id: Ref<string>;
  readonly created_date: Ref<string>;
  readonly ebs_optimized: Ref<boolean>;
  readonly end_date: Ref<string>;
  readonly end_date_type: Ref<string>;
  readonly id: Ref<string>;
  readonly instance_count: Ref<number>;
  readonly instance_platform: Ref<string>;
  readonly instance_type: Ref<string>;
  readonly outpost_arn: Ref<string>;
  readonly placement_group_arn: Ref<string>;
  readonly reservation_type: Ref<string>;
  readonly start_date: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly tenancy: Ref<string>;
}

interface Ec2CapacityReservation {
  readonly availability_zone: Value<string>;
  readonly ebs_optimized?: Value<boolean> | undefined;
  readonly end_date?: Value<string> | undefined;
  readonly end_date_type?: Value<string> | undefined;
  readonly ephemeral_storage?: Value<boolean> | undefined;
  readonly instance_count: Value<number>;
  readonly instance_match_criteria?: Value<string> | undefined;
  readonly instance_platform: Value<string>;
  readonly instance_type: Value<string>;
  readonly outpost_arn?: Value<string> | undefined;
  readonly placement_group_arn?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly tenancy?: Value<string> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface Ec2CapacityReservationOutputs {
  readonly arn: Ref<string>;
  readonly availability_zone: Ref<string>;
  readonly ebs_optimized: Ref<boolean>;
  readonly end_date: Ref<string>;
  readonly end_date_type: Ref<string>;
  readonly ephemeral_storage: Ref<boolean>;
  readonly id: Ref<string>;
  readonly instance_count: Ref<number>;
  readonly instance_match_criteria: Ref<string>;
  readonly instance_platform: Ref<string>;
  readonly instance_type: Ref<string>;
  readonly outpost_arn: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly placement_group_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly tenancy: Ref<string>;
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

interface Entry {
  readonly cidr: Value<string>;
  readonly description?: Value<string> | undefined;
}

interface Ec2ManagedPrefixList {
  readonly address_family: Value<string>;
  readonly max_entries: Value<number>;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly entry?: Entry | readonly Entry[] | undefined;
}

interface EntryOutputs {
  readonly cidr: Ref<string>;
  readonly description: Ref<string>;
}

interface Ec2ManagedPrefixListOutputs {
  readonly address_family: Ref<string>;
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly max_entries: Ref<number>;
  readonly name: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly version: Ref<number>;
  readonly entry: RefSet<EntryOutputs>;
}

interface Ec2ManagedPrefixListEntry {
  readonly cidr: Value<string>;
  readonly description?: Value<string> | undefined;
  readonly prefix_list_id: Value<string>;
}

interface Ec2ManagedPrefixListEntryOutputs {
  readonly cidr: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly prefix_list_id: Ref<string>;
}

interface Ec2SubnetCidrReservation {
  readonly cidr_block: Value<string>;
  readonly description?: Value<string> | undefined;
  readonly reservation_type: Value<string>;
  readonly subnet_id: Value<string>;
}

interface Ec2SubnetCidrReservationOutputs {
  readonly cidr_block: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly reservation_type: Ref<string>;
  readonly subnet_id: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface Ec2TransitGatewayConnect {
  readonly protocol?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_default_route_table_association?: Value<boolean> | undefined;
  readonly transit_gateway_default_route_table_propagation?: Value<boolean> | undefined;
  readonly transit_gateway_id: Value<string>;
  readonly transport_attachment_id: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface Ec2TransitGatewayConnectOutputs {
  readonly id: Ref<string>;
  readonly protocol: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_default_route_table_association: Ref<boolean>;
  readonly transit_gateway_default_route_table_propagation: Ref<boolean>;
  readonly transit_gateway_id: Ref<string>;
  readonly transport_attachment_id: Ref<string>;
}

interface Ec2TransitGatewayConnectPeer {
  readonly bgp_asn?: Value<string> | undefined;
  readonly inside_cidr_blocks: Value<readonly Value<string>[]>;
  readonly peer_address: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_address?: Value<string> | undefined;
  readonly transit_gateway_attachment_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface Ec2TransitGatewayConnectPeerOutputs {
  readonly arn: Ref<string>;
  readonly bgp_asn: Ref<string>;
  readonly bgp_peer_address: Ref<string>;
  readonly bgp_transit_gateway_addresses: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly inside_cidr_blocks: RefSet<Ref<string>>;
  readonly peer_address: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_address: Ref<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
}

interface Ec2TransitGatewayDefaultRouteTableAssociation {
  readonly transit_gateway_id: Value<string>;
  readonly transit_gateway_route_table_id: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface Ec2TransitGatewayDefaultRouteTableAssociationOutputs {
  readonly id: Ref<string>;
  readonly original_default_route_table_id: Ref<string>;
  readonly transit_gateway_id: Ref<string>;
  readonly transit_gateway_route_table_id: Ref<string>;
}

interface Ec2TransitGatewayMulticastDomain {
  readonly auto_accept_shared_associations?: Value<string> | undefined;
  readonly igmpv2_support?: Value<string> | undefined;
  readonly static_sources_support?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface Ec2TransitGatewayMulticastDomainOutputs {
  readonly arn: Ref<string>;
  readonly auto_accept_shared_associations: Ref<string>;
  readonly id: Ref<string>;
  readonly igmpv2_support: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly static_sources_support: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_id: Ref<string>;
}

interface Ec2TransitGatewayMulticastDomainAssociation {
  readonly subnet_id: Value<string>;
  readonly transit_gateway_attachment_id: Value<string>;
  readonly transit_gateway_multicast_domain_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface Ec2TransitGatewayMulticastDomainAssociationOutputs {
  readonly id: Ref<string>;
  readonly subnet_id: Ref<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
  readonly transit_gateway_multicast_domain_id: Ref<string>;
}

interface Ec2TransitGatewayMulticastGroupMember {
  readonly group_ip_address: Value<string>;
  readonly network_interface_id: Value<string>;
  readonly transit_gateway_multicast_domain_id: Value<string>;
}

interface Ec2TransitGatewayMulticastGroupMemberOutputs {
  readonly group_ip_address: Ref<string>;
  readonly id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly transit_gateway_multicast_domain_id: Ref<string>;
}

interface Options2 {
  readonly dynamic_routing?: Value<string> | undefined;
}

interface Ec2TransitGatewayPeeringAttachment {
  readonly peer_account_id?: Value<string> | undefined;
  readonly peer_region: Value<string>;
  readonly peer_transit_gateway_id: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_id: Value<string>;
  readonly options?: Options2 | readonly Options2[] | undefined;
}

interface OptionsOutputs2 {
  readonly dynamic_routing: Ref<string>;
}

interface Ec2TransitGatewayPeeringAttachmentOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly peer_account_id: Ref<string>;
  readonly peer_region: Ref<string>;
  readonly peer_transit_gateway_id: Ref<string>;
  readonly state: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_id: Ref<string>;
  readonly options: RefList<OptionsOutputs2>;
}

interface Ec2TransitGatewayPeeringAttachmentAccepter {
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_attachment_id: Value<string>;
}

interface Ec2TransitGatewayPeeringAttachmentAccepterOutputs {
  readonly id: Ref<string>;
  readonly peer_account_id: Ref<string>;
  readonly peer_region: Ref<string>;
  readonly peer_transit_gateway_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
  readonly transit_gateway_id: Ref<string>;
}

interface Ec2TransitGatewayPolicyTable {
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_id: Value<string>;
}

interface Ec2TransitGatewayPolicyTableOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly state: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_id: Ref<string>;
}

interface Ec2TransitGatewayPolicyTableAssociation {
  readonly transit_gateway_attachment_id: Value<string>;
  readonly transit_gateway_policy_table_id: Value<string>;
}

interface Ec2TransitGatewayPolicyTableAssociationOutputs {
  readonly id: Ref<string>;
  readonly resource_id: Ref<string>;
  readonly resource_type: Ref<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
  readonly transit_gateway_policy_table_id: Ref<string>;
}

interface Ec2TransitGatewayPrefixListReference {
  readonly blackhole?: Value<boolean> | undefined;
  readonly prefix_list_id: Value<string>;
  readonly transit_gateway_attachment_id?: Value<string> | undefined;
  readonly transit_gateway_route_table_id: Value<string>;
}

interface Ec2TransitGatewayPrefixListReferenceOutputs {
  readonly blackhole: Ref<boolean>;
  readonly id: Ref<string>;
  readonly prefix_list_id: Ref<string>;
  readonly prefix_list_owner_id: Ref<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
  readonly transit_gateway_route_table_id: Ref<string>;
}

interface Ec2TransitGatewayRoute {
  readonly blackhole?: Value<boolean> | undefined;
  readonly destination_cidr_block: Value<string>;
  readonly transit_gateway_attachment_id?: Value<string> | undefined;
  readonly transit_gateway_route_table_id: Value<string>;
}

interface Ec2TransitGatewayRouteOutputs {
  readonly blackhole: Ref<boolean>;
  readonly destination_cidr_block: Ref<string>;
  readonly id: Ref<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
  readonly transit_gateway_route_table_id: Ref<string>;
}

interface Ec2TransitGatewayRouteTableOutputs {
  readonly arn: Ref<string>;
  readonly default_association_route_table: Ref<boolean>;
  readonly default_propagation_route_table: Ref<boolean>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_id: Ref<string>;
}

interface Ec2TransitGatewayRouteTableAssociation {
  readonly replace_existing_association?: Value<boolean> | undefined;
  readonly transit_gateway_attachment_id: Value<string>;
  readonly transit_gateway_route_table_id: Value<string>;
}

interface Ec2TransitGatewayRouteTableAssociationOutputs {
  readonly id: Ref<string>;
  readonly replace_existing_association: Ref<boolean>;
  readonly resource_id: Ref<string>;
  readonly resource_type: Ref<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
  readonly transit_gateway_route_table_id: Ref<string>;
}

interface Ec2TransitGatewayRouteTablePropagation {
  readonly transit_gateway_attachment_id: Value<string>;
  readonly transit_gateway_route_table_id: Value<string>;
}

interface Ec2TransitGatewayRouteTablePropagationOutputs {
  readonly id: Ref<string>;
  readonly resource_id: Ref<string>;
  readonly resource_type: Ref<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
  readonly transit_gateway_route_table_id: Ref<string>;
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

interface Ec2TransitGatewayVpcAttachmentAccepter {
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_gateway_attachment_id: Value<string>;
  readonly transit_gateway_default_route_table_association?: Value<boolean> | undefined;
  readonly transit_gateway_default_route_table_propagation?: Value<boolean> | undefined;
}

interface Ec2TransitGatewayVpcAttachmentAccepterOutputs {
  readonly appliance_mode_support: Ref<string>;
  readonly dns_support: Ref<string>;
  readonly id: Ref<string>;
  readonly ipv6_support: Ref<string>;
  readonly security_group_referencing_support: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_gateway_attachment_id: Ref<string>;
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

interface EcrRegistryPolicy {
  readonly policy: Value<string>;
}

interface EcrRegistryPolicyOutputs {
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
  readonly registry_id: Ref<string>;
}

interface RepositoryFilter {
  readonly filter: Value<string>;
  readonly filter_type: Value<string>;
}

interface Rule4 {
  readonly scan_frequency: Value<string>;
  readonly repository_filter: RepositoryFilter | readonly RepositoryFilter[];
}

interface EcrRegistryScanningConfiguration {
  readonly scan_type: "BASIC" | "ENHANCED" | Ref<string>;
  readonly rule?: Rule4 | readonly Rule4[] | undefined;
}

interface RepositoryFilterOutputs {
  readonly filter: Ref<string>;
  readonly filter_type: Ref<string>;
}

interface RuleOutputs4 {
  readonly scan_frequency: Ref<string>;
  readonly repository_filter: RefSet<RepositoryFilterOutputs>;
}

interface EcrRegistryScanningConfigurationOutputs {
  readonly id: Ref<string>;
  readonly registry_id: Ref<string>;
  readonly scan_type: Ref<string>;
  readonly rule: RefSet<RuleOutputs4>;
}

interface Destination {
  readonly region: Value<string>;
  readonly registry_id: Value<string>;
}

interface Rule5 {
  readonly destination: Destination | readonly Destination[];
  readonly repository_filter?: RepositoryFilter | readonly RepositoryFilter[] | undefined;
}

interface ReplicationConfiguration {
  readonly rule: Rule5 | readonly Rule5[];
}

interface EcrReplicationConfiguration {
  readonly replication_configuration?: ReplicationConfiguration | readonly ReplicationConfiguration[] | undefined;
}

interface DestinationOutputs {
  readonly region: Ref<string>;
  readonly registry_id: Ref<string>;
}

interface RuleOutputs5 {
  readonly destination: RefList<DestinationOutputs>;
  readonly repository_filter: RefList<RepositoryFilterOutputs>;
}

interface ReplicationConfigurationOutputs {
  readonly rule: RefList<RuleOutputs5>;
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
  readonly timeouts?: Timeouts6 | readonly Timeouts6[] | undefined;
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

interface EgressOnlyInternetGateway {
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id: Value<string>;
}

interface EgressOnlyInternetGatewayOutputs {
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
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

interface EipAssociation {
  readonly allocation_id?: Value<string> | undefined;
  readonly allow_reassociation?: Value<boolean> | undefined;
  readonly instance_id?: Value<string> | undefined;
  readonly network_interface_id?: Value<string> | undefined;
  readonly private_ip_address?: Value<string> | undefined;
  readonly public_ip?: Value<string> | undefined;
}

interface EipAssociationOutputs {
  readonly allocation_id: Ref<string>;
  readonly allow_reassociation: Ref<boolean>;
  readonly id: Ref<string>;
  readonly instance_id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly private_ip_address: Ref<string>;
  readonly public_ip: Ref<string>;
}

interface EipDomainName {
  readonly allocation_id: Value<string>;
  readonly domain_name: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface EipDomainNameOutputs {
  readonly allocation_id: Ref<string>;
  readonly domain_name: Ref<string>;
  readonly id: Ref<string>;
  readonly ptr_record: Ref<string>;
}

interface EksAccessEntry {
  readonly cluster_name: Value<string>;
  readonly kubernetes_groups?: Value<readonly Value<string>[]> | undefined;
  readonly principal_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly type?: Value<string> | undefined;
  readonly user_name?: Value<string> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
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
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface Selector {
  readonly labels?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly namespace: Value<string>;
}

interface EksFargateProfile {
  readonly cluster_name: Value<string>;
  readonly fargate_profile_name: Value<string>;
  readonly pod_execution_role_arn: Value<string>;
  readonly subnet_ids?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly selector: Selector | readonly Selector[];
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface SelectorOutputs {
  readonly labels: RefMap<string>;
  readonly namespace: Ref<string>;
}

interface EksFargateProfileOutputs {
  readonly arn: Ref<string>;
  readonly cluster_name: Ref<string>;
  readonly fargate_profile_name: Ref<string>;
  readonly id: Ref<string>;
  readonly pod_execution_role_arn: Ref<string>;
  readonly status: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly selector: RefSet<SelectorOutputs>;
}

interface Oidc {
  readonly client_id: Value<string>;
  readonly groups_claim?: Value<string> | undefined;
  readonly groups_prefix?: Value<string> | undefined;
  readonly identity_provider_config_name: Value<string>;
  readonly issuer_url: Value<string>;
  readonly required_claims?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly username_claim?: Value<string> | undefined;
  readonly username_prefix?: Value<string> | undefined;
}

interface EksIdentityProviderConfig {
  readonly cluster_name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly oidc: Oidc | readonly Oidc[];
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface OidcOutputs2 {
  readonly client_id: Ref<string>;
  readonly groups_claim: Ref<string>;
  readonly groups_prefix: Ref<string>;
  readonly identity_provider_config_name: Ref<string>;
  readonly issuer_url: Ref<string>;
  readonly required_claims: RefMap<string>;
  readonly username_claim: Ref<string>;
  readonly username_prefix: Ref<string>;
}

interface EksIdentityProviderConfigOutputs {
  readonly arn: Ref<string>;
  readonly cluster_name: Ref<string>;
  readonly id: Ref<string>;
  readonly status: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly oidc: RefList<OidcOutputs2>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface LogDeliveryConfiguration {
  readonly destination: Value<string>;
  readonly destination_type: Value<string>;
  readonly log_format: Value<string>;
  readonly log_type: Value<string>;
}

interface ElasticacheCluster {
  readonly apply_immediately?: Value<boolean> | undefined;
  readonly auto_minor_version_upgrade?: Value<string> | undefined;
  readonly availability_zone?: Value<string> | undefined;
  readonly az_mode?: Value<string> | undefined;
  readonly cluster_id: Value<string>;
  readonly engine?: Value<string> | undefined;
  readonly engine_version?: Value<string> | undefined;
  readonly final_snapshot_identifier?: Value<string> | undefined;
  readonly ip_discovery?: Value<string> | undefined;
  readonly maintenance_window?: Value<string> | undefined;
  readonly network_type?: Value<string> | undefined;
  readonly node_type?: Value<string> | undefined;
  readonly notification_topic_arn?: Value<string> | undefined;
  readonly num_cache_nodes?: Value<number> | undefined;
  readonly outpost_mode?: Value<string> | undefined;
  readonly parameter_group_name?: Value<string> | undefined;
  readonly port?: Value<number> | undefined;
  readonly preferred_availability_zones?: Value<readonly Value<string>[]> | undefined;
  readonly preferred_outpost_arn?: Value<string> | undefined;
  readonly replication_group_id?: Value<string> | undefined;
  readonly security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly snapshot_arns?: Value<readonly Value<string>[]> | undefined;
  readonly snapshot_name?: Value<string> | undefined;
  readonly snapshot_retention_limit?: Value<number> | undefined;
  readonly snapshot_window?: Value<string> | undefined;
  readonly subnet_group_name?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly transit_encryption_enabled?: Value<boolean> | undefined;
  readonly log_delivery_configuration?: LogDeliveryConfiguration | readonly LogDeliveryConfiguration[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface CacheNodesOutputs {
  readonly address: Ref<string>;
  readonly availability_zone: Ref<string>;
  readonly id: Ref<string>;
  readonly outpost_arn: Ref<string>;
  readonly port: Ref<number>;
}

interface LogDeliveryConfigurationOutputs {
  readonly destination: Ref<string>;
  readonly destination_type: Ref<string>;
  readonly log_format: Ref<string>;
  readonly log_type: Ref<string>;
}

interface ElasticacheClusterOutputs {
  readonly apply_immediately: Ref<boolean>;
  readonly arn: Ref<string>;
  readonly auto_minor_version_upgrade: Ref<string>;
  readonly availability_zone: Ref<string>;
  readonly az_mode: Ref<string>;
  readonly cache_nodes: RefList<CacheNodesOutputs>;
  readonly cluster_address: Ref<string>;
  readonly cluster_id: Ref<string>;
  readonly configuration_endpoint: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly engine_version_actual: Ref<string>;
  readonly final_snapshot_identifier: Ref<string>;
  readonly id: Ref<string>;
  readonly ip_discovery: Ref<string>;
  readonly maintenance_window: Ref<string>;
  readonly network_type: Ref<string>;
  readonly node_type: Ref<string>;
  readonly notification_topic_arn: Ref<string>;
  readonly num_cache_nodes: Ref<number>;
  readonly outpost_mode: Ref<string>;
  readonly parameter_group_name: Ref<string>;
  readonly port: Ref<number>;
  readonly preferred_availability_zones: RefList<Ref<string>>;
  readonly preferred_outpost_arn: Ref<string>;
  readonly replication_group_id: Ref<string>;
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly snapshot_arns: RefList<Ref<string>>;
  readonly snapshot_name: Ref<string>;
  readonly snapshot_retention_limit: Ref<number>;
  readonly snapshot_window: Ref<string>;
  readonly subnet_group_name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly transit_encryption_enabled: Ref<boolean>;
  readonly log_delivery_configuration: RefSet<LogDeliveryConfigurationOutputs>;
}

interface ElasticacheGlobalReplicationGroup {
  readonly automatic_failover_enabled?: Value<boolean> | undefined;
  readonly cache_node_type?: Value<string> | undefined;
  readonly engine_version?: Value<string> | undefined;
  readonly global_replication_group_description?: Value<string> | undefined;
  readonly global_replication_group_id_suffix: Value<string>;
  readonly num_node_groups?: Value<number> | undefined;
  readonly parameter_group_name?: Value<string> | undefined;
  readonly primary_replication_group_id: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface GlobalNodeGroupsOutputs {
  readonly global_node_group_id: Ref<string>;
  readonly slots: Ref<string>;
}

interface ElasticacheGlobalReplicationGroupOutputs {
  readonly arn: Ref<string>;
  readonly at_rest_encryption_enabled: Ref<boolean>;
  readonly auth_token_enabled: Ref<boolean>;
  readonly automatic_failover_enabled: Ref<boolean>;
  readonly cache_node_type: Ref<string>;
  readonly cluster_enabled: Ref<boolean>;
  readonly engine: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly engine_version_actual: Ref<string>;
  readonly global_node_groups: RefSet<GlobalNodeGroupsOutputs>;
  readonly global_replication_group_description: Ref<string>;
  readonly global_replication_group_id: Ref<string>;
  readonly global_replication_group_id_suffix: Ref<string>;
  readonly id: Ref<string>;
  readonly num_node_groups: Ref<number>;
  readonly parameter_group_name: Ref<string>;
  readonly primary_replication_group_id: Ref<string>;
  readonly transit_encryption_enabled: Ref<boolean>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface ElasticacheReservedCacheNode {
  readonly cache_node_count?: Value<number> | undefined;
  readonly reserved_cache_nodes_offering_id: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface RecurringChargesOutputs {
  readonly recurring_charge_amount: Ref<number>;
  readonly recurring_charge_frequency: Ref<string>;
}

interface ElasticacheReservedCacheNodeOutputs {
  readonly arn: Ref<string>;
  readonly cache_node_count: Ref<number>;
  readonly cache_node_type: Ref<string>;
  readonly duration: Ref<string>;
  readonly fixed_price: Ref<number>;
  readonly id: Ref<string>;
  readonly offering_type: Ref<string>;
  readonly product_description: Ref<string>;
  readonly recurring_charges: RefList<RecurringChargesOutputs>;
  readonly reserved_cache_nodes_offering_id: Ref<string>;
  readonly start_time: Ref<string>;
  readonly state: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly usage_price: Ref<number>;
}

interface DataStorage {
  readonly maximum?: Value<number> | undefined;
  readonly minimum?: Value<number> | undefined;
  readonly unit: Value<string>;
}

interface EcpuPerSecond {
  readonly maximum?: Value<number> | undefined;
  readonly minimum?: Value<number> | undefined;
}

interface CacheUsageLimits {
  readonly data_storage?: DataStorage | readonly DataStorage[] | undefined;
  readonly ecpu_per_second?: EcpuPerSecond | readonly EcpuPerSecond[] | undefined;
}

interface ElasticacheServerlessCache {
  readonly daily_snapshot_time?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly engine: Value<string>;
  readonly kms_key_id?: Value<string> | undefined;
  readonly major_engine_version?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly snapshot_arns_to_restore?: Value<readonly Value<string>[]> | undefined;
  readonly snapshot_retention_limit?: Value<number> | undefined;
  readonly subnet_ids?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly user_group_id?: Value<string> | undefined;
  readonly cache_usage_limits?: CacheUsageLimits | readonly CacheUsageLimits[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface EndpointOutputs {
  readonly address: Ref<string>;
  readonly port: Ref<number>;
}

interface DataStorageOutputs {
  readonly maximum: Ref<number>;
  readonly minimum: Ref<number>;
  readonly unit: Ref<string>;
}

interface EcpuPerSecondOutputs {
  readonly maximum: Ref<number>;
  readonly minimum: Ref<number>;
}

interface CacheUsageLimitsOutputs {
  readonly data_storage: RefList<DataStorageOutputs>;
  readonly ecpu_per_second: RefList<EcpuPerSecondOutputs>;
}

interface ElasticacheServerlessCacheOutputs {
  readonly arn: Ref<string>;
  readonly create_time: Ref<string>;
  readonly daily_snapshot_time: Ref<string>;
  readonly description: Ref<string>;
  readonly endpoint: RefList<EndpointOutputs>;
  readonly engine: Ref<string>;
  readonly full_engine_version: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly major_engine_version: Ref<string>;
  readonly name: Ref<string>;
  readonly reader_endpoint: RefList<EndpointOutputs>;
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly snapshot_arns_to_restore: RefList<Ref<string>>;
  readonly snapshot_retention_limit: Ref<number>;
  readonly status: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly user_group_id: Ref<string>;
  readonly cache_usage_limits: RefList<CacheUsageLimitsOutputs>;
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

interface ElasticacheUserGroupAssociation {
  readonly user_group_id: Value<string>;
  readonly user_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface ElasticacheUserGroupAssociationOutputs {
  readonly id: Ref<string>;
  readonly user_group_id: Ref<string>;
  readonly user_id: Ref<string>;
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

interface Filter3 {
  readonly path: Value<string>;
  readonly values: Value<readonly Value<string>[]>;
}

interface Target {
  readonly name: Value<string>;
  readonly parameters?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly resource_arns?: Value<readonly Value<string>[]> | undefined;
  readonly resource_type: Value<string>;
  readonly selection_mode: Value<string>;
  readonly filter?: Filter3 | readonly Filter3[] | undefined;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface FilterOutputs3 {
  readonly path: Ref<string>;
  readonly values: RefSet<Ref<string>>;
}

interface TargetOutputs {
  readonly name: Ref<string>;
  readonly parameters: RefMap<string>;
  readonly resource_arns: RefSet<Ref<string>>;
  readonly resource_type: Ref<string>;
  readonly selection_mode: Ref<string>;
  readonly filter: RefList<FilterOutputs3>;
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

interface Criterion {
  readonly equals?: Value<readonly Value<string>[]> | undefined;
  readonly field: Value<string>;
  readonly greater_than?: Value<string> | undefined;
  readonly greater_than_or_equal?: Value<string> | undefined;
  readonly less_than?: Value<string> | undefined;
  readonly less_than_or_equal?: Value<string> | undefined;
  readonly not_equals?: Value<readonly Value<string>[]> | undefined;
}

interface FindingCriteria {
  readonly criterion: Criterion | readonly Criterion[];
}

interface GuarddutyFilter {
  readonly action: Value<string>;
  readonly description?: Value<string> | undefined;
  readonly detector_id: Value<string>;
  readonly name: Value<string>;
  readonly rank: Value<number>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly finding_criteria: FindingCriteria | readonly FindingCriteria[];
}

interface CriterionOutputs {
  readonly equals: RefList<Ref<string>>;
  readonly field: Ref<string>;
  readonly greater_than: Ref<string>;
  readonly greater_than_or_equal: Ref<string>;
  readonly less_than: Ref<string>;
  readonly less_than_or_equal: Ref<string>;
  readonly not_equals: RefList<Ref<string>>;
}

interface FindingCriteriaOutputs {
  readonly criterion: RefSet<CriterionOutputs>;
}

interface GuarddutyFilterOutputs {
  readonly action: Ref<string>;
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly detector_id: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly rank: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly finding_criteria: RefList<FindingCriteriaOutputs>;
}

interface S3Bucket {
  readonly bucket_name: Value<string>;
  readonly object_prefixes?: Value<readonly Value<string>[]> | undefined;
}

interface ProtectedResource {
  readonly s3_bucket?: S3Bucket | readonly S3Bucket[] | undefined;
}

interface GuarddutyMalwareProtectionPlan {
  readonly role: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly protected_resource?: ProtectedResource | readonly ProtectedResource[] | undefined;
}

interface TaggingOutputs {
  readonly status: Ref<string>;
}

interface ActionsOutputs {
  readonly tagging: RefList<TaggingOutputs>;
}

interface S3BucketOutputs {
  readonly bucket_name: Ref<string>;
  readonly object_prefixes: RefSet<Ref<string>>;
}

interface ProtectedResourceOutputs {
  readonly s3_bucket: RefList<S3BucketOutputs>;
}

interface GuarddutyMalwareProtectionPlanOutputs {
  readonly actions: RefList<ActionsOutputs>;
  readonly arn: Ref<string>;
  readonly created_at: Ref<string>;
  readonly id: Ref<string>;
  readonly role: Ref<string>;
  readonly status: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly protected_resource: RefList<ProtectedResourceOutputs>;
}

interface GuarddutyPublishingDestination {
  readonly destination_arn: Value<string>;
  readonly destination_type?: Value<string> | undefined;
  readonly detector_id: Value<string>;
  readonly kms_key_arn: Value<string>;
}

interface GuarddutyPublishingDestinationOutputs {
  readonly destination_arn: Ref<string>;
  readonly destination_type: Ref<string>;
  readonly detector_id: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_arn: Ref<string>;
}

interface IamAccessKey {
  readonly pgp_key?: Value<string> | undefined;
  readonly status?: Value<string> | undefined;
  readonly user: Value<string>;
}

interface IamAccessKeyOutputs {
  readonly create_date: Ref<string>;
  readonly encrypted_secret: Ref<string>;
  readonly encrypted_ses_smtp_password_v4: Ref<string>;
  readonly id: Ref<string>;
  readonly key_fingerprint: Ref<string>;
  readonly pgp_key: Ref<string>;
  readonly secret: Ref<string>;
  readonly ses_smtp_password_v4: Ref<string>;
  readonly status: Ref<string>;
  readonly user: Ref<string>;
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

interface IamPolicyAttachment {
  readonly groups?: Value<readonly Value<string>[]> | undefined;
  readonly name: Value<string>;
  readonly policy_arn: Value<string>;
  readonly roles?: Value<readonly Value<string>[]> | undefined;
  readonly users?: Value<readonly Value<string>[]> | undefined;
}

interface IamPolicyAttachmentOutputs {
  readonly groups: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly policy_arn: Ref<string>;
  readonly roles: RefSet<Ref<string>>;
  readonly users: RefSet<Ref<string>>;
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

interface IamRolePoliciesExclusive {
  readonly policy_names: Value<readonly Value<string>[]>;
  readonly role_name: Value<string>;
}

interface IamRolePoliciesExclusiveOutputs {
  readonly policy_names: RefSet<Ref<string>>;
  readonly role_name: Ref<string>;
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

interface IamRolePolicyAttachmentsExclusive {
  readonly policy_arns: Value<readonly Value<string>[]>;
  readonly role_name: Value<string>;
}

interface IamRolePolicyAttachmentsExclusiveOutputs {
  readonly policy_arns: RefSet<Ref<string>>;
  readonly role_name: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface InternetGatewayOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface InternetGatewayAttachment {
  readonly internet_gateway_id: Value<string>;
  readonly vpc_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface InternetGatewayAttachmentOutputs {
  readonly id: Ref<string>;
  readonly internet_gateway_id: Ref<string>;
  readonly vpc_id: Ref<string>;
}

interface KeyPair {
  readonly key_name?: Value<string> | undefined;
  readonly key_name_prefix?: Value<string> | undefined;
  readonly public_key: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface KeyPairOutputs {
  readonly arn: Ref<string>;
  readonly fingerprint: Ref<string>;
  readonly id: Ref<string>;
  readonly key_name: Ref<string>;
  readonly key_name_prefix: Ref<string>;
  readonly key_pair_id: Ref<string>;
  readonly key_type: Ref<string>;
  readonly public_key: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
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

interface KmsCiphertext {
  readonly context?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly key_id: Value<string>;
  readonly plaintext: Ref<string>;
}

interface KmsCiphertextOutputs {
  readonly ciphertext_blob: Ref<string>;
  readonly context: RefMap<string>;
  readonly id: Ref<string>;
  readonly key_id: Ref<string>;
  readonly plaintext: Ref<string>;
}

interface XksProxyAuthenticationCredential {
  readonly access_key_id: Value<string>;
  readonly raw_secret_access_key: Value<string>;
}

interface KmsCustomKeyStore {
  readonly cloud_hsm_cluster_id?: Value<string> | undefined;
  readonly custom_key_store_name: Value<string>;
  readonly custom_key_store_type?: Value<string> | undefined;
  readonly key_store_password?: Value<string> | undefined;
  readonly trust_anchor_certificate?: Value<string> | undefined;
  readonly xks_proxy_connectivity?: Value<string> | undefined;
  readonly xks_proxy_uri_endpoint?: Value<string> | undefined;
  readonly xks_proxy_uri_path?: Value<string> | undefined;
  readonly xks_proxy_vpc_endpoint_service_name?: Value<string> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
  readonly xks_proxy_authentication_credential?: XksProxyAuthenticationCredential | readonly XksProxyAuthenticationCredential[] | undefined;
}

interface XksProxyAuthenticationCredentialOutputs {
  readonly access_key_id: Ref<string>;
  readonly raw_secret_access_key: Ref<string>;
}

interface KmsCustomKeyStoreOutputs {
  readonly cloud_hsm_cluster_id: Ref<string>;
  readonly custom_key_store_name: Ref<string>;
  readonly custom_key_store_type: Ref<string>;
  readonly id: Ref<string>;
  readonly key_store_password: Ref<string>;
  readonly trust_anchor_certificate: Ref<string>;
  readonly xks_proxy_connectivity: Ref<string>;
  readonly xks_proxy_uri_endpoint: Ref<string>;
  readonly xks_proxy_uri_path: Ref<string>;
  readonly xks_proxy_vpc_endpoint_service_name: Ref<string>;
  readonly xks_proxy_authentication_credential: RefList<XksProxyAuthenticationCredentialOutputs>;
}

interface KmsExternalKey {
  readonly bypass_policy_lockout_safety_check?: Value<boolean> | undefined;
  readonly deletion_window_in_days?: Value<number> | undefined;
  readonly description?: Value<string> | undefined;
  readonly enabled?: Value<boolean> | undefined;
  readonly key_material_base64?: Ref<string> | undefined;
  readonly multi_region?: Value<boolean> | undefined;
  readonly policy?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly valid_to?: Value<string> | undefined;
}

interface KmsExternalKeyOutputs {
  readonly arn: Ref<string>;
  readonly bypass_policy_lockout_safety_check: Ref<boolean>;
  readonly deletion_window_in_days: Ref<number>;
  readonly description: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly expiration_model: Ref<string>;
  readonly id: Ref<string>;
  readonly key_material_base64: Ref<string>;
  readonly key_state: Ref<string>;
  readonly key_usage: Ref<string>;
  readonly multi_region: Ref<boolean>;
  readonly policy: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly valid_to: Ref<string>;
}

interface Constraints {
  readonly encryption_context_equals?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly encryption_context_subset?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface KmsGrant {
  readonly grant_creation_tokens?: Value<readonly Value<string>[]> | undefined;
  readonly grantee_principal: Value<string>;
  readonly key_id: Value<string>;
  readonly name?: Value<string> | undefined;
  readonly operations: Value<readonly Value<string>[]>;
  readonly retire_on_delete?: Value<boolean> | undefined;
  readonly retiring_principal?: Value<string> | undefined;
  readonly constraints?: Constraints | readonly Constraints[] | undefined;
}

interface ConstraintsOutputs {
  readonly encryption_context_equals: RefMap<string>;
  readonly encryption_context_subset: RefMap<string>;
}

interface KmsGrantOutputs {
  readonly grant_creation_tokens: RefSet<Ref<string>>;
  readonly grant_id: Ref<string>;
  readonly grant_token: Ref<string>;
  readonly grantee_principal: Ref<string>;
  readonly id: Ref<string>;
  readonly key_id: Ref<string>;
  readonly name: Ref<string>;
  readonly operations: RefSet<Ref<string>>;
  readonly retire_on_delete: Ref<boolean>;
  readonly retiring_principal: Ref<string>;
  readonly constraints: RefSet<ConstraintsOutputs>;
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
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
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

interface KmsKeyPolicy {
  readonly bypass_policy_lockout_safety_check?: Value<boolean> | undefined;
  readonly key_id: Value<string>;
  readonly policy: Value<string>;
}

interface KmsKeyPolicyOutputs {
  readonly bypass_policy_lockout_safety_check: Ref<boolean>;
  readonly id: Ref<string>;
  readonly key_id: Ref<string>;
  readonly policy: Ref<string>;
}

interface KmsReplicaExternalKey {
  readonly bypass_policy_lockout_safety_check?: Value<boolean> | undefined;
  readonly deletion_window_in_days?: Value<number> | undefined;
  readonly description?: Value<string> | undefined;
  readonly enabled?: Value<boolean> | undefined;
  readonly key_material_base64?: Ref<string> | undefined;
  readonly policy?: Value<string> | undefined;
  readonly primary_key_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly valid_to?: Value<string> | undefined;
}

interface KmsReplicaExternalKeyOutputs {
  readonly arn: Ref<string>;
  readonly bypass_policy_lockout_safety_check: Ref<boolean>;
  readonly deletion_window_in_days: Ref<number>;
  readonly description: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly expiration_model: Ref<string>;
  readonly id: Ref<string>;
  readonly key_id: Ref<string>;
  readonly key_material_base64: Ref<string>;
  readonly key_state: Ref<string>;
  readonly key_usage: Ref<string>;
  readonly policy: Ref<string>;
  readonly primary_key_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly valid_to: Ref<string>;
}

interface KmsReplicaKey {
  readonly bypass_policy_lockout_safety_check?: Value<boolean> | undefined;
  readonly deletion_window_in_days?: Value<number> | undefined;
  readonly description?: Value<string> | undefined;
  readonly enabled?: Value<boolean> | undefined;
  readonly policy?: Value<string> | undefined;
  readonly primary_key_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface KmsReplicaKeyOutputs {
  readonly arn: Ref<string>;
  readonly bypass_policy_lockout_safety_check: Ref<boolean>;
  readonly deletion_window_in_days: Ref<number>;
  readonly description: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly id: Ref<string>;
  readonly key_id: Ref<string>;
  readonly key_rotation_enabled: Ref<boolean>;
  readonly key_spec: Ref<string>;
  readonly key_usage: Ref<string>;
  readonly policy: Ref<string>;
  readonly primary_key_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface RoutingConfig2 {
  readonly additional_version_weights?: Value<Readonly<Record<string, Value<number>>>> | undefined;
}

interface LambdaAlias {
  readonly description?: Value<string> | undefined;
  readonly function_name: Value<string>;
  readonly function_version: Value<string>;
  readonly name: Value<string>;
  readonly routing_config?: RoutingConfig2 | readonly RoutingConfig2[] | undefined;
}

interface RoutingConfigOutputs2 {
  readonly additional_version_weights: RefMap<number>;
}

interface LambdaAliasOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly function_name: Ref<string>;
  readonly function_version: Ref<string>;
  readonly id: Ref<string>;
  readonly invoke_arn: Ref<string>;
  readonly name: Ref<string>;
  readonly routing_config: RefList<RoutingConfigOutputs2>;
}

interface AmazonManagedKafkaEventSourceConfig {
  readonly consumer_group_id?: Value<string> | undefined;
}

interface OnFailure {
  readonly destination_arn: Value<string>;
}

interface DestinationConfig {
  readonly on_failure?: OnFailure | readonly OnFailure[] | undefined;
}

interface DocumentDbEventSourceConfig {
  readonly collection_name?: Value<string> | undefined;
  readonly database_name: Value<string>;
  readonly full_document?: Value<string> | undefined;
}

interface Filter4 {
  readonly pattern?: Value<string> | undefined;
}

interface FilterCriteria {
  readonly filter?: Filter4 | readonly Filter4[] | undefined;
}

interface MetricsConfig {
  readonly metrics: Value<readonly Value<string>[]>;
}

interface ProvisionedPollerConfig {
  readonly maximum_pollers?: Value<number> | undefined;
  readonly minimum_pollers?: Value<number> | undefined;
}

interface ScalingConfig2 {
  readonly maximum_concurrency?: Value<number> | undefined;
}

interface SelfManagedEventSource {
  readonly endpoints: Value<Readonly<Record<string, Value<string>>>>;
}

interface SourceAccessConfiguration {
  readonly type: Value<string>;
  readonly uri: Value<string>;
}

interface LambdaEventSourceMapping {
  readonly batch_size?: Value<number> | undefined;
  readonly bisect_batch_on_function_error?: Value<boolean> | undefined;
  readonly enabled?: Value<boolean> | undefined;
  readonly event_source_arn?: Value<string> | undefined;
  readonly function_name: Value<string>;
  readonly function_response_types?: Value<readonly Value<string>[]> | undefined;
  readonly kms_key_arn?: Value<string> | undefined;
  readonly maximum_batching_window_in_seconds?: Value<number> | undefined;
  readonly maximum_record_age_in_seconds?: Value<number> | undefined;
  readonly maximum_retry_attempts?: Value<number> | undefined;
  readonly parallelization_factor?: Value<number> | undefined;
  readonly queues?: Value<readonly Value<string>[]> | undefined;
  readonly starting_position?: Value<string> | undefined;
  readonly starting_position_timestamp?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly topics?: Value<readonly Value<string>[]> | undefined;
  readonly tumbling_window_in_seconds?: Value<number> | undefined;
  readonly amazon_managed_kafka_event_source_config?: AmazonManagedKafkaEventSourceConfig | readonly AmazonManagedKafkaEventSourceConfig[] | undefined;
  readonly destination_config?: DestinationConfig | readonly DestinationConfig[] | undefined;
  readonly document_db_event_source_config?: DocumentDbEventSourceConfig | readonly DocumentDbEventSourceConfig[] | undefined;
  readonly filter_criteria?: FilterCriteria | readonly FilterCriteria[] | undefined;
  readonly metrics_config?: MetricsConfig | readonly MetricsConfig[] | undefined;
  readonly provisioned_poller_config?: ProvisionedPollerConfig | readonly ProvisionedPollerConfig[] | undefined;
  readonly scaling_config?: ScalingConfig2 | readonly ScalingConfig2[] | undefined;
  readonly self_managed_event_source?: SelfManagedEventSource | readonly SelfManagedEventSource[] | undefined;
  readonly self_managed_kafka_event_source_config?: AmazonManagedKafkaEventSourceConfig | readonly AmazonManagedKafkaEventSourceConfig[] | undefined;
  readonly source_access_configuration?: SourceAccessConfiguration | readonly SourceAccessConfiguration[] | undefined;
}

interface AmazonManagedKafkaEventSourceConfigOutputs {
  readonly consumer_group_id: Ref<string>;
}

interface OnFailureOutputs {
  readonly destination_arn: Ref<string>;
}

interface DestinationConfigOutputs {
  readonly on_failure: RefList<OnFailureOutputs>;
}

interface DocumentDbEventSourceConfigOutputs {
  readonly collection_name: Ref<string>;
  readonly database_name: Ref<string>;
  readonly full_document: Ref<string>;
}

interface FilterOutputs4 {
  readonly pattern: Ref<string>;
}

interface FilterCriteriaOutputs {
  readonly filter: RefSet<FilterOutputs4>;
}

interface MetricsConfigOutputs {
  readonly metrics: RefSet<Ref<string>>;
}

interface ProvisionedPollerConfigOutputs {
  readonly maximum_pollers: Ref<number>;
  readonly minimum_pollers: Ref<number>;
}

interface ScalingConfigOutputs2 {
  readonly maximum_concurrency: Ref<number>;
}

interface SelfManagedEventSourceOutputs {
  readonly endpoints: RefMap<string>;
}

interface SourceAccessConfigurationOutputs {
  readonly type: Ref<string>;
  readonly uri: Ref<string>;
}

interface LambdaEventSourceMappingOutputs {
  readonly arn: Ref<string>;
  readonly batch_size: Ref<number>;
  readonly bisect_batch_on_function_error: Ref<boolean>;
  readonly enabled: Ref<boolean>;
  readonly event_source_arn: Ref<string>;
  readonly function_arn: Ref<string>;
  readonly function_name: Ref<string>;
  readonly function_response_types: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly kms_key_arn: Ref<string>;
  readonly last_modified: Ref<string>;
  readonly last_processing_result: Ref<string>;
  readonly maximum_batching_window_in_seconds: Ref<number>;
  readonly maximum_record_age_in_seconds: Ref<number>;
  readonly maximum_retry_attempts: Ref<number>;
  readonly parallelization_factor: Ref<number>;
  readonly queues: RefList<Ref<string>>;
  readonly starting_position: Ref<string>;
  readonly starting_position_timestamp: Ref<string>;
  readonly state: Ref<string>;
  readonly state_transition_reason: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly topics: RefSet<Ref<string>>;
  readonly tumbling_window_in_seconds: Ref<number>;
  readonly uuid: Ref<string>;
  readonly amazon_managed_kafka_event_source_config: RefList<AmazonManagedKafkaEventSourceConfigOutputs>;
  readonly destination_config: RefList<DestinationConfigOutputs>;
  readonly document_db_event_source_config: RefList<DocumentDbEventSourceConfigOutputs>;
  readonly filter_criteria: RefList<FilterCriteriaOutputs>;
  readonly metrics_config: RefList<MetricsConfigOutputs>;
  readonly provisioned_poller_config: RefList<ProvisionedPollerConfigOutputs>;
  readonly scaling_config: RefList<ScalingConfigOutputs2>;
  readonly self_managed_event_source: RefList<SelfManagedEventSourceOutputs>;
  readonly self_managed_kafka_event_source_config: RefList<AmazonManagedKafkaEventSourceConfigOutputs>;
  readonly source_access_configuration: RefSet<SourceAccessConfigurationOutputs>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
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

interface LbListenerCertificate {
  readonly certificate_arn: Value<string>;
  readonly listener_arn: Value<string>;
}

interface LbListenerCertificateOutputs {
  readonly certificate_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly listener_arn: Ref<string>;
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

interface LbTargetGroupAttachment {
  readonly availability_zone?: Value<string> | undefined;
  readonly port?: Value<number> | undefined;
  readonly target_group_arn: Value<string>;
  readonly target_id: Value<string>;
}

interface LbTargetGroupAttachmentOutputs {
  readonly availability_zone: Ref<string>;
  readonly id: Ref<string>;
  readonly port: Ref<number>;
  readonly target_group_arn: Ref<string>;
  readonly target_id: Ref<string>;
}

interface LbTrustStore {
  readonly ca_certificates_bundle_s3_bucket: Value<string>;
  readonly ca_certificates_bundle_s3_key: Value<string>;
  readonly ca_certificates_bundle_s3_object_version?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface LbTrustStoreOutputs {
  readonly arn: Ref<string>;
  readonly arn_suffix: Ref<string>;
  readonly ca_certificates_bundle_s3_bucket: Ref<string>;
  readonly ca_certificates_bundle_s3_key: Ref<string>;
  readonly ca_certificates_bundle_s3_object_version: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface LbTrustStoreRevocation {
  readonly revocations_s3_bucket: Value<string>;
  readonly revocations_s3_key: Value<string>;
  readonly revocations_s3_object_version?: Value<string> | undefined;
  readonly trust_store_arn: Value<string>;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface LbTrustStoreRevocationOutputs {
  readonly id: Ref<string>;
  readonly revocation_id: Ref<number>;
  readonly revocations_s3_bucket: Ref<string>;
  readonly revocations_s3_key: Ref<string>;
  readonly revocations_s3_object_version: Ref<string>;
  readonly trust_store_arn: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface MskClusterPolicy {
  readonly cluster_arn: Value<string>;
  readonly policy: Value<string>;
}

interface MskClusterPolicyOutputs {
  readonly cluster_arn: Ref<string>;
  readonly current_version: Ref<string>;
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
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

interface AmazonMskCluster {
  readonly msk_cluster_arn: Value<string>;
}

interface VpcConfig4 {
  readonly security_groups_ids?: Value<readonly Value<string>[]> | undefined;
  readonly subnet_ids: Value<readonly Value<string>[]>;
}

interface KafkaCluster {
  readonly amazon_msk_cluster: AmazonMskCluster | readonly AmazonMskCluster[];
  readonly vpc_config: VpcConfig4 | readonly VpcConfig4[];
}

interface ConsumerGroupReplication {
  readonly consumer_groups_to_exclude?: Value<readonly Value<string>[]> | undefined;
  readonly consumer_groups_to_replicate: Value<readonly Value<string>[]>;
  readonly detect_and_copy_new_consumer_groups?: Value<boolean> | undefined;
  readonly synchronise_consumer_group_offsets?: Value<boolean> | undefined;
}

interface TopicReplication {
  readonly copy_access_control_lists_for_topics?: Value<boolean> | undefined;
  readonly copy_topic_configurations?: Value<boolean> | undefined;
  readonly detect_and_copy_new_topics?: Value<boolean> | undefined;
  readonly topics_to_exclude?: Value<readonly Value<string>[]> | undefined;
  readonly topics_to_replicate: Value<readonly Value<string>[]>;
  readonly starting_position?: PublicAccess | readonly PublicAccess[] | undefined;
  readonly topic_name_configuration?: PublicAccess | readonly PublicAccess[] | undefined;
}

interface ReplicationInfoList {
  readonly source_kafka_cluster_arn: Value<string>;
  readonly target_compression_type: Value<string>;
  readonly target_kafka_cluster_arn: Value<string>;
  readonly consumer_group_replication: ConsumerGroupReplication | readonly ConsumerGroupReplication[];
  readonly topic_replication: TopicReplication | readonly TopicReplication[];
}

interface MskReplicator {
  readonly description?: Value<string> | undefined;
  readonly replicator_name: Value<string>;
  readonly service_execution_role_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly kafka_cluster: KafkaCluster | readonly KafkaCluster[];
  readonly replication_info_list: ReplicationInfoList | readonly ReplicationInfoList[];
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface AmazonMskClusterOutputs {
  readonly msk_cluster_arn: Ref<string>;
}

interface VpcConfigOutputs4 {
  readonly security_groups_ids: RefSet<Ref<string>>;
  readonly subnet_ids: RefSet<Ref<string>>;
}

interface KafkaClusterOutputs {
  readonly amazon_msk_cluster: RefList<AmazonMskClusterOutputs>;
  readonly vpc_config: RefList<VpcConfigOutputs4>;
}

interface ConsumerGroupReplicationOutputs {
  readonly consumer_groups_to_exclude: RefSet<Ref<string>>;
  readonly consumer_groups_to_replicate: RefSet<Ref<string>>;
  readonly detect_and_copy_new_consumer_groups: Ref<boolean>;
  readonly synchronise_consumer_group_offsets: Ref<boolean>;
}

interface TopicReplicationOutputs {
  readonly copy_access_control_lists_for_topics: Ref<boolean>;
  readonly copy_topic_configurations: Ref<boolean>;
  readonly detect_and_copy_new_topics: Ref<boolean>;
  readonly topics_to_exclude: RefSet<Ref<string>>;
  readonly topics_to_replicate: RefSet<Ref<string>>;
  readonly starting_position: RefList<PublicAccessOutputs>;
  readonly topic_name_configuration: RefList<PublicAccessOutputs>;
}

interface ReplicationInfoListOutputs {
  readonly source_kafka_cluster_alias: Ref<string>;
  readonly source_kafka_cluster_arn: Ref<string>;
  readonly target_compression_type: Ref<string>;
  readonly target_kafka_cluster_alias: Ref<string>;
  readonly target_kafka_cluster_arn: Ref<string>;
  readonly consumer_group_replication: RefList<ConsumerGroupReplicationOutputs>;
  readonly topic_replication: RefList<TopicReplicationOutputs>;
}

interface MskReplicatorOutputs {
  readonly arn: Ref<string>;
  readonly current_version: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly replicator_name: Ref<string>;
  readonly service_execution_role_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly kafka_cluster: RefList<KafkaClusterOutputs>;
  readonly replication_info_list: RefList<ReplicationInfoListOutputs>;
}

interface MskScramSecretAssociation {
  readonly cluster_arn: Value<string>;
  readonly secret_arn_list: Value<readonly Value<string>[]>;
}

interface MskScramSecretAssociationOutputs {
  readonly cluster_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly secret_arn_list: RefSet<Ref<string>>;
}

interface Iam {
  readonly enabled: Value<boolean>;
}

interface Sasl2 {
  readonly iam: Iam | readonly Iam[];
}

interface ClientAuthentication3 {
  readonly sasl: Sasl2 | readonly Sasl2[];
}

interface VpcConfig5 {
  readonly security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly subnet_ids: Value<readonly Value<string>[]>;
}

interface MskServerlessCluster {
  readonly cluster_name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly client_authentication: ClientAuthentication3 | readonly ClientAuthentication3[];
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
  readonly vpc_config: VpcConfig5 | readonly VpcConfig5[];
}

interface SaslOutputs2 {
  readonly iam: RefList<GrpcConfigOutputs>;
}

interface ClientAuthenticationOutputs3 {
  readonly sasl: RefList<SaslOutputs2>;
}

interface VpcConfigOutputs5 {
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly subnet_ids: RefSet<Ref<string>>;
}

interface MskServerlessClusterOutputs {
  readonly arn: Ref<string>;
  readonly bootstrap_brokers_sasl_iam: Ref<string>;
  readonly cluster_name: Ref<string>;
  readonly cluster_uuid: Ref<string>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly client_authentication: RefList<ClientAuthenticationOutputs3>;
  readonly vpc_config: RefList<VpcConfigOutputs5>;
}

interface MskSingleScramSecretAssociation {
  readonly cluster_arn: Value<string>;
  readonly secret_arn: Value<string>;
}

interface MskSingleScramSecretAssociationOutputs {
  readonly cluster_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly secret_arn: Ref<string>;
}

interface MskVpcConnection {
  readonly authentication: Value<string>;
  readonly client_subnets: Value<readonly Value<string>[]>;
  readonly security_groups: Value<readonly Value<string>[]>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly target_cluster_arn: Value<string>;
  readonly vpc_id: Value<string>;
}

interface MskVpcConnectionOutputs {
  readonly arn: Ref<string>;
  readonly authentication: Ref<string>;
  readonly client_subnets: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly target_cluster_arn: Ref<string>;
  readonly vpc_id: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface NetworkAclAssociation {
  readonly network_acl_id: Value<string>;
  readonly subnet_id: Value<string>;
}

interface NetworkAclAssociationOutputs {
  readonly id: Ref<string>;
  readonly network_acl_id: Ref<string>;
  readonly subnet_id: Ref<string>;
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

interface Attachment {
  readonly device_index: Value<number>;
  readonly instance: Value<string>;
}

interface NetworkInterface {
  readonly description?: Value<string> | undefined;
  readonly enable_primary_ipv6?: Value<boolean> | undefined;
  readonly interface_type?: Value<string> | undefined;
  readonly ipv4_prefix_count?: Value<number> | undefined;
  readonly ipv4_prefixes?: Value<readonly Value<string>[]> | undefined;
  readonly ipv6_address_count?: Value<number> | undefined;
  readonly ipv6_address_list?: Value<readonly Value<string>[]> | undefined;
  readonly ipv6_address_list_enabled?: Value<boolean> | undefined;
  readonly ipv6_addresses?: Value<readonly Value<string>[]> | undefined;
  readonly ipv6_prefix_count?: Value<number> | undefined;
  readonly ipv6_prefixes?: Value<readonly Value<string>[]> | undefined;
  readonly private_ip?: Value<string> | undefined;
  readonly private_ip_list?: Value<readonly Value<string>[]> | undefined;
  readonly private_ip_list_enabled?: Value<boolean> | undefined;
  readonly private_ips?: Value<readonly Value<string>[]> | undefined;
  readonly private_ips_count?: Value<number> | undefined;
  readonly security_groups?: Value<readonly Value<string>[]> | undefined;
  readonly source_dest_check?: Value<boolean> | undefined;
  readonly subnet_id: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly attachment?: Attachment | readonly Attachment[] | undefined;
}

interface AttachmentOutputs {
  readonly attachment_id: Ref<string>;
  readonly device_index: Ref<number>;
  readonly instance: Ref<string>;
}

interface NetworkInterfaceOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly enable_primary_ipv6: Ref<boolean>;
  readonly id: Ref<string>;
  readonly interface_type: Ref<string>;
  readonly ipv4_prefix_count: Ref<number>;
  readonly ipv4_prefixes: RefSet<Ref<string>>;
  readonly ipv6_address_count: Ref<number>;
  readonly ipv6_address_list: RefList<Ref<string>>;
  readonly ipv6_address_list_enabled: Ref<boolean>;
  readonly ipv6_addresses: RefSet<Ref<string>>;
  readonly ipv6_prefix_count: Ref<number>;
  readonly ipv6_prefixes: RefSet<Ref<string>>;
  readonly mac_address: Ref<string>;
  readonly outpost_arn: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly private_dns_name: Ref<string>;
  readonly private_ip: Ref<string>;
  readonly private_ip_list: RefList<Ref<string>>;
  readonly private_ip_list_enabled: Ref<boolean>;
  readonly private_ips: RefSet<Ref<string>>;
  readonly private_ips_count: Ref<number>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly source_dest_check: Ref<boolean>;
  readonly subnet_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly attachment: RefSet<AttachmentOutputs>;
}

interface NetworkInterfaceAttachment {
  readonly device_index: Value<number>;
  readonly instance_id: Value<string>;
  readonly network_interface_id: Value<string>;
}

interface NetworkInterfaceAttachmentOutputs {
  readonly attachment_id: Ref<string>;
  readonly device_index: Ref<number>;
  readonly id: Ref<string>;
  readonly instance_id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly status: Ref<string>;
}

interface NetworkInterfacePermission {
  readonly aws_account_id: Value<string>;
  readonly network_interface_id: Value<string>;
  readonly permission: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface NetworkInterfacePermissionOutputs {
  readonly aws_account_id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly network_interface_permission_id: Ref<string>;
  readonly permission: Ref<string>;
}

interface Timeouts10 {
  readonly create?: Value<string> | undefined;
  readonly delete?: Value<string> | undefined;
  readonly read?: Value<string> | undefined;
}

interface NetworkInterfaceSgAttachment {
  readonly network_interface_id: Value<string>;
  readonly security_group_id: Value<string>;
  readonly timeouts?: Timeouts10 | readonly Timeouts10[] | undefined;
}

interface NetworkInterfaceSgAttachmentOutputs {
  readonly id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly security_group_id: Ref<string>;
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
  readonly node_to_node_encryption?: Iam | readonly Iam[] | undefined;
  readonly off_peak_window_options?: OffPeakWindowOptions | readonly OffPeakWindowOptions[] | undefined;
  readonly snapshot_options?: SnapshotOptions | readonly SnapshotOptions[] | undefined;
  readonly software_update_options?: SoftwareUpdateOptions | readonly SoftwareUpdateOptions[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface OpensearchDomainPolicy {
  readonly access_policies: Value<string>;
  readonly domain_name: Value<string>;
  readonly timeouts?: Timeouts4 | readonly Timeouts4[] | undefined;
}

interface OpensearchDomainPolicyOutputs {
  readonly access_policies: Ref<string>;
  readonly domain_name: Ref<string>;
  readonly id: Ref<string>;
}

interface OpensearchVpcEndpoint {
  readonly domain_arn: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
  readonly vpc_options: VpcConfig5 | readonly VpcConfig5[];
}

interface OpensearchVpcEndpointOutputs {
  readonly domain_arn: Ref<string>;
  readonly endpoint: Ref<string>;
  readonly id: Ref<string>;
  readonly vpc_options: RefList<VpcOptionsOutputs>;
}

interface PlacementGroup {
  readonly name: Value<string>;
  readonly partition_count?: Value<number> | undefined;
  readonly spread_level?: Value<string> | undefined;
  readonly strategy: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface PlacementGroupOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly partition_count: Ref<number>;
  readonly placement_group_id: Ref<string>;
  readonly spread_level: Ref<string>;
  readonly strategy: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface PrometheusAlertManagerDefinition {
  readonly definition: Value<string>;
  readonly workspace_id: Value<string>;
}

interface PrometheusAlertManagerDefinitionOutputs {
  readonly definition: Ref<string>;
  readonly id: Ref<string>;
  readonly workspace_id: Ref<string>;
}

interface PrometheusRuleGroupNamespace {
  readonly data: Value<string>;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly workspace_id: Value<string>;
}

interface PrometheusRuleGroupNamespaceOutputs {
  readonly arn: Ref<string>;
  readonly data: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly workspace_id: Ref<string>;
}

interface Amp {
  readonly workspace_arn: Value<string>;
}

interface Destination2 {
  readonly amp?: Amp | readonly Amp[] | undefined;
}

interface RoleConfiguration {
  readonly source_role_arn?: Value<string> | undefined;
  readonly target_role_arn?: Value<string> | undefined;
}

interface Eks {
  readonly cluster_arn: Value<string>;
  readonly security_group_ids?: Value<readonly Value<string>[]> | undefined;
  readonly subnet_ids: Value<readonly Value<string>[]>;
}

interface Source3 {
  readonly eks?: Eks | readonly Eks[] | undefined;
}

interface PrometheusScraper {
  readonly alias?: Value<string> | undefined;
  readonly scrape_configuration: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly destination?: Destination2 | readonly Destination2[] | undefined;
  readonly role_configuration?: RoleConfiguration | readonly RoleConfiguration[] | undefined;
  readonly source?: Source3 | readonly Source3[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface AmpOutputs {
  readonly workspace_arn: Ref<string>;
}

interface DestinationOutputs2 {
  readonly amp: RefList<AmpOutputs>;
}

interface RoleConfigurationOutputs {
  readonly source_role_arn: Ref<string>;
  readonly target_role_arn: Ref<string>;
}

interface EksOutputs {
  readonly cluster_arn: Ref<string>;
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly subnet_ids: RefSet<Ref<string>>;
}

interface SourceOutputs3 {
  readonly eks: RefList<EksOutputs>;
}

interface PrometheusScraperOutputs {
  readonly alias: Ref<string>;
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly scrape_configuration: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly destination: RefList<DestinationOutputs2>;
  readonly role_configuration: RefList<RoleConfigurationOutputs>;
  readonly source: RefList<SourceOutputs3>;
}

interface PrometheusWorkspace {
  readonly alias?: Value<string> | undefined;
  readonly kms_key_arn?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly logging_configuration?: CloudwatchLogsConfiguration | readonly CloudwatchLogsConfiguration[] | undefined;
}

interface PrometheusWorkspaceOutputs {
  readonly alias: Ref<string>;
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_arn: Ref<string>;
  readonly prometheus_endpoint: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly logging_configuration: RefList<CloudwatchLogsConfigurationOutputs>;
}

interface Limits {
  readonly max_series: Value<number>;
}

interface LimitsPerLabelSet {
  readonly label_set: Value<Readonly<Record<string, Value<string>>>>;
  readonly limits?: Limits | readonly Limits[] | undefined;
}

interface PrometheusWorkspaceConfiguration {
  readonly retention_period_in_days?: Value<number> | undefined;
  readonly workspace_id: Value<string>;
  readonly limits_per_label_set?: LimitsPerLabelSet | readonly LimitsPerLabelSet[] | undefined;
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
}

interface LimitsOutputs {
  readonly max_series: Ref<number>;
}

interface LimitsPerLabelSetOutputs {
  readonly label_set: RefMap<string>;
  readonly limits: RefList<LimitsOutputs>;
}

interface PrometheusWorkspaceConfigurationOutputs {
  readonly retention_period_in_days: Ref<number>;
  readonly workspace_id: Ref<string>;
  readonly limits_per_label_set: RefList<LimitsPerLabelSetOutputs>;
}

interface RdsCertificate {
  readonly certificate_identifier: Value<string>;
}

interface RdsCertificateOutputs {
  readonly certificate_identifier: Ref<string>;
  readonly id: Ref<string>;
}

interface RestoreToPointInTime2 {
  readonly restore_to_time?: Value<string> | undefined;
  readonly restore_type?: Value<string> | undefined;
  readonly source_cluster_identifier?: Value<string> | undefined;
  readonly source_cluster_resource_id?: Value<string> | undefined;
  readonly use_latest_restorable_time?: Value<boolean> | undefined;
}

interface ScalingConfiguration2 {
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
  readonly scaling_configuration?: ScalingConfiguration2 | readonly ScalingConfiguration2[] | undefined;
  readonly serverlessv2_scaling_configuration?: Serverlessv2ScalingConfiguration | readonly Serverlessv2ScalingConfiguration[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface RestoreToPointInTimeOutputs2 {
  readonly restore_to_time: Ref<string>;
  readonly restore_type: Ref<string>;
  readonly source_cluster_identifier: Ref<string>;
  readonly source_cluster_resource_id: Ref<string>;
  readonly use_latest_restorable_time: Ref<boolean>;
}

interface ScalingConfigurationOutputs2 {
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
  readonly scaling_configuration: RefList<ScalingConfigurationOutputs2>;
  readonly serverlessv2_scaling_configuration: RefList<Serverlessv2ScalingConfigurationOutputs>;
}

interface RdsClusterActivityStream {
  readonly engine_native_audit_fields_included?: Value<boolean> | undefined;
  readonly kms_key_id: Value<string>;
  readonly mode: Value<string>;
  readonly resource_arn: Value<string>;
}

interface RdsClusterActivityStreamOutputs {
  readonly engine_native_audit_fields_included: Ref<boolean>;
  readonly id: Ref<string>;
  readonly kinesis_stream_name: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly mode: Ref<string>;
  readonly resource_arn: Ref<string>;
}

interface RdsClusterEndpoint {
  readonly cluster_endpoint_identifier: Value<string>;
  readonly cluster_identifier: Value<string>;
  readonly custom_endpoint_type: Value<string>;
  readonly excluded_members?: Value<readonly Value<string>[]> | undefined;
  readonly static_members?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface RdsClusterEndpointOutputs {
  readonly arn: Ref<string>;
  readonly cluster_endpoint_identifier: Ref<string>;
  readonly cluster_identifier: Ref<string>;
  readonly custom_endpoint_type: Ref<string>;
  readonly endpoint: Ref<string>;
  readonly excluded_members: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly static_members: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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
  readonly parameter?: Parameter3 | readonly Parameter3[] | undefined;
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
  readonly parameter: RefSet<ParameterOutputs3>;
}

interface RdsClusterRoleAssociation {
  readonly db_cluster_identifier: Value<string>;
  readonly feature_name: Value<string>;
  readonly role_arn: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface RdsClusterRoleAssociationOutputs {
  readonly db_cluster_identifier: Ref<string>;
  readonly feature_name: Ref<string>;
  readonly id: Ref<string>;
  readonly role_arn: Ref<string>;
}

interface RdsClusterSnapshotCopy {
  readonly copy_tags?: Value<boolean> | undefined;
  readonly destination_region?: Value<string> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly presigned_url?: Value<string> | undefined;
  readonly shared_accounts?: Value<readonly Value<string>[]> | undefined;
  readonly source_db_cluster_snapshot_identifier: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly target_db_cluster_snapshot_identifier: Value<string>;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface RdsClusterSnapshotCopyOutputs {
  readonly allocated_storage: Ref<number>;
  readonly copy_tags: Ref<boolean>;
  readonly db_cluster_snapshot_arn: Ref<string>;
  readonly destination_region: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly license_model: Ref<string>;
  readonly presigned_url: Ref<string>;
  readonly shared_accounts: RefSet<Ref<string>>;
  readonly snapshot_type: Ref<string>;
  readonly source_db_cluster_snapshot_identifier: Ref<string>;
  readonly storage_encrypted: Ref<boolean>;
  readonly storage_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly target_db_cluster_snapshot_identifier: Ref<string>;
  readonly vpc_id: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface RdsInstanceState {
  readonly identifier: Value<string>;
  readonly state: Value<string>;
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
}

interface RdsInstanceStateOutputs {
  readonly identifier: Ref<string>;
  readonly state: Ref<string>;
}

interface Configuration2 {
  readonly type: Value<string>;
  readonly parameters?: CostFilter | readonly CostFilter[] | undefined;
}

interface ResourceQuery {
  readonly query: Value<string>;
  readonly type?: Value<string> | undefined;
}

interface ResourcegroupsGroup {
  readonly description?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly configuration?: Configuration2 | readonly Configuration2[] | undefined;
  readonly resource_query?: ResourceQuery | readonly ResourceQuery[] | undefined;
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
}

interface ConfigurationOutputs2 {
  readonly type: Ref<string>;
  readonly parameters: RefSet<CostFilterOutputs>;
}

interface ResourceQueryOutputs {
  readonly query: Ref<string>;
  readonly type: Ref<string>;
}

interface ResourcegroupsGroupOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly configuration: RefSet<ConfigurationOutputs2>;
  readonly resource_query: RefList<ResourceQueryOutputs>;
}

interface ResourcegroupsResource {
  readonly group_arn: Value<string>;
  readonly resource_arn: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface ResourcegroupsResourceOutputs {
  readonly group_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly resource_arn: Ref<string>;
  readonly resource_type: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface RouteOutputs2 {
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface Route53VpcAssociationAuthorization {
  readonly vpc_id: Value<string>;
  readonly vpc_region?: Value<string> | undefined;
  readonly zone_id: Value<string>;
  readonly timeouts?: Timeouts10 | readonly Timeouts10[] | undefined;
}

interface Route53VpcAssociationAuthorizationOutputs {
  readonly id: Ref<string>;
  readonly vpc_id: Ref<string>;
  readonly vpc_region: Ref<string>;
  readonly zone_id: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface Route53ZoneAssociation {
  readonly vpc_id: Value<string>;
  readonly vpc_region?: Value<string> | undefined;
  readonly zone_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface Route53ZoneAssociationOutputs {
  readonly id: Ref<string>;
  readonly owning_account: Ref<string>;
  readonly vpc_id: Ref<string>;
  readonly vpc_region: Ref<string>;
  readonly zone_id: Ref<string>;
}

interface RouteTable {
  readonly propagating_vgws?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface RouteOutputs3 {
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
  readonly route: RefSet<RouteOutputs3>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface RouteTableAssociation {
  readonly gateway_id?: Value<string> | undefined;
  readonly route_table_id: Value<string>;
  readonly subnet_id?: Value<string> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface S3Bucket2 {
  readonly bucket?: Value<string> | undefined;
  readonly bucket_prefix?: Value<string> | undefined;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly object_lock_enabled?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts9 | readonly Timeouts9[] | undefined;
}

interface S3BucketOutputs2 {
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

interface Grantee {
  readonly email_address?: Value<string> | undefined;
  readonly id?: Value<string> | undefined;
  readonly type: Value<string>;
  readonly uri?: Value<string> | undefined;
}

interface Grant {
  readonly permission: Value<string>;
  readonly grantee?: Grantee | readonly Grantee[] | undefined;
}

interface Owner {
  readonly display_name?: Value<string> | undefined;
  readonly id: Value<string>;
}

interface AccessControlPolicy {
  readonly grant?: Grant | readonly Grant[] | undefined;
  readonly owner: Owner | readonly Owner[];
}

interface S3BucketAcl {
  readonly acl?: Value<string> | undefined;
  readonly bucket: Value<string>;
  readonly expected_bucket_owner?: Value<string> | undefined;
  readonly access_control_policy?: AccessControlPolicy | readonly AccessControlPolicy[] | undefined;
}

interface GranteeOutputs {
  readonly display_name: Ref<string>;
  readonly email_address: Ref<string>;
  readonly id: Ref<string>;
  readonly type: Ref<string>;
  readonly uri: Ref<string>;
}

interface GrantOutputs {
  readonly permission: Ref<string>;
  readonly grantee: RefList<GranteeOutputs>;
}

interface OwnerOutputs {
  readonly display_name: Ref<string>;
  readonly id: Ref<string>;
}

interface AccessControlPolicyOutputs {
  readonly grant: RefSet<GrantOutputs>;
  readonly owner: RefList<OwnerOutputs>;
}

interface S3BucketAclOutputs {
  readonly acl: Ref<string>;
  readonly bucket: Ref<string>;
  readonly expected_bucket_owner: Ref<string>;
  readonly id: Ref<string>;
  readonly access_control_policy: RefList<AccessControlPolicyOutputs>;
}

interface CorsRule {
  readonly allowed_headers?: Value<readonly Value<string>[]> | undefined;
  readonly allowed_methods: Value<readonly Value<string>[]>;
  readonly allowed_origins: Value<readonly Value<string>[]>;
  readonly expose_headers?: Value<readonly Value<string>[]> | undefined;
  readonly id?: Value<string> | undefined;
  readonly max_age_seconds?: Value<number> | undefined;
}

interface S3BucketCorsConfiguration {
  readonly bucket: Value<string>;
  readonly expected_bucket_owner?: Value<string> | undefined;
  readonly cors_rule: CorsRule | readonly CorsRule[];
}

interface CorsRuleOutputs {
  readonly allowed_headers: RefSet<Ref<string>>;
  readonly allowed_methods: RefSet<Ref<string>>;
  readonly allowed_origins: RefSet<Ref<string>>;
  readonly expose_headers: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly max_age_seconds: Ref<number>;
}

interface S3BucketCorsConfigurationOutputs {
  readonly bucket: Ref<string>;
  readonly expected_bucket_owner: Ref<string>;
  readonly id: Ref<string>;
  readonly cors_rule: RefSet<CorsRuleOutputs>;
}

interface Filter5 {
  readonly prefix?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface Tiering {
  readonly access_tier: Value<string>;
  readonly days: Value<number>;
}

interface S3BucketIntelligentTieringConfiguration {
  readonly bucket: Value<string>;
  readonly name: Value<string>;
  readonly status?: Value<string> | undefined;
  readonly filter?: Filter5 | readonly Filter5[] | undefined;
  readonly tiering: Tiering | readonly Tiering[];
}

interface FilterOutputs5 {
  readonly prefix: Ref<string>;
  readonly tags: RefMap<string>;
}

interface TieringOutputs {
  readonly access_tier: Ref<string>;
  readonly days: Ref<number>;
}

interface S3BucketIntelligentTieringConfigurationOutputs {
  readonly bucket: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly status: Ref<string>;
  readonly filter: RefList<FilterOutputs5>;
  readonly tiering: RefSet<TieringOutputs>;
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

interface Filter6 {
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

interface Rule6 {
  readonly id: Value<string>;
  readonly status: Value<string>;
  readonly abort_incomplete_multipart_upload?: AbortIncompleteMultipartUpload | readonly AbortIncompleteMultipartUpload[] | undefined;
  readonly expiration?: Expiration | readonly Expiration[] | undefined;
  readonly filter?: Filter6 | readonly Filter6[] | undefined;
  readonly noncurrent_version_expiration?: NoncurrentVersionExpiration | readonly NoncurrentVersionExpiration[] | undefined;
  readonly noncurrent_version_transition?: NoncurrentVersionTransition | readonly NoncurrentVersionTransition[] | undefined;
  readonly transition?: Transition | readonly Transition[] | undefined;
}

interface S3BucketLifecycleConfiguration {
  readonly bucket: Value<string>;
  readonly expected_bucket_owner?: Value<string> | undefined;
  readonly transition_default_minimum_object_size?: Value<string> | undefined;
  readonly rule?: Rule6 | readonly Rule6[] | undefined;
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
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

interface FilterOutputs6 {
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

interface RuleOutputs6 {
  readonly id: Ref<string>;
  readonly status: Ref<string>;
  readonly abort_incomplete_multipart_upload: RefList<AbortIncompleteMultipartUploadOutputs>;
  readonly expiration: RefList<ExpirationOutputs>;
  readonly filter: RefList<FilterOutputs6>;
  readonly noncurrent_version_expiration: RefList<NoncurrentVersionExpirationOutputs>;
  readonly noncurrent_version_transition: RefSet<NoncurrentVersionTransitionOutputs>;
  readonly transition: RefSet<TransitionOutputs>;
}

interface S3BucketLifecycleConfigurationOutputs {
  readonly bucket: Ref<string>;
  readonly expected_bucket_owner: Ref<string>;
  readonly transition_default_minimum_object_size: Ref<string>;
  readonly rule: RefList<RuleOutputs6>;
}

interface TargetGrant {
  readonly permission: Value<string>;
  readonly grantee: Grantee | readonly Grantee[];
}

interface PartitionedPrefix {
  readonly partition_date_source: Value<string>;
}

type SimplePrefix = Readonly<Record<string, never>>;

interface TargetObjectKeyFormat {
  readonly partitioned_prefix?: PartitionedPrefix | readonly PartitionedPrefix[] | undefined;
  readonly simple_prefix?: SimplePrefix | readonly SimplePrefix[] | undefined;
}

interface S3BucketLogging {
  readonly bucket: Value<string>;
  readonly expected_bucket_owner?: Value<string> | undefined;
  readonly target_bucket: Value<string>;
  readonly target_prefix: Value<string>;
  readonly target_grant?: TargetGrant | readonly TargetGrant[] | undefined;
  readonly target_object_key_format?: TargetObjectKeyFormat | readonly TargetObjectKeyFormat[] | undefined;
}

interface PartitionedPrefixOutputs {
  readonly partition_date_source: Ref<string>;
}

interface TargetObjectKeyFormatOutputs {
  readonly partitioned_prefix: RefList<PartitionedPrefixOutputs>;
  readonly simple_prefix: RefList<SimplePrefix>;
}

interface S3BucketLoggingOutputs {
  readonly bucket: Ref<string>;
  readonly expected_bucket_owner: Ref<string>;
  readonly id: Ref<string>;
  readonly target_bucket: Ref<string>;
  readonly target_prefix: Ref<string>;
  readonly target_grant: RefSet<GrantOutputs>;
  readonly target_object_key_format: RefList<TargetObjectKeyFormatOutputs>;
}

interface Filter7 {
  readonly access_point?: Value<string> | undefined;
  readonly prefix?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface S3BucketMetric {
  readonly bucket: Value<string>;
  readonly name: Value<string>;
  readonly filter?: Filter7 | readonly Filter7[] | undefined;
}

interface FilterOutputs7 {
  readonly access_point: Ref<string>;
  readonly prefix: Ref<string>;
  readonly tags: RefMap<string>;
}

interface S3BucketMetricOutputs {
  readonly bucket: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly filter: RefList<FilterOutputs7>;
}

interface LambdaFunction2 {
  readonly events: Value<readonly Value<string>[]>;
  readonly filter_prefix?: Value<string> | undefined;
  readonly filter_suffix?: Value<string> | undefined;
  readonly id?: Value<string> | undefined;
  readonly lambda_function_arn?: Value<string> | undefined;
}

interface Queue {
  readonly events: Value<readonly Value<string>[]>;
  readonly filter_prefix?: Value<string> | undefined;
  readonly filter_suffix?: Value<string> | undefined;
  readonly id?: Value<string> | undefined;
  readonly queue_arn: Value<string>;
}

interface Topic {
  readonly events: Value<readonly Value<string>[]>;
  readonly filter_prefix?: Value<string> | undefined;
  readonly filter_suffix?: Value<string> | undefined;
  readonly id?: Value<string> | undefined;
  readonly topic_arn: Value<string>;
}

interface S3BucketNotification {
  readonly bucket: Value<string>;
  readonly eventbridge?: Value<boolean> | undefined;
  readonly lambda_function?: LambdaFunction2 | readonly LambdaFunction2[] | undefined;
  readonly queue?: Queue | readonly Queue[] | undefined;
  readonly topic?: Topic | readonly Topic[] | undefined;
}

interface LambdaFunctionOutputs2 {
  readonly events: RefSet<Ref<string>>;
  readonly filter_prefix: Ref<string>;
  readonly filter_suffix: Ref<string>;
  readonly id: Ref<string>;
  readonly lambda_function_arn: Ref<string>;
}

interface QueueOutputs {
  readonly events: RefSet<Ref<string>>;
  readonly filter_prefix: Ref<string>;
  readonly filter_suffix: Ref<string>;
  readonly id: Ref<string>;
  readonly queue_arn: Ref<string>;
}

interface TopicOutputs {
  readonly events: RefSet<Ref<string>>;
  readonly filter_prefix: Ref<string>;
  readonly filter_suffix: Ref<string>;
  readonly id: Ref<string>;
  readonly topic_arn: Ref<string>;
}

interface S3BucketNotificationOutputs {
  readonly bucket: Ref<string>;
  readonly eventbridge: Ref<boolean>;
  readonly id: Ref<string>;
  readonly lambda_function: RefList<LambdaFunctionOutputs2>;
  readonly queue: RefList<QueueOutputs>;
  readonly topic: RefList<TopicOutputs>;
}

interface Rule7 {
  readonly object_ownership: "BucketOwnerPreferred" | "ObjectWriter" | "BucketOwnerEnforced" | Ref<string>;
}

interface S3BucketOwnershipControls {
  readonly bucket: Value<string>;
  readonly rule: Rule7 | readonly Rule7[];
}

interface RuleOutputs7 {
  readonly object_ownership: Ref<string>;
}

interface S3BucketOwnershipControlsOutputs {
  readonly bucket: Ref<string>;
  readonly id: Ref<string>;
  readonly rule: RefList<RuleOutputs7>;
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

interface Destination3 {
  readonly account?: Value<string> | undefined;
  readonly bucket: Value<string>;
  readonly storage_class?: Value<string> | undefined;
  readonly access_control_translation?: AccessControlTranslation | readonly AccessControlTranslation[] | undefined;
  readonly encryption_configuration?: EncryptionConfiguration3 | readonly EncryptionConfiguration3[] | undefined;
  readonly metrics?: Metrics3 | readonly Metrics3[] | undefined;
  readonly replication_time?: ReplicationTime | readonly ReplicationTime[] | undefined;
}

interface Filter8 {
  readonly prefix?: Value<string> | undefined;
  readonly and?: Filter5 | readonly Filter5[] | undefined;
  readonly tag?: StringEquals | readonly StringEquals[] | undefined;
}

interface SourceSelectionCriteria {
  readonly replica_modifications?: DeleteMarkerReplication | readonly DeleteMarkerReplication[] | undefined;
  readonly sse_kms_encrypted_objects?: DeleteMarkerReplication | readonly DeleteMarkerReplication[] | undefined;
}

interface Rule8 {
  readonly id?: Value<string> | undefined;
  readonly priority?: Value<number> | undefined;
  readonly status: "Enabled" | "Disabled" | Ref<string>;
  readonly delete_marker_replication?: DeleteMarkerReplication | readonly DeleteMarkerReplication[] | undefined;
  readonly destination: Destination3 | readonly Destination3[];
  readonly existing_object_replication?: DeleteMarkerReplication | readonly DeleteMarkerReplication[] | undefined;
  readonly filter?: Filter8 | readonly Filter8[] | undefined;
  readonly source_selection_criteria?: SourceSelectionCriteria | readonly SourceSelectionCriteria[] | undefined;
}

interface S3BucketReplicationConfiguration {
  readonly bucket: Value<string>;
  readonly role: Value<string>;
  readonly token?: Ref<string> | undefined;
  readonly rule: Rule8 | readonly Rule8[];
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

interface DestinationOutputs3 {
  readonly account: Ref<string>;
  readonly bucket: Ref<string>;
  readonly storage_class: Ref<string>;
  readonly access_control_translation: RefList<AccessControlTranslationOutputs>;
  readonly encryption_configuration: RefList<EncryptionConfigurationOutputs2>;
  readonly metrics: RefList<MetricsOutputs3>;
  readonly replication_time: RefList<ReplicationTimeOutputs>;
}

interface FilterOutputs8 {
  readonly prefix: Ref<string>;
  readonly and: RefList<FilterOutputs5>;
  readonly tag: RefList<StringEqualsOutputs>;
}

interface SourceSelectionCriteriaOutputs {
  readonly replica_modifications: RefList<TaggingOutputs>;
  readonly sse_kms_encrypted_objects: RefList<TaggingOutputs>;
}

interface RuleOutputs8 {
  readonly id: Ref<string>;
  readonly priority: Ref<number>;
  readonly status: Ref<string>;
  readonly delete_marker_replication: RefList<TaggingOutputs>;
  readonly destination: RefList<DestinationOutputs3>;
  readonly existing_object_replication: RefList<TaggingOutputs>;
  readonly filter: RefList<FilterOutputs8>;
  readonly source_selection_criteria: RefList<SourceSelectionCriteriaOutputs>;
}

interface S3BucketReplicationConfigurationOutputs {
  readonly bucket: Ref<string>;
  readonly id: Ref<string>;
  readonly role: Ref<string>;
  readonly token: Ref<string>;
  readonly rule: RefList<RuleOutputs8>;
}

interface ApplyServerSideEncryptionByDefault {
  readonly kms_master_key_id?: Value<string> | undefined;
  readonly sse_algorithm: "AES256" | "aws:kms" | "aws:kms:dsse" | Ref<string>;
}

interface Rule9 {
  readonly bucket_key_enabled?: Value<boolean> | undefined;
  readonly apply_server_side_encryption_by_default?: ApplyServerSideEncryptionByDefault | readonly ApplyServerSideEncryptionByDefault[] | undefined;
}

interface S3BucketServerSideEncryptionConfiguration {
  readonly bucket: Value<string>;
  readonly expected_bucket_owner?: Value<string> | undefined;
  readonly rule: Rule9 | readonly Rule9[];
}

interface ApplyServerSideEncryptionByDefaultOutputs {
  readonly kms_master_key_id: Ref<string>;
  readonly sse_algorithm: Ref<string>;
}

interface RuleOutputs9 {
  readonly bucket_key_enabled: Ref<boolean>;
  readonly apply_server_side_encryption_by_default: RefList<ApplyServerSideEncryptionByDefaultOutputs>;
}

interface S3BucketServerSideEncryptionConfigurationOutputs {
  readonly bucket: Ref<string>;
  readonly expected_bucket_owner: Ref<string>;
  readonly id: Ref<string>;
  readonly rule: RefSet<RuleOutputs9>;
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

interface Grant2 {
  readonly email?: Value<string> | undefined;
  readonly id?: Value<string> | undefined;
  readonly permissions: Value<readonly Value<string>[]>;
  readonly type: Value<string>;
  readonly uri?: Value<string> | undefined;
}

interface S3ObjectCopy {
  readonly acl?: Value<string> | undefined;
  readonly bucket: Value<string>;
  readonly bucket_key_enabled?: Value<boolean> | undefined;
  readonly cache_control?: Value<string> | undefined;
  readonly checksum_algorithm?: Value<string> | undefined;
  readonly content_disposition?: Value<string> | undefined;
  readonly content_encoding?: Value<string> | undefined;
  readonly content_language?: Value<string> | undefined;
  readonly content_type?: Value<string> | undefined;
  readonly copy_if_match?: Value<string> | undefined;
  readonly copy_if_modified_since?: Value<string> | undefined;
  readonly copy_if_none_match?: Value<string> | undefined;
  readonly copy_if_unmodified_since?: Value<string> | undefined;
  readonly customer_algorithm?: Value<string> | undefined;
  readonly customer_key?: Ref<string> | undefined;
  readonly customer_key_md5?: Value<string> | undefined;
  readonly expected_bucket_owner?: Value<string> | undefined;
  readonly expected_source_bucket_owner?: Value<string> | undefined;
  readonly expires?: Value<string> | undefined;
  readonly force_destroy?: Value<boolean> | undefined;
  readonly key: Value<string>;
  readonly kms_encryption_context?: Ref<string> | undefined;
  readonly kms_key_id?: Ref<string> | undefined;
  readonly metadata?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly metadata_directive?: Value<string> | undefined;
  readonly object_lock_legal_hold_status?: Value<string> | undefined;
  readonly object_lock_mode?: Value<string> | undefined;
  readonly object_lock_retain_until_date?: Value<string> | undefined;
  readonly request_payer?: Value<string> | undefined;
  readonly server_side_encryption?: Value<string> | undefined;
  readonly source: Value<string>;
  readonly source_customer_algorithm?: Value<string> | undefined;
  readonly source_customer_key?: Ref<string> | undefined;
  readonly source_customer_key_md5?: Value<string> | undefined;
  readonly storage_class?: Value<string> | undefined;
  readonly tagging_directive?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly website_redirect?: Value<string> | undefined;
  readonly grant?: Grant2 | readonly Grant2[] | undefined;
  readonly override_provider?: OverrideProvider | readonly OverrideProvider[] | undefined;
}

interface GrantOutputs2 {
  readonly email: Ref<string>;
  readonly id: Ref<string>;
  readonly permissions: RefSet<Ref<string>>;
  readonly type: Ref<string>;
  readonly uri: Ref<string>;
}

interface S3ObjectCopyOutputs {
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
  readonly content_disposition: Ref<string>;
  readonly content_encoding: Ref<string>;
  readonly content_language: Ref<string>;
  readonly content_type: Ref<string>;
  readonly copy_if_match: Ref<string>;
  readonly copy_if_modified_since: Ref<string>;
  readonly copy_if_none_match: Ref<string>;
  readonly copy_if_unmodified_since: Ref<string>;
  readonly customer_algorithm: Ref<string>;
  readonly customer_key: Ref<string>;
  readonly customer_key_md5: Ref<string>;
  readonly etag: Ref<string>;
  readonly expected_bucket_owner: Ref<string>;
  readonly expected_source_bucket_owner: Ref<string>;
  readonly expiration: Ref<string>;
  readonly expires: Ref<string>;
  readonly force_destroy: Ref<boolean>;
  readonly id: Ref<string>;
  readonly key: Ref<string>;
  readonly kms_encryption_context: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly last_modified: Ref<string>;
  readonly metadata: RefMap<string>;
  readonly metadata_directive: Ref<string>;
  readonly object_lock_legal_hold_status: Ref<string>;
  readonly object_lock_mode: Ref<string>;
  readonly object_lock_retain_until_date: Ref<string>;
  readonly request_charged: Ref<boolean>;
  readonly request_payer: Ref<string>;
  readonly server_side_encryption: Ref<string>;
  readonly source: Ref<string>;
  readonly source_customer_algorithm: Ref<string>;
  readonly source_customer_key: Ref<string>;
  readonly source_customer_key_md5: Ref<string>;
  readonly source_version_id: Ref<string>;
  readonly storage_class: Ref<string>;
  readonly tagging_directive: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly version_id: Ref<string>;
  readonly website_redirect: Ref<string>;
  readonly grant: RefSet<GrantOutputs2>;
  readonly override_provider: RefList<OverrideProviderOutputs>;
}

interface FlexibleTimeWindow {
  readonly maximum_window_in_minutes?: Value<number> | undefined;
  readonly mode: Value<string>;
}

interface DeadLetterConfig3 {
  readonly arn: Value<string>;
}

interface EcsParameters {
  readonly enable_ecs_managed_tags?: Value<boolean> | undefined;
  readonly enable_execute_command?: Value<boolean> | undefined;
  readonly group?: Value<string> | undefined;
  readonly launch_type?: Value<string> | undefined;
  readonly platform_version?: Value<string> | undefined;
  readonly propagate_tags?: Value<string> | undefined;
  readonly reference_id?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly task_count?: Value<number> | undefined;
  readonly task_definition_arn: Value<string>;
  readonly capacity_provider_strategy?: CapacityProviderStrategy | readonly CapacityProviderStrategy[] | undefined;
  readonly network_configuration?: NetworkConfiguration | readonly NetworkConfiguration[] | undefined;
  readonly placement_constraints?: PlacementConstraint | readonly PlacementConstraint[] | undefined;
  readonly placement_strategy?: OrderedPlacementStrategy | readonly OrderedPlacementStrategy[] | undefined;
}

interface EventbridgeParameters {
  readonly detail_type: Value<string>;
  readonly source: Value<string>;
}

interface KinesisParameters {
  readonly partition_key: Value<string>;
}

interface SagemakerPipelineParameters {
  readonly pipeline_parameter?: Dimensions | readonly Dimensions[] | undefined;
}

interface Target2 {
  readonly arn: Value<string>;
  readonly input?: Value<string> | undefined;
  readonly role_arn: Value<string>;
  readonly dead_letter_config?: DeadLetterConfig3 | readonly DeadLetterConfig3[] | undefined;
  readonly ecs_parameters?: EcsParameters | readonly EcsParameters[] | undefined;
  readonly eventbridge_parameters?: EventbridgeParameters | readonly EventbridgeParameters[] | undefined;
  readonly kinesis_parameters?: KinesisParameters | readonly KinesisParameters[] | undefined;
  readonly retry_policy?: RetryPolicy | readonly RetryPolicy[] | undefined;
  readonly sagemaker_pipeline_parameters?: SagemakerPipelineParameters | readonly SagemakerPipelineParameters[] | undefined;
  readonly sqs_parameters?: SqsTarget | readonly SqsTarget[] | undefined;
}

interface SchedulerSchedule {
  readonly description?: Value<string> | undefined;
  readonly end_date?: Value<string> | undefined;
  readonly group_name?: Value<string> | undefined;
  readonly kms_key_arn?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly schedule_expression: Value<string>;
  readonly schedule_expression_timezone?: Value<string> | undefined;
  readonly start_date?: Value<string> | undefined;
  readonly state?: Value<string> | undefined;
  readonly flexible_time_window: FlexibleTimeWindow | readonly FlexibleTimeWindow[];
  readonly target: Target2 | readonly Target2[];
}

interface FlexibleTimeWindowOutputs {
  readonly maximum_window_in_minutes: Ref<number>;
  readonly mode: Ref<string>;
}

interface EcsParametersOutputs {
  readonly enable_ecs_managed_tags: Ref<boolean>;
  readonly enable_execute_command: Ref<boolean>;
  readonly group: Ref<string>;
  readonly launch_type: Ref<string>;
  readonly platform_version: Ref<string>;
  readonly propagate_tags: Ref<string>;
  readonly reference_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly task_count: Ref<number>;
  readonly task_definition_arn: Ref<string>;
  readonly capacity_provider_strategy: RefSet<CapacityProviderStrategyOutputs>;
  readonly network_configuration: RefList<NetworkConfigurationOutputs>;
  readonly placement_constraints: RefSet<PlacementConstraintOutputs>;
  readonly placement_strategy: RefSet<OrderedPlacementStrategyOutputs>;
}

interface EventbridgeParametersOutputs {
  readonly detail_type: Ref<string>;
  readonly source: Ref<string>;
}

interface KinesisParametersOutputs {
  readonly partition_key: Ref<string>;
}

interface SagemakerPipelineParametersOutputs {
  readonly pipeline_parameter: RefSet<DimensionsOutputs>;
}

interface TargetOutputs2 {
  readonly arn: Ref<string>;
  readonly input: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly dead_letter_config: RefList<DeadLetterConfigOutputs>;
  readonly ecs_parameters: RefList<EcsParametersOutputs>;
  readonly eventbridge_parameters: RefList<EventbridgeParametersOutputs>;
  readonly kinesis_parameters: RefList<KinesisParametersOutputs>;
  readonly retry_policy: RefList<RetryPolicyOutputs>;
  readonly sagemaker_pipeline_parameters: RefList<SagemakerPipelineParametersOutputs>;
  readonly sqs_parameters: RefList<SqsTargetOutputs>;
}

interface SchedulerScheduleOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly end_date: Ref<string>;
  readonly group_name: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_arn: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly schedule_expression: Ref<string>;
  readonly schedule_expression_timezone: Ref<string>;
  readonly start_date: Ref<string>;
  readonly state: Ref<string>;
  readonly flexible_time_window: RefList<FlexibleTimeWindowOutputs>;
  readonly target: RefList<TargetOutputs2>;
}

interface SchedulerScheduleGroup {
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface SchedulerScheduleGroupOutputs {
  readonly arn: Ref<string>;
  readonly creation_date: Ref<string>;
  readonly id: Ref<string>;
  readonly last_modification_date: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly state: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface Replica3 {
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
  readonly replica?: Replica3 | readonly Replica3[] | undefined;
}

interface ReplicaOutputs3 {
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
  readonly replica: RefSet<ReplicaOutputs3>;
}

interface SecretsmanagerSecretPolicy {
  readonly block_public_policy?: Value<boolean> | undefined;
  readonly policy: Value<string>;
  readonly secret_arn: Value<string>;
}

interface SecretsmanagerSecretPolicyOutputs {
  readonly block_public_policy: Ref<boolean>;
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
  readonly secret_arn: Ref<string>;
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
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface SecurityGroupRule {
  readonly cidr_blocks?: Value<readonly Value<string>[]> | undefined;
  readonly description?: Value<string> | undefined;
  readonly from_port: Value<number>;
  readonly ipv6_cidr_blocks?: Value<readonly Value<string>[]> | undefined;
  readonly prefix_list_ids?: Value<readonly Value<string>[]> | undefined;
  readonly protocol: Value<string>;
  readonly security_group_id: Value<string>;
  readonly self?: Value<boolean> | undefined;
  readonly source_security_group_id?: Value<string> | undefined;
  readonly to_port: Value<number>;
  readonly type: Value<string>;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface SecurityGroupRuleOutputs {
  readonly cidr_blocks: RefList<Ref<string>>;
  readonly description: Ref<string>;
  readonly from_port: Ref<number>;
  readonly id: Ref<string>;
  readonly ipv6_cidr_blocks: RefList<Ref<string>>;
  readonly prefix_list_ids: RefList<Ref<string>>;
  readonly protocol: Ref<string>;
  readonly security_group_id: Ref<string>;
  readonly security_group_rule_id: Ref<string>;
  readonly self: Ref<boolean>;
  readonly source_security_group_id: Ref<string>;
  readonly to_port: Ref<number>;
  readonly type: Ref<string>;
}

interface ServicequotasServiceQuota {
  readonly quota_code: Value<string>;
  readonly service_code: Value<string>;
  readonly value: Value<number>;
}

interface MetricDimensionsOutputs {
  readonly class: Ref<string>;
  readonly resource: Ref<string>;
  readonly service: Ref<string>;
  readonly type: Ref<string>;
}

interface UsageMetricOutputs {
  readonly metric_dimensions: RefList<MetricDimensionsOutputs>;
  readonly metric_name: Ref<string>;
  readonly metric_namespace: Ref<string>;
  readonly metric_statistic_recommendation: Ref<string>;
}

interface ServicequotasServiceQuotaOutputs {
  readonly adjustable: Ref<boolean>;
  readonly arn: Ref<string>;
  readonly default_value: Ref<number>;
  readonly id: Ref<string>;
  readonly quota_code: Ref<string>;
  readonly quota_name: Ref<string>;
  readonly request_id: Ref<string>;
  readonly request_status: Ref<string>;
  readonly service_code: Ref<string>;
  readonly service_name: Ref<string>;
  readonly usage_metric: RefList<UsageMetricOutputs>;
  readonly value: Ref<number>;
}

interface EncryptionConfiguration4 {
  readonly kms_data_key_reuse_period_seconds?: Value<number> | undefined;
  readonly kms_key_id?: Value<string> | undefined;
  readonly type?: Value<string> | undefined;
}

interface LoggingConfiguration {
  readonly include_execution_data?: Value<boolean> | undefined;
  readonly level?: Value<string> | undefined;
  readonly log_destination?: Value<string> | undefined;
}

interface SfnStateMachine {
  readonly definition: Value<string>;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly publish?: Value<boolean> | undefined;
  readonly role_arn: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly type?: Value<string> | undefined;
  readonly encryption_configuration?: EncryptionConfiguration4 | readonly EncryptionConfiguration4[] | undefined;
  readonly logging_configuration?: LoggingConfiguration | readonly LoggingConfiguration[] | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
  readonly tracing_configuration?: GrpcConfig | readonly GrpcConfig[] | undefined;
}

interface EncryptionConfigurationOutputs3 {
  readonly kms_data_key_reuse_period_seconds: Ref<number>;
  readonly kms_key_id: Ref<string>;
  readonly type: Ref<string>;
}

interface LoggingConfigurationOutputs {
  readonly include_execution_data: Ref<boolean>;
  readonly level: Ref<string>;
  readonly log_destination: Ref<string>;
}

interface SfnStateMachineOutputs {
  readonly arn: Ref<string>;
  readonly creation_date: Ref<string>;
  readonly definition: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly publish: Ref<boolean>;
  readonly revision_id: Ref<string>;
  readonly role_arn: Ref<string>;
  readonly state_machine_version_arn: Ref<string>;
  readonly status: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly type: Ref<string>;
  readonly version_description: Ref<string>;
  readonly encryption_configuration: RefList<EncryptionConfigurationOutputs3>;
  readonly logging_configuration: RefList<LoggingConfigurationOutputs>;
  readonly tracing_configuration: RefList<GrpcConfigOutputs>;
}

interface ShieldApplicationLayerAutomaticResponse {
  readonly action: Value<string>;
  readonly resource_arn: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface ShieldApplicationLayerAutomaticResponseOutputs {
  readonly action: Ref<string>;
  readonly id: Ref<string>;
  readonly resource_arn: Ref<string>;
}

interface ShieldDrtAccessLogBucketAssociation {
  readonly log_bucket: Value<string>;
  readonly role_arn_association_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface ShieldDrtAccessLogBucketAssociationOutputs {
  readonly id: Ref<string>;
  readonly log_bucket: Ref<string>;
  readonly role_arn_association_id: Ref<string>;
}

interface ShieldDrtAccessRoleArnAssociation {
  readonly role_arn: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface ShieldDrtAccessRoleArnAssociationOutputs {
  readonly id: Ref<string>;
  readonly role_arn: Ref<string>;
}

interface EmergencyContact {
  readonly contact_notes?: Value<string> | undefined;
  readonly email_address: Value<string>;
  readonly phone_number?: Value<string> | undefined;
}

interface ShieldProactiveEngagement {
  readonly enabled: Value<boolean>;
  readonly emergency_contact?: EmergencyContact | readonly EmergencyContact[] | undefined;
}

interface EmergencyContactOutputs {
  readonly contact_notes: Ref<string>;
  readonly email_address: Ref<string>;
  readonly phone_number: Ref<string>;
}

interface ShieldProactiveEngagementOutputs {
  readonly enabled: Ref<boolean>;
  readonly id: Ref<string>;
  readonly emergency_contact: RefList<EmergencyContactOutputs>;
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

interface ShieldProtectionGroup {
  readonly aggregation: Value<string>;
  readonly members?: Value<readonly Value<string>[]> | undefined;
  readonly pattern: Value<string>;
  readonly protection_group_id: Value<string>;
  readonly resource_type?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface ShieldProtectionGroupOutputs {
  readonly aggregation: Ref<string>;
  readonly id: Ref<string>;
  readonly members: RefList<Ref<string>>;
  readonly pattern: Ref<string>;
  readonly protection_group_arn: Ref<string>;
  readonly protection_group_id: Ref<string>;
  readonly resource_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface ShieldProtectionHealthCheckAssociation {
  readonly health_check_arn: Value<string>;
  readonly shield_protection_id: Value<string>;
}

interface ShieldProtectionHealthCheckAssociationOutputs {
  readonly health_check_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly shield_protection_id: Ref<string>;
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

interface SnsPlatformApplication {
  readonly apple_platform_bundle_id?: Value<string> | undefined;
  readonly apple_platform_team_id?: Value<string> | undefined;
  readonly event_delivery_failure_topic_arn?: Value<string> | undefined;
  readonly event_endpoint_created_topic_arn?: Value<string> | undefined;
  readonly event_endpoint_deleted_topic_arn?: Value<string> | undefined;
  readonly event_endpoint_updated_topic_arn?: Value<string> | undefined;
  readonly failure_feedback_role_arn?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly platform: Value<string>;
  readonly platform_credential: Ref<string>;
  readonly platform_principal?: Ref<string> | undefined;
  readonly success_feedback_role_arn?: Value<string> | undefined;
  readonly success_feedback_sample_rate?: Value<string> | undefined;
}

interface SnsPlatformApplicationOutputs {
  readonly apple_platform_bundle_id: Ref<string>;
  readonly apple_platform_team_id: Ref<string>;
  readonly arn: Ref<string>;
  readonly event_delivery_failure_topic_arn: Ref<string>;
  readonly event_endpoint_created_topic_arn: Ref<string>;
  readonly event_endpoint_deleted_topic_arn: Ref<string>;
  readonly event_endpoint_updated_topic_arn: Ref<string>;
  readonly failure_feedback_role_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly platform: Ref<string>;
  readonly platform_credential: Ref<string>;
  readonly platform_principal: Ref<string>;
  readonly success_feedback_role_arn: Ref<string>;
  readonly success_feedback_sample_rate: Ref<string>;
}

interface SnsSmsPreferences {
  readonly default_sender_id?: Value<string> | undefined;
  readonly default_sms_type?: Value<string> | undefined;
  readonly delivery_status_iam_role_arn?: Value<string> | undefined;
  readonly delivery_status_success_sampling_rate?: Value<string> | undefined;
  readonly monthly_spend_limit?: Value<number> | undefined;
  readonly usage_report_s3_bucket?: Value<string> | undefined;
}

interface SnsSmsPreferencesOutputs {
  readonly default_sender_id: Ref<string>;
  readonly default_sms_type: Ref<string>;
  readonly delivery_status_iam_role_arn: Ref<string>;
  readonly delivery_status_success_sampling_rate: Ref<string>;
  readonly id: Ref<string>;
  readonly monthly_spend_limit: Ref<number>;
  readonly usage_report_s3_bucket: Ref<string>;
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

interface SnsTopicDataProtectionPolicy {
  readonly arn: Value<string>;
  readonly policy: Value<string>;
}

interface SnsTopicDataProtectionPolicyOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface SsmActivation {
  readonly description?: Value<string> | undefined;
  readonly expiration_date?: Value<string> | undefined;
  readonly iam_role: Value<string>;
  readonly name?: Value<string> | undefined;
  readonly registration_limit?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface SsmActivationOutputs {
  readonly activation_code: Ref<string>;
  readonly description: Ref<string>;
  readonly expiration_date: Ref<string>;
  readonly expired: Ref<boolean>;
  readonly iam_role: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly registration_count: Ref<number>;
  readonly registration_limit: Ref<number>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface OutputLocation {
  readonly s3_bucket_name: Value<string>;
  readonly s3_key_prefix?: Value<string> | undefined;
  readonly s3_region?: Value<string> | undefined;
}

interface SsmAssociation {
  readonly apply_only_at_cron_interval?: Value<boolean> | undefined;
  readonly association_name?: Value<string> | undefined;
  readonly automation_target_parameter_name?: Value<string> | undefined;
  readonly compliance_severity?: Value<string> | undefined;
  readonly document_version?: Value<string> | undefined;
  readonly max_concurrency?: Value<string> | undefined;
  readonly max_errors?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly parameters?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly schedule_expression?: Value<string> | undefined;
  readonly sync_compliance?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly wait_for_success_timeout_seconds?: Value<number> | undefined;
  readonly output_location?: OutputLocation | readonly OutputLocation[] | undefined;
  readonly targets?: RunCommandTargets | readonly RunCommandTargets[] | undefined;
}

interface OutputLocationOutputs {
  readonly s3_bucket_name: Ref<string>;
  readonly s3_key_prefix: Ref<string>;
  readonly s3_region: Ref<string>;
}

interface SsmAssociationOutputs {
  readonly apply_only_at_cron_interval: Ref<boolean>;
  readonly arn: Ref<string>;
  readonly association_id: Ref<string>;
  readonly association_name: Ref<string>;
  readonly automation_target_parameter_name: Ref<string>;
  readonly compliance_severity: Ref<string>;
  readonly document_version: Ref<string>;
  readonly id: Ref<string>;
  readonly max_concurrency: Ref<string>;
  readonly max_errors: Ref<string>;
  readonly name: Ref<string>;
  readonly parameters: RefMap<string>;
  readonly schedule_expression: Ref<string>;
  readonly sync_compliance: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly wait_for_success_timeout_seconds: Ref<number>;
  readonly output_location: RefList<OutputLocationOutputs>;
  readonly targets: RefList<RunCommandTargetsOutputs>;
}

interface SsmDefaultPatchBaseline {
  readonly baseline_id: Value<string>;
  readonly operating_system: Value<string>;
}

interface SsmDefaultPatchBaselineOutputs {
  readonly baseline_id: Ref<string>;
  readonly id: Ref<string>;
  readonly operating_system: Ref<string>;
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

interface ParameterOutputs4 {
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
  readonly parameter: RefList<ParameterOutputs4>;
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

interface SsmMaintenanceWindow {
  readonly allow_unassociated_targets?: Value<boolean> | undefined;
  readonly cutoff: Value<number>;
  readonly description?: Value<string> | undefined;
  readonly duration: Value<number>;
  readonly enabled?: Value<boolean> | undefined;
  readonly end_date?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly schedule: Value<string>;
  readonly schedule_offset?: Value<number> | undefined;
  readonly schedule_timezone?: Value<string> | undefined;
  readonly start_date?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface SsmMaintenanceWindowOutputs {
  readonly allow_unassociated_targets: Ref<boolean>;
  readonly cutoff: Ref<number>;
  readonly description: Ref<string>;
  readonly duration: Ref<number>;
  readonly enabled: Ref<boolean>;
  readonly end_date: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly schedule: Ref<string>;
  readonly schedule_offset: Ref<number>;
  readonly schedule_timezone: Ref<string>;
  readonly start_date: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface SsmMaintenanceWindowTarget {
  readonly description?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly owner_information?: Value<string> | undefined;
  readonly resource_type: Value<string>;
  readonly window_id: Value<string>;
  readonly targets: RunCommandTargets | readonly RunCommandTargets[];
}

interface SsmMaintenanceWindowTargetOutputs {
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly owner_information: Ref<string>;
  readonly resource_type: Ref<string>;
  readonly window_id: Ref<string>;
  readonly targets: RefList<RunCommandTargetsOutputs>;
}

interface AutomationParameters {
  readonly document_version?: Value<string> | undefined;
  readonly parameter?: CostFilter | readonly CostFilter[] | undefined;
}

interface LambdaParameters {
  readonly client_context?: Value<string> | undefined;
  readonly payload?: Ref<string> | undefined;
  readonly qualifier?: Value<string> | undefined;
}

interface CloudwatchConfig {
  readonly cloudwatch_log_group_name?: Value<string> | undefined;
  readonly cloudwatch_output_enabled?: Value<boolean> | undefined;
}

interface NotificationConfig {
  readonly notification_arn?: Value<string> | undefined;
  readonly notification_events?: Value<readonly Value<string>[]> | undefined;
  readonly notification_type?: Value<string> | undefined;
}

interface RunCommandParameters {
  readonly comment?: Value<string> | undefined;
  readonly document_hash?: Value<string> | undefined;
  readonly document_hash_type?: Value<string> | undefined;
  readonly document_version?: Value<string> | undefined;
  readonly output_s3_bucket?: Value<string> | undefined;
  readonly output_s3_key_prefix?: Value<string> | undefined;
  readonly service_role_arn?: Value<string> | undefined;
  readonly timeout_seconds?: Value<number> | undefined;
  readonly cloudwatch_config?: CloudwatchConfig | readonly CloudwatchConfig[] | undefined;
  readonly notification_config?: NotificationConfig | readonly NotificationConfig[] | undefined;
  readonly parameter?: CostFilter | readonly CostFilter[] | undefined;
}

interface StepFunctionsParameters {
  readonly input?: Ref<string> | undefined;
  readonly name?: Value<string> | undefined;
}

interface TaskInvocationParameters {
  readonly automation_parameters?: AutomationParameters | readonly AutomationParameters[] | undefined;
  readonly lambda_parameters?: LambdaParameters | readonly LambdaParameters[] | undefined;
  readonly run_command_parameters?: RunCommandParameters | readonly RunCommandParameters[] | undefined;
  readonly step_functions_parameters?: StepFunctionsParameters | readonly StepFunctionsParameters[] | undefined;
}

interface SsmMaintenanceWindowTask {
  readonly cutoff_behavior?: Value<string> | undefined;
  readonly description?: Value<string> | undefined;
  readonly max_concurrency?: Value<string> | undefined;
  readonly max_errors?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly priority?: Value<number> | undefined;
  readonly service_role_arn?: Value<string> | undefined;
  readonly task_arn: Value<string>;
  readonly task_type: Value<string>;
  readonly window_id: Value<string>;
  readonly targets?: RunCommandTargets | readonly RunCommandTargets[] | undefined;
  readonly task_invocation_parameters?: TaskInvocationParameters | readonly TaskInvocationParameters[] | undefined;
}

interface AutomationParametersOutputs {
  readonly document_version: Ref<string>;
  readonly parameter: RefSet<CostFilterOutputs>;
}

interface LambdaParametersOutputs {
  readonly client_context: Ref<string>;
  readonly payload: Ref<string>;
  readonly qualifier: Ref<string>;
}

interface CloudwatchConfigOutputs {
  readonly cloudwatch_log_group_name: Ref<string>;
  readonly cloudwatch_output_enabled: Ref<boolean>;
}

interface NotificationConfigOutputs {
  readonly notification_arn: Ref<string>;
  readonly notification_events: RefList<Ref<string>>;
  readonly notification_type: Ref<string>;
}

interface RunCommandParametersOutputs {
  readonly comment: Ref<string>;
  readonly document_hash: Ref<string>;
  readonly document_hash_type: Ref<string>;
  readonly document_version: Ref<string>;
  readonly output_s3_bucket: Ref<string>;
  readonly output_s3_key_prefix: Ref<string>;
  readonly service_role_arn: Ref<string>;
  readonly timeout_seconds: Ref<number>;
  readonly cloudwatch_config: RefList<CloudwatchConfigOutputs>;
  readonly notification_config: RefList<NotificationConfigOutputs>;
  readonly parameter: RefSet<CostFilterOutputs>;
}

interface StepFunctionsParametersOutputs {
  readonly input: Ref<string>;
  readonly name: Ref<string>;
}

interface TaskInvocationParametersOutputs {
  readonly automation_parameters: RefList<AutomationParametersOutputs>;
  readonly lambda_parameters: RefList<LambdaParametersOutputs>;
  readonly run_command_parameters: RefList<RunCommandParametersOutputs>;
  readonly step_functions_parameters: RefList<StepFunctionsParametersOutputs>;
}

interface SsmMaintenanceWindowTaskOutputs {
  readonly arn: Ref<string>;
  readonly cutoff_behavior: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly max_concurrency: Ref<string>;
  readonly max_errors: Ref<string>;
  readonly name: Ref<string>;
  readonly priority: Ref<number>;
  readonly service_role_arn: Ref<string>;
  readonly task_arn: Ref<string>;
  readonly task_type: Ref<string>;
  readonly window_id: Ref<string>;
  readonly window_task_id: Ref<string>;
  readonly targets: RefList<RunCommandTargetsOutputs>;
  readonly task_invocation_parameters: RefList<TaskInvocationParametersOutputs>;
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

interface ApprovalRule {
  readonly approve_after_days?: Value<number> | undefined;
  readonly approve_until_date?: Value<string> | undefined;
  readonly compliance_level?: Value<string> | undefined;
  readonly enable_non_security?: Value<boolean> | undefined;
  readonly patch_filter: RunCommandTargets | readonly RunCommandTargets[];
}

interface Source4 {
  readonly configuration: Value<string>;
  readonly name: Value<string>;
  readonly products: Value<readonly Value<string>[]>;
}

interface SsmPatchBaseline {
  readonly approved_patches?: Value<readonly Value<string>[]> | undefined;
  readonly approved_patches_compliance_level?: Value<string> | undefined;
  readonly approved_patches_enable_non_security?: Value<boolean> | undefined;
  readonly description?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly operating_system?: Value<string> | undefined;
  readonly rejected_patches?: Value<readonly Value<string>[]> | undefined;
  readonly rejected_patches_action?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly approval_rule?: ApprovalRule | readonly ApprovalRule[] | undefined;
  readonly global_filter?: RunCommandTargets | readonly RunCommandTargets[] | undefined;
  readonly source?: Source4 | readonly Source4[] | undefined;
}

interface ApprovalRuleOutputs {
  readonly approve_after_days: Ref<number>;
  readonly approve_until_date: Ref<string>;
  readonly compliance_level: Ref<string>;
  readonly enable_non_security: Ref<boolean>;
  readonly patch_filter: RefList<RunCommandTargetsOutputs>;
}

interface SourceOutputs4 {
  readonly configuration: Ref<string>;
  readonly name: Ref<string>;
  readonly products: RefList<Ref<string>>;
}

interface SsmPatchBaselineOutputs {
  readonly approved_patches: RefSet<Ref<string>>;
  readonly approved_patches_compliance_level: Ref<string>;
  readonly approved_patches_enable_non_security: Ref<boolean>;
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly json: Ref<string>;
  readonly name: Ref<string>;
  readonly operating_system: Ref<string>;
  readonly rejected_patches: RefSet<Ref<string>>;
  readonly rejected_patches_action: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly approval_rule: RefList<ApprovalRuleOutputs>;
  readonly global_filter: RefList<RunCommandTargetsOutputs>;
  readonly source: RefList<SourceOutputs4>;
}

interface SsmPatchGroup {
  readonly baseline_id: Value<string>;
  readonly patch_group: Value<string>;
}

interface SsmPatchGroupOutputs {
  readonly baseline_id: Ref<string>;
  readonly id: Ref<string>;
  readonly patch_group: Ref<string>;
}

interface S3Destination2 {
  readonly bucket_name: Value<string>;
  readonly kms_key_arn?: Value<string> | undefined;
  readonly prefix?: Value<string> | undefined;
  readonly region: Value<string>;
  readonly sync_format?: Value<string> | undefined;
}

interface SsmResourceDataSync {
  readonly name: Value<string>;
  readonly s3_destination: S3Destination2 | readonly S3Destination2[];
}

interface S3DestinationOutputs2 {
  readonly bucket_name: Ref<string>;
  readonly kms_key_arn: Ref<string>;
  readonly prefix: Ref<string>;
  readonly region: Ref<string>;
  readonly sync_format: Ref<string>;
}

interface SsmResourceDataSyncOutputs {
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly s3_destination: RefList<S3DestinationOutputs2>;
}

interface SsmServiceSetting {
  readonly setting_id: Value<string>;
  readonly setting_value: Value<string>;
}

interface SsmServiceSettingOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly setting_id: Ref<string>;
  readonly setting_value: Ref<string>;
  readonly status: Ref<string>;
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
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
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

interface VpcConfigOutputs6 {
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
  readonly vpc_config: RefList<VpcConfigOutputs6>;
}

interface SyntheticsGroup {
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface SyntheticsGroupOutputs {
  readonly arn: Ref<string>;
  readonly group_id: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface SyntheticsGroupAssociation {
  readonly canary_arn: Value<string>;
  readonly group_name: Value<string>;
}

interface SyntheticsGroupAssociationOutputs {
  readonly canary_arn: Ref<string>;
  readonly group_arn: Ref<string>;
  readonly group_id: Ref<string>;
  readonly group_name: Ref<string>;
  readonly id: Ref<string>;
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

interface VpcBlockPublicAccessExclusion {
  readonly internet_gateway_exclusion_mode: Value<string>;
  readonly subnet_id?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface VpcBlockPublicAccessExclusionOutputs {
  readonly id: Ref<string>;
  readonly internet_gateway_exclusion_mode: Ref<string>;
  readonly resource_arn: Ref<string>;
  readonly subnet_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface VpcBlockPublicAccessOptions {
  readonly internet_gateway_block_mode: Value<string>;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface VpcBlockPublicAccessOptionsOutputs {
  readonly aws_account_id: Ref<string>;
  readonly aws_region: Ref<string>;
  readonly id: Ref<string>;
  readonly internet_gateway_block_mode: Ref<string>;
}

interface VpcDhcpOptions {
  readonly domain_name?: Value<string> | undefined;
  readonly domain_name_servers?: Value<readonly Value<string>[]> | undefined;
  readonly ipv6_address_preferred_lease_time?: Value<string> | undefined;
  readonly netbios_name_servers?: Value<readonly Value<string>[]> | undefined;
  readonly netbios_node_type?: Value<string> | undefined;
  readonly ntp_servers?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface VpcDhcpOptionsOutputs {
  readonly arn: Ref<string>;
  readonly domain_name: Ref<string>;
  readonly domain_name_servers: RefList<Ref<string>>;
  readonly id: Ref<string>;
  readonly ipv6_address_preferred_lease_time: Ref<string>;
  readonly netbios_name_servers: RefList<Ref<string>>;
  readonly netbios_node_type: Ref<string>;
  readonly ntp_servers: RefList<Ref<string>>;
  readonly owner_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface VpcDhcpOptionsAssociation {
  readonly dhcp_options_id: Value<string>;
  readonly vpc_id: Value<string>;
}

interface VpcDhcpOptionsAssociationOutputs {
  readonly dhcp_options_id: Ref<string>;
  readonly id: Ref<string>;
  readonly vpc_id: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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

interface VpcEndpointConnectionAccepter {
  readonly vpc_endpoint_id: Value<string>;
  readonly vpc_endpoint_service_id: Value<string>;
}

interface VpcEndpointConnectionAccepterOutputs {
  readonly id: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
  readonly vpc_endpoint_service_id: Ref<string>;
  readonly vpc_endpoint_state: Ref<string>;
}

interface VpcEndpointConnectionNotification {
  readonly connection_events: Value<readonly Value<string>[]>;
  readonly connection_notification_arn: Value<string>;
  readonly vpc_endpoint_id?: Value<string> | undefined;
  readonly vpc_endpoint_service_id?: Value<string> | undefined;
}

interface VpcEndpointConnectionNotificationOutputs {
  readonly connection_events: RefSet<Ref<string>>;
  readonly connection_notification_arn: Ref<string>;
  readonly id: Ref<string>;
  readonly notification_type: Ref<string>;
  readonly state: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
  readonly vpc_endpoint_service_id: Ref<string>;
}

interface VpcEndpointPolicy {
  readonly policy?: Value<string> | undefined;
  readonly vpc_endpoint_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface VpcEndpointPolicyOutputs {
  readonly id: Ref<string>;
  readonly policy: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
}

interface VpcEndpointPrivateDns {
  readonly private_dns_enabled: Value<boolean>;
  readonly vpc_endpoint_id: Value<string>;
}

interface VpcEndpointPrivateDnsOutputs {
  readonly private_dns_enabled: Ref<boolean>;
  readonly vpc_endpoint_id: Ref<string>;
}

interface VpcEndpointRouteTableAssociation {
  readonly route_table_id: Value<string>;
  readonly vpc_endpoint_id: Value<string>;
}

interface VpcEndpointRouteTableAssociationOutputs {
  readonly id: Ref<string>;
  readonly route_table_id: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
}

interface VpcEndpointSecurityGroupAssociation {
  readonly replace_default_association?: Value<boolean> | undefined;
  readonly security_group_id: Value<string>;
  readonly vpc_endpoint_id: Value<string>;
}

interface VpcEndpointSecurityGroupAssociationOutputs {
  readonly id: Ref<string>;
  readonly replace_default_association: Ref<boolean>;
  readonly security_group_id: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
}

interface VpcEndpointService {
  readonly acceptance_required: Value<boolean>;
  readonly allowed_principals?: Value<readonly Value<string>[]> | undefined;
  readonly gateway_load_balancer_arns?: Value<readonly Value<string>[]> | undefined;
  readonly network_load_balancer_arns?: Value<readonly Value<string>[]> | undefined;
  readonly private_dns_name?: Value<string> | undefined;
  readonly supported_ip_address_types?: Value<readonly Value<string>[]> | undefined;
  readonly supported_regions?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface PrivateDnsNameConfigurationOutputs {
  readonly name: Ref<string>;
  readonly state: Ref<string>;
  readonly type: Ref<string>;
  readonly value: Ref<string>;
}

interface VpcEndpointServiceOutputs {
  readonly acceptance_required: Ref<boolean>;
  readonly allowed_principals: RefSet<Ref<string>>;
  readonly arn: Ref<string>;
  readonly availability_zones: RefSet<Ref<string>>;
  readonly base_endpoint_dns_names: RefSet<Ref<string>>;
  readonly gateway_load_balancer_arns: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly manages_vpc_endpoints: Ref<boolean>;
  readonly network_load_balancer_arns: RefSet<Ref<string>>;
  readonly private_dns_name: Ref<string>;
  readonly private_dns_name_configuration: RefList<PrivateDnsNameConfigurationOutputs>;
  readonly service_name: Ref<string>;
  readonly service_type: Ref<string>;
  readonly state: Ref<string>;
  readonly supported_ip_address_types: RefSet<Ref<string>>;
  readonly supported_regions: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface VpcEndpointServiceAllowedPrincipal {
  readonly principal_arn: Value<string>;
  readonly vpc_endpoint_service_id: Value<string>;
}

interface VpcEndpointServiceAllowedPrincipalOutputs {
  readonly id: Ref<string>;
  readonly principal_arn: Ref<string>;
  readonly vpc_endpoint_service_id: Ref<string>;
}

interface VpcEndpointServicePrivateDnsVerification {
  readonly service_id: Value<string>;
  readonly wait_for_verification?: Value<boolean> | undefined;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
}

interface VpcEndpointServicePrivateDnsVerificationOutputs {
  readonly service_id: Ref<string>;
  readonly wait_for_verification: Ref<boolean>;
}

interface VpcEndpointSubnetAssociation {
  readonly subnet_id: Value<string>;
  readonly vpc_endpoint_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface VpcEndpointSubnetAssociationOutputs {
  readonly id: Ref<string>;
  readonly subnet_id: Ref<string>;
  readonly vpc_endpoint_id: Ref<string>;
}

interface VpcIpv4CidrBlockAssociation {
  readonly cidr_block?: Value<string> | undefined;
  readonly ipv4_ipam_pool_id?: Value<string> | undefined;
  readonly ipv4_netmask_length?: Value<number> | undefined;
  readonly vpc_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface VpcIpv4CidrBlockAssociationOutputs {
  readonly cidr_block: Ref<string>;
  readonly id: Ref<string>;
  readonly ipv4_ipam_pool_id: Ref<string>;
  readonly ipv4_netmask_length: Ref<number>;
  readonly vpc_id: Ref<string>;
}

interface VpcIpv6CidrBlockAssociation {
  readonly assign_generated_ipv6_cidr_block?: Value<boolean> | undefined;
  readonly ipv6_cidr_block?: Value<string> | undefined;
  readonly ipv6_ipam_pool_id?: Value<string> | undefined;
  readonly ipv6_netmask_length?: Value<number> | undefined;
  readonly ipv6_pool?: Value<string> | undefined;
  readonly vpc_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface VpcIpv6CidrBlockAssociationOutputs {
  readonly assign_generated_ipv6_cidr_block: Ref<boolean>;
  readonly id: Ref<string>;
  readonly ip_source: Ref<string>;
  readonly ipv6_address_attribute: Ref<string>;
  readonly ipv6_cidr_block: Ref<string>;
  readonly ipv6_ipam_pool_id: Ref<string>;
  readonly ipv6_netmask_length: Ref<number>;
  readonly ipv6_pool: Ref<string>;
  readonly vpc_id: Ref<string>;
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
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
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
  readonly timeouts?: Timeouts2 | readonly Timeouts2[] | undefined;
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

interface VpcRouteServer {
  readonly amazon_side_asn: Value<number>;
  readonly persist_routes?: Value<string> | undefined;
  readonly persist_routes_duration?: Value<number> | undefined;
  readonly sns_notifications_enabled?: Value<boolean> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts | readonly Timeouts[] | undefined;
}

interface VpcRouteServerOutputs {
  readonly amazon_side_asn: Ref<number>;
  readonly arn: Ref<string>;
  readonly persist_routes: Ref<string>;
  readonly persist_routes_duration: Ref<number>;
  readonly route_server_id: Ref<string>;
  readonly sns_notifications_enabled: Ref<boolean>;
  readonly sns_topic_arn: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface VpcRouteServerEndpoint {
  readonly route_server_id: Value<string>;
  readonly subnet_id: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface VpcRouteServerEndpointOutputs {
  readonly arn: Ref<string>;
  readonly eni_address: Ref<string>;
  readonly eni_id: Ref<string>;
  readonly route_server_endpoint_id: Ref<string>;
  readonly route_server_id: Ref<string>;
  readonly subnet_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface BgpOptions {
  readonly peer_asn: Value<number>;
  readonly peer_liveness_detection?: Value<string> | undefined;
}

interface VpcRouteServerPeer {
  readonly peer_address: Value<string>;
  readonly route_server_endpoint_id: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly bgp_options?: BgpOptions | readonly BgpOptions[] | undefined;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface BgpOptionsOutputs {
  readonly peer_asn: Ref<number>;
  readonly peer_liveness_detection: Ref<string>;
}

interface VpcRouteServerPeerOutputs {
  readonly arn: Ref<string>;
  readonly endpoint_eni_address: Ref<string>;
  readonly endpoint_eni_id: Ref<string>;
  readonly peer_address: Ref<string>;
  readonly route_server_endpoint_id: Ref<string>;
  readonly route_server_id: Ref<string>;
  readonly route_server_peer_id: Ref<string>;
  readonly subnet_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly bgp_options: RefList<BgpOptionsOutputs>;
}

interface VpcRouteServerPropagation {
  readonly route_server_id: Value<string>;
  readonly route_table_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface VpcRouteServerPropagationOutputs {
  readonly route_server_id: Ref<string>;
  readonly route_table_id: Ref<string>;
}

interface VpcRouteServerVpcAssociation {
  readonly route_server_id: Value<string>;
  readonly vpc_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface VpcRouteServerVpcAssociationOutputs {
  readonly route_server_id: Ref<string>;
  readonly vpc_id: Ref<string>;
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

interface VpcSecurityGroupVpcAssociation {
  readonly security_group_id: Value<string>;
  readonly vpc_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface VpcSecurityGroupVpcAssociationOutputs {
  readonly security_group_id: Ref<string>;
  readonly state: Ref<string>;
  readonly vpc_id: Ref<string>;
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

interface VpnConnectionRoute {
  readonly destination_cidr_block: Value<string>;
  readonly vpn_connection_id: Value<string>;
}

interface VpnConnectionRouteOutputs {
  readonly destination_cidr_block: Ref<string>;
  readonly id: Ref<string>;
  readonly vpn_connection_id: Ref<string>;
}

interface VpnGateway {
  readonly amazon_side_asn?: Value<string> | undefined;
  readonly availability_zone?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
}

interface VpnGatewayOutputs {
  readonly amazon_side_asn: Ref<string>;
  readonly arn: Ref<string>;
  readonly availability_zone: Ref<string>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly vpc_id: Ref<string>;
}

interface VpnGatewayRoutePropagation {
  readonly route_table_id: Value<string>;
  readonly vpn_gateway_id: Value<string>;
  readonly timeouts?: Timeouts5 | readonly Timeouts5[] | undefined;
}

interface VpnGatewayRoutePropagationOutputs {
  readonly id: Ref<string>;
  readonly route_table_id: Ref<string>;
  readonly vpn_gateway_id: Ref<string>;
}

interface Wafv2IpSet {
  readonly addresses?: Value<readonly Value<string>[]> | undefined;
  readonly description?: Value<string> | undefined;
  readonly ip_address_version: Value<string>;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly scope: "CLOUDFRONT" | "REGIONAL" | Ref<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface Wafv2IpSetOutputs {
  readonly addresses: RefSet<Ref<string>>;
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly ip_address_version: Ref<string>;
  readonly lock_token: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly scope: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
}

interface RegularExpression {
  readonly regex_string: Value<string>;
}

interface Wafv2RegexPatternSet {
  readonly description?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly scope: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly regular_expression?: RegularExpression | readonly RegularExpression[] | undefined;
}

interface RegularExpressionOutputs {
  readonly regex_string: Ref<string>;
}

interface Wafv2RegexPatternSetOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly lock_token: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly scope: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly regular_expression: RefSet<RegularExpressionOutputs>;
}

interface CustomResponseBody {
  readonly content: Value<string>;
  readonly content_type: Value<string>;
  readonly key: Value<string>;
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

interface Action2 {
  readonly allow?: Allow | readonly Allow[] | undefined;
  readonly block?: Block | readonly Block[] | undefined;
  readonly captcha?: Allow | readonly Allow[] | undefined;
  readonly challenge?: Allow | readonly Allow[] | undefined;
  readonly count?: Allow | readonly Allow[] | undefined;
}

interface ImmunityTimeProperty {
  readonly immunity_time?: Value<number> | undefined;
}

interface CaptchaConfig {
  readonly immunity_time_property?: ImmunityTimeProperty | readonly ImmunityTimeProperty[] | undefined;
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

interface Body2 {
  readonly oversize_handling?: Value<string> | undefined;
}

interface MatchPattern {
  readonly excluded_cookies?: Value<readonly Value<string>[]> | undefined;
  readonly included_cookies?: Value<readonly Value<string>[]> | undefined;
  readonly all?: SimplePrefix | readonly SimplePrefix[] | undefined;
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
  readonly all?: SimplePrefix | readonly SimplePrefix[] | undefined;
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
  readonly all?: SimplePrefix | readonly SimplePrefix[] | undefined;
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
  readonly all_query_arguments?: SimplePrefix | readonly SimplePrefix[] | undefined;
  readonly body?: Body2 | readonly Body2[] | undefined;
  readonly cookies?: Cookies3 | readonly Cookies3[] | undefined;
  readonly header_order?: HeaderOrder | readonly HeaderOrder[] | undefined;
  readonly headers?: Headers | readonly Headers[] | undefined;
  readonly ja3_fingerprint?: Ja3Fingerprint | readonly Ja3Fingerprint[] | undefined;
  readonly ja4_fingerprint?: Ja3Fingerprint | readonly Ja3Fingerprint[] | undefined;
  readonly json_body?: JsonBody | readonly JsonBody[] | undefined;
  readonly method?: SimplePrefix | readonly SimplePrefix[] | undefined;
  readonly query_string?: SimplePrefix | readonly SimplePrefix[] | undefined;
  readonly single_header?: RuleLabel | readonly RuleLabel[] | undefined;
  readonly single_query_argument?: RuleLabel | readonly RuleLabel[] | undefined;
  readonly uri_fragment?: UriFragment | readonly UriFragment[] | undefined;
  readonly uri_path?: SimplePrefix | readonly SimplePrefix[] | undefined;
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
  readonly forwarded_ip?: SimplePrefix | readonly SimplePrefix[] | undefined;
  readonly header?: Cookie | readonly Cookie[] | undefined;
  readonly http_method?: SimplePrefix | readonly SimplePrefix[] | undefined;
  readonly ip?: SimplePrefix | readonly SimplePrefix[] | undefined;
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

interface Statement4 {
  readonly and_statement?: AndStatement3 | readonly AndStatement3[] | undefined;
  readonly asn_match_statement?: AsnMatchStatement | readonly AsnMatchStatement[] | undefined;
  readonly byte_match_statement?: ByteMatchStatement | readonly ByteMatchStatement[] | undefined;
  readonly geo_match_statement?: GeoMatchStatement | readonly GeoMatchStatement[] | undefined;
  readonly ip_set_reference_statement?: IpSetReferenceStatement | readonly IpSetReferenceStatement[] | undefined;
  readonly label_match_statement?: LabelMatchStatement | readonly LabelMatchStatement[] | undefined;
  readonly not_statement?: AndStatement3 | readonly AndStatement3[] | undefined;
  readonly or_statement?: AndStatement3 | readonly AndStatement3[] | undefined;
  readonly rate_based_statement?: RateBasedStatement | readonly RateBasedStatement[] | undefined;
  readonly regex_match_statement?: RegexMatchStatement | readonly RegexMatchStatement[] | undefined;
  readonly regex_pattern_set_reference_statement?: RegexPatternSetReferenceStatement | readonly RegexPatternSetReferenceStatement[] | undefined;
  readonly size_constraint_statement?: SizeConstraintStatement | readonly SizeConstraintStatement[] | undefined;
  readonly sqli_match_statement?: SqliMatchStatement | readonly SqliMatchStatement[] | undefined;
  readonly xss_match_statement?: XssMatchStatement | readonly XssMatchStatement[] | undefined;
}

interface VisibilityConfig {
  readonly cloudwatch_metrics_enabled: Value<boolean>;
  readonly metric_name: Value<string>;
  readonly sampled_requests_enabled: Value<boolean>;
}

interface Rule10 {
  readonly name: Value<string>;
  readonly priority: Value<number>;
  readonly action: Action2 | readonly Action2[];
  readonly captcha_config?: CaptchaConfig | readonly CaptchaConfig[] | undefined;
  readonly rule_label?: RuleLabel | readonly RuleLabel[] | undefined;
  readonly statement: Statement4 | readonly Statement4[];
  readonly visibility_config: VisibilityConfig | readonly VisibilityConfig[];
}

interface Wafv2RuleGroup {
  readonly capacity: Value<number>;
  readonly description?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly name_prefix?: Value<string> | undefined;
  readonly scope: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly custom_response_body?: CustomResponseBody | readonly CustomResponseBody[] | undefined;
  readonly rule?: Rule10 | readonly Rule10[] | undefined;
  readonly visibility_config: VisibilityConfig | readonly VisibilityConfig[];
}

interface CustomResponseBodyOutputs {
  readonly content: Ref<string>;
  readonly content_type: Ref<string>;
  readonly key: Ref<string>;
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

interface ActionOutputs2 {
  readonly allow: RefList<AllowOutputs>;
  readonly block: RefList<BlockOutputs>;
  readonly captcha: RefList<AllowOutputs>;
  readonly challenge: RefList<AllowOutputs>;
  readonly count: RefList<AllowOutputs>;
}

interface ImmunityTimePropertyOutputs {
  readonly immunity_time: Ref<number>;
}

interface CaptchaConfigOutputs {
  readonly immunity_time_property: RefList<ImmunityTimePropertyOutputs>;
}

interface ForwardedIpConfigOutputs {
  readonly fallback_behavior: Ref<string>;
  readonly header_name: Ref<string>;
}

interface AsnMatchStatementOutputs {
  readonly asn_list: RefList<Ref<number>>;
  readonly forwarded_ip_config: RefList<ForwardedIpConfigOutputs>;
}

interface BodyOutputs2 {
  readonly oversize_handling: Ref<string>;
}

interface MatchPatternOutputs {
  readonly excluded_cookies: RefList<Ref<string>>;
  readonly included_cookies: RefList<Ref<string>>;
  readonly all: RefList<SimplePrefix>;
}

interface CookiesOutputs3 {
  readonly match_scope: Ref<string>;
  readonly oversize_handling: Ref<string>;
  readonly match_pattern: RefList<MatchPatternOutputs>;
}

interface MatchPatternOutputs2 {
  readonly excluded_headers: RefList<Ref<string>>;
  readonly included_headers: RefList<Ref<string>>;
  readonly all: RefList<SimplePrefix>;
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
  readonly all: RefList<SimplePrefix>;
}

interface JsonBodyOutputs {
  readonly invalid_fallback_behavior: Ref<string>;
  readonly match_scope: Ref<string>;
  readonly oversize_handling: Ref<string>;
  readonly match_pattern: RefList<MatchPatternOutputs3>;
}

interface FieldToMatchOutputs {
  readonly all_query_arguments: RefList<SimplePrefix>;
  readonly body: RefList<BodyOutputs2>;
  readonly cookies: RefList<CookiesOutputs3>;
  readonly header_order: RefList<BodyOutputs2>;
  readonly headers: RefList<HeadersOutputs>;
  readonly ja3_fingerprint: RefList<Ja3FingerprintOutputs>;
  readonly ja4_fingerprint: RefList<Ja3FingerprintOutputs>;
  readonly json_body: RefList<JsonBodyOutputs>;
  readonly method: RefList<SimplePrefix>;
  readonly query_string: RefList<SimplePrefix>;
  readonly single_header: RefList<AutoscalingGroupsOutputs>;
  readonly single_query_argument: RefList<AutoscalingGroupsOutputs>;
  readonly uri_fragment: RefList<Ja3FingerprintOutputs>;
  readonly uri_path: RefList<SimplePrefix>;
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
  readonly forwarded_ip: RefList<SimplePrefix>;
  readonly header: RefList<CookieOutputs>;
  readonly http_method: RefList<SimplePrefix>;
  readonly ip: RefList<SimplePrefix>;
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

interface StatementOutputs4 {
  readonly and_statement: RefList<AndStatementOutputs3>;
  readonly asn_match_statement: RefList<AsnMatchStatementOutputs>;
  readonly byte_match_statement: RefList<ByteMatchStatementOutputs>;
  readonly geo_match_statement: RefList<GeoMatchStatementOutputs>;
  readonly ip_set_reference_statement: RefList<IpSetReferenceStatementOutputs>;
  readonly label_match_statement: RefList<LabelMatchStatementOutputs>;
  readonly not_statement: RefList<AndStatementOutputs3>;
  readonly or_statement: RefList<AndStatementOutputs3>;
  readonly rate_based_statement: RefList<RateBasedStatementOutputs>;
  readonly regex_match_statement: RefList<RegexMatchStatementOutputs>;
  readonly regex_pattern_set_reference_statement: RefList<RegexPatternSetReferenceStatementOutputs>;
  readonly size_constraint_statement: RefList<SizeConstraintStatementOutputs>;
  readonly sqli_match_statement: RefList<SqliMatchStatementOutputs>;
  readonly xss_match_statement: RefList<XssMatchStatementOutputs>;
}

interface VisibilityConfigOutputs {
  readonly cloudwatch_metrics_enabled: Ref<boolean>;
  readonly metric_name: Ref<string>;
  readonly sampled_requests_enabled: Ref<boolean>;
}

interface RuleOutputs10 {
  readonly name: Ref<string>;
  readonly priority: Ref<number>;
  readonly action: RefList<ActionOutputs2>;
  readonly captcha_config: RefList<CaptchaConfigOutputs>;
  readonly rule_label: RefSet<AutoscalingGroupsOutputs>;
  readonly statement: RefList<StatementOutputs4>;
  readonly visibility_config: RefList<VisibilityConfigOutputs>;
}

interface Wafv2RuleGroupOutputs {
  readonly arn: Ref<string>;
  readonly capacity: Ref<number>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly lock_token: Ref<string>;
  readonly name: Ref<string>;
  readonly name_prefix: Ref<string>;
  readonly scope: Ref<string>;
  readonly tags: RefMap<string>;
  readonly tags_all: RefMap<string>;
  readonly custom_response_body: RefSet<CustomResponseBodyOutputs>;
  readonly rule: RefSet<RuleOutputs10>;
  readonly visibility_config: RefList<VisibilityConfigOutputs>;
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

interface DefaultAction2 {
  readonly allow?: Allow | readonly Allow[] | undefined;
  readonly block?: Block | readonly Block[] | undefined;
}

interface OverrideAction {
  readonly count?: SimplePrefix | readonly SimplePrefix[] | undefined;
  readonly none?: SimplePrefix | readonly SimplePrefix[] | undefined;
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

interface RuleGroupReferenceStatement {
  readonly arn: Value<string>;
  readonly rule_action_override?: RuleActionOverride | readonly RuleActionOverride[] | undefined;
}

interface Statement5 {
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

interface Rule11 {
  readonly name: Value<string>;
  readonly priority: Value<number>;
  readonly action?: Action2 | readonly Action2[] | undefined;
  readonly captcha_config?: CaptchaConfig | readonly CaptchaConfig[] | undefined;
  readonly challenge_config?: CaptchaConfig | readonly CaptchaConfig[] | undefined;
  readonly override_action?: OverrideAction | readonly OverrideAction[] | undefined;
  readonly rule_label?: RuleLabel | readonly RuleLabel[] | undefined;
  readonly statement: Statement5 | readonly Statement5[];
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
  readonly rule?: Rule11 | readonly Rule11[] | undefined;
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

interface DefaultActionOutputs2 {
  readonly allow: RefList<AllowOutputs>;
  readonly block: RefList<BlockOutputs>;
}

interface OverrideActionOutputs {
  readonly count: RefList<SimplePrefix>;
  readonly none: RefList<SimplePrefix>;
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

interface RuleGroupReferenceStatementOutputs {
  readonly arn: Ref<string>;
  readonly rule_action_override: RefList<RuleActionOverrideOutputs>;
}

interface StatementOutputs5 {
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

interface RuleOutputs11 {
  readonly name: Ref<string>;
  readonly priority: Ref<number>;
  readonly action: RefList<ActionOutputs2>;
  readonly captcha_config: RefList<CaptchaConfigOutputs>;
  readonly challenge_config: RefList<CaptchaConfigOutputs>;
  readonly override_action: RefList<OverrideActionOutputs>;
  readonly rule_label: RefSet<AutoscalingGroupsOutputs>;
  readonly statement: RefList<StatementOutputs5>;
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
  readonly rule: RefSet<RuleOutputs11>;
  readonly visibility_config: RefList<VisibilityConfigOutputs>;
}

interface Wafv2WebAclAssociation {
  readonly resource_arn: Value<string>;
  readonly web_acl_arn: Value<string>;
  readonly timeouts?: Timeouts3 | readonly Timeouts3[] | undefined;
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

interface Filter9 {
  readonly behavior: Value<string>;
  readonly requirement: Value<string>;
  readonly condition: Condition3 | readonly Condition3[];
}

interface LoggingFilter {
  readonly default_behavior: Value<string>;
  readonly filter: Filter9 | readonly Filter9[];
}

interface RedactedFields {
  readonly method?: SimplePrefix | readonly SimplePrefix[] | undefined;
  readonly query_string?: SimplePrefix | readonly SimplePrefix[] | undefined;
  readonly single_header?: RuleLabel | readonly RuleLabel[] | undefined;
  readonly uri_path?: SimplePrefix | readonly SimplePrefix[] | undefined;
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

interface FilterOutputs9 {
  readonly behavior: Ref<string>;
  readonly requirement: Ref<string>;
  readonly condition: RefSet<ConditionOutputs3>;
}

interface LoggingFilterOutputs {
  readonly default_behavior: Ref<string>;
  readonly filter: RefSet<FilterOutputs9>;
}

interface RedactedFieldsOutputs {
  readonly method: RefList<SimplePrefix>;
  readonly query_string: RefList<SimplePrefix>;
  readonly single_header: RefList<AutoscalingGroupsOutputs>;
  readonly uri_path: RefList<SimplePrefix>;
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

interface Timeouts11 {
  readonly read?: Value<string> | undefined;
}

interface DataAmi {
  readonly executable_users?: Value<readonly Value<string>[]> | undefined;
  readonly include_deprecated?: Value<boolean> | undefined;
  readonly most_recent?: Value<boolean> | undefined;
  readonly name_regex?: Value<string> | undefined;
  readonly owners?: Value<readonly Value<string>[]> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly uefi_data?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface BlockDeviceMappingsOutputs2 {
  readonly device_name: Ref<string>;
  readonly ebs: RefMap<string>;
  readonly no_device: Ref<string>;
  readonly virtual_name: Ref<string>;
}

interface ProductCodesOutputs {
  readonly product_code_id: Ref<string>;
  readonly product_code_type: Ref<string>;
}

interface FilterOutputs10 {
  readonly name: Ref<string>;
  readonly values: RefSet<Ref<string>>;
}

interface DataAmiOutputs {
  readonly architecture: Ref<string>;
  readonly arn: Ref<string>;
  readonly block_device_mappings: RefSet<BlockDeviceMappingsOutputs2>;
  readonly boot_mode: Ref<string>;
  readonly creation_date: Ref<string>;
  readonly deprecation_time: Ref<string>;
  readonly description: Ref<string>;
  readonly ena_support: Ref<boolean>;
  readonly executable_users: RefList<Ref<string>>;
  readonly hypervisor: Ref<string>;
  readonly id: Ref<string>;
  readonly image_id: Ref<string>;
  readonly image_location: Ref<string>;
  readonly image_owner_alias: Ref<string>;
  readonly image_type: Ref<string>;
  readonly imds_support: Ref<string>;
  readonly include_deprecated: Ref<boolean>;
  readonly kernel_id: Ref<string>;
  readonly last_launched_time: Ref<string>;
  readonly most_recent: Ref<boolean>;
  readonly name: Ref<string>;
  readonly name_regex: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly owners: RefList<Ref<string>>;
  readonly platform: Ref<string>;
  readonly platform_details: Ref<string>;
  readonly product_codes: RefSet<ProductCodesOutputs>;
  readonly public: Ref<boolean>;
  readonly ramdisk_id: Ref<string>;
  readonly root_device_name: Ref<string>;
  readonly root_device_type: Ref<string>;
  readonly root_snapshot_id: Ref<string>;
  readonly sriov_net_support: Ref<string>;
  readonly state: Ref<string>;
  readonly state_reason: RefMap<string>;
  readonly tags: RefMap<string>;
  readonly tpm_support: Ref<string>;
  readonly uefi_data: Ref<string>;
  readonly usage_operation: Ref<string>;
  readonly virtualization_type: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataAutoscalingGroups {
  readonly names?: Value<readonly Value<string>[]> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
}

interface DataAutoscalingGroupsOutputs {
  readonly arns: RefList<Ref<string>>;
  readonly id: Ref<string>;
  readonly names: RefList<Ref<string>>;
  readonly filter: RefSet<CostFilterOutputs>;
}

interface DataAvailabilityZones {
  readonly all_availability_zones?: Value<boolean> | undefined;
  readonly exclude_names?: Value<readonly Value<string>[]> | undefined;
  readonly exclude_zone_ids?: Value<readonly Value<string>[]> | undefined;
  readonly state?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataAvailabilityZonesOutputs {
  readonly all_availability_zones: Ref<boolean>;
  readonly exclude_names: RefSet<Ref<string>>;
  readonly exclude_zone_ids: RefSet<Ref<string>>;
  readonly group_names: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly names: RefList<Ref<string>>;
  readonly state: Ref<string>;
  readonly zone_ids: RefList<Ref<string>>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataBackupVaultOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_arn: Ref<string>;
  readonly name: Ref<string>;
  readonly recovery_points: Ref<number>;
  readonly tags: RefMap<string>;
}

interface DataCallerIdentityOutputs {
  readonly account_id: Ref<string>;
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly user_id: Ref<string>;
}

interface DataCloudfrontCachePolicy {
  readonly name?: Value<string> | undefined;
}

interface ParametersInCacheKeyAndForwardedToOriginOutputs2 {
  readonly cookies_config: RefList<CookiesConfigOutputs>;
  readonly enable_accept_encoding_brotli: Ref<boolean>;
  readonly enable_accept_encoding_gzip: Ref<boolean>;
  readonly headers_config: RefList<HeadersConfigOutputs>;
  readonly query_strings_config: RefList<QueryStringsConfigOutputs>;
}

interface DataCloudfrontCachePolicyOutputs {
  readonly arn: Ref<string>;
  readonly comment: Ref<string>;
  readonly default_ttl: Ref<number>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly max_ttl: Ref<number>;
  readonly min_ttl: Ref<number>;
  readonly name: Ref<string>;
  readonly parameters_in_cache_key_and_forwarded_to_origin: RefList<ParametersInCacheKeyAndForwardedToOriginOutputs2>;
}

interface DataCloudfrontLogDeliveryCanonicalUserId {
  readonly region?: Value<string> | undefined;
}

interface DataCloudfrontLogDeliveryCanonicalUserIdOutputs {
  readonly id: Ref<string>;
  readonly region: Ref<string>;
}

interface DataCloudfrontOriginRequestPolicyOutputs {
  readonly arn: Ref<string>;
  readonly comment: Ref<string>;
  readonly cookies_config: RefList<CookiesConfigOutputs>;
  readonly etag: Ref<string>;
  readonly headers_config: RefList<HeadersConfigOutputs>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly query_strings_config: RefList<QueryStringsConfigOutputs>;
}

interface CorsConfigOutputs2 {
  readonly access_control_allow_credentials: Ref<boolean>;
  readonly access_control_allow_headers: RefList<CookiesOutputs>;
  readonly access_control_allow_methods: RefList<CookiesOutputs>;
  readonly access_control_allow_origins: RefList<CookiesOutputs>;
  readonly access_control_expose_headers: RefList<CookiesOutputs>;
  readonly access_control_max_age_sec: Ref<number>;
  readonly origin_override: Ref<boolean>;
}

interface DataCloudfrontResponseHeadersPolicyOutputs {
  readonly arn: Ref<string>;
  readonly comment: Ref<string>;
  readonly cors_config: RefList<CorsConfigOutputs2>;
  readonly custom_headers_config: RefList<CustomHeadersConfigOutputs>;
  readonly etag: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly remove_headers_config: RefList<RemoveHeadersConfigOutputs>;
  readonly security_headers_config: RefList<SecurityHeadersConfigOutputs>;
  readonly server_timing_headers_config: RefList<ServerTimingHeadersConfigOutputs>;
}

interface DataCloudwatchLogGroupOutputs {
  readonly arn: Ref<string>;
  readonly creation_time: Ref<number>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly log_group_class: Ref<string>;
  readonly name: Ref<string>;
  readonly retention_in_days: Ref<number>;
  readonly tags: RefMap<string>;
}

interface DataCodecommitRepository {
  readonly repository_name: Value<string>;
}

interface DataCodecommitRepositoryOutputs {
  readonly arn: Ref<string>;
  readonly clone_url_http: Ref<string>;
  readonly clone_url_ssh: Ref<string>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly repository_id: Ref<string>;
  readonly repository_name: Ref<string>;
}

interface DataDbInstance {
  readonly db_instance_identifier?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface DataDbInstanceOutputs {
  readonly address: Ref<string>;
  readonly allocated_storage: Ref<number>;
  readonly auto_minor_version_upgrade: Ref<boolean>;
  readonly availability_zone: Ref<string>;
  readonly backup_retention_period: Ref<number>;
  readonly ca_cert_identifier: Ref<string>;
  readonly database_insights_mode: Ref<string>;
  readonly db_cluster_identifier: Ref<string>;
  readonly db_instance_arn: Ref<string>;
  readonly db_instance_class: Ref<string>;
  readonly db_instance_identifier: Ref<string>;
  readonly db_instance_port: Ref<number>;
  readonly db_name: Ref<string>;
  readonly db_parameter_groups: RefList<Ref<string>>;
  readonly db_subnet_group: Ref<string>;
  readonly enabled_cloudwatch_logs_exports: RefList<Ref<string>>;
  readonly endpoint: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly hosted_zone_id: Ref<string>;
  readonly id: Ref<string>;
  readonly iops: Ref<number>;
  readonly kms_key_id: Ref<string>;
  readonly license_model: Ref<string>;
  readonly master_user_secret: RefList<MasterUserSecretOutputs>;
  readonly master_username: Ref<string>;
  readonly max_allocated_storage: Ref<number>;
  readonly monitoring_interval: Ref<number>;
  readonly monitoring_role_arn: Ref<string>;
  readonly multi_az: Ref<boolean>;
  readonly network_type: Ref<string>;
  readonly option_group_memberships: RefList<Ref<string>>;
  readonly port: Ref<number>;
  readonly preferred_backup_window: Ref<string>;
  readonly preferred_maintenance_window: Ref<string>;
  readonly publicly_accessible: Ref<boolean>;
  readonly replicate_source_db: Ref<string>;
  readonly resource_id: Ref<string>;
  readonly storage_encrypted: Ref<boolean>;
  readonly storage_throughput: Ref<number>;
  readonly storage_type: Ref<string>;
  readonly tags: RefMap<string>;
  readonly timezone: Ref<string>;
  readonly vpc_security_groups: RefList<Ref<string>>;
}

interface DataDbProxyOutputs {
  readonly arn: Ref<string>;
  readonly auth: RefSet<AuthOutputs2>;
  readonly debug_logging: Ref<boolean>;
  readonly endpoint: Ref<string>;
  readonly engine_family: Ref<string>;
  readonly id: Ref<string>;
  readonly idle_client_timeout: Ref<number>;
  readonly name: Ref<string>;
  readonly require_tls: Ref<boolean>;
  readonly role_arn: Ref<string>;
  readonly vpc_id: Ref<string>;
  readonly vpc_security_group_ids: RefSet<Ref<string>>;
  readonly vpc_subnet_ids: RefSet<Ref<string>>;
}

interface DataDynamodbTable {
  readonly name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly server_side_encryption?: SimplePrefix | readonly SimplePrefix[] | undefined;
}

interface GlobalSecondaryIndexOutputs2 {
  readonly hash_key: Ref<string>;
  readonly name: Ref<string>;
  readonly non_key_attributes: RefList<Ref<string>>;
  readonly on_demand_throughput: RefList<OnDemandThroughputOutputs>;
  readonly projection_type: Ref<string>;
  readonly range_key: Ref<string>;
  readonly read_capacity: Ref<number>;
  readonly write_capacity: Ref<number>;
}

interface ReplicaOutputs4 {
  readonly kms_key_arn: Ref<string>;
  readonly region_name: Ref<string>;
}

interface DataDynamodbTableOutputs {
  readonly arn: Ref<string>;
  readonly attribute: RefSet<AttributeOutputs>;
  readonly billing_mode: Ref<string>;
  readonly deletion_protection_enabled: Ref<boolean>;
  readonly global_secondary_index: RefSet<GlobalSecondaryIndexOutputs2>;
  readonly hash_key: Ref<string>;
  readonly id: Ref<string>;
  readonly local_secondary_index: RefSet<LocalSecondaryIndexOutputs>;
  readonly name: Ref<string>;
  readonly on_demand_throughput: RefList<OnDemandThroughputOutputs>;
  readonly point_in_time_recovery: RefList<PointInTimeRecoveryOutputs>;
  readonly range_key: Ref<string>;
  readonly read_capacity: Ref<number>;
  readonly replica: RefSet<ReplicaOutputs4>;
  readonly stream_arn: Ref<string>;
  readonly stream_enabled: Ref<boolean>;
  readonly stream_label: Ref<string>;
  readonly stream_view_type: Ref<string>;
  readonly table_class: Ref<string>;
  readonly tags: RefMap<string>;
  readonly ttl: RefSet<TtlOutputs>;
  readonly write_capacity: Ref<number>;
  readonly server_side_encryption: RefList<ServerSideEncryptionOutputs>;
}

interface DataEc2ManagedPrefixList {
  readonly name?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataEc2ManagedPrefixListOutputs {
  readonly address_family: Ref<string>;
  readonly arn: Ref<string>;
  readonly entries: RefSet<EntryOutputs>;
  readonly id: Ref<string>;
  readonly max_entries: Ref<number>;
  readonly name: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly version: Ref<number>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataEc2TransitGateway {
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataEc2TransitGatewayOutputs {
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
  readonly transit_gateway_cidr_blocks: RefList<Ref<string>>;
  readonly vpn_ecmp_support: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataEc2TransitGatewayPeeringAttachmentOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly peer_account_id: Ref<string>;
  readonly peer_region: Ref<string>;
  readonly peer_transit_gateway_id: Ref<string>;
  readonly state: Ref<string>;
  readonly tags: RefMap<string>;
  readonly transit_gateway_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataEcrRepository {
  readonly name: Value<string>;
  readonly registry_id?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface DataEcrRepositoryOutputs {
  readonly arn: Ref<string>;
  readonly encryption_configuration: RefList<EncryptionConfigurationOutputs>;
  readonly id: Ref<string>;
  readonly image_scanning_configuration: RefList<ImageScanningConfigurationOutputs>;
  readonly image_tag_mutability: Ref<string>;
  readonly most_recent_image_tags: RefList<Ref<string>>;
  readonly name: Ref<string>;
  readonly registry_id: Ref<string>;
  readonly repository_url: Ref<string>;
  readonly tags: RefMap<string>;
}

interface DataEip {
  readonly public_ip?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataEipOutputs {
  readonly arn: Ref<string>;
  readonly association_id: Ref<string>;
  readonly carrier_ip: Ref<string>;
  readonly customer_owned_ip: Ref<string>;
  readonly customer_owned_ipv4_pool: Ref<string>;
  readonly domain: Ref<string>;
  readonly id: Ref<string>;
  readonly instance_id: Ref<string>;
  readonly ipam_pool_id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly network_interface_owner_id: Ref<string>;
  readonly private_dns: Ref<string>;
  readonly private_ip: Ref<string>;
  readonly ptr_record: Ref<string>;
  readonly public_dns: Ref<string>;
  readonly public_ip: Ref<string>;
  readonly public_ipv4_pool: Ref<string>;
  readonly tags: RefMap<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataEksAddonVersion {
  readonly addon_name: Value<string>;
  readonly kubernetes_version: Value<string>;
  readonly most_recent?: Value<boolean> | undefined;
}

interface DataEksAddonVersionOutputs {
  readonly addon_name: Ref<string>;
  readonly id: Ref<string>;
  readonly kubernetes_version: Ref<string>;
  readonly most_recent: Ref<boolean>;
  readonly version: Ref<string>;
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

interface DataEksClustersOutputs {
  readonly id: Ref<string>;
  readonly names: RefSet<Ref<string>>;
}

interface DataElasticacheReplicationGroup {
  readonly replication_group_id: Value<string>;
}

interface DataElasticacheReplicationGroupOutputs {
  readonly arn: Ref<string>;
  readonly auth_token_enabled: Ref<boolean>;
  readonly automatic_failover_enabled: Ref<boolean>;
  readonly cluster_mode: Ref<string>;
  readonly configuration_endpoint_address: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly log_delivery_configuration: RefSet<LogDeliveryConfigurationOutputs>;
  readonly member_clusters: RefSet<Ref<string>>;
  readonly multi_az_enabled: Ref<boolean>;
  readonly node_type: Ref<string>;
  readonly num_cache_clusters: Ref<number>;
  readonly num_node_groups: Ref<number>;
  readonly port: Ref<number>;
  readonly primary_endpoint_address: Ref<string>;
  readonly reader_endpoint_address: Ref<string>;
  readonly replicas_per_node_group: Ref<number>;
  readonly replication_group_id: Ref<string>;
  readonly snapshot_retention_limit: Ref<number>;
  readonly snapshot_window: Ref<string>;
}

interface DataElbServiceAccountOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly region: Ref<string>;
}

interface DataIamOpenidConnectProvider {
  readonly arn?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly url?: Value<string> | undefined;
}

interface DataIamOpenidConnectProviderOutputs {
  readonly arn: Ref<string>;
  readonly client_id_list: RefList<Ref<string>>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly thumbprint_list: RefList<Ref<string>>;
  readonly url: Ref<string>;
}

interface DataIamPolicy {
  readonly arn?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly path_prefix?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface DataIamPolicyOutputs {
  readonly arn: Ref<string>;
  readonly attachment_count: Ref<number>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly path: Ref<string>;
  readonly path_prefix: Ref<string>;
  readonly policy: Ref<string>;
  readonly policy_id: Ref<string>;
  readonly tags: RefMap<string>;
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

interface Statement6 {
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
  readonly statement?: Statement6 | readonly Statement6[] | undefined;
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

interface StatementOutputs6 {
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
  readonly statement: RefList<StatementOutputs6>;
}

interface RoleLastUsedOutputs {
  readonly last_used_date: Ref<string>;
  readonly region: Ref<string>;
}

interface DataIamRoleOutputs {
  readonly arn: Ref<string>;
  readonly assume_role_policy: Ref<string>;
  readonly create_date: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly max_session_duration: Ref<number>;
  readonly name: Ref<string>;
  readonly path: Ref<string>;
  readonly permissions_boundary: Ref<string>;
  readonly role_last_used: RefList<RoleLastUsedOutputs>;
  readonly tags: RefMap<string>;
  readonly unique_id: Ref<string>;
}

interface DataIamRoles {
  readonly name_regex?: Value<string> | undefined;
  readonly path_prefix?: Value<string> | undefined;
}

interface DataIamRolesOutputs {
  readonly arns: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly name_regex: Ref<string>;
  readonly names: RefSet<Ref<string>>;
  readonly path_prefix: Ref<string>;
}

interface DataInstances {
  readonly instance_state_names?: Value<readonly Value<string>[]> | undefined;
  readonly instance_tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataInstancesOutputs {
  readonly id: Ref<string>;
  readonly ids: RefList<Ref<string>>;
  readonly instance_state_names: RefSet<Ref<string>>;
  readonly instance_tags: RefMap<string>;
  readonly ipv6_addresses: RefList<Ref<string>>;
  readonly private_ips: RefList<Ref<string>>;
  readonly public_ips: RefList<Ref<string>>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataKmsAliasOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly target_key_arn: Ref<string>;
  readonly target_key_id: Ref<string>;
}

interface DataKmsKey {
  readonly grant_tokens?: Value<readonly Value<string>[]> | undefined;
  readonly key_id: Value<string>;
}

interface PrimaryKeyOutputs {
  readonly arn: Ref<string>;
  readonly region: Ref<string>;
}

interface MultiRegionConfigurationOutputs {
  readonly multi_region_key_type: Ref<string>;
  readonly primary_key: RefList<PrimaryKeyOutputs>;
  readonly replica_keys: RefList<PrimaryKeyOutputs>;
}

interface XksKeyConfigurationOutputs {
  readonly id: Ref<string>;
}

interface DataKmsKeyOutputs {
  readonly arn: Ref<string>;
  readonly aws_account_id: Ref<string>;
  readonly cloud_hsm_cluster_id: Ref<string>;
  readonly creation_date: Ref<string>;
  readonly custom_key_store_id: Ref<string>;
  readonly customer_master_key_spec: Ref<string>;
  readonly deletion_date: Ref<string>;
  readonly description: Ref<string>;
  readonly enabled: Ref<boolean>;
  readonly expiration_model: Ref<string>;
  readonly grant_tokens: RefList<Ref<string>>;
  readonly id: Ref<string>;
  readonly key_id: Ref<string>;
  readonly key_manager: Ref<string>;
  readonly key_spec: Ref<string>;
  readonly key_state: Ref<string>;
  readonly key_usage: Ref<string>;
  readonly multi_region: Ref<boolean>;
  readonly multi_region_configuration: RefList<MultiRegionConfigurationOutputs>;
  readonly origin: Ref<string>;
  readonly pending_deletion_window_in_days: Ref<number>;
  readonly valid_to: Ref<string>;
  readonly xks_key_configuration: RefList<XksKeyConfigurationOutputs>;
}

interface DataLb {
  readonly arn?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataLbOutputs {
  readonly access_logs: RefList<AccessLogsOutputs>;
  readonly arn: Ref<string>;
  readonly arn_suffix: Ref<string>;
  readonly client_keep_alive: Ref<number>;
  readonly connection_logs: RefList<AccessLogsOutputs>;
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
  readonly ipam_pools: RefList<IpamPoolsOutputs>;
  readonly load_balancer_type: Ref<string>;
  readonly name: Ref<string>;
  readonly preserve_host_header: Ref<boolean>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly subnet_mapping: RefSet<SubnetMappingOutputs>;
  readonly subnets: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly xff_header_processing_mode: Ref<string>;
  readonly zone_id: Ref<string>;
}

interface DataLbListener {
  readonly arn?: Value<string> | undefined;
  readonly load_balancer_arn?: Value<string> | undefined;
  readonly port?: Value<number> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DefaultActionOutputs3 {
  readonly authenticate_cognito: RefList<AuthenticateCognitoOutputs>;
  readonly authenticate_oidc: RefList<AuthenticateOidcOutputs>;
  readonly fixed_response: RefList<FixedResponseOutputs>;
  readonly forward: RefList<ForwardOutputs>;
  readonly order: Ref<number>;
  readonly redirect: RefList<RedirectOutputs>;
  readonly target_group_arn: Ref<string>;
  readonly type: Ref<string>;
}

interface DataLbListenerOutputs {
  readonly alpn_policy: Ref<string>;
  readonly arn: Ref<string>;
  readonly certificate_arn: Ref<string>;
  readonly default_action: RefList<DefaultActionOutputs3>;
  readonly id: Ref<string>;
  readonly load_balancer_arn: Ref<string>;
  readonly mutual_authentication: RefList<MutualAuthenticationOutputs>;
  readonly port: Ref<number>;
  readonly protocol: Ref<string>;
  readonly ssl_policy: Ref<string>;
  readonly tags: RefMap<string>;
}

interface DataLbsOutputs {
  readonly arns: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly tags: RefMap<string>;
}

interface DataMskBootstrapBrokers {
  readonly cluster_arn: Value<string>;
}

interface DataMskBootstrapBrokersOutputs {
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
  readonly cluster_arn: Ref<string>;
  readonly id: Ref<string>;
}

interface DataMskCluster {
  readonly cluster_name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface ClientAuthenticationOutputs4 {
  readonly sasl: RefList<SaslOutputs>;
  readonly tls: Ref<boolean>;
}

interface VpcConnectivityOutputs2 {
  readonly client_authentication: RefList<ClientAuthenticationOutputs4>;
}

interface ConnectivityInfoOutputs2 {
  readonly public_access: RefList<PublicAccessOutputs>;
  readonly vpc_connectivity: RefList<VpcConnectivityOutputs2>;
}

interface EbsStorageInfoOutputs2 {
  readonly provisioned_throughput: RefList<ProvisionedThroughputOutputs>;
  readonly volume_size: Ref<number>;
}

interface StorageInfoOutputs2 {
  readonly ebs_storage_info: RefList<EbsStorageInfoOutputs2>;
}

interface BrokerNodeGroupInfoOutputs2 {
  readonly az_distribution: Ref<string>;
  readonly client_subnets: RefSet<Ref<string>>;
  readonly connectivity_info: RefList<ConnectivityInfoOutputs2>;
  readonly instance_type: Ref<string>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly storage_info: RefList<StorageInfoOutputs2>;
}

interface DataMskClusterOutputs {
  readonly arn: Ref<string>;
  readonly bootstrap_brokers: Ref<string>;
  readonly bootstrap_brokers_public_sasl_iam: Ref<string>;
  readonly bootstrap_brokers_public_sasl_scram: Ref<string>;
  readonly bootstrap_brokers_public_tls: Ref<string>;
  readonly bootstrap_brokers_sasl_iam: Ref<string>;
  readonly bootstrap_brokers_sasl_scram: Ref<string>;
  readonly bootstrap_brokers_tls: Ref<string>;
  readonly broker_node_group_info: RefList<BrokerNodeGroupInfoOutputs2>;
  readonly cluster_name: Ref<string>;
  readonly cluster_uuid: Ref<string>;
  readonly id: Ref<string>;
  readonly kafka_version: Ref<string>;
  readonly number_of_broker_nodes: Ref<number>;
  readonly tags: RefMap<string>;
  readonly zookeeper_connect_string: Ref<string>;
  readonly zookeeper_connect_string_tls: Ref<string>;
}

interface DataNatGateway {
  readonly state?: Value<string> | undefined;
  readonly subnet_id?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataNatGatewayOutputs {
  readonly allocation_id: Ref<string>;
  readonly association_id: Ref<string>;
  readonly connectivity_type: Ref<string>;
  readonly id: Ref<string>;
  readonly network_interface_id: Ref<string>;
  readonly private_ip: Ref<string>;
  readonly public_ip: Ref<string>;
  readonly secondary_allocation_ids: RefList<Ref<string>>;
  readonly secondary_private_ip_address_count: Ref<number>;
  readonly secondary_private_ip_addresses: RefList<Ref<string>>;
  readonly state: Ref<string>;
  readonly subnet_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataNatGateways {
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataNatGatewaysOutputs {
  readonly id: Ref<string>;
  readonly ids: RefList<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface AssociationOutputs {
  readonly allocation_id: Ref<string>;
  readonly association_id: Ref<string>;
  readonly carrier_ip: Ref<string>;
  readonly customer_owned_ip: Ref<string>;
  readonly ip_owner_id: Ref<string>;
  readonly public_dns_name: Ref<string>;
  readonly public_ip: Ref<string>;
}

interface AttachmentOutputs2 {
  readonly attachment_id: Ref<string>;
  readonly device_index: Ref<number>;
  readonly instance_id: Ref<string>;
  readonly instance_owner_id: Ref<string>;
}

interface DataNetworkInterfaceOutputs {
  readonly arn: Ref<string>;
  readonly association: RefList<AssociationOutputs>;
  readonly attachment: RefList<AttachmentOutputs2>;
  readonly availability_zone: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly interface_type: Ref<string>;
  readonly ipv6_addresses: RefSet<Ref<string>>;
  readonly mac_address: Ref<string>;
  readonly outpost_arn: Ref<string>;
  readonly owner_id: Ref<string>;
  readonly private_dns_name: Ref<string>;
  readonly private_ip: Ref<string>;
  readonly private_ips: RefList<Ref<string>>;
  readonly requester_id: Ref<string>;
  readonly security_groups: RefSet<Ref<string>>;
  readonly subnet_id: Ref<string>;
  readonly tags: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataNetworkInterfacesOutputs {
  readonly id: Ref<string>;
  readonly ids: RefList<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataOpensearchDomain {
  readonly domain_name: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly off_peak_window_options?: SimplePrefix | readonly SimplePrefix[] | undefined;
}

interface AdvancedSecurityOptionsOutputs2 {
  readonly anonymous_auth_enabled: Ref<boolean>;
  readonly enabled: Ref<boolean>;
  readonly internal_user_database_enabled: Ref<boolean>;
}

interface MaintenanceScheduleOutputs2 {
  readonly cron_expression_for_recurrence: Ref<string>;
  readonly duration: RefList<DurationOutputs>;
  readonly start_at: Ref<string>;
}

interface AutoTuneOptionsOutputs2 {
  readonly desired_state: Ref<string>;
  readonly maintenance_schedule: RefSet<MaintenanceScheduleOutputs2>;
  readonly rollback_on_disable: Ref<string>;
  readonly use_off_peak_window: Ref<boolean>;
}

interface NodeOptionsOutputs2 {
  readonly node_config: RefList<NodeConfigOutputs>;
  readonly node_type: Ref<string>;
}

interface ClusterConfigOutputs2 {
  readonly cold_storage_options: RefList<GrpcConfigOutputs>;
  readonly dedicated_master_count: Ref<number>;
  readonly dedicated_master_enabled: Ref<boolean>;
  readonly dedicated_master_type: Ref<string>;
  readonly instance_count: Ref<number>;
  readonly instance_type: Ref<string>;
  readonly multi_az_with_standby_enabled: Ref<boolean>;
  readonly node_options: RefList<NodeOptionsOutputs2>;
  readonly warm_count: Ref<number>;
  readonly warm_enabled: Ref<boolean>;
  readonly warm_type: Ref<string>;
  readonly zone_awareness_config: RefList<ZoneAwarenessConfigOutputs>;
  readonly zone_awareness_enabled: Ref<boolean>;
}

interface DataOpensearchDomainOutputs {
  readonly access_policies: Ref<string>;
  readonly advanced_options: RefMap<string>;
  readonly advanced_security_options: RefList<AdvancedSecurityOptionsOutputs2>;
  readonly arn: Ref<string>;
  readonly auto_tune_options: RefList<AutoTuneOptionsOutputs2>;
  readonly cluster_config: RefList<ClusterConfigOutputs2>;
  readonly cognito_options: RefList<CognitoOptionsOutputs>;
  readonly created: Ref<boolean>;
  readonly dashboard_endpoint: Ref<string>;
  readonly dashboard_endpoint_v2: Ref<string>;
  readonly deleted: Ref<boolean>;
  readonly domain_endpoint_v2_hosted_zone_id: Ref<string>;
  readonly domain_id: Ref<string>;
  readonly domain_name: Ref<string>;
  readonly ebs_options: RefList<EbsOptionsOutputs>;
  readonly encryption_at_rest: RefList<EncryptAtRestOutputs>;
  readonly endpoint: Ref<string>;
  readonly endpoint_v2: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly id: Ref<string>;
  readonly ip_address_type: Ref<string>;
  readonly log_publishing_options: RefSet<LogPublishingOptionsOutputs>;
  readonly node_to_node_encryption: RefList<GrpcConfigOutputs>;
  readonly processing: Ref<boolean>;
  readonly snapshot_options: RefList<SnapshotOptionsOutputs>;
  readonly software_update_options: RefList<SoftwareUpdateOptionsOutputs>;
  readonly tags: RefMap<string>;
  readonly vpc_options: RefList<VpcOptionsOutputs>;
  readonly off_peak_window_options: RefList<OffPeakWindowOptionsOutputs>;
}

interface DataPartitionOutputs {
  readonly dns_suffix: Ref<string>;
  readonly id: Ref<string>;
  readonly partition: Ref<string>;
  readonly reverse_dns_prefix: Ref<string>;
}

interface DataPrefixList {
  readonly name?: Value<string> | undefined;
  readonly prefix_list_id?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataPrefixListOutputs {
  readonly cidr_blocks: RefList<Ref<string>>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly prefix_list_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataRdsCluster {
  readonly cluster_identifier: Value<string>;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
}

interface DataRdsClusterOutputs {
  readonly arn: Ref<string>;
  readonly availability_zones: RefSet<Ref<string>>;
  readonly backtrack_window: Ref<number>;
  readonly backup_retention_period: Ref<number>;
  readonly cluster_identifier: Ref<string>;
  readonly cluster_members: RefSet<Ref<string>>;
  readonly cluster_resource_id: Ref<string>;
  readonly cluster_scalability_type: Ref<string>;
  readonly database_insights_mode: Ref<string>;
  readonly database_name: Ref<string>;
  readonly db_cluster_parameter_group_name: Ref<string>;
  readonly db_subnet_group_name: Ref<string>;
  readonly db_system_id: Ref<string>;
  readonly enabled_cloudwatch_logs_exports: RefList<Ref<string>>;
  readonly endpoint: Ref<string>;
  readonly engine: Ref<string>;
  readonly engine_mode: Ref<string>;
  readonly engine_version: Ref<string>;
  readonly final_snapshot_identifier: Ref<string>;
  readonly hosted_zone_id: Ref<string>;
  readonly iam_database_authentication_enabled: Ref<boolean>;
  readonly iam_roles: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly kms_key_id: Ref<string>;
  readonly master_user_secret: RefList<MasterUserSecretOutputs>;
  readonly master_username: Ref<string>;
  readonly monitoring_interval: Ref<number>;
  readonly monitoring_role_arn: Ref<string>;
  readonly network_type: Ref<string>;
  readonly port: Ref<number>;
  readonly preferred_backup_window: Ref<string>;
  readonly preferred_maintenance_window: Ref<string>;
  readonly reader_endpoint: Ref<string>;
  readonly replication_source_identifier: Ref<string>;
  readonly storage_encrypted: Ref<boolean>;
  readonly tags: RefMap<string>;
  readonly vpc_security_group_ids: RefSet<Ref<string>>;
}

interface DataRdsEngineVersion {
  readonly default_only?: Value<boolean> | undefined;
  readonly engine: Value<string>;
  readonly has_major_target?: Value<boolean> | undefined;
  readonly has_minor_target?: Value<boolean> | undefined;
  readonly include_all?: Value<boolean> | undefined;
  readonly latest?: Value<boolean> | undefined;
  readonly parameter_group_family?: Value<string> | undefined;
  readonly preferred_major_targets?: Value<readonly Value<string>[]> | undefined;
  readonly preferred_upgrade_targets?: Value<readonly Value<string>[]> | undefined;
  readonly preferred_versions?: Value<readonly Value<string>[]> | undefined;
  readonly version?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
}

interface DataRdsEngineVersionOutputs {
  readonly default_character_set: Ref<string>;
  readonly default_only: Ref<boolean>;
  readonly engine: Ref<string>;
  readonly engine_description: Ref<string>;
  readonly exportable_log_types: RefSet<Ref<string>>;
  readonly has_major_target: Ref<boolean>;
  readonly has_minor_target: Ref<boolean>;
  readonly id: Ref<string>;
  readonly include_all: Ref<boolean>;
  readonly latest: Ref<boolean>;
  readonly parameter_group_family: Ref<string>;
  readonly preferred_major_targets: RefList<Ref<string>>;
  readonly preferred_upgrade_targets: RefList<Ref<string>>;
  readonly preferred_versions: RefList<Ref<string>>;
  readonly status: Ref<string>;
  readonly supported_character_sets: RefSet<Ref<string>>;
  readonly supported_feature_names: RefSet<Ref<string>>;
  readonly supported_modes: RefSet<Ref<string>>;
  readonly supported_timezones: RefSet<Ref<string>>;
  readonly supports_certificate_rotation_without_restart: Ref<boolean>;
  readonly supports_global_databases: Ref<boolean>;
  readonly supports_integrations: Ref<boolean>;
  readonly supports_limitless_database: Ref<boolean>;
  readonly supports_local_write_forwarding: Ref<boolean>;
  readonly supports_log_exports_to_cloudwatch: Ref<boolean>;
  readonly supports_parallel_query: Ref<boolean>;
  readonly supports_read_replica: Ref<boolean>;
  readonly valid_major_targets: RefSet<Ref<string>>;
  readonly valid_minor_targets: RefSet<Ref<string>>;
  readonly valid_upgrade_targets: RefSet<Ref<string>>;
  readonly version: Ref<string>;
  readonly version_actual: Ref<string>;
  readonly version_description: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataRegion {
  readonly endpoint?: Value<string> | undefined;
  readonly name?: Value<string> | undefined;
}

interface DataRegionOutputs {
  readonly description: Ref<string>;
  readonly endpoint: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
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
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
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
  readonly filter: RefSet<FilterOutputs10>;
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

interface DataSecurityGroup {
  readonly name?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataSecurityGroupOutputs {
  readonly arn: Ref<string>;
  readonly description: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataSecurityGroupsOutputs {
  readonly arns: RefList<Ref<string>>;
  readonly id: Ref<string>;
  readonly ids: RefList<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly vpc_ids: RefList<Ref<string>>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataService {
  readonly dns_name?: Value<string> | undefined;
  readonly region?: Value<string> | undefined;
  readonly reverse_dns_name?: Value<string> | undefined;
  readonly reverse_dns_prefix?: Value<string> | undefined;
  readonly service_id?: Value<string> | undefined;
}

interface DataServiceOutputs {
  readonly dns_name: Ref<string>;
  readonly id: Ref<string>;
  readonly partition: Ref<string>;
  readonly region: Ref<string>;
  readonly reverse_dns_name: Ref<string>;
  readonly reverse_dns_prefix: Ref<string>;
  readonly service_id: Ref<string>;
  readonly supported: Ref<boolean>;
}

interface DataServicePrincipal {
  readonly region?: Value<string> | undefined;
  readonly service_name: Value<string>;
}

interface DataServicePrincipalOutputs {
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly region: Ref<string>;
  readonly service_name: Ref<string>;
  readonly suffix: Ref<string>;
}

interface DataSnsTopicOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
}

interface DataSqsQueueOutputs {
  readonly arn: Ref<string>;
  readonly id: Ref<string>;
  readonly name: Ref<string>;
  readonly tags: RefMap<string>;
  readonly url: Ref<string>;
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

interface DataSsmParametersByPath {
  readonly path: Value<string>;
  readonly recursive?: Value<boolean> | undefined;
  readonly with_decryption?: Value<boolean> | undefined;
}

interface DataSsmParametersByPathOutputs {
  readonly arns: RefList<Ref<string>>;
  readonly id: Ref<string>;
  readonly names: RefList<Ref<string>>;
  readonly path: Ref<string>;
  readonly recursive: Ref<boolean>;
  readonly types: RefList<Ref<string>>;
  readonly values: RefList<Ref<string>>;
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
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
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
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataVpc {
  readonly cidr_block?: Value<string> | undefined;
  readonly default?: Value<boolean> | undefined;
  readonly dhcp_options_id?: Value<string> | undefined;
  readonly state?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
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
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataVpcEndpoint {
  readonly service_name?: Value<string> | undefined;
  readonly state?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataVpcEndpointOutputs {
  readonly arn: Ref<string>;
  readonly cidr_blocks: RefList<Ref<string>>;
  readonly dns_entry: RefList<DnsEntryOutputs>;
  readonly dns_options: RefList<DnsOptionsOutputs>;
  readonly id: Ref<string>;
  readonly ip_address_type: Ref<string>;
  readonly network_interface_ids: RefSet<Ref<string>>;
  readonly owner_id: Ref<string>;
  readonly policy: Ref<string>;
  readonly prefix_list_id: Ref<string>;
  readonly private_dns_enabled: Ref<boolean>;
  readonly requester_managed: Ref<boolean>;
  readonly route_table_ids: RefSet<Ref<string>>;
  readonly security_group_ids: RefSet<Ref<string>>;
  readonly service_name: Ref<string>;
  readonly state: Ref<string>;
  readonly subnet_ids: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly vpc_endpoint_type: Ref<string>;
  readonly vpc_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataVpcEndpointService {
  readonly service?: Value<string> | undefined;
  readonly service_name?: Value<string> | undefined;
  readonly service_regions?: Value<readonly Value<string>[]> | undefined;
  readonly service_type?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface DataVpcEndpointServiceOutputs {
  readonly acceptance_required: Ref<boolean>;
  readonly arn: Ref<string>;
  readonly availability_zones: RefSet<Ref<string>>;
  readonly base_endpoint_dns_names: RefSet<Ref<string>>;
  readonly id: Ref<string>;
  readonly manages_vpc_endpoints: Ref<boolean>;
  readonly owner: Ref<string>;
  readonly private_dns_name: Ref<string>;
  readonly private_dns_names: RefSet<Ref<string>>;
  readonly region: Ref<string>;
  readonly service: Ref<string>;
  readonly service_id: Ref<string>;
  readonly service_name: Ref<string>;
  readonly service_regions: RefSet<Ref<string>>;
  readonly service_type: Ref<string>;
  readonly supported_ip_address_types: RefSet<Ref<string>>;
  readonly tags: RefMap<string>;
  readonly vpc_endpoint_policy_supported: Ref<boolean>;
  readonly filter: RefSet<FilterOutputs10>;
}

interface DataVpcPeeringConnection {
  readonly cidr_block?: Value<string> | undefined;
  readonly owner_id?: Value<string> | undefined;
  readonly peer_cidr_block?: Value<string> | undefined;
  readonly peer_owner_id?: Value<string> | undefined;
  readonly peer_region?: Value<string> | undefined;
  readonly peer_vpc_id?: Value<string> | undefined;
  readonly region?: Value<string> | undefined;
  readonly status?: Value<string> | undefined;
  readonly tags?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly vpc_id?: Value<string> | undefined;
  readonly filter?: CostFilter | readonly CostFilter[] | undefined;
  readonly timeouts?: Timeouts11 | readonly Timeouts11[] | undefined;
}

interface CidrBlockSetOutputs {
  readonly cidr_block: Ref<string>;
}

interface Ipv6CidrBlockSetOutputs {
  readonly ipv6_cidr_block: Ref<string>;
}

interface DataVpcPeeringConnectionOutputs {
  readonly accepter: RefMap<boolean>;
  readonly cidr_block: Ref<string>;
  readonly cidr_block_set: RefList<CidrBlockSetOutputs>;
  readonly id: Ref<string>;
  readonly ipv6_cidr_block_set: RefList<Ipv6CidrBlockSetOutputs>;
  readonly owner_id: Ref<string>;
  readonly peer_cidr_block: Ref<string>;
  readonly peer_cidr_block_set: RefList<CidrBlockSetOutputs>;
  readonly peer_ipv6_cidr_block_set: RefList<Ipv6CidrBlockSetOutputs>;
  readonly peer_owner_id: Ref<string>;
  readonly peer_region: Ref<string>;
  readonly peer_vpc_id: Ref<string>;
  readonly region: Ref<string>;
  readonly requester: RefMap<boolean>;
  readonly status: Ref<string>;
  readonly tags: RefMap<string>;
  readonly vpc_id: Ref<string>;
  readonly filter: RefSet<FilterOutputs10>;
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

interface Secret {
  readonly context?: Value<Readonly<Record<string, Value<string>>>> | undefined;
  readonly encryption_algorithm?: Value<string> | undefined;
  readonly grant_tokens?: Value<readonly Value<string>[]> | undefined;
  readonly key_id?: Value<string> | undefined;
  readonly name: Value<string>;
  readonly payload: Value<string>;
}

interface EphemeralKmsSecrets {
  readonly secret?: Secret | readonly Secret[] | undefined;
}

interface SecretOutputs {
  readonly context: RefMap<string>;
  readonly encryption_algorithm: Ref<string>;
  readonly grant_tokens: RefList<Ref<string>>;
  readonly key_id: Ref<string>;
  readonly name: Ref<string>;
  readonly payload: Ref<string>;
}

interface EphemeralKmsSecretsOutputs {
  readonly plaintext: RefMap<string>;
  readonly secret: RefSet<SecretOutputs>;
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

interface EphemeralSecretsmanagerSecretVersion {
  readonly secret_id: Value<string>;
  readonly version_id?: Value<string> | undefined;
  readonly version_stage?: Value<string> | undefined;
}

interface EphemeralSecretsmanagerSecretVersionOutputs {
  readonly arn: Ref<string>;
  readonly created_date: Ref<string>;
  readonly secret_binary: Ref<string>;
  readonly secret_id: Ref<string>;
  readonly secret_string: Ref<string>;
  readonly version_id: Ref<string>;
  readonly version_stage: Ref<string>;
  readonly version_stages: RefList<Ref<string>>;
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

interface EphemeralEksClusterAuthOutputs {
  readonly name: Ref<string>;
  readonly token: Ref<string>;
}
