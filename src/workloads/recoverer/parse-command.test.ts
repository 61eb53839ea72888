import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCommand } from "./parse-command.ts";

const by = { who: "olga", reason: "the drill" };

test("a command comes through with what it needs and nothing else", () => {
  const start = { kind: "start", plan: "fail-over", seen: "7-a", confirm: { lose: true, checks: ["in-step"] }, ...by };
  assert.deepEqual(parseCommand({ ...start, more: 1 }), start);
  assert.deepEqual(parseCommand({ kind: "stop", run: "r", ...by }), { kind: "stop", run: "r", ...by });
  const approve = { kind: "approve", run: "r", seen: "7-a", ...by };
  assert.deepEqual(parseCommand({ ...approve, more: 1 }), approve);
  assert.deepEqual(parseCommand({ kind: "pause-automatic", untilMs: 5, ...by }), {
    kind: "pause-automatic",
    untilMs: 5,
    ...by,
  });
});

test("a command without who, why, what or a known plan is told what is missing", () => {
  const wrong: [Record<string, unknown> | undefined, RegExp][] = [
    [undefined, /JSON object/],
    [{ kind: "stop", run: "r", reason: "x" }, /who/],
    [{ kind: "stop", run: "r", who: "x" }, /reason/],
    [{ kind: "stop", run: "r", who: "x", reason: "" }, /reason/],
    [{ kind: "stop", ...by }, /run/],
    [{ kind: "start", plan: "nothing", seen: "1", ...by }, /plan/],
    [{ kind: "start", plan: "fail-over", ...by }, /seen/],
    [{ kind: "approve", run: "r", ...by }, /seen/],
    [{ kind: "start", plan: "readmit", seen: "1", voter: 3, ...by }, /voter/],
    [{ kind: "pause-automatic", untilMs: "soon", ...by }, /untilMs/],
    [{ kind: "promote", ...by }, /kind/],
  ];
  for (const [command, fault] of wrong) {
    const parsed = parseCommand(command);
    assert.ok("fault" in parsed && fault.test(parsed.fault), JSON.stringify(command));
  }
});
