// What Karpenter may do, statement by statement as its own CloudFormation template of 1.14 has it: it may start, tag and
// end only instances that carry this cluster's tags, and may hand out only this cluster's node role.
import type { Statement } from "../language/policy.ts";

export type KarpenterScope = {
  readonly accountId: string;
  readonly region: string;
  readonly clusterName: string;
  readonly nodeRoleArn: string;
  readonly queueArn: string;
};

const CREATED = ["fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request"];

/** Starting, tagging and ending nodes. */
export function nodeLifecycle({ region, clusterName }: KarpenterScope): readonly Statement[] {
  const ec2 = (kind: string, owner = "*") => `arn:aws:ec2:${region}:${owner}:${kind}/*`;
  const owned = { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: "owned" };
  const ofPool = { "aws:ResourceTag/karpenter.sh/nodepool": "*" };
  const asked = {
    [`aws:RequestTag/kubernetes.io/cluster/${clusterName}`]: "owned",
    "aws:RequestTag/eks:eks-cluster-name": clusterName,
  };
  const askedPool = { "aws:RequestTag/karpenter.sh/nodepool": "*" };
  return [
    {
      sid: "AllowScopedEC2InstanceAccessActions",
      actions: ["ec2:RunInstances", "ec2:CreateFleet"],
      resources: [
        ec2("image", ""),
        ec2("snapshot", ""),
        ...["security-group", "subnet", "capacity-reservation", "placement-group"].map((kind) => ec2(kind)),
      ],
    },
    {
      sid: "AllowScopedEC2LaunchTemplateAccessActions",
      actions: ["ec2:RunInstances", "ec2:CreateFleet"],
      resources: [ec2("launch-template")],
      conditions: { StringEquals: owned, StringLike: ofPool },
    },
    {
      sid: "AllowScopedEC2InstanceActionsWithTags",
      actions: ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
      resources: CREATED.map((kind) => ec2(kind)),
      conditions: { StringEquals: asked, StringLike: askedPool },
    },
    {
      sid: "AllowScopedResourceCreationTagging",
      actions: ["ec2:CreateTags"],
      resources: CREATED.map((kind) => ec2(kind)),
      conditions: {
        StringEquals: { ...asked, "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"] },
        StringLike: askedPool,
      },
    },
    {
      sid: "AllowScopedResourceTagging",
      actions: ["ec2:CreateTags"],
      resources: [ec2("instance")],
      conditions: {
        StringEquals: owned,
        StringLike: ofPool,
        StringEqualsIfExists: { "aws:RequestTag/eks:eks-cluster-name": clusterName },
        "ForAllValues:StringEquals": { "aws:TagKeys": ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"] },
      },
    },
    {
      sid: "AllowScopedDeletion",
      actions: ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
      resources: [ec2("instance"), ec2("launch-template")],
      conditions: { StringEquals: owned, StringLike: ofPool },
    },
  ];
}

/** Instance profiles for its node classes, the interruption queue, and what it has to look up. */
export function integration(scope: KarpenterScope): readonly Statement[] {
  const { accountId, region, clusterName } = scope;
  const profiles = [`arn:aws:iam::${accountId}:instance-profile/*`];
  const cluster = `arn:aws:eks:${region}:${accountId}:cluster/${clusterName}`;
  const tagged = (kind: "RequestTag" | "ResourceTag") => ({
    [`aws:${kind}/kubernetes.io/cluster/${clusterName}`]: "owned",
    [`aws:${kind}/topology.kubernetes.io/region`]: region,
  });
  const asked = { ...tagged("RequestTag"), "aws:RequestTag/eks:eks-cluster-name": clusterName };
  const nodeClass = (kind: "RequestTag" | "ResourceTag") => ({ [`aws:${kind}/karpenter.k8s.aws/ec2nodeclass`]: "*" });
  return [
    {
      sid: "AllowPassingInstanceRole",
      actions: ["iam:PassRole"],
      resources: [scope.nodeRoleArn],
      conditions: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    },
    {
      sid: "AllowScopedInstanceProfileCreationActions",
      actions: ["iam:CreateInstanceProfile"],
      resources: profiles,
      conditions: { StringEquals: asked, StringLike: nodeClass("RequestTag") },
    },
    {
      sid: "AllowScopedInstanceProfileTagActions",
      actions: ["iam:TagInstanceProfile"],
      resources: profiles,
      conditions: {
        StringEquals: { ...tagged("ResourceTag"), ...asked },
        StringLike: { ...nodeClass("ResourceTag"), ...nodeClass("RequestTag") },
      },
    },
    {
      sid: "AllowScopedInstanceProfileActions",
      actions: ["iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile", "iam:DeleteInstanceProfile"],
      resources: profiles,
      conditions: { StringEquals: tagged("ResourceTag"), StringLike: nodeClass("ResourceTag") },
    },
    { sid: "AllowInstanceProfileReadActions", actions: ["iam:GetInstanceProfile"], resources: profiles },
    { sid: "AllowAPIServerEndpointDiscovery", actions: ["eks:DescribeCluster"], resources: [cluster] },
    {
      sid: "AllowInterruptionQueueActions",
      actions: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      resources: [scope.queueArn],
    },
    {
      // The action takes no resource; the condition names the one cluster instead.
      sid: "AllowZonalShiftStatusReadOnly",
      actions: ["arc-zonal-shift:GetManagedResource"],
      resources: ["*"],
      conditions: { StringEquals: { "arc-zonal-shift:ResourceIdentifier": cluster } },
    },
    {
      // None of the Describe actions takes a resource; the condition keeps them in this region.
      sid: "AllowRegionalReadActions",
      actions: [
        "ec2:DescribeCapacityReservations",
        "ec2:DescribeImages",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribePlacementGroups",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets",
      ],
      resources: ["*"],
      conditions: { StringEquals: { "aws:RequestedRegion": region } },
    },
    {
      sid: "AllowSSMReadActions",
      actions: ["ssm:GetParameter"],
      resources: [`arn:aws:ssm:${region}::parameter/aws/service/*`],
    },
    // The price list and the list of instance profiles take no resource.
    { sid: "AllowPricingReadActions", actions: ["pricing:GetProducts"], resources: ["*"] },
    { sid: "AllowUnscopedInstanceProfileListAction", actions: ["iam:ListInstanceProfiles"], resources: ["*"] },
  ];
}
