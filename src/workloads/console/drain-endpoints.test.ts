import assert from "node:assert/strict";
import { test } from "node:test";
import { consoleForTest } from "./test-console.ts";

const DRAIN = { region: "ap-south-1", sharePercent: 25, forMs: 600_000, reason: "its disk is slow", seen: null };
const told = () => Response.json({ status: 200, says: "25 % go to ap-south-2.", drain: null, past: [] });

test("a drain is asked of the edge with who, why and what was seen, from a passive region too", async () => {
  const console = await consoleForTest();
  const me = await console.operator();
  console.setRole("passive");
  console.answerWith(told);
  const taken = await me.post("/recovery/drain", DRAIN);
  assert.deepEqual([taken.status, taken.body.says], [200, "25 % go to ap-south-2."]);
  const [sent] = console.sent;
  assert.equal(sent?.linkKey, console.linkKey);
  assert.match(sent?.url ?? "", /\/internal\/drain$/);
  const body = sent?.body as Record<string, unknown>;
  assert.match(String(body.who), /\(console of ap-south-1\)$/);
  assert.deepEqual([body.region, body.sharePercent, body.reason, body.seen], ["ap-south-1", 25, DRAIN.reason, null]);
});

test("the same request sent again is the same drain", async () => {
  const console = await consoleForTest();
  const me = await console.operator();
  console.answerWith(told);
  for (let times = 0; times < 2; times += 1) {
    await me.request("POST", "/recovery/drain", DRAIN, { "idempotency-key": "press-1" });
  }
  const ids = console.sent.map(({ body }) => (body as { id: string }).id);
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1]);
});

test("the edge's refusal comes back in its own words, and a silent edge with what else can be done", async () => {
  const console = await consoleForTest();
  const me = await console.operator();
  console.answerWith(() =>
    Response.json({ status: 409, because: "ap-south-2 can't take events now." }, { status: 409 }),
  );
  const refused = await me.post("/recovery/drain", DRAIN);
  assert.deepEqual([refused.code, refused.body.detail], ["recovery-refused", "ap-south-2 can't take events now."]);
  console.answerWith(() => {
    throw new TypeError("fetch failed");
  });
  const silent = await me.post("/recovery/drain/end", { reason: "well again" });
  assert.equal(silent.code, "recovery-unavailable");
  assert.match(silent.body.detail, /tandem drain/);
});

test("a drain without a reason, without a share or for longer than four hours never reaches the edge", async () => {
  const console = await consoleForTest();
  const me = await console.operator();
  const pointer = async (change: object) => (await me.post("/recovery/drain", { ...DRAIN, ...change })).body.pointer;
  assert.equal(await pointer({ reason: " " }), "/reason");
  assert.equal(await pointer({ sharePercent: 0 }), "/sharePercent");
  assert.equal(await pointer({ sharePercent: 101 }), "/sharePercent");
  assert.equal(await pointer({ forMs: 4 * 3_600_000 + 1 }), "/forMs");
  assert.deepEqual(console.sent, []);
});
