// Sign-in: a one-time link, then a password. Tokens are shown once, as a cookie that scripts can't read.

import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { type Attempts, FAILURES_PER_ADDRESS_MAX, FAILURES_PER_NAME_MAX } from "../../app/catalogue/attempts.ts";
import { linkBody, passwordBody, sessionSchema, signInBody } from "../../app/catalogue/bodies.ts";
import { passwordFault } from "../../app/catalogue/passwords.ts";
import type { NewSession, UserRecord } from "../../app/catalogue/port.ts";
import { SESSION_MS } from "../../app/catalogue/rules.ts";
import type { SessionView } from "../../core/resources.ts";
import type { InstantMs } from "../../core/time.ts";
import { digestOf, newToken } from "../../drivers/catalogue/secrets.ts";
import { sessionCookie } from "./admit.ts";
import { type ConsoleParts, type Endpoint, endpoint, sessionOf } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";
import { reached } from "./reached.ts";
import { refuseTooMany } from "./too-many-tries.ts";

const view = { status: 200, description: "The session.", schema: sessionSchema };
const none = { status: 204, description: "Done." };

export function sessionEndpoints(attempts: Attempts): Endpoint[] {
  return [current, byLink, setPassword(attempts), byPassword(attempts), signOut];
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
