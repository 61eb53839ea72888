// npm run generate:terraform            writes src/platform/terraform/aws/aws.generated.ts from the provider's schema
// npm run generate:terraform -- --check fails when the file checked in is not what the schema says
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DATA_TYPES, EPHEMERAL_TYPES, RESOURCE_TYPES } from "../../../src/platform/terraform/aws/resource-types.ts";
import { readProviderSchema } from "./provider-schema.ts";
import { writeTypes } from "./write-types.ts";

const file = fileURLToPath(new URL("../../../src/platform/terraform/aws/aws.generated.ts", import.meta.url));
const { text, banned } = writeTypes(readProviderSchema(), {
  resources: RESOURCE_TYPES,
  data: DATA_TYPES,
  ephemeral: EPHEMERAL_TYPES,
});

if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== text) {
    console.error("aws.generated.ts is not what the schema and resource-types.ts say. Run: npm run generate:terraform");
    process.exitCode = 1;
  } else console.log("aws.generated.ts is what the schema says.");
} else {
  writeFileSync(file, text);
  console.log(
    `${RESOURCE_TYPES.length} resources, ${DATA_TYPES.length} data sources, ${EPHEMERAL_TYPES.length} ephemeral resources: ${text.split("\n").length} lines.`,
  );
  console.log(`Arguments that are attributes in a block's clothes, left out: ${banned.join(", ") || "none"}.`);
}
