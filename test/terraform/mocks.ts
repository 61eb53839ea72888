// What a mocked AWS answers. `terraform test` fills computed attributes with random letters, and the provider checks some
// of the arguments that these flow into: an ARN must look like one. So every computed attribute that a stack refers to
// gets a value of its kind; the attributes are read from the stack's own references.
import { type Argument, isExpression, type Step } from "../../src/platform/terraform/language/expression.ts";
import type { Item } from "../../src/platform/terraform/language/graph.ts";
import { mapItems } from "../../src/platform/terraform/language/map-resources.ts";
import type { Stack } from "../../src/platform/terraform/language/stack.ts";

type Path = readonly Step[];
type Reference = { readonly address: string; readonly path: Path };
type Fields = { [name: string]: Mocked };
/** Elements that are told apart by one of their fields, as `.where(field, is)` asks for them. */
class Chosen {
  readonly field: string;
  readonly elements: ReadonlyMap<string, Mocked>;
  constructor(field: string, elements: ReadonlyMap<string, Mocked>) {
    this.field = field;
    this.elements = elements;
  }
}
type Mocked = string | readonly Mocked[] | Chosen | Fields;

/** What an attribute holds, by how it is called; the first that matches. Others keep Terraform's random letters. */
const BY_NAME: readonly (readonly [name: RegExp, value: (type: string) => string])[] = [
  [/^aws_launch_template\.id$/, () => "lt-0123456789abcdef0"],
  [/^aws_(ec2_)?managed_prefix_list\.id$/, () => "pl-01234567"],
  [/^aws_eks_addon_version\.version$/, () => "v1.0.0-eksbuild.1"],
  [/^aws_elasticache_user\.user_id$/, () => "mocked"],
  [/^aws_acm_certificate\.domain_validation_options/, () => "_mocked.example.com"],
  [/(^|[._])arns?$/, (type) => `arn:aws:mock:us-east-1:111122223333:${type.replace(/^aws_/, "")}/mocked`],
  [/account_id$/, () => "111122223333"],
  [/\.partition$/, () => "aws"],
  [/dns_suffix$/, () => "amazonaws.com"],
  [/cidr_block$/, () => "10.99.0.0/16"],
  [/(issuer|_url|\.url|invoke_url)$/, () => "https://mocked.example.com/mocked"],
  [/(zone_id)$/, () => "Z0123456789ABCDEFGHIJ"],
  [/(dns_name|domain_name|endpoint|address|fqdn)$/, () => "mocked.example.com"],
  // Parameters that must be alike in both regions are, as far as mocks can say.
  [/^aws_ssm_parameter\.(insecure_)?value$/, () => "mocked"],
  [/certificate_authority.*data$/, () => "bW9ja2Vk"],
  [/\.json$/, () => "{}"],
];

/** `terraform test` of a root: planned, applied and taken down against the mocks. */
export const testText = (stack: Stack): string => {
  const variables = stack.files
    .flatMap((file) => file.items.filter((item) => item.kind === "variable"))
    .filter((item) => item.default === undefined);
  return [
    ...[undefined, ...stack.providers.map((provider) => provider.alias)].map(
      (alias) =>
        `mock_provider "aws" {\n${alias === undefined ? "" : `  alias  = "${alias}"\n`}  source = "./tests/mocks"\n}\n`,
    ),
    ...(variables.length === 0
      ? []
      : [`variables {\n${variables.map(({ name, type }) => `  ${name} = ${sample(type)}`).join("\n")}\n}\n`]),
    'run "plans" {\n  command = plan\n}\n',
    'run "applies" {\n  command = apply\n}\n',
  ].join("\n");
};

const sample = (type: string): string =>
  type === "number" ? "1" : type === "bool" ? "true" : /^(list|set)/.test(type) ? "[]" : '"mocked"';

/** The mocks that a stack needs, as a .tfmock.hcl file. */
export function mocksText(stack: Stack): string {
  const kinds = new Map<string, Fields>();
  for (const { address, path } of references(stack)) {
    const declared = stack.resources.find((resource) => resource.address === address);
    const [attribute] = path;
    if (!declared || declared.mode === "ephemeral" || typeof attribute !== "string") continue;
    // What is written down is no mock's to say.
    if (declared.args[attribute] !== undefined) continue;
    const value = mocked(declared.type, path);
    if (value === undefined) continue;
    const kind = `mock_${declared.mode} "${declared.type}"`;
    const defaults = kinds.get(kind) ?? {};
    defaults[attribute] = merged(defaults[attribute], value);
    kinds.set(kind, defaults);
  }
  return [...kinds].map(([kind, defaults]) => `${kind} {\n  defaults = ${printed(defaults, "  ")}\n}\n`).join("\n");
}

/** The value at the end of a path, wrapped in the lists and objects on the way to it. */
function mocked(type: string, path: Path): Mocked | undefined {
  const name = `${type}.${path.filter((step) => typeof step === "string").join(".")}`;
  const leaf = BY_NAME.find(([pattern]) => pattern.test(name))?.[1](type);
  // An unknown string in a list must be there for the list to have an element.
  if (leaf === undefined && path.every((step) => typeof step === "string")) return undefined;
  return path.slice(1).reduceRight<Mocked>(wrapped, leaf ?? "mocked");
}

function wrapped(inner: Mocked, step: Step): Mocked {
  if (typeof step === "string") return { [step]: inner };
  if (typeof step === "number") return Array.from({ length: step + 1 }, () => inner);
  return "only" in step ? [inner] : new Chosen(step.where, new Map([[step.is, inner]]));
}

function merged(one: Mocked | undefined, other: Mocked): Mocked {
  if (one === undefined || typeof one === "string" || typeof other === "string") return other;
  if (one instanceof Chosen && other instanceof Chosen) {
    const elements = new Map(one.elements);
    for (const [is, element] of other.elements) elements.set(is, merged(elements.get(is), element));
    return new Chosen(one.field, elements);
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
    return longer.map((item, index) => (shorter[index] === undefined ? item : merged(item, shorter[index])));
  }
  const all: Fields = { ...(one as Fields) };
  for (const [name, value] of Object.entries(other as Fields)) all[name] = merged(all[name], value);
  return all;
}

function printed(value: Mocked, indent: string): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Chosen) {
    const elements = [...value.elements].map(
      ([is, element]): Mocked => ({ [value.field]: is, ...(element as Fields) }),
    );
    return printed(elements, indent);
  }
  if (Array.isArray(value)) return `[${value.map((item) => printed(item, indent)).join(", ")}]`;
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([name, item]) => `${inner}${name} = ${printed(item, inner)}`);
  return `{\n${lines.join("\n")}\n${indent}}`;
}

/** Every reference in a stack: in arguments, conditions and outputs. */
function references(stack: Stack): readonly Reference[] {
  const found: Reference[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value) && isExpression(value as Argument) && (value as { kind: string }).kind === "ref")
      found.push(value as Reference);
    else for (const item of Object.values(value)) walk(item);
  };
  for (const file of stack.files) for (const item of file.items) walk(item);
  return found;
}

/** `terraform test` can't mock ephemeral resources (1.11), and takes down what it made. So in the root that is tested a
 *  password is a literal, and nothing is protected. All else is as written. */
export function testable(stack: Stack): Stack {
  return mapItems(stack, (item): readonly Item[] => {
    if (item.kind !== "resource") return [withoutEphemeral(item)];
    if (item.mode === "ephemeral") return [];
    const { preventDestroy: _, ...lifecycle } = item.lifecycle;
    return [
      withoutEphemeral({
        ...item,
        lifecycle,
        dependsOn: item.dependsOn.filter((address) => !address.startsWith("ephemeral.")),
      }),
    ];
  });
}

function withoutEphemeral<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (isExpression(value as Argument)) {
    const expression = value as unknown as { kind: string; address?: string };
    if (expression.kind === "ref" && expression.address?.startsWith("ephemeral."))
      return "mocked-Password-0123456789" as T;
  }
  if (Array.isArray(value)) return value.map(withoutEphemeral) as T;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutEphemeral(item)])) as T;
}
