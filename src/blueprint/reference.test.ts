// docs/manual/blueprint.md's table against the schema. With TANDEM_WRITE_SPEC=1 it is written instead of compared.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fieldsOf, referenceTable } from "./reference.ts";

const page = new URL("../../docs/manual/blueprint.md", import.meta.url);
const marked = /(<!-- fields -->\n)[\s\S]*?(<!-- end of fields -->)/;

test("the manual's table of fields is the schema's", () => {
  const text = readFileSync(page, "utf8");
  assert.ok(marked.test(text), "the page has no place for it");
  const next = text.replace(marked, (_, begin: string, end: string) => `${begin}${referenceTable()}\n${end}`);
  if (process.env.TANDEM_WRITE_SPEC === "1") return writeFileSync(page, next);
  assert.ok(text === next, "the table differs; TANDEM_WRITE_SPEC=1 writes it");
});

test("every field of the blueprint says what it is", () => {
  const silent = fieldsOf().filter(({ about }) => about.length < 8);
  assert.deepEqual(
    silent.map(({ path }) => path),
    [],
  );
  assert.ok(fieldsOf().length > 150, `${fieldsOf().length} fields`);
});
