// SQL text with bound values. Whatever is put between `${}` becomes a bound value, unless it is SQL itself; names of columns
// come only from tables of our own, through `column`.

export type Bound = string | number | boolean | null | readonly string[] | readonly (string | null)[];

export type Sql = { readonly strings: readonly string[]; readonly values: readonly Bound[] };

const isSql = (value: unknown): value is Sql => typeof value === "object" && value !== null && "strings" in value;

export function sql(literals: TemplateStringsArray, ...inserted: (Bound | Sql)[]): Sql {
  const strings: string[] = [literals[0] as string];
  const values: Bound[] = [];
  for (const [index, one] of inserted.entries()) {
    const after = literals[index + 1] as string;
    if (isSql(one)) {
      strings[strings.length - 1] += one.strings[0] as string;
      strings.push(...one.strings.slice(1));
      values.push(...one.values);
      strings[strings.length - 1] += after;
    } else {
      values.push(one);
      strings.push(after);
    }
  }
  return { strings, values };
}

export function join(parts: readonly Sql[], separator: string): Sql {
  const [first, ...rest] = parts;
  if (!first) return sql``;
  return rest.reduce((all, part) => sql`${all}${text(separator)}${part}`, first);
}

/** A name that this program wrote. Anything that isn't a plain name is a bug of ours, never a caller's to send. */
export function column(name: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new RangeError(`Bug: "${name}" is not a column of ours`);
  return text(`"${name}"`);
}

/** Text of our own. Not exported: callers write it in the template. */
function text(literal: string): Sql {
  return { strings: [literal], values: [] };
}

/** Text with $1, $2, … and the values in that order. */
export function render(query: Sql): { text: string; values: readonly Bound[] } {
  const rendered = query.strings.reduce((all, part, index) => (index === 0 ? part : `${all}$${index}${part}`), "");
  return { text: rendered, values: query.values };
}
