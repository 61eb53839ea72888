import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { footerFacts, lakeKey, parseFooter, parseLakeKey } from "./lake-object.ts";
import { parseParquetFooter } from "./parquet-footer.ts";
import { isNewer, newestWatermarks, parseWatermarkKey, watermarkKey } from "./watermark.ts";

const origin = "ap-south-1~3-9f2c41";
const digest = "0123456789abcdef";

test("a raw object's name says its day, cover, epoch, part and digest", () => {
  const cover = { origin, from: 0, to: 1200 };
  const key = lakeKey({ kind: "raw", day: "2026-11-13", cover, epoch: 2, part: { index: 1, of: 3 }, digest });
  assert.equal(key, `lake/v1/day=2026-11-13/${origin}/0-1200.L0.e2.1of3.${digest}.parquet`);
  assert.deepEqual(parseLakeKey(key), {
    key,
    day: "2026-11-13",
    level: 0,
    epoch: 2,
    cover: [{ ...cover, parts: 3 }],
    part: { index: 1, of: 3 },
    digest,
  });
});

test("a merged object's name leaves its cover to the footer", () => {
  const facts = { kind: "merged", day: "2026-11-13", level: 2, epoch: 7, coverDigest: digest, digest } as const;
  const parsed = parseLakeKey(lakeKey(facts));
  assert.equal(parsed?.cover, "in footer");
  assert.deepEqual([parsed?.level, parsed?.epoch, parsed?.day], [2, 7, "2026-11-13"]);
});

test("strangers in a bucket are not taken for objects", () => {
  const names = [
    `lake/v1/day=2026-11-13/${origin}/5-5.L0.e1.1of1.${digest}.parquet`,
    `lake/v1/day=2026-11-13/${origin}/0-5.L0.e1.2of1.${digest}.parquet`,
    `lake/v1/day=2026-11-13/nobody/0-5.L0.e1.1of1.${digest}.parquet`,
    `lake/v1/day=2026-11-13/merged/L3.e1.${digest}.${digest}.parquet`,
    `lake/v1/day=2026-11-13/merged/L2.e1.${digest}.${digest}.parquet.tmp`,
    `lake/v1/watermarks/${origin}/5-9.json`,
  ];
  assert.deepEqual(
    names.filter((name) => parseLakeKey(name)),
    [],
  );
});

test("a footer gives back its cover and time, and a newer format is refused with a sentence", () => {
  const cover = [{ origin, from: 3, to: 9, parts: 2 }];
  const facts = footerFacts(cover, { first: -5, last: 7 });
  assert.deepEqual(parseFooter(new Map(Object.entries(facts))), { cover, time: { first: -5, last: 7 } });
  const newer = parseFooter(new Map(Object.entries({ ...facts, "tandem.format": "2" })));
  assert.match("because" in newer ? newer.because : "", /format 2.*newer version/);
  for (const missing of Object.keys(facts)) {
    const rest = new Map(Object.entries(facts).filter(([name]) => name !== missing));
    assert.ok("because" in parseFooter(rest), `accepted without ${missing}`);
  }
});

test("bytes that aren't a footer never pass for one, nor hang", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        assert.ok(parseParquetFooter(bytes).rows >= 0);
      } catch (error) {
        assert.ok(error instanceof RangeError, String(error));
      }
    }),
  );
});

test("the newest watermark of an origin is the one that counts", () => {
  const older = { origin, offset: 10, at: 1_000 };
  const newer = { origin, offset: 10, at: 2_000 };
  assert.deepEqual(parseWatermarkKey(watermarkKey(newer)), newer);
  assert.ok(isNewer(newer, older));
  assert.deepEqual([...newestWatermarks([newer, older]).values()], [newer]);
  assert.equal(parseWatermarkKey("lake/v1/watermarks/x/1-2.json"), undefined);
});
