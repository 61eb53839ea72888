// The same stacks with every protection against being destroyed taken off: what is applied once, before a platform is taken
// down. Final snapshots of databases are still taken, and a locked vault stays locked: those two nobody undoes by accident.
import type { Resource } from "./language/graph.ts";
import { mapResources } from "./language/map-resources.ts";
import type { Stack } from "./language/stack.ts";

/** Per type: the arguments that let it be destroyed, with what it holds. */
const UNPROTECTED: Readonly<Record<string, Resource["args"]>> = {
  aws_db_instance: { deletion_protection: false },
  aws_rds_cluster: { deletion_protection: false },
  aws_rds_global_cluster: { deletion_protection: false, force_destroy: true },
  aws_dynamodb_table: { deletion_protection_enabled: false },
  aws_dynamodb_table_replica: { deletion_protection_enabled: false },
  aws_lb: { enable_deletion_protection: false },
  aws_s3_bucket: { force_destroy: true },
  aws_ecr_repository: { force_delete: true },
  aws_backup_vault: { force_destroy: true },
  aws_route53_zone: { force_destroy: true },
};

export const unprotect = (stacks: readonly Stack[]): readonly Stack[] =>
  stacks.map((stack) => mapResources(stack, unprotected));

function unprotected(resource: Resource): Resource {
  if (resource.mode !== "resource") return resource;
  const { preventDestroy: _, ...lifecycle } = resource.lifecycle;
  return { ...resource, lifecycle, args: { ...resource.args, ...UNPROTECTED[resource.type] } };
}
