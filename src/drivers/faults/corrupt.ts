// Changes one byte of a file that Tandem keeps, in place, as a bad sector would.

import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, Refused } from "../../core/errors.ts";
import type { RegionLayout } from "../../core/installation.ts";

const PLACES = {
  log: { below: "log/own", name: /\.segment$/, none: "no events of its own" },
  lake: { below: "bucket/lake", name: /\.parquet$/, none: "no objects in its lake yet" },
  register: { below: ".", name: /^register\.json$/, none: "no register" },
};
/** Smaller files hold nothing but their header. */
const BYTES_MIN = 100;

/** Answers which byte of which file was changed. `chance` gives numbers in [0, 1). */
export async function corruptRecord(
  region: RegionLayout,
  what: keyof typeof PLACES,
  chance: () => number,
): Promise<string> {
  const { below, name, none } = PLACES[what];
  const directory = join(region.directory, below);
  const entries = await readdir(directory, { recursive: what !== "register", withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && name.test(entry.name));
  const found: { path: string; bytes: number; at: number }[] = [];
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const facts = await stat(path).catch(() => undefined);
    if (facts && facts.size >= BYTES_MIN) found.push({ path, bytes: facts.size, at: facts.mtimeMs });
  }
  // Of a log the segment written to last: older ones may lie in the lake already.
  const chosen = what === "log" ? found.sort((a, b) => b.at - a.at)[0] : found[Math.floor(chance() * found.length)];
  if (!chosen) throw new Refused(`${region.name} has ${none}, so no record of it can be corrupted.`, EXIT.missing);
  const position = Math.floor(chosen.bytes / 2 + (chance() * chosen.bytes) / 4);
  const handle = await open(chosen.path, "r+");
  try {
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, position);
    byte[0] = (byte[0] as number) ^ 0xff;
    await handle.write(byte, 0, 1, position);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return `byte ${position} of ${chosen.path} was changed`;
}
