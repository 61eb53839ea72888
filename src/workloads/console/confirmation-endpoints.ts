// Confirming a deed: by a passkey where the person has one at the address by which they came, else by the password once more.
// Nothing is written, so it works in a passive region; passkeys and the password's hash are read from this region's database.

import type { Context } from "hono";
import type { z } from "zod";
import type { Attempts } from "../../app/catalogue/attempts.ts";
import {
  confirmationBody,
  confirmationSchema,
  confirmationWayBody,
  confirmationWaySchema,
} from "../../app/catalogue/confirmation-bodies.ts";
import type { PasskeyRecord } from "../../app/catalogue/port.ts";
import type { ConfirmationWay, Deed } from "../../core/confirmation.ts";
import { type PasskeyPlace, verifyPasskey } from "../../drivers/passkeys/verify.ts";
import { CHALLENGE_MS, isChallenge, newChallenge, newConfirmation } from "./confirmations.ts";
import { type Asked, type Caller, type ConsoleParts, type Endpoint, endpoint, sessionOf } from "./endpoint.ts";
import { passkeyPlace } from "./passkey-place.ts";
import { ProblemError } from "./problem.ts";
import { refuseTooMany } from "./too-many-tries.ts";

/** Per user and quarter of an hour. Apart from sign-in's, so that nobody outside can keep an operator from acting. */
const FAILURES_MAX = 10;

export function confirmationEndpoints(attempts: Attempts): Endpoint[] {
  return [way, confirm(attempts)];
}

const confirming = { method: "POST", access: "session", changes: false, acts: true } as const;

const way = endpoint<z.infer<typeof confirmationWayBody>>({
  ...confirming,
  path: "/session/confirmation/challenge",
  summary: "How a deed is confirmed here, and what an authenticator is to sign for it",
  body: confirmationWayBody,
  answer: { status: 200, description: "By passkey, or by password.", schema: confirmationWaySchema },
  async handle({ c, parts, caller, body }) {
    const found = await wayOf(c, parts, caller);
    return c.json(found.kind === "password" ? found : asWay(found, parts, bound(parts, caller, body.deed)));
  },
});

function confirm(attempts: Attempts): Endpoint {
  return endpoint<z.infer<typeof confirmationBody>>({
    ...confirming,
    path: "/session/confirmation",
    summary: "Confirm a deed, by passkey or password; the answer holds for two minutes, this session and this deed",
    body: confirmationBody,
    answer: { status: 200, description: "What to send with the deed.", schema: confirmationSchema },
    async handle(asked) {
      const { c, parts, caller, body } = asked;
      const found = await wayOf(c, parts, caller);
      if (found.kind === "passkey") await checkPasskey(asked, found);
      else await checkPassword(asked, attempts);
      return c.json(newConfirmation(bound(parts, caller, body.deed), parts.now()));
    },
  });
}

type Way =
  | Extract<ConfirmationWay, { kind: "password" }>
  | { kind: "passkey"; place: PasskeyPlace; passkeys: PasskeyRecord[] };

/** A session that a one-time link opened was let in by whoever runs the machine: there the password is enough. */
async function wayOf(c: Context, parts: ConsoleParts, caller: Caller): Promise<Way> {
  const { session } = sessionOf(caller);
  const place = passkeyPlace(c, parts);
  const all = await parts.catalogue.passkeys(session.user.id);
  const passkeys = all.filter(({ host }) => host === place?.host);
  if (place && passkeys.length > 0 && !session.byLink) return { kind: "passkey", place, passkeys };
  const hosts = [...new Set(all.map(({ host }) => host))].join(" and ");
  const says =
    hosts === "" || session.byLink ? null : `Your passkeys are for ${hosts}; here your password confirms it.`;
  return { kind: "password", says };
}

function asWay(found: Extract<Way, { kind: "passkey" }>, parts: ConsoleParts, to: ReturnType<typeof bound>) {
  const { place, passkeys } = found;
  return {
    kind: "passkey",
    question: {
      challenge: newChallenge("passkey asked", to, parts.now(), parts.chance),
      host: place.host,
      timeoutMs: CHALLENGE_MS,
      passkeys: passkeys.map(({ id, transports }) => ({ id, transports })),
    },
  } satisfies ConfirmationWay;
}

const bound = ({ linkKey }: ConsoleParts, caller: Caller, deed: Deed) => ({
  linkKey,
  session: sessionOf(caller).digest,
  deed,
});

type AskedConfirmation = Asked<z.infer<typeof confirmationBody>>;

async function checkPasskey(
  { parts, caller, body }: AskedConfirmation,
  { place, passkeys }: Extract<Way, { kind: "passkey" }>,
) {
  const { passkey: answer, deed } = body;
  if (!answer) {
    throw new ProblemError(
      "confirmation-needed",
      `You have a passkey for ${place.host}, so that confirms it here. Without it at hand: the command line, or a session ` +
        "by a one-time link (`tandem sign-in-link`), where the password is enough.",
      { pointer: "/passkey" },
    );
  }
  const passkey = passkeys.find(({ id }) => id === answer.id);
  if (!passkey) throw new ProblemError("passkey-refused", "It isn't one of yours for this address. Take another one.");
  const to = bound(parts, caller, deed);
  const isOurs = (challenge: string) => isChallenge("passkey asked", to, challenge, parts.now());
  const verified = await verifyPasskey(answer, passkey, isOurs, place);
  if (verified.kind === "verified") return;
  parts.log("a passkey was refused", { user: sessionOf(caller).session.user.id, because: verified.because });
  throw new ProblemError("passkey-refused", `Try again; a question is good for two minutes. (${verified.because})`);
}

async function checkPassword({ parts, caller, body }: AskedConfirmation, attempts: Attempts) {
  const { user } = sessionOf(caller).session;
  if (body.password === undefined) {
    throw new ProblemError("confirmation-needed", "Send your password as `password`.", { pointer: "/password" });
  }
  const now = parts.now();
  const subject = `confirmation:${user.id}`;
  refuseTooMany(attempts.waitMs(subject, FAILURES_MAX, now));
  attempts.begin(subject, now);
  if (!(await parts.passwords.match(body.password, user.passwordHash))) {
    throw new ProblemError("wrong-password", "Type the password that you sign in with.", { pointer: "/password" });
  }
  attempts.succeeded(subject);
}
