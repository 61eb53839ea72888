// IAM policy documents as data. A policy goes through json(), so that the graph keeps its statements for the assessor.
import { json, type Ref, type Value } from "./expression.ts";

type Strings = Value<string> | readonly Value<string>[] | Ref<readonly string[]>;
export type Statement = {
  readonly sid?: string;
  readonly effect?: "Allow" | "Deny";
  readonly actions?: Strings;
  readonly notActions?: Strings;
  readonly resources?: Strings;
  readonly notResources?: Strings;
  /** { AWS: [...] }, { Service: "…" }, { Federated: … }, or everybody. */
  readonly principals?: "*" | { readonly [kind in "AWS" | "Service" | "Federated" | "CanonicalUser"]?: Strings };
  readonly notPrincipals?: { readonly [kind in "AWS" | "Service" | "Federated"]?: Strings };
  /** { StringEquals: { "aws:SourceAccount": "…" } }. */
  readonly conditions?: { readonly [operator: string]: { readonly [key: string]: Strings } };
};

/** An IAM policy document. Allow is the default effect. */
export const policy = (statements: readonly Statement[]): Ref<string> =>
  json({
    Version: "2012-10-17",
    Statement: statements.map((statement) => ({
      Sid: statement.sid,
      Effect: statement.effect ?? "Allow",
      Principal: statement.principals,
      NotPrincipal: statement.notPrincipals,
      Action: statement.actions,
      NotAction: statement.notActions,
      Resource: statement.resources,
      NotResource: statement.notResources,
      Condition: statement.conditions,
    })),
  });

/** What a bucket's, a queue's or a topic's policy begins with: nobody speaks to it in the clear. */
export const tlsOnly = (actions: string, resources: Strings): Statement => ({
  sid: "TlsOnly",
  effect: "Deny",
  principals: "*",
  actions,
  resources,
  conditions: { Bool: { "aws:SecureTransport": "false" } },
});
