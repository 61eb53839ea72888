// Arguments that the provider calls sensitive. The types take no literal there (a literal would lie in the repository, in
// the graph and in the state), but a blueprint is run without a type check, so what it sets by hand is looked at here too.
import type { ResourceType } from "./language/stack.ts";

/** Type → names, at whatever depth they stand. A test compares it with the generated types. */
export const SENSITIVE_ARGUMENTS: Readonly<Partial<Record<ResourceType, readonly string[]>>> = {
  aws_acm_certificate: ["private_key"],
  aws_db_instance: ["password"],
  aws_elasticache_replication_group: ["auth_token"],
  aws_elasticache_user: ["passwords"],
  aws_lb_listener: ["client_secret"],
  aws_lb_listener_rule: ["client_secret"],
  aws_opensearch_domain: ["master_user_password"],
  aws_rds_cluster: ["master_password"],
  aws_s3_bucket_replication_configuration: ["token"],
  aws_secretsmanager_secret_version: ["secret_binary", "secret_string"],
  aws_ssm_parameter: ["value"],
  aws_vpn_connection: ["tunnel1_preshared_key", "tunnel2_preshared_key"],
};

/** The sensitive arguments among these, with dots into blocks; write-only ones keep a literal out of the state alone. */
export function sensitiveIn(type: string, value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const names = SENSITIVE_ARGUMENTS[type as ResourceType] ?? [];
  return Object.entries(value).flatMap(([name, one]) => {
    const here = Array.isArray(value) ? path : path === "" ? name : `${path}.${name}`;
    if (one === null) return [];
    return names.includes(name) || name.endsWith("_wo") ? [here] : sensitiveIn(type, one, here);
  });
}
