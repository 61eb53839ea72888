// How long AWS takes for what a recovery waits for: usual and bad, in seconds. `read` times stand in AWS's documentation or
// were published by somebody who measured; `remembered` ones are common knowledge of operators that nobody here has measured.
// Only a drill on the account itself is proof; these decide what can't be right.

export type Time = {
  readonly usualSeconds: number;
  readonly badSeconds: number;
  readonly basis: "read" | "remembered";
  readonly source: string;
};
const time = (usualSeconds: number, badSeconds: number, basis: Time["basis"], source: string): Time => ({
  usualSeconds,
  badSeconds,
  basis,
  source,
});

/** Making the standby's copy the writer. */
export const PROMOTION = {
  rds: time(180, 1_200, "remembered", "RDS user guide: a few minutes or longer, the instance reboots; size decides"),
  "aurora-global": time(
    60,
    300,
    "read",
    "Aurora user guide: RTO in the order of minutes; Keycloak measured about 8 at worst",
  ),
  aurora: time(0, 0, "remembered", "fails over inside its region by itself; another region restores it"),
} as const;

/** From no node at all to pods behind the load balancer: node, image, registration and health. */
export const NODES_FROM_NONE = time(
  100,
  200,
  "remembered",
  "Karpenter on EC2 40–90 s, first pull 20–60 s, ALB 10–30 s",
);

/** Where the standby runs nothing, no engine notices: canaries page, and a person gives the region its nodes. */
export const CANARY_VISITS = 2;
export const PILOT_DECISION = time(300, 900, "remembered", "one person on call, with the runbook");

/** A snapshot, and its copy in the other region. */
export const BACKUP_AND_COPY = time(900, 3_600, "remembered", "AWS Backup: bound by size and by what changed");

/** What is made anew in a cold region, by type: until Terraform says that it is there. */
export const CREATION: Readonly<Record<string, Time>> = {
  aws_db_instance: time(1_800, 3_600, "remembered", "RDS restore of 100 GB: 10–60 min, then lazy loading"),
  aws_rds_cluster: time(1_200, 3_600, "remembered", "Aurora restore from a copied snapshot: tens of minutes"),
  aws_rds_cluster_instance: time(480, 900, "remembered", "Aurora instance: 5–15 min"),
  aws_msk_cluster: time(1_500, 2_700, "remembered", "MSK cluster: 20–45 min"),
  aws_opensearch_domain: time(1_200, 2_400, "remembered", "OpenSearch domain: 15–40 min"),
  aws_elasticache_replication_group: time(600, 1_200, "remembered", "ElastiCache group: 8–20 min"),
  aws_eks_cluster: time(600, 900, "remembered", "EKS control plane: 8–15 min"),
  aws_eks_node_group: time(180, 400, "remembered", "managed node group: 2–6 min"),
  aws_eks_addon: time(60, 300, "remembered", "add-on until active: 1–5 min"),
  aws_db_proxy: time(300, 600, "remembered", "RDS Proxy: 4–10 min"),
  aws_lb: time(180, 300, "remembered", "ALB or NLB: 2–5 min"),
  aws_acm_certificate_validation: time(180, 900, "remembered", "ACM, records in place: some minutes"),
  aws_nat_gateway: time(120, 240, "remembered", "NAT gateway: 1–4 min"),
  aws_vpc_endpoint: time(90, 240, "remembered", "interface endpoint: 1–4 min"),
  aws_ec2_transit_gateway: time(150, 400, "remembered", "transit gateway: 2–6 min"),
  aws_vpn_connection: time(240, 600, "remembered", "VPN connection: 3–10 min"),
  aws_codebuild_project: time(15, 60, "remembered", "a record"),
};
export const CREATION_OTHERWISE = time(4, 20, "remembered", "most API calls answer within seconds");

/** Around the apply: somebody notices and decides, Terraform plans, the cluster is bootstrapped and Argo CD starts all. */
export const COLD_DECISION = time(900, 1_800, "remembered", "a page, two people, the runbook");
export const COLD_PLAN = time(180, 600, "remembered", "terraform init and plan of about 700 resources");
export const COLD_DELIVERY = time(900, 1_800, "remembered", "bootstrap build, then Argo CD in waves");
