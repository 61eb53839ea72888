import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FAULT_NAMES, FAULTS } from "./catalogue.ts";
import { optionOf } from "./read-fault.ts";

test("the manual's table tells every fault with its options, in the catalogue's words", () => {
  const page = readFileSync(new URL("../../../docs/manual/faults.md", import.meta.url), "utf8");
  const rows = page.split("\n").filter((line) => /^\| `/.test(line));
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  assert.deepEqual(
    cells.map(([, name, words, onAws, options, ends]) => [name, words, onAws, options, ends]),
    FAULT_NAMES.map((name) => {
      const { words, onAws, ends, parameters } = FAULTS[name];
      const options = Object.keys(parameters).map((key) => `\`${optionOf(key)}\``);
      return [`\`${name}\``, words, onAws, options.join(", "), ends];
    }),
  );
});
