// DynamoDB tables that both regions write at any time. The table is made in the primary region; its replica in the other
// is the link's, because making one needs both regions. Once both exist they are equal: either lives without the other.
import type { TableName } from "../../../blueprint/workloads.ts";
import { tableName } from "../../names/data.ts";
import { IMPORTANCE_TAG } from "../../names/safety.ts";
import { isPrecious } from "./database-settings.ts";
import type { Site } from "./site.ts";

type Table = {
  readonly why: string;
  readonly hashKey: string;
  readonly ttlAttribute?: string;
  /** Whether any moment of the last days can be brought back, and why not where it can't. */
  readonly pointInTime: { readonly kind: "kept" } | { readonly kind: "never"; readonly because: string };
};

export const TABLES: Readonly<Record<TableName, Table>> = {
  salts: {
    why: "Salts of the ids of visitors without cookies, one per UTC day.",
    hashKey: "day",
    ttlAttribute: "destroyAt",
    pointInTime: {
      kind: "never",
      because:
        "No point-in-time recovery and no backup plan: a salt is destroyed 48 hours after its day, and nothing may bring one back. Losing all of them splits the visits of one day, no more.",
    },
  },
};

export function buildTables(site: Site): void {
  const { platform, region, keys } = site;
  if (region.configured !== "primary" || platform.data.globalTables.length === 0) return;
  const file = site.stack.file(
    "tables",
    "Global tables. Last writer wins between regions, so only merges that commute are kept here.",
  );
  for (const name of platform.data.globalTables) {
    const table = TABLES[name];
    file.resource(
      "aws_dynamodb_table",
      name,
      {
        name: tableName(platform, name),
        billing_mode: "PAY_PER_REQUEST",
        hash_key: table.hashKey,
        attribute: [{ name: table.hashKey, type: "S" }],
        // Replication reads the stream.
        stream_enabled: true,
        stream_view_type: "NEW_AND_OLD_IMAGES",
        server_side_encryption: { enabled: true, kms_key_arn: keys.data },
        point_in_time_recovery: { enabled: table.pointInTime.kind === "kept" },
        ...(table.ttlAttribute === undefined ? {} : { ttl: { attribute_name: table.ttlAttribute, enabled: true } }),
        deletion_protection_enabled: isPrecious(platform),
        ...(table.pointInTime.kind === "kept" ? { tags: { [IMPORTANCE_TAG]: "critical" } } : {}),
      },
      {
        comment: table.pointInTime.kind === "kept" ? table.why : `${table.why} ${table.pointInTime.because}`,
        // The replica is made by `link`; without this an apply here would take it away.
        lifecycle: { ignoreChanges: ["replica"] },
      },
    );
  }
}
