// How the platform is kept: secrets, safety, observation, delivery, backups, recovery, cost.
import { z } from "zod";
import { count, emailAddress, part, share, way } from "./field.ts";

export const secrets = part({
  store: z
    .enum(["secrets-manager", "ssm"])
    .default("secrets-manager")
    .describe(
      "Where credentials lie. Secrets Manager replicates and rotates by itself; SSM parameters are copied and compared by the platform.",
    ),
  intoPods: z
    .enum(["external-secrets", "csi"])
    .default("external-secrets")
    .describe("How pods get them, always from their own region."),
  rotationDays: count(1, 365).default(30).describe("Age at which a rotated secret changes."),
}).describe("Credentials.");

export const security = part({
  guardDuty: z.boolean().default(true).describe("Watch for threats."),
  config: z.boolean().default(true).describe("Record the configuration of resources and check it."),
  accessAnalyzer: z.boolean().default(true).describe("Report resources that outsiders can reach."),
  trailDays: count(90, 3_650).default(400).describe("How long CloudTrail's log is kept."),
}).describe("Safety of the account.");

export const observability = part({
  logDays: z
    .union([z.literal(7), z.literal(14), z.literal(30), z.literal(60), z.literal(90), z.literal(180), z.literal(365)])
    .default(30)
    .describe("How long CloudWatch keeps logs."),
  podLogsToSearch: z.boolean().default(true).describe("Send pods' logs to OpenSearch too, where there is one."),
  grafana: z
    .enum(["in-cluster", "managed", "none"])
    .default("in-cluster")
    .describe("Grafana in each cluster, Amazon Managed Grafana where the region has it, or none."),
  tracing: z.enum(["none", "x-ray"]).default("x-ray").describe("Where OpenTelemetry traces go."),
  canaries: z.boolean().default(true).describe("Synthetics canaries; each region is watched from another one."),
  canaryMinutes: count(1, 60).default(5).describe("Minutes between a canary's visits."),
  pager: z
    .discriminatedUnion("kind", [
      way("pagerduty"),
      way("email", { address: emailAddress.describe("Who is written to.") }),
    ])
    .prefault({ kind: "pagerduty" })
    .describe("Where alarms go. PagerDuty's key is a secret that a person fills in."),
  chat: z
    .enum(["none", "slack"])
    .default("none")
    .describe(
      "A channel where alerts are told too, for all to read; nobody gets up by it. Its webhook's address is a secret that a person fills in.",
    ),
  externalProbe: z.enum(["none", "pingdom"]).default("none").describe("A probe from outside AWS."),
  onPremisesMonitor: z
    .enum(["none", "zabbix"])
    .default("none")
    .describe("What watches the SQL Server on the premises."),
}).describe("What is seen of it, and who is told.");

export const delivery = part({
  pipelines: z
    .array(z.enum(["github", "gitlab", "jenkins"]))
    .min(1)
    .default(["github"])
    .describe("For which systems pipelines are written."),
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .default("example/tandem")
    .describe("Owner and name of the source repository."),
  gitOpsRepository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .default("example/tandem-deploy")
    .describe("Owner and name of the repository of manifests that Argo CD reads."),
  rollout: z.enum(["canary", "blue-green", "rolling"]).default("canary").describe("How a new version comes in."),
  approval: z
    .enum(["prod", "all", "none"])
    .default("prod")
    .describe("In which environments a person approves a release."),
  mirror: z.enum(["none", "codecommit"]).default("none").describe("A mirror of the source inside AWS."),
  clusterBootstrap: z
    .enum(["codebuild", "none"])
    .default("codebuild")
    .describe("A build project inside the network that installs Argo CD, since the clusters' endpoints are private."),
  regionBakeMinutes: count(0, 10_080)
    .default(60)
    .describe("How long a release runs in one region before it goes to the next."),
  signOn: z
    .discriminatedUnion("kind", [
      way("cluster"),
      way("oidc", {
        issuer: z
          .string()
          .regex(/^https:\/\/[^\s]+$/)
          .describe("The address of who signs people in."),
        clientId: z.string().min(1).describe("What Argo CD is called there: a public client with PKCE, so no secret."),
        onCallGroup: z.string().min(1).describe("The group that may synchronise and promote."),
        viewerGroup: z.string().min(1).describe("The group that may look."),
      }),
    ])
    .prefault({ kind: "cluster" })
    .describe("Who may see Argo CD's pages: whoever may enter the cluster, or groups of a single sign-on."),
}).describe("How changes arrive.");

const backupPlan = z.strictObject({
  importance: z
    .enum(["critical", "important", "ordinary"])
    .describe("The tag `importance` that chooses what is saved by this plan."),
  everyHours: z.union([z.literal(1), z.literal(4), z.literal(12), z.literal(24)]).describe("Hours between backups."),
  keepDays: count(1, 3_650).describe("How long they are kept."),
  coldAfterDays: count(1, 3_650)
    .optional()
    .describe("Age at which they move to cold storage, at least 90 days before they are deleted."),
  copyToOtherRegion: z.boolean().describe("Also keep a copy in the other region."),
});

export const backups = part({
  plans: z
    .array(backupPlan)
    .min(1)
    .max(3)
    .default([
      { importance: "critical", everyHours: 1, keepDays: 35, copyToOtherRegion: true },
      { importance: "important", everyHours: 12, keepDays: 90, copyToOtherRegion: true },
      { importance: "ordinary", everyHours: 24, keepDays: 14, copyToOtherRegion: false },
    ])
    .describe("Plans by importance of what they save."),
  vaultLock: z
    .enum(["none", "governance", "compliance"])
    .default("governance")
    .describe("Nobody deletes a backup early; under compliance not even the account's owner, and for ever."),
  restoreTests: z
    .enum(["weekly", "monthly", "none"])
    .default("weekly")
    .describe("How often AWS Backup restores one to see that it can."),
}).describe("AWS Backup.");

export const recovery = part({
  approach: z
    .enum(["warm-standby", "pilot-light", "backup-restore"])
    .default("warm-standby")
    .describe(
      "What stands ready in the other region: everything in small; the data and a cluster without workers; or copies only.",
    ),
  standbyShare: share()
    .default(0.5)
    .describe(
      "Of a warm standby, the share of the primary's capacity that already runs; the rest is added during fail-over.",
    ),
  drillEveryDays: count(1, 365).default(30).describe("How often a drill must have been passed."),
  faultExperiments: z
    .boolean()
    .default(true)
    .describe("FIS experiments: loss of a zone, of nodes, of the database's writer, of the link between regions."),
  incarnations: part({
    primary: count(1, 99).default(1).describe("Of the primary region's database."),
    standby: count(1, 99).default(1).describe("Of the standby region's database."),
  }).describe(
    "How many times each region's RDS database was made: raised by one after a fail-back rebuilt it, so that Terraform adopts the new one. Not which region is active.",
  ),
}).describe("How the loss of a region is survived.");

export const cost = part({
  commitment: z
    .discriminatedUnion("kind", [
      way("none"),
      way("savings-plan", {
        years: z.union([z.literal(1), z.literal(3)]).describe("The term."),
        upfront: z.enum(["none", "partial", "all"]).default("none").describe("How much is paid at once."),
      }),
    ])
    .prefault({ kind: "none" })
    .describe("Commitments that the price is worked out with; they are bought by a person, never by Terraform."),
  monthlyBudgetUsd: count(1, 10_000_000).default(10_000).describe("The budget whose alarms go to the owner."),
  rightSizing: z.boolean().default(true).describe("Keep the metrics that advice on sizes is made from."),
}).describe("What it may cost.");
