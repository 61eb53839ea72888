// IPv4 ranges as numbers: what contains what, what overlaps, and the smallest range that holds several.

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

/** The smallest range that holds all of these. */
export function cover(cidrs: readonly string[]): string {
  const ranges = cidrs.map(parse);
  const first = Math.min(...ranges.map((range) => range.first));
  const end = Math.max(...ranges.map((range) => range.first + range.size));
  let size = 1;
  while (Math.floor(first / size) * size + size < end) size *= 2;
  return print({ first: Math.floor(first / size) * size, size });
}
