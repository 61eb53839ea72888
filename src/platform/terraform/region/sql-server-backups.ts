// Where the SQL Server on the premises keeps its backups: a part of the bucket of backups that it may write and never
// read, change or delete. It comes by IAM Roles Anywhere with a certificate of the company's own authority, so that no
// access key lies on the premises; the trust anchor needs that authority's certificate and is made by a person.
import { bucketArn, SQL_SERVER_BACKUPS_PREFIX } from "../../names/data.ts";
import { roleName } from "../../names/identity.ts";
import { declareRole } from "../role.ts";
import type { Site } from "./site.ts";

/** A full backup of a large database is uploaded in parts, for hours. */
const SESSION_SECONDS = 12 * 3600;

export function buildSqlServerBackups(site: Site): void {
  const { platform, region, keys } = site;
  if (platform.onPremises.kind !== "connected" || platform.onPremises.sqlServer === undefined) return;
  const file = site.stack.file(
    "sql-server-backups",
    "What the SQL Server on the premises may do with the bucket of backups: add to its own part.",
  );
  const bucket = bucketArn(platform, "backups", region.name);
  declareRole(file, platform, {
    key: "sql_server_backups",
    name: roleName(platform, region, "sql-server-backups"),
    description: "Lets the SQL Server on the premises add its backups.",
    maxSessionSeconds: SESSION_SECONDS,
    trust: [
      {
        principals: { Service: "rolesanywhere.amazonaws.com" },
        actions: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
        conditions: {
          StringEquals: { "aws:SourceAccount": platform.accountId },
          ArnLike: { "aws:SourceArn": `arn:aws:rolesanywhere:${region.name}:${platform.accountId}:trust-anchor/*` },
        },
      },
    ],
    policies: {
      add: [
        {
          sid: "Add",
          actions: ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
          resources: `${bucket}/${SQL_SERVER_BACKUPS_PREFIX}/*`,
        },
        {
          sid: "Encipher",
          actions: ["kms:GenerateDataKey", "kms:Decrypt"],
          resources: keys.backup,
          conditions: { StringEquals: { "kms:ViaService": `s3.${region.name}.amazonaws.com` } },
        },
      ],
    },
    comment:
      "A trust anchor with the company's certificate authority and a profile for this role are made by hand, once.",
  });
}
