// The state version: a short text that changes whenever a person who is about to act would have to look again, and not with
// beats, lags and ages. A command carries the one that its sender saw.

import { checksOf } from "./checks.ts";
import type { Recoverer } from "./turn.ts";

export function stateVersion(r: Recoverer, nowMs: number): string {
  const { state, sight, detector } = r;
  const lease = sight.lease.value;
  const run = "run" in state ? `${state.run.id}.${state.run.index}` : "";
  const failing = checksOf(r, nowMs, null)
    .filter((check) => check.state !== "pass")
    .map((check) => check.name)
    .join();
  const solo = (lease?.solo.marked ?? 0) > 0;
  const parts = [
    lease?.epoch,
    lease?.holder,
    lease?.state,
    lease?.open,
    solo,
    lease?.wanted,
    state.kind,
    run,
    detector.condition,
  ];
  return `${lease?.epoch ?? 0}-${hash([...parts, failing, r.paused?.untilAt].join("|"))}`;
}

/** FNV-1a, 32 bits: not against malice, only against a page that wasn't reloaded. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
