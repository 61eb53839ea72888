// Parts 4 to 6: the application, security, delivery.
import { by, file, type Row, resource, row, source } from "./row.ts";

const PIPELINES = by("P0", "npm run proof:pipelines");
const TERRAFORM = by("P0", "npm run proof:terraform");
const NO_TASKS = "The program has no task queue yet: `worker` and `scheduler` exist in the blueprint alone.";

export const DELIVERY_ROWS: readonly Row[] = [
  row(
    67,
    "A, E",
    "An analytics application: collect, query, dashboards, reports",
    source("src/app", "web"),
    [...by("P3", "test/scenarios/every-event-once.test.ts", "test/recount/recount.test.ts", "npm run test:browser")],
    { lacks: "Funnels, retention and scheduled reports." },
  ),
  row(68, "C", "Microservices on Node.js", source("src/workloads"), by("P3", "test/scenarios/up.test.ts")),
  row(
    69,
    "C",
    "User profiles, orders, sessions",
    source("src/app/demo", "src/app/catalogue"),
    by("P3", "src/app/demo/shop.test.ts"),
  ),
  row(
    70,
    "D",
    "A web front end; Django behind it",
    source("web", "src/workloads/console"),
    by("P3", "npm run test:browser"),
    {
      instead: "TypeScript on both sides: one language for what one team reads at night.",
    },
  ),
  row(
    71,
    "D",
    "Asynchronous tasks through Redis",
    [...resource("D", "aws_elasticache_replication_group"), ...source("src/blueprint/workload-table.ts")],
    by("P0", "test/blueprints/briefs.test.ts"),
    {
      instead: "A durable queue: publish and subscribe drops what nobody hears.",
      lacks: NO_TASKS,
    },
  ),
  row(
    72,
    "D",
    "Workers follow the queue's depth",
    file("D", "gitops/rendered/*/*/worker/scaledobject.*.yaml"),
    by("P0", "src/platform/kubernetes/checks/checks.test.ts"),
    { lacks: NO_TASKS },
  ),
  row(
    73,
    "C",
    "Notifications",
    [...file("C", "observability/alertmanager/*.yaml"), ...resource("C", "aws_sns_topic")],
    [...by("P0", "src/platform/observability/pager-script.test.ts"), ...by("P3", "npm run proof:observability")],
    { lacks: "Alerts of the platform only, none on what analysts count; a sink stood where PagerDuty stands." },
  ),
  row(
    74,
    "A",
    "Metrics of latency and errors",
    source("src/core/telemetry/metrics.ts"),
    by("P3", "test/scenarios/telemetry.test.ts", "npm run proof:observability"),
  ),
  row(
    75,
    "A, B",
    "Secrets Manager with rotation; External Secrets or CSI",
    [
      ...resource("A", "aws_secretsmanager_secret_rotation"),
      ...file("A", "gitops/rendered/*/*/*/secretproviderclass.*.yaml"),
      ...file("B", "gitops/rendered/*/*/*/externalsecret.*.yaml"),
    ],
    by("P0", "src/platform/rotation/rotation-script.test.ts", "src/platform/kubernetes/checks/checks.test.ts"),
    {
      lacks:
        "The application's own password in the database and the regions' link key are changed by hand; why, the runbook and RECOVER-66 say.",
    },
  ),
  row(
    76,
    "B, D",
    "SSM Parameter Store for credentials",
    resource("B", "aws_ssm_parameter"),
    by("P0", "src/assess/recoverability/recoverability.test.ts"),
  ),
  row(
    77,
    "A, B, C",
    "IAM roles for service accounts",
    resource("A", "aws_iam_role", "aws_iam_role_policy"),
    by("P0", "src/platform/terraform/identity/grants.test.ts"),
  ),
  row(78, "C, D", "Encryption at rest and in transit", resource("D", "aws_kms_key"), [
    ...TERRAFORM,
    ...by("P0", "src/platform/terraform/bootstrap/key-uses.test.ts"),
  ]),
  row(
    79,
    "D",
    "No public access to S3",
    resource("D", "aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"),
    TERRAFORM,
  ),
  row(
    80,
    "D",
    "Certificates on balancers and CDN",
    resource("D", "aws_acm_certificate"),
    by("P0", "src/assess/recoverability/recoverability.test.ts"),
  ),
  row(
    81,
    "D",
    "ECR with scanning",
    resource("D", "aws_ecr_repository", "aws_ecr_registry_scanning_configuration"),
    TERRAFORM,
  ),
  row(
    82,
    "C",
    "ECR through PrivateLink",
    resource("C", "aws_vpc_endpoint"),
    by("P0", "src/assess/flows/flows.test.ts"),
  ),
  row(
    83,
    "B",
    "Git without secrets",
    file("flagship", "pipelines/.github/workflows/checks.yml", "pipelines/ci/secrets.sh"),
    PIPELINES,
  ),
  row(
    84,
    "B",
    "Deployment is pulled",
    file("B", "gitops/bootstrap/*/root.yaml"),
    by("P0", "src/platform/gitops/files.test.ts"),
  ),
  row(85, "E", "CloudTrail", resource("E", "aws_cloudtrail"), TERRAFORM),
  row(
    86,
    "B",
    "Encrypted backups",
    resource("B", "aws_backup_vault", "aws_backup_vault_lock_configuration"),
    TERRAFORM,
  ),
  row(
    87,
    "A, B, D, E",
    "Terraform for everything",
    file("A", "terraform/global/main.tf"),
    [...TERRAFORM, ...by("P2", "npm run proof:emulator")],
    { instead: "CloudFormation, which one brief names too, isn't written." },
  ),
  row(
    88,
    "D",
    "Ansible for Nginx",
    file("D", "ansible/site.yml", "ansible/roles/web_tier/tasks/main.yml"),
    by("P0", "npm run proof:nginx"),
  ),
  row(
    89,
    "A, B, D",
    "Pipelines: GitHub, GitLab, Jenkins",
    file("flagship", "pipelines/.gitlab-ci.yml", "pipelines/Jenkinsfile"),
    PIPELINES,
  ),
  row(90, "A, B, D", "Delivery by approval, or by itself", file("flagship", "pipelines/Jenkinsfile"), PIPELINES),
  row(
    91,
    "A, B",
    "Manifests in Git; Argo CD follows",
    file("A", "gitops/bootstrap/*/appsets/*.yaml"),
    by("P0", "src/platform/gitops/files.test.ts", "npm run proof:kubernetes"),
  ),
  row(92, "A", "Roll-back by revert", file("A", "gitops/releases/*.json"), by("P2", "test/gitops/rollback.test.ts"), {
    lacks: "In Git itself; no Argo CD followed, for there is no cluster here.",
  }),
  row(93, "A", "The same way for dev, qa, uat, prod", source("src/blueprint/environments.ts"), [
    ...by("P0", "src/blueprint/platform.test.ts"),
    ...by("P2", "npm run proof:gitops"),
  ]),
  row(94, "E", "CodeCommit", resource("flagship", "aws_codecommit_repository"), TERRAFORM, {
    instead: "As a mirror of the source.",
  }),
  row(95, "A", "Docker images", source("image/Dockerfile"), by("P3", "npm run proof:image"), {
    lacks: "No image was built: there is no Docker engine here. Its file tree was, and was started read-only.",
  }),
];
