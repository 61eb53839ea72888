// An authority of the proof's own, and certificates by it: what ACM is on AWS.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./tools.ts";

export type Authority = { readonly certificate: string; readonly key: string };
export type Certificate = { readonly certificate: string; readonly key: string };

const EC = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

export async function makeAuthority(directory: string, name: string): Promise<Authority> {
  const made = { certificate: join(directory, `${name}.pem`), key: join(directory, `${name}.key`) };
  const extensions = ["-addext", "basicConstraints=critical,CA:TRUE"];
  await run("openssl", [
    ...["req", "-x509", ...EC, "-days", "2", "-subj", `/CN=${name}`, ...extensions],
    ...["-keyout", made.key, "-out", made.certificate],
  ]);
  return made;
}

export async function makeCertificate(
  directory: string,
  name: string,
  authority: Authority,
  hosts: readonly string[],
): Promise<Certificate> {
  const made = { certificate: join(directory, `${name}.pem`), key: join(directory, `${name}.key`) };
  const request = join(directory, `${name}.csr`);
  const extensions = join(directory, `${name}.ext`);
  writeFileSync(extensions, `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(",")}\n`);
  await run("openssl", ["req", ...EC, "-subj", `/CN=${name}`, "-keyout", made.key, "-out", request]);
  await run("openssl", [
    ...["x509", "-req", "-in", request, "-days", "2", "-extfile", extensions, "-out", made.certificate],
    ...["-CA", authority.certificate, "-CAkey", authority.key, "-CAcreateserial"],
  ]);
  return made;
}
