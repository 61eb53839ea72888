// Sign-in: a one-time link, then a password. Tokens are shown once, as a cookie that scripts can't read.

import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { z } from "zod";
import { type Attempts, FAILURES_PER_ADDRESS_MAX, FAILURES_PER_NAME_MAX } from "../../app/catalogue/attempts.ts";
import { linkBody, passwordBody, sessionSchema, signInBody } from "../../app/catalogue/bodies.ts";
import { passkeyQuestionSchema, passkeySignInBody } from "../../app/catalogue/confirmation-bodies.ts";
import { passwordFault } from "../../app/catalogue/passwords.ts";
import type { NewSession, UserRecord } from "../../app/catalogue/port.ts";
import { SESSION_MS } from "../../app/catalogue/rules.ts";
import type { PasskeyQuestion } from "../../core/confirmation.ts";
import type { SessionView } from "../../core/resources.ts";
import type { InstantMs } from "../../core/time.ts";
import { digestOf, newToken } from "../../drivers/catalogue/secrets.ts";
import { verifyPasskey } from "../../drivers/passkeys/verify.ts";
import { sessionCookie } from "./admit.ts";
import { CHALLENGE_MS, isChallenge, newChallenge } from "./confirmations.ts";
import { type ConsoleParts, type Endpoint, endpoint, sessionOf } from "./endpoint.ts";
import { passkeyPlaceOr403 } from "./passkey-place.ts";
import { ProblemError } from "./problem.ts";
import { reached } from "./reached.ts";
import { refuseTooMany } from "./too-many-tries.ts";

const view = { status: 200, description: "The session.", schema: sessionSchema };
const none = { status: 204, description: "Done." };

export function sessionEndpoints(attempts: Attempts): Endpoint[] {
  return [current, byLink, setPassword(attempts), byPassword(attempts), passkeyQuestion, byPasskey, signOut];
}

const current = endpoint({
  method: "GET",
  path: "/session",
  summary: "Who is signed in",
  access: "session",
  changes: false,
  readsCatalogue: true,
  beforePassword: true,
  answer: view,
  async handle({ c, parts, caller }) {
    const { session } = sessionOf(caller);
    return c.json(await sessionView(c, parts, session.user, session.csrf));
  },
});

const byLink = endpoint({
  method: "POST",
  path: "/session/link",
  summary: "Sign in with a one-time link",
  access: "public",
  changes: true,
  unrepeatable: true,
  body: linkBody,
  answer: view,
  async handle({ c, parts, body, by }) {
    const { token, session } = newSession(parts, by.at);
    const used = await parts.catalogue.useSignInLink(digestOf(body.token), session, by);
    if (used.kind !== "done") {
      const detail = "It was used before, or is older than an hour. Ask for a new one: tandem sign-in-link.";
      throw new ProblemError("link-used-up", detail);
    }
    giveCookie(c, parts, token);
    return c.json(await sessionView(c, parts, used.value, session.csrf));
  },
});

function setPassword(attempts: Attempts): Endpoint {
  return endpoint({
    method: "POST",
    path: "/session/password",
    summary: "Set the password",
    access: "session",
    changes: true,
    unrepeatable: true,
    beforePassword: true,
    body: passwordBody,
    answer: { ...none, description: "Set; the user's other sessions have ended." },
    async handle({ parts, caller, body, by }) {
      const { session, digest } = sessionOf(caller);
      const { user } = session;
      if (user.passwordHash !== null && !session.byLink) {
        const name = `user:${user.id}`;
        refuseTooMany(attempts.waitMs(name, FAILURES_PER_NAME_MAX, by.at));
        attempts.begin(name, by.at);
        if (!(await parts.passwords.match(body.current ?? "", user.passwordHash))) {
          const detail = "Send the present password as `current`.";
          throw new ProblemError("wrong-password", detail, { pointer: "/current" });
        }
        attempts.succeeded(name);
      }
      const fault = passwordFault(body.password, user.name);
      if (fault) throw new ProblemError("bad-password", fault, { pointer: "/password" });
      await parts.catalogue.setPassword(user.id, await parts.passwords.hash(body.password), digest, by);
      return new Response(null, { status: 204 });
    },
  });
}

function byPassword(attempts: Attempts): Endpoint {
  return endpoint({
    method: "POST",
    path: "/session",
    summary: "Sign in with name and password",
    access: "public",
    changes: true,
    unrepeatable: true,
    body: signInBody,
    answer: view,
    async handle({ c, parts, body, by }) {
      const user = await parts.catalogue.userByName(body.name);
      // By the user where there is one: the database finds names in spellings that JavaScript tells apart.
      const name = user ? `user:${user.id}` : `name:${body.name.toLowerCase()}`;
      const address = `address:${reached(c.req.raw, parts.linkKey).address}`;
      const waitMs = Math.max(
        attempts.waitMs(name, FAILURES_PER_NAME_MAX, by.at),
        attempts.waitMs(address, FAILURES_PER_ADDRESS_MAX, by.at),
      );
      refuseTooMany(waitMs);
      attempts.begin(name, by.at);
      attempts.begin(address, by.at);
      const matches = await parts.passwords.match(body.password, user?.passwordHash ?? null);
      if (!user || !matches) throw new ProblemError("wrong-password", "Check both and try again.");
      attempts.succeeded(name);
      // Only this try: else who has one password could go on guessing those of all others.
      attempts.takeBack(address);
      const { token, session } = newSession(parts, by.at);
      await parts.catalogue.openSession(user.id, session, { ...by, who: `user:${user.id}` });
      giveCookie(c, parts, token);
      return c.json(await sessionView(c, parts, user, session.csrf));
    },
  });
}

const signingIn = ({ linkKey }: ConsoleParts) => ({ linkKey, session: "", deed: "sign-in" as const });

const passkeyQuestion = endpoint({
  method: "POST",
  path: "/session/passkey/challenge",
  summary: "What an authenticator is to sign for signing in",
  access: "public",
  changes: false,
  answer: { status: 200, description: "Good for two minutes.", schema: passkeyQuestionSchema },
  async handle({ c, parts }) {
    const { host } = passkeyPlaceOr403(c, parts);
    const challenge = newChallenge("passkey asked", signingIn(parts), parts.now(), parts.chance);
    // Whose passkeys there are isn't told to strangers: the authenticator knows its own.
    return c.json({ challenge, host, timeoutMs: CHALLENGE_MS, passkeys: [] } satisfies PasskeyQuestion);
  },
});

const byPasskey = endpoint<z.infer<typeof passkeySignInBody>>({
  method: "POST",
  path: "/session/passkey",
  summary: "Sign in with a passkey",
  access: "public",
  changes: true,
  unrepeatable: true,
  body: passkeySignInBody,
  answer: view,
  async handle({ c, parts, body, by }) {
    const place = passkeyPlaceOr403(c, parts);
    const found = await parts.catalogue.passkeyById(body.passkey.id);
    const isOurs = (challenge: string) => isChallenge("passkey asked", signingIn(parts), challenge, parts.now());
    const verified =
      found?.passkey.host === place.host && (await verifyPasskey(body.passkey, found.passkey, isOurs, place));
    if (!found || !verified || verified.kind !== "verified") {
      const detail = "It isn't known here, or took longer than two minutes. Try again, or use your password.";
      throw new ProblemError("passkey-refused", detail);
    }
    const { user } = found;
    const { token, session } = newSession(parts, by.at);
    await parts.catalogue.openSession(user.id, session, { ...by, who: `user:${user.id}` });
    giveCookie(c, parts, token);
    return c.json(await sessionView(c, parts, user, session.csrf));
  },
});

const signOut = endpoint({
  method: "DELETE",
  path: "/session",
  summary: "Sign out",
  access: "session",
  changes: true,
  unrepeatable: true,
  beforePassword: true,
  answer: none,
  async handle({ c, parts, caller, by }) {
    await parts.catalogue.endSession(sessionOf(caller).digest, by);
    deleteCookie(c, sessionCookie(parts), { path: "/" });
    return c.body(null, 204);
  },
});

function newSession(parts: ConsoleParts, at: InstantMs): { token: string; session: NewSession } {
  const token = newToken(parts.chance);
  const csrf = newToken(parts.chance);
  return { token, session: { digest: digestOf(token), csrf, createdAt: at, expiresAt: at + SESSION_MS } };
}

function giveCookie(c: Context, parts: ConsoleParts, token: string): void {
  const { secure } = reached(c.req.raw, parts.linkKey);
  setCookie(c, sessionCookie(parts), token, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    maxAge: SESSION_MS / 1000,
  });
}

async function sessionView(
  c: Context,
  parts: ConsoleParts,
  user: UserRecord,
  csrf: string,
): Promise<SessionView & { needsPassword: boolean }> {
  return {
    user: { id: user.id, name: user.name, role: user.role },
    csrf,
    region: parts.region.name,
    writable: parts.mayWrite().ok && (await parts.catalogue.writable()),
    collectUrl: reached(c.req.raw, parts.linkKey).origin,
    needsPassword: user.passwordHash === null,
  };
}
