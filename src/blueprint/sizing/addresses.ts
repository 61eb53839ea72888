// How a region's range is cut: eight blocks, of which three are the zones' private subnets, one holds the public and one
// the data subnets, and three stay free for what comes later (a fourth zone, transit attachments, a second cluster).
export type Subnets = { public: string; private: string; data: string };

export type Range = { first: number; size: number };

export function range(cidr: string): Range {
  const [address = "", prefix = "32"] = cidr.split("/");
  return {
    first: address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0),
    size: 2 ** (32 - Number(prefix)),
  };
}

export function cidrAt(first: number, prefix: number): string {
  return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join(".")}/${prefix}`;
}

export const overlap = (left: string, right: string): boolean => {
  const [a, b] = [range(left), range(right)];
  return a.first < b.first + b.size && b.first < a.first + a.size;
};

/** The smallest subnet that takes a load balancer is a /27 with 8 free addresses; a /26 leaves room to replace it. */
const PREFIX_SMALLEST = 26;
const BLOCK = { public: 4, data: 5 } as const;

/** The subnets of zones 0, 1 and 2 in a region of /16 to /20. */
export function subnetsOf(cidr: string, zone: 0 | 1 | 2): Subnets {
  const { first } = range(cidr);
  const prefix = Number(cidr.split("/")[1]);
  const block = 2 ** (32 - prefix - 3);
  const small = Math.min(prefix + 8, PREFIX_SMALLEST);
  const within = (kind: "public" | "data") => cidrAt(first + BLOCK[kind] * block + zone * 2 ** (32 - small), small);
  return { public: within("public"), private: cidrAt(first + zone * block, prefix + 3), data: within("data") };
}

/** AWS keeps the first four addresses and the last of every subnet. */
const RESERVED = 5;
export const usableAddresses = (cidr: string): number => range(cidr).size - RESERVED;
