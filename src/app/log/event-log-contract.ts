// What every event log must do, whatever it is made of: registered as tests by each driver's own test file.

import type { OriginId } from "../../core/origin.ts";
import type { EventLog, LogReader, LogRecord } from "./port.ts";

export type ContractKit = {
  /** The test runner's. */
  test: (name: string, body: () => Promise<void>) => void;
  equal: (actual: unknown, expected: unknown, message?: string) => void;
};

export type LogUnderTest = {
  log: EventLog;
  /** Opens the reading side of an origin of this log; closed by the contract. */
  reader(origin: OriginId): Promise<LogReader>;
  /** Closes the log and opens it again on the same data. */
  reopen(): Promise<LogUnderTest>;
  /** Closes what is open and removes the data. */
  discard(): Promise<void>;
};

const READ_BYTES = 1024 * 1024;

export function eventLogContract({ test, equal }: ContractKit, open: () => Promise<LogUnderTest>): void {
  const on = (name: string, body: (under: LogUnderTest) => Promise<LogUnderTest | undefined>) =>
    test(name, async () => {
      let under = await open();
      try {
        under = (await body(under)) ?? under;
      } finally {
        await under.discard();
      }
    });

  on("offsets count events and follow each other in the order of the appends", async ({ log }) => {
    const results = await Promise.all([3, 1, 250].map((count) => log.append(record(count, [`${count} events`]))));
    equal(
      results.map((result) => (result.kind === "durable" ? result.offset : result.because)),
      [0, 3, 4],
    );
    equal(log.durableEnd(), 254);
    return undefined;
  });

  on("what was answered as durable is read back whole, from any offset within a record on", async ({ log, reader }) => {
    await Promise.all([
      log.append(record(2, ["a", "", "b"], 11)),
      log.append(record(3, ["c"], 12)),
      log.append(record(1, ["d"], 13)),
    ]);
    const reading = await reader(log.origin);
    for (const [offset, expected] of [
      [0, 0],
      [1, 0],
      [2, 1],
      [4, 1],
      [5, 2],
    ] as const) {
      const all = [shown(0, 2, 11, "ab"), shown(2, 3, 12, "c"), shown(5, 1, 13, "d")];
      equal(await allFrom(reading, offset), all.slice(expected), `from offset ${offset}`);
    }
    equal(await reading.bounds(), { from: 0, to: 6, sealed: false });
    await reading.close();
    return undefined;
  });

  on("a reader at the end finds what is appended later, and nothing before", async ({ log, reader }) => {
    const reading = await reader(log.origin);
    equal(await allFrom(reading, 0), []);
    await log.append(record(1, ["one"], 1));
    equal(await allFrom(reading, 0), [shown(0, 1, 1, "one")]);
    equal(await allFrom(reading, 1), []);
    await log.append(record(1, ["two"], 2));
    equal(await allFrom(reading, 1), [shown(1, 1, 2, "two")]);
    await reading.close();
    return undefined;
  });

  on("listeners hear of each durable end once it is durable, until they stop listening", async ({ log }) => {
    const heard: number[] = [];
    const stop = log.onDurable((end) => heard.push(end));
    await log.append(record(5, ["x"]));
    await log.append(record(2, ["y"]));
    stop();
    await log.append(record(1, ["z"]));
    equal(heard, [5, 7]);
    return undefined;
  });

  on("a record without events or without bytes is refused, with the reason", async ({ log }) => {
    for (const wrong of [record(0, ["x"]), record(1, []), record(1, [""]), record(1.5, ["x"])]) {
      const result = await log.append(wrong);
      equal(result.kind, "refused");
      equal(result.kind === "refused" && result.because.length > 10, true);
    }
    equal(log.durableEnd(), 0);
    return undefined;
  });

  on("a log that is closed refuses, and after a clean stop the same origin goes on", async (under) => {
    const { log } = under;
    await log.append(record(4, ["before"], 1));
    const again = await under.reopen();
    equal((await log.append(record(1, ["late"]))).kind, "refused");
    equal(again.log.origin, log.origin);
    equal(await again.log.append(record(1, ["after"], 2)), { kind: "durable", offset: 4 });
    const reading = await again.reader(log.origin);
    equal(await allFrom(reading, 0), [shown(0, 4, 1, "before"), shown(4, 1, 2, "after")]);
    await reading.close();
    return again;
  });
}

function record(count: number, texts: string[], receivedAt = 1_000) {
  return { receivedAt, count, payload: texts.map((text) => new TextEncoder().encode(text)) };
}

async function allFrom(reader: LogReader, offset: number): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let at = offset; ; ) {
    const read = await reader.read(at, READ_BYTES);
    if (read.kind === "released") throw new Error(`Offset ${at} was released; the log begins at ${read.first}.`);
    if (read.damage.length > 0) throw new Error(`Offset ${at} is damaged: ${read.damage[0]?.reason}`);
    found.push(...read.records.map(shownRecord));
    if (read.next === at) return found;
    at = read.next;
  }
}

function shownRecord({ offset, count, receivedAt, payload }: LogRecord) {
  return shown(offset, count, receivedAt, new TextDecoder().decode(payload));
}

function shown(offset: number, count: number, receivedAt: number, text: string) {
  return { offset, count, receivedAt, text };
}
