// R1 at the door of the catalogue: which writes may begin, and which may be answered. A write begins under the epoch that the
// view names, is committed, and is answered "done" only when the keeper has confirmed that same epoch afterwards.

import type { LeaseView } from "./view.ts";

export type MayWrite = { ok: true; epoch: number } | { ok: false; because: string };

export function mayWrite(view: LeaseView): MayWrite {
  const { region, state, remainingMs, open, epoch } = view;
  if (state !== "held") return { ok: false, because: `${region} doesn't hold the lease: ${view.because}` };
  if (remainingMs === null || remainingMs <= 0) return { ok: false, because: `the lease of ${region} has run out` };
  if (!open) return { ok: false, because: `${region} holds epoch ${epoch} and isn't open for writes yet` };
  return { ok: true, epoch };
}

/** What the guardian said of a committed write; `unheard` when it said nothing in time. */
export type Confirmation =
  | { kind: "confirmed"; epoch: number }
  | { kind: "unconfirmed"; because: string }
  | { kind: "unheard" };

/** The client's answer to a committed write that began under `epoch`: never "ok" unconfirmed, and never "failed". */
export function answerOf(
  epoch: number,
  confirmation: Confirmation,
): { kind: "done" } | { kind: "outcome-unknown"; because: string } {
  if (confirmation.kind === "unheard")
    return { kind: "outcome-unknown", because: "the guardian didn't confirm the lease in time" };
  if (confirmation.kind === "unconfirmed") return { kind: "outcome-unknown", because: confirmation.because };
  if (confirmation.epoch === epoch) return { kind: "done" };
  const because = `it was committed under epoch ${epoch}, and epoch ${confirmation.epoch} holds now`;
  return { kind: "outcome-unknown", because };
}
