// Who is calling, and whether they may: one place for all endpoints.

import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { By } from "../../app/catalogue/port.ts";
import { IDEMPOTENCY_KEY_CHARACTERS_MAX, mayAs } from "../../app/catalogue/rules.ts";
import { SESSION_COOKIE_PREFIX } from "../../core/entrance.ts";
import { Unavailable } from "../../core/errors.ts";
import type { UserRole } from "../../core/resources.ts";
import { digestOf } from "../../drivers/catalogue/secrets.ts";
import type { Access, Caller, ConsoleParts, Endpoint } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";
import { isFromInside, reached } from "./reached.ts";

export const CSRF_HEADER = "x-tandem-csrf";
const IDEMPOTENCY_HEADER = "idempotency-key";
const TOKEN_CHARACTERS_MAX = 200;

/** Cookies know no ports, so two installations on one machine keep theirs apart by name. */
export function sessionCookie(parts: ConsoleParts): string {
  return `${SESSION_COOKIE_PREFIX}${parts.installation.edgePort}`;
}

const ROLE_REFUSALS: Partial<Record<Access, { needed: UserRole; detail: string }>> = {
  owner: { needed: "owner", detail: "Only an owner can change projects and keys. Ask an owner of this installation." },
  operator: {
    needed: "operator",
    detail: "Moving regions and starting drills is for operators and owners. Ask an owner of this installation.",
  },
};

/** The caller, if the endpoint's access rule lets it in; a problem otherwise. */
export async function admit(c: Context, parts: ConsoleParts, endpoint: Endpoint): Promise<Caller> {
  if (endpoint.access === "link-key") {
    if (!isFromInside(c.req.raw, parts.linkKey))
      throw new ProblemError("not-found", "There is nothing at this address.");
    return { kind: "link-key" };
  }
  if (endpoint.access === "public") {
    if (endpoint.changes) refuseForeignOrigin(c, parts);
    return { kind: "nobody" };
  }
  const bearer = c.req.header("authorization");
  if (bearer !== undefined) return admitReadKey(c, parts, endpoint, bearer);
  const caller = await callerOfCookie(c, parts);
  if (!caller) throw new ProblemError("not-signed-in", "Sign in, or send `Authorization: Bearer <read key>`.");
  const { user } = caller.session;
  if (user.passwordHash === null && !endpoint.beforePassword) {
    throw new ProblemError("password-needed", "You came by a one-time link; choose a password, then go on.");
  }
  const refusal = ROLE_REFUSALS[endpoint.access];
  if (refusal && !mayAs(user.role, refusal.needed)) throw new ProblemError("not-allowed", refusal.detail);
  if (endpoint.changes || endpoint.acts) {
    refuseForeignOrigin(c, parts);
    refuseWithoutCsrf(c, caller.session.csrf);
  }
  return caller;
}

async function admitReadKey(c: Context, parts: ConsoleParts, endpoint: Endpoint, header: string): Promise<Caller> {
  const key = /^Bearer +(\S+)$/i.exec(header)?.[1];
  const project =
    key && key.length <= TOKEN_CHARACTERS_MAX ? await parts.catalogue.projectOfReadKey(digestOf(key)) : undefined;
  if (project === undefined) {
    throw new ProblemError("not-signed-in", "This read key isn't known or was revoked. Make one under Projects.");
  }
  if (endpoint.access !== "project-reader") {
    throw new ProblemError("not-allowed", "A read key can ask questions of its project and nothing else.");
  }
  // The same answer for a project that exists and for one that doesn't: a key learns nothing about others.
  if (c.req.param("project") !== project) {
    throw new ProblemError("other-project", `This read key belongs to the project "${project}".`);
  }
  return { kind: "read-key", project };
}

async function callerOfCookie(
  c: Context,
  parts: ConsoleParts,
): Promise<Extract<Caller, { kind: "session" }> | undefined> {
  const token = getCookie(c, sessionCookie(parts));
  if (!token || token.length > TOKEN_CHARACTERS_MAX) return undefined;
  const digest = digestOf(token);
  const session = await parts.catalogue.session(digest, parts.now()).catch(withoutDatabase(parts));
  return session && { kind: "session", session, digest };
}

/** Recovery needs no database, but knowing who asks does: whoever is here at that moment is told the other ways. */
function withoutDatabase({ region, peer }: ConsoleParts): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Unavailable)) throw error;
    throw new ProblemError(
      "catalogue-unavailable",
      `The database of ${region.name} doesn't answer, so who you are can't be checked here. The console of ${peer.name} at ` +
        `http://127.0.0.1:${peer.ports.console} may answer; the command line needs no database: 'tandem status', 'tandem failover'.`,
      {},
      { cause: error },
    );
  };
}

/** Browsers send Origin with everything that changes something; a page of another origin is refused by it alone. */
function refuseForeignOrigin(c: Context, parts: ConsoleParts): void {
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const foreign = origin === undefined ? site === "cross-site" : origin !== reached(c.req.raw, parts.linkKey).origin;
  if (foreign) {
    throw new ProblemError(
      "forged-request",
      "The request was sent by a page of another site. Open the console itself.",
    );
  }
}

function refuseWithoutCsrf(c: Context, csrf: string): void {
  const given = Buffer.from(c.req.header(CSRF_HEADER) ?? "");
  const wanted = Buffer.from(csrf);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new ProblemError(
      "forged-request",
      `Send the session's \`csrf\` in the header ${CSRF_HEADER}. Reload the page.`,
    );
  }
}

/** Refuses changes outside the active region, and says who makes this one. */
export function changeBy(c: Context, parts: ConsoleParts, endpoint: Endpoint, caller: Caller, bodyText: string): By {
  const role = parts.role();
  if (role.kind === "unknown") {
    throw new ProblemError("not-active", `No region is known to be active: ${role.because}. Try again shortly.`, {
      active: null,
    });
  }
  if (role.role !== "active") {
    const detail = `Changes are taken by ${role.holder}; this is ${parts.region.name}. Go there, or through the edge.`;
    throw new ProblemError("not-active", detail, { active: role.holder });
  }
  const may = parts.mayWrite();
  if (!may.ok) {
    throw new ProblemError("not-active", `No change is taken at the moment: ${may.because}. Try again shortly.`, {
      active: role.holder,
    });
  }
  const who =
    caller.kind === "session"
      ? `user:${caller.session.user.id}`
      : caller.kind === "link-key"
        ? "installation"
        : "visitor";
  const by: By = { who, epoch: may.epoch, at: parts.now() };
  const key = c.req.header(IDEMPOTENCY_HEADER);
  if (key === undefined || endpoint.unrepeatable) return by;
  if (key.length === 0 || key.length > IDEMPOTENCY_KEY_CHARACTERS_MAX) {
    throw new ProblemError("bad-request", `An Idempotency-Key has 1 to ${IDEMPOTENCY_KEY_CHARACTERS_MAX} characters.`);
  }
  const request = digestOf(`${c.req.method} ${c.req.path}\n${bodyText}`);
  return { ...by, idempotency: { scope: who, key: digestOf(key), request } };
}
