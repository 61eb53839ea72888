// The roots as the emulator gets them, and what Terraform is asked to do in each.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "../../../src/platform/terraform/language/stack.ts";
import { writeStacks } from "../synthesized.ts";
import { errorsOf, terraform } from "../terraform-command.ts";
import { type Emulated, emulated, overrideText, withLocalState } from "./emulated.ts";

/** Most of an apply is the provider's waiting, so many resources wait side by side. */
const PARALLELISM = 30;
/** Of a plan that isn't empty or a run that failed. */
const LINES_SHOWN_MAX = 60;

export type Ground = {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Gives a root its provider. */
  readonly prepare: (root: string) => void;
};
export type Rooted = Emulated & { readonly root: string };
export type Done = { readonly fine: boolean; readonly made: number; readonly shown: string; readonly seconds: number };
export type Planned = {
  readonly planned: "empty" | "not empty" | "failed";
  readonly output: string;
  readonly shown: string;
  readonly seconds: number;
};

/** Writes a stack as a root; its state lies beside it. */
export function writeRoot({ directory, prepare }: Ground, stack: Stack, alsoWithout?: ReadonlyMap<string, string>) {
  const carried = emulated(stack, alsoWithout);
  const root = join(directory, stack.name);
  writeStacks(directory, [carried.stack]);
  mkdirSync(root, { recursive: true });
  const main = join(root, "main.tf");
  writeFileSync(main, withLocalState(readFileSync(main, "utf8")));
  writeFileSync(join(root, "proof_override.tf"), overrideText(stack));
  prepare(root);
  return { ...carried, root } satisfies Rooted;
}

export async function changeRoot(
  { environment }: Ground,
  { root }: Rooted,
  change: "apply" | "destroy",
): Promise<Done> {
  // What is destroyed has just been planned: nobody needs to look again.
  const look = change === "destroy" ? ["-refresh=false"] : [];
  const args = [change, ...look, "-auto-approve", `-parallelism=${PARALLELISM}`, "-no-color"];
  const { code, output, seconds } = await terraform(root, args, environment);
  return {
    fine: code === 0,
    made: Number(/Resources: (?:\d+ imported, )?(\d+) (?:added|destroyed)/.exec(output)?.[1] ?? 0),
    shown: shownOf(output, /Error: /),
    seconds,
  };
}

export async function planRoot({ environment }: Ground, { root }: Rooted): Promise<Planned> {
  const args = ["plan", "-detailed-exitcode", `-parallelism=${PARALLELISM}`, "-no-color"];
  const { code, output, seconds } = await terraform(root, args, environment);
  return {
    planned: code === 0 ? "empty" : code === 2 ? "not empty" : "failed",
    output,
    shown: shownOf(output, /Error: |Terraform will perform/),
    seconds,
  };
}

const shownOf = (output: string, from: RegExp): string =>
  errorsOf(output.slice(Math.max(0, output.search(from))))
    .split("\n")
    .slice(0, LINES_SHOWN_MAX)
    .join("\n");
