// What another person is asked of a run that waits for one (E12), and whether it still does.

import { isSeconded } from "../plan/second-person.ts";
import type { Plan } from "../plan/step.ts";
import type { Run } from "./run.ts";
import { RUN_TIMES } from "./turn.ts";

export const awaitsSecond = ({ plan, index, seconded }: Run): boolean => isSeconded(plan) && index === 0 && !seconded;

/** What the one who starts a plan is answered. */
export const begunSays = (plan: Plan): string =>
  isSeconded(plan) ? `${plan.title} waits for another person to approve it.` : `${plan.title} has begun.`;

export function secondQuestion({ who, reason }: Run): string {
  return (
    `${who} wants it: "${reason}". Another person has to approve it within ${RUN_TIMES.secondPersonMsMax / 60_000} minutes; ` +
    "nothing has begun."
  );
}
