// Quotas of an account that a platform runs into, as AWS names them.

export type Quota = {
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
