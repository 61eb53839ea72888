// Drains, asked of the edge: a share of one region's events goes to the other one for a while. Any region's console takes it, a
// passive one too: nothing of it is in the catalogue.

import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { drainBody, drainEndBody, drainsSchema, drainTakenSchema } from "../../app/operations/drain-bodies.ts";
import type { EdgeDrains } from "../../core/drain.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";
import { type ConsoleParts, type Endpoint, endpoint, sessionOf } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";

const EDGE_MS_MAX = 3_000;
const acting = { access: "operator", changes: false, acts: true } as const;

type Told = EdgeDrains & { says?: string; because?: string };

async function askEdge(parts: ConsoleParts, path: string, body?: Record<string, unknown>): Promise<Told> {
  const url = `http://127.0.0.1:${parts.installation.edgePort}/internal/drain${path}`;
  const init: RequestInit = {
    method: body ? "POST" : "GET",
    headers: { ...linkHeaders(parts.linkKey), "content-type": "application/json" },
    signal: AbortSignal.timeout(EDGE_MS_MAX),
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
  const response = await parts.fetch(url, init).catch(() => undefined);
  const told = (await response?.json().catch(() => undefined)) as Told | undefined;
  if (response?.status === 409) throw new ProblemError("recovery-refused", told?.because ?? "The edge gave no reason.");
  if (response?.ok && told) return told;
  throw new ProblemError(
    "recovery-unavailable",
    `The edge doesn't answer ${parts.region.name}, so whether it took this isn't known. Look again before you repeat it; \`tandem drain\` ` +
      "asks it from the machine itself.",
  );
}

const read = endpoint({
  access: "session",
  changes: false,
  method: "GET",
  path: "/recovery/drain",
  summary: "The drain that the edge has in force, and past ones",
  answer: { status: 200, description: "`drain` is null while events go the usual way.", schema: drainsSchema },
  handle: async ({ c, parts }) => c.json(await askEdge(parts, "")),
});

const begin = endpoint<z.infer<typeof drainBody>>({
  ...acting,
  method: "POST",
  path: "/recovery/drain",
  summary: "Let the edge give a share of one region's events to the other one for a while; changes and questions stay",
  body: drainBody,
  answer: { status: 200, description: "It is in force, and ends by itself.", schema: drainTakenSchema },
  async handle({ c, parts, caller, body }) {
    const { user } = sessionOf(caller).session;
    // The same request sent again is one drain.
    const id = `${user.id}:${c.req.header("idempotency-key")?.slice(0, 200) ?? randomUUID()}`;
    return c.json(await askEdge(parts, "", { ...body, id, who: `${user.name} (console of ${parts.region.name})` }));
  },
});

const end = endpoint<z.infer<typeof drainEndBody>>({
  ...acting,
  method: "POST",
  path: "/recovery/drain/end",
  summary: "End a drain now: events go the usual way again",
  body: drainEndBody,
  answer: { status: 200, description: "It is over.", schema: drainTakenSchema },
  async handle({ c, parts, caller, body }) {
    const who = `${sessionOf(caller).session.user.name} (console of ${parts.region.name})`;
    return c.json(await askEdge(parts, "/end", { ...body, who }));
  },
});

export const drainEndpoints: Endpoint[] = [read, begin, end];
