// The witness region as a place to watch from: its keys are found by their aliases, its bootstrap made them.
import type { Platform } from "../../../blueprint/platform.ts";
import { keyAlias } from "../../names/keys.ts";
import type { Stack } from "../language/stack.ts";
import type { Lookout } from "../lookout.ts";

export function witnessLookout(platform: Platform, stack: Stack): Lookout {
  const tf = stack.file("watch-keys", "The witness region's keys for messages, records and secrets.");
  const find = (purpose: "queue" | "logs" | "secrets") =>
    tf.data("aws_kms_alias", `watch_${purpose}`, { name: keyAlias(platform, purpose) }).target_key_arn;
  return {
    platform,
    stack,
    place: { region: platform.regions.witness.name },
    keys: { queue: find("queue"), logs: find("logs"), secrets: find("secrets") },
  };
}
