import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { connect, type Server as SecureServer } from "node:tls";
import { freePorts } from "../process/free-ports.ts";
import { unheardTelemetry } from "../telemetry/telemetry.ts";
import { ask } from "./ask.ts";
import { insideOrigin } from "./inside.ts";
import { observedServer, observing } from "./observed-server.ts";
import { makeAuthority, writeCertificates } from "./test-certificates.ts";
import { onTlsTrouble, readTlsMaterial, TLS_DIRECTORY_VARIABLE, tlsOfProcess } from "./tls.ts";

const WAIT_MS = 5_000;
const authority = makeAuthority();
const directory = mkdtempSync(join(tmpdir(), "tandem-tls-"));
const names = ["localhost", "127.0.0.1"];
let server: Server;
let port: number;

before(async () => {
  writeCertificates(directory, authority.issue(names), authority);
  process.env[TLS_DIRECTORY_VARIABLE] = directory;
  port = await freePorts(1);
  const observed = observing("guardian", unheardTelemetry(), "ap-south-1");
  server = observedServer({ keepAliveTimeout: 30_000 }, observed, (_, response) => response.end("in private"));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});

after(async () => {
  delete process.env[TLS_DIRECTORY_VARIABLE];
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(directory, { recursive: true, force: true });
});

/** The serial number that a new connection is shown, and the protocol spoken. */
function shown(
  maxVersion: "TLSv1.1" | "TLSv1.2" | "TLSv1.3" = "TLSv1.3",
): Promise<{ serial: string; protocol: string }> {
  return new Promise((resolve, reject) => {
    const versions = maxVersion === "TLSv1.1" ? { minVersion: "TLSv1" as const, ciphers: "DEFAULT@SECLEVEL=0" } : {};
    const socket = connect({ port, host: "127.0.0.1", ca: authority.certificate, maxVersion, ...versions }, () => {
      resolve({ serial: socket.getPeerCertificate().serialNumber, protocol: socket.getProtocol() ?? "" });
      socket.destroy();
    });
    socket.on("error", reject);
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + WAIT_MS;
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, "not within its time");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("processes speak TLS 1.2 or newer to each other, and believe the authority of the directory alone", async () => {
  assert.equal((await ask(port, "/", {}, WAIT_MS)).body, "in private");
  assert.equal(insideOrigin(port), `https://127.0.0.1:${port}`);
  assert.equal(await (await fetch(insideOrigin(port))).text(), "in private");
  assert.equal((await shown("TLSv1.2")).protocol, "TLSv1.2");
  assert.equal((await shown()).protocol, "TLSv1.3");
  await assert.rejects(shown("TLSv1.1"));
  const stranger = makeAuthority("somebody else");
  const other = observedServer({}, observing("guardian", unheardTelemetry()), (_, response) => response.end());
  const otherPort = await freePorts(1);
  await new Promise<void>((resolve) => other.listen(otherPort, "127.0.0.1", resolve));
  const { certificate: cert, key } = stranger.issue(names);
  (other as unknown as SecureServer).setSecureContext({ cert, key });
  await assert.rejects(ask(otherPort, "/", {}, WAIT_MS), { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" });
  other.closeAllConnections();
  await new Promise((resolve) => other.close(resolve));
});

test("plain HTTP is refused where TLS is served", async () => {
  await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
});

test("a renewed certificate is served without a restart, and no request fails meanwhile", async () => {
  const first = await shown();
  let asking = true;
  let answered = 0;
  const asker = async (): Promise<void> => {
    while (asking) {
      assert.equal((await ask(port, "/", {}, WAIT_MS)).status, 200);
      answered += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const askers = [asker(), asker(), asker()];
  const renewed = authority.issue(names, 7);
  writeCertificates(directory, renewed, authority);
  await until(async () => (await shown()).serial !== first.serial);
  asking = false;
  await Promise.all(askers);
  assert.ok(answered > 10, `${answered} requests`);
  assert.equal(tlsOfProcess()?.material().certificate, renewed.certificate);
});

test("a renewal that can't be used is told, and the certificate before it stays", async () => {
  const before = await shown();
  const told = new Promise<string>((resolve) => onTlsTrouble(resolve));
  writeFileSync(join(directory, "tls.key"), authority.issue(names).key);
  assert.match(await told, /The key in .*tls\.key isn't that of the certificate/);
  assert.equal((await shown()).serial, before.serial);
  onTlsTrouble(() => undefined);
});

test("files that are missing, broken or of two issues are named", () => {
  const empty = mkdtempSync(join(tmpdir(), "tandem-tls-"));
  try {
    assert.throws(() => readTlsMaterial(empty), { name: "Refused", message: /tls\.crt can't be read/ });
    const { certificate } = authority.issue(names);
    writeCertificates(empty, { certificate, key: authority.issue(names).key }, authority);
    assert.throws(() => readTlsMaterial(empty), { name: "Refused", message: /isn't that of the certificate/ });
    writeFileSync(join(empty, "tls.crt"), "no certificate");
    assert.throws(() => readTlsMaterial(empty), { name: "Refused", message: /tls\.crt isn't readable as PEM/ });
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
});
