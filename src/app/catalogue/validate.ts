// Checks what a caller sent against a schema and says what is wrong by JSON pointer, with the nearest valid name for a
// member that isn't known.

import { z } from "zod";
import { nearestName } from "../queries/nearest-name.ts";

type Fault = { pointer: string; code: string; detail: string };
export type Validated<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

const FAULTS_MAX = 20;

export function validate<T>(schema: z.core.$ZodType<T>, value: unknown): Validated<T> {
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.data };
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const faults = result.error.issues.flatMap((issue): Fault[] => {
    if (issue.code !== "unrecognized_keys") {
      return [{ pointer: pointerOf(issue.path), code: issue.code.replaceAll("_", "-"), detail: issue.message }];
    }
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      code: "unknown-member",
      detail: unknownMember(key, issue.path.length === 0 ? known : []),
    }));
  });
  return { ok: false, faults: faults.slice(0, FAULTS_MAX) };
}

/** RFC 6901. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function unknownMember(key: string, known: string[]): string {
  const nearest = nearestName(key, known);
  if (nearest) return `There is no member "${key}" here. Did you mean "${nearest}"?`;
  return known.length > 0
    ? `There is no member "${key}" here; known are ${known.join(", ")}.`
    : `There is no member "${key}" here.`;
}
