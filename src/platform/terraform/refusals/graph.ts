// What the rules look through: all stacks' resources at once, with references followed as far as the text goes.
import { type Argument, type Expression, isExpression } from "../language/expression.ts";
import type { Resource } from "../language/stack.ts";

/** The part of a stack that rules read. */
export type StackOfResources = {
  readonly name: string;
  readonly region: string;
  readonly resources: readonly Resource[];
};

/** A resource and the stack that it lies in. */
export type Placed = Resource & { readonly stack: string };

type Block = { readonly [name: string]: Argument };

/** What a resource is called in AWS, by type: the argument that `id` or `name` answers with. */
const NAMED_BY: Record<string, string> = {
  aws_s3_bucket: "bucket",
  aws_sqs_queue: "name",
  aws_sns_topic: "name",
  aws_dynamodb_table: "name",
  aws_iam_role: "name",
  aws_iam_policy: "name",
  aws_cloudwatch_log_group: "name",
  aws_kms_alias: "name",
  aws_eks_cluster: "name",
  aws_ecr_repository: "name",
  aws_lb: "name",
  aws_lb_target_group: "name",
  aws_db_instance: "identifier",
  aws_rds_cluster: "cluster_identifier",
  aws_rds_global_cluster: "global_cluster_identifier",
  aws_elasticache_replication_group: "replication_group_id",
  aws_msk_cluster: "cluster_name",
  aws_backup_vault: "name",
  aws_secretsmanager_secret: "name",
  aws_ssm_parameter: "name",
  aws_cloudwatch_metric_alarm: "alarm_name",
  aws_cloudwatch_composite_alarm: "alarm_name",
  aws_synthetics_canary: "name",
};

export class Graph {
  readonly resources: readonly Placed[];
  readonly #byAddress = new Map<string, Placed>();
  readonly #byType = new Map<string, Placed[]>();

  constructor(stacks: readonly StackOfResources[]) {
    const all: Placed[] = [];
    for (const stack of stacks) {
      for (const resource of stack.resources) {
        const placed = { ...resource, stack: stack.name };
        all.push(placed);
        this.#byAddress.set(`${stack.name} ${resource.address}`, placed);
        if (resource.mode !== "resource") continue;
        const same = this.#byType.get(resource.type) ?? [];
        same.push(placed);
        this.#byType.set(resource.type, same);
      }
    }
    this.resources = all;
  }

  /** Managed resources of these types, in order. */
  of(...types: readonly string[]): readonly Placed[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** What an argument of `from` refers to, when it is a reference to something declared in the same stack. */
  target(from: Placed, argument: Argument | undefined): Placed | undefined {
    const expression = single(argument);
    return expression?.kind === "ref" ? this.#byAddress.get(`${from.stack} ${expression.address}`) : undefined;
  }

  /** The text of an argument, references to names replaced by the names; undefined where AWS alone knows it. */
  text(from: Placed, argument: Argument | undefined): string | undefined {
    if (typeof argument === "string") return argument;
    if (typeof argument === "number" || typeof argument === "boolean") return String(argument);
    if (!isExpression(argument)) return undefined;
    if (argument.kind === "text") {
      const parts = argument.parts.map((part) => this.text(from, part));
      return parts.some((part) => part === undefined) ? undefined : parts.join("");
    }
    if (argument.kind !== "ref" || argument.path.length !== 1) return undefined;
    const target = this.target(from, argument);
    const attribute = argument.path[0];
    if (!target || typeof attribute !== "string") return undefined;
    const asked = target.args[attribute];
    if (asked !== undefined) return this.text(target, asked);
    const naming = NAMED_BY[target.type];
    if (naming === undefined || target.mode !== "resource") return undefined;
    const name = this.text(target, target.args[naming]);
    if (attribute === "id" || attribute === "name") return name;
    if (attribute === "arn" && target.type === "aws_s3_bucket" && name !== undefined) return `arn:aws:s3:::${name}`;
    return undefined;
  }

  number(from: Placed, argument: Argument | undefined): number | undefined {
    const text = this.text(from, argument);
    return text === undefined || text === "" || !Number.isFinite(Number(text)) ? undefined : Number(text);
  }

  /** The name that AWS will know a resource by, where it is written down. */
  nameOf(resource: Placed): string | undefined {
    const naming = NAMED_BY[resource.type];
    return naming === undefined ? undefined : this.text(resource, resource.args[naming]);
  }

  /** The bucket that an argument names: by reference, by name or by ARN, wherever it is declared. */
  bucket(from: Placed, argument: Argument | undefined): Placed | undefined {
    const name = this.text(from, argument)?.replace(/^arn:aws:s3:::/, "");
    return name === undefined ? undefined : this.of("aws_s3_bucket").find((bucket) => this.nameOf(bucket) === name);
  }

  /** A resource of `type` whose `argument` names that bucket: its versioning, its encryption, … */
  besideBucket(type: string, bucket: Placed): Placed | undefined {
    const name = this.nameOf(bucket);
    return this.of(type).find((beside) => this.text(beside, beside.args.bucket) === name);
  }
}

/** A reference that is all there is: itself, or a template or list of nothing else. */
function single(argument: Argument | undefined): Expression | undefined {
  if (!isExpression(argument)) return undefined;
  if (argument.kind === "text" && argument.parts.length === 1) return single(argument.parts[0]);
  return argument;
}

function isRecord(value: Argument | undefined): value is Block {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isExpression(value);
}

/** The blocks of an argument: none, one, or all of a list. */
export function blocks(argument: Argument | undefined): readonly Block[] {
  if (Array.isArray(argument)) return (argument as readonly Argument[]).filter(isRecord);
  return isRecord(argument) ? [argument] : [];
}

/** The first block of an argument, or an empty one. */
export const block = (argument: Argument | undefined): Block => blocks(argument)[0] ?? {};

/** The elements of a list; a single value counts as a list of one, as IAM has it. */
export function list(argument: Argument | undefined): readonly Argument[] {
  if (argument === undefined || argument === null) return [];
  return Array.isArray(argument) ? (argument as readonly Argument[]) : [argument];
}

export const isSet = (argument: Argument | undefined): boolean => argument !== undefined && argument !== null;

/** The object behind json(); an empty one where the argument is something else. */
export function document(argument: Argument | undefined): Block {
  if (!isExpression(argument) || argument.kind !== "json") return {};
  return isRecord(argument.value) ? argument.value : {};
}

/** The statements of a policy that goes through json(); none where it is a text or made elsewhere. */
export function statements(argument: Argument | undefined): readonly Block[] {
  return blocks(document(argument).Statement);
}

/** The least number of characters that IAM will count: literals as they are, each reference as one character. */
export function lengthMin(argument: Argument | undefined): number {
  if (argument === undefined || argument === null) return 0;
  if (typeof argument === "string") return argument.length + 2;
  if (typeof argument !== "object") return String(argument).length;
  if (isExpression(argument)) {
    if (argument.kind === "json") return lengthMin(argument.value);
    if (argument.kind === "text")
      return argument.parts.reduce<number>((sum, part) => sum + Math.max(0, lengthMin(part) - 2), 2);
    return 3;
  }
  if (Array.isArray(argument)) {
    return (argument as readonly Argument[]).reduce<number>((sum, part) => sum + lengthMin(part) + 1, 1);
  }
  return Object.entries(argument as Block)
    .filter(([, value]) => value !== undefined)
    .reduce((sum, [name, value]) => sum + name.length + 4 + lengthMin(value), 1);
}
