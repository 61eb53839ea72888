// The coverage of the briefs and the page that explains the architecture: nothing is claimed that isn't there.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { blueprint as A } from "../../blueprints/A.ts";
import { blueprint as B } from "../../blueprints/B.ts";
import { blueprint as C } from "../../blueprints/C.ts";
import { blueprint as D } from "../../blueprints/D.ts";
import { blueprint as E } from "../../blueprints/E.ts";
import { blueprint as flagship } from "../../blueprints/flagship.ts";
import { SHIPPED_PRICES } from "../../src/assess/cost/price.ts";
import { recoveryClasses } from "../../src/assess/cost/recovery-classes.ts";
import { resolve } from "../../src/blueprint/platform.ts";
import { coveragePage, type Made, PARTS, uncovered } from "../../src/platform/explained/coverage.ts";
import { explainedPage } from "../../src/platform/explained/explained.ts";
import { PILLARS } from "../../src/platform/explained/pillars.ts";
import { type BlueprintName, by, row, source } from "../../src/platform/explained/row.ts";
import { TRADE_OFFS } from "../../src/platform/explained/trade-offs.ts";
import { pictureFiles } from "../../src/platform/pictures/pictures.ts";
import { synthesize } from "../../src/platform/synthesize.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const BLUEPRINTS = { A, B, C, D, E, flagship };
const scripts = JSON.parse(readFileSync(`${root}package.json`, "utf8")).scripts as Record<string, string>;

function proofExists(by: string): boolean {
  const command = /^npm (?:run )?([\w:-]+)/.exec(by)?.[1];
  return command === undefined ? existsSync(`${root}${by}`) : command in scripts;
}

function everythingMade(): Made {
  const synthesized = Object.entries(BLUEPRINTS).map(([name, blueprint]) => {
    const { stacks, files } = synthesize(resolve(blueprint));
    const types = new Set(stacks.flatMap(({ resources }) => resources.map(({ type }) => type)));
    return [name, { types, paths: [...files.keys()] }] as const;
  });
  const pick = <K extends "types" | "paths">(what: K) =>
    Object.fromEntries(synthesized.map(([name, made]) => [name, made[what]])) as unknown as Made[K];
  return {
    types: pick("types"),
    paths: pick("paths"),
    sourceExists: (path) => existsSync(`${root}${path}`),
    proofExists,
  };
}

test("every row of the briefs has something behind it, and a proof that can be run", () => {
  assert.deepEqual(uncovered(everythingMade()), []);
  assert.equal(PARTS.flatMap(({ rows }) => rows).length, 118);
});

test("a row that points at nothing, or at a proof that isn't there, fails", () => {
  const none = Object.fromEntries(
    Object.keys(BLUEPRINTS).map((name) => [name, new Set<string>()]),
  ) as unknown as Made["types"];
  const empty: Made = {
    types: none,
    paths: Object.fromEntries(Object.keys(BLUEPRINTS).map((name) => [name, []])) as unknown as Made["paths"],
    sourceExists: () => false,
    proofExists,
  };
  const of: BlueprintName = "A";
  const rows = [
    row(1, "A", "a place", source("src/nowhere"), by("P0", "src/none.test.ts")),
    row(
      3,
      "A",
      "a type",
      [
        { kind: "resource", type: "aws_vpc", of },
        { kind: "file", path: "x/*.yaml", of },
      ],
      by("P0", "npm run none"),
    ),
  ];
  assert.equal(uncovered(empty, rows).length, 6);
  assert.throws(() => row(4, "A", "nothing", [], by("P0", "npm test")), /nothing behind it/);
});

test("each figure of the explained architecture stands in the benchmarks' page, word for word", () => {
  const measured = readFileSync(`${root}bench/README.md`, "utf8");
  for (const { part, figure, unmeasured } of TRADE_OFFS) {
    if (figure) assert.ok(measured.includes(figure.words), `${part}: "${figure.words}" isn't in bench/README.md`);
    else assert.ok(unmeasured, `${part} has neither a figure nor the reason why there is none`);
  }
});

test("what the Well-Architected map says is checked can be run", () => {
  for (const { checkedBy } of PILLARS.flatMap(({ answers }) => answers)) assert.ok(proofExists(checkedBy), checkedBy);
});

/** TANDEM_WRITE_DOCS=1 writes them anew. */
function requireDocument(path: string, text: string): void {
  if (process.env.TANDEM_WRITE_DOCS === "1") writeFileSync(`${root}${path}`, text);
  assert.equal(
    readFileSync(`${root}${path}`, "utf8"),
    text,
    `${path} is out of date: run this test with TANDEM_WRITE_DOCS=1`,
  );
}

test("the manual's pages are those that are generated", () => {
  const platform = resolve(flagship);
  requireDocument("docs/manual/coverage.md", coveragePage());
  requireDocument(
    "docs/manual/architecture-explained.md",
    explainedPage({
      platform,
      notes: Object.entries(BLUEPRINTS).map(([of, blueprint]) => ({ of, notes: resolve(blueprint).notes })),
      classes: recoveryClasses(flagship, platform.environment, SHIPPED_PRICES),
      pricesAsOf: SHIPPED_PRICES.asOf,
      pictures: "../pictures",
    }),
  );
  for (const { path, text } of pictureFiles(platform)) requireDocument(`docs/${path}`, text);
});
