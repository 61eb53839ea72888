// The region's own registry: what we push, scanned, never overwritten and copied to the other region; and what the
// cluster's software comes from, cached here at its first pull. It is there before any cluster, also where a region holds
// copies alone: an image that has to be fetched during a fail-over is an image too late. The registry's settings are the
// account's, one per region, so two platforms can't share an account and a region.

import { imagePushRole, machineryRole, machineryRoleArn, roleArn } from "../../names/identity.ts";
import {
  cachePrefix,
  REPOSITORY_PREFIXES,
  type RepositoryName,
  repositoryName,
  UPSTREAMS,
  type Upstream,
} from "../../names/images.ts";
import { repositoriesOf } from "../../names/repositories.ts";
import { json, type Ref } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import { policy } from "../language/policy.ts";
import type { File } from "../language/stack.ts";
import { declareRole, trustService } from "../role.ts";
import type { Site } from "./site.ts";

/** A release that can still be rolled back to. At ten a week it is two years. */
const RELEASES_MAX = 1_000;
/** An image without a tag is half a push, or one that a tag has left. */
const UNTAGGED_DAYS = 14;
/** Pulled once and not since: a version of an add-on that nobody runs. */
const CACHED_MAX = 50;

export function buildImages(site: Site): void {
  const { platform, peer, stack } = site;
  const file = stack.file(
    "images",
    "Images and charts: the region's own copies, so that no pod waits for another region.",
  );
  for (const repository of repositoriesOf(platform)) buildRepository(file, site, repository);
  file.resource(
    "aws_ecr_registry_scanning_configuration",
    "main",
    {
      scan_type: "ENHANCED",
      rule: [
        {
          scan_frequency: "CONTINUOUS_SCAN",
          repository_filter: [{ filter: `${platform.name}/*`, filter_type: "WILDCARD" }],
        },
      ],
    },
    { comment: "A weakness found next month is reported for the image that runs then, not only when it was pushed." },
  );
  file.resource(
    "aws_ecr_replication_configuration",
    "main",
    {
      replication_configuration: {
        rule: [
          {
            destination: [{ region: peer.name, registry_id: platform.accountId }],
            // By their beginnings, since a rule takes few filters and an installation has many repositories.
            repository_filter: REPOSITORY_PREFIXES.map((prefix) => ({
              filter: `${platform.name}/${prefix}`,
              filter_type: "PREFIX_MATCH",
            })),
          },
        ],
      },
    },
    {
      comment:
        "Whichever region CI pushes to, the other has the image too; a copy isn't copied on. Only what is pushed from now on is replicated, and CI waits until both have the digest.",
    },
  );
  buildCaches(file, site);
}

function buildRepository(file: File, { platform, region, keys }: Site, repository: RepositoryName): void {
  const key = terraformName(repository);
  const made = file.resource("aws_ecr_repository", key, {
    name: repositoryName(platform, repository),
    image_tag_mutability: "IMMUTABLE",
    image_scanning_configuration: { scan_on_push: true },
    encryption_configuration: [{ encryption_type: "KMS", kms_key: keys.images }],
  });
  file.resource("aws_ecr_lifecycle_policy", key, {
    repository: made.name,
    policy: lifecycle([
      { untaggedDays: UNTAGGED_DAYS, why: "Half a push, or an image that its tag has left" },
      { countMax: RELEASES_MAX, why: "Releases that can still be rolled back to" },
    ]),
  });
  const pushers = [
    roleArn(platform, imagePushRole(platform)),
    ...(repository === "charts/argo-cd" ? [machineryRoleArn(platform, region, "cluster-bootstrap")] : []),
    `arn:aws:iam::${platform.accountId}:role/aws-service-role/replication.ecr.amazonaws.com/*`,
  ];
  file.resource(
    "aws_ecr_repository_policy",
    key,
    {
      repository: made.name,
      policy: policy([
        {
          sid: "OnlyPipelinesPush",
          effect: "Deny",
          principals: "*",
          actions: ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"],
          conditions: { ArnNotLike: { "aws:PrincipalArn": pushers } },
        },
      ]),
    },
    { comment: "What runs was built by a pipeline: not even an administrator pushes by hand." },
  );
}

type Expiry = { readonly why: string } & ({ readonly untaggedDays: number } | { readonly countMax: number });

const lifecycle = (expiries: readonly Expiry[]): Ref<string> =>
  json({
    rules: expiries.map((expiry, index) => ({
      rulePriority: index + 1,
      description: expiry.why,
      selection:
        "untaggedDays" in expiry
          ? {
              tagStatus: "untagged",
              countType: "sinceImagePushed",
              countUnit: "days",
              countNumber: expiry.untaggedDays,
            }
          : { tagStatus: "any", countType: "imageCountMoreThan", countNumber: expiry.countMax },
      action: { type: "expire" },
    })),
  });

/** Upstream registries without a password. What was pulled once stays when they are away; in a warm standby that is all
 *  that runs there. Private subnets reach them by the registry's endpoint, which fetches for them. */
function buildCaches(file: File, { platform, region, keys }: Site): void {
  const role = declareRole(file, platform, {
    key: "pull_through",
    name: machineryRole(platform, region, "pull-through"),
    description: "ECR makes repositories of cached images, with our key",
    trust: trustService("ecr.amazonaws.com", platform.accountId),
    policies: {
      repositories: [
        {
          actions: ["ecr:CreateRepository", "ecr:ReplicateImage", "ecr:TagResource"],
          resources: cacheArns({ platform, region }),
        },
        { actions: ["kms:CreateGrant", "kms:RetireGrant", "kms:DescribeKey"], resources: keys.images },
      ],
    },
  });
  for (const [upstream, host] of Object.entries(UPSTREAMS) as [Upstream, string][]) {
    const prefix = cachePrefix(platform, upstream);
    const template = file.resource("aws_ecr_repository_creation_template", `cached_${upstream}`, {
      prefix,
      description: `Images cached from ${host}`,
      applied_for: ["PULL_THROUGH_CACHE"],
      custom_role_arn: role.arn,
      image_tag_mutability: "IMMUTABLE",
      encryption_configuration: [{ encryption_type: "KMS", kms_key: keys.images }],
      lifecycle_policy: lifecycle([{ countMax: CACHED_MAX, why: "Versions that nobody runs any more" }]),
    });
    file.resource(
      "aws_ecr_pull_through_cache_rule",
      `cached_${upstream}`,
      { ecr_repository_prefix: prefix, upstream_registry_url: host },
      { dependsOn: [template] },
    );
  }
}

/** The repositories of cached images, those to come included. */
export const cacheArns = ({ platform, region }: Pick<Site, "platform" | "region">): readonly string[] =>
  (Object.keys(UPSTREAMS) as Upstream[]).map(
    (upstream) => `arn:aws:ecr:${region.name}:${platform.accountId}:repository/${cachePrefix(platform, upstream)}/*`,
  );
