// Whatever a page, or the program's own help, tells people to type is something that there is: commands of `tandem` with these
// options and names, scripts of npm, benchmarks.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { codeLines, type DocumentLine, type DocumentPage, documentPages, root, spokenCode } from "./pages.ts";
import { commandNames, examplesOf, refusal, wordsOf } from "./tandem-command.ts";

const pages = documentPages();
const names = commandNames();
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

/** `tandem`, and what a clone's owner types instead of it; variables of the environment may stand before. */
const TANDEM = /^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:npm run (?:-s |--silent )?tandem --|tandem) +(?=\S)(.*)$/;

/** In a sentence a word in capitals stands for what a person knows. */
const BLANKS: Record<string, string> = {
  REGION: "ap-south-1",
  VOTER: "witness",
  SCENARIO: "region-loss",
  COMMAND: "status",
};
const filled = (word: string): string => BLANKS[word] ?? word;

/** Commands that stand on lines of their own, and those in sentences, each with its words. */
function typedOn(page: DocumentPage): { readonly at: string; readonly argv: string[]; readonly isSpoken: boolean }[] {
  const parsed = (lines: readonly DocumentLine[], isSpoken: boolean) =>
    lines.flatMap(({ at, text }) => {
      const rest = TANDEM.exec(text.trim())?.[1];
      const argv = rest === undefined ? [] : wordsOf(rest).map(filled);
      return argv.length === 0 ? [] : [{ at, argv, isSpoken }];
    });
  return [...parsed(codeLines(page), false), ...parsed(spokenCode(page), true)];
}

async function wrongCommands(page: DocumentPage): Promise<string[]> {
  const wrong: string[] = [];
  for (const { at, argv, isSpoken } of typedOn(page)) {
    // A sentence may speak of a command by its name alone.
    if (isSpoken && argv.length === 1 && names.includes(argv[0] as string)) continue;
    const because = await refusal(argv);
    if (because !== undefined) wrong.push(`${at}: tandem ${argv.join(" ")}: ${because}`);
  }
  return wrong;
}

/** `npm run X`, and of `npm run bench` the benchmarks' own names. */
function wrongScripts(page: DocumentPage): string[] {
  return [...codeLines(page), ...spokenCode(page)].flatMap(({ at, text }) =>
    [...text.matchAll(/\bnpm run (?:-s |--silent )?([a-z][\w:-]*)((?: [a-z][\w-]*)*)/g)].flatMap(
      ([, script = "", rest = ""]) => {
        // "npm run proof:…" stands for all of them.
        if (text.includes(`${script}…`)) return [];
        if (!(script in scripts)) return [`${at}: npm run ${script}: there is no such script`];
        if (script !== "bench") return [];
        return wordsOf(rest)
          .filter((name) => !existsSync(join(root, "bench", `${name}.ts`)))
          .map((name) => `${at}: npm run bench ${name}: there is no such benchmark`);
      },
    ),
  );
}

test("the program takes every command that a page tells people to type, with these options and names", async () => {
  const wrong: string[] = [];
  for (const page of pages) wrong.push(...(await wrongCommands(page)));
  assert.deepEqual(wrong, []);
  assert.ok(pages.flatMap(typedOn).length > 120);
});

test("the program takes every example that its own help gives", async () => {
  const wrong: string[] = [];
  for (const name of names) {
    const examples = examplesOf(name);
    assert.ok(examples.length > 0, `${name} has no example`);
    for (const example of examples) {
      const because = await refusal(wordsOf(example));
      if (because !== undefined) wrong.push(`tandem ${example}: ${because}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("every script and benchmark that a page names is there, and CONTRIBUTING or a page says what each script is for", () => {
  assert.deepEqual(pages.flatMap(wrongScripts), []);
  const all = pages.map(({ text }) => text).join("\n");
  const unsaid = Object.keys(scripts).filter((name) => !new RegExp(`npm (?:run (?:-s )?)?${name}\\b`).test(all));
  assert.deepEqual(unsaid, []);
});

test("a command, an option, a name, a script and a benchmark that aren't there are found", async () => {
  const page: DocumentPage = {
    path: "made.md",
    text: [
      "Say `tandem nonsense --now`, `tandem kill`, or `npm run nothing`.",
      "```",
      "tandem status --jsn   # as data",
      "npm run -s tandem -- drill end-of-the-world --yes",
      "tandem fault slow --region ap-south-1",
      "tandem runbook no-such-page | less",
      "tandem abort RUN",
      "npm run bench panels nowhere",
      'tandem query web \'{"kind":"totals"}\' > answer.txt',
      "```",
    ].join("\n"),
  };
  const found = await wrongCommands(page);
  assert.deepEqual(
    found.map((line) => /^\S+ tandem ([\w-]+ ?[\w-]*)/.exec(line)?.[1]),
    ["status --jsn", "drill end-of-the-world", "fault slow", "runbook no-such-page", "abort RUN", "nonsense --now"],
  );
  assert.deepEqual(wrongScripts(page), [
    "made.md:8: npm run bench nowhere: there is no such benchmark",
    "made.md:1: npm run nothing: there is no such script",
  ]);
});
