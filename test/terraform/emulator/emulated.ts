// A stack as the emulator can carry it: what moto lacks is left out, with whatever refers to it.
import { type Argument, isExpression } from "../../../src/platform/terraform/language/expression.ts";
import { addressesIn, type Item, type Resource } from "../../../src/platform/terraform/language/graph.ts";
import { mapItems } from "../../../src/platform/terraform/language/map-resources.ts";
import type { Stack } from "../../../src/platform/terraform/language/stack.ts";
import { ALTERED, DROPPED, LEFT_OUT, MISREAD } from "./left-out.ts";

export type Emulated = {
  readonly stack: Stack;
  /** Address → why it isn't applied. */
  readonly leftOut: ReadonlyMap<string, string>;
};

const kindOf = (resource: Resource): string =>
  resource.mode === "resource" ? resource.type : `${resource.mode}.${resource.type}`;

/** Everything that a resource refers to. */
function referredBy(resource: Resource): readonly string[] {
  const conditions = [...(resource.lifecycle.precondition ?? []), ...(resource.lifecycle.postcondition ?? [])];
  return [
    ...addressesIn(resource.args),
    ...resource.dependsOn,
    ...(resource.lifecycle.replaceTriggeredBy ?? []).flatMap(addressesIn),
    ...conditions.flatMap(({ condition }) => addressesIn(condition)),
  ];
}

/** Whatever these resources don't rest on, as `alsoWithout` for a run that is about them alone. */
export function besides(
  stack: Stack,
  about: (resource: Resource) => boolean,
  because: string,
): ReadonlyMap<string, string> {
  const of = new Map(stack.resources.map((resource) => [resource.address, resource]));
  const needed = new Set<string>();
  const open = stack.resources.filter((resource) => resource.mode === "resource" && about(resource));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (needed.has(next.address)) continue;
    needed.add(next.address);
    for (const address of referredBy(next)) {
      const referred = of.get(address);
      if (referred) open.push(referred);
    }
  }
  return new Map([...of.keys()].filter((address) => !needed.has(address)).map((address) => [address, because]));
}

/** `alsoWithout` are addresses that one run leaves out besides, with the reason. */
export function emulated(stack: Stack, alsoWithout: ReadonlyMap<string, string> = new Map()): Emulated {
  const leftOut = new Map<string, string>();
  for (const resource of stack.resources) {
    const because = alsoWithout.get(resource.address) ?? LEFT_OUT[kindOf(resource)];
    if (because !== undefined) leftOut.set(resource.address, because);
  }
  // Until nothing that is left refers to something that isn't.
  for (let before = -1; before !== leftOut.size; ) {
    before = leftOut.size;
    for (const resource of stack.resources) {
      if (leftOut.has(resource.address)) continue;
      const missing = referredBy(resource).find((address) => leftOut.has(address));
      if (missing !== undefined) leftOut.set(resource.address, `needs ${missing}`);
    }
  }
  const reaches = (value: Argument): boolean => addressesIn(value).some((address) => leftOut.has(address));
  const kept = mapItems(stack, (item): readonly Item[] => {
    if (item.kind === "resource") return leftOut.has(item.address) ? [] : [altered(item)];
    if (item.kind === "output") return reaches(item.value) ? [] : [item];
    if (item.kind === "check") return item.assert.some(({ condition }) => reaches(condition)) ? [] : [item];
    return [item];
  });
  return {
    stack: { ...kept, resources: kept.resources.filter((resource) => !leftOut.has(resource.address)) },
    leftOut,
  };
}

function altered(resource: Resource): Resource {
  if (resource.mode !== "resource") return resource;
  const { preventDestroy: _, ignoreChanges, ...lifecycle } = resource.lifecycle;
  const misread = MISREAD[resource.type] ?? [];
  const ignored = ignoreChanges === "all" ? ("all" as const) : [...new Set([...(ignoreChanges ?? []), ...misread])];
  return {
    ...resource,
    args: { ...without(resource), ...((ALTERED[resource.type]?.set ?? {}) as Resource["args"]) },
    lifecycle: { ...lifecycle, ...(ignored.length > 0 && { ignoreChanges: ignored }) },
  };
}

const without = ({ type, args }: Resource): Resource["args"] =>
  DROPPED[type] ? (dropped(args, DROPPED[type].path) as Resource["args"]) : args;

function dropped(value: Argument, [name, ...rest]: readonly string[]): Argument {
  if (Array.isArray(value)) return (value as readonly Argument[]).map((item) => dropped(item, [name ?? "", ...rest]));
  if (typeof value !== "object" || value === null || isExpression(value) || name === undefined) return value;
  const { [name]: inner, ...others } = value as { readonly [name: string]: Argument };
  return rest.length === 0 || inner === undefined ? others : { ...others, [name]: dropped(inner, rest) };
}

/** How loopback is addressed: an override beside the written root, and no part of it. */
export function overrideText(stack: Stack): string {
  const provider = (alias: string | undefined): string =>
    `provider "aws" {\n${alias === undefined ? "" : `  alias             = "${alias}"\n`}  s3_use_path_style = true\n  max_retries       = 10\n}\n`;
  return [undefined, ...stack.providers.map(({ alias }) => alias)].map(provider).join("\n");
}

/** A root's main.tf with its state beside it: the bucket that it names is only being made. */
export const withLocalState = (main: string): string =>
  main.replace(/\n {2}# [^\n]*\n {2}backend "s3" \{[^}]*\}\n/, "");
