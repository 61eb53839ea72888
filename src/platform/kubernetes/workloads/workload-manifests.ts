// All objects of all workloads in one region.
import type { Workload } from "../../../blueprint/workloads.ts";
import type { Manifest } from "../../manifest/manifest.ts";
import { workloadPolicy } from "../policies/network.ts";
import { accountManifests } from "./accounts.ts";
import { analysisManifests } from "./analysis.ts";
import { controllerManifest } from "./controllers.ts";
import { credentialManifests } from "./credentials.ts";
import { budgetManifests, certificateManifests } from "./safety.ts";
import { scalingManifests } from "./scaling.ts";
import { serviceManifests } from "./services.ts";
import { settingsManifest } from "./settings.ts";
import type { KubernetesSite } from "./site.ts";

export const workloadManifests = (site: KubernetesSite): readonly Manifest[] =>
  site.platform.workloads.flatMap((workload) => manifestsOf(site, workload));

const manifestsOf = (site: KubernetesSite, workload: Workload): readonly Manifest[] => [
  ...accountManifests(site, workload),
  workloadPolicy(site, workload),
  settingsManifest(site, workload),
  ...credentialManifests(site, workload),
  ...certificateManifests(site, workload),
  ...analysisManifests(site, workload),
  controllerManifest(site, workload),
  ...serviceManifests(site, workload),
  ...scalingManifests(site, workload),
  ...budgetManifests(site, workload),
];
