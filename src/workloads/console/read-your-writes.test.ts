import assert from "node:assert/strict";
import { test } from "node:test";
import { parseToken } from "../../app/catalogue/token.ts";
import { consoleForTest } from "./test-console.ts";

const project = { name: "Shop" };
const epochs = (...told: [number, bigint][]) => told.map(([epoch, beganAt]) => ({ epoch, beganAt }));

async function changed() {
  const console = await consoleForTest();
  const owner = await console.owner();
  const made = await owner.post("/projects", project);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const token = made.headers.get("tandem-token") ?? "";
  const read = (more: Record<string, string> = {}) =>
    owner.request("GET", `/projects/${made.body.id}`, undefined, { "tandem-token": token, ...more });
  return { console, owner, token, read };
}

test("each change is answered with a token, and a read with it sees the change", async () => {
  const { token, read } = await changed();
  assert.ok(parseToken(token));
  assert.equal((await read()).status, 200);
  assert.equal((await read({ "tandem-token": "nonsense" })).status, 400);
});

test("a replica that doesn't get there within the wait says so, and when to come back", async () => {
  const { console, read } = await changed();
  console.catalogue.showAs({ position: 0n, primary: false, epochs: [], ageMs: 10 });
  const answer = await read();
  assert.deepEqual([answer.status, answer.code], [503, "replica-behind"]);
  assert.equal(answer.headers.get("retry-after"), "1");
});

test("a replica that gets there while the request waits answers it, with the age of what it shows", async () => {
  const { console, token, read } = await changed();
  const { epoch = 0, position = 0n } = parseToken(token) ?? {};
  console.catalogue.showAs({ position: 0n, primary: false, epochs: epochs([epoch, 0n]), ageMs: 12 });
  const answer = read();
  setTimeout(() => console.catalogue.showAs({ position, primary: false, epochs: epochs([epoch, 0n]), ageMs: 12 }), 60);
  const { status, headers } = await answer;
  assert.deepEqual([status, headers.get("tandem-data-age-ms")], [200, "12"]);
});

test("a change that a newer epoch doesn't have is answered as lost, at once", async () => {
  const { console, token, read } = await changed();
  const { epoch = 0, position = 0n } = parseToken(token) ?? {};
  console.catalogue.showAs({ position: 99n, primary: true, epochs: epochs([epoch + 1, position - 1n]), ageMs: 0 });
  const beganMs = performance.now();
  const answer = await read();
  assert.deepEqual([answer.status, answer.code], [409, "write-lost-in-fail-over"]);
  assert.ok(performance.now() - beganMs < 500);
});

test("a copy older than the bound is shown only to those who accept it", async () => {
  const { console, owner } = await changed();
  console.catalogue.showAs({ position: 99n, primary: false, epochs: [], ageMs: 31_000 });
  const refused = await owner.get("/projects");
  assert.deepEqual([refused.status, refused.code], [503, "replica-stale"]);
  const accepted = await owner.request("GET", "/projects", undefined, { "tandem-accept-stale": "1" });
  assert.deepEqual([accepted.status, accepted.headers.get("tandem-data-age-ms")], [200, "31000"]);
});
