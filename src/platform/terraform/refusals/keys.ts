// Which key a resource uses, and whether that key's policy lets a service of AWS use it. The key is followed through its
// alias, since the regions' stacks look up by alias what the bootstrap made.
import type { Argument } from "../language/expression.ts";
import { type Graph, list, type Placed, statements } from "./graph.ts";

/** The key behind an argument: by reference, by alias, or through a data source that looks an alias up. */
export function keyOf(graph: Graph, from: Placed, argument: Argument | undefined): Placed | undefined {
  const target = graph.target(from, argument);
  if (target?.type === "aws_kms_key") return target;
  if (target?.type === "aws_kms_alias" && target.mode === "resource")
    return graph.target(target, target.args.target_key_id);
  const text = target ? graph.text(target, target.args.name) : graph.text(from, argument);
  const alias = text?.match(/alias\/.+$/)?.[0];
  if (alias === undefined) return undefined;
  // An ARN says which region it means; a bare alias means the asker's own.
  const region = text?.match(/^arn:aws[a-z-]*:kms:([a-z0-9-]+):/)?.[1] ?? from.region;
  const found = graph.of("aws_kms_alias").find((it) => it.region === region && graph.nameOf(it) === alias);
  return found ? graph.target(found, found.args.target_key_id) : undefined;
}

/** The policy of a key, inline or in a resource of its own; nothing where the default policy holds. */
function policyOf(graph: Graph, key: Placed): Argument | undefined {
  if (key.args.policy !== undefined) return key.args.policy;
  const beside = graph.of("aws_kms_key_policy").find((it) => graph.target(it, it.args.key_id) === key);
  return beside?.args.policy;
}

/** Whether a policy that can be read admits the service; undefined where there is none that can be read. */
export function admits(graph: Graph, key: Placed, service: RegExp): boolean | undefined {
  const found = statements(policyOf(graph, key));
  if (found.length === 0) return undefined;
  return found.some((statement) => {
    if (statement.Effect !== "Allow") return false;
    const principal = statement.Principal;
    if (principal === "*") return true;
    const services =
      typeof principal === "object" && principal !== null && !Array.isArray(principal)
        ? list((principal as { Service?: Argument }).Service)
        : [];
    // A service that AWS alone can spell out is given the benefit of the doubt.
    const named = services.some((it) => {
      const text = graph.text(key, it);
      return text === undefined || service.test(text);
    });
    const actions = list(statement.Action).filter((action) => typeof action === "string");
    return named && actions.some((action) => /^kms:(\*|GenerateDataKey.*|Encrypt\*?|Decrypt)$/.test(action));
  });
}

/** The statements of a key's policy that can be read. */
export const keyStatements = (graph: Graph, key: Placed): ReturnType<typeof statements> =>
  statements(policyOf(graph, key));
