// Replicas of the global tables in the standby region. From then on both sides write; a region's loss leaves the other's
// table as it is, and this stack is asked for nothing.
import { tableArn } from "../../names/data.ts";
import { savedAs } from "../../names/safety.ts";
import { terraformName } from "../language/identifier.ts";
import { isPrecious } from "../region/database-settings.ts";
import { TABLES } from "../region/tables.ts";
import { keyOf } from "./keys.ts";
import type { Link } from "./stack.ts";

export function buildTableReplicas(link: Link): void {
  const { platform } = link;
  const { primary, standby } = platform.regions;
  if (platform.data.globalTables.length === 0 || !standby.holds.data) return;
  const file = link.stack.file("tables", "Replicas of the global tables in the standby region.");
  const key = keyOf(link, "standby", "data");
  for (const name of platform.data.globalTables) {
    const { pointInTime } = TABLES[name];
    file.resource(
      "aws_dynamodb_table_replica",
      terraformName(name),
      {
        global_table_arn: tableArn(platform, name, primary.name),
        kms_key_arn: key,
        point_in_time_recovery: pointInTime.kind === "kept",
        deletion_protection_enabled: isPrecious(platform),
        ...(pointInTime.kind === "kept" ? { tags: savedAs("critical") } : {}),
      },
      { provider: link.standby, ...(pointInTime.kind === "never" ? { comment: pointInTime.because } : {}) },
    );
  }
}
