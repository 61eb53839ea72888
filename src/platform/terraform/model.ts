// What was synthesized, for machines: the graph of every stack as plain data. `tandem synth` writes it beside the
// Terraform; `tandem diff` compares it with what the blueprint says now.
import type { Platform } from "../../blueprint/platform.ts";
import { EXIT, Refused } from "../../core/errors.ts";
import type { Moved, Removed, Resource } from "./language/graph.ts";
import type { Stack } from "./language/stack.ts";

/** Grows when an older reader would misunderstand. */
const FORMAT = 1;

export type StackModel = {
  readonly name: string;
  readonly region: string;
  readonly resources: readonly Resource[];
  readonly moved: readonly Moved[];
  readonly removed: readonly Removed[];
};
export type Model = {
  readonly format: typeof FORMAT;
  readonly platform: string;
  readonly environment: string;
  readonly stacks: readonly StackModel[];
};

export const modelOf = (platform: Platform, stacks: readonly Stack[]): Model => ({
  format: FORMAT,
  platform: platform.name,
  environment: platform.environment,
  stacks: stacks.map((stack) => {
    const items = stack.files.flatMap((file) => file.items);
    return {
      name: stack.name,
      region: stack.region,
      resources: stack.resources,
      moved: items.filter((item) => item.kind === "moved"),
      removed: items.filter((item) => item.kind === "removed"),
    };
  }),
});

/** JSON with each resource on a line of its own, so that version control shows which of them changed. */
export function writeModel({ stacks, ...head }: Model): string {
  const written = stacks.map(({ resources, ...stack }) => {
    const lines = resources.map((resource) => `\n${JSON.stringify(resource)}`);
    return `\n${JSON.stringify(stack).slice(0, -1)},"resources":[${lines.join(",")}]}`;
  });
  return `${JSON.stringify(head).slice(0, -1)},"stacks":[${written.join(",")}]}\n`;
}

/** The model that an earlier synth wrote; `from` says where it was read, for the error. */
export function readModel(text: string, from: string): Model {
  let model: unknown;
  try {
    model = JSON.parse(text);
  } catch (cause) {
    throw unreadable(from, "it isn't JSON", cause);
  }
  if (typeof model !== "object" || model === null || !("format" in model)) throw unreadable(from, "it has no format");
  if (model.format !== FORMAT)
    throw unreadable(from, `its format is ${JSON.stringify(model.format)}, and this version reads ${FORMAT}`);
  return model as Model;
}

const unreadable = (from: string, because: string, cause?: unknown): Refused =>
  new Refused(
    `${from} can't be compared with: ${because}. Run \`tandem synth\` into the directory again, or take it from version control as it was.`,
    EXIT.badInput,
    { cause },
  );
