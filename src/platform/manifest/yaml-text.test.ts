import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { yamlText } from "./yaml-text.ts";

const awkward = fc.constantFrom(
  ...[
    "",
    " ",
    "yes",
    "No",
    "on",
    "~",
    "null",
    "0x1f",
    "0123",
    "1e3",
    "12:30",
    "12:30:45",
    "2026-11-21",
    "<<",
    "- a",
    "a: b",
    "a #b",
    "#",
    "&a",
    "*a",
  ],
  ...[
    "!t",
    "|",
    ">",
    "'",
    '"',
    "%a",
    "@a",
    "`",
    "a\n",
    "a\n\n",
    "\na",
    " a\nb",
    "a \nb",
    "a\tb",
    "{}",
    "[]",
    "a,b",
    "a, b",
    "a:",
    ":a",
    ".5",
    "=",
    "+1",
    "_1",
  ],
  ...[
    "https://a.b:80/c?d=e",
    "*/5 * * * *",
    "key: value\nother: 1\n",
    "a\n  b\nc",
    "\u2028",
    "\ufeff",
    "\u0085",
    "é",
    "a\r\nb",
    "x\u007f",
    "e\u0301",
  ],
);
const text = fc.oneof(
  awkward,
  fc.string({ unit: "binary", maxLength: 12 }).filter((one) => one.isWellFormed()),
  fc.string({ maxLength: 20 }),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(text, tie("tree"), { maxKeys: 4 }),
  ),
}));

test("whatever is written reads back as it was, by both versions of YAML", () => {
  fc.assert(
    fc.property(fc.dictionary(text, tree, { minKeys: 1, maxKeys: 4 }), (data) => {
      const plain = JSON.parse(JSON.stringify(data));
      const written = yamlText(plain);
      for (const version of ["1.1", "1.2"] as const)
        assert.deepEqual(parse(written, { version, merge: false, intAsBigInt: false }), plain, written);
    }),
    { numRuns: 600 },
  );
});

test("ordinary objects look as people write them", () => {
  const object = { kind: "Service", spec: { ports: [{ name: "http", port: 80 }], selector: {}, args: ["a", ["b"]] } };
  assert.equal(yamlText(object), stringify(object));
});
