import assert from "node:assert/strict";
import { test } from "node:test";
import { AUDIENCES, filled, MESSAGES, PHASES, PLACEHOLDERS, placeholdersIn } from "./communications.ts";

test("every placeholder of a template is one that is explained, and every one that is explained is used", () => {
  const used = new Set(MESSAGES.flatMap(({ subject, body }) => placeholdersIn(`${subject} ${body}`)));
  assert.deepEqual([...used].sort(), Object.keys(PLACEHOLDERS).sort());
});

test("in every phase the status page and the colleagues are told; every audience is told of the end", () => {
  for (const phase of PHASES) {
    const told = MESSAGES.filter((message) => message.phase === phase).map(({ audience }) => audience);
    assert.ok(told.includes("status page") && told.includes("internal"), phase);
    assert.equal(new Set(told).size, told.length, phase);
  }
  const restored = MESSAGES.filter(({ phase }) => phase === "restored").map(({ audience }) => audience);
  assert.deepEqual([...restored].sort(), [...AUDIENCES].sort());
});

test("a message that announces another one says when, and one to the public says since when", () => {
  for (const { audience, phase, subject, body } of MESSAGES) {
    const names = placeholdersIn(`${subject} ${body}`);
    if (audience === "status page") assert.ok(names.includes("start"), phase);
    if (phase === "detected" || phase === "failing over") assert.ok(names.includes("next"), `${phase}, ${audience}`);
  }
});

test("a text is filled in whole", () => {
  assert.equal(filled("Since {start}: {impact}.", { start: "03:04", impact: "slow" }), "Since 03:04: slow.");
  // @ts-expect-error a placeholder without a value doesn't compile
  assert.equal(filled("Since {start}.", {}), "Since {start}.");
});
