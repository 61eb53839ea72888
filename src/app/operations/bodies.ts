// What the operations room's part of the API takes and answers, as schemas: checked here, printed in the OpenAPI document.

import { z } from "zod";
import type { DrillsView, PastDrill } from "../../core/drills-view.ts";
import type { RecoveryRoom, WriterGuard } from "../../core/recovery-room.ts";
import type { CheckView, LeaseSeen, PlanView, RecoveryView, RunView, StepView } from "../../core/recovery-view.ts";

export const REASON_CHARACTERS_MAX = 500;
/** Nobody forgets a pause for longer than a night's work. */
export const PAUSE_MS_MAX = 4 * 3_600_000;
const PAUSE_MS_MIN = 60_000;
const CHECKS_MAX = 50;

const instant = z.number().describe("Milliseconds since the Unix epoch, UTC.");
const reason = z
  .string()
  .trim()
  .min(1, "Say why: it is kept with the run, for whoever reads it later.")
  .max(REASON_CHARACTERS_MAX, `A reason has at most ${REASON_CHARACTERS_MAX} characters.`);
const short = z.string().min(1).max(200);
const seen = short.describe("The stateVersion of the view you looked at; another one by now is refused.");
const plan = z.enum(["fail-over", "switch-over", "fail-back", "rejoin", "resume", "evict", "readmit"]);

/** What a person may start. `resume` and `rejoin` run by themselves. */
export const startBody = z.strictObject({
  plan: z.enum(["fail-over", "switch-over", "fail-back", "evict", "readmit", "rejoin"]),
  to: short.describe("The region that is to act, by its name: its recoverer runs the plan."),
  reason,
  seen,
  confirm: z
    .strictObject({
      lose: z.boolean().optional().describe("Accepts that acknowledged changes may be lost."),
      checks: z
        .array(short)
        .max(CHECKS_MAX)
        .optional()
        .describe("Checks that don't pass, accepted one by one, by name."),
    })
    .optional(),
  voter: z.number().int().min(0).max(2).optional().describe("Of readmit: 0 and 1 are the regions', 2 the witness's."),
});
export const approveBody = z.strictObject({ reason, seen });
export const stopBody = z.strictObject({ reason });
export const pauseBody = z.strictObject({
  forMs: z
    .number()
    .int()
    .min(PAUSE_MS_MIN, "A pause lasts at least a minute.")
    .max(PAUSE_MS_MAX, "A pause ends by itself after at most four hours."),
  reason,
});
export const resumeBody = z.strictObject({ reason });
export const drillBody = z.strictObject({
  scenario: short,
  confirm: short.describe("The scenario's name once more: a drill really takes regions away."),
});

const check = z.object({
  name: z.string(),
  state: z.enum(["pass", "warn", "fail", "unknown"]).describe("Unknown counts as failed."),
  value: z.string().nullable(),
  ageMs: z.number().nullable(),
  says: z.string(),
}) satisfies z.core.$ZodType<CheckView>;
const plannedStep = z.object({
  id: z.string(),
  action: z.string(),
  title: z.string(),
  explains: z.string(),
  approval: z.enum(["automatic", "ask", "ask-another"]),
  pointOfNoReturn: z.boolean(),
  budgetMs: z.number(),
  because: z.string().nullable(),
});
const step = plannedStep.extend({
  state: z.enum(["waiting", "running", "done", "failed", "skipped"]),
  startedAt: instant.nullable(),
  elapsedMs: z.number().nullable(),
}) satisfies z.core.$ZodType<StepView>;
const planView = z.object({
  kind: plan,
  to: z.string(),
  title: z.string(),
  budgetMs: z.number(),
  steps: z.array(plannedStep),
  warnings: z.array(z.string()),
}) satisfies z.core.$ZodType<PlanView>;
const planOrRefusal = z.union([planView, z.object({ refused: z.string(), checks: z.array(z.string()) })]);

export const runSchema = z.object({
  id: z.string(),
  traceId: z.string(),
  plan,
  title: z.string(),
  to: z.string(),
  state: z.enum(["running", "asking", "undoing", "finished", "failed", "stopped", "superseded"]),
  automatic: z.boolean(),
  who: z.string(),
  reason: z.string(),
  epoch: z.number(),
  startedAt: instant,
  suspectedAt: instant.nullable(),
  endedAt: instant.nullable(),
  elapsedMs: z.number(),
  budgetMs: z.number(),
  steps: z.array(step),
  because: z.string(),
  stoppable: z.boolean(),
  stopSays: z.string(),
}) satisfies z.core.$ZodType<RunView>;

const lease = z.object({
  state: z.string(),
  epoch: z.number(),
  holder: z.string().nullable(),
  remainingMs: z.number().nullable(),
  open: z.boolean(),
  solo: z.object({ marked: z.number(), unmarked: z.number() }),
  wanted: z.number(),
  voters: z.array(z.object({ name: z.string(), says: z.string(), heard: z.boolean(), stillMs: z.number().nullable() })),
  because: z.string(),
}) satisfies z.core.$ZodType<LeaseSeen>;

const view = z.object({
  region: z.string(),
  peer: z.string(),
  at: instant,
  stateVersion: z.string(),
  lease: lease.nullable(),
  verdict: z.object({ level: z.enum(["ok", "warn", "bad", "unknown"]), says: z.string() }),
  signals: z.array(
    z.object({
      name: z.string(),
      says: z.string(),
      state: z.enum(["good", "bad", "unknown"]),
      weight: z.number(),
      looks: z.number(),
    }),
  ),
  checks: z.array(check),
  objectives: z.object({ rtoMs: z.number(), rpoEvents: z.number() }),
  rpoNow: z.object({ events: z.number().nullable(), ms: z.number().nullable() }),
  automatic: z.object({ on: z.boolean(), pausedUntil: instant.nullable(), reason: z.string().nullable() }),
  planNow: z.object({
    failOver: planOrRefusal,
    switchOver: planOrRefusal,
    failBack: planOrRefusal,
    evict: planOrRefusal,
  }),
  run: runSchema.nullable(),
  question: z.object({ run: z.string(), question: z.string(), since: instant, plan: planView }).nullable(),
  history: z.array(runSchema),
  tail: z.object({ epoch: z.number(), rows: z.number(), exported: z.boolean() }).nullable(),
}) satisfies z.core.$ZodType<RecoveryView>;

const heard = { view, heardAt: instant };
export const roomSchema = z.object({
  at: instant,
  from: z.string(),
  regions: z.array(
    z.discriminatedUnion("kind", [
      z.object({ region: z.string(), kind: z.literal("heard"), ...heard }),
      z.object({
        region: z.string(),
        kind: z.literal("silent"),
        because: z.string(),
        last: z.object(heard).nullable().describe("The last that was heard, before the silence."),
      }),
    ]),
  ),
  guard: z.object({
    kind: z.enum(["one", "none", "two", "unknown"]),
    says: z.string(),
    writers: z.array(z.object({ region: z.string(), epoch: z.number(), remainingMs: z.number(), open: z.boolean() })),
  }) satisfies z.core.$ZodType<WriterGuard>,
}) satisfies z.core.$ZodType<RecoveryRoom>;

/** What a recoverer made of a command. */
export const takenSchema = z.object({
  region: z.string().describe("The region whose recoverer took it."),
  run: z.string().nullable(),
  says: z.string(),
});
export const pausedSchema = z.object({
  regions: z.array(z.object({ region: z.string(), accepted: z.boolean(), says: z.string() })),
});

const pastDrill = z.object({
  id: z.string(),
  scenario: z.string(),
  who: z.string(),
  startedAt: instant,
  lastedMs: z.number(),
  outcome: z.enum(["passed", "failed", "broken-off"]),
  verdict: z.string(),
  rtoMs: z.number().nullable(),
  lostEvents: z.number().nullable(),
  lostWrites: z.number().nullable(),
}) satisfies z.core.$ZodType<PastDrill>;
const running = z.object({
  scenario: z.string(),
  who: z.string(),
  startedAt: instant,
  lines: z.array(z.object({ afterMs: z.number(), text: z.string() })),
});
export const drillsSchema = z.object({
  scenarios: z.array(
    z.object({
      name: z.string(),
      words: z.string(),
      faults: z.array(z.string()),
      holds: z.array(z.string()),
      lastsMsMax: z.number(),
    }),
  ),
  running: running.nullable(),
  past: z.array(pastDrill),
}) satisfies z.core.$ZodType<DrillsView>;
export const drillStartedSchema = running;
export const evidenceSchema = z.object({
  evidence: z.array(
    z.object({
      id: z.string(),
      files: z.array(z.object({ name: z.string(), bytes: z.number() })),
      summary: pastDrill.nullable(),
    }),
  ),
});
export const tailSchema = z.object({
  regions: z.array(
    z.object({
      region: z.string(),
      because: z.string().nullable().describe("Why nothing could be read; null when it could."),
      exported: z.boolean(),
      total: z.number().describe("Of the whole list; `rows` are its oldest thousand at most."),
      rows: z.array(
        z.object({
          epoch: z.number(),
          who: z.string(),
          what: z.string(),
          at: instant.nullable(),
          before: z.unknown(),
          after: z.unknown(),
        }),
      ),
    }),
  ),
});
