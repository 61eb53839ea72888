// A run that waits for another person than the one who began it (E12): nothing of it has begun, so it may end at any time, and
// it never stands in the way of what the engine would do by itself.

import { wouldBegin } from "./deciding.ts";
import { giveUp } from "./ending.ts";
import type { Run } from "./run.ts";
import { awaitsSecond } from "./second-question.ts";
import { RUN_TIMES, type Turn } from "./turn.ts";

/** True when nobody else has answered in time: the run is over. */
export function isUnanswered(turn: Turn, run: Run): boolean {
  if (!awaitsSecond(run) || turn.nowMs < (run.askedAtMs ?? turn.nowMs) + RUN_TIMES.secondPersonMsMax) return false;
  const minutes = RUN_TIMES.secondPersonMsMax / 60_000;
  giveUp(turn, run, "stopped", `nobody else approved it within ${minutes} minutes; nothing was begun`);
  return true;
}

/** True when the engine would act by itself now: the run is over, and the next look begins what is due. */
export function givesWay(turn: Turn, run: Run): boolean {
  if (!awaitsSecond(run)) return false;
  const because = wouldBegin(turn);
  if (because === null) return false;
  giveUp(turn, run, "stopped", `nothing of it was begun, and recovery acts by itself now: ${because}`);
  return true;
}
