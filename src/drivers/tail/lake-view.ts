// The lake as questions see it at one moment: which file answers for what. Files are read against their digest before their
// first use, so that a damaged one is set aside instead of giving a wrong answer.

import { completeRanges } from "../../app/lake/complete.ts";
import { type DayRead, planRead } from "../../app/lake/plan-read.ts";
import type { Watermark } from "../../app/lake/watermark.ts";
import type { OffsetRange, OriginId } from "../../core/origin.ts";
import type { UtcDay } from "../../core/time.ts";
import type { Bucket } from "../lake/bucket.ts";
import { digestOfFile } from "../lake/digest.ts";
import type { LakeIndex, LakeSnapshot } from "../lake/lake-index.ts";

export type LakeView = {
  version: string;
  plan: ReadonlyMap<UtcDay, DayRead>;
  complete: ReadonlyMap<OriginId, OffsetRange[]>;
  watermarks: ReadonlyMap<OriginId, Watermark>;
  /** Objects that can't be used; their events are missing from answers until they are mended. */
  unusable: LakeSnapshot["unusable"];
};

export type LakeViews = {
  /** The newest view; the same object while the lake hasn't changed. */
  refresh(): Promise<LakeView>;
  path(key: string): string;
  /** Where each change of the lake shows itself. */
  readonly directory: string;
  /** Names the keys that aren't fit for use: "gone" (merged away) or "damaged" (set aside, and reported). */
  check(keys: readonly string[]): Promise<{ key: string; state: "gone" | "damaged" }[]>;
};

const CHECKS_AT_ONCE = 2;

export function lakeViews(
  bucket: Bucket,
  index: LakeIndex,
  onNotice: (event: string, details: Record<string, unknown>) => void,
): LakeViews {
  let last: { snapshot: LakeSnapshot; view: LakeView } | undefined;
  const damaged = new Map<string, string>();
  const fit = new Map<string, Promise<"fit" | "gone" | "damaged">>();

  const refresh = async (): Promise<LakeView> => {
    const snapshot = await index.refresh();
    const version = `${snapshot.version}.${snapshot.unusable.length}.${damaged.size}`;
    if (last?.view.version === version) {
      last.view.watermarks = snapshot.watermarks;
      return last.view;
    }
    const keys = new Set(snapshot.objects.map(({ key }) => key));
    for (const key of fit.keys()) if (!keys.has(key)) fit.delete(key);
    const unusable = [...snapshot.unusable, ...[...damaged].map(([key, because]) => ({ key, because }))];
    const { objects, watermarks } = snapshot;
    last = {
      snapshot,
      view: { version, plan: planRead(objects), complete: completeRanges(objects), watermarks, unusable },
    };
    return last.view;
  };
  const checkOne = async (key: string): Promise<"fit" | "gone" | "damaged"> => {
    const named = /\.([0-9a-f]{16})\.parquet$/.exec(key)?.[1];
    const found = await digestOfFile(bucket.path(key)).catch((error: NodeJS.ErrnoException) => error);
    if (found === named) return "fit";
    if (found instanceof Error && found.code === "ENOENT") return "gone";
    const because =
      found instanceof Error ? `it can't be read (${found.message})` : "its content is not what its name says";
    await bucket.quarantine(key);
    damaged.set(key, because);
    onNotice("lake-object-damaged", { key, because });
    return "damaged";
  };
  return {
    refresh,
    path: (key) => bucket.path(key),
    directory: bucket.directory,
    async check(keys) {
      const unfit: { key: string; state: "gone" | "damaged" }[] = [];
      for (let start = 0; start < keys.length; start += CHECKS_AT_ONCE) {
        const states = keys.slice(start, start + CHECKS_AT_ONCE).map(async (key) => {
          const known = fit.get(key) ?? checkOne(key);
          fit.set(key, known);
          const state = await known;
          // Mended: the same name is back with the right content.
          if (state === "fit") return void damaged.delete(key);
          fit.delete(key);
          unfit.push({ key, state });
        });
        await Promise.all(states);
      }
      return unfit;
    },
  };
}
