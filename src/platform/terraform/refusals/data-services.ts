// What DynamoDB, ElastiCache, MSK and OpenSearch refuse.
import { block, blocks, isSet, list } from "./graph.ts";
import { type Refusal, refused } from "./refusal.ts";

const SEARCH_NAME_LENGTH_MAX = 28;
const CACHE_NAME_LENGTH_MAX = 40;

export const DATA_SERVICES: readonly Refusal[] = [
  {
    id: "table-replica-without-stream",
    says: "The table must have DynamoDB Streams enabled, with the stream containing both the new and the old images of the item.",
    source: { kind: "API model", where: "dynamodb CreateGlobalTable" },
    mend: "Set stream_enabled and stream_view_type = NEW_AND_OLD_IMAGES on the table.",
    *find(graph) {
      const replicated = graph.of("aws_dynamodb_table").filter((table) => isSet(table.args.replica));
      for (const replica of graph.of("aws_dynamodb_table_replica")) {
        const direct = graph.target(replica, replica.args.global_table_arn);
        const name = graph.text(replica, replica.args.global_table_arn)?.split(":table/")[1];
        const region = graph.text(replica, replica.args.global_table_arn)?.split(":")[3];
        const table =
          direct ?? graph.of("aws_dynamodb_table").find((it) => it.region === region && graph.nameOf(it) === name);
        if (table) replicated.push(table);
      }
      for (const table of new Set(replicated)) {
        if (table.args.stream_enabled !== true || table.args.stream_view_type !== "NEW_AND_OLD_IMAGES")
          yield refused(table, "has replicas and no stream of new and old images");
      }
    },
  },
  {
    id: "table-replica-in-its-own-region",
    says: "ValidationException: Replica already exists in the Region of the table.",
    source: { kind: "remembered", where: "dynamodb UpdateTable, member ReplicaUpdates" },
    mend: "Name the other regions only.",
    *find(graph) {
      for (const table of graph.of("aws_dynamodb_table")) {
        if (blocks(table.args.replica).some((replica) => graph.text(table, replica.region_name) === table.region))
          yield refused(table, `has a replica in ${table.region}`);
      }
    },
  },
  {
    id: "cache-fail-over-with-one-node",
    says: "If AutomaticFailoverEnabled is true, the value of NumCacheClusters must be at least 2.",
    source: { kind: "API model", where: "elasticache CreateReplicationGroup, member NumCacheClusters" },
    mend: "Take two nodes, or turn automatic fail-over off.",
    *find(graph) {
      for (const group of graph.of("aws_elasticache_replication_group")) {
        const nodes = graph.number(group, group.args.num_cache_clusters);
        const replicas = graph.number(group, group.args.replicas_per_node_group);
        const shards = graph.number(group, group.args.num_node_groups) ?? 1;
        const single = nodes !== undefined ? nodes < 2 : replicas === 0 || (replicas === undefined && shards === 1);
        if (group.args.automatic_failover_enabled === true && single)
          yield refused(group, "fails over automatically with one node");
        if (group.args.multi_az_enabled === true && group.args.automatic_failover_enabled !== true)
          yield refused(group, "is Multi-AZ without automatic fail-over");
      }
    },
  },
  {
    id: "cache-password-without-tls",
    says: "InvalidParameterCombination: AUTH and user groups need TransitEncryptionEnabled to be true.",
    source: { kind: "API model", where: "elasticache CreateReplicationGroup, members AuthToken, UserGroupIds" },
    mend: "Set transit_encryption_enabled.",
    *find(graph) {
      for (const group of graph.of("aws_elasticache_replication_group")) {
        const guarded = isSet(group.args.auth_token) || list(group.args.user_group_ids).length > 0;
        if (guarded && group.args.transit_encryption_enabled !== true)
          yield refused(group, "has a password and no TLS");
      }
    },
  },
  {
    id: "cache-name",
    says: "A name must contain from 1 to 40 alphanumeric characters or hyphens, begin with a letter, and not end with a hyphen or contain two in a row.",
    source: { kind: "API model", where: "elasticache CreateReplicationGroup, member ReplicationGroupId" },
    mend: "Shorten it.",
    *find(graph) {
      for (const group of graph.of("aws_elasticache_replication_group")) {
        const name = graph.nameOf(group);
        if (
          name !== undefined &&
          (name.length > CACHE_NAME_LENGTH_MAX || !/^[A-Za-z](?!.*--)[A-Za-z0-9-]*(?<!-)$/.test(name))
        )
          yield refused(group, `is called "${name}"`);
      }
    },
  },
  {
    id: "cache-global-on-small-class",
    says: "InvalidParameterCombination: A Global Datastore takes M5, M6g, M7g, R5, R6g, R6gd, R7g and C7gn, large and up.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html",
    },
    mend: "Use cache.m7g.large or larger.",
    *find(graph) {
      for (const store of graph.of("aws_elasticache_global_replication_group")) {
        const primary = graph.target(store, store.args.primary_replication_group_id);
        const type = primary
          ? graph.text(primary, primary.args.node_type)
          : graph.text(store, store.args.cache_node_type);
        if (type !== undefined && /^cache\.t/.test(type)) yield refused(store, `its primary is a ${type}`);
      }
    },
  },
  {
    id: "brokers-not-a-multiple-of-zones",
    says: "BadRequestException: The number of broker nodes must be a multiple of the number of Availability Zones in the ClientSubnets parameter.",
    source: { kind: "documentation", where: "https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html" },
    mend: "Take as many brokers in each zone.",
    *find(graph) {
      for (const cluster of graph.of("aws_msk_cluster")) {
        const brokers = graph.number(cluster, cluster.args.number_of_broker_nodes);
        const zones = list(block(cluster.args.broker_node_group_info).client_subnets).length;
        if (brokers !== undefined && zones > 1 && brokers % zones !== 0)
          yield refused(cluster, `has ${brokers} brokers in ${zones} zones`);
      }
    },
  },
  {
    id: "brokers-storage-throughput",
    says: "BadRequestException: Provisioned storage throughput is for kafka.m5.4xlarge and larger, from 10 GiB, 250 MiB/s at least.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput.html",
    },
    mend: "Leave provisioned_throughput out.",
    *find(graph) {
      for (const cluster of graph.of("aws_msk_cluster")) {
        const info = block(cluster.args.broker_node_group_info);
        const throughput = block(block(block(info.storage_info).ebs_storage_info).provisioned_throughput);
        if (
          throughput.enabled === true &&
          /\.(small|large|xlarge|2xlarge)$/.test(graph.text(cluster, info.instance_type) ?? "")
        )
          yield refused(cluster, `asks for throughput on ${String(info.instance_type)}`);
      }
    },
  },
  {
    id: "search-zones",
    says: "ValidationException: You must specify exactly two or three subnets, as many as the Availability Zones of the domain, and at least as many data nodes.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html",
    },
    mend: "Make availability_zone_count, subnet_ids and instance_count agree.",
    *find(graph) {
      for (const domain of graph.of("aws_opensearch_domain")) {
        const cluster = block(domain.args.cluster_config);
        const aware = cluster.zone_awareness_enabled === true;
        const zones = aware
          ? (graph.number(domain, block(cluster.zone_awareness_config).availability_zone_count) ?? 2)
          : 1;
        const nodes = graph.number(domain, cluster.instance_count);
        const subnets = block(domain.args.vpc_options).subnet_ids;
        if (nodes !== undefined && nodes < zones) yield refused(domain, `has ${nodes} data nodes in ${zones} zones`);
        if (Array.isArray(subnets) && list(subnets).length !== zones)
          yield refused(domain, `has ${list(subnets).length} subnets and ${zones} zones`);
      }
    },
  },
  {
    id: "search-masters",
    says: "ValidationException: Dedicated master count must be 3 or 5 (two can't outvote each other), of a type that may be a master.",
    source: {
      kind: "documentation",
      where:
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html",
    },
    mend: "Use three dedicated masters, or none.",
    *find(graph) {
      for (const domain of graph.of("aws_opensearch_domain")) {
        const cluster = block(domain.args.cluster_config);
        const masters = graph.number(domain, cluster.dedicated_master_count);
        if (cluster.dedicated_master_enabled === true && masters !== undefined && masters !== 3 && masters !== 5)
          yield refused(domain, `has ${masters} dedicated masters`);
      }
    },
  },
  {
    id: "search-tuning-on-small-class",
    says: "ValidationException: Autotune is not supported in t2/t3 instance types. Please disable autotune or change your instance type.",
    source: { kind: "remembered", where: "opensearch CreateDomain, member AutoTuneOptions" },
    mend: "Set auto_tune_options.desired_state = DISABLED, or take a larger class.",
    *find(graph) {
      for (const domain of graph.of("aws_opensearch_domain")) {
        const small = /^t[23]\./.test(graph.text(domain, block(domain.args.cluster_config).instance_type) ?? "");
        if (small && block(domain.args.auto_tune_options).desired_state === "ENABLED")
          yield refused(domain, "tunes itself on a T class");
      }
    },
  },
  {
    id: "search-access-control-unencrypted",
    says: "ValidationException: You must enable node-to-node encryption, encryption at rest and HTTPS to use advanced security options.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html",
    },
    mend: "Turn all three on.",
    *find(graph) {
      for (const domain of graph.of("aws_opensearch_domain")) {
        if (block(domain.args.advanced_security_options).enabled !== true) continue;
        const missing = [
          block(domain.args.node_to_node_encryption).enabled === true ? "" : "node-to-node encryption",
          block(domain.args.encrypt_at_rest).enabled === true ? "" : "encryption at rest",
          block(domain.args.domain_endpoint_options).enforce_https === true ? "" : "HTTPS",
        ].filter((it) => it !== "");
        if (missing.length > 0) yield refused(domain, `has fine-grained access control without ${missing.join(", ")}`);
      }
    },
  },
  {
    id: "search-name",
    says: "Domain names must start with a lowercase letter and must be between 3 and 28 characters of a-z, 0-9 and -.",
    source: { kind: "API model", where: "opensearch shape DomainName" },
    mend: "Shorten it.",
    *find(graph) {
      for (const domain of graph.of("aws_opensearch_domain")) {
        const name = graph.text(domain, domain.args.domain_name);
        if (name !== undefined && (name.length > SEARCH_NAME_LENGTH_MAX || !/^[a-z][a-z0-9-]{2,}$/.test(name)))
          yield refused(domain, `is called "${name}" (${name.length} characters)`);
      }
    },
  },
];
