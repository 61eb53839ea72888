// Questions go to this region's query process and its answers come back as they are. A caller that goes away takes its
// question along: the connection to the query process closes, and that cancels it.

import type { Context } from "hono";
import { z } from "zod";
import { answerSchema, type TraceAnswer, traceSchema, valuesSchema } from "../../app/catalogue/bodies.ts";
import { nearestName } from "../../app/queries/nearest-name.ts";
import { joinSteps } from "../../app/queries/trace-steps.ts";
import type { RegionLayout } from "../../core/installation.ts";
import { type Answer, DIMENSIONS, type Dimension, type Question } from "../../core/question.ts";
import type { TraceStep } from "../../core/resources.ts";
import { insideOrigin } from "../../drivers/http/inside.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";
import { type ConsoleParts, type Endpoint, endpoint, part } from "./endpoint.ts";
import { onward } from "./onward.ts";
import { PROBLEM_TYPE, ProblemError } from "./problem.ts";
import { projectOr404 } from "./project-endpoints.ts";

const answered = { status: 200, description: "The answer.", schema: answerSchema };
/** A question has its own limits in the query process; this one ends a wait for a process that hangs. */
const ANSWER_MS_MAX = 60_000;
const TRACE_MS_MAX = 5_000;
const VALUES_MAX = 20;
const SEARCH_CHARACTERS_MAX = 200;
const MESSAGE_ID_CHARACTERS_MAX = 300;

const ask = endpoint<Record<string, unknown>>({
  method: "POST",
  path: "/projects/:project/query",
  summary: "Ask a question",
  access: "project-reader",
  changes: false,
  body: z.record(z.string(), z.unknown()),
  answer: answered,
  handle: async ({ c, parts, body }) => forward(c, parts, body),
});

const askByAddress = endpoint({
  method: "GET",
  path: "/projects/:project/query",
  summary: "Ask a question that stands in the address",
  access: "project-reader",
  changes: false,
  search: { q: { description: "The question as JSON, in base64url.", required: true } },
  answer: answered,
  async handle({ c, parts }) {
    let question: unknown;
    try {
      question = JSON.parse(Buffer.from(c.req.query("q") ?? "", "base64url").toString("utf8"));
    } catch {
      question = undefined;
    }
    if (typeof question !== "object" || question === null || Array.isArray(question)) {
      throw new ProblemError("bad-request", "`q` must be a question, a JSON object, in base64url.");
    }
    return forward(c, parts, question as Record<string, unknown>);
  },
});

const values = endpoint({
  method: "GET",
  path: "/projects/:project/values",
  summary: "The commonest values of a dimension in the last 28 days, for completing a filter",
  access: "project-reader",
  changes: false,
  search: {
    dimension: { description: "A dimension, or prop.<name>.", required: true },
    search: { description: "A part of the value.", required: false },
  },
  answer: { status: 200, description: "Values.", schema: valuesSchema },
  async handle({ c, parts }) {
    const dimension = knownDimension(c.req.query("dimension") ?? "");
    const search = (c.req.query("search") ?? "").slice(0, SEARCH_CHARACTERS_MAX);
    const question: Question = {
      kind: "breakdown",
      range: "28d+today",
      metrics: ["visitors"],
      by: [dimension],
      limit: VALUES_MAX,
      ...(search === "" ? {} : { where: { field: dimension, op: "contains", value: [search] } }),
    };
    const response = await forward(c, parts, question);
    if (!response.ok) return response;
    const { rows } = (await response.json()) as Answer;
    const found = rows.flatMap((row) => {
      const value = row[dimension];
      return value === null || value === undefined ? [] : [{ value: String(value), visitors: row.visitors ?? 0 }];
    });
    return c.json({ values: found });
  },
});

const trace = endpoint({
  method: "GET",
  path: "/projects/:project/trace/:message",
  summary: "One event's way through both regions",
  access: "project-reader",
  changes: false,
  answer: { status: 200, description: "The steps, as far as the regions that answer know.", schema: traceSchema },
  async handle({ c, parts }) {
    const project = await projectOr404(c, parts);
    const messageId = part(c, "message");
    if (messageId.length > MESSAGE_ID_CHARACTERS_MAX) {
      throw new ProblemError("bad-request", `A message id has at most ${MESSAGE_ID_CHARACTERS_MAX} characters.`);
    }
    const both = await Promise.all(
      [parts.region, parts.peer].map((region) => stepsIn(c, parts, region, project.id, messageId)),
    );
    if (both.every((one) => one === undefined)) {
      throw new ProblemError("answers-unavailable", "Neither region's query process answers. See tandem status.");
    }
    const found: TraceAnswer = { messageId, project: project.id, steps: joinSteps(both.map((one) => one ?? [])) };
    return c.json(found);
  },
});

export const answerEndpoints: Endpoint[] = [ask, askByAddress, values, trace];

/** The query process knows no projects: the project's time zone is filled in here. */
async function forward(c: Context, parts: ConsoleParts, question: object): Promise<Response> {
  const project = await projectOr404(c, parts);
  const url = `${insideOrigin(parts.region.ports.query)}/query/${encodeURIComponent(project.id)}`;
  let response: Response;
  try {
    response = await parts.fetch(url, {
      method: "POST",
      headers: { ...linkHeaders(parts.linkKey), ...onward(c), "content-type": "application/json" },
      body: JSON.stringify({ tz: project.timeZone, ...question }),
      signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(ANSWER_MS_MAX)]),
    });
  } catch (error) {
    const detail = "This region's query process doesn't answer; it is restarted by itself. Try again shortly.";
    throw new ProblemError("answers-unavailable", detail, {}, { cause: error });
  }
  const headers = new Headers({ "cache-control": "no-store" });
  const fallback = response.ok ? "application/json" : PROBLEM_TYPE;
  headers.set("content-type", response.headers.get("content-type") ?? fallback);
  const retryAfter = response.headers.get("retry-after");
  if (retryAfter) headers.set("retry-after", retryAfter);
  return new Response(response.body, { status: response.status, headers });
}

/** undefined when that region can't be asked. */
async function stepsIn(
  c: Context,
  parts: ConsoleParts,
  region: RegionLayout,
  project: string,
  messageId: string,
): Promise<TraceStep[] | undefined> {
  const path = `/trace/${encodeURIComponent(project)}/${encodeURIComponent(messageId)}`;
  try {
    const response = await parts.fetch(`${insideOrigin(region.ports.query)}${path}`, {
      headers: { ...linkHeaders(parts.linkKey), ...onward(c) },
      signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(TRACE_MS_MAX)]),
    });
    if (response.status === 404) return [];
    return response.ok ? ((await response.json()) as TraceAnswer).steps : undefined;
  } catch {
    return undefined;
  }
}

function knownDimension(name: string): Dimension {
  const known: string[] = [...DIMENSIONS];
  if (known.includes(name) || /^prop\..+/.test(name)) return name as Dimension;
  const nearest = nearestName(name, known);
  throw new ProblemError(
    "bad-request",
    `There is no dimension "${name}".${nearest ? ` Did you mean "${nearest}"?` : ""}`,
    {
      pointer: "/dimension",
    },
  );
}
