// A stack like another, some of its resources changed or followed by more.
import type { Item, Resource } from "./graph.ts";
import type { Stack } from "./stack.ts";

/** The same stack with each resource replaced by what `change` answers. */
export const mapResources = (stack: Stack, change: (resource: Resource) => Resource): Stack =>
  mapItems(stack, (item) => [item.kind === "resource" ? change(item) : item]);

/** The same stack with each item replaced by those that `change` answers. */
export function mapItems(stack: Stack, change: (item: Item) => readonly Item[]): Stack {
  const files = stack.files.map((file) => ({ ...file, items: file.items.flatMap(change) }));
  const changed = new Map(
    files.flatMap((file) =>
      file.items.flatMap((item) => (item.kind === "resource" ? [[item.address, item] as const] : [])),
    ),
  );
  return { ...stack, files, resources: stack.resources.map((resource) => changed.get(resource.address) ?? resource) };
}
