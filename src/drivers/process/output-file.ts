// A process's output on disk: appended, and at 8 MiB moved to `<file>.1`, so one process keeps at most two of them.

import { closeSync, fstatSync, openSync, renameSync, writeSync } from "node:fs";

const BYTES_MAX = 8 * 1024 * 1024;

export type OutputFile = { write(chunk: Uint8Array | string): void; close(): void };

export function openOutputFile(file: string, bytesMax = BYTES_MAX): OutputFile {
  let descriptor = openSync(file, "a", 0o600);
  let bytes = fstatSync(descriptor).size;
  return {
    write(chunk) {
      try {
        bytes += typeof chunk === "string" ? writeSync(descriptor, chunk) : writeSync(descriptor, chunk);
        if (bytes < bytesMax) return;
        closeSync(descriptor);
        renameSync(file, `${file}.1`);
        descriptor = openSync(file, "a", 0o600);
        bytes = 0;
      } catch {
        // A full disk must not stop a supervisor; what the process said is lost, the process isn't.
      }
    },
    close: () => closeSync(descriptor),
  };
}
