// Whether this region's PostgreSQL may be started as a primary: its guardian holds the lease, and its watchdog, which would end
// it when the lease ends, knows until when. Whoever can't be heard says no.

import type { RegionLayout } from "../core/installation.ts";
import { ask } from "../drivers/http/ask.ts";
import { linkHeaders } from "../drivers/http/link-key.ts";

const ANSWER_MS_MAX = 400;
/** Enough to come up in; a lease is renewed each half second, so one that is nearly over isn't being renewed. */
const REMAINING_MS_MIN = 500;

/** Null when it may; else why not, as part of a sentence. */
export async function whyNotLead(region: RegionLayout, linkKey: string): Promise<string | null> {
  const { guardian, watchdog } = region.ports;
  const [lease, deadline] = await Promise.all([
    told(guardian, "/lease", linkKey),
    told(watchdog, "/internal/status", linkKey),
  ]);
  if (!lease) return "its guardian doesn't answer";
  if (lease.state !== "held") {
    const holder = typeof lease.holder === "string" && lease.holder !== region.name ? `${lease.holder} holds it` : "";
    return [`${region.name} doesn't hold the lease`, holder || String(lease.because)].filter(Boolean).join(": ");
  }
  if (!deadline) return "its watchdog doesn't answer";
  const remainingMs = typeof deadline.remainingMs === "number" ? deadline.remainingMs : 0;
  return remainingMs >= REMAINING_MS_MIN ? null : "its watchdog knows of no lease";
}

async function told(port: number, path: string, linkKey: string): Promise<Record<string, unknown> | undefined> {
  try {
    const { status, body } = await ask(port, path, linkHeaders(linkKey), ANSWER_MS_MAX);
    return status === 200 ? (JSON.parse(body) as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
