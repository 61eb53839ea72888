// The country of an address, from the database in the npm package @ip-location-db/geo-whois-asn-country-mmdb
// (docs/decisions/0015). Addresses that tell nothing (loopback, private, unknown) have no country.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BlockList, isIP } from "node:net";
import { Reader, type Response } from "mmdb-lib";

export type CountryOf = (address: string) => string | undefined;

const REMEMBERED_MAX = 10_000;
const DATABASE = "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb";

/** Loopback, private, shared, link-local, documentation and multicast: the database has false countries for some of them. */
const SPECIAL: [network: string, prefix: number, family: "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["::", 96, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
];
const special = new BlockList();
for (const [network, prefix, family] of SPECIAL) special.addSubnet(network, prefix, family);

/** Two capital letters (ISO 3166-1), or undefined. The returned function never throws. */
export function openCountryDatabase(): CountryOf {
  const file = createRequire(import.meta.url).resolve(DATABASE);
  const reader = new Reader(readFileSync(file));
  const remembered = new Map<string, string | undefined>();
  return (address) => {
    if (remembered.has(address)) return remembered.get(address);
    const country = lookUp(reader, address);
    // Bounded by starting over: cheaper than keeping an order. Lives in memory only; addresses are never stored.
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(address, country);
    return country;
  };
}

function lookUp(reader: Reader<Response>, address: string): string | undefined {
  const plain = plainAddress(address);
  if (plain === undefined || special.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4")) return undefined;
  const found = reader.get(plain) as { country_code?: unknown } | null;
  const code = found?.country_code;
  return typeof code === "string" && /^[A-Z]{2}$/.test(code) ? code : undefined;
}

/** An address as one spelling: IPv4 in IPv6 is IPv4, no zone, lower case. Undefined for what is no address. */
export function plainAddress(text: string): string | undefined {
  const address = text.trim().replace(/%.*$/, "").toLowerCase();
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)?.[1] ?? address;
  return isIP(mapped) === 0 ? undefined : mapped;
}
