// What the other processes of this installation ask the console: health, status, sign-in links, projects. Never reached
// through the edge.

import { randomUUID } from "node:crypto";
import { internalProjectBody, projectSchema, projectsSchema, signInLinkBody } from "../../app/catalogue/bodies.ts";
import { OWNER_NAME, SIGN_IN_LINK_MS } from "../../app/catalogue/rules.ts";
import { digestOf, newToken } from "../../drivers/catalogue/secrets.ts";
import { type Endpoint, endpoint } from "./endpoint.ts";
import { createProject, done } from "./project-endpoints.ts";

const health = endpoint({
  method: "GET",
  path: "/healthz",
  summary: "Whether the console answers",
  access: "public",
  changes: false,
  answer: { status: 200, description: "It does." },
  handle: async ({ c, parts }) => c.json({ ok: true, region: parts.region.name, detail: null }),
});

const active = endpoint({
  method: "GET",
  path: "/healthz/active",
  summary: "Whether this region takes changes: what routing follows",
  access: "public",
  changes: false,
  answer: { status: 200, description: "It does; 503 otherwise." },
  async handle({ c, parts }) {
    const role = parts.role();
    const detail = async (): Promise<string | null> => {
      if (role.kind === "unknown") return `no region is known to be active: ${role.because}`;
      if (role.role !== "active") return `${role.holder} is active`;
      const may = parts.mayWrite();
      if (!may.ok) return may.because;
      return (await parts.catalogue.writable()) ? null : "the database isn't writable";
    };
    const why = await detail();
    const { holder, epoch } = role.kind === "known" ? role : { holder: null, epoch: null };
    return c.json(
      { ok: why === null, region: parts.region.name, active: holder, epoch, detail: why },
      why === null ? 200 : 503,
    );
  },
});

const status = endpoint({
  method: "GET",
  path: "/internal/status",
  summary: "This region's status",
  access: "link-key",
  changes: false,
  answer: { status: 200, description: "A RegionStatus." },
  handle: async ({ c, parts }) => c.json(await parts.regionStatus()),
});

const signInLink = endpoint({
  method: "POST",
  path: "/internal/sign-in-link",
  summary: "A one-time sign-in link for a user, who is made where there is none of that name",
  access: "link-key",
  changes: true,
  unrepeatable: true,
  body: signInLinkBody,
  answer: { status: 201, description: "The path to open in a browser." },
  async handle({ c, parts, body, by }) {
    const token = newToken(parts.chance);
    const expiresAt = by.at + SIGN_IN_LINK_MS;
    const name = body.name ?? OWNER_NAME;
    const user = { id: randomUUID(), name, role: body.role ?? (name === OWNER_NAME ? "owner" : "analyst") } as const;
    const made = done(await parts.catalogue.addSignInLink({ digest: digestOf(token), expiresAt, user }, by), "user");
    // Behind "#": browsers send it to no server, so it is in no log on the way.
    return c.json({ path: `/welcome#${token}`, expiresAt, user: { name: made.name, role: made.role } }, 201);
  },
});

const projects = endpoint({
  method: "GET",
  path: "/internal/projects",
  summary: "All projects",
  access: "link-key",
  changes: false,
  readsCatalogue: true,
  answer: { status: 200, description: "Oldest first.", schema: projectsSchema },
  handle: async ({ c, parts }) => c.json({ projects: await parts.catalogue.projects() }),
});

const makeProject = endpoint({
  method: "POST",
  path: "/internal/projects",
  summary: "Create a project; an id that exists is answered with its project",
  access: "link-key",
  changes: true,
  body: internalProjectBody,
  answer: { status: 200, description: "The project.", schema: projectSchema },
  handle: async ({ c, parts, body, by }) => c.json(await createProject(parts, body, by)),
});

export const internalEndpoints: Endpoint[] = [health, active, status, signInLink, projects, makeProject];
