// Objects as typed literals for the compiler, which refuses what no run-time validator sees: a field that doesn't exist.
import type { KubernetesObject } from "../../src/platform/manifest/manifest.ts";
import { typeOf } from "./kinds.ts";

/** One module per kind, since a compiler loads each type once; `sources` as the compiler sees our folder from there. */
export function literalsOf(objects: readonly KubernetesObject[], sources: string): string {
  const [first] = objects;
  if (first === undefined) throw new Error("a module of no objects");
  const { module, type, own } = typeOf(first, sources);
  return [
    `import type { ${type} } from ${JSON.stringify(module)};`,
    `type Shape = ${own ? `${type} & { apiVersion: string; kind: string }` : type};`,
    ...objects.map((object, index) => `export const object${index}: Shape = ${JSON.stringify(object, null, 1)};`),
    "",
  ].join("\n");
}

/** `unique`: what two regions have in common is looked at once. */
export function uniqueByText<T extends { readonly object: KubernetesObject }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one.object), one])).values()];
}

export const kindKey = ({ apiVersion, kind }: Pick<KubernetesObject, "apiVersion" | "kind">): string =>
  `${apiVersion} ${kind}`;
