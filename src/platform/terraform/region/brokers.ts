// MSK: the log of events at scale. Brokers in three zones, each record on three of them and acknowledged by two; clients
// come by IAM over TLS and in no other way. Between regions our own mirror carries events, so that each counts once and
// no service is needed that one of the regions lacks. Topics are made by a job in the cluster, from the manifest that
// the region's parameters hold, because the provider knows no topics.
import { brokersName } from "../../names/data.ts";
import type { Ref } from "../language/expression.ts";
import type { File, ResourceHandle } from "../language/stack.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";
import { declareLogGroup, storeLogGroup } from "./store-logs.ts";

/** Volumes grow before the alarm at 85 %, and never shrink. */
const STORAGE_TARGET_PERCENT = 60;
/** How far they may grow by themselves: a multiple of what the formulas asked for. */
const STORAGE_GROWTH_MAX = 4;

export type Brokers = { readonly bootstrap: Ref<string> };

export function buildBrokers(site: Site, network: Network): Brokers | undefined {
  const { platform, region, keys } = site;
  const { stream } = platform.data;
  if (stream.kind !== "msk" || !region.holds.data) return undefined;
  const file = site.stack.file("brokers", "Kafka on MSK. Clients authenticate by IAM over TLS; nothing else is open.");
  const configuration = declareConfiguration(site, file);
  const logs = declareLogGroup(site, file, "brokers", storeLogGroup(platform, "brokers"));
  const cluster = file.resource(
    "aws_msk_cluster",
    "brokers",
    {
      cluster_name: brokersName(platform),
      kafka_version: stream.version,
      number_of_broker_nodes: stream.brokers,
      broker_node_group_info: {
        instance_type: stream.brokerType,
        client_subnets: network.subnets.data,
        security_groups: [network.securityGroups.brokers],
        storage_info: { ebs_storage_info: { volume_size: stream.storageGibPerBroker } },
        connectivity_info: { public_access: { type: "DISABLED" } },
      },
      configuration_info: { arn: configuration.arn, revision: configuration.latest_revision },
      client_authentication: { unauthenticated: false, sasl: { iam: true, scram: false } },
      encryption_info: {
        encryption_at_rest_kms_key_arn: keys.data,
        encryption_in_transit: { client_broker: "TLS", in_cluster: true },
      },
      enhanced_monitoring: "PER_TOPIC_PER_BROKER",
      open_monitoring: {
        prometheus: { jmx_exporter: { enabled_in_broker: true }, node_exporter: { enabled_in_broker: true } },
      },
      logging_info: { broker_logs: { cloudwatch_logs: { enabled: true, log_group: logs.name } } },
    },
    {
      lifecycle: {
        // Volumes grow by themselves; AWS lets nobody make them smaller.
        ignoreChanges: ["broker_node_group_info[0].storage_info[0].ebs_storage_info[0].volume_size"],
      },
    },
  );
  declareGrowth(file, cluster, stream.storageGibPerBroker);
  return { bootstrap: cluster.bootstrap_brokers_sasl_iam };
}

function declareConfiguration({ platform }: Site, file: File): ResourceHandle<"aws_msk_configuration"> {
  const { stream } = platform.data;
  if (stream.kind !== "msk") throw new Error("there are no brokers to configure");
  const properties: Readonly<Record<string, string | number | boolean>> = {
    // A name that a client mistypes is an error, not a topic.
    "auto.create.topics.enable": false,
    "default.replication.factor": stream.replicationFactor,
    "min.insync.replicas": stream.inSyncMin,
    // A replica that is behind never leads: better no writes for a moment than acknowledged records lost.
    "unclean.leader.election.enable": false,
    "num.partitions": 3,
    "log.retention.hours": stream.retentionHours,
    "offsets.topic.replication.factor": stream.replicationFactor,
    "transaction.state.log.replication.factor": stream.replicationFactor,
    "transaction.state.log.min.isr": stream.inSyncMin,
  };
  return file.resource("aws_msk_configuration", "brokers", {
    name: brokersName(platform),
    description: "Three copies, two of them acknowledged; no topic by accident.",
    server_properties: Object.entries(properties)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  });
}

function declareGrowth(file: File, cluster: ResourceHandle<"aws_msk_cluster">, gib: number): void {
  const target = file.resource("aws_appautoscaling_target", "broker_storage", {
    service_namespace: "kafka",
    resource_id: cluster.arn,
    scalable_dimension: "kafka:broker-storage:VolumeSize",
    min_capacity: 1,
    max_capacity: gib * STORAGE_GROWTH_MAX,
  });
  file.resource("aws_appautoscaling_policy", "broker_storage", {
    name: "broker-storage",
    policy_type: "TargetTrackingScaling",
    service_namespace: target.service_namespace,
    resource_id: target.resource_id,
    scalable_dimension: target.scalable_dimension,
    target_tracking_scaling_policy_configuration: {
      target_value: STORAGE_TARGET_PERCENT,
      disable_scale_in: true,
      predefined_metric_specification: { predefined_metric_type: "KafkaBrokerStorageUtilization" },
    },
  });
}
