// The role by which EC2 runs spot instances. Karpenter may not make it, so it is there before the first of them is asked for.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";

export function buildSpotRole(platform: Platform, stack: Stack): void {
  const asksForSpot =
    platform.cluster.nodes.kind === "karpenter" &&
    platform.existing.clusters === undefined &&
    platform.workloads.some(({ spot }) => spot);
  if (!asksForSpot) return;
  stack.file("service-roles", "Roles that AWS's services take in this account.").resource(
    "aws_iam_service_linked_role",
    "spot",
    { aws_service_name: "spot.amazonaws.com", description: "Lets EC2 run spot instances." },
    {
      comment: `An account has it once: where spot instances ran before, import it first, with terraform import aws_iam_service_linked_role.spot arn:aws:iam::${platform.accountId}:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot`,
    },
  );
}
