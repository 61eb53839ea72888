// Gives back the disk that records take once the lake holds their events.

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { segmentName } from "../../app/log/frame.ts";
import { syncDirectory } from "./durable-file.ts";
import { listSegments, readSealed } from "./origins.ts";

/**
 * Deletes the whole segments of an origin whose records all lie below `belowOffset`, oldest first, and answers how many. The
 * segment that is being written stays; of a sealed origin everything may go.
 */
export async function releaseSegments(originDirectory: string, belowOffset: number): Promise<number> {
  const sealed = await readSealed(originDirectory);
  const segments = await listSegments(originDirectory);
  let released = 0;
  for (const [index, first] of segments.entries()) {
    const end = segments[index + 1] ?? sealed?.end;
    if (end === undefined || end > belowOffset) break;
    await rm(join(originDirectory, segmentName(first)), { force: true });
    released++;
  }
  if (released > 0) await syncDirectory(originDirectory);
  return released;
}
