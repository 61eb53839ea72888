// The reading side of one origin's log, own or mirrored, as records.

import { FRAME_HEADER_BYTES, isVoid } from "../../app/log/frame.ts";
import type { LogReader } from "../../app/log/port.ts";
import type { FoundFrame } from "../../app/log/scan.ts";
import { OriginReader } from "./origin-reader.ts";

/** Opens the directory of an origin; it need not have a segment yet. */
export async function openLogReader(originDirectory: string): Promise<LogReader> {
  const reader = new OriginReader(originDirectory);
  return {
    origin: reader.origin,
    bounds: () => reader.bounds(),
    async read(offset, bytesMax) {
      const result = await reader.read(offset, bytesMax);
      if (result.kind === "released") return result;
      const records = result.frames.filter((frame) => !isVoid(frame.header)).map(recordOf);
      return { kind: "records", records, damage: result.damage, next: result.next };
    },
    close: () => reader.close(),
  };
}

function recordOf(frame: FoundFrame) {
  const { offset, count, receivedAt } = frame.header;
  return { offset, count, receivedAt, payload: frame.bytes.subarray(FRAME_HEADER_BYTES) };
}
