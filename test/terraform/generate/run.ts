// npm run generate:terraform            writes the two generated files beside src/platform/terraform/aws/resource-types.ts
//                                       from the provider's schema: the types, which cost nothing at run time, and the
//                                       tables that the writer of HCL needs
// npm run generate:terraform -- --check fails when a file checked in is not what the schema says
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DATA_TYPES, EPHEMERAL_TYPES, RESOURCE_TYPES } from "../../../src/platform/terraform/aws/resource-types.ts";
import { readProviderSchema } from "./provider-schema.ts";
import { writeTypes } from "./write-types.ts";

const { types, tables, banned } = writeTypes(readProviderSchema(), {
  resources: RESOURCE_TYPES,
  data: DATA_TYPES,
  ephemeral: EPHEMERAL_TYPES,
});

for (const [name, text] of [
  ["aws.generated.ts", types],
  ["blocks.generated.ts", tables],
] as const) {
  const file = fileURLToPath(new URL(`../../../src/platform/terraform/aws/${name}`, import.meta.url));
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
    console.log(`${name}: ${text.split("\n").length} lines.`);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    console.error(`${name} is not what the schema and resource-types.ts say. Run: npm run generate:terraform`);
    process.exitCode = 1;
  } else console.log(`${name} is what the schema says.`);
}
console.log(
  `${RESOURCE_TYPES.length} resources, ${DATA_TYPES.length} data sources, ${EPHEMERAL_TYPES.length} ephemeral resources. Left out, because they are attributes in a block's clothes: ${banned.join(", ") || "none"}.`,
);
