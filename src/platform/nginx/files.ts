// The web tier's part of the output: per region the configuration and the machine's files, and the Ansible that rolls
// them out. Nothing for a platform without such a tier.
import type { Platform } from "../../blueprint/platform.ts";
import { nginxPrefix } from "../names/edge.ts";
import type { OutputFile } from "../output-file.ts";
import { ansibleFiles } from "./ansible.ts";
import { MAIN_FILE, nginxConfiguration } from "./configuration.ts";
import { machineFiles } from "./machine.ts";
import { instancePlace } from "./place.ts";

/** Files that lie elsewhere on a machine are in this folder, by their name alone. */
export const MACHINE_DIRECTORY = "machine";

export function nginxFiles(platform: Platform): readonly OutputFile[] {
  if (platform.webTier.kind === "none") return [];
  const regions = [platform.regions.primary, platform.regions.standby];
  return [
    ...regions.flatMap((region): OutputFile[] => {
      const below = nginxPrefix(region.name);
      return [
        ...[...nginxConfiguration(platform, region, instancePlace(platform, region))].map(([name, text]) => ({
          path: `${below}/${name}`,
          text,
          why:
            name === MAIN_FILE
              ? `Nginx of ${region.name}: routes, limits, TLS and caching, the very text that Terraform puts into the static bucket.`
              : `What Nginx of ${region.name} says itself, as problem documents.`,
        })),
        ...machineFiles(platform, region).map(({ path, text, why }) => ({
          path: `${below}/${MACHINE_DIRECTORY}/${path.replace(/^.*\//, "")}`,
          text,
          why,
        })),
      ];
    }),
    ...ansibleFiles(platform),
  ];
}
