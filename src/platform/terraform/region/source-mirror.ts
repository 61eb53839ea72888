// A copy of the repositories inside AWS, in each region that runs something: when the Git host is away, the sources and
// manifests of what runs are still there to read and to deliver from. CodeCommit took no new customers from July 2024 on;
// where an account isn't let in, creating the repository fails and the blueprint's `delivery.mirror` goes to "none".
import { arnOf } from "../../names/base.ts";
import { mirrorLogGroup, mirrorProject, mirrorRepository, mirrorRepositoryArn } from "../../names/cluster.ts";
import { parameterName, secretName, secretParameter } from "../../names/data.ts";
import { gitHost, gitOpsUrl, sourceUrl } from "../../names/delivery.ts";
import { machineryRole } from "../../names/identity.ts";
import { secretStatements } from "../identity/grants.ts";
import { text } from "../language/expression.ts";
import type { File } from "../language/stack.ts";
import { declareReadyRole, declareRole, trustService } from "../role.ts";
import { BUILD_ENVIRONMENT } from "./build-environment.ts";
import type { Site } from "./site.ts";
import { declareLogGroup } from "./store-logs.ts";

const REPOSITORIES = ["source", "deploy"] as const;
const BUILD_MINUTES = 30;
/** What was pushed within it may be missing from the mirror. */
const MIRROR_EVERY = "rate(1 hour)";

export function buildSourceMirror(site: Site): void {
  const { platform, region, stack, keys } = site;
  if (platform.delivery.mirror !== "codecommit" || !region.holds.cluster) return;
  const file = stack.file(
    "source-mirror",
    "Sources and manifests, copied every hour from the Git host into CodeCommit.",
  );
  for (const which of REPOSITORIES) {
    file.resource("aws_codecommit_repository", which, {
      repository_name: mirrorRepository(platform, which),
      description: `Mirror of ${which === "source" ? sourceUrl(platform) : gitOpsUrl(platform)}; never pushed to by people`,
      kms_key_id: keys.data,
    });
  }
  const logs = declareLogGroup(site, file, "source_mirror", mirrorLogGroup(platform));
  const { role, ready } = declareReadyRole(file, platform, {
    key: "source_mirror",
    name: machineryRole(platform, region, "source-mirror"),
    description: "The build that copies repositories into CodeCommit",
    trust: trustService("codebuild.amazonaws.com", platform.accountId),
    policies: {
      mirror: [
        {
          actions: ["codecommit:GitPull", "codecommit:GitPush"],
          resources: REPOSITORIES.map((which) => mirrorRepositoryArn(platform, region, which)),
        },
        // CodeCommit enciphers what is pushed in the name of who pushes it.
        {
          actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          resources: keys.data,
          conditions: { StringEquals: { "kms:ViaService": `codecommit.${region.name}.amazonaws.com` } },
        },
        { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: text`${logs.arn}:*` },
        ...secretStatements(platform, region, ["repository-key"]),
      ],
    },
  });
  file.resource(
    "aws_codebuild_project",
    "source_mirror",
    {
      name: mirrorProject(platform),
      description: "Copies the repositories into CodeCommit",
      service_role: role.arn,
      build_timeout: BUILD_MINUTES,
      concurrent_build_limit: 1,
      // It leaves nothing behind, so it names no key: CodeBuild encrypts what it leaves, and nothing else, with it.
      artifacts: { type: "NO_ARTIFACTS" },
      environment: BUILD_ENVIRONMENT,
      source: { type: "NO_SOURCE", buildspec: stack.asset("code/source-mirror.json", mirrorSpec(site)) },
      logs_config: { cloudwatch_logs: { group_name: logs.name, status: "ENABLED" } },
    },
    { comment: "Outside the network: it speaks to the Git host and to CodeCommit alone.", dependsOn: ready },
  );
  startHourly(file, site);
}

function startHourly(file: File, { platform, region }: Site): void {
  const project = arnOf(platform, "codebuild", region.name, `project/${mirrorProject(platform)}`);
  const starter = declareRole(file, platform, {
    key: "source_mirror_start",
    name: machineryRole(platform, region, "source-mirror-start"),
    description: "EventBridge starts the mirror",
    trust: trustService("events.amazonaws.com", platform.accountId),
    policies: { start: [{ actions: ["codebuild:StartBuild"], resources: project }] },
  });
  const rule = file.resource("aws_cloudwatch_event_rule", "source_mirror", {
    name: mirrorProject(platform),
    description: "Copies the repositories every hour",
    schedule_expression: MIRROR_EVERY,
  });
  file.resource("aws_cloudwatch_event_target", "source_mirror", {
    rule: rule.name,
    target_id: "source-mirror",
    arn: project,
    role_arn: starter.arn,
  });
}

/** Buildspec as JSON. A branch deleted upstream is deleted here too; history is kept by the Git host. */
function mirrorSpec({ platform, region }: Site): string {
  const read =
    platform.secrets.store === "ssm"
      ? `aws ssm get-parameter --region ${region.name} --name ${parameterName(platform, secretParameter("repository-key"))} --with-decryption --query Parameter.Value --output text`
      : `aws secretsmanager get-secret-value --region ${region.name} --secret-id ${secretName(platform, "repository-key")} --query SecretString --output text`;
  const target = (which: (typeof REPOSITORIES)[number]) =>
    `https://git-codecommit.${region.name}.amazonaws.com/v1/repos/${mirrorRepository(platform, which)}`;
  const copy = (which: (typeof REPOSITORIES)[number], from: string) => [
    `git clone --mirror ${from} /tmp/${which}`,
    // Requests for review are references of the host's own, which CodeCommit refuses.
    `cd /tmp/${which} && git push --prune ${target(which)} '+refs/heads/*:refs/heads/*' '+refs/tags/*:refs/tags/*'`,
  ];
  const spec = {
    version: "0.2",
    env: { shell: "bash" },
    phases: {
      pre_build: {
        commands: [
          "set -euo pipefail",
          `git config --global credential.https://git-codecommit.${region.name}.amazonaws.com.helper '!aws codecommit credential-helper $@'`,
          `git config --global credential.https://git-codecommit.${region.name}.amazonaws.com.useHttpPath true`,
          `set +x; if TOKEN="$(${read} 2>/dev/null)" && [ -n "$TOKEN" ]; then install -m 0600 /dev/null ~/.git-credentials && printf 'https://token:%s@${gitHost(platform)}\\n' "$TOKEN" > ~/.git-credentials && git config --global credential.https://${gitHost(platform)}.helper store; fi`,
        ],
      },
      build: { commands: [...copy("source", sourceUrl(platform)), ...copy("deploy", gitOpsUrl(platform))] },
    },
  };
  return `${JSON.stringify(spec, null, 2)}\n`;
}
