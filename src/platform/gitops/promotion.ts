// How a release travels: through the environments in their order, in each through one region, then the other. Nothing
// remembers where it is. What each region runs stands in the repository, when it began is its commit's time, and whether it
// is well is asked of its alarms; from these the next step follows, each time anew. A step is one pull request that
// replaces one region's folders, so taking it back is reverting one commit.
//
// PROMO-1 A region takes a release only when every earlier region of the way has run exactly it for the bake time, well.
// PROMO-2 A promotion touches no file of another region.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { assert } from "../../core/errors.ts";
import type { OutputFile } from "../output-file.ts";
import type { Release } from "../release.ts";
import { belongsTo, GITOPS_DIRECTORY } from "./layout.ts";

export type Stop = { readonly environment: string; readonly region: string; readonly bakeMinutes: number };

/** What was seen of one stop. */
export type Seen = {
  readonly stop: Stop;
  /** Null: nothing was ever delivered here. */
  readonly release: Release | null;
  /** When the commit that delivered it came; null where there is none. */
  readonly sinceMs: number | null;
  /** Null: well. Else what isn't, in words. */
  readonly ill: string | null;
  /** A pull request that would bring a release here is open. */
  readonly proposed: boolean;
};

export type Next =
  | { readonly kind: "propose"; readonly stop: Stop; readonly release: Release }
  | { readonly kind: "wait"; readonly stop: Stop; readonly because: string }
  | { readonly kind: "held"; readonly stop: Stop; readonly because: string }
  | { readonly kind: "done" };

/** The way of a release: environments in the order given, each region once. */
export const wayOf = (environments: readonly Platform[]): readonly Stop[] =>
  environments.flatMap(({ environment, regions, delivery }) =>
    [regions.primary, regions.standby].map(({ name, holds }) => ({
      environment,
      region: name,
      // Where nothing runs, waiting shows nothing.
      bakeMinutes: holds.cluster ? delivery.regionBakeMinutes : 0,
    })),
  );

/**
 * The nearest stop to the end of the way that lags behind the one before it: later ones first, so that what is already
 * baked arrives before something newer sets out.
 */
export function nextPromotion(seen: readonly Seen[], nowMs: number): Next {
  let waiting: Next = { kind: "done" };
  for (let index = seen.length - 1; index > 0; index -= 1) {
    const before = seen[index - 1] as Seen;
    const here = seen[index] as Seen;
    if (before.release === null || sameRelease(before.release, here.release)) continue;
    const next = step(before, here, nowMs);
    if (next.kind === "propose" || next.kind === "held") return next;
    waiting = next;
  }
  return waiting;
}

function step(before: Seen, here: Seen, nowMs: number): Next {
  const { stop } = here;
  if (here.proposed) return { kind: "wait", stop, because: "its pull request is open" };
  if (before.ill !== null)
    return { kind: "held", stop, because: `${named(before.stop)} isn't well: ${before.ill}. Mend or revert it.` };
  assert(before.release !== null && before.sinceMs !== null, `${named(before.stop)} runs a release since never`);
  const bakedMs = nowMs - before.sinceMs;
  const missingMinutes = Math.ceil(before.stop.bakeMinutes - bakedMs / 60_000);
  if (missingMinutes > 0)
    return { kind: "wait", stop, because: `${named(before.stop)} bakes for ${missingMinutes} more minutes` };
  return { kind: "propose", stop, release: before.release };
}

/**
 * Why this release may not go there now, whatever was due when somebody was asked; null where it may. A yes that comes days
 * later finds that the region before has moved on.
 */
export function refusalOf(
  way: readonly Stop[],
  stop: Pick<Stop, "environment" | "region">,
  release: Release,
  runs: (stop: Stop) => Release | null,
): string | null {
  const index = way.findIndex(({ environment, region }) => environment === stop.environment && region === stop.region);
  const before = way[index - 1];
  if (before === undefined || sameRelease(runs(before), release)) return null;
  return `${named(before)} runs ${runs(before)?.version ?? "nothing"}, and ${release.version} comes by way of it`;
}

export const named = ({ environment, region }: Pick<Stop, "environment" | "region">): string =>
  `${environment} in ${region}`;

export const sameRelease = (one: Release | null, other: Release | null): boolean =>
  one !== null && other !== null && one.version === other.version && one.images.app === other.images.app;

export type Promotion = {
  /** Path in the repository → text. */
  readonly writes: ReadonlyMap<string, string>;
  readonly removals: readonly string[];
};

/** What one region's promotion changes in a tree, of which `paths` are all files. */
export function promotion(
  platform: Platform,
  region: Region,
  rendered: readonly OutputFile[],
  paths: readonly string[],
): Promotion {
  const writes = new Map(
    rendered
      .filter(({ path }) => path.startsWith(`${GITOPS_DIRECTORY}/`))
      .map(({ path, text }) => [path.slice(GITOPS_DIRECTORY.length + 1), text] as const)
      .filter(([path]) => belongsTo(platform, region, path)),
  );
  const removals = paths.filter((path) => belongsTo(platform, region, path) && !writes.has(path));
  return { writes, removals };
}
