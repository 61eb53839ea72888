// A checked-out repository as paths and texts, and a promotion written into it. It knows nothing of Git: whoever calls it
// commits what changed.
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Promotion } from "../../platform/gitops/promotion.ts";

/** Every file below the directory, Git's own left out. */
export function pathsOf(directory: string, below = ""): string[] {
  return readdirSync(join(directory, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (path === ".git") return [];
    return entry.isDirectory() ? pathsOf(directory, path) : [path];
  });
}

export const textsOf = (directory: string, paths: readonly string[]): ReadonlyMap<string, string> =>
  new Map(paths.map((path) => [path, readFileSync(join(directory, path), "utf8")]));

/** Answers how many files it wrote anew and how many it removed; the second time, none. */
export function applyPromotion(
  directory: string,
  { writes, removals }: Promotion,
  before: ReadonlyMap<string, string>,
): { readonly written: number; readonly removed: number } {
  let written = 0;
  for (const [path, text] of writes) {
    if (before.get(path) === text) continue;
    const at = join(directory, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
    written += 1;
  }
  for (const path of removals) {
    rmSync(join(directory, path));
    for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
      if (readdirSync(join(directory, parent)).length > 0) break;
      rmdirSync(join(directory, parent));
    }
  }
  return { written, removed: removals.length };
}
