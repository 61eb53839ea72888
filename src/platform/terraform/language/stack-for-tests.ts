// An empty stack, for tests of what is declared in one.
import { createStack } from "./create-stack.ts";
import type { Stack } from "./stack.ts";

export const emptyStack = (name = "try"): Stack =>
  createStack({
    name,
    comment: "A stack of a test.",
    region: "ap-south-1",
    accountId: "111122223333",
    tags: { project: "tandem" },
    state: { bucket: "states", key: "try", region: "ap-south-1" },
  });
