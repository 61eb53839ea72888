// What the manifests cost: each shipped blueprint's objects made, checked against each other and Terraform, and printed. The
// control is the Terraform of the same blueprint, made in the same run.
import { resolve } from "../src/blueprint/platform.ts";
import { loadBlueprint, shippedBlueprints } from "../src/drivers/synthesis/blueprint-file.ts";
import { CHECKS, checkManifests } from "../src/platform/kubernetes/checks/check-manifests.ts";
import { clusterManifests } from "../src/platform/kubernetes/cluster.ts";
import { manifestText } from "../src/platform/manifest/manifest-text.ts";
import { synthesizeTerraform } from "../src/platform/terraform/stacks.ts";
import type { BenchTable } from "./run.ts";

export async function run(): Promise<BenchTable> {
  const rows: Record<string, string | number>[] = [];
  const timed = <T>(work: () => T): [T, number] => {
    const began = performance.now();
    const result = work();
    return [result, Math.round(performance.now() - began)];
  };
  for (const name of shippedBlueprints()) {
    const { blueprint } = await loadBlueprint(name);
    const platform = resolve(blueprint);
    const regions = [platform.regions.primary, platform.regions.standby];
    const [stacks, terraformMs] = timed(() => synthesizeTerraform(platform));
    const [clusters, makeMs] = timed(() =>
      regions.map((region) => ({ region, manifests: clusterManifests(platform, region, null) })),
    );
    const [findings, checkMs] = timed(() => checkManifests(platform, clusters, stacks));
    const all = clusters.flatMap(({ manifests }) => manifests);
    const [texts, textMs] = timed(() => all.map(manifestText));
    rows.push({
      blueprint: name,
      objects: all.length,
      kinds: new Set(all.map(({ object }) => object.kind)).size,
      KiB: Math.round(texts.reduce((sum, text) => sum + text.length, 0) / 1024),
      checks: CHECKS.length,
      errors: findings.filter(({ severity }) => severity === "error").length,
      "make ms": makeMs,
      "check ms": checkMs,
      "print ms": textMs,
      "Terraform ms": terraformMs,
    });
  }
  return { name: "The objects of both clusters of every blueprint", rows };
}
