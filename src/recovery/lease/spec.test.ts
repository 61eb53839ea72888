// SPEC.md's parts 1 to 5 against the code: the keeper's table is made from the code's own, and each invariant is cited by the
// tests that it names. With TANDEM_WRITE_SPEC=1 the table is written instead of compared.
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { TABLE } from "./table.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const file = join(root, "src/recovery/SPEC.md");
const place = (path: string): string => (/^(src|test)\//.test(path) ? path : `src/recovery/${path}`);
const rulesIn = (text: string) =>
  [...text.matchAll(/^- \*\*([RVLS]\d+)\*\* (.*)$/gm)].map((match) => ({
    rule: match[1] as string,
    text: match[2] as string,
  }));
const pathsIn = (text: string): string[] => [...text.matchAll(/`([\w./-]+\.ts)`/g)].map((match) => match[1] as string);

/** The rules that the titles of a test file's tests name. */
function citedIn(path: string): Set<string> {
  const code = readFileSync(join(root, path), "utf8");
  const titles = [...code.matchAll(/\btest\(\s*(["`])((?:[^\\]|\\.)*?)\1/g)].map((match) => match[2] as string);
  return new Set(titles.flatMap((title) => citations(title)));
}

/** "L2 to L7" names all of them. */
function citations(title: string): string[] {
  const ranges = [...title.matchAll(/\b([RVLS])(\d+) to \1(\d+)\b/g)].flatMap(([, letter, from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${letter}${Number(from) + index}`),
  );
  return [...ranges, ...[...title.matchAll(/\b[RVLS]\d+\b/g)].map(([rule]) => rule)];
}

test("the table of states and events in SPEC.md is the keeper's", () => {
  const rows = Object.entries(TABLE).flatMap(([state, cells]) =>
    Object.entries(cells).map(
      ([event, cell], index) => `| ${index === 0 ? `**${state}**` : ""} | ${event} | ${cell.does} |`,
    ),
  );
  const table = ["| State | Event | What happens |", "| -- | -- | -- |", ...rows].join("\n");
  const text = readFileSync(file, "utf8");
  const marked = /(<!-- keeper -->\n)[\s\S]*?(<!-- end of keeper -->)/;
  assert.ok(marked.test(text), "SPEC.md has no place for it");
  const next = text.replace(marked, (_, begin: string, end: string) => `${begin}${table}\n${end}`);
  if (process.env.TANDEM_WRITE_SPEC === "1") return writeFileSync(file, next);
  assert.ok(text === next, "the table differs; TANDEM_WRITE_SPEC=1 writes it");
});

test("each invariant names the files that keep it and tests that cite it, and all of those exist", () => {
  const rules = rulesIn(readFileSync(file, "utf8"));
  assert.ok(rules.length >= 20, `${rules.length} invariants`);
  const wrong: string[] = [];
  for (const { rule, text } of rules) {
    const [keepers = "", tests = ""] = text.split("Tests:");
    if (pathsIn(keepers).length === 0 && rule !== "R4") wrong.push(`${rule} names no file that keeps it`);
    if (pathsIn(tests).length === 0) wrong.push(`${rule} names no test`);
    for (const path of pathsIn(text))
      if (!existsSync(join(root, place(path)))) wrong.push(`${rule}: there is no ${path}`);
    for (const path of pathsIn(tests)) {
      if (existsSync(join(root, place(path))) && !citedIn(place(path)).has(rule))
        wrong.push(`${path} doesn't cite ${rule}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("each invariant that a test of recovery cites is one of SPEC.md's", () => {
  const known = new Set(rulesIn(readFileSync(file, "utf8")).map(({ rule }) => rule));
  const paths = globSync(
    ["src/recovery/**/*.test.ts", "src/drivers/register/*.test.ts", "test/scenarios/lease.test.ts"],
    {
      cwd: root,
    },
  );
  const unknown = paths.flatMap((path) =>
    [...citedIn(path)].filter((rule) => !known.has(rule)).map((rule) => `${path}: ${rule}`),
  );
  assert.deepEqual(unknown, []);
});
