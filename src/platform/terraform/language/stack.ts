// A stack is one Terraform root with one state: files in the order they are begun, and in each the resources in the
// order they are declared. It promises that an address is declared once, that a reference stays inside its stack, and
// that what is kept is plain data, which the writer prints and the assessor reads.
import type { DataTypes, EphemeralTypes, ResourceTypes } from "../aws/aws.generated.ts";
import type { Argument, Ref, Value } from "./expression.ts";
import type { FileContent, Resource } from "./graph.ts";

export type { Resource } from "./graph.ts";
export type ResourceType = keyof ResourceTypes;
export type DataType = keyof DataTypes;
export type EphemeralType = keyof EphemeralTypes;
export type ArgumentsOf<Type extends ResourceType> = ResourceTypes[Type]["arguments"];

/** One block of an argument that may hold several. */
export type BlockOf<Type extends ResourceType, Name extends keyof ArgumentsOf<Type>> = Exclude<
  NonNullable<ArgumentsOf<Type>[Name]>,
  readonly unknown[]
>;

declare const DECLARED: unique symbol;
/** Anything that was declared and can be depended on. */
export type Declared = { readonly [DECLARED]: true };
/** What declaring answers: every attribute as a typed reference, and `address`, the Terraform address as a string
 *  (where a resource has an attribute of that name, as aws_db_instance has, the attribute wins: use addressOf). */
export type Handle<Outputs> = Declared & Outputs & Omit<{ readonly address: string }, keyof Outputs>;
export type ResourceHandle<Type extends ResourceType> = Handle<ResourceTypes[Type]["outputs"]>;
export type DataHandle<Type extends DataType> = Handle<DataTypes[Type]["outputs"]>;

/** A second configuration of the provider, for the few things that live in another region than the stack's. */
export type ProviderAlias = { readonly alias: string; readonly region: string };

type Condition = { readonly condition: Ref<boolean>; readonly error_message: string };
/** An argument's name, or a place below one: "scaling_config[0].desired_size". */
type ArgumentPath<Type extends ResourceType> =
  | (keyof ArgumentsOf<Type> & string)
  | `${keyof ArgumentsOf<Type> & string}[${string}`
  | `${keyof ArgumentsOf<Type> & string}.${string}`;
export type Lifecycle<Type extends ResourceType = ResourceType> = {
  readonly preventDestroy?: boolean;
  readonly createBeforeDestroy?: boolean;
  readonly ignoreChanges?: "all" | readonly ArgumentPath<Type>[];
  readonly replaceTriggeredBy?: readonly (Declared | Ref<unknown>)[];
  readonly precondition?: readonly Condition[];
  readonly postcondition?: readonly Condition[];
};
export type Options<Type extends ResourceType = ResourceType> = {
  /** Printed above the block: the answer to what a reader would ask here. */
  readonly comment?: string;
  readonly provider?: ProviderAlias | undefined;
  readonly dependsOn?: readonly Declared[];
  readonly lifecycle?: Lifecycle<Type>;
};
export type DataOptions = Pick<Options, "comment" | "provider" | "dependsOn">;

/** One file of a stack: a concern, with a comment on top. */
export type File = {
  readonly name: string;
  resource<Type extends ResourceType>(
    type: Type,
    name: string,
    args: ArgumentsOf<Type>,
    options?: Options<Type>,
  ): ResourceHandle<Type>;
  data<Type extends DataType>(
    type: Type,
    name: string,
    args: DataTypes[Type]["arguments"],
    options?: DataOptions,
  ): DataHandle<Type>;
  ephemeral<Type extends EphemeralType>(
    type: Type,
    name: string,
    args: EphemeralTypes[Type]["arguments"],
    options?: DataOptions,
  ): Handle<EphemeralTypes[Type]["outputs"]>;
  output(
    name: string,
    value: Value<string | number | boolean> | Argument | Ref<unknown>,
    description: string,
    options?: { readonly sensitive?: boolean },
  ): void;
  variable<T = string>(
    name: string,
    variable: {
      readonly type: string;
      readonly description: string;
      readonly default?: Argument;
      readonly sensitive?: boolean;
      readonly ephemeral?: boolean;
      readonly validation?: readonly Condition[];
    },
  ): Ref<T>;
  moved(move: { readonly from: string; readonly to: string; readonly comment?: string }): void;
  import(adoption: { readonly to: Declared | string; readonly id: Value<string>; readonly comment?: string }): void;
  removed(removal: { readonly from: string; readonly destroy: boolean; readonly comment?: string }): void;
  check(name: string, check: { readonly assert: readonly Condition[]; readonly comment?: string }): void;
};

export type StackSettings = {
  /** Its directory too: "region/ap-south-1". */
  readonly name: string;
  /** Printed on top of main.tf. */
  readonly comment: string;
  readonly region: string;
  readonly accountId: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Where its state lies. The bootstrap of a region keeps its own in the bucket that it makes. */
  readonly state: { readonly bucket: string; readonly key: string; readonly region: string };
};

export type Stack = {
  readonly name: string;
  readonly region: string;
  readonly settings: StackSettings;
  /** Begins `<name>.tf`, or goes on with it. */
  file(name: string, comment: string): File;
  /** A file beside the Terraform, such as a program's text; answers `file("${path.module}/<path>")`. */
  asset(path: string, text: string): Ref<string>;
  readonly assets: ReadonlyMap<string, string>;
  /** An aliased provider; asked twice for the same alias it answers the same. */
  provider(alias: string, region: string): ProviderAlias;
  readonly providers: readonly ProviderAlias[];
  readonly files: readonly FileContent[];
  /** Resources, data sources and ephemeral resources, in the order they were declared. */
  readonly resources: readonly Resource[];
};
