// What pushes images: the pipeline, by a token that its own system signs, into the repositories of both regions and
// nowhere else. It can't read a secret, change a resource or enter a cluster.
import type { Platform } from "../../../blueprint/platform.ts";
import {
  AGENT_TAG,
  OPEN_ID_ISSUERS,
  type OpenIdSystem,
  openIdProviderArn,
  openIdSystems,
} from "../../names/bootstrap.ts";
import { imagePushRole } from "../../names/identity.ts";
import { pushedRepositoryArns } from "../../names/images.ts";
import type { Statement } from "../language/policy.ts";
import type { Stack } from "../language/stack.ts";
import { declareRole } from "../role.ts";

/** A build with its scan and its signature. */
const SESSION_SECONDS = 3_600;

export function buildImageRoles(platform: Platform, stack: Stack): void {
  const file = stack.file(
    "roles-images",
    "What pushes images into both regions' registries: pipelines, from the main branch.",
  );
  declareRole(file, platform, {
    key: "image_push",
    name: imagePushRole(platform),
    description: "Pipelines push images and charts",
    trust: pushTrust(platform),
    policies: { push: pushStatements(platform) },
    maxSessionSeconds: SESSION_SECONDS,
  });
}

/** From the main branch alone. A job of GitHub's that waits for an environment's protection is that environment's instead. */
const SUBJECTS: Readonly<Record<OpenIdSystem, (platform: Platform) => readonly string[]>> = {
  github: ({ delivery: { repository }, environment }) => [
    `repo:${repository}:ref:refs/heads/main`,
    `repo:${repository}:environment:${environment}`,
  ],
  gitlab: ({ delivery: { repository } }) => [`project_path:${repository}:ref_type:branch:ref:main`],
};

function pushTrust(platform: Platform): readonly Statement[] {
  const { pipelines } = platform.delivery;
  const trusted: Statement[] = openIdSystems(platform).map((system) => ({
    principals: { Federated: openIdProviderArn(platform, system) },
    actions: "sts:AssumeRoleWithWebIdentity",
    conditions: {
      StringEquals: {
        [`${OPEN_ID_ISSUERS[system]}:aud`]: system === "github" ? "sts.amazonaws.com" : "https://gitlab.com",
        [`${OPEN_ID_ISSUERS[system]}:sub`]: SUBJECTS[system](platform),
      },
    },
  }));
  if (!pipelines.includes("jenkins")) return trusted;
  return [
    ...trusted,
    {
      principals: { AWS: `arn:aws:iam::${platform.accountId}:root` },
      actions: "sts:AssumeRole",
      conditions: { StringEquals: { [`aws:PrincipalTag/${AGENT_TAG}`]: "jenkins" } },
    },
  ];
}

const pushStatements = (platform: Platform): readonly Statement[] => [
  // The token for a registry takes no resource.
  { actions: ["ecr:GetAuthorizationToken"], resources: "*" },
  {
    actions: [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:DescribeImages",
      "ecr:DescribeImageScanFindings",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ],
    resources: [platform.regions.primary, platform.regions.standby].flatMap((region) =>
      pushedRepositoryArns(platform, region),
    ),
  },
];
