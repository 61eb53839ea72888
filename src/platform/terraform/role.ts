// A role as every concern makes one: its name, who may take it, what it may do, and the permissions boundary that no role
// goes without: the company's where the blueprint names one, else the platform's own (bootstrap/boundary.ts).
import type { Platform } from "../../blueprint/platform.ts";
import { boundaryArn } from "../names/identity.ts";
import type { Ref } from "./language/expression.ts";
import { terraformName } from "./language/identifier.ts";
import { policy, type Statement } from "./language/policy.ts";
import type { Declared, File, ResourceHandle } from "./language/stack.ts";

export type RoleDescription = {
  /** The Terraform name of the role; its policies' names begin with it. */
  readonly key: string;
  readonly name: string;
  /** Letters, digits and plain punctuation: IAM refuses typographic characters. */
  readonly description: string;
  /** Who may take it: statements, or a document that a data source makes. */
  readonly trust: readonly Statement[] | Ref<string>;
  /** Documents by name; each becomes an inline policy, which lives and dies with the role. */
  readonly policies?: Readonly<Record<string, readonly Statement[]>>;
  /** AWS-managed policies, by ARN. */
  readonly managed?: readonly string[];
  readonly maxSessionSeconds?: number;
  readonly comment?: string;
  /** What must stand before it: the boundary, in the root that makes that too. */
  readonly after?: readonly Declared[];
};

/** An AWS service may take it, on behalf of this account alone where the service says for whom it acts. */
export const trustService = (service: string, accountId?: string): readonly Statement[] => [
  {
    principals: { Service: service },
    actions: "sts:AssumeRole",
    ...(accountId === undefined ? {} : { conditions: { StringEquals: { "aws:SourceAccount": accountId } } }),
  },
];

/** The role, and what must exist before whoever takes it can work: its policies too. */
export type ReadyRole = { readonly role: ResourceHandle<"aws_iam_role">; readonly ready: readonly Declared[] };

export const declareRole = (file: File, platform: Platform, role: RoleDescription): ResourceHandle<"aws_iam_role"> =>
  declareReadyRole(file, platform, role).role;

export function declareReadyRole(file: File, platform: Platform, role: RoleDescription): ReadyRole {
  const handle = file.resource(
    "aws_iam_role",
    role.key,
    {
      name: role.name,
      description: role.description,
      assume_role_policy: isDocument(role.trust) ? role.trust : policy(role.trust),
      permissions_boundary: boundaryArn(platform),
      ...(role.maxSessionSeconds === undefined ? {} : { max_session_duration: role.maxSessionSeconds }),
    },
    {
      ...(role.comment === undefined ? {} : { comment: role.comment }),
      ...(role.after === undefined ? {} : { dependsOn: role.after }),
    },
  );
  const own = Object.entries(role.policies ?? {})
    .filter(([, statements]) => statements.length > 0)
    .map(([name, statements]) =>
      file.resource("aws_iam_role_policy", keyed(role.key, name), {
        name,
        role: handle.name,
        policy: policy(statements),
      }),
    );
  const managed = (role.managed ?? []).map((arn) =>
    file.resource("aws_iam_role_policy_attachment", keyed(role.key, lastWord(arn)), {
      role: handle.name,
      policy_arn: arn,
    }),
  );
  return { role: handle, ready: [handle, ...own, ...managed] };
}

const isDocument = (trust: RoleDescription["trust"]): trust is Ref<string> => !Array.isArray(trust);
const keyed = (key: string, name: string): string => `${key}_${terraformName(name)}`;
const lastWord = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);
