// A manifest as text: YAML, one object per file, the fields in the order in which people read them, the same bytes for
// the same object. Why it is there stands on top.
import type { KubernetesObject, Manifest } from "./manifest.ts";
import { yamlText } from "./yaml-text.ts";

/** The order of the fields that every kind has; a kind's own ones follow in the order in which they were written. */
const FIRST = ["apiVersion", "kind", "metadata", "type", "immutable", "provisioner", "value"];
const METADATA = ["name", "namespace", "labels", "annotations"];
/** Longer lines of why are broken. */
const COMMENT_WIDTH = 118;

export const manifestText = ({ object, why }: Manifest): string => `${comment(why)}${yamlText(inOrder(object))}`;

function inOrder(object: KubernetesObject): Record<string, unknown> {
  return { ...sorted(object, FIRST), metadata: sorted(object.metadata, METADATA) };
}

function sorted(object: Readonly<Record<string, unknown>>, first: readonly string[]): Record<string, unknown> {
  const keys = [...first.filter((key) => key in object), ...Object.keys(object).filter((key) => !first.includes(key))];
  return Object.fromEntries(keys.map((key) => [key, object[key]]));
}

function comment(why: string): string {
  const lines: string[] = [];
  for (const word of why.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < COMMENT_WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${word}`);
  }
  return `${lines.join("\n")}\n`;
}
