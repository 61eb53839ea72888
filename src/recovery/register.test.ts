import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  agreed,
  compareAndSet,
  initialRegister,
  parseRegister,
  type Register,
  roleOf,
  sameOwner,
  sameRegister,
  type Vote,
} from "./register.ts";

const registers: fc.Arbitrary<Register> = fc
  .tuple(
    fc.nat({ max: 3 }),
    fc.constantFrom("north", "south"),
    fc.constantFrom("", "run-1", "run-2"),
    fc.nat({ max: 3 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([epoch, holder, incarnation, beat, solo, wanted]) => ({
    format: 2,
    epoch,
    holder,
    incarnation,
    beat,
    marks: { solo, wanted },
  }));
const votes: fc.Arbitrary<Vote> = fc.oneof(
  registers.map((register): Vote => ({ kind: "register", register })),
  fc.constant<Vote>({ kind: "abstains", because: "away" }),
);
const vote = (epoch: number, holder: string, solo = false, incarnation = ""): Vote => ({
  kind: "register",
  register: { ...initialRegister(holder), epoch, incarnation, marks: { solo, wanted: false } },
});
const named = (epoch: number, holder: string, solo = false, incarnation = "") => ({ epoch, holder, incarnation, solo });
const silent: Vote = { kind: "abstains", because: "away" };

test("V4: two of three voters decide, at the highest epoch that two name", () => {
  const table: [Vote[], ReturnType<typeof agreed>][] = [
    [[vote(1, "north"), vote(1, "north"), vote(1, "north")], named(1, "north", false)],
    [[vote(1, "north"), silent, vote(1, "north")], named(1, "north", false)],
    [[vote(1, "north"), vote(2, "south"), vote(2, "south")], named(2, "south", false)],
    [[vote(2, "south"), vote(1, "north"), vote(1, "north")], named(1, "north", false)],
    [[vote(1, "north"), vote(1, "north", true), silent], named(1, "north", true)],
    [[vote(1, "north"), vote(1, "south"), silent], undefined],
    [[vote(1, "north", false, "run-1"), vote(1, "north", false, "run-2"), silent], undefined],
    [
      [vote(3, "north", false, "a"), vote(2, "north", true, "b"), vote(2, "north", false, "b")],
      named(2, "north", true, "b"),
    ],
    [[vote(1, "north"), silent, silent], undefined],
    [[silent, silent, silent], undefined],
  ];
  for (const [given, expected] of table) assert.deepEqual(agreed(given), expected, JSON.stringify(given));
});

test("two regions are never active by the same votes, and without a majority none is", () => {
  fc.assert(
    fc.property(fc.tuple(votes, votes, votes), (three) => {
      const active = ["north", "south"].filter((region) => roleOf(region, three) === "active");
      assert.ok(active.length <= 1);
      assert.equal(active.length, agreed(three) ? 1 : 0);
    }),
  );
});

test("the order in which voters answer decides nothing", () => {
  fc.assert(
    fc.property(fc.tuple(votes, votes, votes), ([a, b, c]) => {
      assert.deepEqual(agreed([a, b, c]), agreed([c, a, b]));
      assert.deepEqual(agreed([a, b, c]), agreed([b, a, c]));
    }),
  );
});

test("V2, V3: a register is replaced only by who has seen it, never moves backwards, and no epoch changes its owner", () => {
  fc.assert(
    fc.property(registers, registers, registers, (present, expected, next) => {
      const outcome = compareAndSet(present, expected, next);
      if (outcome.kind === "differs") return assert.deepEqual(outcome.present, present);
      assert.ok(sameRegister(present, expected));
      assert.deepEqual(outcome.register, next);
      assert.ok(next.epoch > present.epoch || (next.epoch === present.epoch && next.beat >= present.beat));
      assert.ok(next.epoch > present.epoch || sameOwner(next, present));
    }),
  );
});

test("V2: of several writers that saw the same register, one wins", () => {
  fc.assert(
    fc.property(registers, fc.array(registers, { minLength: 1, maxLength: 5 }), (seen, wanted) => {
      let present = seen;
      let winners = 0;
      for (const next of wanted.filter((one) => !sameRegister(one, seen))) {
        const outcome = compareAndSet(present, seen, next);
        if (outcome.kind !== "set") continue;
        winners += 1;
        present = outcome.register;
      }
      assert.ok(winners <= 1);
    }),
  );
});

test("a mark is set and cleared by compare-and-set within an epoch", () => {
  const plain = initialRegister("north");
  const solo = { ...plain, marks: { solo: true, wanted: false } };
  assert.equal(compareAndSet(plain, plain, solo).kind, "set");
  assert.equal(compareAndSet(solo, plain, plain).kind, "differs");
  assert.equal(compareAndSet(solo, solo, plain).kind, "set");
});

test("a register survives writing and reading; anything else is a reason, never a guess", () => {
  fc.assert(fc.property(registers, (one) => assert.deepEqual(parseRegister(JSON.parse(JSON.stringify(one))), one)));
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const parsed = parseRegister(value);
      assert.ok("because" in parsed || parsed.format === 2);
    }),
  );
  const newer = parseRegister({ ...initialRegister("north"), format: 3 });
  assert.ok("because" in newer && /format 3/.test(newer.because));
});

test("a register of format 1 is read as nobody's run", () => {
  const marks = { solo: true, wanted: false };
  const old = parseRegister({ format: 1, epoch: 4, holder: "north", beat: 0, marks });
  assert.deepEqual(old, { format: 2, epoch: 4, holder: "north", incarnation: "", beat: 0, marks });
});
