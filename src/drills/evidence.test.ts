// Evidence is worth what can be checked of it.

import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import type { Installation } from "../core/installation.ts";
import { layOut } from "../drivers/installation.ts";
import { evidencePublicKey, verifyEvidence, writeEvidence } from "./evidence.ts";
import { madeUpResult } from "./made-up-result.ts";
import { type DrillRecord, recordOf } from "./record.ts";

const HISTORY = '{"format":1,"run":"20261121T140000Z"}\n';
let data = "";
let directory = "";
let installation: Installation;

before(async () => {
  data = mkdtempSync(join(tmpdir(), "tandem-evidence-"));
  installation = layOut(data, 20_000, (region) => join(region.directory, "postgres"));
  directory = join(data, "evidence/region-loss-20261121T140000Z");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "history.ndjson"), HISTORY);
  const result = madeUpResult();
  const record = recordOf(result, installation, "region-loss-20261121T140000Z", "tandem drill region-loss");
  const { copies, missed } = await writeEvidence(installation, directory, result, record);
  assert.deepEqual(missed, []);
  assert.equal(copies.length, 2);
});
after(() => rmSync(data, { recursive: true, force: true }));

/** A copy that a test may spoil. */
function copy(name: string): string {
  const target = join(data, name);
  cpSync(directory, target, { recursive: true });
  return target;
}

const verdict = async (place: string, key?: string): Promise<string> => {
  const verified = await verifyEvidence(place, key);
  return verified.kind === "good" ? "good" : verified.because;
};

test("untouched evidence is good, in both regions' buckets too", async () => {
  assert.equal(await verdict(directory), "good");
  for (const region of installation.regions) {
    const place = join(region.directory, "bucket/evidence/region-loss-20261121T140000Z");
    assert.equal(await verdict(place), "good");
  }
});

test("evidence is called what its signed record says, whatever its directory is called", async () => {
  const verified = await verifyEvidence(copy("region-loss-20990101T000000Z"));
  assert.equal(verified.kind === "good" && verified.id, "region-loss-20261121T140000Z");
});

test("a changed, an added and a missing file are each found", async () => {
  const changed = copy("changed");
  appendFileSync(join(changed, "report.md"), "and more");
  assert.match(await verdict(changed), /report\.md was changed/);
  const added = copy("added");
  writeFileSync(join(added, "more.txt"), "");
  assert.match(await verdict(added), /more\.txt isn't named/);
  const missing = copy("missing");
  rmSync(join(missing, "timeline.svg"));
  assert.match(await verdict(missing), /timeline\.svg is missing/);
});

test("digests that were made to fit a change are found by the signature", async () => {
  const forged = copy("forged");
  const sums = readFileSync(join(forged, "SHA256SUMS"), "utf8");
  writeFileSync(
    join(forged, "SHA256SUMS"),
    sums.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
  );
  assert.match(await verdict(forged), /the signature isn't/);
});

test("a signature by another key isn't believed when the right key is known", async () => {
  const { publicKey } = generateKeyPairSync("ed25519");
  const other = publicKey.export({ type: "spki", format: "pem" }) as string;
  assert.match(await verdict(directory, other), /the key given/);
  assert.equal(await verdict(directory, readFileSync(join(directory, "public-key.pem"), "utf8")), "good");
});

test("a key of another kind, a directory and a link are told, not stumbled over", async () => {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const other = publicKey.export({ type: "spki", format: "pem" }) as string;
  assert.match(await verdict(directory, other), /the key given isn't a public key/);
  assert.match(await verdict(directory, "nonsense"), /the key given isn't a public key/);
  const nested = copy("nested");
  mkdirSync(join(nested, "more"));
  assert.match(await verdict(nested), /more isn't named/);
  const linked = copy("linked");
  renameSync(join(linked, "report.md"), join(data, "elsewhere.md"));
  symlinkSync(join(data, "elsewhere.md"), join(linked, "report.md"));
  assert.match(await verdict(linked), /report\.md isn't a plain file/);
});

test("who has the evidence with another key beside it is told apart by the installation's own", async () => {
  const forged = copy("swapped");
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(join(forged, "public-key.pem"), publicKey.export({ type: "spki", format: "pem" }));
  const digest = createHash("sha256")
    .update(readFileSync(join(forged, "public-key.pem")))
    .digest("hex");
  const sums = readFileSync(join(forged, "SHA256SUMS"), "utf8").replace(
    /^[0-9a-f]{64}(?= {2}public-key\.pem$)/m,
    digest,
  );
  writeFileSync(join(forged, "SHA256SUMS"), sums);
  writeFileSync(join(forged, "signature"), sign(null, Buffer.from(sums), privateKey).toString("base64"));
  assert.equal(await verdict(forged), "good", "the key beside it proves no origin");
  assert.match(await verdict(forged, evidencePublicKey(installation)), /the key given/);
  assert.equal(await verdict(directory, evidencePublicKey(installation)), "good");
  const [mine, theirs] = await Promise.all([verifyEvidence(directory), verifyEvidence(forged)]);
  assert.ok(mine.kind === "good" && theirs.kind === "good" && mine.fingerprint !== theirs.fingerprint);
});

test("evidence is its owner's alone to read, in the buckets too", () => {
  for (const place of [directory, join(installation.regions[0].directory, "bucket/evidence", basename(directory))]) {
    for (const name of readdirSync(place)) assert.equal(statSync(join(place, name)).mode & 0o077, 0, name);
  }
});

test("the private key is its owner's alone, and lies in no evidence", () => {
  const file = join(data, "evidence.key");
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.match(readFileSync(file, "utf8"), /PRIVATE KEY/);
  for (const name of ["record.json", "report.md", "public-key.pem"]) {
    assert.doesNotMatch(readFileSync(join(directory, name), "utf8"), /PRIVATE KEY/);
  }
});

test("the record holds the drill's summary, and the history is there, packed", () => {
  const record = JSON.parse(readFileSync(join(directory, "record.json"), "utf8")) as DrillRecord;
  assert.equal(record.format, 1);
  assert.equal(record.summary.outcome, "passed");
  assert.equal(record.summary.rtoMs, 4_200);
  assert.equal(record.summary.lostEvents, 0);
  assert.equal(gunzipSync(readFileSync(join(directory, "history.ndjson.gz"))).toString(), HISTORY);
});

test("the report says the verdict first, and how to repeat the drill", () => {
  const report = readFileSync(join(directory, "report.md"), "utf8");
  const [title, , verdictLine] = report.split("\n");
  assert.equal(title, "# Passed: region-loss");
  assert.match(verdictLine ?? "", /^\*\*All 1 expectations held; .* Changes paused for 4\.20 s at most\.\*\*$/);
  assert.match(report, /`tandem drill region-loss`/);
  assert.match(report, /kill \\\| everything/, "what happened can't break the table");
});

test("the picture has words for everything it shows, and no text can break it", () => {
  const svg = readFileSync(join(directory, "timeline.svg"), "utf8");
  for (const words of ["kill &lt;everything&gt; &amp; more", "active, epoch 2", "silent", "acknowledged", "10 s"]) {
    assert.ok(svg.includes(words), words);
  }
  assert.match(svg, /role="img" aria-labelledby="title about"/);
  assert.doesNotMatch(svg, /<everything|NaN|undefined|<script/);
});

test("what others saw of a drill is signed with it, and takes no name of the evidence's own", async () => {
  const target = join(data, "evidence/region-loss-20261121T150000Z");
  mkdirSync(target, { recursive: true });
  const begin = () => writeFileSync(join(target, "history.ndjson"), HISTORY);
  const result = madeUpResult();
  const record = recordOf(result, installation, "region-loss-20261121T150000Z", "tandem drill region-loss");
  for (const name of ["record.json", "SHA256SUMS", "signature", "../alerts.json", ""]) {
    begin();
    await assert.rejects(
      writeEvidence(installation, target, result, record, [{ name, text: "" }]),
      /can't be attached/,
    );
  }
  begin();
  await writeEvidence(installation, target, result, record, [{ name: "alerts.json", text: "[]\n" }]);
  assert.equal(await verdict(target), "good");
  appendFileSync(join(target, "alerts.json"), " ");
  assert.match(await verdict(target), /alerts\.json was changed/);
});
