// Fluent Bit's configuration on every node: each workload's lines go to the log group that Terraform made for it, those of the
// cluster's own software to Container Insights' group, and all of ours to OpenSearch where the blueprint asks. Our lines are
// JSON objects, one a line, with the time in `at`; they hold no secret, so none is taken out on the way.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { clusterName } from "../names/cluster.ts";
import { WORKLOAD_NAMESPACE } from "../names/identity.ts";
import { FLUENT_BIT_STATE, TELEMETRY_PORTS } from "../names/observability.ts";
import { insightsLogGroup, workloadLogGroup } from "../names/safety.ts";

const PARSER = "tandem-json";
/** Set on its pods from the parameter that Terraform writes: a domain's address is AWS's to choose. */
export const SEARCH_HOST_VARIABLE = "SEARCH_HOST";
/** Of what can't be delivered, per destination. */
const KEPT_ON_DISK = "1G";
const RETRIES_MAX = 10;

type Section = Readonly<Record<string, string | number>>;
export type FluentBitConfiguration = {
  readonly service: Section;
  readonly parsers: readonly Section[];
  readonly pipeline: {
    readonly inputs: readonly Section[];
    readonly filters: readonly Section[];
    readonly outputs: readonly Section[];
  };
};

/** A region without nodes has no domain either: Terraform makes none there, so nothing may wait for its address. */
export const logsAreSearched = ({ data, observability }: Platform, { holds }: Pick<Region, "holds">): boolean =>
  data.search.kind === "opensearch" && observability.podLogsToSearch && holds.nodes !== "none";

export function fluentBitConfig(platform: Platform, region: Region): FluentBitConfiguration {
  const workloads = platform.workloads.map(({ name }) => name);
  return {
    service: {
      flush: 1,
      log_level: "info",
      http_server: "on",
      http_listen: "0.0.0.0",
      http_port: TELEMETRY_PORTS.fluentBit,
      health_check: "on",
      "storage.path": `${FLUENT_BIT_STATE}/storage`,
      "storage.backlog.mem_limit": "16M",
    },
    parsers: [{ name: PARSER, format: "json", time_key: "at", time_format: "%Y-%m-%dT%H:%M:%S.%L%z", time_keep: "on" }],
    pipeline: {
      inputs: [
        ...workloads.map((name) =>
          tail(`workload.${name}`, `/var/log/containers/*_${WORKLOAD_NAMESPACE}_${name}-*.log`),
        ),
        {
          ...tail("cluster", "/var/log/containers/*.log"),
          exclude_path: `/var/log/containers/*_${WORKLOAD_NAMESPACE}_*.log`,
        },
      ],
      filters: [
        // The line itself becomes the record; what isn't JSON (a crash of the runtime) stays as it came.
        { name: "parser", match: "workload.*", key_name: "log", parser: PARSER, reserve_data: "on" },
        { name: "record_modifier", match: "*", record: `node \${NODE_NAME}` },
      ],
      outputs: [
        ...workloads.map((name) => toCloudWatch(region, `workload.${name}`, workloadLogGroup(platform, name))),
        toCloudWatch(region, "cluster", insightsLogGroup(clusterName(platform, region), "application")),
        ...(logsAreSearched(platform, region) ? [toSearch(region)] : []),
      ],
    },
  };
}

const tail = (tag: string, path: string): Section => ({
  name: "tail",
  tag,
  path,
  // Lines that the container runtime cut in two are joined; a stack trace is one line of ours already.
  "multiline.parser": "docker, cri",
  db: `${FLUENT_BIT_STATE}/${tag}.db`,
  mem_buf_limit: "16M",
  skip_long_lines: "on",
  "storage.type": "filesystem",
});

const toCloudWatch = (region: Region, match: string, group: string): Section => ({
  name: "cloudwatch_logs",
  alias: match,
  match,
  region: region.name,
  log_group_name: group,
  log_stream_prefix: `\${NODE_NAME}-`,
  // Terraform made the groups, with their key and their retention.
  auto_create_group: "off",
  retry_limit: RETRIES_MAX,
  "storage.total_limit_size": KEPT_ON_DISK,
});

const toSearch = (region: Region): Section => ({
  name: "opensearch",
  alias: "opensearch",
  match: "workload.*",
  host: `\${${SEARCH_HOST_VARIABLE}}`,
  port: 443,
  tls: "on",
  aws_auth: "on",
  aws_region: region.name,
  aws_service_name: "es",
  suppress_type_name: "on",
  logstash_format: "on",
  logstash_prefix: "tandem",
  time_key: "@timestamp",
  retry_limit: RETRIES_MAX,
  "storage.total_limit_size": KEPT_ON_DISK,
});
