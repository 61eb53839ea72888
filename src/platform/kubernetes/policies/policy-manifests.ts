// All that holds for a whole namespace or for the whole cluster.

import type { Manifest } from "../../manifest/manifest.ts";
import { NAMESPACES } from "../../names/kubernetes.ts";
import type { KubernetesSite } from "../workloads/site.ts";
import { admissionManifests } from "./admission.ts";
import { namespaceManifests, namespacesOf } from "./namespaces.ts";
import { defaultDeny } from "./network.ts";
import { peopleManifests } from "./people.ts";

export const policyManifests = (site: KubernetesSite): readonly Manifest[] => [
  ...namespaceManifests(site),
  ...namespacesOf(site).map((one) => defaultDeny(NAMESPACES[one])),
  ...admissionManifests(site),
  ...peopleManifests(site.platform),
];
