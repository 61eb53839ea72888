// What the log asks of the disk. A seam: tests make it fail, the benchmark leaves out the sync as its control.

import { type FileHandle, statfs } from "node:fs/promises";
import { crc32 as zlibCrc32 } from "node:zlib";
import { isDiskFull, requireDiskSpace } from "../faults/region-faults.ts";

export type LogDisk = {
  /** Appends at the handle's position; answers the bytes written. */
  writev(handle: FileHandle, chunks: Uint8Array[]): Promise<number>;
  datasync(handle: FileHandle): Promise<void>;
  space(directory: string): Promise<{ freeBytes: number; totalBytes: number }>;
};

export const REAL_DISK: LogDisk = {
  async writev(handle, chunks) {
    requireDiskSpace("the event log");
    return (await handle.writev(chunks)).bytesWritten;
  },
  datasync: (handle) => handle.datasync(),
  async space(directory) {
    const { bavail, blocks, bsize } = await statfs(directory);
    return { freeBytes: isDiskFull() ? 0 : bavail * bsize, totalBytes: blocks * bsize };
  },
};

export function crc32(bytes: Uint8Array, from?: number): number {
  return zlibCrc32(bytes, from);
}

/** Below either bound nothing is accepted: PostgreSQL shares the disk and must not be hurt. */
export type DiskFloor = { freeBytesMin: number; freeShareMin: number };
export const DISK_FLOOR: DiskFloor = { freeBytesMin: 1024 ** 3, freeShareMin: 0.05 };

/** Why the disk is too full to accept anything; undefined when it isn't. */
export function tooFull(space: { freeBytes: number; totalBytes: number }, floor: DiskFloor): string | undefined {
  const share = space.totalBytes > 0 ? space.freeBytes / space.totalBytes : 1;
  if (space.freeBytes >= floor.freeBytesMin && share >= floor.freeShareMin) return undefined;
  const free = `${Math.round(space.freeBytes / 1024 ** 2)} MiB (${(share * 100).toFixed(1)} %)`;
  const wanted = `${Math.round(floor.freeBytesMin / 1024 ** 2)} MiB and ${floor.freeShareMin * 100} %`;
  return `The disk has ${free} free, and events are accepted from ${wanted} on; free some space and it goes on by itself.`;
}
