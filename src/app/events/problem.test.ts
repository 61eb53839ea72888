import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { INGEST_LIMITS } from "./limits.ts";
import { INGEST_PROBLEMS, REFUSALS } from "./problem.ts";

const manual = readFileSync(new URL("../../../docs/manual/sending-events.md", import.meta.url), "utf8");

test("the manual lists every problem with its status, and every reason for refusing an event", () => {
  // Codes for Tandem's own processes only.
  const inner = new Set(["link-key-required"]);
  for (const [code, { status }] of Object.entries(INGEST_PROBLEMS)) {
    if (inner.has(code)) continue;
    const line = manual.split("\n").find((text) => text.startsWith("|") && text.includes(`\`${code}\``));
    assert.match(line ?? `nothing about ${code}`, new RegExp(`\\b${status}\\b`));
  }
  for (const code of Object.keys(REFUSALS)) assert.ok(manual.includes(`\`${code}\``), code);
});

test("the manual names the limits as they are", () => {
  const { bodyBytes, bodyValues, eventBytes, batchEvents, depth, keys, stringCharacters, keyCharacters, idCharacters } =
    INGEST_LIMITS;
  for (const limit of [
    bodyBytes,
    bodyValues,
    eventBytes,
    batchEvents,
    depth,
    keys,
    stringCharacters,
    keyCharacters,
    idCharacters,
  ]) {
    assert.ok(manual.includes(limit.toLocaleString("en")), String(limit));
  }
});
