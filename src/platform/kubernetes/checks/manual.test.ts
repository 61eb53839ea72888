// The manual's table of checks is the table of checks. TANDEM_WRITE_DOCS=1 writes it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { CHECKS } from "./check-manifests.ts";

const file = fileURLToPath(new URL("../../../../docs/manual/kubernetes.md", import.meta.url));
const [BEGIN, END] = ["<!-- checks -->\n", "<!-- /checks -->"];

test("docs/manual/kubernetes.md prints every check with what to do about it", () => {
  const table = [
    "| Check | What holds | When it doesn't |",
    "|---|---|---|",
    ...CHECKS.map(({ id, holds, mend }) => `| ${id} | ${holds}. | ${mend} |`),
  ];
  const text = readFileSync(file, "utf8");
  const [begins, ends] = [text.indexOf(BEGIN), text.indexOf(END)];
  assert.ok(begins > 0 && ends > begins, "the manual has lost its marks");
  const wanted = `${text.slice(0, begins)}${BEGIN}${table.join("\n")}\n${text.slice(ends)}`;
  if (process.env.TANDEM_WRITE_DOCS === "1") writeFileSync(file, wanted);
  else assert.equal(text, wanted);
});
