// All tries of one intent together: what the client ended up knowing about it.

import type { Operation } from "./entry.ts";

export type Intent = {
  name: string;
  ask: Operation["ask"];
  tries: Operation[];
  /** `acknowledged`: some try was answered ok. `refused`: all tries were answered that nothing was done. */
  known: "acknowledged" | "refused" | "unknown";
  /** Some try's outcome was unknown, whatever became of the intent. */
  wasUnknown: boolean;
};

export function intentsOf(operations: readonly Operation[]): Map<string, Intent> {
  const intents = new Map<string, Intent>();
  for (const operation of operations) {
    const intent = intents.get(operation.intent);
    if (intent) add(intent, operation);
    else {
      const { intent: name, ask } = operation;
      const first: Intent = { name, ask, tries: [], known: "refused", wasUnknown: false };
      add(first, operation);
      intents.set(name, first);
    }
  }
  return intents;
}

function add(intent: Intent, operation: Operation): void {
  intent.tries.push(operation);
  if (operation.ending === "unknown") intent.wasUnknown = true;
  if (operation.ending === "ok") intent.known = "acknowledged";
  else if (operation.ending === "unknown" && intent.known === "refused") intent.known = "unknown";
}
