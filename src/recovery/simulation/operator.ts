// People in a simulated world: they press buttons in a region's operations room, sometimes at the worst moment or looking at an old
// page, and at the end somebody is there who approves what is asked and lets voters vote again.

import type { PlanKind } from "../../core/recovery-view.ts";
import type { Command } from "../run/protocol.ts";
import { stateVersion } from "../run/version.ts";
import { later } from "./agenda.ts";
import type { OperatorDeed } from "./faults.ts";
import { isUp } from "./machine.ts";
import { command, localMs, wallMs } from "./recoverer-host.ts";
import type { Voter } from "./voter.ts";
import type { Region, World } from "./world.ts";

const WHO = "someone on call";
const ANOTHER = "someone else on call";
const REASON = "it seemed right";
/** Whoever is refused looks again, and asks again. */
const TRIES = 3;
const ASK_AGAIN_MS = 1_200;
const HELP_MS = 2_000;
const OLD_PAGE = "an old page";
const PAUSE_MS = 8_000;

export function operate(world: World, region: Region, does: OperatorDeed, stale: boolean, triesLeft = TRIES): void {
  const { recoverer, process } = region.recoverer;
  if (recoverer === null || !isUp(process)) return;
  const { state } = recoverer;
  const seen = stale ? OLD_PAGE : stateVersion(recoverer, localMs(world, region));
  const run = "run" in state ? state.run.id : "";
  const asked = askedFor(world, does, seen, run);
  world.note(region.place, `somebody asks for ${does}`);
  const id = command(world, region, asked);
  if (triesLeft === 0 || asked.kind !== "start" || stale) return;
  later(world.agenda, null, ASK_AGAIN_MS, () => {
    if (region.recoverer.answered.get(id)?.kind === "refused") operate(world, region, does, false, triesLeft - 1);
  });
}

function askedFor(world: World, does: OperatorDeed, seen: string, run: string): Command {
  if (does === "approve") return { kind: "approve", run, who: ANOTHER, reason: REASON, seen };
  if (does === "stop") return { kind: "stop", run, who: WHO, reason: REASON };
  if (does === "pause-automatic") {
    return { kind: "pause-automatic", untilMs: wallMs(world) + PAUSE_MS, who: WHO, reason: REASON };
  }
  if (does === "resume-automatic") return { kind: "resume-automatic", who: WHO, reason: REASON };
  const plan: PlanKind = does;
  const voter = world.voters.find(({ disk }) => disk.kind !== "register")?.index ?? 2;
  return {
    kind: "start",
    plan,
    reason: REASON,
    who: WHO,
    seen,
    confirm: { lose: true },
    ...(plan === "readmit" ? { voter } : {}),
  };
}

/** A voter that is lost for good can't be given a record. */
function isToReadmit({ disk, process }: Voter): boolean {
  return disk.kind !== "register" && process.state !== "dead";
}

/** Once everything is healed: every question is answered, every spoilt voter readmitted, nothing stays paused. */
export function helpOut(world: World): void {
  for (const region of world.regions) {
    const { recoverer, process } = region.recoverer;
    if (region.lost || recoverer === null || !isUp(process)) continue;
    if (recoverer.paused !== null) operate(world, region, "resume-automatic", false);
    else if (recoverer.state.kind === "asking") operate(world, region, "approve", false);
    else if (recoverer.state.kind === "watching" && world.voters.some(isToReadmit)) {
      operate(world, region, "readmit", false);
    }
  }
  later(world.agenda, null, HELP_MS, () => helpOut(world));
}
