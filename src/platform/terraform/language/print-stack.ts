// A stack as the files of one Terraform root: main.tf (versions, state, providers) and one file per concern.
import type { FileContent } from "./graph.ts";
import { printItem } from "./print-item.ts";
import { comment, type Line, printLines, printValue, quoted } from "./print-value.ts";
import type { Stack } from "./stack.ts";

/** What the synthesized code needs: backend locking by a file in the bucket came with 1.11. */
const TERRAFORM_VERSION = ">= 1.11";
/** Validated on the lower bound; the README says what was checked on the upper one. */
const PROVIDER_VERSION = ">= 5.100, < 7.0";

/** File name → text. */
export function printStack(stack: Stack): ReadonlyMap<string, string> {
  const files = stack.files.filter((file) => file.items.length > 0);
  return new Map([
    ["main.tf", printMain(stack)],
    ...files.map((file) => [`${file.name}.tf`, printFile(file)] as const),
  ]);
}

function printFile(file: FileContent): string {
  const blocks = file.items.map(printItem);
  return `${[comment(file.comment).join("\n"), ...blocks].filter((part) => part !== "").join("\n\n")}\n`;
}

function printMain(stack: Stack): string {
  const { bucket, key, region } = stack.settings.state;
  return `${comment(stack.settings.comment).join("\n")}

terraform {
  required_version = ${quoted(TERRAFORM_VERSION)}

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ${quoted(PROVIDER_VERSION)}
    }
  }

  # Encrypted by the bucket's own default key; locked by a file beside the state.
  backend "s3" {
    bucket       = ${quoted(bucket)}
    key          = ${quoted(key)}
    region       = ${quoted(region)}
    use_lockfile = true
  }
}

${[{ alias: undefined, region: stack.region }, ...stack.providers].map((provider) => printProvider(stack, provider)).join("\n\n")}
`;
}

function printProvider(
  stack: Stack,
  provider: { readonly alias: string | undefined; readonly region: string },
): string {
  const lines: Line[] = [
    ...(provider.alias === undefined ? [] : [{ name: "alias", value: quoted(provider.alias) }]),
    { name: "region", value: quoted(provider.region) },
    { name: "allowed_account_ids", value: `[${quoted(stack.settings.accountId)}]` },
  ];
  const tags = printValue({ ...stack.settings.tags, region: provider.region }, "    ");
  return [
    'provider "aws" {',
    ...printLines(lines, "  "),
    "",
    "  default_tags {",
    `    tags = ${tags}`,
    "  }",
    "}",
  ].join("\n");
}
