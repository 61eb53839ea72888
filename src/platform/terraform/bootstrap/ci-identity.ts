// Who may run Terraform from a pipeline: one role that plans and one that applies, both taken with the pipeline's own
// signed token (OpenID Connect), so no key of AWS lies anywhere. It promises that a pull request can plan and read no
// data, and that only the protected environment can change anything.
import type { Platform } from "../../../blueprint/platform.ts";
import {
  AGENT_TAG,
  AGENTS,
  OPEN_ID_ISSUERS,
  type OpenIdSystem,
  openIdSystems,
  type TerraformRole,
  terraformRole,
} from "../../names/bootstrap.ts";
import type { Statement } from "../language/policy.ts";
import type { Declared, ResourceHandle, Stack } from "../language/stack.ts";
import { declareRole } from "../role.ts";
import { applyStatements, planStatements } from "./ci-permissions.ts";

const SESSION_SECONDS = { plan: 3_600, apply: 7_200 } as const satisfies Record<TerraformRole, number>;

const AUDIENCES = {
  github: "sts.amazonaws.com",
  gitlab: "https://gitlab.com",
} as const satisfies Record<OpenIdSystem, string>;

type Subjects = { readonly [role in TerraformRole]: readonly string[] };
const SUBJECTS: Record<OpenIdSystem, (platform: Platform) => Subjects> = {
  github: ({ delivery: { repository }, environment }) => ({
    plan: [`repo:${repository}:pull_request`, `repo:${repository}:ref:refs/heads/main`],
    // The environment's own protection (reviewers, branches) decides who gets this far.
    apply: [`repo:${repository}:environment:${environment}`],
  }),
  gitlab: ({ delivery: { repository } }) => ({
    plan: [`project_path:${repository}:ref_type:branch:ref:*`],
    // GitLab's subject doesn't carry the environment; the branch must be protected there.
    apply: [`project_path:${repository}:ref_type:branch:ref:main`],
  }),
};

type Providers = ReadonlyMap<OpenIdSystem, ResourceHandle<"aws_iam_openid_connect_provider">>;

/** @param boundary what must stand before a role can carry it. */
export function buildCiIdentity(platform: Platform, stack: Stack, boundary: readonly Declared[]): void {
  const systems = openIdSystems(platform);
  if (systems.length === 0 && !platform.delivery.pipelines.includes("jenkins")) return;
  const file = stack.file(
    "ci-identity",
    "Pipelines take these roles with a token that their own system signs. The bootstrap roots themselves are applied by a\nperson: a pipeline can't widen its own permissions.",
  );
  const providers: Providers = new Map(
    systems.map((system) => [
      system,
      file.resource("aws_iam_openid_connect_provider", system, {
        url: `https://${OPEN_ID_ISSUERS[system]}`,
        client_id_list: [AUDIENCES[system]],
      }),
    ]),
  );
  declareRole(file, platform, {
    key: "terraform_plan",
    name: terraformRole(platform, "plan"),
    description: "Plans from any branch: reads configuration, no data.",
    trust: trust(platform, providers, "plan"),
    policies: { plan: planStatements(platform) },
    managed: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
    maxSessionSeconds: SESSION_SECONDS.plan,
    after: boundary,
  });
  declareRole(file, platform, {
    key: "terraform_apply",
    name: terraformRole(platform, "apply"),
    description: "Applies every root but bootstrap, from the protected environment.",
    trust: trust(platform, providers, "apply"),
    policies: applyStatements(platform),
    maxSessionSeconds: SESSION_SECONDS.apply,
    after: boundary,
  });
}

const trust = (platform: Platform, providers: Providers, role: TerraformRole): Statement[] => [
  ...byToken(platform, providers, role),
  ...byAgent(platform, role),
];

/** Jenkins signs no token that AWS could check: its agents' own role is told by its tag. */
const byAgent = (platform: Platform, role: TerraformRole): Statement[] =>
  platform.delivery.pipelines.includes("jenkins")
    ? [
        {
          principals: { AWS: `arn:aws:iam::${platform.accountId}:root` },
          actions: "sts:AssumeRole",
          conditions: { StringEquals: { [`aws:PrincipalTag/${AGENT_TAG}`]: [...AGENTS[role]] } },
        },
      ]
    : [];

const byToken = (platform: Platform, providers: Providers, role: TerraformRole): Statement[] =>
  [...providers].map(([system, provider]) => ({
    principals: { Federated: provider.arn },
    actions: "sts:AssumeRoleWithWebIdentity",
    conditions: {
      StringEquals: { [`${OPEN_ID_ISSUERS[system]}:aud`]: AUDIENCES[system] },
      StringLike: { [`${OPEN_ID_ISSUERS[system]}:sub`]: SUBJECTS[system](platform)[role] },
    },
  }));
