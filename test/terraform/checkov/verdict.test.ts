import assert from "node:assert/strict";
import { test } from "node:test";
import { type FailedCheck, verdictOf } from "./verdict.ts";
import type { Waiver } from "./waivers.ts";
import { WAIVERS } from "./waivers.ts";

const failed = (check_id: string, resource: string): FailedCheck => ({
  check_id,
  resource,
  check_name: "A rule",
  file_path: "/main.tf",
});
const report = (...checks: readonly FailedCheck[]) => ({
  check_type: "terraform",
  results: { passed_checks: [], failed_checks: checks, skipped_checks: [], parsing_errors: [] },
  summary: {
    passed: 3,
    failed: checks.length,
    skipped: 0,
    parsing_errors: 0,
    resource_count: 2,
    checkov_version: "3.2.0",
  },
});
const waiver: Waiver = {
  check: "CKV_AWS_145",
  resource: /^aws_s3_bucket\.logs$/,
  because: "S3's own key.",
  until: "2027-01-31",
};

test("a failed check that a waiver covers is waived until its last day, and fails the day after", () => {
  const printed = report(failed("CKV_AWS_145", "aws_s3_bucket.logs"), failed("CKV_AWS_145", "aws_s3_bucket.lake"));
  const before = verdictOf(printed, [waiver], "2027-01-31");
  assert.deepEqual(
    [before.passed, before.failed.map(({ resource }) => resource), before.waived.length],
    [3, ["aws_s3_bucket.lake"], 1],
  );
  const after = verdictOf(printed, [waiver], "2027-02-01");
  assert.deepEqual([after.failed.length, after.waived.length, after.expired], [2, 0, [waiver]]);
});

test("a waiver that covers nothing is named", () => {
  assert.deepEqual(verdictOf(report(), [waiver], "2027-01-01").unused, [waiver]);
});

test("several reports are added up, and a bare summary counts as nothing", () => {
  assert.equal(verdictOf([report(), report()], [], "2027-01-01").passed, 6);
  assert.deepEqual(verdictOf({ passed: 0, failed: 0 }, [], "2027-01-01").failed, []);
});

test("every waiver has a reason and a day on which it ends", () => {
  for (const { because, until } of WAIVERS) {
    assert.match(until, /^\d{4}-\d{2}-\d{2}$/);
    assert.ok(because.length > 20);
  }
});
