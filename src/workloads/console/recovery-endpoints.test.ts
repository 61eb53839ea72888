import assert from "node:assert/strict";
import { test } from "node:test";
import { Unavailable } from "../../core/errors.ts";
import type { RegionHeard } from "../../core/recovery-room.ts";
import type { RecoveryView } from "../../core/recovery-view.ts";
import { AT, consoleForTest, type TestConsole } from "./test-console.ts";

const START = { plan: "switch-over", to: "ap-south-2", reason: "kernel patch", seen: "v7" };
const OWN = "http://127.0.0.1:24617";
const accepted = () => Response.json({ kind: "accepted", run: "r-1", says: "It runs." }, { status: 202 });

function heard(region: string, run: string | null): RegionHeard {
  const view = { run: run === null ? null : { id: run }, question: null, history: [] } as unknown as RecoveryView;
  return { region, kind: "heard", heardAt: AT, view };
}

function roomWith(console: TestConsole, regions: RegionHeard[]): void {
  console.setRoom({ at: AT, from: "ap-south-1", regions, guard: { kind: "none", says: "", writers: [] } });
}

test("a plan is asked of the recoverer of the region that acts, with who, why and what was seen", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  console.answerWith(accepted);
  const taken = await me.post("/recovery/runs", { ...START, confirm: { checks: ["edge"] } });
  assert.deepEqual([taken.status, taken.body], [202, { region: "ap-south-2", run: "r-1", says: "It runs." }]);
  const [sent] = console.sent;
  assert.equal(sent?.linkKey, console.linkKey);
  assert.match(sent?.url ?? "", /\/commands$/);
  assert.ok(!sent?.url.startsWith(OWN), "the other region's recoverer is asked");
  assert.deepEqual(sent?.body, {
    kind: "start",
    plan: "switch-over",
    reason: "kernel patch",
    seen: "v7",
    confirm: { checks: ["edge"] },
    who: "olga (console of ap-south-1)",
  });
});

test("a passive region, and one that knows of no active one, take commands: it is there that a fail-over is asked for", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  for (const role of ["passive", "unknown"] as const) {
    console.setRole(role);
    console.answerWith(accepted);
    assert.equal((await me.post("/recovery/runs", { ...START, to: "ap-south-1" })).status, 202);
    assert.equal((await me.post("/recovery/pause", { forMs: 60_000, reason: "night" })).status, 200);
    assert.equal((await me.get("/recovery")).status, 200);
    assert.equal((await me.get("/evidence")).status, 200);
  }
  assert.ok(console.sent[0]?.url.startsWith(OWN));
});

test("without its database a region says who can help: the other console, and the command line", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  console.catalogue.session = () => Promise.reject(new Unavailable("No database."));
  for (const answer of [await me.get("/recovery"), await me.post("/recovery/runs", START)]) {
    assert.equal(answer.code, "catalogue-unavailable");
    assert.match(answer.body.detail, /tandem failover/);
    assert.match(answer.body.detail, /http:\/\/127\.0\.0\.1:24620/);
  }
  assert.deepEqual(console.sent, []);
});

test("a command needs the CSRF token and no foreign Origin, like any change", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  const start = (headers: Record<string, string>) => me.request("POST", "/recovery/runs", START, headers);
  assert.equal((await start({ "x-tandem-csrf": "" })).code, "forged-request");
  assert.equal((await start({ origin: "http://evil.example" })).code, "forged-request");
  assert.deepEqual(console.sent, []);
});

test("the engine's refusal comes back in its own words, and a silent recoverer with what else can be done", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  console.answerWith(() =>
    Response.json({ kind: "refused", because: "You looked at an older state." }, { status: 409 }),
  );
  const refused = await me.post("/recovery/runs", START);
  assert.deepEqual([refused.status, refused.code], [409, "recovery-refused"]);
  assert.equal(refused.body.detail, "You looked at an older state.");
  console.answerWith(() => {
    throw new TypeError("fetch failed");
  });
  const silent = await me.post("/recovery/runs", START);
  assert.equal(silent.code, "recovery-unavailable");
  assert.match(silent.body.detail, /isn't known.*tandem status/s);
});

test("a command without a reason, for a region that isn't there, or with a longer pause than four hours is refused here", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  const pointer = async (path: string, body: unknown) => (await me.post(path, body)).body.pointer;
  assert.equal(await pointer("/recovery/runs", { ...START, reason: "  " }), "/reason");
  assert.equal(await pointer("/recovery/runs", { ...START, to: "ap-south-9" }), "/to");
  assert.equal(await pointer("/recovery/runs", { ...START, plan: "erase" }), "/plan");
  assert.equal(await pointer("/recovery/runs/r-9/approve", { reason: "yes" }), "/seen");
  assert.equal(await pointer("/recovery/pause", { forMs: 4 * 3_600_000 + 1, reason: "holiday" }), "/forMs");
  assert.equal(await pointer("/drills", { scenario: "region-loss", confirm: "yes" }), "/confirm");
  assert.deepEqual(console.sent, []);
});

test("a request that is sent again with its Idempotency-Key is the same command to the recoverer", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  const other = console.confirming(await console.owner());
  console.answerWith(accepted);
  const ids: (string | undefined)[] = [];
  const send = async (caller: typeof me, key: string) => {
    await caller.request("POST", "/recovery/runs", START, { "idempotency-key": key });
    ids.push(console.sent.at(-1)?.idempotencyKey ?? undefined);
  };
  await send(me, "one");
  await send(me, "one");
  await send(me, "two");
  await send(other, "one");
  assert.equal(ids[0], ids[1]);
  assert.equal(new Set(ids).size, 3);
});

test("approving and stopping go to the region that has the run, and an unknown run says who couldn't be asked", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  console.answerWith(accepted);
  roomWith(console, [heard("ap-south-1", "r-9"), heard("ap-south-2", null)]);
  assert.equal((await me.post("/recovery/runs/r-9/stop", { reason: "wrong region" })).body.region, "ap-south-1");
  assert.ok(console.sent[0]?.url.startsWith(OWN));
  assert.equal((await me.post("/recovery/runs/r-8/approve", { reason: "yes", seen: "v7" })).code, "not-found");
  roomWith(console, [heard("ap-south-1", null), { region: "ap-south-2", kind: "silent", because: "", last: null }]);
  const unknown = await me.post("/recovery/runs/r-8/approve", { reason: "yes", seen: "v7" });
  assert.equal(unknown.code, "recovery-unavailable");
  assert.match(unknown.body.detail, /ap-south-2/);
});

test("a pause is told to both regions; one that is silent is named, and none at all is a problem", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  console.answerWith((url) => {
    if (!url.startsWith(OWN)) throw new TypeError("fetch failed");
    return accepted();
  });
  const { body } = await me.post("/recovery/pause", { forMs: 60_000, reason: "maintenance" });
  assert.deepEqual(
    body.regions.map(({ accepted }: { accepted: boolean }) => accepted),
    [true, false],
  );
  assert.deepEqual(
    console.sent.map(({ body }) => (body as { untilMs: number }).untilMs),
    [AT + 60_000, AT + 60_000],
  );
  console.answerWith(() => {
    throw new TypeError("fetch failed");
  });
  assert.equal((await me.post("/recovery/resume", { reason: "done" })).code, "recovery-unavailable");
});

test("evidence is shown and never run: a picture comes with a policy that forbids scripts", async () => {
  const console = await consoleForTest();
  const me = await console.analyst();
  const picture = await me.get("/evidence/region-loss-1/timeline.svg");
  assert.match(picture.headers.get("content-type") ?? "", /^image\/svg\+xml/);
  const policy = picture.headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /\bsandbox;/);
  assert.ok(!/allow-scripts|script-src/.test(policy));
  assert.equal((await me.get("/evidence/region-loss-1/history.ndjson.gz")).code, "not-found");
  assert.equal((await me.get("/evidence/region-loss-1/record.json")).status, 200);
});

test("a drill is started with who asked, and one that runs already is told as it is", async () => {
  const console = await consoleForTest();
  const me = console.confirming(await console.operator());
  const body = { scenario: "region-loss", confirm: "region-loss" };
  const running = { scenario: "region-loss", who: "olga", startedAt: AT, lines: [] };
  console.answerWith(() => Response.json(running, { status: 202 }));
  assert.deepEqual((await me.post("/drills", body)).body, running);
  assert.deepEqual(console.sent[0]?.body, { ...body, who: "olga (console of ap-south-1)" });
  console.answerWith(() => Response.json({ because: "The drill cycle is running." }, { status: 409 }));
  assert.match((await me.post("/drills", body)).body.detail, /cycle is running/);
  console.answerWith(() => {
    throw new TypeError("fetch failed");
  });
  assert.equal((await me.get("/drills")).code, "drills-unavailable");
});
