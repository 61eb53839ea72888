import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { compileSliced } from "../../app/queries/sliced-sql.ts";
import { SLICES_FORMAT } from "../../app/queries/slices-sql.ts";
import type { Source } from "../../app/queries/source-sql.ts";
import { createEventTable } from "../tail/tail-table.ts";
import { openEngine } from "./engine.ts";
import { stretchesOf } from "./slice-index.ts";
import { openSliceStore, type SliceDay, type SliceStore } from "./slice-store.ts";

const directory = mkdtempSync(join(tmpdir(), "tandem-slices-"));
after(() => rmSync(directory, { recursive: true, force: true }));

const DAY = "2026-11-03";
const from = Date.parse(`${DAY}T00:00:00Z`);
const source: Source = { clean: [], mixed: [], tail: { days: [DAY], covered: [] } };

/** Two projects, three pageviews of one visitor each. */
async function open(name: string, notices: string[] = [], bytesMax?: number) {
  const engine = await openEngine(join(directory, `${name}-scratch`));
  const connection = await engine.connect();
  await createEventTable(connection);
  await connection.run(`INSERT INTO tail (project, origin, "offset", message_id, type, time, day, received_at, device, visitor, non_interactive, path, props)
    SELECT 'p' || (i % 2), 'north-1~1-00000a', i, 'm' || i, 'page', TIMESTAMP '${DAY} 10:00' + to_minutes(i), DATE '${DAY}',
      TIMESTAMP '${DAY} 10:00', 'd', 'd', false, '/' || i, '{"plan":"pro"}' FROM range(6) r(i)`);
  const store = await openSliceStore(join(directory, name), engine, (event) => void notices.push(event), bytesMax);
  const close = async () => {
    await store.close();
    connection.closeSync();
    await engine.close();
  };
  const pageviews = async (project: string, cut: number): Promise<unknown> => {
    const range = { from, to: from + 86_400_000 };
    const ask = { project, range, metrics: ["pageviews" as const], dimensions: ["prop.plan" as const], buckets: null };
    const rest = {
      where: undefined,
      bots: false,
      order: [],
      limit: null,
      skip: 0,
      only: null,
      totals: false,
      asOf: null,
    };
    const read = { kept: store.slices(project, [cut]), fresh: null };
    return (await engine.rows(compileSliced({ ...ask, ...rest }, read)))[0]?.pageviews;
  };
  return { store, close, pageviews };
}

async function make(store: SliceStore, project: string, day: SliceDay): Promise<number> {
  store.want(project, [day], async () => source, "asked");
  await store.idle(project);
  return store.cut(project, day) as number;
}

test("what is kept is there after a restart, and a day whose sources changed is cut anew beside it", async () => {
  const before = await open("restart");
  const first = await make(before.store, "p0", { day: DAY, digest: "a" });
  assert.equal(await before.pageviews("p0", first), 3);
  await before.close();
  const later = await open("restart");
  assert.equal(later.store.cut("p0", { day: DAY, digest: "a" }), first);
  assert.equal(await later.pageviews("p0", first), 3);
  const second = await make(later.store, "p0", { day: DAY, digest: "b" });
  assert.notEqual(second, first);
  assert.equal(later.store.cut("p0", { day: DAY, digest: "a" }), undefined);
  assert.equal(await later.pageviews("p0", second), 3);
  await later.close();
});

test("a file that can't be read is made anew, and said so", async () => {
  const once = await open("spoilt");
  await make(once.store, "p0", { day: DAY, digest: "a" });
  await once.close();
  writeFileSync(join(directory, "spoilt", `${SLICES_FORMAT}.duckdb`), "not a database".repeat(1_000));
  const notices: string[] = [];
  const again = await open("spoilt", notices);
  assert.deepEqual(notices, ["slices-made-anew"]);
  assert.equal(again.store.cut("p0", { day: DAY, digest: "a" }), undefined);
  assert.equal(await again.pageviews("p0", await make(again.store, "p0", { day: DAY, digest: "a" })), 3);
  await again.close();
});

test("when the bytes are used up the project that was asked for longest ago goes, and can be made again", async () => {
  const notices: string[] = [];
  const { store, close, pageviews } = await open("bounded", notices, 0);
  await make(store, "p0", { day: DAY, digest: "a" });
  const other = await make(store, "p1", { day: DAY, digest: "a" });
  assert.deepEqual(notices, ["slices-dropped"]);
  assert.equal(store.cut("p0", { day: DAY, digest: "a" }), undefined);
  assert.equal(await pageviews("p1", other), 3);
  assert.equal(await pageviews("p0", await make(store, "p0", { day: DAY, digest: "a" })), 3);
  await close();
});

test("numbers become as few stretches as leave out what isn't wanted", () => {
  assert.deepEqual(stretchesOf([7, 2, 3, 9], new Set([1, 2, 3, 5, 7, 9])), [
    [2, 3],
    [7, 9],
  ]);
  assert.deepEqual(stretchesOf([], new Set([1])), []);
});
