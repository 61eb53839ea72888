// Quotas of an account that a platform of this size runs into, and how much of each it takes.

import { type AccountCheck, at } from "./account-check.ts";

type Quota = {
  service: string;
  /** AWS's own code of the quota, the same in every region. */
  code: string;
  name: string;
};

/** Codes as AWS Service Quotas lists them (`aws service-quotas list-service-quotas --service-code …`), read 2026-11-21. */
export const QUOTAS = {
  vcpusOnDemand: { service: "ec2", code: "L-1216C47A", name: "vCPUs of running on-demand standard instances" },
  vcpusSpot: { service: "ec2", code: "L-34B43A08", name: "vCPUs of standard spot instances" },
  elasticIps: { service: "ec2", code: "L-0263D0A3", name: "elastic IP addresses" },
  vpcs: { service: "vpc", code: "L-F678F1CE", name: "VPCs" },
  natGatewaysPerZone: { service: "vpc", code: "L-FE5A380F", name: "NAT gateways per zone" },
  interfaceEndpointsPerVpc: { service: "vpc", code: "L-29B6F2EB", name: "interface endpoints per VPC" },
  rulesPerNetworkAcl: { service: "vpc", code: "L-2AEEBF1A", name: "rules per network ACL" },
  loadBalancers: { service: "elasticloadbalancing", code: "L-53DA6B97", name: "application load balancers" },
  clusters: { service: "eks", code: "L-1194D53C", name: "EKS clusters" },
  databaseInstances: { service: "rds", code: "L-7B6409FD", name: "RDS instances" },
  buckets: { service: "s3", code: "L-DC2B2D3D", name: "S3 buckets" },
  roles: { service: "iam", code: "L-FE177D64", name: "IAM roles" },
  healthChecks: { service: "route53", code: "L-ACB674F3", name: "Route 53 health checks" },
} satisfies Record<string, Quota>;

export type QuotaName = keyof typeof QUOTAS;

/** How much of a quota the platform takes in a region. Quotas of IAM, S3 and Route 53 are kept in us-east-1. */
export type QuotaNeed = { quota: QuotaName; region: string; count: number };

/** A quota that is met may still be used up by others: the check says so, since usage isn't to be had for most of them. */
export function quotaCheck({ quota, region, count }: QuotaNeed): AccountCheck {
  const { service, code, name }: Quota = QUOTAS[quota];
  return {
    title: `${name}: ${count} more`,
    region,
    command: ["service-quotas", "get-service-quota", "--service-code", service, "--quota-code", code],
    judge: (json) => {
      const value = at(json, "Quota", "Value");
      if (typeof value !== "number") return { kind: "unknown", says: "AWS named no value for it" };
      if (value >= count) return { kind: "ok", says: `the account may have ${value} in all` };
      return {
        kind: "short",
        says: `the account may have ${value} in all`,
        mend: `aws service-quotas request-service-quota-increase --region ${region} --service-code ${service} --quota-code ${code} --desired-value ${count}`,
      };
    },
  };
}
