// What the part of the API about drains takes and answers, as schemas.

import { z } from "zod";
import { DRAIN_LIMITS, type DrainView, type EdgeDrains, type PastDrain } from "../../core/drain.ts";

const instant = z.number().describe("Milliseconds since the Unix epoch, UTC.");
const reason = z
  .string()
  .trim()
  .min(1, "Say why: it is kept with the drain, for whoever reads it later.")
  .max(DRAIN_LIMITS.reasonCharactersMax, `A reason has at most ${DRAIN_LIMITS.reasonCharactersMax} characters.`);

export const drainBody = z.strictObject({
  region: z.string().min(1).max(200).describe("The region that gets fewer events; the other one gets them instead."),
  sharePercent: z
    .number()
    .int()
    .min(DRAIN_LIMITS.percentMin, "A drain moves at least one percent.")
    .max(DRAIN_LIMITS.percentMax, "There is no more than a hundred percent."),
  forMs: z
    .number()
    .int()
    .min(DRAIN_LIMITS.forMsMin, "A drain lasts at least ten seconds.")
    .max(DRAIN_LIMITS.forMsMax, "A drain ends by itself after at most four hours."),
  reason,
  seen: z
    .string()
    .min(1)
    .max(300)
    .nullable()
    .describe("`id` of the drain that you saw in force; null where there was none."),
});
export const drainEndBody = z.strictObject({ reason });

const drain = {
  id: z.string(),
  region: z.string(),
  to: z.string(),
  sharePercent: z.number(),
  who: z.string(),
  reason: z.string(),
  startedAt: instant,
  endsAt: instant,
};
export const drainViewSchema = z.object({
  ...drain,
  sending: z.boolean().describe("False while the other region can't take events: then the drain is ignored."),
  says: z.string(),
  requests: z.number().describe("That went to the other region because of it, since the edge last started."),
}) satisfies z.core.$ZodType<DrainView>;
export const drainsSchema = z.object({
  drain: drainViewSchema.nullable(),
  past: z.array(z.object({ ...drain, endedAt: instant, ended: z.string() }) satisfies z.core.$ZodType<PastDrain>),
}) satisfies z.core.$ZodType<EdgeDrains>;
export const drainTakenSchema = drainsSchema.extend({ says: z.string() });
