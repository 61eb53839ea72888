// What the operations room concludes, without a browser: a silent region is never believed, and no loss is called nothing
// because nobody could be asked.

import assert from "node:assert/strict";
import { checksOf, isRed, lossNow, lossWords, targetOf } from "../../web/src/regions/room.ts";
import type { Check } from "./checks.ts";
import { mockRoom } from "./mock-recovery.ts";

const AT = Date.UTC(2026, 10, 21, 12);

export const operationsPureChecks: Check[] = [
  {
    name: "the preconditions of a region that can't be heard are unknown, whatever it said before",
    run: () => {
      const room = mockRoom(AT, { silentTarget: true });
      const checks = checksOf(room, targetOf(room));
      assert.ok(checks.length > 0 && checks.every(isRed));
      assert.ok(checks.every((check) => (check.ageMs ?? 0) > 90_000));
    },
  },
  {
    name: "the loss is what someone who can be heard says, else unknown, and unknown is typed out",
    run: () => {
      assert.deepEqual(lossNow(mockRoom(AT, {})), { events: 0, ms: 0, solo: false });
      assert.deepEqual(lossNow(mockRoom(AT, { activeLost: true })), { events: 1_240, ms: 3_100, solo: true });
      const nobody = mockRoom(AT, { activeLost: true, silentTarget: true });
      assert.deepEqual(lossNow(nobody), { events: null, ms: null, solo: false });
      const plan = { kind: "fail-over", to: "b", title: "", budgetMs: 1, steps: [], warnings: [] } as const;
      const typed = (loss: Parameters<typeof lossWords>[0]) => lossWords(loss, { ...plan, steps: [], warnings: [] });
      assert.equal(typed(lossNow(nobody)), "LOSE UNKNOWN");
      assert.equal(typed({ events: 0, ms: 0, solo: true }), "LOSE CHANGES");
      assert.equal(typed({ events: 0, ms: 0, solo: false }), null);
    },
  },
];
