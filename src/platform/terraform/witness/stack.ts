// The third place: a vote, and eyes on both regions. It holds no data. Each line is one concern.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";
import { buildVoter } from "../region/voters.ts";
import { buildWitnessWatch } from "./watch.ts";

export function buildWitness(platform: Platform, stack: Stack): void {
  buildVoter(platform, stack);
  buildWitnessWatch(platform, stack);
}
