// Roles that AWS's services take in this account and that nobody makes by asking for the service itself.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";

export function buildServiceRoles(platform: Platform, stack: Stack): void {
  if (platform.data.search.kind === "none") return;
  stack.file("service-roles", "Roles that AWS's services take in this account.").resource(
    "aws_iam_service_linked_role",
    "search",
    {
      aws_service_name: "opensearchservice.amazonaws.com",
      description: "Lets OpenSearch put network interfaces of a domain into the network.",
    },
    {
      comment: `A domain inside a network is refused without it. An account has it once: where another system made it, import it first, with terraform import aws_iam_service_linked_role.search arn:aws:iam::${platform.accountId}:role/aws-service-role/opensearchservice.amazonaws.com/AWSServiceRoleForAmazonOpenSearchService`,
    },
  );
}
