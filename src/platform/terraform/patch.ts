// The way out that nobody should be without: any argument of any resource, set by hand in the blueprint. `patch` types
// it; `applyPatches` finds the resource. A patch that hits nothing is refused, for a changed name must not undo it in
// silence.
import type { Platform } from "../../blueprint/platform.ts";
import { EXIT, Refused } from "../../core/errors.ts";
import type { Argument, Ref } from "./language/expression.ts";
import type { Resource } from "./language/graph.ts";
import { mapResources } from "./language/map-resources.ts";
import { nearest } from "./language/nearest.ts";
import type { ArgumentsOf, ResourceType, Stack } from "./language/stack.ts";

/** What can be written in a blueprint: no references, so that nothing sensitive can be either. */
type Plain<T> =
  T extends Ref<unknown>
    ? never
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : T extends object
        ? { readonly [Name in keyof T]: Plain<T[Name]> }
        : T;
type Settable<Type extends ResourceType> = {
  readonly [Name in keyof ArgumentsOf<Type>]?: Plain<ArgumentsOf<Type>[Name]> | null;
};

export type Patch = {
  readonly address: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly because: string;
  readonly stack?: string;
};

/** For a blueprint's `patches`: null removes an argument; without `stack`, every stack that has the address. */
export const patch = <Type extends ResourceType>(
  type: Type,
  name: string,
  set: Settable<Type>,
  { because, stack }: { readonly because: string; readonly stack?: string },
): { address: string; set: Record<string, never>; because: string; stack?: string } => ({
  address: `${type}.${name}`,
  // The blueprint's schema takes any JSON here; what it is was checked against the type above.
  set: set as Record<string, never>,
  because,
  ...(stack !== undefined && { stack }),
});

export function applyPatches(stacks: readonly Stack[], patches: Platform["patches"]): readonly Stack[] {
  return (patches as readonly Patch[]).reduce<readonly Stack[]>((before, one) => {
    let hits = 0;
    const after = before.map((stack) => {
      if (one.stack !== undefined && one.stack !== stack.name) return stack;
      if (!stack.resources.some((resource) => resource.address === one.address)) return stack;
      hits += 1;
      return mapResources(stack, (resource) => (resource.address === one.address ? patched(resource, one) : resource));
    });
    if (hits === 0) throw nothingHit(before, one);
    return after;
  }, stacks);
}

function patched(resource: Resource, one: Patch): Resource {
  const args = new Map<string, Argument>(Object.entries(resource.args));
  for (const [name, value] of Object.entries(one.set)) {
    if (value === null) args.delete(name);
    else args.set(name, value as Argument);
  }
  const why = `Patched in the blueprint (${Object.keys(one.set).join(", ")}): ${one.because}`;
  return { ...resource, args: Object.fromEntries(args), comment: [resource.comment, why].filter(Boolean).join("\n") };
}

function nothingHit(stacks: readonly Stack[], one: Patch): Refused {
  const asked = one.stack === undefined ? stacks : stacks.filter((stack) => stack.name === one.stack);
  if (asked.length === 0) {
    return new Refused(
      `The blueprint patches ${one.address} in the stack "${one.stack}", which there is not. There are: ${stacks.map((stack) => stack.name).join(", ")}.`,
      EXIT.badInput,
    );
  }
  const near = nearest(
    one.address,
    asked.flatMap((stack) => stack.resources.map((resource) => resource.address)),
  );
  return new Refused(
    `The blueprint patches ${one.address}, which ${one.stack ? `the stack ${one.stack} doesn't have` : "no stack has"}. Nearest: ${near.join(", ") || "none"}. Correct the address, or take the patch out if it is no longer needed.`,
    EXIT.badInput,
  );
}
