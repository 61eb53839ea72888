// When a drill was passed last, by the evidence in a region's bucket. Records are large and never change: they are read once.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { InstantMs } from "../../core/time.ts";
import { listEvidence } from "./evidence-files.ts";

/** undefined while this region holds no evidence of a drill that was passed. */
export function lastPassedDrill(regionDirectory: string): () => Promise<InstantMs | undefined> {
  let known = "";
  let last: InstantMs | undefined;
  return async () => {
    const names = (await readdir(join(regionDirectory, "bucket", "evidence")).catch(() => [])).sort().join("/");
    if (names === known) return last;
    const passed = (await listEvidence(regionDirectory)).flatMap(({ summary }) =>
      summary?.outcome === "passed" ? [summary.startedAt + summary.lastedMs] : [],
    );
    known = names;
    last = passed.length === 0 ? undefined : Math.max(...passed);
    return last;
  };
}
