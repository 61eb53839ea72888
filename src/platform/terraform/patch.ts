// The way out that nobody should be without: any argument of any resource, set by hand in the blueprint. `patch` types
// it; `applyPatches` finds the resource. A patch that hits nothing is refused, for a changed name must not undo it in
// silence; so is one that holds a secret.
import type { Platform } from "../../blueprint/platform.ts";
import { EXIT, Refused } from "../../core/errors.ts";
import { type Argument, expressionOf } from "./language/expression.ts";
import type { Resource } from "./language/graph.ts";
import { mapResources } from "./language/map-resources.ts";
import { nearest } from "./language/nearest.ts";
import type { ArgumentsOf, ResourceType, Stack } from "./language/stack.ts";
import { sensitiveIn } from "./sensitive-arguments.ts";

type Settable<Type extends ResourceType> = {
  readonly [Name in keyof ArgumentsOf<Type>]?: ArgumentsOf<Type>[Name] | null;
};

export type Patch = {
  readonly address: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly because: string;
  readonly stack?: string;
};

/** For a blueprint's `patches`: null removes an argument; without `stack`, every stack that has the address. Literals
 *  only: a blueprint refers to nothing, so nothing sensitive can be set here either; `applyPatches` sees to that where
 *  nobody checks types. */
export const patch = <Type extends ResourceType>(
  type: Type,
  name: string,
  set: Settable<Type>,
  { because, stack }: { readonly because: string; readonly stack?: string },
): { address: string; set: Record<string, unknown>; because: string; stack?: string } => {
  const address = `${type}.${name}`;
  refuseReferences(address, set);
  return { address, set, because, ...(stack !== undefined && { stack }) };
};

function refuseReferences(address: string, value: unknown): void {
  if (expressionOf(value)) {
    throw new Refused(
      `The patch of ${address} holds a reference. A blueprint is plain data: write the value itself.`,
      EXIT.badInput,
    );
  }
  if (typeof value === "object" && value !== null)
    for (const one of Object.values(value)) refuseReferences(address, one);
}

export function applyPatches(stacks: readonly Stack[], patches: Platform["patches"]): readonly Stack[] {
  const wrong: string[] = [];
  const after = (patches as readonly Patch[]).reduce<readonly Stack[]>((before, one) => {
    wrong.push(...secretsSet(one));
    let hits = 0;
    const next = before.map((stack) => {
      if (one.stack !== undefined && one.stack !== stack.name) return stack;
      if (!stack.resources.some((resource) => resource.address === one.address)) return stack;
      hits += 1;
      return mapResources(stack, (resource) => (resource.address === one.address ? patched(resource, one) : resource));
    });
    if (hits === 0) wrong.push(nothingHit(before, one));
    return next;
  }, stacks);
  if (wrong.length > 0) throw new Refused(wrong.join("\n"), EXIT.badInput);
  return after;
}

function secretsSet(one: Patch): string[] {
  const [type = ""] = one.address.split(".");
  return sensitiveIn(type, one.set).map(
    (path) =>
      `The blueprint patches ${one.address} with a value for ${path}, which is a secret and would lie in the repository and in Terraform's state. Leave it out; put the value into Secrets Manager.`,
  );
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

function nothingHit(stacks: readonly Stack[], one: Patch): string {
  const asked = one.stack === undefined ? stacks : stacks.filter((stack) => stack.name === one.stack);
  if (asked.length === 0)
    return `The blueprint patches ${one.address} in the stack "${one.stack}", which there is not. There are: ${stacks.map((stack) => stack.name).join(", ")}.`;
  const near = nearest(
    one.address,
    asked.flatMap((stack) => stack.resources.map((resource) => resource.address)),
  );
  return `The blueprint patches ${one.address}, which ${one.stack ? `the stack ${one.stack} doesn't have` : "no stack has"}. Nearest: ${near.join(", ") || "none"}. Correct the address, or take the patch out if it is no longer needed.`;
}
