import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as D } from "../../../../blueprints/D.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { addressesIn } from "../language/graph.ts";
import { synthesizeTerraform } from "../stacks.ts";
import { KEY_USES } from "./key-uses.ts";

/** Type → the service in whose name it asks the key, as `kms:ViaService` knows it. */
const ASKS_AS: Readonly<Record<string, string>> = {
  aws_backup_vault: "backup",
  aws_codecommit_repository: "codecommit",
  aws_db_instance: "rds",
  aws_dynamodb_table: "dynamodb",
  aws_dynamodb_table_replica: "dynamodb",
  aws_ecr_repository: "ecr",
  aws_eks_cluster: "eks",
  aws_elasticache_replication_group: "elasticache",
  aws_launch_template: "ec2",
  aws_msk_cluster: "kafka",
  aws_opensearch_domain: "es",
  aws_rds_cluster: "rds",
  aws_s3_bucket_server_side_encryption_configuration: "s3",
  aws_secretsmanager_secret: "secretsmanager",
  aws_sns_topic: "sns",
  aws_sqs_queue: "sqs",
  aws_ssm_parameter: "ssm",
};

test("whatever a key encrypts belongs to a service that the key lets in", () => {
  const seen = new Set<string>();
  for (const platform of [resolve(flagship), resolve(D)]) {
    for (const { name, resources } of synthesizeTerraform(platform)) {
      const purposes = new Map(
        resources
          .filter(({ mode, type }) => mode === "data" && type === "aws_kms_alias")
          .map(({ address, args }) => [address, String(args.name).replace(`alias/${platform.name}-`, "")]),
      );
      for (const { address, args, type } of resources) {
        const service = ASKS_AS[type];
        if (service === undefined) continue;
        for (const used of addressesIn(args)) {
          const use = Object.entries(KEY_USES).find(([purpose]) => purpose === purposes.get(used))?.[1];
          if (use === undefined) continue;
          seen.add(type);
          assert.ok(use.through.includes(service), `${name} ${address}: ${used} doesn't let ${service} in`);
        }
      }
    }
  }
  assert.ok(
    seen.has("aws_codecommit_repository") && seen.has("aws_msk_cluster") && seen.size > 12,
    [...seen].join(" "),
  );
});
