// Events that nobody asked for: answers to old questions, commands for another epoch, the same thing twice. The engine's tables say
// what becomes of each in every state; nothing here may do harm, since nothing here claims more than the truth.

import type { KeeperEvent } from "../lease/keeper.ts";
import type { RecovererEvent } from "../run/protocol.ts";
import type { Recoverer } from "../run/recoverer.ts";
import { later } from "./agenda.ts";
import { pick } from "./chance.ts";
import { tell } from "./guardian.ts";
import { isUp } from "./machine.ts";
import { tellRecoverer, wallMs } from "./recoverer-host.ts";
import { otherOf, type Region, type World } from "./world.ts";

/** Above any epoch of a simulated world. */
const NO_EPOCH = 900_000;
const NO_REQUEST = -1;
const WHO = "nobody";

export function pester(world: World, region: Region, periodMs: number, untilMs: number): void {
  const { guardian, recoverer } = region;
  if (guardian.keeper !== null && isUp(guardian.process)) {
    const event = pick(world.chance, strayForKeeper(world, region));
    tell(world, region, event);
  }
  if (recoverer.recoverer !== null && isUp(recoverer.process)) {
    tellRecoverer(world, region, pick(world.chance, strayForRecoverer(world, recoverer.recoverer)));
  }
  if (world.agenda.nowMs < untilMs) later(world.agenda, null, periodMs, () => pester(world, region, periodMs, untilMs));
}

function strayForKeeper(world: World, region: Region): KeeperEvent[] {
  const { keeper } = region.guardian;
  const stray: KeeperEvent[] = [
    { kind: "tick" },
    { kind: "voter-read", voter: 0, request: NO_REQUEST, vote: { kind: "abstains", because: "a stray answer" } },
    { kind: "voter-set", voter: 1, request: NO_REQUEST, outcome: "set" },
    { kind: "disarm" },
    { kind: "open", epoch: NO_EPOCH },
    { kind: "close", epoch: NO_EPOCH },
    { kind: "yield", epoch: NO_EPOCH, to: otherOf(world, region).name, incarnation: "nobody" },
    { kind: "resign", epoch: NO_EPOCH, because: "a stray command" },
    { kind: "confirm", id: "stray", epoch: NO_EPOCH },
  ];
  // An armed contender takes what stands still, as it should: only where it would be refused, or has begun, is that a stray.
  if (keeper?.kind !== "passive") stray.push({ kind: "contend", why: "a stray command", above: 0, solo: true });
  // Of health and of an end, only what is true there.
  if (keeper?.kind !== "held")
    stray.push({ kind: "health", ok: false, because: "nobody asked" }, { kind: "mark", solo: true });
  if (keeper?.kind === "passive" || keeper?.kind === "contending")
    stray.push({ kind: "database-stopped", clean: false });
  return stray;
}

function strayForRecoverer(world: World, { state }: Recoverer): RecovererEvent[] {
  const at = wallMs(world);
  const stray: RecovererEvent[] = [
    { kind: "tick" },
    { kind: "observed", request: NO_REQUEST, world: { atMs: 0, at, parts: {} } },
    { kind: "journalled", entry: NO_REQUEST },
    { kind: "effect-done", call: NO_REQUEST, detail: "" },
    { kind: "effect-failed", call: NO_REQUEST, because: "a stray answer", final: false },
    {
      kind: "command",
      id: `stray-${world.agenda.asked}`,
      command: { kind: "approve", run: "none", who: WHO, reason: WHO, seen: "none" },
    },
  ];
  if (state.kind !== "loading") stray.push({ kind: "loaded", at, journals: [] });
  return stray;
}
