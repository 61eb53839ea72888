// The keys of both regions, as the link needs them: replication deciphers with one and enciphers with the other.
import type { KeyPurpose } from "../../../blueprint/workloads.ts";
import { keyAlias } from "../../names/keys.ts";
import type { Ref } from "../language/expression.ts";
import type { Link } from "./stack.ts";

export type Side = "primary" | "standby";

/** ARN of a region's key; asked twice it is looked up twice, so ask once per purpose and side. */
export const keyOf = (link: Link, side: Side, purpose: KeyPurpose): Ref<string> =>
  link.stack
    .file("keys", "The regions' keys that replication works with.")
    .data("aws_kms_alias", `${side}_${purpose}`, { name: keyAlias(link.platform, purpose) }, { provider: link[side] })
    .target_key_arn;
