// What stands before anything else: one root per region, the witness's included. Each line is one concern.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";

export function buildBootstrap(_platform: Platform, _stack: Stack): void {}
