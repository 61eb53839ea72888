// The shell of the Aurora Global Database: a name that both regions' clusters join. It has no source, because a source
// is a role: whichever cluster joined first leads until somebody fails over.
import type { Platform } from "../../../blueprint/platform.ts";
import { auroraGlobalName, DATABASE } from "../../names/data.ts";
import type { Stack } from "../language/stack.ts";

export function buildAuroraGlobal(platform: Platform, stack: Stack): void {
  const relational = platform.data.relational;
  if (relational.kind !== "aurora-global") return;
  const file = stack.file("database", "The global database that the regions' clusters join.");
  file.resource(
    "aws_rds_global_cluster",
    "main",
    {
      global_cluster_identifier: auroraGlobalName(platform),
      engine: "aurora-postgresql",
      engine_version: relational.engineVersion,
      database_name: DATABASE,
      storage_encrypted: true,
      deletion_protection: platform.environment !== "dev",
    },
    {
      comment:
        "No source: the cluster that joins first leads. Its version is raised here first; AWS then raises the clusters'.",
      lifecycle: { ignoreChanges: ["source_db_cluster_identifier"] },
    },
  );
}
