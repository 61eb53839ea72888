// A guardian's line to its watchdog: the last deadline, told until it is acknowledged. One message at a time, so that they can't
// overtake each other; what changes meanwhile is told next.

import { monotonicMs } from "../../drivers/clock.ts";
import { converse } from "../../drivers/http/conversation.ts";
import { linkHeaders } from "../../drivers/http/link-key.ts";
import type { WorkloadContext } from "../context.ts";

const ANSWER_MS_MAX = 400;
/** A watchdog that is started again is back within half a second. */
const RETRY_MS = 100;
/** What is unacknowledged for this long isn't known to be heard. */
const UNHEARD_MS_MAX = 1_000;

type Message = { kind: "until"; epoch: number; untilMs: number } | { kind: "stop" };

export type WatchdogLine = {
  tell(message: Message): void;
  /** Whether the watchdog acknowledged what it was told last, or may still do so in time. */
  answers(): boolean;
  stop(): void;
};

export function watchdogLine({ region, linkKey, log }: WorkloadContext): WatchdogLine {
  let wanted: Message | undefined;
  let unheardSinceMs: number | undefined;
  let sending = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const watchdog = converse(region.ports.watchdog, linkHeaders(linkKey));

  const send = async (): Promise<void> => {
    const message = wanted;
    if (!message || sending || stopped) return;
    sending = true;
    const isHeard = await acknowledged(message);
    sending = false;
    if (stopped) return;
    if (wanted !== message) return void send();
    if (isHeard) {
      unheardSinceMs = undefined;
      wanted = undefined;
      return;
    }
    timer = setTimeout(send, RETRY_MS);
  };
  const acknowledged = async (message: Message): Promise<boolean> => {
    // A deadline that has passed needs no telling: the watchdog keeps an earlier one.
    if (message.kind === "until" && message.untilMs <= monotonicMs()) return true;
    const body = message.kind === "until" ? { epoch: message.epoch, untilMs: message.untilMs } : {};
    try {
      const path = message.kind === "until" ? "/until" : "/stop";
      const { status, body: told } = await watchdog.ask("PUT", path, body, ANSWER_MS_MAX);
      if (status !== 200) log("watchdog-refused", { status, told });
      return status === 200;
    } catch {
      // It is started again by the supervisor; until then this region doesn't count as healthy.
      return false;
    }
  };
  return {
    tell(message) {
      wanted = message;
      unheardSinceMs ??= monotonicMs();
      clearTimeout(timer);
      void send();
    },
    answers: () => unheardSinceMs === undefined || monotonicMs() - unheardSinceMs < UNHEARD_MS_MAX,
    stop() {
      stopped = true;
      clearTimeout(timer);
      watchdog.close();
    },
  };
}
