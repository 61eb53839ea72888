// What clients meet first: records, health checks, the content delivery network. It knows regions by their DNS names
// alone, so it plans while one of them is gone. Each line is one concern.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";

export function buildEdge(_platform: Platform, _stack: Stack): void {}
