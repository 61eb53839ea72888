// The drain that is in force at this edge, if any: begun and ended by people, over by itself when its time is up.

import { type Drain, type DrainView, drainText, type EdgeDrains, type PastDrain } from "../../core/drain.ts";
import type { RegionName } from "../../core/origin.ts";
import type { InstantMs } from "../../core/time.ts";
import { type Asked, drainAsked, isOver, nextOfShare, whyIdle } from "./drain.ts";
import type { DrainJournal } from "./drain-journal.ts";
import { candidates, type RegionHealth } from "./routing.ts";

const PAST_MAX = 20;

export type Order = {
  regions: RegionName[];
  /** The region that would have been the first; null where no drain changed it. */
  drained: RegionName | null;
};

export type Drains = {
  /** The regions to try for a request with events, best first. */
  order(regions: RegionHealth[]): Order;
  view(regions: RegionHealth[]): EdgeDrains;
  begin(asked: Asked, regions: RegionHealth[]): Promise<{ says: string } | { refused: string }>;
  end(asked: { who: string; reason: string }): Promise<{ says: string } | { refused: string }>;
  stop(): void;
};

type Parts = {
  journal: DrainJournal;
  now: () => InstantMs;
  log: (event: string, details?: Record<string, unknown>) => void;
};

/** Takes up a drain that was in force when the edge ended and whose time isn't up. */
export async function openDrains({ journal, now, log }: Parts): Promise<Drains> {
  // An edge without its drain does its work; one that doesn't start does none.
  const read = await journal.read().catch((error: Error) => {
    log("drain-not-read", { why: error.message });
    return { standing: null, past: [] };
  });
  let standing: Drain | null = null;
  let past: PastDrain[] = read.past;
  let owed = 0;
  let requests = 0;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One change after the other. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const take = (drain: Drain): void => {
    standing = drain;
    owed = 0;
    requests = 0;
    clearTimeout(timer);
    timer = setTimeout(() => void inTurn(() => close(drain, "its time was up")), Math.max(0, drain.endsAt - now()));
    timer.unref();
  };
  /** Out of force at once; undefined, or why it couldn't be written down. */
  const close = async (drain: Drain, because: string): Promise<Error | undefined> => {
    if (standing?.id !== drain.id) return undefined;
    clearTimeout(timer);
    standing = null;
    const at = now();
    past = [{ ...drain, endedAt: at, ended: because }, ...past].slice(0, PAST_MAX);
    log("drain-ended", { drain: drain.id, from: drain.region, because, requests });
    return await journal.append({ kind: "ended", id: drain.id, at, because }).then(
      () => undefined,
      (error: Error) => {
        log("drain-not-written", { drain: drain.id, why: error.message });
        return error;
      },
    );
  };
  const current = (): Drain | null => (standing && !isOver(standing, now()) ? standing : null);
  const viewOf = (drain: Drain, regions: RegionHealth[]): DrainView => {
    const idle = whyIdle(drain, regions);
    const says = idle ?? `${drain.sharePercent} % of the events for ${drain.region} go to ${drain.to}.`;
    return { ...drain, sending: idle === undefined, says, requests };
  };

  if (read.standing) {
    take(read.standing);
    if (isOver(read.standing, now())) await close(read.standing, "its time was up while the edge was away");
    else log("drain-taken-up", { drain: read.standing.id, from: read.standing.region });
  }

  return {
    order(regions) {
      const order = candidates("ingest", regions);
      const drain = current();
      if (!drain || whyIdle(drain, regions) !== undefined) return { regions: order, drained: null };
      const next = nextOfShare(owed, drain.sharePercent);
      owed = next.owed;
      if (!next.drains) return { regions: order, drained: null };
      requests += 1;
      return { regions: [drain.to, ...order.filter((name) => name !== drain.to)], drained: drain.region };
    },
    view: (regions) => {
      const drain = current();
      return { drain: drain && viewOf(drain, regions), past };
    },
    begin: (asked, regions) =>
      inTurn(async () => {
        const before = current();
        if (before?.id === asked.id) return { says: drainText(viewOf(before, regions)) };
        const drain = drainAsked(asked, before, regions, now());
        if ("refused" in drain) return drain;
        if (standing) await close(standing, before ? `${asked.who} began another one` : "its time was up");
        try {
          await journal.append({ kind: "begun", format: 1, ...drain });
        } catch (error) {
          return { refused: `It couldn't be written down, so it isn't begun: ${(error as Error).message}` };
        }
        take(drain);
        log("drain-begun", {
          drain: drain.id,
          from: drain.region,
          to: drain.to,
          percent: drain.sharePercent,
          until: drain.endsAt,
        });
        return { says: drainText(viewOf(drain, regions)) };
      }),
    end: ({ who, reason }) =>
      inTurn(async () => {
        const drain = current();
        if (!drain) return { refused: "No drain is in force." };
        const failed = await close(drain, reason === "" ? `ended by ${who}` : `ended by ${who}: ${reason}`);
        if (!failed) return { says: `Ended: all events for ${drain.region} go there again.` };
        const until = new Date(drain.endsAt).toISOString();
        return {
          refused: `Ended here, but that couldn't be written down (${failed.message}): an edge that is started again before ${until} would take it up again.`,
        };
      }),
    stop: () => clearTimeout(timer),
  };
}
