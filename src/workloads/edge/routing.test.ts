import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { candidates, checked, kindOf, type RegionHealth, UNKNOWN } from "./routing.ts";

test("each kind of request is told apart by method and path", () => {
  const table: [string, string, string][] = [
    ["POST", "/v1/batch", "ingest"],
    ["POST", "/v1/t/", "ingest"],
    ["POST", "/t", "ingest"],
    ["OPTIONS", "/v1/i", "ingest"],
    ["POST", "/beacon/v1/batch", "ingest"],
    ["GET", "/v1/projects/KEY/settings", "ingest"],
    ["GET", "/", "read"],
    ["GET", "/projects", "read"],
    ["GET", "/p", "read"],
    ["GET", "/api/2026-11/session", "read"],
    ["POST", "/api/2026-11/projects/web/query", "read"],
    ["POST", "/api/2026-11/projects", "write"],
    ["DELETE", "/api/2026-11/session", "write"],
    ["POST", "/api/2026-11/recovery/runs", "read"],
    ["POST", "/api/2026-11/recovery/runs/r-1/stop", "read"],
    ["POST", "/api/2026-11/recovery/drain", "read"],
    ["POST", "/api/2026-11/drills", "read"],
    ["POST", "/api/2026-11/session/confirmation", "read"],
    ["POST", "/api/2026-11/session/confirmation/challenge", "read"],
    ["POST", "/api/2026-11/session/passkeys", "write"],
    ["POST", "/api/2026-11/projects/drills", "write"],
    ["GET", "/healthz", "own"],
    ["GET", "/healthz/active", "read"],
  ];
  for (const [method, path, kind] of table) assert.equal(kindOf(method, path), kind, `${method} ${path}`);
});

test("what processes keep for each other can't be reached through the edge, however it is spelled", () => {
  for (const path of [
    "/internal/status",
    "/link/log",
    "/%69nternal/projects",
    "/%2569nternal/projects",
    "/register",
    "/query/web",
    "/internal",
  ]) {
    for (const method of ["GET", "POST", "PUT"]) assert.equal(kindOf(method, path), "hidden", path);
  }
  for (const path of [
    "//internal/x",
    "/a/../internal/x",
    "/%2e%2e/internal",
    "/\\internal",
    "/%",
    "http://x/internal",
    "*",
    "/a%00b",
  ]) {
    assert.equal(kindOf("GET", path), "malformed", path);
  }
});

const region = (name: string, change: Partial<RegionHealth> = {}): RegionHealth => ({
  name,
  configured: name === "a" ? "primary" : "standby",
  accepting: true,
  serving: true,
  active: name === "a",
  epoch: 1,
  ...change,
});

test("events go to the primary while it accepts, else to the other; reads to the active region first; writes nowhere else", () => {
  const both = [region("b"), region("a")];
  assert.deepEqual(candidates("ingest", both), ["a", "b"]);
  assert.deepEqual(candidates("ingest", [region("a", { accepting: false }), region("b")]), ["b", "a"]);
  assert.deepEqual(candidates("read", [region("a", { active: false }), region("b", { active: true })]), ["b", "a"]);
  assert.deepEqual(candidates("read", [region("a", { serving: false, active: false }), region("b")]), ["b", "a"]);
  assert.deepEqual(candidates("write", both), ["a"]);
  assert.deepEqual(candidates("write", [region("a", { active: false }), region("b")]), []);
});

test("of two regions that call themselves active, the one with the higher epoch gets the writes, and the reads first", () => {
  for (const [a, b, expected] of [
    [1, 2, "b"],
    [2, 1, "a"],
    [null, 1, "b"],
  ] as const) {
    for (const both of [
      [region("a", { epoch: a }), region("b", { active: true, epoch: b })],
      [region("b", { active: true, epoch: b }), region("a", { epoch: a })],
    ]) {
      assert.deepEqual(candidates("write", both), [expected]);
      assert.equal(candidates("read", both)[0], expected);
    }
  }
});

test("a region that says itself that it isn't active is believed at once", () => {
  assert.deepEqual(checked({ up: true, failures: 0 }, false, true), { up: false, failures: 1 });
});

test("a region is up after one good answer and down after two bad ones in a row", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (answers) => {
      const check = answers.reduce((now, ok) => checked(now, ok), UNKNOWN);
      const lastGood = answers.lastIndexOf(true);
      assert.equal(check.up, lastGood >= 0 && answers.length - 1 - lastGood < 2);
    }),
  );
});
