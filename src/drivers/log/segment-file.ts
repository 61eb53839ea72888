// One segment file being written: what `append` answered is on disk, and a failed append leaves the file to `abandon`.

import { type FileHandle, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { encodeSegmentHeader, SEGMENT_HEADER_BYTES, type SegmentHeader, segmentName } from "../../app/log/frame.ts";
import { Unavailable } from "../../core/errors.ts";
import { crc32, type LogDisk } from "./disk.ts";
import { syncDirectory } from "./durable-file.ts";

export const SEGMENT_BYTES_MAX = 64 * 1024 * 1024;

export class SegmentFile {
  readonly first: number;
  readonly #handle: FileHandle;
  readonly #disk: LogDisk;
  #durableBytes: number;

  private constructor(first: number, handle: FileHandle, disk: LogDisk, bytes: number) {
    this.first = first;
    this.#handle = handle;
    this.#disk = disk;
    this.#durableBytes = bytes;
  }

  /** The file gets its name once its header is on disk, so a reader never meets half a header. */
  static async create(directory: string, header: SegmentHeader, disk: LogDisk): Promise<SegmentFile> {
    const file = join(directory, segmentName(header.first));
    const handle = await open(`${file}.new`, "w", 0o600);
    try {
      await handle.writev([encodeSegmentHeader(header, crc32)]);
      await disk.datasync(handle);
      await rename(`${file}.new`, file);
      await syncDirectory(directory);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return new SegmentFile(header.first, handle, disk, SEGMENT_HEADER_BYTES);
  }

  /** Goes on behind the last byte of a file that is known to be whole and `bytes` long. */
  static async goOn(directory: string, first: number, bytes: number, disk: LogDisk): Promise<SegmentFile> {
    return new SegmentFile(first, await open(join(directory, segmentName(first)), "a", 0o600), disk, bytes);
  }

  get durableBytes(): number {
    return this.#durableBytes;
  }

  async append(chunks: Uint8Array[], bytes: number): Promise<void> {
    const written = await this.#disk.writev(this.#handle, chunks);
    // A short write is a full disk or a limit on file size; what it wrote is cut off by `abandon`.
    if (written !== bytes) throw new Unavailable(`append to a log segment: ${written} of ${bytes} bytes were written`);
    await this.#disk.datasync(this.#handle);
    this.#durableBytes += bytes;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** After a failed append: cuts off what may or may not be on disk. A failed sync is never tried again on the same file. */
  async abandon(): Promise<void> {
    try {
      await this.#handle.truncate(this.#durableBytes);
      await this.#handle.datasync();
    } catch {
      // Whole records that stay behind were never acknowledged and their offsets are not used again: no harm.
    } finally {
      await this.#handle.close().catch(() => undefined);
    }
  }
}
