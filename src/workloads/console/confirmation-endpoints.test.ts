import assert from "node:assert/strict";
import { test } from "node:test";
import { Unavailable } from "../../core/errors.ts";
import { testAuthenticator } from "../../drivers/passkeys/test-authenticator.ts";
import { type Client, consoleForTest, PASSWORD, type TestConsole } from "./test-console.ts";

const START = { plan: "fail-over", to: "ap-south-1", reason: "it burns", seen: "v7" };
const DEED = { kind: "start", plan: "fail-over", to: "ap-south-1" };
const ADD = { kind: "add-passkey" };
const PLACE = { origin: "http://localhost:24600", host: "localhost" };
const AT_NAME = { host: "localhost:24600" };
const accepted = () => Response.json({ kind: "accepted", run: "r-1", says: "It runs." }, { status: 202 });

/** The person's browser, at a host name that may have passkeys. */
const atName = (me: Client): Client => {
  const request: Client["request"] = (method, path, body, headers) =>
    me.request(method, path, body, { ...AT_NAME, ...headers });
  return { request, get: (path) => request("GET", path), post: (path, body) => request("POST", path, body) };
};

async function byPassword(me: Client, deed: unknown, password = PASSWORD): Promise<string> {
  const confirmed = await me.post("/session/confirmation", { deed, password });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
  return confirmed.body.confirmation;
}

const start = (me: Client, confirmation: string, body: unknown = START) =>
  me.request("POST", "/recovery/runs", body, { "x-tandem-confirmation": confirmation });

/** A person who signed in with the password, and keeps a passkey of this authenticator. */
async function withPasskey(console: TestConsole) {
  await console.operator();
  const me = atName(console.as(await console.client({}).post("/session", { name: "olga", password: PASSWORD })));
  const authenticator = testAuthenticator();
  const confirmation = await byPassword(me, ADD);
  const { body: offer } = await me.post("/session/passkeys/challenge", {});
  const answer = authenticator.make(offer, PLACE);
  const added = await me.request(
    "POST",
    "/session/passkeys",
    { name: "laptop", answer },
    {
      "x-tandem-confirmation": confirmation,
    },
  );
  assert.equal(added.status, 201, JSON.stringify(added.body));
  return { me, authenticator, passkey: added.body };
}

test("a plan isn't started, and a question isn't answered, before the person has confirmed this one", async () => {
  const console = await consoleForTest();
  const me = await console.operator();
  console.answerWith(accepted);
  const bare = await me.post("/recovery/runs", START);
  assert.deepEqual([bare.status, bare.code], [403, "confirmation-needed"]);
  assert.match(bare.body.detail, /tandem failover/);
  assert.equal(
    (await me.post("/recovery/runs/r-9/approve", { reason: "yes", seen: "v7" })).code,
    "confirmation-needed",
  );
  const confirmation = await byPassword(me, DEED);
  assert.equal((await start(me, confirmation, { ...START, to: "ap-south-2" })).code, "confirmation-needed");
  assert.equal((await start(me, confirmation, { ...START, plan: "evict" })).code, "confirmation-needed");
  assert.equal((await start(await console.owner(), confirmation)).code, "confirmation-needed");
  assert.deepEqual(console.sent, []);
  assert.equal((await start(me, confirmation)).status, 202);
  console.clock.at += 120_000;
  assert.equal((await start(me, confirmation)).code, "confirmation-needed");
});

test("stopping, pausing and ending a pause need no confirmation: they are the careful side", async () => {
  const console = await consoleForTest();
  const me = await console.operator();
  console.answerWith(accepted);
  assert.equal((await me.post("/recovery/pause", { forMs: 60_000, reason: "night" })).status, 200);
  assert.equal((await me.post("/recovery/resume", { reason: "day" })).status, 200);
  assert.notEqual((await me.post("/recovery/runs/r-9/stop", { reason: "no" })).code, "confirmation-needed");
});

test("a confirmation is given in a passive region and where no region is active: nothing is written for it", async () => {
  const console = await consoleForTest();
  const { me, authenticator } = await withPasskey(console);
  const other = await console.owner();
  console.catalogue.failChangesWith(new Unavailable("It is a standby."));
  console.answerWith(accepted);
  for (const role of ["passive", "unknown"] as const) {
    console.setRole(role);
    assert.equal((await start(other, await byPassword(other, DEED))).status, 202);
    const { body: way } = await me.post("/session/confirmation/challenge", { deed: DEED });
    const passkey = authenticator.answer(way.question, PLACE);
    const confirmed = await me.post("/session/confirmation", { deed: DEED, passkey });
    assert.equal((await start(me, confirmed.body.confirmation)).status, 202);
  }
});

test("where the region's database can't be read, the command line is named", async () => {
  const console = await consoleForTest();
  const me = await console.operator();
  console.catalogue.session = () => Promise.reject(new Unavailable("No database."));
  const refused = await me.post("/session/confirmation/challenge", { deed: DEED });
  assert.equal(refused.code, "catalogue-unavailable");
  assert.match(refused.body.detail, /tandem failover/);
});

test("wrong passwords confirm nothing and are counted apart from sign-in's", async () => {
  const console = await consoleForTest();
  const me = await console.operator();
  const wrong = () => me.post("/session/confirmation", { deed: DEED, password: "something else" });
  for (let attempt = 0; attempt < 10; attempt += 1) assert.equal((await wrong()).code, "wrong-password");
  assert.equal((await wrong()).code, "too-many-tries");
  assert.equal((await me.post("/session", { name: "olga", password: PASSWORD })).status, 200);
  // Guesses at the door, by whoever: they keep nobody who is inside from acting.
  const owner = await console.owner();
  for (let attempt = 0; attempt < 12; attempt += 1) await owner.post("/session", { name: "owner", password: "guess" });
  await byPassword(owner, DEED);
});

test("who has a passkey for the address confirms with it: the password isn't enough there, and is elsewhere", async () => {
  const console = await consoleForTest();
  const { me, authenticator, passkey } = await withPasskey(console);
  console.answerWith(accepted);
  const { body: way } = await me.post("/session/confirmation/challenge", { deed: DEED });
  assert.deepEqual(way.question.passkeys, [{ id: passkey.id, transports: ["internal"] }]);
  const refused = await me.post("/session/confirmation", { deed: DEED, password: PASSWORD });
  assert.equal(refused.code, "confirmation-needed");
  const stranger = testAuthenticator().answer(way.question, PLACE);
  const answers = [
    stranger,
    { ...stranger, id: passkey.id },
    authenticator.answer(way.question, { origin: "http://localhost:1" }),
    authenticator.answer(way.question, { ...PLACE, verified: false }),
  ];
  for (const answer of answers) {
    assert.equal((await me.post("/session/confirmation", { deed: DEED, passkey: answer })).code, "passkey-refused");
  }
  // A question that was asked for something else.
  const other = { ...DEED, plan: "switch-over" };
  const answer = authenticator.answer(way.question, PLACE);
  assert.equal((await me.post("/session/confirmation", { deed: other, passkey: answer })).code, "passkey-refused");
  const confirmed = await me.post("/session/confirmation", { deed: DEED, passkey: answer });
  assert.equal((await start(me, confirmed.body.confirmation)).status, 202);
  const elsewhere = { host: "127.0.0.1:24600" };
  const there = await me.request("POST", "/session/confirmation/challenge", { deed: DEED }, elsewhere);
  assert.deepEqual([there.body.kind, /localhost/.test(there.body.says)], ["password", true]);
});

test("a session by a one-time link confirms with the password: a lost passkey can be removed that way", async () => {
  const console = await consoleForTest();
  const { me, passkey } = await withPasskey(console);
  const deed = { kind: "remove-passkey", passkey: passkey.id };
  const remove = (who: Client, confirmation: string) =>
    who.request("DELETE", `/session/passkeys/${passkey.id}`, undefined, { "x-tandem-confirmation": confirmation });
  assert.equal((await remove(me, await forged(me))).code, "confirmation-needed");
  const link = await console.internal("/internal/sign-in-link", { name: "olga" });
  const byLink = atName(
    console.as(await console.client({}).post("/session/link", { token: link.body.path.split("#")[1] })),
  );
  assert.equal((await remove(byLink, await byPassword(byLink, deed))).status, 200);
  assert.deepEqual((await me.get("/session/passkeys")).body, { passkeys: [], host: "localhost" });
  assert.equal((await me.post("/session/confirmation/challenge", { deed: DEED })).body.kind, "password");
});

/** Of another deed. */
async function forged(me: Client): Promise<string> {
  const elsewhere = { host: "127.0.0.1:24600" };
  const made = await me.request("POST", "/session/confirmation", { deed: DEED, password: PASSWORD }, elsewhere);
  return made.body.confirmation;
}

test("a passkey is kept only when it was confirmed, offered to this session, and at a host name", async () => {
  const console = await consoleForTest();
  await console.operator();
  const inside = console.as(await console.client({}).post("/session", { name: "olga", password: PASSWORD }));
  const me = atName(inside);
  assert.equal((await inside.post("/session/passkeys/challenge", {})).code, "passkey-refused");
  assert.equal((await inside.get("/session/passkeys")).body.host, null);
  const { body: offer } = await me.post("/session/passkeys/challenge", {});
  const answer = testAuthenticator().make(offer, PLACE);
  const add = (who: Client, confirmation: string) =>
    who.request("POST", "/session/passkeys", { name: "laptop", answer }, { "x-tandem-confirmation": confirmation });
  assert.equal((await add(me, "")).code, "confirmation-needed");
  const stranger = atName(await console.owner());
  assert.equal((await add(stranger, await byPassword(stranger, ADD))).code, "passkey-refused");
  const confirmation = await byPassword(me, ADD);
  console.setRole("passive");
  assert.equal((await add(me, confirmation)).code, "not-active");
  console.setRole("active");
  assert.equal((await add(me, confirmation)).status, 201);
  assert.match((await add(me, confirmation)).body.detail, /kept already/);
  const [row] = await console.catalogue.journal(1);
  assert.deepEqual([row?.what, JSON.stringify(row).includes("publicKey")], ["add a passkey", false]);
});

test("a passkey signs in at its host name, by what was asked for that and by nothing else", async () => {
  const console = await consoleForTest();
  const { me, authenticator } = await withPasskey(console);
  const visitor = atName(console.client({}));
  assert.equal((await console.client({}).post("/session/passkey/challenge", {})).code, "passkey-refused");
  const { body: question } = await visitor.post("/session/passkey/challenge", {});
  assert.deepEqual(question.passkeys, [], "a stranger is told of no passkey");
  const signIn = (passkey: unknown) => visitor.post("/session/passkey", { passkey });
  const { body: way } = await me.post("/session/confirmation/challenge", { deed: DEED });
  const answer = authenticator.answer(question, PLACE);
  for (const wrong of [
    authenticator.answer(way.question, PLACE),
    testAuthenticator().answer(question, PLACE),
    { ...testAuthenticator().answer(question, PLACE), id: answer.id },
    authenticator.answer(question, { ...PLACE, verified: false }),
  ]) {
    assert.equal((await signIn(wrong)).code, "passkey-refused");
  }
  assert.equal((await me.post("/session/confirmation", { deed: DEED, passkey: answer })).code, "passkey-refused");
  const signed = await signIn(answer);
  assert.deepEqual([signed.status, signed.body.user.name, signed.body.needsPassword], [200, "olga", false]);
  assert.equal((await console.as(signed).get("/projects")).status, 200);
  console.clock.at += 120_000;
  assert.equal((await signIn(answer)).code, "passkey-refused");
  console.setRole("passive");
  assert.equal((await signIn(answer)).code, "not-active");
});
