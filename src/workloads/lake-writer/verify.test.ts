import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { openLakeIndex } from "../../drivers/lake/lake-index.ts";
import { verifyLake } from "../../drivers/lake/verify.ts";
import { appendBatches, mirrorLog, type TestRegion, testRegion, testWriter, withDirectory } from "./test-region.ts";

const NOON = Date.UTC(2026, 10, 13, 12);
const batch = (prefix: string, at = NOON) =>
  Array.from({ length: 10 }, (_, index) => ({ id: `${prefix}${index}`, at: at + index }));

async function filled(root: string): Promise<{ here: TestRegion; there: TestRegion; origin: string }> {
  const [here, there] = [await testRegion(root, "ap-south-1"), await testRegion(root, "ap-south-2")];
  const origin = await appendBatches(here, NOON, [batch("a"), batch("b", NOON - 86_400_000), batch("c")]);
  await mirrorLog(here, there);
  const writer = await testWriter(here, { rangeLogBytes: 1 });
  await writer.flush("own");
  await writer.stop();
  return { here, there, origin };
}

const wrong = async (...regions: TestRegion[]) =>
  (await verifyLake(regions.map(({ name, directory }) => ({ region: name, directory })))).findings.filter(
    ({ severity }) => severity === "wrong",
  );

test("a whole lake is proved: each object, each offset, and what the other bucket still lacks is only a note", () =>
  withDirectory(async (root) => {
    const { here, there, origin } = await filled(root);
    const report = await verifyLake([here, there].map(({ name, directory }) => ({ region: name, directory })));
    assert.deepEqual(
      report.findings.map(({ severity, region, what }) => [severity, region, what]),
      [["note", "ap-south-2", origin]],
    );
    const [first, second] = report.regions;
    assert.deepEqual([first?.objects, first?.rows, first?.origins[0]?.inObjects], [3, 30, 30]);
    assert.deepEqual([second?.objects, second?.origins[0]?.onlyInLog, second?.origins[0]?.end], [0, 30, 30]);
  }));

test("a bit flip anywhere in an object is found", () =>
  withDirectory(async (root) => {
    const { here } = await filled(root);
    const [object] = (await openLakeIndex(here.bucket).refresh()).objects;
    const file = here.bucket.path(object?.key as string);
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (byte, bit) => {
        const flipped = Buffer.from(whole);
        flipped.writeUInt8(flipped.readUInt8(byte) ^ (1 << bit), byte);
        await writeFile(file, flipped);
        assert.ok((await wrong(here)).some(({ what }) => what === object?.key));
      }),
      { numRuns: 12 },
    );
    await writeFile(file, whole);
    assert.deepEqual(await wrong(here), []);
  }));

test("offsets that neither files nor log hold are found, and so is a watermark that promises them", () =>
  withDirectory(async (root) => {
    const { here, there } = await filled(root);
    for (const { key } of await here.bucket.list()) {
      if (!key.includes("/10-20.")) await there.bucket.put(key, { bytes: (await here.bucket.read(key)) as Buffer });
    }
    // A region without a log of this origin: it has what was copied, and nothing else.
    await rm(join(there.directory, "log"), { recursive: true });
    const findings = await wrong(there);
    assert.deepEqual(
      findings.map(({ what }) => what.split(" ")[1]),
      ["10-20"],
    );
    await here.bucket.quarantine((await here.bucket.list()).find(({ key }) => key.includes("/10-20."))?.key as string);
    assert.deepEqual(
      (await wrong(here)).map(({ detail }) => /watermark/.test(detail)),
      [true],
    );
  }));
