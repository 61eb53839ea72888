import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { encodeIngestRecord } from "../../app/events/ingest-record.ts";
import { footerFacts, lakeKey } from "../../app/lake/lake-object.ts";
import type { EventLog } from "../../app/log/port.ts";
import { type Installation, portsFrom, type RegionLayout } from "../../core/installation.ts";
import type { Answer, Problem } from "../../core/question.ts";
import type { Trace } from "../../core/resources.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";
import { openBucket } from "../../drivers/lake/bucket.ts";
import { digestOfFile } from "../../drivers/lake/digest.ts";
import { structLiteral } from "../../drivers/lake/lake-database.ts";
import { openEventLog } from "../../drivers/log/event-log.ts";
import { createEventTable } from "../../drivers/tail/tail-table.ts";
import { unheardTelemetry } from "../../drivers/telemetry/telemetry.ts";
import type { RunningWorkload } from "../context.ts";
import { start } from "./start.ts";

const directory = mkdtempSync(join(tmpdir(), "tandem-query-"));
const linkKey = "k".repeat(64);
const VISIBLE_MS_MAX = 2_000;

let log: EventLog;
let running: RunningWorkload;
let url = "";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

function layout(name: string, port: number): RegionLayout {
  const ports = { ...portsFrom(20_000).regions[0], query: port, mirror: 1 };
  const place = join(directory, name);
  return { name, configured: "primary", directory: place, postgresDirectory: join(place, "postgres"), ports };
}

before(async () => {
  const region = layout("north-1", await freePort());
  const peer = layout("south-1", 1);
  const installation: Installation = {
    format: 1,
    directory,
    edgePort: 20_000,
    witness: { directory: join(directory, "witness"), port: 20_001 },
    regions: [region, peer],
    linkKeyFile: join(directory, "link.key"),
  };
  log = await openEventLog({
    directory: join(region.directory, "log", "own"),
    region: region.name,
    onNotice: () => {},
  });
  running = await start({ installation, region, peer, linkKey, log: () => {}, telemetry: unheardTelemetry() });
  url = `http://127.0.0.1:${region.ports.query}`;
});

after(async () => {
  await running.stop();
  await log.close();
  rmSync(directory, { recursive: true, force: true });
});

let sent = 0;
async function accept(project: string, body: Record<string, unknown>, receivedAt = Date.now()): Promise<void> {
  sent += 1;
  const header = { v: 1, project, kind: "batch", receivedAt, requestId: `r${sent}` } as const;
  const payload = encodeIngestRecord(header, new TextEncoder().encode(JSON.stringify({ batch: [body] })));
  const result = await log.append({ receivedAt, count: 1, payload });
  assert.equal(result.kind, "durable");
}

async function ask<T = Answer>(project: string, question: unknown, status = 200): Promise<T> {
  const response = await fetch(`${url}/query/${project}`, {
    method: "POST",
    headers: linkHeaders(linkKey),
    body: JSON.stringify(question),
  });
  const body = (await response.json()) as T;
  assert.equal(response.status, status, JSON.stringify(body));
  return body;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + VISIBLE_MS_MAX;
  while (!(await holds())) assert.ok(performance.now() < end, `not within ${VISIBLE_MS_MAX} ms`);
}

const page = (messageId: string, path: string) => ({ type: "page", messageId, anonymousId: "a", properties: { path } });
const today = { kind: "totals", range: "today", metrics: ["visitors", "visits", "pageviews", "bounce_rate"] };

test("an event that is in the log is in answers within two seconds, and counts once however often it is sent", async () => {
  await accept("shop", page("m1", "/a"));
  await accept("shop", page("m1", "/a"));
  await accept("shop", page("m2", "/b"));
  await until(async () => (await ask("shop", today)).rows[0]?.pageviews === 2);
  const { rows, meta } = await ask("shop", today);
  assert.deepEqual(rows, [{ visitors: 1, visits: 1, pageviews: 2, bounce_rate: 0 }]);
  assert.equal(meta.freshness.length, 1);
  assert.equal(meta.freshness[0]?.lost, false);
});

test("one project's questions never see another project's events", async () => {
  await accept("other", page("x1", "/secret"));
  await until(async () => (await ask("other", today)).rows[0]?.pageviews === 1);
  const { rows } = await ask("shop", { kind: "breakdown", range: "today", by: ["event.page"] });
  assert.deepEqual(rows.map((row) => row["event.page"]).sort(), ["/a", "/b"]);
  const events = await ask("shop", { kind: "events", range: "today" });
  assert.deepEqual(events.rows.map((row) => row.message_id).sort(), ["m1", "m2"]);
});

test("a repeated question is answered from what was computed before", async () => {
  const question = { ...today, where: { field: "event.page", op: "is", value: ["/a"] } };
  assert.equal((await ask("shop", question)).meta.cost.cached, false);
  assert.equal((await ask("shop", question)).meta.cost.cached, true);
});

test("a wrong question is a problem that names the member and the nearest valid name", async () => {
  const problem = await ask<Problem>("shop", { kind: "totals", metrics: ["visitor"] }, 400);
  assert.equal(problem.pointer, "/metrics/0");
  assert.match(problem.detail, /Did you mean "visitors"/);
  const pattern = { kind: "totals", where: { field: "event.page", op: "matches", value: ["("] } };
  assert.equal((await ask<Problem>("shop", pattern, 400)).pointer, "/where");
});

test("nothing but health is told without the link key", async () => {
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  for (const path of ["/internal/status", "/trace/shop/m1"]) assert.equal((await fetch(`${url}${path}`)).status, 401);
  assert.equal((await fetch(`${url}/query/shop`, { method: "POST", body: "{}" })).status, 401);
});

test("a trace tells where an event was received and that its repeat isn't counted", async () => {
  const response = await fetch(`${url}/trace/shop/m1`, { headers: linkHeaders(linkKey) });
  const { steps } = (await response.json()) as Trace;
  assert.deepEqual(
    steps.map(({ step }) => step),
    ["received", "received", "counted"],
  );
  assert.match(steps.at(-1)?.detail ?? "", /counted once, from the open tail.*1 more with the same id not counted/);
});

test("a damaged file is set aside and the answer says so; a file merged away is no error", async () => {
  const bucket = await openBucket(join(directory, "north-1", "bucket"));
  const day = "2026-11-01";
  const origin = "south-1~1-00000b";
  const question = { ...today, range: { from: day, to: "2026-11-02" } };
  const writeObject = async (from: number, spoil: boolean): Promise<string> => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await createEventTable(connection, "old");
    const columns = `project, origin, "offset", message_id, type, time, day, received_at, device, visitor, non_interactive`;
    const values = `'shop', '${origin}', ${from}, 'old-${from}', 'page', TIMESTAMP '${day} 10:00', DATE '${day}', TIMESTAMP '${day} 10:00', 'd', 'd', false`;
    await connection.run(`INSERT INTO old (${columns}) VALUES (${values})`);
    const time = Date.parse(`${day}T10:00:00Z`);
    const facts = footerFacts([{ origin, from, to: from + 1, parts: 1 }], { first: time, last: time });
    const file = join(directory, `${from}.parquet`);
    await connection.run(`COPY old TO '${file}' (FORMAT parquet, KV_METADATA ${structLiteral(facts)})`);
    connection.closeSync();
    const cover = { origin, from, to: from + 1 };
    const digest = spoil ? "0".repeat(16) : await digestOfFile(file);
    const key = lakeKey({ kind: "raw", day, cover, epoch: 0, part: { index: 1, of: 1 }, digest });
    await bucket.put(key, { file });
    return key;
  };
  const whole = await writeObject(0, false);
  const spoilt = await writeObject(1, true);
  // Either file may be noticed first; in the end one counts and the other is named.
  await until(async () => {
    const { rows, meta } = await ask("shop", question);
    return rows[0]?.pageviews === 1 && meta.warnings.some(({ code }) => code === "files-unusable");
  });
  assert.equal(await bucket.has(spoilt), false);
  await bucket.remove(whole);
  assert.equal((await ask("shop", { ...question, metrics: ["pageviews", "events"] })).rows[0]?.events, 0);
});

test("a list of events goes on where its page ended, without what came later", async () => {
  const question = { kind: "events", range: "today", limit: 1 };
  const first = await ask("shop", question);
  await accept("shop", page("m3", "/late"));
  await until(async () => (await ask("shop", today)).rows[0]?.pageviews === 3);
  const second = await ask("shop", { ...question, cursor: first.next });
  assert.equal(second.next, null);
  assert.deepEqual([...first.rows, ...second.rows].map((row) => row.message_id).sort(), ["m1", "m2"]);
});
