// Who may make whom: what may make a role may make one that may more than itself, unless a permissions boundary stops it.
import { boundaryArn } from "../../platform/names/identity.ts";
import type { Resource } from "../../platform/terraform/language/graph.ts";
import { block, list, statements } from "../../platform/terraform/refusals/graph.ts";
import type { Rule } from "../finding.ts";
import { type Block, refTo, textOf } from "./document.ts";
import type { Network } from "./survey.ts";

/** What makes a role or widens one; IAM knows the boundary of the role that each of them touches. */
const WIDENING = ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:AttachRolePolicy", "iam:PutRolePolicy"];
const TAKING_OFF = "iam:DeleteRolePermissionsBoundary";

export const ROLES_KEEP_THE_BOUNDARY: Rule<Network> = {
  id: "FLOW-14",
  title: "No role goes without the permissions boundary, and none can make a role without it",
  severity: "error",
  why: "Whoever takes a pipeline's role would otherwise make a role that may everything, and take that.",
  mend: "Make roles by `declareRole`; a role that may widen roles is denied it where iam:PermissionsBoundary isn't the platform's, and denied iam:DeleteRolePermissionsBoundary.",
  find: ({ platform, stacks }) => {
    const boundary = boundaryArn(platform);
    return stacks.flatMap(({ name, resources }) =>
      resources
        .filter(({ type, mode }) => type === "aws_iam_role" && mode === "resource")
        .flatMap((role) => {
          const place = { address: `${name} ${role.address}` };
          const open = escapes(ownStatements(role, resources), boundary);
          return [
            ...(textOf(role.args.permissions_boundary) === boundary
              ? []
              : [{ ...place, says: `it doesn't carry ${boundary}` }]),
            ...(open.length === 0 ? [] : [{ ...place, says: `it may do ${open.join(", ")} beyond the boundary` }]),
          ];
        }),
    );
  },
};

const ownStatements = (role: Resource, resources: readonly Resource[]): readonly Block[] =>
  resources
    .filter(({ type, args }) => type === "aws_iam_role_policy" && refTo(args.role) === role.address)
    .flatMap(({ args }) => statements(args.policy));

/** What of the actions that widen a role is allowed and not denied outside of the boundary. */
function escapes(all: readonly Block[], boundary: string): readonly string[] {
  const may = (action: string) =>
    all.some((one) => one.Effect !== "Deny" && names(one, action) && !isWithin(one, "StringEquals", boundary));
  const denied = (action: string, outside: boolean) =>
    all.some(
      (one) =>
        one.Effect === "Deny" &&
        names(one, action) &&
        list(one.Resource).some((resource) => textOf(resource) === "*") &&
        (outside ? isWithin(one, "StringNotEquals", boundary) : one.Condition === undefined),
    );
  return [
    ...WIDENING.filter((action) => may(action) && !denied(action, true)),
    ...(may(TAKING_OFF) && !denied(TAKING_OFF, false) ? [TAKING_OFF] : []),
  ];
}

const names = (statement: Block, action: string): boolean =>
  list(statement.Action).some((one) => {
    const pattern = textOf(one) ?? "";
    return new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i").test(action);
  });

const isWithin = (statement: Block, operator: string, boundary: string): boolean =>
  textOf(block(block(statement.Condition)[operator])["iam:PermissionsBoundary"]) === boundary;
