// IPv4 ranges as numbers: what contains what, what overlaps, and the fewest ranges that cover exactly the same addresses.

type Range = { readonly first: number; readonly size: number };

function parse(cidr: string): Range {
  const [address = "", prefix = ""] = cidr.split("/");
  const first = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(prefix));
  if (!Number.isInteger(first) || !Number.isInteger(size) || first % size !== 0)
    throw new RangeError(
      `${JSON.stringify(cidr)} isn't an IPv4 range on its own boundary; write one like "10.0.0.0/16".`,
    );
  return { first, size };
}

const print = ({ first, size }: Range): string =>
  `${[24, 16, 8, 0].map((bits) => Math.floor(first / 2 ** bits) % 256).join(".")}/${32 - Math.log2(size)}`;

/** Whether every address of `inner` lies in `outer`. */
export function contains(outer: string, inner: string): boolean {
  const [out, within] = [parse(outer), parse(inner)];
  return out.first <= within.first && within.first + within.size <= out.first + out.size;
}

export function overlaps(one: string, other: string): boolean {
  const [a, b] = [parse(one), parse(other)];
  return a.first < b.first + b.size && b.first < a.first + a.size;
}

/** The fewest ranges that hold exactly these addresses, in order: neighbours that make a whole become one. */
export function merged(cidrs: readonly string[]): readonly string[] {
  let ranges = cidrs.map(parse).sort((a, b) => a.first - b.first || b.size - a.size);
  for (let joined = true; joined; ) {
    joined = false;
    const next: Range[] = [];
    for (const range of ranges) {
      const last = next.at(-1);
      if (last && range.first < last.first + last.size) joined = true;
      else if (
        last &&
        last.size === range.size &&
        last.first + last.size === range.first &&
        last.first % (2 * last.size) === 0
      ) {
        next[next.length - 1] = { first: last.first, size: 2 * last.size };
        joined = true;
      } else next.push(range);
    }
    ranges = next;
  }
  return ranges.map(print);
}
