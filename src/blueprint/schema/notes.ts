// What a reference blueprint says about the text it was made from, and the two ways out that nobody should be without:
// patches of single attributes, and addresses that were renamed.
import { z } from "zod";
import { part } from "./field.ts";

/** Not z.json(): its recursive type alone costs the compiler more than all the rest of the blueprint. */
const json = z
  .unknown()
  .refine(isPlainData, { error: "isn't plain data: text, numbers, true or false, null, lists and objects of them" });

function isPlainData(value: unknown): boolean {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isPlainData);
  return typeof value === "object" && Object.values(value as object).every(isPlainData);
}

export const notes = part({
  substitutions: z
    .array(
      z.strictObject({
        asked: z.string().min(1).describe("What the brief names."),
        instead: z.string().min(1).describe("What is built."),
        because: z.string().min(1).describe("Why it is so."),
      }),
    )
    .default([])
    .describe("Parts of a brief that are dead or not to be had, and their successors."),
  corrections: z
    .array(
      z.strictObject({
        claim: z.string().min(1).describe("The brief's arithmetic."),
        recomputed: z.string().min(1).describe("What it comes to."),
        because: z.string().min(1).describe("Why it is so."),
      }),
    )
    .default([])
    .describe("Arithmetic of a brief that doesn't add up, recomputed."),
}).describe("Notes that the documentation prints.");

export const patches = z
  .array(
    z.strictObject({
      stack: z
        .string()
        .optional()
        .describe('The stack it applies to, such as "region/ap-south-1"; left out: every stack that has the address.'),
      address: z
        .string()
        .regex(/^[a-z0-9_]+\.[a-z0-9_]+$/)
        .describe('The resource, such as "aws_vpc.main".'),
      set: z.record(z.string(), json).describe("Arguments to set, as Terraform names them; null removes one."),
      because: z.string().min(1).describe("Why; it becomes a comment."),
    }),
  )
  .default([])
  .describe("Any argument of any resource, changed by hand. An address that no stack has is refused.");

export const renamed = z
  .array(
    z.strictObject({
      stack: z.string().optional().describe("The stack; left out: every stack that has `to`."),
      from: z.string().describe("The address as it was."),
      to: z.string().describe("The address as it is."),
    }),
  )
  .default([])
  .describe("Resources whose address changed: each becomes a `moved` block, so that nothing is destroyed.");

/** A thirteenth month would never be over. */
function isDay(text: string): boolean {
  const [year = Number.NaN, month = 0, day = 0] = text.split("-").map(Number);
  const real = new Date(Date.UTC(year, month - 1, day));
  return !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === text;
}

export const waivers = z
  .array(
    z.strictObject({
      rule: z.string().min(1).describe('The finding\'s rule, such as "CAP-5".'),
      address: z.string().optional().describe("Its place as the finding names it; left out: every place."),
      reason: z.string().min(1).describe("Why it is lived with."),
      expires: z
        .string()
        .refine(isDay, { error: 'it is no day; a day is written like "2027-03-31"' })
        .describe(
          "The last day (UTC) on which it holds; after that `tandem assess` fails until somebody decides anew.",
        ),
    }),
  )
  .default([])
  .describe("Findings of `tandem assess` that somebody decided to live with, for a time.");
