// The policy of a key: administered by whom IAM lets, used as key-uses.ts says.

import type { Ref } from "../language/expression.ts";
import { policy, type Statement } from "../language/policy.ts";
import { type KeyPlace, type KeyUse, USE_ACTIONS } from "./key-uses.ts";

/** Everything about a key but using it: who may do so is IAM's to say, or nobody could ever mend the policy. */
const ADMINISTER = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:Get*",
  "kms:List*",
  "kms:PutKeyPolicy",
  "kms:RetireGrant",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

export const keyPolicy = (use: KeyUse, place: KeyPlace): Ref<string> =>
  policy([administer(place), ...throughServices(use, place), ...(use.services?.(place) ?? [])]);

export const administer = ({ accountId }: KeyPlace): Statement => ({
  sid: "Administer",
  principals: { AWS: `arn:aws:iam::${accountId}:root` },
  actions: ADMINISTER,
  resources: "*",
});

function throughServices(use: KeyUse, { accountId, region }: KeyPlace): Statement[] {
  const root = { AWS: `arn:aws:iam::${accountId}:root` };
  if (use.through.length === 0) return [];
  return [
    {
      sid: "UseThroughServices",
      principals: root,
      actions: [...USE_ACTIONS],
      resources: "*",
      conditions: {
        StringEquals: { "kms:ViaService": use.through.map((service) => `${service}.${region}.amazonaws.com`) },
      },
    },
    {
      // A service that keeps working after the call that set it up (a database, a volume) asks for a grant.
      sid: "GrantToServices",
      principals: root,
      actions: ["kms:CreateGrant"],
      resources: "*",
      conditions: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
