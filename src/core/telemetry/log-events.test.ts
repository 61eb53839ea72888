import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { LOG_EVENTS, levelOf } from "./log-events.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** Calls whose first words are an event's name; effects of the recovery machines that become lines. */
const CALLS =
  /(?:\blog|\bnote|\bonEvent|\brarely|\bbroke|\bonNotice|\bsay)\(\s*(?:\w+ \? )?"([^"/]+)"(?: : "([^"]+)")?|kind: "say", event: "([^"]+)"|\btell\(turn, "([^"]+)"/g;

const texts = globSync(
  ["src/{workloads,cli}/**/*.ts", "src/drivers/{telemetry,tail,duckdb}/**/*.ts", "src/recovery/{lease,run}/*.ts"],
  { cwd: root },
)
  .filter((file) => !file.endsWith(".test.ts") && !/\/test-/.test(file))
  .map((file) => readFileSync(`${root}/${file}`, "utf8"));

/** Made of a run's outcome. */
const OUTCOMES = ["run-finished", "run-failed", "run-stopped", "run-superseded"];

test("every line that a process writes is in the catalogue, and the catalogue names no other", () => {
  const written = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(CALLS)].flatMap((match) => match.slice(1).filter((name) => name !== undefined)),
    ),
  );
  for (const name of OUTCOMES) written.add(name);
  assert.deepEqual([...written].sort(), Object.keys(LOG_EVENTS).sort());
});

test("the catalogue's test sees a line that nobody named", () => {
  const [match] = [...'log("never-named", { detail });'.matchAll(CALLS)];
  assert.equal(match?.[1], "never-named");
  assert.equal(levelOf("never-named"), "info");
});
