import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openCountryDatabase, plainAddress } from "./country.ts";

const countryOf = openCountryDatabase();

test("public addresses have the country of their registration, in IPv4, IPv6 and mapped", () => {
  assert.equal(countryOf("49.36.0.1"), "IN");
  assert.equal(countryOf("8.8.8.8"), "US");
  assert.equal(countryOf("::ffff:49.36.0.1"), "IN");
  assert.equal(countryOf("2001:4860:4860::8888"), "US");
});

test("loopback, private, link-local and reserved addresses have none", () => {
  const silent = ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.0.1", "0.0.0.0", "255.255.255.255"];
  for (const address of [...silent, "::1", "::", "fe80::1%eth0", "fd00::1"])
    assert.equal(countryOf(address), undefined, address);
});

test("what is no address has no country and throws nothing", () => {
  fc.assert(fc.property(fc.string(), (text) => assert.ok(countryOf(text) === undefined || plainAddress(text))));
  for (const text of ["", "8.8.8", "8.8.8.8:80", "::ffff:999.1.1.1", "unknown"])
    assert.equal(countryOf(text), undefined);
});
