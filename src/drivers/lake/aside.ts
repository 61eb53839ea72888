// Events that can't be converted, kept where a person finds them: one NDJSON file for each origin, a line for each offset,
// on disk before a file of the lake covers the offset. An offset is there once, however often its range is written.

import { createReadStream } from "node:fs";
import { mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { SetAside } from "../../app/events/normalise.ts";
import { type OriginId, parseOrigin } from "../../core/origin.ts";
import { requireDiskSpace } from "../faults/region-faults.ts";

export type AsideFiles = {
  /** `payload` of the record that holds them; it stands on the first line only, since a record holds many offsets. */
  add(origin: OriginId, aside: readonly SetAside[], payload: Uint8Array, receivedAt: number): Promise<void>;
  /** How many events are set aside, of all origins. */
  count(): number;
};

const SUFFIX = ".ndjson";

export async function openAsideFiles(directory: string): Promise<AsideFiles> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const known = new Map<OriginId, Set<number>>();
  for (const name of await readdir(directory)) {
    const origin = name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : "";
    if (parseOrigin(origin)) known.set(origin, await offsetsIn(join(directory, name)));
  }
  return {
    async add(origin, aside, payload, receivedAt) {
      const offsets = known.get(origin) ?? new Set();
      known.set(origin, offsets);
      const fresh = aside.filter(({ offset }) => !offsets.has(offset));
      const first = fresh[0];
      if (!first) return;
      const lines = fresh.map(({ offset, index, reason }) => {
        const common = { format: 1, origin, offset, index, receivedAt, reason };
        const record = Buffer.from(payload).toString("base64");
        return JSON.stringify(
          offset === first.offset ? { ...common, payload: record } : { ...common, payloadAt: first.offset },
        );
      });
      // The empty line first ends a line that a crash cut off.
      await appendDurably(join(directory, `${origin}${SUFFIX}`), `\n${lines.join("\n")}\n`);
      for (const { offset } of fresh) offsets.add(offset);
    },
    count: () => [...known.values()].reduce((sum, offsets) => sum + offsets.size, 0),
  };
}

async function appendDurably(file: string, text: string): Promise<void> {
  requireDiskSpace(file);
  const handle = await open(file, "a", 0o600);
  try {
    await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Offsets on whole lines; a line that a crash cut off counts as absent and is written again. */
async function offsetsIn(file: string): Promise<Set<number>> {
  const offsets = new Set<number>();
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (!line.endsWith("}")) continue;
    const offset = /^\{"format":1,"origin":"[^"]+","offset":(\d+),/.exec(line)?.[1];
    if (offset !== undefined) offsets.add(Number(offset));
  }
  return offsets;
}
