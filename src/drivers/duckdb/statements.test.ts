import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { CHANNELS, type ChannelCondition, channelOf } from "../../app/events/channels.ts";
import { KNOWN_SOURCES } from "../../app/events/sources.ts";
import { channelSql } from "../../app/queries/channel-sql.ts";
import { compile } from "../../app/queries/compile.ts";
import { planQuestion } from "../../app/queries/plan-question.ts";
import { render, sql } from "../../app/queries/sql.ts";
import { validate } from "../../app/queries/validate.ts";
import type { Question } from "../../core/question.ts";
import { createEventTable } from "../tail/tail-table.ts";
import { type Engine, openEngine, StatementStopped } from "./engine.ts";

const directory = mkdtempSync(join(tmpdir(), "tandem-statements-"));
const LIMITS = { slots: 2, waitingMax: 1, timeMsMax: 400, rowsMax: 50, memory: "100MB", threads: 2 };
const ENDLESS = sql`SELECT count(*) FROM range(100000000) a, range(1000) b WHERE a.range % 7 = b.range`;
let engine: Engine;

before(async () => {
  engine = await openEngine(join(directory, "scratch"), LIMITS);
  await createEventTable(await engine.connect());
});
after(async () => {
  await engine.close();
  rmSync(directory, { recursive: true, force: true });
});

function wordsOf(condition: ChannelCondition): string[] {
  if ("any" in condition) return condition.any.flatMap(wordsOf);
  if ("all" in condition) return condition.all.flatMap(wordsOf);
  if ("in" in condition) return condition.in;
  if ("contains" in condition) return condition.contains;
  if ("starts" in condition) return [condition.starts];
  return "ends" in condition ? [condition.ends] : ["shop", "eshop", "workshop", "SHOPPING"];
}

test("the channel rules as SQL give what the rules themselves give", async () => {
  const words = [...new Set([...CHANNELS.flatMap(([, when]) => wordsOf(when)), ...Object.keys(KNOWN_SOURCES)])];
  const value = fc.option(
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...words).map((word) => `x ${word.toUpperCase()}y`),
      fc.string({ maxLength: 4 }),
    ),
    { nil: null },
  );
  const inputs = fc.sample(fc.record({ source: value, medium: value, campaign: value, clickId: value }), 2_000);
  const wide = await openEngine(join(directory, "wide"), { ...LIMITS, rowsMax: 5_000, timeMsMax: 10_000 });
  try {
    const lists = sql`unnest(${inputs.map((one) => one.source)}) AS source, unnest(${inputs.map((one) => one.medium)}) AS medium,
      unnest(${inputs.map((one) => one.campaign)}) AS campaign, unnest(${inputs.map((one) => one.clickId)}) AS click_id`;
    const rows = await wide.rows(sql`SELECT *, ${channelSql(sql`v.`)} AS channel FROM (SELECT ${lists}) v`);
    assert.equal(rows.length, inputs.length);
    for (const { channel, click_id, ...row } of rows) {
      const input = { ...row, clickId: click_id } as Parameters<typeof channelOf>[0];
      assert.equal(channel, channelOf(input), JSON.stringify(input));
    }
  } finally {
    await wide.close();
  }
});

test("nothing that a client sends becomes part of a statement's text", async () => {
  // Whether it stops in time is another test's question; here it may take what a busy machine takes.
  const patient = await openEngine(join(directory, "patient"), { ...LIMITS, timeMsMax: 30_000 });
  await createEventTable(await patient.connect());
  const hostile = fc.oneof(
    fc.constantFrom("'; DROP TABLE tail; --", '"; DROP TABLE tail; --', "$1", "') OR 1=1 --", "\\", "a\u0000b", "/*"),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const questions = fc.record({
    value: hostile,
    name: hostile,
    project: hostile,
    tz: hostile,
    operator: fc.constantFrom("is", "contains", "starts", "matches"),
  });
  await fc.assert(
    fc.asyncProperty(questions, async ({ value, name, project, tz, operator }) => {
      const sent = (text: string, property: string) => ({
        kind: "breakdown",
        range: { from: "2026-11-01", to: "2026-11-03" },
        by: [`prop.${property}`, "visit.channel"],
        where: { field: `prop.${property}`, op: operator, value: [text] },
      });
      const bland = textOf("shop", sent("x", "y"));
      const text = textOf(project, sent(value, name));
      if (text === undefined) return;
      assert.equal(text.text, bland?.text);
      assert.equal(textOf(project, { ...sent("x", "y"), tz })?.text ?? text.text, text.text);
      await patient.rows(text.query).catch((error) => {
        // A value may be no regular expression; nothing else may go wrong.
        assert.ok(
          error instanceof StatementStopped && error.because === "bad-pattern" && operator === "matches",
          String(error),
        );
      });
    }),
    { numRuns: 60 },
  );
  await patient.close();
  assert.deepEqual(await engine.rows(sql`SELECT count(*) AS rows FROM tail`), [{ rows: 0 }]);
});

function textOf(project: string, sent: unknown) {
  const valid = validate(sent);
  if (valid.kind !== "question") return undefined;
  const planning = planQuestion(project, valid.question as Question, { now: 0, earliest: null });
  if (planning.kind !== "planned" || !planning.planned.ask) return undefined;
  const query = compile(planning.planned.ask, { clean: [], mixed: [], tail: { days: ["2026-11-01"], covered: [] } });
  return { text: render(query).text, query };
}

const because = (reason: StatementStopped["because"]) => (error: unknown) =>
  error instanceof StatementStopped && error.because === reason;

test("a statement is stopped after its time, and the slot serves the next", async () => {
  await assert.rejects(engine.rows(ENDLESS), because("too-long"));
  assert.deepEqual(await engine.rows(sql`SELECT 1 AS one`), [{ one: 1 }]);
});

test("a statement ends when its caller goes away, also one that still waits", async () => {
  const gone = new AbortController();
  const work = [
    engine.rows(ENDLESS, gone.signal),
    engine.rows(ENDLESS, gone.signal),
    engine.rows(ENDLESS, gone.signal),
  ];
  const ended = Promise.all(work.map((one) => assert.rejects(one, because("cancelled"))));
  await assert.rejects(engine.rows(ENDLESS), because("busy"));
  gone.abort();
  await ended;
  assert.deepEqual(engine.load(), { running: 0, queued: 0 });
});

test("too many rows are refused, never cut off", async () => {
  assert.equal((await engine.rows(sql`SELECT * FROM range(50)`)).length, 50);
  await assert.rejects(engine.rows(sql`SELECT * FROM range(51)`), because("too-many-rows"));
});
