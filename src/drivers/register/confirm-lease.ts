// Asks this region's guardian whether an epoch was still held after a commit (R1). The question may be repeated: it changes
// nothing, and each answer comes from a renewal round that began after it was asked.

import type { Confirmation } from "../../recovery/lease/gate.ts";
import { monotonicMs } from "../clock.ts";
import { tell } from "../http/ask.ts";
import { linkHeaders } from "../http/link-key.ts";

/** A round takes milliseconds; whoever waits longer than this for one has lost its guardian. */
const CONFIRM_MS_MAX = 2_000;
const TRIES_MAX = 2;

export type ConfirmLease = (epoch: number) => Promise<Confirmation>;

export function confirmLease(guardianPort: number, linkKey: string): ConfirmLease {
  return async (epoch) => {
    const untilMs = monotonicMs() + CONFIRM_MS_MAX;
    for (let tries = 1; ; tries += 1) {
      const leftMs = untilMs - monotonicMs();
      if (leftMs <= 0) return { kind: "unheard" };
      try {
        return answered(await tell(guardianPort, "POST", "/lease/confirm", linkHeaders(linkKey), { epoch }, leftMs));
      } catch (error) {
        // A connection that its other side had just closed says nothing about the guardian.
        if ((error as NodeJS.ErrnoException).code !== "ECONNRESET" || tries >= TRIES_MAX) return { kind: "unheard" };
      }
    }
  };
}

function answered({ status, body }: { status: number; body: string }): Confirmation {
  const told = JSON.parse(body) as { epoch?: unknown; because?: unknown };
  if (status === 200 && typeof told.epoch === "number") return { kind: "confirmed", epoch: told.epoch };
  return { kind: "unconfirmed", because: typeof told.because === "string" ? told.because : `it answered ${status}` };
}
