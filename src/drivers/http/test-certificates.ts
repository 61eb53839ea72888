// Certificates for tests: an authority and what it issues, in DER by hand, since neither Node nor every machine has a tool that
// issues any. RFC 5280 names the structures.

import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { isIPv4 } from "node:net";
import { join } from "node:path";

export type Issued = { certificate: string; key: string };
export type Authority = Issued & { issue(names: readonly string[], validDays?: number): Issued };

const OID = {
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  commonName: [0x55, 0x04, 0x03],
  subjectAlternativeName: [0x55, 0x1d, 0x11],
  basicConstraints: [0x55, 0x1d, 0x13],
} as const;
const TAG = { boolean: 1, integer: 2, bits: 3, octets: 4, oid: 6, utf8: 12, time: 24, sequence: 48, set: 49 } as const;
const DAY_MS = 86_400_000;

export function makeAuthority(name = "Tandem test authority"): Authority {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const own = certificate({ subject: name, issuer: name, key: privateKey, signer: privateKey, isAuthority: true });
  return {
    ...own,
    issue(names, validDays = 1) {
      const { privateKey: key } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const [subject = "nobody"] = names;
      return certificate({ subject, issuer: name, key, signer: privateKey, names, validDays, isAuthority: false });
    },
  };
}

/** As cert-manager mounts it: tls.crt, tls.key, ca.crt. */
export function writeCertificates(directory: string, { certificate: leaf, key }: Issued, authority: Issued): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "tls.crt"), leaf);
  writeFileSync(join(directory, "tls.key"), key, { mode: 0o600 });
  writeFileSync(join(directory, "ca.crt"), authority.certificate);
}

type Wanted = {
  subject: string;
  issuer: string;
  key: KeyObject;
  signer: KeyObject;
  names?: readonly string[];
  validDays?: number;
  isAuthority: boolean;
};

function certificate({ subject, issuer, key, signer, names = [], validDays = 1, isAuthority }: Wanted): Issued {
  const algorithm = der(TAG.sequence, oid(OID.ecdsaWithSha256));
  // A clock that runs a little behind still believes it.
  const [from, to] = [Date.now() - DAY_MS, Date.now() + validDays * DAY_MS];
  const extensions = [
    ...(isAuthority ? [extension(OID.basicConstraints, der(TAG.sequence, der(TAG.boolean, Buffer.from([0xff]))))] : []),
    ...(names.length > 0 ? [extension(OID.subjectAlternativeName, der(TAG.sequence, ...names.map(alternative)))] : []),
  ];
  const body = der(
    TAG.sequence,
    der(0xa0, der(TAG.integer, Buffer.from([2]))),
    der(TAG.integer, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    nameOf(issuer),
    der(TAG.sequence, timeOf(from), timeOf(to)),
    nameOf(subject),
    createPublicKey(key).export({ type: "spki", format: "der" }),
    der(0xa3, der(TAG.sequence, ...extensions)),
  );
  const signature = der(TAG.bits, Buffer.from([0]), sign("sha256", body, signer));
  const text = der(TAG.sequence, body, algorithm, signature).toString("base64");
  const lines = text.match(/.{1,64}/g)?.join("\n");
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: key.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const oid = (bytes: readonly number[]): Buffer => der(TAG.oid, Buffer.from(bytes));
const timeOf = (ms: number): Buffer =>
  der(TAG.time, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`));
const nameOf = (text: string): Buffer =>
  der(TAG.sequence, der(TAG.set, der(TAG.sequence, oid(OID.commonName), der(TAG.utf8, Buffer.from(text)))));
const extension = (id: readonly number[], content: Buffer): Buffer =>
  der(TAG.sequence, oid(id), der(TAG.octets, content));
const alternative = (name: string): Buffer =>
  isIPv4(name) ? der(0x87, Buffer.from(name.split(".").map(Number))) : der(0x82, Buffer.from(name));
