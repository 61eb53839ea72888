// What exists before everything else: the buckets of Terraform's state, and the roles that CI takes.
import type { Platform } from "../../blueprint/platform.ts";
import { arnOf, baseName } from "./base.ts";

export type OpenIdSystem = "github" | "gitlab";
/** Whose tokens AWS trusts. Jenkins signs none that AWS could check without a plug-in, so it gets no role here. */
export const OPEN_ID_ISSUERS = {
  github: "token.actions.githubusercontent.com",
  gitlab: "gitlab.com",
} as const satisfies Record<OpenIdSystem, string>;

export const openIdProviderArn = (platform: Platform, system: OpenIdSystem): string =>
  arnOf(platform, "iam", "", `oidc-provider/${OPEN_ID_ISSUERS[system]}`);

/** The systems of the blueprint that take a role by OpenID Connect. */
export const openIdSystems = (platform: Platform): readonly OpenIdSystem[] =>
  platform.delivery.pipelines.filter((name): name is OpenIdSystem => name in OPEN_ID_ISSUERS);

/**
 * The tag that makes a Jenkins agent's own role one that may take a pipeline's: "jenkins" pushes images and plans, and only
 * "jenkins-apply", whose agents run nothing but protected jobs, applies.
 */
export const AGENT_TAG = "tandem-agent";
export const AGENTS = { plan: ["jenkins", "jenkins-apply"], apply: ["jenkins-apply"] } as const;

/** "plan" reads, from any branch; "apply" changes, from the protected environment only. */
export type TerraformRole = "plan" | "apply";
export const terraformRole = (platform: Platform, role: TerraformRole): string =>
  `${baseName(platform)}-terraform-${role}`;
