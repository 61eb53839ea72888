// What a question may say, as a schema: the API's documentation and the validation are generated from it. Every list, string
// and depth is bounded.

import { z } from "zod";
import {
  type Compare,
  DIMENSIONS,
  type Dimension,
  GRAINS,
  type Grain,
  METRICS,
  OPERATORS,
  QUESTION_KINDS,
  type Question,
  type Range,
  type Where,
} from "../../core/question.ts";

export const WHERE_DEPTH_MAX = 6;
export const WHERE_NODES_MAX = 100;
export const VALUES_MAX = 100;
export const TEXT_MAX = 2_000;
export const PROPERTY_NAME_MAX = 200;
export const DIMENSIONS_MAX = 3;
export const LIMIT_MAX = 1_000;
const PRESET_DAYS_MAX = 3_650;

const TIME_DIMENSIONS = GRAINS.map((grain) => `time.${grain}` as const);

const propertySchema = z
  .string()
  .regex(new RegExp(`^prop\\.[^\\u0000-\\u001f]{1,${PROPERTY_NAME_MAX}}$`), "prop.<name of a property>")
  .refine((name) => !name.split(".").includes(""), "a property's name has no empty part")
  .describe('A property of the event, e.g. "prop.plan"; nested ones with dots.');

const dimensionSchema = z.union([z.enum(DIMENSIONS), propertySchema]) as z.ZodType<Dimension>;

const leafSchema = z.strictObject({
  field: dimensionSchema,
  op: z.enum(OPERATORS),
  value: z
    .array(z.union([z.string().max(TEXT_MAX), z.number(), z.boolean()]))
    .min(1)
    .max(VALUES_MAX),
});

const whereSchema: z.ZodType<Where> = z.lazy(() =>
  z.union([
    leafSchema,
    z.strictObject({ all: z.array(whereSchema).min(1).max(WHERE_NODES_MAX) }),
    z.strictObject({ any: z.array(whereSchema).min(1).max(WHERE_NODES_MAX) }),
    z.strictObject({ not: whereSchema }),
  ]),
);

const presetSchema = z
  .string()
  .regex(
    /^(today|yesterday|month|year|all|[1-9]\d{0,3}d(\+today)?)$/,
    "today, yesterday, 7d, 28d+today, month, year or all",
  )
  .refine((name) => !/^\d+d/.test(name) || Number.parseInt(name, 10) <= PRESET_DAYS_MAX, `${PRESET_DAYS_MAX}d at most`);

const datesSchema = z.strictObject({ from: z.string().max(40), to: z.string().max(40) });

const compareSchema = z.union([
  z.enum(["previous", "year"]),
  z.strictObject({ to: z.enum(["previous", "year"]), align: z.enum(["weekday", "date"]) }),
  datesSchema,
]) as z.ZodType<Compare>;

export const questionSchema = z
  .strictObject({
    kind: z.enum(QUESTION_KINDS),
    range: (z.union([presetSchema, datesSchema]) as z.ZodType<Range>)
      .optional()
      .describe("A preset, or local dates (or instants) of which `to` is excluded. 7d where absent."),
    tz: z.string().max(64).optional().describe("IANA name, e.g. Asia/Kolkata; the project's where absent."),
    compare: compareSchema.optional(),
    metrics: z.array(z.enum(METRICS)).min(1).max(METRICS.length).optional(),
    by: z
      .array(z.union([dimensionSchema, z.enum(TIME_DIMENSIONS)]) as z.ZodType<Dimension | `time.${Grain}`>)
      .min(1)
      .max(DIMENSIONS_MAX)
      .optional(),
    where: whereSchema.optional(),
    order: z
      .array(z.tuple([z.enum([...METRICS, "time"]), z.enum(["asc", "desc"])]))
      .min(1)
      .max(METRICS.length)
      .optional(),
    limit: z.int().min(1).max(LIMIT_MAX).optional(),
    cursor: z.string().max(TEXT_MAX).optional(),
    window: z
      .string()
      .regex(/^([1-9]\d{0,2}m|[1-9]\d?h)$/, "5m, 30m, 2h")
      .optional(),
    bots: z.boolean().optional(),
  })
  .meta({ id: "Question", title: "Question", description: "One question to a project's events." });

/** The same as the contract's type: a difference between the two doesn't compile. */
export type ParsedQuestion = z.infer<typeof questionSchema>;
type Optional<T> = { [K in keyof T]: T[K] };
const same: (parsed: ParsedQuestion) => Optional<{ [K in keyof Question]: Question[K] | undefined }> = (parsed) =>
  parsed;
void same;
