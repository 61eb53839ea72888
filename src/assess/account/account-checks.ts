// Everything that `tandem doctor --aws` asks, in the order in which an apply would meet it.

import type { Platform } from "../../blueprint/platform.ts";
import type { Stack } from "../../platform/terraform/language/stack.ts";
import { type AccountCheck, at } from "./account-check.ts";
import { quotaNeeds } from "./account-needs.ts";
import { quotaCheck } from "./quotas.ts";

/** First of all: who is asking, in which account. */
export function identityCheck({ accountId }: Platform, region: string): AccountCheck {
  return {
    title: "the caller belongs to the blueprint's account",
    region,
    command: ["sts", "get-caller-identity"],
    judge: (json) => {
      const account = at(json, "Account");
      if (account === accountId) return { kind: "ok", says: `${String(at(json, "Arn"))}` };
      return {
        kind: "short",
        says: `the credentials are of account ${String(account)}, the blueprint is for ${accountId}`,
        mend: `Set accountId in the blueprint, or use credentials of ${accountId} (AWS_PROFILE).`,
      };
    },
  };
}

export function accountChecks(platform: Platform, stacks: readonly Stack[]): AccountCheck[] {
  const { primary, standby, witness } = platform.regions;
  return [
    ...[primary, standby, witness].map((region) => optInCheck(region)),
    ...[primary, standby].map(({ name }) => servicesCheck(name, stacks)),
    ...quotaNeeds(platform, stacks).map(quotaCheck),
  ];
}

function optInCheck({ name, optIn }: { name: string; optIn: boolean }): AccountCheck {
  return {
    title: `${name} is switched on`,
    region: "us-east-1",
    command: ["account", "get-region-opt-status", "--region-name", name],
    judge: (json) => {
      const status = at(json, "RegionOptStatus");
      if (status === "ENABLED" || status === "ENABLED_BY_DEFAULT") return { kind: "ok", says: String(status) };
      if (typeof status !== "string") return { kind: "unknown", says: "AWS named no status" };
      return {
        kind: "short",
        says: status,
        mend: optIn
          ? `aws account enable-region --region-name ${name} (takes minutes to hours; the witness region's bootstrap does it too)`
          : `aws account enable-region --region-name ${name}`,
      };
    },
  };
}

/** Services as AWS names them in its public parameters, by the prefix of the resource types that need them. Those whose name
 *  there isn't certain (FIS, WAF, Synthetics) are left out: a check that cries wolf is worse than none. */
const SERVICES: Readonly<Record<string, string>> = {
  aws_backup: "backup",
  aws_db: "rds",
  aws_dynamodb: "dynamodb",
  aws_ecr: "ecr",
  aws_eks: "eks",
  aws_elasticache: "elasticache",
  aws_guardduty: "guardduty",
  aws_lb: "elb",
  aws_msk: "kafka",
  aws_opensearch: "es",
  aws_rds: "aurora",
  aws_secretsmanager: "secretsmanager",
  aws_sqs: "sqs",
};

/** AWS's own list of what a region has today, against what the region's stack is made of. */
function servicesCheck(region: string, stacks: readonly Stack[]): AccountCheck {
  const types = stacks.flatMap(({ resources }) =>
    resources.filter((one) => one.region === region).map(({ type }) => type),
  );
  const needed = Object.entries(SERVICES)
    .filter(([prefix]) => types.some((type) => type.startsWith(`${prefix}_`) || type === prefix))
    .map(([, service]) => service);
  return {
    title: `${region} offers ${needed.join(", ")}`,
    region: "us-east-1",
    command: [
      "ssm",
      "get-parameters-by-path",
      "--path",
      `/aws/service/global-infrastructure/regions/${region}/services`,
    ],
    judge: (json) => {
      const parameters = at(json, "Parameters");
      if (!Array.isArray(parameters) || parameters.length === 0)
        return { kind: "unknown", says: "AWS listed no services; look at the region table of its web site" };
      const offered = new Set(parameters.map((parameter) => at(parameter, "Value")));
      const missing = needed.filter((service) => !offered.has(service));
      if (missing.length === 0) return { kind: "ok", says: `${parameters.length} services are offered there` };
      return {
        kind: "short",
        says: `AWS doesn't list ${missing.join(", ")} there`,
        mend: "Choose another region, or do without: `tandem assess` names what depends on it.",
      };
    },
  };
}
