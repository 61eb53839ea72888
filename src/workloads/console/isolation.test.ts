// Who may call what, for every route that the application has: a route without a decision here fails the test.
import assert from "node:assert/strict";
import { test } from "node:test";
import { API } from "./endpoint.ts";
import { type Answered, type Client, consoleForTest, type TestConsole } from "./test-console.ts";

/** Of one caller for one route: let through (whatever the answer then is), or the problem that keeps it out. */
type Decision =
  | "in"
  | "not-signed-in"
  | "not-allowed"
  | "other-project"
  | "password-needed"
  | "not-found"
  | "forged-request";

/** In this order: nobody, a read key of the project, one of another project, a new user without a password, and the roles. */
type Row = [
  nobody: Decision,
  own: Decision,
  other: Decision,
  newcomer: Decision,
  analyst: Decision,
  operator: Decision,
  owner: Decision,
];

const ANYONE: Row = ["in", "in", "in", "in", "in", "in", "in"];
const READER: Row = ["not-signed-in", "in", "other-project", "password-needed", "in", "in", "in"];
const SESSION: Row = ["not-signed-in", "not-allowed", "not-allowed", "password-needed", "in", "in", "in"];
const NEWCOMER: Row = ["not-signed-in", "not-allowed", "not-allowed", "in", "in", "in", "in"];
const OWNER: Row = [
  "not-signed-in",
  "not-allowed",
  "not-allowed",
  "password-needed",
  "not-allowed",
  "not-allowed",
  "in",
];
const OPERATOR: Row = ["not-signed-in", "not-allowed", "not-allowed", "password-needed", "not-allowed", "in", "in"];
const INSIDE: Row = ["not-found", "not-found", "not-found", "not-found", "not-found", "not-found", "not-found"];

const DECISIONS: Record<string, Row> = {
  "GET /healthz": ANYONE,
  "GET /healthz/active": ANYONE,
  "GET /internal/status": INSIDE,
  "POST /internal/sign-in-link": INSIDE,
  "GET /internal/projects": INSIDE,
  "POST /internal/projects": INSIDE,
  "GET /api/2026-11/session": NEWCOMER,
  "POST /api/2026-11/session": ANYONE,
  "POST /api/2026-11/session/link": ANYONE,
  "POST /api/2026-11/session/password": NEWCOMER,
  "POST /api/2026-11/session/passkey/challenge": ANYONE,
  "POST /api/2026-11/session/passkey": ANYONE,
  "DELETE /api/2026-11/session": NEWCOMER,
  "POST /api/2026-11/session/confirmation/challenge": SESSION,
  "POST /api/2026-11/session/confirmation": SESSION,
  "GET /api/2026-11/session/passkeys": SESSION,
  "POST /api/2026-11/session/passkeys/challenge": SESSION,
  "POST /api/2026-11/session/passkeys": SESSION,
  "DELETE /api/2026-11/session/passkeys/:passkey": SESSION,
  "GET /api/2026-11/projects": SESSION,
  "POST /api/2026-11/projects": OWNER,
  "GET /api/2026-11/projects/:project": SESSION,
  "PATCH /api/2026-11/projects/:project": OWNER,
  "POST /api/2026-11/projects/:project/keys": OWNER,
  "DELETE /api/2026-11/projects/:project/keys/:key": OWNER,
  "POST /api/2026-11/projects/:project/read-keys": OWNER,
  "DELETE /api/2026-11/projects/:project/read-keys/:key": OWNER,
  "POST /api/2026-11/projects/:project/query": READER,
  "GET /api/2026-11/projects/:project/query": READER,
  "GET /api/2026-11/projects/:project/trace/:message": READER,
  "GET /api/2026-11/projects/:project/values": READER,
  "GET /api/2026-11/regions": SESSION,
  "GET /api/2026-11/recovery": SESSION,
  "POST /api/2026-11/recovery/runs": OPERATOR,
  "GET /api/2026-11/recovery/runs/:run": SESSION,
  "POST /api/2026-11/recovery/runs/:run/approve": OPERATOR,
  "POST /api/2026-11/recovery/runs/:run/stop": OPERATOR,
  "POST /api/2026-11/recovery/pause": OPERATOR,
  "POST /api/2026-11/recovery/resume": OPERATOR,
  "GET /api/2026-11/recovery/tail": OPERATOR,
  "GET /api/2026-11/recovery/drain": SESSION,
  "POST /api/2026-11/recovery/drain": OPERATOR,
  "POST /api/2026-11/recovery/drain/end": OPERATOR,
  "GET /api/2026-11/drills": SESSION,
  "POST /api/2026-11/drills": OPERATOR,
  "GET /api/2026-11/evidence": SESSION,
  "GET /api/2026-11/evidence/:drill/:file": SESSION,
  "GET /api/2026-11/openapi.json": ANYONE,
  "GET /api/2026-11/reference": ANYONE,
  "GET /problems": ANYONE,
  "GET /problems/:code": ANYONE,
  // The built files: pages and code, no data.
  "GET /*": ANYONE,
};

const CALLERS = ["nobody", "own read key", "other project's read key", "newcomer", "analyst", "operator", "owner"];

test("every route of the application has a decision, and every decision has a route", async () => {
  const { app } = await consoleForTest();
  const routes = app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual([...new Set(routes)].sort(), Object.keys(DECISIONS).sort());
});

for (const [route, row] of Object.entries(DECISIONS)) {
  for (const [index, wanted] of row.entries()) {
    test(`${route} as ${CALLERS[index]}: ${wanted}`, async () => {
      const console = await consoleForTest();
      const caller = await callerNumber(index, console);
      const answer = await call(caller, route);
      const kept = ["not-signed-in", "not-allowed", "other-project", "password-needed", "forged-request"];
      const keptOut = kept.includes(answer.code) || (wanted === "not-found" && answer.code === "not-found");
      assert.equal(keptOut ? answer.code : "in", wanted);
      const isKeptOut = wanted !== "in";
      assert.equal(isKeptOut && console.sent.length > 0, false, "a question of a caller that was kept out was asked");
      if (isKeptOut) assert.ok(!JSON.stringify(answer.body).includes("My site"));
    });
  }
}

test("a read key can't reach another project by any spelling of its address", async () => {
  const console = await consoleForTest();
  const key = await readKey(console, "other");
  const spellings = [
    "web",
    "WEB",
    "%77eb",
    "web/",
    "other%2F..%2Fweb",
    "other/../web",
    "./web",
    "web%00",
    "other%2Fweb",
  ];
  for (const spelling of spellings) {
    for (const [method, rest] of [
      ["POST", "query"],
      ["GET", "query?q=e30"],
      ["GET", "trace/m"],
      ["GET", "values?dimension=event.page"],
    ] as const) {
      const answer = await key.request(
        method,
        `/projects/${spelling}/${rest}`,
        method === "POST" ? { kind: "totals" } : undefined,
      );
      assert.ok(answer.status >= 400, `${method} ${spelling}/${rest} was answered ${answer.status}`);
    }
  }
  assert.deepEqual(console.sent, []);
});

test("a body can't name another project", async () => {
  const console = await consoleForTest();
  const key = await readKey(console, "other");
  await key.post("/projects/other/query", { kind: "totals", project: "web", "../web": 1 });
  assert.ok(console.sent.every(({ url }) => url.endsWith("/query/other")));
});

test("a revoked read key is a stranger's", async () => {
  const console = await consoleForTest();
  const owner = await console.owner();
  const { id, secret } = (await owner.post("/projects/web/read-keys", { name: "r" })).body;
  const key = console.bearer(secret);
  assert.equal((await key.post("/projects/web/query", { kind: "totals" })).status, 200);
  await owner.request("DELETE", `/projects/web/read-keys/${id}`);
  assert.equal((await key.post("/projects/web/query", { kind: "totals" })).code, "not-signed-in");
});

test("a session's cookie adds nothing to a read key", async () => {
  const console = await consoleForTest();
  const owner = await console.owner();
  const { secret } = (await owner.post("/projects/web/read-keys", { name: "r" })).body;
  const both = await owner.request("GET", "/projects", undefined, { authorization: `Bearer ${secret}` });
  assert.equal(both.code, "not-allowed");
});

async function callerNumber(index: number, console: TestConsole): Promise<Client> {
  if (index === 0) return console;
  if (index === 1) return readKey(console, "web");
  if (index === 2) return readKey(console, "other");
  if (index === 4) return console.analyst();
  if (index === 5) return console.operator();
  if (index === 6) return console.owner();
  return console.as(await console.post("/session/link", { token: await console.signInToken() }));
}

/** Calls a client of the project: "web" is made with the console, others are made here. */
async function readKey(console: TestConsole, project: string): Promise<Client> {
  if (project !== "web") await console.internal("/internal/projects", { id: project, name: project });
  const owner = await console.owner();
  const made = await owner.post(`/projects/${project}/read-keys`, { name: "r" });
  return console.bearer(made.body.secret);
}

/** Of the project "web", with a body where the route takes one. */
function call(caller: Client, route: string): Promise<Answered> {
  const [method = "", pattern = ""] = route.split(" ");
  const path = pattern.replace(":project", "web").replace("/*", "/live").replace(/:\w+/, "some");
  const body = method === "POST" || method === "PATCH" ? { name: "a", kind: "totals" } : undefined;
  // Addresses outside the API go up from it.
  return path.startsWith(API)
    ? caller.request(method, path.slice(API.length), body)
    : caller.request(method, `/../..${path}`, body);
}
