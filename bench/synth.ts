// What a synth costs: each shipped blueprint resolved, built and printed in one process, files left unwritten. Beside it the
// Terraform alone, which the goal of a second was set for.
import { resolve } from "../src/blueprint/platform.ts";
import { loadBlueprint, shippedBlueprints } from "../src/drivers/synthesis/blueprint-file.ts";
import { synthesize } from "../src/platform/synthesize.ts";
import { filesOf, synthesizeTerraform } from "../src/platform/terraform/stacks.ts";
import type { BenchTable } from "./run.ts";

export async function run(): Promise<BenchTable> {
  const rows: Record<string, string | number>[] = [];
  let total = 0;
  let terraform = 0;
  for (const name of shippedBlueprints()) {
    const { blueprint } = await loadBlueprint(name);
    const began = performance.now();
    const { stacks, files } = synthesize(resolve(blueprint));
    const ms = performance.now() - began;
    total += ms;
    const begunAgain = performance.now();
    filesOf(synthesizeTerraform(resolve(blueprint)));
    const terraformMs = performance.now() - begunAgain;
    terraform += terraformMs;
    rows.push({
      blueprint: name,
      resources: stacks.reduce((sum, stack) => sum + stack.resources.length, 0),
      files: files.size,
      KiB: Math.round([...files.values()].reduce((sum, text) => sum + text.length, 0) / 1024),
      ms: Math.round(ms),
      "Terraform alone, ms": Math.round(terraformMs),
    });
  }
  rows.push({ blueprint: "together", ms: Math.round(total), "Terraform alone, ms": Math.round(terraform) });
  return { name: "Synthesizing every blueprint (Terraform: at most 1,000 ms together)", rows };
}
