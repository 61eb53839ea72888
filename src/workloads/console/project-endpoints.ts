// Projects and their keys. Users of an installation see all its projects; a read key sees nothing here.

import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { z } from "zod";
import {
  keyBody,
  newProjectBody,
  newReadKeySchema,
  projectPatchBody,
  projectSchema,
  projectsSchema,
  readKeySchema,
  writeKeySchema,
} from "../../app/catalogue/bodies.ts";
import type { By, Written } from "../../app/catalogue/port.ts";
import { projectId } from "../../app/catalogue/rules.ts";
import { Unavailable } from "../../core/errors.ts";
import type { Project } from "../../core/resources.ts";
import { digestOf, newReadKey, newWriteKey } from "../../drivers/catalogue/secrets.ts";
import { type ConsoleParts, type Endpoint, endpoint, part } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";

const project = { status: 200, description: "The project.", schema: projectSchema };
const NAME_TRIES_MAX = 3;
const ENDING_CHARACTERS = 4;

/** The value of a change; the problem that says why there is none. */
export function done<T>(written: Written<T>, what: string): T {
  if (written.kind === "done") return written.value;
  if (written.kind === "missing") throw new ProblemError("not-found", `There is no such ${what}.`);
  throw new ProblemError("idempotency-conflict", "Send a new Idempotency-Key with each new request.");
}

export async function createProject(
  parts: ConsoleParts,
  wanted: z.infer<typeof newProjectBody> & { id?: string | undefined },
  by: By,
): Promise<Project> {
  const { name, timeZone = "UTC", acknowledgement = "region", pairPolicy = "degrade", demo = false } = wanted;
  const key = { key: newWriteKey(parts.chance), name: "First key" };
  const rest = { name, timeZone, acknowledgement, pairPolicy, demo, key };
  if (wanted.id !== undefined) return done(await parts.catalogue.addProject({ id: wanted.id, ...rest }, by), "project");
  for (let attempt = 0; attempt < NAME_TRIES_MAX; attempt += 1) {
    const taken = new Set((await parts.catalogue.projects()).map((one) => one.id));
    const id = projectId(name, (candidate) => taken.has(candidate), parts.chance(3).toString("hex"));
    const written = await parts.catalogue.addProject({ id, ...rest }, by, true);
    // Another request may have taken the id meanwhile: then nothing was made or kept for ours, and we look for another id.
    if (written.kind !== "missing") return done(written, "project");
  }
  throw new Unavailable(`Tried to find a free id for the project "${name}". Try again.`);
}

const list = endpoint({
  method: "GET",
  path: "/projects",
  summary: "All projects",
  access: "session",
  changes: false,
  readsCatalogue: true,
  answer: { status: 200, description: "Oldest first.", schema: projectsSchema },
  handle: async ({ c, parts }) => c.json({ projects: await parts.catalogue.projects() }),
});

const create = endpoint({
  method: "POST",
  path: "/projects",
  summary: "Create a project with its first write key",
  access: "owner",
  changes: true,
  body: newProjectBody,
  answer: { ...project, status: 201 },
  handle: async ({ c, parts, body, by }) => c.json(await createProject(parts, body, by), 201),
});

const read = endpoint({
  method: "GET",
  path: "/projects/:project",
  summary: "One project",
  access: "session",
  changes: false,
  readsCatalogue: true,
  answer: project,
  handle: async ({ c, parts }) => c.json(await projectOr404(c, parts)),
});

const change = endpoint({
  method: "PATCH",
  path: "/projects/:project",
  summary: "Change a project's name, time zone, acknowledgement class or policy",
  access: "owner",
  changes: true,
  body: projectPatchBody,
  answer: project,
  async handle({ c, parts, body, by }) {
    const patch = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    return c.json(done(await parts.catalogue.changeProject(part(c, "project"), patch, by), "project"));
  },
});

const addKey = endpoint({
  method: "POST",
  path: "/projects/:project/keys",
  summary: "Add a write key",
  access: "owner",
  changes: true,
  body: keyBody,
  answer: { status: 201, description: "The key.", schema: writeKeySchema },
  async handle({ c, parts, body, by }) {
    const key = { key: newWriteKey(parts.chance), name: body.name };
    return c.json(done(await parts.catalogue.addWriteKey(part(c, "project"), key, by), "project"), 201);
  },
});

const revokeKey = endpoint({
  method: "DELETE",
  path: "/projects/:project/keys/:key",
  summary: "Revoke a write key; collectors refuse it within 5 s",
  access: "owner",
  changes: true,
  answer: { status: 200, description: "The revoked key.", schema: writeKeySchema },
  handle: async ({ c, parts, by }) =>
    c.json(done(await parts.catalogue.revokeWriteKey(part(c, "project"), part(c, "key"), by), "write key")),
});

const addReadKey = endpoint({
  method: "POST",
  path: "/projects/:project/read-keys",
  summary: "Add a read key; the secret is shown this once",
  access: "owner",
  changes: true,
  body: keyBody,
  answer: { status: 201, description: "The key with its secret.", schema: newReadKeySchema },
  async handle({ c, parts, body, by }) {
    // A repeat gets the same secret: it follows from the request's own Idempotency-Key, which we keep as a digest only.
    const given = c.req.header("idempotency-key");
    const scope = `${by.who}\n${c.req.path}`;
    const secret = newReadKey(
      parts.chance,
      given && by.idempotency ? { linkKey: parts.linkKey, scope, key: given } : undefined,
    );
    const key = {
      id: randomUUID(),
      digest: digestOf(secret),
      name: body.name,
      ending: secret.slice(-ENDING_CHARACTERS),
    };
    const made = done(await parts.catalogue.addReadKey(part(c, "project"), key, by), "project");
    return c.json({ ...made, secret }, 201);
  },
});

const revokeReadKey = endpoint({
  method: "DELETE",
  path: "/projects/:project/read-keys/:key",
  summary: "Revoke a read key",
  access: "owner",
  changes: true,
  answer: { status: 200, description: "The revoked key.", schema: readKeySchema },
  handle: async ({ c, parts, by }) =>
    c.json(done(await parts.catalogue.revokeReadKey(part(c, "project"), part(c, "key"), by), "read key")),
});

export const projectEndpoints: Endpoint[] = [list, create, read, change, addKey, revokeKey, addReadKey, revokeReadKey];

export async function projectOr404(c: Context, parts: ConsoleParts): Promise<Project> {
  const found = await parts.catalogue.project(part(c, "project"));
  if (!found) throw new ProblemError("not-found", "There is no such project. GET /projects lists them.");
  return found;
}
