// How much of an account's quotas a platform of this size takes.

import { QUOTAS, type Quota, type QuotaName } from "../../platform/names/quotas.ts";
import { type AccountCheck, at } from "./account-check.ts";

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
