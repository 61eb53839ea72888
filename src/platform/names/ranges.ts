// What of IPv4 ranges the network needs beyond cutting them: what contains what, and what holds several.
import { cidrAt, range } from "../../blueprint/sizing/addresses.ts";

/** Whether every address of `inner` lies in `outer`. */
export function contains(outer: string, inner: string): boolean {
  const [out, within] = [range(outer), range(inner)];
  return out.first <= within.first && within.first + within.size <= out.first + out.size;
}

/** The smallest range that holds all of these. */
export function cover(cidrs: readonly string[]): string {
  const ranges = cidrs.map(range);
  const first = Math.min(...ranges.map((one) => one.first));
  const end = Math.max(...ranges.map((one) => one.first + one.size));
  let prefix = 32;
  while (start(first, prefix) + 2 ** (32 - prefix) < end) prefix -= 1;
  return cidrAt(start(first, prefix), prefix);
}

/** Where the range of this length begins that an address lies in. */
const start = (address: number, prefix: number): number => {
  const size = 2 ** (32 - prefix);
  return Math.floor(address / size) * size;
};
