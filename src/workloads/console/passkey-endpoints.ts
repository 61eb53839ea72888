// The signed-in person's own passkeys. They are kept in the catalogue, so that both regions know them; to add or remove one
// is confirmed like a move of regions, since whoever can do that can confirm the rest.

import type { z } from "zod";
import {
  newPasskeyBody,
  passkeyOfferSchema,
  passkeySchema,
  passkeysSchema,
} from "../../app/catalogue/confirmation-bodies.ts";
import { PASSKEYS_MAX } from "../../app/catalogue/rules.ts";
import type { Deed, PasskeyOffer, PasskeysView } from "../../core/confirmation.ts";
import { PASSKEY_ALGORITHMS, verifyNewPasskey } from "../../drivers/passkeys/verify.ts";
import { CHALLENGE_MS, isChallenge, newChallenge } from "./confirmations.ts";
import { type Asked, type Endpoint, endpoint, part, sessionOf } from "./endpoint.ts";
import { passkeyPlace, passkeyPlaceOr403 } from "./passkey-place.ts";
import { ProblemError } from "./problem.ts";
import { done } from "./project-endpoints.ts";

const ADD: Deed = { kind: "add-passkey" };

const list = endpoint({
  method: "GET",
  path: "/session/passkeys",
  summary: "Your passkeys",
  access: "session",
  changes: false,
  readsCatalogue: true,
  answer: { status: 200, description: "Oldest first.", schema: passkeysSchema },
  async handle({ c, parts, caller }) {
    const found = await parts.catalogue.passkeys(sessionOf(caller).session.user.id);
    const passkeys = found.map(({ id, name, host, createdAt }) => ({ id, name, host, createdAt }));
    return c.json({ passkeys, host: passkeyPlace(c, parts)?.host ?? null } satisfies PasskeysView);
  },
});

const offer = endpoint({
  method: "POST",
  path: "/session/passkeys/challenge",
  summary: "What an authenticator is asked to make",
  access: "session",
  changes: false,
  acts: true,
  answer: { status: 200, description: "Good for two minutes.", schema: passkeyOfferSchema },
  async handle(asked) {
    const { c, parts, caller } = asked;
    const { user } = sessionOf(caller).session;
    const { host } = passkeyPlaceOr403(c, parts);
    const present = (await parts.catalogue.passkeys(user.id)).filter((one) => one.host === host);
    const made: PasskeyOffer = {
      challenge: newChallenge("passkey made", bound(asked), parts.now(), parts.chance),
      host,
      timeoutMs: CHALLENGE_MS,
      user: { id: Buffer.from(user.id).toString("base64url"), name: user.name },
      algorithms: PASSKEY_ALGORITHMS,
      present: present.map(({ id, transports }) => ({ id, transports })),
    };
    return c.json(made);
  },
});

const add = endpoint<z.infer<typeof newPasskeyBody>>({
  method: "POST",
  path: "/session/passkeys",
  summary: "Keep a passkey",
  access: "session",
  changes: true,
  body: newPasskeyBody,
  confirms: () => ADD,
  answer: { status: 201, description: "The passkey.", schema: passkeySchema },
  async handle(asked) {
    const { c, parts, caller, body, by } = asked;
    const { user } = sessionOf(caller).session;
    const place = passkeyPlaceOr403(c, parts);
    const present = await parts.catalogue.passkeys(user.id);
    if (present.length >= PASSKEYS_MAX) {
      throw new ProblemError("passkey-refused", `You have ${PASSKEYS_MAX} passkeys, and more aren't kept. Remove one.`);
    }
    const { name, answer } = body;
    const isOurs = (challenge: string) => isChallenge("passkey made", bound(asked), challenge, parts.now());
    const made = await verifyNewPasskey(answer, isOurs, place);
    if (made.kind === "refused") {
      throw new ProblemError("passkey-refused", `Try again; an offer is good for two minutes. (${made.because})`);
    }
    const { id, publicKey } = made;
    const passkey = { id, host: place.host, name, publicKey, transports: answer.transports };
    const written = await parts.catalogue.addPasskey(user.id, passkey, by);
    if (written.kind === "conflict" && !by.idempotency) {
      throw new ProblemError("passkey-refused", "It is kept already. Take another device, or another key.");
    }
    return c.json(done(written, "passkey"), 201);
  },
});

const remove = endpoint({
  method: "DELETE",
  path: "/session/passkeys/:passkey",
  summary: "Remove a passkey",
  access: "session",
  changes: true,
  confirms: ({ c }) => ({ kind: "remove-passkey", passkey: part(c, "passkey") }),
  answer: { status: 200, description: "The removed passkey.", schema: passkeySchema },
  async handle({ c, parts, caller, by }) {
    const { user } = sessionOf(caller).session;
    return c.json(done(await parts.catalogue.removePasskey(user.id, part(c, "passkey"), by), "passkey"));
  },
});

export const passkeyEndpoints: Endpoint[] = [list, offer, add, remove];

const bound = ({ parts, caller }: Pick<Asked<unknown>, "parts" | "caller">) => ({
  linkKey: parts.linkKey,
  session: sessionOf(caller).digest,
  deed: ADD,
});
