// Which secrets change by themselves, and why each of the others doesn't: said by the runbook and by the assessment. A
// secret rotates only where something that is really there changes it in the secret and where it is used.
import type { SecretName } from "./workloads.ts";

export type Rotation = { readonly kind: "by-itself" } | { readonly kind: "by-hand"; readonly because: string };

const BY_ITSELF: Rotation = { kind: "by-itself" };
const byHand = (because: string): Rotation => ({ kind: "by-hand", because });

export const ROTATION: Readonly<Record<SecretName, Rotation>> = {
  "database-owner": BY_ITSELF,
  "cache-password": BY_ITSELF,
  "database-application": byHand(
    "it is changed by SQL, as the owner and in the active region alone, and PgBouncer takes a new one only when it is restarted",
  ),
  "link-key": byHand(
    "a process shows one key and believes one: while the regions had different ones, neither would believe the other's votes",
  ),
  "edge-key": byHand("the company's delivery network has to be told; the web tier believes two of them meanwhile"),
  "repository-key": byHand("the repository's owner gives it"),
  "pager-key": byHand("PagerDuty gives it"),
  "chat-webhook": byHand("the chat gives it"),
  "sql-server": byHand("the database on the premises has its own administrators"),
};
