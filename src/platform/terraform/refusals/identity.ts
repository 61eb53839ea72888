// What IAM and KMS refuse: sizes, names, trust, policies that lock everybody out.

import { type Graph, lengthMin, list, type Placed, statements } from "./graph.ts";
import { keyStatements } from "./keys.ts";
import { type Refusal, refused } from "./refusal.ts";

const QUOTAS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
const MANAGED_POLICY_LENGTH_MAX = 6_144;
const INLINE_POLICIES_LENGTH_MAX = 10_240;
const TRUST_LENGTH_MAX = 2_048;
const ROLE_NAME_LENGTH_MAX = 64;
const POLICY_NAME_LENGTH_MAX = 128;
const POLICIES_PER_ROLE_MAX = 10;
const PRINTABLE_LATIN = /^[\t\n\r -~\u00A1-\u00FF]*$/;

const roleKey = (graph: Graph, it: Placed): string | undefined => graph.text(it, it.args.role);

export const IDENTITY: readonly Refusal[] = [
  {
    id: "iam-managed-policy-too-long",
    says: "LimitExceeded: Cannot exceed quota for PolicySize: 6144",
    source: { kind: "documentation", where: QUOTAS },
    mend: "Split the policy in two.",
    *find(graph) {
      for (const policy of graph.of("aws_iam_policy")) {
        const length = lengthMin(policy.args.policy);
        if (length > MANAGED_POLICY_LENGTH_MAX) yield refused(policy, `has at least ${length} characters`);
      }
    },
  },
  {
    id: "iam-inline-policies-too-long",
    says: "LimitExceeded: Maximum policy size of 10240 bytes exceeded for role",
    source: { kind: "documentation", where: QUOTAS },
    mend: "Move statements into a managed policy.",
    *find(graph) {
      const sums = new Map<string, { length: number; last: Placed }>();
      for (const policy of graph.of("aws_iam_role_policy")) {
        const role = roleKey(graph, policy);
        if (role === undefined) continue;
        sums.set(role, { length: (sums.get(role)?.length ?? 0) + lengthMin(policy.args.policy), last: policy });
      }
      for (const [role, { length, last }] of sums)
        if (length > INLINE_POLICIES_LENGTH_MAX)
          yield refused(last, `with the others of ${role} has at least ${length} characters`);
    },
  },
  {
    id: "iam-trust-policy-too-long",
    says: "LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048",
    source: { kind: "documentation", where: QUOTAS },
    mend: "Trust fewer principals, or ask for up to 4,096.",
    *find(graph) {
      for (const role of graph.of("aws_iam_role")) {
        const length = lengthMin(role.args.assume_role_policy);
        if (length > TRUST_LENGTH_MAX) yield refused(role, `its trust policy has at least ${length} characters`);
      }
    },
  },
  {
    id: "iam-trust-policy-with-resource",
    says: "MalformedPolicyDocument: Has prohibited field Resource",
    source: { kind: "remembered", where: "iam CreateRole" },
    mend: "A trust policy names who may assume the role and no resource.",
    *find(graph) {
      for (const role of graph.of("aws_iam_role")) {
        for (const statement of statements(role.args.assume_role_policy)) {
          if (statement.Resource !== undefined && statement.Resource !== null)
            yield refused(role, "its trust policy names a resource");
        }
      }
    },
  },
  {
    id: "iam-policy-with-principal",
    says: "MalformedPolicyDocument: Policy document should not specify a principal.",
    source: { kind: "remembered", where: "iam CreatePolicy, PutRolePolicy" },
    mend: "Only trust and resource policies name principals.",
    *find(graph) {
      for (const policy of graph.of("aws_iam_policy", "aws_iam_role_policy")) {
        if (
          statements(policy.args.policy).some(
            (statement) => statement.Principal !== undefined && statement.Principal !== null,
          )
        )
          yield refused(policy, "names a principal");
      }
    },
  },
  {
    id: "iam-policy-without-resource",
    says: "MalformedPolicyDocument: Policy statement must contain resources.",
    source: { kind: "remembered", where: "iam CreatePolicy, PutRolePolicy" },
    mend: "Name resources, or * where AWS knows none, with a reason.",
    *find(graph) {
      for (const policy of graph.of("aws_iam_policy", "aws_iam_role_policy")) {
        for (const statement of statements(policy.args.policy)) {
          if (list(statement.Resource).length === 0 && list(statement.NotResource).length === 0)
            yield refused(policy, `its statement ${String(statement.Sid ?? "")} names no resource`);
        }
      }
    },
  },
  {
    id: "iam-statement-id-characters",
    says: "MalformedPolicyDocument: Statement IDs (SID) must be alpha-numeric. (Check that your input satisfies the regular expression [0-9A-Za-z]*)",
    source: {
      kind: "documentation",
      where: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
    },
    mend: "Use letters and digits, each id once in a policy.",
    *find(graph) {
      for (const it of graph.of("aws_iam_policy", "aws_iam_role_policy", "aws_iam_role")) {
        const ids = statements(it.args.policy ?? it.args.assume_role_policy).map((statement) =>
          graph.text(it, statement.Sid),
        );
        for (const [index, id] of ids.entries()) {
          if (id === undefined) continue;
          if (!/^[0-9A-Za-z]*$/.test(id)) yield refused(it, `has a statement "${id}"`);
          else if (id !== "" && ids.indexOf(id) !== index) yield refused(it, `has two statements "${id}"`);
        }
      }
    },
  },
  {
    id: "iam-name",
    says: "Role names: 1 to 64 characters of \\w+=,.@-; policy names up to 128.",
    source: { kind: "API model", where: "iam shapes roleNameType, policyNameType" },
    mend: "Shorten it.",
    *find(graph) {
      for (const it of graph.of("aws_iam_role", "aws_iam_policy", "aws_iam_instance_profile")) {
        const name = graph.text(it, it.args.name);
        const max = it.type === "aws_iam_role" ? ROLE_NAME_LENGTH_MAX : POLICY_NAME_LENGTH_MAX;
        if (name !== undefined && (name.length > max || !/^[\w+=,.@-]+$/.test(name)))
          yield refused(it, `is called "${name}" (${name.length} characters)`);
      }
    },
  },
  {
    id: "iam-description-characters",
    says: "Value at 'description' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*",
    source: { kind: "API model", where: "iam shape roleDescriptionType" },
    mend: "Write it without typographic quotes, dashes or arrows.",
    *find(graph) {
      for (const it of graph.of("aws_iam_role")) {
        const description = graph.text(it, it.args.description);
        if (description !== undefined && (!PRINTABLE_LATIN.test(description) || description.length > 1_000))
          yield refused(it, `its description is "${description}"`);
      }
    },
  },
  {
    id: "iam-policies-per-role-over-quota",
    says: "LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10",
    source: { kind: "documentation", where: QUOTAS },
    mend: "Join policies, or ask for up to 20.",
    *find(graph) {
      const counts = new Map<string, Placed[]>();
      for (const attachment of graph.of("aws_iam_role_policy_attachment")) {
        const role = roleKey(graph, attachment);
        if (role !== undefined) counts.set(role, [...(counts.get(role) ?? []), attachment]);
      }
      for (const [role, attachments] of counts) {
        const eleventh = attachments[POLICIES_PER_ROLE_MAX];
        if (eleventh)
          yield refused(eleventh, `is attachment ${POLICIES_PER_ROLE_MAX + 1} of ${attachments.length} to ${role}`);
      }
    },
  },
  {
    id: "kms-policy-locks-everybody-out",
    says: "MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.",
    source: { kind: "API model", where: "kms CreateKey, member BypassPolicyLockoutSafetyCheck" },
    mend: "Let the account's root, or the role that applies, do kms:PutKeyPolicy.",
    *find(graph) {
      for (const key of graph.of("aws_kms_key")) {
        const found = keyStatements(graph, key);
        if (found.length === 0) continue;
        const rescued = found.some((statement) => {
          const principal = statement.Principal;
          const people =
            principal === "*" || (typeof principal === "object" && principal !== null && "AWS" in principal);
          return (
            statement.Effect === "Allow" &&
            people &&
            list(statement.Action).some(
              (action) => typeof action === "string" && /^kms:(\*|Put\*|PutKeyPolicy)$/.test(action),
            )
          );
        });
        if (!rescued) yield refused(key, "nobody may change its policy");
      }
    },
  },
];
