// How each region's Argo CD is set up: the values of its chart, as the bootstrap build installs it and puts it back. Nobody
// signs in with a password; whoever may enter the cluster may use `argocd --core`, and where the blueprint names a
// sign-on, its groups see the pages. Keys are those of the chart's own values.yaml at the version in names/delivery.ts.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { SYSTEM_TAINT } from "../names/cluster.ts";
import { cachedImage } from "../names/images.ts";
import { healthChecks } from "./argo-health.ts";

/** How long a change may lie in Git before Argo CD looks by itself; no webhook reaches into the network. */
const LOOK_SECONDS = 120;

/** As for the other add-ons: what delivers a fail-over's manifests isn't the first to be evicted. */
const PRIORITY = "system-cluster-critical";
/** Requests alone: an Argo CD that meets its limit in the middle of a synchronisation helps nobody. */
const asks = (cpuMillis: number, memoryMib: number) => ({
  resources: { requests: { cpu: `${cpuMillis}m`, memory: `${memoryMib}Mi` } },
});
const pdb = { enabled: true, maxUnavailable: 1 } as const;

export function argoValues(platform: Platform, region: Region) {
  return {
    global: {
      image: { repository: cachedImage(platform, region, "quay", "argoproj/argocd") },
      tolerations: [{ key: SYSTEM_TAINT.key, operator: "Exists" }],
      priorityClassName: PRIORITY,
    },
    redis: { ...asks(25, 64), image: { repository: cachedImage(platform, region, "pub", "docker/library/redis") } },
    // Dex's image can't be cached without a password, and nobody needs it: a sign-on speaks OpenID Connect to us itself.
    dex: { enabled: false },
    controller: { replicas: 1, ...asks(150, 384), metrics: { enabled: true } },
    server: { replicas: 2, ...asks(25, 64), pdb, metrics: { enabled: true } },
    repoServer: { replicas: 2, ...asks(50, 128), pdb, metrics: { enabled: true } },
    applicationSet: { replicas: 2, ...asks(25, 64), pdb, metrics: { enabled: true } },
    // What goes wrong is seen by the region's Prometheus (argo-monitor.ts): told by two ways it would be two incidents.
    notifications: { enabled: false },
    configs: {
      cm: {
        "admin.enabled": false,
        "exec.enabled": false,
        "timeout.reconciliation": `${LOOK_SECONDS}s`,
        // Ids by annotation: labels are the objects' own, and other tools copy them.
        "application.resourceTrackingMethod": "annotation",
        ...signOn(platform),
        ...healthChecks(),
      },
      rbac: roles(platform),
    },
  };
}

function signOn({ delivery: { signOn } }: Platform): Record<string, string> {
  if (signOn.kind === "cluster") return {};
  // With PKCE no secret is shared: the code is worth nothing without what the person's own browser made.
  const config = {
    name: "single sign-on",
    issuer: signOn.issuer,
    clientID: signOn.clientId,
    enablePKCEAuthentication: true,
    requestedScopes: ["openid", "profile", "email", "groups"],
  };
  return { "oidc.config": `${JSON.stringify(config)}\n` };
}

/** Nobody may do anything unless a group of theirs says so; what changes a cluster is a merge, so most only look. */
function roles({ delivery: { signOn } }: Platform): Record<string, string> {
  const rules = [
    // On call: look, sync again, and stop or resume what is rolled out. Never change or delete an Application.
    "p, role:on-call, applications, get, */*, allow",
    "p, role:on-call, applications, sync, */*, allow",
    "p, role:on-call, applications, action/argoproj.io/Rollout/*, */*, allow",
    "p, role:on-call, logs, get, */*, allow",
    "p, role:on-call, projects, get, *, allow",
  ];
  const groups =
    signOn.kind === "cluster"
      ? []
      : [`g, ${signOn.onCallGroup}, role:on-call`, `g, ${signOn.viewerGroup}, role:readonly`];
  return { "policy.default": "", "policy.csv": `${[...rules, ...groups].join("\n")}\n`, scopes: "[groups]" };
}
