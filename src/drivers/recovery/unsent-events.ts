// How many events a region that came back has that the other one hasn't: they are merged by the mirror, each once, and counted
// here for the record of what happened.

import { join } from "node:path";
import { type Installation, linkPort, type RegionLayout } from "../../core/installation.ts";
import { openLogReader } from "../log/log-reader.ts";
import { listOrigins } from "../log/origins.ts";
import { askJson } from "./see-region.ts";

const ANSWER_MS_MAX = 1_000;

/** Counted from this region's logs on disk and from what the other one's mirror holds of them; null when it isn't heard. */
export async function countUnsentEvents(
  installation: Installation,
  region: RegionLayout,
  peer: RegionLayout,
  linkKey: string,
): Promise<number | null> {
  const port = linkPort(installation, region.name, peer.name, "mirror");
  const heard = await askJson(port, "/internal/status", linkKey, ANSWER_MS_MAX);
  const held = heard?.ok ? heard.told.origins : undefined;
  if (!Array.isArray(held)) return null;
  const ends = new Map((held as { origin: string; end: number }[]).map(({ origin, end }) => [origin, end]));
  // A mirror that was started while this region was away doesn't remember what it had.
  if (ends.size === 0) return null;
  let unsent = 0;
  for (const { origin, directory } of await listOrigins(join(region.directory, "log", "own"))) {
    const reader = await openLogReader(directory);
    try {
      const { from, to } = await reader.bounds();
      // An origin that the mirror doesn't name is one that it has finished with.
      unsent += Math.max(0, to - Math.max(from, ends.get(origin) ?? to));
    } finally {
      await reader.close();
    }
  }
  return unsent;
}
