// The AWS provider's schema as Terraform itself prints it (`terraform providers schema -json`).
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** cty's types as JSON: "string", ["list", "string"], ["object", { name: "string" }]. */
export type SchemaType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", SchemaType]
  | readonly ["object", Readonly<Record<string, SchemaType>>];
export type Attribute = {
  readonly type?: SchemaType;
  readonly nested_type?: { readonly nesting_mode: Nesting; readonly attributes: Readonly<Record<string, Attribute>> };
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
  readonly write_only?: boolean;
};
type Nesting = "single" | "group" | "list" | "set" | "map";
export type NestedBlock = {
  readonly nesting_mode: Nesting;
  readonly block: Block;
  readonly min_items?: number;
  readonly max_items?: number;
};
export type Block = {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
  readonly deprecated?: boolean;
};
type Schemas = Readonly<Record<string, { readonly block: Block }>>;
export type ProviderSchema = {
  readonly resource_schemas: Schemas;
  readonly data_source_schemas: Schemas;
  readonly ephemeral_resource_schemas: Schemas;
};

const PROVIDER = "registry.terraform.io/hashicorp/aws";
/** The oldest version the synthesized stacks accept, so that nothing newer is ever written. */
export const PROVIDER_VERSION = "5.100.0";
const SCHEMA_BYTES_MAX = 64 * 1024 * 1024;

/** Takes about ten seconds: Terraform starts the provider and asks it. */
export function readProviderSchema(): ProviderSchema {
  const directory = mkdtempSync(join(tmpdir(), "tandem-schema-"));
  try {
    writeFileSync(
      join(directory, "main.tf"),
      `terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "${PROVIDER_VERSION}" }\n  }\n}\n`,
    );
    terraform(directory, ["init", "-backend=false", "-input=false"]);
    const printed = JSON.parse(terraform(directory, ["providers", "schema", "-json"]));
    return printed.provider_schemas[PROVIDER] as ProviderSchema;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function terraform(directory: string, args: readonly string[]): string {
  try {
    return execFileSync("terraform", args, {
      cwd: directory,
      encoding: "utf8",
      maxBuffer: SCHEMA_BYTES_MAX,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") {
      throw new Error(
        "The types come from Terraform's own description of the provider, and there is no `terraform` on the PATH. Install 1.11 or later from https://developer.hashicorp.com/terraform/install and run this again.",
        { cause },
      );
    }
    const said = String((cause as { stderr?: unknown }).stderr ?? "").trim();
    throw new Error(
      `\`terraform ${args.join(" ")}\` failed while reading the schema of hashicorp/aws ${PROVIDER_VERSION}. It said:\n${said}`,
      { cause },
    );
  }
}
