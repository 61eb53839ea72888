import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { recordsBucket } from "../../names/safety.ts";
import { runbookBook } from "../../runbooks/book.ts";
import { filesOf, synthesizeTerraform } from "../stacks.ts";

test("each region's bucket of records holds the runbooks, the witness's too, from a file beside its Terraform", () => {
  const platform = resolve(blueprint);
  const stacks = synthesizeTerraform(platform);
  const files = filesOf(stacks);
  const holders = stacks.filter(({ resources }) =>
    resources.some(({ address }) => address === "aws_s3_object.runbooks"),
  );
  const { primary, standby, witness } = platform.regions;
  assert.deepEqual(holders.map(({ region }) => region).sort(), [primary.name, standby.name, witness.name].sort());
  for (const { name, region } of holders) {
    assert.equal(files.get(`${name}/runbooks/book.md`), runbookBook(platform));
    assert.ok(files.get(`${name}/records.tf`)?.includes(recordsBucket(platform, region)), name);
  }
});
