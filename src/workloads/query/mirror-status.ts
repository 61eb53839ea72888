// Asks this region's mirror when it last held everything that the other region had: that is how fresh the peer's events are.

import type { InstantMs } from "../../core/time.ts";
import { ask } from "../../drivers/http/ask.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";

const ASK_EVERY_MS = 1_000;
/** While nobody wants to know. The first answer after such a time may show the peer's events older than they are, never newer. */
const UNASKED_EVERY_MS = 4_000;
const WANTED_MS = 10_000;
const ANSWER_MS_MAX = 2_000;

export function followMirror(port: number, linkKey: string): { heardAt(): InstantMs | null; stop(): void } {
  let heardAt: InstantMs | null = null;
  let asking = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let wantedAt = performance.now();
  const look = async (): Promise<void> => {
    const now = performance.now();
    const everyMs = now - wantedAt < WANTED_MS ? 0 : UNASKED_EVERY_MS;
    if (asking || now - askedAt < everyMs) return;
    asking = true;
    askedAt = now;
    try {
      const { body } = await ask(port, "/internal/status", linkHeaders(linkKey), ANSWER_MS_MAX);
      const status = JSON.parse(body) as { mirror?: { caughtUpAt?: unknown } };
      if (typeof status.mirror?.caughtUpAt === "number") heardAt = status.mirror.caughtUpAt;
    } catch {
      // A mirror that doesn't answer leaves the last instant standing: freshness then shows its age.
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(() => void look(), ASK_EVERY_MS);
  void look();
  return {
    heardAt() {
      wantedAt = performance.now();
      return heardAt;
    },
    stop: () => clearInterval(timer),
  };
}
