// What people take, for a few hours at a time: on call, and viewing. Both are the account's own principals, with a second
// factor or through Identity Center, which asks for one itself; neither reads data or credentials. On call may do by hand what
// recovery does by itself, since its pages are for the night on which it doesn't; deleting and restoring are an administrator's.
import type { Platform } from "../../../blueprint/platform.ts";
import { arnOf } from "../../names/base.ts";
import { bootstrapProject, clusterArn, operatorHost, type SessionKind, sessionDocument } from "../../names/cluster.ts";
import { auroraGlobalName, databaseArn } from "../../names/data.ts";
import { type PersonRole, personRole } from "../../names/identity.ts";
import { keyAlias } from "../../names/keys.ts";
import { trailLogGroup } from "../../names/safety.ts";
import { VOTER_ITEM, voterRegions, voterTableArn } from "../../names/voters.ts";
import { recoveryStatements } from "../identity/recovery-grants.ts";
import type { Statement } from "../language/policy.ts";
import type { Stack } from "../language/stack.ts";
import { declareRole } from "../role.ts";

/** The longest shift of a session; who is on call for longer takes the role again. */
const SESSION_SECONDS = 14_400;

const SESSIONS: Readonly<Record<PersonRole, readonly SessionKind[]>> = {
  "on-call": ["shell", "cluster-tunnel", "database-tunnel"],
  viewer: ["cluster-tunnel"],
};

export function buildPeopleRoles(platform: Platform, stack: Stack): void {
  const file = stack.file(
    "roles-people",
    "What people take: on call, and viewing. Administrators are the blueprint's own list.",
  );
  declareRole(file, platform, {
    key: "on_call",
    name: personRole(platform, "on-call"),
    description: "The person on call: looks at everything, changes what runs",
    trust: peopleTrust(platform),
    policies: {
      sessions: sessionStatements(platform, "on-call"),
      operate: operateStatements(platform),
      recover: recoverStatements(platform),
    },
    managed: [VIEW_ONLY],
    maxSessionSeconds: SESSION_SECONDS,
  });
  declareRole(file, platform, {
    key: "viewer",
    name: personRole(platform, "viewer"),
    description: "Looks at what there is, and changes nothing",
    trust: peopleTrust(platform),
    policies: { sessions: sessionStatements(platform, "viewer") },
    managed: [VIEW_ONLY],
    maxSessionSeconds: SESSION_SECONDS,
  });
}

/** Names and settings of resources, no contents. */
const VIEW_ONLY = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";

const peopleTrust = ({ accountId }: Platform): readonly Statement[] => [
  {
    sid: "WithSecondFactor",
    principals: { AWS: `arn:aws:iam::${accountId}:root` },
    actions: "sts:AssumeRole",
    conditions: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
  },
  {
    sid: "ThroughIdentityCenter",
    principals: { AWS: `arn:aws:iam::${accountId}:root` },
    actions: "sts:AssumeRole",
    conditions: {
      ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${accountId}:role/aws-reserved/sso.amazonaws.com/*` },
    },
  },
];

const regionsOf = ({ regions }: Platform) => [regions.primary, regions.standby];

/** Sessions through the operators' host and by our documents alone; a person ends only sessions of their own. */
function sessionStatements(platform: Platform, who: PersonRole): readonly Statement[] {
  const names = regionsOf(platform).map(({ name }) => name);
  return [
    {
      sid: "StartThroughHost",
      actions: ["ssm:StartSession"],
      resources: names.map((region) => arnOf(platform, "ec2", region, "instance/*")),
      conditions: { StringEquals: { "ssm:resourceTag/Name": operatorHost(platform) } },
    },
    {
      sid: "StartByDocument",
      actions: ["ssm:StartSession"],
      resources: names.flatMap((region) =>
        SESSIONS[who].map((kind) => arnOf(platform, "ssm", region, `document/${sessionDocument(platform, kind)}`)),
      ),
    },
    {
      sid: "OwnSessions",
      actions: ["ssm:TerminateSession", "ssm:ResumeSession"],
      // A session's id begins with the person's own; IAM fills the variable in.
      resources: names.map((region) => arnOf(platform, "ssm", region, `session/${"$"}{aws:userid}-*`)),
    },
    {
      sid: "EncryptSessions",
      actions: ["kms:GenerateDataKey", "kms:Decrypt"],
      resources: names.map((region) => arnOf(platform, "kms", region, "key/*")),
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(platform, "cluster") } },
    },
    {
      // Finding the host takes no resource.
      sid: "FindHost",
      actions: ["ec2:DescribeInstances", "ssm:DescribeInstanceInformation", "ssm:GetConnectionStatus"],
      resources: "*",
      conditions: { StringEquals: { "aws:RequestedRegion": names } },
    },
    {
      sid: "FindCluster",
      actions: ["eks:DescribeCluster"],
      resources: regionsOf(platform).map((region) => clusterArn(platform, region)),
    },
  ];
}

/** What is changed outside the clusters: the bootstrap is started again, and metrics and logs are searched. */
const operateStatements = (platform: Platform): readonly Statement[] => {
  const names = regionsOf(platform).map(({ name }) => name);
  return [
    {
      sid: "PutArgoBack",
      actions: ["codebuild:StartBuild", "codebuild:StopBuild", "codebuild:BatchGetBuilds"],
      resources: names.map((region) => arnOf(platform, "codebuild", region, `project/${bootstrapProject(platform)}`)),
    },
    {
      // Metrics and queries over logs take no resource, or one that holds every group's name. The others are what the pages
      // about alarms and certificates look at and AWS's own policy of viewers leaves out: settings, no contents.
      sid: "Look",
      actions: [
        "acm:DescribeCertificate",
        "cloudwatch:DescribeAlarms",
        "cloudwatch:GetMetricData",
        "cloudwatch:GetDashboard",
        "es:DescribeDomain",
        "s3:GetReplicationConfiguration",
        "synthetics:GetCanaryRuns",
        "logs:GetQueryResults",
        "logs:DescribeLogGroups",
      ],
      resources: "*",
      conditions: { StringEquals: { "aws:RequestedRegion": [...names, platform.regions.witness.name, "us-east-1"] } },
    },
    {
      sid: "SearchLogs",
      actions: ["logs:StartQuery", "logs:FilterLogEvents", "logs:GetLogEvents"],
      resources: names.flatMap((region) => [
        arnOf(platform, "logs", region, `log-group:/${platform.name}/*`),
        arnOf(platform, "logs", region, "log-group:/aws/eks/*"),
      ]),
    },
    {
      sid: "SearchTrail",
      actions: ["logs:FilterLogEvents"],
      resources: arnOf(platform, "logs", platform.regions.witness.name, `log-group:${trailLogGroup(platform)}:*`),
    },
    {
      sid: "ReadHolder",
      actions: ["dynamodb:GetItem"],
      resources: voterRegions(platform).map((name) => voterTableArn(platform, name)),
    },
  ];
};

/** What the pages of the recovery plans have a person type: the recoverer's own calls, in either region; the voters' records; and
 *  the health check that DNS follows. A second region that is cold has no such plans. */
function recoverStatements(platform: Platform): readonly Statement[] {
  if (platform.recovery.approach === "backup-restore") return [];
  return [
    ...regionsOf(platform).flatMap((region) =>
      recoveryStatements(platform, region).map((statement) => ({
        ...statement,
        sid: `${statement.sid}${region.configured === "primary" ? "Primary" : "Standby"}`,
      })),
    ),
    ...(platform.data.relational.kind === "aurora-global"
      ? [
          {
            sid: "CutLoose",
            actions: "rds:RemoveFromGlobalCluster",
            resources: [
              `arn:aws:rds::${platform.accountId}:global-cluster:${auroraGlobalName(platform)}`,
              ...regionsOf(platform).map(({ name }) => databaseArn(platform, name)),
            ],
          },
        ]
      : []),
    {
      // One item, and never the deletion of it: a voter without a record abstains.
      sid: "NameHolder",
      actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
      resources: voterRegions(platform).map((name) => voterTableArn(platform, name)),
      conditions: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": VOTER_ITEM } },
    },
    {
      // AWS gives health checks ids of its own, and knows no narrower condition.
      sid: "ForceRoute",
      actions: "route53:UpdateHealthCheck",
      resources: "arn:aws:route53:::healthcheck/*",
    },
  ];
}
