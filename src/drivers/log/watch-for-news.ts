// Tells once that something changed in directories, so that an idle reader needn't look often. A help, never the truth: whoever
// is told looks for itself, and looks now and then without being told.

import { type FSWatcher, watch } from "node:fs";

/** Elsewhere a file that grows doesn't count as a change of its directory, or is told late. */
const TELLS_OF_GROWTH = process.platform === "linux";

export type NewsWatch = {
  /** False where a change may go unnoticed: then look as often as without a watch. */
  readonly covers: boolean;
  close(): void;
};

/** `onNews` is called at most once; `close` may be called at any time and again. */
export function watchForNews(directories: readonly string[], onNews: () => void): NewsWatch {
  const watchers: FSWatcher[] = [];
  let covers = TELLS_OF_GROWTH;
  let done = !covers;
  const close = (): void => {
    done = true;
    for (const watcher of watchers.splice(0)) watcher.close();
  };
  const tell = (): void => {
    if (done) return;
    close();
    onNews();
  };
  for (const directory of done ? [] : directories) {
    try {
      watchers.push(watch(directory, { persistent: false }, tell).on("error", tell));
    } catch {
      // It isn't there yet, or the system has no watches left.
      covers = false;
    }
  }
  return { covers, close };
}
