// What questions read from: the view of the lake and the tail, kept current side by side. A question holds the view that it
// planned with until its statement is done; only then may the tail let go of what a newer view covers.

import type { Warning } from "../../core/question.ts";
import { watchForNews } from "../../drivers/log/watch-for-news.ts";
import type { LakeView, LakeViews } from "../../drivers/tail/lake-view.ts";
import type { Tail } from "../../drivers/tail/tail.ts";
import type { MutableTailIndex } from "../../drivers/tail/tail-index.ts";

export type Held = { view: LakeView; tail: MutableTailIndex; release(): void };

export type Reading = {
  hold(): Held;
  /** Sees to it that the next `hold` gives the lake as it is now. */
  renew(): Promise<void>;
  path(key: string): string;
  check: LakeViews["check"];
  view(): LakeView;
  warnings(): Warning[];
  stop(): Promise<void>;
};

/** While news comes in, and while nothing happens; seldom where a change of the log's or the bucket's files wakes the loop. */
const BUSY_MS = 60;
const IDLE_MS = 200;
const WATCHED_IDLE_MS = 3_000;
const RETRY_MS = 1_000;

export async function startReading(
  views: LakeViews,
  tail: Tail,
  onNotice: (event: string, details: Record<string, unknown>) => void,
): Promise<Reading> {
  let view = await views.refresh();
  await tail.prune(view);
  let pruned = view;
  const holders = new Map<LakeView, number>();
  let stopped = false;
  let wake = (): void => {};
  let watched: ReturnType<typeof watchForNews> | undefined;

  const pruneIfFree = async (): Promise<void> => {
    if (pruned === view || [...holders.keys()].some((held) => held !== view)) return;
    const wanted = view;
    await tail.prune(wanted);
    pruned = wanted;
  };
  const round = async (): Promise<number> => {
    try {
      view = await views.refresh();
      await pruneIfFree();
      if (await tail.poll(view)) {
        watched?.close();
        watched = undefined;
        return BUSY_MS;
      }
      if (watched) return watched.covers ? WATCHED_IDLE_MS : IDLE_MS;
      // What came between the poll and the watch is seen by the next poll.
      watched = watchForNews([...tail.directories(), views.directory], () => {
        watched?.close();
        watched = undefined;
        wake();
      });
      return BUSY_MS;
    } catch (error) {
      onNotice("tail-failed", { because: error instanceof Error ? error.message : String(error) });
      return RETRY_MS;
    }
  };
  const loop = (async () => {
    while (!stopped) {
      const pauseMs = await round();
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    hold() {
      const held = view;
      holders.set(held, (holders.get(held) ?? 0) + 1);
      const release = (): void => {
        const left = (holders.get(held) ?? 1) - 1;
        if (left > 0) holders.set(held, left);
        else holders.delete(held);
      };
      return { view: held, tail: tail.index(), release };
    },
    async renew() {
      view = await views.refresh();
    },
    path: views.path,
    check: views.check,
    view: () => view,
    warnings: () => warningsOf(view, tail),
    async stop() {
      stopped = true;
      wake();
      watched?.close();
      await loop;
      watched?.close();
      await tail.close();
    },
  };
}

function warningsOf(view: LakeView, tail: Tail): Warning[] {
  const warnings: Warning[] = [];
  if (view.unusable.length > 0) {
    const text = `${view.unusable.length} of the lake's files here can't be used (first: ${view.unusable[0]?.because}). Their events are missing until the files are fetched or written again; tandem lake verify names them.`;
    warnings.push({ code: "files-unusable", text });
  }
  if (tail.full()) {
    warnings.push({
      code: "tail-full",
      text: "More events wait for the lake than fit into memory; the youngest are missing until it has caught up.",
    });
  } else if (tail.origins().some((one) => one.caughtUpAt === null)) {
    warnings.push({
      code: "tail-catching-up",
      text: "This process has just started and is still reading the log; the youngest events are missing.",
    });
  }
  return warnings;
}
