// OpenSearch for logs: inside the network, signed requests of this account only, and its own roles on top of that. It
// holds a copy of what CloudWatch holds too, so a region's loss costs convenience and no log; it is not replicated.

import { searchArn, searchName } from "../../names/data.ts";
import { roleName } from "../../names/identity.ts";
import type { Ref } from "../language/expression.ts";
import { policy, type Statement } from "../language/policy.ts";
import type { File } from "../language/stack.ts";
import { declareRole } from "../role.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";
import { declareLogGroup, storeLogGroup } from "./store-logs.ts";

const ENGINE_VERSION = "OpenSearch_2.19";
/** From this many data nodes on, the cluster's state is kept by nodes that do nothing else. */
const MASTERS_FROM_NODES = 6;
const MASTER_TYPE = "m7g.large.search";
const MASTERS = 3;
/** At night where the briefs are from: 21:00 UTC. */
const QUIET_HOUR = 21;
const LOGS = {
  INDEX_SLOW_LOGS: "index-slow",
  SEARCH_SLOW_LOGS: "search-slow",
  ES_APPLICATION_LOGS: "application",
} as const;

export type Search = { readonly endpoint: Ref<string> };

export function buildSearch(site: Site, network: Network): Search | undefined {
  const { platform, region, keys } = site;
  const { search } = platform.data;
  if (search.kind === "none" || region.holds.nodes === "none") return undefined;
  const file = site.stack.file(
    "search",
    "OpenSearch for the logs of pods. People come through Grafana or a port forwarded by Session Manager.",
  );
  const zones = Math.min(3, search.nodes);
  const administrator = declareAdministrator(site, file);
  const logs = declareLogs(site, file);
  const domain = file.resource(
    "aws_opensearch_domain",
    "search",
    {
      domain_name: searchName(platform),
      engine_version: ENGINE_VERSION,
      cluster_config: {
        instance_type: search.instanceType,
        instance_count: search.nodes,
        zone_awareness_enabled: zones > 1,
        ...(zones > 1 ? { zone_awareness_config: { availability_zone_count: zones } } : {}),
        ...(search.nodes >= MASTERS_FROM_NODES
          ? { dedicated_master_enabled: true, dedicated_master_count: MASTERS, dedicated_master_type: MASTER_TYPE }
          : { dedicated_master_enabled: false }),
      },
      ebs_options: { ebs_enabled: true, volume_type: "gp3", volume_size: search.storageGibPerNode },
      vpc_options: {
        subnet_ids: network.subnets.data.slice(0, zones),
        security_group_ids: [network.securityGroups.search],
      },
      encrypt_at_rest: { enabled: true, kms_key_id: keys.logs },
      node_to_node_encryption: { enabled: true },
      domain_endpoint_options: { enforce_https: true, tls_security_policy: "Policy-Min-TLS-1-2-PFS-2023-10" },
      advanced_security_options: {
        enabled: true,
        anonymous_auth_enabled: false,
        internal_user_database_enabled: false,
        master_user_options: { master_user_arn: administrator },
      },
      access_policies: policy([
        {
          principals: { AWS: `arn:aws:iam::${platform.accountId}:root` },
          actions: "es:ESHttp*",
          resources: `${searchArn(platform, region.name)}/*`,
        },
      ]),
      log_publishing_options: logs.groups.map(({ kind, group }) => ({
        log_type: kind,
        cloudwatch_log_group_arn: group.arn,
        enabled: true,
      })),
      off_peak_window_options: {
        enabled: true,
        off_peak_window: { window_start_time: { hours: QUIET_HOUR, minutes: 0 } },
      },
      software_update_options: { auto_software_update_enabled: true },
    },
    { dependsOn: [logs.policy] },
  );
  return { endpoint: domain.endpoint };
}

/** Who may grant rights inside the domain; the job that maps the cluster's roles to them takes this role. */
function declareAdministrator({ platform, region }: Site, file: File): Ref<string> {
  const name = roleName(platform, region, "search-administrator");
  const administer: Statement = {
    sid: "Administer",
    actions: "es:ESHttp*",
    resources: `${searchArn(platform, region.name)}/*`,
  };
  return declareRole(file, platform, {
    key: "search_administrator",
    name,
    description: "Grants rights inside the OpenSearch domain.",
    trust: [{ principals: { AWS: `arn:aws:iam::${platform.accountId}:root` }, actions: "sts:AssumeRole" }],
    policies: { administer: [administer] },
    comment: "Whoever in this account has been given leave to take it by a policy of their own.",
  }).arn;
}

function declareLogs(site: Site, file: File) {
  const { platform, region } = site;
  const groups = Object.entries(LOGS).map(([kind, log]) => ({
    kind,
    group: declareLogGroup(site, file, `search_${log.replace("-", "_")}`, storeLogGroup(platform, `search/${log}`)),
  }));
  const write = file.resource("aws_cloudwatch_log_resource_policy", "search", {
    policy_name: searchName(platform),
    policy_document: policy([
      {
        principals: { Service: "es.amazonaws.com" },
        actions: ["logs:PutLogEvents", "logs:CreateLogStream"],
        resources: `arn:aws:logs:${region.name}:${platform.accountId}:log-group:${storeLogGroup(platform, "search")}/*`,
        conditions: {
          StringEquals: { "aws:SourceAccount": platform.accountId },
          ArnLike: { "aws:SourceArn": searchArn(platform, region.name) },
        },
      },
    ]),
  });
  return { groups, policy: write };
}
