// A platform as Terraform: one root and one state per stack, in the order in which they are applied. Pure; the same
// platform gives the same bytes.
import type { Platform } from "../../blueprint/platform.ts";
import { stateBucket, stateKey } from "../names/state.ts";
import { buildBootstrap } from "./bootstrap/stack.ts";
import { buildEdge } from "./edge/stack.ts";
import { buildGlobal } from "./global/stack.ts";
import { checkGraph } from "./language/check-graph.ts";
import { createStack } from "./language/create-stack.ts";
import { printStack } from "./language/print-stack.ts";
import type { Stack } from "./language/stack.ts";
import { buildLink } from "./link/stack.ts";
import { applyPatches } from "./patch.ts";
import { buildRegion } from "./region/stack.ts";
import { applyRenames } from "./renames.ts";
import { buildWitness } from "./witness/stack.ts";

/** Every stack, first to be applied first. */
export function synthesizeTerraform(platform: Platform): readonly Stack[] {
  const { primary, standby, witness } = platform.regions;
  const regional = (prefix: string, region: string, comment: string) =>
    open(platform, `${prefix}/${region}`, region, region, comment);
  const shared = (name: string, comment: string) => open(platform, name, witness.name, witness.name, comment);

  const stacks: Stack[] = [];
  for (const region of [witness.name, primary.name, standby.name]) {
    const stack = regional(
      "bootstrap",
      region,
      `What ${region} needs before anything else: the bucket of its states, its keys, its account settings.`,
    );
    buildBootstrap(platform, stack);
    stacks.push(stack);
  }
  const global = shared("global", "What belongs to no region. Nothing here is needed to fail over.");
  buildGlobal(platform, global);
  stacks.push(global);
  for (const configured of ["primary", "standby"] as const) {
    const region = platform.regions[configured];
    const stack = regional(
      "region",
      region.name,
      `The region ${region.name}, whole. Which region is active is not written here: role is data.`,
    );
    buildRegion(platform, configured, stack);
    stacks.push(stack);
  }
  const third = shared("witness", "The third place: one vote, and eyes on both regions.");
  buildWitness(platform, third);
  const link = shared("link", "What joins the two regions. It needs both to plan; recovery never needs it.");
  buildLink(platform, link);
  const edge = shared("edge", "What clients meet first. It knows the regions by their DNS names alone.");
  buildEdge(platform, edge);
  const built = applyRenames(applyPatches([...stacks, third, link, edge], platform.patches), platform.renamed);
  built.forEach(checkGraph);
  return built;
}

/** Path → text, such as "region/ap-south-1/network.tf". */
export function filesOf(stacks: readonly Stack[]): ReadonlyMap<string, string> {
  return new Map(
    stacks.flatMap((stack) =>
      [...printStack(stack), ...stack.assets].map(([file, text]) => [`${stack.name}/${file}`, text] as const),
    ),
  );
}

function open(platform: Platform, name: string, region: string, stateRegion: string, comment: string): Stack {
  return createStack({
    name,
    comment,
    region,
    accountId: platform.accountId,
    tags: {
      project: platform.name,
      environment: platform.environment,
      region,
      stack: name,
      "cost-center": platform.costCenter,
      "managed-by": "tandem",
    },
    state: { bucket: stateBucket(platform, stateRegion), key: stateKey(name), region: stateRegion },
  });
}
