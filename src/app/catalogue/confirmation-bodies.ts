// What is sent to confirm a deed and to keep passkeys, as schemas: checked here, printed in the OpenAPI document.

import { z } from "zod";
import type {
  Confirmation,
  ConfirmationWay,
  Deed,
  NewPasskeyAnswer,
  Passkey,
  PasskeyAnswer,
  PasskeyOffer,
  PasskeyQuestion,
  PasskeysView,
} from "../../core/confirmation.ts";
import { PLAN_KINDS } from "../../core/recovery-view.ts";
import { PASSWORD_CHARACTERS_MAX } from "./passwords.ts";
import { NAME_CHARACTERS_MAX } from "./rules.ts";

const short = z.string().min(1).max(200);
/** A credential's id has at most 1,023 bytes (WebAuthn, 4). */
const id = z.base64url().min(1).max(1_400);
const bytes = z.base64url().min(1).max(16_000);
const transports = z.array(z.string().max(20)).max(10);
const instant = z.number().describe("Milliseconds since the Unix epoch, UTC.");
const known = z.object({ id: z.string(), transports: z.array(z.string()) });

const deed = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), plan: z.enum(PLAN_KINDS), to: short }),
  z.strictObject({ kind: z.literal("approve"), run: short }),
  z.strictObject({ kind: z.literal("add-passkey") }),
  z.strictObject({ kind: z.literal("remove-passkey"), passkey: id }),
]) satisfies z.core.$ZodType<Deed>;

const passkeyAnswer = z
  .strictObject({ id, clientData: bytes, authenticatorData: bytes, signature: bytes })
  .describe("The authenticator's answer to the question, in base64url.") satisfies z.core.$ZodType<PasskeyAnswer>;
const passkeyQuestion = z.object({
  challenge: z.string(),
  host: z.string(),
  timeoutMs: z.number(),
  passkeys: z.array(known),
});

export const confirmationWayBody = z.strictObject({ deed });
export const confirmationBody = z.strictObject({
  deed,
  password: z
    .string()
    .max(PASSWORD_CHARACTERS_MAX * 4)
    .optional(),
  passkey: passkeyAnswer.optional(),
});
export const passkeySignInBody = z.strictObject({ passkey: passkeyAnswer });
export const confirmationWaySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("password"), says: z.string().nullable() }),
  z.object({
    kind: z.literal("passkey"),
    question: passkeyQuestion,
  }),
]) satisfies z.core.$ZodType<ConfirmationWay>;
export const passkeyQuestionSchema = passkeyQuestion satisfies z.core.$ZodType<PasskeyQuestion>;
export const confirmationSchema = z.object({
  confirmation: z.string().describe("For this session and this deed: send it in x-tandem-confirmation."),
  lastsMs: z.number(),
}) satisfies z.core.$ZodType<Confirmation>;

export const newPasskeyBody = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Name it, so that you know later which one it is.")
    .max(NAME_CHARACTERS_MAX, `A name has at most ${NAME_CHARACTERS_MAX} characters.`),
  answer: z.strictObject({
    id,
    clientData: bytes,
    attestation: bytes,
    transports,
  }) satisfies z.core.$ZodType<NewPasskeyAnswer>,
});
export const passkeyOfferSchema = z.object({
  challenge: z.string(),
  host: z.string(),
  timeoutMs: z.number(),
  user: z.object({ id: z.string(), name: z.string() }),
  algorithms: z.array(z.number()),
  present: z.array(known),
}) satisfies z.core.$ZodType<PasskeyOffer>;
export const passkeySchema = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  createdAt: instant,
}) satisfies z.core.$ZodType<Passkey>;
export const passkeysSchema = z.object({
  passkeys: z.array(passkeySchema),
  host: z.string().nullable().describe("Where the console was reached; null for an address, which has no passkeys."),
}) satisfies z.core.$ZodType<PasskeysView>;
