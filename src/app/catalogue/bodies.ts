// The bodies that the API takes and the resources it answers, as schemas: checked here, printed in the OpenAPI document.

import { z } from "zod";
import type { InstallationStatus, Project, SessionView, Trace } from "../../core/resources.ts";
import { drainViewSchema } from "../operations/drain-bodies.ts";
import { PASSWORD_CHARACTERS_MAX } from "./passwords.ts";
import { isTimeZone, NAME_CHARACTERS_MAX, PROJECT_ID } from "./rules.ts";

const name = z
  .string()
  .trim()
  .min(1, "A name has at least one character.")
  .max(NAME_CHARACTERS_MAX, `A name has at most ${NAME_CHARACTERS_MAX} characters.`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here.
  .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), "A name has no control characters.");
const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'This is no time zone of the IANA database; examples are "Asia/Kolkata" and "UTC".');
const acknowledgement = z.enum(["region", "pair"]);
const pairPolicy = z.enum(["degrade", "refuse"]);
const role = z.enum(["owner", "operator", "analyst"]);
const instant = z.number().describe("Milliseconds since the Unix epoch, UTC.");
/** Long enough for any token of ours; bounds what is hashed. */
const token = z.string().min(1).max(200);

export const linkBody = z.strictObject({ token });
export const passwordBody = z.strictObject({
  password: z.string().max(PASSWORD_CHARACTERS_MAX * 4),
  current: z
    .string()
    .max(PASSWORD_CHARACTERS_MAX * 4)
    .optional(),
});
export const signInBody = z.strictObject({ name, password: z.string().max(PASSWORD_CHARACTERS_MAX * 4) });
export const newProjectBody = z.strictObject({
  name,
  timeZone: timeZone.optional(),
  acknowledgement: acknowledgement.optional(),
  pairPolicy: pairPolicy.optional(),
  demo: z.boolean().optional(),
});
/** For `tandem up` and the demo: the id may be chosen, and the same id twice is the same project. */
export const internalProjectBody = newProjectBody.extend({
  id: z.string().regex(PROJECT_ID, "An id has 1 to 32 lower-case letters, digits and hyphens.").optional(),
});
export const projectPatchBody = z.strictObject({
  name: name.optional(),
  timeZone: timeZone.optional(),
  acknowledgement: acknowledgement.optional(),
  pairPolicy: pairPolicy.optional(),
});
export const keyBody = z.strictObject({ name });
export const signInLinkBody = z.strictObject({ name: name.optional(), role: role.optional() });

export const writeKeySchema = z.object({
  key: z.string(),
  name: z.string(),
  createdAt: instant,
  revokedAt: instant.nullable(),
});
export const readKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  ending: z.string(),
  createdAt: instant,
  revokedAt: instant.nullable(),
});
export const newReadKeySchema = readKeySchema.extend({ secret: z.string().describe("Shown this once.") });
export const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  acknowledgement,
  pairPolicy,
  demo: z.boolean(),
  createdAt: instant,
  keys: z.array(writeKeySchema),
  readKeys: z.array(readKeySchema),
}) satisfies z.core.$ZodType<Project>;
export const projectsSchema = z.object({ projects: z.array(projectSchema) });

export const sessionSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), role }),
  csrf: z.string().describe("Send it back in x-tandem-csrf with every request that changes something."),
  region: z.string(),
  writable: z.boolean(),
  collectUrl: z.string(),
  needsPassword: z.boolean().describe("The user must set a password before anything else."),
}) satisfies z.core.$ZodType<SessionView>;

const processSchema = z.object({
  name: z.string(),
  pid: z.number().nullable(),
  state: z.enum(["running", "starting", "restarting", "waiting", "stopped", "failed"]),
  restarts: z.number(),
  since: instant,
  detail: z.string().nullable(),
});
const regionSchema = z.object({
  name: z.string(),
  configured: z.enum(["primary", "standby"]),
  version: z.string().optional(),
  role: z.enum(["active", "passive"]),
  serving: z.boolean().optional().describe("Whether its own guardian holds an open lease right now."),
  reachable: z.boolean(),
  heardAt: instant.nullable(),
  health: z.object({ ok: z.boolean(), detail: z.string().nullable() }),
  accepting: z.boolean(),
  events: z.object({ acceptedTotal: z.number(), perSecond: z.number(), atRisk: z.number() }),
  database: z.object({
    state: z.enum(["primary", "standby", "down"]),
    lagMs: z.number().nullable(),
    lagBytes: z.number().nullable(),
    synchronous: z.boolean(),
    solo: z.boolean(),
  }),
  mirror: z.object({ behindEvents: z.number().nullable(), behindMs: z.number().nullable() }),
  lake: z.object({
    objects: z.number(),
    bytes: z.number(),
    events: z.number(),
    missingObjects: z.number().nullable(),
    completeUntil: instant.nullable(),
    setAside: z.number(),
    damaged: z.number(),
  }),
  processes: z.array(processSchema),
});
export const installationSchema = z.object({
  at: instant,
  version: z.string(),
  epoch: z.number().nullable(),
  holder: z.string().nullable(),
  edge: z.object({
    reachable: z.boolean(),
    url: z.string(),
    processes: z.array(processSchema),
    traffic: z
      .object({
        active: z.string().nullable(),
        errorShare: z.number().nullable().describe("Of the active region's answers in the last ten seconds, 0 to 1."),
        held: z.number().describe("Changes that wait at the edge for a region to be active."),
        drain: drainViewSchema.nullable().describe("A share of one region's events that goes to the other one."),
      })
      .optional(),
  }),
  witness: z.object({ reachable: z.boolean(), processes: z.array(processSchema) }),
  abstaining: z
    .array(z.object({ voter: z.string(), says: z.string() }))
    .optional()
    .describe("Voters whose record is missing or damaged: each waits for a person to re-admit it."),
  regions: z.array(regionSchema),
  verdict: z.string(),
}) satisfies z.core.$ZodType<InstallationStatus>;

export const traceSchema = z.object({
  messageId: z.string(),
  project: z.string(),
  steps: z.array(
    z.object({
      step: z.enum(["received", "mirrored", "stored", "merged", "counted"]),
      region: z.string(),
      at: instant.nullable(),
      origin: z.string().optional(),
      offset: z.number().optional(),
      file: z.string().optional(),
      traceId: z.string().optional(),
      detail: z.string(),
    }),
  ),
});
/** Parsed answers of our own query process: known to be a Trace, so optional members are absent, not undefined. */
export type TraceAnswer = Trace;

export const valuesSchema = z.object({
  values: z.array(z.object({ value: z.string(), visitors: z.number() })).describe("The commonest first."),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().describe("What to do next."),
  pointer: z.string().optional(),
  instance: z.string().optional(),
  errors: z
    .array(
      z.object({ index: z.number().optional(), pointer: z.string().optional(), code: z.string(), detail: z.string() }),
    )
    .optional(),
});

const metricValues = z.record(z.string(), z.unknown());
export const answerSchema = z.object({
  kind: z.enum(["totals", "timeseries", "breakdown", "live", "events"]),
  rows: z.array(metricValues),
  totals: metricValues.optional(),
  next: z.string().nullable().describe("The cursor of the next page."),
  meta: z.object({
    range: z.object({ from: z.string(), to: z.string(), tz: z.string(), grain: z.string().optional() }),
    compare: z.object({ from: z.string(), to: z.string() }).optional(),
    region: z.string().describe("The region that answered."),
    dataAsOf: z.string(),
    sessionsFinalUntil: z.string(),
    freshness: z.array(
      z.object({ region: z.string(), origin: z.string(), completeUntil: instant.nullable(), lost: z.boolean() }),
    ),
    definitions: z.string(),
    channelRules: z.string(),
    warnings: z.array(z.object({ code: z.string(), field: z.string().optional(), text: z.string() })),
    cost: z.object({ ms: z.number(), files: z.number(), cached: z.boolean() }),
    queryId: z.string(),
  }),
});
