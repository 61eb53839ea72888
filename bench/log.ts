// Group commit of the event log: durable appends against the same log with the fdatasync left out.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventLog } from "../src/app/log/port.ts";
import { type LogDisk, REAL_DISK } from "../src/drivers/log/disk.ts";
import { openEventLog } from "../src/drivers/log/event-log.ts";
import { openLogReader } from "../src/drivers/log/log-reader.ts";

const RUN_MS = 900;
const EVENT_BYTES = 330;
const BATCH_EVENTS = 100;
const BATCH_BYTES = 30_000;

const NO_SYNC: LogDisk = { ...REAL_DISK, datasync: async () => undefined };

const CASES = [
  { what: "one event, one at a time", waiting: 1, count: 1, bytes: EVENT_BYTES },
  { what: "one event, 64 waiting", waiting: 64, count: 1, bytes: EVENT_BYTES },
  { what: "batch of 100 (30 kB), 64 waiting", waiting: 64, count: BATCH_EVENTS, bytes: BATCH_BYTES },
];

export async function run(): Promise<{ name: string; rows: Record<string, string | number>[] }> {
  const rows: Record<string, string | number>[] = [];
  for (const { what, waiting, count, bytes } of CASES) {
    const durable = await measure(REAL_DISK, waiting, count, bytes);
    const control = await measure(NO_SYNC, waiting, count, bytes);
    rows.push({
      case: what,
      "appends/s": Math.round(durable.perSecond),
      "events/s": Math.round(durable.perSecond * count),
      "p50 ms": durable.p50.toFixed(2),
      "p99 ms": durable.p99.toFixed(2),
      "without fdatasync, appends/s": Math.round(control.perSecond),
      ratio: (durable.perSecond / control.perSecond).toFixed(2),
      "read back, MB/s": Math.round(durable.readMegabytesPerSecond),
    });
  }
  return { name: "log", rows };
}

async function measure(disk: LogDisk, waiting: number, count: number, bytes: number) {
  const directory = await mkdtemp(join(tmpdir(), "tandem-bench-log-"));
  const log = await openEventLog({ directory, region: "bench-1", onNotice: () => undefined, disk });
  try {
    const began = performance.now();
    const laps = await Promise.all(Array.from({ length: waiting }, () => append(log, began + RUN_MS, count, bytes)));
    const seconds = (performance.now() - began) / 1000;
    const all = laps.flat().sort((a, b) => a - b);
    const at = (share: number) => all[Math.floor(all.length * share)] ?? Number.NaN;
    const readMegabytesPerSecond = await read(join(directory, log.origin));
    return { perSecond: all.length / seconds, p50: at(0.5), p99: at(0.99), readMegabytesPerSecond };
  } finally {
    await log.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function append(log: EventLog, until: number, count: number, bytes: number): Promise<number[]> {
  const payload = [Buffer.alloc(bytes, "x")];
  const laps: number[] = [];
  for (let began = performance.now(); began < until; began = performance.now()) {
    const result = await log.append({ receivedAt: Date.now(), count, payload });
    if (result.kind === "refused") throw new Error(`The log refused: ${result.because}`);
    laps.push(performance.now() - began);
  }
  return laps;
}

async function read(directory: string): Promise<number> {
  const reader = await openLogReader(directory);
  const began = performance.now();
  let bytes = 0;
  for (let at = 0; ; ) {
    const found = await reader.read(at, 4 * 1024 * 1024);
    if (found.kind === "released" || found.next === at) break;
    for (const { payload } of found.records) bytes += payload.length;
    at = found.next;
  }
  await reader.close();
  return bytes / 1e6 / ((performance.now() - began) / 1000);
}
