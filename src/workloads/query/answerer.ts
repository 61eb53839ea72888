// A question in, an answer or a problem out: plans, picks files and tail, runs one statement for the range and one for the
// period compared with, and says how fresh the answer is.

import { createHash, randomUUID } from "node:crypto";
import { CHANNEL_RULES } from "../../app/events/channels.ts";
import { type Aggregation, compile, readWindow } from "../../app/queries/compile.ts";
import { writeCursor } from "../../app/queries/cursor.ts";
import { earliestSql } from "../../app/queries/earliest-sql.ts";
import { eventsSql, eventsWindow } from "../../app/queries/events-sql.ts";
import { dataAsOf, sessionsFinalUntil } from "../../app/queries/freshness.ts";
import { type Planned, planQuestion } from "../../app/queries/plan-question.ts";
import { planSource } from "../../app/queries/plan-source.ts";
import { keysOf, type Row, shapeAggregation, shapeEvents } from "../../app/queries/shape-answer.ts";
import { BOUNDS_MAX, compileBounds, compileSliced, type Keys, type SlicesRead } from "../../app/queries/sliced-sql.ts";
import { spanWindow } from "../../app/queries/slices-sql.ts";
import type { Source } from "../../app/queries/source-sql.ts";
import { render, type Sql } from "../../app/queries/sql.ts";
import type { Stretch } from "../../app/queries/time-range.ts";
import { validate } from "../../app/queries/validate.ts";
import { DEFINITIONS } from "../../app/queries/visits-sql.ts";
import { Unavailable } from "../../core/errors.ts";
import type { Answer, Metric, OriginFreshness, Problem, Question, Warning } from "../../core/question.ts";
import type { InstantMs } from "../../core/time.ts";
import { type AnswerCache, createAnswerCache } from "../../drivers/duckdb/answer-cache.ts";
import { type Engine, StatementStopped } from "../../drivers/duckdb/engine.ts";
import type { SliceDay, SliceStore } from "../../drivers/duckdb/slice-store.ts";
import type { Reading } from "./reading.ts";
import { type Slicing, sliceQuestion, sliceSource } from "./sliced.ts";

export type Answered = { kind: "answer"; answer: Answer } | { kind: "problem"; problem: Problem };

export type Answerer = {
  ask(project: string, sent: unknown, signal?: AbortSignal): Promise<Answered>;
  hitRate(): number | null;
  /** Of statements, since the start. */
  cacheCounts(): { asked: number; hits: number };
};

export type AnswererParts = {
  engine: Engine;
  reading: Reading;
  region: string;
  now: () => InstantMs;
  freshness: () => OriginFreshness[];
  slices: SliceStore;
};

/** A file may be merged away between planning and reading; each time there is a newer view. */
const TRIES_MAX = 4;
/** A question that took longer is worth keeping slices for. */
const SLOW_MS = 100;
/** How long a question that ran into its limit waits for slices before it tries again. */
const SLICES_WAIT_MS_MAX = 40_000;

export function createAnswerer(parts: AnswererParts): Answerer {
  const cache = createAnswerCache<Row[]>();
  const earliest = createAnswerCache<Row[]>();
  return {
    hitRate: cache.hitRate,
    cacheCounts: cache.counts,
    async ask(project, sent, signal) {
      const startedAt = performance.now();
      const validated = validate(sent);
      if (validated.kind === "problem") return validated;
      const run = new Run(parts, cache, project, signal);
      const { question } = validated;
      const now = parts.now();
      const first =
        question.range === "all" ? await new Run(parts, earliest, project, signal).earliest(question) : null;
      const planning = planQuestion(project, question, { now, earliest: first });
      if (planning.kind === "problem") return planning;
      const answer = await answerPlanned(parts, run, planning.planned, now);
      answer.meta.cost = { ms: Math.round(performance.now() - startedAt), files: run.files, cached: run.cached };
      return { kind: "answer", answer };
    },
  };
}

async function answerPlanned(parts: AnswererParts, run: Run, planned: Planned, now: InstantMs): Promise<Answer> {
  const { question } = planned;
  if (planned.events) {
    const ask = planned.events;
    const listed = shapeEvents(await run.rows(eventsWindow(ask), (source) => eventsSql(ask, source)), ask.limit);
    const last = listed.last as { time: number; origin: string; offset: number } | undefined;
    const after = last ? { time: last.time, origin: last.origin, offset: last.offset } : null;
    const next = listed.more ? writeCursor(question, { asOf: ask.asOf ?? now, skip: 0, after }) : null;
    return { kind: question.kind, rows: listed.rows, next, meta: metaOf(parts, run, planned, now, []) };
  }
  const ask = planned.ask as Aggregation;
  const aggregate = (one: Aggregation) => run.aggregate(one);
  const rows = await aggregate(ask);
  const only = ask.dimensions.length > 0 ? keysOf(ask, rows) : null;
  const compared = planned.compared ? await aggregate({ ...planned.compared, only }) : null;
  const shaped = shapeAggregation(planned, ask, rows, compared);
  const skip = ask.skip + (ask.limit ?? 0);
  const next = shaped.more ? writeCursor(question, { asOf: ask.asOf ?? now, skip, after: null }) : null;
  const meta = metaOf(parts, run, planned, now, shaped.warnings);
  return { kind: question.kind, rows: shaped.rows, ...(shaped.totals ? { totals: shaped.totals } : {}), next, meta };
}

function metaOf(parts: AnswererParts, run: Run, planned: Planned, now: InstantMs, warnings: Warning[]): Answer["meta"] {
  const iso = (instant: InstantMs): string => new Date(instant).toISOString();
  const freshness = parts.freshness();
  const asOf = dataAsOf(freshness, now);
  const { range, zone, grain, comparison } = planned;
  return {
    range: { from: iso(range.from), to: iso(range.to), tz: zone, ...(grain ? { grain } : {}) },
    ...(comparison ? { compare: { from: iso(comparison.counted.from), to: iso(comparison.counted.to) } } : {}),
    region: parts.region,
    dataAsOf: iso(asOf),
    sessionsFinalUntil: iso(sessionsFinalUntil(asOf)),
    freshness,
    definitions: DEFINITIONS,
    channelRules: CHANNEL_RULES,
    warnings: [...parts.reading.warnings(), ...lostWarnings(freshness), ...warnings],
    cost: { ms: 0, files: run.files, cached: run.cached },
    queryId: randomUUID(),
  };
}

function lostWarnings(freshness: OriginFreshness[]): Warning[] {
  return freshness.flatMap(({ region, lost, completeUntil }) => {
    if (!lost) return [];
    const until =
      completeUntil === null
        ? "Nothing it received is"
        : `What it received after ${new Date(completeUntil).toISOString()} is not`;
    return [{ code: "region-lost", text: `Region ${region} isn't heard of. ${until} in this answer.` }];
  });
}

/** The statements of one question. */
class Run {
  files = 0;
  cached = true;
  readonly #parts: AnswererParts;
  readonly #cache: AnswerCache<Row[]>;
  readonly #project: string;
  readonly #signal: AbortSignal | undefined;

  constructor(parts: AnswererParts, cache: AnswerCache<Row[]>, project: string, signal: AbortSignal | undefined) {
    this.#parts = parts;
    this.#cache = cache;
    this.#project = project;
    this.#signal = signal;
  }

  async earliest(question: Question): Promise<InstantMs | null> {
    const always = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER };
    const rows = await this.rows(always, (source) => earliestSql(this.#project, source, question.bots ?? false));
    return (rows[0]?.earliest as number | null | undefined) ?? null;
  }

  /** From kept slices where they spare much; what was slow for want of them is asked for, and waited for if need be. */
  async aggregate(ask: Aggregation): Promise<Row[]> {
    const slicing = this.#slicing(ask);
    const startedAt = performance.now();
    try {
      return await this.#aggregateOnce(ask, slicing);
    } catch (error) {
      const tooLong = error instanceof StatementStopped && error.because === "too-long";
      if (!tooLong || !slicing || slicing.missing.length === 0) throw error;
      this.#wantSlices(slicing.missing);
      await this.#slicesMade(error);
      return await this.#aggregateOnce(ask, this.#slicing(ask));
    } finally {
      if (slicing && slicing.missing.length > 0 && performance.now() - startedAt > SLOW_MS)
        this.#wantSlices(slicing.missing);
    }
  }

  #slicing(ask: Aggregation): Slicing | undefined {
    const { reading, slices, now } = this.#parts;
    const held = reading.hold();
    try {
      return sliceQuestion(ask, held, reading, slices, now());
    } finally {
      held.release();
    }
  }

  async #aggregateOnce(ask: Aggregation, slicing: Slicing | undefined): Promise<Row[]> {
    const kept = slicing?.worth ? await this.#sliced(ask, slicing) : undefined;
    return kept ?? (await this.rows(readWindow(ask), (source) => compile(ask, source)));
  }

  /** Throws the error where slices aren't made in time. */
  async #slicesMade(error: StatementStopped): Promise<void> {
    const enough = AbortSignal.timeout(SLICES_WAIT_MS_MAX);
    const given = AbortSignal.any(this.#signal ? [this.#signal, enough] : [enough]);
    await new Promise<void>((resolve, reject) => {
      if (given.aborted) reject(error);
      given.addEventListener("abort", () => reject(error), { once: true });
      this.#parts.slices.idle(this.#project).then(resolve, reject);
    });
  }

  /** undefined when the slices went away meanwhile. */
  async #sliced(ask: Aggregation, { kept, fresh }: Slicing): Promise<Row[] | undefined> {
    try {
      if (!fresh) return await this.#kept(ask, { kept, fresh: null });
      const statement = (source: Source): Sql => compileSliced(ask, { kept, fresh: { span: fresh, source } });
      return await this.rows(spanWindow(fresh), statement, 1);
    } catch (error) {
      if (error instanceof Unavailable || isAboutFile(error)) return undefined;
      throw error;
    }
  }

  /** Counting people is dear, so it is done for the groups that can be on the page: bounds tell which, exactly. */
  async #kept(ask: Aggregation, read: SlicesRead): Promise<Row[]> {
    const run = (one: Aggregation, among: Keys | null = null) => this.#once(compileSliced(one, read, among), "");
    const pageEnd = ask.skip + (ask.limit ?? 0) + 1;
    const tried = pageEnd + GROUPS_SPARE;
    if (!isBounded(ask) || tried >= BOUNDS_MAX) return run(ask);
    const bounds = await this.#once(compileBounds(ask, read), "");
    if (bounds.length <= tried) return run(ask);
    const among = (count: number): Keys =>
      bounds
        .slice(0, count)
        .map((row) => ask.dimensions.map((_, index) => (row[`k${index}`] ?? null) as string | null));
    // From the top, since the last group of the page decides what any other has to reach.
    const top = await run(ask.skip === 0 ? ask : { ...ask, skip: 0, limit: pageEnd - 1, totals: false }, among(tried));
    const listed = top.filter((row) => row.row === "row");
    const least = listed.length < pageEnd ? Number.NaN : Number(listed.at(-1)?.[ask.order[0]?.[0] as Metric]);
    const possible = bounds.findIndex((row) => Number(row.bound) < least);
    if (possible === -1) return run(ask);
    return possible <= tried && ask.skip === 0 ? top : run(ask, among(Math.max(possible, tried)));
  }

  #wantSlices(days: SliceDay[]): void {
    const { reading, slices } = this.#parts;
    slices.want(this.#project, days, sliceSource(reading, this.#project), "asked");
  }

  /** Equal statements over equal files and tail are run once. */
  async #once(query: Sql, tail: string): Promise<Row[]> {
    const { text, values } = render(query);
    const key = createHash("sha256")
      .update(JSON.stringify([text, values, tail]))
      .digest("base64");
    const { value, cached } = await this.#cache.get(key, this.#signal, (signal) =>
      this.#parts.engine.rows(query, signal),
    );
    this.cached &&= cached;
    return value;
  }

  async rows(window: Stretch, statement: (source: Source) => Sql, triesMax = TRIES_MAX): Promise<Row[]> {
    const { reading } = this.#parts;
    let failure: unknown;
    for (let tries = 0; tries < triesMax; tries += 1) {
      const held = reading.hold();
      try {
        const { source, keys } = planSource(held.view.plan, held.tail, this.#project, window, reading.path);
        const unfit = await reading.check(keys);
        if (unfit.length === 0) {
          this.files += keys.length;
          const query = statement(source);
          return await this.#once(query, source.tail ? held.tail.projectVersion(this.#project) : "");
        }
      } catch (error) {
        if (!isAboutFile(error)) throw error;
        failure = error;
      } finally {
        held.release();
      }
      await reading.renew();
    }
    throw new Unavailable("The lake's files changed while they were read, several times over.", { cause: failure });
  }
}

/** Groups that are looked at besides those that fill a page. */
const GROUPS_SPARE = 5;
const BOUNDED: readonly string[] = ["visitors", "visits", "pageviews", "events"] satisfies Metric[];

/** Whether the first of many groups are asked for, by a count. */
function isBounded(ask: Aggregation): boolean {
  const [metric, way] = ask.order[0] ?? [];
  const dear = ask.metrics.some((one) => one !== "pageviews" && one !== "events");
  const many = ask.dimensions.length > 0 && ask.limit !== null && !ask.only;
  return many && dear && way === "desc" && ask.metrics.includes(metric as Metric) && BOUNDED.includes(metric ?? "");
}

/** DuckDB's words for a file that went away or can't be read. */
function isAboutFile(error: unknown): boolean {
  return (
    error instanceof Error &&
    /No files found|Table with name|Cannot open file|Could not read|No such file|parquet|snappy|zstd|Thrift/i.test(
      error.message,
    )
  );
}
