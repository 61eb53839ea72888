import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { type ImportOptions, importFile } from "./import-file.ts";

/** A collector that keeps ids, answers 503 now and then, and refuses events named "bad". */
let server: Server;
let directory = "";
let received: Map<string, number>;
let failures = 0;
let acceptMax = Number.POSITIVE_INFINITY;

before(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (failures > 0 || received.size >= acceptMax) {
      failures -= 1;
      response.writeHead(503, { "retry-after": "0" }).end("{}");
      return;
    }
    const { batch } = JSON.parse(Buffer.concat(chunks).toString()) as {
      batch: { messageId: string; event?: string }[];
    };
    if (batch.some((one) => one.event === "huge")) {
      return void response.writeHead(413).end(JSON.stringify({ detail: "too many values" }));
    }
    const refused = batch.flatMap((one, index) =>
      one.event === "bad" ? [{ index, code: "bad", detail: "named bad" }] : [],
    );
    for (const one of batch)
      if (one.event !== "bad") received.set(one.messageId, (received.get(one.messageId) ?? 0) + 1);
    response.end(JSON.stringify({ success: true, accepted: batch.length - refused.length, refused }));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tandem-import-"));
  received = new Map();
  failures = 0;
  acceptMax = Number.POSITIVE_INFINITY;
});
after(() => server.close());

function options(file: string, change: Partial<ImportOptions> = {}): ImportOptions {
  return {
    file,
    target: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, writeKey: "k" },
    project: "web",
    format: "auto",
    stateDirectory: join(directory, "state"),
    signal: new AbortController().signal,
    onProgress: () => {},
    ...change,
  };
}

const logLine = (n: number) =>
  `192.0.2.${n % 250} - - [17/May/2015:10:05:${String(n % 60).padStart(2, "0")} +0000] "GET /p${n % 7} HTTP/1.1" 200 5 "-" "A"`;

test("every line arrives once, equal lines stay apart, and a second run sends nothing", async () => {
  const file = join(directory, "access.log");
  const lines = Array.from({ length: 1_300 }, (_, n) => logLine(n)).concat(logLine(1), logLine(1));
  await writeFile(file, `${lines.join("\n")}\n`);
  failures = 2;
  const first = await importFile(options(file));
  assert.deepEqual([first.lines, first.accepted, first.rejected, first.format], [1_302, 1_302, 0, "combined"]);
  assert.equal(received.size, 1_302);
  const second = await importFile(options(file));
  assert.deepEqual([second.accepted, second.passedOver], [0, 1_302]);
  await rm(join(directory, "state"), { recursive: true });
  await importFile(options(file));
  assert.equal(received.size, 1_302, "without the progress file the ids are the same");
});

test("an interrupted import goes on where it stopped, and a log that has grown sends only what is new", async () => {
  const file = join(directory, "events.log");
  const lines = Array.from({ length: 4_000 }, (_, n) => logLine(n));
  await writeFile(file, `${lines.join("\n")}\n`);
  const stopping = new AbortController();
  const onProgress = () => {
    if (received.size >= 1_000) stopping.abort(new Error("stopped by the test"));
  };
  await assert.rejects(importFile(options(file, { signal: stopping.signal, onProgress })));
  assert.ok(received.size < 4_000);
  const rest = await importFile(options(file));
  assert.equal(received.size, 4_000);
  assert.ok(rest.passedOver > 0, "progress was kept");
  await writeFile(file, `${[...lines, logLine(9_999)].join("\n")}\n`);
  const grown = await importFile(options(file));
  assert.deepEqual([grown.accepted, received.size], [1, 4_001]);
});

test("gzip is read as it is, and what is rejected is written with its line number and reason", async () => {
  const file = join(directory, "events.ndjson.gz");
  const events = [
    '{"type":"track","event":"a","userId":"u"}',
    "not json",
    '{"event":"bad","userId":"u"}',
    "",
    '["203.0.113.9", "2001:db8::17", "::ffff:203.0.113.9", "10:05:03", "Foo::bar"]',
    '{"event":"b","userId":"u","messageId":"mine"}',
  ];
  await writeFile(file, gzipSync(events.join("\n")));
  const summary = await importFile(options(file));
  assert.deepEqual([summary.accepted, summary.rejected, summary.format], [2, 3, "ndjson"]);
  assert.ok(received.has("mine"));
  const rejects = (await readFile(summary.rejectsFile ?? "", "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(rejects.map((one) => one.line).sort(), [2, 3, 5]);
  assert.ok(rejects.every((one) => one.reason.length > 0 && typeof one.text === "string"));
  assert.equal(
    rejects.find((one) => one.line === 5).text,
    '["(address)", "(address)", "(address)", "10:05:03", "Foo::bar"]',
    "a rejected line is kept without the addresses in it",
  );
});

test("a line that makes its batch too large is rejected alone", async () => {
  const file = join(directory, "huge.ndjson");
  const names = ["a", "b", "huge", "c", "d", "e", "f"];
  await writeFile(file, names.map((event) => JSON.stringify({ event, userId: "u" })).join("\n"));
  const summary = await importFile(options(file));
  assert.deepEqual([summary.accepted, summary.rejected], [6, 1]);
  const reject = JSON.parse(await readFile(summary.rejectsFile ?? "", "utf8"));
  assert.deepEqual([reject.line, reject.reason], [3, "too many values"]);
});

test("a file that is neither a log nor NDJSON, or no file at all, gets a sentence", async () => {
  const file = join(directory, "x.bin");
  await writeFile(file, "hello\nworld\n");
  await assert.rejects(importFile(options(file)), /neither like a combined access log nor like NDJSON/);
  await assert.rejects(importFile(options(join(directory, "none"))), /is not a file/);
});
