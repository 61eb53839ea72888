// What was renamed in the blueprint is moved in Terraform's state, never destroyed and made anew. `renamed` names either
// two addresses ("aws_sqs_queue.reports") or two names of a thing ("reports" → "exports": an audience, a bucket's
// purpose, a queue); the second moves every resource whose name has the thing's name in it.
import type { Platform } from "../../blueprint/platform.ts";
import { EXIT, Refused } from "../../core/errors.ts";
import type { Moved, Resource } from "./language/graph.ts";
import { terraformName } from "./language/identifier.ts";
import { mapItems } from "./language/map-resources.ts";
import { nearest } from "./language/nearest.ts";
import type { Stack } from "./language/stack.ts";

type Rename = { readonly stack?: string | undefined; readonly from: string; readonly to: string };

export function applyRenames(stacks: readonly Stack[], renamed: Platform["renamed"]): readonly Stack[] {
  return (renamed as readonly Rename[]).reduce<readonly Stack[]>((before, rename) => {
    let moves = 0;
    const after = before.map((stack) => {
      if (rename.stack !== undefined && rename.stack !== stack.name) return stack;
      const there = new Set(stack.resources.map(({ address }) => address));
      return mapItems(stack, (item) => {
        const from = item.kind === "resource" && item.mode === "resource" ? addressBefore(item, rename) : undefined;
        if (from === undefined || item.kind !== "resource") return [item];
        if (there.has(from)) throw bothThere(stack, from, item.address);
        moves += 1;
        const moved: Moved = {
          kind: "moved",
          from,
          to: item.address,
          comment: "Renamed in the blueprint: the same thing under another name.",
        };
        return [item, moved];
      });
    });
    if (moves === 0) throw nothingMoved(before, rename);
    return after;
  }, stacks);
}

/** What the resource was called, or nothing when this rename isn't about it. */
function addressBefore(resource: Resource, { from, to }: Rename): string | undefined {
  if (to.includes(".")) return resource.address === to ? from : undefined;
  const [was, is] = [terraformName(from), terraformName(to)];
  const name = `_${resource.name}_`;
  if (!name.includes(`_${is}_`)) return undefined;
  return `${resource.type}.${name.replace(`_${is}_`, `_${was}_`).slice(1, -1)}`;
}

const bothThere = (stack: Stack, from: string, to: string): Refused =>
  new Refused(
    `The blueprint says that ${from} was renamed to ${to}, and ${stack.name} has both. Take the rename out, or the old name.`,
    EXIT.badInput,
  );

function nothingMoved(stacks: readonly Stack[], { from, to, stack }: Rename): Refused {
  const asked = stacks.filter((one) => stack === undefined || one.name === stack);
  const known = asked.flatMap((one) =>
    one.resources.map((resource) => (to.includes(".") ? resource.address : resource.name)),
  );
  const near = nearest(to.includes(".") ? to : terraformName(to), known);
  return new Refused(
    `The blueprint says that "${from}" was renamed to "${to}", and ${stack === undefined ? "no stack" : `the stack ${stack}`} has anything of that name. Nearest: ${near.join(", ") || "none"}. Correct \`to\`, or take the rename out when every environment has applied it.`,
    EXIT.badInput,
  );
}
