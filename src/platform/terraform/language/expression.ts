// What an argument of a resource may hold: a literal, or an expression that Terraform works out (a reference to an
// attribute of something declared, a template, a JSON document, a function call). A reference is typed by what it
// refers to, so a list where a string is wanted doesn't compile; it can't become a JavaScript string by accident,
// because its text is known to Terraform alone.

declare const OF: unique symbol;
/** Reads the plain expression behind a typed reference; no attribute of any resource can have this name. */
export const EXPRESSION: unique symbol = Symbol("expression");

/** An expression as the graph keeps it: plain data. */
export type Expression =
  | { readonly kind: "ref"; readonly address: string; readonly path: readonly Step[] }
  | { readonly kind: "text"; readonly parts: readonly Argument[] }
  | { readonly kind: "json"; readonly value: Argument }
  | { readonly kind: "call"; readonly function: string; readonly arguments: readonly Argument[] };

/** A step to an attribute: its name, a place in a list, the only element of a set, or the one whose attribute is so. */
export type Step = string | number | { readonly only: true } | { readonly where: string; readonly is: string };

/** An argument as the graph keeps it. */
export type Argument =
  | string
  | number
  | boolean
  | null
  | Expression
  | readonly Argument[]
  | { readonly [name: string]: Argument };

/** A value of type T that only Terraform knows. */
export type Ref<T> = { readonly [OF]: T };
/** A reference to a list; `.at(0)` is its first element. */
export type RefList<Element> = Ref<readonly (Element extends Ref<infer T> ? T : unknown)[]> & {
  at(index: number): Element;
};
/** A reference to a set, which has no first element: the only one, or the one whose attribute has this value. */
export type RefSet<Element> = Ref<readonly (Element extends Ref<infer T> ? T : unknown)[]> & {
  only(): Element;
  where(attribute: keyof Element & string, is: string): Element;
};
/** A reference to a map; `.entry("name")` is one of its values. */
export type RefMap<T> = Ref<Readonly<Record<string, T>>> & { entry(name: string): Ref<T> };
/** What nearly every argument takes: the thing itself, or a reference to one. */
export type Value<T> = T | Ref<T>;

/** Where a reference was made, so that an error can name both places. */
export type Origin = { readonly stack: string; readonly file: string };
type Node = { readonly expression: Expression; readonly origin: Origin | undefined };

/** A typed reference to `address`, on which any attribute may be read; the generated types say which there are. */
export function reference(address: string, origin: Origin, path: readonly Step[] = [], own?: string): unknown {
  const node: Node = { expression: { kind: "ref", address, path }, origin };
  return new Proxy(Object.create(null), {
    has: (_, name) => name === EXPRESSION,
    get: (_, name) => {
      if (name === EXPRESSION) return node;
      if (path.length > 0 && Object.hasOwn(STEPS, name)) {
        const step = STEPS[name as keyof typeof STEPS] as (...given: unknown[]) => Step;
        return (...given: unknown[]) => reference(address, origin, [...path, step(...given)]);
      }
      if (typeof name === "symbol" || name === "toString" || name === "toJSON" || name === "valueOf") {
        if (name === Symbol.toPrimitive || name === "toString" || name === "toJSON" || name === "valueOf")
          throw unreadable(address, path);
        return undefined;
      }
      if (name === "then") return undefined;
      if (name === "address" && own !== undefined) return own;
      return reference(address, origin, [...path, name]);
    },
  });
}

/** What leads on from a list, a set or a map; no nested attribute of the provider has one of these names. */
const STEPS = {
  at: (index: number): Step => index,
  entry: (name: string): Step => name,
  only: (): Step => ({ only: true }),
  where: (where: string, is: string): Step => ({ where, is }),
};

const unreadable = (address: string, path: readonly Step[]): TypeError =>
  new TypeError(
    `${[address, ...path].join(".")} is known to Terraform alone, and was used as a JavaScript string. Write text\`…${"$"}{it}…\` or json({ … }) from language/expression.ts instead of a plain template or JSON.stringify.`,
  );

/** A string with references in it: text`arn:aws:s3:::${bucket.id}/*`. */
export function text(
  literals: TemplateStringsArray,
  ...values: readonly (Value<string> | Value<number>)[]
): Ref<string> {
  const parts: unknown[] = [];
  const add = (part: unknown) => {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else if (part !== "") parts.push(part);
  };
  literals.forEach((literal, index) => {
    add(literal);
    const value = values[index];
    if (index < values.length) add(expressionOf(value) ? value : String(value));
  });
  return made({ kind: "text", parts: parts as Argument[] });
}

/** A JSON document, references allowed inside: jsonencode({ … }) in HCL; the graph keeps its structure. */
export const json = (value: unknown): Ref<string> => made({ kind: "json", value: value as Argument });

/** Any function of Terraform: call<string>("cidrsubnet", block, 4, 1). */
export const call = <T>(name: string, ...values: readonly unknown[]): Ref<T> =>
  made({ kind: "call", function: name, arguments: values as Argument[] });

/** A typed reference to an expression that is plain data already: one read back from a graph, or written by hand. */
export const expression = <T>(plain: Expression): Ref<T> => made(plain);

const made = <T>(expression: Expression): Ref<T> => {
  const node: Node = { expression, origin: undefined };
  return new Proxy(Object.create(null), {
    has: (_, name) => name === EXPRESSION,
    get: (_, name) => {
      if (name === EXPRESSION) return node;
      if (name === Symbol.toPrimitive || name === "toString" || name === "toJSON" || name === "valueOf") {
        throw unreadable(expression.kind, []);
      }
      return undefined;
    },
  }) as Ref<T>;
};

/** The expression behind a typed reference, or nothing when the value is a literal. */
export const expressionOf = (value: unknown): Node | undefined =>
  typeof value === "object" && value !== null && EXPRESSION in value
    ? ((value as Record<symbol, unknown>)[EXPRESSION] as Node)
    : undefined;

/** Whether an argument of the graph is an expression, not a literal or a block. */
export const isExpression = (value: Argument | undefined): value is Expression =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  "kind" in value &&
  ((value.kind === "ref" && "address" in value && "path" in value) ||
    (value.kind === "text" && "parts" in value) ||
    (value.kind === "json" && "value" in value) ||
    (value.kind === "call" && "function" in value && "arguments" in value));
