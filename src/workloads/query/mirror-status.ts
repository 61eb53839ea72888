// Asks this region's mirror when it last held everything that the other region had: that is how fresh the peer's events are.

import type { InstantMs } from "../../core/time.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";

const ASK_EVERY_MS = 1_000;
const ANSWER_MS_MAX = 2_000;

export function followMirror(port: number, linkKey: string): { heardAt(): InstantMs | null; stop(): void } {
  let heardAt: InstantMs | null = null;
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/internal/status`, {
        headers: linkHeaders(linkKey),
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      });
      const status = (await response.json()) as { mirror?: { caughtUpAt?: unknown } };
      if (typeof status.mirror?.caughtUpAt === "number") heardAt = status.mirror.caughtUpAt;
    } catch {
      // A mirror that doesn't answer leaves the last instant standing: freshness then shows its age.
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(() => void ask(), ASK_EVERY_MS);
  void ask();
  return { heardAt: () => heardAt, stop: () => clearInterval(timer) };
}
