// The two keys that must lie in us-east-1: what Route 53 signs the zone with, and that of the edge's logs.
import type { Platform } from "../../../blueprint/platform.ts";
import { edgeKeyAlias } from "../../names/keys.ts";
import { administer } from "../bootstrap/key-policy.ts";
import { configurationAndDelivery, logGroups } from "../bootstrap/key-uses.ts";
import { KEY_DELETION_DAYS } from "../bootstrap/keys.ts";
import type { Ref } from "../language/expression.ts";
import { policy, type Statement } from "../language/policy.ts";
import type { ProviderAlias, Stack } from "../language/stack.ts";

export const EDGE_REGION = "us-east-1";

/** Where CloudFront, its firewall, its certificate and the zone's log are administered. */
export const edgeProvider = (stack: Stack): ProviderAlias => stack.provider("us_east_1", EDGE_REGION);

export type EdgeKeys = {
  readonly provider: ProviderAlias;
  readonly logs: Ref<string>;
  /** A zone that the company already has is the company's to sign. */
  readonly dnssec: Ref<string> | undefined;
};

export function buildEdgeKeys(platform: Platform, stack: Stack): EdgeKeys {
  const file = stack.file("edge-keys", "The keys that must lie in us-east-1.");
  const provider = edgeProvider(stack);
  const place = { accountId: platform.accountId, region: EDGE_REGION };
  const options = { provider, lifecycle: { preventDestroy: true } };
  const logs = file.resource(
    "aws_kms_key",
    "edge_logs",
    {
      description: `${platform.name}: logs of the zone, the firewall and the delivery network.`,
      policy: policy([administer(place), readThroughS3(place), logGroups(place), configurationAndDelivery(place)]),
      enable_key_rotation: true,
      deletion_window_in_days: KEY_DELETION_DAYS,
    },
    options,
  );
  file.resource(
    "aws_kms_alias",
    "edge_logs",
    { name: edgeKeyAlias(platform, "edge-logs"), target_key_id: logs.key_id },
    { provider },
  );
  if (platform.existing.zoneId !== undefined) return { provider, logs: logs.arn, dnssec: undefined };
  const dnssec = file.resource(
    "aws_kms_key",
    "dnssec",
    {
      description: `${platform.name}: signs the zone ${platform.domain}.`,
      customer_master_key_spec: "ECC_NIST_P256",
      key_usage: "SIGN_VERIFY",
      policy: policy([administer(place), ...signing(platform.accountId)]),
      deletion_window_in_days: KEY_DELETION_DAYS,
    },
    {
      ...options,
      comment: "An asymmetric key doesn't rotate by itself; replacing it takes a second signing key and the registrar.",
    },
  );
  file.resource(
    "aws_kms_alias",
    "dnssec",
    { name: edgeKeyAlias(platform, "dnssec"), target_key_id: dnssec.key_id },
    { provider },
  );
  return { provider, logs: logs.arn, dnssec: dnssec.arn };
}

const readThroughS3 = ({ accountId, region }: { accountId: string; region: string }): Statement => ({
  sid: "UseThroughServices",
  principals: { AWS: `arn:aws:iam::${accountId}:root` },
  actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
  resources: "*",
  conditions: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
});

const signing = (accountId: string): Statement[] => [
  {
    sid: "SignTheZone",
    principals: { Service: "dnssec-route53.amazonaws.com" },
    actions: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
    resources: "*",
    conditions: {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": "arn:aws:route53:::hostedzone/*" },
    },
  },
  {
    sid: "GrantToRoute53",
    principals: { Service: "dnssec-route53.amazonaws.com" },
    actions: ["kms:CreateGrant"],
    resources: "*",
    conditions: { Bool: { "kms:GrantIsForAWSResource": "true" } },
  },
];
