// One endpoint of the API as data: who may call it, what it takes and answers. The router, the access checks, the OpenAPI
// document and the isolation test all read the same list.

import type { randomBytes } from "node:crypto";
import type { Context } from "hono";
import type { z } from "zod";
import type { By, Catalogue, SessionRecord } from "../../app/catalogue/port.ts";
import type { Deed } from "../../core/confirmation.ts";
import type { Installation, RegionLayout } from "../../core/installation.ts";
import type { RecoveryRoom } from "../../core/recovery-room.ts";
import type { InstallationStatus, RegionStatus } from "../../core/resources.ts";
import type { InstantMs } from "../../core/time.ts";
import type { Evidence } from "../../drivers/evidence/evidence-files.ts";
import type { KnownRole } from "../../drivers/register/role-watcher.ts";
import type { Telemetry } from "../../drivers/telemetry/telemetry.ts";
import type { MayWrite } from "../../recovery/lease/gate.ts";
import { ProblemError } from "./problem.ts";

export const API = "/api/2026-11";

type Passwords = {
  hash(password: string): Promise<string>;
  /** False, after the same time, where there is no stored hash. */
  match(password: string, stored: string | null): Promise<boolean>;
};

/** What the application is given: the world, so that tests can give another. */
export type ConsoleParts = {
  installation: Installation;
  region: RegionLayout;
  peer: RegionLayout;
  linkKey: string;
  catalogue: Catalogue;
  role: () => KnownRole;
  /** By this region's lease as its guardian told it last: the epoch that a change begins under, or why none may. */
  mayWrite: () => MayWrite;
  now: () => InstantMs;
  chance: typeof randomBytes;
  passwords: Passwords;
  /** To the query processes. */
  fetch: typeof fetch;
  installationStatus: () => Promise<InstallationStatus>;
  regionStatus: () => Promise<RegionStatus>;
  recoveryRoom: () => Promise<RecoveryRoom>;
  /** Of drills, in this region's bucket. */
  evidence: { list(): Promise<Evidence[]>; read(drill: string, file: string): Promise<Uint8Array | undefined> };
  log: (event: string, details?: Record<string, unknown>) => void;
  telemetry: Telemetry;
};

export type Access =
  /** Anyone. */
  | "public"
  /** A signed-in user. */
  | "session"
  /** A signed-in owner. */
  | "owner"
  /** A signed-in operator or owner: whoever may move regions. */
  | "operator"
  /** A signed-in user, or a read key of the project in the path. */
  | "project-reader"
  /** A process of this installation. */
  | "link-key";

export type Caller =
  | { kind: "session"; session: SessionRecord; digest: string }
  | { kind: "read-key"; project: string }
  | { kind: "link-key" }
  | { kind: "nobody" };

export type Asked<Body> = {
  c: Context;
  parts: ConsoleParts;
  caller: Caller;
  body: Body;
  /** Of a change: who, when and the idempotency record. */
  by: By;
};

export type Endpoint = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As Hono writes it: `/projects/:project`. */
  path: string;
  summary: string;
  access: Access;
  /** Changes the catalogue: needs the active region, and from a browser the CSRF token and the right Origin. */
  changes: boolean;
  /** Answers what the catalogue holds: a change's token is waited for, and a replica says how old its copy is. */
  readsCatalogue?: boolean;
  /**
   * Does something elsewhere than in the catalogue: from a browser it needs the CSRF token and the right Origin as a change
   * does, and it works in a passive region, since that is where a fail-over is asked for.
   */
  acts?: boolean;
  /** Of a change: its answer is a secret that is kept nowhere, so it can't be given again. An Idempotency-Key is passed over. */
  unrepeatable?: boolean;
  /** What the caller must have confirmed by a passkey or the password, for this session and this alone. */
  confirms?(asked: Asked<unknown>): Deed;
  /** May be called by a user who has no password yet. */
  beforePassword?: boolean;
  body?: z.core.$ZodType;
  search?: Record<string, { description: string; required: boolean }>;
  answer: { status: number; description: string; schema?: z.core.$ZodType; type?: string };
  handle(asked: Asked<unknown>): Promise<Response>;
};

/** Joins an endpoint's body schema with the type that its handler sees. */
export function endpoint<Body = undefined>(
  definition: Omit<Endpoint, "body" | "confirms" | "handle"> & {
    body?: z.core.$ZodType<Body>;
    confirms?(asked: Asked<Body>): Deed;
    handle(asked: Asked<Body>): Promise<Response>;
  },
): Endpoint {
  return definition as Endpoint;
}

/** The session of a caller that the access rules let through as `session` or `owner`. */
export function sessionOf(caller: Caller): Extract<Caller, { kind: "session" }> {
  if (caller.kind !== "session") throw new Error("Bug: an endpoint for sessions was reached without one");
  return caller;
}

/** A part of the path that the route's pattern promises. */
export function part(c: Context, name: string): string {
  const value = c.req.param(name);
  if (value === undefined) throw new Error(`Bug: the route has no :${name}`);
  // PostgreSQL's text has no such character, so nothing of ours is named by one.
  if (value.includes("\0")) throw new ProblemError("not-found", "There is nothing at this address.");
  return value;
}
