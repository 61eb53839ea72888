// The rules of AWS WAF: those of the delivery network and those of each region's load balancer, from one table. It
// promises that a limit is answered with 429, Retry-After and a problem document, that nobody reaches the paths which
// processes keep for each other, and that a batch of events isn't taken for an attack because it carries addresses.
import type { Platform } from "../../blueprint/platform.ts";
import { hostsOf } from "../names/dns.ts";
import { firewall, firewallLogGroup } from "../names/edge.ts";
import type { Ref } from "./language/expression.ts";
import type { ArgumentsOf, File, ProviderAlias, ResourceHandle } from "./language/stack.ts";

type WebAcl = ArgumentsOf<"aws_wafv2_web_acl">;
type Rule = NonNullable<WebAcl["rule"]> extends infer R ? (R extends readonly (infer One)[] ? One : never) : never;
type Statement = Rule extends { readonly statement: infer S } ? S : never;

/** Where the rules stand: before everything, or at a region's load balancer behind what the blueprint puts before it. */
export type Where = "cdn" | "region";

/** AWS's rule groups that read bodies. An event's body holds addresses, markup and text that people typed. */
const READS_BODIES = new Set(["AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"]);
/** The group refuses bodies above 8 KiB; dashboards and imports are larger. The services limit bodies themselves (413). */
const BODY_SIZE_RULE = { group: "AWSManagedRulesCommonRuleSet", rule: "SizeRestrictions_BODY" };

/** Paths that processes keep for each other, however they are written; the same list as the local edge's. */
const HIDDEN_PATHS = "^/+(internal|link|register|salts|query|trace)(/|$)";

const WINDOW_SECONDS = 300;
const RETRY_AFTER_SECONDS = 60;

export function declareFirewall(
  file: File,
  platform: Platform,
  where: Where,
  logs: { readonly key: Ref<string>; readonly provider?: ProviderAlias },
): ResourceHandle<"aws_wafv2_web_acl"> {
  const name = firewall(platform, where);
  const options = { provider: logs.provider };
  const acl = file.resource(
    "aws_wafv2_web_acl",
    "main",
    {
      name,
      description: where === "cdn" ? "Before everything." : "At the load balancer.",
      scope: where === "cdn" ? "CLOUDFRONT" : "REGIONAL",
      default_action: { allow: {} },
      rule: rules(platform, where).map((rule, priority) => ({ ...rule, priority })),
      custom_response_body: [
        {
          key: "too-many-requests",
          content_type: "APPLICATION_JSON",
          content: JSON.stringify({
            type: "about:blank",
            title: "Too many requests",
            status: 429,
            detail: `More requests from one address than the limit within ${WINDOW_SECONDS} seconds.`,
          }),
        },
      ],
      visibility_config: visible(name),
    },
    options,
  );
  const group = file.resource(
    "aws_cloudwatch_log_group",
    "firewall",
    {
      name: firewallLogGroup(platform, where),
      retention_in_days: retentionDays(platform.edge.firewall.logDays),
      kms_key_id: logs.key,
    },
    options,
  );
  file.resource(
    "aws_wafv2_web_acl_logging_configuration",
    "main",
    {
      resource_arn: acl.arn,
      log_destination_configs: [group.arn],
      logging_filter: {
        default_behavior: "DROP",
        filter: [
          {
            behavior: "KEEP",
            requirement: "MEETS_ANY",
            condition: [{ action_condition: { action: "BLOCK" } }, { action_condition: { action: "COUNT" } }],
          },
        ],
      },
      redacted_fields: [{ single_header: { name: "authorization" } }, { single_header: { name: "cookie" } }],
    },
    {
      ...options,
      comment: "What was refused or counted; what was let through is in the access logs. Keys and sessions stay out.",
    },
  );
  return acl;
}

function rules(platform: Platform, where: Where): Omit<Rule, "priority">[] {
  const collect = hostsOf(platform, "collect");
  return [
    {
      name: "hidden-paths",
      statement: {
        regex_match_statement: {
          regex_string: HIDDEN_PATHS,
          field_to_match: { uri_path: {} },
          text_transformation: [
            { priority: 0, type: "URL_DECODE" },
            { priority: 1, type: "NORMALIZE_PATH" },
          ],
        },
      },
      action: { block: { custom_response: { response_code: 404 } } },
      visibility_config: visible("hidden-paths"),
    },
    ...rateRules(platform, where, collect),
    ...platform.edge.firewall.managedRules.map((group) => managed(group, collect)),
  ];
}

function managed(group: string, collect: readonly string[]): Omit<Rule, "priority"> {
  return {
    name: group,
    statement: {
      managed_rule_group_statement: {
        vendor_name: "AWS",
        name: group,
        ...(group === BODY_SIZE_RULE.group
          ? { rule_action_override: [{ name: BODY_SIZE_RULE.rule, action_to_use: { count: {} } }] }
          : {}),
        ...(READS_BODIES.has(group)
          ? { scope_down_statement: { not_statement: { statement: [hostIs(collect)] } } }
          : {}),
      },
    },
    override_action: { none: {} },
    visibility_config: visible(group),
  };
}

/** Whose requests are counted together, or nothing where what stands before has counted them already. */
function counted(
  platform: Platform,
  where: Where,
): { aggregate_key_type: string; forwarded_ip_config?: object } | undefined {
  const { cdn } = platform.edge;
  if (where === "cdn" || cdn.kind === "none") return { aggregate_key_type: "IP" };
  if (cdn.kind === "cloudfront") return undefined;
  return {
    aggregate_key_type: "FORWARDED_IP",
    forwarded_ip_config: {
      // Set by the network itself, whatever the client sent.
      header_name: cdn.provider === "akamai" ? "True-Client-IP" : "X-Forwarded-For",
      fallback_behavior: "MATCH",
    },
  };
}

function rateRules(platform: Platform, where: Where, collect: readonly string[]): Omit<Rule, "priority">[] {
  const by = counted(platform, where);
  if (!by) return [];
  const { requestsPerAddress, collectRequestsPerAddress } = platform.edge.firewall;
  const rule = (name: string, limit: number, scope: object): Omit<Rule, "priority"> => ({
    name,
    statement: {
      rate_based_statement: { ...by, limit, evaluation_window_sec: WINDOW_SECONDS, scope_down_statement: scope },
    } as Statement,
    action: {
      block: {
        custom_response: {
          response_code: 429,
          custom_response_body_key: "too-many-requests",
          response_header: [{ name: "Retry-After", value: String(RETRY_AFTER_SECONDS) }],
        },
      },
    },
    visibility_config: visible(name),
  });
  return [
    rule("rate-collect", collectRequestsPerAddress, hostIs(collect)),
    rule("rate", requestsPerAddress, { not_statement: { statement: [hostIs(collect)] } }),
  ];
}

function hostIs(hosts: readonly string[]) {
  const one = (host: string) => ({
    byte_match_statement: {
      field_to_match: { single_header: { name: "host" } },
      positional_constraint: "EXACTLY",
      search_string: host,
      text_transformation: [{ priority: 0, type: "LOWERCASE" }],
    },
  });
  return hosts.length === 1 ? one(hosts[0]!) : { or_statement: { statement: hosts.map(one) } };
}

const visible = (name: string) => ({
  cloudwatch_metrics_enabled: true,
  metric_name: name,
  sampled_requests_enabled: true,
});

/** CloudWatch keeps logs for some numbers of days only: the next one that is enough. */
const RETENTIONS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
export const retentionDays = (days: number): number => RETENTIONS.find((offered) => offered >= days) ?? 3_653;
