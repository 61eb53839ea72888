// Every command of `tandem` that any runbook prints, in a block or in the middle of a sentence, is one that the program takes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ALARMS } from "../../src/platform/observability/alarms.ts";
import { ALERTS } from "../../src/platform/observability/alerts.ts";
import { COMPOSITES } from "../../src/platform/observability/runbook.ts";
import { filledArgv } from "../../src/platform/runbooks/command.ts";
import { pageText } from "../../src/platform/runbooks/page.ts";
import { commandNames, refusal, wordsOf } from "../docs/tandem-command.ts";
import { everyBook, printedIn } from "./every-command.ts";

const books = await everyBook();
const names = commandNames();

test("the program takes every command of tandem that a page prints", async () => {
  const values = { REASON: "why", RUN: "run-1", REGION: "ap-south-1" };
  const tried = new Set<string>();
  for (const { of, page, command } of printedIn(books)) {
    if (command.tool !== "tandem") continue;
    const argv = filledArgv(command, values);
    const key = JSON.stringify(argv);
    if (tried.has(key)) continue;
    tried.add(key);
    assert.equal(await refusal(argv), undefined, `${of}, ${page.name}: tandem ${argv.join(" ")}`);
  }
  assert.ok(tried.size > 25, `${tried.size} commands`);
});

/** `tandem` in backquotes, and what follows it there. */
const spokenIn = (text: string): readonly string[] =>
  [...text.replace(/```[\s\S]*?```/g, "").matchAll(/`tandem ([^`]+)`/g)].map(([, words]) => words as string);

test("a sentence that tells somebody to type a command of tandem tells one that there is", async () => {
  const texts = [
    ...books.flatMap(({ of, pages }) => pages.map((page) => [`${of}, ${page.name}`, pageText(page)] as const)),
    ...[...ALARMS, ...ALERTS].map(({ id, first }) => [id, first] as const),
    ...Object.entries(COMPOSITES).map(([id, { first }]) => [id, first] as const),
  ];
  const wrong = new Set<string>();
  for (const [where, text] of texts)
    for (const spoken of spokenIn(text)) {
      const argv = wordsOf(spoken);
      // A sentence may speak of a command by its name alone.
      const because = argv.length === 1 && names.includes(argv[0] as string) ? undefined : await refusal(argv);
      if (because !== undefined) wrong.add(`${where.replace(/^\S+ (dev|prod), /, "")}: tandem ${spoken}: ${because}`);
    }
  assert.deepEqual([...wrong], []);
});

test("a command that the program doesn't know is found", async () => {
  assert.match((await refusal(["failover", "--automatic", "off"])) ?? "", /unknown option/);
  assert.match((await refusal(["recovery"])) ?? "", /missing required argument/);
  assert.deepEqual(spokenIn("Type `tandem nonsense --now` at once."), ["nonsense --now"]);
});
