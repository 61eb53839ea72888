import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { FAILURES_PER_ADDRESS_MAX, FAILURES_PER_NAME_MAX } from "../../app/catalogue/attempts.ts";
import { OutcomeUnknown } from "../../app/catalogue/port.ts";
import { IDEMPOTENCY_MS, SESSION_MS, SIGN_IN_LINK_MS } from "../../app/catalogue/rules.ts";
import { INGEST_PROBLEMS } from "../../app/events/problem.ts";
import { PROBLEM_CODES } from "../../app/problems.ts";
import { Unavailable } from "../../core/errors.ts";
import { API } from "./endpoint.ts";
import { PROBLEMS } from "./problem.ts";
import { AT, consoleForTest, PASSWORD, type TestConsole } from "./test-console.ts";

test("a one-time link signs in once, asks for a password before anything else, and then the password signs in", async () => {
  const console = await consoleForTest();
  const token = await console.signInToken();
  const signed = await console.post("/session/link", { token });
  assert.equal(signed.status, 200);
  assert.equal(signed.body.needsPassword, true);
  assert.match(signed.cookieText, /HttpOnly; SameSite=Lax$/);
  assert.match(signed.cookieText, new RegExp(`Max-Age=${SESSION_MS / 1000}; Path=/; `));
  assert.equal((await console.post("/session/link", { token })).code, "link-used-up");

  const me = console.as(signed);
  assert.equal((await me.get("/projects")).code, "password-needed");
  assert.equal((await me.post("/session/password", { password: "short" })).code, "bad-password");
  assert.equal((await me.post("/session/password", { password: PASSWORD })).status, 204);
  assert.equal((await me.get("/projects")).status, 200);

  const again = await console.post("/session", { name: "Owner", password: PASSWORD });
  assert.equal(again.status, 200);
  assert.equal((await console.as(again).get("/session")).body.needsPassword, false);
});

test("a link is refused after its hour, and a session after its 30 days", async () => {
  const console = await consoleForTest();
  const token = await console.signInToken();
  console.clock.at += SIGN_IN_LINK_MS;
  assert.equal((await console.post("/session/link", { token })).code, "link-used-up");
  const me = await console.owner();
  console.clock.at += SESSION_MS - 1;
  assert.equal((await me.get("/session")).status, 200);
  console.clock.at += 1;
  assert.equal((await me.get("/session")).code, "not-signed-in");
});

test("signing out ends the session on the server, not only in the browser", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  assert.equal((await me.request("DELETE", "/session")).status, 204);
  assert.equal((await me.get("/session")).code, "not-signed-in");
});

test("a password is changed with the present one only, and other sessions end", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  const other = console.as(await console.post("/session", { name: "owner", password: PASSWORD }));
  const next = "another four long words";
  assert.equal((await other.post("/session/password", { password: next })).code, "wrong-password");
  assert.equal((await other.post("/session/password", { password: next, current: PASSWORD })).status, 204);
  assert.equal((await me.get("/session")).code, "not-signed-in");
  assert.equal((await console.post("/session", { name: "owner", password: PASSWORD })).code, "wrong-password");
});

test("wrong names and wrong passwords are answered alike, and after some tries one has to wait", async () => {
  const console = await consoleForTest();
  await console.owner();
  const wrong = await console.post("/session", { name: "owner", password: "not this one" });
  const nobody = await console.post("/session", { name: "nobody", password: "not this one" });
  assert.deepEqual(wrong.body, nobody.body);
  assert.equal(wrong.status, 401);
  // A database finds a name in spellings that JavaScript tells apart (its lower case of "İ" is "i"): they are one user's tries.
  const { userByName } = console.catalogue;
  console.catalogue.userByName = (name) => userByName(name.replace("Ø", "o"));
  for (let tried = 1; tried < FAILURES_PER_NAME_MAX; tried += 1) {
    await console.post("/session", { name: tried % 2 === 0 ? "owner" : "Øwner", password: "not this one" });
  }
  const limited = await console.post("/session", { name: "OWNER", password: PASSWORD });
  assert.equal(limited.code, "too-many-tries");
  assert.ok(Number(limited.headers.get("retry-after")) > 0);
  console.clock.at += 15 * 60_000;
  assert.equal((await console.post("/session", { name: "owner", password: PASSWORD })).status, 200);
});

test("a change needs the CSRF token and no foreign Origin", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  const create = (headers: Record<string, string>) => me.request("POST", "/projects", { name: "Shop" }, headers);
  assert.equal((await create({ "x-tandem-csrf": "" })).code, "forged-request");
  assert.equal((await create({ "x-tandem-csrf": "x".repeat(43) })).code, "forged-request");
  assert.equal((await create({ origin: "http://evil.example" })).code, "forged-request");
  assert.equal((await create({ origin: "null" })).code, "forged-request");
  assert.equal((await create({ "sec-fetch-site": "cross-site" })).code, "forged-request");
  assert.equal((await create({ "content-type": "text/plain" })).code, "not-json");
  assert.equal((await create({ origin: "http://127.0.0.1:24600" })).status, 201);
  const foreign = { origin: "http://evil.example" };
  assert.equal(
    (await console.request("POST", "/session", { name: "a", password: "b" }, foreign)).code,
    "forged-request",
  );
});

test("what a proxy says about the host is believed only with the link key", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  const forwarded = { "x-forwarded-host": "stats.example", "x-forwarded-proto": "https" };
  const lied = await me.request("GET", "/session", undefined, forwarded);
  assert.equal(lied.body.collectUrl, "http://127.0.0.1:24600");
  const told = await me.request("GET", "/session", undefined, { ...forwarded, "x-tandem-link": console.linkKey });
  assert.equal(told.body.collectUrl, "https://stats.example");
  const token = await console.signInToken();
  const headers = { ...forwarded, "x-tandem-link": console.linkKey, origin: "https://stats.example" };
  const signed = await console.request("POST", "/session/link", { token }, headers);
  assert.match(signed.cookieText, /Secure/);
});

test("a passive region reads and checks sessions, and refuses changes with the active region's name", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  console.setRole("passive");
  const session = await me.get("/session");
  assert.deepEqual([session.status, session.body.writable], [200, false]);
  assert.equal((await me.get("/projects")).status, 200);
  const refused = await me.post("/projects", { name: "Shop" });
  assert.deepEqual([refused.status, refused.code, refused.body.active], [503, "not-active", "ap-south-2"]);
  assert.ok(refused.headers.has("retry-after"));
  assert.equal((await console.post("/session", { name: "owner", password: "x" })).code, "not-active");
  console.setRole("unknown");
  assert.equal((await me.post("/projects", { name: "Shop" })).code, "not-active");
});

test("a commit of unknown outcome is told as unknown, and an unreachable catalogue as unavailable", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  console.catalogue.failChangesWith(new OutcomeUnknown("Nobody knows."));
  assert.deepEqual(statusAndCode(await me.post("/projects", { name: "Shop" })), [503, "outcome-unknown"]);
  console.catalogue.failChangesWith(new Unavailable("No database."));
  assert.deepEqual(statusAndCode(await me.post("/projects", { name: "Shop" })), [503, "catalogue-unavailable"]);
  console.catalogue.failChangesWith(new TypeError("a fault with a secret"));
  const fault = await me.post("/projects", { name: "Shop" });
  assert.deepEqual(statusAndCode(fault), [500, "internal"]);
  assert.ok(!JSON.stringify(fault.body).includes("secret"));
});

test("the same Idempotency-Key with the same body is answered again, a read key's secret included; with another it is a conflict", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  const headers = { "idempotency-key": "one" };
  const create = (name: string) => me.request("POST", "/projects", { name }, headers);
  const [first, again, other] = [await create("Shop"), await create("Shop"), await create("Other")];
  assert.equal(first.status, 201);
  assert.deepEqual(again.body, first.body);
  assert.equal(other.code, "idempotency-conflict");
  assert.equal((await console.catalogue.projects()).length, 2);

  const path = `/projects/${first.body.id}/read-keys`;
  const add = () => me.request("POST", path, { name: "Reports" }, { "idempotency-key": "two" });
  const [key, same] = [await add(), await add()];
  assert.deepEqual(same.body, key.body);
  const asked = await console.bearer(key.body.secret).post(`/projects/${first.body.id}/query`, { kind: "totals" });
  assert.equal(asked.status, 200);
  const different = await me.request("POST", path, { name: "Reports" }, { "idempotency-key": "three" });
  assert.notEqual(different.body.secret, key.body.secret);
});

test("an Idempotency-Key works for a project of any name, and gives no link or secret twice that isn't kept", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  await console.internal("/internal/projects", { id: "session", name: "session" });
  const headers = { "idempotency-key": "one" };
  const add = () => me.request("POST", "/projects/session/keys", { name: "Once" }, headers);
  assert.deepEqual((await add()).body, (await add()).body);
  assert.equal((await console.catalogue.project("session"))?.keys.length, 2);

  const link = () => console.internal("/internal/sign-in-link", {}, { "x-tandem-link": console.linkKey, ...headers });
  for (const made of [await link(), await link()]) {
    const token = made.body.path.split("#")[1];
    assert.equal((await console.post("/session/link", { token })).status, 200, "each link signs in");
  }

  const read = () => me.request("POST", "/projects/session/read-keys", { name: "Reports" }, headers);
  const other = { "idempotency-key": "two" };
  const readAgain = () => me.request("POST", "/projects/session/read-keys", { name: "Reports" }, other);
  assert.equal((await read()).code, "idempotency-conflict", "the key was used for a write key");
  assert.equal((await readAgain()).status, 201);
  console.clock.at += IDEMPOTENCY_MS + 1;
  assert.equal((await readAgain()).code, "idempotency-conflict", "its answer is forgotten, its secret is taken");
});

test("a new project never gets the id, or the answer, of one that another request makes at the same moment", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  const made = await Promise.all(
    ["a", "b", "c"].map((key) => me.request("POST", "/projects", { name: "Shop" }, { "idempotency-key": key })),
  );
  assert.deepEqual(
    made.map(({ status }) => status),
    [201, 201, 201],
  );
  assert.equal(new Set(made.map(({ body }) => body.id)).size, 3);
});

test("nothing is named by the character U+0000: a path with it is answered 404, whatever the database thinks of it", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  for (const [method, path, body] of [
    ["GET", "/projects/a%00b", undefined],
    ["PATCH", "/projects/a%00b", { name: "x" }],
    ["DELETE", "/projects/web/keys/a%00b", undefined],
    ["POST", "/projects/a%00b/query", { kind: "totals" }],
    ["GET", "/projects/web/trace/a%00b", undefined],
  ] as const) {
    assert.equal((await me.request(method, path, body)).code, "not-found", `${method} ${path}`);
  }
  assert.deepEqual(console.sent, []);
});

test("who has one password gains no tries at those of others", async () => {
  const console = await consoleForTest();
  await console.owner();
  const sign = (name: string, password: string) => console.post("/session", { name, password });
  for (let tried = 0; tried < FAILURES_PER_ADDRESS_MAX; tried += 1) {
    assert.equal((await sign(`user ${tried}`, "wrong")).code, "wrong-password");
    if (tried === 20) assert.equal((await sign("owner", PASSWORD)).status, 200);
  }
  assert.equal((await sign("one more", "wrong")).code, "too-many-tries");
});

test("an unknown member is refused with its pointer and the nearest valid name", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  const refused = await me.request("PATCH", "/projects/web", { timezone: "UTC" });
  assert.deepEqual([refused.status, refused.code, refused.body.pointer], [400, "bad-request", "/timezone"]);
  assert.match(refused.body.detail, /timeZone/);
  const zone = await me.request("PATCH", "/projects/web", { timeZone: "Mars/Olympus" });
  assert.deepEqual([zone.status, zone.body.pointer], [400, "/timeZone"]);
  assert.equal((await me.request("PATCH", "/projects/web", "{")).code, "bad-request");
  assert.equal((await me.request("PATCH", "/projects/web", { name: "x".repeat(70_000) })).code, "too-large");
  assert.equal((await me.request("PATCH", "/projects/web", { __proto__: null, name: "Fine" })).status, 200);
});

test("projects and keys are made, changed and revoked", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  const one = (await me.post("/projects", { name: "Böök Shop", timeZone: "Asia/Kolkata" })).body;
  assert.deepEqual(
    [one.id, one.timeZone, one.acknowledgement, one.keys.length],
    ["book-shop", "Asia/Kolkata", "region", 1],
  );
  assert.notEqual((await me.post("/projects", { name: "book shop" })).body.id, one.id);
  assert.equal(
    (await me.request("PATCH", `/projects/${one.id}`, { acknowledgement: "pair" })).body.acknowledgement,
    "pair",
  );
  const key = (await me.post(`/projects/${one.id}/keys`, { name: "App" })).body;
  assert.match(key.key, /^wk_[\w-]{24}$/);
  assert.equal((await me.request("DELETE", `/projects/${one.id}/keys/${key.key}`)).body.revokedAt, AT);
  assert.equal((await me.request("DELETE", `/projects/${one.id}/keys/none`)).status, 404);
  assert.equal((await me.get("/projects/none")).status, 404);
  const [row] = await console.catalogue.journal(1);
  assert.match(row?.who ?? "", /^user:/);
  assert.equal(row?.epoch, 3);
});

test("an analyst reads and asks, and changes nothing", async () => {
  const console = await consoleForTest();
  await console.owner();
  const analyst = await console.analyst();
  assert.equal((await analyst.get("/projects")).status, 200);
  assert.equal((await analyst.post("/projects/web/query", { kind: "totals" })).status, 200);
  assert.equal((await analyst.post("/projects", { name: "Shop" })).code, "not-allowed");
  assert.equal((await analyst.request("PATCH", "/projects/web", { name: "Mine" })).code, "not-allowed");
});

test("a question goes to this region's query process with the project's time zone, and its problems come back as they are", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  await me.request("PATCH", "/projects/web", { timeZone: "Asia/Kolkata" });
  await me.post("/projects/web/query", { kind: "totals", range: "7d" });
  await me.post("/projects/web/query", { kind: "totals", tz: "UTC" });
  const q = Buffer.from(JSON.stringify({ kind: "live" })).toString("base64url");
  await me.get(`/projects/web/query?q=${q}`);
  const sent = console.sent.map(({ url, body }) => ({ url, body }));
  const url = "http://127.0.0.1:24612/query/web";
  assert.deepEqual(sent, [
    { url, body: { tz: "Asia/Kolkata", kind: "totals", range: "7d" } },
    { url, body: { tz: "UTC", kind: "totals" } },
    { url, body: { tz: "Asia/Kolkata", kind: "live" } },
  ]);
  assert.equal(console.sent[0]?.linkKey, console.linkKey);
  const problem = { type: "/problems/too-busy", title: "Busy", status: 429, detail: "Wait." };
  console.answerWith(() =>
    Response.json(problem, {
      status: 429,
      headers: { "retry-after": "3", "content-type": "application/problem+json" },
    }),
  );
  const refused = await me.post("/projects/web/query", { kind: "totals" });
  assert.deepEqual([refused.status, refused.body, refused.headers.get("retry-after")], [429, problem, "3"]);
  console.answerWith(() => {
    throw new TypeError("fetch failed");
  });
  assert.equal((await me.post("/projects/web/query", { kind: "totals" })).code, "answers-unavailable");
  assert.equal((await me.get("/projects/web/query?q=%%%")).code, "bad-request");
});

test("values complete a filter by a question, and an unknown dimension is told the nearest", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  console.answerWith(() =>
    Response.json({
      kind: "breakdown",
      rows: [
        { "event.page": "/a", visitors: 3 },
        { "event.page": null, visitors: 1 },
      ],
    }),
  );
  const found = await me.get("/projects/web/values?dimension=event.page&search=a");
  assert.deepEqual(found.body, { values: [{ value: "/a", visitors: 3 }] });
  const [question] = console.sent;
  assert.deepEqual(question?.body, {
    tz: "UTC",
    kind: "breakdown",
    range: "28d+today",
    metrics: ["visitors"],
    by: ["event.page"],
    limit: 20,
    where: { field: "event.page", op: "contains", value: ["a"] },
  });
  assert.match((await me.get("/projects/web/values?dimension=event.pag")).body.detail, /event\.page/);
});

test("a trace joins what both regions know, in order, and a silent peer doesn't hold it back", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  const step = (name: string, region: string, at: number) => ({ step: name, region, at, detail: "" });
  console.answerWith((url) => {
    const here = url.includes(":24612/");
    const steps = here
      ? [step("stored", "ap-south-1", 30), step("received", "ap-south-1", 10)]
      : [step("mirrored", "ap-south-2", 20), step("received", "ap-south-1", 10)];
    return Response.json({ messageId: "m/1", project: "web", steps });
  });
  const both = await me.get("/projects/web/trace/m%2F1");
  assert.deepEqual(
    both.body.steps.map((one: { step: string }) => one.step),
    ["received", "mirrored", "stored"],
  );
  assert.ok(console.sent.every(({ url }) => url.endsWith("/trace/web/m%2F1")));
  console.answerWith((url) => {
    if (url.includes(":24622/")) throw new TypeError("fetch failed");
    return Response.json({ messageId: "m", project: "web", steps: [step("received", "ap-south-1", 10)] });
  });
  assert.equal((await me.get("/projects/web/trace/m")).body.steps.length, 1);
});

test("health follows role and database", async () => {
  const console = await consoleForTest();
  const ask = async (path: string) => (await console.plain(path)).status;
  assert.deepEqual([await ask("/healthz"), await ask("/healthz/active")], [200, 200]);
  console.catalogue.failChangesWith(new Unavailable("No database."));
  assert.deepEqual([await ask("/healthz"), await ask("/healthz/active")], [200, 503]);
  console.catalogue.failChangesWith(undefined);
  console.setRole("passive");
  assert.deepEqual([await ask("/healthz"), await ask("/healthz/active")], [200, 503]);
  console.setRole("active");
  console.setMayWrite({ ok: false, because: "the lease has run out" });
  assert.deepEqual([await ask("/healthz"), await ask("/healthz/active")], [200, 503]);
});

test("R1: a change begins under a lease that is held and open, or not at all, and carries that lease's epoch", async () => {
  const console = await consoleForTest();
  const me = await console.owner();
  console.setMayWrite({ ok: true, epoch: 7 });
  assert.equal((await me.post("/projects", { name: "Shop" })).status, 201);
  assert.equal((await console.catalogue.journal(1))[0]?.epoch, 7);
  console.setMayWrite({ ok: false, because: "ap-south-1 holds epoch 8 and isn't open for writes yet" });
  const refused = await me.post("/projects", { name: "Another" });
  assert.deepEqual([refused.status, refused.code], [503, "not-active"]);
  assert.match(refused.body.detail, /isn't open for writes yet/);
  assert.equal((await console.catalogue.journal(1))[0]?.epoch, 7);
});

test("internal addresses exist for the installation's own processes only, and never for what the edge forwards", async () => {
  const console = await consoleForTest();
  const ask = async (headers: Record<string, string>) =>
    (await console.internal("/internal/sign-in-link", {}, headers)).status;
  assert.equal(await ask({ "x-tandem-link": console.linkKey }), 201);
  assert.equal(await ask({}), 404);
  assert.equal(await ask({ "x-tandem-link": randomBytes(32).toString("hex") }), 404);
  assert.equal(await ask({ "x-tandem-link": console.linkKey, "x-forwarded-host": "127.0.0.1:24600" }), 404);
  assert.equal(await ask({ "x-tandem-link": console.linkKey, "x-tandem-client-address": "10.0.0.1" }), 404);
});

test("an internal project is made once for its id", async () => {
  const console = await consoleForTest();
  const make = () =>
    console.internal("/internal/projects", { id: "demo", name: "Demo", demo: true, timeZone: "Asia/Kolkata" });
  const [first, second] = [await make(), await make()];
  assert.equal(first.body.demo, true);
  assert.deepEqual(second.body, first.body);
});

test("the OpenAPI document names every address of the API with its answers, and the page shows it without scripts", async () => {
  const console = await consoleForTest();
  const document = (await console.get("/openapi.json")).body;
  const listed = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
  );
  const served = routesOf(console).filter((route) => route.includes(API));
  assert.deepEqual(listed.sort(), served.sort());
  assert.equal(document.openapi, "3.1.0");
  assert.ok(document.components.schemas.Question.properties.kind);
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, path]) => path ?? "");
  const lost = references.filter((path) => !(path.replace("#/components/schemas/", "") in document.components.schemas));
  assert.deepEqual(lost, []);
  const page = await console.plain(`${API}/reference`);
  const html = await page.text();
  assert.match(html, /idempotency-key/);
  assert.ok(!/<script/i.test(html));
  assert.match(page.headers.get("content-security-policy") ?? "", /style-src 'sha256-/);
});

test("the type of every problem is an address that says what it means, with the statuses that are really sent", async () => {
  const console = await consoleForTest();
  const list = await (await console.plain("/problems")).text();
  for (const code of Object.keys(PROBLEM_CODES)) {
    const page = await console.plain(`/problems/${code}`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), new RegExp(`<h1>${code}</h1>`));
    assert.ok(list.includes(`href="/problems/${code}"`));
  }
  assert.equal((await console.plain("/problems/constructor")).status, 404);
  const statusesOf = (code: string): readonly number[] => PROBLEM_CODES[code as keyof typeof PROBLEM_CODES].status;
  for (const [code, [status]] of Object.entries(PROBLEMS)) assert.ok(statusesOf(code).includes(status), code);
  for (const [code, { status }] of Object.entries(INGEST_PROBLEMS)) assert.ok(statusesOf(code).includes(status), code);
});

test("an address with a method it doesn't know tells which it knows", async () => {
  const console = await consoleForTest();
  const refused = await console.request("PUT", "/projects");
  assert.deepEqual([refused.status, refused.headers.get("allow")], [405, "GET, POST"]);
  assert.equal((await console.get("/nothing")).status, 404);
});

function routesOf(console: TestConsole): string[] {
  const routes = console.app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(routes)];
}

function statusAndCode(answer: { status: number; code: string }): [number, string] {
  return [answer.status, answer.code];
}
