import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { monotonicMs } from "../../drivers/clock.ts";
import type { JournalEntry, RecovererEffect, RecovererEvent } from "../../recovery/run/protocol.ts";
import { type DriverParts, drive } from "./drive.ts";

const line: JournalEntry = { atMs: 1, at: 1, kind: "skipped", step: "warm", because: "the test says so" };
const journal = (entry: number): RecovererEffect => ({ kind: "journal", entry, run: "run-1", line });
const doing = (call: number, msMax: number): RecovererEffect => ({
  kind: "do",
  call,
  run: "run-1",
  step: "promote",
  action: "promote",
  epoch: 7,
  deadlineMs: monotonicMs() + msMax,
  with: { above: 6, solo: true, overSolo: false, why: "", from: "north", to: "south", incarnation: null, voter: null },
});

async function until(what: string, limitMs: number, holds: () => boolean): Promise<void> {
  const endAtMs = performance.now() + limitMs;
  while (!holds()) {
    assert.ok(performance.now() < endAtMs, `Not within ${limitMs} ms: ${what}`);
    await wait(5);
  }
}

/** A machine that does what the test says with each event, and keeps what came. */
async function driven(
  answers: (event: RecovererEvent) => RecovererEffect[],
  more: Partial<Omit<DriverParts<RecovererEvent[]>, "machine">> = {},
) {
  const driver = await drive<RecovererEvent[]>({
    machine: {
      first: [],
      step: (seen, event) => ({
        recoverer: [...seen, event],
        effects: answers(event),
        wakeAtMs: Number.POSITIVE_INFINITY,
      }),
    },
    observe: async () => ({ atMs: 0, at: 0, parts: {} }),
    hands: { act: async () => "done" },
    journals: { load: async () => [], append: async () => undefined },
    log: () => undefined,
    onEnded: () => undefined,
    ...more,
  });
  const seen = (kind: RecovererEvent["kind"]) => driver.state().filter((event) => event.kind === kind);
  return { driver, seen };
}

const atFirst =
  (...effects: RecovererEffect[]) =>
  (event: RecovererEvent) =>
    event.kind === "loaded" ? effects : [];

test("R6: a line that the disk refuses is tried until it is there, and only then the machine hears of it", async () => {
  let tries = 0;
  const append = async (): Promise<void> => {
    tries += 1;
    if (tries < 3) throw new Error("the disk is full");
  };
  const { driver, seen } = await driven(atFirst(journal(4)), { journals: { load: async () => [], append } });
  assert.deepEqual(seen("journalled"), []);
  await until("the line is there", 3_000, () => seen("journalled").length > 0);
  assert.deepEqual([seen("journalled"), tries], [[{ kind: "journalled", entry: 4 }], 3]);
  driver.stop();
});

test("a line that is asked for again while it is being written is written once", async () => {
  let written = 0;
  let go = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    go = resolve;
  });
  const append = async (): Promise<void> => {
    written += 1;
    await slow;
  };
  const { driver, seen } = await driven(atFirst(journal(4), journal(4)), {
    journals: { load: async () => [], append },
  });
  go();
  await until("the line is there", 1_000, () => seen("journalled").length > 0);
  assert.equal(written, 1);
  driver.stop();
});

test("an action that hangs is answered as failed at its deadline; one that can't ever succeed says so", async () => {
  const refused = Object.assign(new Error("there is nothing to promote"), { name: "Refused" });
  const acts = [() => new Promise<string>(() => undefined), () => Promise.reject(refused), async () => "promoted"];
  const act = () => (acts.shift() as () => Promise<string>)();
  const { driver, seen } = await driven(atFirst(doing(1, 60), doing(2, 5_000), doing(3, 5_000)), { hands: { act } });
  await until("all are answered", 2_000, () => seen("effect-failed").length + seen("effect-done").length === 3);
  assert.deepEqual(seen("effect-done"), [{ kind: "effect-done", call: 3, detail: "promoted" }]);
  const finals = seen("effect-failed").map((event) => event.kind === "effect-failed" && [event.call, event.final]);
  assert.deepEqual(finals, [
    [2, true],
    [1, false],
  ]);
  driver.stop();
});

test("a command is answered with what the machine says of it, also when two ask by the same name", async () => {
  const outcome = { kind: "accepted", run: "run-1", says: "It has begun." } as const;
  const answers = (event: RecovererEvent): RecovererEffect[] =>
    event.kind === "command" ? [{ kind: "answer", command: event.id, outcome }] : [];
  const { driver } = await driven(answers);
  const command = { kind: "stop", run: "run-1", who: "olga", reason: "the drill" } as const;
  assert.deepEqual(await Promise.all([driver.command("c", command), driver.command("c", command)]), [outcome, outcome]);
  driver.stop();
});
