// Whether the caller may make what the platform is made of: one telling action per kind of resource, put to IAM's own
// simulator. It asks before the first apply; an apply is still the only proof.

import type { Stack } from "../../platform/terraform/language/stack.ts";
import { type AccountCheck, at } from "./account-check.ts";

/** A kind of resource (the longest prefix of its type that stands here) and the action that makes one. */
export const ACTIONS: Readonly<Record<string, string>> = {
  aws_accessanalyzer: "access-analyzer:CreateAnalyzer",
  aws_account_region: "account:EnableRegion",
  aws_acm_certificate: "acm:RequestCertificate",
  aws_appautoscaling: "application-autoscaling:RegisterScalableTarget",
  aws_autoscaling: "autoscaling:CreateAutoScalingGroup",
  aws_backup: "backup:CreateBackupPlan",
  aws_budgets: "budgets:ModifyBudget",
  aws_ce: "ce:CreateAnomalyMonitor",
  aws_cloudfront: "cloudfront:CreateDistribution",
  aws_cloudtrail: "cloudtrail:CreateTrail",
  aws_cloudwatch_event: "events:PutRule",
  aws_cloudwatch_log: "logs:CreateLogGroup",
  aws_cloudwatch: "cloudwatch:PutMetricAlarm",
  aws_codebuild: "codebuild:CreateProject",
  aws_codecommit: "codecommit:CreateRepository",
  aws_config: "config:PutConfigurationRecorder",
  aws_customer_gateway: "ec2:CreateCustomerGateway",
  aws_db: "rds:CreateDBInstance",
  aws_dx: "directconnect:CreateDirectConnectGateway",
  aws_dynamodb: "dynamodb:CreateTable",
  aws_ebs: "ec2:EnableEbsEncryptionByDefault",
  aws_ec2_transit_gateway: "ec2:CreateTransitGateway",
  aws_ecr: "ecr:CreateRepository",
  aws_eip: "ec2:AllocateAddress",
  aws_eks: "eks:CreateCluster",
  aws_elasticache: "elasticache:CreateReplicationGroup",
  aws_fis: "fis:CreateExperimentTemplate",
  aws_flow_log: "ec2:CreateFlowLogs",
  aws_guardduty: "guardduty:CreateDetector",
  aws_iam: "iam:CreateRole",
  aws_iam_policy: "iam:CreatePolicy",
  aws_kms: "kms:CreateKey",
  aws_lambda: "lambda:CreateFunction",
  aws_launch_template: "ec2:CreateLaunchTemplate",
  aws_lb: "elasticloadbalancing:CreateLoadBalancer",
  aws_msk: "kafka:CreateClusterV2",
  aws_nat_gateway: "ec2:CreateNatGateway",
  aws_opensearch: "es:CreateDomain",
  aws_rds: "rds:CreateDBCluster",
  aws_route53: "route53:ChangeResourceRecordSets",
  aws_s3: "s3:CreateBucket",
  aws_secretsmanager: "secretsmanager:CreateSecret",
  aws_security_group: "ec2:CreateSecurityGroup",
  aws_sns: "sns:CreateTopic",
  aws_sqs: "sqs:CreateQueue",
  aws_ssm: "ssm:PutParameter",
  aws_subnet: "ec2:CreateSubnet",
  aws_synthetics: "synthetics:CreateCanary",
  aws_vpc: "ec2:CreateVpc",
  aws_vpn: "ec2:CreateVpnConnection",
  aws_wafv2: "wafv2:CreateWebACL",
};

/** The actions that this platform's own resources need, each once. */
export function actionsOf(stacks: readonly Stack[]): string[] {
  const prefixes = Object.keys(ACTIONS).sort((a, b) => b.length - a.length);
  const types = new Set(
    stacks.flatMap(({ resources }) => resources.filter(({ mode }) => mode === "resource").map(({ type }) => type)),
  );
  const actions = [...types].flatMap((type) => {
    const prefix = prefixes.find((one) => type === one || type.startsWith(`${one}_`));
    return prefix === undefined ? [] : [ACTIONS[prefix] ?? ""];
  });
  return [...new Set(actions)].sort();
}

/** `principal` is the ARN of a user or a role: IAM's simulator doesn't take a session's. */
export function permissionCheck(principal: string, actions: readonly string[]): AccountCheck {
  return {
    title: `${actions.length} actions that make what the stacks hold`,
    region: "us-east-1",
    command: ["iam", "simulate-principal-policy", "--policy-source-arn", principal, "--action-names", ...actions],
    judge: (json) => {
      const results = at(json, "EvaluationResults");
      if (!Array.isArray(results)) return { kind: "unknown", says: "IAM's simulator gave no results" };
      const denied = results
        .filter((result) => at(result, "EvalDecision") !== "allowed")
        .map((result) => String(at(result, "EvalActionName")));
      if (denied.length === 0) return { kind: "ok", says: `${principal} may do all of them` };
      return {
        kind: "short",
        says: `${principal} may not do ${denied.join(", ")}`,
        mend: "Use a principal that may, or have these actions added to it; organisation policies count too.",
      };
    },
  };
}
