// Roles that outlive clusters: those that pods take by Pod Identity, in both regions, made before either cluster so that
// a rebuilt one finds them; what people take; what pushes images. IAM's control plane is in us-east-1, so none of this can
// be made during its loss, which is why a fail-over makes none of it.
import type { Platform } from "../../../blueprint/platform.ts";
import { declareIdentities, podIdentityTrust } from "../identity/identities.ts";
import type { Stack } from "../language/stack.ts";

export function buildRoles(platform: Platform, stack: Stack): void {
  if (platform.cluster.identity !== "pod-identity") return;
  for (const configured of ["primary", "standby"] as const) {
    const region = platform.regions[configured];
    // Also for a region that holds no cluster yet: the one that is rebuilt there takes them.
    const file = stack.file(
      `roles-${configured}`,
      `Roles of the pods of ${region.name}: one per ServiceAccount, with what its workload declared and nothing more.`,
    );
    declareIdentities(file, platform, region, `${configured}-`, ({ account }) =>
      podIdentityTrust(platform, region, account),
    );
  }
}
