// Which ServiceAccount of this region's cluster takes which role. With Pod Identity the roles exist already and are named
// here; with IRSA they are made here, trusting this cluster's issuer.
import { declareIdentities, type Identity, identitiesOf } from "../identity/identities.ts";
import { call, type Ref, text } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { Declared, File } from "../language/stack.ts";
import { CARRIED_BY_ADDONS } from "./addons.ts";
import type { Cluster } from "./cluster.ts";
import type { Site } from "./site.ts";

/** Answers what must exist before add-ons that take a role. */
export function buildIdentity(site: Site, cluster: Cluster): readonly Declared[] {
  return site.platform.cluster.identity === "irsa" ? buildIssuerRoles(site, cluster) : buildAssociations(site, cluster);
}

function buildAssociations({ platform, region, stack }: Site, cluster: Cluster): readonly Declared[] {
  const file = stack.file("identity", "Which ServiceAccount takes which role. The roles themselves are global's.");
  for (const identity of identitiesOf(platform, region)) {
    if (cluster.ours && carried(identity)) continue;
    file.resource(
      "aws_eks_pod_identity_association",
      terraformName(identity.key),
      {
        cluster_name: cluster.name,
        namespace: identity.account.namespace,
        service_account: identity.account.name,
        role_arn: identity.roleArn,
      },
      { dependsOn: [cluster.declared] },
    );
  }
  return [];
}

const carried = ({ key }: Identity): boolean => (CARRIED_BY_ADDONS as readonly string[]).includes(key);

function buildIssuerRoles({ platform, region, stack }: Site, cluster: Cluster): readonly Declared[] {
  const file = stack.file("identity", "Roles of pods, trusting the issuer of this cluster's tokens (IRSA).");
  const provider = file.resource(
    "aws_iam_openid_connect_provider",
    "cluster",
    { url: cluster.issuer, client_id_list: ["sts.amazonaws.com"] },
    { comment: "AWS checks the issuer's certificate against its own list of authorities, so no thumbprint is pinned." },
  );
  return declareIdentities(file, platform, region, "", (identity) =>
    issuerTrust(file, cluster.issuer, provider.arn, identity),
  );
}

/** The condition's key holds the issuer's name, which Terraform alone knows: hence a data source, not a literal document. */
function issuerTrust(
  file: File,
  issuer: Ref<string>,
  providerArn: Ref<string>,
  { key, account }: Identity,
): Ref<string> {
  const host = call<string>("replace", issuer, "https://", "");
  return file.data("aws_iam_policy_document", `${terraformName(key)}_trust`, {
    statement: [
      {
        actions: ["sts:AssumeRoleWithWebIdentity"],
        principals: [{ type: "Federated", identifiers: [providerArn] }],
        condition: [
          { test: "StringEquals", variable: text`${host}:aud`, values: ["sts.amazonaws.com"] },
          {
            test: "StringEquals",
            variable: text`${host}:sub`,
            values: [`system:serviceaccount:${account.namespace}:${account.name}`],
          },
        ],
      },
    ],
  }).json;
}
