import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { alertPage } from "./alert-page.ts";

test("docs/manual/alerts.md is the catalogue as it is; TANDEM_WRITE_DOCS=1 writes it", () => {
  const path = fileURLToPath(new URL("../../../docs/manual/alerts.md", import.meta.url));
  if (process.env.TANDEM_WRITE_DOCS === "1") writeFileSync(path, alertPage());
  assert.equal(readFileSync(path, "utf8"), alertPage());
});
