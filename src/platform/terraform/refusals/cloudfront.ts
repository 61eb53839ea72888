// What CloudFront, WAF at its edge, and certificates for it refuse.
import type { Argument } from "../language/expression.ts";
import { block, blocks, isSet, list, type Placed } from "./graph.ts";
import { type Refusal, refused } from "./refusal.ts";

const EDGE_REGION = "us-east-1";
const READS = new Set(["GET", "HEAD", "OPTIONS"]);
/** A distribution's cache behaviours, the default one included. */
const BEHAVIOURS_MAX = 75;
const COMMENT_LENGTH_MAX = 128;

type Behaviour = { readonly [name: string]: Argument };
const behaviours = (distribution: Placed): readonly Behaviour[] => [
  ...blocks(distribution.args.default_cache_behavior),
  ...blocks(distribution.args.ordered_cache_behavior),
];

export const CLOUDFRONT: readonly Refusal[] = [
  {
    id: "cloudfront-writes-to-origin-group",
    says: "The parameter AllowedMethods cannot include POST, PUT, PATCH, or DELETE for a cached behavior associated with an origin group.",
    source: { kind: "issue", where: "https://github.com/aws/aws-cdk/issues/32450" },
    mend: "Point behaviours that take writes at a single origin whose name fails over in DNS; keep the origin group for GET, HEAD and OPTIONS.",
    *find(graph) {
      for (const distribution of graph.of("aws_cloudfront_distribution")) {
        const groups = new Set(
          blocks(distribution.args.origin_group).map((group) => graph.text(distribution, group.origin_id)),
        );
        for (const behaviour of behaviours(distribution)) {
          const target = graph.text(distribution, behaviour.target_origin_id);
          const writes = list(behaviour.allowed_methods).filter(
            (method) => typeof method === "string" && !READS.has(method),
          );
          if (groups.has(target) && writes.length > 0) {
            yield refused(distribution, `sends ${writes.join(", ")} to the origin group "${target}"`);
          }
        }
      }
    },
  },
  {
    id: "cloudfront-certificate-outside-us-east-1",
    says: "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html",
    },
    mend: "Ask for the distribution's certificate through a provider of us-east-1.",
    *find(graph) {
      for (const distribution of graph.of("aws_cloudfront_distribution")) {
        const certificate = block(distribution.args.viewer_certificate).acm_certificate_arn;
        const region =
          graph.target(distribution, certificate)?.region ?? regionOfArn(graph.text(distribution, certificate));
        if (region !== undefined && region !== EDGE_REGION)
          yield refused(distribution, `its certificate is in ${region}`);
      }
    },
  },
  {
    id: "cloudfront-alias-without-certificate",
    says: "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
    },
    mend: "Give viewer_certificate the ARN of a certificate that covers every alias.",
    *find(graph) {
      for (const distribution of graph.of("aws_cloudfront_distribution")) {
        const certificate = block(distribution.args.viewer_certificate);
        const own = isSet(certificate.acm_certificate_arn) || isSet(certificate.iam_certificate_id);
        if (list(distribution.args.aliases).length > 0 && !own) {
          yield refused(distribution, "has aliases and CloudFront's own certificate");
        }
      }
    },
  },
  {
    id: "cloudfront-unknown-origin",
    says: "NoSuchOrigin: One or more of your origins or origin groups do not exist.",
    source: { kind: "API model", where: "cloudfront CreateDistribution, exception NoSuchOrigin" },
    mend: "Declare the origin, or name one that is there.",
    *find(graph) {
      for (const distribution of graph.of("aws_cloudfront_distribution")) {
        const origins = [...blocks(distribution.args.origin), ...blocks(distribution.args.origin_group)];
        const known = new Set(origins.map((origin) => graph.text(distribution, origin.origin_id)));
        if (known.has(undefined)) continue;
        for (const behaviour of behaviours(distribution)) {
          const target = graph.text(distribution, behaviour.target_origin_id);
          if (target !== undefined && !known.has(target))
            yield refused(distribution, `sends requests to "${target}", which is no origin`);
        }
      }
    },
  },
  {
    id: "cloudfront-behaviours-over-quota",
    says: "TooManyCacheBehaviors: You cannot create more cache behaviors for the distribution.",
    source: {
      kind: "remembered",
      where: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html",
    },
    mend: "Join path patterns, or ask for a higher quota.",
    *find(graph) {
      for (const distribution of graph.of("aws_cloudfront_distribution")) {
        const count = behaviours(distribution).length;
        if (count > BEHAVIOURS_MAX)
          yield refused(distribution, `has ${count} cache behaviours, and ${BEHAVIOURS_MAX} are allowed`);
      }
    },
  },
  {
    id: "cloudfront-path-pattern-twice",
    says: "InvalidArgument: The parameter PathPattern contains duplicates.",
    source: { kind: "remembered", where: "cloudfront CreateDistribution" },
    mend: "Keep one behaviour for each path pattern.",
    *find(graph) {
      for (const distribution of graph.of("aws_cloudfront_distribution")) {
        const patterns = blocks(distribution.args.ordered_cache_behavior).map((behaviour) =>
          graph.text(distribution, behaviour.path_pattern),
        );
        for (const pattern of twice(patterns)) yield refused(distribution, `has two behaviours for ${pattern}`);
      }
    },
  },
  {
    id: "cloudfront-comment-too-long",
    says: "The comment cannot be longer than 128 characters.",
    source: { kind: "API model", where: "cloudfront DistributionConfig and CachePolicyConfig, member Comment" },
    mend: "Say it in 128 characters; the reason belongs into the Terraform comment.",
    *find(graph) {
      for (const it of graph.of(
        "aws_cloudfront_distribution",
        "aws_cloudfront_cache_policy",
        "aws_cloudfront_origin_request_policy",
        "aws_cloudfront_response_headers_policy",
      )) {
        const length = graph.text(it, it.args.comment)?.length ?? 0;
        if (length > COMMENT_LENGTH_MAX) yield refused(it, `its comment has ${length} characters`);
      }
    },
  },
  {
    id: "cloudfront-uncached-policy-with-key",
    says: "The parameter HeaderBehavior is invalid for policy with caching disabled.",
    source: { kind: "issue", where: "https://github.com/sladg/nextjs-lambda/pull/89" },
    mend: "Use a cache policy with caching disabled for nothing but that, and send headers on by an origin request policy.",
    *find(graph) {
      for (const policy of graph.of("aws_cloudfront_cache_policy")) {
        if (graph.number(policy, policy.args.max_ttl) !== 0) continue;
        const key = block(policy.args.parameters_in_cache_key_and_forwarded_to_origin);
        const parts: [name: string, behaviour: Argument | undefined][] = [
          ["headers", block(key.headers_config).header_behavior],
          ["cookies", block(key.cookies_config).cookie_behavior],
          ["query strings", block(key.query_strings_config).query_string_behavior],
        ];
        if (key.enable_accept_encoding_gzip === true || key.enable_accept_encoding_brotli === true) {
          yield refused(policy, "never caches (max_ttl is 0) and compresses what it keeps");
        }
        for (const [name, behaviour] of parts) {
          if (isSet(behaviour) && behaviour !== "none")
            yield refused(policy, `never caches (max_ttl is 0) and keeps ${name} in the key`);
        }
      }
    },
  },
  {
    id: "cloudfront-log-bucket-without-acl",
    says: "The S3 bucket that you specified for CloudFront logs does not enable ACL access.",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html",
    },
    mend: "Set object_ownership to BucketOwnerPreferred on the log bucket, or use standard logging v2.",
    *find(graph) {
      for (const distribution of graph.of("aws_cloudfront_distribution")) {
        for (const logging of blocks(distribution.args.logging_config)) {
          const name = graph.text(distribution, logging.bucket)?.replace(/\.s3(\.[a-z0-9-]+)?\.amazonaws\.com$/, "");
          const bucket = graph.bucket(distribution, name) ?? graph.target(distribution, logging.bucket);
          if (bucket?.type !== "aws_s3_bucket") continue;
          const controls = graph.besideBucket("aws_s3_bucket_ownership_controls", bucket);
          const ownership = controls
            ? graph.text(controls, block(controls.args.rule).object_ownership)
            : "BucketOwnerEnforced";
          if (ownership === "BucketOwnerEnforced")
            yield refused(distribution, `logs into ${bucket.address}, which has no ACLs`);
        }
      }
    },
  },
  {
    id: "waf-cloudfront-scope-outside-us-east-1",
    says: "WAFInvalidParameterException: The scope is not valid. (CLOUDFRONT is offered in us-east-1 alone.)",
    source: { kind: "API model", where: "wafv2 CreateWebACL, member Scope: use the Region endpoint us-east-1" },
    mend: "Declare it through a provider of us-east-1.",
    *find(graph) {
      for (const it of graph.of(
        "aws_wafv2_web_acl",
        "aws_wafv2_ip_set",
        "aws_wafv2_rule_group",
        "aws_wafv2_regex_pattern_set",
      )) {
        if (it.args.scope === "CLOUDFRONT" && it.region !== EDGE_REGION)
          yield refused(it, `has the scope CLOUDFRONT in ${it.region}`);
      }
    },
  },
  {
    id: "waf-association-with-cloudfront",
    says: "To associate a web ACL with a distribution, use UpdateDistribution; AssociateWebACL is for regional resources.",
    source: { kind: "API model", where: "wafv2 AssociateWebACL" },
    mend: "Set web_acl_id on the distribution; give the association a web ACL of scope REGIONAL.",
    *find(graph) {
      for (const association of graph.of("aws_wafv2_web_acl_association")) {
        const acl = graph.target(association, association.args.web_acl_arn);
        const resource = graph.target(association, association.args.resource_arn);
        if (acl?.args.scope === "CLOUDFRONT" || resource?.type === "aws_cloudfront_distribution") {
          yield refused(association, "joins a web ACL to CloudFront by association");
        }
      }
    },
  },
  {
    id: "waf-wrong-scope-for-distribution",
    says: "InvalidWebACLId: CloudFront takes a web ACL of scope CLOUDFRONT.",
    source: { kind: "API model", where: "cloudfront DistributionConfig, member WebACLId" },
    mend: "Give the distribution a web ACL of scope CLOUDFRONT, in us-east-1.",
    *find(graph) {
      for (const distribution of graph.of("aws_cloudfront_distribution")) {
        const acl = graph.target(distribution, distribution.args.web_acl_id);
        if (acl?.args.scope === "REGIONAL") yield refused(distribution, `uses ${acl.address}, whose scope is REGIONAL`);
      }
    },
  },
  {
    id: "waf-log-destination-name",
    says: "The name that you give the destination must start with aws-waf-logs-.",
    source: { kind: "API model", where: "wafv2 LoggingConfiguration, member LogDestinationConfigs" },
    mend: "Call the log group, bucket or delivery stream aws-waf-logs-….",
    *find(graph) {
      for (const logging of graph.of("aws_wafv2_web_acl_logging_configuration")) {
        for (const destination of list(logging.args.log_destination_configs)) {
          const target = graph.target(logging, destination);
          const name = target ? graph.text(target, target.args.name ?? target.args.bucket) : undefined;
          if (name !== undefined && !name.startsWith("aws-waf-logs-")) yield refused(logging, `logs to "${name}"`);
        }
      }
    },
  },
  {
    id: "waf-priority-twice",
    says: "The priorities don't need to be consecutive, but they must all be different.",
    source: { kind: "API model", where: "wafv2 Rule, member Priority" },
    mend: "Number the rules apart.",
    *find(graph) {
      for (const acl of graph.of("aws_wafv2_web_acl", "aws_wafv2_rule_group")) {
        const priorities = blocks(acl.args.rule).map((rule) => graph.text(acl, rule.priority));
        for (const priority of twice(priorities)) yield refused(acl, `has two rules of priority ${priority}`);
      }
    },
  },
  {
    id: "waf-description-characters",
    says: "Value at 'description' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\w+=:#@/\\-,\\.][\\w+=:#@/\\-,\\.\\s]+[\\w+=:#@/\\-,\\.]$",
    source: { kind: "API model", where: "wafv2 shape EntityDescription" },
    mend: "Use letters, digits, spaces and + = : # @ / - , . in it.",
    *find(graph) {
      for (const it of graph.of(
        "aws_wafv2_web_acl",
        "aws_wafv2_ip_set",
        "aws_wafv2_rule_group",
        "aws_wafv2_regex_pattern_set",
      )) {
        const description = graph.text(it, it.args.description);
        if (description !== undefined && !/^[\w+=:#@/\-,.][\w+=:#@/\-,.\s]+[\w+=:#@/\-,.]$/.test(description)) {
          yield refused(it, `its description is "${description}"`);
        }
      }
    },
  },
];

/** The values that appear more than once, each named once. */
export function twice<T>(values: readonly (T | undefined)[]): ReadonlySet<T> {
  const seen = new Set<T>();
  const again = new Set<T>();
  for (const value of values) {
    if (value === undefined) continue;
    if (seen.has(value)) again.add(value);
    seen.add(value);
  }
  return again;
}

export const regionOfArn = (arn: string | undefined): string | undefined =>
  arn?.match(/^arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]+):/)?.[1];
