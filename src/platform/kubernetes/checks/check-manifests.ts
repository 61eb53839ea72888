// All checks of the manifests, and what comes of them: every finding at once, with what to do about it.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { EXIT, Refused } from "../../../core/errors.ts";
import type { Manifest } from "../../manifest/manifest.ts";
import type { Check, Finding, StackResources } from "./check.ts";
import { ENCRYPTION } from "./encryption.ts";
import { graphOf } from "./graph.ts";
import { NETWORK } from "./network.ts";
import { ORDER } from "./order.ts";
import { PODS } from "./pods.ts";
import { SHAPE } from "./shape.ts";
import { STARTING } from "./starting.ts";
import { TERRAFORM } from "./terraform.ts";

export const CHECKS: readonly Check[] = [
  ...SHAPE,
  ...PODS,
  ...NETWORK,
  ...TERRAFORM,
  ...ORDER,
  ...STARTING,
  ...ENCRYPTION,
].sort((a, b) => a.id.localeCompare(b.id));

export type RegionManifests = { readonly region: Region; readonly manifests: readonly Manifest[] };

export function checkManifests(
  platform: Platform,
  clusters: readonly RegionManifests[],
  stacks: readonly StackResources[],
): readonly Finding[] {
  const checked = {
    platform,
    stacks,
    clusters: clusters
      .filter(({ manifests }) => manifests.length > 0)
      .map(({ region, manifests }) => ({ region, manifests, graph: graphOf(manifests) })),
  };
  return CHECKS.flatMap(({ find, ...check }) => find(checked).map((found) => ({ ...check, ...found })));
}

/** One line for what is wrong, one for what to do. */
export const findingText = ({ id, region, object, says, why, mend }: Finding): string =>
  `${id} in ${region}: ${object} ${says}. ${why} ${mend}`;

/** Throws with all errors at once; answers the warnings. */
export function refuseBrokenManifests(
  platform: Platform,
  clusters: readonly RegionManifests[],
  stacks: readonly StackResources[],
): readonly Finding[] {
  const findings = checkManifests(platform, clusters, stacks);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    throw new Refused(
      `The manifests of ${platform.name} don't hold together (${errors.length}):\n${errors.map((one) => `- ${findingText(one)}`).join("\n")}`,
      EXIT.findings,
    );
  }
  return findings;
}
