// Which fields a schema has at a place: what somebody who misspelt one needs to see.
import { z } from "zod";

type Described = {
  readonly const?: unknown;
  readonly items?: Described;
  readonly oneOf?: readonly Described[];
  readonly anyOf?: readonly Described[];
  readonly properties?: Readonly<Record<string, Described>>;
};

/** `path` as an issue of the schema library gives it, `written` what stands there: of several ways its `kind` chooses one. */
export function knownFields(schema: z.ZodType, path: readonly PropertyKey[], written: unknown): readonly string[] {
  const whole = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Described;
  let [at, value]: [Described | undefined, unknown] = [whole, written];
  for (const key of path) {
    at = typeof key === "number" ? at?.items : wayOf(at, value)?.properties?.[String(key)];
    value = typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }
  return Object.keys(wayOf(at, value)?.properties ?? {});
}

function wayOf(at: Described | undefined, value: unknown): Described | undefined {
  const ways = at?.oneOf ?? at?.anyOf;
  if (!ways) return at;
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
  return ways.find((way) => way.properties?.kind?.const === kind);
}
