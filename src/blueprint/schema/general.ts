// What the platform is called, whose it is, where it lives and what is expected of it.
import { z } from "zod";
import { cidr, count, domainName, emailAddress, label, part, share } from "./field.ts";

export const general = {
  name: label(20)
    .default("tandem")
    .describe("The platform's name; every resource's name begins with it, so it doesn't change after the first apply."),
  title: z.string().min(1).default("Analytics that survives the loss of a region").describe("One line for people."),
  accountId: z
    .string()
    .regex(/^\d{12}$/, { error: "an AWS account id is 12 digits; `aws sts get-caller-identity` prints yours" })
    .default("111122223333")
    .describe("The AWS account. Providers refuse to act in any other one."),
  domain: domainName.default("tandem.example.com").describe("The DNS zone under which all host names lie."),
  owner: emailAddress
    .default("platform@example.com")
    .describe("Who answers for it: tags, budgets and certificates name them."),
  costCenter: label(40).default("analytics").describe("The cost allocation tag on every resource."),
  environment: z
    .enum(["dev", "qa", "uat", "prod"])
    .default("prod")
    .describe("The environment, when none is asked for."),
};

const regionName = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, {
  error: (issue) => `${JSON.stringify(issue.input)} isn't an AWS region; write one like "ap-south-1"`,
});

const region = (name: string, range: string) =>
  part({
    name: regionName.default(name).describe("The AWS region."),
    cidr: cidr(16, 20)
      .default(range)
      .describe("The region's whole network; overlaps with no other region and no network on the premises."),
  });

export const regions = part({
  primary: region("ap-south-1", "10.0.0.0/16").describe("The region that is active when nothing has happened."),
  standby: region("ap-south-2", "10.1.0.0/16").describe("The region that takes over."),
  witness: part({
    name: regionName
      .default("ap-southeast-1")
      .describe("A third region: one vote, the state of the shared stacks, no data."),
  }).describe("The third place, without which two regions can't tell a dead peer from a cut link."),
}).describe("The two regions and the witness.");

export const objectives = part({
  rtoSeconds: count(30, 86_400)
    .default(300)
    .describe("The longest time that relational writes may be away after the loss of a region."),
  rpoSeconds: count(1, 86_400)
    .default(30)
    .describe(
      "The most relational writes, in seconds of them, that the loss of a region may cost. AWS replicates databases asynchronously between regions, so it can't be 0.",
    ),
  availability: z
    .number()
    .min(0.9)
    .max(0.99999)
    .default(0.9995)
    .describe("The share of a month's requests answered well; alerts on the error budget follow from it."),
  requestsPerSecond: count(1, 100_000)
    .default(500)
    .describe("Requests at the busiest hour, reads and writes together, events apart."),
  writeShare: share().default(0.2).describe("The share of requests that write to the relational database."),
  eventsPerSecond: count(1, 200_000).default(2_000).describe("Events received at the busiest hour."),
  eventBytes: count(50, 32_768).default(1_000).describe("The mean size of an event as received."),
  meanShare: share()
    .default(0.4)
    .describe("The day's mean rate as a share of the busiest hour's; what is stored follows the mean."),
  relationalRowDays: count(1, 3_650)
    .default(14)
    .describe(
      "How long a written row stays in the relational database before it is rolled up and its detail moved to the lake.",
    ),
  surviveZone: z
    .boolean()
    .default(true)
    .describe("Carry the busiest hour also after the loss of one of the three zones."),
  growthPerYear: z
    .number()
    .min(0)
    .max(10)
    .default(0.5)
    .describe("Growth of requests and events in a year; 0.5 is 50 %."),
  planningMonths: count(1, 60).default(12).describe("How far ahead the sizes must suffice."),
  eventRetentionDays: count(1, 3_650).default(400).describe("How long events stay in the lake."),
}).describe("What the platform must do. Sizes follow from these; a size that is set by hand is checked against them.");

export const network = part({
  natGateways: z
    .enum(["per-zone", "single"])
    .default("per-zone")
    .describe("One NAT gateway per zone survives the loss of a zone; a single one is cheaper and doesn't."),
  flowLogs: part({
    to: z.enum(["s3", "cloud-watch"]).default("s3").describe("Where VPC flow logs go; S3 costs about a fifth."),
    retentionDays: count(1, 3_650).default(90).describe("How long they are kept."),
  }).describe("VPC flow logs."),
  interfaceEndpoints: z
    .enum(["needed", "gateway-only"])
    .default("needed")
    .describe(
      "Private endpoints for the AWS services that the platform uses, or only the free ones for S3 and DynamoDB.",
    ),
}).describe("The network of each region: three zones; public, private and data subnets.");

export const existing = part({
  vpcs: z
    .strictObject({
      primary: existingVpc().describe("The primary region's."),
      standby: existingVpc().describe("The standby region's."),
    })
    .optional()
    .describe("Networks that the company already has, instead of new ones."),
  zoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{5,31}$/, { error: "a hosted zone id begins with Z; `aws route53 list-hosted-zones` prints it" })
    .optional()
    .describe("A Route 53 hosted zone that already exists for `domain`."),
  clusters: z
    .strictObject({
      primary: z.string().min(1).describe("The cluster's name."),
      standby: z.string().min(1).describe("The cluster's name."),
    })
    .optional()
    .describe("EKS clusters that already exist, by name; then neither cluster nor nodes are made."),
  permissionsBoundaryArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/.+$/, {
      error: "a permissions boundary is the ARN of an IAM policy",
    })
    .optional()
    .describe(
      "The company's policy that every role made here carries as its permissions boundary. Without it the platform makes one of its own.",
    ),
}).describe("What the company already has and Tandem must use instead of making its own.");

function existingVpc() {
  const subnets = z.tuple([z.string(), z.string(), z.string()]);
  return z.strictObject({
    vpcId: z
      .string()
      .regex(/^vpc-[0-9a-f]{8,17}$/)
      .describe("The VPC's id; its range must equal the region's `cidr`."),
    publicSubnetIds: subnets.describe("Three subnets with a route to the internet gateway, in zone order."),
    privateSubnetIds: subnets.describe("Three subnets with a route to a NAT gateway, in zone order."),
    dataSubnetIds: subnets.describe("Three subnets without a route to the internet, in zone order."),
    zoneIds: subnets.describe("The zone ids of those subnets, in the same order."),
  });
}
