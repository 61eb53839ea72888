// The country of an address, from the database in the npm package @ip-location-db/geo-whois-asn-country-mmdb
// (docs/decisions/0012). Addresses that tell nothing (loopback, private, unknown) have no country.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isIP } from "node:net";
import { Reader, type Response } from "mmdb-lib";

export type CountryOf = (address: string) => string | undefined;

const REMEMBERED_MAX = 10_000;
const DATABASE = "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb";

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
  if (plain === undefined) return undefined;
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
