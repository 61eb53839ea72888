// A page leads nowhere but to what is there: files, headings of other pages, files that a sentence names, decisions by number.
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { anchorsOf, type DocumentPage, documentPages, linksOf, root, spokenCode } from "./pages.ts";

const pages = documentPages();

function deadLinks(page: DocumentPage, all: readonly DocumentPage[]): string[] {
  return linksOf(page).flatMap(({ at, text }) => {
    if (/^[a-z]+:/.test(text)) return [];
    const [to = "", anchor] = text.split("#");
    const path = to === "" ? page.path : normalize(join(dirname(page.path), to));
    if (!existsSync(join(root, path)) && !all.some((one) => one.path === path)) return [`${at}: ${text} isn't there`];
    const target = all.find((one) => one.path === path);
    if (anchor === undefined || (target && anchorsOf(target).has(anchor))) return [];
    return [`${at}: ${text} names no heading of ${path}`];
  });
}

/** Files and folders of this clone by their path from its root. What has a blank for a name (<…>, …) names none. */
const NAMED_FILE = /^(?:\.\.\/)*((?:src|test|docs|bench|blueprints|bin|web|image)\/[\w./*{},@-]*[\w*}/])/;

function absentFiles(page: DocumentPage): string[] {
  return spokenCode(page).flatMap(({ at, text }) =>
    text
      .split(/[\s(),;:]+/)
      .filter((word) => !/[<…]/.test(word))
      .flatMap((word) => NAMED_FILE.exec(word)?.[1] ?? [])
      .filter((path) => globSync(path, { cwd: root }).length === 0)
      .map((path) => `${at}: ${path} isn't there`),
  );
}

const absentDecisions = ({ path, text }: DocumentPage): string[] =>
  [...text.matchAll(/\bdecisions? (\d{4})\b/g)]
    .map(([, number]) => number as string)
    .filter((number) => globSync(`docs/decisions/${number}-*.md`, { cwd: root }).length === 0)
    .map((number) => `${path}: there is no decision ${number}`);

test("every link of a page leads to a file that is there, and to a heading that it has", () => {
  assert.deepEqual(
    pages.flatMap((page) => deadLinks(page, pages)),
    [],
  );
  assert.ok(pages.flatMap(linksOf).length > 60);
});

test("every file that a page names is there, and so is every decision that it cites", () => {
  assert.deepEqual(pages.flatMap(absentFiles), []);
  assert.deepEqual(pages.flatMap(absentDecisions), []);
});

/** A comment's text, and of what it names the files and the decisions that aren't there. */
function absentInComments(path: string, text: string): string[] {
  const comments = [...text.matchAll(/(?:^|\s)(?:\/\/|\*) (.*)$/gm)].map(([, comment]) => comment as string);
  return comments.flatMap((comment) => {
    const named = comment.match(
      /(?<![\w./-])(?:src|test|bench|blueprints|web\/src|docs\/(?:manual|decisions))\/[\w./*-]*\w\.(?:tsx?|md|json|sql)\b/g,
    );
    return [
      ...(named ?? [])
        .filter((one) => globSync(one, { cwd: root }).length === 0)
        .map((one) => `${path}: ${one} isn't there`),
      ...absentDecisions({ path, text: comment }),
    ];
  });
}

test("a file or a decision that a comment of the code names is there", () => {
  const files = globSync(["src/**/*.ts", "web/src/**/*.{ts,tsx}", "bench/*.ts", "blueprints/*.ts"], { cwd: root });
  const wrong = files.flatMap((file) => absentInComments(file, readFileSync(join(root, file), "utf8")));
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    absentInComments("made.ts", "const a = 1; // see src/none/one.ts, src/core/errors.ts\n * and decision 9999"),
    ["made.ts: src/none/one.ts isn't there", "made.ts: there is no decision 9999"],
  );
});

test("every page of the manual can be found from the README", () => {
  const readme = pages.filter(({ path }) => path === "README.md").flatMap(linksOf);
  const manual = pages.filter(({ path }) => path.startsWith("docs/manual/")).map(({ path }) => path);
  assert.deepEqual(
    manual.filter((path) => !readme.some(({ text }) => text === path)),
    [],
  );
});

test("no two decisions have one number", () => {
  const numbers = globSync("docs/decisions/[0-9]*.md", { cwd: root }).map((path) => path.slice(15, 19));
  assert.deepEqual(
    numbers.filter((number, index) => numbers.indexOf(number) !== index),
    [],
  );
});

test("a link, an anchor, a file and a decision that aren't there are found", () => {
  const made = (text: string): DocumentPage => ({ path: "docs/manual/made.md", text });
  const page = made(
    "# One thing, two `words`\n[a](other.md) [b](#one-thing-two-words) [c](#none) [d](../../README.md)",
  );
  assert.deepEqual(deadLinks(page, [page]), [
    "docs/manual/made.md:2: other.md isn't there",
    "docs/manual/made.md:2: #none names no heading of docs/manual/made.md",
  ]);
  assert.deepEqual(absentFiles(made("See `src/core/errors.ts`, `src/none.ts:3` and `src/*/made-up.ts`.")), [
    "docs/manual/made.md:1: src/none.ts isn't there",
    "docs/manual/made.md:1: src/*/made-up.ts isn't there",
  ]);
  assert.deepEqual(absentDecisions(made("as decision 0001 and decision 9999 say")), [
    "docs/manual/made.md: there is no decision 9999",
  ]);
});
