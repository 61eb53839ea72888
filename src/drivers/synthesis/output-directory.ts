// The directory that a synth writes. It promises to touch only what a synth wrote: it takes an empty directory or one of
// its own, removes files of an earlier synth that are no longer made, and stops at files that somebody changed by hand.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { EXIT, Refused } from "../../core/errors.ts";

/** Which files are ours, and what was in them. */
const MANIFEST = "tandem.manifest.json";
const SHOWN_MAX = 5;

type Manifest = { readonly format: 1; readonly files: Readonly<Record<string, string>> };
export type Written = { readonly written: number; readonly unchanged: number; readonly removed: readonly string[] };

/** Makes the directory hold exactly these files, beside what Terraform keeps there (`.terraform`, its lock files). */
export function writeOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
  { force }: { readonly force: boolean },
): Written {
  const before = openOutput(directory);
  refuseHandMade(directory, before, files, force);
  const gone = Object.keys(before.files).filter((path) => !files.has(path) && existsSync(join(directory, path)));
  let written = 0;
  for (const [path, text] of files) {
    const at = join(directory, path);
    if (existsSync(at) && readFileSync(at, "utf8") === text) continue;
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
    written += 1;
  }
  for (const path of gone) removeFile(directory, path);
  const manifest: Manifest = {
    format: 1,
    files: Object.fromEntries([...files].map(([path, text]) => [path, digest(text)])),
  };
  writeFileSync(join(directory, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
  return { written, unchanged: files.size - written, removed: gone };
}

/** A file of an earlier synth, such as its model. */
export function readOutput(directory: string, path: string): string {
  openOutput(directory);
  const at = join(directory, path);
  if (!existsSync(at)) {
    throw new Refused(
      `${directory} was not written by \`tandem synth\`: it has no ${path}. Run \`tandem synth --out ${directory}\` first.`,
      EXIT.missing,
    );
  }
  return readFileSync(at, "utf8");
}

export type Differences = {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** How these files differ from what lies in the directory: the files that a synth would change, add and remove. */
export function differencesFrom(directory: string, files: ReadonlyMap<string, string>): Differences {
  const before = openOutput(directory);
  const there = (path: string) => existsSync(join(directory, path));
  return {
    changed: [...files]
      .filter(([path, text]) => there(path) && readFileSync(join(directory, path), "utf8") !== text)
      .map(([path]) => path),
    added: [...files.keys()].filter((path) => !there(path)),
    removed: Object.keys(before.files).filter((path) => !files.has(path) && there(path)),
  };
}

function openOutput(directory: string): Manifest {
  const at = join(directory, MANIFEST);
  if (existsSync(at)) return readManifest(at);
  if (!existsSync(directory)) return { format: 1, files: {} };
  if (!statSync(directory).isDirectory()) {
    throw new Refused(
      `${directory} is a file. Give --out a directory that is empty, new, or written by an earlier synth.`,
      EXIT.usage,
    );
  }
  const [foreign] = readdirSync(directory).filter((name) => name !== ".git");
  if (foreign !== undefined) {
    throw new Refused(
      `${directory} holds ${foreign} and no ${MANIFEST}, so it isn't a synth's. Nothing was written. Give --out a directory that is empty, new, or written by an earlier synth.`,
    );
  }
  return { format: 1, files: {} };
}

function readManifest(at: string): Manifest {
  try {
    return JSON.parse(readFileSync(at, "utf8")) as Manifest;
  } catch (cause) {
    throw new Refused(
      `${at} can't be read, so which files are a synth's isn't known: ${(cause as Error).message}. Restore it, or synthesize into an empty directory.`,
      EXIT.badInput,
      { cause },
    );
  }
}

function refuseHandMade(directory: string, before: Manifest, files: ReadonlyMap<string, string>, force: boolean): void {
  if (force) return;
  const ours = new Set([...files.keys(), ...Object.keys(before.files)]);
  const changed = [...ours].filter((path) => {
    const at = join(directory, path);
    if (!existsSync(at)) return false;
    const text = readFileSync(at, "utf8");
    return digest(text) !== before.files[path] && text !== files.get(path);
  });
  if (changed.length === 0) return;
  const shown =
    changed.slice(0, SHOWN_MAX).join(", ") +
    (changed.length > SHOWN_MAX ? ` and ${changed.length - SHOWN_MAX} more` : "");
  throw new Refused(
    `Changed by hand since the last synth into ${directory}: ${shown}. Nothing was written. Put the change into the blueprint (\`patches\` sets any argument of any resource), or overwrite it with --force.`,
    EXIT.conflict,
  );
}

/** Removes the file, and each directory that it leaves empty. */
function removeFile(directory: string, path: string): void {
  rmSync(join(directory, path));
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    if (readdirSync(join(directory, parent)).length > 0) return;
    rmdirSync(join(directory, parent));
  }
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
