// Slices of past days, kept in a DuckDB file of their own and made in the background, a few days of one project at a time.
// A cache: it can be made again from the lake at any time, and a day whose sources changed is cut anew under another number.
// Bounded in bytes: the project that was asked for longest ago goes first.
//
// K1: a cut's rows and its entry are written in one transaction, and a cut never changes.
// K2: rows of a cut that another replaced stay until no question that planned with them can still run.

import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type DaySpan,
  KEPT,
  type KeptSlices,
  keepSql,
  keptSlicesSql,
  keptTables,
  SLICES_FORMAT,
} from "../../app/queries/slices-sql.ts";
import type { Source } from "../../app/queries/source-sql.ts";
import { render, type Sql, sql } from "../../app/queries/sql.ts";
import { addDays, type UtcDay } from "../../core/time.ts";
import { bindable } from "./bind.ts";
import type { Engine } from "./engine.ts";
import { createSliceIndex, type SliceIndex } from "./slice-index.ts";

/** `digest` stands for everything that decides the visits that begin on the day. */
export type SliceDay = { day: UtcDay; digest: string };
export type SliceSource = (span: DaySpan) => Promise<Source | undefined>;

export type SliceStore = {
  /** The number of what is kept of a day. */
  cut(project: string, day: SliceDay): number | undefined;
  slices(project: string, cuts: readonly number[]): KeptSlices;
  propertyKnown(project: string, name: string): boolean;
  /** Makes what is missing, newest first; `source` is asked for when its turn comes, and may say that things changed. */
  want(project: string, days: SliceDay[], source: SliceSource, urgency: "asked" | "ahead"): void;
  waiting(): number;
  /** When nothing of the project is waiting to be made; without a project, when nothing at all is. */
  idle(project?: string): Promise<void>;
  close(): Promise<void>;
};

/** Days that are cut in one statement: more would sort too much at once, fewer would read each day too often. */
const DAYS_AT_ONCE = 3;
const RUNS_WAITING_MAX = 10_000;
/** What nobody waits for lets running questions go first, but not for ever. */
const COURTESY_MS_MAX = 2_000;
const COURTESY_LOOK_MS = 20;
export const SLICES_BYTES_MAX = 4 * 1024 ** 3;
/** Longer than any question waits and runs. */
const REPLACED_KEPT_MS = 300_000;

type Run = { project: string; days: SliceDay[]; source: SliceSource; urgency: "asked" | "ahead" };

export async function openSliceStore(
  directory: string,
  engine: Engine,
  onNotice: (event: string, details: Record<string, unknown>) => void,
  bytesMax = SLICES_BYTES_MAX,
): Promise<SliceStore> {
  const connection = await engine.connect();
  const index = await openDatabase(directory, connection, onNotice);
  const runs: Run[] = [];
  const wanted = new Set<string>();
  const replaced = index.replaced.map((cut) => ({ ...cut, at: Number.NEGATIVE_INFINITY }));
  const listeners: { project: string | undefined; resolve: () => void }[] = [];
  let making: Run | undefined;
  let work = Promise.resolve();
  let closed = false;

  const nameOf = (project: string, { day, digest }: SliceDay): string => `${project} ${day} ${digest}`;
  const isWaiting = (project: string | undefined): boolean =>
    [...(making ? [making] : []), ...runs].some((run) => project === undefined || run.project === project);
  const next = async (): Promise<void> => {
    for (making = runs.shift(); making; making = runs.shift()) {
      const { project, days } = making;
      try {
        if (making.urgency === "ahead") await courtesy();
        if (!closed) await make(making);
      } catch (error) {
        await connection.run("ROLLBACK").catch(() => undefined);
        if (!closed)
          onNotice("slices-failed", { project, because: error instanceof Error ? error.message : String(error) });
      }
      for (const day of days) wanted.delete(nameOf(project, day));
      making = undefined;
      for (const one of listeners.splice(0)) {
        if (isWaiting(one.project)) listeners.push(one);
        else one.resolve();
      }
    }
  };
  const courtesy = async (): Promise<void> => {
    const end = performance.now() + COURTESY_MS_MAX;
    while (!closed && engine.load().running > 0 && performance.now() < end) await setTimeout(COURTESY_LOOK_MS);
  };
  const make = async ({ project, days, source }: Run): Promise<void> => {
    const span = { first: days[0]?.day as UtcDay, last: days.at(-1)?.day as UtcDay };
    const from = await source(span);
    if (!from) return;
    await run(connection, keptSlicesSql(project, span, from), "CREATE OR REPLACE TEMP TABLE built AS ");
    await run(connection, sql`BEGIN`);
    const written = index.draft(project);
    if (written.isNew) for (const text of keptTables(written.table)) await connection.run(text);
    const found = await connection.runAndReadAll(
      `SELECT "key", count(*) AS "count" FROM (SELECT unnest(json_keys("props")) AS "key" FROM built) GROUP BY "key" ORDER BY "count" DESC, "key"`,
    );
    written.learn(found.getRowObjectsJS().map((row) => String(row.key)));
    for (const one of days) {
      const cut = written.add(one);
      for (const statement of keepSql(written.table, cut, one.day, written.properties))
        await run(connection, statement);
    }
    await written.save(connection);
    await run(connection, sql`COMMIT`);
    for (const cut of written.publish()) replaced.push({ ...cut, at: performance.now() });
    await connection.run("DROP TABLE built");
    await purge();
    await shrink(project);
  };
  const purge = async (): Promise<void> => {
    while (replaced[0] && replaced[0].at + REPLACED_KEPT_MS < performance.now()) {
      const { table, cut } = replaced[0];
      for (const kind of ["events", "visits"])
        await connection.run(`DELETE FROM ${KEPT}."${kind}_${table}" WHERE "cut" = ${cut}`);
      await connection.run(`DELETE FROM ${KEPT}."cuts" WHERE "cut" = ${cut}`);
      index.forgetCut(cut);
      replaced.shift();
    }
  };
  const shrink = async (working: string): Promise<void> => {
    const size = await connection.runAndReadAll(
      `SELECT used_blocks * block_size AS "bytes" FROM pragma_database_size() WHERE database_name = '${KEPT}'`,
    );
    const bytes = Number(size.getRowObjectsJS()[0]?.bytes ?? 0);
    // What is only in the write-ahead log yet isn't counted: some megabytes.
    const victim = bytes >= bytesMax ? index.askedLongestAgo(working) : undefined;
    if (!victim) return;
    onNotice("slices-dropped", {
      project: victim.project,
      because: `kept slices take ${bytes} bytes, ${bytesMax} are allowed`,
    });
    index.forgetProject(victim.project);
    for (let at = replaced.length - 1; at >= 0; at -= 1)
      if (replaced[at]?.table === victim.table) replaced.splice(at, 1);
    for (const kind of ["events", "visits"]) await connection.run(`DROP TABLE ${KEPT}."${kind}_${victim.table}"`);
    for (const table of ["cuts", "properties", "projects"])
      await connection.run(`DELETE FROM ${KEPT}."${table}" WHERE "table" = ${victim.table}`);
    await connection.run(`CHECKPOINT ${KEPT}`);
  };
  return {
    cut: (project, day) => index.cut(project, day),
    slices: (project, cuts) => index.slices(project, cuts),
    propertyKnown: (project, name) => index.propertyKnown(project, name),
    want(project, days, source, urgency) {
      const missing = days.filter((day) => index.cut(project, day) === undefined && !wanted.has(nameOf(project, day)));
      const added = runsOf(missing).map((of): Run => ({ project, days: of, source, urgency }));
      if (closed || runs.length + added.length > RUNS_WAITING_MAX) return;
      for (const day of missing) wanted.add(nameOf(project, day));
      if (urgency === "asked") runs.unshift(...added);
      else runs.push(...added);
      work = work.then(next);
    },
    waiting: () => runs.length + (making ? 1 : 0),
    idle: (project) =>
      isWaiting(project) ? new Promise((resolve) => listeners.push({ project, resolve })) : Promise.resolve(),
    async close() {
      closed = true;
      connection.interrupt();
      await work;
      await connection.run(`CHECKPOINT ${KEPT}`).catch(() => undefined);
      connection.closeSync();
    },
  };
}

async function run(connection: DuckDBConnection, query: Sql, prefix = ""): Promise<void> {
  const { text, values } = render(query);
  const bound = bindable(values);
  await connection.run(`${prefix}${text}`, bound.values, bound.types);
}

/** A file of another format, or one that can't be read, is made anew. */
async function openDatabase(
  directory: string,
  connection: DuckDBConnection,
  onNotice: (event: string, details: Record<string, unknown>) => void,
): Promise<SliceIndex> {
  await mkdir(directory, { recursive: true });
  const name = `${SLICES_FORMAT}.duckdb`;
  for (const other of await readdir(directory))
    if (!other.startsWith(name)) await rm(join(directory, other), { force: true, recursive: true });
  const file = join(directory, name);
  const attach = async (): Promise<SliceIndex> => {
    await connection.run(`ATTACH '${file.replaceAll("'", "''")}' AS ${KEPT}`);
    return await createSliceIndex(connection);
  };
  try {
    return await attach();
  } catch (error) {
    onNotice("slices-made-anew", { because: error instanceof Error ? error.message : String(error) });
    await connection.run(`DETACH DATABASE IF EXISTS ${KEPT}`);
    for (const half of [file, `${file}.wal`]) await rm(half, { force: true });
    return await attach();
  }
}

/** Neighbouring days, a few at a time, the youngest first. */
function runsOf(days: SliceDay[]): SliceDay[][] {
  const runs: SliceDay[][] = [];
  for (const one of [...days].sort((a, b) => (a.day < b.day ? 1 : -1))) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (run && first && run.length < DAYS_AT_ONCE && addDays(one.day, 1) === first.day) run.unshift(one);
    else runs.push([one]);
  }
  return runs;
}
