// What a directory of logs takes on disk.

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Of all segments of all origins under `directory`. One may be released meanwhile. */
export async function segmentBytes(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true });
  const segments = names.filter((name) => name.endsWith(".segment"));
  const sizes = await Promise.all(
    segments.map((name) =>
      stat(join(directory, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
