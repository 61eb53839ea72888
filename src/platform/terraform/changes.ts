// What applying the blueprint as it is now would do to what was synthesized before, resource by resource, the worst
// first. It reads two graphs and asks nobody; what AWS or the state know beyond them, `terraform plan` says.
import { type Argument, isExpression } from "./language/expression.ts";
import { type Arguments, addressesIn, type Resource } from "./language/graph.ts";
import type { Model, StackModel } from "./model.ts";
import { HOLDS_DATA, REPLACED_BY } from "./replacement.ts";

/** What befalls a resource. `forget`: Terraform lets go of it, and it stays. */
export type Effect = "replace" | "destroy" | "update" | "create" | "move" | "forget";
export type ChangedArgument = {
  readonly path: string;
  readonly before: Argument | undefined;
  readonly after: Argument | undefined;
  readonly forcesReplacement: boolean;
};
export type Change = {
  readonly stack: string;
  readonly address: string;
  readonly effect: Effect;
  /** What would be lost with it, where that is data. */
  readonly loses: string | null;
  /** Terraform refuses to destroy it as long as this stands in the new code or stood in the old. */
  readonly guarded: boolean;
  readonly from?: string;
  readonly arguments: readonly ChangedArgument[];
  /** The resource whose replacement forces this one's. */
  readonly becauseOf?: string;
  /** The network that is made anew while this, which holds data, lies in it: AWS moves nothing from one to another. */
  readonly strandedIn?: string;
};

const GRAVITY: readonly Effect[] = ["destroy", "replace", "forget", "update", "move", "create"];

/** Data loss first, what is dearest of it before logs; then replacements, and so on down; then by stack and address. */
export function changesBetween(before: Model, after: Model): readonly Change[] {
  const was = new Map(before.stacks.map((stack) => [stack.name, stack]));
  const is = new Map(after.stacks.map((stack) => [stack.name, stack]));
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names
    .flatMap((name) => stackChanges(was.get(name) ?? emptyStack(name), is.get(name) ?? emptyStack(name)))
    .sort((a, b) => gravity(a) - gravity(b) || compare(a.stack, b.stack) || compare(a.address, b.address));
}

/** What Terraform would no longer refuse to destroy. It changes nothing in AWS, so it is no change, and no plan shows it. */
export function unguarded(before: Model, after: Model): readonly Pick<Change, "stack" | "address">[] {
  const guards = ({ stacks }: Model): ReadonlyMap<string, boolean> =>
    new Map(
      stacks.flatMap((stack) =>
        managed(stack).map(({ address, lifecycle }) => [`${stack.name} ${address}`, lifecycle.preventDestroy === true]),
      ),
    );
  const was = guards(before);
  return after.stacks.flatMap((stack) =>
    managed(stack)
      .filter(({ address, lifecycle }) => was.get(`${stack.name} ${address}`) && lifecycle.preventDestroy !== true)
      .map(({ address }) => ({ stack: stack.name, address })),
  );
}

const DEAREST_FIRST = Object.keys(HOLDS_DATA);
const gravity = ({ loses, address, effect, strandedIn }: Change): number =>
  loses === null
    ? DEAREST_FIRST.length + (strandedIn === undefined ? GRAVITY.indexOf(effect) : 0)
    : DEAREST_FIRST.indexOf(address.slice(0, address.indexOf(".")));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const emptyStack = (name: string): StackModel => ({ name, region: "", resources: [], moved: [], removed: [] });
const managed = (stack: StackModel): readonly Resource[] => stack.resources.filter(({ mode }) => mode === "resource");

function stackChanges(before: StackModel, after: StackModel): Change[] {
  const old = new Map(managed(before).map((resource) => [resource.address, resource]));
  const cameFrom = new Map(after.moved.map(({ from, to }) => [to, from]));
  const forgotten = new Set(after.removed.filter(({ destroy }) => !destroy).map(({ from }) => from));
  const seen = new Set<string>();
  const changes: Change[] = [];
  for (const resource of managed(after)) {
    const origin = cameFrom.get(resource.address);
    const from = old.has(resource.address) || origin === undefined ? resource.address : origin;
    const earlier = old.get(from);
    seen.add(from);
    if (earlier === undefined) changes.push(made(after.name, resource, "create", false));
    else {
      const change = changed(after.name, earlier, resource, cameFrom);
      if (change) changes.push(change);
    }
  }
  for (const [address, resource] of old) {
    if (!seen.has(address))
      changes.push(
        made(
          after.name,
          resource,
          forgotten.has(address) ? "forget" : "destroy",
          resource.lifecycle.preventDestroy === true,
        ),
      );
  }
  return withConsequences(changes, managed(after), after.name);
}

const made = (
  stack: string,
  resource: Resource,
  effect: "create" | "destroy" | "forget",
  guarded: boolean,
): Change => ({
  stack,
  address: resource.address,
  effect,
  loses: effect === "destroy" ? (HOLDS_DATA[resource.type] ?? null) : null,
  guarded,
  arguments: [],
});

function changed(
  stack: string,
  before: Resource,
  after: Resource,
  cameFrom: ReadonlyMap<string, string>,
): Change | undefined {
  const ignored = after.lifecycle.ignoreChanges ?? [];
  const differing =
    ignored === "all"
      ? []
      : differences(renamedBack(before.args, cameFrom), after.args, after.type).filter(
          ({ path }) => !ignored.some((one) => within(withoutIndexes(path), withoutIndexes(one))),
        );
  // Another region is another provider: the resource there is a new one.
  const elsewhere = before.region !== after.region;
  const all: ChangedArgument[] = elsewhere
    ? [{ path: "(region)", before: before.region, after: after.region, forcesReplacement: true }, ...differing]
    : differing;
  const moved = before.address !== after.address;
  if (all.length === 0 && !moved) return undefined;
  const replaces = all.some(({ forcesReplacement }) => forcesReplacement);
  return {
    stack,
    address: after.address,
    effect: replaces ? "replace" : all.length > 0 ? "update" : "move",
    loses: replaces ? (HOLDS_DATA[after.type] ?? null) : null,
    guarded: replaces && after.lifecycle.preventDestroy === true,
    ...(moved && { from: before.address }),
    arguments: all,
  };
}

/** A block that stands once is an object here, and the first of a list to Terraform. */
const withoutIndexes = (path: string): string => path.replaceAll(/\[\d+\]/g, "");
const within = (path: string, whole: string): boolean => path === whole || path.startsWith(`${whole}.`);

/** The old arguments as if what they refer to had its new name already. */
function renamedBack<T extends Argument>(args: T, cameFrom: ReadonlyMap<string, string>): T {
  const now = new Map([...cameFrom].map(([to, from]) => [from, to]));
  const walk = (value: Argument): Argument => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(walk);
    if (isExpression(value) && value.kind === "ref")
      return { ...value, address: now.get(value.address) ?? value.address };
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one)]));
  };
  return now.size === 0 ? args : (walk(args) as T);
}

function differences(before: Resource["args"], after: Resource["args"], type: string): ChangedArgument[] {
  const forcing = REPLACED_BY[type] ?? [];
  const found: ChangedArgument[] = [];
  const walk = (path: string, was: Argument | undefined, is: Argument | undefined): void => {
    if (same(was, is)) return;
    if (isPlain(was) && isPlain(is)) {
      const [left, right] = [was as Arguments, is as Arguments];
      for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
        walk(path === "" ? name : `${path}.${name}`, left[name], right[name]);
      }
      return;
    }
    if (isBlocks(was) && isBlocks(is)) {
      for (let index = 0; index < Math.max(was.length, is.length); index++)
        walk(`${path}[${index}]`, was[index], is[index]);
      return;
    }
    const name = withoutIndexes(path);
    found.push({
      path,
      before: was,
      after: is,
      forcesReplacement: forcing.some((one) => within(name, one)),
    });
  };
  walk("", before, after);
  return found;
}

const isPlain = (value: Argument | undefined): value is Arguments =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isExpression(value);
const isBlocks = (value: Argument | undefined): value is readonly Argument[] =>
  Array.isArray(value) && value.length > 0 && value.every(isPlain);

/** Equal whatever the order of keys. */
function same(a: Argument | undefined, b: Argument | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, index) => same(one, b[index]))
    );
  }
  const [left, right] = [a as Record<string, Argument>, b as Record<string, Argument>];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length && names.every((name) => name in right && same(left[name], right[name]))
  );
}

/** A resource whose replacing argument names a replaced resource is replaced with it, and so on along the references. */
function withConsequences(changes: readonly Change[], resources: readonly Resource[], stack: string): Change[] {
  const out = new Map(changes.map((change) => [change.address, change]));
  for (let found = true; found; ) {
    found = false;
    for (const resource of resources) {
      const before = out.get(resource.address);
      if (before?.effect === "replace" || before?.effect === "create") continue;
      const cause = replacedIn(resource, out);
      if (cause === undefined) continue;
      found = true;
      out.set(resource.address, {
        stack,
        address: resource.address,
        effect: "replace",
        loses: HOLDS_DATA[resource.type] ?? null,
        guarded: resource.lifecycle.preventDestroy === true,
        arguments: before?.arguments ?? [],
        becauseOf: cause,
      });
    }
  }
  for (const resource of resources) {
    const before = out.get(resource.address);
    if (!(resource.type in HOLDS_DATA) || before?.effect === "replace" || before?.effect === "create") continue;
    const strandedIn = networkOf(resource, resources, (address) => out.get(address)?.effect === "replace");
    if (strandedIn === undefined) continue;
    const { address } = resource;
    const none = { stack, address, effect: "update", loses: null, guarded: false, arguments: [] } as const;
    out.set(address, { ...(before ?? none), strandedIn });
  }
  return [...out.values()];
}

/** The VPC that a resource lies in, through whatever it refers to, if it is one of those asked for. */
function networkOf(
  resource: Resource,
  resources: readonly Resource[],
  asked: (address: string) => boolean,
): string | undefined {
  const byAddress = new Map(resources.map((one) => [one.address, one]));
  const seen = new Set<string>();
  const waiting = [...addressesIn(resource.args)];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const next = byAddress.get(address);
    if (next?.type === "aws_vpc" && asked(address)) return address;
    // By a subnet or a group of them: a policy that names a thing of the network doesn't lie in it.
    if (next && /^aws_(subnet|security_group|(db|elasticache)_subnet_group)$/.test(next.type))
      waiting.push(...addressesIn(next.args));
  }
  return undefined;
}

function replacedIn(resource: Resource, changes: ReadonlyMap<string, Change>): string | undefined {
  const ignored = resource.lifecycle.ignoreChanges ?? [];
  if (ignored === "all") return undefined;
  for (const path of REPLACED_BY[resource.type] ?? []) {
    if (ignored.some((one) => one === path)) continue;
    const value = path
      .split(".")
      .reduce<readonly (Argument | undefined)[]>(
        (at, name) =>
          at
            .flatMap((one) => (Array.isArray(one) ? one : [one]))
            .map((one) => (isPlain(one) ? (one as Arguments)[name] : undefined)),
        [resource.args],
      );
    const cause = value
      .flatMap((one) => addressesIn(one))
      .find((address) => changes.get(address)?.effect === "replace");
    if (cause !== undefined) return cause;
  }
  return undefined;
}
