// What must hold in every stack once it is declared, whoever built it: each reference leads somewhere in the stack, each
// provider is configured, and nothing depends on itself.
import { addressesIn, type Item, type Resource } from "./graph.ts";
import { nearest } from "./nearest.ts";
import type { Stack } from "./stack.ts";

/** Addresses that Terraform itself provides. */
const BUILT_IN = /^(path|terraform|each|count|self)\./;

export function checkGraph(stack: Stack): void {
  const items = stack.files.flatMap((file) => file.items.map((item) => ({ file: file.name, item })));
  const known = new Set(
    items.flatMap(({ item }) =>
      item.kind === "resource" ? [item.address] : item.kind === "variable" ? [`var.${item.name}`] : [],
    ),
  );
  const aliases = new Set(stack.providers.map(({ alias }) => alias));
  for (const { file, item } of items) {
    for (const address of referredTo(item)) {
      if (known.has(address) || BUILT_IN.test(address)) continue;
      throw new Error(
        `${nameOf(item)} in ${stack.name}/${file}.tf refers to ${address}, which that stack doesn't have. Nearest: ${nearest(address, [...known]).join(", ") || "none"}. No stack reads another's state: name it by a function of src/platform/names, or look it up with data().`,
      );
    }
    if (item.kind === "resource" && item.provider !== undefined && !aliases.has(item.provider)) {
      throw new Error(
        `${item.address} in ${stack.name}/${file}.tf uses the provider aws.${item.provider} of another stack. Make it with stack.provider() of its own.`,
      );
    }
  }
  refuseCycle(stack);
}

const nameOf = (item: Item): string =>
  item.kind === "resource"
    ? item.address
    : item.kind === "moved" || item.kind === "removed"
      ? `${item.kind} ${item.from}`
      : item.kind === "import"
        ? `import ${item.to}`
        : `${item.kind} ${item.name}`;

function referredTo(item: Item): readonly string[] {
  switch (item.kind) {
    case "resource": {
      const { precondition = [], postcondition = [], replaceTriggeredBy = [] } = item.lifecycle;
      const conditions = [...precondition, ...postcondition].map(({ condition }) => condition);
      return [...dependencies(item), ...addressesIn([...conditions, ...replaceTriggeredBy])];
    }
    case "output":
      return addressesIn(item.value);
    case "import":
      return [...addressesIn(item.id), item.to];
    case "check":
      return item.assert.flatMap(({ condition }) => addressesIn(condition));
    case "variable":
      return (item.validation ?? []).flatMap(({ condition }) => addressesIn(condition));
    case "moved":
    case "removed":
      return [];
  }
}

const dependencies = (resource: Resource): readonly string[] => [...addressesIn(resource.args), ...resource.dependsOn];

function refuseCycle(stack: Stack): void {
  const byAddress = new Map(stack.resources.map((resource) => [resource.address, resource]));
  const done = new Set<string>();
  // In the order in which they were come to.
  const path = new Set<Resource>();
  const visit = (resource: Resource): void => {
    if (done.has(resource.address)) return;
    if (path.has(resource)) {
      const all = [...path];
      const ring = [...all.slice(all.indexOf(resource)), resource].map(
        ({ address, file }) => `${address} (${file}.tf)`,
      );
      throw new Error(
        `${stack.name} has a ring that Terraform can't begin anywhere: ${ring.join(" → ")}. Let one of them name the other by a function of src/platform/names.`,
      );
    }
    path.add(resource);
    for (const address of dependencies(resource)) {
      const next = byAddress.get(address);
      if (next) visit(next);
    }
    path.delete(resource);
    done.add(resource.address);
  };
  for (const resource of stack.resources) visit(resource);
}
