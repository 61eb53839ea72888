// What a region runs, tied to its source: the version, the commit, the image's digest, and the digest of every file that
// the region obeys. Promotion writes it last, so a record that doesn't fit its files is a promotion that broke off, or a
// change made by hand; `problemsOfTree` names each.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { EXIT, Refused } from "../../core/errors.ts";
import type { OutputFile } from "../output-file.ts";
import type { Release } from "../release.ts";
import { sha256 } from "./digest.ts";
import { belongsTo, GITOPS_DIRECTORY, recordPath } from "./layout.ts";

export type ReleaseRecord = {
  readonly format: 1;
  readonly environment: string;
  readonly region: string;
  /** Null: rendered without a release, so no cluster admits it. */
  readonly release: Release | null;
  /** Of all that was rendered: two regions' rendering of one blueprint and release says the same. */
  readonly input: string;
  /** Path in the repository → SHA-256. */
  readonly files: Readonly<Record<string, string>>;
};

/** The digest of what a rendering is made from; the same for both regions. */
export const inputOf = (platform: Platform, release: Release | null): string =>
  sha256(JSON.stringify([platform, release]));

export function releaseRecord(
  platform: Platform,
  region: Region,
  release: Release | null,
  input: string,
  files: readonly OutputFile[],
): OutputFile {
  const own = files
    .map(({ path, text }) => [path.slice(GITOPS_DIRECTORY.length + 1), text] as const)
    .filter(([path]) => belongsTo(platform, region, path))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const record: ReleaseRecord = {
    format: 1,
    environment: platform.environment,
    region: region.name,
    release,
    input,
    files: Object.fromEntries(own.map(([path, text]) => [path, sha256(text)])),
  };
  return {
    path: `${GITOPS_DIRECTORY}/${recordPath(platform, region)}`,
    text: `${JSON.stringify(record, null, 1)}\n`,
    why: `What ${region.name} runs, tied to its source: version, commit, image digest, and the digest of each file.`,
  };
}

export function readRecord(text: string, from: string): ReleaseRecord {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (cause) {
    throw unreadable(from, "it isn't JSON", cause);
  }
  if (typeof record !== "object" || record === null || (record as ReleaseRecord).format !== 1)
    throw unreadable(from, "its format isn't 1");
  return record as ReleaseRecord;
}

/** What in a tree doesn't fit the record of its region: changed, missing, or nobody's. */
export function problemsOfTree(
  platform: Platform,
  region: Region,
  record: ReleaseRecord,
  tree: ReadonlyMap<string, string>,
): readonly string[] {
  const recorded = Object.entries(record.files).flatMap(([path, digest]) => {
    const text = tree.get(path);
    if (text === undefined) return [`${path} is recorded and missing`];
    return sha256(text) === digest ? [] : [`${path} was changed after it was recorded`];
  });
  const foreign = [...tree.keys()].filter(
    (path) =>
      belongsTo(platform, region, path) && path !== recordPath(platform, region) && record.files[path] === undefined,
  );
  return [...recorded, ...foreign.map((path) => `${path} is in no release`)];
}

const unreadable = (from: string, because: string, cause?: unknown): Refused =>
  new Refused(
    `${from} is no release record: ${because}. Take it from the repository as it was, or promote the release again.`,
    EXIT.badInput,
    cause === undefined ? undefined : { cause },
  );
