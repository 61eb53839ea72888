// `tandem promote`: one region's release into a checked-out repository of manifests; or, with --next, which region is next.
import { readFileSync } from "node:fs";
import type { Platform, Region } from "../blueprint/platform.ts";
import { EXIT, Refused } from "../core/errors.ts";
import { wallMs } from "../drivers/clock.ts";
import { applyPromotion, pathsOf, textsOf } from "../drivers/synthesis/repository-tree.ts";
import { recordPath } from "../platform/gitops/layout.ts";
import {
  type Next,
  named,
  nextPromotion,
  promotion,
  refusalOf,
  type Seen,
  type Stop,
  wayOf,
} from "../platform/gitops/promotion.ts";
import { problemsOfTree, type ReleaseRecord, readRecord } from "../platform/gitops/release-record.ts";
import { parseRelease, type Release } from "../platform/release.ts";
import { synthesize } from "../platform/synthesize.ts";
import { chooseEnvironments, choosePlatform } from "./chosen-platform.ts";

export type PromoteOptions = {
  readonly tree: string;
  readonly environment?: string;
  readonly region?: string;
  readonly release?: string;
  readonly next?: string;
  readonly force?: boolean;
};

type Tree = ReadonlyMap<string, string>;

export async function runPromote(which: string, options: PromoteOptions, out: NodeJS.WriteStream): Promise<number> {
  const tree = textsOf(options.tree, pathsOf(options.tree));
  if (options.next !== undefined) return await sayNext(which, tree, options.next, out);
  if (!options.environment || !options.region || !options.release)
    throw new Refused("A promotion needs --environment, --region and --release; --next says which is due.", EXIT.usage);
  const release = readRelease(options.release);
  const platform = await choosePlatform(which, options.environment);
  const region = regionOf(platform, options.region);
  const environments = await chooseEnvironments(which);
  refuseChangedByHand(platform, region, tree, options.force ?? false);
  const stop = { environment: platform.environment, region: region.name };
  const refusal = refusalOf(wayOf(environments), stop, release, (one) => recordOf(tree, one)?.release ?? null);
  if (refusal !== null && !options.force)
    throw new Refused(
      `${named(stop)} doesn't take ${release.version} now: ${refusal}. Ask again what is due (--next), or give it with --force.`,
      EXIT.conflict,
    );
  const { outputs } = synthesize(platform, { release, environments });
  const made = promotion(platform, region, outputs, [...tree.keys()]);
  const { written, removed } = applyPromotion(options.tree, made, tree);
  out.write(
    `${region.name} of ${platform.environment}: ${release.version} (${release.commit.slice(0, 12)}), ${written} files written, ${removed} removed, ${made.writes.size - written} as they were.\n`,
  );
  return EXIT.ok;
}

export const readRelease = (file: string): Release => parseRelease(readText(file), file);

/** What the pipeline saw of a stop; the release is read from the tree itself. */
type Facts = Stop & Pick<Seen, "sinceMs" | "ill" | "proposed">;

async function sayNext(which: string, tree: Tree, file: string, out: NodeJS.WriteStream): Promise<number> {
  const facts = factsOf(file);
  const environments = await chooseEnvironments(which);
  const seen = wayOf(environments).map((stop): Seen => {
    const known = facts.find(({ environment, region }) => environment === stop.environment && region === stop.region);
    if (known === undefined)
      throw new Refused(
        `${file} says nothing of ${named(stop)}. It holds {environment, region, sinceMs, ill, proposed} of each stop.`,
        EXIT.badInput,
      );
    const { sinceMs, ill, proposed } = known;
    return { stop, release: recordOf(tree, stop)?.release ?? null, sinceMs, ill, proposed };
  });
  const next: Next = nextPromotion(seen, wallMs());
  out.write(`${JSON.stringify(next)}\n`);
  return EXIT.ok;
}

function factsOf(file: string): readonly Omit<Facts, "bakeMinutes">[] {
  let facts: unknown;
  try {
    facts = JSON.parse(readText(file));
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw new Refused(`${file} isn't JSON: ${(cause as Error).message}`, EXIT.badInput, { cause });
  }
  if (Array.isArray(facts)) return facts as readonly Omit<Facts, "bakeMinutes">[];
  throw new Refused(
    `${file} isn't a list. It holds {environment, region, sinceMs, ill, proposed} of each stop.`,
    EXIT.badInput,
  );
}

function recordOf(tree: Tree, { environment, region }: Stop): ReleaseRecord | null {
  const path = recordPath({ environment } as Pick<Platform, "environment">, { name: region });
  const text = tree.get(path);
  return text === undefined ? null : readRecord(text, path);
}

function refuseChangedByHand(platform: Platform, region: Region, tree: Tree, force: boolean): void {
  const { environment } = platform;
  const record = recordOf(tree, { environment, region: region.name, bakeMinutes: 0 });
  if (record === null || force) return;
  const problems = problemsOfTree(platform, region, record, tree);
  if (problems.length === 0) return;
  throw new Refused(
    `${region.name} of ${environment} was changed by hand: ${problems.slice(0, 5).join("; ")}${problems.length > 5 ? ` and ${problems.length - 5} more` : ""}. Nothing was written. Put the change into the blueprint, or overwrite it with --force.`,
    EXIT.conflict,
  );
}

function regionOf({ regions: { primary, standby } }: Platform, name: string): Region {
  const found = [primary, standby].find((region) => region.name === name);
  if (found) return found;
  throw new Refused(`There is no region "${name}" here; there are ${primary.name} and ${standby.name}.`, EXIT.usage);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Refused(`${file} can't be read: ${(cause as Error).message}`, EXIT.missing, { cause });
  }
}
