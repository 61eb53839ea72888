import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { judgeToken, parseToken, printToken, type Reached } from "./token.ts";

const reached = (position: bigint, epochs: [number, bigint][]): Reached => ({
  position,
  primary: false,
  epochs: epochs.map(([epoch, beganAt]) => ({ epoch, beganAt })),
  ageMs: 0,
});

test("a token survives writing and reading, and nothing else is one", () => {
  fc.assert(
    fc.property(fc.nat(), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (epoch, position) => {
      assert.deepEqual(parseToken(printToken({ epoch, position })), { epoch, position });
    }),
  );
  for (const wrong of ["", "1", "1.", "1.0", "-1.0/0", "1.0/0/0", "1.G/0", "1.0/123456789", "x.0/0", " 1.0/0"]) {
    assert.equal(parseToken(wrong), undefined, wrong);
  }
});

test("a change is visible once its epoch is heard of and its position is reached", () => {
  const token = { epoch: 3, position: 100n };
  assert.equal(judgeToken(token, reached(99n, [[3, 50n]])).kind, "wait");
  assert.equal(judgeToken(token, reached(100n, [[3, 50n]])).kind, "visible");
  // The old history may have passed that position, too.
  assert.equal(judgeToken(token, reached(500n, [[2, 10n]])).kind, "wait");
});

test("a change beyond the beginning of any newer epoch was lost, and is never awaited", () => {
  const token = { epoch: 3, position: 100n };
  assert.deepEqual(judgeToken(token, reached(40n, [[4, 99n]])), { kind: "lost", epoch: 4 });
  assert.equal(judgeToken(token, reached(200n, [[4, 100n]])).kind, "visible");
  assert.deepEqual(
    judgeToken(
      token,
      reached(999n, [
        [4, 100n],
        [6, 80n],
      ]),
    ),
    { kind: "lost", epoch: 6 },
  );
});

test("whatever is visible stays visible or is lost: no position makes a region wait again", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 200n), fc.bigInt(0n, 200n), fc.bigInt(0n, 200n), (position, at, more) => {
      const token = { epoch: 3, position };
      const before = judgeToken(token, reached(at, [[3, 0n]]));
      if (before.kind !== "visible") return;
      assert.equal(judgeToken(token, reached(at + more, [[3, 0n]])).kind, "visible");
      assert.notEqual(
        judgeToken(
          token,
          reached(at + more, [
            [3, 0n],
            [4, at],
          ]),
        ).kind,
        "wait",
      );
    }),
  );
});
