// KMS keys: one per purpose and region, found by alias. They are made by the region's bootstrap, before anything that is
// encrypted with them or replicated to them.
import type { Platform } from "../../blueprint/platform.ts";
import { KEY_PURPOSES, type KeyPurpose } from "../../blueprint/workloads.ts";
import { arnOf, baseName } from "./base.ts";

/** The witness keeps no data: its keys are for the state of the shared stacks, their logs and messages. */
export const WITNESS_KEY_PURPOSES = ["state", "logs", "queue", "secrets"] as const satisfies readonly KeyPurpose[];

export const keyPurposesIn = (platform: Platform, regionName: string): readonly KeyPurpose[] =>
  regionName === platform.regions.witness.name ? WITNESS_KEY_PURPOSES : KEY_PURPOSES;

export const keyAlias = (platform: Platform, purpose: KeyPurpose): string => `alias/${baseName(platform)}-${purpose}`;

/** For another region's policies and replicas, which name it and never read it. */
export const keyAliasArn = (platform: Platform, purpose: KeyPurpose, regionName: string): string =>
  arnOf(platform, "kms", regionName, keyAlias(platform, purpose));

/** us-east-1 holds two keys of its own: what Route 53 signs the zone with, and the edge's logs. */
export const EDGE_KEY_PURPOSES = ["dnssec", "edge-logs"] as const;
export const edgeKeyAlias = (platform: Platform, purpose: (typeof EDGE_KEY_PURPOSES)[number]): string =>
  `alias/${baseName(platform)}-${purpose}`;
