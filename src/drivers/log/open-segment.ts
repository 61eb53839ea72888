// One segment file open for reading, and the places in it that are known, so that a seek needn't begin at its start.

import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { decodeSegmentHeader, SEGMENT_HEADER_BYTES, segmentName } from "../../app/log/frame.ts";
import { scan, type Walk } from "../../app/log/scan.ts";
import { Refused } from "../../core/errors.ts";
import type { OriginId } from "../../core/origin.ts";
import { crc32 } from "./disk.ts";

const SEEK_CHUNK_BYTES = 1024 * 1024;
/** Every so many bytes a known place; 64 in a full segment. */
const KNOWN_EVERY_BYTES = 1024 * 1024;

export class OpenSegment {
  readonly first: number;
  readonly file: string;
  /** undefined: both copies of the header are damaged. */
  readonly seed: number | undefined;
  readonly #handle: FileHandle;
  readonly #known: Walk[];

  private constructor(first: number, file: string, seed: number | undefined, handle: FileHandle) {
    this.first = first;
    this.file = file;
    this.seed = seed;
    this.#handle = handle;
    this.#known = [{ byte: SEGMENT_HEADER_BYTES, expected: first, bad: undefined }];
  }

  /** undefined when the file is gone: released since it was listed. */
  static async open(directory: string, origin: OriginId, first: number): Promise<OpenSegment | undefined> {
    const file = join(directory, segmentName(first));
    const handle = await openIfThere(file);
    if (!handle) return undefined;
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(SEGMENT_HEADER_BYTES), 0, SEGMENT_HEADER_BYTES, 0);
      const decoded = decodeSegmentHeader(buffer.subarray(0, bytesRead), crc32);
      if (decoded.kind === "newer") throw new Refused(`Can't read the log segment ${file}: ${decoded.because}.`);
      const right = decoded.kind === "header" && decoded.header.origin === origin && decoded.header.first === first;
      return new OpenSegment(first, file, right ? decoded.header.seed : undefined, handle);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async size(): Promise<number> {
    return (await this.#handle.stat()).size;
  }

  /** Released, or replaced by a new file of the same name after a failed write. */
  async isGone(): Promise<boolean> {
    return (await this.#handle.stat()).nlink === 0;
  }

  /** Up to `bytes` from `byte` on; a new buffer each time, since records refer to it. */
  async chunk(byte: number, bytes: number): Promise<Uint8Array> {
    const buffer = Buffer.allocUnsafeSlow(bytes);
    let filled = 0;
    while (filled < bytes) {
      const { bytesRead } = await this.#handle.read(buffer, filled, bytes - filled, byte + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  /** Walks over headers alone, to the frame that holds `until` or to the end of what is whole. */
  async walkTo(until: number, seed: number, from: Walk = this.#knownBefore(until)): Promise<Walk> {
    let walk = from;
    for (;;) {
      const size = await this.size();
      const chunk = await this.chunk(walk.byte, Math.max(0, Math.min(SEEK_CHUNK_BYTES, size - walk.byte)));
      const result = scan(chunk, walk, { seed, crc32, check: "headers", until, fileBytes: size });
      const moved = result.walk.byte > walk.byte;
      walk = result.walk;
      this.#remember(walk);
      // A chunk holds more than a header: no step means the end of the file, or a record that isn't whole yet.
      if (result.stopped.kind === "enough" || !moved) return walk;
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  #knownBefore(offset: number): Walk {
    return this.#known.findLast((walk) => walk.expected <= offset) ?? (this.#known[0] as Walk);
  }

  #remember(walk: Walk): void {
    const last = this.#known.at(-1) as Walk;
    // Only places where a good frame ended: elsewhere it isn't known yet what is lost.
    if (!walk.bad && walk.byte >= last.byte + KNOWN_EVERY_BYTES) this.#known.push({ ...walk });
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
