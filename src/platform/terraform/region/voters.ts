// A voter: a table with one item, {epoch, holder, beat, marks}, changed only by conditional writes. There are three, one
// each in primary, standby and witness; being active takes two of them.
import type { Platform } from "../../../blueprint/platform.ts";
import { VOTER_HASH_KEY, voterTable } from "../../names/voters.ts";
import type { ResourceHandle, Stack } from "../language/stack.ts";

export function buildVoter(platform: Platform, stack: Stack): ResourceHandle<"aws_dynamodb_table"> {
  const file = stack.file(
    "voter",
    "This region's vote: one item, changed only by conditional writes of the guardians. Terraform never writes the item:\nwho is active is data. A voter whose item is missing abstains until a recovery plan admits it again.",
  );
  return file.resource(
    "aws_dynamodb_table",
    "voter",
    {
      name: voterTable(platform),
      billing_mode: "PAY_PER_REQUEST",
      hash_key: VOTER_HASH_KEY,
      attribute: [{ name: VOTER_HASH_KEY, type: "S" }],
      deletion_protection_enabled: true,
      point_in_time_recovery: { enabled: false },
    },
    {
      comment:
        "No backup on purpose: a vote brought back from yesterday is a lie about today, and the other two know better. AWS's own\nkey on purpose, too: it is encrypted all the same, and a key of ours that somebody disables would silence the voter.",
    },
  );
}
