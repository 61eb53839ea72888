// A client that behaves as an SDK does: it sends batches, re-sends what was not acknowledged, with the same ids, and
// remembers what was. What it remembers is what the platform promised.

import { setTimeout as wait } from "node:timers/promises";

const BATCH = 10;
const SENDERS = 4;
/** About 250 events a second: enough to be in the way of every kill, few enough to list them all afterwards. */
const PAUSE_MS = 150;

export class Load {
  readonly acknowledged = new Set<string>();
  private readonly sent = new Set<string>();
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[];
  private serial = 0;

  constructor(url: string, writeKey: string, prefix: string) {
    this.running = Array.from({ length: SENDERS }, () => this.send(url, writeKey, prefix));
  }

  /** Stops after every batch under way has been acknowledged; answers the ids that were promised. */
  async stop(): Promise<Set<string>> {
    this.stopping.abort();
    await Promise.all(this.running);
    return this.acknowledged;
  }

  /** Sent at least once; those may be counted without having been promised. */
  get attempted(): Set<string> {
    return this.sent;
  }

  private async send(url: string, writeKey: string, prefix: string): Promise<void> {
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}`;
    const giveUpAt = () => performance.now() + 60_000;
    while (!this.stopping.signal.aborted) {
      const batch = Array.from({ length: BATCH }, () => {
        this.serial += 1;
        const messageId = `${prefix}-${this.serial}`;
        const timestamp = new Date().toISOString();
        return { type: "track", event: "Load", userId: `u${this.serial % 50}`, messageId, timestamp };
      });
      for (const one of batch) this.sent.add(one.messageId);
      const body = JSON.stringify({ batch, sentAt: new Date().toISOString() });
      const until = giveUpAt();
      for (;;) {
        const ok = await fetch(`${url}/v1/batch`, {
          method: "POST",
          headers: { authorization, "content-type": "application/json" },
          body,
          signal: AbortSignal.timeout(15_000),
        }).then(
          async (response) => {
            const text = await response.text();
            if (response.status >= 400 && response.status < 500 && response.status !== 429) {
              throw new Error(`the collector answered ${response.status}, which makes SDKs drop events: ${text}`);
            }
            return response.ok;
          },
          () => false,
        );
        if (ok) break;
        if (performance.now() > until) throw new Error("no region accepted a batch for 60 s");
        await wait(100);
      }
      for (const one of batch) this.acknowledged.add(one.messageId);
      await wait(PAUSE_MS);
    }
  }
}
