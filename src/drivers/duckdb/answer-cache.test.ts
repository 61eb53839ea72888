import assert from "node:assert/strict";
import { test } from "node:test";
import { createAnswerCache } from "./answer-cache.ts";

test("equal questions at the same time run once, later ones not at all", async () => {
  const cache = createAnswerCache<number>();
  let runs = 0;
  const make = async (): Promise<number> => {
    runs += 1;
    await new Promise(setImmediate);
    return 7;
  };
  const both = await Promise.all([cache.get("q", undefined, make), cache.get("q", undefined, make)]);
  assert.deepEqual(both, [
    { value: 7, cached: false },
    { value: 7, cached: true },
  ]);
  assert.deepEqual(await cache.get("q", undefined, make), { value: 7, cached: true });
  assert.equal(runs, 1);
});

test("a run is given up when the last who waits has gone, not before", async () => {
  const cache = createAnswerCache<number>();
  let given: AbortSignal | undefined;
  const make = (signal: AbortSignal): Promise<number> => {
    given = signal;
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("given up"))));
  };
  const [one, two] = [new AbortController(), new AbortController()];
  const ended = Promise.allSettled([cache.get("q", one.signal, make), cache.get("q", two.signal, make)]);
  one.abort();
  assert.equal(given?.aborted, false);
  two.abort();
  assert.equal(given?.aborted, true);
  assert.ok((await ended).every((result) => result.status === "rejected"));
  assert.deepEqual(await cache.get("q", undefined, async () => 1), { value: 1, cached: false });
});

test("the cache stays within its entries and bytes, and the least used goes first", async () => {
  const cache = createAnswerCache<string>({ entriesMax: 3, bytesMax: 400 });
  const get = async (key: string, size = 1) => (await cache.get(key, undefined, async () => "x".repeat(size))).cached;
  for (const key of ["a", "b", "c"]) await get(key);
  assert.equal(await get("a"), true);
  await get("d");
  assert.equal(await get("b"), false);
  assert.equal(await get("a"), true);
  assert.equal(await get("huge", 300), false);
  assert.equal(await get("huge", 300), false);
});
