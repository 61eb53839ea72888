// The writing side of a region's log. An append is answered once its bytes are on disk: what comes in while a write and its
// fdatasync are under way goes together into the next one, back to back, with no timer in between.

import { join } from "node:path";
import { encodeFrameHeader, FRAME_HEADER_BYTES, PAYLOAD_BYTES_MAX } from "../../app/log/frame.ts";
import type { AppendResult, EventLog } from "../../app/log/port.ts";
import type { OriginId, RegionName } from "../../core/origin.ts";
import { type Beginning, beginOrContinue } from "./begin-origin.ts";
import { crc32, DISK_FLOOR, type DiskFloor, type LogDisk, REAL_DISK, tooFull } from "./disk.ts";
import { makeDirectory } from "./durable-file.ts";
import { writeCleanStop } from "./origins.ts";
import { SEGMENT_BYTES_MAX, SegmentFile } from "./segment-file.ts";
import { lockForWriting } from "./writer-lock.ts";

/** Waiting for the disk, written or not; beyond it, appends are refused. */
const IN_FLIGHT_BYTES_MAX = 64 * 1024 * 1024;
/** One write; a larger one would make those behind it wait too long. */
const WRITE_BYTES_MAX = 16 * 1024 * 1024;
const SPACE_CHECK_EVERY_MS = 1_000;

export type EventLogOptions = {
  /** …/log/own */
  directory: string;
  region: RegionName;
  /** One sentence for each thing that an operator should know: a torn tail, a full disk, that it goes on again. */
  onNotice: (notice: string) => void;
  /** How long one write with its fdatasync took. */
  onCommit?: (tookMs: number) => void;
  floor?: DiskFloor;
  disk?: LogDisk;
  segmentBytesMax?: number;
  /** How often a log that refuses looks whether it can go on. */
  retryEveryMs?: number;
  /** How often the disk's free space is looked at while events come in. */
  spaceCheckEveryMs?: number;
};

export async function openEventLog(options: EventLogOptions): Promise<EventLog> {
  await makeDirectory(options.directory);
  const unlock = await lockForWriting(options.directory, "the event log");
  try {
    const beginning = await beginOrContinue(
      options.directory,
      options.region,
      options.onNotice,
      options.disk ?? REAL_DISK,
    );
    const log = new SegmentLog(options, beginning, unlock);
    await log.checkSpace();
    return log;
  } catch (error) {
    await unlock();
    throw error;
  }
}

type Waiting = {
  receivedAt: number;
  count: number;
  payload: Uint8Array[];
  payloadBytes: number;
  answer: (result: AppendResult) => void;
};

class SegmentLog implements EventLog {
  readonly origin: OriginId;
  readonly #directory: string;
  readonly #seed: number;
  readonly #options: EventLogOptions;
  readonly #disk: LogDisk;
  readonly #unlock: () => Promise<void>;
  readonly #listeners = new Set<(end: number) => void>();
  /** undefined after a failed write: the next one goes to a new file. */
  #segment: SegmentFile | undefined;
  #durableEnd: number;
  /** Beyond durableEnd once a write has failed: offsets that may have reached the disk are never given again. */
  #nextOffset: number;
  #waiting: Waiting[] = [];
  #inFlightBytes = 0;
  #refusing: string | undefined;
  #running: Promise<void> | undefined;
  #spaceCheckedAt = 0;
  #retry: NodeJS.Timeout | undefined;
  #closing = false;

  constructor(options: EventLogOptions, beginning: Beginning, unlock: () => Promise<void>) {
    this.#options = options;
    this.#disk = options.disk ?? REAL_DISK;
    this.#unlock = unlock;
    this.origin = beginning.origin;
    this.#directory = join(options.directory, beginning.origin);
    this.#seed = beginning.seed;
    this.#segment = beginning.segment;
    this.#durableEnd = beginning.end;
    this.#nextOffset = beginning.end;
  }

  append(record: { receivedAt: number; count: number; payload: Uint8Array[] }): Promise<AppendResult> {
    let payloadBytes = 0;
    for (const chunk of record.payload) payloadBytes += chunk.length;
    const because = this.refusing() ?? this.#whyNot(record.count, payloadBytes);
    if (because !== undefined) return Promise.resolve({ kind: "refused", because });
    this.#inFlightBytes += payloadBytes;
    return new Promise((answer) => {
      this.#waiting.push({ ...record, payloadBytes, answer });
      this.#running ??= this.#run();
    });
  }

  durableEnd(): number {
    return this.#durableEnd;
  }

  refusing(): string | undefined {
    return this.#closing ? "The log is closing." : this.#refusing;
  }

  onDurable(listener: (end: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    clearTimeout(this.#retry);
    await this.#running;
    const segment = this.#segment;
    if (segment) {
      await segment.close();
      const stop = { end: this.#durableEnd, segment: segment.first, bytes: segment.durableBytes };
      await writeCleanStop(this.#directory, stop);
    }
    await this.#unlock();
  }

  /** Looks at the disk about once a second while there is work, and while it refuses. */
  async checkSpace(): Promise<boolean> {
    this.#spaceCheckedAt = performance.now();
    const because = tooFull(await this.#disk.space(this.#directory), this.#options.floor ?? DISK_FLOOR);
    if (because) this.#refuse(because);
    return because === undefined;
  }

  #whyNot(count: number, payloadBytes: number): string | undefined {
    if (!Number.isSafeInteger(count) || count < 1 || payloadBytes < 1) return "A record holds at least one event.";
    if (payloadBytes > PAYLOAD_BYTES_MAX)
      return `A record holds at most ${PAYLOAD_BYTES_MAX} bytes; this one has ${payloadBytes}.`;
    if (this.#inFlightBytes + payloadBytes > IN_FLIGHT_BYTES_MAX) {
      return "The disk is slower than the events that come in; try again in a moment.";
    }
    return undefined;
  }

  async #run(): Promise<void> {
    // One turn of the event loop, so that requests which arrived together are written together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      try {
        const sinceMs = performance.now() - this.#spaceCheckedAt;
        if (sinceMs >= (this.#options.spaceCheckEveryMs ?? SPACE_CHECK_EVERY_MS)) await this.checkSpace();
        if (this.#refusing === undefined) await this.#write(batch);
        else this.#answer(batch, this.#refused());
      } catch (error) {
        await this.#failed(error as Error);
        this.#answer(batch, this.#refused());
      }
    }
    this.#running = undefined;
  }

  #take(): Waiting[] {
    let bytes = 0;
    let taken = 0;
    for (const waiting of this.#waiting) {
      if (taken > 0 && bytes + waiting.payloadBytes > WRITE_BYTES_MAX) break;
      bytes += waiting.payloadBytes;
      taken++;
    }
    if (taken === this.#waiting.length) {
      const all = this.#waiting;
      this.#waiting = [];
      return all;
    }
    return this.#waiting.splice(0, taken);
  }

  async #write(batch: Waiting[]): Promise<void> {
    const segment = await this.#room();
    const chunks: Uint8Array[] = [];
    const offsets: number[] = [];
    let bytes = 0;
    for (const record of batch) {
      offsets.push(this.#nextOffset);
      chunks.push(this.#frameHeader(record));
      for (const chunk of record.payload) if (chunk.length > 0) chunks.push(chunk);
      bytes += FRAME_HEADER_BYTES + record.payloadBytes;
      this.#nextOffset += record.count;
    }
    const began = performance.now();
    await segment.append(chunks, bytes);
    this.#options.onCommit?.(performance.now() - began);
    this.#durableEnd = this.#nextOffset;
    this.#tell();
    batch.forEach((record, index) => {
      this.#inFlightBytes -= record.payloadBytes;
      record.answer({ kind: "durable", offset: offsets[index] as number });
    });
  }

  #frameHeader(record: Waiting): Uint8Array {
    let payloadCrc = 0;
    for (const chunk of record.payload) payloadCrc = crc32(chunk, payloadCrc);
    const { count, receivedAt, payloadBytes } = record;
    const header = {
      offset: this.#nextOffset,
      count,
      receivedAt: Math.max(0, Math.trunc(receivedAt)),
      payloadBytes,
      payloadCrc,
    };
    return encodeFrameHeader(header, this.#seed, crc32);
  }

  /** The segment to write to: the present one, or a new one when that is full or was given up. */
  async #room(): Promise<SegmentFile> {
    const present = this.#segment;
    if (present && present.durableBytes < (this.#options.segmentBytesMax ?? SEGMENT_BYTES_MAX)) return present;
    const header = { origin: this.origin, first: this.#durableEnd, seed: this.#seed };
    const segment = await SegmentFile.create(this.#directory, header, this.#disk);
    await present?.close();
    this.#segment = segment;
    return segment;
  }

  async #failed(error: Error): Promise<void> {
    const segment = this.#segment;
    this.#segment = undefined;
    await segment?.abandon();
    const code = (error as NodeJS.ErrnoException).code;
    const what = code === "ENOSPC" ? "The disk is full" : `The disk failed (${code ?? error.message})`;
    this.#refuse(`${what}; events are accepted again when a write to a new segment of ${this.origin} works.`);
  }

  #refuse(because: string): void {
    if (this.#refusing === undefined) this.#options.onNotice(because);
    this.#refusing = because;
    if (this.#closing) return;
    this.#lookAgainLater();
  }

  #lookAgainLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#tryAgain(), this.#options.retryEveryMs ?? SPACE_CHECK_EVERY_MS);
    this.#retry.unref();
  }

  #tryAgain(): void {
    // Still busy refusing what came before: nobody else would look again.
    if (this.#running) {
      this.#lookAgainLater();
      return;
    }
    this.#running = this.#resume().then(() => {
      this.#running = this.#waiting.length > 0 ? this.#run() : undefined;
    });
  }

  async #resume(): Promise<void> {
    try {
      if (!(await this.checkSpace())) return;
      if (!this.#segment) await this.#beginAfterFailure();
      this.#refusing = undefined;
      this.#options.onNotice("Events are accepted again.");
    } catch (error) {
      await this.#failed(error as Error);
    }
  }

  /** A new file where the durable records end; a frame without events stands for the offsets that failed. */
  async #beginAfterFailure(): Promise<void> {
    const segment = await this.#room();
    const count = this.#nextOffset - this.#durableEnd;
    if (count === 0) return;
    const header = { offset: this.#durableEnd, count, receivedAt: 0, payloadBytes: 0, payloadCrc: 0 };
    await segment.append([encodeFrameHeader(header, this.#seed, crc32)], FRAME_HEADER_BYTES);
    this.#durableEnd = this.#nextOffset;
  }

  #tell(): void {
    try {
      for (const listener of this.#listeners) listener(this.#durableEnd);
    } catch (error) {
      // A listener's bug must not look like a failed write: it stops the process by itself.
      process.nextTick(() => {
        throw error;
      });
    }
  }

  #answer(batch: Waiting[], result: AppendResult): void {
    for (const record of batch) {
      this.#inFlightBytes -= record.payloadBytes;
      record.answer(result);
    }
  }

  #refused(): AppendResult {
    return { kind: "refused", because: this.#refusing ?? "The log is closing." };
  }
}
