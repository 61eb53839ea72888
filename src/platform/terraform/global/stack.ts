// What belongs to no region: names, certificates, identities, the edge's firewall. Each line is one concern.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Stack } from "../language/stack.ts";

export function buildGlobal(_platform: Platform, _stack: Stack): void {}
